//! Plans in the browser: several of them, over reloads and windows, and what happens without room.

use std::fs;

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::Atlas;
use serde_json::json;

/// A planner with a plan of this name, which is kept.
async fn planner_with(name: &str) -> Outcome<Atlas> {
    let atlas = Atlas::open("#page=planner").await?;
    atlas.page.find("textbox", "Name of the plan").await?;
    atlas.name_plan(name).await?;
    atlas.wait_until_kept(name).await?;
    Ok(atlas)
}

#[tokio::test(flavor = "multi_thread")]
async fn plans_lie_side_by_side_and_a_reload_shows_the_one_on_screen() -> Outcome<()> {
    let atlas = planner_with("One").await?;
    atlas.begin_plan().await?;
    atlas.name_plan("Two").await?;
    // At once: what was just typed is kept, too.
    atlas.reload().await?;
    atlas.wait_for_name("Two").await?;
    atlas.open_plans("On the shelf").await?;
    atlas.wait_for_shelf(&["One", "Two"]).await?;
    atlas.page.assert_sound().await?;
    atlas.page.click("button", "Open One").await?;
    atlas.wait_for_name("One").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn plans_are_copied_renamed_deleted_and_brought_back() -> Outcome<()> {
    let atlas = planner_with("One").await?;
    atlas.open_plans("On the shelf").await?;
    atlas.page.click("button", "Duplicate One").await?;
    atlas.wait_for_shelf(&["One", "One (copy)"]).await?;
    atlas.page.click("button", "Rename One (copy)").await?;
    atlas.page.click("textbox", "New name of One (copy)").await?;
    atlas.page.press(&[expressroute_e2e::input::key::CONTROL, 'a']).await?;
    atlas.page.type_text("Two").await?;
    atlas.page.press(&[expressroute_e2e::input::key::ENTER]).await?;
    atlas.wait_for_shelf(&["One", "Two"]).await?;
    atlas.page.click("button", "Delete One").await?;
    atlas.wait_for_shelf(&["Two"]).await?;
    atlas.wait_for_name("Two").await?;
    atlas.page.click("button", "Undo delete").await?;
    atlas.wait_for_shelf(&["One", "Two"]).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_plan_of_an_earlier_release_is_taken_over() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    let old = r#"{ "format": "expressroute-atlas-plan", "version": 1, "name": "Old", "x-note": "kept" }"#;
    let body = "localStorage.setItem('expressroute-atlas-plan', arguments[0]);";
    atlas.page.script(body, vec![json!(old)]).await?;
    atlas.reload().await?;
    atlas.open_planner().await?;
    atlas.wait_for_name("Old").await?;
    assert!(atlas.save_plan("old.json").await?.contains("\"x-note\": \"kept\""));
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kept_text_that_is_no_plan_can_be_saved_and_is_not_written_over() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.page.script("localStorage.setItem('expressroute-atlas-plan', '{ broken');", Vec::new()).await?;
    atlas.reload().await?;
    atlas.open_planner().await?;
    atlas.page.wait_for_text("The plan kept in this browser could not be read: ").await?;
    atlas.name_plan("New").await?;
    atlas.wait_until_kept("New").await?;
    atlas.open_plans("On the shelf").await?;
    atlas.page.click("button", "Save its text").await?;
    let file = atlas.page.driver.folder.path_of("unreadable-plan.txt");
    let arrived = async || Ok(fs::read_to_string(&file).ok().filter(|it| !it.is_empty()));
    assert_eq!(atlas.page.until("its text is downloaded", arrived).await?, "{ broken");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_room_it_is_said_and_kept_once_there_is_room() -> Outcome<()> {
    let atlas = planner_with("One").await?;
    // Fills the browser's storage to the last character.
    let fill = "for (let size = 1 << 23, at = 0; size >= 1; size = Math.floor(size / 2)) {
        try { for (;;) localStorage.setItem('filler' + at++, 'x'.repeat(size)); } catch {}
    }";
    atlas.page.script(fill, Vec::new()).await?;
    let long = "A name that takes more room than there is";
    atlas.name_plan(long).await?;
    atlas.page.wait_for_text("This browser has no more room for plans").await?;
    assert_eq!(atlas.plan_name().await?, long, "it stays on screen");
    atlas.page.script("for (const name of Object.keys(localStorage)) if (name.startsWith('filler')) localStorage.removeItem(name);", Vec::new()).await?;
    atlas.name_plan("Two").await?;
    atlas.wait_until_kept("Two").await?;
    let gone = async || Ok((!atlas.announced().await?.contains("no more room")).then_some(()));
    atlas.page.until("it is no longer said", gone).await?;
    atlas.close().await
}

/// Two windows on one plan, of which the first has saved a change; the second one is driven.
async fn two_windows() -> Outcome<Atlas> {
    let atlas = planner_with("Start").await?;
    let first = atlas.page.window().await?;
    let second = atlas.page.open_window("#page=planner").await?;
    atlas.wait_for_name("Start").await?;
    atlas.page.turn_to(&first).await?;
    atlas.name_plan("Theirs").await?;
    atlas.wait_until_kept("Theirs").await?;
    atlas.page.turn_to(&second).await?;
    atlas.page.wait_for_text("Start was changed in another window").await?;
    Ok(atlas)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_window_takes_theirs() -> Outcome<()> {
    let atlas = two_windows().await?;
    atlas.name_plan("Mine").await?;
    atlas.page.wait_for_text("Your changes here are kept as a copy until you choose.").await?;
    atlas.page.click("button", "Take theirs").await?;
    atlas.wait_for_name("Theirs").await?;
    atlas.open_plans("On the shelf").await?;
    atlas.wait_for_shelf(&["Theirs"]).await?;
    atlas.close_plans().await?;
    atlas.page.click("button", "Undo").await?;
    atlas.wait_for_name("Mine").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_window_keeps_its_own_as_a_copy() -> Outcome<()> {
    let atlas = two_windows().await?;
    atlas.name_plan("Mine").await?;
    atlas.wait_until_kept("Mine (copy)").await?;
    atlas.page.click("button", "Keep mine as a copy").await?;
    atlas.wait_for_name("Mine (copy)").await?;
    atlas.reload().await?;
    atlas.wait_for_name("Mine (copy)").await?;
    atlas.open_plans("On the shelf").await?;
    atlas.wait_for_shelf(&["Mine (copy)", "Theirs"]).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_deleted_in_another_window_can_be_kept_again() -> Outcome<()> {
    let atlas = planner_with("Start").await?;
    let first = atlas.page.window().await?;
    let second = atlas.page.open_window("#page=planner").await?;
    atlas.wait_for_name("Start").await?;
    atlas.page.turn_to(&first).await?;
    atlas.open_plans("On the shelf").await?;
    atlas.page.click("button", "Delete Start").await?;
    atlas.wait_for_shelf(&[]).await?;
    atlas.page.turn_to(&second).await?;
    atlas.page.wait_for_text("Start was deleted in another window").await?;
    atlas.page.click("button", "Keep it again").await?;
    atlas.wait_until_kept("Start").await?;
    atlas.page.turn_to(&first).await?;
    atlas.wait_for_shelf(&["Start"]).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_is_compared_and_restored() -> Outcome<()> {
    let atlas = planner_with("One").await?;
    atlas.open_plans("Snapshots").await?;
    atlas.page.click("textbox", "Name").await?;
    atlas.page.type_text("first").await?;
    atlas.page.click("button", "Take a snapshot").await?;
    atlas.page.find("button", "Restore first").await?;
    atlas.close_plans().await?;
    atlas.name_plan("Two").await?;
    atlas.open_plans("Compare").await?;
    let changed = atlas.page.text_of("region", "The plan").await?;
    assert!(changed.contains("name: One → Two"), "{changed}");
    atlas.open_plans("Snapshots").await?;
    atlas.page.assert_sound().await?;
    atlas.page.click("button", "Restore first").await?;
    atlas.page.wait_for_text("The plan is as in first again.").await?;
    atlas.close_plans().await?;
    atlas.wait_for_name("One").await?;
    atlas.page.click("button", "Undo").await?;
    atlas.wait_for_name("Two").await?;
    atlas.page.click("button", "Redo").await?;
    atlas.wait_for_name("One").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_plans_are_compared_by_parts_findings_and_coverage() -> Outcome<()> {
    let atlas = Atlas::open("#page=planner").await?;
    let plans = expressroute_e2e::site::project().join("tests/fixtures/plans");
    atlas.open_plan(&plans.join("two-sites-one-region.json")).await?;
    atlas.wait_for_name("Two sites, one region").await?;
    atlas.open_plan(&plans.join("single-site.json")).await?;
    atlas.wait_for_name("A single site").await?;
    atlas.open_plans("Compare").await?;
    // The first plan has c1 at Amsterdam and c2 at Frankfurt, a Local circuit that is metered.
    let circuits = atlas.page.text_of("region", "Circuits").await?;
    assert!(circuits.contains("removed") && circuits.contains("frankfurt, local"), "{circuits}");
    let gone = atlas.page.text_of("region", "No longer found").await?;
    assert!(gone.contains("local_metered") && gone.contains("Local circuits are always unlimited"), "{gone}");
    let coverage = atlas.page.text_of("region", "Coverage").await?;
    assert!(coverage.contains("ams-hq") && coverage.contains("erp"), "{coverage}");
    atlas.page.assert_sound().await?;
    atlas.close().await
}
