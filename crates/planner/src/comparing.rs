//! A comparison of two plans, in the words of the page.

use reach::compare::{ChangeJson, CountsJson, StateJson};
use reach::phrase::phrase;
use serde_json::Value;

/// The lists of a plan with their headings, in the order of the file; the first is for the plan itself.
pub const PARTS: [(&str, &str); 8] = [
    ("", phrase("The plan")),
    ("sites", phrase("Sites")),
    ("workloads", phrase("Workloads")),
    ("direct_ports", phrase("Direct ports")),
    ("circuits", phrase("Circuits")),
    ("gateways", phrase("Gateways")),
    ("connections", phrase("Connections")),
    ("global_reach_links", phrase("Global Reach links")),
];

/// So many characters of a value are shown.
const MOST: usize = 80;

/// What a change says, such as `bandwidth: 500 → 1000`.
pub fn change_words(change: &ChangeJson) -> String {
    match (&change.field, change.change) {
        (Some(field), _) => {
            let (before, after) = (value_words(&change.before.to_string()), value_words(&change.after.to_string()));
            format!("{}: {before} → {after}", field.replace('_', " "))
        }
        (None, "removed") => part_words(|name| text(&change.before, name)),
        (None, _) => part_words(|name| text(&change.after, name)),
    }
}

fn text(part: &Value, name: &str) -> Option<String> {
    part.get(name).map(|it| it.as_str().map_or_else(|| it.to_string(), str::to_owned))
}

/// What tells a whole part best.
fn part_words(field: impl Fn(&str) -> Option<String>) -> String {
    let names = ["name", "location", "region", "tier", "provider", "sku"];
    let words: Vec<String> = names.into_iter().filter_map(&field).collect();
    let bandwidth = field("bandwidth_mbps").map(|it| words::say_with("{it} Mbps", &[("it", &it.to_string())]));
    words.into_iter().chain(bandwidth).collect::<Vec<_>>().join(", ")
}

/// A value as it stands in the file, without the quotes of a text and the signs of an object or a list.
fn value_words(json: &str) -> String {
    let bare = json
        .starts_with(['{', '['])
        .then(|| json.replace(['{', '}', '[', ']', '"'], "").replace(':', " ").replace(',', ", "));
    let plain = bare.as_deref().unwrap_or(json);
    let plain = plain.strip_prefix('"').and_then(|it| it.strip_suffix('"')).unwrap_or(plain);
    let plain = if plain == "null" { "none" } else { plain };
    match plain.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", plain.get(..end).unwrap_or_default()),
        None => plain.to_owned(),
    }
}

/// How a workload is covered, such as `reached, maximum (same metro)`; a dash where there is no such pair.
pub fn state_words(state: Option<&StateJson>) -> String {
    let Some(state) = state else { return "–".to_owned() };
    let mut words = state.state.replace('_', " ");
    if let Some(computed) = state.computed {
        words = format!("{words}, {computed}");
    }
    if !state.risks.is_empty() {
        words = format!("{words} ({})", state.risks.join(", ").replace('_', " "));
    }
    words
}

/// Findings by severity before and after, such as `2 → 0`.
pub fn counts_words(before: &CountsJson, after: &CountsJson) -> [(&'static str, String); 3] {
    [
        (phrase("Errors"), format!("{} → {}", before.error, after.error)),
        (phrase("Warnings"), format!("{} → {}", before.warning, after.warning)),
        (phrase("Advice"), format!("{} → {}", before.advice, after.advice)),
    ]
}

#[cfg(test)]
mod tests {
    use super::{change_words, state_words};
    use reach::compare::{ChangeJson, StateJson};
    use serde_json::{Value, json};

    fn change(field: Option<&str>, before: Value, after: Value) -> String {
        let (part, id) = ("circuits".to_owned(), "c1".to_owned());
        let change = if field.is_some() { "changed" } else { "added" };
        change_words(&ChangeJson { change, part, id, field: field.map(str::to_owned), before, after })
    }

    #[test]
    fn a_change_is_told_in_a_line() {
        assert_eq!(change(Some("bandwidth_mbps"), json!(500), json!(1000)), "bandwidth mbps: 500 → 1000");
        assert_eq!(change(Some("provider"), Value::Null, json!("Equinix")), "provider: none → Equinix");
        let (high, maximum) = (json!({ "resiliency": "high" }), json!({ "resiliency": "maximum" }));
        assert_eq!(change(Some("intent"), high, maximum), "intent: resiliency high → resiliency maximum");
        let circuit = json!({ "id": "c1", "location": "amsterdam", "tier": "local", "bandwidth_mbps": 1000 });
        assert_eq!(change(None, Value::Null, circuit), "amsterdam, local, 1000 Mbps");
        let long = "é".repeat(100);
        assert_eq!(change(Some("name"), json!(long), json!("b")), format!("name: {}… → b", "é".repeat(80)));
    }

    #[test]
    fn coverage_is_told_with_its_risks() {
        let state = StateJson { state: "not_reached", computed: None, risks: Vec::new() };
        assert_eq!(state_words(Some(&state)), "not reached");
        let state =
            StateJson { state: "reached", computed: Some("maximum"), risks: vec!["same_metro", "same_provider"] };
        assert_eq!(state_words(Some(&state)), "reached, maximum (same metro, same provider)");
        assert_eq!(state_words(None), "–");
    }
}
