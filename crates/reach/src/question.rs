//! Questions as people and programs put them → types: every face of the project asks through here, so that one text
//! means one thing everywhere.

use crate::catalog::Catalog;
use crate::geo::{Kilometers, LonLat};
use crate::id::{PeeringLocationId, RegionId};
use crate::latency::Place;
use crate::names::{NameError, Names, folded};
use crate::reachable::Destination;
use crate::sku::{Cloud, UnknownWord};

/// A question that cannot be asked: what was given, and what to give instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuestionError {
    /// A name that is not one thing.
    #[error(transparent)]
    Name(#[from] NameError),
    /// A word that is not one of a closed set.
    #[error(transparent)]
    Word(#[from] UnknownWord),
    /// Text where a number belongs.
    #[error("{what} {value:?} is not a number: {remedy}")]
    NotANumber {
        /// What was asked for, such as "latitude".
        what: &'static str,
        /// The text as given.
        value: String,
        /// What to give instead.
        remedy: &'static str,
    },
    /// A number that means nothing here.
    #[error("{what} {value} is out of range: {remedy}")]
    OutOfRange {
        /// What was asked for.
        what: &'static str,
        /// The number as given.
        value: String,
        /// What to give instead.
        remedy: &'static str,
    },
    /// An environment is a matter of Dynamics 365 only.
    #[error("an environment {value:?} belongs to dynamics-365: ask for that, or leave the environment out")]
    EnvironmentOfARegion {
        /// The environment as given.
        value: String,
    },
}

impl QuestionError {
    /// The stable code in JSON.
    pub fn code(&self) -> &'static str {
        match self {
            QuestionError::Name(error) => error.code(),
            QuestionError::Word(_) => "unknown_word",
            QuestionError::NotANumber { .. } => "not_a_number",
            QuestionError::OutOfRange { .. } => "out_of_range",
            QuestionError::EnvironmentOfARegion { .. } => "usage",
        }
    }

    /// What was given.
    pub fn value(&self) -> &str {
        match self {
            QuestionError::Name(error) => error.value(),
            QuestionError::Word(error) => &error.value,
            QuestionError::NotANumber { value, .. }
            | QuestionError::OutOfRange { value, .. }
            | QuestionError::EnvironmentOfARegion { value } => value,
        }
    }

    /// What to give instead, best first; empty where it cannot be listed.
    pub fn near(&self) -> Vec<String> {
        match self {
            QuestionError::Name(error) => error.near().to_vec(),
            QuestionError::Word(error) => error.choices.iter().map(|it| (*it).to_owned()).collect(),
            QuestionError::EnvironmentOfARegion { .. } => vec!["dynamics-365".to_owned()],
            QuestionError::NotANumber { .. } | QuestionError::OutOfRange { .. } => Vec::new(),
        }
    }
}

/// The other end of a question about reach.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// A region, or `microsoft-365` or `dynamics-365`.
    pub to: &'a str,
    /// The cloud to look in; without it, the circuit's first.
    pub to_cloud: Option<Cloud>,
    /// The geopolitical region of a Dynamics 365 environment; without it, the circuit's own.
    pub environment: Option<&'a str>,
}

/// What `wanted` names, for a circuit of the cloud `own`.
///
/// # Errors
/// When it names nothing, or more than one thing, or an environment of something that has none.
pub fn destination(catalog: &Catalog, names: &Names, wanted: Wanted, own: Cloud) -> Result<Destination, QuestionError> {
    let service_cloud = wanted.to_cloud.unwrap_or(own);
    match (folded(wanted.to).as_str(), wanted.environment) {
        ("dynamics365" | "d365", environment) => dynamics_365(catalog, names, environment, own, wanted.to_cloud),
        (_, Some(environment)) => Err(QuestionError::EnvironmentOfARegion { value: environment.to_owned() }),
        ("microsoft365" | "m365" | "office365" | "o365", None) => Ok(Destination::Microsoft365(service_cloud)),
        (_, None) => Ok(Destination::Region(region(names, wanted.to, own, wanted.to_cloud)?)),
    }
}

fn dynamics_365(
    catalog: &Catalog,
    names: &Names,
    environment: Option<&str>,
    own: Cloud,
    to_cloud: Option<Cloud>,
) -> Result<Destination, QuestionError> {
    let place = match (environment, to_cloud.filter(|cloud| *cloud != own)) {
        (Some(name), None) => Some(names.geopolitical_region(name, own)?),
        (Some(name), Some(cloud)) => Some(names.geopolitical_region_within(name, cloud)?),
        // Any environment of another cloud answers for all of them: no circuit leaves its cloud.
        (None, Some(cloud)) => {
            catalog.geopolitical_region_ids().find(|id| catalog.geopolitical_region(*id).cloud == cloud)
        }
        (None, None) => None,
    };
    Ok(Destination::Dynamics365(place))
}

/// The region that `text` names: in `to_cloud` if given, else in `own`, else in the only other cloud that has one.
///
/// # Errors
/// When it names nothing, or more than one region.
pub fn region(names: &Names, text: &str, own: Cloud, to_cloud: Option<Cloud>) -> Result<RegionId, NameError> {
    match to_cloud {
        Some(cloud) => names.region_within(text, cloud),
        None => names.region(text, own),
    }
}

/// The peering location that `text` names: as [`region`].
///
/// # Errors
/// When it names nothing, or more than one location.
pub fn location(
    names: &Names,
    text: &str,
    own: Cloud,
    to_cloud: Option<Cloud>,
) -> Result<PeeringLocationId, NameError> {
    match to_cloud {
        Some(cloud) => names.location_within(text, cloud),
        None => names.location(text, own),
    }
}

/// The region or peering location that `text` names, looked for as by [`region`] and [`location`]. A name of both is
/// the region's.
///
/// # Errors
/// When it names nothing, or more than one region or location.
pub fn place(names: &Names, text: &str, own: Cloud, to_cloud: Option<Cloud>) -> Result<Place, NameError> {
    let unknown = match region(names, text, own, to_cloud) {
        Err(error @ NameError::Unknown { .. }) => error,
        other => return other.map(Place::Region),
    };
    match location(names, text, own, to_cloud) {
        Err(error @ NameError::Unknown { .. }) => Err(neither(&unknown, &error)),
        other => other.map(Place::Location),
    }
}

/// Nothing is called that: regions that are near, and then locations.
fn neither(region: &NameError, location: &NameError) -> NameError {
    let near = region.near().iter().chain(location.near()).cloned().collect();
    NameError::Unknown { what: "Azure region or peering location", value: region.value().to_owned(), near }
}

/// A point in degrees.
///
/// # Errors
/// When a value is not finite, or out of ±90 and ±180.
pub fn point(lat: f64, lon: f64) -> Result<LonLat, QuestionError> {
    let (lat, lon) = (latitude(lat)?, longitude(lon)?);
    Ok(LonLat::new(lon, lat).unwrap_or(LonLat::ORIGIN))
}

/// Degrees north.
///
/// # Errors
/// When not finite, or out of ±90.
pub fn latitude(degrees: f64) -> Result<f64, QuestionError> {
    in_range("latitude", degrees, (-90.0..=90.0).contains(&degrees), "give degrees north from -90 to 90")
}

/// Degrees east.
///
/// # Errors
/// When not finite, or out of ±180.
pub fn longitude(degrees: f64) -> Result<f64, QuestionError> {
    in_range("longitude", degrees, (-180.0..=180.0).contains(&degrees), "give degrees east from -180 to 180")
}

/// How many to list. More than there are is fine.
///
/// # Errors
/// When not a whole number, or below 1.
pub fn count(wanted: f64) -> Result<usize, QuestionError> {
    let good = wanted >= 1.0 && wanted.fract() == 0.0;
    // A count past the largest `usize` becomes the largest: it asks for all of them either way.
    in_range("count", wanted, good, "give a whole number, at least 1").map(|it| it as usize)
}

/// A pricing zone.
///
/// # Errors
/// When not 1, 2, 3 or 4.
pub fn pricing_zone(wanted: f64) -> Result<u8, QuestionError> {
    let good = (1.0..=4.0).contains(&wanted) && wanted.fract() == 0.0;
    in_range("zone", wanted, good, "give a pricing zone from 1 to 4").map(|it| it as u8)
}

/// A radius.
///
/// # Errors
/// When not finite, or negative.
pub fn radius(km: f64) -> Result<Kilometers, QuestionError> {
    in_range("radius", km, km.is_finite() && km >= 0.0, "give kilometers, at least 0").map(Kilometers)
}

fn in_range(what: &'static str, value: f64, good: bool, remedy: &'static str) -> Result<f64, QuestionError> {
    if good { Ok(value) } else { Err(QuestionError::OutOfRange { what, value: value.to_string(), remedy }) }
}
