//! Packs a base map from TopoJSON: for the chores, never in a browser.

mod arcs;
mod codes;
mod cut;
mod source;

use self::arcs::{ArcStore, PackedArc};
use self::cut::Ring;
use super::{ArcKind, MAGIC};
use std::collections::BTreeMap;

/// Why a TopoJSON file cannot be packed.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// It is not JSON.
    #[error("not JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// A part is missing, or is not what TopoJSON says it is.
    #[error("no usable {0:?} in the TopoJSON")]
    Missing(&'static str),
    /// A shape has a code that the table does not know.
    #[error("no country is known by the numeric code {0:?}")]
    UnknownCountry(String),
}

/// Packs the object `countries` of a world-atlas TopoJSON file, for [`super::unpack`].
///
/// Points go onto a grid of `side` hundredths of a degree (1.1 km each), which must be a divisor of 9,000 for the poles
/// and the 180th meridian to lie on it. Shapes are cut there, and parts overseas get the codes of their own territories.
pub fn pack(topojson: &str, side: u8) -> Result<Vec<u8>, PackError> {
    let source = source::read(topojson)?;
    let mut store = ArcStore::new(&source);
    let mut countries: BTreeMap<[u8; 2], Vec<Vec<Ring>>> = BTreeMap::new();
    for shape in &source.shapes {
        for polygon in &shape.polygons {
            for part in cut::cut(polygon, &mut store) {
                let Some(at) = part.first().and_then(|outer| store.points(outer).first().copied()) else { continue };
                let unknown = || PackError::UnknownCountry(shape.numeric.unwrap_or_default().to_string());
                let code = codes::code_of(shape.numeric, at).ok_or_else(unknown)?;
                countries.entry(code).or_default().push(part);
            }
        }
    }
    let arcs: Vec<PackedArc> = store.arcs.iter().map(|arc| arc.coarser(i32::from(side))).collect();
    Ok(written(side, &arcs, &countries))
}

fn written(side: u8, arcs: &[PackedArc], countries: &BTreeMap<[u8; 2], Vec<Vec<Ring>>>) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    number(&mut bytes, u32::from(side));
    number(&mut bytes, arcs.len() as u32);
    for arc in arcs {
        let kind = match arc.kind {
            ArcKind::Coast => 0,
            ArcKind::Border => 1,
            ArcKind::Hidden => 2,
        };
        number(&mut bytes, 4 * arc.points.len() as u32 + kind);
    }
    // All x, then all y: alike stays near alike, which packs better than pairs do.
    differences(&mut bytes, arcs.iter().flat_map(|arc| &arc.points).map(|point| point.x));
    differences(&mut bytes, arcs.iter().flat_map(|arc| &arc.points).map(|point| point.y));
    number(&mut bytes, countries.len() as u32);
    let mut reference = 0;
    for (code, polygons) in countries {
        bytes.extend(code);
        number(&mut bytes, polygons.len() as u32);
        for polygon in polygons {
            number(&mut bytes, polygon.len() as u32);
            for ring in polygon {
                number(&mut bytes, ring.len() as u32);
                for arc in ring {
                    difference(&mut bytes, *arc as i32 - reference);
                    reference = *arc as i32;
                }
            }
        }
    }
    bytes
}

fn differences(bytes: &mut Vec<u8>, values: impl Iterator<Item = i32>) {
    let mut before = 0;
    for value in values {
        difference(bytes, value - before);
        before = value;
    }
}

/// A signed number as a zigzag varint.
fn difference(bytes: &mut Vec<u8>, value: i32) {
    number(bytes, ((value << 1) ^ (value >> 31)) as u32);
}

fn number(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}
