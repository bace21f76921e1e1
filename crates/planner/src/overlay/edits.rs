//! What a hand on the map changes in the plan, as edits: each is one step that can be undone.

use reach::catalog::Catalog;
use reach::geo::LonLat;
use reach::id::PeeringLocationId;
use reach::plan::edit::Edit;
use reach::plan::words::WorkloadKind;
use reach::plan::{Connection, LocationRef, Plan, PlanCircuit, RegionRef, Site, Workload};
use reach::reachable::{Circuit, Destination, Verdict, judge};
use reach::sku::{Peering, Sku};
use serde_json::Number;

/// A Standard circuit for a site of the plan, at a location, connected to every workload in a region that it reaches
/// over private peering: that is what a line to the cloud is drawn for. A workload that others reach through a gateway
/// is reached through the same one. None when the plan has no such site.
///
/// The first circuit of a plan puts the plan into the cloud of its location.
pub fn circuit_to(catalog: &Catalog, plan: &Plan, site: usize, location: PeeringLocationId) -> Option<Edit> {
    let row = catalog.location(location);
    let id = plan.free_circuit_id(&row.slug);
    let mut circuit = PlanCircuit::new(&id, LocationRef::Known(location), Sku::Standard);
    circuit.site = Some(plan.sites.get(site)?.id.clone());
    let mut edits = Vec::new();
    if plan.circuits.is_empty() && plan.cloud != row.cloud {
        edits.push(Edit::SetCloud(row.cloud));
    }
    edits.push(Edit::PutCircuit(Box::new(circuit)));
    for workload in plan.workloads.iter().filter(|it| is_reached(catalog, location, it)) {
        let same = plan.connections.iter().find(|it| it.workload.as_ref() == Some(&workload.id));
        let gateway = same.and_then(|it| it.gateway.clone());
        edits.push(Edit::AddConnection(Connection { gateway, ..Connection::new(&id, &workload.id) }));
    }
    Some(Edit::All(edits))
}

fn is_reached(catalog: &Catalog, location: PeeringLocationId, workload: &Workload) -> bool {
    let private = workload.peering.unwrap_or(Peering::Private) == Peering::Private;
    let region = workload.region.as_ref().and_then(RegionRef::known);
    let circuit = Circuit { location, sku: Sku::Standard, peering: Peering::Private };
    let reached = |region| judge(catalog, circuit, Destination::Region(region)).verdict == Verdict::Reachable;
    workload.kind == WorkloadKind::Region && private && region.is_some_and(reached)
}

/// A new site at a point, named after its number. Its degrees are as exact as a pixel of the map was, `px_per_radian`.
pub fn site_at(plan: &Plan, point: LonLat, px_per_radian: f64) -> Edit {
    let number = plan.sites.len() + 1;
    let decimals = decimals_of(px_per_radian);
    let degrees = |value: f64| {
        // At least a digit after the point, as people write degrees; a negative zero is a zero.
        let text = format!("{value:.decimals$}");
        let text = if text.trim_matches(['-', '0', '.']).is_empty() { "0.0".to_owned() } else { text };
        text.parse::<Number>().ok()
    };
    Edit::AddSites(vec![Site {
        id: format!("site-{number}"),
        name: Some(words::say_with("Site {number}", &[("number", &number.to_string())])),
        latitude: degrees(point.lat()),
        longitude: degrees(point.lon()),
        ..Site::default()
    }])
}

/// How many decimals of a degree a pixel is worth, at most five: a meter.
fn decimals_of(px_per_radian: f64) -> usize {
    let px_per_degree = px_per_radian.max(1.0).to_radians();
    (1..5).find(|decimals| 10.0_f64.powi(*decimals) >= px_per_degree).unwrap_or(5) as usize
}

#[cfg(test)]
mod tests {
    use super::{circuit_to, decimals_of, site_at};
    use reach::catalog::Catalog;
    use reach::geo::LonLat;
    use reach::plan::words::WorkloadKind;
    use reach::plan::{Connection, LocationRef, Plan, PlanCircuit, RegionRef, Site, Workload};
    use reach::sku::{Cloud, Sku};

    fn catalog() -> Catalog {
        Catalog::from_packed(tables::CORE).unwrap()
    }

    /// A plan with a site in Rotterdam, and workloads in these regions.
    fn plan(catalog: &Catalog, regions: &[&str]) -> Plan {
        let mut plan = Plan::new(catalog);
        plan.sites.push(Site::at("rotterdam", "Rotterdam", 52.into(), 4.into()));
        plan.workloads.extend(regions.iter().map(|it| Workload::in_region(it, RegionRef::from_slug(catalog, it))));
        plan
    }

    fn drawn(catalog: &Catalog, plan: &Plan, location: &str) -> Plan {
        let location = catalog.location_by_slug(location).unwrap();
        plan.with(catalog, circuit_to(catalog, plan, 0, location).unwrap())
    }

    fn carried(plan: &Plan) -> Vec<(&str, &str)> {
        plan.connections.iter().map(|it| (it.circuit.as_str(), it.workload.as_deref().unwrap())).collect()
    }

    #[test]
    fn a_line_from_a_site_to_a_location_is_a_standard_circuit_for_that_site() {
        let catalog = catalog();
        let after = drawn(&catalog, &plan(&catalog, &[]), "amsterdam");
        assert_eq!(after.circuits.len(), 1);
        let circuit = &after.circuits[0];
        assert_eq!((circuit.id.as_str(), circuit.site.as_deref()), ("amsterdam", Some("rotterdam")));
        assert_eq!((circuit.tier, circuit.bandwidth_mbps), (Some(Sku::Standard), None));
        assert_eq!(after.connections, []);
    }

    #[test]
    fn it_carries_what_standard_reaches_and_nothing_else() {
        let catalog = catalog();
        let mut before = plan(&catalog, &["westeurope", "eastus", "germanywestcentral"]);
        before.workloads.push(Workload::service("mail", WorkloadKind::Microsoft365));
        let after = drawn(&catalog, &before, "amsterdam");
        assert_eq!(carried(&after), [("amsterdam", "westeurope"), ("amsterdam", "germanywestcentral")]);
    }

    #[test]
    fn a_second_line_is_a_second_circuit_through_the_same_gateway() {
        let catalog = catalog();
        let mut before = plan(&catalog, &["westeurope"]);
        let location = LocationRef::from_slug(&catalog, "amsterdam");
        before.circuits.push(PlanCircuit::new("amsterdam", location, Sku::Standard));
        let through = Connection { gateway: Some("gw".to_owned()), ..Connection::new("amsterdam", "westeurope") };
        before.connections.push(through);
        let after = drawn(&catalog, &before, "amsterdam");
        assert_eq!(after.circuits[1].id, "amsterdam-2");
        assert_eq!(after.connections[1].gateway.as_deref(), Some("gw"));
    }

    #[test]
    fn the_first_circuit_decides_the_cloud() {
        let catalog = catalog();
        let beijing = catalog.location_ids().find(|id| catalog.location(*id).cloud == Cloud::China).unwrap();
        let slug = catalog.location(beijing).slug.clone();
        assert_eq!(drawn(&catalog, &plan(&catalog, &[]), &slug).cloud, Cloud::China);
    }

    #[test]
    fn a_site_that_is_gone_gets_no_circuit() {
        let catalog = catalog();
        let location = catalog.location_by_slug("amsterdam").unwrap();
        assert_eq!(circuit_to(&catalog, &Plan::new(&catalog), 0, location), None);
    }

    #[test]
    fn a_clicked_site_is_as_exact_as_the_map_was() {
        // A degree is 4 px at the scale of a world map (230 px a radian), 1,745 px where a pixel is a street.
        assert_eq!([230.0, 1_000.0, 100_000.0].map(decimals_of), [1, 2, 4]);
        let catalog = catalog();
        let before = plan(&catalog, &[]);
        let after = before.with(&catalog, site_at(&before, LonLat::new(4.4791, -0.0004).unwrap(), 1_000.0));
        let site = &after.sites[1];
        assert_eq!((site.id.as_str(), site.title()), ("site-2", "Site 2"));
        assert_eq!(site.longitude.as_ref().unwrap().to_string(), "4.48");
        assert_eq!(site.latitude.as_ref().unwrap().to_string(), "0.0");
    }
}
