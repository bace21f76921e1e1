//! Which names fit, and where: no label covers a mark, a panel or another label.

use crate::boxes::BoxIndex;
use crate::viewport::ScreenPoint;
use reach::order::sort_by_number;

/// Far less than anyone sees, and far more than sums of pixels are rounded by.
const ROUNDING_PX: f64 = 1e-6;

/// An upright rectangle on the screen, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScreenRect {
    /// The left edge.
    pub left: f64,
    /// The top edge.
    pub top: f64,
    /// The right edge.
    pub right: f64,
    /// The bottom edge.
    pub bottom: f64,
}

impl ScreenRect {
    /// The square of this half side around a point.
    pub fn around(middle: ScreenPoint, half_px: f64) -> ScreenRect {
        ScreenRect { left: middle.x, top: middle.y, right: middle.x, bottom: middle.y }.grown(half_px)
    }

    /// The rectangle with this much more on every side.
    #[must_use]
    pub fn grown(self, by_px: f64) -> ScreenRect {
        let ScreenRect { left, top, right, bottom } = self;
        ScreenRect { left: left - by_px, top: top - by_px, right: right + by_px, bottom: bottom + by_px }
    }

    /// The rectangle moved to the right and down.
    #[must_use]
    pub fn moved(self, x: f64, y: f64) -> ScreenRect {
        let ScreenRect { left, top, right, bottom } = self;
        ScreenRect { left: left + x, top: top + y, right: right + x, bottom: bottom + y }
    }

    /// Whether two rectangles share more than an edge. What touches goes on touching when both are moved, however the sums
    /// are rounded.
    pub fn overlaps(self, other: ScreenRect) -> bool {
        let before = |end: f64, other: f64| other - end > ROUNDING_PX;
        before(self.left, other.right)
            && before(other.left, self.right)
            && before(self.top, other.bottom)
            && before(other.top, self.bottom)
    }
}

/// Where a label may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Beside its mark.
    Beside,
    /// Beside its mark, or farther out at the end of a line.
    Leading,
    /// Over what it names, such as a country.
    Over,
}

/// A name that wants a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelRequest {
    /// The caller's number, handed back; each at most once.
    pub id: u32,
    /// The middle of the mark that it names.
    pub anchor: ScreenPoint,
    /// Width of the text, as measured, with whatever air it needs around it.
    pub width_px: f64,
    /// Height of the text, the same way.
    pub height_px: f64,
    /// How far the mark reaches from its middle.
    pub marker_radius_px: f64,
    /// The lower comes first.
    pub priority: u32,
    /// Where it may stand.
    pub reach: Reach,
    /// Where it stood before is served first, whatever its priority: so that a pan takes no name off the screen.
    pub stays: bool,
    /// Shown even where it stands across an edge and is cut there, when it has no better place.
    pub may_be_cut: bool,
    /// How far names that come after it keep away, in CSS pixels.
    pub air_px: f64,
}

/// Where a label stands beside its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// To the right.
    East,
    /// To the left.
    West,
    /// Above, beginning at the mark.
    NorthEast,
    /// Below, beginning at the mark.
    SouthEast,
    /// Above, ending at the mark.
    NorthWest,
    /// Below, ending at the mark.
    SouthWest,
    /// Above, in the middle.
    North,
    /// Below, in the middle.
    South,
    /// Over it.
    Over,
}

impl Side {
    /// The sides of a mark, in the order in which they are tried.
    pub const BESIDE: [Side; 8] = [
        Side::East,
        Side::West,
        Side::NorthEast,
        Side::SouthEast,
        Side::NorthWest,
        Side::SouthWest,
        Side::North,
        Side::South,
    ];

    /// Which way it is from the mark, to the right and down.
    fn way(self) -> (f64, f64) {
        match self {
            Side::East => (1.0, 0.0),
            Side::West => (-1.0, 0.0),
            Side::NorthEast => (0.7, -0.7),
            Side::SouthEast => (0.7, 0.7),
            Side::NorthWest => (-0.7, -0.7),
            Side::SouthWest => (-0.7, 0.7),
            Side::North => (0.0, -1.0),
            Side::South => (0.0, 1.0),
            Side::Over => (0.0, 0.0),
        }
    }
}

/// A place for a label: a side, and how far out, in steps of [`LEADERS_PX`]; of one over what it names, which try.
pub type Stand = (Side, u8);

/// A label with a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The request's number.
    pub id: u32,
    /// The left edge of the text's box, in CSS pixels.
    pub x: f64,
    /// The top edge of the text's box.
    pub y: f64,
    /// Where that is from the mark.
    pub stand: Stand,
}

/// What labels keep away from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Obstacles<'a> {
    /// Never covered, nor crossed by a line from another mark: marks (the labels' own too) and panels.
    pub hard: &'a [ScreenRect],
    /// What would cut a label: covered only by one that may be cut.
    pub edges: &'a [ScreenRect],
    /// Covered only by a label that would else be hidden: pieces of arcs.
    pub soft: &'a [ScreenRect],
}

// The air between a mark and its label; above and below, the text's line height brings some of its own.
const BESIDE_PX: f64 = 4.0;
const ABOVE_PX: f64 = 1.0;
/// How far out a label stands at the end of a line, in CSS pixels beyond its place beside the mark.
pub const LEADERS_PX: [f64; 4] = [0.0, 14.0, 28.0, 44.0];
/// Where a name over an area is tried, in its own widths and heights from the area's middle.
const OVER: [(f64, f64); 5] = [(0.0, 0.0), (0.0, -1.4), (0.0, 1.4), (-0.4, 0.0), (0.4, 0.0)];
/// How close together the points of a line are looked at: less than the height of a text.
const LOOK_PX: f64 = 5.0;
/// How far a line keeps from a name, and from a mark.
const LINE_PX: f64 = 1.0;
const LINE_TO_MARK_PX: f64 = 2.0;

/// Places labels one after another, lower priority numbers first, then lower ids; those that stay come after those that
/// do not and before those that are new. The answer is in the order of placing.
///
/// A label takes the place it had in `previous` while that is free, else the first free one: its sides in the order of
/// [`Side::BESIDE`], then the same farther out, where its line crosses no other label, line or mark. Then, in the same
/// order, a place where it covers only soft obstacles, and last, if it may be cut, one across an edge. A label without
/// any such place is left out, and so is one whose place is not a number.
pub fn place(requests: &[LabelRequest], obstacles: Obstacles, previous: &[Placed]) -> Vec<Placed> {
    let mut requests: Vec<&LabelRequest> = requests.iter().collect();
    let mut last: Vec<(u32, Stand)> = previous.iter().map(|placed| (placed.id, placed.stand)).collect();
    sort_by_number(&mut last, |(id, _)| u64::from(*id));
    let last_of = |request: &LabelRequest| {
        let found = last.binary_search_by_key(&request.id, |(id, _)| *id);
        found.ok().and_then(|at| last.get(at)).map(|(_, stand)| *stand)
    };
    sort_by_number(&mut requests, |request| u64::from(request.priority) << 32 | u64::from(request.id));
    let mut candidates = Candidates::new(&requests, obstacles.hard);
    candidates.mark(obstacles.hard, Freedom::Taken);
    candidates.mark(obstacles.edges, Freedom::Cut);
    candidates.mark(obstacles.soft, Freedom::OverSoft);

    let mut waiting: Vec<usize> = Vec::new();
    for (at, request) in requests.iter().enumerate().filter(|(_, it)| !it.stays) {
        candidates.put(at, request, last_of(request));
    }
    for (at, request) in requests.iter().enumerate().filter(|(_, it)| it.stays) {
        let stands = last_of(request).is_some_and(|stand| candidates.put_back(at, request, stand));
        if !stands {
            waiting.push(at);
        }
    }
    for at in waiting {
        if let Some(request) = requests.get(at) {
            candidates.put(at, request, last_of(request));
        }
    }
    candidates.placed
}

/// What a place for a label would cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Freedom {
    Free,
    OverSoft,
    Cut,
    Taken,
}

/// Every place for every label, in a tree that never changes: what is put on the map only takes candidates away, which
/// is cheaper than a tree that grows label by label.
struct Candidates<'a> {
    stands: Vec<(Stand, ScreenRect)>,
    freedom: Vec<Freedom>,
    /// Where the candidates of each request begin, and where the last ones end.
    starts: Vec<usize>,
    index: BoxIndex,
    hard: &'a [ScreenRect],
    hard_index: BoxIndex,
    placed: Vec<Placed>,
    boxes: Vec<ScreenRect>,
    lines: Vec<(ScreenPoint, ScreenPoint)>,
}

impl<'a> Candidates<'a> {
    fn new(requests: &[&LabelRequest], hard: &'a [ScreenRect]) -> Candidates<'a> {
        let (mut stands, mut starts) = (Vec::new(), vec![0]);
        for request in requests {
            stands.extend(stands_of(request).map(|stand| (stand, box_at(request, stand))));
            starts.push(stands.len());
        }
        let rects: Vec<ScreenRect> = stands.iter().map(|it| it.1).collect();
        let freedom = rects.iter().map(|it| if is_sound(it) { Freedom::Free } else { Freedom::Taken }).collect();
        Candidates {
            stands,
            freedom,
            starts,
            index: index(&rects),
            hard,
            hard_index: index(hard),
            placed: Vec::new(),
            boxes: Vec::new(),
            lines: Vec::new(),
        }
    }

    /// Lowers the freedom of every candidate that overlaps one of `rects`.
    fn mark(&mut self, rects: &[ScreenRect], to: Freedom) {
        for rect in rects {
            for number in self.index.touching([rect.left, rect.top], [rect.right, rect.bottom]) {
                let number = number as usize;
                let overlaps = self.stands.get(number).is_some_and(|it| it.1.overlaps(*rect));
                if let (true, Some(freedom)) = (overlaps, self.freedom.get_mut(number)) {
                    *freedom = to.max(*freedom);
                }
            }
        }
    }

    /// The numbers of the candidates of the request at `at`.
    fn numbers(&self, at: usize) -> std::ops::Range<usize> {
        match self.starts.get(at..at + 2) {
            Some([from, to]) => *from..*to,
            _ => 0..0,
        }
    }

    /// Whether a candidate covers nothing worse than this, and its line nothing at all.
    fn is_open(&self, request: &LabelRequest, number: usize, worst: Freedom) -> bool {
        let Some((stand, rect)) = self.stands.get(number) else { return false };
        self.freedom.get(number).is_some_and(|it| *it <= worst)
            && ends(request, *stand, *rect).is_none_or(|line| {
                !self.lines.iter().any(|it| cross(*it, line))
                    && points(line).all(|at| !self.is_name(at) && (is_own(request, at) || !self.is_hard(at)))
            })
    }

    fn is_name(&self, at: ScreenPoint) -> bool {
        self.boxes.iter().any(|it| it.overlaps(ScreenRect::around(at, LINE_PX)))
    }

    fn is_hard(&self, at: ScreenPoint) -> bool {
        let around = ScreenRect::around(at, LINE_TO_MARK_PX);
        let mut near = self.hard_index.touching([around.left, around.top], [around.right, around.bottom]);
        near.any(|number| self.hard.get(number as usize).is_some_and(|it| it.overlaps(around)))
    }

    /// Puts a label where it is freest, then where it was, then where it is tried first; none where nothing is open.
    fn put(&mut self, at: usize, request: &LabelRequest, last: Option<Stand>) {
        let tries = if request.may_be_cut { 3 } else { 2 };
        for worst in [Freedom::Free, Freedom::OverSoft, Freedom::Cut].into_iter().take(tries) {
            let was = self.numbers(at).find(|number| self.stands.get(*number).map(|it| it.0) == last);
            let open = was.into_iter().chain(self.numbers(at)).find(|number| self.is_open(request, *number, worst));
            if let Some(number) = open {
                return self.take(request, number);
            }
        }
    }

    /// Puts a label where it was; tells whether that is open.
    fn put_back(&mut self, at: usize, request: &LabelRequest, last: Stand) -> bool {
        let was = self.numbers(at).find(|number| self.stands.get(*number).is_some_and(|it| it.0 == last));
        let open = was.filter(|number| self.is_open(request, *number, Freedom::OverSoft));
        open.map(|number| self.take(request, number)).is_some()
    }

    fn take(&mut self, request: &LabelRequest, number: usize) {
        let Some((stand, rect)) = self.stands.get(number).copied() else { return };
        self.mark(&[rect.grown(request.air_px)], Freedom::Taken);
        if let Some(line) = ends(request, stand, rect) {
            let taken: Vec<ScreenRect> = points(line).map(|at| ScreenRect::around(at, LINE_PX)).collect();
            self.mark(&taken, Freedom::Taken);
            self.lines.push(line);
        }
        self.boxes.push(rect);
        self.placed.push(Placed { id: request.id, x: rect.left, y: rect.top, stand });
    }
}

fn index(rects: &[ScreenRect]) -> BoxIndex {
    let numbered = rects.iter().zip(0..);
    BoxIndex::new(numbered.map(|(rect, number)| ([rect.left, rect.top], [rect.right, rect.bottom], number)))
}

fn is_sound(rect: &ScreenRect) -> bool {
    [rect.left, rect.top, rect.right, rect.bottom].iter().all(|edge| edge.is_finite())
}

/// The places of a label, in the order in which they are tried.
fn stands_of(request: &LabelRequest) -> impl Iterator<Item = Stand> {
    let (sides, steps): (&[Side], usize) = match request.reach {
        Reach::Beside => (&Side::BESIDE, 1),
        Reach::Leading => (&Side::BESIDE, LEADERS_PX.len()),
        Reach::Over => (&[Side::Over], OVER.len()),
    };
    (0..steps as u8).flat_map(|step| sides.iter().map(move |side| (*side, step)))
}

/// The box of a label at a place. Beside a mark, it never overlaps the square around the mark.
fn box_at(request: &LabelRequest, (side, step): Stand) -> ScreenRect {
    let LabelRequest { anchor, width_px, height_px, marker_radius_px: radius, .. } = *request;
    let (right, down) = side.way();
    let out = LEADERS_PX.get(usize::from(step)).copied().unwrap_or_default();
    let left = match side {
        Side::East => radius + BESIDE_PX,
        Side::West => -radius - BESIDE_PX - width_px,
        Side::NorthEast | Side::SouthEast => radius / 2.0,
        Side::NorthWest | Side::SouthWest => -radius / 2.0 - width_px,
        Side::North | Side::South => -width_px / 2.0,
        Side::Over => (OVER.get(usize::from(step)).map_or(0.0, |it| it.0) - 0.5) * width_px,
    };
    let top = match side {
        Side::East | Side::West => -height_px / 2.0,
        Side::NorthEast | Side::NorthWest | Side::North => -radius - ABOVE_PX - height_px,
        Side::SouthEast | Side::SouthWest | Side::South => radius + ABOVE_PX,
        Side::Over => (OVER.get(usize::from(step)).map_or(0.0, |it| it.1) - 0.5) * height_px,
    };
    let (left, top) = (anchor.x + left + right * out, anchor.y + top + down * out);
    ScreenRect { left, top, right: left + width_px, bottom: top + height_px }
}

/// The two ends of the line from a mark to its label: none beside the mark or over an area.
pub fn leader(request: &LabelRequest, placed: &Placed) -> Option<(ScreenPoint, ScreenPoint)> {
    let (side, step) = placed.stand;
    if step == 0 || side == Side::Over {
        return None;
    }
    let rect = box_at(request, placed.stand);
    let anchor = request.anchor;
    // To the middle of the edge that faces the mark; above and below, to the nearest point of it.
    let to = match side {
        Side::East => ScreenPoint { x: rect.left - 2.0, y: anchor.y },
        Side::West => ScreenPoint { x: rect.right + 2.0, y: anchor.y },
        _ => ScreenPoint {
            x: anchor.x.max(rect.left + 2.0).min(rect.right - 2.0),
            y: if rect.top > anchor.y { rect.top } else { rect.bottom },
        },
    };
    let (x, y) = (to.x - anchor.x, to.y - anchor.y);
    let start = (request.marker_radius_px + 1.0) / libm::hypot(x, y).max(1e-9);
    Some((ScreenPoint { x: anchor.x + x * start, y: anchor.y + y * start }, to))
}

/// The line of a label at a place.
fn ends(request: &LabelRequest, stand: Stand, rect: ScreenRect) -> Option<(ScreenPoint, ScreenPoint)> {
    leader(request, &Placed { id: request.id, x: rect.left, y: rect.top, stand })
}

/// Points along a line.
fn points((from, to): (ScreenPoint, ScreenPoint)) -> impl Iterator<Item = ScreenPoint> {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let count = (libm::hypot(x, y) / LOOK_PX) as u32 + 1;
    (0..=count).map(move |at| {
        let share = f64::from(at) / f64::from(count);
        ScreenPoint { x: from.x + x * share, y: from.y + y * share }
    })
}

/// Whether a point of a line is still at the mark that it comes from.
fn is_own(request: &LabelRequest, at: ScreenPoint) -> bool {
    ScreenRect::around(request.anchor, request.marker_radius_px).overlaps(ScreenRect::around(at, LINE_TO_MARK_PX))
}

/// Whether two lines cross.
fn cross(a: (ScreenPoint, ScreenPoint), b: (ScreenPoint, ScreenPoint)) -> bool {
    let left = |(from, to): (ScreenPoint, ScreenPoint), at: ScreenPoint| {
        (to.x - from.x) * (at.y - from.y) > (to.y - from.y) * (at.x - from.x)
    };
    left(a, b.0) != left(a, b.1) && left(b, a.0) != left(b, a.1)
}

#[cfg(test)]
mod tests;
