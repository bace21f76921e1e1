//! The worked plans of the tutorial, built from nothing as docs/tutorial.md says, and held against their files.

use expressroute_e2e::Outcome;
use expressroute_e2e::walk::{Hand, Walk};

#[tokio::test(flavor = "multi_thread")]
async fn a_single_site_is_built_with_the_mouse() -> Outcome<()> {
    let walk = Walk::begin(Hand::Mouse, "A single site", "Standard").await?;
    walk.add_site("Chicago HQ", "41.88", "-87.63").await?;
    walk.add_workload("erp", "North Central US").await?;
    walk.set("Name", "ERP").await?;
    walk.found("ERP workload_unreached").await?;
    walk.covered("Chicago HQ", "ERP", &["not connected"]).await?;
    walk.add_circuit("c1", "Chicago HQ", "Chicago").await?;
    walk.set("Bandwidth", "1 Gbps").await?;
    walk.set("Provider", "Equinix").await?;
    walk.found("Circuit c1 circuit_unused").await?;
    walk.add_peering("private", "65010", "100", ["172.16.0.0/30", "172.16.0.4/30"]).await?;
    walk.set("Bidirectional Forwarding Detection", "Yes").await?;
    walk.press("Connect c1 to ERP").await?;
    walk.gone("circuit_unused").await?;
    walk.gone("workload_unreached").await?;
    walk.covered("Chicago HQ", "ERP", &["1 of 1", "ms Standard"]).await?;
    walk.press("Add a gateway").await?;
    walk.set("Kind", "VNet gateway").await?;
    walk.set("Gateway SKU", "ErGw1Az").await?;
    walk.set("Availability zones", "Zone-redundant").await?;
    walk.set("Gateway subnet", "10.1.255.0/27").await?;
    walk.set("IPv4 address spaces", "3").await?;
    walk.set("Id", "hub").await?;
    walk.open("c1 to erp").await?;
    walk.set("Gateway", "hub").await?;
    walk.left(&[]).await?;

    // Would Local do? It reaches the region, and it is never metered.
    walk.open("c1 Chicago").await?;
    walk.set("SKU tier", "Local").await?;
    walk.covered("Chicago HQ", "ERP", &["1 of 1"]).await?;
    walk.set("Family", "Metered").await?;
    walk.found("Circuit c1 local_metered").await?;
    walk.press("Make c1 unlimited").await?;
    walk.gone("local_metered").await?;
    walk.undo(3).await?;
    walk.left(&[]).await?;
    walk.saves_as("single-site.json").await?;

    // One location, untested to tested, is 5 to 20; zones 10; advisory 0 to 10.
    walk.press("Mesh and score").await?;
    let score = walk.atlas.page.text_of("table", "Estimate of the resiliency score").await?;
    assert!(score.contains("15–40"), "{score}");
    walk.atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_metro_circuit_is_built_with_the_keyboard_alone() -> Outcome<()> {
    let walk = Walk::begin(Hand::Keyboard, "One circuit over two sites of Zurich", "High").await?;
    walk.add_site("Zürich", "47.37", "8.54").await?;
    walk.set("Id", "zurich").await?;
    walk.add_workload("trading", "Switzerland North").await?;
    walk.add_circuit("m1", "Zürich", "Zurich").await?;
    walk.press("Add a connection").await?;
    walk.found("trading resiliency_not_met").await?;
    walk.covered("Zürich", "trading", &["1 of 1", "Standard, High intended"]).await?;
    // Both sites of the city instead of one.
    walk.open("m1 Zurich").await?;
    walk.set("Peering location", "Zurich Metro").await?;
    walk.gone("resiliency_not_met").await?;
    walk.covered("Zürich", "trading", &["1 of 1", "ms High"]).await?;
    walk.set("SKU tier", "Local").await?;
    walk.set("Bandwidth", "2 Gbps").await?;
    walk.add_peering("private", "65020", "100", ["172.16.1.0/30", "172.16.1.4/30"]).await?;
    walk.set("Bidirectional Forwarding Detection", "No").await?;
    walk.found("Circuit m1 bfd_off").await?;
    walk.press("Switch it on").await?;
    walk.gone("bfd_off").await?;
    walk.open("m1 Zurich Metro").await?;
    walk.open("m1 Zurich Metro").await?;
    walk.press("Hand-over, backup and residency").await?;
    walk.set("Connectivity model", "Cloud exchange").await?;
    walk.set("BGP is run by", "Customer").await?;
    walk.set("Data stays in these countries", "DE").await?;
    walk.found("Circuit m1 outside_residency").await?;
    walk.set("Data stays in these countries", "CH").await?;
    walk.gone("outside_residency").await?;
    walk.press("Add a gateway").await?;
    walk.set("Gateway SKU", "ErGwScale").await?;
    walk.set("Scale units", "2").await?;
    walk.set("Id", "hub").await?;
    walk.open("m1 to trading").await?;
    walk.set("Gateway", "hub").await?;
    walk.left(&[]).await?;
    walk.covered("Zürich", "trading", &["1 of 1", "ms High"]).await?;
    walk.saves_as("metro.json").await?;
    walk.atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn direct_ports_carry_a_local_circuit_and_a_standard_one() -> Outcome<()> {
    let walk = Walk::begin(Hand::Mouse, "Direct, with Local beside it", "Standard").await?;
    walk.add_site("Ashburn data center", "39.04", "-77.49").await?;
    walk.set("Id", "ashburn-dc").await?;
    walk.add_workload("lake", "East US 2").await?;
    walk.add_workload("reports", "Central US").await?;
    walk.press("Add a Direct port pair").await?;
    walk.set("Peering location", "Washington DC").await?;
    walk.set("Port speed", "2 × 10 Gbps").await?;
    walk.set("Encapsulation", "QinQ").await?;
    walk.set("MACsec", "Yes").await?;
    walk.set("Id", "port").await?;
    walk.add_circuit("bulk", "Ashburn data center", "Washington DC").await?;
    walk.set("SKU tier", "Local").await?;
    walk.set("ExpressRoute Direct port pair", "port").await?;
    walk.set("Bandwidth", "10 Gbps").await?;
    walk.press("Add a gateway").await?;
    walk.set("Azure region", "East US 2").await?;
    walk.set("Gateway SKU", "ErGw3Az").await?;
    walk.set("Id", "lake-gw").await?;
    walk.connect("bulk", "lake").await?;
    walk.set("Gateway", "lake-gw").await?;
    walk.set("FastPath", "Yes").await?;
    walk.covered("Ashburn data center", "lake", &["1 of 1", "ms Standard"]).await?;
    // Local carries the regions of its own column only.
    walk.connect("bulk", "reports").await?;
    walk.found("Connection bulk to reports sku_too_small").await?;
    walk.covered("Ashburn data center", "reports", &["needs Standard"]).await?;
    walk.add_circuit("rest", "Ashburn data center", "Washington DC").await?;
    walk.set("ExpressRoute Direct port pair", "port").await?;
    walk.set("Bandwidth", "5 Gbps").await?;
    walk.open("bulk to reports").await?;
    walk.set("Circuit", "rest").await?;
    walk.gone("sku_too_small").await?;
    walk.covered("Ashburn data center", "reports", &["1 of 1", "ms Standard"]).await?;
    // 10 and 5 Gbps are more than the one port that is left when the other fails.
    walk.left(&["direct_oversubscribed"]).await?;
    walk.saves_as("direct-with-local.json").await?;
    walk.atlas.close().await
}
