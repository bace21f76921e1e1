//! Ids of the rows of a [`Catalog`](crate::catalog::Catalog): small numbers inside, slugs in files, links and JSON.

use serde::{Deserialize, Serialize};

macro_rules! row_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        ///
        /// Valid only for the catalog that handed it out; files store the slug.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub(crate) u16);

        impl $name {
            /// The row's place in the catalog's table, which is sorted by slug.
            pub fn index(self) -> usize {
                usize::from(self.0)
            }
        }
    };
}

row_id!(
    /// A peering location, a Metro location included.
    PeeringLocationId
);
row_id!(
    /// An Azure region of any cloud, whatever its status.
    RegionId
);
row_id!(
    /// A geopolitical region: what a Standard circuit reaches.
    GeopoliticalRegionId
);
row_id!(
    /// A document that a fact was read from.
    SourceId
);
row_id!(
    /// A place where two sources disagree.
    ConflictId
);
