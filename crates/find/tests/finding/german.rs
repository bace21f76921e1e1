//! What German readers type. Each line was written by hand before it was tried, with its reason.

use crate::world::WORLD;

/// What is typed, the first hit, and why it is that one.
#[rustfmt::skip]
const TYPED: [(&str, &str, &str); 43] = [
    // Countries by their German names; where a geopolitical region has the same name it comes first, as in English.
    ("Niederlande", "country NL", "the country's name"),
    ("niederl", "country NL", "the beginning of the country's name"),
    ("Niderlande", "country NL", "a letter left out is one slip"),
    ("Deutschland", "country DE", "the country's name"),
    ("Frankreich", "country FR", "the country's name"),
    ("Südkorea", "geopolitical_region south-korea", "the geopolitical region of the country, as for south korea"),
    ("suedkorea", "geopolitical_region south-korea", "how German writes ü without the letter"),
    ("Schweiz", "country CH", "the country's name"),
    ("Norwegen", "country NO", "the country's name"),
    ("Kanada", "country CA", "the country's name"),
    ("Indien", "geopolitical_region india", "the geopolitical region of the country, as for india"),
    ("Südafrika", "geopolitical_region south-africa", "the geopolitical region of the country, as for south africa"),
    ("Vereinigtes Königreich", "country GB", "the country's name"),
    ("Katar", "geopolitical_region qatar", "the geopolitical region of the country, as for qatar"),
    ("Vereinigte Arabische Emirate", "geopolitical_region uae", "the geopolitical region of the country, as for uae"),
    ("Europa", "geopolitical_region europe", "the geopolitical region's name"),
    ("Nordamerika", "geopolitical_region north-america", "the geopolitical region's name"),
    ("Österreich", "country AT", "the country's name"),
    ("oesterreich", "country AT", "how German writes ö without the letter"),
    ("Spanien", "country ES", "the country's name"),
    ("Italien", "country IT", "the country's name"),
    ("Belgien", "country BE", "the country's name"),
    ("Polen", "country PL", "the country's name"),
    ("Schweden", "country SE", "the country's name"),
    ("Dänemark", "country DK", "the country's name"),
    ("Tschechien", "country CZ", "the country's name"),
    ("Griechenland", "country GR", "the country's name"),
    ("Türkei", "country TR", "the country's name"),
    ("Vereinigte Staaten", "country US", "the country's name"),
    ("Neuseeland", "country NZ", "the country's name"),
    // Cities by their German names: the peering location before the city.
    ("Mailand", "location milan", "the city's German name"),
    ("Kopenhagen", "location copenhagen", "the city's German name"),
    ("Brüssel", "location brussels", "the city's German name"),
    ("Genf", "location geneva", "the city's German name"),
    ("Warschau", "location warsaw", "the city's German name"),
    ("Kapstadt", "location cape-town", "the city's German name"),
    ("Tokio", "location tokyo", "the city's German name"),
    ("Hongkong", "location hong-kong", "the city's German name, in one word"),
    ("Lissabon", "city Lisbon, PT", "a city without a location"),
    ("Prag", "city Prague, CZ", "a city without a location"),
    ("Straßburg", "city Strasbourg, FR", "a city without a location"),
    ("danzig", "city Gdańsk, PL", "a city without a location"),
    ("krakau", "city Kraków, PL", "a city without a location"),
];

#[test]
fn the_first_hit_is_what_a_german_reader_means() {
    let wrong: Vec<String> = TYPED
        .iter()
        .filter_map(|(typed, meant, why)| {
            let hits = WORLD.hits(typed, 4);
            (hits.first().map(String::as_str) != Some(*meant))
                .then(|| format!("{typed:?} means {meant} ({why}), not {hits:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
