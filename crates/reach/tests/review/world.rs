//! The real data, and plans held against it.

use expressroute_reach::catalog::Catalog;
use expressroute_reach::coverage::{Coverage, coverage_of};
use expressroute_reach::limits::Limits;
use expressroute_reach::plan::Plan;
use expressroute_reach::plan_file::from_json;
use expressroute_reach::planned::{Facts, Planned};
use expressroute_reach::review::{Finding, review};
use expressroute_reach::tables::ProviderTables;
use std::sync::LazyLock;

struct World {
    catalog: Catalog,
    limits: Limits,
    providers: ProviderTables,
}

static WORLD: LazyLock<World> = LazyLock::new(|| World {
    catalog: Catalog::from_packed(tables::CORE).unwrap(),
    limits: Limits::from_packed(tables::LIMITS).unwrap(),
    providers: postcard::from_bytes(tables::PROVIDERS).unwrap(),
});

pub fn facts() -> Facts<'static> {
    Facts {
        catalog: &WORLD.catalog,
        limits: &WORLD.limits,
        providers: &WORLD.providers,
        say: expressroute_reach::phrase::english,
    }
}

/// The plan of a whole file.
pub fn opened(json: &str) -> Plan {
    from_json(facts().catalog, json).unwrap_or_else(|error| panic!("{error} in {json}"))
}

/// The plan with these fields at the top of its file.
pub fn plan(fields: &str) -> Plan {
    opened(&format!(r#"{{ "format": "expressroute-atlas-plan", "version": 1, {fields} }}"#))
}

pub fn findings(plan: &Plan) -> Vec<Finding> {
    review(facts(), plan)
}

/// Each finding as `severity code path`, in the order given.
pub fn told(plan: &Plan) -> Vec<String> {
    findings(plan).iter().map(|it| format!("{} {} {}", it.severity().as_str(), it.code.as_str(), it.path)).collect()
}

pub fn coverage(plan: &Plan) -> Coverage {
    coverage_of(&Planned::new(facts(), plan))
}
