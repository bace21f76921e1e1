//! A whole plan in the address, and files dropped onto the planner.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::Atlas;

/// Opens a plan of tests/fixtures, whose name is given, and tells the address that the page offers for it.
async fn shared(file: &str, name: &str) -> Outcome<(Atlas, String)> {
    let atlas = Atlas::open("#page=planner").await?;
    atlas.open_plan(&expressroute_e2e::site::project().join("tests/fixtures/plans").join(file)).await?;
    atlas.wait_for_name(name).await?;
    let address = atlas.link_to_plan().await?;
    let (_, fragment) = address.split_once('#').ok_or(format!("{address} has no fragment"))?;
    assert!(fragment.starts_with("page=planner&plan=1.") && fragment.len() < 2_000, "{fragment}");
    let fragment = format!("#{fragment}");
    Ok((atlas, fragment))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shared_plan_is_a_copy_beside_my_own() -> Outcome<()> {
    let (atlas, fragment) = shared("two-sites-one-region.json", "Two sites, one region").await?;
    let sent = atlas.save_plan("two-sites-one-region.json").await?;
    atlas.begin_plan().await?;
    atlas.name_plan("Mine").await?;
    atlas.wait_until_kept("Mine").await?;
    atlas.go(&fragment).await?;
    atlas.wait_for_name("Two sites, one region").await?;
    atlas.page.wait_for_text("This is a copy that is not kept").await?;
    atlas.page.assert_sound().await?;
    let _ = std::fs::remove_file(atlas.page.driver.folder.path_of("two-sites-one-region.json"));
    assert_eq!(atlas.save_plan("two-sites-one-region.json").await?, sent, "the whole plan has arrived");
    // The map rests and writes the address again: the plan stays in it, and a reload shows it again.
    atlas.page.wheel(700, 320, -200).await?;
    let moved = async || Ok(atlas.page.fragment().await?.contains("view=").then_some(()));
    atlas.page.until("the address has the view", moved).await?;
    atlas.reload().await?;
    atlas.wait_for_name("Two sites, one region").await?;
    atlas.page.click("button", "Back to my plan").await?;
    atlas.wait_for_name("Mine").await?;
    assert!(!atlas.page.fragment().await?.contains("plan="));
    atlas.open_plans("On the shelf").await?;
    atlas.wait_for_shelf(&["Mine", "Two sites, one region"]).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shared_plan_is_kept_as_a_new_one_when_asked_to_or_changed() -> Outcome<()> {
    let (atlas, fragment) = shared("single-site.json", "A single site").await?;
    atlas.page.open_window(&fragment).await?;
    atlas.page.click("button", "Keep it as a new plan").await?;
    atlas.page.wait_for_text("is kept as a new plan.").await?;
    assert!(!atlas.page.fragment().await?.contains("plan="));
    atlas.reload().await?;
    atlas.wait_for_name("A single site").await?;
    // The address in a window that is open already.
    let body = format!("location.hash = '{fragment}';");
    atlas.page.script(&body, Vec::new()).await?;
    atlas.page.wait_for_text("This is a copy that is not kept").await?;
    atlas.name_plan("Changed").await?;
    atlas.wait_until_kept("Changed").await?;
    atlas.open_plans("On the shelf").await?;
    atlas.wait_for_shelf(&["A single site", "A single site", "Changed"]).await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hostile_address_is_told_and_changes_nothing() -> Outcome<()> {
    let atlas = Atlas::open("#page=planner").await?;
    atlas.name_plan("Mine").await?;
    atlas.wait_until_kept("Mine").await?;
    for (plan, told) in [
        ("1.%3Cscript%3E", "signs that do not belong there"),
        ("1.eJyrVkrLL8pNLFGyUkqtKEgtykwF", "damaged or cut short"),
        ("7.abc", "newer Atlas"),
    ] {
        atlas.page.open_window(&format!("#page=planner&plan={plan}")).await?;
        atlas.page.wait_for_text("The shared plan was not opened: ").await?;
        let announced = atlas.announced().await?;
        assert!(announced.contains(told), "{announced}");
        assert_eq!(atlas.plan_name().await?, "Mine");
        assert!(!atlas.page.fragment().await?.contains("plan="));
    }
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_too_large_for_an_address_is_told_its_size() -> Outcome<()> {
    let atlas = Atlas::open("#page=planner").await?;
    // Names that do not shrink: the digits of a generator of random numbers.
    let mut random: u64 = 7;
    let site = |at: usize| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        format!(r#"{{"id":"s{at}","name":"{random:x}","latitude":{}.{},"longitude":4.9}}"#, at % 80, random % 10_000)
    };
    let sites: Vec<String> = (0..10_000).map(site).collect();
    let text = format!(
        r#"{{"format":"expressroute-atlas-plan","version":1,"name":"Many sites","sites":[{}]}}"#,
        sites.join(",")
    );
    let file = atlas.page.driver.folder.put("many-sites.json", &text)?;
    atlas.page.find("textbox", "Name of the plan").await?;
    atlas.drop_file(&file).await?;
    atlas.wait_for_name("Many sites").await?;
    atlas.wait_until_kept("Many sites").await?;
    atlas.page.click("button", "Link to this plan").await?;
    atlas.page.wait_for_text("A link to this plan would have ").await?;
    atlas.page.wait_for_text("Save the plan as a file and send that.").await?;
    atlas.reload().await?;
    atlas.wait_for_name("Many sites").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_dropped_becomes_another_plan() -> Outcome<()> {
    let atlas = Atlas::open("#page=planner").await?;
    atlas.name_plan("Mine").await?;
    atlas.drop_file(&expressroute_e2e::site::project().join("tests/fixtures/plans/metro.json")).await?;
    atlas.page.wait_for_text("from metro.json as another plan").await?;
    atlas.open_plans("On the shelf").await?;
    let shelf = atlas.shelf().await?;
    assert!(shelf.len() == 2 && shelf.contains(&"Mine".to_owned()), "{shelf:?}");
    atlas.close_plans().await?;
    let broken = atlas.page.driver.folder.put("broken.json", "[[[")?;
    atlas.drop_file(&broken).await?;
    atlas.page.wait_for_text("broken.json was not opened: line 1").await?;
    atlas.close().await
}
