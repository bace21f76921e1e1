//! Painting the base map: land, shores, borders, graticule and the outline of the world, flat and round.

use crate::browser::canvas::{Palette, Surface, add_to};
use scene::basemap::BaseMap;
use scene::camera::Camera;
use scene::graticule::{FAR_STEP_DEGREES, NEAR_STEP_DEGREES, graticule};
use scene::place::Place;
use scene::projection::{WorldPoint, outline};
use scene::theme::Ink;
use scene::viewport::{ScreenPoint, WorldBounds};
use std::cell::OnceCell;
use std::f64::consts::TAU;
use web_sys::{CanvasRenderingContext2d, CanvasWindingRule, Path2d};

/// Scales in CSS pixels a unit from which lines are a little wider, and the graticule is finer.
const NEAR_SCALE: f64 = 900.0;
const FINE_SCALE: f64 = 1_800.0;
/// Lines that start in one square of the plane with this side are one piece.
const CELL: f64 = 0.3;

/// A part of the map as a path on the plane, made when it is first in view.
struct Piece {
    bounds: WorldBounds,
    path: OnceCell<Option<Path2d>>,
}

/// A base map ready to be painted.
pub struct Land {
    map: &'static BaseMap,
    countries: Vec<Piece>,
    coasts: Vec<(Vec<usize>, Piece)>,
    borders: Vec<(Vec<usize>, Piece)>,
}

impl Land {
    /// The land of `map`.
    pub fn new(map: &'static BaseMap) -> Land {
        let countries = map.countries.iter().map(|it| Piece::around(it.polygons.iter().flatten().flatten()));
        Land { map, countries: countries.collect(), coasts: by_cell(&map.coasts), borders: by_cell(&map.borders) }
    }

    /// One ink for each country, by its code.
    pub fn inks(&self, ink_of: impl Fn([u8; 2]) -> Ink) -> Vec<Ink> {
        self.map.countries.iter().map(|country| ink_of(country.code)).collect()
    }

    fn fill_flat(&self, context: &CanvasRenderingContext2d, seen: WorldBounds, palette: &Palette, inks: &[Ink]) {
        for ((country, piece), ink) in self.map.countries.iter().zip(&self.countries).zip(inks) {
            let path = piece.path(seen, country.polygons.iter().flatten(), true);
            if let Some(path) = path {
                context.set_fill_style_str(palette.color(*ink));
                context.fill_with_path_2d_and_winding(path, CanvasWindingRule::Evenodd);
            }
        }
    }

    fn fill_round(&self, round: &Round, palette: &Palette, inks: &[Ink]) {
        for (country, ink) in self.map.countries.iter().zip(inks) {
            round.context.begin_path();
            for polygon in &country.polygons {
                let seen = polygon.first().is_some_and(|ring| ring.iter().any(|place| round.camera.shows(place)));
                for ring in polygon.iter().filter(|_| seen) {
                    round.ring(ring);
                }
            }
            round.context.set_fill_style_str(palette.color(*ink));
            round.context.fill_with_canvas_winding_rule(CanvasWindingRule::Evenodd);
        }
    }
}

impl Piece {
    fn around<'a>(places: impl Iterator<Item = &'a Place>) -> Piece {
        let nowhere = WorldBounds {
            min: WorldPoint { x: f64::INFINITY, y: f64::INFINITY },
            max: WorldPoint { x: f64::NEG_INFINITY, y: f64::NEG_INFINITY },
        };
        let bounds = places.fold(nowhere, |it, place| it.with(place.plane));
        Piece { bounds, path: OnceCell::new() }
    }

    /// The path of `lines`, if any of it may be seen.
    fn path<'a>(
        &self,
        seen: WorldBounds,
        lines: impl Iterator<Item = &'a Vec<Place>>,
        closed: bool,
    ) -> Option<&Path2d> {
        if !self.bounds.touches(seen) {
            return None;
        }
        let made = self.path.get_or_init(|| {
            let path = Path2d::new().ok()?;
            lines.for_each(|line| add_to(&path, line.iter().map(|place| place.plane), closed));
            Some(path)
        });
        made.as_ref()
    }
}

/// Lines in pieces by the place where they start.
fn by_cell(lines: &[Vec<Place>]) -> Vec<(Vec<usize>, Piece)> {
    let cell = |line: &Vec<Place>| {
        let first = line.first().map_or(WorldPoint { x: 0.0, y: 0.0 }, |place| place.plane);
        ((first.x / CELL).floor() as i32, (first.y / CELL).floor() as i32)
    };
    let mut cells: Vec<((i32, i32), Vec<usize>)> = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let at = cell(line);
        match cells.iter_mut().find(|(taken, _)| *taken == at) {
            Some((_, members)) => members.push(number),
            None => cells.push((at, vec![number])),
        }
    }
    let piece = |(_, members): ((i32, i32), Vec<usize>)| {
        let places = members.iter().filter_map(|it| lines.get(*it)).flatten();
        let around = Piece::around(places);
        (members, around)
    };
    cells.into_iter().map(piece).collect()
}

/// The base map's lines that no country makes: the outline of the world and the graticule.
pub struct Frame {
    outline: Vec<Place>,
    outline_path: Option<Path2d>,
    far: Net,
    fine: OnceCell<Net>,
}

struct Net {
    lines: Vec<Vec<Place>>,
    path: Option<Path2d>,
}

impl Net {
    fn new(step_degrees: u16) -> Net {
        let lines = graticule(step_degrees);
        let path = Path2d::new().ok();
        if let Some(path) = &path {
            for line in &lines {
                // A parallel is straight on the plane.
                let level = line.iter().all(|place| place.plane.y == line[0].plane.y);
                let step = if level { line.len() - 1 } else { 1 };
                add_to(path, line.iter().step_by(step).map(|place| place.plane), false);
            }
        }
        Net { lines, path }
    }
}

impl Default for Frame {
    fn default() -> Frame {
        let outline: Vec<Place> = outline().into_iter().map(Place::at).collect();
        let outline_path = Path2d::new().ok();
        if let Some(path) = &outline_path {
            add_to(path, outline.iter().map(|place| place.plane), true);
        }
        Frame { outline, outline_path, far: Net::new(FAR_STEP_DEGREES), fine: OnceCell::new() }
    }
}

impl Frame {
    fn net(&self, scale: f64) -> &Net {
        match scale > FINE_SCALE {
            true => self.fine.get_or_init(|| Net::new(NEAR_STEP_DEGREES)),
            false => &self.far,
        }
    }
}

/// Paints the base map as the camera shows it.
pub fn paint(surface: &Surface, camera: &Camera, palette: &Palette, frame: &Frame, land: &Land, inks: &[Ink]) {
    let context = &surface.context;
    surface.in_pixels();
    context.set_fill_style_str(palette.color(Ink::Void));
    let (left, top, width, height) = surface.area();
    context.fill_rect(left, top, width, height);
    context.set_line_join("round");
    match camera.viewport.globe == 0.0 {
        true => paint_flat(surface, camera, palette, frame, land, inks),
        false => paint_round(surface, camera, palette, frame, land, inks),
    }
}

/// The widths of borders and of coasts, in CSS pixels.
fn widths(scale: f64) -> (f64, f64) {
    if scale > NEAR_SCALE { (0.8, 0.9) } else { (0.6, 0.7) }
}

fn paint_flat(surface: &Surface, camera: &Camera, palette: &Palette, frame: &Frame, land: &Land, inks: &[Ink]) {
    let (context, viewport) = (&surface.context, camera.viewport);
    let pixel = surface.on_plane(viewport);
    let (left, top, width, height) = surface.area();
    let seen = WorldBounds {
        min: viewport.to_world(ScreenPoint { x: left, y: top }),
        max: viewport.to_world(ScreenPoint { x: left + width, y: top + height }),
    };
    context.set_fill_style_str(palette.color(Ink::Ocean));
    if let Some(outline) = &frame.outline_path {
        context.fill_with_path_2d(outline);
    }
    let stroke = |path: Option<&Path2d>, ink: Ink, width_px: f64| {
        if let Some(path) = path {
            context.set_stroke_style_str(palette.color(ink));
            context.set_line_width(width_px * pixel);
            context.stroke_with_path(path);
        }
    };
    stroke(frame.net(viewport.scale).path.as_ref(), Ink::Graticule, 1.0);
    land.fill_flat(context, seen, palette, inks);
    let (border_px, coast_px) = widths(viewport.scale);
    for (members, piece) in &land.borders {
        let lines = members.iter().filter_map(|it| land.map.borders.get(*it));
        stroke(piece.path(seen, lines, false), Ink::Border, border_px);
    }
    for (members, piece) in &land.coasts {
        let lines = members.iter().filter_map(|it| land.map.coasts.get(*it));
        stroke(piece.path(seen, lines, false), Ink::Coast, coast_px);
    }
    stroke(frame.outline_path.as_ref(), Ink::Coast, coast_px);
}

/// What is drawn in pixels, line by line, because a turn moves every point its own way.
struct Round<'a> {
    context: &'a CanvasRenderingContext2d,
    camera: &'a Camera,
}

impl Round<'_> {
    /// Adds a closed ring; what is hidden of it runs along the edge.
    fn ring(&self, ring: &[Place]) {
        let mut points = ring.iter().map(|place| self.camera.held_to_screen(place));
        if let Some(first) = points.next() {
            self.context.move_to(first.x, first.y);
            points.for_each(|at| self.context.line_to(at.x, at.y));
            self.context.close_path();
        }
    }

    /// Adds what is seen of a line, up to the edge.
    fn line(&self, line: &[Place]) {
        let mut before: Option<(ScreenPoint, bool)> = None;
        for place in line {
            let (at, shown) = (self.camera.held_to_screen(place), self.camera.shows(place));
            match before {
                Some((_, true)) => self.context.line_to(at.x, at.y),
                Some((from, false)) if shown => {
                    self.context.move_to(from.x, from.y);
                    self.context.line_to(at.x, at.y);
                }
                None if shown => self.context.move_to(at.x, at.y),
                Some((_, false)) | None => {}
            }
            before = Some((at, shown));
        }
    }

    fn stroke(&self, lines: &[Vec<Place>], palette: &Palette, ink: Ink, width_px: f64) {
        self.context.begin_path();
        lines.iter().for_each(|line| self.line(line));
        self.context.set_stroke_style_str(palette.color(ink));
        self.context.set_line_width(width_px);
        self.context.stroke();
    }

    /// Fills and lines the world: the globe, or while it changes, the flat outline on its way to the globe's edge and
    /// the half that is seen.
    fn ocean(&self, flat: &[Place], palette: &Palette) {
        let middle = self.camera.middle();
        self.context.set_fill_style_str(palette.color(Ink::Ocean));
        self.context.begin_path();
        if self.camera.viewport.globe == 1.0 {
            // An angle is no number that could fail.
            let _ = self.context.arc(middle.x, middle.y, self.camera.viewport.scale, 0.0, TAU);
            return self.context.fill();
        }
        self.ring(flat);
        self.context.fill();
        self.context.begin_path();
        let edge: Vec<Place> = self.camera.edge().collect();
        self.ring(&edge);
        self.context.fill();
    }

    fn rim(&self, palette: &Palette, width_px: f64) {
        if self.camera.viewport.globe == 1.0 {
            let middle = self.camera.middle();
            self.context.begin_path();
            let _ = self.context.arc(middle.x, middle.y, self.camera.viewport.scale, 0.0, TAU);
            self.context.set_stroke_style_str(palette.color(Ink::Coast));
            self.context.set_line_width(width_px);
            self.context.stroke();
        }
    }
}

fn paint_round(surface: &Surface, camera: &Camera, palette: &Palette, frame: &Frame, land: &Land, inks: &[Ink]) {
    let round = Round { context: &surface.context, camera };
    let scale = camera.viewport.scale;
    round.ocean(&frame.outline, palette);
    round.stroke(&frame.net(scale).lines, palette, Ink::Graticule, 1.0);
    land.fill_round(&round, palette, inks);
    let (border_px, coast_px) = widths(scale);
    round.stroke(&land.map.borders, palette, Ink::Border, border_px);
    round.stroke(&land.map.coasts, palette, Ink::Coast, coast_px);
    round.rim(palette, coast_px);
}
