//! Several plans and several windows, over a place that windows share. Windows hear of each other when a test says so:
//! in a browser that may be any time later.

use crate::keeping::{Choice, Keeping};
use crate::planning::{Notice, Planning};
use crate::shelf::memory::{Browser, Window};
use crate::shelf::place::{Place, Refused};
use crate::shelf::{self, OPEN};
use leptos::prelude::{GetUntracked, Owner, ReadUntracked, WithUntracked};
use proptest::prelude::*;
use reach::catalog::Catalog;
use reach::plan::edit::Edit;
use reach::plan::{Plan, UNTITLED};
use reach::plan_file::to_json;
use std::collections::BTreeSet;
use std::sync::atomic::Ordering;
use std::sync::{Arc, LazyLock};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::from_packed(tables::CORE).unwrap());

/// A window with its planner.
#[derive(Clone, Copy)]
struct Planner {
    window: &'static Window,
    planning: Planning,
    keeping: Keeping,
}

impl Planner {
    /// Opens the page in a window, new or loaded again.
    fn load(window: &'static Window) -> Planner {
        Planner::load_shared(window, None)
    }

    fn load_shared(window: &'static Window, shared: Option<&str>) -> Planner {
        let planning = Planning::new(&CATALOG);
        let keeping = Keeping::start(window, &CATALOG, planning, shared);
        Planner { window, planning, keeping }
    }

    fn rename(self, name: &str) {
        self.planning.edit(&CATALOG, Edit::Rename(name.to_owned()));
    }

    fn named(self, name: &str) {
        self.rename(name);
        assert!(self.keeping.save());
    }

    fn name(self) -> String {
        self.planning.history.read_untracked().present().name.clone()
    }

    fn key(self) -> String {
        self.keeping.held.get_untracked().unwrap().0
    }

    fn failure(self) -> String {
        match self.planning.notice.get_untracked() {
            Some(Notice::Failed(said)) => said,
            other => panic!("no failure is told, but {other:?}"),
        }
    }

    fn hears(self) {
        self.keeping.hear(None);
    }
}

fn names(browser: &Arc<Browser>) -> BTreeSet<String> {
    shelf::plans(Window::of(browser)).into_iter().filter_map(|it| it.name).collect()
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|it| (*it).to_owned()).collect()
}

fn in_a_browser(test: impl FnOnce(&Arc<Browser>)) {
    Owner::new().with(|| test(&Arc::default()));
}

#[test]
fn a_plan_comes_onto_the_shelf_with_its_first_change_and_is_there_after_a_reload() {
    in_a_browser(|browser| {
        let first = Planner::load(Window::of(browser));
        assert!(first.keeping.save(), "nothing is to be saved");
        assert_eq!(names(browser), set(&[]));
        first.named("Two sites");
        let again = Planner::load(first.window);
        assert_eq!(again.name(), "Two sites");
        assert_eq!(to_json(&CATALOG, again.planning.history.read_untracked().present()), again.planning.json(&CATALOG));
        assert_eq!(Planner::load(Window::of(browser)).name(), "Two sites", "a new window shows it too");
    });
}

#[test]
fn plans_are_kept_side_by_side_with_their_steps() {
    in_a_browser(|browser| {
        let planner = Planner::load(Window::of(browser));
        planner.named("One");
        let one = planner.key();
        planner.keeping.begin();
        assert_eq!(planner.name(), UNTITLED);
        planner.named("Two");
        planner.keeping.open(&one);
        assert_eq!(planner.name(), "One");
        planner.planning.undo();
        assert_eq!(planner.name(), UNTITLED, "its steps are still there");
        planner.planning.redo();
        assert_eq!(names(browser), set(&["One", "Two"]));
    });
}

#[test]
fn a_reload_shows_the_plan_of_its_window() {
    in_a_browser(|browser| {
        let left = Planner::load(Window::of(browser));
        left.named("Left");
        let right = Planner::load(Window::of(browser));
        right.keeping.begin();
        right.named("Right");
        assert_eq!(Planner::load(left.window).name(), "Left");
        assert_eq!(Planner::load(right.window).name(), "Right");
    });
}

#[test]
fn plans_are_copied_renamed_deleted_and_put_back() {
    in_a_browser(|browser| {
        let planner = Planner::load(Window::of(browser));
        planner.named("One");
        let one = planner.key();
        planner.keeping.take_snapshot("before");
        planner.keeping.duplicate(&one);
        assert_eq!(names(browser), set(&["One", "One (copy)"]));
        let copy = shelf::plans(planner.window).into_iter().find(|it| it.key != one).unwrap().key;
        planner.keeping.rename(&copy, "Two");
        planner.keeping.rename(&one, "Three");
        assert_eq!((planner.name(), names(browser)), ("Three".to_owned(), set(&["Two", "Three"])));
        planner.keeping.delete(&one);
        assert_eq!((planner.name(), names(browser)), ("Two".to_owned(), set(&["Two"])));
        assert_eq!(shelf::snapshots(planner.window, &one), []);
        planner.keeping.undo_delete();
        assert_eq!(names(browser), set(&["Two", "Three"]));
        planner.keeping.open(&one);
        assert_eq!(planner.name(), "Three");
        assert_eq!(shelf::snapshots(planner.window, &one)[0].name, "before");
    });
}

#[test]
fn a_snapshot_is_restored_and_that_can_be_undone() {
    in_a_browser(|browser| {
        let planner = Planner::load(Window::of(browser));
        planner.rename("Before");
        planner.keeping.take_snapshot(" first ");
        planner.rename("After");
        let taken = shelf::snapshots(planner.window, &planner.key());
        assert_eq!(taken.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["first"]);
        planner.keeping.restore(&taken[0].id, "first");
        assert_eq!((planner.name(), names(browser)), ("Before".to_owned(), set(&["Before"])));
        planner.planning.undo();
        assert_eq!(planner.name(), "After");
        planner.keeping.delete_snapshot(&taken[0].id, "first");
        assert_eq!(shelf::snapshots(planner.window, &planner.key()), []);
        planner.keeping.undo_delete();
        assert_eq!(shelf::snapshots(planner.window, &planner.key()), taken);
    });
}

#[test]
fn the_one_plan_of_earlier_releases_is_taken_over() {
    in_a_browser(|browser| {
        let window = Window::of(browser);
        let old = to_json(&CATALOG, &Plan { name: "Old".to_owned(), ..Plan::new(&CATALOG) });
        window.set(OPEN, &old).unwrap();
        let planner = Planner::load(window);
        assert_eq!((planner.name(), names(browser)), ("Old".to_owned(), set(&["Old"])));
        assert!(window.get(OPEN).is_some_and(|it| it == planner.key()), "the page still sees that a plan waits");
    });
}

#[test]
fn an_old_text_that_is_no_plan_stays_to_be_saved_and_new_plans_do_not_touch_it() {
    in_a_browser(|browser| {
        let window = Window::of(browser);
        window.set(OPEN, "{ \"format\": ").unwrap();
        let planner = Planner::load(window);
        assert_eq!(planner.name(), UNTITLED);
        assert!(planner.failure().contains("no plan of this Atlas"), "{}", planner.failure());
        planner.named("New");
        let unreadable = shelf::plans(window).into_iter().find(|it| it.name.is_none()).unwrap();
        assert_eq!(shelf::raw(window, &unreadable.key).as_deref(), Some("{ \"format\": "));
        assert_eq!(names(browser), set(&["New"]));
    });
}

#[test]
fn a_damaged_record_is_told_and_left_alone() {
    in_a_browser(|browser| {
        let planner = Planner::load(Window::of(browser));
        planner.named("One");
        let name = format!("expressroute-atlas-plan/p/{}", planner.key());
        let text = planner.window.get(&name).unwrap();
        planner.window.set(&name, &text[..text.len() - 9]).unwrap();
        let again = Planner::load(planner.window);
        assert!(again.failure().contains("what is kept is damaged: it "), "{}", again.failure());
        assert!(again.failure().contains("It stays under Plans"), "{}", again.failure());
        again.named("Two");
        assert_eq!(planner.window.get(&name).unwrap(), &text[..text.len() - 9]);
    });
}

#[test]
fn without_room_the_last_state_stays_and_the_next_is_told_until_there_is_room() {
    in_a_browser(|browser| {
        let planner = Planner::load(Window::of(browser));
        planner.named("One");
        let one = planner.key();
        planner.keeping.begin();
        planner.named("Two");
        let full: usize = browser.texts.lock().unwrap().iter().map(|it| it.0.len() + it.1.len()).sum();
        browser.room.store(full, Ordering::Relaxed);
        planner.rename("A name so long that it does not fit, however well it is packed: 0f8a61c7d2");
        assert!(!planner.keeping.save());
        assert_eq!(planner.keeping.refused.get_untracked(), Some(Refused::Full));
        assert_eq!(names(browser), set(&["One", "Two"]), "what was kept still is");
        planner.keeping.open(&one);
        assert!(planner.failure().contains("is not kept in this browser yet"), "{}", planner.failure());
        assert!(planner.name().starts_with("A name so long"), "it stays on screen");
        planner.keeping.delete(&one);
        assert_eq!(planner.keeping.refused.get_untracked(), None, "there is room now");
        assert_eq!(names(browser), set(&[&planner.name()]));
    });
}

#[test]
fn a_plan_too_large_to_be_opened_again_is_not_kept_silently() {
    in_a_browser(|browser| {
        let planner = Planner::load(Window::of(browser));
        planner.named("One");
        planner.rename(&"x".repeat(10_000_000));
        assert!(!planner.keeping.save());
        assert_eq!(planner.keeping.refused.get_untracked(), Some(Refused::TooLarge));
        assert_eq!(names(browser), set(&["One"]));
    });
}

#[test]
fn the_second_window_to_save_chooses_theirs() {
    in_a_browser(|browser| {
        let left = Planner::load(Window::of(browser));
        left.named("Start");
        let right = Planner::load(Window::of(browser));
        left.named("Left");
        right.rename("Right");
        assert!(right.keeping.save());
        assert!(matches!(right.keeping.choice.get_untracked(), Some(Choice::Elsewhere { copy: Some(_), .. })));
        assert_eq!(names(browser), set(&["Left", "Right (copy)"]), "nothing is lost while nothing is chosen");
        right.keeping.take_theirs();
        assert_eq!((right.name(), names(browser)), ("Left".to_owned(), set(&["Left"])));
        right.planning.undo();
        assert_eq!(right.name(), "Right");
        assert!(right.keeping.save());
        assert_eq!(names(browser), set(&["Right"]));
        left.hears();
        assert!(matches!(left.keeping.choice.get_untracked(), Some(Choice::Elsewhere { copy: None, .. })));
    });
}

#[test]
fn the_second_window_to_save_keeps_its_own_as_a_copy() {
    in_a_browser(|browser| {
        let left = Planner::load(Window::of(browser));
        left.named("Start");
        let right = Planner::load(Window::of(browser));
        left.named("Left");
        right.hears();
        right.named("Right");
        right.named("Right, later");
        right.keeping.keep_mine();
        assert_eq!(
            (right.name(), names(browser)),
            ("Right, later (copy)".to_owned(), set(&["Left", "Right, later (copy)"]))
        );
        right.named("Right, still later");
        assert_eq!(names(browser), set(&["Left", "Right, still later"]));
        left.named("Left, too");
        assert_eq!(left.keeping.choice.get_untracked(), None, "it never heard of a conflict");
    });
}

#[test]
fn what_another_window_deleted_is_kept_again_or_let_go() {
    in_a_browser(|browser| {
        let left = Planner::load(Window::of(browser));
        left.named("Start");
        let right = Planner::load(Window::of(browser));
        left.keeping.delete(&left.key());
        right.hears();
        assert_eq!(right.keeping.choice.get_untracked(), Some(Choice::DeletedElsewhere));
        right.keeping.keep_again();
        assert_eq!((right.keeping.choice.get_untracked(), names(browser)), (None, set(&["Start"])));
        left.keeping.open(&right.key());
        left.keeping.delete(&right.key());
        right.named("Changed");
        assert_eq!(names(browser), set(&["Changed"]), "a change keeps it without being asked");
    });
}

#[test]
fn a_shared_plan_is_a_copy_until_it_is_kept() {
    in_a_browser(|browser| {
        let shared = Plan { name: "Theirs".to_owned(), ..Plan::new(&CATALOG) };
        let address = crate::sharing::address("", &CATALOG, &shared);
        let packed = crate::sharing::packed_in(&address);
        let mine = Planner::load(Window::of(browser));
        mine.named("Mine");
        let looking = Planner::load_shared(mine.window, packed);
        assert_eq!((looking.name(), names(browser)), ("Theirs".to_owned(), set(&["Mine"])));
        assert!(looking.keeping.save() && names(browser) == set(&["Mine"]), "looking keeps nothing");
        looking.keeping.put_shared_away();
        assert_eq!((looking.name(), names(browser)), ("Mine".to_owned(), set(&["Mine"])));
        let keeping = Planner::load_shared(mine.window, packed);
        keeping.keeping.keep_shared();
        assert_eq!((keeping.name(), names(browser)), ("Theirs".to_owned(), set(&["Mine", "Theirs"])));
        let changing = Planner::load_shared(mine.window, packed);
        changing.named("Theirs, changed");
        assert_eq!(names(browser), set(&["Mine", "Theirs", "Theirs, changed"]), "a change keeps it as another plan");
    });
}

#[test]
fn a_hostile_address_changes_nothing() {
    in_a_browser(|browser| {
        let mine = Planner::load(Window::of(browser));
        mine.named("Mine");
        for packed in ["", "1.", "1.%%%", "9.abc", "1.eJw"] {
            let planner = Planner::load_shared(mine.window, Some(packed));
            assert!(planner.failure().starts_with("The shared plan was not opened: "), "{}", planner.failure());
            assert_eq!((planner.name(), names(browser)), ("Mine".to_owned(), set(&["Mine"])));
            assert_eq!(planner.keeping.choice.get_untracked(), None);
        }
    });
}

/// What a window may do next to the others.
#[derive(Clone, Debug)]
enum Step {
    Change,
    Save,
    Hear,
    TakeTheirs,
    KeepMine,
    Delete,
    KeepAgain,
    Load,
}

fn steps() -> impl Strategy<Value = Vec<(usize, Step)>> {
    let step = prop_oneof![
        4 => Just(Step::Change), 4 => Just(Step::Save), 4 => Just(Step::Hear), 1 => Just(Step::TakeTheirs),
        1 => Just(Step::KeepMine), 1 => Just(Step::Delete), 1 => Just(Step::KeepAgain), 1 => Just(Step::Load),
    ];
    prop::collection::vec((0usize..3, step), 1..60)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// A change is lost when nobody can get at it any more: it is neither on screen, nor on the shelf, nor a step before
    /// what is, nor deleted or given up by a person.
    #[test]
    fn no_change_is_lost_whatever_windows_do_in_whatever_order(steps in steps()) {
        Owner::new().with(|| {
            let browser = Arc::default();
            let mut windows = [0, 1, 2].map(|_| Planner::load(Window::of(&browser)));
            // Every name carries all names before it, so that what a plan was made from can be read in it.
            windows[0].named("0");
            for it in windows.iter_mut().skip(1) { *it = Planner::load(it.window); }
            let (mut changes, mut given_up) = (BTreeSet::from(["0".to_owned()]), BTreeSet::new());
            let parts = |name: &str| -> Vec<String> { name.replace(" (copy)", "").split('+').map(str::to_owned).collect() };
            for (count, (at, step)) in steps.into_iter().enumerate() {
                let it = windows[at];
                match step {
                    Step::Change => {
                        let change = format!("{}", count + 1);
                        it.rename(&format!("{}+{change}", it.name()));
                        changes.insert(change);
                    }
                    Step::Save => { it.keeping.save(); }
                    Step::Hear => it.hears(),
                    Step::TakeTheirs => {
                        let before = it.name();
                        it.keeping.take_theirs();
                        if it.name() != before { given_up.extend(parts(&before)); }
                    }
                    Step::KeepMine => it.keeping.keep_mine(),
                    Step::Delete => {
                        it.keeping.save();
                        let held = it.keeping.held.get_untracked();
                        if let Some((key, _)) = held {
                            // The person sees what is deleted: what is on screen, and what lies there.
                            given_up.extend(parts(&it.name()));
                            let there = shelf::open(it.window, &CATALOG, &key);
                            if let Ok((plan, _)) = there { given_up.extend(parts(&plan.name)); }
                            it.keeping.delete(&key);
                        }
                    }
                    Step::KeepAgain => it.keeping.keep_again(),
                    // A window saves when it is left.
                    Step::Load => { it.keeping.save(); windows[at] = Planner::load(it.window); }
                }
            }
            for it in windows { it.keeping.save(); it.hears(); }
            let mut there: BTreeSet<String> = given_up;
            for name in names(&browser) { there.extend(parts(&name)); }
            let lost: Vec<_> = changes.difference(&there).collect();
            assert!(lost.is_empty(), "{lost:?} of {changes:?}; the shelf has {:?}", names(&browser));
        });
    }
}

#[test]
fn two_windows_that_write_at_once_lose_nothing() {
    // In a browser of several processes both may find the same revision, and the later of the two stays.
    in_a_browser(|browser| {
        let left = Planner::load(Window::of(browser));
        left.named("Start");
        let name = format!("expressroute-atlas-plan/p/{}", left.key());
        let start = left.window.get(&name).unwrap();
        let right = Planner::load(Window::of(browser));
        left.named("Left");
        left.window.set(&name, &start).unwrap();
        right.named("Right");
        assert_eq!(names(browser), set(&["Right"]), "Left is gone from the shelf");
        left.hears();
        right.hears();
        assert_eq!(names(browser), set(&["Left (copy)", "Right"]), "and comes back as soon as its window hears of it");
        assert!(left.keeping.choice.with_untracked(Option::is_some));
        assert_eq!(right.keeping.choice.get_untracked(), None);
    });
}
