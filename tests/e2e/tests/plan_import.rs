//! Sites from a file and from pasted lines.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::Atlas;
use expressroute_e2e::input::key;
use serde_json::{Value, json};

async fn with_dialog() -> Outcome<Atlas> {
    let atlas = Atlas::open("#page=planner&view=50,8,900").await?;
    atlas.page.click("button", "Import sites").await?;
    atlas.page.find("dialog", "Import sites").await?;
    Ok(atlas)
}

async fn sites(atlas: &Atlas) -> Outcome<Value> {
    let text = atlas.save_plan("imported.json").await?;
    let _ = std::fs::remove_file(atlas.page.driver.folder.path_of("imported.json"));
    let plan: Value = serde_json::from_str(&text).map_err(|error| format!("{error} in {text}"))?;
    Ok(plan["sites"].clone())
}

/// Renames the plan, so that the file has the name that is looked for.
async fn name_plan(atlas: &Atlas) -> Outcome<()> {
    atlas.name_plan("Imported").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_csv_with_a_bad_line_brings_the_good_ones_as_one_step() -> Outcome<()> {
    let atlas = with_dialog().await?;
    let csv = "site;latitude;longitude\nMunich;48,14;11,58\nNowhere;x;7\nLyon;45,76;4,84\n";
    let file = atlas.page.driver.folder.put("sites.csv", csv)?;
    atlas.page.give_file("Choose a file", &file).await?;
    atlas.page.wait_for_text("2 sites read, 1 problem.").await?;
    atlas.page.wait_for_text("line 3, column 9: \"x\" is no latitude").await?;
    let violations = atlas.page.accessibility_violations().await?;
    assert!(violations.is_empty(), "{violations:#?}");
    atlas.page.click("button", "Add 2 sites").await?;
    atlas.page.wait_for_text("Added 2 sites. Undo takes them back.").await?;
    name_plan(&atlas).await?;
    let expected = json!([
        { "id": "munich", "name": "Munich", "latitude": 48.14, "longitude": 11.58 },
        { "id": "lyon", "name": "Lyon", "latitude": 45.76, "longitude": 4.84 },
    ]);
    assert_eq!(sites(&atlas).await?, expected);
    // The name is a step of its own, after the sites.
    atlas.page.click("button", "Undo").await?;
    atlas.page.click("button", "Undo").await?;
    name_plan(&atlas).await?;
    assert_eq!(sites(&atlas).await?, Value::Null, "a list without parts is left out");
    atlas.page.assert_sound().await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn pasted_lines_are_read_as_they_are_typed_and_escape_brings_nothing() -> Outcome<()> {
    let atlas = with_dialog().await?;
    atlas.page.click("textbox", "Lines with sites").await?;
    atlas.page.type_text("HQ; 52.37; 4.90").await?;
    atlas.page.wait_for_text("1 site read, nothing else.").await?;
    atlas.page.press(&[key::ENTER]).await?;
    atlas.page.type_text("Nowhere at all").await?;
    atlas.page.wait_for_text("line 2, column 1: the city \"Nowhere at all\" is not known").await?;
    atlas.page.press(&[key::ESCAPE]).await?;
    let closed = async || Ok((atlas.page.count("dialog", "Import sites").await? == 0).then_some(()));
    atlas.page.until("the dialog is closed", closed).await?;
    name_plan(&atlas).await?;
    assert_eq!(sites(&atlas).await?, Value::Null, "a list without parts is left out");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_city_of_the_world_needs_no_coordinates() -> Outcome<()> {
    let atlas = with_dialog().await?;
    // Neither has a peering location; the second has namesakes of like size.
    let csv = "site,city,country\nPlant,Gdansk,Poland\nDepot,Birmingham,\n";
    let file = atlas.page.driver.folder.put("cities.csv", csv)?;
    atlas.page.give_file("Choose a file", &file).await?;
    atlas.page.wait_for_text("1 site read, 1 problem.").await?;
    atlas.page.wait_for_text("Alabama, United States").await?;
    atlas.page.click("button", "Add 1 site").await?;
    name_plan(&atlas).await?;
    let expected = json!([{ "id": "plant", "name": "Plant", "latitude": 54.35, "longitude": 18.65 }]);
    assert_eq!(sites(&atlas).await?, expected);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_asked_for_by_one_control_with_the_keys_and_with_the_mouse() -> Outcome<()> {
    let atlas = with_dialog().await?;
    let page = &atlas.page;
    let listen = "window.asked = 0;
        addEventListener('click', (event) => {
          if (event.target.type !== 'file') return;
          event.preventDefault();
          window.asked += 1;
        }, true);";
    page.script(listen, Vec::new()).await?;
    // The field itself is neither seen nor told: only what shows is in the accessibility tree.
    let fields = "return [...document.querySelectorAll('[type=file]')].map((it) => it.checkVisibility());";
    assert_eq!(page.script(fields, Vec::new()).await?, json!([false, false]));
    for _ in 0..8 {
        if page.focused().await? == "Choose a file" {
            break;
        }
        page.press(&[key::TAB]).await?;
    }
    assert_eq!(page.focused().await?, "Choose a file");
    assert_eq!(page.script("return document.activeElement.matches(':focus-visible');", Vec::new()).await?, true);
    page.press(&[key::ENTER]).await?;
    page.wait_until("Enter asks for a file", "window.asked === 1").await?;
    page.press(&[' ']).await?;
    page.wait_until("the space bar asks for a file", "window.asked === 2").await?;
    page.click("button", "Choose a file").await?;
    page.wait_until("the mouse asks for a file", "window.asked === 3").await?;
    atlas.close().await
}
