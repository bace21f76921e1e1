//! Where every place is drawn at a scale: the sites of a city side by side, crowded marks pushed apart.

use crate::camera::Camera;
use crate::place::Place;
use crate::theme::Ink;
use reach::catalog::Catalog;
use reach::id::{PeeringLocationId, RegionId};
use reach::order::sort_by_number;
use reach::sku::Cloud;
use reach::tables::RegionStatus;

/// What a mark on the map stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A peering location.
    Location(PeeringLocationId),
    /// An Azure region.
    Region(RegionId),
}

/// A distance on the screen in CSS pixels, x to the right, y down.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Offset {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// A place and where it is drawn: at its point, moved by an offset that no zoom scales.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// What it stands for.
    pub target: Target,
    /// The place it is drawn from.
    pub at: Place,
    /// How far from there.
    pub offset: Offset,
}

/// The bar of a Metro location, from one disc to the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The Metro location.
    pub metro: PeeringLocationId,
    /// One end.
    pub from: (Place, Offset),
    /// The other end.
    pub to: (Place, Offset),
}

/// A city: its locations as one group with one name.
#[derive(Clone, Debug, PartialEq)]
pub struct City {
    /// The name that the group carries.
    pub name: String,
    /// The locations, Metro locations last.
    pub locations: Vec<PeeringLocationId>,
    /// The middle of its discs.
    pub at: Place,
    /// How far from there the group is drawn.
    pub offset: Offset,
    /// Half the width of the row of discs, in CSS pixels.
    pub half_width_px: f64,
    /// False once the sites stand at their own points.
    pub together: bool,
}

/// Where everything of a cloud is drawn in one view. On the flat map that follows from the scale alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// CSS pixels for a unit of the plane.
    pub scale: f64,
    /// Radius of a location's disc in CSS pixels.
    pub disc_px: f64,
    /// Side of a region's square in CSS pixels.
    pub square_px: f64,
    /// Discs of locations that are not Metro locations, and the open end of a Metro location with one known site.
    pub discs: Vec<Spot>,
    /// Metro locations.
    pub bars: Vec<Bar>,
    /// Squares.
    pub squares: Vec<Spot>,
    /// Groups of locations.
    pub cities: Vec<City>,
}

/// The gap between two marks in CSS pixels.
const GAP_PX: f64 = 1.6;
/// What rounding may make of no distance, in CSS pixels: it must not decide to which side a mark goes.
const ROUNDING_PX: f64 = 1e-6;
/// Scales in CSS pixels a unit at which a phone shows the world, and a larger screen the world, a country, a city.
const STEPS: [f64; 4] = [70.0, 260.0, 1_500.0, 24_000.0];

/// The layout of `cloud` as the camera shows it. Any view of the flat map with this scale has the same layout.
pub fn lay_out(catalog: &Catalog, cloud: Cloud, camera: &Camera) -> Layout {
    let scale = camera.viewport.scale;
    let mut layout = Layout {
        scale,
        disc_px: by_scale(scale, [1.7, 2.6, 3.8, 5.0]),
        square_px: by_scale(scale, [3.4, 5.5, 9.0, 12.0]),
        discs: Vec::new(),
        bars: Vec::new(),
        squares: Vec::new(),
        cities: Vec::new(),
    };
    let mut cities = cities(catalog, cloud, camera, layout.disc_px);
    let mut squares: Vec<Spot> = catalog
        .region_ids()
        .filter(|id| {
            let row = catalog.region(*id);
            row.cloud == cloud && matches!(row.status, RegionStatus::Live | RegionStatus::Announced)
        })
        .map(|id| Spot {
            target: Target::Region(id),
            at: Place::at(catalog.region_point(id)),
            offset: Offset::default(),
        })
        .collect();
    push_apart(catalog, &mut cities, &mut squares, &layout, camera);
    for city in &cities {
        add_city(catalog, city, &mut layout);
    }
    layout.cities = cities;
    layout.squares = squares;
    layout
}

/// Which of four tints a geopolitical region takes: no two neighbors alike.
pub fn tint_of(geopolitical_region: &str) -> Ink {
    match geopolitical_region {
        "europe" | "oceania" | "uae" | "china-east" => Ink::Tint2,
        "south-america" | "asia" | "qatar" | "us-government-cloud" => Ink::Tint3,
        "india" | "israel" | "australia-government" | "south-korea" | "china-north" => Ink::Tint4,
        _ => Ink::Tint1,
    }
}

fn by_scale(scale: f64, values: [f64; 4]) -> f64 {
    let share = |from: f64, to: f64| ((scale / from).ln() / (to / from).ln()).clamp(0.0, 1.0);
    let steps = STEPS.windows(2).zip(values.windows(2));
    steps.fold(values[0], |size, (scales, sizes)| size + (sizes[1] - sizes[0]) * share(scales[0], scales[1]))
}

fn cities(catalog: &Catalog, cloud: Cloud, camera: &Camera, disc_px: f64) -> Vec<City> {
    let mut cities: Vec<City> = Vec::new();
    for id in catalog.location_ids().filter(|id| catalog.location(*id).cloud == cloud) {
        let row = catalog.location(id);
        match cities.iter_mut().find(|city| city.name == row.city) {
            Some(city) => city.locations.push(id),
            None => cities.push(City {
                name: row.city.clone(),
                locations: vec![id],
                at: Place::middle(&[]),
                offset: Offset::default(),
                half_width_px: 0.0,
                together: true,
            }),
        }
    }
    for city in &mut cities {
        sort_by_number(&mut city.locations, |id| u64::from(catalog.location(*id).metro));
        let points: Vec<Place> = sites(catalog, city).map(|id| Place::at(catalog.location_point(id))).collect();
        city.at = Place::middle(&points);
        let least = 2.0 * disc_px + GAP_PX;
        let apart = |a: &Place, b: &Place| camera.held_to_screen(a).distance(camera.held_to_screen(b)) > least;
        let all_apart = points.iter().enumerate().all(|(at, a)| points[at + 1..].iter().all(|b| apart(a, b)));
        city.together = points.len() < 2 || !all_apart;
        city.half_width_px = match city.together {
            true => row_discs(catalog, city) as f64 * pitch(disc_px) / 2.0 - GAP_PX / 2.0,
            false => disc_px,
        };
    }
    cities
}

fn sites<'a>(catalog: &'a Catalog, city: &'a City) -> impl Iterator<Item = PeeringLocationId> + 'a {
    city.locations.iter().copied().filter(|id| !catalog.location(*id).metro)
}

/// A Metro location whose second site has no row of its own: it brings one disc along.
fn open_metro(catalog: &Catalog, city: &City) -> Option<PeeringLocationId> {
    city.locations.iter().copied().find(|id| catalog.location(*id).metro && catalog.location(*id).sites.len() < 2)
}

fn row_discs(catalog: &Catalog, city: &City) -> usize {
    sites(catalog, city).count() + usize::from(open_metro(catalog, city).is_some())
}

fn pitch(disc_px: f64) -> f64 {
    2.0 * disc_px + GAP_PX
}

fn add_city(catalog: &Catalog, city: &City, layout: &mut Layout) {
    let step = pitch(layout.disc_px);
    let first = -(row_discs(catalog, city) as f64 - 1.0) / 2.0 * step;
    let mut placed: Vec<(PeeringLocationId, Place, Offset)> = Vec::new();
    for (at, id) in sites(catalog, city).enumerate() {
        let (point, offset) = match city.together {
            true => (city.at, Offset { x: city.offset.x + first + at as f64 * step, y: city.offset.y }),
            false => (Place::at(catalog.location_point(id)), Offset::default()),
        };
        placed.push((id, point, offset));
        layout.discs.push(Spot { target: Target::Location(id), at: point, offset });
    }
    if let (Some(metro), Some((_, point, offset))) = (open_metro(catalog, city), placed.last().copied()) {
        let beside = Offset { x: offset.x + step, y: offset.y };
        layout.discs.push(Spot { target: Target::Location(metro), at: point, offset: beside });
        layout.bars.push(Bar { metro, from: (point, offset), to: (point, beside) });
    }
    for metro in city.locations.iter().copied().filter(|id| catalog.location(*id).metro) {
        let end = |site: &PeeringLocationId| placed.iter().find(|it| it.0 == *site).map(|it| (it.1, it.2));
        if let [from, to] = catalog.location(metro).sites.as_slice()
            && let (Some(from), Some(to)) = (end(from), end(to))
        {
            layout.bars.push(Bar { metro, from, to });
        }
    }
}

/// A box that is pushed: a city's row of discs, or a region's square.
struct Pushed {
    home: (f64, f64),
    at: (f64, f64),
    half: (f64, f64),
    /// How readily it gives way: regions yield to locations.
    yields: f64,
}

fn push_apart(catalog: &Catalog, cities: &mut [City], squares: &mut [Spot], layout: &Layout, camera: &Camera) {
    const ROUNDS: usize = 60;
    const NOTHING: (f64, f64) = (-1_000.0, -1_000.0);
    const NOWHERE: (f64, f64) = (f64::INFINITY, f64::INFINITY);
    // What the globe hides pushes nobody.
    let on_screen = |at: Place| camera.to_screen(&at).map_or(NOWHERE, |it| (it.x, it.y));
    let mut boxes: Vec<Pushed> = Vec::new();
    for city in cities.iter() {
        let home = on_screen(city.at);
        // Sites that stand at their own points are boxes of their own below.
        let half = if city.together { (city.half_width_px, layout.disc_px) } else { NOTHING };
        boxes.push(Pushed { home, at: home, half, yields: 0.15 });
    }
    for square in squares.iter() {
        let home = on_screen(square.at);
        let half = layout.square_px / 2.0;
        boxes.push(Pushed { home, at: home, half: (half, half), yields: 1.0 });
    }
    for city in cities.iter().filter(|city| !city.together) {
        for id in sites(catalog, city) {
            let home = on_screen(Place::at(catalog.location_point(id)));
            boxes.push(Pushed { home, at: home, half: (layout.disc_px, layout.disc_px), yields: 0.0 });
        }
    }
    // Only close neighbors can meet, and who is close does not change while the boxes move by a few pixels.
    let near = |a: &Pushed, b: &Pushed| (a.home.0 - b.home.0).abs() < 60.0 && (a.home.1 - b.home.1).abs() < 60.0;
    let mut pairs = Vec::new();
    for a in 0..boxes.len() {
        pairs.extend((a + 1..boxes.len()).filter(|b| near(&boxes[a], &boxes[*b])).map(|b| (a, b)));
    }
    for _ in 0..ROUNDS {
        for (a, b) in &pairs {
            separate(&mut boxes, *a, *b);
        }
        for it in &mut boxes {
            it.at.0 += (it.home.0 - it.at.0) * 0.04;
            it.at.1 += (it.home.1 - it.at.1) * 0.04;
        }
    }
    for (a, b) in &pairs {
        separate(&mut boxes, *a, *b);
    }
    let moved = |it: &Pushed| match it.home {
        NOWHERE => Offset::default(),
        home => Offset { x: it.at.0 - home.0, y: it.at.1 - home.1 },
    };
    let (of_cities, of_squares) = boxes.split_at(cities.len());
    for (city, it) in cities.iter_mut().zip(of_cities) {
        city.offset = if city.together { moved(it) } else { Offset::default() };
    }
    for (square, it) in squares.iter_mut().zip(of_squares) {
        square.offset = moved(it);
    }
}

/// Pushes two overlapping boxes apart along the axis that needs less.
fn separate(boxes: &mut [Pushed], a: usize, b: usize) {
    let (first, second) = (&boxes[a], &boxes[b]);
    let apart = (second.at.0 - first.at.0, second.at.1 - first.at.1);
    let over_x = first.half.0 + second.half.0 + GAP_PX - apart.0.abs();
    let over_y = first.half.1 + second.half.1 + GAP_PX - apart.1.abs();
    if over_x <= 0.0 || over_y <= 0.0 {
        return;
    }
    let yields = first.yields + second.yields;
    if yields == 0.0 {
        return;
    }
    let share = first.yields / yields;
    // At one point there is no side to prefer: regions go below their city.
    let sign = |along: f64| if along < -ROUNDING_PX { -1.0 } else { 1.0 };
    // Between two sites that stay where they are, sideways leads from one into the other.
    let sideways = over_x < over_y - ROUNDING_PX && first.yields > 0.0 && second.yields > 0.0;
    if sideways {
        let step = over_x * sign(apart.0) * 0.5;
        boxes[a].at.0 -= 2.0 * step * share;
        boxes[b].at.0 += 2.0 * step * (1.0 - share);
    } else {
        let step = over_y * sign(apart.1) * 0.5;
        boxes[a].at.1 -= 2.0 * step * share;
        boxes[b].at.1 += 2.0 * step * (1.0 - share);
    }
}
