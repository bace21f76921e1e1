//! What German calls places otherwise than the tables do: names as they are written in German, by hand. They count in every
//! language of the page.

/// Countries by ISO code.
#[rustfmt::skip]
pub const COUNTRIES: &[(&str, &str)] = &[
    ("Vereinigte Arabische Emirate", "AE"), ("VAE", "AE"), ("Antigua und Barbuda", "AG"), ("Albanien", "AL"),
    ("Armenien", "AM"), ("Argentinien", "AR"), ("Amerikanisch-Samoa", "AS"), ("Australien", "AU"), ("Ålandinseln", "AX"),
    ("Aserbaidschan", "AZ"), ("Bosnien und Herzegowina", "BA"), ("Bangladesch", "BD"), ("Belgien", "BE"),
    ("Bulgarien", "BG"), ("Bolivien", "BO"), ("Brasilien", "BR"), ("Botsuana", "BW"), ("Weißrussland", "BY"),
    ("Kanada", "CA"), ("Kokosinseln", "CC"), ("Demokratische Republik Kongo", "CD"), ("Zentralafrikanische Republik", "CF"),
    ("Republik Kongo", "CG"), ("Elfenbeinküste", "CI"), ("Cookinseln", "CK"), ("Kamerun", "CM"), ("Kolumbien", "CO"),
    ("Kuba", "CU"), ("Kap Verde", "CV"), ("Weihnachtsinsel", "CX"), ("Zypern", "CY"), ("Tschechien", "CZ"),
    ("Deutschland", "DE"), ("Dschibuti", "DJ"), ("Dänemark", "DK"), ("Dominikanische Republik", "DO"), ("Algerien", "DZ"),
    ("Estland", "EE"), ("Ägypten", "EG"), ("Westsahara", "EH"), ("Spanien", "ES"), ("Äthiopien", "ET"),
    ("Finnland", "FI"), ("Fidschi", "FJ"), ("Falklandinseln", "FK"), ("Mikronesien", "FM"), ("Färöer", "FO"),
    ("Frankreich", "FR"), ("Gabun", "GA"), ("Vereinigtes Königreich", "GB"), ("Großbritannien", "GB"),
    ("Schottland", "GB"), ("Georgien", "GE"), ("Französisch-Guayana", "GF"), ("Grönland", "GL"), ("Äquatorialguinea", "GQ"),
    ("Griechenland", "GR"), ("Südgeorgien", "GS"), ("Hongkong", "HK"), ("Kroatien", "HR"), ("Ungarn", "HU"),
    ("Indonesien", "ID"), ("Irland", "IE"), ("Insel Man", "IM"), ("Indien", "IN"), ("Irak", "IQ"), ("Island", "IS"),
    ("Italien", "IT"), ("Jamaika", "JM"), ("Jordanien", "JO"), ("Kenia", "KE"), ("Kirgisistan", "KG"),
    ("Kambodscha", "KH"), ("Komoren", "KM"), ("Nordkorea", "KP"), ("Südkorea", "KR"), ("Kaimaninseln", "KY"),
    ("Kasachstan", "KZ"), ("Libanon", "LB"), ("Litauen", "LT"), ("Luxemburg", "LU"), ("Lettland", "LV"), ("Libyen", "LY"),
    ("Marokko", "MA"), ("Moldau", "MD"), ("Moldawien", "MD"), ("Madagaskar", "MG"), ("Marshallinseln", "MH"),
    ("Nordmazedonien", "MK"), ("Birma", "MM"), ("Mongolei", "MN"), ("Nördliche Marianen", "MP"), ("Mauretanien", "MR"),
    ("Malediven", "MV"), ("Mexiko", "MX"), ("Mosambik", "MZ"), ("Neukaledonien", "NC"), ("Norfolkinsel", "NF"),
    ("Niederlande", "NL"), ("Norwegen", "NO"), ("Neuseeland", "NZ"), ("Französisch-Polynesien", "PF"),
    ("Papua-Neuguinea", "PG"), ("Philippinen", "PH"), ("Polen", "PL"), ("Palästina", "PS"), ("Katar", "QA"),
    ("Réunion", "RE"), ("Rumänien", "RO"), ("Serbien", "RS"), ("Russland", "RU"), ("Ruanda", "RW"),
    ("Saudi-Arabien", "SA"), ("Salomonen", "SB"), ("Seychellen", "SC"), ("Schweden", "SE"), ("Singapur", "SG"),
    ("Slowenien", "SI"), ("Spitzbergen", "SJ"), ("Slowakei", "SK"), ("Südsudan", "SS"), ("São Tomé und Príncipe", "ST"),
    ("Syrien", "SY"), ("Eswatini", "SZ"), ("Tschad", "TD"), ("Tadschikistan", "TJ"), ("Osttimor", "TL"),
    ("Tunesien", "TN"), ("Türkei", "TR"), ("Trinidad und Tobago", "TT"), ("Tansania", "TZ"), ("Vereinigte Staaten", "US"),
    ("Amerika", "US"), ("Usbekistan", "UZ"), ("Vatikanstadt", "VA"), ("Britische Jungferninseln", "VG"),
    ("Amerikanische Jungferninseln", "VI"), ("Jemen", "YE"), ("Südafrika", "ZA"), ("Sambia", "ZM"), ("Simbabwe", "ZW"),
];

/// Cities by country and the name in the list, beside those in `aliases.rs`.
#[rustfmt::skip]
pub const CITIES: &[(&str, &str, &str)] = &[
    ("Algier", "DZ", "Algiers"), ("Athen", "GR", "Athens"), ("Bagdad", "IQ", "Baghdad"), ("Belgrad", "RS", "Belgrade"),
    ("Breslau", "PL", "Wrocław"), ("Brüssel", "BE", "Brussels"), ("Bukarest", "RO", "Bucharest"),
    ("Damaskus", "SY", "Damascus"), ("Danzig", "PL", "Gdańsk"), ("Florenz", "IT", "Florence"), ("Genua", "IT", "Genoa"),
    ("Havanna", "CU", "Havana"), ("Kairo", "EG", "Cairo"), ("Kapstadt", "ZA", "Cape Town"), ("Kattowitz", "PL", "Katowice"),
    ("Kiew", "UA", "Kyiv"), ("Konstantinopel", "TR", "Istanbul"), ("Kopenhagen", "DK", "Copenhagen"),
    ("Krakau", "PL", "Kraków"), ("Lissabon", "PT", "Lisbon"), ("Lüttich", "BE", "Liège"), ("Mailand", "IT", "Milan"),
    ("Mekka", "SA", "Makkah"), ("Mexiko-Stadt", "MX", "Mexico City"), ("Moskau", "RU", "Moscow"),
    ("Neapel", "IT", "Naples"), ("Nizza", "FR", "Nice"), ("Posen", "PL", "Poznań"), ("Prag", "CZ", "Prague"),
    ("Rom", "IT", "Rome"), ("Riad", "SA", "Riyadh"), ("Stettin", "PL", "Szczecin"), ("Straßburg", "FR", "Strasbourg"),
    ("Teheran", "IR", "Tehran"), ("Tokio", "JP", "Tokyo"), ("Venedig", "IT", "Venice"), ("Warschau", "PL", "Warsaw"),
];

/// Geopolitical regions by slug.
#[rustfmt::skip]
pub const GEOPOLITICAL_REGIONS: &[(&str, &str)] = &[
    ("Asien", "asia"), ("Europa", "europe"), ("Indien", "india"), ("Nordamerika", "north-america"), ("Ozeanien", "oceania"),
    ("Katar", "qatar"), ("Südafrika", "south-africa"), ("Südamerika", "south-america"), ("Südkorea", "south-korea"),
    ("Vereinigte Arabische Emirate", "uae"), ("VAE", "uae"),
];
