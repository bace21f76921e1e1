//! Coordinates in the notations in which people have them.

use find::coordinates::parse;
use proptest::prelude::*;

/// Ten-millionths of a degree.
fn read(text: &str) -> Option<(i64, i64)> {
    parse(text).map(|it| ((it.lat() * 1e7).round() as i64, (it.lon() * 1e7).round() as i64))
}

/// Amsterdam: 52.37 north, 4.9 east; 52°22'12" and 4°54'0".
const AMSTERDAM: (i64, i64) = (523_700_000, 49_000_000);
/// Cape Town: 33.9 south, 18.4 east; 33°54' and 18°24'.
const CAPE_TOWN: (i64, i64) = (-339_000_000, 184_000_000);
/// Tokyo, as in the issue of decimal commas.
const TOKYO: (i64, i64) = (356_800_000, 1_397_600_000);
/// New York: 40.7 north, 74 west; 40°42' and 74°0'.
const NEW_YORK: (i64, i64) = (407_000_000, -740_000_000);

#[rustfmt::skip]
const WRITTEN: [(&str, (i64, i64)); 47] = [
    ("52.37,4.9", AMSTERDAM),
    ("52.37, 4.9", AMSTERDAM),
    ("52.37 4.9", AMSTERDAM),
    ("52.37;4.9", AMSTERDAM),
    ("52.37 / 4.9", AMSTERDAM),
    ("(52.37, 4.9)", AMSTERDAM),
    ("[52.37, 4.90]", AMSTERDAM),
    ("+52.3700 +4.9000", AMSTERDAM),
    ("52.37N 4.9E", AMSTERDAM),
    ("52.37° N, 4.9° E", AMSTERDAM),
    ("N52.37 E4.9", AMSTERDAM),
    ("n 52.37, e 4.9", AMSTERDAM),
    ("4.9E 52.37N", AMSTERDAM),
    ("lat 52.37 lon 4.9", AMSTERDAM),
    ("lat: 52.37, lng: 4.9", AMSTERDAM),
    ("longitude=4.9 latitude=52.37", AMSTERDAM),
    ("52°22'12\"N 4°54'0\"E", AMSTERDAM),
    ("52°22′12″N 4°54′E", AMSTERDAM),
    ("52° 22' 12'' N, 4° 54' 00'' E", AMSTERDAM),
    ("4°54'E 52°22'12\"N", AMSTERDAM),
    ("N 52°22'12\" E 4°54'", AMSTERDAM),
    ("52 22 12 N 4 54 0 E", AMSTERDAM),
    ("52°22.2'N 4°54.0'E", AMSTERDAM),
    ("52º22’12” N 4º54’ E", AMSTERDAM),
    ("52°22'12\", 4°54'", AMSTERDAM),
    ("52,37 4,9", AMSTERDAM),
    ("52,37; 4,9", AMSTERDAM),
    ("52,37, 4,9", AMSTERDAM),
    ("52,37°N 4,9°E", AMSTERDAM),
    ("35,68,139,76", TOKYO),
    ("35.68,139.76", TOKYO),
    // 139.76 is no latitude, so it is the longitude.
    ("139.76, 35.68", TOKYO),
    ("-33.9, 18.4", CAPE_TOWN),
    ("−33.9 18.4", CAPE_TOWN),
    ("33°54'S 18°24'E", CAPE_TOWN),
    ("S33.9 E18.4", CAPE_TOWN),
    ("40°42'N 74°W", NEW_YORK),
    ("40.7 -74", NEW_YORK),
    ("https://www.google.com/maps/@52.37,4.9,12z", AMSTERDAM),
    ("https://www.google.com/maps/place/X/@1.0,2.0,17z/data=!3m1!4b1!4m5!3d52.37!4d4.9", AMSTERDAM),
    ("https://maps.google.com/?q=52.37,4.9", AMSTERDAM),
    ("https://www.google.com/maps/search/?api=1&query=52.37%2C4.9", AMSTERDAM),
    ("https://www.openstreetmap.org/#map=12/52.37/4.9", AMSTERDAM),
    ("https://www.openstreetmap.org/?mlat=-33.9&mlon=18.4#map=9/1/2", CAPE_TOWN),
    ("https://www.bing.com/maps?cp=40.7~-74&lvl=12", NEW_YORK),
    ("https://maps.apple.com/?ll=52.37,4.9&q=Amsterdam", AMSTERDAM),
    ("geo:52.37,4.9?z=11", AMSTERDAM),
];

#[test]
fn every_notation_is_read() {
    for (text, meant) in WRITTEN {
        assert_eq!(read(text), Some(meant), "{text}");
    }
}

#[test]
fn the_label_of_a_geo_address_counts_before_its_placeholder() {
    assert_eq!(read("geo:0,0?q=52.37,4.9(Office)"), Some(AMSTERDAM));
}

#[test]
fn what_names_no_point_is_not_guessed() {
    let none = [
        "",
        "52.37",
        "amsterdam",
        "LD5",
        "52.37 north",
        "91 181",
        "95,100",
        "52°61'N 4°E",
        "52°N 4°N",
        "1 2 3",
        "52.37,4.9,12",
        "https://example.com/",
        "https://www.google.com/maps",
        "52.37N 4.9E 3",
        "5e1 4",
    ];
    for text in none {
        assert_eq!(read(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn decimals_come_back_as_they_were(lat in -900_000_000i64..=900_000_000, lon in -1_800_000_000i64..=1_800_000_000) {
        let text = |value: i64| format!("{}{}.{:07}", if value < 0 { "-" } else { "" }, value.abs() / 10_000_000, value.abs() % 10_000_000);
        prop_assert_eq!(read(&format!("{}, {}", text(lat), text(lon))), Some((lat, lon)));
    }

    #[test]
    fn seconds_are_the_same_point_in_every_order_and_with_every_mark(
        lat in 0i64..=90 * 3600, lon in 0i64..=180 * 3600, south: bool, west: bool,
    ) {
        let angle = |value: i64, marks: [&str; 3]| {
            let (degrees, minutes, seconds) = (value / 3600, value / 60 % 60, value % 60);
            format!("{degrees}{}{minutes}{}{seconds}{}", marks[0], marks[1], marks[2])
        };
        let (ns, ew) = (if south { "S" } else { "N" }, if west { "W" } else { "E" });
        let plain = format!("{}{ns} {}{ew}", angle(lat, ["°", "'", "\""]), angle(lon, ["°", "'", "\""]));
        let turned = format!("{ew} {} {ns} {}", angle(lon, ["° ", "′ ", "″"]), angle(lat, ["° ", "′ ", "″"]));
        let spaced = format!("{} {ns} {} {ew}", angle(lat, [" ", " ", ""]), angle(lon, [" ", " ", ""]));
        let read_plain = read(&plain);
        prop_assert!(read_plain.is_some(), "{}", plain);
        prop_assert_eq!(read_plain, read(&turned));
        prop_assert_eq!(read_plain, read(&spaced));
        let (lat_e7, lon_e7) = read_plain.unwrap_or_default();
        // Minutes and seconds are each rounded to the nearest ten-millionth.
        let near = |e7: i64, seconds: i64| (e7.abs() * 3600 - seconds * 10_000_000).abs() <= 3600;
        prop_assert!(near(lat_e7, lat) && near(lon_e7, lon));
        prop_assert!(lat == 0 || (lat_e7 < 0) == south);
        prop_assert!(lon == 0 || (lon_e7 < 0) == west);
    }

    #[test]
    fn no_text_stops_it(text in "\\PC{0,60}") {
        let _ = parse(&text);
    }
}
