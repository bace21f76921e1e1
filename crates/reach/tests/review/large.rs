//! Plans that are large or hostile: they are answered, and the answer is bounded. How long it takes is for people to see.

use crate::world::{coverage, findings, opened};
use expressroute_reach::plan::Plan;

/// A file of `count` copies of each part, all tangled with each other.
fn tangled(count: usize) -> Plan {
    let list = |part: &dyn Fn(usize) -> String| (0..count).map(part).collect::<Vec<_>>().join(",");
    opened(&format!(
        r#"{{ "format": "expressroute-atlas-plan", "version": 1,
        "sites": [{}], "workloads": [{}], "gateways": [{}], "circuits": [{}], "connections": [{}], "global_reach_links": [{}] }}"#,
        list(&|at| format!(r#"{{"id":"s{at}"}}"#)),
        list(&|at| format!(r#"{{"id":"w{at}","kind":"region","region":"uksouth"}}"#)),
        list(&|at| format!(r#"{{"id":"g{at}","region":"uksouth","sku":"ergw1az"}}"#)),
        list(&|at| format!(
            r#"{{"id":"c{at}","site":"s{at}","location":"london","tier":"local","provider":"no{at}"}}"#
        )),
        // Every circuit is connected to all workloads through one gateway.
        list(&|at| format!(r#"{{"circuit":"c{at}","gateway":"g0"}}"#)),
        // One star of links: every pair of its points is missing.
        list(&|at| format!(r#"{{"from":"c0","to":"c{at}","prefix":"10.0.0.0/29"}}"#)),
    ))
}

#[test]
fn a_tangled_plan_gets_a_bounded_answer() {
    let plan = tangled(2_000);
    let coverage = coverage(&plan);
    // 4,000,000 pairs of site and workload, of which at most 200,000 with ways are looked at, and as many cells listed.
    assert!(coverage.cells.len() <= 200_000, "{}", coverage.cells.len());
    assert_eq!(coverage.cells.len() + coverage.left_out, 4_000_000);
    assert_eq!(coverage.mesh.missing.len(), expressroute_reach::coverage::mesh::MOST_PAIRS);
    assert_eq!(coverage.mesh.missing.len() + coverage.mesh.missing_left_out, 1_999 * 1_998 / 2);
}

#[test]
fn what_is_found_very_often_is_listed_a_thousand_times_and_counted() {
    let peerings = vec![r#"{"kind":"private","vlan":1,"bfd":false}"#; 20_000].join(",");
    let plan = opened(&format!(
        r#"{{ "format": "expressroute-atlas-plan", "version": 1,
        "circuits": [{{"id": "c1", "location": "london", "peerings": [{peerings}]}}] }}"#
    ));
    let findings = findings(&plan);
    let twice: Vec<_> = findings.iter().filter(|it| it.code.as_str() == "peering_twice").collect();
    assert_eq!(twice.len(), 1_001);
    assert_eq!(
        (twice[0].path.as_str(), twice[999].path.as_str()),
        ("/circuits/0/peerings/1", "/circuits/0/peerings/1000")
    );
    // The first peering is no second one; 19,999 others are.
    assert_eq!(twice[1000].path, "/circuits/0/peerings/1001");
    assert_eq!(twice[1000].message, "18999 more like it are not listed, from here on. Mend the ones above first.");
    assert_eq!(twice[1000].fix, None);
    assert!(findings.is_sorted_by_key(|it| it.severity()));
}
