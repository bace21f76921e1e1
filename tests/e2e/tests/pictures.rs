//! The page looks as it did when its pictures were last reviewed; `cargo xtask shots --bless` reviews them anew.

use expressroute_e2e::Outcome;
use expressroute_e2e::atlas::Atlas;
use expressroute_e2e::picture::{Difference, Picture};
use expressroute_e2e::site::project;
use expressroute_e2e::states::{STATES, State, picture_at_rest};
use expressroute_e2e::taste::Scheme;
use serde_json::json;

/// Holds the page against the reviewed picture of a state; says where they differ, and where the page's picture is.
async fn compare(state: &State, scheme: Scheme) -> Outcome<Option<String>> {
    let Some(file) = state.reviewed_file() else { return Err(format!("{} is not reviewed", state.name)) };
    let atlas = state.open(scheme).await?;
    let found = picture_at_rest(&atlas).await?;
    let differences = Picture::read(&file)?.differences(&found)?;
    atlas.close().await?;
    if differences.is_empty() {
        return Ok(None);
    }
    let folder = project().join("target/e2e");
    std::fs::create_dir_all(&folder).map_err(|error| format!("cannot create {}: {error}", folder.display()))?;
    let kept = folder.join(format!("{}.png", state.file_name(scheme)));
    found.write(&kept)?;
    let places: Vec<(usize, usize)> = differences.iter().take(8).map(|it| (it.left, it.top)).collect();
    let count = differences.len();
    Ok(Some(format!("{} differs in {count} places, at {places:?}, from {}", kept.display(), file.display())))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_looks_as_it_was_reviewed() -> Outcome<()> {
    let mut told = Vec::new();
    for state in &STATES {
        if let Some(scheme) = state.reviewed {
            told.extend(compare(state, scheme).await?);
        }
    }
    let remedy = "look at both, and if the new ones are right: cargo xtask shots --bless";
    assert!(told.is_empty(), "{}\n{remedy}", told.join("\n"));
    Ok(())
}

/// Takes away what the map shows above land and sea in a square around a point, 12 pixels to every side.
async fn erase(atlas: &Atlas, (x, y): (i32, i32)) -> Outcome<()> {
    let body = "const [x, y] = arguments;
        for (const layer of [...document.querySelectorAll('canvas')].slice(1)) {
          const box = layer.getBoundingClientRect();
          const ink = layer.getContext('2d');
          ink.setTransform(1, 0, 0, 1, 0, 0);
          ink.clearRect(x - box.left - 12, y - box.top - 12, 24, 24);
        }";
    atlas.page.script(body, vec![json!(x), json!(y)]).await.map(|_| ())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_that_lacks_a_mark_or_a_piece_of_an_arc_is_refused() -> Outcome<()> {
    let Some(state) = STATES.iter().find(|it| it.name == "amsterdam-standard") else {
        return Err("no picture is of Amsterdam".to_owned());
    };
    let atlas = state.open(Scheme::Dark).await?;
    let mut whole = picture_at_rest(&atlas).await?;
    let (from, to) = (atlas.point_of("amsterdam").await?, atlas.point_of_region("Spain Central").await?);
    // An arc over so few degrees is nearly straight: it passes through the square around its middle.
    let middle = ((from.0 + to.0) / 2, (from.1 + to.1) / 2);
    for (what, at) in [("a region", to), ("an arc", middle)] {
        erase(&atlas, at).await?;
        let without = picture_at_rest(&atlas).await?;
        let differences = whole.differences(&without)?;
        let is_there = |it: &Difference| {
            let near = |start: usize, at: i32| start as i32 - 16 <= at && at < start as i32 + 48;
            near(it.left, at.0) && near(it.top, at.1)
        };
        assert!(!differences.is_empty() && differences.iter().all(is_there), "{what} at {at:?}: {differences:?}");
        whole = without;
    }
    atlas.close().await
}
