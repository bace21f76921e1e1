//! Filters over the real tables: what they take, the counts beside the choices, and their words in an address.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use expressroute_find::cities::Cities;
use expressroute_find::facets::{Facet, Facts, Offers, UNKNOWN};
use expressroute_find::filters::{Filters, Standing, Tally};
use expressroute_find::index::SearchIndex;
use proptest::prelude::*;
use reach::catalog::Catalog;
use reach::link::{LinkEnd, LinkVerdict, links_of};
use reach::sku::{Cloud, Sku};
use reach::tables::ProviderTables;
use std::sync::LazyLock;

struct World {
    catalog: Catalog,
    providers: ProviderTables,
    facts: Facts,
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let catalog = Catalog::from_packed(tables::CORE).unwrap();
    let providers = ProviderTables::from_packed(tables::PROVIDERS).unwrap();
    let index = SearchIndex::new(&catalog, &providers, Cities::default());
    let facts = Facts::new(&catalog, &providers, &index.facilities);
    World { catalog, providers, facts }
});

fn filters(text: &str) -> Filters {
    Filters::parse(&WORLD.facts, text)
}

/// How the location with this slug stands.
fn standing(text: &str, slug: &str) -> Standing {
    let location = WORLD.catalog.location_by_slug(slug).unwrap();
    filters(text).standing(&WORLD.facts, location.index())
}

/// Any filters, of up to three choices in each facet.
fn any_filters() -> impl Strategy<Value = Filters> {
    let offers = prop::sample::select(Offers::ALL.to_vec());
    let choices = prop::collection::vec((0..Facet::ALL.len(), any::<prop::sample::Index>()), 0..6);
    (choices, offers).prop_map(|(choices, offers)| {
        let chosen = choices.into_iter().fold(Filters::default(), |filters, (facet, choice)| {
            let facet = Facet::ALL[facet];
            let choice = choice.index(WORLD.facts.choices(facet).len()) as u16;
            if filters.chosen(facet).contains(&choice) { filters } else { filters.toggled(facet, choice) }
        });
        chosen.with_offers(offers)
    })
}

#[test]
fn what_the_tables_say_is_taken_and_what_they_leave_open_is_kept_apart() {
    use Standing::{Met, NotMet, Open};
    let cases = [
        // The rows of Amsterdam and Busan in peering_locations.csv; no table says anything of New York2.
        ("direct:yes", "amsterdam", Met),
        ("direct:no", "amsterdam", NotMet),
        ("direct:yes", "new-york2", Open),
        ("direct:no", "new-york2", Open),
        ("direct:yes,unknown", "new-york2", Met),
        ("zone:1", "amsterdam", Met),
        ("zone:2,3", "amsterdam", NotMet),
        ("zone:2,3", "new-york2", Open),
        // The national clouds have no zones by the documents.
        ("zone:1", "usgov-dallas", Open),
        ("metro:yes", "amsterdam-metro", Met),
        ("metro:yes", "amsterdam", NotMet),
        ("sku:local", "amsterdam", Met),
        ("sku:local", "bangkok", NotMet),
        // The row of Vienna has no Local region, that of Vienna Metro has one: the sources disagree.
        ("sku:local", "vienna", Open),
        ("sku:local", "oslo2", Open),
        ("sku:standard", "vienna", Met),
        ("sku:local,premium", "bangkok", Met),
        // Global Reach lists the Netherlands; of Metro locations it says nothing, and Thailand is not on the list.
        ("global-reach:yes", "amsterdam", Met),
        ("global-reach:yes", "amsterdam-metro", Open),
        ("global-reach:yes", "bangkok", NotMet),
        ("global-reach:no", "bangkok", Met),
        ("global-reach:yes", "usgov-dallas", Open),
        ("country:NL", "amsterdam2", Met),
        ("country:NL,BE", "brussels", Met),
        ("country:NL", "brussels", NotMet),
        ("area:europe", "amsterdam", Met),
        ("area:europe", "tokyo", NotMet),
        ("facility:equinix-am5", "amsterdam", Met),
        ("facility:equinix-am5", "tokyo", NotMet),
        ("provider:equinix", "amsterdam", Met),
        ("provider:equinix", "abu-dhabi", NotMet),
        // All facets have to be met; what is open stays open only while the others are met.
        ("area:north-america;direct:yes", "new-york2", Open),
        ("area:europe;direct:yes", "new-york2", NotMet),
        ("zone:1;direct:yes", "new-york2", Open),
    ];
    for (text, slug, expected) in cases {
        assert_eq!(standing(text, slug), expected, "{slug} under {text}");
    }
}

#[test]
fn an_offer_that_is_coming_soon_counts_only_where_it_is_asked_for() {
    let soon = WORLD.providers.offers.iter().find(|it| !it.available).unwrap();
    let slug = &WORLD.facts.choices(Facet::Provider)[usize::from(soon.provider)].slug;
    let under = |offers: &str| {
        filters(&format!("provider:{slug};offers:{offers}")).standing(&WORLD.facts, soon.location.index())
    };
    assert_eq!(under("available"), Standing::NotMet);
    assert_eq!(under("coming-soon"), Standing::Met);
    assert_eq!(under("any"), Standing::Met);
    let everywhere = filters(&format!("provider:{slug};offers:any")).tally(&WORLD.facts, Cloud::Public).met;
    let rows = WORLD.providers.offers.iter().filter(|it| it.provider == soon.provider);
    assert_eq!(everywhere, rows.count());
}

#[test]
fn the_numbers_of_the_public_cloud_are_those_of_the_table() {
    // Counted in peering_locations.csv: 135 rows of the public cloud, 28 of them Metro; 127 with Direct, 6 without, 2 open.
    let met = |text: &str| {
        let Tally { met, open } = filters(text).tally(&WORLD.facts, Cloud::Public);
        (met, open)
    };
    assert_eq!(met(""), (135, 0));
    assert_eq!(met("metro:yes"), (28, 0));
    assert_eq!(met("direct:yes"), (127, 2));
    assert_eq!(met("direct:no"), (6, 2));
    assert_eq!(met("direct:unknown"), (2, 0));
    assert_eq!(met("zone:4"), (1, 2));
    let tallies = filters("direct:no").tallies(&WORLD.facts, Facet::Direct, Cloud::Public);
    assert_eq!(tallies.iter().map(|it| (it.met, it.open)).collect::<Vec<_>>(), [(127, 2), (6, 2), (2, 0)]);
}

#[test]
fn global_reach_agrees_with_the_links_of_every_location() {
    for id in WORLD.catalog.location_ids() {
        let links = links_of(&WORLD.catalog, LinkEnd { location: id, sku: Sku::Premium }, Sku::Premium);
        let any = |verdict| links.iter().any(|it| it.verdict == verdict);
        let expected = match (any(LinkVerdict::Linkable), any(LinkVerdict::NotDocumented)) {
            (true, _) => "yes",
            (false, true) => UNKNOWN,
            (false, false) => "no",
        };
        let slug = &WORLD.catalog.location(id).slug;
        let mut own = Vec::new();
        WORLD.facts.each_value(Facet::GlobalReach, Offers::Any, id.index(), |it| own.push(it));
        let own: Vec<&str> =
            own.iter().map(|at| WORLD.facts.choices(Facet::GlobalReach)[usize::from(*at)].slug.as_str()).collect();
        assert_eq!(own, [expected], "{slug}");
    }
}

#[test]
fn slugs_are_plain_words_and_each_names_one_choice() {
    for facet in Facet::ALL {
        let choices = WORLD.facts.choices(facet);
        for (at, choice) in choices.iter().enumerate() {
            let plain = choice.slug.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-');
            assert!(plain && !choice.slug.is_empty(), "{facet:?}: {:?} of {}", choice.slug, choice.name);
            assert_eq!(WORLD.facts.choice(facet, &choice.slug), Some(at as u16), "{facet:?}: {}", choice.slug);
        }
    }
    assert_eq!(WORLD.facts.choices(Facet::Provider).len(), 186);
}

#[test]
fn nonsense_in_an_address_is_left_out() {
    for nonsense in ["", ";;", "provider:", "moon:full", "zone:9", "direct:perhaps", "provider:no-such", "offers:any"] {
        assert_eq!(filters(nonsense), Filters::default(), "{nonsense:?}");
    }
    let mixed = "zone:9,2;moon:full;provider:no-such,equinix,,equinix;offers:sometimes;zone";
    assert_eq!(filters(mixed).write(&WORLD.facts), "provider:equinix;zone:2");
}

#[test]
fn an_address_reads_in_one_order() {
    let text = "facility:equinix-am5;country:NL;zone:2,1;provider:megaport,equinix;offers:any;direct:yes";
    let written = filters(text).write(&WORLD.facts);
    assert_eq!(written, "provider:equinix,megaport;offers:any;direct:yes;zone:1,2;country:NL;facility:equinix-am5");
}

proptest! {
    #[test]
    fn filters_survive_the_address(filters in any_filters()) {
        prop_assert_eq!(&Filters::parse(&WORLD.facts, &filters.write(&WORLD.facts)), &filters);
    }

    #[test]
    fn any_text_gives_filters(text in "[a-z:;,0-9-]{0,60}") {
        let read = filters(&text);
        prop_assert_eq!(&Filters::parse(&WORLD.facts, &read.write(&WORLD.facts)), &read);
    }

    #[test]
    fn a_new_facet_adds_no_location(before in any_filters(), facet in 0..Facet::ALL.len(), at in any::<prop::sample::Index>()) {
        let facet = Facet::ALL[facet];
        prop_assume!(before.chosen(facet).is_empty());
        let after = before.toggled(facet, at.index(WORLD.facts.choices(facet).len()) as u16);
        for location in 0..WORLD.facts.locations() {
            let (old, new) = (before.standing(&WORLD.facts, location), after.standing(&WORLD.facts, location));
            prop_assert!(new >= old, "{location}: {old:?} became {new:?}");
        }
    }

    #[test]
    fn a_further_choice_of_a_facet_takes_no_location_away(
        around in any_filters(),
        facet in 0..Facet::ALL.len(),
        first in any::<prop::sample::Index>(),
        second in any::<prop::sample::Index>(),
    ) {
        let facet = Facet::ALL[facet];
        let [first, second] = [first, second].map(|it| it.index(WORLD.facts.choices(facet).len()) as u16);
        let offers = around.offers();
        let before = around.with_choices(facet, &[first]).with_offers(offers);
        let after = around.with_choices(facet, &[first, second]).with_offers(offers);
        for location in 0..WORLD.facts.locations() {
            prop_assert!(after.standing(&WORLD.facts, location) <= before.standing(&WORLD.facts, location));
        }
    }

    /// The twin: every choice tried, every location asked.
    #[test]
    fn counts_are_those_of_filtering(filters in any_filters(), facet in 0..Facet::ALL.len(), cloud in prop::sample::select(Cloud::ALL.to_vec())) {
        let facet = Facet::ALL[facet];
        let told = filters.tallies(&WORLD.facts, facet, cloud);
        prop_assert_eq!(told.len(), WORLD.facts.choices(facet).len());
        for (choice, told) in told.iter().enumerate() {
            let alone = filters.with_choices(facet, &[choice as u16]).with_offers(filters.offers());
            let of = |wanted: Standing| {
                let own = WORLD.catalog.location_ids().filter(|id| WORLD.catalog.location(*id).cloud == cloud);
                own.filter(|id| alone.standing(&WORLD.facts, id.index()) == wanted).count()
            };
            let expected = Tally { met: of(Standing::Met), open: of(Standing::Open) };
            prop_assert_eq!(*told, expected, "{:?} {}", facet, WORLD.facts.choices(facet)[choice].slug);
        }
        prop_assert_eq!(filters.tally(&WORLD.facts, cloud).met, WORLD.catalog.location_ids()
            .filter(|id| WORLD.catalog.location(*id).cloud == cloud && filters.mask(&WORLD.facts)[id.index()] == 1).count());
    }
}
