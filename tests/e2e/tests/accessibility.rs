//! No state of the page violates WCAG 2.2 A or AA as far as axe-core can tell, whoever comes.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::Atlas;
use expressroute_e2e::taste::{Scheme, Taste};
use expressroute_e2e::views::VIEWS;

/// Has every state examined, and lists what is wrong in all of them.
async fn assert_accessible(taste: Taste, theme: Option<&str>) -> Outcome<()> {
    let atlas = Atlas::open_as("", Taste { reduced_motion: true, ..taste }).await?;
    if let Some(theme) = theme {
        atlas.page.script("localStorage.setItem('atlas-theme', arguments[0]);", vec![theme.into()]).await?;
    }
    let mut wrong = Vec::new();
    for view in &VIEWS {
        match view.come(&atlas).await {
            Ok(()) => {
                let violations = atlas.page.accessibility_violations().await?;
                wrong.extend(violations.into_iter().map(|it| format!("{}: {it}", view.name)));
            }
            Err(error) => wrong.push(error),
        }
    }
    atlas.close().await?;
    assert!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn in_the_dark() -> Outcome<()> {
    assert_accessible(Taste::default(), None).await
}

#[tokio::test(flavor = "multi_thread")]
async fn in_the_light() -> Outcome<()> {
    assert_accessible(Taste { scheme: Scheme::Light, ..Taste::default() }, None).await
}

#[tokio::test(flavor = "multi_thread")]
async fn in_high_contrast() -> Outcome<()> {
    assert_accessible(Taste::default(), Some("contrast")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_phone() -> Outcome<()> {
    assert_accessible(Taste::phone(), None).await
}

#[tokio::test(flavor = "multi_thread")]
async fn in_german() -> Outcome<()> {
    assert_accessible(Taste { language: "de", scheme: Scheme::Light, ..Taste::default() }, None).await
}
