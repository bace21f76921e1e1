//! Between the plane of the map and the screen: pan, zoom and fit.

use crate::place::Place;
use crate::projection::{WORLD_HEIGHT, WORLD_WIDTH, WorldPoint, half_width_at, project, unproject};
use reach::geo::LonLat;

/// A point on the screen in CSS pixels, x to the right, y down, (0, 0) at the map's top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScreenPoint {
    /// From the left edge.
    pub x: f64,
    /// From the top edge.
    pub y: f64,
}

impl ScreenPoint {
    /// How far another point is, in CSS pixels.
    pub fn distance(self, other: ScreenPoint) -> f64 {
        length(self.x - other.x, self.y - other.y)
    }
}

/// The length of a step. Values on a screen are far from where squares overflow, so a root does; it is one instruction.
pub fn length(x: f64, y: f64) -> f64 {
    (x * x + y * y).sqrt()
}

/// An upright rectangle on the plane of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorldBounds {
    /// The corner with the smallest x and y: top left.
    pub min: WorldPoint,
    /// The corner with the largest x and y: bottom right.
    pub max: WorldPoint,
}

impl WorldBounds {
    /// The whole world.
    pub const WORLD: WorldBounds = WorldBounds {
        min: WorldPoint { x: -WORLD_WIDTH / 2.0, y: -WORLD_HEIGHT / 2.0 },
        max: WorldPoint { x: WORLD_WIDTH / 2.0, y: WORLD_HEIGHT / 2.0 },
    };

    /// The smallest rectangle around all of `points`; none around no point.
    pub fn around(points: &[WorldPoint]) -> Option<WorldBounds> {
        let (first, rest) = points.split_first()?;
        Some(rest.iter().fold(WorldBounds { min: *first, max: *first }, |it, point| it.with(*point)))
    }

    /// The rectangle grown to hold `point` as well.
    #[must_use]
    pub fn with(self, point: WorldPoint) -> WorldBounds {
        WorldBounds {
            min: WorldPoint { x: self.min.x.min(point.x), y: self.min.y.min(point.y) },
            max: WorldPoint { x: self.max.x.max(point.x), y: self.max.y.max(point.y) },
        }
    }

    /// Whether two rectangles share at least a point.
    pub fn touches(self, other: WorldBounds) -> bool {
        self.min.x <= other.max.x && other.min.x <= self.max.x && self.min.y <= other.max.y && other.min.y <= self.max.y
    }

    /// Whether `point` lies inside or on the edge.
    pub fn contains(self, point: WorldPoint) -> bool {
        (self.min.x..=self.max.x).contains(&point.x) && (self.min.y..=self.max.y).contains(&point.y)
    }
}

/// The scale at which a CSS pixel is 50 meters of the Earth: the nearest the map goes.
pub const MAX_SCALE: f64 = reach::geo::EARTH_RADIUS_KM * 1000.0 / 50.0;

// How much of the smaller side of the free part the whole globe takes.
const GLOBE_SHARE: f64 = 0.92;

// Half the free part shows the world when each axis shows 1/√2 of it: the center may pass the edge inward of the
// world by no more than this share of half the free part.
const EDGE_SHARE: f64 = core::f64::consts::SQRT_2 - 1.0;

/// What part of the plane is on the screen, and how large.
///
/// The free part of the screen is what no panel covers: the screen less the insets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// What lies in the middle of the free part.
    pub center: WorldPoint,
    /// CSS pixels for a unit of the plane.
    pub scale: f64,
    /// Width of the map on the screen, panels included, in CSS pixels.
    pub width_px: f64,
    /// Height of the map on the screen, panels included, in CSS pixels.
    pub height_px: f64,
    /// How much of the right side a panel covers, in CSS pixels.
    pub inset_right_px: f64,
    /// How much of the bottom a sheet covers, in CSS pixels.
    pub inset_bottom_px: f64,
    /// How far the flat map has become a globe: 0 flat, 1 round, in between while it changes.
    pub globe: f64,
}

impl Viewport {
    /// Where a point of the plane is on the flat map's screen; it may lie outside.
    pub fn to_screen(self, at: WorldPoint) -> ScreenPoint {
        let middle = self.middle();
        ScreenPoint {
            x: middle.x + (at.x - self.center.x) * self.scale,
            y: middle.y + (at.y - self.center.y) * self.scale,
        }
    }

    /// What point of the plane a point of the flat map's screen shows.
    pub fn to_world(self, at: ScreenPoint) -> WorldPoint {
        let middle = self.middle();
        WorldPoint {
            x: self.center.x + (at.x - middle.x) / self.scale,
            y: self.center.y + (at.y - middle.y) / self.scale,
        }
    }

    /// The same screen with `bounds` in the middle of the free part, as large as fits with `padding_px` on every side.
    ///
    /// A single point comes as near as the map goes.
    #[must_use]
    pub fn fit(self, bounds: WorldBounds, padding_px: f64) -> Viewport {
        let (width, height) = self.free_px();
        let across = (width - 2.0 * padding_px).max(1.0) / (bounds.max.x - bounds.min.x);
        let down = (height - 2.0 * padding_px).max(1.0) / (bounds.max.y - bounds.min.y);
        let center = WorldPoint { x: (bounds.min.x + bounds.max.x) / 2.0, y: (bounds.min.y + bounds.max.y) / 2.0 };
        Viewport { center, scale: across.min(down).min(MAX_SCALE), ..self }
    }

    /// The same screen with all of `places` in the free part, as large as fits with `padding_px` on every side; the
    /// whole world for none, and on the globe for places of which it cannot show all.
    #[must_use]
    pub fn around(self, places: &[Place], padding_px: f64) -> Viewport {
        if self.is_globe() {
            return self.turned_to(places, padding_px);
        }
        let points: Vec<WorldPoint> = places.iter().map(|place| place.plane).collect();
        WorldBounds::around(&points).map_or(self.world(), |bounds| self.fit(bounds, padding_px))
    }

    fn turned_to(self, places: &[Place], padding_px: f64) -> Viewport {
        let sum = [0, 1, 2].map(|axis| places.iter().map(|place| place.sphere[axis]).sum::<f64>());
        let whole = sum.iter().map(|part| part * part).sum::<f64>().sqrt();
        if whole < 1e-9 {
            return self.world();
        }
        let toward = sum.map(|part| part / whole);
        let nearness = |place: &Place| place.sphere.iter().zip(toward).map(|(a, b)| a * b).sum::<f64>();
        let farthest = places.iter().map(nearness).fold(1.0, f64::min);
        let (width, height) = self.free_px();
        let room = (width.min(height) / 2.0 - padding_px).max(1.0);
        // From the middle to the farthest place, in radii; what lies behind is not to be shown at any scale.
        let across = if farthest > 0.0 { (1.0 - farthest * farthest).sqrt() } else { 1.0 };
        let scale = (room / across.max(1e-9)).min(MAX_SCALE).max(self.world().scale);
        let lat = libm::atan2(toward[2], length(toward[0], toward[1])).to_degrees();
        let lon = libm::atan2(toward[1], toward[0]).to_degrees();
        let center = LonLat::new(lon, lat).map_or(self.center, project);
        Viewport { center, scale, ..self }
    }

    /// Whether the world is rather a globe than a flat map.
    pub fn is_globe(self) -> bool {
        self.globe > 0.5
    }

    /// The same screen with the whole world in the free part; a globe keeps the side that it shows.
    #[must_use]
    pub fn world(self) -> Viewport {
        if !self.is_globe() {
            return self.fit(WorldBounds::WORLD, 0.0);
        }
        let (width, height) = self.free_px();
        Viewport { scale: width.min(height) / 2.0 * GLOBE_SHARE, ..self }
    }

    /// The nearest view that is allowed: between the whole world and [`MAX_SCALE`], and never off the map.
    ///
    /// Where the free part is smaller than the world, at least half of it shows the world; along an axis where it is
    /// much larger, the world stands in the middle.
    #[must_use]
    pub fn clamped(self) -> Viewport {
        let scale = self.limited(self.scale);
        if self.is_globe() {
            let on_earth = unproject(self.center).is_some();
            let center = if on_earth { self.center } else { WorldPoint { x: 0.0, y: 0.0 } };
            return Viewport { center, scale, ..self };
        }
        let (width, height) = self.free_px();
        let (half_width, half_height) = (width / 2.0 / scale, height / 2.0 / scale);
        let down = (WORLD_HEIGHT / 2.0 - EDGE_SHARE * half_height).max(0.0);
        let y = held(self.center.y, down);
        // The world narrows toward the poles, so the row nearest to a pole decides for all rows in view.
        let row = (y.abs() + half_height).min(WORLD_HEIGHT / 2.0);
        let across = (half_width_at(row) - EDGE_SHARE * half_width).max(0.0);
        Viewport { center: WorldPoint { x: held(self.center.x, across), y }, scale, ..self }
    }

    /// What the screen shows of the plane, the part under panels included.
    pub fn visible(self) -> WorldBounds {
        WorldBounds {
            min: self.to_world(ScreenPoint { x: 0.0, y: 0.0 }),
            max: self.to_world(ScreenPoint { x: self.width_px, y: self.height_px }),
        }
    }

    /// Width and height of the free part, at least a pixel each.
    fn free_px(self) -> (f64, f64) {
        ((self.width_px - self.inset_right_px).max(1.0), (self.height_px - self.inset_bottom_px).max(1.0))
    }

    /// The middle of the free part.
    pub fn middle(self) -> ScreenPoint {
        let (width, height) = self.free_px();
        ScreenPoint { x: width / 2.0, y: height / 2.0 }
    }

    pub(crate) fn limited(self, scale: f64) -> f64 {
        // `max` and `min` rather than `clamp`: on a huge screen the lower limit may pass the upper.
        scale.max(self.world().scale).min(MAX_SCALE)
    }
}

/// `value` held between `-limit` and `limit`, 0 when it is not a number.
fn held(value: f64, limit: f64) -> f64 {
    if value.is_nan() { 0.0 } else { value.max(-limit).min(limit) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn screen(width_px: f64, height_px: f64, inset_right_px: f64, inset_bottom_px: f64) -> Viewport {
        let center = WorldPoint { x: 0.0, y: 0.0 };
        Viewport { center, scale: 1.0, width_px, height_px, inset_right_px, inset_bottom_px, globe: 0.0 }.world()
    }

    /// The share of the free part that shows the world: exact along each row, over rows this close.
    fn covered(view: Viewport) -> f64 {
        let (width, height) = view.free_px();
        let (left, right) =
            (view.to_world(ScreenPoint { x: 0.0, y: 0.0 }).x, view.to_world(ScreenPoint { x: width, y: 0.0 }).x);
        let row = |number: u32| {
            let y = view.to_world(ScreenPoint { x: 0.0, y: (f64::from(number) + 0.5) / f64::from(ROWS) * height }).y;
            let half = half_width_at(y);
            (right.min(half) - left.max(-half)).max(0.0) / (right - left)
        };
        (0..ROWS).map(row).sum::<f64>() / f64::from(ROWS)
    }

    const ROWS: u32 = 500;

    // A pole cuts a row in two at most, and there are two poles.
    const ROUNDING: f64 = 1.0 / ROWS as f64;

    #[test]
    fn the_whole_world_fits_beside_the_panel() {
        let view = screen(1440.0, 900.0, 400.0, 36.0);
        let bounds = WorldBounds::WORLD;
        let (left, right) = (view.to_screen(bounds.min), view.to_screen(bounds.max));
        assert!(left.x.abs() < 1e-9 && (right.x - 1040.0).abs() < 1e-9);
        assert!(left.y >= 0.0 && right.y <= 864.0);
        assert!((left.y + right.y - 864.0).abs() < 1e-9, "it stands in the middle");
    }

    #[test]
    fn a_single_point_comes_as_near_as_the_map_goes() {
        let amsterdam = project(LonLat::new(4.9, 52.37).unwrap());
        let view = screen(390.0, 844.0, 0.0, 426.0).fit(WorldBounds { min: amsterdam, max: amsterdam }, 20.0);
        assert_eq!(view.scale, MAX_SCALE);
        assert_eq!(view.to_screen(amsterdam), ScreenPoint { x: 195.0, y: 209.0 });
    }

    #[test]
    fn values_that_are_no_numbers_do_not_stay() {
        let mut view = screen(1024.0, 768.0, 0.0, 0.0);
        view.center.x = f64::NAN;
        view.scale = f64::NAN;
        assert_eq!(view.clamped(), screen(1024.0, 768.0, 0.0, 0.0));
    }

    #[test]
    fn bounds_hold_their_points() {
        let points = [WorldPoint { x: 1.0, y: -1.0 }, WorldPoint { x: 0.5, y: 0.25 }];
        let bounds = WorldBounds::around(&points).unwrap();
        assert!(points.iter().all(|point| bounds.contains(*point)));
        assert!(!bounds.contains(WorldPoint { x: 0.0, y: 0.0 }));
        assert_eq!(WorldBounds::around(&[]), None);
    }

    #[test]
    fn the_globe_turns_to_what_it_is_to_show() {
        let globe = Viewport { globe: 1.0, ..screen(1000.0, 800.0, 0.0, 0.0) };
        let place = |lon, lat| Place::at(LonLat::new(lon, lat).unwrap());
        let view = globe.around(&[place(170.0, 10.0), place(-170.0, 10.0)], 100.0);
        let center = unproject(view.center).unwrap();
        assert!((center.lon().abs() - 180.0).abs() < 1e-6 && (9.0..11.0).contains(&center.lat()), "{center:?}");
        // 300 px of room for the 9.85 degrees from the middle to each.
        assert!((1_700.0..1_800.0).contains(&view.scale), "{}", view.scale);
        let all_around = globe.around(&[place(0.0, 0.0), place(120.0, 0.0), place(-120.0, 1.0)], 100.0);
        assert_eq!(all_around.scale, globe.world().scale);
        assert_eq!(globe.around(&[], 100.0), globe.world());
    }

    prop_compose! {
        fn any_view()(
            width in 200.0..3000.0f64, height in 200.0..2000.0f64, right in 0.0..0.5f64, bottom in 0.0..0.5f64,
            zoom in 0.0..10.0f64, x in -4.0..4.0f64, y in -2.0..2.0f64,
        ) -> Viewport {
            let view = screen(width, height, width * right, height * bottom);
            Viewport { center: WorldPoint { x, y }, scale: view.scale * zoom.exp2(), ..view }
        }
    }

    proptest! {
        #[test]
        fn to_world_undoes_to_screen(view in any_view(), x in -3.0..3.0f64, y in -2.0..2.0f64) {
            let back = view.to_world(view.to_screen(WorldPoint { x, y }));
            prop_assert!((back.x - x).abs() < 1e-9 && (back.y - y).abs() < 1e-9);
        }

        #[test]
        fn the_world_is_never_lost(view in any_view()) {
            let view = view.clamped();
            let (width, height) = view.free_px();
            let inside = width / view.scale <= WORLD_WIDTH && height / view.scale <= WORLD_HEIGHT;
            // A free part larger than the world can be no fuller than the world fills it.
            let bar = if inside { 0.5 } else { 0.45 * covered(view.world()) };
            prop_assert!(covered(view) >= bar - ROUNDING, "{} of {}", covered(view), bar);
            prop_assert_eq!(view.clamped(), view);
        }
    }
}
