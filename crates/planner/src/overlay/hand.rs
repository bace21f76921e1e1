//! A hand on the sites of the map: what presses, moves and releases add up to, without knowing the page.

use reach::id::PeeringLocationId;
use scene::viewport::ScreenPoint;

/// How far a press may stray and still be a click, in CSS pixels: as far as on the map itself.
const CLICK_PX: f64 = 6.0;

/// What the hand is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Hand {
    /// Nothing with sites.
    #[default]
    Idle,
    /// A site is pressed, and nothing more yet.
    Pressed {
        /// Its place in the plan.
        site: usize,
        /// Where.
        from: ScreenPoint,
    },
    /// A line is drawn from a site.
    Drawing {
        /// Its place in the plan.
        site: usize,
        /// Where the line ends now.
        to: ScreenPoint,
        /// The location that it ends at.
        location: Option<PeeringLocationId>,
    },
    /// The next click on the map places a site.
    Placing {
        /// Where it was pressed, while it is a click.
        pressed: Option<ScreenPoint>,
    },
}

/// What a release means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Done {
    /// A site was clicked.
    Open(usize),
    /// A line was drawn from a site to a location.
    Draw(usize, PeeringLocationId),
    /// A site is placed here.
    Place(ScreenPoint),
    /// Nothing.
    Nothing,
}

impl Hand {
    /// A pointer goes down, on a site or not. Tells whether the map is to hear nothing of it.
    pub fn press(&mut self, at: ScreenPoint, site: Option<usize>) -> bool {
        match (*self, site) {
            // The map may still be dragged from here.
            (Hand::Placing { .. }, _) => {
                *self = Hand::Placing { pressed: Some(at) };
                false
            }
            (Hand::Idle, Some(site)) => {
                *self = Hand::Pressed { site, from: at };
                true
            }
            (Hand::Idle, None) => false,
            // A second finger while the first draws.
            (Hand::Pressed { .. } | Hand::Drawing { .. }, _) => true,
        }
    }

    /// A pointer moves, near a location or not. Tells whether the map is to hear nothing of it.
    pub fn drag(&mut self, at: ScreenPoint, location: Option<PeeringLocationId>) -> bool {
        match *self {
            Hand::Pressed { site, from } if at.distance(from) > CLICK_PX => {
                *self = Hand::Drawing { site, to: at, location };
                true
            }
            Hand::Drawing { site, .. } => {
                *self = Hand::Drawing { site, to: at, location };
                true
            }
            Hand::Placing { pressed: Some(from) } if at.distance(from) > CLICK_PX => {
                *self = Hand::Placing { pressed: None };
                false
            }
            Hand::Pressed { .. } => true,
            Hand::Idle | Hand::Placing { .. } => false,
        }
    }

    /// A pointer goes up.
    pub fn release(&mut self, at: ScreenPoint) -> Done {
        let (next, done) = match *self {
            Hand::Pressed { site, .. } => (Hand::Idle, Done::Open(site)),
            Hand::Drawing { site, location: Some(location), .. } => (Hand::Idle, Done::Draw(site, location)),
            Hand::Drawing { .. } | Hand::Idle => (Hand::Idle, Done::Nothing),
            Hand::Placing { pressed: Some(_) } => (Hand::Idle, Done::Place(at)),
            Hand::Placing { pressed: None } => (Hand::Placing { pressed: None }, Done::Nothing),
        };
        *self = next;
        done
    }

    /// Escape, or the browser takes the pointer away. Tells whether there was anything to give up.
    pub fn cancel(&mut self) -> bool {
        std::mem::take(self) != Hand::Idle
    }
}

#[cfg(test)]
mod tests {
    use super::{Done, Hand};
    use reach::catalog::Catalog;
    use scene::viewport::ScreenPoint;

    fn at(x: f64) -> ScreenPoint {
        ScreenPoint { x, y: 0.0 }
    }

    #[test]
    fn a_press_that_hardly_moves_opens_the_site() {
        let mut hand = Hand::default();
        assert!(hand.press(at(100.0), Some(3)));
        assert!(hand.drag(at(104.0), None));
        assert_eq!(hand.release(at(104.0)), Done::Open(3));
        assert_eq!(hand, Hand::Idle);
    }

    #[test]
    fn a_line_to_a_location_is_drawn_and_one_to_nowhere_is_not() {
        let amsterdam = Catalog::from_packed(tables::CORE).unwrap().location_by_slug("amsterdam").unwrap();
        let drawn = |end| {
            let mut hand = Hand::default();
            hand.press(at(100.0), Some(0));
            hand.drag(at(150.0), Some(amsterdam));
            hand.drag(at(200.0), end);
            hand.release(at(200.0))
        };
        assert_eq!(drawn(Some(amsterdam)), Done::Draw(0, amsterdam));
        assert_eq!(drawn(None), Done::Nothing);
    }

    #[test]
    fn beside_sites_the_map_hears_all() {
        let mut hand = Hand::default();
        assert!(!hand.press(at(100.0), None) && !hand.drag(at(150.0), None));
        assert_eq!(hand.release(at(150.0)), Done::Nothing);
    }

    #[test]
    fn escape_ends_a_line() {
        let mut hand = Hand::default();
        hand.press(at(100.0), Some(0));
        hand.drag(at(150.0), None);
        assert!(hand.cancel());
        assert_eq!(hand.release(at(150.0)), Done::Nothing);
        assert!(!hand.cancel(), "nothing is left to give up");
    }

    #[test]
    fn a_click_places_a_site_and_a_drag_moves_the_map_first() {
        let mut hand = Hand::Placing { pressed: None };
        assert!(!hand.press(at(100.0), Some(0)) && !hand.drag(at(180.0), None));
        assert_eq!(hand.release(at(180.0)), Done::Nothing);
        assert!(!hand.press(at(180.0), None));
        assert_eq!(hand.release(at(182.0)), Done::Place(at(182.0)));
        assert_eq!(hand, Hand::Idle);
    }
}
