//! Measures the built page in Chromium: what it downloads, when it first draws, and how soon a click is answered.
//!
//! `bench [RUNS] [THROTTLE]`: 15 runs by default; a throttle of 4 slows the processor down to a quarter.

use std::process::ExitCode;
use std::time::Duration;

use expressroute_e2e::Outcome;
use expressroute_e2e::download::{Download, downloads};
use expressroute_e2e::page::Page;
use expressroute_e2e::taste::Taste;
use serde_json::json;

const FIRST_DRAW: &str = "atlas-first-draw";
const ANSWER: &str = "atlas-answer-drawn";

/// Milliseconds of every run.
#[derive(Default)]
struct Times {
    first_draw: Vec<f64>,
    click_to_drawn: Vec<f64>,
}

#[tokio::main]
async fn main() -> ExitCode {
    match measure().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn measure() -> Outcome<()> {
    let mut arguments = std::env::args().skip(1);
    let runs = arguments.next().map_or(Ok(15), |it| it.parse::<u32>()).map_err(|error| format!("RUNS: {error}"))?;
    let throttle =
        arguments.next().map_or(Ok(1), |it| it.parse::<u32>()).map_err(|error| format!("THROTTLE: {error}"))?;
    let page = Page::prepare(Taste::default()).await?;
    let point = answering_point(&page).await?;
    download(&page)?;
    page.driver.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": throttle })).await?;
    let mut times = Times::default();
    for _ in 0..runs {
        start_cold(&page).await?;
        times.first_draw.push(mark(&page, FIRST_DRAW).await?);
        times.click_to_drawn.push(answer(&page, point).await?);
    }
    println!("\n{runs} runs, processor slowed {throttle} times, click at {point:?}");
    report("navigation to first draw", &mut times.first_draw);
    report("click to drawn", &mut times.click_to_drawn);
    println!("{:<26} {:.3}", "layout shift", page.layout_shift().await?);
    page.close().await
}

/// Opens the page as on a first visit: no cache, nothing stored.
async fn start_cold(page: &Page) -> Outcome<()> {
    let origin = json!({ "origin": page.site.origin, "storageTypes": "all" });
    page.driver.devtools("Storage.clearDataForOrigin", origin).await?;
    page.driver.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
    let left = page.driver.session.goto("about:blank").await;
    left.map_err(|error| format!("cannot leave the page: {error}"))?;
    page.go("").await?;
    page.started().await?;
    // What the page loads after its first draw is another matter than the click.
    tokio::time::sleep(Duration::from_millis(500)).await;
    // The first frame may count as an answer to the address.
    page.script("performance.clearMarks('atlas-answer-drawn');", Vec::new()).await?;
    Ok(())
}

/// Clicks on a grid over the middle of the map until a click is answered, on a fresh page too: a location is there.
async fn answering_point(page: &Page) -> Outcome<(i32, i32)> {
    start_cold(page).await?;
    let mut clicked: Vec<(i32, i32)> = Vec::new();
    for y in (250..500).step_by(14) {
        for x in (500..1000).step_by(14) {
            page.click_at(x, y).await?;
            clicked.push((x, y));
            tokio::time::sleep(Duration::from_millis(40)).await;
            if is_marked(page, ANSWER).await? {
                return first_answered(page, &clicked).await;
            }
        }
    }
    Err(format!("no click on the map was followed by the mark {ANSWER}"))
}

/// The answer may come after the next clicks: the last points are tried again, each on a fresh page.
async fn first_answered(page: &Page, clicked: &[(i32, i32)]) -> Outcome<(i32, i32)> {
    for &(x, y) in clicked.iter().rev().take(12) {
        start_cold(page).await?;
        page.click_at(x, y).await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        if is_marked(page, ANSWER).await? {
            return Ok((x, y));
        }
    }
    Err(format!("the mark {ANSWER} came, but no single click brought it again"))
}

async fn is_marked(page: &Page, name: &str) -> Outcome<bool> {
    let body = "return performance.getEntriesByName(arguments[0]).length > 0;";
    Ok(page.script(body, vec![json!(name)]).await? == true)
}

/// Milliseconds from navigation to a mark.
async fn mark(page: &Page, name: &str) -> Outcome<f64> {
    let body = "return performance.getEntriesByName(arguments[0])[0]?.startTime;";
    let time = page.script(body, vec![json!(name)]).await?;
    time.as_f64().ok_or_else(|| format!("the page has no mark {name}"))
}

/// Milliseconds from the release of the button to the end of the frame that shows the answer.
async fn answer(page: &Page, (x, y): (i32, i32)) -> Outcome<f64> {
    let listen = "addEventListener('pointerup', (event) => { window.released = event.timeStamp; }, { capture: true, once: true });";
    page.move_to(x, y).await?;
    page.script(listen, Vec::new()).await?;
    page.click_at(x, y).await?;
    page.wait_until("the answer is drawn", "performance.getEntriesByName('atlas-answer-drawn').length > 0").await?;
    let body = "return performance.getEntriesByName('atlas-answer-drawn')[0].startTime - window.released;";
    let time = page.script(body, Vec::new()).await?;
    time.as_f64().ok_or_else(|| "the click was not seen by the page".to_owned())
}

/// Prints every file asked for from navigation to the first answer, with its size on the wire at best.
fn download(page: &Page) -> Outcome<()> {
    println!("{:>9} {:>9}  download until the first answer", "bytes", "brotli 11");
    let files = downloads(page)?;
    for file in &files {
        println!("{:>9} {:>9}  {}", file.bytes, file.packed_bytes, file.name);
    }
    let sum = |size: fn(&Download) -> u64| files.iter().map(size).sum::<u64>();
    println!("{:>9} {:>9}  in all", sum(|it| it.bytes), sum(|it| it.packed_bytes));
    Ok(())
}

fn report(what: &str, times: &mut [f64]) {
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| times.get((times.len() * percent / 100).min(times.len().saturating_sub(1)));
    let shown = |percent| at(percent).copied().unwrap_or(f64::NAN);
    println!("{what:<26} median {:7.1} ms   p95 {:7.1} ms", shown(50), shown(95));
}
