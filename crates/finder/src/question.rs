//! What stands in the panel of answers, as the address writes it: `find=city:52.3700,4.8900;toward:westeurope`.
//!
//! A question is what it is about, then wishes, parted by `;`. Slugs, numbers and words only, so nothing has to be
//! escaped. Nothing here knows the data: whether a name is known shows when the question is answered.

use crate::several::{self, End};
use crate::table::Which;
use find::number::{ONE, decimal};
use reach::geo::LonLat;
use reach::sku::Sku;

/// Longer names are no slugs of this project.
const LONGEST_SLUG: usize = 80;
/// How the filters are written that lie over another question, which follows.
const OVER: &str = "filters;over:";
/// Ten-millionths of a degree in a ten-thousandth.
const E7_IN_E4: i64 = ONE / 10_000;

/// A question: what stands in the panel, with what is wished beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What it is about.
    pub about: About,
    /// What is wished beside that.
    pub wishes: Wishes,
}

/// What a question is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A peering location or a Metro location, by its slug.
    Location(String),
    /// An Azure region, by its slug.
    Region(String),
    /// A connectivity provider, by the slug of its name.
    Provider(String),
    /// A geopolitical region, by its slug.
    Area(String),
    /// A country, by its ISO 3166 alpha-2 code.
    Country(String),
    /// A building, by the slug of its name.
    Facility(String),
    /// The city at a point.
    City(Point),
    /// A point.
    Point(Point),
    /// The filters in force, to be changed; with the question that stood there before and does again after them.
    Filters(Option<Box<Question>>),
    /// A table.
    Table(Which),
    /// Which locations reach all of some regions, by their slugs; a geopolitical region stands for its regions.
    Regions(Vec<String>),
    /// Circuits against the regions of the wishes.
    Matrix(Vec<End>),
    /// Two circuits beside each other; fewer while they are being chosen.
    Compare(Vec<End>),
}

/// What is wished beside a question; empty for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// The slugs of the regions to go on to.
    pub toward: Vec<String>,
    /// The largest SKU.
    pub sku: Option<Sku>,
    /// The slugs of the regions of a matrix.
    pub regions: Vec<String>,
}

/// A point in ten-thousandths of a degree, 11 m: what an address holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// North positive, at most 90 degrees.
    pub lat_e4: i32,
    /// East positive, at most 180 degrees.
    pub lon_e4: i32,
}

impl Question {
    /// A question without wishes.
    pub fn about(about: About) -> Question {
        Question { about, wishes: Wishes::default() }
    }

    /// Reads what follows `find=`. Wishes that make no sense are left out; none when it says not what it is about.
    pub fn parse(text: &str) -> Option<Question> {
        let text = unescaped(text);
        if let Some(over) = text.strip_prefix(OVER) {
            return Some(Question::about(About::Filters(Question::parse(over).and_then(Question::below_filters))));
        }
        let mut parts = text.split(';').map(|part| part.split_once(':').unwrap_or((part, "")));
        let (kind, value) = parts.next()?;
        let rest: Vec<(&str, &str)> = parts.collect();
        Some(Question { about: About::parse(kind, value)?, wishes: Wishes::parse(&rest) })
    }

    /// What the filters lie over when they are asked for beside this question: it, or what it lies over itself.
    pub fn below_filters(self) -> Option<Box<Question>> {
        match self.about {
            About::Filters(over) => over,
            _ => Some(Box::new(self)),
        }
    }

    /// What follows `find=`.
    pub fn written(&self) -> String {
        [self.about.written(), self.wishes.written()].concat()
    }

    /// The question after a control of this name was set to a value, the empty one for no wish; none for another control.
    pub fn with(&self, control: &str, value: &str) -> Option<Question> {
        let mut next = self.clone();
        (next.about.set(control, value) || next.wishes.set(control, value)).then_some(next)
    }
}

impl About {
    fn parse(kind: &str, value: &str) -> Option<About> {
        match kind {
            "location" => slug(value).map(About::Location),
            "region" => slug(value).map(About::Region),
            "provider" => slug(value).map(About::Provider),
            "area" => slug(value).map(About::Area),
            "country" => country(value).map(About::Country),
            "facility" => slug(value).map(About::Facility),
            "city" => Point::parse(value).map(About::City),
            "point" => Point::parse(value).map(About::Point),
            "filters" => Some(About::Filters(None)),
            "table" => Which::parse(value).map(About::Table),
            "regions" => Some(About::Regions(slugs(value))),
            "matrix" => Some(About::Matrix(several::ends(value))),
            "compare" => Some(About::Compare(several::ends(value).into_iter().take(2).collect())),
            _ => None,
        }
    }

    /// Sets the SKU of one of several circuits; tells whether the control is one of theirs.
    fn set(&mut self, control: &str, value: &str) -> bool {
        match self {
            About::Matrix(ends) => several::set_sku(ends, control, value),
            About::Compare(ends) => several::set_sku(ends, control, value),
            _ => false,
        }
    }

    fn written(&self) -> String {
        match self {
            About::Location(slug) => ["location:", slug].concat(),
            About::Region(slug) => ["region:", slug].concat(),
            About::Provider(slug) => ["provider:", slug].concat(),
            About::Area(slug) => ["area:", slug].concat(),
            About::Country(code) => ["country:", code].concat(),
            About::Facility(slug) => ["facility:", slug].concat(),
            About::City(at) => ["city:", &at.written()].concat(),
            About::Point(at) => ["point:", &at.written()].concat(),
            About::Filters(None) => "filters".to_owned(),
            About::Filters(Some(over)) => [OVER, &over.written()].concat(),
            About::Table(Which::View) => "table".to_owned(),
            About::Table(which) => ["table:", which.word()].concat(),
            About::Regions(regions) => ["regions:", &regions.join(",")].concat(),
            About::Matrix(ends) => ["matrix:", &several::written(ends)].concat(),
            About::Compare(ends) => ["compare:", &several::written(ends)].concat(),
        }
    }
}

impl Wishes {
    fn parse(parts: &[(&str, &str)]) -> Wishes {
        let mut wishes = Wishes::default();
        for (name, value) in parts {
            wishes.set(name, value);
        }
        wishes
    }

    fn written(&self) -> String {
        let toward = (!self.toward.is_empty()).then(|| [";toward:", &self.toward.join(",")].concat());
        let sku = self.sku.map(|it| [";sku:", it.as_str()].concat());
        let regions = (!self.regions.is_empty()).then(|| [";regions:", &self.regions.join(",")].concat());
        [toward, sku, regions].into_iter().flatten().collect()
    }

    /// Sets the wish of this name; tells whether there is such a wish.
    fn set(&mut self, name: &str, value: &str) -> bool {
        match name {
            "toward" => self.toward = slugs(value),
            "sku" => self.sku = value.parse().ok(),
            "regions" => self.regions = slugs(value),
            _ => return false,
        }
        true
    }
}

impl Point {
    /// The point nearest to this place.
    pub fn at(place: LonLat) -> Point {
        let e4 = |degrees: f64| (degrees * 1e4).round() as i32;
        Point { lat_e4: e4(place.lat()), lon_e4: e4(place.lon()) }
    }

    /// The place. None only where a field is out of range.
    pub fn place(self) -> Option<LonLat> {
        LonLat::new(f64::from(self.lon_e4) / 1e4, f64::from(self.lat_e4) / 1e4)
    }

    /// Reads `52.3700,4.8900`; decimals beyond the fourth are cut.
    fn parse(text: &str) -> Option<Point> {
        let (lat, lon) = text.split_once(',')?;
        let e4 = |text: &str, limit: i32| {
            let value = i32::try_from(decimal(text)? / E7_IN_E4).ok()?;
            (value.abs() <= limit * 10_000).then_some(value)
        };
        Some(Point { lat_e4: e4(lat, 90)?, lon_e4: e4(lon, 180)? })
    }

    fn written(self) -> String {
        let part = |e4: i32| {
            format!("{}{}.{:04}", if e4 < 0 { "-" } else { "" }, e4.unsigned_abs() / 10_000, e4.unsigned_abs() % 10_000)
        };
        [part(self.lat_e4), part(self.lon_e4)].join(",")
    }
}

/// The slug of the provider that an older link wishes beside a city or a point. Today that is a filter (only.rs).
pub fn older_provider(text: &str) -> Option<String> {
    let text = unescaped(text);
    let is_nearest = text.starts_with("city:") || text.starts_with("point:");
    let wish = text.split(';').find_map(|it| it.strip_prefix("provider:"));
    wish.filter(|_| is_nearest).and_then(slug)
}

/// A text that may be a slug, whatever it names.
pub fn slug(text: &str) -> Option<String> {
    let fits = |it: u8| it.is_ascii_alphanumeric() || it == b'-';
    let is_slug = !text.is_empty() && text.len() <= LONGEST_SLUG && text.bytes().all(fits);
    is_slug.then(|| text.to_ascii_lowercase())
}

/// The slugs of a list parted by commas, each once, without what is none.
pub fn slugs(text: &str) -> Vec<String> {
    let mut found = text.split(',').filter_map(slug).collect();
    once(&mut found);
    found
}

/// Keeps the first of each.
pub fn once<T: PartialEq>(items: &mut Vec<T>) {
    for item in std::mem::take(items) {
        if !items.contains(&item) {
            items.push(item);
        }
    }
}

fn country(text: &str) -> Option<String> {
    let is_code = text.len() == 2 && text.bytes().all(|it| it.is_ascii_alphabetic());
    is_code.then(|| text.to_ascii_uppercase())
}

/// Some programs escape marks in a link that need no escaping.
pub fn unescaped(text: &str) -> String {
    [("%3A", ":"), ("%3B", ";"), ("%2C", ",")]
        .iter()
        .fold(text.to_owned(), |text, (code, mark)| text.replace(code, mark).replace(&code.to_ascii_lowercase(), mark))
}

#[cfg(test)]
mod tests;
