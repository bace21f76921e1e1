//! Coordinates in pasted links: Google Maps, OpenStreetMap, Bing Maps, Apple Maps and `geo:` (RFC 5870).

use crate::number::decimal;

/// Latitude and longitude of a link in ten-millionths of a degree; none when it is no link, or names no point.
///
/// The point of a place counts before the middle of the map.
pub fn parse(text: &str) -> Option<(i64, i64)> {
    let lower = text.to_ascii_lowercase();
    let is_link = ["http://", "https://", "geo:", "maps:"].iter().any(|it| lower.starts_with(it));
    if !is_link {
        return None;
    }
    let link = unescaped(&lower);
    // Google: the point of the place, then the middle of the map.
    let place = link.split_once("!3d").and_then(|(_, rest)| rest.split_once("!4d"));
    let place = place.and_then(|(lat, rest)| Some((number(lat)?, number(rest)?)));
    // OpenStreetMap: the marker.
    let marker = || Some((number(parameter(&link, "mlat")?)?, number(parameter(&link, "mlon")?)?));
    let named = || {
        ["q", "query", "ll", "center", "destination", "daddr", "sll"]
            .iter()
            .find_map(|it| pair(parameter(&link, it)?, ','))
    };
    let bing = || pair(parameter(&link, "cp")?, '~');
    let middle = || pair(link.split_once("/@")?.1, ',');
    let open_street_map = || {
        let mut parts = parameter(&link, "map")?.split('/').skip(1);
        Some((number(parts.next()?)?, number(parts.next()?)?))
    };
    let uri = || pair(link.strip_prefix("geo:")?, ',');
    place.or_else(marker).or_else(named).or_else(bing).or_else(middle).or_else(open_street_map).or_else(uri)
}

/// The value of `name=` in the query or the fragment.
fn parameter<'a>(link: &'a str, name: &str) -> Option<&'a str> {
    let (_, query) = link.split_once(['?', '#'])?;
    let parts = query.split(['&', '#', '?']).filter_map(|it| it.split_once('='));
    parts.filter(|(key, _)| *key == name).map(|it| it.1).next()
}

/// Two numbers at the start of a text, with `mark` between them.
fn pair(text: &str, mark: char) -> Option<(i64, i64)> {
    // Google writes `loc:` before coordinates that were searched for.
    let text = text.trim_start_matches("loc:");
    let (lat, rest) = text.split_once(mark)?;
    Some((decimal(lat.trim())?, number(rest.trim_start_matches([' ', '+']))?))
}

/// The number at the start of a text.
fn number(text: &str) -> Option<i64> {
    let end = text.find(|it: char| !(it.is_ascii_digit() || matches!(it, '.' | '-'))).unwrap_or(text.len());
    decimal(&text[..end])
}

/// The marks that links escape: `%2c` and the like.
fn unescaped(link: &str) -> String {
    let mut text = link.to_owned();
    for (code, letter) in [("%2c", ","), ("%7e", "~"), ("%20", " "), ("%40", "@"), ("%3a", ":")] {
        text = text.replace(code, letter);
    }
    text
}
