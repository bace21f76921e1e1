//! What the tables hold beside that which answers need: notes, words as printed, the document of each row. Loaded with the
//! cards that show every fact, apart from [`Tables`](crate::tables::Tables).

use crate::catalog::PackedError;
use crate::id::{GeopoliticalRegionId, PeeringLocationId, SourceId};
use crate::tables::{AliasTarget, ConflictRow, SourceRow};
use serde::{Deserialize, Serialize};

/// The rest of the tables. The [`SourceId`]s in it are places in its own list of documents.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Details {
    /// Every document, sorted by key.
    pub documents: Vec<Document>,
    /// For each location what was noted about its row; may be empty.
    pub location_notes: Vec<String>,
    /// For each region the rest of its row.
    pub regions: Vec<RegionDetail>,
    /// For each geopolitical region its documents.
    pub geopolitical_sources: Vec<Vec<SourceId>>,
    /// What the geopolitical table lists.
    pub members: Vec<MemberRow>,
    /// For each row of the provider table the rest of it.
    pub offers: Vec<OfferDetail>,
    /// The list of Global Reach, with those places that hold a location and are not on it.
    pub global_reach: Vec<ReachPlaceRow>,
    /// The countries of the world, sorted by code.
    pub countries: Vec<CountryRow>,
    /// For each other spelling its documents.
    pub alias_sources: Vec<Vec<SourceId>>,
    /// Every disagreement, in the order of the table.
    pub conflicts: Vec<ConflictDetail>,
    /// 95th percentiles of round trips in milliseconds, in the order of the medians of
    /// [`LatencyTable`](crate::tables::LatencyTable).
    pub p95_ms: Vec<u16>,
}

/// A document that facts were read from, with the day it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Key, title, date and reference.
    pub row: SourceRow,
    /// The day it was read, `YYYY-MM-DD`.
    pub read: String,
}

/// The rest of a row of regions.csv.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegionDetail {
    /// What was noted; may be empty.
    pub note: String,
    /// How many availability zones; none when not documented.
    pub zone_count: Option<u8>,
    /// Latitude and longitude in Azure's own metadata, as written there; empty where it has none.
    pub metadata_point: String,
}

/// A line of the geopolitical table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberRow {
    /// The geopolitical region that it is listed under.
    pub geopolitical_region: GeopoliticalRegionId,
    /// The location or region meant.
    pub target: AliasTarget,
    /// The words of the table.
    pub listed: String,
    /// Its documents.
    pub sources: Vec<SourceId>,
}

/// The rest of a row of providers.csv.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferDetail {
    /// The provider's name as this row prints it; empty when it is the name of the provider table.
    pub listed: String,
    /// Its documents.
    pub sources: Vec<SourceId>,
}

/// A row of global_reach_places.csv.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReachPlaceRow {
    /// The country or place as printed.
    pub name: String,
    /// Whether it is on the list.
    pub listed: bool,
    /// ISO 3166 alpha-2 code.
    pub country: String,
    /// The peering locations meant.
    pub locations: Vec<PeeringLocationId>,
    /// Whether the reading of the line is sure.
    pub confirmed: bool,
    /// What was seen beside the fact; may be empty.
    pub note: String,
    /// Its documents.
    pub sources: Vec<SourceId>,
}

/// A row of countries.csv.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountryRow {
    /// ISO 3166 alpha-2 code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The geopolitical region of a country that hosts a location.
    pub geopolitical_region: Option<GeopoliticalRegionId>,
    /// Other geopolitical regions that parts of it, or its national cloud, belong to.
    pub others: Vec<GeopoliticalRegionId>,
    /// What was noted; may be empty.
    pub note: String,
    /// Its documents.
    pub sources: Vec<SourceId>,
}

/// A row of conflicts.csv.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ConflictDetail {
    /// What disagrees, and how it is resolved.
    pub row: ConflictRow,
    /// What kind of fact it is about, such as `providers`.
    pub section: String,
    /// The provider concerned; may be empty.
    pub provider: String,
}

impl Details {
    /// The details packed at build time.
    ///
    /// # Errors
    /// When the bytes were not packed by this version.
    pub fn from_packed(packed: &[u8]) -> Result<Details, PackedError> {
        postcard::from_bytes(packed).map_err(|error| PackedError(error.to_string()))
    }

    /// A document; `id` is one of these details.
    pub fn document(&self, id: SourceId) -> Option<&Document> {
        self.documents.get(id.index())
    }

    /// The document with this key.
    pub fn document_of(&self, key: &str) -> Option<&Document> {
        let at = self.documents.binary_search_by(|it| it.row.key.as_str().cmp(key)).ok()?;
        self.documents.get(at)
    }

    /// The country with this code.
    pub fn country(&self, code: &str) -> Option<&CountryRow> {
        let at = self.countries.binary_search_by(|it| it.code.as_str().cmp(code)).ok()?;
        self.countries.get(at)
    }
}
