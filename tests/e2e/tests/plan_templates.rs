//! Plans to start from.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::Atlas;
use serde_json::Value;

/// Fills a template: its name, what is chosen by label, and the circuits that come of it.
async fn made(atlas: &Atlas, template: &str, choices: &[(&str, &str)], circuits: &[&str]) -> Outcome<()> {
    atlas.open_plans("Templates").await?;
    atlas.page.click("radio", template).await?;
    for (label, letters) in choices {
        atlas.choose_option(label, letters).await?;
    }
    atlas.page.click("button", "Make the plan").await?;
    atlas.wait_for_name(template).await?;
    let file = format!("{}.json", template.to_lowercase().replace(' ', "-"));
    let text = atlas.save_plan(&file).await?;
    let plan: Value = serde_json::from_str(&text).map_err(|error| format!("{error} in {text}"))?;
    let ids: Vec<&str> = plan["circuits"].as_array().into_iter().flatten().filter_map(|it| it["id"].as_str()).collect();
    assert_eq!(ids, circuits, "{template}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_template_makes_another_plan() -> Outcome<()> {
    let atlas = Atlas::open("#page=planner").await?;
    atlas.name_plan("Mine").await?;
    let one = [("Peering location", "Amsterdam"), ("Azure region", "West Europe")];
    made(&atlas, "Single location", &one, &["amsterdam"]).await?;
    let metro = [("Peering location", "Amsterdam Metro"), ("Azure region", "West Europe")];
    made(&atlas, "Metro", &metro, &["amsterdam-metro"]).await?;
    let two =
        [("Peering location 1", "Amsterdam"), ("Peering location 2", "Frankfurt"), ("Azure region", "West Europe")];
    made(&atlas, "Maximum resiliency", &two, &["amsterdam", "frankfurt"]).await?;
    let tie = [
        ("Peering location 1", "Amsterdam"),
        ("Peering location 2", "Frankfurt"),
        ("Azure region 1", "West Europe"),
        ("Azure region 2", "North Europe"),
    ];
    made(&atlas, "Bow tie", &tie, &["amsterdam", "frankfurt"]).await?;
    let four = [
        ("Peering location 1", "Amsterdam"),
        ("Peering location 2", "Frankfurt"),
        ("Peering location 3", "Dallas"),
        ("Peering location 4", "Chicago"),
        ("Azure region 1", "West Europe"),
        ("Azure region 2", "Central US"),
    ];
    made(&atlas, "Two geographies", &four, &["amsterdam", "frankfurt", "dallas", "chicago"]).await?;
    made(&atlas, "Direct with Local", &one, &["amsterdam", "amsterdam-2"]).await?;
    atlas.open_plans("On the shelf").await?;
    let all =
        ["Bow tie", "Direct with Local", "Maximum resiliency", "Metro", "Mine", "Single location", "Two geographies"];
    atlas.wait_for_shelf(&all).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_still_to_be_chosen_is_told_and_makes_no_plan() -> Outcome<()> {
    let atlas = Atlas::open("#page=planner").await?;
    atlas.open_plans("Templates").await?;
    atlas.page.click("radio", "Bow tie").await?;
    atlas.choose_option("Peering location 1", "Amsterdam").await?;
    atlas.page.click("button", "Make the plan").await?;
    atlas.page.wait_for_text("Bow tie takes 2 peering locations and 2 Azure regions: choose what is missing.").await?;
    atlas.page.assert_sound().await?;
    atlas.open_plans("On the shelf").await?;
    atlas.wait_for_shelf(&[]).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_comes_with_its_coordinates_as_typed() -> Outcome<()> {
    let atlas = Atlas::open("#page=planner").await?;
    atlas.open_plans("Templates").await?;
    atlas.page.click("radio", "Single location").await?;
    atlas.choose_option("Peering location", "Amsterdam").await?;
    atlas.choose_option("Azure region", "West Europe").await?;
    atlas.page.click("textbox", "Site").await?;
    atlas.page.type_text("Amsterdam HQ").await?;
    atlas.page.click("textbox", "Coordinates of Site").await?;
    atlas.page.type_text("52.370, 4.9").await?;
    atlas.page.click("button", "Make the plan").await?;
    atlas.wait_for_name("Single location").await?;
    let text = atlas.save_plan("single-location.json").await?;
    assert!(text.contains("\"latitude\": 52.370") && text.contains("\"site\": \"amsterdam-hq\""), "{text}");
    atlas.close().await
}
