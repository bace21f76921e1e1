//! The base map: shores, country borders and land, unpacked from a small file and laid out once.
//!
//! The file, in order, every number a varint of at most five bytes (seven bits a byte, low bits first):
//! the four bytes of [`MAGIC`]; the side of a square of the grid in hundredths of a degree; the number of arcs; for each arc four times its number of points plus its kind (0 coast,
//! 1 border, 2 drawn by no line); the x of all points, then the y of all points, on the grid, each as the
//! zigzag difference to the one before; the number of countries; for each country its two letters, its number of
//! polygons, for each polygon its number of rings, for each ring its number of arcs, and for each arc twice its place
//! plus 1 when run backward, as the zigzag difference to the one before in the file. A ring's arcs follow end to end
//! and close it. Nothing crosses the 180th meridian: shapes are cut there, and an arc of kind 2 closes the cut.

use crate::basemap::grid::Grid;
use crate::place::Place;
use reach::geo::LonLat;

mod grid;
#[cfg(feature = "pack")]
pub mod pack;

/// The first bytes of a packed base map: its name and version.
pub const MAGIC: [u8; 4] = *b"ERB2";

/// The finest grid of packed points, in parts of a degree; a file may use every so many of them.
pub const UNITS_PER_DEGREE: i32 = 100;

// A straight line on the grid is a curve on the plane: no step along it is longer than three degrees.
const LONGEST_STEP: i32 = 3 * UNITS_PER_DEGREE;

// A grid as coarse as this would be no map: a quarter turn.
const COARSEST: u32 = 90 * UNITS_PER_DEGREE as u32;

// An arc bounds two countries. More uses than this in the mean are a broken file that asks for too much memory.
const MOST_USES: usize = 4;

/// Land and its lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BaseMap {
    /// Lines between land and water.
    pub coasts: Vec<Vec<Place>>,
    /// Lines between two countries, each once.
    pub borders: Vec<Vec<Place>>,
    /// Land, in the order of the codes.
    pub countries: Vec<Country>,
}

/// The land of a country or territory.
#[derive(Clone, Debug, PartialEq)]
pub struct Country {
    /// ISO 3166 alpha-2 code, or `--` for land that no code is given for in the source (disputed areas).
    pub code: [u8; 2],
    /// Polygons, each of closed rings: the outer one, then holes.
    pub polygons: Vec<Vec<Vec<Place>>>,
}

/// Why bytes are no base map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BaseMapError {
    /// The first bytes are not those of a base map of this version.
    #[error("not a base map of this version")]
    UnknownFormat,
    /// The file ends early.
    #[error("the base map ends early, at byte {at}")]
    Truncated {
        /// The file's length.
        at: usize,
    },
    /// A value that cannot be.
    #[error("the base map is damaged before byte {at}")]
    Damaged {
        /// Where reading stopped.
        at: usize,
    },
}

/// Unpacks and projects a base map.
pub fn unpack(bytes: &[u8]) -> Result<BaseMap, BaseMapError> {
    let body = bytes.strip_prefix(&MAGIC).ok_or(BaseMapError::UnknownFormat)?;
    let mut reader = Reader { bytes, at: bytes.len() - body.len(), side: 1 };
    reader.side = reader.side()?;
    let arcs = reader.arcs()?;
    let countries = reader.countries(&arcs)?;
    if reader.at != bytes.len() {
        return Err(reader.damaged());
    }
    let mut map = BaseMap { countries, ..BaseMap::default() };
    for arc in arcs {
        match arc.kind {
            ArcKind::Coast => map.coasts.push(arc.points),
            ArcKind::Border => map.borders.push(arc.points),
            ArcKind::Hidden => {}
        }
    }
    Ok(map)
}

/// What line an arc is drawn by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ArcKind {
    Coast,
    Border,
    Hidden,
}

/// A point on the packed grid: east and north positive.
type GridPoint = (i32, i32);

struct Arc {
    kind: ArcKind,
    first: GridPoint,
    last: GridPoint,
    points: Vec<Place>,
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The side of a square of the grid, in units of the finest one.
    side: i32,
}

impl Reader<'_> {
    fn damaged(&self) -> BaseMapError {
        BaseMapError::Damaged { at: self.at }
    }

    fn byte(&mut self) -> Result<u8, BaseMapError> {
        let byte = *self.bytes.get(self.at).ok_or(BaseMapError::Truncated { at: self.bytes.len() })?;
        self.at += 1;
        Ok(byte)
    }

    fn number(&mut self) -> Result<u32, BaseMapError> {
        let mut value = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(self.damaged())
    }

    fn side(&mut self) -> Result<i32, BaseMapError> {
        match self.number()? {
            side @ 1..=COARSEST => Ok(side as i32),
            _ => Err(self.damaged()),
        }
    }

    /// A count of things that take at least a byte each: never more than what is left to read.
    fn count(&mut self) -> Result<usize, BaseMapError> {
        let count = self.number()? as usize;
        let left = self.bytes.len() - self.at;
        if count > left { Err(BaseMapError::Truncated { at: self.bytes.len() }) } else { Ok(count) }
    }

    /// The value after `before`.
    fn next_after(&mut self, before: i32) -> Result<i32, BaseMapError> {
        let zigzag = self.number()?;
        let difference = (zigzag >> 1) as i32 ^ -((zigzag & 1) as i32);
        before.checked_add(difference).ok_or(self.damaged())
    }

    fn arcs(&mut self) -> Result<Vec<Arc>, BaseMapError> {
        let count = self.count()?;
        let mut heads = Vec::with_capacity(count);
        let mut total = 0;
        for _ in 0..count {
            let head = self.number()?;
            let kind = match head & 3 {
                0 => ArcKind::Coast,
                1 => ArcKind::Border,
                2 => ArcKind::Hidden,
                _ => return Err(self.damaged()),
            };
            let length = (head >> 2) as usize;
            total += length;
            if length < 2 || total > self.bytes.len() {
                return Err(self.damaged());
            }
            heads.push((kind, length));
        }
        let xs = self.coordinates(total)?;
        let ys = self.coordinates(total)?;
        let mut points = xs.into_iter().zip(ys);
        let mut grid = Grid::new(self.side);
        let arc = |(kind, length): (ArcKind, usize)| {
            laid_out(&mut grid, kind, length, points.by_ref().take(length)).ok_or(self.damaged())
        };
        heads.into_iter().map(arc).collect()
    }

    fn coordinates(&mut self, total: usize) -> Result<Vec<i32>, BaseMapError> {
        let mut values = Vec::with_capacity(total);
        let mut value = 0;
        for _ in 0..total {
            value = self.next_after(value)?;
            values.push(value.checked_mul(self.side).ok_or(self.damaged())?);
        }
        Ok(values)
    }

    fn countries(&mut self, arcs: &[Arc]) -> Result<Vec<Country>, BaseMapError> {
        let mut points_left = MOST_USES * arcs.iter().map(|arc| arc.points.len()).sum::<usize>();
        let mut reference = 0;
        let mut countries = Vec::with_capacity(self.count()?);
        for _ in 0..countries.capacity() {
            let code = [self.byte()?, self.byte()?];
            let mut polygons = Vec::new();
            for _ in 0..self.count()? {
                let mut rings = Vec::new();
                for _ in 0..self.count()? {
                    let ring = self.ring(arcs, &mut reference, &mut points_left)?;
                    rings.push(ring);
                }
                polygons.push(rings);
            }
            countries.push(Country { code, polygons });
        }
        Ok(countries)
    }

    /// The next ring; `reference` is the arc read last in the file.
    fn ring(&mut self, arcs: &[Arc], reference: &mut i32, points_left: &mut usize) -> Result<Vec<Place>, BaseMapError> {
        let mut ring: Vec<Place> = Vec::new();
        let mut ends: Option<(GridPoint, GridPoint)> = None;
        for _ in 0..self.count()? {
            *reference = self.next_after(*reference)?;
            let place = usize::try_from(*reference >> 1).map_err(|_| self.damaged())?;
            let arc = arcs.get(place).ok_or(self.damaged())?;
            *points_left = points_left.checked_sub(arc.points.len()).ok_or(self.damaged())?;
            let backward = *reference & 1 == 1;
            let (start, end) = if backward { (arc.last, arc.first) } else { (arc.first, arc.last) };
            let (ring_start, ring_end) = ends.unwrap_or((start, start));
            if ring_end != start {
                return Err(self.damaged());
            }
            ends = Some((ring_start, end));
            // The joint of two arcs is one point of the ring.
            ring.pop();
            if backward {
                ring.extend(arc.points.iter().rev());
            } else {
                ring.extend(&arc.points);
            }
        }
        let closed = ends.is_some_and(|(start, end)| start == end);
        if closed { Ok(ring) } else { Err(self.damaged()) }
    }
}

/// An arc on the plane, with points put into long steps; none when a point is off the grid.
fn laid_out(grid: &mut Grid, kind: ArcKind, length: usize, mut points: impl Iterator<Item = GridPoint>) -> Option<Arc> {
    let first = points.next()?;
    let mut places = Vec::with_capacity(length);
    places.push(grid.place(first)?);
    let mut last = first;
    for next in points {
        // Rejects a point off the grid before its steps are counted.
        let end = grid.place(next)?;
        let longest = (next.0 - last.0).abs().max((next.1 - last.1).abs());
        let steps = (longest + LONGEST_STEP - 1) / LONGEST_STEP;
        for step in 1..steps {
            places.push(between(last, next, step, steps)?);
        }
        places.push(end);
        last = next;
    }
    Some(Arc { kind, first, last, points: places })
}

/// The point `step` of `steps` on the way between two points of the grid.
fn between(from: GridPoint, to: GridPoint, step: i32, steps: i32) -> Option<Place> {
    let part = f64::from(step) / f64::from(steps);
    let along = |from: i32, to: i32| degrees(from) + (degrees(to) - degrees(from)) * part;
    LonLat::new(along(from.0, to.0), along(from.1, to.1)).map(Place::at)
}

fn degrees(units: i32) -> f64 {
    f64::from(units) / f64::from(UNITS_PER_DEGREE)
}
