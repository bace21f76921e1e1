//! Which Azure regions an ExpressRoute circuit reaches from a peering location, and whom it can be linked to, with
//! the reason, the sources and the date of every answer. No web dependency, and no data inside.
#![deny(missing_docs)]

pub mod beside;
pub mod catalog;
pub mod compare;
pub mod coverage;
pub mod details;
pub mod explain;
pub mod geo;
pub mod history;
pub mod id;
pub mod import;
pub mod index;
pub mod json;
pub mod latency;
pub mod limits;
pub mod link;
pub mod locate;
pub mod names;
pub mod order;
pub mod parsers;
pub mod phrase;
pub mod plan;
pub mod plan_file;
pub mod plan_report;
pub mod planned;
pub mod prefix;
pub mod question;
pub mod reachable;
pub mod region_list;
pub mod review;
pub mod sku;
#[cfg(feature = "csv")]
pub mod table;
pub mod tables;
pub mod templates;
pub mod written;
