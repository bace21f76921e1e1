//! The tables of data/*.csv, checked and packed when this crate was built: one blob for each download group.
#![deny(missing_docs)]

/// What every answer needs: a packed `reach::tables::Tables`.
pub const CORE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/core.bin"));

/// Who offers circuits where: a packed `reach::tables::ProviderTables`.
pub const PROVIDERS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/providers.bin"));

/// Published round trips between regions: a packed `reach::tables::LatencyTable`.
pub const LATENCY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/latency.bin"));

/// What circuits, peerings, gateways and ports may hold, with every document: a packed `reach::limits::Limits`.
pub const LIMITS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/limits.bin"));

/// What the tables hold beside that which answers need: a packed `reach::details::Details`.
pub const DETAILS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/details.bin"));
