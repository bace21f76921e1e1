//! Azure ExpressRoute reach for JavaScript: the answers of the command line, byte for byte, in browsers and Node.
//!
//! Nothing is decided here: text is parsed, the core is asked, the answer becomes plain objects.
#![deny(missing_docs)]

mod failure;
mod options;
mod rows;

use crate::failure::{broken, thrown};
use crate::options::Options;
use reach::catalog::Catalog;
use reach::geo::LonLat;
use reach::id::{PeeringLocationId, RegionId};
use reach::index::{self, Filter, Near, SiteIndex};
use reach::json;
use reach::json::round_trip::latency_json;
use reach::latency;
use reach::link::{self, LinkEnd};
use reach::locate;
use reach::names::Names;
use reach::question::{self, QuestionError, Wanted};
use reach::reachable::{self, Circuit};
use reach::sku::{Cloud, Sku};
use reach::tables::LatencyTable;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// The data set inside this package, ready to be asked. Nothing is fetched, and nothing leaves the page.
#[wasm_bindgen]
pub struct ReachMap {
    catalog: Catalog,
    names: Names,
    index: SiteIndex,
    published: LatencyTable,
}

#[wasm_bindgen]
impl ReachMap {
    /// Unpacks the data set; takes about a millisecond.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<ReachMap, JsValue> {
        let catalog = Catalog::from_packed(tables::CORE).map_err(|error| broken(&error.to_string()))?;
        let names = Names::new(&catalog);
        let index = SiteIndex::new(&catalog);
        let published = latency::unpacked(tables::LATENCY).map_err(|error| broken(&error.to_string()))?;
        Ok(ReachMap { catalog, names, index, published })
    }

    /// The date of the data set, `YYYY-MM-DD`.
    pub fn version(&self) -> String {
        self.catalog.version().to_owned()
    }

    /// Whether a circuit at `from` under `sku` reaches `to`: a region, `microsoft-365` or `dynamics-365`.
    #[wasm_bindgen(unchecked_return_type = "ReachAnswer")]
    pub fn reach(
        &self,
        from: &str,
        sku: &str,
        to: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "ReachOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let options = Options::read(&options, &["cloud", "peering", "toCloud", "environment"])?;
        let circuit = self.circuit(from, sku, &options)?;
        let environment = options.text("environment")?;
        let wanted = Wanted { to, to_cloud: options.word("toCloud")?, environment: environment.as_deref() };
        let own = self.catalog.location(circuit.location).cloud;
        let to = question::destination(&self.catalog, &self.names, wanted, own).map_err(thrown)?;
        plain(&json::reach_json(&self.catalog, &reachable::reach(&self.catalog, circuit, to)))
    }

    /// What a circuit at `from` under `sku` reaches: every live region of its cloud, in id order.
    #[wasm_bindgen(js_name = reachAll, unchecked_return_type = "ReachList")]
    pub fn reach_all(
        &self,
        from: &str,
        sku: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "ReachAllOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let options = Options::read(&options, &["cloud", "peering"])?;
        let circuit = self.circuit(from, sku, &options)?;
        plain(&json::reach_list_json(&self.catalog, circuit))
    }

    /// Whether two circuits can be linked by Global Reach.
    #[wasm_bindgen(unchecked_return_type = "LinkAnswer")]
    pub fn link(
        &self,
        from: &str,
        #[wasm_bindgen(js_name = fromSku)] from_sku: &str,
        to: &str,
        #[wasm_bindgen(js_name = toSku)] to_sku: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "LinkOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let options = Options::read(&options, &["cloud", "toCloud"])?;
        let from = self.location(from, &options)?;
        let own = self.catalog.location(from).cloud;
        let to = question::location(&self.names, to, own, options.word("toCloud")?);
        let to = to.map_err(|error| thrown(error.into()))?;
        let end = |location, sku: &str| -> Result<LinkEnd, JsValue> { Ok(LinkEnd { location, sku: parsed(sku)? }) };
        plain(&json::link_json(&self.catalog, &link::link(&self.catalog, end(from, from_sku)?, end(to, to_sku)?)))
    }

    /// The peering locations that reach every one of `regions`, smallest SKU first, then by distance.
    #[wasm_bindgen(unchecked_return_type = "LocateAnswer")]
    pub fn locate(
        &self,
        regions: Vec<String>,
        #[wasm_bindgen(unchecked_optional_param_type = "LocateOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let options = Options::read(&options, &["cloud", "peering", "toCloud"])?;
        let (own, to_cloud) = (options.cloud()?, options.word("toCloud")?);
        let find = |name: &String| question::region(&self.names, name, own, to_cloud);
        let found: Result<Vec<RegionId>, _> = regions.iter().map(find).collect();
        let found = found.map_err(|error| thrown(error.into()))?;
        plain(&json::located_json(&self.catalog, &locate::locate(&self.catalog, &found, options.peering()?)))
    }

    /// The `count` peering locations nearest to a point that meet the filters in `options`, nearest first.
    #[wasm_bindgen(unchecked_return_type = "NearestAnswer")]
    pub fn nearest(
        &self,
        lat: f64,
        lon: f64,
        count: f64,
        #[wasm_bindgen(unchecked_optional_param_type = "NearestOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let options = Options::read(&options, &["cloud", "direct", "metro", "zone", "local", "within"])?;
        let at = question::point(lat, lon).map_err(thrown)?;
        let count = question::count(count).map_err(thrown)?;
        plain(&json::nearest_json(&self.catalog, &self.near(at, count, &options)?))
    }

    /// The round trip between two places: regions, peering locations, or one of each.
    #[wasm_bindgen(unchecked_return_type = "LatencyAnswer")]
    pub fn latency(
        &self,
        from: &str,
        to: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "LatencyOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let options = Options::read(&options, &["cloud", "toCloud"])?;
        let place = |name: &str, own: Cloud, to_cloud: Option<Cloud>| {
            question::place(&self.names, name, own, to_cloud).map_err(|error| thrown(error.into()))
        };
        let from = place(from, options.cloud()?, None)?;
        let to = place(to, from.cloud(&self.catalog), options.word("toCloud")?)?;
        plain(&latency_json(&self.catalog, &latency::between(&self.catalog, &self.published, from, to)))
    }

    /// Every peering location of every cloud, in id order.
    #[wasm_bindgen(unchecked_return_type = "PeeringLocation[]")]
    pub fn locations(&self) -> Result<JsValue, JsValue> {
        plain(&rows::locations(&self.catalog))
    }

    /// Every Azure region of every cloud and status, in id order.
    #[wasm_bindgen(unchecked_return_type = "AzureRegion[]")]
    pub fn regions(&self) -> Result<JsValue, JsValue> {
        plain(&rows::regions(&self.catalog))
    }

    /// Every geopolitical region of every cloud, in id order.
    #[wasm_bindgen(js_name = geopoliticalRegions, unchecked_return_type = "GeopoliticalRegion[]")]
    pub fn geopolitical_regions(&self) -> Result<JsValue, JsValue> {
        plain(&rows::geopolitical_regions(&self.catalog))
    }
}

impl ReachMap {
    fn location(&self, name: &str, options: &Options) -> Result<PeeringLocationId, JsValue> {
        self.names.location(name, options.cloud()?).map_err(|error| thrown(error.into()))
    }

    fn circuit(&self, from: &str, sku: &str, options: &Options) -> Result<Circuit, JsValue> {
        let sku: Sku = parsed(sku)?;
        Ok(Circuit { location: self.location(from, options)?, sku, peering: options.peering()? })
    }

    fn near(&self, at: LonLat, count: usize, options: &Options) -> Result<Vec<Near>, JsValue> {
        let filter = Filter {
            cloud: options.cloud()?,
            among: None,
            direct: options.flag("direct")?.unwrap_or(false),
            metro: options.flag("metro")?,
            zone: options.number("zone")?.map(question::pricing_zone).transpose().map_err(thrown)?,
            local: options.flag("local")?.unwrap_or(false),
        };
        let Some(radius) = options.number("within")? else {
            return Ok(index::nearest(&self.catalog, at, count, &filter));
        };
        let mut found = self.index.within(&self.catalog, at, question::radius(radius).map_err(thrown)?, &filter);
        found.truncate(count);
        Ok(found)
    }
}

fn parsed(sku: &str) -> Result<Sku, JsValue> {
    sku.parse().map_err(|error: reach::sku::UnknownWord| thrown(QuestionError::from(error)))
}

/// Plain objects, arrays, strings, numbers and nulls: what `JSON.parse` would give for the same answer.
fn plain(answer: &impl Serialize) -> Result<JsValue, JsValue> {
    answer.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}
