//! A canvas over the map. Its picture reaches beyond the screen and is kept while the flat map is panned: then only the
//! canvas moves, in the same frame and by the same whole pixels as the map's own pictures.

use crate::overlay::crowd::{Crowd, Inks, rgb};
use leptos::prelude::{document, window};
use scene::label::ScreenRect;
use scene::viewport::{ScreenPoint, Viewport};
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, ImageData};

/// How far a kept picture reaches beyond the screen on every side, in CSS pixels.
const MARGIN_PX: f64 = 160.0;
/// A kept picture is shown at most this much larger or smaller while the map moves, as the map's own are.
const MOST_STRETCH: f64 = 0.25;

/// A canvas and the view that its picture was painted for.
pub struct Surface {
    canvas: HtmlCanvasElement,
    /// Where to draw.
    pub context: CanvasRenderingContext2d,
    /// Where a crowd is put together before it is drawn over the rest.
    scratch: HtmlCanvasElement,
    margin_px: f64,
    pixel_ratio: f64,
    painted: Option<Viewport>,
}

impl Surface {
    /// A new canvas as the last layer of `map`; none when the browser gives no context. Its margin makes room for pans.
    pub fn new(map: &Element, roomy: bool) -> Option<Surface> {
        let canvas = document().create_element("canvas").ok()?.unchecked_into::<HtmlCanvasElement>();
        canvas.set_class_name("map-layer plan-layer");
        canvas.set_attribute("aria-hidden", "true").ok()?;
        map.append_child(&canvas).ok()?;
        let context = canvas.get_context("2d").ok()??.unchecked_into();
        let scratch = document().create_element("canvas").ok()?.unchecked_into();
        let margin_px = if roomy { MARGIN_PX } else { 0.0 };
        Some(Surface { canvas, context, scratch, margin_px, pixel_ratio: 1.0, painted: None })
    }

    /// Moves the kept picture to where the view wants it; false when it has to be painted again.
    pub fn follow(&self, view: Viewport, resting: bool) -> bool {
        let Some(painted) = self.painted else { return false };
        if painted == view {
            return true;
        }
        let same_screen = painted.width_px == view.width_px && painted.height_px == view.height_px;
        let stretch = view.scale / painted.scale;
        let most = if resting { 1e-9 } else { MOST_STRETCH };
        if painted.globe + view.globe > 0.0 || !same_screen || (stretch - 1.0).abs() > most {
            return false;
        }
        // Where the screen's corner of then is now.
        let corner = view.to_screen(painted.to_world(ScreenPoint { x: 0.0, y: 0.0 }));
        let reach = self.margin_px * stretch;
        let covers = |from: f64, length: f64| from <= reach && from + length * stretch + reach >= length;
        let covered = covers(corner.x, view.width_px) && covers(corner.y, view.height_px);
        covered && self.move_to(stretch, corner)
    }

    /// Takes a blank sheet for the picture of a view; the unit is a CSS pixel, from the screen's top left corner.
    pub fn begin(&mut self, view: Viewport) {
        let ratio = window().device_pixel_ratio();
        let side = |css: f64| ((css + 2.0 * self.margin_px) * ratio).round().max(1.0) as u32;
        let (width, height) = (side(view.width_px), side(view.height_px));
        if (self.canvas.width(), self.canvas.height(), self.pixel_ratio) != (width, height, ratio) {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
            self.pixel_ratio = ratio;
            self.set("left", -self.margin_px);
            self.set("top", -self.margin_px);
            self.set("width", view.width_px + 2.0 * self.margin_px);
            self.set("height", view.height_px + 2.0 * self.margin_px);
        }
        let margin = self.margin_px * ratio;
        // Numbers that are finite cannot fail.
        let _ = self.context.set_transform(ratio, 0.0, 0.0, ratio, margin, margin);
        let area = self.area(view);
        self.context.clear_rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
        if self.painted.replace(view).is_none() {
            self.canvas.set_hidden(false);
        }
        self.move_to(1.0, ScreenPoint { x: 0.0, y: 0.0 });
    }

    /// Draws a crowd of small diamonds over the rest. What the browser cannot draw is left out.
    pub fn crowd(&self, at: &[ScreenPoint], ink: &str, gap: &str) {
        let (width, height) = (self.canvas.width(), self.canvas.height());
        let color = |css: &str| {
            // The canvas names any color in one way.
            self.context.set_fill_style_str(css);
            rgb(&self.context.fill_style().as_string().unwrap_or_default())
        };
        let inks = Inks { ink: color(ink), gap: color(gap) };
        let mut crowd = Crowd::new(width as usize, height as usize);
        let px = |css: f64| (css + self.margin_px) * self.pixel_ratio;
        at.iter().for_each(|it| crowd.put(px(it.x), px(it.y), self.pixel_ratio, inks));
        if (self.scratch.width(), self.scratch.height()) != (width, height) {
            self.scratch.set_width(width);
            self.scratch.set_height(height);
        }
        let data = ImageData::new_with_u8_clamped_array(Clamped(&crowd.pixels), width);
        let context = self.scratch.get_context("2d").ok().flatten();
        if let (Ok(data), Some(context)) = (data, context) {
            let context: CanvasRenderingContext2d = context.unchecked_into();
            let put = context.put_image_data(&data, 0.0, 0.0);
            self.context.save();
            let reset = self.context.reset_transform();
            if put.and(reset).is_ok() {
                let _ = self.context.draw_image_with_html_canvas_element(&self.scratch, 0.0, 0.0);
            }
            self.context.restore();
        }
    }

    /// What the picture of a view covers.
    pub fn area(&self, view: Viewport) -> ScreenRect {
        ScreenRect { left: 0.0, top: 0.0, right: view.width_px, bottom: view.height_px }.grown(self.margin_px)
    }

    /// Wipes and hides the canvas until the next picture.
    pub fn hide(&mut self) {
        if let Some(view) = self.painted.take() {
            self.begin(view);
            self.painted = None;
            self.canvas.set_hidden(true);
        }
    }

    fn set(&self, property: &str, css: f64) {
        // What the browser refuses leaves the canvas where it was.
        let _ = self.canvas.style().set_property(property, &format!("{css}px"));
    }

    fn move_to(&self, stretch: f64, corner: ScreenPoint) -> bool {
        // On whole pixels of the screen an unstretched picture stays sharp.
        let whole = |css: f64| (css * self.pixel_ratio).round() / self.pixel_ratio;
        let margin = self.margin_px * (1.0 - stretch);
        let moved = match stretch == 1.0 {
            true => format!("translate({}px,{}px)", whole(corner.x), whole(corner.y)),
            false => format!("translate({}px,{}px) scale({stretch})", corner.x + margin, corner.y + margin),
        };
        self.canvas.style().set_property("transform", &moved).is_ok()
    }
}
