//! The picture over the base map as data: marks, bars, arcs and rings, with every color and order settled.
//!
//! The painter decides nothing. A gesture rebuilds nothing here: marks move with the plane, and only their offsets and
//! sizes are in CSS pixels.

use crate::arc::great_circle;
use crate::layout::{Bar, Layout, Offset, Spot, Target};
use crate::place::Place;
use crate::projection::project;
use crate::theme::{Ink, sku_ink};
use reach::catalog::Catalog;
use reach::geo::{EARTH_RADIUS_KM, LonLat, great_circle_distance};
use reach::id::{PeeringLocationId, RegionId};
use reach::link::{LinkAnswer, LinkVerdict};
use reach::order::sort_by_number;
use reach::reachable::{Answer, Destination, Verdict};
use reach::sku::{Cloud, Sku};
use reach::tables::{RegionAccess, RegionStatus};

/// What the picture answers.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// The world that is on.
    pub cloud: Cloud,
    /// The chosen location and what a circuit there reaches.
    pub chosen: Option<(PeeringLocationId, &'a [Answer])>,
    /// With the Global Reach switch on: whom that circuit can be linked to.
    pub links: Option<&'a [LinkAnswer]>,
    /// The partner whose link is drawn, such as the one under the pointer.
    pub partner: Option<PeeringLocationId>,
}

/// How a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// A filled disc.
    Disc,
    /// A hollow disc.
    Circle,
    /// A hollow disc with a stroke through it.
    Struck,
    /// A disc of which one half is filled: in doubt.
    HalfDisc,
    /// A location of the US Government cloud.
    TriangleUp,
    /// A location of the China cloud.
    TriangleDown,
    /// A region.
    Square {
        /// What its inside says.
        inside: Inside,
        /// What its outline says.
        outline: Outline,
    },
}

/// The inside of a region's square: how it is reached, and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inside {
    /// Filled.
    Solid,
    /// Filled with a round hole: Local reaches it.
    Hole,
    /// A double frame: Premium reaches it.
    Frame,
    /// Empty: not reached under the chosen SKU.
    Hollow,
    /// Hatched: not documented.
    Hatch,
    /// Filled below the diagonal: the sources disagree.
    Half,
    /// Empty with a dotted line: announced.
    Dotted,
}

/// The outline of a region's square.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outline {
    /// Four corners.
    Plain,
    /// The top right corner cut: access is restricted.
    Cut,
    /// A point on top: the US Government cloud.
    PointUp,
    /// A point below: the China cloud.
    PointDown,
}

/// Something drawn at a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// What it stands for.
    pub target: Target,
    /// Where.
    pub at: Place,
    /// How far from there in CSS pixels.
    pub offset: Offset,
    /// How it is drawn.
    pub glyph: Glyph,
    /// Radius of a disc or half the side of a square, in CSS pixels.
    pub half_px: f64,
    /// In which color.
    pub ink: Ink,
}

/// The bar of a Metro location.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BarMark {
    /// Where it lies.
    pub bar: Bar,
    /// Its thickness in CSS pixels.
    pub width_px: f64,
    /// In which color.
    pub ink: Ink,
}

/// How an arc is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Line {
    /// Reached, and this is the smallest SKU that does.
    Reach(Sku),
    /// The same, quiet: while Global Reach is the question.
    Quiet(Sku),
    /// A link that is possible as the circuits are.
    Linked,
    /// A link that needs Premium on both circuits.
    LinkNeedsPremium,
}

/// A point of an arc: a place and how far from there it is drawn.
pub type ArcPoint = (Place, Offset);

/// A great circle between two places, cut where the flat map is, and lifted above the globe.
#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
    /// Its parts, each a polyline.
    pub parts: Vec<Vec<ArcPoint>>,
    /// How it is drawn.
    pub line: Line,
}

/// The picture over the base map, in drawing order: arcs, bars, marks, then the chosen ring.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Widest reach first, so that the near answer lies on top.
    pub arcs: Vec<Arc>,
    /// Bars of Metro locations.
    pub bars: Vec<BarMark>,
    /// Regions first, then locations.
    pub marks: Vec<Mark>,
}

/// Builds the picture of `choice` at the scale of `layout`.
pub fn places(catalog: &Catalog, layout: &Layout, choice: &Choice) -> Scene {
    let mut scene = Scene::default();
    for spot in &layout.squares {
        scene.marks.extend(square(catalog, layout, spot, choice));
    }
    for bar in &layout.bars {
        let ink = location_look(catalog, bar.metro, choice).1;
        scene.bars.push(BarMark { bar: *bar, width_px: layout.disc_px * 0.62, ink });
    }
    for spot in &layout.discs {
        if let Target::Location(id) = spot.target {
            let (glyph, ink) = location_look(catalog, id, choice);
            scene.marks.push(Mark {
                target: spot.target,
                at: spot.at,
                offset: spot.offset,
                glyph,
                half_px: layout.disc_px,
                ink,
            });
        }
    }
    scene.arcs = arcs(catalog, layout, choice);
    scene
}

/// Where a target is drawn: the disc, the middle of a Metro location's bar, or the square.
pub fn spot_of(layout: &Layout, target: Target) -> Option<(Place, Offset)> {
    let bar = layout.bars.iter().find(|bar| Target::Location(bar.metro) == target);
    if let Some(bar) = bar {
        let ((a, from), (b, to)) = (bar.from, bar.to);
        return Some((Place::middle(&[a, b]), Offset { x: (from.x + to.x) / 2.0, y: (from.y + to.y) / 2.0 }));
    }
    let found = layout.discs.iter().chain(&layout.squares).find(|spot| spot.target == target)?;
    Some((found.at, found.offset))
}

/// How a location is drawn: by its cloud while it is only a place, by the link's verdict while Global Reach is asked.
fn location_look(catalog: &Catalog, id: PeeringLocationId, choice: &Choice) -> (Glyph, Ink) {
    let plain = match choice.cloud {
        Cloud::Public => Glyph::Disc,
        Cloud::UsGov => Glyph::TriangleUp,
        Cloud::China => Glyph::TriangleDown,
    };
    let Some((chosen, _)) = choice.chosen else { return (plain, Ink::Text) };
    let own_city = catalog.location(chosen).city == catalog.location(id).city;
    if id == chosen || (own_city && catalog.location(chosen).metro && catalog.location(chosen).sites.contains(&id)) {
        return (plain, Ink::Text);
    }
    let Some(links) = choice.links else { return (plain, Ink::Other) };
    match links.iter().find(|link| link.to.location == id).map(|link| link.verdict) {
        Some(LinkVerdict::Linkable) => (Glyph::Disc, Ink::Reach),
        Some(LinkVerdict::NeedsPremium) => (Glyph::Circle, Ink::Reach),
        Some(LinkVerdict::NotDocumented) => (Glyph::HalfDisc, Ink::Caution),
        Some(LinkVerdict::NotLinkable) | None => (Glyph::Struck, Ink::Other),
    }
}

fn square(catalog: &Catalog, layout: &Layout, spot: &Spot, choice: &Choice) -> Option<Mark> {
    let Target::Region(id) = spot.target else { return None };
    let (inside, ink) = region_look(catalog, id, choice);
    let row = catalog.region(id);
    let outline = match (row.cloud, row.access) {
        (Cloud::UsGov, _) => Outline::PointUp,
        (Cloud::China, _) => Outline::PointDown,
        (Cloud::Public, RegionAccess::Restricted) => Outline::Cut,
        (Cloud::Public, RegionAccess::Open | RegionAccess::Unknown) => Outline::Plain,
    };
    let glyph = Glyph::Square { inside, outline };
    Some(Mark { target: spot.target, at: spot.at, offset: spot.offset, glyph, half_px: layout.square_px / 2.0, ink })
}

fn region_look(catalog: &Catalog, id: RegionId, choice: &Choice) -> (Inside, Ink) {
    if catalog.region(id).status != RegionStatus::Live {
        return (Inside::Dotted, Ink::RegionIdle);
    }
    let Some((_, answers)) = choice.chosen else { return (Inside::Solid, Ink::RegionIdle) };
    let Some(answer) = answers.iter().find(|answer| answer.to == Destination::Region(id)) else {
        return (Inside::Hollow, Ink::Other);
    };
    answer_look(answer)
}

/// Color = the smallest SKU that reaches; inside = reached under the chosen one; doubt is hatched or half filled.
pub fn answer_look(answer: &Answer) -> (Inside, Ink) {
    let ink = answer.smallest_sku.map_or(Ink::Other, sku_ink);
    match (answer.judgement.verdict, answer.smallest_sku) {
        (Verdict::Reachable, Some(Sku::Local)) => (Inside::Hole, ink),
        (Verdict::Reachable, Some(Sku::Premium)) => (Inside::Frame, ink),
        (Verdict::Reachable, Some(Sku::Standard) | None) => (Inside::Solid, ink),
        (Verdict::DataConflict, _) => (Inside::Half, Ink::Caution),
        (Verdict::NotDocumented, _) => (Inside::Hatch, Ink::Caution),
        (Verdict::NeedsStandard | Verdict::NeedsPremium | Verdict::LocalNotOffered | Verdict::Unreachable, _) => {
            (Inside::Hollow, ink)
        }
    }
}

fn arcs(catalog: &Catalog, layout: &Layout, choice: &Choice) -> Vec<Arc> {
    let mut arcs = Vec::new();
    if let Some((chosen, answers)) = choice.chosen {
        for answer in answers.iter().filter(|answer| answer.judgement.verdict == Verdict::Reachable) {
            let (Destination::Region(to), Some(sku)) = (answer.to, answer.smallest_sku) else { continue };
            let line = if choice.links.is_some() { Line::Quiet(sku) } else { Line::Reach(sku) };
            arcs.extend(arc(catalog, layout, Target::Location(chosen), Target::Region(to), line));
        }
        let links = choice.links.unwrap_or_default();
        for link in links.iter().filter(|link| choice.partner == Some(link.to.location)) {
            arcs.extend(link_arc(catalog, layout, chosen, link.to.location, link.verdict));
        }
    }
    sort_by_number(&mut arcs, |arc| drawing_order(arc.line));
    arcs
}

fn drawing_order(line: Line) -> u64 {
    match line {
        Line::Quiet(_) => 0,
        Line::Reach(Sku::Premium) => 1,
        Line::Reach(Sku::Standard) => 2,
        Line::Reach(Sku::Local) => 3,
        Line::LinkNeedsPremium => 4,
        Line::Linked => 5,
    }
}

fn link_arc(
    catalog: &Catalog,
    layout: &Layout,
    from: PeeringLocationId,
    to: PeeringLocationId,
    verdict: LinkVerdict,
) -> Option<Arc> {
    let line = match verdict {
        LinkVerdict::Linkable => Line::Linked,
        LinkVerdict::NeedsPremium => Line::LinkNeedsPremium,
        LinkVerdict::NotLinkable | LinkVerdict::NotDocumented => return None,
    };
    arc(catalog, layout, Target::Location(from), Target::Location(to), line)
}

/// How far above the globe an arc flies in its middle, in radii for each radian of its length.
const LIFT: f64 = 0.045;

/// The arc between two targets.
fn arc(catalog: &Catalog, layout: &Layout, from: Target, to: Target, line: Line) -> Option<Arc> {
    let parts = arc_parts(End::of(catalog, layout, from)?, End::of(catalog, layout, to)?);
    Some(Arc { parts, line })
}

/// An end of an arc.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// Where on the Earth.
    pub point: LonLat,
    /// How far from there its mark is drawn.
    pub offset: Offset,
}

impl End {
    /// The end at a target, where its mark is drawn; none when it is not drawn.
    pub fn of(catalog: &Catalog, layout: &Layout, target: Target) -> Option<End> {
        let point = match target {
            Target::Location(id) => catalog.location_point(id),
            Target::Region(id) => catalog.region_point(id),
        };
        let (at, offset) = spot_of(layout, target)?;
        let home = project(point);
        let moved = |is: f64, was: f64, px: f64| (is - was) * layout.scale + px;
        let offset = Offset { x: moved(at.plane.x, home.x, offset.x), y: moved(at.plane.y, home.y, offset.y) };
        Some(End { point, offset })
    }
}

/// The great circle between two ends as polylines, bent at its ends so that it meets the marks where they are drawn.
pub fn arc_parts(from: End, to: End) -> Vec<Vec<ArcPoint>> {
    let (start, end) = (from.offset, to.offset);
    let lift = LIFT * great_circle_distance(from.point.unit_vector(), to.point.unit_vector()).0 / EARTH_RADIUS_KM;
    let parts = great_circle(from.point, to.point);
    let last = (parts.iter().map(Vec::len).sum::<usize>().max(2) - 1) as f64;
    let mut count = 0.0;
    let mut bent = |place: Place| {
        let share: f64 = count / last;
        count += 1.0;
        let height = 1.0 + lift * 4.0 * share * (1.0 - share);
        let along = |a: f64, b: f64| a * (1.0 - share) + b * share;
        let offset = Offset { x: along(start.x, end.x), y: along(start.y, end.y) };
        (Place { sphere: place.sphere.map(|part| part * height), ..place }, offset)
    };
    parts.into_iter().map(|part| part.into_iter().map(&mut bent).collect()).collect()
}
