//! What holds for everyone in every state of the page: fingers, a text of twice the size, colors that the system chooses.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::Atlas;
use expressroute_e2e::taste::Taste;
use expressroute_e2e::views::VIEWS;
use serde_json::{Value, json};

/// What fails in each state, in one list.
async fn failures(taste: Taste, wanted: Value) -> Outcome<Vec<String>> {
    let atlas = Atlas::open_as("", Taste { reduced_motion: true, ..taste }).await?;
    let mut failed = Vec::new();
    for view in &VIEWS {
        if let Err(error) = view.come(&atlas).await {
            failed.push(error);
            continue;
        }
        failed.extend(atlas.page.unfit(&wanted).await?.into_iter().map(|it| format!("{}: {it}", view.name)));
    }
    atlas.close().await?;
    Ok(failed)
}

#[tokio::test(flavor = "multi_thread")]
async fn fingers_hit_every_control() -> Outcome<()> {
    let failed = failures(Taste::phone(), json!({ "targets": 44 })).await?;
    assert!(failed.is_empty(), "{failed:#?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_screen_that_is_enlarged_to_twice_the_size_loses_nothing() -> Outcome<()> {
    // A window of 1440 by 900 pixels at 200% has 720 by 450 CSS pixels.
    let taste = Taste { viewport: (720, 450), pixel_ratio: 2, ..Taste::default() };
    let failed = failures(taste, json!({ "fits": true })).await?;
    assert!(failed.is_empty(), "{failed:#?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_screen_that_is_enlarged_four_times_flows_into_one_column() -> Outcome<()> {
    // A window of 1280 pixels at 400% is 320 CSS pixels wide.
    let taste = Taste { viewport: (320, 512), pixel_ratio: 2, ..Taste::default() };
    let failed = failures(taste, json!({ "fits": true })).await?;
    assert!(failed.is_empty(), "{failed:#?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn text_of_twice_the_size_by_the_browsers_settings_loses_nothing() -> Outcome<()> {
    let failed = failures(Taste { text_px: 32, ..Taste::default() }, json!({ "fits": true })).await?;
    assert!(failed.is_empty(), "{failed:#?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn text_is_as_large_as_the_reader_has_it_in_the_browsers_settings() -> Outcome<()> {
    let size = |element| format!("return getComputedStyle(document.querySelector('{element}')).fontSize;");
    for (text_px, body, heading) in [(16, "13px", "24px"), (20, "16.25px", "30px"), (32, "26px", "48px")] {
        let atlas = Atlas::open_as("", Taste { text_px, ..Taste::default() }).await?;
        assert_eq!(atlas.page.script(&size("body"), Vec::new()).await?, body, "text of {text_px} px");
        assert_eq!(atlas.page.script(&size(".start h2"), Vec::new()).await?, heading, "text of {text_px} px");
        atlas.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_system_chooses_the_colors_lines_say_what_colors_said() -> Outcome<()> {
    let failed = failures(Taste { forced_colors: true, ..Taste::default() }, json!({ "lines": true })).await?;
    assert!(failed.is_empty(), "{failed:#?}");
    Ok(())
}
