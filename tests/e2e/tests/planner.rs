//! The planner: circuits and links from the map, undo, the plan as a file, and what a bad file is told.

use std::fs;

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::Atlas;
use expressroute_e2e::input::key;
use expressroute_e2e::site::project;
use serde_json::{Value, json};

/// A planner with circuits at Amsterdam and Frankfurt, and their link.
async fn two_linked_circuits() -> Outcome<Atlas> {
    let atlas = Atlas::open("#view=50,8,1200").await?;
    atlas.open_planner().await?;
    atlas.name_plan("Two sites").await?;
    atlas.add_circuit_at("amsterdam").await?;
    atlas.add_circuit_at("frankfurt").await?;
    atlas.link("amsterdam", "frankfurt").await?;
    Ok(atlas)
}

async fn wait_for_circuits(atlas: &Atlas, ids: &[&str]) -> Outcome<()> {
    let there = async || Ok((atlas.circuits().await? == ids).then_some(()));
    match atlas.page.until(&format!("the circuits are {ids:?}"), there).await {
        Ok(()) => Ok(()),
        Err(error) => Err(format!("{error}; they are {:?}", atlas.circuits().await?)),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn circuits_come_from_the_map_and_their_link_has_a_verdict() -> Outcome<()> {
    let atlas = two_linked_circuits().await?;
    assert_eq!(atlas.circuits().await?, ["amsterdam", "frankfurt"]);
    assert_eq!(atlas.links().await?, ["amsterdam to frankfurt"]);
    let links = atlas.page.text_of("region", "Global Reach links").await?;
    assert!(links.contains("can be linked, 35") && links.contains(" km"), "{links}");
    atlas.open_part("frankfurt Frankfurt").await?;
    atlas.choose_option("SKU tier", "Local").await?;
    atlas.page.wait_for_text("cannot be linked, 35").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_planned_link_is_drawn_on_the_map_even_after_a_reload() -> Outcome<()> {
    let atlas = two_linked_circuits().await?;
    // The double line is a pixel wide, so its color is mixed with the ground: it is the only red one on blue.
    let is_red = |it: &&[u8; 4]| it[0] > it[1].saturating_add(40);
    let (from, to) = (atlas.point_of("amsterdam").await?, atlas.point_of("frankfurt").await?);
    let middle = (f64::from(from.0 + to.0) / 2.0, f64::from(from.1 + to.1) / 2.0);
    let is_drawn = async || {
        let pixels = atlas.page.pixels_around(&[middle], 8.0).await?.concat();
        Ok((pixels.iter().filter(is_red).count() > 5).then_some(()))
    };
    atlas.page.until("the link is drawn", is_drawn).await?;
    atlas.reload().await?;
    atlas.page.until("the link is drawn again", is_drawn).await?;
    atlas.open_part("amsterdam to frankfurt").await?;
    atlas.page.click("button", "Remove link amsterdam to frankfurt").await?;
    let is_gone = async || Ok(is_drawn().await?.is_none().then_some(()));
    atlas.page.until("the link is gone", is_gone).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_saved_plan_holds_what_is_on_the_screen() -> Outcome<()> {
    let atlas = two_linked_circuits().await?;
    let text = atlas.save_plan("two-sites.json").await?;
    let plan: Value = serde_json::from_str(&text).map_err(|error| format!("{error} in {text}"))?;
    assert_eq!(plan["format"], "expressroute-atlas-plan");
    assert_eq!((&plan["version"], &plan["name"]), (&json!(1), &json!("Two sites")));
    let circuits = json!([
        { "id": "amsterdam", "location": "amsterdam", "tier": "standard", "family": "metered" },
        { "id": "frankfurt", "location": "frankfurt", "tier": "standard", "family": "metered" },
    ]);
    assert_eq!(plan["circuits"], circuits);
    assert_eq!(plan["global_reach_links"], json!([{ "from": "amsterdam", "to": "frankfurt" }]));
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reload_keeps_the_plan_and_its_file_opens_again() -> Outcome<()> {
    let atlas = two_linked_circuits().await?;
    let folder = &atlas.page.driver.folder;
    let saved = atlas.save_plan("two-sites.json").await?;
    let earlier = folder.put("earlier.json", &saved)?;
    atlas.reload().await?;
    wait_for_circuits(&atlas, &["amsterdam", "frankfurt"]).await?;
    assert_eq!(atlas.plan_name().await?, "Two sites");
    atlas.open_part("frankfurt Frankfurt").await?;
    atlas.page.click("button", "Remove frankfurt").await?;
    wait_for_circuits(&atlas, &["amsterdam"]).await?;
    atlas.open_plan(&earlier).await?;
    wait_for_circuits(&atlas, &["amsterdam", "frankfurt"]).await?;
    assert_eq!(atlas.links().await?, ["amsterdam to frankfurt"]);
    let _ = fs::remove_file(folder.path_of("two-sites.json"));
    assert_eq!(atlas.save_plan("two-sites.json").await?, saved, "the same plan is the same bytes");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_atlas_does_not_know_in_a_file_survives() -> Outcome<()> {
    let atlas = Atlas::open("#page=planner").await?;
    let file = project().join("tests/fixtures/versions/v1.json");
    let given = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    assert!(given.contains("x-contract") && given.contains("a-location-that-is-gone"));
    atlas.open_plan(&file).await?;
    wait_for_circuits(&atlas, &["c1", "c2"]).await?;
    assert_eq!(atlas.save_plan("version-1-every-field.json").await?, given);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_file_is_told_its_place_and_leaves_the_plan_alone() -> Outcome<()> {
    let atlas = two_linked_circuits().await?;
    let folder = &atlas.page.driver.folder;
    let broken = folder.put("broken.json", "{\n  \"format\": \"expressroute-atlas-plan\"\n  \"version\": 1 }\n")?;
    atlas.open_plan(&broken).await?;
    atlas.page.wait_for_text("broken.json was not opened: line 3, column 3: ").await?;
    atlas.wait_until_announced("The plan on screen is unchanged.").await?;
    let circuit = r#"{ "id": "c1", "location": "amsterdam", "tier": 7 }"#;
    let text = format!(r#"{{ "format": "expressroute-atlas-plan", "version": 1, "circuits": [{circuit}] }}"#);
    atlas.open_plan(&folder.put("wrong.json", &text)?).await?;
    atlas.page.wait_for_text("wrong.json was not opened: /circuits/0/tier: 7 does not fit: use one of ").await?;
    let text = r#"{ "format": "expressroute-atlas-plan", "version": 9 }"#;
    atlas.open_plan(&folder.put("newer.json", text)?).await?;
    atlas.page.wait_for_text("newer.json was not opened: /version: this plan is of version 9").await?;
    assert_eq!(atlas.plan_name().await?, "Two sites");
    assert_eq!(atlas.circuits().await?, ["amsterdam", "frankfurt"]);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_step_can_be_undone_and_done_again() -> Outcome<()> {
    let atlas = two_linked_circuits().await?;
    atlas.page.click("button", "Undo").await?;
    assert_eq!(atlas.links().await?, Vec::<String>::new());
    atlas.page.click("button", "Undo").await?;
    wait_for_circuits(&atlas, &["amsterdam"]).await?;
    atlas.page.press(&[key::CONTROL, 'z']).await?;
    wait_for_circuits(&atlas, &[]).await?;
    for ids in [&["amsterdam"][..], &["amsterdam", "frankfurt"]] {
        atlas.page.click("button", "Redo").await?;
        wait_for_circuits(&atlas, ids).await?;
    }
    atlas.page.press(&[key::CONTROL, key::SHIFT, 'z']).await?;
    let linked = async || Ok((atlas.links().await? == ["amsterdam to frankfurt"]).then_some(()));
    atlas.page.until("the link is there again", linked).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sheet_adds_a_circuit_to_a_plan_not_yet_opened() -> Outcome<()> {
    let atlas = Atlas::open("#at=london&sku=local").await?;
    atlas.page.click("button", "Add a circuit here to the plan").await?;
    wait_for_circuits(&atlas, &["london"]).await?;
    atlas.wait_for_address("page", "planner").await?;
    atlas.close().await
}
