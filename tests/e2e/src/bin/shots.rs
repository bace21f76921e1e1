//! Takes the pictures of every state in both schemes: `shots FOLDER`; `shots --bless` takes the reviewed ones again,
//! `shots --tutorial` those of docs/tutorial.md.

use std::path::Path;
use std::process::ExitCode;

use expressroute_e2e::Outcome;
use expressroute_e2e::picture::Picture;
use expressroute_e2e::states::{STATES, State, picture_at_rest};
use expressroute_e2e::taste::Scheme;
use expressroute_e2e::tutorial::SHOTS;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["--bless"] => bless().await,
        ["--tutorial"] => tutorial().await,
        [folder] => take_all(Path::new(folder)).await,
        _ => Err("shots FOLDER, shots --bless, or shots --tutorial".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn take_all(folder: &Path) -> Outcome<()> {
    std::fs::create_dir_all(folder).map_err(|error| format!("cannot create {}: {error}", folder.display()))?;
    for state in &STATES {
        for scheme in [Scheme::Dark, Scheme::Light] {
            let file = folder.join(format!("{}.png", state.file_name(scheme)));
            keep(&take(state, scheme).await?, &file)?;
        }
    }
    Ok(())
}

async fn bless() -> Outcome<()> {
    for state in &STATES {
        if let (Some(scheme), Some(file)) = (state.reviewed, state.reviewed_file()) {
            keep(&take(state, scheme).await?.coarser(), &file)?;
        }
    }
    Ok(())
}

async fn tutorial() -> Outcome<()> {
    for shot in &SHOTS {
        let picture = shot.take().await.map_err(|error| format!("{}: {error}", shot.plan))?;
        picture.write_with_palette(&shot.file())?;
        println!("{}", shot.file().display());
    }
    Ok(())
}

async fn take(state: &State, scheme: Scheme) -> Outcome<Picture> {
    let told = |error| format!("{} in {scheme:?}: {error}", state.name);
    let atlas = state.open(scheme).await.map_err(told)?;
    let picture = picture_at_rest(&atlas).await.map_err(told)?;
    atlas.close().await.map_err(told)?;
    Ok(picture)
}

fn keep(picture: &Picture, file: &Path) -> Outcome<()> {
    picture.write(file)?;
    println!("{}", file.display());
    Ok(())
}
