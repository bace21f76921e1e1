//! Clouds, circuit SKUs and peerings: the closed sets of the field.

use crate::phrase::phrase;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// A word that is not one of a closed set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {what} {value:?}: use one of {}", choices.join(", "))]
pub struct UnknownWord {
    /// What was looked for, such as "SKU".
    pub what: &'static str,
    /// The word as given.
    pub value: String,
    /// Every word that is taken.
    pub choices: &'static [&'static str],
}

macro_rules! closed_set {
    ($(#[$doc:meta])* $name:ident, $what:literal, { $($(#[$variant_doc:meta])* $variant:ident = $word:literal, $shown:expr;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every member, smallest first.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word in JSON, CSV, links and on the command line.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }

            /// The name as Azure writes it.
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => $shown),+ }
            }
        }

        impl FromStr for $name {
            type Err = UnknownWord;

            fn from_str(text: &str) -> Result<Self, UnknownWord> {
                let word = text.trim();
                let found = $name::ALL.iter().find(|it| it.as_str().eq_ignore_ascii_case(word));
                found.copied().ok_or_else(|| UnknownWord { what: $what, value: text.to_owned(), choices: $name::WORDS })
            }
        }
    };
}

pub(crate) use closed_set;

closed_set!(
    /// A cloud: a world of its own, which no circuit leaves.
    Cloud, "cloud", {
        /// Global Azure.
        Public = "public", phrase("Public");
        /// Azure for the US Government.
        UsGov = "usgov", phrase("US Government");
        /// Azure operated by 21Vianet.
        China = "china", phrase("China");
    }
);

closed_set!(
    /// The SKU tier of a circuit, smallest first: a larger one never reaches less.
    Sku, "SKU", {
        /// Reaches the one or two regions listed for its location.
        Local = "local", "Local";
        /// Reaches the geopolitical region of its location.
        Standard = "standard", "Standard";
        /// Reaches every region of its cloud.
        Premium = "premium", "Premium";
    }
);

closed_set!(
    /// What is reached through a circuit.
    Peering, "peering", {
        /// VNets, through a gateway in the region.
        Private = "private", phrase("Private peering");
        /// Public prefixes of the region.
        Microsoft = "microsoft", phrase("Microsoft peering");
    }
);
