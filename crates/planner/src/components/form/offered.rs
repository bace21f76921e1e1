//! What can be chosen for a field, out of the data set and out of the plan.

use crate::components::form::field::Choices;
use crate::parts::words::bandwidth;
use reach::catalog::Catalog;
use reach::id::GeopoliticalRegionId;
use reach::limits::Limits;
use reach::order::sort_by_number;
use reach::plan::LocationRef;
use reach::planned::Facts;
use reach::sku::Cloud;
use reach::tables::RegionStatus;

/// One that decides nothing.
pub fn undecided(shown: &str) -> Choices {
    Choices { heading: String::new(), options: vec![(String::new(), shown.to_owned())] }
}

/// The peering locations of a cloud under their geopolitical regions, in the order of their names; Metro locations last.
pub fn locations(catalog: &Catalog, cloud: Cloud) -> Vec<Choices> {
    let here = || catalog.location_ids().map(|id| catalog.location(id)).filter(|it| it.cloud == cloud);
    let group = |id: GeopoliticalRegionId| {
        let single = here().filter(|it| it.geopolitical_region == id && !it.metro);
        let options = single.map(|it| (it.slug.clone(), it.name.clone())).collect();
        Choices { heading: catalog.geopolitical_region(id).name.clone(), options }
    };
    let mut groups: Vec<Choices> = catalog.geopolitical_region_ids().map(group).collect();
    let metros = here().filter(|it| it.metro).map(|it| (it.slug.clone(), it.name.clone())).collect();
    groups.push(Choices { heading: words::said("Metro locations"), options: metros });
    groups.retain(|it| !it.options.is_empty());
    groups
}

/// The live regions of a cloud under their geopolitical regions; those that no document places last.
pub fn regions(catalog: &Catalog, cloud: Cloud) -> Vec<Choices> {
    let group = |id: Option<GeopoliticalRegionId>, heading: &str| {
        let here = catalog.live_regions(cloud).map(|it| catalog.region(it));
        let options = here.filter(|it| it.geopolitical_region == id).map(|it| (it.slug.clone(), it.name.clone()));
        Choices { heading: heading.to_owned(), options: options.collect() }
    };
    let placed = catalog.geopolitical_region_ids().map(|id| group(Some(id), &catalog.geopolitical_region(id).name));
    let mut groups: Vec<Choices> = placed.collect();
    groups.push(group(None, &words::said("Geopolitical region not documented")));
    groups.push(not_live(catalog, cloud));
    groups.retain(|it| !it.options.is_empty());
    groups
}

fn not_live(catalog: &Catalog, cloud: Cloud) -> Choices {
    let word = |status: RegionStatus| match status {
        RegionStatus::Live => "live",
        RegionStatus::Announced => "announced",
        RegionStatus::Canary => "early updates",
        RegionStatus::Retired => "retired",
    };
    let rows = catalog.region_ids().map(|id| catalog.region(id));
    let others = rows.filter(|it| it.cloud == cloud && it.status != RegionStatus::Live);
    let options = others.map(|it| (it.slug.clone(), format!("{}, {}", it.name, word(it.status)))).collect();
    Choices { heading: words::said("Not in use"), options }
}

/// The geopolitical regions of a cloud.
pub fn geopolitical_regions(catalog: &Catalog, cloud: Cloud, none: &str) -> Vec<Choices> {
    let rows = catalog.geopolitical_region_ids().map(|id| catalog.geopolitical_region(id));
    let options = rows.filter(|it| it.cloud == cloud).map(|it| (it.slug.clone(), it.name.clone())).collect();
    vec![undecided(none), Choices { heading: String::new(), options }]
}

/// The providers at a location, then those that are announced there, then all others.
pub fn providers(facts: Facts<'_>, location: &LocationRef) -> Vec<Choices> {
    let names = &facts.providers.providers;
    let offers = facts.providers.offers.iter().filter(|it| Some(it.location) == location.known());
    let mut here: Vec<(usize, bool)> = offers.map(|it| (usize::from(it.provider), it.available)).collect();
    sort_by_number(&mut here, |it| it.0 as u64);
    let name = |at: usize| names.get(at).map(|it| (it.clone(), it.clone()));
    let at = |available: bool| here.iter().filter(move |it| it.1 == available).filter_map(|it| name(it.0)).collect();
    let elsewhere = (0..names.len()).filter(|at| here.binary_search_by_key(at, |it| it.0).is_err());
    let group = |heading: &str, options| Choices { heading: heading.to_owned(), options };
    let mut groups = vec![
        undecided(&words::said("Undecided")),
        group(&words::said("At the location"), at(true)),
        group(&words::said("Announced there, not active yet"), at(false)),
        group(&words::said("Not listed there"), elsewhere.filter_map(name).collect()),
    ];
    groups.retain(|it| !it.options.is_empty());
    groups
}

/// The documented sizes of circuits, through providers or on Direct ports.
pub fn bandwidths(limits: &Limits, direct: bool) -> Vec<Choices> {
    let listed = limits.bandwidths.iter().filter(|it| if direct { it.direct } else { it.provider });
    let options = listed.map(|it| (it.mbps.to_string(), bandwidth(it.mbps))).collect();
    vec![undecided(&words::said("Undecided")), Choices { heading: String::new(), options }]
}

/// The speeds of Direct port pairs.
pub fn port_speeds(limits: &Limits) -> Vec<Choices> {
    let options = limits.direct_ports.iter().map(|it| {
        (it.port_gbps.to_string(), words::say_with("2 × {speed} Gbps", &[("speed", &it.port_gbps.to_string())]))
    });
    vec![undecided(&words::said("Undecided")), Choices { heading: String::new(), options: options.collect() }]
}

/// Parts of the plan by their ids and titles, after one that names none.
pub fn parts(titles: impl Iterator<Item = (String, String)>, none: &str) -> Vec<Choices> {
    let shown = |(id, title): (String, String)| {
        let shown = if id == title { title } else { format!("{title} ({id})") };
        (id, shown)
    };
    vec![undecided(none), Choices { heading: String::new(), options: titles.map(shown).collect() }]
}

#[cfg(test)]
mod tests {
    use super::{bandwidths, locations, providers, regions};
    use crate::components::form::field::Choices;
    use reach::catalog::Catalog;
    use reach::limits::Limits;
    use reach::plan::LocationRef;
    use reach::planned::Facts;
    use reach::sku::Cloud;
    use reach::tables::ProviderTables;

    fn under<'c>(choices: &'c [Choices], heading: &str) -> Vec<&'c str> {
        let group = choices.iter().find(|it| it.heading == heading);
        group.map(|it| it.options.iter().map(|(value, _)| value.as_str()).collect()).unwrap_or_default()
    }

    #[test]
    fn locations_stand_under_their_geopolitical_region_and_metros_apart() {
        let catalog = Catalog::from_packed(tables::CORE).unwrap();
        let choices = locations(&catalog, Cloud::Public);
        assert!(under(&choices, "Europe").contains(&"amsterdam"));
        assert!(under(&choices, "Metro locations").contains(&"amsterdam-metro"));
        assert!(!under(&choices, "Europe").contains(&"amsterdam-metro"));
        let all: usize = choices.iter().map(|it| it.options.len()).sum();
        let public = catalog.location_ids().filter(|id| catalog.location(*id).cloud == Cloud::Public).count();
        assert_eq!(all, public, "every location once");
    }

    #[test]
    fn every_live_region_is_offered_once() {
        let catalog = Catalog::from_packed(tables::CORE).unwrap();
        let choices = regions(&catalog, Cloud::Public);
        assert!(under(&choices, "Europe").contains(&"westeurope"));
        let live: usize = choices.iter().filter(|it| it.heading != "Not in use").map(|it| it.options.len()).sum();
        assert_eq!(live, 62, "the public cloud counts 62 live regions");
    }

    #[test]
    fn providers_of_the_location_come_first_and_none_is_missing() {
        let catalog = Catalog::from_packed(tables::CORE).unwrap();
        let limits = Limits::from_packed(tables::LIMITS).unwrap();
        let tables = ProviderTables::from_packed(tables::PROVIDERS).unwrap();
        let facts = Facts { catalog: &catalog, limits: &limits, providers: &tables, say: reach::phrase::english };
        let choices = providers(facts, &LocationRef::from_slug(&catalog, "amsterdam"));
        assert!(under(&choices, "At the location").contains(&"Equinix"));
        let all: usize = choices.iter().map(|it| it.options.len()).sum();
        assert_eq!(all, tables.providers.len() + 1, "every provider once, and undecided");
        let unknown = providers(facts, &LocationRef::Unknown("atlantis".to_owned()));
        assert_eq!(under(&unknown, "Not listed there").len(), tables.providers.len());
    }

    #[test]
    fn circuits_through_providers_come_in_other_sizes_than_those_on_direct_ports() {
        let limits = Limits::from_packed(tables::LIMITS).unwrap();
        let (provider, direct) = (bandwidths(&limits, false), bandwidths(&limits, true));
        assert!(under(&provider, "").is_empty() || provider[1].options.iter().any(|it| it.0 == "50"));
        assert!(direct[1].options.iter().any(|it| it.0 == "40000") && direct[1].options.iter().all(|it| it.0 != "50"));
    }
}
