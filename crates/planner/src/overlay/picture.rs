//! What of a plan is drawn over the map, as data: how each line and mark looks is settled here.

use crate::judge::judged;
use crate::parts::{PartAt, PartList};
use reach::catalog::Catalog;
use reach::id::{PeeringLocationId, RegionId};
use reach::link::LinkVerdict;
use reach::plan::{Connection, Plan, PlanCircuit, RegionRef};
use reach::reachable::{Circuit, Destination, Verdict, reach};
use reach::sku::{Peering, Sku};
use scene::layout::{Layout, Offset, Target};
use scene::place::Place;
use scene::scene::{ArcPoint, End, arc_parts, spot_of};
use std::collections::BTreeMap;

/// How a line of the plan is drawn, in the order of drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// A circuit and what it carries: in the color of the smallest SKU that reaches it.
    Carries(Sku),
    /// A connection of which the documents do not say whether it is possible.
    Unsure,
    /// A connection that the rules do not allow, or a circuit of which too little is decided.
    Fails,
    /// A site and the location of its circuit.
    ToSite,
    /// A link that needs Premium on both circuits.
    LinkNeedsPremium,
    /// A link that the rules do not allow.
    LinkFails,
    /// A link that is possible as the circuits are.
    Linked,
}

impl Style {
    /// Every style, in the order of drawing.
    pub const ALL: [Style; 9] = [
        Style::Carries(Sku::Premium),
        Style::Carries(Sku::Standard),
        Style::Carries(Sku::Local),
        Style::Unsure,
        Style::Fails,
        Style::ToSite,
        Style::LinkNeedsPremium,
        Style::LinkFails,
        Style::Linked,
    ];
}

/// A line of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanLine {
    /// How it is drawn.
    pub style: Style,
    /// The parts of the plan that it stands for.
    pub of: Vec<PartAt>,
    /// Where it runs.
    pub parts: Vec<Vec<ArcPoint>>,
}

/// A mark of the plan beside a place: the ring around a location, or the square of a workload's region.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanMark {
    /// The parts of the plan that it stands for.
    pub of: Vec<PartAt>,
    /// Where.
    pub at: Place,
    /// How far from there.
    pub offset: Offset,
    /// Of a region: the smallest SKU by which the plan reaches it; none while no circuit does.
    pub sku: Option<Sku>,
}

/// A site that has a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SiteMark {
    /// Its place among the plan's sites.
    pub site: usize,
    /// Where it is.
    pub at: Place,
}

/// What is drawn of a plan beside its sites, at the scale of a layout.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// The lines, in the plan's order.
    pub lines: Vec<PlanLine>,
    /// The locations of circuits, once each.
    pub locations: Vec<PlanMark>,
    /// The regions of workloads, once each.
    pub regions: Vec<PlanMark>,
}

/// The sites of a plan that have a place.
pub fn sites(plan: &Plan) -> Vec<SiteMark> {
    let placed = plan.sites.iter().enumerate();
    placed.filter_map(|(site, it)| Some(SiteMark { site, at: Place::at(it.point()?) })).collect()
}

/// The picture of `plan` where `layout` has the marks.
pub fn picture(catalog: &Catalog, plan: &Plan, layout: &Layout) -> Picture {
    let by_id = |ids: Vec<&str>| -> BTreeMap<String, usize> {
        ids.into_iter().enumerate().map(|(at, id)| (id.to_owned(), at)).collect()
    };
    let mut drawing = Drawing {
        catalog,
        plan,
        layout,
        circuits: by_id(plan.circuits.iter().map(|it| it.id.as_str()).collect()),
        sites: by_id(plan.sites.iter().map(|it| it.id.as_str()).collect()),
        workloads: by_id(plan.workloads.iter().map(|it| it.id.as_str()).collect()),
        gateways: by_id(plan.gateways.iter().map(|it| it.id.as_str()).collect()),
        picture: Picture::default(),
        regions: BTreeMap::new(),
    };
    drawing.workloads();
    plan.connections.iter().enumerate().for_each(|(at, it)| drawing.connection(at, it));
    plan.circuits.iter().enumerate().for_each(|(at, it)| drawing.circuit(at, it));
    drawing.links();
    drawing.finish()
}

struct Drawing<'a> {
    catalog: &'a Catalog,
    plan: &'a Plan,
    layout: &'a Layout,
    circuits: BTreeMap<String, usize>,
    sites: BTreeMap<String, usize>,
    workloads: BTreeMap<String, usize>,
    gateways: BTreeMap<String, usize>,
    picture: Picture,
    regions: BTreeMap<RegionId, (Vec<PartAt>, Option<Sku>)>,
}

impl Drawing<'_> {
    fn workloads(&mut self) {
        for (at, workload) in self.plan.workloads.iter().enumerate() {
            if let Some(region) = workload.region.as_ref().and_then(RegionRef::known) {
                self.regions.entry(region).or_default().0.push(PartAt { list: PartList::Workloads, at });
            }
        }
    }

    /// A circuit and where its connection leads: to the gateway's region, else to the workload's.
    fn connection(&mut self, at: usize, connection: &Connection) {
        let Some((place, circuit)) = self.circuit_of(&connection.circuit) else { return };
        let Some(location) = circuit.location.known() else { return };
        let mut of = vec![PartAt { list: PartList::Connections, at }, PartAt { list: PartList::Circuits, at: place }];
        let workload = connection.workload.as_ref().and_then(|id| self.workloads.get(id)).copied();
        of.extend(workload.map(|it| PartAt { list: PartList::Workloads, at: it }));
        let gateway = connection.gateway.as_ref().and_then(|id| self.gateways.get(id)).copied();
        of.extend(gateway.map(|it| PartAt { list: PartList::Gateways, at: it }));
        let of_gateway = gateway.and_then(|it| self.plan.gateways.get(it)).map(|it| &it.region);
        let workload = workload.and_then(|it| self.plan.workloads.get(it));
        let region = of_gateway.or(workload.and_then(|it| it.region.as_ref())).and_then(RegionRef::known);
        let Some(region) = region else { return };
        let peering = workload.and_then(|it| it.peering).unwrap_or(Peering::Private);
        let under = |sku| style_of(self.catalog, Circuit { location, sku, peering }, region);
        let style = circuit.tier.map_or(Style::Fails, under);
        let entry = self.regions.entry(region).or_default();
        entry.0.push(PartAt { list: PartList::Connections, at });
        if let Style::Carries(sku) = style {
            entry.1 = Some(entry.1.map_or(sku, |it| it.min(sku)));
        }
        self.line(style, of, self.end(Target::Location(location)), self.end(Target::Region(region)));
    }

    fn circuit(&mut self, at: usize, circuit: &PlanCircuit) {
        let part = PartAt { list: PartList::Circuits, at };
        let Some(location) = circuit.location.known() else { return };
        self.ring(location, part);
        let Some(site) = circuit.site.as_ref().and_then(|id| self.sites.get(id)).copied() else { return };
        let point = self.plan.sites.get(site).and_then(reach::plan::Site::point);
        let from = point.map(|point| End { point, offset: Offset::default() });
        self.line(
            Style::ToSite,
            vec![part, PartAt { list: PartList::Sites, at: site }],
            from,
            self.end(Target::Location(location)),
        );
    }

    fn links(&mut self) {
        for (at, link) in self.plan.links.iter().enumerate() {
            let ends = (self.circuit_of(&link.from), self.circuit_of(&link.to));
            let (Some((a, from)), Some((b, to))) = ends else { continue };
            let (Some(here), Some(there)) = (from.location.known(), to.location.known()) else { continue };
            let style = match judged(self.catalog, self.plan, &link.from, &link.to).map(|it| it.verdict) {
                Some(LinkVerdict::Linkable) => Style::Linked,
                Some(LinkVerdict::NeedsPremium) => Style::LinkNeedsPremium,
                Some(LinkVerdict::NotLinkable | LinkVerdict::NotDocumented) | None => Style::LinkFails,
            };
            let of = vec![
                PartAt { list: PartList::Links, at },
                PartAt { list: PartList::Circuits, at: a },
                PartAt { list: PartList::Circuits, at: b },
            ];
            self.line(style, of, self.end(Target::Location(here)), self.end(Target::Location(there)));
        }
    }

    fn circuit_of(&self, id: &str) -> Option<(usize, &PlanCircuit)> {
        let at = *self.circuits.get(id)?;
        Some((at, self.plan.circuits.get(at)?))
    }

    fn end(&self, target: Target) -> Option<End> {
        End::of(self.catalog, self.layout, target)
    }

    fn line(&mut self, style: Style, of: Vec<PartAt>, from: Option<End>, to: Option<End>) {
        // What the map of this cloud does not show has no end to draw to.
        if let (Some(from), Some(to)) = (from, to) {
            self.picture.lines.push(PlanLine { style, of, parts: arc_parts(from, to) });
        }
    }

    fn ring(&mut self, location: PeeringLocationId, part: PartAt) {
        let Some((at, offset)) = spot_of(self.layout, Target::Location(location)) else { return };
        match self.picture.locations.iter_mut().find(|it| it.at == at && it.offset == offset) {
            Some(ring) => ring.of.push(part),
            None => self.picture.locations.push(PlanMark { of: vec![part], at, offset, sku: None }),
        }
    }

    fn finish(mut self) -> Picture {
        for (region, (of, sku)) in self.regions {
            if let Some((at, offset)) = spot_of(self.layout, Target::Region(region)) {
                self.picture.regions.push(PlanMark { of, at, offset, sku });
            }
        }
        self.picture
    }
}

/// How a circuit's connection to a region is drawn.
fn style_of(catalog: &Catalog, circuit: Circuit, region: RegionId) -> Style {
    let answer = reach(catalog, circuit, Destination::Region(region));
    match answer.judgement.verdict {
        Verdict::Reachable => Style::Carries(answer.smallest_sku.unwrap_or(circuit.sku)),
        Verdict::DataConflict | Verdict::NotDocumented => Style::Unsure,
        Verdict::NeedsStandard | Verdict::NeedsPremium | Verdict::LocalNotOffered | Verdict::Unreachable => {
            Style::Fails
        }
    }
}
