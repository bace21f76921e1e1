//! The points of a packed base map's grid as places: thousands lie on a few hundred meridians and parallels, and each of
//! these is worked out once.

use crate::basemap::{GridPoint, UNITS_PER_DEGREE, degrees};
use crate::place::{Meridian, Parallel, Place};
use reach::geo::LonLat;

/// The meridians and parallels met so far.
pub(super) struct Grid {
    /// The side of a square, in units of the finest grid.
    side: i32,
    meridians: Vec<Option<Meridian>>,
    parallels: Vec<Option<Parallel>>,
}

impl Grid {
    /// A grid with squares of this side.
    pub(super) fn new(side: i32) -> Grid {
        let lines = |degrees: i32| (2 * degrees * UNITS_PER_DEGREE / side) as usize + 1;
        Grid { side, meridians: vec![None; lines(180)], parallels: vec![None; lines(90)] }
    }

    /// The place of a point, whose coordinates are multiples of the side; none off the Earth.
    pub(super) fn place(&mut self, (x, y): GridPoint) -> Option<Place> {
        LonLat::new(degrees(x), degrees(y))?;
        let line = |units: i32, most: i32| ((units + most * UNITS_PER_DEGREE) / self.side) as usize;
        let (column, row) = (line(x, 180), line(y, 90));
        let meridian = self.meridians.get_mut(column)?.get_or_insert_with(|| Meridian::at(degrees(x)));
        let parallel = self.parallels.get_mut(row)?.get_or_insert_with(|| Parallel::at(degrees(y)));
        Some(Place::where_cross(meridian, parallel))
    }
}
