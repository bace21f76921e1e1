//! What a person can do with the map and the sheet beside it, and where on the screen every place is drawn.

use reach::catalog::Catalog;
use reach::geo::LonLat;
use reach::sku::Cloud;
use reach::tables::RegionStatus;
use scene::camera::Camera;
use scene::layout::{Layout, Target, lay_out};
use scene::place::Place;
use scene::projection::{WorldPoint, project};
use scene::scene::spot_of;
use scene::viewport::{ScreenPoint, Viewport};

use crate::Outcome;
use crate::page::Page;
use crate::pixels::alike;
use crate::taste::Taste;

/// The accessible name of the map.
pub const MAP: &str = "Map of peering locations and Azure regions";
/// The accessible name of the sheet about a location.
pub const SHEET: &str = "Chosen location";

/// How much of the map the words of the start cover on a phone, in CSS pixels.
const START_ON_PHONE_PX: f64 = 264.0;

/// The height of a phone's sheet above its panel: its handle and its edge.
const SHEET_HANDLE_PX: f64 = 21.0;

/// The page of the map, with the data to know where it draws what.
pub struct Atlas {
    /// The page.
    pub page: Page,
    catalog: Catalog,
}

/// A rectangle in CSS pixels of the viewport: left, top, width, height.
#[derive(Clone, Copy, Debug)]
pub struct Rect {
    /// The left edge.
    pub left: f64,
    /// The top edge.
    pub top: f64,
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
}

impl Atlas {
    /// Opens the page at a fragment, such as `#at=london&sku=local`, for a person who asks for less movement: views
    /// change at once.
    ///
    /// # Errors
    /// As `Page::open`.
    pub async fn open(fragment: &str) -> Outcome<Atlas> {
        Atlas::open_as(fragment, Taste { reduced_motion: true, ..Taste::default() }).await
    }

    /// Opens the page at a fragment for a person of another taste.
    ///
    /// # Errors
    /// As `Page::open`.
    pub async fn open_as(fragment: &str, taste: Taste) -> Outcome<Atlas> {
        let catalog = Catalog::from_packed(tables::CORE).map_err(|error| error.to_string())?;
        Ok(Atlas { page: Page::open(fragment, taste).await?, catalog })
    }

    /// Ends the browser after a last look: no console error, no request to another host.
    ///
    /// # Errors
    /// When there was one, or the browser does not end.
    pub async fn close(self) -> Outcome<()> {
        let (console, foreign) = (self.page.console_errors().await?, self.page.foreign_requests().await?);
        if !console.is_empty() || !foreign.is_empty() {
            return Err(format!("the console says {console:?}, and other hosts were asked: {foreign:?}"));
        }
        self.page.close().await
    }

    /// Waits until what was just done is on the screen: two frames.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn drawn(&self) -> Outcome<()> {
        let body = "const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => done(null)));";
        let returned = self.page.driver.session.execute_async(body, Vec::new()).await;
        returned.map(|_| ()).map_err(|error| format!("no frame was drawn: {error}"))
    }

    /// Opens another address of the page, as someone who types it.
    ///
    /// # Errors
    /// When the page does not show it.
    pub async fn go(&self, fragment: &str) -> Outcome<()> {
        self.page.go(fragment).await?;
        self.page.started().await?;
        self.drawn().await
    }

    /// Loads the page again.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn reload(&self) -> Outcome<()> {
        self.page.reload().await?;
        self.page.started().await
    }

    /// Presses the browser's Back.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn back(&self) -> Outcome<()> {
        self.page.driver.session.back().await.map_err(|error| format!("the browser did not go back: {error}"))
    }

    /// Presses the browser's Forward.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn forward(&self) -> Outcome<()> {
        self.page.driver.session.forward().await.map_err(|error| format!("the browser did not go forward: {error}"))
    }

    /// Where an element is on the screen.
    ///
    /// # Errors
    /// When there is none.
    pub async fn rect_of(&self, role: &str, name: &str) -> Outcome<Rect> {
        let element = self.page.find(role, name).await?;
        let found = element.rect().await.map_err(|error| format!("where is the {role} {name:?}? {error}"))?;
        Ok(Rect { left: found.x, top: found.y, width: found.width, height: found.height })
    }

    /// The view on the screen, as the address tells it, with (0, 0) at the map's top left corner.
    ///
    /// # Errors
    /// When the page has no map.
    pub async fn viewport(&self) -> Outcome<Viewport> {
        self.drawn().await?;
        let map = self.rect_of("application", MAP).await?;
        let planner = self.address("page").await?.as_deref() == Some("planner");
        let open = self.page.count("complementary", "").await? > 0;
        let screen = self.page.script("return innerWidth;", Vec::new()).await?.as_f64().unwrap_or(map.width);
        let (inset_right_px, inset_bottom_px) = match (open, screen < 720.0) {
            (false, false) => (0.0, 0.0),
            (false, true) => (0.0, START_ON_PHONE_PX),
            (true, true) => {
                let sheet = self.rect_of("complementary", "").await?.top - SHEET_HANDLE_PX;
                (0.0, (map.top + map.height - sheet).min(map.height / 2.0))
            }
            // The planner stands around the map.
            (true, false) if planner => (0.0, 0.0),
            (true, false) => (self.rect_of("complementary", "").await?.width, 0.0),
        };
        let center = WorldPoint { x: 0.0, y: 0.0 };
        let (width_px, height_px) = (map.width, map.height);
        let globe = if self.address("projection").await?.as_deref() == Some("globe") { 1.0 } else { 0.0 };
        let screen = Viewport { center, scale: 1.0, width_px, height_px, inset_right_px, inset_bottom_px, globe };
        let view = self.address("view").await?;
        Ok(view.as_deref().and_then(|it| told_view(it, screen)).unwrap_or_else(|| screen.world()))
    }

    /// The value of a part of the address, such as `at`.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn address(&self, part: &str) -> Outcome<Option<String>> {
        let fragment = self.page.fragment().await?;
        let mut parts = fragment.split('&').filter_map(|it| it.split_once('='));
        Ok(parts.find(|(name, _)| *name == part).map(|(_, value)| value.to_owned()))
    }

    /// Waits until a part of the address has this value.
    ///
    /// # Errors
    /// When it has not in time.
    pub async fn wait_for_address(&self, part: &str, value: &str) -> Outcome<()> {
        let reached = async || Ok((self.address(part).await?.as_deref() == Some(value)).then_some(()));
        self.page.until(&format!("the address says {part}={value}"), reached).await
    }

    /// Where the location of this slug is drawn now, in whole CSS pixels of the viewport.
    ///
    /// # Errors
    /// When the data has no such location.
    pub async fn point_of(&self, slug: &str) -> Outcome<(i32, i32)> {
        let id = self.catalog.location_by_slug(slug).ok_or_else(|| format!("no location is called {slug}"))?;
        self.point_of_target(self.catalog.location(id).cloud, Target::Location(id)).await
    }

    /// Where the region of this name is drawn now, in whole CSS pixels of the viewport.
    ///
    /// # Errors
    /// When the data has no such region.
    pub async fn point_of_region(&self, name: &str) -> Outcome<(i32, i32)> {
        let id = self.catalog.region_ids().find(|id| self.catalog.region(*id).name == name);
        let id = id.ok_or_else(|| format!("no region is named {name}"))?;
        self.point_of_target(self.catalog.region(id).cloud, Target::Region(id)).await
    }

    async fn point_of_target(&self, cloud: Cloud, target: Target) -> Outcome<(i32, i32)> {
        let (view, map) = (self.viewport().await?, self.rect_of("application", MAP).await?);
        let camera = Camera::new(view);
        let layout = lay_out(&self.catalog, cloud, &camera);
        let at = drawn_at(&layout, &camera, target).ok_or_else(|| format!("{target:?} is not drawn"))?;
        Ok(((at.x + map.left).round() as i32, (at.y + map.top).round() as i32))
    }

    /// The slug of the public cloud's location with this name.
    ///
    /// # Errors
    /// When there is none.
    pub fn slug_of(&self, name: &str) -> Outcome<String> {
        let mut rows = self.catalog.location_ids().map(|id| self.catalog.location(id));
        let row = rows.find(|row| row.name == name && row.cloud == Cloud::Public);
        row.map(|it| it.slug.clone()).ok_or_else(|| format!("no location is named {name}"))
    }

    /// Where the coordinates are on the screen now, in CSS pixels of the viewport.
    ///
    /// # Errors
    /// When the page has no map, or the coordinates are none.
    pub async fn point_at(&self, latitude: f64, longitude: f64) -> Outcome<(f64, f64)> {
        let at = LonLat::new(longitude, latitude).ok_or("no such coordinates")?;
        let (view, map) = (self.viewport().await?, self.rect_of("application", MAP).await?);
        let at = Camera::new(view).to_screen(&Place::at(at)).ok_or("it lies behind the globe")?;
        Ok((at.x + map.left, at.y + map.top))
    }

    /// Clicks a location's mark on the map, wherever it is drawn, and waits for the sheet about it.
    ///
    /// # Errors
    /// When the click does not open the sheet.
    pub async fn click_location(&self, slug: &str) -> Outcome<()> {
        let (x, y) = self.point_of(slug).await?;
        self.page.click_at(x, y).await?;
        self.wait_for_address("at", slug).await?;
        self.drawn().await
    }

    /// The names of the regions in an open group of the sheet, such as `17 regions reachable`, sorted.
    ///
    /// # Errors
    /// When there is no such list.
    pub async fn regions_in(&self, group: &str) -> Outcome<Vec<String>> {
        let names: Vec<&str> = self.catalog.region_ids().map(|id| self.catalog.region(id).name.as_str()).collect();
        self.names_in(group, &names).await
    }

    /// The names of the locations in an open group of the sheet, such as `28 can be linked at Standard`, sorted.
    ///
    /// # Errors
    /// When there is no such list.
    pub async fn locations_in(&self, group: &str) -> Outcome<Vec<String>> {
        let names: Vec<&str> = self.catalog.location_ids().map(|id| self.catalog.location(id).name.as_str()).collect();
        self.names_in(group, &names).await
    }

    // A row's button says the name and what is special about it; the longest name that it begins with is meant.
    async fn names_in(&self, group: &str, names: &[&str]) -> Outcome<Vec<String>> {
        let text = self.page.text_of("list", group).await?;
        let begins = |line: &str, name: &str| {
            line.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let meant = |line: &str| names.iter().filter(|it| begins(line, it)).max_by_key(|it| it.len());
        let mut found: Vec<String> = text.lines().filter_map(meant).map(|it| (*it).to_owned()).collect();
        found.sort();
        Ok(found)
    }

    /// The regions whose squares on the map are filled with the color of a SKU, sorted. A hollow or a hatched square is
    /// not filled. Needs a screen of two pixels for a CSS pixel: the squares are small.
    ///
    /// # Errors
    /// When the page has no map.
    pub async fn filled_regions(&self, cloud: Cloud) -> Outcome<Vec<String>> {
        let (view, map) = (self.viewport().await?, self.rect_of("application", MAP).await?);
        let camera = Camera::new(view);
        let layout = lay_out(&self.catalog, cloud, &camera);
        let live: Vec<(&str, (f64, f64))> = self
            .catalog
            .live_regions(cloud)
            .filter_map(|id| {
                let at = drawn_at(&layout, &camera, Target::Region(id))?;
                Some((self.catalog.region(id).name.as_str(), (at.x + map.left, at.y + map.top)))
            })
            .collect();
        let points: Vec<(f64, f64)> = live.iter().map(|(_, at)| *at).collect();
        let local = self.page.token("local").await?;
        let full = [self.page.token("standard").await?, self.page.token("premium").await?];
        // Inside of the outline, or with its inner edge where an engine draws it a pixel thicker.
        let around = self.page.pixels_around(&points, layout.square_px / 2.0 - 1.4).await?;
        let is_filled =
            |pixels: &Vec<[u8; 4]>| has_hole_in(local, pixels) || full.iter().any(|it| is_full(*it, pixels));
        let mut names: Vec<String> =
            live.iter().zip(&around).filter(|(_, it)| is_filled(it)).map(|((name, _), _)| (*name).to_owned()).collect();
        names.sort();
        Ok(names)
    }

    /// How many live regions a cloud has.
    pub fn live_regions(&self, cloud: Cloud) -> usize {
        self.catalog
            .region_ids()
            .filter(|id| {
                let row = self.catalog.region(*id);
                row.cloud == cloud && row.status == RegionStatus::Live
            })
            .count()
    }

    /// Presses Tab until the element of this name has the focus.
    ///
    /// # Errors
    /// When it has not after thirty times: lists what had it instead.
    pub async fn tab_to(&self, name: &str) -> Outcome<()> {
        let mut passed = Vec::new();
        for _ in 0..30 {
            self.page.press(&[crate::input::key::TAB]).await?;
            let focused = self.page.focused().await?;
            if focused.starts_with(name) {
                return Ok(());
            }
            passed.push(focused);
        }
        Err(format!("Tab does not lead to {name:?}, but to {passed:?}"))
    }

    /// Waits until a live region of the page says these words.
    ///
    /// # Errors
    /// When none does in time.
    pub async fn wait_until_announced(&self, words: &str) -> Outcome<()> {
        let said = async || Ok(self.announced().await?.contains(words).then_some(()));
        match self.page.until(&format!("{words:?} is announced"), said).await {
            Ok(()) => Ok(()),
            Err(error) => Err(format!("{error}; announced is {:?}", self.announced().await?)),
        }
    }

    /// What the live regions of the page say now.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn announced(&self) -> Outcome<String> {
        let body = "return [...document.querySelectorAll('[role=status], [role=alert]')].map((it) => it.textContent).join(' | ');";
        Ok(self.page.script(body, Vec::new()).await?.as_str().unwrap_or_default().to_owned())
    }
}

/// Local is never hollow, for every SKU reaches what Local does; but its mark has a hole.
fn has_hole_in(local: [u8; 4], pixels: &[[u8; 4]]) -> bool {
    pixels.iter().filter(|it| alike(**it, local)).count() * 5 >= pixels.len()
}

/// Whether the color is in the middle, where a hollow mark has none. Premium has a frame there.
fn is_full(fill: [u8; 4], pixels: &[[u8; 4]]) -> bool {
    let side = pixels.len().isqrt();
    let rows = pixels.chunks_exact(side.max(1)).skip(1).take(side.saturating_sub(2));
    let middle: Vec<&[u8; 4]> = rows.flat_map(|row| row.iter().skip(1).take(side.saturating_sub(2))).collect();
    let filled = middle.iter().filter(|it| alike(***it, fill)).count();
    // A line to a name may cross it.
    filled * 4 > middle.len()
}

fn drawn_at(layout: &Layout, camera: &Camera, target: Target) -> Option<ScreenPoint> {
    let (at, offset) = spot_of(layout, target)?;
    let at = camera.to_screen(&at)?;
    Some(ScreenPoint { x: at.x + offset.x, y: at.y + offset.y })
}

/// `52.37,4.9,900`: latitude, longitude and scale.
fn told_view(text: &str, screen: Viewport) -> Option<Viewport> {
    let mut parts = text.split(',').map(str::parse::<f64>);
    let (latitude, longitude, scale) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    Some(Viewport { center: project(LonLat::new(longitude, latitude)?), scale, ..screen })
}

/// Names as the lists give them: owned, sorted.
pub fn sorted(names: &[&str]) -> Vec<String> {
    let mut names: Vec<String> = names.iter().map(|it| (*it).to_owned()).collect();
    names.sort();
    names
}
