//! The page in German, in miles, and the list of its keys.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::Atlas;
use expressroute_e2e::input::key;
use expressroute_e2e::taste::Taste;
use expressroute_e2e::views::VIEWS;

/// A person whose browser asks for German pages.
async fn in_german(fragment: &str) -> Outcome<Atlas> {
    Atlas::open_as(fragment, Taste { reduced_motion: true, language: "de", ..Taste::default() }).await
}

/// What an expression of the page gives, as text.
async fn told(atlas: &Atlas, expression: &str) -> Outcome<String> {
    let value = atlas.page.script(&format!("return String({expression});"), Vec::new()).await?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_german_browser_gets_the_answer_in_german() -> Outcome<()> {
    let atlas = in_german("#at=amsterdam&sku=standard").await?;
    assert_eq!(told(&atlas, "document.documentElement.lang").await?, "de");
    for (role, name) in [
        ("button", "Karte"),
        ("button", "Planer"),
        ("button", "Einstellungen"),
        ("textbox", "Ort suchen"),
        ("application", "Karte der Peeringstandorte und Azure-Regionen"),
        ("complementary", "Gewählter Standort"),
        ("radiogroup", "SKU der Leitung"),
        ("button", "Schließen"),
    ] {
        atlas.page.find(role, name).await?;
    }
    // The Netherlands by the browser's list, Europe by the catalog.
    let head = told(&atlas, "document.querySelector('.panel-head p').textContent").await?;
    assert_eq!(head, "Peeringstandort in Europa, Niederlande");
    // Standard reaches 17 regions of Europe from Amsterdam.
    let group = told(&atlas, "document.querySelector('.answers h3').textContent").await?;
    assert_eq!(group, "17 Regionen erreichbar");
    let dated = told(&atlas, "document.querySelector('.credit').textContent").await?;
    assert!(dated.contains("28. Apr. 2026") && dated.contains("Inoffiziell"), "{dated}");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sheet_of_a_location_lies_over_a_german_answer_too() -> Outcome<()> {
    let atlas = in_german("#at=amsterdam&find=region:uksouth").await?;
    atlas.page.wait_until("the answer is there", "document.querySelector('#answer h2') !== null").await?;
    atlas.page.find("complementary", "Gewählter Standort").await?;
    assert_eq!(atlas.page.count("complementary", "Antwort").await?, 0);
    atlas.page.click("button", "Schließen").await?;
    atlas.page.find("complementary", "Antwort").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_reason_of_an_answer_is_german_too() -> Outcome<()> {
    let atlas = in_german("#at=amsterdam&sku=standard").await?;
    atlas.page.script("document.querySelector('.row-line').click();", Vec::new()).await?;
    let reason = told(&atlas, "document.querySelector('.row-detail p').textContent").await?;
    assert_eq!(reason, "West Europe ist eine Local-Region von Amsterdam, also genügt Local.");
    atlas.close().await
}

/// Chooses in the settings. By a script: the page is gone as soon as the choice is made, and with it the list.
async fn choose(atlas: &Atlas, label: &str, name: &str, value: &str) -> Outcome<()> {
    atlas.page.find("combobox", label).await?;
    let body = "const [name, value] = arguments;
        const select = document.querySelector(`select[name=${name}]`);
        select.value = value;
        window.isOfBefore = true;
        select.dispatchEvent(new Event('change', { bubbles: true }));";
    atlas.page.script(body, vec![name.into(), value.into()]).await?;
    // Between two pages a browser may refuse a script.
    let is_new = async || {
        let told = atlas.page.script("return !window.isOfBefore;", Vec::new()).await;
        Ok(told.is_ok_and(|it| it == true).then_some(()))
    };
    atlas.page.until("the page is loaded again", is_new).await?;
    atlas.page.started().await
}

/// The number in the column of distances beside Sweden Central.
async fn far_to_sweden(atlas: &Atlas) -> Outcome<String> {
    let row = "[...document.querySelectorAll('.row')].find((it) => /Sweden Central/.test(it.textContent))";
    told(atlas, &format!("{row}.querySelector('.row-km').textContent")).await
}

/// English words that stand in names which a screen reader says, had they not been translated. Names of providers, of
/// facilities and of documents are as they are.
const ENGLISH: &str = "const quoted = '[lang=en], .sides, .dated, label:has([name=provider], [name=facility])';
    const own = (it) => !it.closest(quoted);
    const names = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].filter(own)
    .flatMap((it) => ['aria-label', 'title', 'placeholder'].map((name) => it.getAttribute(name)));
    // What a report is about may be a source's own words.
    const said = names.filter((it) => !it?.startsWith('Fehler melden in: '));
    const first = (it) => it.querySelector('select') ? it.firstChild.textContent : it.textContent;
    const buttons = [...document.querySelectorAll('button, h1, h2, h3, dt, label, legend')].filter(own).map(first);
    const english = /\\b(the|of|with|and|from|this|location|close|open|show|find|circuit|reach(ed|able)|add|site)\\b/i;
    return [...said, ...buttons].filter((it) => it && english.test(it) && !/Global Reach/.test(it)).join(' | ');";

#[tokio::test(flavor = "multi_thread")]
async fn no_control_keeps_an_english_name() -> Outcome<()> {
    let atlas = in_german("").await?;
    let mut left = Vec::new();
    for view in &VIEWS {
        view.come(&atlas).await?;
        let english = atlas.page.script(ENGLISH, Vec::new()).await?;
        left.extend(english.as_str().filter(|it| !it.is_empty()).map(|it| format!("{}: {it}", view.name)));
    }
    assert!(left.is_empty(), "{left:#?}");
    atlas.close().await
}

/// Sentences in English that are not marked so, nor the titles of sources.
const SENTENCES: &str = "const english = /\\b(the|is|are|and|of|with|not|no|which)\\b.*\\b(the|is|are|and|of|with|not|no|a|to)\\b/i;
    const said = [...document.querySelectorAll('p, li, dd, td, span, strong')]
      .filter((it) => it.checkVisibility() && !it.closest('[lang=en], cite, .sources, .section-sources, .rows-sources, .reference, .finding-source, .table-foot'));
    const own = (it) => [...it.childNodes].filter((part) => part.nodeType === 3).map((part) => part.data).join('').trim();
    return said.map(own).filter((it) => english.test(it)).join(' | ');";

#[tokio::test(flavor = "multi_thread")]
async fn no_sentence_stays_english_unmarked() -> Outcome<()> {
    let atlas = in_german("").await?;
    let mut left = Vec::new();
    for view in &VIEWS {
        view.come(&atlas).await?;
        let english = atlas.page.script(SENTENCES, Vec::new()).await?;
        left.extend(english.as_str().filter(|it| !it.is_empty()).map(|it| format!("{}: {it}", view.name)));
    }
    assert!(left.is_empty(), "{left:#?}");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn findings_and_their_fixes_are_german() -> Outcome<()> {
    let atlas = in_german("#page=planner").await?;
    atlas.page.find("textbox", "Name des Plans").await?;
    VIEWS.iter().find(|it| it.name == "plan").ok_or("no such state")?.come(&atlas).await?;
    // Local at Frankfurt reaches Germany West Central alone, and Local circuits are unlimited.
    for words in [
        "Standard würde genügen.",
        "c2 ist Local und nach Verbrauch abgerechnet; Local-Leitungen sind immer unbegrenzt.",
        "Keine öffentliche Quelle von Microsoft sagt dies.",
    ] {
        atlas.page.wait_for_text(words).await?;
    }
    for fix in ["c2 auf Standard umstellen", "c2 auf „unbegrenzt“ umstellen", "c2 1 Gbps geben"] {
        atlas.page.find("button", fix).await?;
    }
    assert_eq!(told(&atlas, "document.querySelectorAll('.plan-findings [lang=en]').length").await?, "0");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_country_is_found_by_its_german_name() -> Outcome<()> {
    let atlas = in_german("").await?;
    atlas.page.press(&['/']).await?;
    atlas.page.find("combobox", "Ort suchen").await?;
    atlas.search_for("niederl").await?;
    atlas.wait_for_first("Niederlande; Land").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_of_files_and_of_pasted_sites_are_german() -> Outcome<()> {
    let atlas = in_german("#page=planner").await?;
    atlas.page.find("textbox", "Name des Plans").await?;
    let folder = &atlas.page.driver.folder;
    atlas.page.give_file("JSON öffnen", &folder.put("kaputt.json", "{")?).await?;
    atlas
        .page
        .wait_for_text("kaputt.json wurde nicht geöffnet: Zeile 1, Spalte 1: Der Text endet mitten in einem Objekt")
        .await?;
    let circuit = r#"{ "id": "c1", "location": "amsterdam", "tier": 7 }"#;
    let text = format!(r#"{{ "format": "expressroute-atlas-plan", "version": 1, "circuits": [{circuit}] }}"#);
    atlas.page.give_file("JSON öffnen", &folder.put("falsch.json", &text)?).await?;
    let told = "/circuits/0/tier: 7 passt nicht. Erwartet wird: eines von \"local\", \"standard\", \"premium\"";
    atlas.page.wait_for_text(told).await?;
    assert_eq!(atlas.page.script(MARKED, vec![".notice".into()]).await?, 0);
    atlas.page.click("button", "Standorte einlesen").await?;
    atlas.page.find("dialog", "Standorte einlesen").await?;
    let csv = "site;latitude;longitude\nMünchen;48,14;11,58\nNirgends;x;7\nWeit;99;7\n";
    atlas.page.give_file("Datei wählen", &folder.put("standorte.csv", csv)?).await?;
    atlas.page.wait_for_text("1 Standort gelesen, 2 Probleme.").await?;
    atlas.page.wait_for_text("Zeile 3, Spalte 10: \"x\" ist keine Breite: Schreiben Sie Grad wie 52.37").await?;
    atlas.page.wait_for_text("Breiten gehen von -90 bis 90; sind die beiden Spalten vertauscht?").await?;
    assert_eq!(atlas.page.script(MARKED, vec![".import".into()]).await?, 0);
    atlas.close().await
}

/// How many parts of an element are marked as English.
const MARKED: &str = "return document.querySelectorAll(`${arguments[0]} [lang=en]`).length;";

#[tokio::test(flavor = "multi_thread")]
async fn a_note_of_a_source_is_marked_as_english_within_a_german_reason() -> Outcome<()> {
    let atlas = in_german("#at=campinas&sku=premium&global-reach=on").await?;
    atlas.page.script("document.querySelector('.row-line').click();", Vec::new()).await?;
    let reason = told(&atlas, "document.querySelector('.row-detail p').textContent").await?;
    assert!(reason.contains("Nicht bestätigt für Campinas: docs name the region"), "{reason}");
    let marked = told(&atlas, "document.querySelector('.row-detail p [lang=en]').textContent").await?;
    assert!(marked.starts_with("docs name the region Brazil South, not the country; "), "{marked}");
    assert!(
        !marked.contains('\u{2069}') && !reason.contains('\u{2069}'),
        "the signs themselves are not shown: {reason}"
    );
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_search_and_the_planner_speak_german() -> Outcome<()> {
    let atlas = in_german("").await?;
    atlas.page.press(&['/']).await?;
    atlas.page.find("combobox", "Ort suchen").await?;
    atlas.search_for("frankfrut").await?;
    atlas.wait_for_first("Frankfurt; Peeringstandort, Deutschland").await?;
    atlas.page.press(&[key::ESCAPE]).await?;
    atlas.page.click("button", "Planer").await?;
    atlas.page.find("heading", "Standorte").await?;
    atlas.page.find("button", "Pläne").await?;
    atlas.page.find("heading", "Befunde").await?;
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_settings_choose_language_and_unit_and_the_browser_keeps_them() -> Outcome<()> {
    let atlas = Atlas::open("#at=amsterdam&sku=standard").await?;
    assert_eq!(told(&atlas, "document.querySelector('.row-heads .row-km').textContent").await?, "km");
    let kilometers: f64 = far_to_sweden(&atlas).await?.replace(',', "").parse().map_err(|error| format!("{error}"))?;
    atlas.page.click("button", "Settings").await?;
    choose(&atlas, "Distances in", "units", "mi").await?;
    let unit = async || {
        Ok((told(&atlas, "document.querySelector('.row-heads .row-km')?.textContent").await? == "mi").then_some(()))
    };
    atlas.page.until("the columns are in miles", unit).await?;
    let miles: f64 = far_to_sweden(&atlas).await?.replace(',', "").parse().map_err(|error| format!("{error}"))?;
    assert!((miles * 1.609344 - kilometers).abs() <= 1.0, "{kilometers} km are not {miles} miles");
    atlas.page.click("button", "Settings").await?;
    choose(&atlas, "Language", "language", "de").await?;
    atlas.page.find("button", "Einstellungen").await?;
    assert_eq!(told(&atlas, "document.documentElement.lang").await?, "de");
    assert_eq!(atlas.address("at").await?.as_deref(), Some("amsterdam"), "nothing is lost");
    atlas.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_mark_shows_every_key_and_escape_gives_the_focus_back() -> Outcome<()> {
    let atlas = Atlas::open("").await?;
    atlas.page.script("document.querySelector('.map').focus();", Vec::new()).await?;
    atlas.page.press(&['?']).await?;
    atlas.page.find("dialog", "Keys").await?;
    let keys = told(&atlas, "document.querySelectorAll('dialog kbd').length").await?;
    assert!(keys.parse::<usize>().is_ok_and(|it| it > 20), "{keys} keys are shown");
    assert_eq!(atlas.page.accessibility_violations().await?, Vec::<String>::new());
    atlas.page.press(&[key::ESCAPE]).await?;
    let gone = async || Ok((told(&atlas, "document.querySelector('dialog')").await? == "null").then_some(()));
    atlas.page.until("the dialog is closed", gone).await?;
    assert_eq!(told(&atlas, "document.activeElement.className").await?, "map");
    // In a text field it is a letter.
    atlas.open_finder().await?;
    atlas.page.type_text("?").await?;
    assert_eq!(told(&atlas, "document.querySelector('dialog')").await?, "null");
    atlas.close().await
}
