use super::{About, Point, Question, Wishes, older_provider};
use crate::several::End;
use crate::table::Which;
use proptest::prelude::{Just, Strategy, any, prop_assert_eq, prop_oneof, proptest};
use reach::sku::Sku;

fn check(text: &str, about: About) {
    assert_eq!(Question::parse(text), Some(Question::about(about.clone())), "{text}");
    assert_eq!(Question::about(about).written(), text);
}

#[test]
fn each_kind_of_question_has_its_words() {
    check("location:amsterdam", About::Location("amsterdam".to_owned()));
    check("region:westeurope", About::Region("westeurope".to_owned()));
    check("provider:equinix", About::Provider("equinix".to_owned()));
    check("area:north-america", About::Area("north-america".to_owned()));
    check("country:NL", About::Country("NL".to_owned()));
    check("facility:equinix-am5", About::Facility("equinix-am5".to_owned()));
    check("city:52.3700,4.8900", About::City(Point { lat_e4: 523_700, lon_e4: 48_900 }));
    check("filters", About::Filters(None));
    let below = Question::parse("point:1.0000,2.0000;toward:uksouth;sku:local").map(Box::new);
    check("filters;over:point:1.0000,2.0000;toward:uksouth;sku:local", About::Filters(below));
    check("table", About::Table(Which::View));
    check("table:links", About::Table(Which::Links));
    check("regions:uksouth,westeurope", About::Regions(vec!["uksouth".to_owned(), "westeurope".to_owned()]));
    let end = |location: &str, sku| End { location: location.to_owned(), sku };
    let two = [end("amsterdam", Sku::Standard), end("usgov-dallas", Sku::Local)];
    check("compare:amsterdam.standard,usgov-dallas.local", About::Compare(two.to_vec()));
    check("matrix:amsterdam.standard,usgov-dallas.local", About::Matrix(two.to_vec()));
    check("regions:", About::Regions(Vec::new()));
    check("point:-33.8600,151.2094", About::Point(Point { lat_e4: -338_600, lon_e4: 1_512_094 }));
}

#[test]
fn wishes_follow_in_one_order() {
    let wishes = Wishes {
        toward: vec!["westeurope".to_owned(), "northeurope".to_owned()],
        sku: Some(Sku::Standard),
        ..Wishes::default()
    };
    let asked = Question { about: About::Point(Point { lat_e4: 356_800, lon_e4: 1_397_600 }), wishes };
    let written = "point:35.6800,139.7600;toward:westeurope,northeurope;sku:standard";
    assert_eq!(asked.written(), written);
    assert_eq!(Question::parse(written), Some(asked.clone()));
    let moved = "point:35.68,139.76;sku:standard;toward:westeurope,northeurope,westeurope";
    assert_eq!(Question::parse(moved), Some(asked.clone()), "in any order, each region once");
    let escaped = "point%3A35.68%2c139.76%3Bsku%3Astandard;toward:westeurope%2Cnortheurope";
    assert_eq!(Question::parse(escaped), Some(asked));
}

#[test]
fn nonsense_is_left_out() {
    for text in
        ["", "region", "region:", "moon:westeurope", "region:<b>", "country:NLD", "table:moon", "city:52", "point:91,0"]
    {
        assert_eq!(Question::parse(text), None, "{text}");
    }
    assert_eq!(Question::parse("point:0,180.0001"), None);
    let asked = Question::parse("region:westeurope;sku:gold;toward:,<b>;moon:1;sku:").unwrap();
    assert_eq!(asked.written(), "region:westeurope");
}

#[test]
fn filters_lie_over_one_question_and_not_over_each_other() {
    for (text, expected) in [
        ("filters;over:filters", "filters"),
        ("filters;over:filters;over:region:uksouth", "filters;over:region:uksouth"),
        ("filters;over:moon:tycho", "filters"),
        ("filters%3Bover%3Aregion%3Auksouth", "filters;over:region:uksouth"),
    ] {
        assert_eq!(Question::parse(text).unwrap().written(), expected, "{text}");
    }
}

#[test]
fn the_provider_of_an_older_link_is_read_where_it_was_a_wish() {
    let provider = |text: &str| older_provider(text);
    assert_eq!(provider("city:52.37,4.89;provider:Equinix;sku:local").as_deref(), Some("equinix"));
    assert_eq!(provider("point%3A1%2C2%3Bprovider%3Ade-cix").as_deref(), Some("de-cix"));
    for text in [
        "provider:equinix",
        "region:uksouth;provider:equinix",
        "city:1,2",
        "city:1,2;provider:",
        "city:1,2;provider:<b>",
    ] {
        assert_eq!(provider(text), None, "{text}");
    }
    assert_eq!(
        Question::parse("point:1,2;provider:de-cix;sku:local").unwrap().written(),
        "point:1.0000,2.0000;sku:local"
    );
}

#[test]
fn a_control_changes_its_own_wish() {
    let asked = Question::parse("point:1,2;sku:local").unwrap();
    let toward = asked.with("toward", "uksouth").unwrap();
    assert_eq!(toward.written(), "point:1.0000,2.0000;toward:uksouth;sku:local");
    assert_eq!(toward.with("toward", "").unwrap(), asked);
    assert_eq!(asked.with("weather", "fine"), None);
}

fn points() -> impl Strategy<Value = Point> {
    (-900_000..=900_000, -1_800_000..=1_800_000).prop_map(|(lat_e4, lon_e4)| Point { lat_e4, lon_e4 })
}

fn ends(of: std::collections::BTreeMap<String, usize>) -> Vec<End> {
    of.into_iter().map(|(location, sku)| End { location, sku: Sku::ALL[sku] }).collect()
}

fn abouts() -> impl Strategy<Value = About> {
    let slug = || "[a-z0-9][a-z0-9-]{0,40}";
    prop_oneof![
        slug().prop_map(About::Location),
        slug().prop_map(About::Region),
        slug().prop_map(About::Provider),
        slug().prop_map(About::Area),
        "[A-Z]{2}".prop_map(About::Country),
        slug().prop_map(About::Facility),
        points().prop_map(About::City),
        points().prop_map(About::Point),
        Just(About::Filters(None)),
        proptest::sample::select(Which::ALL.to_vec()).prop_map(About::Table),
        proptest::collection::btree_set(slug(), 0..5).prop_map(|it| About::Regions(it.into_iter().collect())),
        proptest::collection::btree_map(slug(), 0..3usize, 0..5).prop_map(|it| About::Matrix(ends(it))),
        proptest::collection::btree_map(slug(), 0..3usize, 0..3).prop_map(|it| About::Compare(ends(it))),
    ]
}

proptest! {
    #[test]
    fn a_question_survives_the_round_trip(
        about in abouts(),
        toward in proptest::collection::btree_set("[a-z0-9]{1,12}", 0..4),
        sku in proptest::option::of(0..3usize),
        regions in proptest::collection::btree_set("[a-z0-9]{1,12}", 0..4),
    ) {
        let wishes = Wishes { toward: toward.into_iter().collect(), sku: sku.map(|it| Sku::ALL[it]), regions: regions.into_iter().collect() };
        let asked = Question { about, wishes };
        prop_assert_eq!(Question::parse(&asked.written()), Some(asked.clone()));
        let filters = Question::about(About::Filters(asked.below_filters()));
        prop_assert_eq!(Question::parse(&filters.written()), Some(filters));
    }

    #[test]
    fn any_text_is_read_without_harm(text in any::<String>()) {
        // What is understood is written so that it is understood the same.
        if let Some(asked) = Question::parse(&text) {
            prop_assert_eq!(Question::parse(&asked.written()), Some(asked));
        }
    }

    #[test]
    fn a_point_stays_within_half_a_step(point in points()) {
        prop_assert_eq!(point.place().map(Point::at), Some(point));
    }
}
