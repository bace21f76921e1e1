//! The tables of the data set: their names, columns and keys. Reader and generator share them.

/// The shape of one table.
#[derive(Debug, PartialEq, Eq)]
pub struct TableSpec {
    /// Its name: the file name without `.csv`.
    pub name: &'static str,
    /// Its columns in order: the first line of the file.
    pub columns: &'static [&'static str],
    /// How many of the first columns make a row's key.
    pub key: usize,
}

macro_rules! tables {
    ($($(#[$doc:meta])* $constant:ident = $name:literal, $key:literal, [$($column:literal),+ $(,)?];)+) => {
        $($(#[$doc])* pub const $constant: TableSpec = TableSpec { name: $name, columns: &[$($column),+], key: $key };)+

        /// Every table.
        pub const ALL: &[TableSpec] = &[$($constant),+];
    };
}

tables! {
    /// The documents that facts were read from.
    SOURCES = "sources", 1, ["key", "title", "date", "read", "reference"];
    /// Peering locations and Metro locations of every cloud.
    PEERING_LOCATIONS = "peering_locations", 1, [
        "id", "name", "cloud", "latitude", "longitude", "precision", "geopolitical_region", "country", "city",
        "facility", "pricing_zone", "local_regions", "local_documented", "er_direct", "metro", "site_ids", "note",
        "source", "source_date",
    ];
    /// Azure regions of every cloud.
    REGIONS = "regions", 1, [
        "id", "name", "cloud", "latitude", "longitude", "precision", "metadata_latitude", "metadata_longitude",
        "geography", "place", "country", "status", "access", "availability_zones", "zone_count", "paired_region",
        "geopolitical_region", "likely_geopolitical_region", "note", "source", "source_date",
    ];
    /// Geopolitical regions.
    GEOPOLITICAL_REGIONS = "geopolitical_regions", 1, ["id", "name", "cloud", "countries", "source", "source_date"];
    /// What the geopolitical table lists under each region, in its own words.
    GEOPOLITICAL_MEMBERS = "geopolitical_members", 3, [
        "geopolitical_region", "kind", "name_as_listed", "member_id", "source", "source_date",
    ];
    /// Connectivity providers at peering locations.
    PROVIDERS = "providers", 2, ["location_id", "provider", "status", "provider_as_listed", "source", "source_date"];
    /// Countries and places on the list of Global Reach, and those missing from it.
    GLOBAL_REACH_PLACES = "global_reach_places", 1, [
        "name", "listed", "country", "location_ids", "confirmed", "note", "source", "source_date",
    ];
    /// What the documents say about Global Reach.
    GLOBAL_REACH_RULES = "global_reach_rules", 1, ["rule", "value", "note", "source", "source_date"];
    /// VNet links per circuit.
    VNET_LINK_LIMITS = "vnet_link_limits", 1, [
        "bandwidth_mbps", "circuit", "local_and_standard", "premium", "source", "source_date",
    ];
    /// Routes per peering.
    ROUTE_LIMITS = "route_limits", 2, ["routes", "ip_version", "local_and_standard", "premium", "source", "source_date"];
    /// What the gateway SKUs carry.
    GATEWAY_LIMITS = "gateway_limits", 1, [
        "gateway", "mbps", "packets_per_second", "vms", "flows", "routes_learned", "circuits", "fastpath", "source",
        "source_date",
    ];
    /// Circuit sizes.
    BANDWIDTHS = "bandwidths", 1, ["bandwidth_mbps", "provider", "direct", "source", "source_date"];
    /// ExpressRoute Direct port pairs.
    DIRECT_PORTS = "direct_ports", 1, [
        "port_gbps", "port_pair", "circuit_gbps", "circuits_total_gbps", "source", "source_date",
    ];
    /// What each SKU reaches, in words.
    SKU_RULES = "sku_rules", 2, ["sku", "subject", "rule", "source", "source_date"];
    /// Published round trips between regions.
    LATENCY = "latency", 2, ["from", "to", "p50_ms", "p95_ms", "source", "source_date"];
    /// Countries, and the geopolitical region of those that host a location.
    COUNTRIES = "countries", 1, [
        "country", "name", "geopolitical_region", "other_geopolitical_regions", "basis", "note", "source",
        "source_date",
    ];
    /// Other spellings of names.
    ALIASES = "aliases", 2, ["kind", "alias", "id", "source", "source_date"];
    /// Where two sources disagree.
    CONFLICTS = "conflicts", 1, [
        "id", "section", "subject", "location_ids", "region_ids", "provider", "seen", "resolution", "source",
        "source_date",
    ];
}
