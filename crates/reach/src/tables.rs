//! The rows of the data set, as they are packed for every target.
//!
//! References are places in the other tables. Every table with a slug is sorted by it.

use crate::geo::DistanceBasis;
use crate::id::{GeopoliticalRegionId, PeeringLocationId, RegionId, SourceId};
use crate::sku::Cloud;
use serde::{Deserialize, Serialize};

/// Everything an answer needs.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Tables {
    /// The date of the location list, `YYYY-MM-DD`: the version of the data set.
    pub version: String,
    /// The documents that facts were read from.
    pub sources: Vec<SourceRow>,
    /// The geopolitical regions of every cloud.
    pub geopolitical_regions: Vec<GeopoliticalRegionRow>,
    /// The peering locations of every cloud, Metro locations included.
    pub locations: Vec<LocationRow>,
    /// The Azure regions of every cloud, whatever their status.
    pub regions: Vec<RegionRow>,
    /// Places on the list of Global Reach.
    pub global_reach: Vec<GlobalReachRow>,
    /// Where two sources disagree about a location; the whole table stands in the details.
    pub conflicts: Vec<ConflictRow>,
    /// Other spellings of names.
    pub aliases: Vec<AliasRow>,
    /// The documents behind the rules, by their key.
    pub rule_sources: RuleSources,
}

/// A document that facts were read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceRow {
    /// The short key that rows name it by, such as `LOC`.
    pub key: String,
    /// The document's title.
    pub title: String,
    /// Its date, `YYYY-MM-DD`; empty when the document carries none.
    pub date: String,
    /// Where it stands: repository, path and commit.
    pub reference: String,
}

/// The documents behind the rules of docs/rules.md.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RuleSources {
    /// Locations with their Local regions (the provider table).
    pub locations: SourceId,
    /// Geopolitical regions.
    pub geopolitical: SourceId,
    /// Metro locations.
    pub metro: SourceId,
    /// The frequently asked questions, where most rules stand.
    pub faq: SourceId,
    /// The introduction: what Premium reaches.
    pub introduction: SourceId,
    /// The countries and places of Global Reach.
    pub global_reach: SourceId,
    /// Round trips between regions.
    pub latency: SourceId,
}

impl Default for RuleSources {
    fn default() -> Self {
        let first = SourceId(0);
        RuleSources {
            locations: first,
            geopolitical: first,
            metro: first,
            faq: first,
            introduction: first,
            global_reach: first,
            latency: first,
        }
    }
}

/// A geopolitical region.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GeopoliticalRegionRow {
    /// Its slug, such as `north-america`.
    pub slug: String,
    /// Its name as the table prints it.
    pub name: String,
    /// The cloud it belongs to.
    pub cloud: Cloud,
    /// ISO 3166 alpha-2 codes of the countries with a peering location in it.
    pub countries: Vec<String>,
}

/// A point in ten-millionths of a degree: exact for every source, and equal on every target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedPoint {
    /// East positive.
    pub lon_e7: i32,
    /// North positive.
    pub lat_e7: i32,
}

/// A peering location, or a Metro location.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LocationRow {
    /// Its slug, such as `amsterdam2`, unique over all clouds.
    pub slug: String,
    /// Its name as the location list prints it, unique within a cloud.
    pub name: String,
    /// The cloud it belongs to.
    pub cloud: Cloud,
    /// The geopolitical region it lies in.
    pub geopolitical_region: GeopoliticalRegionId,
    /// ISO 3166 alpha-2 code.
    pub country: String,
    /// The city that its sites share.
    pub city: String,
    /// The building, as printed; empty when not documented.
    pub facility: String,
    /// 1 to 4; none when not documented.
    pub pricing_zone: Option<u8>,
    /// The regions a Local circuit reaches; an empty list says that Local is not offered, none that nothing is known.
    pub local_regions: Option<Vec<RegionId>>,
    /// Whether ExpressRoute Direct ports are offered; none when not documented.
    pub direct: Option<bool>,
    /// A Metro location: one circuit over two sites of the city.
    pub metro: bool,
    /// The locations that a Metro location is made of, as far as they have rows.
    pub sites: Vec<PeeringLocationId>,
    /// Where it stands; a Metro location: between its sites.
    pub point: PackedPoint,
    /// `Site` for a building, `City` for a city.
    pub precision: DistanceBasis,
    /// Connectivity providers available there.
    pub providers_available: u16,
    /// Connectivity providers announced there.
    pub providers_coming: u16,
    /// The documents of this row.
    pub sources: Vec<SourceId>,
}

/// What becomes of a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegionStatus {
    /// In use.
    Live,
    /// Made public, not in use yet.
    Announced,
    /// For early updates only; customers do not choose it.
    Canary,
    /// No longer listed.
    Retired,
}

/// Who may deploy into a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegionAccess {
    /// Everyone.
    Open,
    /// Some customers only.
    Restricted,
    /// Not documented.
    Unknown,
}

/// An Azure region.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RegionRow {
    /// The name in Azure's interfaces, such as `westeurope`.
    pub slug: String,
    /// The name that Azure shows.
    pub name: String,
    /// The cloud it belongs to.
    pub cloud: Cloud,
    /// The geography, such as `Europe`.
    pub geography: String,
    /// The published place: a city, a state or a country; may be empty.
    pub place: String,
    /// ISO 3166 alpha-2 code.
    pub country: String,
    /// Whether it is in use.
    pub status: RegionStatus,
    /// Who may deploy into it.
    pub access: RegionAccess,
    /// Whether it has availability zones; none when not documented.
    pub zones: Option<bool>,
    /// The region it is paired with.
    pub pair: Option<RegionId>,
    /// The point that distances are taken from: its city where published.
    pub point: PackedPoint,
    /// `City` where the city is published, otherwise `State`.
    pub precision: DistanceBasis,
    /// Where the geopolitical table places it.
    pub geopolitical_region: Option<GeopoliticalRegionId>,
    /// Where it is likely to belong when the table does not place it, by where it lies: never a placement.
    pub likely_geopolitical_region: Option<GeopoliticalRegionId>,
    /// The documents of this row.
    pub sources: Vec<SourceId>,
}

/// A line of the list of Global Reach.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GlobalReachRow {
    /// The country or place as printed.
    pub name: String,
    /// The peering locations meant.
    pub locations: Vec<PeeringLocationId>,
    /// Whether the reading of the line is sure.
    pub confirmed: bool,
    /// What was seen beside the fact; may be empty.
    pub note: String,
}

/// A place where two sources disagree, or one source is at odds with itself.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ConflictRow {
    /// What it is about, in a few words.
    pub subject: String,
    /// The peering locations concerned.
    pub locations: Vec<PeeringLocationId>,
    /// The regions concerned.
    pub regions: Vec<RegionId>,
    /// What was seen.
    pub seen: String,
    /// How the data set resolves it.
    pub resolution: String,
    /// The documents that disagree.
    pub sources: Vec<SourceId>,
}

/// What an alias names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AliasTarget {
    /// A peering location.
    Location(PeeringLocationId),
    /// An Azure region.
    Region(RegionId),
}

/// Another spelling of a name.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AliasRow {
    /// The spelling as printed somewhere.
    pub alias: String,
    /// What it names.
    pub target: AliasTarget,
}

/// Who offers circuits where: loaded on demand, apart from [`Tables`].
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ProviderTables {
    /// Provider names, sorted.
    pub providers: Vec<String>,
    /// One row a provider and location, sorted by location, then provider.
    pub offers: Vec<OfferRow>,
}

impl ProviderTables {
    /// The providers packed at build time.
    ///
    /// # Errors
    /// When the bytes were not packed by this version.
    pub fn from_packed(packed: &[u8]) -> Result<ProviderTables, crate::catalog::PackedError> {
        postcard::from_bytes(packed).map_err(|error| crate::catalog::PackedError(error.to_string()))
    }
}

/// A provider at a location.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferRow {
    /// Where.
    pub location: PeeringLocationId,
    /// Who: a place in [`ProviderTables::providers`].
    pub provider: u16,
    /// False while the documents say "coming soon": circuit creation fails until then.
    pub available: bool,
}

/// Published round trips between regions: loaded on demand.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct LatencyTable {
    /// The date of the measurements.
    pub date: String,
    /// The regions measured.
    pub regions: Vec<RegionId>,
    /// Median round trips in milliseconds, row by row from each region to each, 0 on the diagonal.
    pub median_ms: Vec<u16>,
}
