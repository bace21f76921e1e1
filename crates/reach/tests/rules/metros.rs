//! Every Metro location: its sites, and the regions on its own row, typed from the Metro page.

use crate::world::{catalog, check, check_link, location};
use reach::geo::LonLat;
use reach::sku::Cloud;

/// Metro location, its sites as far as they have rows, its Local regions.
const METROS: &[(&str, &[&str], &[&str])] = &[
    ("amsterdam-metro", &["amsterdam", "amsterdam2"], &["westeurope"]),
    ("atlanta-metro", &["atlanta", "atlanta2"], &[]),
    ("brussels-metro", &["brussels", "brussels2"], &["belgiumcentral"]),
    ("chicago-metro", &["chicago", "chicago2"], &["northcentralus"]),
    ("copenhagen-metro", &["copenhagen"], &["denmarkeast"]),
    ("dallas-metro", &["dallas", "dallas2"], &[]),
    ("dublin-metro", &["dublin", "dublin2"], &["northeurope"]),
    ("frankfurt-metro", &["frankfurt", "frankfurt2"], &["germanywestcentral"]),
    ("hong-kong-metro", &["hong-kong", "hong-kong2"], &["eastasia"]),
    ("jakarta-metro", &["jakarta", "jakarta2"], &["indonesiacentral"]),
    ("johannesburg-metro", &["johannesburg"], &["southafricanorth"]),
    ("madrid-metro", &["madrid", "madrid2"], &["spaincentral"]),
    ("melbourne-metro", &["melbourne", "melbourne2"], &["australiasoutheast"]),
    ("milan-metro", &["milan", "milan2"], &["italynorth"]),
    ("mumbai-metro", &["mumbai", "mumbai2"], &["westindia"]),
    ("new-york-metro", &["new-york", "new-york2"], &[]),
    ("oslo-metro", &["oslo", "oslo2"], &["norwayeast"]),
    ("paris-metro", &["paris", "paris2"], &["francecentral"]),
    ("phoenix-metro", &["phoenix", "phoenix2"], &["westus3"]),
    ("silicon-valley-metro", &["silicon-valley", "silicon-valley2"], &["westus"]),
    ("singapore-metro", &["singapore", "singapore2"], &["southeastasia"]),
    ("stockholm-metro", &["stockholm", "stockholm2"], &["swedencentral"]),
    ("sydney-metro", &["sydney", "sydney2"], &["australiaeast"]),
    ("taipei-metro", &["taipei", "taipei2"], &["taiwannorth"]),
    ("toronto-metro", &["toronto", "toronto2"], &["canadacentral"]),
    ("vienna-metro", &["vienna", "vienna2"], &["austriaeast"]),
    ("washington-dc-metro", &["washington-dc", "washington-dc2"], &["eastus", "eastus2"]),
    ("zurich-metro", &["zurich", "zurich2"], &["switzerlandnorth"]),
];

/// Metro locations in countries that the list of Global Reach leaves out.
const NOT_LISTED: [&str; 2] = ["jakarta-metro", "vienna-metro"];

#[test]
fn the_list_holds_every_metro_location_and_no_other() {
    let rows = catalog().location_ids().map(|id| catalog().location(id)).filter(|row| row.metro);
    let slugs: Vec<&str> = rows.map(|row| row.slug.as_str()).collect();
    assert_eq!(slugs, METROS.iter().map(|(slug, _, _)| *slug).collect::<Vec<_>>());
}

#[test]
fn each_metro_takes_sites_and_local_regions_from_its_own_row() {
    for (slug, sites, local) in METROS {
        let row = catalog().location(location(slug));
        assert_eq!(row.cloud, Cloud::Public, "{slug}");
        assert_eq!(row.sites, sites.iter().map(|site| location(site)).collect::<Vec<_>>(), "{slug}");
        for region in *local {
            check(&format!("{slug} local"), region, "reachable");
            check(&format!("{slug} standard"), region, "reachable");
            check(&format!("{slug} premium"), region, "reachable");
        }
        if local.is_empty() {
            check(&format!("{slug} local"), "East US", "local_not_offered");
        } else {
            check(&format!("{slug} local"), "Chile Central", "not_documented, likely needs_premium");
        }
    }
}

#[test]
fn no_source_says_whether_a_metro_can_be_linked_not_even_beside_its_own_sites() {
    for (slug, sites, _) in METROS {
        let expected = match NOT_LISTED.contains(slug) {
            true => "not_linkable; fails place_not_listed, not_documented",
            false => "not_documented, likely linkable; fails not_documented",
        };
        for site in *sites {
            check_link(&format!("{slug} standard"), &format!("{site} standard"), expected);
        }
    }
}

/// The middle of points in three dimensions, brought back to the sphere.
fn middle(points: &[LonLat]) -> LonLat {
    let sum = points.iter().fold([0.0_f64; 3], |[x, y, z], point| {
        let (lon, lat) = (point.lon().to_radians(), point.lat().to_radians());
        [x + lat.cos() * lon.cos(), y + lat.cos() * lon.sin(), z + lat.sin()]
    });
    let lat = sum[2].atan2(sum[0].hypot(sum[1])).to_degrees();
    LonLat::new(sum[1].atan2(sum[0]).to_degrees(), lat).unwrap()
}

#[test]
fn a_metro_stands_between_its_sites_or_at_the_only_one_known() {
    for (slug, sites, _) in METROS {
        let points: Vec<LonLat> = sites.iter().map(|site| catalog().location_point(location(site))).collect();
        let (here, expected) = (catalog().location_point(location(slug)), middle(&points));
        let apart = (here.lon() - expected.lon()).abs().max((here.lat() - expected.lat()).abs());
        // The table keeps five decimals of a degree, about a meter.
        assert!(apart < 0.00002, "{slug}: {here:?} against {expected:?}");
        let coarsest = sites.iter().map(|site| catalog().location(location(site)).precision).max();
        assert!(Some(catalog().location(location(slug)).precision) >= coarsest, "{slug}");
    }
}
