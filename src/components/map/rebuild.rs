//! What the map makes again when it is stale: colors of the land, layout, scene and names.

use crate::browser::canvas::Palette;
use crate::browser::country::{Countries, capitals};
use crate::browser::marks::{ArcPaths, moved};
use crate::components::map::view::MapView;
use crate::state::AppState;
use crate::state::choices::Page;
use leptos::prelude::{GetUntracked, ReadUntracked, WithValue};
use reach::id::{GeopoliticalRegionId, PeeringLocationId};
use reach::link::LinkAnswer;
use reach::reachable::Answer;
use scene::camera::Camera;
use scene::font::Font;
use scene::kind::{Kind, Kinds};
use scene::label::ScreenRect;
use scene::labels::{Label, Wanted, labels};
use scene::layout::{Layout, Target, lay_out, tint_of};
use scene::names::{Called, names};
use scene::pick::{Mark as PickMark, Picker};
use scene::scene::{Choice, places, spot_of};
use scene::theme::Ink;

impl MapView {
    /// Makes again what is stale. The layout follows the scale in steps while the map moves, and exactly at rest; on the
    /// globe at rest it follows every turn.
    pub(super) fn rebuild(&mut self, camera: &Camera, resting: bool) {
        let ratio = (self.viewport.scale / self.layout.scale).ln().abs();
        let turned = self.viewport.globe > 0.0 && self.laid_out_for != self.viewport;
        self.stale.layout |= ratio > if resting { 1e-6 } else { 0.25 } || (resting && turned);
        if self.stale.palette {
            self.palette = Palette::read();
            (self.stale.base, self.stale.top) = (true, true);
        }
        if self.stale.grounds {
            self.color_grounds();
            self.stale.base = true;
        }
        // What is hidden follows from the answer, too.
        let hides = self.state.hides();
        self.stale.layout |= self.stale.scene && hides;
        if self.stale.layout {
            self.layout = self.shown_layout(camera);
            self.laid_out_for = self.viewport;
            self.list_targets();
        }
        let rebuilt = self.stale.layout || self.stale.scene;
        if rebuilt {
            self.build_scene();
        }
        if rebuilt || !self.arcs.serve(camera) {
            self.arcs = ArcPaths::new(&self.scene.arcs, camera);
        }
        // Names move along with the map in a gesture; where they fit is settled again when it rests. A new answer is
        // drawn first, and its names come with the next frame; so it is when the map has to be painted sharp again.
        let wanted =
            self.stale.labels || self.stale.scene || (resting && (rebuilt || self.labels_for != Some(self.viewport)));
        self.labels_due = wanted && self.drawn_once && (self.answer_is_new || (resting && self.top.coarse));
        self.stale.top |= rebuilt || wanted;
        if wanted && !self.labels_due {
            self.labels = self.fit_labels(camera);
            self.labels_for = Some(self.viewport);
        }
    }

    /// Where everything stands that neither the legend nor a filter hides.
    fn shown_layout(&self, camera: &Camera) -> Layout {
        let AppState { catalog, derived, choices, .. } = self.state;
        let mut layout = lay_out(catalog, choices.cloud.get_untracked(), camera);
        let hidden = Kinds(choices.hidden.get_untracked());
        if self.state.hides() {
            let (answers, links) = (derived.answers.read_untracked(), derived.links.read_untracked());
            let choice = self.choice(&answers, &links);
            let is_hidden = |kind, target| hidden.has(kind) || self.state.is_filtered_out(target);
            layout.keep(|target| !Kind::of(catalog, &choice, target).is_some_and(|it| is_hidden(it, target)));
        }
        layout
    }

    /// Runs what a first answer runs, and throws it away: browsers compile a function when it is first called.
    pub fn warm_up(&self, chosen: PeeringLocationId, answers: &[Answer]) {
        let cloud = self.state.choices.cloud.get_untracked();
        let choice = Choice { cloud, chosen: Some((chosen, answers)), links: None, partner: None };
        let scene = places(self.state.catalog, &self.layout, &choice);
        drop(ArcPaths::new(&scene.arcs, &Camera::new(self.viewport)));
    }

    fn build_scene(&mut self) {
        let AppState { catalog, derived, .. } = self.state;
        let (answers, links) = (derived.answers.read_untracked(), derived.links.read_untracked());
        self.scene = places(catalog, &self.layout, &self.choice(&answers, &links));
    }

    fn fit_labels(&mut self, camera: &Camera) -> Vec<Label> {
        let AppState { catalog, derived, choices, .. } = self.state;
        let (answers, links) = (derived.answers.read_untracked(), derived.links.read_untracked());
        let choice = self.choice(&answers, &links);
        let hovered = choices.hovered.get_untracked().map(|it| it.target).or(self.ring);
        let (now, before) = (camera.viewport, self.labels_for);
        let wanted = Wanted {
            layout: &self.layout,
            camera,
            choice: &choice,
            hovered,
            names: &self.names,
            arcs: &self.scene.arcs,
            distance: words::distance,
            covered: &self.covered(),
            steady: before.is_some_and(|it| it.scale == now.scale && it.globe == now.globe),
        };
        let (top, widths) = (&self.top, &mut self.widths);
        // A few hundred at most: a list is searched as quickly, and is a table's worth of code less.
        let mut measure = |text: &str, font: Font| match widths.iter().find(|it| it.0 == font && it.1 == text) {
            Some((_, _, width)) => *width,
            None => {
                let width = top.text_width(text, font);
                widths.push((font, text.to_owned(), width));
                width
            }
        };
        labels(catalog, &wanted, &self.labels, &mut measure)
    }

    /// What stands over the map in its corners: the buttons, and the words of the start.
    fn covered(&self) -> Vec<ScreenRect> {
        let (viewport, choices) = (self.viewport, self.state.choices);
        // All of it is as much larger as the reader has text.
        let scale = words::text_scale();
        let right = (viewport.width_px - viewport.inset_right_px) / scale;
        let bottom = (viewport.height_px - viewport.inset_bottom_px) / scale;
        // Only a narrow screen has anything below. The map itself is narrow, too, between the columns of the planner.
        let narrow = viewport.inset_bottom_px > 0.0;
        let (width, height) = if narrow { (194.0, 76.0) } else { (60.0, 170.0) };
        let mut covered = vec![ScreenRect { left: right - width, top: bottom - height, right, bottom }];
        // What asks for filters and tables, and on a narrow screen the search box over it.
        let asks = if self.state.only.with_value(Vec::is_empty) { 150.0 } else { 350.0 };
        covered.push(ScreenRect { left: 0.0, top: 0.0, right: asks, bottom: if narrow { 122.0 } else { 58.0 } });
        if narrow {
            covered.push(ScreenRect { left: 0.0, top: 0.0, right, bottom: 62.0 });
        }
        let idle = choices.selected.get_untracked().is_none() && choices.page.get_untracked() == Page::Map;
        if idle && !narrow {
            covered.push(ScreenRect { left: 0.0, top: bottom - 230.0, right: 340.0, bottom });
        }
        for it in &mut covered {
            *it = ScreenRect {
                left: it.left * scale,
                top: it.top * scale,
                right: it.right * scale,
                bottom: it.bottom * scale,
            };
        }
        covered
    }

    /// Reads the names of countries, waters and geopolitical regions; once the map is drawn, as they are not needed for
    /// that.
    pub fn name_areas(&mut self) {
        let cloud = self.state.choices.cloud.get_untracked();
        let countries = Countries::of_the_page();
        let called = Called {
            country: &|code| countries.in_capitals(code),
            region: &|name| capitals(&words::said(name)),
            water: &|name| words::said(name),
        };
        self.names = names(self.state.catalog, cloud, self.state.base_map, &called);
        self.stale.labels = true;
    }

    fn choice<'a>(&self, answers: &'a [Answer], links: &'a [LinkAnswer]) -> Choice<'a> {
        let choices = self.state.choices;
        let partner = choices.hovered.get_untracked().map(|it| it.target).or(choices.opened.get_untracked());
        Choice {
            cloud: choices.cloud.get_untracked(),
            chosen: choices.selected.get_untracked().map(|it| (it, answers)),
            links: choices.global_reach.get_untracked().then_some(links),
            partner: match partner {
                Some(Target::Location(location)) => Some(location),
                Some(Target::Region(_)) | None => None,
            },
        }
    }

    /// Lists what can be pointed at, or reached by a key.
    pub(super) fn list_targets(&mut self) {
        let layout = &self.layout;
        let of_bars = layout.bars.iter().map(|bar| Target::Location(bar.metro));
        let mut targets: Vec<Target> = of_bars.collect();
        // A Metro location with one known site has a disc of its own beside its bar.
        let spots = layout.discs.iter().chain(&layout.squares).map(|spot| spot.target);
        targets.extend(spots.filter(|target| !layout.bars.iter().any(|bar| Target::Location(bar.metro) == *target)));
        self.targets = targets;
        self.picker_for = None;
    }

    /// Sets up the search for what is under the pointer in this view.
    pub(super) fn index_marks(&mut self) {
        let (layout, camera) = (&self.layout, Camera::new(self.viewport));
        let mark = |(at, target): (usize, &Target)| {
            let (place, offset) = spot_of(layout, *target)?;
            let at_px = moved(&camera, place, offset)?;
            let (radius_px, priority) = match target {
                Target::Location(id) if self.state.catalog.location(*id).metro => (1.0, 2),
                Target::Location(_) => (layout.disc_px, 0),
                Target::Region(_) => (layout.square_px / 2.0, 1),
            };
            Some(PickMark { at: at_px, target: at as u32, radius_px, priority })
        };
        self.picker = Picker::new(self.targets.iter().enumerate().filter_map(mark).collect());
        self.picker_for = Some(self.viewport);
    }

    pub(super) fn layout_cloud_changed(&self) -> bool {
        let cloud = self.state.choices.cloud.get_untracked();
        match self.layout.discs.first().map(|spot| spot.target) {
            Some(Target::Location(id)) => self.state.catalog.location(id).cloud != cloud,
            Some(Target::Region(_)) | None => true,
        }
    }

    fn color_grounds(&mut self) {
        let AppState { catalog, choices, .. } = self.state;
        let cloud = choices.cloud.get_untracked();
        let chosen = choices.selected.get_untracked().map(|it| catalog.location(it).geopolitical_region);
        let holds = |id: GeopoliticalRegionId, code: [u8; 2]| {
            catalog.geopolitical_region(id).countries.iter().any(|it| it.as_bytes() == code)
        };
        // Australia lies in two: it takes the tint of the one that most of its locations belong to.
        let weight = |id: GeopoliticalRegionId, code: [u8; 2]| {
            let rows = catalog.location_ids().map(|it| catalog.location(it));
            rows.filter(|row| row.geopolitical_region == id && row.country.as_bytes() == code).count()
        };
        let ink_of = |code| match chosen {
            Some(place) if holds(place, code) => Ink::Lit,
            Some(_) => Ink::Dim,
            None => {
                let own = catalog
                    .geopolitical_region_ids()
                    .filter(|id| catalog.geopolitical_region(*id).cloud == cloud && holds(*id, code));
                let most = own.max_by_key(|id| weight(*id, code));
                most.map_or(Ink::Land, |id| tint_of(&catalog.geopolitical_region(id).slug))
            }
        };
        for detail in [Some(&mut self.far), self.near.as_mut()].into_iter().flatten() {
            detail.inks = detail.land.inks(ink_of);
        }
    }
}
