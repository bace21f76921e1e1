//! Plans to start from: a few choices make a whole plan.

use crate::catalog::Catalog;
use crate::id::{PeeringLocationId, RegionId};
use crate::phrase::phrase;
use crate::plan::edit::free_id;
use crate::plan::words::{ConnectionRole, Resiliency};
use crate::plan::{
    Connection, DirectPort, Intent, LocationRef, Plan, PlanCircuit, PlanLink, RegionRef, Site, Workload,
};
use crate::sku::Sku;

/// A shape of plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// One circuit at one location.
    Single,
    /// One circuit at a Metro location.
    Metro,
    /// Two circuits at two locations, for one site.
    Maximum,
    /// Two sites that share two circuits, one near each, over a network of their own; both circuits are connected to both
    /// workloads.
    BowTie,
    /// Two sites in two geographies, each with two circuits, Premium, and a link between the sites.
    TwoGeographies,
    /// A Direct port pair with a Local and a Standard circuit on it.
    DirectWithLocal,
}

impl Template {
    /// Every template.
    pub const ALL: &'static [Template] = &[
        Template::Single,
        Template::Metro,
        Template::Maximum,
        Template::BowTie,
        Template::TwoGeographies,
        Template::DirectWithLocal,
    ];

    /// Its name, as shown.
    pub fn name(self) -> &'static str {
        match self {
            Template::Single => phrase("Single location"),
            Template::Metro => phrase("Metro"),
            Template::Maximum => phrase("Maximum resiliency"),
            Template::BowTie => phrase("Bow tie"),
            Template::TwoGeographies => phrase("Two geographies"),
            Template::DirectWithLocal => phrase("Direct with Local"),
        }
    }

    /// What it is for, in a sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Template::Single => phrase("One circuit at one peering location, for tests and what may stand still."),
            Template::Metro => phrase("One circuit over two sites of a city: it survives one of them, not the city."),
            Template::Maximum => phrase("Two circuits at two peering locations, for what must not stand still."),
            Template::BowTie => phrase("Two sites share two circuits, and both circuits are connected to two regions."),
            Template::TwoGeographies => phrase(
                "A site in each of two geographies, two Premium circuits for each, and Global Reach between the sites.",
            ),
            Template::DirectWithLocal => phrase(
                "Your own port pair at Microsoft's edge, with a Local circuit for the region nearby and a Standard one beside it.",
            ),
        }
    }

    /// How many sites it is for.
    pub fn sites(self) -> usize {
        match self {
            Template::Single | Template::Metro | Template::Maximum | Template::DirectWithLocal => 1,
            Template::BowTie | Template::TwoGeographies => 2,
        }
    }

    /// How many locations it wants, and how many regions.
    pub fn wants(self) -> (usize, usize) {
        match self {
            Template::Single | Template::Metro | Template::DirectWithLocal => (1, 1),
            Template::Maximum => (2, 1),
            Template::BowTie => (2, 2),
            Template::TwoGeographies => (4, 2),
        }
    }
}

/// What a template is filled with. What is missing is left out; what is too much is not looked at.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// The sites: the first serves the first half of the locations, the second the rest.
    pub sites: Vec<Site>,
    /// The peering locations.
    pub locations: Vec<PeeringLocationId>,
    /// The regions of the workloads.
    pub regions: Vec<RegionId>,
    /// The size of every circuit in Mbps; none while undecided.
    pub bandwidth_mbps: Option<u32>,
}

/// The plan of a template. It starts in the cloud of the first location.
pub fn plan(catalog: &Catalog, template: Template, choices: &Choices) -> Plan {
    let mut plan = Plan::new(catalog);
    plan.name = template.name().to_owned();
    let (locations, regions) = template.wants();
    let locations = choices.locations.get(..locations).unwrap_or(&choices.locations);
    let regions = choices.regions.get(..regions).unwrap_or(&choices.regions);
    if let Some(first) = locations.first() {
        plan.cloud = catalog.location(*first).cloud;
    }
    plan.sites = choices.sites.iter().take(template.sites()).cloned().collect();
    plan.intent = Intent { resiliency: Some(intended(template)), ..Intent::default() };
    for region in regions {
        let slug = &catalog.region(*region).slug;
        let id = free_id(slug, |id| plan.workloads.iter().any(|it| it.id == id));
        plan.workloads.push(Workload::in_region(&id, RegionRef::Known(*region)));
    }
    match template {
        Template::DirectWithLocal => direct_with_local(catalog, &mut plan, locations, choices),
        Template::Single | Template::Metro | Template::Maximum | Template::BowTie | Template::TwoGeographies => {
            circuits(catalog, &mut plan, template, locations, choices);
        }
    }
    plan
}

fn intended(template: Template) -> Resiliency {
    match template {
        Template::Single | Template::DirectWithLocal => Resiliency::Standard,
        Template::Metro => Resiliency::High,
        Template::Maximum | Template::BowTie | Template::TwoGeographies => Resiliency::Maximum,
    }
}

/// A circuit at each location, connected to every workload, and linked to the circuits of the other site.
fn circuits(
    catalog: &Catalog,
    plan: &mut Plan,
    template: Template,
    locations: &[PeeringLocationId],
    choices: &Choices,
) {
    let sku = match template {
        Template::TwoGeographies => Sku::Premium,
        Template::Single | Template::Metro | Template::Maximum | Template::BowTie | Template::DirectWithLocal => {
            smallest(catalog, plan, locations)
        }
    };
    for (at, location) in locations.iter().enumerate() {
        let site = match template {
            // The sites share the circuits over a network of their own, so that neither circuit belongs to one site.
            Template::BowTie => None,
            Template::TwoGeographies => plan.sites.get(at / 2),
            Template::Single | Template::Metro | Template::Maximum | Template::DirectWithLocal => plan.sites.first(),
        };
        let site = site.map(|it| it.id.clone());
        add(catalog, plan, *location, sku, site, choices.bandwidth_mbps);
    }
    if template == Template::TwoGeographies {
        link_sites(plan);
    }
}

/// The smaller of Standard and Premium that reaches every workload from every location.
fn smallest(catalog: &Catalog, plan: &Plan, locations: &[PeeringLocationId]) -> Sku {
    let regions = plan.workloads.iter().filter_map(crate::planned::region_of);
    let standard_will_do = regions.clone().all(|region| {
        locations.iter().all(|location| {
            let circuit = crate::reachable::Circuit {
                location: *location,
                sku: Sku::Standard,
                peering: crate::sku::Peering::Private,
            };
            let judged = crate::reachable::judge(catalog, circuit, crate::reachable::Destination::Region(region));
            judged.verdict == crate::reachable::Verdict::Reachable
        })
    });
    if standard_will_do { Sku::Standard } else { Sku::Premium }
}

/// Adds a circuit with a connection to every workload, and gives its id.
fn add(
    catalog: &Catalog,
    plan: &mut Plan,
    location: PeeringLocationId,
    sku: Sku,
    site: Option<String>,
    bandwidth_mbps: Option<u32>,
) -> String {
    let id = plan.free_circuit_id(&catalog.location(location).slug);
    let circuit = PlanCircuit { site, bandwidth_mbps, ..PlanCircuit::new(&id, LocationRef::Known(location), sku) };
    plan.circuits.push(circuit);
    for workload in &plan.workloads {
        plan.connections.push(Connection { role: Some(ConnectionRole::Active), ..Connection::new(&id, &workload.id) });
    }
    id
}

/// Links the first circuits of the two sites.
fn link_sites(plan: &mut Plan) {
    let mut firsts: Vec<&PlanCircuit> = Vec::new();
    for circuit in &plan.circuits {
        if firsts.iter().all(|it| it.site != circuit.site) {
            firsts.push(circuit);
        }
    }
    if let [first, second] = firsts[..] {
        let link = PlanLink::new(&first.id, &second.id);
        plan.links.push(link);
    }
}

/// A port pair of 10 Gbps with a Local circuit for the region at hand, and a Standard one beside it for other regions.
fn direct_with_local(catalog: &Catalog, plan: &mut Plan, locations: &[PeeringLocationId], choices: &Choices) {
    let Some(location) = locations.first() else { return };
    let port = DirectPort::new("port", LocationRef::Known(*location), 10);
    plan.direct_ports.push(port);
    let site = plan.sites.first().map(|it| it.id.clone());
    for sku in [Sku::Local, Sku::Standard] {
        let id = add(catalog, plan, *location, sku, site.clone(), choices.bandwidth_mbps);
        if let Some(circuit) = plan.circuits.iter_mut().find(|it| it.id == id) {
            circuit.direct_port = Some("port".to_owned());
        }
    }
}
