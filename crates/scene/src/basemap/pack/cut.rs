//! Cuts shapes at the 180th meridian: the source stitches them across it.
//!
//! Each source arc falls into runs that do not cross. A ring that crosses falls into chains of runs, from edge to edge
//! of the map. Along each edge the ends of a polygon's chains bound its land in pairs, so neighbors are linked there.
//! An odd number of ends says that the polygon holds a pole, and the map's edge leads there.

use super::arcs::{ArcStore, Run};
use super::source::Point;

/// A ring as references into the packed arcs: twice the place, plus 1 when run backward.
pub(super) type Ring = Vec<u32>;

/// The parts of a polygon after the cut: for each its outer ring, then its holes.
pub(super) fn cut(rings: &[Vec<i32>], store: &mut ArcStore) -> Vec<Vec<Ring>> {
    let mut chains = Vec::new();
    let (mut outers, mut holes) = (Vec::new(), Vec::new());
    for (place, ring) in rings.iter().enumerate() {
        match chains_of(ring, store) {
            Chains::Closed(whole) if place == 0 => outers.push(whole),
            Chains::Closed(whole) => holes.push(whole),
            Chains::Open(open) => chains.extend(open),
        }
    }
    outers.extend(linked(&chains, store));
    let mut parts: Vec<Vec<Ring>> =
        outers.into_iter().filter(|ring| store.area(ring) != 0).map(|ring| vec![ring]).collect();
    for hole in holes {
        let Some(point) = store.points(&hole).first().copied() else { continue };
        // A polygon that was not cut has one part; only among several must the right one be found.
        let owner = if parts.len() > 1 { parts.iter().position(|part| surrounds(part, point, store)) } else { Some(0) };
        if let Some(part) = owner.and_then(|owner| parts.get_mut(owner)) {
            part.push(hole);
        }
    }
    parts
}

enum Chains {
    Closed(Ring),
    Open(Vec<Chain>),
}

/// Arcs end to end from the map's edge to the map's edge.
struct Chain {
    start: Point,
    end: Point,
    arcs: Ring,
}

fn chains_of(ring: &[i32], store: &ArcStore) -> Chains {
    let mut chains: Vec<Chain> = Vec::new();
    for reference in ring {
        let runs = store.runs(*reference);
        for (place, run) in runs.iter().enumerate() {
            match chains.last_mut() {
                // The first run of an arc goes on where the arc before it ended; the next ones begin after a crossing.
                Some(chain) if place == 0 => chain.extend(run),
                _ => chains.push(Chain { start: run.start, end: run.end, arcs: run.arcs.clone() }),
            }
        }
    }
    // The ring begins in the middle of a chain: its last piece leads to its first.
    let Some(mut last) = chains.pop() else { return Chains::Closed(Ring::new()) };
    let Some(first) = chains.first_mut() else { return Chains::Closed(last.arcs) };
    last.arcs.append(&mut first.arcs);
    first.arcs = last.arcs;
    first.start = last.start;
    Chains::Open(chains)
}

impl Chain {
    fn extend(&mut self, run: &Run) {
        self.arcs.extend(&run.arcs);
        self.end = run.end;
    }
}

/// Closes chains along the map's edges.
///
/// A node is an end of a chain: `2 * chain` its start, `2 * chain + 1` its end; after them a pole's two ends.
fn linked(chains: &[Chain], store: &mut ArcStore) -> Vec<Ring> {
    let mut nodes: Vec<Point> = chains.iter().flat_map(|chain| [chain.start, chain.end]).collect();
    let on_edge = |nodes: &[Point], edge: i32| -> Vec<usize> {
        let mut on: Vec<usize> = (0..nodes.len()).filter(|node| nodes[*node].x == edge).collect();
        on.sort_by_key(|node| nodes[*node].y);
        on
    };
    if on_edge(&nodes, Point::EDGE).len() % 2 == 1 {
        let south = nodes.iter().map(|node| i64::from(node.y)).sum::<i64>() < 0;
        let y = if south { -Point::POLE } else { Point::POLE };
        nodes.extend([Point { x: Point::EDGE, y }, Point { x: -Point::EDGE, y }]);
    }
    let mut partner: Vec<Option<usize>> = vec![None; nodes.len()];
    for edge in [Point::EDGE, -Point::EDGE] {
        for pair in on_edge(&nodes, edge).chunks_exact(2) {
            partner[pair[0]] = Some(pair[1]);
            partner[pair[1]] = Some(pair[0]);
        }
    }
    let mut rings = Vec::new();
    let mut seen = vec![false; nodes.len()];
    for start in 0..nodes.len() {
        let mut ring = Ring::new();
        let mut node = start;
        while !seen[node] {
            let other = node ^ 1;
            seen[node] = true;
            seen[other] = true;
            match chains.get(node / 2) {
                Some(chain) if node % 2 == 0 => ring.extend(&chain.arcs),
                Some(chain) => ring.extend(chain.arcs.iter().rev().map(|arc| arc ^ 1)),
                None => ring.extend(store.link(nodes[node], nodes[other])),
            }
            // The source's rings are closed, so each edge holds an even number of ends and every end has a partner.
            let Some(next) = partner[other] else { break };
            ring.extend(store.link(nodes[other], nodes[next]));
            node = next;
        }
        if !ring.is_empty() {
            rings.push(ring);
        }
    }
    rings
}

/// Whether `point` lies inside the outer ring of `part`.
fn surrounds(part: &[Ring], point: Point, store: &ArcStore) -> bool {
    let Some(outer) = part.first() else { return false };
    let mut inside = false;
    for pair in store.points(outer).windows(2) {
        let (a, b) = (pair[0], pair[1]);
        if (a.y > point.y) != (b.y > point.y) {
            let across =
                i64::from(b.x - a.x) * i64::from(point.y - a.y) - i64::from(point.x - a.x) * i64::from(b.y - a.y);
            inside ^= (across > 0) == (b.y > a.y);
        }
    }
    inside
}
