//! Which sites are named, and where: no name covers a mark or another name.

use crate::overlay::picture::SiteMark;
use reach::plan::Plan;
use scene::camera::Camera;
use scene::font::Font;
use scene::label::{LabelRequest, Obstacles, Placed, Reach, ScreenRect, leader, place};
use scene::layout::{Layout, Offset};
use scene::place::Place;
use scene::viewport::ScreenPoint;

/// So many sites in view are named at most: more of them are a crowd, which a pointer or a zoom tells apart.
const MOST_NAMED: usize = 400;
/// Of so many in view at most, names may stand at the end of a line.
const MOST_LED: usize = 40;
/// The longest name that is written out.
const LONGEST: usize = 36;

/// A name beside its site.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteName {
    /// The name, shortened where it is long.
    pub text: String,
    /// Where the site is.
    pub at: Place,
    /// The left end and the middle of the line of text, from there.
    pub offset: Offset,
    /// The ends of the line from the site to a name that stands farther out, from there.
    pub leader: Option<(Offset, Offset)>,
    /// The site's place in the plan, and where its name stands.
    placed: Placed,
}

/// What names keep away from beside the marks of the layout.
pub struct Around<'a> {
    /// Where the map's own marks are.
    pub layout: &'a Layout,
    /// The map's own names.
    pub taken: &'a [ScreenRect],
    /// The width of a diamond.
    pub side_px: f64,
}

/// The names that fit. One keeps the side it had in `previous` while that stays free.
pub fn names(
    plan: &Plan,
    sites: &[SiteMark],
    camera: &Camera,
    around: &Around,
    previous: &[SiteName],
    measure: impl Fn(&str) -> f64,
) -> Vec<SiteName> {
    let viewport = camera.viewport;
    let area = ScreenRect { left: 0.0, top: 0.0, right: viewport.width_px, bottom: viewport.height_px };
    let seen = |mark: &SiteMark| {
        let at = camera.to_screen(&mark.at)?;
        area.overlaps(ScreenRect::around(at, around.side_px)).then_some((*mark, at))
    };
    let seen: Vec<(SiteMark, ScreenPoint)> = sites.iter().filter_map(seen).take(MOST_NAMED + 1).collect();
    if seen.len() > MOST_NAMED {
        return Vec::new();
    }
    let texts: Vec<String> =
        seen.iter().map(|(mark, _)| plan.sites.get(mark.site).map_or("", |it| it.title())).map(shortened).collect();
    let request = |((mark, at), text): (&(SiteMark, ScreenPoint), &String)| LabelRequest {
        id: mark.site as u32,
        anchor: *at,
        width_px: measure(text),
        height_px: Font::Lit.height_px(),
        marker_radius_px: around.side_px / 2.0 + 1.0,
        priority: mark.site as u32,
        // Where there are few there is room for the lines of all.
        reach: if seen.len() <= MOST_LED { Reach::Leading } else { Reach::Beside },
        stays: false,
        may_be_cut: false,
        air_px: 0.0,
    };
    let requests: Vec<LabelRequest> = seen.iter().zip(&texts).map(request).collect();
    let hard = hard_obstacles(camera, around, &seen);
    let kept: Vec<Placed> = previous.iter().map(|it| it.placed).collect();
    let placed = place(&requests, Obstacles { hard: &hard, edges: &edges(camera), soft: &[] }, &kept);
    let named = |it: Placed| {
        let at = seen.iter().position(|(mark, _)| mark.site as u32 == it.id)?;
        let ((mark, anchor), text) = (seen.get(at)?, texts.get(at)?);
        let offset = Offset { x: it.x - anchor.x, y: it.y + Font::Lit.height_px() / 2.0 - anchor.y };
        let from_site = |it: ScreenPoint| Offset { x: it.x - anchor.x, y: it.y - anchor.y };
        let line = requests.get(at).and_then(|request| leader(request, &it));
        let leader = line.map(|(from, to)| (from_site(from), from_site(to)));
        Some(SiteName { text: text.clone(), at: mark.at, offset, leader, placed: it })
    };
    placed.into_iter().filter_map(named).collect()
}

fn hard_obstacles(camera: &Camera, around: &Around, seen: &[(SiteMark, ScreenPoint)]) -> Vec<ScreenRect> {
    let layout = around.layout;
    let mark = |at: Place, offset: Offset, half_px: f64| {
        let at = camera.to_screen(&at)?;
        Some(ScreenRect::around(ScreenPoint { x: at.x + offset.x, y: at.y + offset.y }, half_px))
    };
    let discs = layout.discs.iter().filter_map(|it| mark(it.at, it.offset, layout.disc_px + 1.0));
    let squares = layout.squares.iter().filter_map(|it| mark(it.at, it.offset, layout.square_px / 2.0 + 1.0));
    let diamonds = seen.iter().map(|(_, at)| ScreenRect::around(*at, around.side_px / 2.0));
    discs.chain(squares).chain(diamonds).chain(around.taken.iter().copied()).collect()
}

/// What would cut a name: the edges of the screen, and of what panels cover.
fn edges(camera: &Camera) -> [ScreenRect; 4] {
    let view = camera.viewport;
    let far = view.width_px + view.height_px;
    let (right, bottom) = (view.width_px - view.inset_right_px, view.height_px - view.inset_bottom_px);
    let rect = |left, top, right, bottom| ScreenRect { left, top, right, bottom };
    [
        rect(-far, -far, 0.0, far),
        rect(right, -far, right + far, far),
        rect(-far, -far, far, 0.0),
        rect(-far, bottom, far, bottom + far),
    ]
}

fn shortened(name: &str) -> String {
    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or(name).trim_end()),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Around, SiteName, names, shortened};
    use crate::overlay::picture::sites;
    use reach::catalog::Catalog;
    use reach::geo::LonLat;
    use reach::plan::{Plan, Site};
    use reach::sku::Cloud;
    use scene::camera::Camera;
    use scene::label::ScreenRect;
    use scene::layout::lay_out;
    use scene::projection::project;
    use scene::viewport::Viewport;

    /// The names of sites at these points of the South Pacific, where nothing else is drawn; letters are 7 px wide.
    fn named(points: &[(f64, f64)], taken: &[ScreenRect]) -> Vec<SiteName> {
        let catalog = Catalog::from_packed(tables::CORE).unwrap();
        let mut plan = Plan::new(&catalog);
        let number = |degrees: f64| serde_json::Number::from_f64(degrees).unwrap();
        for (at, (lat, lon)) in points.iter().enumerate() {
            plan.sites.push(Site::at(&format!("s{at}"), &format!("Site {at}"), number(*lat), number(*lon)));
        }
        let camera = Camera::new(Viewport {
            center: project(LonLat::new(-120.0, -40.0).unwrap()),
            scale: 600.0,
            width_px: 800.0,
            height_px: 600.0,
            inset_right_px: 0.0,
            inset_bottom_px: 0.0,
            globe: 0.0,
        });
        let layout = lay_out(&catalog, Cloud::Public, &camera);
        let around = Around { layout: &layout, taken, side_px: 9.0 };
        names(&plan, &sites(&plan), &camera, &around, &[], |text| text.len() as f64 * 7.0)
    }

    #[test]
    fn a_site_alone_is_named_to_its_right() {
        let name = &named(&[(-40.0, -120.0)], &[])[0];
        assert_eq!(name.text, "Site 0");
        assert!(name.offset.x > 4.5 && name.offset.x < 15.0 && name.offset.y.abs() < 0.01, "{name:?}");
    }

    #[test]
    fn two_sites_in_one_place_are_not_named_over_each_other() {
        let named = named(&[(-40.0, -120.0), (-40.0, -120.0)], &[]);
        let boxes: Vec<ScreenRect> = named
            .iter()
            .map(|it| ScreenRect {
                left: it.offset.x,
                top: it.offset.y - 7.0,
                right: it.offset.x + 42.0,
                bottom: it.offset.y + 7.0,
            })
            .collect();
        assert_eq!(boxes.len(), 2);
        assert!(!boxes[0].overlaps(boxes[1]), "{boxes:?}");
    }

    #[test]
    fn a_name_of_the_map_is_not_covered() {
        // East of the middle of the screen, where the name would stand.
        let taken = [ScreenRect { left: 404.0, top: 290.0, right: 500.0, bottom: 310.0 }];
        let name = &named(&[(-40.0, -120.0)], &taken)[0];
        assert!(name.offset.x < 0.0, "it stands to the west: {name:?}");
    }

    #[test]
    fn a_crowd_is_not_named() {
        let crowd: Vec<(f64, f64)> = (0..401).map(|at| (-40.0, -120.0 + f64::from(at) / 100.0)).collect();
        assert_eq!(named(&crowd, &[]), []);
    }

    #[test]
    fn a_long_name_is_cut() {
        assert_eq!(shortened("Amsterdam HQ"), "Amsterdam HQ");
        assert_eq!(shortened(&"ä".repeat(40)), format!("{}…", "ä".repeat(36)));
    }
}
