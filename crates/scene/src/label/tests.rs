use super::*;
use proptest::prelude::*;

fn request(id: u32, x: f64, y: f64, priority: u32) -> LabelRequest {
    let anchor = ScreenPoint { x, y };
    LabelRequest {
        id,
        anchor,
        width_px: 60.0,
        height_px: 14.0,
        marker_radius_px: 4.0,
        priority,
        reach: Reach::Beside,
        stays: false,
        may_be_cut: false,
        air_px: 0.0,
    }
}

fn marker(request: &LabelRequest) -> ScreenRect {
    ScreenRect::around(request.anchor, request.marker_radius_px)
}

/// Places labels among their own marks and further hard and soft obstacles.
fn placed(requests: &[LabelRequest], more: &[ScreenRect], soft: &[ScreenRect], previous: &[Placed]) -> Vec<Placed> {
    let hard: Vec<ScreenRect> = requests.iter().map(marker).chain(more.iter().copied()).collect();
    place(requests, Obstacles { hard: &hard, edges: &[], soft }, previous)
}

fn sides(placed: &[Placed]) -> Vec<(u32, Side)> {
    placed.iter().map(|it| (it.id, it.stand.0)).collect()
}

fn rect(left: f64, top: f64, right: f64, bottom: f64) -> ScreenRect {
    ScreenRect { left, top, right, bottom }
}

#[test]
fn a_lone_label_stands_to_the_east() {
    let answer = placed(&[request(7, 100.0, 100.0, 0)], &[], &[], &[]);
    assert_eq!(answer, [Placed { id: 7, x: 108.0, y: 93.0, stand: (Side::East, 0) }]);
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
    let before = [Placed { id: 1, x: 0.0, y: 0.0, stand: (Side::SouthWest, 0) }];
    assert_eq!(sides(&placed(&one, &[], &[], &before)), [(1, Side::SouthWest)]);
    let below = rect(90.0, 106.0, 101.0, 112.0);
    assert_eq!(sides(&placed(&one, &[below], &[], &before)), [(1, Side::East)]);
}

#[test]
fn a_label_without_a_place_is_left_out() {
    let lost = request(1, f64::NAN, 100.0, 0);
    assert_eq!(sides(&place(&[lost, request(2, 0.0, 0.0, 0)], Obstacles::default(), &[])), [(2, Side::East)]);
}

#[test]
fn a_name_stands_farther_out_at_the_end_of_a_line_where_it_may() {
    // A wall on every side leaves no place beside the mark; the nearest one beyond it is to the east.
    let wall = rect(40.0, 70.0, 125.0, 130.0);
    let one = request(1, 100.0, 100.0, 0);
    let among = |one| place(&[one], Obstacles { hard: &[marker(&one)], edges: &[wall], soft: &[] }, &[]);
    assert_eq!(among(one), []);
    let leading = LabelRequest { reach: Reach::Leading, ..one };
    let answer = among(leading);
    assert_eq!(answer, [Placed { id: 1, x: 136.0, y: 93.0, stand: (Side::East, 2) }]);
    let (from, to) = leader(&leading, &answer[0]).unwrap();
    assert_eq!((from.x, from.y, to.x, to.y), (105.0, 100.0, 134.0, 100.0));
    assert_eq!(leader(&leading, &Placed { stand: (Side::East, 0), ..answer[0] }), None);
}

#[test]
fn a_line_crosses_no_other_name() {
    // The first name stands where the line to the east would run.
    let first = LabelRequest { width_px: 8.0, ..request(1, 100.0, 100.0, 0) };
    let wall = rect(76.0, 80.0, 106.0, 120.0);
    let second = LabelRequest { reach: Reach::Leading, ..request(2, 100.0, 100.0, 1) };
    let answer = place(&[first, second], Obstacles { edges: &[wall], ..Obstacles::default() }, &[]);
    assert_eq!(answer[0].stand, (Side::East, 0));
    assert_ne!(answer[1].stand.0, Side::East);
}

#[test]
fn a_name_over_an_area_gives_way_up_and_down() {
    let one = LabelRequest { reach: Reach::Over, ..request(1, 100.0, 100.0, 0) };
    assert_eq!(place(&[one], Obstacles::default(), &[]), [Placed { id: 1, x: 70.0, y: 93.0, stand: (Side::Over, 0) }]);
    let middle = rect(98.0, 98.0, 102.0, 102.0);
    let answer = place(&[one], Obstacles { hard: &[middle], ..Obstacles::default() }, &[]);
    assert_eq!((answer[0].x, answer[0].y), (70.0, 93.0 - 1.4 * 14.0));
}

#[test]
fn what_stays_keeps_its_place_from_what_is_new_and_gives_it_to_what_must_be_seen() {
    let old = LabelRequest { stays: true, ..request(1, 100.0, 100.0, 9) };
    let before = placed(&[old], &[], &[], &[]);
    // A more important name, new beside it, wants the same place.
    let new = LabelRequest { stays: true, ..request(2, 100.0, 106.0, 1) };
    let at = |id, answer: &[Placed]| answer.iter().find(|it| it.id == id).map(|it| it.stand.0);
    let answer = placed(&[old, new], &[], &[], &before);
    assert_eq!((at(1, &answer), at(2, &answer)), (Some(Side::East), Some(Side::West)));
    let answer = placed(&[old, LabelRequest { stays: false, ..new }], &[], &[], &before);
    assert_eq!((at(1, &answer), at(2, &answer)), (Some(Side::West), Some(Side::East)));
}

#[test]
fn a_line_crosses_no_mark_but_its_own() {
    // What would cut it is on every side, so the name stands at the end of a line, and the first one runs east.
    let wall = rect(40.0, 70.0, 110.0, 130.0);
    let one = LabelRequest { reach: Reach::Leading, ..request(1, 100.0, 100.0, 0) };
    let among = |hard: &[ScreenRect]| {
        place(&[one], Obstacles { hard, edges: &[wall], soft: &[] }, &[]).first().map(|it| it.stand)
    };
    assert_eq!(among(&[marker(&one)]), Some((Side::East, 1)), "its own mark is in no line's way");
    let other = ScreenRect::around(ScreenPoint { x: 114.0, y: 101.0 }, 2.5);
    let stand = among(&[marker(&one), other]);
    assert!(stand.is_some_and(|it| it.0 != Side::East), "{stand:?}");
}

#[test]
fn a_name_keeps_others_at_the_distance_that_it_asks_for() {
    // 10 px between the two boxes.
    let two = |air_px| [LabelRequest { air_px, ..request(1, 100.0, 100.0, 0) }, request(2, 100.0, 124.0, 1)];
    assert_eq!(sides(&placed(&two(9.0), &[], &[], &[])), [(1, Side::East), (2, Side::East)]);
    assert_eq!(sides(&placed(&two(11.0), &[], &[], &[])), [(1, Side::East), (2, Side::West)]);
}

#[test]
fn two_lines_cross_where_each_parts_the_other() {
    let line =
        |from: (f64, f64), to: (f64, f64)| (ScreenPoint { x: from.0, y: from.1 }, ScreenPoint { x: to.0, y: to.1 });
    let down = line((5.0, 0.0), (5.0, 10.0));
    assert!(cross(down, line((0.0, 5.0), (10.0, 6.0))));
    assert!(!cross(down, line((0.0, 5.0), (4.0, 6.0))), "it ends before");
    assert!(!cross(down, line((0.0, 12.0), (10.0, 12.0))), "it runs below");
}

#[test]
fn an_edge_cuts_no_name_but_one_that_must_be_seen() {
    let edge = rect(147.0, -500.0, 153.0, 500.0);
    let among = |one: LabelRequest, hard: &[ScreenRect]| {
        place(&[one], Obstacles { hard, edges: &[edge], soft: &[] }, &[]).first().map(|it| it.stand)
    };
    let one = request(1, 100.0, 100.0, 0);
    assert_eq!(among(one, &[]), Some((Side::West, 0)), "another side is free");
    // Only the east is left, and there the name of 60 px from 108 on stands across the edge at 150.
    let wall = rect(0.0, 70.0, 107.0, 130.0);
    assert_eq!(among(one, &[wall]), None);
    assert_eq!(among(LabelRequest { may_be_cut: true, ..one }, &[wall]), Some((Side::East, 0)));
    // One wholly beyond the edge is not cut.
    assert_eq!(among(request(1, 160.0, 100.0, 0), &[]), Some((Side::East, 0)));
}

/// The same rules, every box held against every other.
fn scanned(requests: &[LabelRequest], obstacles: Obstacles, previous: &[Placed]) -> Vec<Placed> {
    let mut sorted = requests.to_vec();
    sorted.sort_by_key(|it| (it.priority, it.id));
    let was = |id: u32| previous.iter().find(|it| it.id == id).map(|it| it.stand);
    let mut answer: Vec<Placed> = Vec::new();
    let (mut taken, mut names): (Vec<ScreenRect>, Vec<ScreenRect>) = (obstacles.hard.to_vec(), Vec::new());
    let mut lines = Vec::new();
    let mut put = |request: &LabelRequest, stands: &[Stand], soft: &[&[ScreenRect]]| {
        let free = |among: &[ScreenRect], rect: ScreenRect| !among.iter().any(|it| it.overlaps(rect));
        let line_of = |stand: Stand| ends(request, stand, box_at(request, stand));
        let looked_at = |stand: Stand| line_of(stand).into_iter().flat_map(points);
        let open = |stand: &&Stand| {
            let rect = box_at(request, **stand);
            let clear = |it: ScreenPoint| {
                free(&names, ScreenRect::around(it, 1.0))
                    && (is_own(request, it) || free(obstacles.hard, ScreenRect::around(it, 2.0)))
            };
            free(&taken, rect)
                && soft.iter().all(|it| free(it, rect))
                && looked_at(**stand).all(clear)
                && line_of(**stand).is_none_or(|line| !lines.iter().any(|it| cross(*it, line)))
        };
        let Some(stand) = stands.iter().find(open) else { return false };
        let rect = box_at(request, *stand);
        taken.extend(looked_at(*stand).map(|it| ScreenRect::around(it, 1.0)).chain([rect.grown(request.air_px)]));
        names.push(rect);
        lines.extend(line_of(*stand));
        answer.push(Placed { id: request.id, x: rect.left, y: rect.top, stand: *stand });
        true
    };
    let try_all = |request: &LabelRequest,
                   stands: &[Stand],
                   put: &mut dyn FnMut(&LabelRequest, &[Stand], &[&[ScreenRect]]) -> bool| {
        let _ = put(request, stands, &[obstacles.soft, obstacles.edges])
            || put(request, stands, &[obstacles.edges])
            || (request.may_be_cut && put(request, stands, &[]));
    };
    let own = |request: &LabelRequest| was(request.id).filter(|it| stands_of(request).any(|stand| stand == *it));
    let all = |request: &LabelRequest| own(request).into_iter().chain(stands_of(request)).collect::<Vec<Stand>>();
    let (staying, coming): (Vec<LabelRequest>, Vec<LabelRequest>) = sorted.into_iter().partition(|it| it.stays);
    for request in &coming {
        try_all(request, &all(request), &mut put);
    }
    let mut waiting = Vec::new();
    for request in &staying {
        if !own(request).is_some_and(|stand| put(request, &[stand], &[obstacles.edges])) {
            waiting.push(*request);
        }
    }
    for request in &waiting {
        try_all(request, &all(request), &mut put);
    }
    answer
}

prop_compose! {
    fn any_requests()(
        parts in prop::collection::vec(
            ((0..40u8, 0..30u8), (1..90u8, 8..20u8, 1..9u8), 0..4u32, 0..3u8, any::<[bool; 2]>()), 0..50),
    ) -> Vec<LabelRequest> {
        parts.into_iter().zip(0..).map(|(((x, y), (width, height, radius), priority, reach, [stays, may_be_cut]), id)| LabelRequest {
            anchor: ScreenPoint { x: f64::from(x) * 10.0, y: f64::from(y) * 10.0 },
            width_px: f64::from(width),
            height_px: f64::from(height),
            marker_radius_px: f64::from(radius),
            reach: [Reach::Beside, Reach::Leading, Reach::Over][usize::from(reach)],
            stays,
            may_be_cut,
            air_px: f64::from(radius),
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
        let edges = [rect(-3.0, -100.0, 3.0, 400.0), rect(297.0, -100.0, 303.0, 400.0)];
        let obstacles = Obstacles { hard: &hard, edges: &edges, soft: &soft };
        let previous = place(&before, Obstacles::default(), &[]);
        let answer = place(&requests, obstacles, &previous);
        prop_assert_eq!(&answer, &scanned(&requests, obstacles, &previous));

        let of = |placed: &Placed| requests.iter().find(|it| it.id == placed.id).unwrap();
        let boxes: Vec<ScreenRect> = answer.iter().map(|it| box_at(of(it), it.stand)).collect();
        for (place, one) in boxes.iter().enumerate() {
            prop_assert!(hard.iter().all(|mark| !one.overlaps(*mark)));
            prop_assert!(boxes.iter().skip(place + 1).all(|other| !one.overlaps(*other)));
        }
    }

    /// Every label that was there before a pan is there after it, where it was.
    #[test]
    fn a_pan_takes_no_label_away(requests in any_requests(), late in any_requests(), x in -90..90i32, y in -90..90i32) {
        let stay = |it: &LabelRequest| LabelRequest { stays: true, ..*it };
        let first: Vec<LabelRequest> = requests.iter().map(stay).collect();
        let hard: Vec<ScreenRect> = first.iter().map(marker).collect();
        let before = place(&first, Obstacles { hard: &hard, ..Obstacles::default() }, &[]);
        // What comes into view brings its mark along, but lays it over no label or line: marks stand where they stood.
        let free = |it: &LabelRequest| {
            !before.iter().any(|placed| {
                let of = first.iter().find(|it| it.id == placed.id).unwrap();
                let rect = box_at(of, placed.stand);
                let mut line = ends(of, placed.stand, rect).into_iter().flat_map(points);
                rect.overlaps(marker(it)) || line.any(|at| marker(it).overlaps(ScreenRect::around(at, 2.0)))
            })
        };
        let new = late.iter().filter(|it| free(it)).map(|it| LabelRequest { id: it.id + 1_000, ..stay(it) });
        let (x, y) = (f64::from(x), f64::from(y));
        let moved: Vec<LabelRequest> = first.iter().copied().chain(new)
            .map(|it| LabelRequest { anchor: ScreenPoint { x: it.anchor.x + x, y: it.anchor.y + y }, ..it })
            .collect();
        let hard: Vec<ScreenRect> = moved.iter().map(marker).collect();
        let after = place(&moved, Obstacles { hard: &hard, ..Obstacles::default() }, &before);
        for placed in &before {
            let now = after.iter().find(|it| it.id == placed.id);
            prop_assert_eq!(now.map(|it| it.stand), Some(placed.stand), "label {}", placed.id);
        }
    }
}
