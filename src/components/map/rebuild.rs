//! What the map makes again when it is stale: colors of the land, layout, scene and names.

use crate::browser::canvas::Palette;
use crate::browser::marks::ArcPaths;
use crate::components::map::view::MapView;
use crate::state::{AppState, PlannedLink};
use leptos::prelude::{GetUntracked, ReadUntracked};
use reach::id::{GeopoliticalRegionId, PeeringLocationId};
use reach::link::LinkAnswer;
use reach::reachable::Answer;
use scene::kind::Kind;
use scene::labels::{Font, Label, Wanted, labels};
use scene::layout::{Layout, Target, lay_out, tint_of};
use scene::pick::{Mark as PickMark, Picker};
use scene::projection::WorldPoint;
use scene::scene::{Choice, places, spot_of};
use scene::theme::Ink;
use web_sys::Path2d;

impl MapView {
    /// Makes again what is stale. The layout follows the scale in steps while the map moves, and exactly at rest.
    pub(super) fn rebuild(&mut self, resting: bool) {
        let ratio = (self.viewport.scale / self.layout.scale).ln().abs();
        self.stale.layout |= ratio > if resting { 1e-6 } else { 0.3 };
        if self.stale.palette {
            self.palette = Palette::read();
            self.stale.base = true;
        }
        if self.stale.grounds {
            self.grounds = self.grounds();
            self.stale.base = true;
        }
        // What is hidden follows from the answer, too.
        self.stale.layout |= self.stale.scene && !self.state.choices.hidden.get_untracked().is_empty();
        if self.stale.layout {
            self.layout = self.shown_layout();
            self.index_marks();
        }
        if self.stale.layout || self.stale.scene {
            self.build_scene();
        }
        // Names move along with the map in a gesture; where they fit is settled again when it rests. A new answer is
        // drawn first, and its names come with the next frame.
        let wanted = self.stale.layout || self.stale.scene || self.stale.labels || (resting && self.stale.base);
        self.labels_due = wanted && self.answer_is_new && self.drawn_once;
        if wanted && !self.labels_due {
            self.labels = self.fit_labels();
        }
    }

    /// Where everything stands that the legend does not hide.
    fn shown_layout(&self) -> Layout {
        let AppState { catalog, derived, choices, .. } = self.state;
        let mut layout = lay_out(catalog, choices.cloud.get_untracked(), self.viewport.scale);
        let hidden = choices.hidden.get_untracked();
        if !hidden.is_empty() {
            let (answers, links) = (derived.answers.read_untracked(), derived.links.read_untracked());
            let choice = self.choice(&answers, &links, &[]);
            layout.keep(|target| !Kind::of(catalog, &choice, target).is_some_and(|it| hidden.has(it)));
        }
        layout
    }

    /// Runs what a first answer runs, and throws it away: browsers compile a function when it is first called.
    pub fn warm_up(&self, chosen: PeeringLocationId, answers: &[Answer]) {
        let cloud = self.state.choices.cloud.get_untracked();
        let choice = Choice { cloud, chosen: Some((chosen, answers)), links: None, partner: None, planned: &[] };
        let scene = places(self.state.catalog, &self.layout, &choice);
        drop(ArcPaths::new(&scene.arcs));
    }

    fn build_scene(&mut self) {
        let AppState { catalog, derived, .. } = self.state;
        let (answers, links, planned) = (
            derived.answers.read_untracked(),
            derived.links.read_untracked(),
            self.state.planned_links.read_untracked(),
        );
        self.scene = places(catalog, &self.layout, &self.choice(&answers, &links, &planned));
        self.arcs = ArcPaths::new(&self.scene.arcs);
    }

    fn fit_labels(&mut self) -> Vec<Label> {
        let AppState { catalog, derived, choices, .. } = self.state;
        let (answers, links, planned) = (
            derived.answers.read_untracked(),
            derived.links.read_untracked(),
            self.state.planned_links.read_untracked(),
        );
        let choice = self.choice(&answers, &links, &planned);
        let hovered = choices.hovered.get_untracked().map(|it| it.target).or(self.ring);
        let wanted = Wanted { layout: &self.layout, viewport: self.viewport, choice: &choice, hovered };
        let (top, widths) = (&self.top, &mut self.widths);
        let mut measure = |text: &str, font: Font| match widths.get(&(font, text.to_owned())) {
            Some(width) => *width,
            None => {
                let width = top.text_width(text, font.css());
                widths.insert((font, text.to_owned()), width);
                width
            }
        };
        labels(catalog, &wanted, &self.labels, &mut measure)
    }

    fn choice<'a>(&self, answers: &'a [Answer], links: &'a [LinkAnswer], planned: &'a [PlannedLink]) -> Choice<'a> {
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
            planned,
        }
    }

    fn index_marks(&mut self) {
        let layout = &self.layout;
        let of_bars = layout.bars.iter().map(|bar| Target::Location(bar.metro));
        let mut targets: Vec<Target> = of_bars.collect();
        // A Metro location with one known site has a disc of its own beside its bar.
        let spots = layout.discs.iter().chain(&layout.squares).map(|spot| spot.target);
        targets.extend(spots.filter(|target| !layout.bars.iter().any(|bar| Target::Location(bar.metro) == *target)));
        let mark = |(at, target): (usize, &Target)| {
            let (point, offset) = spot_of(layout, *target)?;
            let x = point.x + offset.x / layout.scale;
            let y = point.y + offset.y / layout.scale;
            let (radius_px, priority) = match target {
                Target::Location(id) if self.state.catalog.location(*id).metro => (1.0, 2),
                Target::Location(_) => (layout.disc_px, 0),
                Target::Region(_) => (layout.square_px / 2.0, 1),
            };
            Some(PickMark { at: WorldPoint { x, y }, target: at as u32, radius_px, priority })
        };
        self.picker = Picker::new(targets.iter().enumerate().filter_map(mark).collect());
        self.targets = targets;
    }

    pub(super) fn layout_cloud_changed(&self) -> bool {
        let cloud = self.state.choices.cloud.get_untracked();
        match self.layout.discs.first().map(|spot| spot.target) {
            Some(Target::Location(id)) => self.state.catalog.location(id).cloud != cloud,
            Some(Target::Region(_)) | None => true,
        }
    }

    fn grounds(&self) -> Vec<(Ink, Path2d)> {
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
        self.paths.grounds(|code| match chosen {
            Some(place) if holds(place, code) => Ink::Lit,
            Some(_) => Ink::Dim,
            None => {
                let own = catalog
                    .geopolitical_region_ids()
                    .filter(|id| catalog.geopolitical_region(*id).cloud == cloud && holds(*id, code));
                let most = own.max_by_key(|id| weight(*id, code));
                most.map_or(Ink::Land, |id| tint_of(&catalog.geopolitical_region(id).slug))
            }
        })
    }
}
