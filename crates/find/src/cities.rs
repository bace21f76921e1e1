//! The cities of the world as the page loads them: one packed file, unpacked into columns.
//!
//! The layout, numbers as little-endian base 128 (`n`), differences zigzagged (`±n`): the magic word, the source with its
//! date (text), the number of states (n), each with code and name; the number of countries (n), each with code, name, how
//! many cities (n) and which of them is the capital, from 1, 0 for none (n); then five columns over all cities, country
//! by country and near ones in a row: names parted by line feeds, the state from 1 (one byte a city), the size class (one
//! byte), ± hundredths of a degree north and ± hundredths east, each from the city before. Texts and columns stand
//! behind their length (n).

use crate::number::ONE;
use reach::geo::LonLat;

/// The first bytes of every file.
const MAGIC: &[u8] = b"ATLC1";

/// A file that cannot be read: it was not made by this version of the project, or was damaged on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the packed cities cannot be read at byte {0}")]
pub struct CitiesError(pub usize);

/// A country or a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// ISO 3166 alpha-2 of a country, the postal code of a state.
    pub code: String,
    /// Its name in English.
    pub name: String,
}

/// A country with the range of its cities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// Its code and name.
    pub area: Area,
    /// The first of its cities.
    pub start: u32,
    /// The first city behind its own.
    pub end: u32,
    /// Its capital, where the list has it.
    pub capital: Option<u32>,
}

/// A city of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct City {
    /// Where its name ends among the names.
    name_end: u32,
    /// A place in the list of countries.
    pub country: u8,
    /// A place in the list of states.
    pub state: Option<u8>,
    /// Four times the binary logarithm of its inhabitants, less 40: 19 for 30 thousand, 39 for a million. A little more
    /// where two cities of one name would have the same, so that the larger stays the larger.
    pub size: u8,
    /// Hundredths of a degree north.
    pub lat_e2: i16,
    /// Hundredths of a degree east.
    pub lon_e2: i16,
}

/// The list. The default is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cities {
    /// Where the list comes from, with its date.
    pub source: String,
    /// The states of those countries that the list parts.
    pub states: Vec<Area>,
    /// The countries with a city on the list.
    pub countries: Vec<Country>,
    cities: Vec<City>,
    names: String,
}

impl Cities {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.cities.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.cities.is_empty()
    }

    /// A city by its place in the list; none behind its end.
    pub fn city(&self, at: u32) -> Option<City> {
        self.cities.get(at as usize).copied()
    }

    /// Its name; empty behind the end of the list.
    pub fn name(&self, at: u32) -> &str {
        let start = at.checked_sub(1).and_then(|before| self.city(before)).map_or(0, |it| it.name_end as usize + 1);
        let end = self.city(at).map_or(start, |it| it.name_end as usize);
        self.names.get(start..end).unwrap_or_default()
    }

    /// Where it lies, to a hundredth of a degree: within 0.8 km of the point on the list.
    pub fn point(&self, at: u32) -> Option<LonLat> {
        let city = self.city(at)?;
        let e7 = |hundredths: i16| i64::from(hundredths) * ONE / 100;
        crate::coordinates::point(e7(city.lat_e2), e7(city.lon_e2))
    }

    /// Its country.
    pub fn country_of(&self, at: u32) -> Option<&Country> {
        self.countries.get(usize::from(self.city(at)?.country))
    }

    /// Its state, in countries that the list parts.
    pub fn state_of(&self, at: u32) -> Option<&Area> {
        self.states.get(usize::from(self.city(at)?.state?))
    }

    /// The list that a file holds.
    ///
    /// # Errors
    /// When the file is none: names the place where it stops making sense.
    pub fn unpack(bytes: &[u8]) -> Result<Cities, CitiesError> {
        let mut reader = Reader { bytes, at: 0 };
        if reader.take(MAGIC.len())? != MAGIC {
            return Err(CitiesError(0));
        }
        let mut list = Cities { source: reader.text()?, ..Cities::default() };
        for _ in 0..reader.number()? {
            list.states.push(reader.area()?);
        }
        let mut start = 0;
        for _ in 0..reader.number()? {
            let area = reader.area()?;
            let (count, capital) = (reader.number()?, reader.number()?);
            let end = start + count;
            let capital = capital.checked_sub(1).map(|it| start + it);
            list.countries.push(Country { area, start, end, capital });
            start = end;
        }
        list.names = reader.text()?;
        let (states, sizes) = (reader.column()?, reader.column()?);
        let (mut lats, mut lons) = (reader.reader()?, reader.reader()?);
        let count = start as usize;
        let fits = states.len() == count && sizes.len() == count && list.countries.len() <= usize::from(u8::MAX);
        if !fits {
            return Err(reader.error());
        }
        let mut ends = list.names.bytes().enumerate().filter(|(_, it)| *it == b'\n').map(|(at, _)| at);
        let whole = list.names.len();
        let (mut lat, mut lon) = (0, 0);
        for (place, country) in list.countries.iter().enumerate() {
            for at in country.start..country.end {
                lat += lats.difference()?;
                lon += lons.difference()?;
                let narrow = |value: i32| i16::try_from(value).map_err(|_| CitiesError(0));
                list.cities.push(City {
                    name_end: ends.next().unwrap_or(whole) as u32,
                    country: place as u8,
                    state: states[at as usize].checked_sub(1),
                    size: sizes[at as usize],
                    lat_e2: narrow(lat)?,
                    lon_e2: narrow(lon)?,
                });
            }
        }
        Ok(list)
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn error(&self) -> CitiesError {
        CitiesError(self.at)
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8], CitiesError> {
        let end = self.at.checked_add(count).ok_or(self.error())?;
        let taken = self.bytes.get(self.at..end).ok_or(self.error())?;
        self.at = end;
        Ok(taken)
    }

    fn number(&mut self) -> Result<u32, CitiesError> {
        let mut value = 0;
        for shift in [0, 7, 14, 21] {
            let byte = self.take(1)?[0];
            value |= u32::from(byte & 127) << shift;
            if byte < 128 {
                return Ok(value);
            }
        }
        Err(self.error())
    }

    fn difference(&mut self) -> Result<i32, CitiesError> {
        let value = self.number()? as i32;
        Ok((value >> 1) ^ -(value & 1))
    }

    fn column(&mut self) -> Result<&'a [u8], CitiesError> {
        let length = self.number()? as usize;
        self.take(length)
    }

    fn reader(&mut self) -> Result<Reader<'a>, CitiesError> {
        Ok(Reader { bytes: self.column()?, at: 0 })
    }

    fn text(&mut self) -> Result<String, CitiesError> {
        let error = self.error();
        let text = std::str::from_utf8(self.column()?).map_err(|_| error)?;
        Ok(text.to_owned())
    }

    fn area(&mut self) -> Result<Area, CitiesError> {
        Ok(Area { code: self.text()?, name: self.text()? })
    }
}

/// Writing the file: used by the chore that makes it.
#[cfg(feature = "pack")]
pub mod pack {
    use super::{Area, MAGIC};

    /// A city as the chore collects it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Collected {
        /// Its name.
        pub name: String,
        /// A place in the list of states.
        pub state: Option<u8>,
        /// As [`super::City::size`].
        pub size: u8,
        /// Hundredths of a degree north.
        pub lat_e2: i16,
        /// Hundredths of a degree east.
        pub lon_e2: i16,
        /// Whether it is the capital of its country.
        pub capital: bool,
    }

    /// The file of a list: every country with its cities, in the order in which they are to stand.
    pub fn pack(source: &str, states: &[Area], countries: &[(Area, Vec<Collected>)]) -> Vec<u8> {
        let mut file = MAGIC.to_vec();
        column(&mut file, source.as_bytes());
        number(&mut file, states.len());
        for state in states {
            area(&mut file, state);
        }
        number(&mut file, countries.len());
        for (country, cities) in countries {
            area(&mut file, country);
            number(&mut file, cities.len());
            number(&mut file, cities.iter().position(|it| it.capital).map_or(0, |at| at + 1));
        }
        let all: Vec<&Collected> = countries.iter().flat_map(|it| &it.1).collect();
        let names: Vec<&str> = all.iter().map(|it| it.name.as_str()).collect();
        column(&mut file, names.join("\n").as_bytes());
        let states: Vec<u8> = all.iter().map(|it| it.state.map_or(0, |at| at + 1)).collect();
        column(&mut file, &states);
        let sizes: Vec<u8> = all.iter().map(|it| it.size).collect();
        column(&mut file, &sizes);
        column(&mut file, &differences(all.iter().map(|it| it.lat_e2)));
        column(&mut file, &differences(all.iter().map(|it| it.lon_e2)));
        file
    }

    fn number(file: &mut Vec<u8>, value: usize) {
        let mut rest = value;
        while rest >= 128 {
            file.push((rest & 127) as u8 | 128);
            rest >>= 7;
        }
        file.push(rest as u8);
    }

    fn column(file: &mut Vec<u8>, bytes: &[u8]) {
        number(file, bytes.len());
        file.extend_from_slice(bytes);
    }

    fn area(file: &mut Vec<u8>, area: &Area) {
        column(file, area.code.as_bytes());
        column(file, area.name.as_bytes());
    }

    fn differences(values: impl Iterator<Item = i16>) -> Vec<u8> {
        let (mut column, mut before) = (Vec::new(), 0);
        for value in values.map(i32::from) {
            let difference = value - before;
            number(&mut column, ((difference << 1) ^ (difference >> 31)) as u32 as usize);
            before = value;
        }
        column
    }
}
