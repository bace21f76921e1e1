//! The names on the map: which are wanted, in what order, and where they fit.

use crate::camera::Camera;
use crate::label::{LabelRequest, Obstacles, Placed, ScreenRect, place};
use crate::layout::{City, Layout, Offset, Target};
use crate::place::Place;
use crate::scene::{Choice, spot_of};
use crate::theme::Ink;
use crate::viewport::{ScreenPoint, Viewport};
use reach::catalog::Catalog;
use reach::order::sort_by_number;
use reach::reachable::{Destination, Verdict};

/// How a name is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Font {
    /// The chosen place.
    Chosen,
    /// A location, close in.
    Near,
    /// A location, far out.
    Far,
    /// A region that is reached.
    Lit,
    /// Any other region.
    Quiet,
}

impl Font {
    /// The CSS font.
    pub fn css(self) -> &'static str {
        match self {
            Font::Chosen => "600 15px system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", sans-serif",
            Font::Near => "600 13px system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", sans-serif",
            Font::Far => "500 11px system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", sans-serif",
            Font::Lit => "600 12px system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", sans-serif",
            Font::Quiet => "500 11.5px system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", sans-serif",
        }
    }

    fn height_px(self) -> f64 {
        match self {
            Font::Chosen => 19.0,
            Font::Near => 16.0,
            Font::Far | Font::Quiet => 14.0,
            Font::Lit => 15.0,
        }
    }
}

/// A name where it fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// What it names.
    pub target: Target,
    /// The text.
    pub text: String,
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
    placed: Placed,
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
}

/// A name that asks for a place.
struct Request {
    target: Target,
    text: String,
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
/// How far outside the screen names are placed, so that a pan finds them there.
const MARGIN_PX: f64 = 240.0;

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
        requests.iter().enumerate().map(|(at, it)| label_request(it, at as u32, measure)).collect();
    let kept = kept(&requests, previous);
    let (hard, soft) = (obstacles(wanted), edges(wanted.camera.viewport));
    let placed = place(&asked, Obstacles { hard: &hard, soft: &soft }, &kept);
    placed.into_iter().filter_map(|it| Some(fitted(requests.get(it.id as usize)?, it))).collect()
}

fn label_request(request: &Request, id: u32, measure: &mut dyn FnMut(&str, Font) -> f64) -> LabelRequest {
    LabelRequest {
        id,
        anchor: request.anchor,
        width_px: measure(&request.text, request.font),
        height_px: request.font.height_px(),
        marker_radius_px: request.half_width_px,
        priority: id,
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

fn fitted(request: &Request, placed: Placed) -> Label {
    let anchor = request.anchor;
    let offset = Offset {
        x: request.offset.x + placed.x - anchor.x,
        y: request.offset.y + placed.y + request.font.height_px() / 2.0 - anchor.y,
    };
    Label {
        target: request.target,
        text: request.text.clone(),
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
        let middle = on_screen(camera, at, offset)?;
        Some(ScreenRect {
            left: middle.x - half_px,
            top: middle.y - half_px,
            right: middle.x + half_px,
            bottom: middle.y + half_px,
        })
    };
    let discs = layout.discs.iter().filter_map(|it| around(it.at, it.offset, layout.disc_px));
    let squares = layout.squares.iter().filter_map(|it| around(it.at, it.offset, layout.square_px / 2.0));
    let mut taken: Vec<ScreenRect> = discs.chain(squares).collect();
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

/// The edges of the screen: a name that the edge would cut takes another side where one is free.
fn edges(viewport: Viewport) -> [ScreenRect; 4] {
    let (width, height) = (viewport.width_px, viewport.height_px);
    let rect = |left, top, right, bottom| ScreenRect { left, top, right, bottom };
    [
        rect(-6.0, 0.0, 0.0, height),
        rect(width, 0.0, width + 6.0, height),
        rect(0.0, -6.0, width, 0.0),
        rect(0.0, height, width, height + 6.0),
    ]
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
    requests
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
        target,
        text,
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
    Some(Request {
        target,
        text: catalog.region(id).name.clone(),
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
