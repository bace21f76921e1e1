//! The packed arcs: what the source's arcs become on the grid, once cut.

use super::source::{Point, Source};
use crate::basemap::ArcKind;

/// An arc to be written.
pub(super) struct PackedArc {
    pub(super) kind: ArcKind,
    /// At least two, no two alike in a row.
    pub(super) points: Vec<Point>,
}

impl PackedArc {
    /// The arc on a grid with squares of `side`, still of at least two points: ends that meet still meet.
    pub(super) fn coarser(&self, side: i32) -> PackedArc {
        // What does not lie on the edge of the world is not moved onto it: a shore there would run along the cut.
        let on_grid = |it: i32, edge: i32| {
            let most = edge / side - i32::from(it.abs() < edge);
            ((f64::from(it) / f64::from(side)).round() as i32).clamp(-most, most)
        };
        let coarse = |point: &Point| Point { x: on_grid(point.x, Point::EDGE), y: on_grid(point.y, Point::POLE) };
        let mut points: Vec<Point> = self.points.iter().map(coarse).collect();
        let ends = [points.first().copied(), points.last().copied()];
        points.dedup();
        if points.len() < 2 {
            points = ends.into_iter().flatten().collect();
        }
        PackedArc { kind: self.kind, points }
    }
}

/// A stretch of a source arc that does not cross the 180th meridian.
#[derive(Clone)]
pub(super) struct Run {
    pub(super) start: Point,
    pub(super) end: Point,
    /// References into the packed arcs; none when the stretch is a point.
    pub(super) arcs: Vec<u32>,
}

/// The packed arcs, and the runs of each source arc over them.
pub(super) struct ArcStore {
    pub(super) arcs: Vec<PackedArc>,
    runs: Vec<Vec<Run>>,
}

impl ArcStore {
    /// Cuts every arc of the source.
    pub(super) fn new(source: &Source) -> ArcStore {
        let mut store = ArcStore { arcs: Vec::new(), runs: Vec::new() };
        for (points, kind) in source.arcs.iter().zip(kinds(source)) {
            let runs = uncrossed(points).into_iter().map(|stretch| store.add(&stretch, kind)).collect();
            store.runs.push(runs);
        }
        store
    }

    /// The runs of a source arc in the order of `reference`: its place, or the complement to run it backward.
    pub(super) fn runs(&self, reference: i32) -> Vec<Run> {
        if reference >= 0 {
            return self.runs[reference as usize].clone();
        }
        let backward = |run: &Run| Run {
            start: run.end,
            end: run.start,
            arcs: run.arcs.iter().rev().map(|arc| arc ^ 1).collect(),
        };
        self.runs[!reference as usize].iter().rev().map(backward).collect()
    }

    /// A line that nothing strokes, from one point of the map's edge to another; none between equal points.
    pub(super) fn link(&mut self, from: Point, to: Point) -> Option<u32> {
        (from != to).then(|| self.push(ArcKind::Hidden, vec![from, to]))
    }

    /// The points of a ring, the first again at the end.
    pub(super) fn points(&self, ring: &[u32]) -> Vec<Point> {
        let mut points = Vec::new();
        for reference in ring {
            let arc = &self.arcs[(reference / 2) as usize].points;
            if reference % 2 == 0 {
                points.extend(arc);
            } else {
                points.extend(arc.iter().rev());
            }
        }
        points
    }

    /// Twice the area of a ring on the grid, signed.
    pub(super) fn area(&self, ring: &[u32]) -> i64 {
        let cross =
            |pair: &[Point]| i64::from(pair[0].x) * i64::from(pair[1].y) - i64::from(pair[1].x) * i64::from(pair[0].y);
        self.points(ring).windows(2).map(cross).sum()
    }

    fn push(&mut self, kind: ArcKind, points: Vec<Point>) -> u32 {
        self.arcs.push(PackedArc { kind, points });
        2 * (self.arcs.len() as u32 - 1)
    }

    /// Adds a stretch without a crossing, split where it begins or ends to follow the map's edge.
    fn add(&mut self, stretch: &[Point], kind: ArcKind) -> Run {
        let (start, end) = (stretch[0], stretch[stretch.len() - 1]);
        let mut run = Run { start, end, arcs: Vec::new() };
        for part in stretch.windows(2).collect::<Vec<_>>().chunk_by(|a, b| along_edge(a) == along_edge(b)) {
            let kind = if along_edge(part[0]) { ArcKind::Hidden } else { kind };
            let points = core::iter::once(part[0][0]).chain(part.iter().map(|step| step[1])).collect();
            run.arcs.push(self.push(kind, points));
        }
        run
    }
}

/// The line of each source arc: a coast bounds one shape, a border two. What a shape shares with itself is no line.
fn kinds(source: &Source) -> Vec<ArcKind> {
    let mut kinds: Vec<Option<(usize, ArcKind)>> = vec![None; source.arcs.len()];
    for (shape, it) in source.shapes.iter().enumerate() {
        for reference in it.polygons.iter().flatten().flatten() {
            let place = if *reference < 0 { !*reference } else { *reference } as usize;
            kinds[place] = Some(match kinds[place] {
                None => (shape, ArcKind::Coast),
                Some((first, _)) if first == shape => (shape, ArcKind::Hidden),
                Some((first, _)) => (first, ArcKind::Border),
            });
        }
    }
    kinds.into_iter().map(|kind| kind.map_or(ArcKind::Hidden, |(_, kind)| kind)).collect()
}

/// Whether a step follows the 180th meridian or lies on a pole: there the map ends, and no line is meant.
fn along_edge(step: &[Point]) -> bool {
    let (a, b) = (step[0], step[1]);
    (a.x == b.x && a.x.abs() == Point::EDGE) || (a.y == b.y && a.y.abs() == Point::POLE)
}

/// The stretches of a line between its crossings of the 180th meridian, each with its ends there put in.
///
/// Points that are alike on the grid become one, so a stretch may be a single point.
fn uncrossed(line: &[Point]) -> Vec<Vec<Point>> {
    let mut stretches: Vec<Vec<Point>> = Vec::new();
    let mut stretch: Vec<Point> = Vec::new();
    for next in line.iter().copied() {
        let Some(last) = stretch.last().copied() else {
            stretch.push(next);
            continue;
        };
        if (next.x - last.x).abs() > Point::EDGE {
            let edge = if last.x > 0 { Point::EDGE } else { -Point::EDGE };
            let y = crossing(last, next, edge);
            append(&mut stretch, Point { x: edge, y });
            stretches.push(core::mem::replace(&mut stretch, vec![Point { x: -edge, y }]));
        }
        append(&mut stretch, next);
    }
    stretches.push(stretch);
    stretches
}

fn append(line: &mut Vec<Point>, point: Point) {
    if line.last() != Some(&point) {
        line.push(point);
    }
}

/// The latitude at which a step crosses the `edge` that `from` is near.
fn crossing(from: Point, to: Point, edge: i32) -> i32 {
    let whole = to.x + 2 * edge - from.x;
    if whole == 0 {
        return from.y;
    }
    let part = f64::from(edge - from.x) / f64::from(whole);
    (f64::from(from.y) + f64::from(to.y - from.y) * part).round() as i32
}
