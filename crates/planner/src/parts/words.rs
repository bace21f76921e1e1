//! What the outline says about a part.

use crate::judge::{judged, verdict_words};
use crate::parts::{PartAt, PartList};
use reach::catalog::Catalog;
use reach::plan::words::WorkloadKind;
use reach::plan::{
    Connection, DirectPort, Gateway, LocationRef, Plan, PlanCircuit, PlanLink, RegionRef, Site, Workload,
};

/// A part in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// What it is called.
    pub title: String,
    /// What stands below that.
    pub told: String,
    /// A word at the end of the row.
    pub note: &'static str,
}

/// So many circuits are named in the row of a site.
const NAMED: usize = 3;

/// The row of a part; none when the plan has none there.
pub fn head(catalog: &Catalog, plan: &Plan, part: PartAt) -> Option<Head> {
    let at = part.at;
    match part.list {
        PartList::Sites => plan.sites.get(at).map(|it| site(plan, it)),
        PartList::Workloads => plan.workloads.get(at).map(|it| workload(catalog, it)),
        PartList::Circuits => plan.circuits.get(at).map(|it| circuit(catalog, it)),
        PartList::Connections => plan.connections.get(at).map(|it| connection(plan, it)),
        PartList::Links => plan.links.get(at).map(|it| link(catalog, plan, it)),
        PartList::Gateways => plan.gateways.get(at).map(|it| gateway(catalog, it)),
        PartList::DirectPorts => plan.direct_ports.get(at).map(|it| direct_port(catalog, it)),
    }
}

/// What a part is called where its kind is not seen, such as `Circuit c1`.
pub fn full_title(catalog: &Catalog, plan: &Plan, pointer: &str) -> String {
    let Some(part) = PartAt::of(pointer) else { return words::said("The plan") };
    let title = head(catalog, plan, part).unwrap_or_default().title;
    match part.list {
        PartList::Sites => title,
        PartList::Workloads => title,
        PartList::Circuits => words::say_with("Circuit {title}", &[("title", &title.to_string())]),
        PartList::Connections => words::say_with("Connection {title}", &[("title", &title.to_string())]),
        PartList::Links => words::say_with("Link {title}", &[("title", &title.to_string())]),
        PartList::Gateways => words::say_with("Gateway {title}", &[("title", &title.to_string())]),
        PartList::DirectPorts => words::say_with("Direct port pair {title}", &[("title", &title.to_string())]),
    }
}

fn site(plan: &Plan, site: &Site) -> Head {
    let mut via = plan.circuits.iter().filter(|it| it.site.as_deref() == Some(&site.id)).map(|it| it.id.as_str());
    let named: Vec<&str> = via.by_ref().take(NAMED).collect();
    let told = match (named.is_empty(), via.count()) {
        (true, _) => words::said("no circuit yet"),
        (false, 0) => words::say_with("via {named}", &[("named", &(named.join(", ")).to_string())]),
        (false, more) => words::say_with(
            "via {named} and {more} more",
            &[("named", &(named.join(", ")).to_string()), ("more", &more.to_string())],
        ),
    };
    Head { title: site.title().to_owned(), told, note: "" }
}

fn workload(catalog: &Catalog, workload: &Workload) -> Head {
    let told = match workload.kind {
        WorkloadKind::Region => region(catalog, workload.region.as_ref()),
        WorkloadKind::AzureVmwareSolution => {
            format!("{}, {}", workload.kind.name(), region(catalog, workload.region.as_ref()))
        }
        WorkloadKind::Microsoft365 | WorkloadKind::Dynamics365 => workload.kind.name().to_owned(),
    };
    Head { title: workload.title().to_owned(), told, note: "" }
}

fn region(catalog: &Catalog, region: Option<&RegionRef>) -> String {
    match region {
        None => words::said("region undecided"),
        Some(RegionRef::Known(id)) => catalog.region(*id).name.clone(),
        Some(RegionRef::Unknown(slug)) => not_in_data(slug),
    }
}

/// The name of a location, or what is to be said about one that the data set does not have.
pub fn location(catalog: &Catalog, location: &LocationRef) -> String {
    match location {
        LocationRef::Known(id) => catalog.location(*id).name.clone(),
        LocationRef::Unknown(slug) => not_in_data(slug),
    }
}

fn not_in_data(slug: &str) -> String {
    words::say_with("{slug}: not in this data set, kept as it stands", &[("slug", slug)])
}

fn circuit(catalog: &Catalog, circuit: &PlanCircuit) -> Head {
    let place = location(catalog, &circuit.location);
    let told = match circuit.bandwidth_mbps {
        Some(mbps) => format!("{place}, {}", bandwidth(mbps)),
        None => place,
    };
    Head { title: circuit.id.clone(), told, note: circuit.tier.map_or("undecided", reach::sku::Sku::name) }
}

/// A bandwidth with its unit.
pub fn bandwidth(mbps: u32) -> String {
    if mbps >= 1_000 && mbps.is_multiple_of(1_000) {
        words::say_with("{speed} Gbps", &[("speed", &(mbps / 1_000).to_string())])
    } else {
        words::say_with("{speed} Mbps", &[("speed", &words::number(mbps as usize))])
    }
}

fn connection(plan: &Plan, connection: &Connection) -> Head {
    let gateway = connection.gateway.as_deref();
    let title_of = |id: &str| plan.gateways.iter().find(|it| it.id == id).and_then(|it| it.name.clone());
    let gateway_name = gateway.map(|id| title_of(id).unwrap_or_else(|| id.to_owned()));
    let to = connection.workload.clone().or_else(|| gateway_name.clone()).unwrap_or_else(|| words::said("nothing yet"));
    let mut told = Vec::new();
    match (&connection.workload, gateway_name) {
        (Some(_), Some(name)) => told.push(words::say_with("through {name}", &[("name", &name.to_string())])),
        (Some(_), None) => told.push(words::said("gateway not named")),
        (None, Some(_)) => told.push(words::said("every workload of its region")),
        (None, None) => {}
    }
    told.extend(connection.weight.map(|it| words::say_with("weight {it}", &[("it", &it.to_string())])));
    told.extend(connection.role.map(|it| it.as_str().to_owned()));
    Head {
        title: words::say_with(
            "{circuit} to {to}",
            &[("circuit", &connection.circuit.to_string()), ("to", &to.to_string())],
        ),
        told: told.join(", "),
        note: "",
    }
}

fn link(catalog: &Catalog, plan: &Plan, link: &PlanLink) -> Head {
    let told = match judged(catalog, plan, &link.from, &link.to) {
        Some(answer) => {
            let far = words::distance(answer.distance.0.whole(), answer.distance.1);
            let verdict = words::say(verdict_words(answer.verdict));
            words::say_with("{verdict}, {far} {unit}", &[("verdict", &verdict), ("far", &far), ("unit", words::unit())])
        }
        None => words::said("an end is missing, undecided or not in this data set"),
    };
    Head {
        title: words::say_with("{from} to {to}", &[("from", &link.from.to_string()), ("to", &link.to.to_string())]),
        told,
        note: "",
    }
}

fn gateway(catalog: &Catalog, gateway: &Gateway) -> Head {
    let title = gateway.name.clone().unwrap_or_else(|| gateway.id.clone());
    let sku = gateway.sku.map_or_else(|| gateway.kind.map_or("SKU undecided", |it| it.name()), |it| it.name());
    Head { title, told: format!("{}, {sku}", region(catalog, Some(&gateway.region))), note: "" }
}

fn direct_port(catalog: &Catalog, port: &DirectPort) -> Head {
    let place = location(catalog, &port.location);
    let speed = port.port_gbps.map_or_else(
        || words::said("speed undecided"),
        |it| words::say_with("2 × {it} Gbps", &[("it", &it.to_string())]),
    );
    Head { title: port.id.clone(), told: format!("{place}, {speed}"), note: "" }
}
