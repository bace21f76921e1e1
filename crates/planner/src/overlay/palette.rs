//! The colors of the style sheet, read once for a theme.

use leptos::prelude::{document, window};
use reach::sku::Sku;
use scene::theme::{Ink, sku_ink};

/// The colors that a plan is drawn in, and how much wider its lines are under high contrast.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    /// Text, sites and what leads to them.
    pub text: String,
    /// What is lit.
    pub select: String,
    /// The gap around marks and lines.
    pub casing: String,
    /// Global Reach.
    pub reach: String,
    /// What does not work.
    pub failed: String,
    /// Doubt.
    pub caution: String,
    /// A region that the plan does not reach.
    pub other: String,
    skus: [String; 3],
    /// In CSS pixels.
    pub wider_px: f64,
}

impl Palette {
    /// Reads the custom properties of the page.
    pub fn read() -> Palette {
        let root = document().document_element();
        let contrast = root.as_ref().is_some_and(|it| it.class_list().contains("contrast"));
        let style = root.and_then(|it| window().get_computed_style(&it).ok().flatten());
        let named = |name: &str| {
            let value = style.as_ref().and_then(|it| it.get_property_value(&format!("--{name}")).ok());
            value.unwrap_or_default().trim().to_owned()
        };
        let ink = |ink: Ink| named(ink.name());
        Palette {
            text: ink(Ink::Text),
            select: ink(Ink::Select),
            casing: ink(Ink::Casing),
            reach: ink(Ink::Reach),
            failed: named("failed"),
            caution: ink(Ink::Caution),
            other: ink(Ink::Other),
            skus: [Sku::Local, Sku::Standard, Sku::Premium].map(|sku| ink(sku_ink(sku))),
            wider_px: if contrast { 1.0 } else { 0.0 },
        }
    }

    /// The color of a SKU.
    pub fn sku(&self, sku: Sku) -> &str {
        let [local, standard, premium] = &self.skus;
        match sku {
            Sku::Local => local,
            Sku::Standard => standard,
            Sku::Premium => premium,
        }
    }
}
