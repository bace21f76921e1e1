//! Drawing the plan: lines, rings, squares, sites and their names.

use crate::overlay::names::SiteName;
use crate::overlay::palette::Palette;
use crate::overlay::picture::{PlanLine, PlanMark, Style};
use js_sys::Array;
use reach::sku::Sku;
use scene::camera::Camera;
use scene::font::Font;
use scene::label::ScreenRect;
use scene::scene::ArcPoint;
use scene::viewport::ScreenPoint;
use std::f64::consts::TAU;
use wasm_bindgen::JsValue;
use web_sys::CanvasRenderingContext2d;

/// What everything is drawn with.
pub struct Pen<'a> {
    /// Where.
    pub context: &'a CanvasRenderingContext2d,
    /// As it is seen.
    pub camera: &'a Camera,
    /// In which colors.
    pub palette: &'a Palette,
}

/// How a line is stroked.
struct Stroke<'a> {
    color: &'a str,
    width_px: f64,
    dash_px: &'a [f64],
    /// The gap of a double line.
    gap_px: Option<f64>,
}

impl Pen<'_> {
    fn stroke_of(&self, style: Style) -> Stroke<'_> {
        let plain = |color, width_px, dash_px| Stroke { color, width_px, dash_px, gap_px: None };
        let double = |color, dash_px| Stroke { color, width_px: 4.6, dash_px, gap_px: Some(2.0) };
        match style {
            Style::Carries(Sku::Local) => plain(self.palette.sku(Sku::Local), 3.2, &[]),
            Style::Carries(Sku::Standard) => plain(self.palette.sku(Sku::Standard), 1.7, &[]),
            Style::Carries(Sku::Premium) => plain(self.palette.sku(Sku::Premium), 1.3, &[12.0, 3.0]),
            Style::Unsure => plain(&self.palette.caution, 1.4, &[2.0, 4.0]),
            Style::Fails => plain(&self.palette.failed, 1.4, &[3.0, 3.0]),
            Style::ToSite => plain(&self.palette.text, 1.4, &[]),
            Style::LinkNeedsPremium => double(&self.palette.reach, &[7.0, 5.0]),
            Style::LinkFails => double(&self.palette.failed, &[3.0, 3.0]),
            Style::Linked => double(&self.palette.reach, &[]),
        }
    }

    /// Keeps what is drawn next off the map's own names, so that lines pass behind them.
    pub fn around_names(&self, names: &[ScreenRect], area: ScreenRect) {
        self.context.save();
        self.context.begin_path();
        // Within a path that runs one way around, one that runs the other way is a hole.
        for it in std::iter::once(&area).chain(names) {
            let (from, to) = if it == &area { (it.left, it.right) } else { (it.right, it.left) };
            self.context.rect(from, it.top, to - from, it.bottom - it.top);
        }
        self.context.clip();
    }

    /// Draws everywhere again.
    pub fn everywhere(&self) {
        self.context.restore();
    }

    /// Draws lines by their styles, each over a casing; fainter past the edge of the globe. Lit ones are edged with the
    /// color of what is chosen.
    pub fn lines<'l>(&self, lines: impl Iterator<Item = &'l PlanLine> + Clone, lit: bool) {
        self.context.set_line_join("round");
        self.context.set_line_cap("butt");
        for style in Style::ALL {
            let alike = lines.clone().filter(|it| it.style == style);
            if alike.clone().next().is_none() {
                continue;
            }
            for (past, strength) in [(true, 0.5), (false, 1.0)] {
                if past && self.camera.viewport.globe == 0.0 {
                    continue;
                }
                self.context.set_global_alpha(strength);
                self.context.begin_path();
                alike.clone().flat_map(|it| &it.parts).for_each(|part| self.trace(part, past));
                self.stroke(&self.stroke_of(style), lit);
            }
        }
        self.context.set_global_alpha(1.0);
    }

    fn stroke(&self, stroke: &Stroke, lit: bool) {
        let width_px = stroke.width_px + self.palette.wider_px;
        let draw = |color: &str, width_px: f64| {
            self.context.set_stroke_style_str(color);
            self.context.set_line_width(width_px);
            self.context.stroke();
        };
        if lit {
            draw(&self.palette.select, width_px + 4.0);
        }
        draw(&self.palette.casing, width_px + 2.4);
        self.dash(stroke.dash_px);
        draw(stroke.color, width_px);
        self.dash(&[]);
        if let Some(gap_px) = stroke.gap_px {
            draw(&self.palette.casing, gap_px + self.palette.wider_px / 2.0);
        }
    }

    fn dash(&self, pattern: &[f64]) {
        let pattern: Array = pattern.iter().map(|it| JsValue::from_f64(*it)).collect();
        // A list of finite numbers cannot fail.
        let _ = self.context.set_line_dash(&pattern);
    }

    /// Adds what is seen of a line to the path, on this side of the globe's edge or past it.
    fn trace(&self, part: &[ArcPoint], past: bool) {
        let mut before: Option<ScreenPoint> = None;
        let mut was_drawn = false;
        for (place, offset) in part {
            let at = self.camera.to_screen(place);
            let at = at.map(|it| ScreenPoint { x: it.x + offset.x, y: it.y + offset.y });
            let drawn = self.camera.is_past(place) == past;
            if let (Some(from), Some(to), true) = (before, at, drawn) {
                if !was_drawn {
                    self.context.move_to(from.x, from.y);
                }
                self.context.line_to(to.x, to.y);
            }
            was_drawn = drawn && before.is_some() && at.is_some();
            before = at;
        }
    }

    /// Draws a straight line from a site that a hand draws; dashed until it ends at a location.
    pub fn segment(&self, from: ScreenPoint, to: ScreenPoint, ends: bool) {
        self.context.set_line_cap("butt");
        self.context.begin_path();
        self.context.move_to(from.x, from.y);
        self.context.line_to(to.x, to.y);
        let dash_px: &[f64] = if ends { &[] } else { &[3.0, 3.0] };
        self.stroke(&Stroke { color: &self.palette.select, width_px: 1.4, dash_px, gap_px: None }, false);
    }

    /// Where a mark is; none behind the globe.
    pub fn place_of(&self, mark: &PlanMark) -> Option<ScreenPoint> {
        let at = self.camera.to_screen(&mark.at)?;
        Some(ScreenPoint { x: at.x + mark.offset.x, y: at.y + mark.offset.y })
    }

    /// Draws a ring over a gap in the ground's color.
    pub fn ring(&self, at: ScreenPoint, radius_px: f64, color: &str, width_px: f64) {
        for (color, width_px) in [(self.palette.casing.as_str(), width_px + 2.0), (color, width_px)] {
            self.context.begin_path();
            // A radius that is not negative cannot fail.
            let _ = self.context.arc(at.x, at.y, radius_px, 0.0, TAU);
            self.context.set_stroke_style_str(color);
            self.context.set_line_width(width_px);
            self.context.stroke();
        }
    }

    /// Draws the square of a workload's region: filled in the color of the SKU that reaches it, hollow while none does.
    pub fn square(&self, mark: &PlanMark, side_px: f64) {
        let Some(at) = self.place_of(mark) else { return };
        let square = |half: f64| self.context.fill_rect(at.x - half, at.y - half, 2.0 * half, 2.0 * half);
        let half = side_px / 2.0;
        let fill = |color: &str| self.context.set_fill_style_str(color);
        fill(&self.palette.casing);
        square(half + 1.6);
        fill(mark.sku.map_or(&self.palette.other, |sku| self.palette.sku(sku)));
        square(half);
        if mark.sku.is_none() {
            fill(&self.palette.casing);
            square(half - 1.3);
        }
    }

    /// Draws hollow diamonds of this width, all as one path.
    pub fn diamonds(&self, at: impl Iterator<Item = ScreenPoint>, side_px: f64, color: &str) {
        let half = side_px / 2.0;
        self.context.begin_path();
        for at in at {
            self.context.move_to(at.x, at.y - half);
            self.context.line_to(at.x + half, at.y);
            self.context.line_to(at.x, at.y + half);
            self.context.line_to(at.x - half, at.y);
            self.context.close_path();
        }
        self.context.set_line_join("miter");
        self.context.set_stroke_style_str(&self.palette.casing);
        self.context.set_line_width(4.6);
        self.context.stroke();
        self.context.set_fill_style_str(&self.palette.casing);
        self.context.fill();
        self.context.set_stroke_style_str(color);
        self.context.set_line_width(1.4 + self.palette.wider_px / 2.0);
        self.context.stroke();
    }

    /// Writes the names of sites, each with a halo in the ground's color.
    pub fn names(&self, names: &[SiteName]) {
        self.context.set_font(Font::Lit.css());
        self.context.set_text_baseline("middle");
        self.context.set_line_join("round");
        for name in names {
            let Some((at, (from, to))) = self.camera.to_screen(&name.at).zip(name.leader) else { continue };
            self.context.begin_path();
            self.context.move_to(at.x + from.x, at.y + from.y);
            self.context.line_to(at.x + to.x, at.y + to.y);
            for (color, width_px) in [(&self.palette.casing, 2.4), (&self.palette.text, 0.8)] {
                self.context.set_stroke_style_str(color);
                self.context.set_line_width(width_px);
                self.context.stroke();
            }
        }
        self.context.set_line_width(4.0);
        self.context.set_stroke_style_str(&self.palette.casing);
        self.context.set_fill_style_str(&self.palette.text);
        for name in names {
            let Some(at) = self.camera.to_screen(&name.at) else { continue };
            let (x, y) = (at.x + name.offset.x, at.y + name.offset.y);
            // Text that cannot be drawn leaves the mark, which says the same.
            let _ = self.context.stroke_text(&name.text, x, y);
            let _ = self.context.fill_text(&name.text, x, y);
        }
    }
}
