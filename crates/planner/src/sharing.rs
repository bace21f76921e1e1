//! A whole plan in the fragment of an address: `plan=1.` and the packed text of its file.

use crate::pack::{PackError, pack, unpack};
use reach::catalog::Catalog;
use reach::plan::Plan;
use reach::plan_file;
use reach::plan_file::error::PlanFileError;

/// The name of the part of the fragment. The page carries it from address to address: src/state/address.rs of the app.
const NAME: &str = "plan=";

/// The way of packing, before the packed text: another way gets another number.
const WAY: &str = "1.";

/// The longest address that is offered, in characters. Windows hands an address to the browser on a command line of at
/// most 32,767 characters, and Chromium's address bar shows 32,768: a longer one opens from no mail or chat there.
pub const LONGEST_ADDRESS: usize = 32_000;

/// Why a shared plan cannot be shown.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.told())]
pub enum SharedError {
    /// Packed in a way of a later Atlas, or in none.
    OtherWay,
    /// The packed text cannot be unpacked.
    Packed(#[from] PackError),
    /// What was unpacked is no plan.
    Plan(#[from] PlanFileError),
}

impl SharedError {
    fn told(&self) -> String {
        match self {
            SharedError::OtherWay => words::said(
                "it is packed in a way that this Atlas does not know: open it with a newer Atlas, or copy the whole of it again",
            ),
            SharedError::Packed(error) => words::say_with(
                "{error}: copy the whole address again, or ask for the plan as a file",
                &[("error", &error.to_string())],
            ),
            SharedError::Plan(error) => error.told_in(words::say_with),
        }
    }
}

/// The address that shows `plan` as a copy in the planner. `page` is the page's own, without a fragment.
pub fn address(page: &str, catalog: &Catalog, plan: &Plan) -> String {
    [page, "#page=planner&", NAME, WAY, &pack(&plan_file::to_json(catalog, plan))].concat()
}

/// The shared plan in a fragment, packed; none when there is none.
pub fn packed_in(fragment: &str) -> Option<&str> {
    fragment.trim_start_matches('#').split('&').find_map(|part| part.strip_prefix(NAME))
}

/// The fragment without the shared plan.
pub fn without_plan(fragment: &str) -> String {
    let parts = fragment.trim_start_matches('#').split('&').filter(|it| !it.is_empty() && !it.starts_with(NAME));
    let rest = parts.collect::<Vec<_>>().join("&");
    if rest.is_empty() { rest } else { format!("#{rest}") }
}

/// The plan that was shared.
///
/// # Errors
/// When it did not arrive whole, or is no plan; says what to do.
pub fn plan_of(catalog: &Catalog, packed: &str) -> Result<Plan, SharedError> {
    let packed = packed.strip_prefix(WAY).ok_or(SharedError::OtherWay)?;
    Ok(plan_file::from_json(catalog, unpack(packed)?)?)
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_ADDRESS, address, packed_in, plan_of, without_plan};
    use crate::pack::pack;
    use reach::catalog::Catalog;
    use reach::plan_file::{from_json, to_json};

    fn catalog() -> Catalog {
        Catalog::from_packed(tables::CORE).unwrap()
    }

    /// The text of a plan in tests/fixtures.
    fn fixture(path: &str) -> String {
        std::fs::read_to_string(format!("{}/../../tests/fixtures/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
    }

    #[test]
    fn an_address_carries_the_whole_plan() {
        let catalog = catalog();
        for path in ["versions/v1.json", "plans/global-reach-mesh-of-four.json", "plans/two-sites-one-region.json"] {
            let plan = from_json(&catalog, fixture(path)).unwrap();
            let address = address("https://atlas.example/", &catalog, &plan);
            assert!(
                address.starts_with("https://atlas.example/#page=planner&plan=1.") && address.len() < LONGEST_ADDRESS
            );
            let (_, fragment) = address.split_once('#').unwrap();
            let arrived = plan_of(&catalog, packed_in(fragment).unwrap()).unwrap();
            assert_eq!(to_json(&catalog, &arrived), to_json(&catalog, &plan), "{path}");
        }
    }

    /// A plan of this many parts whose names do not repeat, of one list.
    fn plan_of_many(list: &str, count: u64, part: fn(u64, u64) -> String) -> String {
        let random = |at: u64| at.wrapping_add(7).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let parts: Vec<String> = (0..count).map(|at| part(at, random(at))).collect();
        format!(r#"{{"format":"expressroute-atlas-plan","version":1,"{list}":[{}]}}"#, parts.join(","))
    }

    #[test]
    fn an_address_holds_hundreds_of_circuits_and_the_browser_ten_plans_of_ten_thousand_sites() {
        let catalog = catalog();
        let circuits = plan_of_many("circuits", 300, |at, random| {
            format!(
                r#"{{"id":"c{at}","location":"london","tier":"standard","provider":"{random:x}","bandwidth_mbps":1000}}"#
            )
        });
        let plan = from_json(&catalog, circuits).unwrap();
        let length = address("https://atlas.example/", &catalog, &plan).len();
        assert!(length < LONGEST_ADDRESS, "{length}");
        let sites = plan_of_many("sites", 10_000, |at, random| {
            let (latitude, longitude) = (random % 90, random / 90 % 180);
            format!(
                r#"{{"id":"s{at}","name":"{random:x}","latitude":{latitude}.{},"longitude":{longitude}.5}}"#,
                random % 997
            )
        });
        let length = pack(&to_json(&catalog, &from_json(&catalog, sites).unwrap())).len();
        assert!(length < 500_000, "{length}");
    }

    #[test]
    fn the_plan_is_one_part_of_the_fragment_among_others() {
        assert_eq!(packed_in("#at=amsterdam&plan=1.abc&view=1,2,3"), Some("1.abc"));
        assert_eq!(packed_in("#at=amsterdam&page=planner"), None);
        assert_eq!(without_plan("#at=amsterdam&plan=1.abc&view=1,2,3"), "#at=amsterdam&view=1,2,3");
        assert_eq!(without_plan("#plan=1.abc"), "");
    }

    #[test]
    fn a_hostile_fragment_is_told_and_gives_no_plan() {
        let told = |packed: &str| plan_of(&catalog(), packed).unwrap_err().to_string();
        assert!(told("").contains("newer Atlas"));
        assert!(told("2.abc").contains("newer Atlas"));
        assert!(told("1.").contains("cut short"));
        assert!(told("1.<script>").contains("do not belong there"));
        assert!(told(&format!("1.{}", pack("[[[["))).contains("line 1"));
        let newer = pack(r#"{ "format": "expressroute-atlas-plan", "version": 9 }"#);
        assert!(told(&format!("1.{newer}")).starts_with("/version: "));
    }
}
