//! Search and nearest for ExpressRoute Atlas: from what a person types to a place, and from a point on the Earth to the
//! peering locations nearest to it. It knows no browser and holds no data.
#![deny(missing_docs)]

pub mod aliases;
pub mod cities;
pub mod city_names;
pub mod coordinates;
pub mod facets;
pub mod filters;
pub mod fold;
pub mod german;
pub mod index;
pub mod item;
pub mod map_link;
pub mod mark;
pub mod nearest;
pub mod number;
pub mod query;
mod runs;
pub mod score;
pub mod shown;
pub mod vocabulary;
