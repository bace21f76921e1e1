//! The card beside a site under the pointer.

use leptos::prelude::document;
use reach::plan::{Plan, Site};
use scene::viewport::{ScreenPoint, Viewport};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A card that names a site and the circuits that serve it.
pub struct Card(HtmlElement);

impl Card {
    /// A card over `frame`, hidden for now; none when the page takes no more elements.
    pub fn new(frame: &Element) -> Option<Card> {
        let card = document().create_element("div").ok()?.unchecked_into::<HtmlElement>();
        card.set_hidden(true);
        frame.append_child(&card).ok()?;
        Some(Card(card))
    }

    /// Shows it beside a point, on the side where there is room.
    pub fn show(&self, plan: &Plan, site: usize, at: ScreenPoint, view: Viewport) {
        let Some(site) = plan.sites.get(site) else { return self.hide() };
        let middle = view.middle();
        let across = if at.x < middle.x { "right" } else { "left" };
        let down = if at.y < middle.y { "below" } else { "above" };
        self.0.set_class_name(&format!("hover-card {across} {down}"));
        self.0.set_text_content(None);
        for (tag, text) in [("strong", site.title()), ("span", &coordinates(site)), ("p", &served(plan, site))] {
            if let Ok(line) = document().create_element(tag) {
                line.set_text_content(Some(text));
                // A line that the page does not take is left out.
                let _ = self.0.append_child(&line);
            }
        }
        for (property, css) in [("left", at.x), ("top", at.y)] {
            let _ = self.0.style().set_property(property, &format!("{css}px"));
        }
        self.0.set_hidden(false);
    }

    /// Hides it.
    pub fn hide(&self) {
        self.0.set_hidden(true);
    }
}

/// The degrees of a site as its file has them.
fn coordinates(site: &Site) -> String {
    match (&site.latitude, &site.longitude) {
        (Some(latitude), Some(longitude)) => words::say_with(
            "Site, {latitude}, {longitude}",
            &[("latitude", &latitude.to_string()), ("longitude", &longitude.to_string())],
        ),
        (None, _) | (_, None) => words::said("Site"),
    }
}

fn served(plan: &Plan, site: &Site) -> String {
    let circuits: Vec<&str> =
        plan.circuits.iter().filter(|it| it.site.as_deref() == Some(&site.id)).map(|it| it.id.as_str()).collect();
    match circuits.as_slice() {
        [] => words::said("No circuit yet. Drag from here to a peering location."),
        circuits => words::say_with("via {circuits}", &[("circuits", &(circuits.join(", ")).to_string())]),
    }
}

#[cfg(test)]
mod tests {
    use super::{coordinates, served};
    use reach::catalog::Catalog;
    use reach::plan::{LocationRef, Plan, PlanCircuit, Site};
    use reach::sku::Sku;

    #[test]
    fn a_card_says_where_a_site_is_and_what_serves_it() {
        let catalog = Catalog::from_packed(tables::CORE).unwrap();
        let mut plan = Plan::new(&catalog);
        let site = Site::at("s", "Site", 52.into(), (-4).into());
        assert_eq!(coordinates(&site), "Site, 52, -4");
        assert_eq!(coordinates(&Site::default()), "Site");
        assert_eq!(served(&plan, &site), "No circuit yet. Drag from here to a peering location.");
        for id in ["c1", "c2"] {
            let circuit = PlanCircuit::new(id, LocationRef::Unknown("gone".to_owned()), Sku::Local);
            plan.circuits.push(PlanCircuit { site: Some("s".to_owned()), ..circuit });
        }
        assert_eq!(served(&plan, &site), "via c1, c2");
    }
}
