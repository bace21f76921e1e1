//! Which names fit, and where: no label covers a mark, a panel or another label.

use crate::boxes::BoxIndex;
use crate::viewport::ScreenPoint;
use reach::order::sort_by_number;

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
    /// Whether two rectangles share more than an edge.
    pub fn overlaps(self, other: ScreenRect) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
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
}

impl Side {
    /// All sides, in the order in which they are tried.
    pub const ALL: [Side; 8] = [
        Side::East,
        Side::West,
        Side::NorthEast,
        Side::SouthEast,
        Side::NorthWest,
        Side::SouthWest,
        Side::North,
        Side::South,
    ];
}

/// A label with a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The request's number.
    pub id: u32,
    /// The left edge of the text's box, in CSS pixels.
    pub x: f64,
    /// The top edge of the text's box.
    pub y: f64,
    /// Where that is beside the mark.
    pub side: Side,
}

/// What labels keep away from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Obstacles<'a> {
    /// Never covered: marks (the labels' own too) and panels.
    pub hard: &'a [ScreenRect],
    /// Covered only by a label that would else be hidden: pieces of arcs.
    pub soft: &'a [ScreenRect],
}

// The air between a mark and its label; above and below, the text's line height brings some of its own.
const BESIDE_PX: f64 = 4.0;
const ABOVE_PX: f64 = 1.0;

/// Places labels one after another: lower priority numbers first, then lower ids; the answer is in that order.
///
/// A label takes the side it had in `previous` while that is free, else the first free side of [`Side::ALL`]; then, in
/// the same order, a side where it covers only soft obstacles. A label without any such side is left out, and so is
/// one whose place is not a number.
pub fn place(requests: &[LabelRequest], obstacles: Obstacles, previous: &[Placed]) -> Vec<Placed> {
    let mut requests: Vec<&LabelRequest> = requests.iter().collect();
    sort_by_number(&mut requests, |request| u64::from(request.priority) << 32 | u64::from(request.id));
    let mut last_sides: Vec<(u32, Side)> = previous.iter().map(|placed| (placed.id, placed.side)).collect();
    sort_by_number(&mut last_sides, |(id, _)| u64::from(*id));
    let mut candidates = Candidates::new(&requests);
    candidates.mark(obstacles.hard, Freedom::Taken);
    candidates.mark(obstacles.soft, Freedom::OverSoft);

    let mut placed = Vec::new();
    for (place, request) in requests.iter().enumerate() {
        let found = last_sides.binary_search_by_key(&request.id, |(id, _)| *id);
        let last = found.ok().and_then(|at| last_sides.get(at)).map(|(_, side)| *side);
        if let Some((side, rect)) = candidates.best(place, last) {
            candidates.mark(&[rect], Freedom::Taken);
            placed.push(Placed { id: request.id, x: rect.left, y: rect.top, side });
        }
    }
    placed
}

/// What a place for a label would cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Freedom {
    Free,
    OverSoft,
    Taken,
}

/// Every side of every label, in a tree that never changes: what is put on the map only takes candidates away, which is
/// cheaper than a tree that grows label by label.
struct Candidates {
    boxes: Vec<ScreenRect>,
    freedom: Vec<Freedom>,
    index: BoxIndex,
}

impl Candidates {
    fn new(requests: &[&LabelRequest]) -> Candidates {
        let of_request = |request: &&LabelRequest| Side::ALL.map(|side| beside(request, side));
        let boxes: Vec<ScreenRect> = requests.iter().flat_map(of_request).collect();
        let numbered = boxes.iter().zip(0..);
        let index =
            BoxIndex::new(numbered.map(|(rect, number)| ([rect.left, rect.top], [rect.right, rect.bottom], number)));
        let freedom = boxes.iter().map(|rect| if is_sound(rect) { Freedom::Free } else { Freedom::Taken }).collect();
        Candidates { boxes, freedom, index }
    }

    /// Lowers the freedom of every candidate that overlaps one of `rects`.
    fn mark(&mut self, rects: &[ScreenRect], to: Freedom) {
        for rect in rects {
            for number in self.index.touching([rect.left, rect.top], [rect.right, rect.bottom]) {
                let number = number as usize;
                let overlaps = self.boxes.get(number).is_some_and(|it| it.overlaps(*rect));
                if let (true, Some(freedom)) = (overlaps, self.freedom.get_mut(number)) {
                    *freedom = to.max(*freedom);
                }
            }
        }
    }

    /// The best side left to the request at `place`: the freest, then the one it had, then the first.
    fn best(&self, place: usize, last: Option<Side>) -> Option<(Side, ScreenRect)> {
        let first = place * Side::ALL.len();
        let sides = Side::ALL.into_iter().zip(self.boxes.get(first..)?).zip(self.freedom.get(first..)?);
        let open = sides.filter(|(_, freedom)| **freedom != Freedom::Taken);
        let best = open.min_by_key(|((side, _), freedom)| (**freedom, Some(*side) != last));
        best.map(|((side, rect), _)| (side, *rect))
    }
}

fn is_sound(rect: &ScreenRect) -> bool {
    [rect.left, rect.top, rect.right, rect.bottom].iter().all(|edge| edge.is_finite())
}

/// The box of a label on a side of its mark. It never overlaps the square around the mark.
fn beside(request: &LabelRequest, side: Side) -> ScreenRect {
    let LabelRequest { anchor, width_px, height_px, marker_radius_px: radius, .. } = *request;
    let left = match side {
        Side::East => anchor.x + radius + BESIDE_PX,
        Side::West => anchor.x - radius - BESIDE_PX - width_px,
        Side::NorthEast | Side::SouthEast => anchor.x + radius / 2.0,
        Side::NorthWest | Side::SouthWest => anchor.x - radius / 2.0 - width_px,
        Side::North | Side::South => anchor.x - width_px / 2.0,
    };
    let top = match side {
        Side::East | Side::West => anchor.y - height_px / 2.0,
        Side::NorthEast | Side::NorthWest | Side::North => anchor.y - radius - ABOVE_PX - height_px,
        Side::SouthEast | Side::SouthWest | Side::South => anchor.y + radius + ABOVE_PX,
    };
    ScreenRect { left, top, right: left + width_px, bottom: top + height_px }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn request(id: u32, x: f64, y: f64, priority: u32) -> LabelRequest {
        let anchor = ScreenPoint { x, y };
        LabelRequest { id, anchor, width_px: 60.0, height_px: 14.0, marker_radius_px: 4.0, priority }
    }

    fn marker(request: &LabelRequest) -> ScreenRect {
        let (LabelRequest { anchor, .. }, radius) = (*request, request.marker_radius_px);
        ScreenRect {
            left: anchor.x - radius,
            top: anchor.y - radius,
            right: anchor.x + radius,
            bottom: anchor.y + radius,
        }
    }

    /// Places labels among their own marks and further hard and soft obstacles.
    fn placed(requests: &[LabelRequest], more: &[ScreenRect], soft: &[ScreenRect], previous: &[Placed]) -> Vec<Placed> {
        let hard: Vec<ScreenRect> = requests.iter().map(marker).chain(more.iter().copied()).collect();
        place(requests, Obstacles { hard: &hard, soft }, previous)
    }

    fn sides(placed: &[Placed]) -> Vec<(u32, Side)> {
        placed.iter().map(|it| (it.id, it.side)).collect()
    }

    fn rect(left: f64, top: f64, right: f64, bottom: f64) -> ScreenRect {
        ScreenRect { left, top, right, bottom }
    }

    #[test]
    fn a_lone_label_stands_to_the_east() {
        let answer = placed(&[request(7, 100.0, 100.0, 0)], &[], &[], &[]);
        assert_eq!(answer, [Placed { id: 7, x: 108.0, y: 93.0, side: Side::East }]);
    }

    #[test]
    fn the_higher_priority_wins_the_better_side() {
        // The second mark stands where the first label would end: the more important one is placed first.
        let crowd = [request(1, 100.0, 100.0, 5), request(2, 100.0, 110.0, 1)];
        assert_eq!(sides(&placed(&crowd, &[], &[], &[])), [(2, Side::East), (1, Side::West)]);
    }

    #[test]
    fn a_label_with_no_free_side_is_left_out() {
        let wall = rect(-500.0, -500.0, 500.0, 500.0);
        assert_eq!(placed(&[request(1, 100.0, 100.0, 0)], &[wall], &[], &[]), []);
    }

    #[test]
    fn an_arc_is_covered_only_when_nothing_else_is_left() {
        let east = rect(110.0, 98.0, 150.0, 102.0);
        let one = [request(1, 100.0, 100.0, 0)];
        assert_eq!(sides(&placed(&one, &[], &[east], &[])), [(1, Side::West)]);
        let everywhere = rect(0.0, 0.0, 200.0, 200.0);
        assert_eq!(sides(&placed(&one, &[], &[everywhere], &[])), [(1, Side::East)]);
    }

    #[test]
    fn a_label_stays_where_it_was_while_that_is_free() {
        let one = [request(1, 100.0, 100.0, 0)];
        let before = [Placed { id: 1, x: 0.0, y: 0.0, side: Side::SouthWest }];
        assert_eq!(sides(&placed(&one, &[], &[], &before)), [(1, Side::SouthWest)]);
        let below = rect(90.0, 106.0, 101.0, 112.0);
        assert_eq!(sides(&placed(&one, &[below], &[], &before)), [(1, Side::East)]);
    }

    #[test]
    fn a_label_without_a_place_is_left_out() {
        let lost = request(1, f64::NAN, 100.0, 0);
        assert_eq!(sides(&place(&[lost, request(2, 0.0, 0.0, 0)], Obstacles::default(), &[])), [(2, Side::East)]);
    }

    /// The same rules, every box held against every other.
    fn scanned(requests: &[LabelRequest], obstacles: Obstacles, previous: &[Placed]) -> Vec<Placed> {
        let mut requests = requests.to_vec();
        requests.sort_by_key(|it| (it.priority, it.id));
        let (mut answer, mut taken) = (Vec::new(), obstacles.hard.to_vec());
        for request in requests {
            let last = previous.iter().find(|it| it.id == request.id).map(|it| it.side);
            let order: Vec<Side> = last.into_iter().chain(Side::ALL).collect();
            let free =
                |side: &&Side, among: &[ScreenRect]| !among.iter().any(|it| it.overlaps(beside(&request, **side)));
            let open = order.iter().find(|side| free(side, &taken) && free(side, obstacles.soft));
            if let Some(side) = open.or_else(|| order.iter().find(|side| free(side, &taken))) {
                let rect = beside(&request, *side);
                taken.push(rect);
                answer.push(Placed { id: request.id, x: rect.left, y: rect.top, side: *side });
            }
        }
        answer
    }

    prop_compose! {
        fn any_requests()(
            parts in prop::collection::vec((0..40u8, 0..30u8, 1..90u8, 8..20u8, 1..9u8, 0..4u32), 0..50),
        ) -> Vec<LabelRequest> {
            parts.into_iter().zip(0..).map(|((x, y, width, height, radius, priority), id)| LabelRequest {
                anchor: ScreenPoint { x: f64::from(x) * 10.0, y: f64::from(y) * 10.0 },
                width_px: f64::from(width),
                height_px: f64::from(height),
                marker_radius_px: f64::from(radius),
                ..request(id, 0.0, 0.0, priority)
            }).collect()
        }
    }

    proptest! {
        #[test]
        fn labels_cover_nothing_and_agree_with_a_scan(
            requests in any_requests(),
            before in any_requests(),
            soft in prop::collection::vec((0..400u16, 0..300u16, 1..60u16), 0..20),
        ) {
            let hard: Vec<ScreenRect> = requests.iter().map(marker).collect();
            let arc = |(x, y, side): (u16, u16, u16)| {
                let (x, y, side) = (f64::from(x), f64::from(y), f64::from(side));
                rect(x, y, x + side, y + side)
            };
            let soft: Vec<ScreenRect> = soft.into_iter().map(arc).collect();
            let obstacles = Obstacles { hard: &hard, soft: &soft };
            let previous = place(&before, Obstacles::default(), &[]);
            let answer = place(&requests, obstacles, &previous);
            prop_assert_eq!(&answer, &scanned(&requests, obstacles, &previous));

            let of = |placed: &Placed| requests.iter().find(|it| it.id == placed.id).unwrap();
            let boxes: Vec<ScreenRect> = answer.iter().map(|it| beside(of(it), it.side)).collect();
            for (place, one) in boxes.iter().enumerate() {
                prop_assert!(hard.iter().all(|mark| !one.overlaps(*mark)));
                prop_assert!(boxes.iter().skip(place + 1).all(|other| !one.overlaps(*other)));
            }
        }
    }
}
