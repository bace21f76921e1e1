//! The names on the map: which are wanted, in what order, and where they fit.

use crate::camera::Camera;
use crate::font::Font;
use crate::label::{LabelRequest, Obstacles, Placed, Reach, ScreenRect, leader, place};
use crate::layout::{City, Layout, Offset, Target};
use crate::names::Name;
use crate::place::Place;
use crate::projection::{WorldPoint, half_width_at};
use crate::scene::{Arc, Choice, Line, spot_of};
use crate::theme::Ink;
use crate::viewport::{ScreenPoint, Viewport};
use reach::catalog::Catalog;
use reach::geo::DistanceBasis;
use reach::order::sort_by_number;
use reach::reachable::{Destination, Verdict};

/// A name where it fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// What it names; none for an area.
    pub target: Option<Target>,
    /// The text.
    pub text: String,
    /// What is said after it, quieter, and how far from its left edge that begins; may be empty.
    pub more: (f64, String),
    /// The line from the mark, both ends from the place that it moves with, in CSS pixels.
    pub leader: Option<(Offset, Offset)>,
    /// The place that it moves with.
    pub at: Place,
    /// From there to the middle of its left edge, in CSS pixels.
    pub offset: Offset,
    /// How it is set.
    pub font: Font,
    /// In which color.
    pub ink: Ink,
    /// The color of its halo.
    pub halo: Ink,
    /// Where it stood on the screen of the view that it was placed for.
    pub placed: Placed,
}

/// What the names follow from.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    /// Where the marks are drawn.
    pub layout: &'a Layout,
    /// What is in view.
    pub camera: &'a Camera,
    /// What the picture answers.
    pub choice: &'a Choice<'a>,
    /// What is under the pointer, or has the keyboard's ring.
    pub hovered: Option<Target>,
    /// What has no mark and may be named.
    pub names: &'a [Name],
    /// Lines that names rather leave free.
    pub arcs: &'a [Arc],
    /// Whole kilometers, and how exact they are, as the reader wants them written.
    pub distance: fn(u32, DistanceBasis) -> String,
    /// What else stands over the map.
    pub covered: &'a [ScreenRect],
    /// Whether nothing changed but the part of the map in view: no name leaves the screen then.
    pub steady: bool,
}

/// A name that asks for a place.
struct Request {
    target: Option<Target>,
    text: String,
    more: String,
    at: Place,
    offset: Offset,
    /// The middle of what is named, on the screen.
    anchor: ScreenPoint,
    half_width_px: f64,
    font: Font,
    ink: Ink,
    /// Lower is served first: a class, then a rank within it.
    priority: (u32, u32),
}

/// Scales in CSS pixels a unit from which names are set larger, and regions without an answer are named.
const NEAR_SCALE: f64 = 700.0;
const REGION_SCALE: f64 = 1_100.0;
/// From here on names may stand at the end of a line. Below, on the world of a phone, there is no room for that: names
/// are few, without distances, and stay within the world's outline.
const LEADER_SCALE: f64 = 150.0;
/// How far apart names are there, and how high the steps are in which the outline is followed, in CSS pixels.
const FEW_PX: f64 = 9.0;
const OUTLINE_STEP_PX: f64 = 8.0;
/// Priority classes: the last that is shown even where an edge cuts it, the last that may have a line, the first that stays in its place while the map is panned, the
/// first of areas.
const LAST_TO_BE_CUT: u32 = 1;
const LAST_WITH_LEADER: u32 = 4;
const FIRST_TO_STAY: u32 = 3;
const FIRST_AREA: u32 = 7;
/// Between a name and what is said after it.
const MORE_PX: f64 = 4.0;
/// How far apart the points of an arc are looked at.
const ARC_STEP_PX: f64 = 9.0;
/// What a letter of a country's name takes at most.
const COUNTRY_LETTER_PX: f64 = 9.0;
/// How far outside the screen names are placed, so that a pan finds them there.
const MARGIN_PX: f64 = 240.0;
/// The air between a name and the edge of the screen.
const EDGE_PX: f64 = 3.0;
/// Beyond its sides a mark keeps free what a name's halo would take of it; above and below a name brings that along.
const HALO_PX: f64 = 2.0;

/// The names that fit, none over another, over a mark or under a panel. A name keeps its side while it stays free.
pub fn labels(
    catalog: &Catalog,
    wanted: &Wanted,
    previous: &[Label],
    measure: &mut dyn FnMut(&str, Font) -> f64,
) -> Vec<Label> {
    let mut requests = requests(catalog, wanted);
    requests.retain(|it| in_reach(wanted.camera.viewport, it.anchor));
    sort_by_number(&mut requests, |it| u64::from(it.priority.0) << 32 | u64::from(it.priority.1));
    let asked: Vec<LabelRequest> =
        requests.iter().enumerate().map(|(at, it)| label_request(wanted, it, at as u32, measure)).collect();
    let kept = kept(&requests, previous);
    let (hard, soft, edges) = (obstacles(wanted), soft_obstacles(wanted), edges(wanted.camera.viewport));
    let placed = place(&asked, Obstacles { hard: &hard, edges: &edges, soft: &soft }, &kept);
    let fit = |it: Placed| {
        let at = it.id as usize;
        let (request, asked) = (requests.get(at)?, asked.get(at)?);
        Some(fitted(request, asked, it, measure(&request.text, request.font)))
    };
    placed.into_iter().filter_map(fit).collect()
}

fn label_request(
    wanted: &Wanted,
    request: &Request,
    id: u32,
    measure: &mut dyn FnMut(&str, Font) -> f64,
) -> LabelRequest {
    let more = if request.more.is_empty() { 0.0 } else { MORE_PX + measure(&request.more, Font::Quiet) };
    let reach = match request.priority.0 {
        0..=LAST_WITH_LEADER if wanted.camera.viewport.scale >= LEADER_SCALE => Reach::Leading,
        FIRST_AREA.. => Reach::Over,
        // Close in there is room for the lines of all.
        _ if wanted.camera.viewport.scale >= REGION_SCALE => Reach::Leading,
        _ => Reach::Beside,
    };
    LabelRequest {
        id,
        anchor: request.anchor,
        width_px: measure(&request.text, request.font) + more,
        height_px: request.font.height_px(),
        marker_radius_px: request.half_width_px,
        priority: id,
        reach,
        stays: wanted.steady && request.priority.0 >= FIRST_TO_STAY,
        may_be_cut: request.priority.0 <= LAST_TO_BE_CUT,
        air_px: if wanted.camera.viewport.scale < LEADER_SCALE { FEW_PX } else { 0.0 },
    }
}

/// Where the names stood before, under the numbers of the new requests.
fn kept(requests: &[Request], previous: &[Label]) -> Vec<Placed> {
    let numbered = |label: &Label| {
        let at = requests.iter().position(|it| it.target == label.target && it.text == label.text)?;
        Some(Placed { id: at as u32, ..label.placed })
    };
    previous.iter().filter_map(numbered).collect()
}

fn fitted(request: &Request, asked: &LabelRequest, placed: Placed, width_px: f64) -> Label {
    let anchor = request.anchor;
    let from_place = |x: f64, y: f64| Offset { x: request.offset.x + x - anchor.x, y: request.offset.y + y - anchor.y };
    let offset = from_place(placed.x, placed.y + request.font.height_px() / 2.0);
    let ends = leader(asked, &placed);
    Label {
        target: request.target,
        text: request.text.clone(),
        more: (width_px + MORE_PX, request.more.clone()),
        leader: ends.map(|(from, to)| (from_place(from.x, from.y), from_place(to.x, to.y))),
        at: request.at,
        offset,
        font: request.font,
        ink: request.ink,
        halo: Ink::Casing,
        placed,
    }
}

/// What no name may cover: marks, and what lies under a panel.
fn obstacles(wanted: &Wanted) -> Vec<ScreenRect> {
    let Wanted { layout, camera, .. } = *wanted;
    let viewport = camera.viewport;
    let around = |at: Place, offset: Offset, half_px: f64| {
        let rect = ScreenRect::around(on_screen(camera, at, offset)?, half_px);
        Some(ScreenRect { left: rect.left - HALO_PX, right: rect.right + HALO_PX, ..rect })
    };
    let discs = layout.discs.iter().filter_map(|it| around(it.at, it.offset, layout.disc_px));
    let squares = layout.squares.iter().filter_map(|it| around(it.at, it.offset, layout.square_px / 2.0));
    let mut taken: Vec<ScreenRect> = discs.chain(squares).collect();
    taken.extend_from_slice(wanted.covered);
    let far = MARGIN_PX * 4.0;
    let (right, bottom) = (viewport.width_px - viewport.inset_right_px, viewport.height_px - viewport.inset_bottom_px);
    if viewport.inset_right_px > 0.0 {
        taken.push(ScreenRect { left: right, top: -far, right: right + far, bottom: viewport.height_px + far });
    }
    if viewport.inset_bottom_px > 0.0 {
        taken.push(ScreenRect { left: -far, top: bottom, right: viewport.width_px + far, bottom: bottom + far });
    }
    taken
}

/// What a name rather leaves free: the arcs.
fn soft_obstacles(wanted: &Wanted) -> Vec<ScreenRect> {
    let viewport = wanted.camera.viewport;
    let mut taken = Vec::new();
    let parts = wanted.arcs.iter().filter(|arc| !matches!(arc.line, Line::Quiet(_))).flat_map(|arc| &arc.parts);
    for part in parts {
        let mut last: Option<ScreenPoint> = None;
        for (place, offset) in part {
            let now = on_screen(wanted.camera, *place, *offset);
            if let (Some(from), Some(to)) = (last, now)
                && in_reach(viewport, to)
            {
                let steps = (libm::hypot(to.x - from.x, to.y - from.y) / ARC_STEP_PX) as u32 + 1;
                taken.extend((1..=steps).map(|step| {
                    let share = f64::from(step) / f64::from(steps);
                    let at = ScreenPoint { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
                    ScreenRect::around(at, ARC_STEP_PX / 3.0)
                }));
            }
            last = now;
        }
    }
    taken
}

/// The edges of the screen, which would cut a name. One wholly outside is not cut: a pan brings it in. On the flat world
/// of a phone, what lies beyond its outline as well.
fn edges(viewport: Viewport) -> Vec<ScreenRect> {
    let (width, height, far) = (viewport.width_px, viewport.height_px, MARGIN_PX * 4.0);
    let rect = |left, top, right, bottom| ScreenRect { left, top, right, bottom };
    let mut edges = vec![
        rect(-EDGE_PX, -far, EDGE_PX, height + far),
        rect(width - EDGE_PX, -far, width + EDGE_PX, height + far),
        rect(-far, -EDGE_PX, width + far, EDGE_PX),
        rect(-far, height - EDGE_PX, width + far, height + EDGE_PX),
    ];
    if viewport.scale < LEADER_SCALE && !viewport.is_globe() {
        let steps = (height / OUTLINE_STEP_PX) as u32;
        for top in (0..=steps).map(|it| f64::from(it) * OUTLINE_STEP_PX) {
            let row = viewport.to_world(ScreenPoint { x: 0.0, y: top + OUTLINE_STEP_PX / 2.0 }).y;
            let end = |x| viewport.to_screen(WorldPoint { x, y: row }).x;
            let half = half_width_at(row);
            edges.push(rect(-far, top, end(-half), top + OUTLINE_STEP_PX));
            edges.push(rect(end(half), top, width + far, top + OUTLINE_STEP_PX));
        }
    }
    edges
}

/// Where a mark is on the screen; none behind the globe.
fn on_screen(camera: &Camera, at: Place, offset: Offset) -> Option<ScreenPoint> {
    let point = camera.to_screen(&at)?;
    Some(ScreenPoint { x: point.x + offset.x, y: point.y + offset.y })
}

fn in_reach(viewport: Viewport, at: ScreenPoint) -> bool {
    (-MARGIN_PX..viewport.width_px + MARGIN_PX).contains(&at.x)
        && (-MARGIN_PX..viewport.height_px + MARGIN_PX).contains(&at.y)
}

fn requests(catalog: &Catalog, wanted: &Wanted) -> Vec<Request> {
    let mut requests = Vec::new();
    for city in &wanted.layout.cities {
        city_requests(catalog, wanted, city, &mut requests);
    }
    for spot in &wanted.layout.squares {
        if let Some(request) = region_request(catalog, wanted, spot.target) {
            requests.push(request);
        }
    }
    requests.extend(wanted.names.iter().filter_map(|name| area_request(wanted, name)));
    requests
}

/// The name of an area, where the scale is right for it. A country's waits until it is as wide as its name.
fn area_request(wanted: &Wanted, name: &Name) -> Option<Request> {
    let scale = wanted.camera.viewport.scale;
    let fits = name.text.len() as f64 * COUNTRY_LETTER_PX < name.width * scale;
    if scale < name.from_scale || scale >= name.to_scale || !fits {
        return None;
    }
    let (class, ink) = match name.font {
        Font::Water => (8, Ink::LabelSea),
        Font::Country => (9, Ink::LabelLand),
        _ => (FIRST_AREA, Ink::LabelLand),
    };
    Some(Request {
        target: None,
        text: name.text.clone(),
        more: String::new(),
        at: name.at,
        offset: Offset::default(),
        anchor: on_screen(wanted.camera, name.at, Offset::default())?,
        half_width_px: 0.0,
        font: name.font,
        ink,
        // Of two the wider one.
        priority: (class, (1e4 - name.width.min(10.0) * 1e3) as u32),
    })
}

/// A city's name, or the names of its sites once they stand apart.
fn city_requests(catalog: &Catalog, wanted: &Wanted, city: &City, requests: &mut Vec<Request>) {
    let chosen = wanted.choice.chosen.map(|(id, _)| id);
    let named = |target| wanted.hovered == Some(target) || chosen.is_some_and(|id| Target::Location(id) == target);
    let lead = city.locations.iter().copied().find(|id| named(Target::Location(*id)));
    let font = if wanted.camera.viewport.scale > NEAR_SCALE { Font::Near } else { Font::Far };
    if city.together {
        let Some(first) = lead.or(city.locations.first().copied()) else { return };
        let name = match lead {
            Some(id) => catalog.location(id).name.clone(),
            None => city.name.clone(),
        };
        let place = Spot { at: city.at, offset: city.offset, half_width_px: city.half_width_px };
        requests.extend(location_request(catalog, wanted, first, name, place, font, city));
        return;
    }
    for id in city.locations.iter().copied().filter(|id| !catalog.location(*id).metro || named(Target::Location(*id))) {
        let Some((at, offset)) = spot_of(wanted.layout, Target::Location(id)) else { continue };
        let place = Spot { at, offset, half_width_px: wanted.layout.disc_px };
        requests.extend(location_request(catalog, wanted, id, catalog.location(id).name.clone(), place, font, city));
    }
}

/// Where a name belongs, and how wide what it names is.
struct Spot {
    at: Place,
    offset: Offset,
    half_width_px: f64,
}

fn location_request(
    catalog: &Catalog,
    wanted: &Wanted,
    id: reach::id::PeeringLocationId,
    text: String,
    place: Spot,
    font: Font,
    city: &City,
) -> Option<Request> {
    let anchor = on_screen(wanted.camera, place.at, place.offset)?;
    let target = Target::Location(id);
    let chosen = wanted.choice.chosen.map(|(id, _)| id);
    let is_chosen = chosen == Some(id);
    let providers: u32 = city.locations.iter().map(|id| u32::from(catalog.location(*id).providers_available)).sum();
    let busy = 1_000 - (city.locations.len() as u32 * 50 + providers).min(999);
    let partner = wanted.choice.partner == Some(id);
    let priority = match (is_chosen, wanted.hovered == Some(target), partner) {
        (true, _, _) => (0, 0),
        (_, true, _) => (1, 0),
        (_, _, true) => (2, 0),
        // Under an answer about regions the regions come first, and the cities help to find one's way.
        _ if city.locations.iter().any(|id| catalog.location(*id).metro) => (4, busy),
        _ => (5, busy),
    };
    let ring = if is_chosen { 8.0 } else { 0.0 };
    Some(Request {
        target: Some(target),
        text,
        more: String::new(),
        at: place.at,
        offset: place.offset,
        anchor,
        half_width_px: place.half_width_px + ring,
        font: if is_chosen { Font::Chosen } else { font },
        ink: if chosen.is_none() || is_chosen || partner { Ink::Text } else { Ink::Text2 },
        priority,
    })
}

fn region_request(catalog: &Catalog, wanted: &Wanted, target: Target) -> Option<Request> {
    let Target::Region(id) = target else { return None };
    let answers = wanted.choice.chosen.map(|(_, answers)| answers).filter(|_| wanted.choice.links.is_none());
    let answer = answers.and_then(|it| it.iter().find(|answer| answer.to == Destination::Region(id)));
    let lit = answer.is_some_and(|it| it.judgement.verdict == Verdict::Reachable);
    let hovered = wanted.hovered == Some(target);
    if !lit && !hovered && wanted.camera.viewport.scale < REGION_SCALE {
        return None;
    }
    let (at, offset) = spot_of(wanted.layout, target)?;
    let far = answer.and_then(|it| it.distance).map_or(u32::MAX, |(distance, _)| distance.whole());
    let told = lit && wanted.camera.viewport.scale >= LEADER_SCALE;
    let more =
        answer.and_then(|it| it.distance).filter(|_| told).map(|(it, basis)| (wanted.distance)(it.whole(), basis));
    Some(Request {
        target: Some(target),
        text: catalog.region(id).name.clone(),
        more: more.unwrap_or_default(),
        at,
        offset,
        anchor: on_screen(wanted.camera, at, offset)?,
        half_width_px: wanted.layout.square_px / 2.0,
        font: if lit { Font::Lit } else { Font::Quiet },
        ink: if lit || hovered { Ink::Text } else { Ink::Text2 },
        priority: match (hovered, lit) {
            (true, _) => (1, 0),
            (false, true) => (3, far),
            (false, false) => (6, far),
        },
    })
}
