//! Names as people type them: case, spaces, hyphens, dots, brackets and diacritics do not count.

use crate::catalog::Catalog;
use crate::id::{GeopoliticalRegionId, PeeringLocationId, RegionId};
use crate::sku::Cloud;
use crate::tables::AliasTarget;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name that is not one thing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing is called that.
    #[error("no {what} named {value:?}{}", did_you_mean(near))]
    Unknown {
        /// What was looked for, such as "peering location".
        what: &'static str,
        /// The name as typed.
        value: String,
        /// Names that are near, best first.
        near: Vec<String>,
    },
    /// Several things are called that.
    #[error("{value:?} names more than one {what}: use one of {}", near.join(", "))]
    Ambiguous {
        /// What was looked for.
        what: &'static str,
        /// The name as typed.
        value: String,
        /// The ids of all that it names.
        near: Vec<String>,
    },
}

impl NameError {
    /// The stable code in JSON: `unknown_name` or `ambiguous_name`.
    pub fn code(&self) -> &'static str {
        match self {
            NameError::Unknown { .. } => "unknown_name",
            NameError::Ambiguous { .. } => "ambiguous_name",
        }
    }

    /// The name as typed.
    pub fn value(&self) -> &str {
        let (NameError::Unknown { value, .. } | NameError::Ambiguous { value, .. }) = self;
        value
    }

    /// What to try instead, best first.
    pub fn near(&self) -> &[String] {
        let (NameError::Unknown { near, .. } | NameError::Ambiguous { near, .. }) = self;
        near
    }
}

fn did_you_mean(near: &[String]) -> String {
    match near {
        [] => String::new(),
        names => format!("; did you mean {}?", names.join(", ")),
    }
}

/// A name reduced to what counts: letters and digits, small, without diacritics.
pub fn folded(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for letter in name.nfd().filter(|it| !is_combining_mark(*it)).flat_map(char::to_lowercase) {
        // These letters have no decomposition, and people type their plain neighbors.
        match letter {
            'ø' => key.push('o'),
            'ł' => key.push('l'),
            'ı' => key.push('i'),
            'đ' | 'ð' => key.push('d'),
            'ß' => key.push_str("ss"),
            'æ' => key.push_str("ae"),
            'œ' => key.push_str("oe"),
            'þ' => key.push_str("th"),
            other if other.is_alphanumeric() => key.push(other),
            _ => {}
        }
    }
    key
}

/// Every name of the catalog, ready to be looked up.
#[derive(Debug)]
pub struct Names {
    locations: Vec<Name<PeeringLocationId>>,
    regions: Vec<Name<RegionId>>,
    geopolitical_regions: Vec<Name<GeopoliticalRegionId>>,
}

#[derive(Debug)]
struct Name<Id> {
    key: String,
    shown: String,
    slug: String,
    cloud: Cloud,
    id: Id,
}

impl Names {
    /// The names, slugs and aliases of all rows.
    pub fn new(catalog: &Catalog) -> Names {
        let tables = catalog.tables();
        let mut names = Names { locations: Vec::new(), regions: Vec::new(), geopolitical_regions: Vec::new() };
        for id in catalog.location_ids() {
            let row = catalog.location(id);
            add(&mut names.locations, [&row.name, &row.slug], &row.name, &row.slug, row.cloud, id);
        }
        for id in catalog.region_ids() {
            let row = catalog.region(id);
            add(&mut names.regions, [&row.name, &row.slug], &row.name, &row.slug, row.cloud, id);
        }
        for id in catalog.geopolitical_region_ids() {
            let row = catalog.geopolitical_region(id);
            add(&mut names.geopolitical_regions, [&row.name, &row.slug], &row.name, &row.slug, row.cloud, id);
        }
        for alias in &tables.aliases {
            match alias.target {
                AliasTarget::Location(id) => {
                    let row = catalog.location(id);
                    add(&mut names.locations, [&alias.alias], &row.name, &row.slug, row.cloud, id);
                }
                AliasTarget::Region(id) => {
                    let row = catalog.region(id);
                    add(&mut names.regions, [&alias.alias], &row.name, &row.slug, row.cloud, id);
                }
            }
        }
        names
    }

    /// The peering location called `text` in `cloud`, or, when nothing there is, the only one of another cloud.
    ///
    /// # Errors
    /// When no location, or more than one, is called that.
    pub fn location(&self, text: &str, cloud: Cloud) -> Result<PeeringLocationId, NameError> {
        find_nearby(&self.locations, "peering location", text, cloud)
    }

    /// As [`Names::location`], in `cloud` only.
    ///
    /// # Errors
    /// When no location of `cloud`, or more than one, is called that.
    pub fn location_within(&self, text: &str, cloud: Cloud) -> Result<PeeringLocationId, NameError> {
        find_within(&self.locations, "peering location", text, cloud)
    }

    /// The Azure region called `text` in `cloud`, or, when nothing there is, the only one of another cloud.
    ///
    /// # Errors
    /// When no region, or more than one, is called that.
    pub fn region(&self, text: &str, cloud: Cloud) -> Result<RegionId, NameError> {
        find_nearby(&self.regions, "Azure region", text, cloud)
    }

    /// As [`Names::region`], in `cloud` only.
    ///
    /// # Errors
    /// When no region of `cloud`, or more than one, is called that.
    pub fn region_within(&self, text: &str, cloud: Cloud) -> Result<RegionId, NameError> {
        find_within(&self.regions, "Azure region", text, cloud)
    }

    /// The geopolitical region called `text` in `cloud`, or, when nothing there is, the only one of another cloud.
    ///
    /// # Errors
    /// When no geopolitical region, or more than one, is called that.
    pub fn geopolitical_region(&self, text: &str, cloud: Cloud) -> Result<GeopoliticalRegionId, NameError> {
        find_nearby(&self.geopolitical_regions, "geopolitical region", text, cloud)
    }

    /// As [`Names::geopolitical_region`], in `cloud` only.
    ///
    /// # Errors
    /// When no geopolitical region of `cloud`, or more than one, is called that.
    pub fn geopolitical_region_within(&self, text: &str, cloud: Cloud) -> Result<GeopoliticalRegionId, NameError> {
        find_within(&self.geopolitical_regions, "geopolitical region", text, cloud)
    }
}

fn add<Id: Copy, const N: usize>(
    names: &mut Vec<Name<Id>>,
    spellings: [&String; N],
    shown: &str,
    slug: &str,
    cloud: Cloud,
    id: Id,
) {
    for spelling in spellings {
        names.push(Name { key: folded(spelling), shown: shown.to_owned(), slug: slug.to_owned(), cloud, id });
    }
}

fn find_nearby<Id: Copy + PartialEq>(
    names: &[Name<Id>],
    what: &'static str,
    text: &str,
    cloud: Cloud,
) -> Result<Id, NameError> {
    let within = find_within(names, what, text, cloud);
    match &within {
        Err(NameError::Unknown { .. }) => {
            let key = folded(text);
            one_of(names.iter().filter(|name| name.key == key), what, text).unwrap_or(within)
        }
        Ok(_) | Err(NameError::Ambiguous { .. }) => within,
    }
}

fn find_within<Id: Copy + PartialEq>(
    names: &[Name<Id>],
    what: &'static str,
    text: &str,
    cloud: Cloud,
) -> Result<Id, NameError> {
    let key = folded(text);
    one_of(names.iter().filter(|name| name.key == key && name.cloud == cloud), what, text)
        .unwrap_or_else(|| Err(NameError::Unknown { what, value: text.to_owned(), near: near(names, &key, cloud) }))
}

/// The one thing that all the names found mean; none when nothing was found.
fn one_of<'a, Id: Copy + PartialEq + 'a>(
    mut found: impl Iterator<Item = &'a Name<Id>>,
    what: &'static str,
    text: &str,
) -> Option<Result<Id, NameError>> {
    let first = found.next()?;
    let mut others: Vec<String> = found.filter(|name| name.id != first.id).map(|name| name.slug.clone()).collect();
    if others.is_empty() {
        return Some(Ok(first.id));
    }
    others.push(first.slug.clone());
    others.sort();
    others.dedup();
    Some(Err(NameError::Ambiguous { what, value: text.to_owned(), near: others }))
}

/// Up to three names like `key`: of `cloud` first, then the most alike.
fn near<Id>(names: &[Name<Id>], key: &str, cloud: Cloud) -> Vec<String> {
    let scored = names.iter().map(|name| (name.cloud != cloud, likeness(&name.key, key), name.shown.as_str()));
    best(scored.collect())
}

/// Up to three of `names` that are like `key`, a name folded before, the most alike first.
pub fn alike<'a>(names: impl Iterator<Item = &'a str>, key: &str) -> Vec<String> {
    best(names.map(|name| (false, likeness(&folded(name), key), name)).collect())
}

/// From where on two names are alike.
const ALIKE: f64 = 0.82;

/// How alike two folded names are, 0 to 1; of those that are not, perhaps less.
fn likeness(name: &str, key: &str) -> f64 {
    if key.len() >= 3 && name.starts_with(key) {
        return 1.0;
    }
    let by_letters = strsim::jaro_winkler(name, key);
    // Each letter that one has more is a slip, and slips are dear to count.
    let [one, other] = [name, key].map(|it| it.chars().count());
    let at_most = one.min(other) as f64 / one.max(other) as f64;
    if at_most < ALIKE { by_letters } else { by_letters.max(strsim::normalized_damerau_levenshtein(name, key)) }
}

fn best(mut scored: Vec<(bool, f64, &str)>) -> Vec<String> {
    scored.retain(|(_, likeness, _)| *likeness >= ALIKE);
    scored.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(b.2)));
    let mut shown: Vec<String> = Vec::new();
    for (_, _, name) in scored {
        if !shown.iter().any(|it| it == name) {
            shown.push(name.to_owned());
        }
    }
    shown.truncate(3);
    shown
}
