//! Address prefixes, such as `10.0.0.0/30`.

use crate::phrase::phrase;
use std::net::IpAddr;

/// An address prefix: every address that starts with the same bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Prefix {
    /// IPv6 rather than IPv4.
    pub ipv6: bool,
    /// Its first address as a number.
    first: u128,
    /// How many bits its addresses share: 0 to 32, or to 128 for IPv6.
    pub length: u8,
}

/// Why a text is no prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAPrefix {
    /// Not an address, a slash and a length.
    #[error("{}", self.text())]
    Form,
    /// The address has bits beyond the length.
    #[error("{}", self.text())]
    HostBits,
}

impl NotAPrefix {
    /// What to do about it, for pages that say it in another language.
    pub fn text(self) -> &'static str {
        match self {
            NotAPrefix::Form => phrase("write an address, a slash and a length, such as 10.0.0.0/30"),
            NotAPrefix::HostBits => {
                phrase("the address is not the first of the prefix: the bits after its length must be zero")
            }
        }
    }
}

/// The private ranges of RFC 1918.
const PRIVATE: [(u128, u8); 3] = [(0x0a00_0000, 8), (0xac10_0000, 12), (0xc0a8_0000, 16)];

impl Prefix {
    /// The prefix that `text` spells.
    ///
    /// # Errors
    /// When it spells none.
    pub fn parse(text: &str) -> Result<Prefix, NotAPrefix> {
        let (address, length) = text.trim().split_once('/').ok_or(NotAPrefix::Form)?;
        let address: IpAddr = address.parse().map_err(|_| NotAPrefix::Form)?;
        let plain = !length.is_empty() && length.len() <= 3 && length.bytes().all(|it| it.is_ascii_digit());
        let length: u8 =
            if plain { length.parse().map_err(|_| NotAPrefix::Form)? } else { return Err(NotAPrefix::Form) };
        let (ipv6, first, bits) = match address {
            IpAddr::V4(address) => (false, u128::from(u32::from(address)), 32),
            IpAddr::V6(address) => (true, u128::from(address), 128),
        };
        if length > bits {
            return Err(NotAPrefix::Form);
        }
        let prefix = Prefix { ipv6, first, length };
        if prefix.first & prefix.host_mask() == 0 { Ok(prefix) } else { Err(NotAPrefix::HostBits) }
    }

    /// The bits that differ among its addresses.
    fn host_mask(self) -> u128 {
        let bits = if self.ipv6 { 128 } else { 32 };
        let host_bits = u32::from(bits - self.length);
        if host_bits == 128 { u128::MAX } else { (1 << host_bits) - 1 }
    }

    /// Its last address as a number.
    fn last(self) -> u128 {
        self.first | self.host_mask()
    }

    /// Whether the two have an address in common.
    pub fn overlaps(self, other: Prefix) -> bool {
        self.ipv6 == other.ipv6 && self.first <= other.last() && other.first <= self.last()
    }

    /// Whether it touches a private range of RFC 1918.
    pub fn is_private(self) -> bool {
        PRIVATE.iter().any(|(first, length)| self.overlaps(Prefix { ipv6: false, first: *first, length: *length }))
    }

    /// For each of `prefixes` one that stands before it in the order of addresses and overlaps it, where there is one.
    pub fn overlaps_among(prefixes: &[Prefix]) -> Vec<(usize, usize)> {
        let mut order: Vec<usize> = (0..prefixes.len()).collect();
        order.sort_unstable_by_key(|at| prefixes.get(*at).map(|it| (it.ipv6, it.first, it.length)).unwrap_or_default());
        let mut found = Vec::new();
        // The one so far that ends last: if any before overlaps, this one does.
        let mut widest: Option<(usize, Prefix)> = None;
        for at in order {
            let Some(prefix) = prefixes.get(at).copied() else { continue };
            match widest {
                Some((other, wide)) if wide.overlaps(prefix) => found.push((other.min(at), other.max(at))),
                Some(_) | None => {}
            }
            if widest.is_none_or(|(_, wide)| wide.ipv6 != prefix.ipv6 || wide.last() < prefix.last()) {
                widest = Some((at, prefix));
            }
        }
        found.sort_unstable();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn prefix(text: &str) -> Prefix {
        Prefix::parse(text).unwrap()
    }

    #[test]
    fn a_prefix_is_an_address_and_a_length() {
        for good in ["10.0.0.0/30", "0.0.0.0/0", "2001:db8::/126", "::/0", "192.0.2.1/32", " 10.0.0.0/8 "] {
            assert!(Prefix::parse(good).is_ok(), "{good}");
        }
        for bad in
            ["", "10.0.0.0", "10.0.0/30", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/ 8", "::/129", "a/8", "10.0.0.0/"]
        {
            assert_eq!(Prefix::parse(bad), Err(NotAPrefix::Form), "{bad}");
        }
        assert_eq!(Prefix::parse("10.0.0.1/30"), Err(NotAPrefix::HostBits));
    }

    #[test]
    fn private_ranges_are_the_three_of_rfc_1918() {
        for private in ["10.1.0.0/16", "172.16.0.0/30", "172.31.255.252/30", "192.168.8.0/29", "0.0.0.0/0"] {
            assert!(prefix(private).is_private(), "{private}");
        }
        for public in ["11.0.0.0/8", "172.32.0.0/30", "192.167.255.252/30", "203.0.113.0/30", "2001:db8::/126"] {
            assert!(!prefix(public).is_private(), "{public}");
        }
    }

    #[test]
    fn neighbors_do_not_overlap() {
        assert!(!prefix("10.0.0.0/30").overlaps(prefix("10.0.0.4/30")));
        assert!(prefix("10.0.0.0/29").overlaps(prefix("10.0.0.4/30")));
        assert!(!prefix("0.0.0.0/0").overlaps(prefix("::/0")));
    }

    proptest! {
        /// Against every pair, one by one: the sweep names an overlap exactly where there is one.
        #[test]
        fn the_sweep_finds_what_pairs_find(parts in prop::collection::vec((0u32..64, 26u8..=32, any::<bool>()), 0..12)) {
            let made = |(number, length, ipv6): (u32, u8, bool)| {
                let mask = if length == 32 { 0 } else { (1u128 << (32 - length)) - 1 };
                let first = u128::from(number) & !mask;
                Prefix { ipv6, first, length: if ipv6 { length + 96 } else { length } }
            };
            let prefixes: Vec<Prefix> = parts.into_iter().map(made).collect();
            let swept = Prefix::overlaps_among(&prefixes);
            for (one, other) in &swept {
                prop_assert!(one < other && prefixes[*one].overlaps(prefixes[*other]));
            }
            let clean = (0..prefixes.len()).all(|a| (0..a).all(|b| !prefixes[a].overlaps(prefixes[b])));
            prop_assert_eq!(swept.is_empty(), clean);
        }
    }
}
