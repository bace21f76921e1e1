//! Drawing the scene over the base map: arcs, bars, marks, rings and labels.

use crate::browser::canvas::{Palette, Surface, add_to};
use js_sys::Array;
use reach::sku::Sku;
use scene::camera::Camera;
use scene::font::Font;
use scene::labels::Label;
use scene::layout::Offset;
use scene::place::Place;
use scene::projection::WorldPoint;
use scene::scene::{Arc, ArcPoint, Glyph, Inside, Line, Mark, Outline, Scene};
use scene::theme::{Ink, sku_ink};
use scene::viewport::ScreenPoint;
use std::f64::consts::TAU;
use wasm_bindgen::JsValue;
use web_sys::{CanvasRenderingContext2d, Path2d};

/// The arcs of a scene as paths, in drawing order: many short paths are stroked quicker than one long one. On the flat
/// map they are made once for a scale and moved; on the globe they are made for every turn.
pub struct ArcPaths {
    paths: Vec<(Line, Path2d)>,
    /// What lies past the edge of the globe.
    beyond: Vec<(Line, Path2d)>,
    on_plane: bool,
}

impl ArcPaths {
    /// The paths of `arcs` as the camera shows them.
    pub fn new(arcs: &[Arc], camera: &Camera) -> ArcPaths {
        let on_plane = camera.viewport.globe == 0.0;
        let mut made = ArcPaths { paths: Vec::new(), beyond: Vec::new(), on_plane };
        for arc in arcs {
            let (Ok(path), Ok(beyond)) = (Path2d::new(), Path2d::new()) else { continue };
            for part in &arc.parts {
                match on_plane {
                    true => add_to(&path, part.iter().map(|(place, offset)| plane_at(camera, *place, *offset)), false),
                    false => add_round(&path, &beyond, camera, part),
                }
            }
            made.paths.push((arc.line, path));
            if !on_plane {
                made.beyond.push((arc.line, beyond));
            }
        }
        made
    }

    /// Whether the paths may be moved to this view: on the flat map.
    pub fn serve(&self, camera: &Camera) -> bool {
        self.on_plane && camera.viewport.globe == 0.0
    }

    /// Draws the arcs, each over a casing in the ground's color; fainter past the edge of the globe. A coarse picture goes
    /// without casings: they take two thirds of the time, and it stands for less than a second.
    pub fn paint(&self, surface: &Surface, camera: &Camera, palette: &Palette) {
        let context = &surface.context;
        let pixel = match self.on_plane {
            true => surface.on_plane(camera.viewport),
            false => {
                surface.in_pixels();
                1.0
            }
        };
        context.set_line_join("round");
        context.set_line_cap("butt");
        for (paths, strength) in [(&self.beyond, 0.5), (&self.paths, 1.0)] {
            for alike in paths.chunk_by(|a, b| a.0 == b.0) {
                paint_alike(surface, palette, pixel, alike, strength);
            }
        }
        context.set_global_alpha(1.0);
    }
}

/// Strokes paths of one line style.
fn paint_alike(surface: &Surface, palette: &Palette, pixel: f64, alike: &[(Line, Path2d)], strength: f64) {
    let Some((line, _)) = alike.first() else { return };
    let context = &surface.context;
    let style = Stroke::of(*line);
    let width_px = style.width_px + palette.wider_px;
    let stroke = |ink: Ink, width_px: f64| {
        context.set_stroke_style_str(palette.color(ink));
        context.set_line_width(width_px * pixel);
        alike.iter().for_each(|(_, path)| context.stroke_with_path(path));
    };
    context.set_global_alpha(style.alpha * strength);
    if !surface.coarse {
        stroke(Ink::Casing, width_px + 2.4);
    }
    set_dash(context, style.dash_px.map(|(on, off)| (on * pixel, off * pixel)));
    stroke(style.ink, width_px);
    set_dash(context, None);
    if let Some(gap_px) = style.gap_px {
        stroke(Ink::Casing, gap_px + palette.wider_px / 2.0);
    }
}

fn plane_at(camera: &Camera, place: Place, offset: Offset) -> WorldPoint {
    let scale = camera.viewport.scale;
    WorldPoint { x: place.plane.x + offset.x / scale, y: place.plane.y + offset.y / scale }
}

/// Adds what is seen of an arc above the globe, to one path before its edge and to the other past it.
fn add_round(path: &Path2d, beyond: &Path2d, camera: &Camera, part: &[ArcPoint]) {
    let mut before: Option<ScreenPoint> = None;
    let mut was_past = false;
    for (place, offset) in part {
        let at = moved(camera, *place, *offset);
        let past = camera.is_past(place);
        if let Some(at) = at {
            let line = if past { beyond } else { path };
            match before {
                Some(from) if past != was_past => {
                    line.move_to(from.x, from.y);
                    line.line_to(at.x, at.y);
                }
                Some(_) => line.line_to(at.x, at.y),
                None => line.move_to(at.x, at.y),
            }
        }
        (before, was_past) = (at, past);
    }
}

struct Stroke {
    ink: Ink,
    width_px: f64,
    dash_px: Option<(f64, f64)>,
    gap_px: Option<f64>,
    alpha: f64,
}

impl Stroke {
    fn of(line: Line) -> Stroke {
        let plain = |sku: Sku, alpha| match sku {
            Sku::Local => Stroke { ink: sku_ink(sku), width_px: 3.2, dash_px: None, gap_px: None, alpha },
            Sku::Standard => Stroke { ink: sku_ink(sku), width_px: 1.7, dash_px: None, gap_px: None, alpha },
            Sku::Premium => {
                Stroke { ink: sku_ink(sku), width_px: 1.3, dash_px: Some((12.0, 3.0)), gap_px: None, alpha }
            }
        };
        let double = |dash_px| Stroke { ink: Ink::Reach, width_px: 4.6, dash_px, gap_px: Some(2.0), alpha: 1.0 };
        match line {
            Line::Reach(sku) => plain(sku, 1.0),
            Line::Quiet(sku) => plain(sku, 0.35),
            Line::Linked => double(None),
            Line::LinkNeedsPremium => double(Some((7.0, 5.0))),
        }
    }
}

fn set_dash(context: &CanvasRenderingContext2d, dash: Option<(f64, f64)>) {
    let pattern = match dash {
        Some((on, off)) => Array::of2(&JsValue::from_f64(on), &JsValue::from_f64(off)),
        None => Array::new(),
    };
    let _ = context.set_line_dash(&pattern);
}

/// Where something beside a place is on the screen; none behind the globe.
pub fn moved(camera: &Camera, at: Place, offset: Offset) -> Option<ScreenPoint> {
    let point = camera.to_screen(&at)?;
    Some(ScreenPoint { x: point.x + offset.x, y: point.y + offset.y })
}

/// Draws bars and marks, each with a gap in the ground's color around it.
pub fn paint_marks(surface: &Surface, camera: &Camera, palette: &Palette, scene: &Scene) {
    let context = &surface.context;
    surface.in_pixels();
    context.set_line_cap("butt");
    for bar in &scene.bars {
        let ends = (moved(camera, bar.bar.from.0, bar.bar.from.1), moved(camera, bar.bar.to.0, bar.bar.to.1));
        let (Some(from), Some(to)) = ends else { continue };
        context.set_stroke_style_str(palette.color(bar.ink));
        context.set_line_width(bar.width_px);
        line(context, (from.x, from.y), (to.x, to.y));
    }
    let (left, top, width, height) = surface.area();
    for mark in &scene.marks {
        let Some(at) = moved(camera, mark.at, mark.offset) else { continue };
        let across = at.x > left - 20.0 && at.x < left + width + 20.0;
        if across && at.y > top - 20.0 && at.y < top + height + 20.0 {
            paint_mark(context, palette, mark, at);
        }
    }
}

fn paint_mark(context: &CanvasRenderingContext2d, palette: &Palette, mark: &Mark, at: ScreenPoint) {
    let (color, half) = (palette.color(mark.ink), mark.half_px);
    context.set_fill_style_str(color);
    context.set_stroke_style_str(color);
    context.set_line_width(1.4);
    match mark.glyph {
        Glyph::Disc => {
            disc(context, at, half);
            context.fill();
        }
        Glyph::Circle => {
            disc(context, at, half);
            context.set_fill_style_str(palette.color(Ink::Casing));
            context.fill();
            disc(context, at, half - 0.6);
            context.stroke();
        }
        Glyph::Struck => {
            disc(context, at, half - 0.6);
            context.set_line_width(1.0);
            context.stroke();
            line(context, (at.x - half, at.y + half), (at.x + half, at.y - half));
        }
        Glyph::HalfDisc => {
            disc(context, at, half - 0.6);
            context.set_line_width(1.1);
            context.stroke();
            context.begin_path();
            let _ = context.arc(at.x, at.y, half, TAU / 4.0, TAU * 0.75);
            context.fill();
        }
        Glyph::TriangleUp => triangle(context, at, half * 1.25, -1.0),
        Glyph::TriangleDown => triangle(context, at, half * 1.25, 1.0),
        Glyph::Square { inside, outline } => paint_square(context, palette, at, half, inside, outline),
    }
}

fn disc(context: &CanvasRenderingContext2d, at: ScreenPoint, radius: f64) {
    context.begin_path();
    let _ = context.arc(at.x, at.y, radius.max(0.5), 0.0, TAU);
}

fn line(context: &CanvasRenderingContext2d, from: (f64, f64), to: (f64, f64)) {
    context.begin_path();
    context.move_to(from.0, from.1);
    context.line_to(to.0, to.1);
    context.stroke();
}

/// A filled triangle that points up for -1 and down for 1.
fn triangle(context: &CanvasRenderingContext2d, at: ScreenPoint, half: f64, way: f64) {
    context.begin_path();
    context.move_to(at.x, at.y + way * half);
    context.line_to(at.x + half, at.y - way * half * 0.8);
    context.line_to(at.x - half, at.y - way * half * 0.8);
    context.close_path();
    context.fill();
}

fn outline_path(context: &CanvasRenderingContext2d, at: ScreenPoint, half: f64, outline: Outline) {
    let (left, right, top, bottom) = (at.x - half, at.x + half, at.y - half, at.y + half);
    context.begin_path();
    context.move_to(left, top);
    match outline {
        Outline::Plain => context.line_to(right, top),
        Outline::Cut => {
            context.line_to(at.x + half * 0.1, top);
            context.line_to(right, at.y - half * 0.1);
        }
        Outline::PointUp => {
            context.line_to(at.x, top - half * 0.8);
            context.line_to(right, top);
        }
        Outline::PointDown => context.line_to(right, top),
    }
    context.line_to(right, bottom);
    if outline == Outline::PointDown {
        context.line_to(at.x, bottom + half * 0.8);
    }
    context.line_to(left, bottom);
    context.close_path();
}

fn paint_square(
    context: &CanvasRenderingContext2d,
    palette: &Palette,
    at: ScreenPoint,
    half: f64,
    inside: Inside,
    outline: Outline,
) {
    let ground = palette.color(Ink::Casing);
    match inside {
        Inside::Solid | Inside::Hole | Inside::Frame => {
            outline_path(context, at, half, outline);
            context.fill();
            context.set_fill_style_str(ground);
            if inside == Inside::Hole {
                disc(context, at, half * 0.46);
                context.fill();
            }
            if inside == Inside::Frame {
                context.set_stroke_style_str(ground);
                context.set_line_width((half * 0.28).max(0.8));
                outline_path(context, at, half * 0.62, outline);
                context.stroke();
            }
        }
        Inside::Hollow | Inside::Hatch | Inside::Half | Inside::Dotted => {
            outline_path(context, at, half + 0.2, outline);
            context.set_fill_style_str(ground);
            context.fill();
            fill_doubt(context, at, half, inside);
            outline_path(context, at, half - 0.5, outline);
            context.set_line_width(1.2);
            set_dash(context, (inside == Inside::Dotted).then_some((1.5, 1.5)));
            context.stroke();
            set_dash(context, None);
        }
    }
}

/// The hatch or the half that says how sure a square is; nothing for the others.
fn fill_doubt(context: &CanvasRenderingContext2d, at: ScreenPoint, half: f64, inside: Inside) {
    context.set_line_width(1.0);
    match inside {
        Inside::Hatch => {
            for step in [-0.9, -0.1, 0.7] {
                let shift = step * half;
                let (low, high) = ((shift - half).max(-half), (shift + half).min(half));
                line(context, (at.x + low, at.y - low + shift), (at.x + high, at.y - high + shift));
            }
        }
        Inside::Half => {
            context.begin_path();
            context.move_to(at.x - half, at.y - half);
            context.line_to(at.x + half, at.y + half);
            context.line_to(at.x - half, at.y + half);
            context.close_path();
            let color = context.stroke_style();
            context.set_fill_style_str(&color.as_string().unwrap_or_default());
            context.fill();
        }
        Inside::Solid | Inside::Hole | Inside::Frame | Inside::Hollow | Inside::Dotted => {}
    }
}

/// Draws the ring of the chosen place, or of the keyboard's, around a group of this half width.
pub fn paint_ring(surface: &Surface, at: ScreenPoint, half_width_px: f64, radius_px: f64, color: &str, width_px: f64) {
    let context = &surface.context;
    surface.in_pixels();
    context.set_stroke_style_str(color);
    context.set_line_width(width_px);
    context.begin_path();
    let side = half_width_px.max(0.0);
    let _ = context.arc(at.x - side, at.y, radius_px, TAU / 4.0, TAU * 0.75);
    let _ = context.arc(at.x + side, at.y, radius_px, -TAU / 4.0, TAU / 4.0);
    context.close_path();
    context.stroke();
}

/// Draws the labels, each with a halo in the ground's color, over the lines that lead to them.
pub fn paint_labels(surface: &Surface, camera: &Camera, palette: &Palette, labels: &[Label]) {
    let context = &surface.context;
    surface.in_pixels();
    context.set_text_baseline("middle");
    context.set_text_align("left");
    context.set_line_join("round");
    context.set_line_width(0.8);
    context.set_stroke_style_str(palette.color(Ink::Text2));
    for label in labels {
        let Some((from, to)) = label.leader else { continue };
        if let (Some(from), Some(to)) = (moved(camera, label.at, from), moved(camera, label.at, to)) {
            line(context, (from.x, from.y), (to.x, to.y));
        }
    }
    context.set_line_width(4.0);
    for label in labels {
        let Some(at) = moved(camera, label.at, label.offset) else { continue };
        let (more_px, more) = &label.more;
        context.set_stroke_style_str(palette.color(label.halo));
        for (text, font, ink, x) in
            [(more, Font::Quiet, Ink::Text2, at.x + more_px), (&label.text, label.font, label.ink, at.x)]
        {
            if !text.is_empty() {
                surface.set_font(font);
                let _ = context.stroke_text(text, x, at.y);
                context.set_fill_style_str(palette.color(ink));
                let _ = context.fill_text(text, x, at.y);
            }
        }
    }
}
