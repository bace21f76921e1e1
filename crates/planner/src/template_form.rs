//! What people chose for a template, and the plan that comes of it.

use reach::catalog::Catalog;
use reach::id::{PeeringLocationId, RegionId};
use reach::plan::edit::free_id;
use reach::plan::{Plan, Site};
use reach::sku::Cloud;
use reach::templates::{self, Choices, Template};
use serde_json::Number;

/// What was chosen so far. It stays when another template is chosen.
#[derive(Clone, Debug)]
pub struct Form {
    /// The cloud of the plan on screen.
    pub cloud: Cloud,
    /// The slugs of the locations; empty where none is chosen.
    pub locations: Vec<String>,
    /// The slugs of the regions; empty where none is chosen.
    pub regions: Vec<String>,
    /// The names and coordinates of the sites, as typed.
    sites: [(String, String); 2],
}

/// A plan that was made, and what to say about it.
#[derive(Clone, Debug)]
pub struct Made {
    /// The plan.
    pub plan: Plan,
    /// The sentence.
    pub said: String,
}

impl Form {
    /// Nothing chosen but the cloud and the first sites of the plan on screen.
    pub fn begin(plan: &Plan) -> Form {
        let typed = |at: usize| {
            let Some(site) = plan.sites.get(at) else { return <(String, String)>::default() };
            let point = site.latitude.as_ref().zip(site.longitude.as_ref());
            (site.title().to_owned(), point.map(|(north, east)| format!("{north}, {east}")).unwrap_or_default())
        };
        Form { cloud: plan.cloud, locations: Vec::new(), regions: Vec::new(), sites: [typed(0), typed(1)] }
    }

    /// The name of a site, the first or the second.
    pub fn site_name(&mut self, at: usize) -> &mut String {
        &mut self.site(at).0
    }

    /// The coordinates of a site, as typed.
    pub fn site_point(&mut self, at: usize) -> &mut String {
        &mut self.site(at).1
    }

    fn site(&mut self, at: usize) -> &mut (String, String) {
        let [first, second] = &mut self.sites;
        if at == 0 { first } else { second }
    }

    /// The plan of a template with these choices.
    ///
    /// # Errors
    /// What is still to be chosen or mended.
    pub fn plan(&self, catalog: &Catalog, template: Template) -> Result<Made, String> {
        let (locations, regions) = template.wants();
        let chosen: Vec<PeeringLocationId> =
            self.locations.iter().take(locations).filter_map(|it| catalog.location_by_slug(it)).collect();
        let targets: Vec<RegionId> =
            self.regions.iter().take(regions).filter_map(|it| catalog.region_by_slug(it)).collect();
        if chosen.len() < locations || targets.len() < regions {
            let locations = words::say_count(locations, "{count} peering location", "{count} peering locations", &[]);
            let regions = words::say_count(regions, "{count} Azure region", "{count} Azure regions", &[]);
            let name = words::said(template.name());
            let values = [("name", &*name), ("locations", &locations), ("regions", &regions)];
            return Err(words::say_with("{name} takes {locations} and {regions}: choose what is missing.", &values));
        }
        if let Some(twice) = twice(&chosen) {
            return Err(words::say_with(
                "{name} is chosen twice: choose another location.",
                &[("name", &catalog.location(twice).name.to_string())],
            ));
        }
        let choices =
            Choices { sites: self.made_sites(template)?, locations: chosen, regions: targets, bandwidth_mbps: None };
        let plan = templates::plan(catalog, template, &choices);
        let said = words::say_with(
            "{name} is made as another plan. The plan before is under Plans.",
            &[("name", &plan.name.to_string())],
        );
        Ok(Made { plan, said })
    }

    fn made_sites(&self, template: Template) -> Result<Vec<Site>, String> {
        let mut sites: Vec<Site> = Vec::new();
        for (name, point) in self.sites.iter().take(template.sites()) {
            let (name, point) = (name.trim(), point.trim());
            if name.is_empty() && point.is_empty() {
                continue;
            }
            let id = free_id(&slug(name), |id| sites.iter().any(|it| it.id == id));
            let name = if name.is_empty() { &id } else { name };
            let site = match point.is_empty() {
                true => Site { id: id.clone(), name: Some(name.to_owned()), ..Site::default() },
                false => {
                    let (latitude, longitude) = coordinates(point)?;
                    Site::at(&id, name, latitude, longitude)
                }
            };
            if !point.is_empty() && site.point().is_none() {
                return Err(format!("{point:?} is nowhere: latitude goes from -90 to 90, longitude from -180 to 180."));
            }
            sites.push(site);
        }
        Ok(sites)
    }
}

fn twice(ids: &[PeeringLocationId]) -> Option<PeeringLocationId> {
    let again = ids.iter().enumerate().find(|(at, id)| ids.iter().take(*at).any(|it| it == *id));
    again.map(|it| *it.1)
}

/// `52.37, 4.9` with the digits as typed.
fn coordinates(typed: &str) -> Result<(Number, Number), String> {
    let told = || {
        words::say_with(
            "{typed} is no pair of coordinates: write latitude and longitude in degrees, such as 52.37, 4.9.",
            &[("typed", &format!("{typed:?}"))],
        )
    };
    let number = |text: &str| text.trim().parse::<Number>().map_err(|_| told());
    let (latitude, longitude) = typed.split_once([',', ';', ' ']).ok_or_else(told)?;
    Ok((number(latitude)?, number(longitude)?))
}

/// A name as the beginning of an id.
fn slug(name: &str) -> String {
    let words = name.split(|it: char| !it.is_ascii_alphanumeric()).filter(|it| !it.is_empty());
    let slug = words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-");
    if slug.is_empty() { "site".to_owned() } else { slug }
}

/// The locations that a template can be filled with, as slugs and names, by name.
pub fn locations_for(catalog: &Catalog, cloud: Cloud, template: Template) -> Vec<(String, String)> {
    let fits = |id: &PeeringLocationId| {
        let row = catalog.location(*id);
        let local = row.local_regions.as_ref().is_some_and(|it| !it.is_empty());
        row.cloud == cloud
            && match template {
                Template::Metro => row.metro,
                Template::DirectWithLocal => row.direct == Some(true) && local && !row.metro,
                Template::Single | Template::Maximum | Template::BowTie | Template::TwoGeographies => !row.metro,
            }
    };
    let named = |id| (catalog.location(id).slug.clone(), catalog.location(id).name.clone());
    by_name(catalog.location_ids().filter(fits).map(named).collect())
}

/// The regions in use of a cloud, as slugs and names, by name.
pub fn regions_for(catalog: &Catalog, cloud: Cloud) -> Vec<(String, String)> {
    let named = |id| (catalog.region(id).slug.clone(), catalog.region(id).name.clone());
    by_name(catalog.live_regions(cloud).map(named).collect())
}

/// Few enough to put each where it belongs: a sort of its own would weigh more.
fn by_name(rows: Vec<(String, String)>) -> Vec<(String, String)> {
    let mut sorted: Vec<(String, String)> = Vec::with_capacity(rows.len());
    for row in rows {
        let at = sorted.partition_point(|it| it.1 <= row.1);
        sorted.insert(at, row);
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::{Form, locations_for};
    use reach::catalog::Catalog;
    use reach::plan::Plan;
    use reach::plan_file::to_json;
    use reach::sku::Cloud;
    use reach::templates::Template;

    fn catalog() -> Catalog {
        Catalog::from_packed(tables::CORE).unwrap()
    }

    fn form(catalog: &Catalog, locations: &[&str], regions: &[&str], sites: &[(&str, &str)]) -> Form {
        let mut form = Form::begin(&Plan::new(catalog));
        form.locations = locations.iter().map(|it| (*it).to_owned()).collect();
        form.regions = regions.iter().map(|it| (*it).to_owned()).collect();
        for (at, (name, point)) in sites.iter().enumerate() {
            (*form.site_name(at), *form.site_point(at)) = ((*name).to_owned(), (*point).to_owned());
        }
        form
    }

    #[test]
    fn a_filled_form_gives_the_plan_with_its_site() {
        let catalog = catalog();
        let form = form(&catalog, &["amsterdam", "frankfurt"], &["westeurope"], &[("Amsterdam HQ", "52.370, 4.9")]);
        let plan = form.plan(&catalog, Template::Maximum).unwrap().plan;
        let ids: Vec<&str> = plan.circuits.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, ["amsterdam", "frankfurt"]);
        assert!(plan.circuits.iter().all(|it| it.site.as_deref() == Some("amsterdam-hq")));
        assert_eq!(plan.connections.len(), 2);
        assert!(to_json(&catalog, &plan).contains("\"latitude\": 52.370"), "the digits as typed");
    }

    #[test]
    fn what_is_missing_or_wrong_is_told() {
        let catalog = catalog();
        let told = |locations: &[&str], point: &str| {
            form(&catalog, locations, &["westeurope"], &[("HQ", point)]).plan(&catalog, Template::Maximum).unwrap_err()
        };
        assert_eq!(
            told(&["amsterdam"], ""),
            "Maximum resiliency takes 2 peering locations and 1 Azure region: choose what is missing."
        );
        assert!(told(&["amsterdam", "amsterdam"], "").starts_with("Amsterdam is chosen twice"));
        assert!(told(&["amsterdam", "frankfurt"], "north").contains("no pair of coordinates"));
        assert!(told(&["amsterdam", "frankfurt"], "95, 4.9").contains("nowhere"));
    }

    #[test]
    fn each_template_is_offered_the_locations_that_fit_it() {
        let catalog = catalog();
        let offers =
            |template, slug: &str| locations_for(&catalog, Cloud::Public, template).iter().any(|it| it.0 == slug);
        assert!(offers(Template::Single, "amsterdam") && !offers(Template::Metro, "amsterdam"));
        assert!(offers(Template::Metro, "amsterdam-metro") && !offers(Template::Single, "amsterdam-metro"));
        assert!(offers(Template::DirectWithLocal, "amsterdam"));
    }
}
