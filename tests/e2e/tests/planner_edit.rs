//! The planner's page: every part by keyboard, findings with their fixes, the matrix by arrow keys, the mesh, and a
//! phone's tabs.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::Atlas;
use expressroute_e2e::input::key;
use expressroute_e2e::taste::Taste;
use serde_json::{Value, json};

const EXAMPLE: &str = "two-sites-one-region.json";

/// Goes to a field with Tab and types into it.
async fn type_into(atlas: &Atlas, field: &str, text: &str) -> Outcome<()> {
    atlas.tab_to(field).await?;
    atlas.page.type_text(text).await
}

/// Goes to a list with Tab and chooses an option there.
async fn choose(atlas: &Atlas, list: &str, option: &str) -> Outcome<()> {
    atlas.tab_to(list).await?;
    atlas.choose_in_focus(list, option).await
}

/// Goes to a button with Tab and presses Enter.
async fn press(atlas: &Atlas, button: &str) -> Outcome<()> {
    atlas.tab_to(button).await?;
    atlas.page.press(&[key::ENTER]).await?;
    atlas.drawn().await
}

async fn wait_for_parts(atlas: &Atlas, list: &str, titles: &[&str]) -> Outcome<()> {
    let there = async || Ok((atlas.parts(list).await? == titles).then_some(()));
    match atlas.page.until(&format!("{list} are {titles:?}"), there).await {
        Ok(()) => Ok(()),
        Err(error) => Err(format!("{error}; they are {:?}", atlas.parts(list).await?)),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_part_comes_by_keyboard() -> Outcome<()> {
    let atlas = Atlas::open("#page=planner").await?;
    atlas.name_plan("By keyboard").await?;
    type_into(&atlas, "New site", "Amsterdam HQ").await?;
    atlas.page.press(&[key::ENTER]).await?;
    wait_for_parts(&atlas, "Sites", &["Amsterdam HQ"]).await?;
    type_into(&atlas, "Latitude", "52.37").await?;
    type_into(&atlas, "Longitude", "4.9").await?;
    press(&atlas, "Add a workload").await?;
    choose(&atlas, "Azure region", "West Europe").await?;
    wait_for_parts(&atlas, "Workloads", &["workload"]).await?;
    press(&atlas, "Add a circuit").await?;
    // The nearest location to the site that has none is offered.
    wait_for_parts(&atlas, "Circuits", &["amsterdam"]).await?;
    choose(&atlas, "Site", "Amsterdam HQ").await?;
    choose(&atlas, "Bandwidth", "1 Gbps").await?;
    press(&atlas, "Add private peering").await?;
    type_into(&atlas, "VLAN", "100").await?;
    press(&atlas, "Add a connection").await?;
    wait_for_parts(&atlas, "Connections", &["amsterdam to workload"]).await?;
    press(&atlas, "Add a gateway").await?;
    press(&atlas, "Add a Direct port pair").await?;
    wait_for_parts(&atlas, "Direct port pairs", &["ports"]).await?;
    let plan: Value = serde_json::from_str(&atlas.save_plan("by-keyboard.json").await?).map_err(|it| it.to_string())?;
    assert_eq!(
        plan["sites"],
        json!([{ "id": "amsterdam-hq", "name": "Amsterdam HQ", "latitude": 52.37, "longitude": 4.9 }])
    );
    assert_eq!(plan["workloads"], json!([{ "id": "workload", "kind": "region", "region": "westeurope" }]));
    let circuit = &plan["circuits"][0];
    assert_eq!((&circuit["site"], &circuit["bandwidth_mbps"]), (&json!("amsterdam-hq"), &json!(1000)));
    assert_eq!(circuit["peerings"], json!([{ "kind": "private", "vlan": 100 }]));
    assert_eq!(plan["connections"], json!([{ "circuit": "amsterdam", "workload": "workload" }]));
    assert_eq!(plan["gateways"], json!([{ "id": "gateway", "region": "westeurope" }]));
    assert_eq!(plan["direct_ports"][0]["location"], "amsterdam");
    atlas.page.wait_for_text("1 of 1").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_example_plan_yields_what_the_design_says() -> Outcome<()> {
    let atlas = Atlas::open("#page=planner").await?;
    atlas.open_fixture(EXAMPLE).await?;
    let codes = atlas.findings().await?;
    for code in ["sku_too_small", "local_metered", "local_sku", "resiliency_not_met"] {
        assert!(codes.iter().any(|it| it == code), "{code} is not among {codes:?}");
    }
    let text = atlas.page.text_of("region", "Findings").await?;
    assert!(text.contains("3 errors"), "{text}");
    assert!(text.contains("Connection c2 to erp") && text.contains("ExpressRoute FAQ, "), "{text}");
    assert!(text.contains("No public source."), "a rule without a source says so: {text}");
    // At the field, too.
    atlas.open_part("c2 Frankfurt").await?;
    let family = atlas.page.find("combobox", "Family").await?;
    let invalid = family.attr("aria-invalid").await.map_err(|error| error.to_string())?;
    assert_eq!(invalid.as_deref(), Some("true"));
    let outline = atlas.page.text_of("region", "Plan").await?;
    assert!(outline.contains("c2 is Local and metered"), "{outline}");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fix_removes_its_finding_and_undo_brings_it_back() -> Outcome<()> {
    let atlas = Atlas::open("#page=planner").await?;
    atlas.open_fixture(EXAMPLE).await?;
    let has = async |code: &str| Ok::<_, String>(atlas.findings().await?.iter().any(|it| it == code));
    assert!(has("local_metered").await?);
    atlas.page.click("button", "Make c2 unlimited").await?;
    let gone = async || Ok((!has("local_metered").await?).then_some(()));
    atlas.page.until("the finding is gone", gone).await?;
    assert!(has("sku_too_small").await?, "the others stay");
    atlas.page.press(&[key::CONTROL, 'z']).await?;
    let back = async || Ok(has("local_metered").await?.then_some(()));
    atlas.page.until("the finding is back", back).await?;
    atlas.page.press(&[key::CONTROL, key::SHIFT, 'z']).await?;
    atlas.page.until("the finding is gone again", gone).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_finding_lights_its_part_and_opens_its_form() -> Outcome<()> {
    let atlas = Atlas::open("#page=planner").await?;
    atlas.open_fixture(EXAMPLE).await?;
    let finding = atlas.rect_of("button", "Circuit c2 local_metered").await?;
    atlas.page.move_to(finding.left as i32 + 20, finding.top as i32 + 8).await?;
    let lit = "return document.querySelector('.part.lit .part-title')?.textContent ?? '';";
    let is_lit = async || Ok((atlas.page.script(lit, Vec::new()).await? == json!("c2")).then_some(()));
    atlas.page.until("c2 is lit in the outline", is_lit).await?;
    atlas.page.click("button", "Circuit c2 local_metered").await?;
    atlas.page.find("combobox", "SKU tier").await?;
    let focused = async || Ok(atlas.page.focused().await?.starts_with("c2").then_some(()));
    atlas.page.until("the row of c2 has the keyboard", focused).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_matrix_goes_by_arrow_keys_and_enter_shows_the_ways() -> Outcome<()> {
    let atlas = Atlas::open("#page=planner").await?;
    atlas.open_fixture("maximum-two-geographies.json").await?;
    atlas.page.click("tab", "Coverage").await?;
    // Where a pane can be scrolled, some browsers stop there on the way.
    let in_cell = "return document.activeElement.closest('td') !== null;";
    for _ in 0..3 {
        atlas.page.press(&[key::TAB]).await?;
        if atlas.page.script(in_cell, Vec::new()).await? == true {
            break;
        }
    }
    atlas.page.press(&[key::RIGHT]).await?;
    atlas.page.press(&[key::DOWN]).await?;
    atlas.drawn().await?;
    atlas.page.press(&[key::ENTER]).await?;
    let ways = atlas.page.text_of("region", "Ways of the chosen cell").await?;
    assert!(ways.contains("Chicago HQ to erp-america"), "{ways}");
    assert!(ways.contains("Maximum: two circuits at two locations reach it."), "{ways}");
    atlas.page.press(&[key::LEFT]).await?;
    atlas.page.wait_for_text("Chicago HQ to erp-europe").await?;
    atlas.page.press(&[key::ESCAPE]).await?;
    atlas.drawn().await?;
    assert_eq!(atlas.page.count("region", "Ways of the chosen cell").await?, 0);
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_matrix_says_how_many_workloads_it_leaves_out_and_shows_them() -> Outcome<()> {
    let atlas = Atlas::open("#page=planner").await?;
    let workload = |at: usize| json!({ "id": format!("load-{at}"), "kind": "region", "region": "westeurope" });
    let plan = json!({
        "format": "expressroute-atlas-plan", "version": 1, "name": "Many workloads",
        "sites": [{ "id": "hq", "latitude": 52.37, "longitude": 4.9 }],
        "workloads": (1..=43).map(workload).collect::<Vec<_>>(),
    });
    atlas.open_plan(&atlas.page.driver.folder.put("many.json", &plan.to_string())?).await?;
    atlas.page.click("tab", "Coverage").await?;
    let matrix = "document.querySelector('[role=grid]')";
    let columns = format!("return [...{matrix}.querySelectorAll('thead th')].slice(1).map((it) => it.textContent);");
    let more = "Show 3 more of 3 workloads";
    atlas.page.find("button", more).await?;
    let shown = atlas.page.script(&columns, Vec::new()).await?;
    assert_eq!((shown[0].as_str(), shown[39].as_str(), shown[40].as_str()), (Some("load-1"), Some("load-40"), None));
    let in_pane =
        format!("[...{matrix}.parentNode.querySelectorAll('button')].find((it) => it.textContent === '{more}')");
    atlas.page.script(&format!("{in_pane}.focus();"), Vec::new()).await?;
    atlas.page.press(&[key::ENTER]).await?;
    let all = async || Ok((atlas.page.script(&columns, Vec::new()).await?[42] == "load-43").then_some(()));
    atlas.page.until("the matrix shows the last workload", all).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_pair_of_the_mesh_is_linked_with_one_click() -> Outcome<()> {
    let atlas = Atlas::open("#page=planner").await?;
    atlas.open_fixture("global-reach-mesh-of-four.json").await?;
    let before = atlas.links().await?;
    assert_eq!(before.len(), 5, "of six pairs one is missing");
    atlas.page.click("tab", "Mesh and score").await?;
    let mesh = atlas.page.text_of("region", "Global Reach mesh").await?;
    assert!(mesh.contains("no link"), "{mesh}");
    atlas.page.click("button", "Link c-").await?;
    let linked = async || Ok((atlas.links().await?.len() == 6).then_some(()));
    atlas.page.until("the pair is linked", linked).await?;
    let mesh = atlas.page.text_of("region", "Global Reach mesh").await?;
    assert!(!mesh.contains("no link"), "{mesh}");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_field_does_not_take_is_told_there_and_changes_nothing() -> Outcome<()> {
    let atlas = Atlas::open("#page=planner").await?;
    atlas.open_fixture(EXAMPLE).await?;
    atlas.open_part("Amsterdam HQ").await?;
    let steps = async || atlas.page.attribute_of("button", "Undo", "aria-disabled").await;
    let before = steps().await?;
    atlas.page.click("textbox", "Latitude").await?;
    atlas.page.press(&[key::CONTROL, 'a']).await?;
    atlas.page.type_text("north").await?;
    atlas.page.press(&[key::TAB]).await?;
    atlas.page.wait_for_text("north is not a number of degrees from -90 to 90").await?;
    let text = atlas.save_plan("two-sites-one-region.json").await?;
    assert!(text.contains("52.37"), "{text}");
    assert_eq!(steps().await?, before, "no step was made");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_shows_one_part_of_the_planner_at_a_time() -> Outcome<()> {
    let atlas = Atlas::open_as("#page=planner", Taste { reduced_motion: true, ..Taste::phone() }).await?;
    atlas.page.find("textbox", "Name of the plan").await?;
    for (tab, own) in
        [("Findings", "Nothing is found"), ("Coverage", "The matrix shows"), ("Mesh", "Global Reach joins")]
    {
        atlas.page.click("tab", tab).await?;
        atlas.page.wait_for_text(own).await?;
        assert_eq!(atlas.page.count("textbox", "Name of the plan").await?, 0, "{tab} stands alone");
    }
    atlas.page.click("tab", "Plan").await?;
    atlas.page.find("textbox", "Name of the plan").await?;
    atlas.close().await
}
