use super::{add, duplicate, remove};
use crate::parts::{PartAt, PartList};
use reach::catalog::Catalog;
use reach::geo::LonLat;
use reach::import::cities::Found;
use reach::plan::{Plan, Site};

fn catalog() -> Catalog {
    Catalog::from_packed(tables::CORE).unwrap()
}

/// A new site in a world whose only city is Gdansk.
fn new_site(text: &str) -> Site {
    let gdansk = LonLat::new(18.6491, 54.3523).unwrap();
    super::new_site(text, &|city, _| if city == "Gdansk" { Found::One(gdansk) } else { Found::Nothing })
}

/// The plan after adding one part of each of these lists.
fn with(catalog: &Catalog, plan: Plan, lists: &[PartList]) -> Plan {
    lists.iter().fold(plan, |plan, list| {
        let edit = add(catalog, &plan, *list, None).unwrap_or_else(|| panic!("{list:?} cannot be added"));
        plan.with(catalog, edit)
    })
}

#[test]
fn every_kind_of_part_can_be_added_and_removed_again() {
    let catalog = catalog();
    use PartList::{Circuits, Connections, DirectPorts, Gateways, Links, Sites, Workloads};
    let empty = Plan::new(&catalog);
    for list in [Connections, Links] {
        assert_eq!(add(&catalog, &empty, list, None), None, "{list:?} join what is not there");
    }
    let order = [Sites, Workloads, Circuits, Circuits, Gateways, DirectPorts, Connections, Links];
    let plan = with(&catalog, empty, &order);
    let counts = PartList::ALL.iter().map(|list| list.len(&plan)).collect::<Vec<_>>();
    // Sites, workloads, circuits, connections, links, gateways, port pairs.
    assert_eq!(counts, [1, 1, 2, 1, 1, 1, 1]);
    for list in PartList::ALL {
        let before = list.len(&plan);
        let part = PartAt { list: *list, at: 0 };
        let after = plan.with(&catalog, remove(&plan, part).unwrap());
        assert_eq!(list.len(&after), before - 1, "{list:?}");
        assert_eq!(remove(&plan, PartAt { list: *list, at: before }), None, "{list:?} has no part there");
    }
}

#[test]
fn the_same_again_gets_an_id_of_its_own() {
    let catalog = catalog();
    let mut plan = with(&catalog, Plan::new(&catalog), &[PartList::Circuits, PartList::Gateways]);
    plan.circuits[0].bandwidth_mbps = Some(500);
    let first = PartAt { list: PartList::Circuits, at: 0 };
    let twice = plan.with(&catalog, duplicate(&plan, first).unwrap());
    assert_eq!(twice.circuits.len(), 2);
    assert_ne!(twice.circuits[0].id, twice.circuits[1].id);
    assert_eq!(twice.circuits[1].bandwidth_mbps, Some(500));
    assert_eq!(twice.circuits[0], plan.circuits[0], "the first stays as it was");
    let gateway = PartAt { list: PartList::Gateways, at: 0 };
    let twice = plan.with(&catalog, duplicate(&plan, gateway).unwrap());
    assert_eq!(twice.gateways.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["gateway", "gateway-2"]);
}

#[test]
fn a_circuit_without_a_chosen_place_goes_to_the_site_that_has_none() {
    let catalog = catalog();
    let mut plan = Plan::new(&catalog);
    for text in ["52.37, 4.9", "-33.92, 18.42"] {
        let site = new_site(text);
        plan = plan.with(&catalog, reach::plan::edit::Edit::AddSites(vec![site]));
    }
    let slug_of = |plan: &Plan, at: usize| plan.circuits[at].location.slug(&catalog).to_owned();
    let plan = with(&catalog, plan, &[PartList::Circuits]);
    assert!(slug_of(&plan, 0).starts_with("amsterdam"), "{}", slug_of(&plan, 0));
    assert_eq!(plan.circuits[0].site.as_deref(), Some("site"), "it serves that site");
    let plan = with(&catalog, plan, &[PartList::Circuits]);
    assert!(slug_of(&plan, 1).starts_with("cape-town"), "{}", slug_of(&plan, 1));
    assert_eq!(plan.circuits[1].site.as_deref(), Some("site-2"));
}

#[test]
fn connections_and_links_join_what_is_not_joined_yet() {
    let catalog = catalog();
    use PartList::{Circuits, Connections, Links, Workloads};
    let plan = with(&catalog, Plan::new(&catalog), &[Workloads, Circuits, Circuits, Circuits]);
    let plan = with(&catalog, plan, &[Connections, Connections, Links, Links, Links]);
    let of = |at: usize| (plan.connections[at].circuit.clone(), plan.connections[at].workload.clone());
    assert_ne!(of(0), of(1));
    let mut ends: Vec<[&str; 2]> = plan.links.iter().map(|it| [it.from.as_str(), it.to.as_str()]).collect();
    ends.sort_unstable();
    ends.dedup();
    assert_eq!(ends.len(), 3, "three circuits make three pairs");
    assert_eq!(add(&catalog, &plan, Links, None), None, "every pair has its link");
}

#[test]
fn a_site_comes_by_name_city_or_coordinates() {
    let named = new_site(" Amsterdam HQ ");
    assert_eq!((named.id.as_str(), named.name.as_deref()), ("amsterdam-hq", Some("Amsterdam HQ")));
    assert_eq!(named.point(), None);
    let city = new_site("Gdansk");
    assert_eq!(
        city.latitude.zip(city.longitude).map(|it| format!("{} {}", it.0, it.1)).as_deref(),
        Some("54.35 18.65")
    );
    let placed = new_site("52.37, 4.9");
    assert_eq!((placed.id.as_str(), placed.name.as_deref()), ("site", None));
    assert_eq!(placed.latitude.map(|it| it.to_string()).as_deref(), Some("52.37"));
    assert_eq!(placed.longitude.map(|it| it.to_string()).as_deref(), Some("4.9"));
    let id_of = |name: &str| new_site(name).id;
    assert_eq!((id_of("Zürich Süd"), id_of("São Paulo")), ("zurich-sud".to_owned(), "sao-paulo".to_owned()));
    assert_eq!(id_of("東京"), "site");
    assert_eq!(new_site("").name, None);
}
