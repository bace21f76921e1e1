//! The tables of numbers in rules.md: links, routes, gateways, ports, circuit sizes, and what each SKU reaches.

use crate::cells;
use crate::data::facts::Facts;
use crate::data::markdown::{self, tags, without_tags};
use crate::data::sources::Sources;
use crate::data::world::slug;
use crate::data::write::Table;
use reach::table::spec;
use std::collections::BTreeMap;

const RULES: &str = "expressroute/rules.md";

/// vnet_link_limits.csv, one row a circuit size.
pub fn vnet_links(facts: &Facts, sources: &Sources) -> Result<Table, String> {
    let [source, date] = sources.cite(&["LIM"])?;
    let mut rows = Vec::new();
    for row in markdown::table(facts.text(RULES)?, "### VNet links per circuit")? {
        let [circuit, standard, premium] = &row[..] else { return Err(format!("VNet links: {row:?}")) };
        for mbps in sizes_mbps(circuit)? {
            rows.push(cells![mbps, circuit, plain(standard), plain(premium), source, date]);
        }
    }
    Table::new(&spec::VNET_LINK_LIMITS, rows)
}

/// route_limits.csv.
pub fn routes(facts: &Facts, sources: &Sources) -> Result<Table, String> {
    let [source, date] = sources.cite(&["LIM"])?;
    let row = |row: &Vec<String>| {
        let [routes, standard, premium] = &row[..] else { return Err(format!("route limits: {row:?}")) };
        let (routes, version) = routes.rsplit_once(", ").ok_or_else(|| format!("route limits: {routes:?}"))?;
        Ok(cells![routes, version.to_lowercase(), plain(standard), plain(premium), source, date])
    };
    let rows = markdown::table(facts.text(RULES)?, "### Route limits")?;
    Table::new(&spec::ROUTE_LIMITS, rows.iter().map(row).collect::<Result<_, String>>()?)
}

/// gateway_limits.csv.
pub fn gateways(facts: &Facts, sources: &Sources) -> Result<Table, String> {
    let row = |row: &Vec<String>| {
        let mut keys = vec!["LIM", "GW"];
        if row.first().is_some_and(|gateway| gateway.starts_with("ErGwScale")) {
            keys.push("SCALE");
        }
        let cells: Vec<String> = row.iter().map(|cell| plain(cell)).collect();
        Ok(cells.into_iter().chain(sources.cite(&keys)?).collect())
    };
    let rows = markdown::table(facts.text(RULES)?, "## 9.")?;
    Table::new(&spec::GATEWAY_LIMITS, rows.iter().map(row).collect::<Result<_, String>>()?)
}

/// direct_ports.csv.
pub fn direct_ports(facts: &Facts, sources: &Sources) -> Result<Table, String> {
    let row = |row: &Vec<String>| {
        let [pair, circuits, total] = &row[..] else { return Err(format!("Direct ports: {row:?}")) };
        let speed = pair.trim_start_matches("2 x ").trim_end_matches(" Gbps");
        let keys: Vec<String> = std::iter::once("DIR".to_owned()).chain(tags(total)).collect();
        let [source, date] = sources.cite(&keys)?;
        let total = without_tags(total);
        let total = total.trim_end_matches(" Gbps");
        Ok(cells![speed, pair, circuits.replace(", ", ";"), total, source, date])
    };
    let rows = markdown::table(facts.text(RULES)?, "### ExpressRoute Direct")?;
    Table::new(&spec::DIRECT_PORTS, rows.iter().map(row).collect::<Result<_, String>>()?)
}

/// bandwidths.csv: the circuit sizes of providers and of Direct ports.
pub fn bandwidths(facts: &Facts, sources: &Sources) -> Result<Table, String> {
    let mut offered: BTreeMap<u32, [bool; 2]> = BTreeMap::new();
    let text = facts.text(RULES)?;
    let line = text.lines().find_map(|line| line.strip_prefix("- Provider circuits: "));
    let line =
        line.and_then(|line| line.split(", full duplex").next()).ok_or("rules.md: no line of provider circuits")?;
    for part in line.split("; ") {
        for mbps in sizes_mbps(part)? {
            offered.entry(mbps).or_default()[0] = true;
        }
    }
    for row in direct_ports(facts, sources)?.rows {
        for gbps in row[2].split(';') {
            let gbps: u32 = gbps.parse().map_err(|_| format!("Direct ports: {gbps:?}"))?;
            offered.entry(gbps * 1000).or_default()[1] = true;
        }
    }
    let word = |yes: bool| if yes { "yes" } else { "no" };
    let row = |(mbps, [provider, direct]): (&u32, &[bool; 2])| {
        let keys = [("CIRC", *provider), ("INTRO", *provider), ("DIR", *direct)];
        let keys: Vec<&str> = keys.iter().filter(|(_, used)| *used).map(|(key, _)| *key).collect();
        let [source, date] = sources.cite(&keys)?;
        Ok(cells![mbps, word(*provider), word(*direct), source, date])
    };
    Table::new(&spec::BANDWIDTHS, offered.iter().map(row).collect::<Result<_, String>>()?)
}

/// sku_rules.csv: what each SKU reaches over each peering.
pub fn sku_rules(facts: &Facts, sources: &Sources) -> Result<Table, String> {
    let mut rows = Vec::new();
    for row in markdown::table(facts.text(RULES)?, "## 1.")? {
        let [sku, reach @ ..] = &row[..] else { continue };
        for (subject, rule) in ["private peering", "microsoft peering", "microsoft 365"].iter().zip(reach) {
            let [source, date] = sources.cite(&tags(rule)).map_err(|error| format!("{sku}, {subject}: {error}"))?;
            rows.push(cells![slug(sku), subject, without_tags(rule), source, date]);
        }
    }
    Table::new(&spec::SKU_RULES, rows)
}

/// `50 Mbps` → 50; `200 and 400 Gbps (400G Direct)` → 200,000 and 400,000; `1, 2 Gbps` → 1,000 and 2,000.
fn sizes_mbps(text: &str) -> Result<Vec<u32>, String> {
    let words = text.split(" (").next().unwrap_or(text);
    let (numbers, factor) = match (words.strip_suffix(" Mbps"), words.strip_suffix(" Gbps")) {
        (Some(numbers), _) => (numbers, 1),
        (_, Some(numbers)) => (numbers, 1000),
        _ => return Err(format!("not a circuit size: {text:?}")),
    };
    let size = |number: &str| number.trim().parse::<u32>().map(|number| number * factor);
    let sizes: Result<Vec<u32>, _> = numbers.replace(" and ", ",").split(',').map(size).collect();
    sizes.map_err(|_| format!("not a circuit size: {text:?}"))
}

/// A cell without tags, and its numbers without the comma of the thousands: `9,500 in all` → `9500 in all`.
fn plain(cell: &str) -> String {
    let cell = without_tags(cell);
    let letters: Vec<char> = cell.chars().collect();
    let between_digits = |place: usize| {
        let digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
        digit(place.checked_sub(1)) && digit(Some(place + 1))
    };
    let kept = letters.iter().enumerate().filter(|(place, letter)| **letter != ',' || !between_digits(*place));
    kept.map(|(_, letter)| *letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_numbers_are_read() {
        assert_eq!(sizes_mbps("200 and 400 Gbps (400G Direct)"), Ok(vec![200_000, 400_000]));
        assert_eq!(sizes_mbps("50, 100 Mbps"), Ok(vec![50, 100]));
        assert!(sizes_mbps("fast").is_err());
        assert_eq!(plain("9,500 in all"), "9500 in all");
        assert_eq!(plain("4 from 1 unit, 8 from 2"), "4 from 1 unit, 8 from 2");
    }
}
