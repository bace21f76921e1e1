//! The colors of the picture by what they mean. Their values stand once, in the page's style sheet.

use reach::sku::Sku;

macro_rules! inks {
    ($($(#[$doc:meta])* $ink:ident = $name:literal;)+) => {
        /// What a color means. The page resolves it from the custom property of the same name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Ink {
            $($(#[$doc])* $ink,)+
        }

        impl Ink {
            /// Every ink, in the order of declaration: the place of an ink in a table of resolved colors.
            pub const ALL: &'static [Ink] = &[$(Ink::$ink),+];

            /// The name of its custom property, without the leading dashes.
            pub fn name(self) -> &'static str {
                match self { $(Ink::$ink => $name),+ }
            }
        }
    };
}

inks! {
    /// Outside the map's outline.
    Void = "void";
    /// Sea.
    Ocean = "ocean";
    /// Land without a role.
    Land = "land";
    /// Land of the chosen geopolitical region.
    Lit = "lit";
    /// All other land while something is chosen.
    Dim = "dim";
    /// A geopolitical region, idle.
    Tint1 = "tint-1";
    /// A geopolitical region, idle.
    Tint2 = "tint-2";
    /// A geopolitical region, idle.
    Tint3 = "tint-3";
    /// A geopolitical region, idle.
    Tint4 = "tint-4";
    /// Borders of countries.
    Border = "border";
    /// Shores and the map's outline.
    Coast = "coast";
    /// Names of geopolitical regions and countries.
    LabelLand = "label-land";
    /// Names of waters.
    LabelSea = "label-sea";
    /// Meridians and parallels.
    Graticule = "graticule";
    /// Text.
    Text = "text";
    /// Quieter text.
    Text2 = "text-2";
    /// The ring of the chosen place, and of the keyboard's.
    Select = "select";
    /// Reached by Local.
    Local = "local";
    /// Reached by Standard.
    Standard = "standard";
    /// Reached by Premium.
    Premium = "premium";
    /// Global Reach.
    Reach = "reach";
    /// Doubt: always hatched or half filled.
    Caution = "caution";
    /// A region while nothing is chosen.
    RegionIdle = "region-idle";
    /// A location that is not the chosen one.
    Other = "other";
    /// The gap around lines.
    Casing = "casing";
}

/// The color of a SKU.
pub fn sku_ink(sku: Sku) -> Ink {
    match sku {
        Sku::Local => Ink::Local,
        Sku::Standard => Ink::Standard,
        Sku::Premium => Ink::Premium,
    }
}
