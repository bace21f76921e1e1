//! Takes pictures of the built page, after optional input: `cargo run -p expressroute-e2e --bin look` says how.

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use expressroute_e2e::Outcome;
use expressroute_e2e::input::key;
use expressroute_e2e::page::Page;
use expressroute_e2e::taste::{Scheme, Taste};

const USAGE: &str = "\
look ADDRESS FILE.png WIDTH HEIGHT dark|light [ACTIONS in order]

ADDRESS is what follows the page's slash, such as '' or '#location=amsterdam'. Actions:
    --phone             a touch screen (anywhere in the line)
    --calm              reduced motion (anywhere in the line)
    --forced            colors of the system (anywhere in the line)
    --german            a browser that asks for German (anywhere in the line)
    --large             text of 32 pixels by the browser's settings, twice the usual (anywhere in the line)
    --click X,Y         --move X,Y          --tap X,Y           --double X,Y
    --drag X,Y,X,Y      --wheel X,Y,DELTA   --pinch X,Y,FROM,TO
    --swipe X,Y,X,Y
    --key K[+K]         Tab, Enter, Escape, Left, Right, Up, Down, Home, End, Shift, Control, or a character
    --type TEXT         --wait MILLISECONDS
    --press ROLE:NAME   clicks an element by role and accessible name, such as 'radio:Premium'
    --js BODY           runs a function body and prints what it returns
    --shot FILE.png     a picture in between
    --axe               prints accessibility violations
    --tree              prints what a screen reader is told of the page: the accessibility tree of Chromium
";

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match look(&arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn look(arguments: &[String]) -> Outcome<()> {
    let [address, file, width, height, scheme, actions @ ..] = arguments else { return Err(USAGE.to_owned()) };
    let number = |text: &String| text.parse().map_err(|_| format!("{text:?} is no size in pixels"));
    let scheme = match scheme.as_str() {
        "dark" => Scheme::Dark,
        "light" => Scheme::Light,
        other => return Err(format!("{other:?} is neither dark nor light")),
    };
    let has = |word: &str| actions.iter().any(|it| it == word);
    let viewport = (number(width)?, number(height)?);
    let (reduced_motion, touch) = (has("--calm"), has("--phone"));
    let language = if has("--german") { "de" } else { "en" };
    let taste = Taste { viewport, scheme, reduced_motion, touch, language, ..Taste::default() };
    let page =
        Page::prepare(Taste { forced_colors: has("--forced"), text_px: if has("--large") { 32 } else { 16 }, ..taste })
            .await?;
    page.go(address).await?;
    if let Err(error) = page.started().await {
        eprintln!("warning: {error}");
    }
    let done = act_all(&page, actions).await;
    // The last gesture's inertia and transitions come to rest first.
    tokio::time::sleep(Duration::from_millis(400)).await;
    page.screenshot(Path::new(file)).await?;
    for line in page.console_errors().await? {
        eprintln!("console: {line}");
    }
    for line in page.foreign_requests().await? {
        eprintln!("another host was asked: {line}");
    }
    page.close().await?;
    done
}

async fn act_all(page: &Page, actions: &[String]) -> Outcome<()> {
    let mut words = actions.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--phone" | "--calm" | "--forced" | "--german" | "--large" => {}
            "--axe" => page.accessibility_violations().await?.iter().for_each(|it| println!("axe: {it}")),
            "--tree" => print!("{}", page.accessibility_tree().await?),
            action => {
                let value = words.next().ok_or_else(|| format!("{action} needs a value\n{USAGE}"))?;
                act(page, action, value).await?;
            }
        }
    }
    Ok(())
}

async fn act(page: &Page, action: &str, value: &str) -> Outcome<()> {
    let numbers: Vec<i32> = value.split(',').filter_map(|it| it.trim().parse().ok()).collect();
    match (action, numbers.as_slice()) {
        ("--click", &[x, y]) => page.click_at(x, y).await,
        ("--move", &[x, y]) => page.move_to(x, y).await,
        ("--tap", &[x, y]) => page.tap(x, y).await,
        ("--double", &[x, y]) => page.double_click_at(x, y).await,
        ("--drag", &[x, y, to_x, to_y]) => page.drag((x, y), (to_x, to_y), Duration::from_millis(250)).await,
        ("--wheel", &[x, y, delta]) => page.wheel(x, y, delta).await,
        ("--swipe", &[x, y, to_x, to_y]) => page.swipe((x, y), (to_x, to_y), Duration::from_millis(250)).await,
        ("--pinch", &[x, y, from, to]) => page.pinch((x, y), from, to).await,
        ("--wait", &[milliseconds]) => {
            tokio::time::sleep(Duration::from_millis(u64::from(milliseconds.unsigned_abs()))).await;
            Ok(())
        }
        ("--type", _) => page.type_text(value).await,
        ("--shot", _) => page.screenshot(Path::new(value)).await,
        ("--key", _) => page.press(&keys(value)?).await,
        ("--js", _) => {
            println!("{}", page.script(value, Vec::new()).await?);
            Ok(())
        }
        ("--press", _) => {
            let (role, name) = value.split_once(':').ok_or("--press wants ROLE:NAME")?;
            page.click(role, name).await
        }
        _ => Err(format!("cannot do {action} {value}\n{USAGE}")),
    }
}

fn keys(value: &str) -> Outcome<Vec<char>> {
    let names = if value == "+" { vec!["+"] } else { value.split('+').collect() };
    names.into_iter().map(|it| key::by_name(it).ok_or_else(|| format!("unknown key {it:?}"))).collect()
}
