//! Which Azure regions an ExpressRoute circuit reaches from a peering location, and whom it can be linked to, with
//! the reason, the sources and the date of every answer. No web dependency, and no data inside.
#![deny(missing_docs)]

pub mod geo;
pub mod id;
pub mod sku;
pub mod tables;
