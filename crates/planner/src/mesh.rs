//! The mesh of Global Reach: which link would join two sites best.

use crate::judge::{Judged, judged};
use reach::catalog::Catalog;
use reach::coverage::mesh::Ends;
use reach::link::LinkVerdict;

/// So many circuits of a site are tried.
const MOST: usize = 16;

/// The circuits that a link between two sites should join: the first pair that can be linked, else one that Premium
/// would let be linked, else the first. None when a site has no circuit.
pub fn best_link(catalog: &Catalog, of: &Judged, ends: &Ends) -> Option<(String, String)> {
    let circuits = |side: &[usize]| -> Vec<&str> {
        side.iter().take(MOST).filter_map(|at| of.plan.circuits.get(*at)).map(|it| it.id.as_str()).collect()
    };
    let [from, to] = ends.circuits.each_ref().map(|it| circuits(it));
    let rank = |(from, to): &(&str, &str)| match judged(catalog, &of.plan, from, to).map(|it| it.verdict) {
        Some(LinkVerdict::Linkable) => 0,
        Some(LinkVerdict::NotDocumented) => 1,
        Some(LinkVerdict::NeedsPremium) => 2,
        Some(LinkVerdict::NotLinkable) | None => 3,
    };
    let pairs = from.iter().flat_map(|from| to.iter().map(move |to| (*from, *to)));
    let (from, to) = pairs.min_by_key(rank)?;
    Some((from.to_owned(), to.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::best_link;
    use crate::judge::Judged;
    use reach::catalog::Catalog;
    use reach::limits::Limits;
    use reach::plan_file::from_json;
    use reach::planned::Facts;
    use reach::tables::ProviderTables;
    use std::sync::Arc;

    #[test]
    fn a_missing_pair_is_joined_by_circuits_that_can_be_linked() {
        let catalog = Catalog::from_packed(tables::CORE).unwrap();
        let limits = Limits::from_packed(tables::LIMITS).unwrap();
        let providers = ProviderTables::from_packed(tables::PROVIDERS).unwrap();
        let facts = Facts { catalog: &catalog, limits: &limits, providers: &providers, say: reach::phrase::english };
        let circuit = |id: &str, site: &str, location: &str, tier: &str| {
            format!(r#"{{"id":"{id}","site":"{site}","location":"{location}","tier":"{tier}"}}"#)
        };
        let circuits = [
            circuit("a-local", "a", "amsterdam", "local"),
            circuit("a", "a", "amsterdam", "standard"),
            circuit("b", "b", "frankfurt", "standard"),
            circuit("c", "c", "london", "standard"),
        ];
        let json = format!(
            r#"{{"format":"expressroute-atlas-plan","version":1,
            "sites":[{{"id":"a"}},{{"id":"b"}},{{"id":"c"}}],"circuits":[{}],
            "global_reach_links":[{{"from":"a","to":"b"}},{{"from":"b","to":"c"}}]}}"#,
            circuits.join(",")
        );
        let judged = Judged::new(facts, Arc::new(from_json(&catalog, json).unwrap()));
        let [missing] = judged.coverage.mesh.missing.as_slice() else { panic!("a and c alone lack a link") };
        assert_eq!(best_link(&catalog, &judged, missing), Some(("a".to_owned(), "c".to_owned())), "not the Local one");
    }
}
