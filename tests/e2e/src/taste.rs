//! How a person comes to the page: with which screen, and with which preferences.

/// The colors a person prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Light on dark.
    Dark,
    /// Dark on light.
    Light,
}

/// How the page is opened. A browser has its taste from its start to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taste {
    /// Width and height of the viewport in CSS pixels.
    pub viewport: (u32, u32),
    /// The preferred colors.
    pub scheme: Scheme,
    /// Whether the person asks for less movement.
    pub reduced_motion: bool,
    /// Whether the browser says it has a touch screen.
    pub touch: bool,
    /// Whether the system chooses the colors of every page; told to Chromium alone.
    pub forced_colors: bool,
    /// Pixels of the screen for a CSS pixel.
    pub pixel_ratio: u32,
    /// How large a person has text by the browser's settings, in CSS pixels; WebKitGTK is not told.
    pub text_px: u32,
    /// The language that the browser asks pages for. WebKitGTK has that of the system alone.
    pub language: &'static str,
}

impl Default for Taste {
    /// A desktop at 1440 by 900 pixels, dark, with movement.
    fn default() -> Self {
        Taste {
            viewport: (1440, 900),
            scheme: Scheme::Dark,
            reduced_motion: false,
            touch: false,
            forced_colors: false,
            pixel_ratio: 1,
            text_px: 16,
            language: "en",
        }
    }
}

impl Taste {
    /// A phone: 390 by 844 pixels with a touch screen.
    pub fn phone() -> Self {
        Taste { viewport: (390, 844), touch: true, ..Taste::default() }
    }
}
