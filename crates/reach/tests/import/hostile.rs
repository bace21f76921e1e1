//! Text that means harm, or that no tool has ever written: it is answered, and soon.

use crate::try_read;
use expressroute_reach::import::error::ImportError;
use expressroute_reach::import::{MAX_BYTES, MAX_SITES, MAX_TOLD, read};
use proptest::prelude::*;

#[test]
fn a_text_that_is_too_large_or_no_text_is_refused() {
    let nothing = |_: &str, _: Option<&str>| expressroute_reach::import::cities::Found::Nothing;
    let refused = |bytes: &[u8]| read(bytes, &nothing).unwrap_err();
    assert_eq!(refused(&vec![b'1'; MAX_BYTES + 1]), ImportError::TooLarge { bytes: MAX_BYTES + 1 });
    assert_eq!(refused(b"name,lat\xe9"), ImportError::NotUtf8 { offset: 8, byte: 0xe9 });
    assert_eq!(refused(&[0xff, 0xfe, b'a', 0]), ImportError::Utf16);
    let deep = "[".repeat(100_000);
    assert!(matches!(try_read(&deep), Err(ImportError::Json { line: 1, .. })));
}

#[test]
fn sites_beyond_the_limit_are_told_once() {
    let text = format!("name,lat,lon\n{}", "Shop,1,2\n".repeat(MAX_SITES + 5));
    let read = try_read(&text).unwrap();
    assert_eq!((read.sites.len(), read.problem_count), (MAX_SITES, 1));
    let told = read.problems[0].to_string();
    assert_eq!(told, "line 100002, column 1: more than 100000 sites: the rest is not read; bring it in another part");
    assert_eq!(read.sites.last().unwrap().id, "shop-100000");
}

#[test]
fn the_first_of_many_problems_are_told_and_all_are_counted() {
    let text = format!("name,lat,lon\n{}", "Shop,x,2\n".repeat(1_000));
    let read = try_read(&text).unwrap();
    assert_eq!((read.sites.len(), read.problems.len(), read.problem_count), (0, MAX_TOLD, 1_000));
}

#[test]
fn a_megabyte_of_anything_is_answered() {
    for piece in [
        ",",
        "\"",
        "\"\"",
        "a;",
        "1 ",
        "x\n",
        "\"\n",
        "<",
        "<a>",
        "<kml>",
        "&",
        "[",
        "{\"type\":",
        "52.37,4.90\n",
        "\u{feff}",
    ] {
        let text = piece.repeat(1_000_000 / piece.len());
        if let Ok(read) = try_read(&text) {
            assert!(read.sites.len() <= MAX_SITES && read.problems.len() <= MAX_TOLD, "{piece}");
        }
    }
    let tags = format!("<kml>{}", "<Placemark><Point><coordinates>".repeat(30_000));
    assert!(try_read(&tags).is_ok_and(|it| it.sites.is_empty()));
}

proptest! {
    #[test]
    fn no_text_brings_it_down(text in ".{0,200}") {
        let _ = try_read(&text);
    }

    #[test]
    fn nothing_like_a_table_brings_it_down(text in "(name|lat|lon|city|[0-9.,;\"'°NSEW\\t -]{0,6}|\n){0,40}") {
        let _ = try_read(&text);
    }

    #[test]
    fn nothing_like_kml_brings_it_down(text in "<(kml|Placemark|Point|coordinates|/kml|/Placemark|/Point|/coordinates|name|>|<|&amp;|1,2|[a-z!\\[\\]]){0,40}") {
        let _ = try_read(&text);
    }

    #[test]
    fn what_a_csv_holds_is_read_whole(
        sites in prop::collection::vec(("[A-Za-z][A-Za-z ,;\"]{0,12}", -9000i32..=9000, -18000i32..=18000), 1..30),
    ) {
        let hundredths = |it: i32| format!("{}{}.{:02}", if it < 0 { "-" } else { "" }, it.abs() / 100, it.abs() % 100);
        let row = |(name, lat, lon): &(String, i32, i32)| {
            format!("\"{}\",{},{}\n", name.replace('"', "\"\""), hundredths(*lat), hundredths(*lon))
        };
        let text = format!("name,lat,lon\n{}", sites.iter().map(row).collect::<String>());
        let read = try_read(&text).unwrap();
        prop_assert_eq!(read.problem_count, 0);
        prop_assert_eq!(read.sites.len(), sites.len());
        for (site, (name, lat, lon)) in read.sites.iter().zip(&sites) {
            prop_assert_eq!(site.name.as_deref(), Some(name.trim()));
            let point = site.point().unwrap();
            prop_assert_eq!(point.lat(), f64::from(*lat) / 100.0);
            prop_assert_eq!(point.lon(), f64::from(*lon) / 100.0);
        }
    }
}
