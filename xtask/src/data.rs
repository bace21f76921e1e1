//! `cargo xtask data FACTS_DIR`: collected facts → the tables of data/, byte for byte the same every time.

mod aliases;
mod conflicts;
mod curated;
mod facts;
mod geopolitical;
mod global_reach;
mod limits;
mod locations;
mod markdown;
mod measured;
mod regions;
mod sources;
mod world;
mod write;

use crate::data::facts::Facts;
use crate::data::sources::Sources;
use crate::data::world::World;
use crate::data::write::Table;
use std::path::Path;

/// Reads the facts in `facts_dir` and writes data/*.csv. A fact that does not fit is named with its file and line.
pub fn run(facts_dir: &Path) -> Result<(), String> {
    let facts = Facts::read(facts_dir)?;
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    for table in tables(&facts)? {
        let path = data.join(format!("{}.csv", table.spec.name));
        let text = table.to_csv()?;
        std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
        println!("{:>6} rows  {}.csv", table.rows.len(), table.spec.name);
    }
    Ok(())
}

/// Every table that the facts make.
fn tables(facts: &Facts) -> Result<Vec<Table>, String> {
    let sources = Sources::of(facts)?;
    let world = World::of(facts)?;
    let (places, rules) = global_reach::tables(facts, &sources)?;
    Ok(vec![
        sources.table(),
        locations::table(facts, &world, &sources)?,
        regions::table(facts, &world, &sources)?,
        geopolitical::regions(facts, &world, &sources)?,
        geopolitical::members(facts, &world, &sources)?,
        geopolitical::countries(facts, &world, &sources)?,
        measured::providers(facts, &sources)?,
        measured::latency(facts, &sources)?,
        places,
        rules,
        limits::vnet_links(facts, &sources)?,
        limits::routes(facts, &sources)?,
        limits::gateways(facts, &sources)?,
        limits::direct_ports(facts, &sources)?,
        limits::bandwidths(facts, &sources)?,
        limits::sku_rules(facts, &sources)?,
        aliases::table(&sources)?,
        conflicts::table(facts, &world, &sources)?,
    ])
}

#[cfg(test)]
mod tests;
