//! Ids made from names.

use crate::names::folded;
use std::collections::BTreeMap;

/// The longest id that is made from a name.
const LONGEST: usize = 60;

/// Gives each site of a text an id of its own.
#[derive(Default)]
pub(super) struct Ids {
    /// For every id that was wanted, how often; and every id that was given.
    seen: BTreeMap<String, u32>,
}

impl Ids {
    /// A slug of `name`, with a number behind it when it is taken.
    pub(super) fn take(&mut self, name: &str) -> String {
        let base = slug(name);
        loop {
            let times = self.seen.entry(base.clone()).and_modify(|it| *it += 1).or_insert(1);
            if *times == 1 {
                return base;
            }
            let id = format!("{base}-{times}");
            if !self.seen.contains_key(&id) {
                self.seen.insert(id.clone(), 1);
                return id;
            }
        }
    }
}

/// Small letters and digits of the Latin alphabet, words parted by hyphens; `site` when nothing is left.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for word in name.split(|it: char| !it.is_alphanumeric()).take(LONGEST) {
        let word: String = folded(word).chars().filter(char::is_ascii_alphanumeric).collect();
        if word.is_empty() || slug.len() + word.len() > LONGEST {
            continue;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word);
    }
    if slug.is_empty() { "site".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::{Ids, slug};

    #[test]
    fn an_id_is_made_of_what_a_name_says() {
        assert_eq!(slug("Amsterdam HQ"), "amsterdam-hq");
        assert_eq!(slug("São Paulo (2)"), "sao-paulo-2");
        assert_eq!(slug("東京"), "site");
        assert_eq!(slug(""), "site");
        assert_eq!(slug(&"x".repeat(100)), "site", "a word longer than any id");
    }

    #[test]
    fn equal_names_get_numbers_and_take_no_other_id() {
        let mut ids = Ids::default();
        let taken: Vec<String> = ["Shop", "shop-2", "Shop", "Shop", "shop 2"].iter().map(|it| ids.take(it)).collect();
        assert_eq!(taken, ["shop", "shop-2", "shop-3", "shop-4", "shop-2-2"]);
    }
}
