//! Drawing on a canvas: the scene comes settled, and here every shape is one match arm.

use leptos::prelude::window;
use scene::basemap::BaseMap;
use scene::projection::{WorldPoint, outline};
use scene::theme::Ink;
use scene::viewport::{ScreenPoint, Viewport};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, CanvasWindingRule, HtmlCanvasElement, Path2d};

/// Path coordinates are thousandths of a unit of the plane: browsers keep them in single precision and drop what is
/// far below one.
pub const PATH_UNIT: f64 = 1000.0;

/// A canvas and its context.
#[derive(Clone)]
pub struct Surface {
    canvas: HtmlCanvasElement,
    pub(crate) context: CanvasRenderingContext2d,
    pixel_ratio: f64,
}

impl Surface {
    /// The surface of a canvas; none when the browser gives no 2D context. An opaque one draws faster.
    pub fn new(canvas: HtmlCanvasElement, opaque: bool) -> Option<Surface> {
        let options = js_sys::Object::new();
        js_sys::Reflect::set(&options, &"alpha".into(), &JsValue::from_bool(!opaque)).ok()?;
        let context = canvas.get_context_with_context_options("2d", &options).ok()??;
        let context = context.dyn_into::<CanvasRenderingContext2d>().ok()?;
        Some(Surface { canvas, context, pixel_ratio: 1.0 })
    }

    /// Gives the canvas as many pixels as the screen shows. Only a change of size clears it.
    pub fn resize(&mut self, width_px: f64, height_px: f64) {
        self.pixel_ratio = window().device_pixel_ratio();
        let pixels = |css: f64| (css * self.pixel_ratio).round().max(1.0) as u32;
        let (width, height) = (pixels(width_px), pixels(height_px));
        if self.canvas.width() != width {
            self.canvas.set_width(width);
        }
        if self.canvas.height() != height {
            self.canvas.set_height(height);
        }
    }

    /// Makes the unit a CSS pixel, from the canvas's top left corner.
    pub fn in_pixels(&self) {
        let ratio = self.pixel_ratio;
        let _ = self.context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
    }

    /// Makes the unit a path unit of the plane, and tells how many path units a CSS pixel is.
    pub fn on_plane(&self, viewport: Viewport) -> f64 {
        let origin = viewport.to_screen(WorldPoint { x: 0.0, y: 0.0 });
        let (scale, ratio) = (viewport.scale * self.pixel_ratio / PATH_UNIT, self.pixel_ratio);
        let _ = self.context.set_transform(scale, 0.0, 0.0, scale, origin.x * ratio, origin.y * ratio);
        PATH_UNIT / viewport.scale
    }

    /// Clears everything to nothing.
    pub fn clear(&self) {
        self.in_pixels();
        self.context.clear_rect(0.0, 0.0, f64::from(self.canvas.width()), f64::from(self.canvas.height()));
    }

    /// The width of a line of text in a CSS font, in CSS pixels.
    pub fn text_width(&self, text: &str, font: &str) -> f64 {
        self.context.set_font(font);
        self.context.measure_text(text).map_or(0.0, |it| it.width())
    }
}

/// A path of polylines on the plane; closed ones for areas.
pub fn plane_path<'a>(lines: impl IntoIterator<Item = &'a [WorldPoint]>, closed: bool) -> Option<Path2d> {
    let path = Path2d::new().ok()?;
    for line in lines {
        let mut points = line.iter();
        let Some(first) = points.next() else { continue };
        path.move_to(first.x * PATH_UNIT, first.y * PATH_UNIT);
        for point in points {
            path.line_to(point.x * PATH_UNIT, point.y * PATH_UNIT);
        }
        if closed {
            path.close_path();
        }
    }
    Some(path)
}

/// The colors of the style sheet, read once for a theme.
#[derive(Clone)]
pub struct Palette(Vec<String>);

impl Palette {
    /// Reads the custom properties of the page.
    pub fn read() -> Palette {
        let root = leptos::prelude::document().document_element();
        let style = root.and_then(|it| window().get_computed_style(&it).ok().flatten());
        let value = |ink: &Ink| {
            let property = String::from("--") + ink.name();
            style.as_ref().and_then(|it| it.get_property_value(&property).ok()).unwrap_or_default().trim().to_owned()
        };
        Palette(Ink::ALL.iter().map(value).collect())
    }

    /// The CSS color of an ink.
    pub fn color(&self, ink: Ink) -> &str {
        self.0.get(ink as usize).map_or("", String::as_str)
    }
}

/// The base map as paths: made once, drawn under any transform.
pub struct BasePaths {
    outline: Path2d,
    graticule: Path2d,
    coasts: Path2d,
    borders: Path2d,
    countries: Vec<([u8; 2], Path2d)>,
}

impl BasePaths {
    /// The paths of `base`; none when the browser has no paths.
    pub fn new(base: &BaseMap) -> Option<BasePaths> {
        let countries = base.countries.iter().filter_map(|country| {
            let rings = country.polygons.iter().flatten().map(Vec::as_slice);
            Some((country.code, plane_path(rings, true)?))
        });
        Some(BasePaths {
            outline: plane_path([outline().as_slice()], true)?,
            graticule: plane_path(
                scene::graticule::graticule(scene::graticule::FAR_STEP_DEGREES).iter().map(Vec::as_slice),
                false,
            )?,
            coasts: plane_path(base.coasts.iter().map(Vec::as_slice), false)?,
            borders: plane_path(base.borders.iter().map(Vec::as_slice), false)?,
            countries: countries.collect(),
        })
    }

    /// One path for every ink that the countries take, so that a frame fills a handful of them.
    pub fn grounds(&self, ink_of: impl Fn([u8; 2]) -> Ink) -> Vec<(Ink, Path2d)> {
        let mut grounds: Vec<(Ink, Path2d)> = Vec::new();
        for (code, path) in &self.countries {
            let ink = ink_of(*code);
            match grounds.iter().find(|(taken, _)| *taken == ink) {
                Some((_, ground)) => ground.add_path(path),
                None => {
                    if let Ok(ground) = Path2d::new_with_other(path) {
                        grounds.push((ink, ground));
                    }
                }
            }
        }
        grounds
    }

    /// Draws the base map.
    pub fn paint(&self, surface: &Surface, viewport: Viewport, palette: &Palette, grounds: &[(Ink, Path2d)]) {
        let context = &surface.context;
        surface.in_pixels();
        context.set_fill_style_str(palette.color(Ink::Void));
        context.fill_rect(0.0, 0.0, viewport.width_px, viewport.height_px);
        let pixel = surface.on_plane(viewport);
        context.set_line_join("round");
        context.set_fill_style_str(palette.color(Ink::Ocean));
        context.fill_with_path_2d(&self.outline);
        context.set_stroke_style_str(palette.color(Ink::Graticule));
        context.set_line_width(pixel);
        context.stroke_with_path(&self.graticule);
        for (ink, ground) in grounds {
            context.set_fill_style_str(palette.color(*ink));
            context.fill_with_path_2d_and_winding(ground, CanvasWindingRule::Evenodd);
        }
        let near = viewport.scale > 900.0;
        context.set_stroke_style_str(palette.color(Ink::Border));
        context.set_line_width(pixel * if near { 0.8 } else { 0.6 });
        context.stroke_with_path(&self.borders);
        context.set_stroke_style_str(palette.color(Ink::Coast));
        context.set_line_width(pixel * if near { 0.9 } else { 0.7 });
        context.stroke_with_path(&self.coasts);
        context.stroke_with_path(&self.outline);
    }
}

/// The point of a pointer event inside its element.
pub fn point_in(event: &web_sys::MouseEvent) -> ScreenPoint {
    ScreenPoint { x: f64::from(event.offset_x()), y: f64::from(event.offset_y()) }
}
