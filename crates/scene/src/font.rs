//! The fonts of the map.

/// How a name is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Font {
    /// The chosen place.
    Chosen,
    /// A location, close in.
    Near,
    /// A location, far out.
    Far,
    /// A region that is reached.
    Lit,
    /// Any other region, and what is said after a name.
    Quiet,
    /// A geopolitical region, in capitals.
    Geopolitical,
    /// A country, in capitals.
    Country,
    /// A water.
    Water,
}

macro_rules! css {
    ($font:literal) => {
        concat!($font, " system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", sans-serif")
    };
}

impl Font {
    /// The CSS font.
    pub fn css(self) -> &'static str {
        match self {
            Font::Chosen => css!("600 15px"),
            Font::Near => css!("600 13px"),
            Font::Far => css!("500 11px"),
            Font::Lit => css!("600 12px"),
            Font::Quiet => css!("500 11.5px"),
            Font::Geopolitical => css!("600 10.5px"),
            Font::Country => css!("500 10px"),
            Font::Water => css!("italic 400 12px"),
        }
    }

    /// The CSS letter spacing.
    pub fn tracking(self) -> &'static str {
        match self {
            Font::Chosen | Font::Near | Font::Far | Font::Lit | Font::Quiet => "0px",
            Font::Geopolitical => "2.6px",
            Font::Country => "1.8px",
            Font::Water => "1.2px",
        }
    }

    /// How high a line of it is, in CSS pixels.
    pub fn height_px(self) -> f64 {
        match self {
            Font::Chosen => 19.0,
            Font::Near => 16.0,
            Font::Far | Font::Quiet | Font::Geopolitical | Font::Country => 14.0,
            Font::Lit | Font::Water => 15.0,
        }
    }
}
