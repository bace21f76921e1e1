//! The tables inside the program, ready to be asked.

use crate::failure::Failure;
use reach::catalog::Catalog;
use reach::limits::Limits;
use reach::names::Names;
use reach::tables::{LatencyTable, ProviderTables};

/// The catalog and the names in it.
pub struct DataSet {
    /// The tables.
    pub catalog: Catalog,
    /// Their names.
    pub names: Names,
}

impl DataSet {
    /// Unpacks what the build packed.
    ///
    /// # Errors
    /// When the program was put together from parts of different versions.
    pub fn load() -> Result<DataSet, Failure> {
        let catalog = Catalog::from_packed(tables::CORE).map_err(|error| broken(error.to_string()))?;
        let names = Names::new(&catalog);
        Ok(DataSet { catalog, names })
    }
}

/// Who offers circuits where, unpacked only for questions about providers.
///
/// # Errors
/// As [`DataSet::load`].
pub fn load_providers() -> Result<ProviderTables, Failure> {
    ProviderTables::from_packed(tables::PROVIDERS).map_err(|error| broken(error.to_string()))
}

/// What circuits, gateways and ports may hold, unpacked only for plans.
///
/// # Errors
/// As [`DataSet::load`].
pub fn load_limits() -> Result<Limits, Failure> {
    Limits::from_packed(tables::LIMITS).map_err(|error| broken(error.to_string()))
}

/// Published round trips, unpacked only for questions about two places.
///
/// # Errors
/// As [`DataSet::load`].
pub fn load_latency() -> Result<LatencyTable, Failure> {
    reach::latency::unpacked(tables::LATENCY).map_err(|error| broken(error.to_string()))
}

fn broken(message: String) -> Failure {
    Failure { code: "broken_build", message, value: String::new(), near: Vec::new() }
}
