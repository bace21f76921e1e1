//! The theme: the system's at first, then the chosen one, from the first draw on.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::Atlas;

const CLASSES: &str = "return document.documentElement.className;";

async fn classes(atlas: &Atlas) -> Outcome<String> {
    Ok(atlas.page.script(CLASSES, Vec::new()).await?.as_str().unwrap_or_default().to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chosen_theme_stays_and_colors_the_map() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    assert_eq!(classes(&atlas).await?, "", "dark, as the system is");
    let dark = atlas.page.token("ocean").await?;
    for (letters, name, expected) in
        [("Lig", "Light", "light"), ("Hi", "High contrast", "contrast"), ("Da", "Dark", "")]
    {
        atlas.page.click("button", "Settings").await?;
        atlas.choose_option("Theme", letters).await?;
        assert_eq!(classes(&atlas).await?, expected);
        atlas.reload().await?;
        assert_eq!(classes(&atlas).await?, expected, "{name} was not kept");
    }
    assert_eq!(atlas.page.token("ocean").await?, dark);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn high_contrast_leaves_no_quiet_text() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.page.click("button", "Settings").await?;
    atlas.choose_option("Theme", "Hi").await?;
    let text = atlas.page.token("text").await?;
    for token in ["text-2", "text-3"] {
        assert_eq!(atlas.page.token(token).await?, text, "{token}");
    }
    let violations = atlas.page.accessibility_violations().await?;
    assert_eq!(violations, Vec::<String>::new());
    atlas.close().await
}
