//! Coordinates as people write and paste them: decimal, with decimal commas, degrees with minutes and seconds, with or
//! without letters of direction, and the links of the usual maps.

use crate::map_link;
use crate::number::{ONE, decimal};
use reach::geo::LonLat;

const NORTH_END: i64 = 90 * ONE;
const EAST_END: i64 = 180 * ONE;

/// The point that a text names, with latitude first where nothing says otherwise; none when it names none.
///
/// Two plain numbers of which the first cannot be a latitude are taken the other way round.
pub fn parse(text: &str) -> Option<LonLat> {
    let text = text.trim();
    if let Some((lat, lon)) = map_link::parse(text) {
        return point(lat, lon);
    }
    let tokens = tokens(text)?;
    lettered(&tokens).or_else(|| plain(&tokens))
}

/// A point of ten-millionths of a degree; none out of range.
pub fn point(lat: i64, lon: i64) -> Option<LonLat> {
    let in_range = lat.abs() <= NORTH_END && lon.abs() <= EAST_END;
    // Both fit a float exactly, and dividing rounds the same on every target.
    in_range.then(|| LonLat::new(lon as f64 / ONE as f64, lat as f64 / ONE as f64)).flatten()
}

/// What a text of coordinates is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    /// Ten-millionths.
    Number(i64),
    Degrees,
    Minutes,
    Seconds,
    /// The direction; north and east are positive.
    Letter(Axis, i64),
    /// A comma or semicolon between values.
    Mark,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Axis {
    Latitude,
    Longitude,
}

/// The tokens of a text; none when it holds anything that coordinates do not.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let text = with_decimal_points(text);
    let mut tokens = Vec::new();
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        let (token, length) = match first {
            ' ' | '\t' | '\u{a0}' | '\u{202f}' | '(' | ')' | '[' | ']' => (None, first.len_utf8()),
            ',' | ';' | '/' | '|' => (Some(Token::Mark), 1),
            '°' | 'º' | '˚' => (Some(Token::Degrees), first.len_utf8()),
            '\'' | '′' | '’' | '‘' if doubled(rest, first) => (Some(Token::Seconds), 2 * first.len_utf8()),
            '\'' | '′' | '’' | '‘' => (Some(Token::Minutes), first.len_utf8()),
            '"' | '″' | '”' | '“' => (Some(Token::Seconds), first.len_utf8()),
            '-' | '+' | '−' | '–' | '0'..='9' => {
                let signed = first.len_utf8();
                let more = |it: char| it.is_ascii_digit() || it == '.';
                let end = rest[signed..].find(|it| !more(it)).map_or(rest.len(), |at| at + signed);
                (Some(Token::Number(decimal(&rest[..end])?)), end)
            }
            letter if letter.is_alphabetic() => {
                let end = rest.find(|it: char| !it.is_alphabetic()).unwrap_or(rest.len());
                let skip_colon = usize::from(rest[end..].starts_with([':', '=', '.']));
                (Some(word(&rest[..end])?), end + skip_colon)
            }
            _ => return None,
        };
        tokens.extend(token);
        rest = &rest[length..];
    }
    Some(tokens)
}

fn doubled(rest: &str, mark: char) -> bool {
    rest.chars().nth(1) == Some(mark)
}

/// A direction or the name of an axis.
fn word(text: &str) -> Option<Token> {
    let token = match text.to_ascii_lowercase().as_str() {
        "n" | "north" | "lat" | "latitude" => Token::Letter(Axis::Latitude, 1),
        "s" | "south" => Token::Letter(Axis::Latitude, -1),
        "e" | "east" | "lon" | "lng" | "long" | "longitude" => Token::Letter(Axis::Longitude, 1),
        "w" | "west" => Token::Letter(Axis::Longitude, -1),
        "deg" | "degrees" | "d" => Token::Degrees,
        "min" | "m" => Token::Minutes,
        "sec" => Token::Seconds,
        _ => return None,
    };
    Some(token)
}

/// Commas that stand for a decimal point become one: where each of two numbers has one, as in `35,68 139,76`,
/// `35,68; 139,76`, `35,68, 139,76` and `35,68,139,76`.
fn with_decimal_points(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let inner = |at: usize| {
        let digit = |place: Option<&char>| place.is_some_and(char::is_ascii_digit);
        letters[at] == ',' && digit(at.checked_sub(1).and_then(|it| letters.get(it))) && digit(letters.get(at + 1))
    };
    let commas: Vec<usize> = (0..letters.len()).filter(|at| inner(*at)).collect();
    let decimal: &[usize] = match commas.as_slice() {
        _ if text.contains('.') => &[],
        [_, _] => &commas,
        // Without any space the middle one parts the numbers.
        [first, _, last] => &[*first, *last],
        _ => &[],
    };
    let letter = |(at, it): (usize, &char)| if decimal.contains(&at) { '.' } else { *it };
    letters.iter().enumerate().map(letter).collect()
}

/// A value as it is put together: degrees, then minutes, then seconds.
#[derive(Clone, Copy, Default)]
struct Angle {
    value: i64,
    /// How many of the three are there.
    parts: u8,
    negative: bool,
}

impl Angle {
    /// Adds the next part; none when it cannot be one.
    fn push(&mut self, number: i64) -> Option<()> {
        let part = match self.parts {
            0 => {
                self.negative = number < 0;
                number.abs()
            }
            1 | 2 if !(0..60 * ONE).contains(&number) => return None,
            1 => rounded(number, 60),
            2 => rounded(number, 3600),
            _ => return None,
        };
        self.value += part;
        self.parts += 1;
        Some(())
    }

    fn signed(self) -> i64 {
        if self.negative { -self.value } else { self.value }
    }
}

fn rounded(number: i64, by: i64) -> i64 {
    (number + by / 2) / by
}

/// Two angles with a letter each, before or behind, in either order.
fn lettered(tokens: &[Token]) -> Option<LonLat> {
    let letters = tokens.iter().filter(|it| matches!(it, Token::Letter(..))).count();
    if letters != 2 {
        return None;
    }
    let before = matches!(tokens.first(), Some(Token::Letter(..)));
    let (mut lat, mut lon) = (None, None);
    let (mut angle, mut letter) = (Angle::default(), None);
    let mut close = |angle: &mut Angle, letter: &mut Option<(Axis, i64)>| -> Option<()> {
        let (axis, sign) = letter.take()?;
        // A sign beside a letter would say the direction twice; lat and lon are no directions.
        let value = angle.signed() * sign;
        let place = match axis {
            Axis::Latitude => &mut lat,
            Axis::Longitude => &mut lon,
        };
        let fresh = angle.parts > 0 && place.is_none();
        *place = Some(value);
        *angle = Angle::default();
        fresh.then_some(())
    };
    for token in tokens {
        match token {
            Token::Number(number) => angle.push(*number)?,
            Token::Letter(axis, sign) if before => {
                if letter.is_some() {
                    close(&mut angle, &mut letter)?;
                }
                letter = Some((*axis, *sign));
            }
            Token::Letter(axis, sign) => {
                letter = Some((*axis, *sign));
                close(&mut angle, &mut letter)?;
            }
            Token::Degrees | Token::Minutes | Token::Seconds | Token::Mark => {}
        }
    }
    if before {
        close(&mut angle, &mut letter)?;
    } else if angle.parts > 0 {
        return None;
    }
    point(lat?, lon?)
}

/// Two numbers, or two angles of minutes and seconds, without a letter: latitude first.
fn plain(tokens: &[Token]) -> Option<LonLat> {
    let mut angles = vec![Angle::default()];
    let with_marks = tokens.iter().any(|it| matches!(it, Token::Degrees));
    for (at, token) in tokens.iter().enumerate() {
        let next_is_degrees = matches!(tokens.get(at + 1), Some(Token::Degrees));
        match token {
            Token::Number(number) => {
                let angle = angles.last_mut()?;
                let new = angle.parts > 0 && (!with_marks || next_is_degrees);
                if new {
                    angles.push(Angle::default());
                }
                angles.last_mut()?.push(*number)?;
            }
            Token::Letter(..) => return None,
            Token::Degrees | Token::Minutes | Token::Seconds | Token::Mark => {}
        }
    }
    let [first, second] = angles.as_slice() else { return None };
    if second.parts == 0 {
        return None;
    }
    let (first, second) = (first.signed(), second.signed());
    point(first, second).or_else(|| point(second, first))
}
