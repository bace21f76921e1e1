//! Names → ids: how the facts' words for places are found in the tables.

use crate::data::curated::ALIASES;
use crate::data::facts::Facts;

/// A location, region or geopolitical region with the names it goes by.
#[derive(Clone)]
pub struct Place {
    pub id: String,
    pub name: String,
    pub cloud: String,
    /// The city of a location; the country code of a region.
    pub city: String,
    pub metro: bool,
}

/// All places.
pub struct World {
    pub locations: Vec<Place>,
    pub regions: Vec<Place>,
    pub geopolitical: Vec<Place>,
}

impl World {
    /// The places that the facts name.
    pub fn of(facts: &Facts) -> Result<World, String> {
        let locations = facts.records("expressroute/peering_locations.csv")?;
        let regions = facts.records("regions/azure_regions.csv")?;
        let mut geopolitical: Vec<Place> = Vec::new();
        for row in facts.records("expressroute/geopolitical_regions.csv")? {
            let name = row.get("geopolitical_region");
            if geopolitical.iter().all(|it| it.name != name) {
                geopolitical.push(place(slug(name), name, row.get("cloud"), ""));
            }
        }
        let location = |row: &crate::data::facts::Record| Place {
            metro: !row.get("site_ids").is_empty(),
            ..place(row.get("id").to_owned(), row.get("name"), row.get("cloud"), row.get("metro"))
        };
        let region = |row: &crate::data::facts::Record| {
            place(row.get("id").to_owned(), row.get("display_name"), row.get("cloud"), row.get("country"))
        };
        Ok(World {
            locations: locations.iter().map(location).collect(),
            regions: regions.iter().map(region).collect(),
            geopolitical,
        })
    }

    /// The id of a region by the name some document prints.
    pub fn region(&self, cloud: &str, name: &str) -> Result<&str, String> {
        find(&self.regions, "region", cloud, name)
    }

    /// The id of a location by the name some document prints.
    pub fn location(&self, cloud: &str, name: &str) -> Result<&str, String> {
        find(&self.locations, "location", cloud, name)
    }

    /// The slug of a geopolitical region.
    pub fn geopolitical(&self, cloud: &str, name: &str) -> Result<&str, String> {
        find(&self.geopolitical, "geopolitical region", cloud, name)
    }
}

fn place(id: String, name: &str, cloud: &str, city: &str) -> Place {
    Place { id, name: name.to_owned(), cloud: cloud.to_owned(), city: city.to_owned(), metro: false }
}

fn find<'a>(places: &'a [Place], kind: &str, cloud: &str, name: &str) -> Result<&'a str, String> {
    let wanted = letters(name);
    let alias =
        ALIASES.iter().find(|(it, alias, _, _)| *it == kind && letters(alias) == wanted).map(|(_, _, id, _)| *id);
    let mut here = places.iter().filter(|it| it.cloud == cloud);
    let found = here.find(|it| letters(&it.name) == wanted || alias == Some(it.id.as_str()));
    found.map(|it| it.id.as_str()).ok_or_else(|| format!("no {kind} {name:?} in the cloud {cloud:?}"))
}

/// Letters and digits only, small: spaces, brackets and dots do not count.
fn letters(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A name as an id: small letters and digits, parted by single hyphens.
pub fn slug(name: &str) -> String {
    let words: Vec<String> = name
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    words.join("-")
}
