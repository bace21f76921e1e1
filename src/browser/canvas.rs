//! Canvases larger than the screen, whose pictures are kept while the view moves; and the colors of the style sheet.

use leptos::prelude::window;
use scene::font::Font;
use scene::projection::WorldPoint;
use scene::theme::Ink;
use scene::viewport::{ScreenPoint, Viewport};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmapRenderingContext, OffscreenCanvas, Path2d};

/// Path coordinates are thousandths of a unit of the plane: browsers keep them in single precision and drop what is
/// far below one.
pub const PATH_UNIT: f64 = 1000.0;

/// How much of the world a picture shows beyond the screen. Every pixel of it is paid for in every picture, the answer to
/// a click included, so it is what the map's motion needs.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub enum Room {
    /// The map rests.
    Little,
    /// It zooms, or flies.
    Some,
    /// A hand drags it.
    Much,
}

impl Room {
    /// How far the picture reaches beyond the screen on every side, at most, in CSS pixels.
    fn margin_px(self) -> f64 {
        match self {
            Room::Little => 8.0,
            Room::Some => 64.0,
            Room::Much => 256.0,
        }
    }

    /// How long a picture may take while the map moves, in milliseconds. One that takes longer is painted coarsely until
    /// the map rests: zoomed pictures are stretched anyway, dragged ones are read meanwhile.
    pub fn patience_ms(self) -> f64 {
        match self {
            Room::Little => f64::INFINITY,
            Room::Some => 8.0,
            Room::Much => 30.0,
        }
    }
}

/// A kept picture is shown at most this much larger or smaller.
const MOST_STRETCH: f64 = 2.0;

/// A canvas and where its picture is drawn. The picture reaches beyond the screen, so that a small move of the view
/// moves only the canvas.
pub struct Surface {
    canvas: HtmlCanvasElement,
    pub(crate) context: CanvasRenderingContext2d,
    sheet: Option<Sheet>,
    screen_px: (f64, f64),
    pixel_ratio: f64,
    margin_px: f64,
    /// The room of the present picture.
    pub room: Room,
    /// Whether it has fewer pixels than the screen.
    pub coarse: bool,
    /// Width and height in pixels of the screen.
    size: (u32, u32),
    /// The view that the picture was painted for.
    painted: Option<Viewport>,
}

/// Where a picture is drawn before the canvas shows it. Browsers copy a canvas that can be drawn on for every frame, even
/// one that only moves; one that shows a finished picture they leave alone.
struct Sheet {
    canvas: OffscreenCanvas,
    shown: ImageBitmapRenderingContext,
}

impl Sheet {
    /// A sheet for `canvas`, and its context; none where the browser draws only on the canvas itself.
    fn new(canvas: &HtmlCanvasElement, options: &js_sys::Object) -> Option<(Sheet, js_sys::Object)> {
        let sheet = OffscreenCanvas::new(1, 1).ok()?;
        let context = sheet.get_context_with_context_options("2d", options).ok()??;
        let shown = canvas.get_context_with_context_options("bitmaprenderer", options).ok()??;
        Some((Sheet { canvas: sheet, shown: shown.unchecked_into() }, context))
    }

    fn show(&self) {
        if let Ok(picture) = self.canvas.transfer_to_image_bitmap() {
            self.shown.transfer_from_image_bitmap(&picture);
        }
    }
}

impl Surface {
    /// The surface of a canvas; none when the browser gives no 2D context. An opaque one draws faster.
    pub fn new(canvas: HtmlCanvasElement, opaque: bool) -> Option<Surface> {
        let options = js_sys::Object::new();
        js_sys::Reflect::set(&options, &"alpha".into(), &JsValue::from_bool(!opaque)).ok()?;
        let (sheet, context) = match Sheet::new(&canvas, &options) {
            Some((sheet, context)) => (Some(sheet), context),
            None => (None, canvas.get_context_with_context_options("2d", &options).ok()??),
        };
        let context = context.unchecked_into::<CanvasRenderingContext2d>();
        Some(Surface {
            canvas,
            context,
            sheet,
            screen_px: (1.0, 1.0),
            pixel_ratio: 1.0,
            margin_px: 0.0,
            room: Room::Little,
            coarse: false,
            size: (1, 1),
            painted: None,
        })
    }

    /// The map has this many CSS pixels: its picture has to be painted again.
    pub fn resize(&mut self, width_px: f64, height_px: f64) {
        self.screen_px = (width_px, height_px);
        self.painted = None;
    }

    /// Takes a blank sheet for the next picture, with this much room around the screen; a coarse one has half of the
    /// screen's pixels along each side.
    pub fn begin(&mut self, room: Room, coarse: bool) {
        let (width_px, height_px) = self.screen_px;
        (self.room, self.coarse) = (room, coarse);
        let sharpness = if coarse { 0.5 } else { 1.0 };
        let (pixel_ratio, margin_px) =
            (window().device_pixel_ratio() * sharpness, (width_px.min(height_px) / 3.0).min(room.margin_px()).round());
        let pixels = |css: f64| ((css + 2.0 * margin_px) * pixel_ratio).round().max(1.0) as u32;
        let size = (pixels(width_px), pixels(height_px));
        if (self.pixel_ratio, self.margin_px, self.size) == (pixel_ratio, margin_px, size) {
            return;
        }
        (self.pixel_ratio, self.margin_px, self.size) = (pixel_ratio, margin_px, size);
        self.canvas.set_width(size.0);
        self.canvas.set_height(size.1);
        if let Some(sheet) = &self.sheet {
            sheet.canvas.set_width(size.0);
            sheet.canvas.set_height(size.1);
        }
        let style = self.canvas.style();
        let sides = [
            ("left", -margin_px),
            ("top", -margin_px),
            ("width", width_px + 2.0 * margin_px),
            ("height", height_px + 2.0 * margin_px),
        ];
        for (name, css) in sides {
            // What the browser refuses leaves the canvas where it was.
            let _ = style.set_property(name, &px(css));
        }
    }

    /// How much larger than painted the view shows the picture.
    pub fn stretch(&self, view: Viewport) -> f64 {
        self.painted.map_or(1.0, |painted| view.scale / painted.scale)
    }

    /// Moves and stretches the kept picture to where the view wants it; false when it has to be painted again.
    pub fn follow(&self, view: Viewport) -> bool {
        let Some(painted) = self.painted else { return false };
        if painted == view {
            return self.transform(1.0, 0.0, 0.0);
        }
        let same_screen = painted.width_px == view.width_px && painted.height_px == view.height_px;
        let stretch = view.scale / painted.scale;
        if painted.globe + view.globe > 0.0 || !same_screen {
            return false;
        }
        let corner = view.to_screen(painted.to_world(ScreenPoint { x: 0.0, y: 0.0 }));
        self.slack_px(painted, view) >= 0.0
            && (1.0 / MOST_STRETCH..MOST_STRETCH).contains(&stretch)
            && self.transform(stretch, corner.x, corner.y)
    }

    /// How far the kept picture still reaches beyond the screen, on the side where that is least; less than nothing when
    /// it does not cover the screen.
    fn slack_px(&self, painted: Viewport, view: Viewport) -> f64 {
        let stretch = view.scale / painted.scale;
        // Where the screen's corner of then is now.
        let corner = view.to_screen(painted.to_world(ScreenPoint { x: 0.0, y: 0.0 }));
        let reach = self.margin_px * stretch;
        let side = |from: f64, length: f64| (reach - from).min(from + length * stretch + reach - length);
        side(corner.x, view.width_px).min(side(corner.y, view.height_px))
    }

    /// Whether the kept picture of a zooming map will soon not cover the screen.
    pub fn runs_out(&self, view: Viewport) -> bool {
        self.painted.is_some_and(|it| it.globe == 0.0 && self.slack_px(it, view) < self.margin_px / 2.0)
    }

    /// Shows the picture that was just drawn for this view, unmoved.
    pub fn show_for(&mut self, view: Viewport) {
        if let Some(sheet) = &self.sheet {
            sheet.show();
        }
        self.painted = Some(view);
        self.transform(1.0, 0.0, 0.0);
    }

    fn transform(&self, stretch: f64, x_px: f64, y_px: f64) -> bool {
        // On whole pixels of the screen an unstretched picture stays sharp.
        let whole = |css: f64| (css * self.pixel_ratio).round() / self.pixel_ratio;
        let margin = self.margin_px * (1.0 - stretch);
        let moved = match stretch == 1.0 {
            true => ["translate(", &px(whole(x_px)), ",", &px(whole(y_px)), ")"].concat(),
            false => {
                let shift = ["translate(", &px(x_px + margin), ",", &px(y_px + margin), ") "].concat();
                [shift.as_str(), "scale(", &decimal(stretch), ")"].concat()
            }
        };
        self.canvas.style().set_property("transform", &moved).is_ok()
    }

    /// Makes the unit a CSS pixel, from the screen's top left corner.
    pub fn in_pixels(&self) {
        let (ratio, margin) = (self.pixel_ratio, self.margin_px * self.pixel_ratio);
        let _ = self.context.set_transform(ratio, 0.0, 0.0, ratio, margin, margin);
    }

    /// Makes the unit a path unit of the plane, and tells how many path units a CSS pixel is.
    pub fn on_plane(&self, viewport: Viewport) -> f64 {
        let origin = viewport.to_screen(WorldPoint { x: 0.0, y: 0.0 });
        let (scale, ratio) = (viewport.scale * self.pixel_ratio / PATH_UNIT, self.pixel_ratio);
        let along = |at: f64| (at + self.margin_px) * ratio;
        let _ = self.context.set_transform(scale, 0.0, 0.0, scale, along(origin.x), along(origin.y));
        PATH_UNIT / viewport.scale
    }

    /// The upright rectangle that the picture covers: left, top, width and height.
    pub fn area(&self) -> (f64, f64, f64, f64) {
        let size = |pixels: u32| f64::from(pixels) / self.pixel_ratio;
        (-self.margin_px, -self.margin_px, size(self.size.0), size(self.size.1))
    }

    /// Clears everything to nothing.
    pub fn clear(&self) {
        self.in_pixels();
        let (left, top, width, height) = self.area();
        self.context.clear_rect(left, top, width, height);
    }

    /// Sets the font of what is written next.
    pub fn set_font(&self, font: Font) {
        self.context.set_font(font.css());
        // A browser that does not know it sets the letters as close as the font has them.
        let _ = js_sys::Reflect::set(&self.context, &"letterSpacing".into(), &font.tracking().into());
    }

    /// The width of a line of text, in CSS pixels.
    pub fn text_width(&self, text: &str, font: Font) -> f64 {
        self.set_font(font);
        self.context.measure_text(text).map_or(0.0, |it| it.width())
    }
}

/// Adds a line on the plane to a path; a closed one for an area.
pub fn add_to(path: &Path2d, mut points: impl Iterator<Item = WorldPoint>, closed: bool) {
    let Some(first) = points.next() else { return };
    path.move_to(first.x * PATH_UNIT, first.y * PATH_UNIT);
    for point in points {
        path.line_to(point.x * PATH_UNIT, point.y * PATH_UNIT);
    }
    if closed {
        path.close_path();
    }
}

/// The colors of the style sheet, read once for a theme.
#[derive(Clone)]
pub struct Palette {
    colors: Vec<String>,
    /// How much wider lines are drawn than usual, in CSS pixels: under high contrast.
    pub wider_px: f64,
}

impl Palette {
    /// Reads the custom properties of the page.
    pub fn read() -> Palette {
        let root = leptos::prelude::document().document_element();
        let contrast = root.as_ref().is_some_and(|it| it.class_name().contains("contrast"));
        let style = root.and_then(|it| window().get_computed_style(&it).ok().flatten());
        let value = |ink: &Ink| {
            let property = String::from("--") + ink.name();
            style.as_ref().and_then(|it| it.get_property_value(&property).ok()).unwrap_or_default().trim().to_owned()
        };
        let colors = Ink::ALL.iter().map(value).collect();
        Palette { colors, wider_px: if contrast { 1.0 } else { 0.0 } }
    }

    /// The CSS color of an ink.
    pub fn color(&self, ink: Ink) -> &str {
        self.colors.get(ink as usize).map_or("", String::as_str)
    }
}

fn px(css: f64) -> String {
    decimal(css) + "px"
}

/// A number for a style, to a ten-thousandth: writing floats in general weighs more than all of this file.
fn decimal(value: f64) -> String {
    let whole = (value.abs() * 10_000.0).round() as u32;
    let sign = if value < 0.0 { "-" } else { "" };
    let part = (10_000 + whole % 10_000).to_string();
    [sign, &(whole / 10_000).to_string(), ".", part.get(1..).unwrap_or_default()].concat()
}

/// The point of a pointer event inside its element.
pub fn point_in(event: &web_sys::MouseEvent) -> ScreenPoint {
    ScreenPoint { x: f64::from(event.offset_x()), y: f64::from(event.offset_y()) }
}
