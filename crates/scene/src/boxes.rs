//! Upright boxes in an R-tree: the one index behind picking and label collision, so that its code is there once.

use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

/// Numbered boxes, searched by the box they touch.
pub(crate) struct BoxIndex(RTree<GeomWithData<Rectangle<[f64; 2]>, u32>>);

impl BoxIndex {
    /// Boxes as two opposite corners and a number. A corner that is not a number would upset the tree's order: such
    /// boxes are left out.
    pub(crate) fn new(boxes: impl Iterator<Item = ([f64; 2], [f64; 2], u32)>) -> BoxIndex {
        let sound = boxes.filter(|(a, b, _)| a.iter().chain(b).all(|value| value.is_finite()));
        let items = sound.map(|(a, b, number)| GeomWithData::new(Rectangle::from_corners(a, b), number));
        BoxIndex(RTree::bulk_load(items.collect()))
    }

    /// The numbers of all boxes that share at least a point with the box between `min` and `max`, in no order.
    pub(crate) fn touching(&self, min: [f64; 2], max: [f64; 2]) -> impl Iterator<Item = u32> {
        let around = AABB::from_corners(min, max);
        self.0.locate_in_envelope_intersecting(around).map(|found| found.data)
    }
}
