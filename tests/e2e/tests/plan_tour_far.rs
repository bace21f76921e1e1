//! The worked plans of the tutorial that cross an ocean, built as docs/tutorial.md says, and held against their files.

use expressroute_e2e::Outcome;
use expressroute_e2e::walk::{Hand, Walk};

const AMSTERDAM_HQ: (f64, f64) = (52.37, 4.9);
const CHICAGO_HQ: (f64, f64) = (41.88, -87.63);

/// The form of a circuit is open: its size, its provider and its private peering in subnets of its own.
async fn size_and_peer(walk: &Walk, provider: &str, third: u8) -> Outcome<()> {
    walk.set("Bandwidth", "2 Gbps").await?;
    walk.set("Provider", provider).await?;
    let (first, second) = (format!("172.16.{third}.0/30"), format!("172.16.{third}.4/30"));
    walk.add_peering("private", "65030", "100", [&first, &second]).await?;
    walk.set("Bidirectional Forwarding Detection", "Yes").await
}

/// Connects a circuit to a workload that a larger SKU reaches, and takes the fix.
async fn connect_with_premium(walk: &Walk, circuit: &str, workload: &str, role: &str) -> Outcome<()> {
    walk.connect(circuit, workload).await?;
    walk.set("Role", role).await?;
    walk.found(&format!("Connection {circuit} to {workload} sku_too_small")).await?;
    walk.press(&format!("Make {circuit} Premium")).await?;
    walk.gone("sku_too_small").await
}

/// Two circuits for each site; the second ones are drawn on the map.
async fn bring_circuits(walk: &Walk) -> Outcome<()> {
    walk.add_circuit("ams", "Amsterdam HQ", "Amsterdam").await?;
    size_and_peer(walk, "Equinix", 10).await?;
    walk.atlas.go("#page=planner&view=50.5,7,1800").await?;
    walk.draw_circuit("fra", AMSTERDAM_HQ, "frankfurt").await?;
    size_and_peer(walk, "Megaport", 11).await?;
    walk.add_circuit("chi", "Chicago HQ", "Chicago").await?;
    size_and_peer(walk, "Equinix", 12).await?;
    walk.atlas.go("#page=planner&view=40,-82,1800").await?;
    walk.draw_circuit("was", CHICAGO_HQ, "washington-dc").await?;
    size_and_peer(walk, "Megaport", 13).await?;
    Ok(())
}

/// Every site reaches both systems over two circuits.
async fn connect_both_systems(walk: &Walk) -> Outcome<()> {
    walk.connect("ams", "erp-europe").await?;
    walk.set("Role", "Active").await?;
    walk.found("erp-europe resiliency_not_met").await?;
    walk.covered("Amsterdam HQ", "erp-europe", &["1 of 1", "Standard, Maximum intended"]).await?;
    walk.connect("fra", "erp-europe").await?;
    walk.set("Role", "Standby").await?;
    walk.gone("erp-europe resiliency_not_met").await?;
    walk.covered("Amsterdam HQ", "erp-europe", &["2 of 2", "ms Maximum"]).await?;
    connect_with_premium(walk, "ams", "erp-america", "Active").await?;
    connect_with_premium(walk, "fra", "erp-america", "Standby").await?;
    connect_with_premium(walk, "chi", "erp-europe", "Active").await?;
    connect_with_premium(walk, "was", "erp-europe", "Standby").await?;
    walk.connect("chi", "erp-america").await?;
    walk.set("Role", "Active").await?;
    walk.connect("was", "erp-america").await?;
    walk.set("Role", "Standby").await?;
    for (site, workload) in
        [("Amsterdam HQ", "erp-america"), ("Chicago HQ", "erp-europe"), ("Chicago HQ", "erp-america")]
    {
        walk.covered(site, workload, &["2 of 2", "ms Maximum"]).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn maximum_resiliency_over_two_geographies_is_drawn_on_the_map() -> Outcome<()> {
    let walk = Walk::begin(Hand::Mouse, "Two geographies, nothing shared", "Maximum").await?;
    walk.add_site("Amsterdam HQ", "52.37", "4.9").await?;
    walk.add_site("Chicago HQ", "41.88", "-87.63").await?;
    bring_circuits(&walk).await?;
    walk.add_workload("erp-europe", "West Europe").await?;
    walk.add_workload("erp-america", "East US").await?;
    walk.press("Add a workload").await?;
    walk.set("Kind", "Microsoft 365").await?;
    walk.set("Id", "mail").await?;
    connect_both_systems(&walk).await?;

    walk.connect("ams", "mail").await?;
    walk.found("Connection ams to mail peering_missing").await?;
    walk.open("ams Amsterdam").await?;
    walk.add_peering("Microsoft", "64496", "101", ["203.0.113.0/30", "203.0.113.4/30"]).await?;
    walk.set("Advertised public prefixes", "198.51.100.0/24").await?;
    walk.gone("peering_missing").await?;
    walk.link("ams", "chi", "172.16.100.0/29").await?;
    walk.covered("Amsterdam HQ", "mail", &["1 of 1", "to the location Standard, Maximum intended"]).await?;
    walk.covered("Chicago HQ", "mail", &["not connected"]).await?;
    walk.left(&["resiliency_not_met", "microsoft_365_advised_rarely"]).await?;
    walk.saves_as("maximum-two-geographies.json").await?;
    walk.atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mesh_of_four_lacks_a_pair_and_two_premiums() -> Outcome<()> {
    let walk = Walk::begin(Hand::Mouse, "Four sites that should all talk", "Standard").await?;
    let sites = [
        ("london", "51.51, -0.13", "London"),
        ("paris", "48.86, 2.35", "Paris"),
        ("tokyo", "35.68, 139.69", "Tokyo"),
        ("singapore", "1.29, 103.85", "Singapore"),
    ];
    for (id, coordinates, _) in sites {
        walk.set("New site: name, city or coordinates", coordinates).await?;
        walk.set("Id", id).await?;
    }
    for (site, _, location) in sites {
        walk.add_circuit(&format!("c-{site}"), site, location).await?;
        walk.set("Bandwidth", "500 Mbps").await?;
        walk.set("Provider", "Orange").await?;
        if site != "singapore" {
            walk.set("SKU tier", "Premium").await?;
        }
    }
    let links =
        [("london", "paris"), ("london", "tokyo"), ("london", "singapore"), ("paris", "tokyo"), ("tokyo", "singapore")];
    for (at, (from, to)) in links.into_iter().enumerate() {
        walk.link(&format!("c-{from}"), &format!("c-{to}"), &format!("192.168.8.{}/29", 8 * at)).await?;
    }
    // Singapore's circuit is Standard, and both links leave Asia.
    walk.left(&["link_needs_premium", "link_needs_premium", "missing_mesh_pair"]).await?;
    walk.saves_as("global-reach-mesh-of-four.json").await?;

    walk.press("Make both Premium").await?;
    walk.left(&["missing_mesh_pair"]).await?;
    walk.press("Mesh and score").await?;
    walk.press("Link c-paris to c-singapore").await?;
    walk.left(&[]).await?;
    let mesh = walk.atlas.page.text_of("table", "Pairs of sites and Global Reach").await?;
    let pairs = [
        ("london", "paris"),
        ("london", "tokyo"),
        ("london", "singapore"),
        ("paris", "tokyo"),
        ("tokyo", "singapore"),
        ("paris", "singapore"),
    ];
    let rows: Vec<Vec<&str>> = mesh.lines().map(|it| it.split_whitespace().collect()).collect();
    for (from, to) in pairs {
        assert!(rows.contains(&vec![from, to, "talk"]), "{from} and {to}: {mesh}");
    }
    walk.atlas.close().await
}
