//! The generator over a world of two locations: what each fact becomes, and that the bytes are always the same.

use super::*;
use std::collections::BTreeMap;

const RULES: &str = "\
## 1. Reach

| SKU | Private | Microsoft | M365 |
| --- | --- | --- | --- |
| Local | its regions [FAQ] | the same [FAQ] | no [FAQ] |

### VNet links per circuit [LIM]

| Circuit | Local / Standard | Premium |
| --- | --- | --- |
| 1 Gbps | 10 | 50 |
| 200 and 400 Gbps (400G Direct) | not stated | not stated |

### Route limits [LIM]

| Routes | Local / Standard | Premium |
| --- | --- | --- |
| on-premises to private peering, IPv4 | 4,000 | 10,000 |

- Provider circuits: 50 Mbps; 1, 2 Gbps, full duplex, shared.

### ExpressRoute Direct [DIR]

| Port pair | Sizes | Sum |
| --- | --- | --- |
| 2 x 10 Gbps | 1, 2 | 20 Gbps [DIR-OLD] |

## 9. Gateways

| Gateway | Mbps | Packets/s | VMs | Flows | Routes | Circuits | FastPath |
| --- | --- | --- | --- | --- | --- | --- | --- |
| Standard | 1,000 | 100,000 | 2,000 | 200,000 | 4,000 | 4 | no |

## Sources

| Tag | Path | ms.date | Commit or id |
| --- | --- | --- | --- |
| LOC | l.md | 04/28/2026 | 11 |
| GEO | g.md | 11/02/2025 | fork a/b 22 |
| METRO | m.md | 05/06/2026 | 33 |
| PROV | p.md | 11/09/2025 | 44 |
| FAQ | f.md | 03/31/2026 | copy, 5 |
| CIRC | c.md | 08/27/2026 | copy, 6 |
| INTRO | i.md | 07/16/2024 | 77 |
| LIM | x.md | 10/09/2023 | 88 |
| DIR | d.md | 03/02/2026 | stored text 9, repository not named |
| DIR-OLD | same path, earlier text | 03/02/2026 | 99 |
| GW | w.md | 11/10/2025 | 12 |
| FP | fp.md | 11/05/2025 | 13 |
| GR | gr.md | 04/09/2025 | 14 |
";

const DISCREPANCIES: &str = "\
## 1. Locations

| Seen | Where | Resolution |
| --- | --- | --- |
| Lon2 | [LOC] (04/28/2026) only | kept |

## 2. Regions

| Seen | Resolution |
| --- | --- |
| Canda Central ([METRO]) | UK South |

## 3. Metro rows

| Place | Difference | Resolution |
| --- | --- | --- |
| Lon | Metro: Local to UK South; Lon2: no Local | the [METRO] page is newer |

## 4. Providers

| Location | Providers |
| --- | --- |
| lon | A |

| Location | Providers |
| --- | --- |
| lon2 | B; C |

## 6. Rules

| Subject | Disagreement | Resolution |
| --- | --- | --- |
| MTU | two | kept |
";

fn facts() -> Facts {
    let locations = "id,name,cloud,geopolitical_region,country,metro,facility,pricing_zone,local_regions,er_direct,metro_pair,site_ids,note\n\
        lon2,Lon2,public,Europe,GB,Lon,B,1,,yes,,,\n\
        lon,Lon,public,Europe,GB,Lon,A,1,UK South,yes,,,seen 11/02/2025\n\
        lon-metro,Lon Metro,public,Europe,GB,Lon,A + B,1,UK South,yes,A;B,lon;lon2,\n";
    let points = "location_name,cloud,metro,facility,country,latitude,longitude,precision,source,note\n\
        Lon,public,Lon,A,GB,51,0,facility,GeoNames 1 (Lon),\n\
        Lon2,public,Lon,B,GB,51.5,0,metro,datacenter-map,a guess\n";
    let regions = "id,display_name,cloud,kind,country,latitude,longitude,availability_zones,access,status,city_latitude,city_longitude,source,note\n\
        uksouth,UK South,public,physical,GB,50,-1,true,open,live,51.5,-0.1,AVM-dump-2026-03,\n\
        uknorth,UK North,public,physical,GB,55,-2,,unknown,announced,,,region-table-2026 (coming soon),\n";
    let reach = "kind,name,value,peering_location_ids,note,source\n\
        available,United Kingdom,GB,lon;lon2,,articles/expressroute/expressroute-global-reach.md 04/09/2025\n\
        rule,local_sku,not supported,,,articles/expressroute/expressroute-faqs.md 03/31/2026\n";
    let texts = [
        ("expressroute/discrepancies.md", DISCREPANCIES),
        ("expressroute/rules.md", RULES),
        ("expressroute/peering_locations.csv", locations),
        ("regions/metro_coordinates.csv", points),
        ("regions/azure_regions.csv", regions),
        ("expressroute/global_reach.csv", reach),
        (
            "expressroute/geopolitical_regions.csv",
            "geopolitical_region,cloud,kind,name\nEurope,public,azure_region,UK South\nEurope,public,peering_location,Lon\n",
        ),
        (
            "expressroute/providers.csv",
            "location_id,provider,status,provider_as_listed,source\nlon,A,coming soon,a,metro.md 05/06/2026\n",
        ),
        (
            "regions/countries_to_geopolitical.csv",
            "country,country_name,geopolitical_region,other_geopolitical_regions,basis,note\nGB,United Kingdom,Europe,,hosts_location,\n",
        ),
        ("regions/region_latency.csv", "from_id,to_id,rtt_ms\nuksouth,uknorth,3\n"),
        ("regions/region_latency_p95.csv", "from_id,to_id,rtt_ms\nuksouth,uknorth,5\n"),
    ];
    Facts { texts: texts.into_iter().map(|(file, text)| (file, text.to_owned())).collect() }
}

fn written(facts: &Facts) -> BTreeMap<&'static str, String> {
    tables(facts).unwrap().iter().map(|table| (table.spec.name, table.to_csv().unwrap())).collect()
}

#[track_caller]
fn check(table: &str, line: &str) {
    let text = &written(&facts())[table];
    assert!(text.lines().any(|it| it == line), "{line}\nis not in\n{text}");
}

#[test]
fn the_same_facts_give_the_same_bytes_in_any_order_of_their_rows() {
    let mut shuffled = facts();
    let locations = shuffled.texts.get_mut("expressroute/peering_locations.csv").unwrap();
    let mut lines: Vec<&str> = locations.lines().collect();
    lines[1..].reverse();
    *locations = lines.join("\n");
    assert_eq!(written(&facts()), written(&facts()));
    assert_eq!(written(&facts())["peering_locations"], written(&shuffled)["peering_locations"]);
}

#[test]
fn files_start_with_their_header_and_end_lines_with_lf() {
    for (name, text) in written(&facts()) {
        let spec = reach::table::spec::ALL.iter().find(|spec| spec.name == name).unwrap();
        assert!(text.starts_with(&format!("{}\n", spec.columns.join(","))) && text.ends_with('\n'), "{name}");
        assert!(!text.contains('\r'), "{name}");
    }
}

#[test]
fn a_metro_stands_halfway_and_is_as_coarse_as_its_coarser_site() {
    check(
        "peering_locations",
        "lon-metro,Lon Metro,public,51.25000,0.00000,city,europe,GB,Lon,A + B,1,uksouth,yes,yes,yes,lon;lon2,\
         point: halfway between its sites,METRO;GeoNames;datacenter-map,2026-05-06;2026-11-23;2024-06-23",
    );
}

#[test]
fn a_site_carries_its_point_and_the_documents_that_name_it() {
    check(
        "peering_locations",
        "lon,Lon,public,51,0,site,europe,GB,Lon,A,1,uksouth,yes,yes,no,,seen 2025-11-02,LOC;GEO;GeoNames,\
         2026-04-28;2025-11-02;2026-11-23",
    );
}

#[test]
fn a_region_stands_in_its_city_and_an_unplaced_one_has_only_a_likely_place() {
    check(
        "regions",
        "uksouth,UK South,public,51.5,-0.1,city,50,-1,,,GB,live,open,yes,,,europe,,,AVM-dump-2026-03;GeoNames;GEO,\
         2026-03-12;2026-11-23;2025-11-02",
    );
    check(
        "regions",
        "uknorth,UK North,public,55,-2,state,55,-2,,,GB,announced,unknown,,,,,europe,,region-table-2026;GEO-2024,\
         2026-11-23;2024-04-05",
    );
}

#[test]
fn limits_are_numbers_and_what_is_not_stated_stays_so() {
    check("vnet_link_limits", "1000,1 Gbps,10,50,LIM,2023-10-09");
    check("vnet_link_limits", "400000,200 and 400 Gbps (400G Direct),not stated,not stated,LIM,2023-10-09");
    check("route_limits", "on-premises to private peering,ipv4,4000,10000,LIM,2023-10-09");
    check("direct_ports", "10,2 x 10 Gbps,1;2,20,DIR;DIR-OLD,2026-03-02;2026-03-02");
    check("bandwidths", "2000,yes,yes,CIRC;INTRO;DIR,2026-08-27;2024-07-16;2026-03-02");
}

#[test]
fn disagreements_name_the_rows_they_are_about() {
    check(
        "conflicts",
        "metro-rows-lon,metro_rows,Lon,lon;lon-metro;lon2,uksouth,,Metro: Local to UK South; Lon2: no Local,\
         the Metro page is newer,METRO;LOC,2026-05-06;2026-04-28",
    );
    check(
        "conflicts",
        "local-lon2-local-column,local,Lon2: Local column,lon-metro;lon2,uksouth,,\"no Local region in the location \
         list, Local to UK South in the row of Lon Metro on the Metro page\",each row kept as printed; both are shown,\
         LOC;METRO,2026-04-28;2026-05-06",
    );
    check(
        "conflicts",
        "providers-b-at-lon2,providers,B at Lon2,lon2,,B,\"only in the provider list of 2025-11-09, not in the location \
         list of 2026-04-28\",left out: the location list is newer,LOC;PROV,2026-04-28;2025-11-09",
    );
}

#[test]
fn a_fact_that_does_not_fit_is_named_with_its_line() {
    let mut facts = facts();
    let locations = facts.texts.get_mut("expressroute/peering_locations.csv").unwrap();
    *locations = locations.replace("1,UK South,yes,,,seen", "1,UK Middle,yes,,,seen");
    let error = tables(&facts).err().unwrap();
    assert!(error.contains("peering_locations.csv line 3: no region \"UK Middle\""), "{error}");
}
