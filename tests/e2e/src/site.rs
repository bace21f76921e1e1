//! A static server for the built page, on a free port of this machine, that keeps a record of what was asked for.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

use crate::Outcome;

type Record = Arc<Mutex<Vec<String>>>;

/// A served folder; the server ends when this is dropped.
pub struct Site {
    /// Where it is served, such as `http://127.0.0.1:43210`, with no slash at the end.
    pub origin: String,
    record: Record,
    server: JoinHandle<()>,
}

impl Site {
    /// Serves a folder, at an origin that no other site of this program has or had: a browser that goes from one test to the
    /// next then finds nothing of the first in its storage, its databases and its cache.
    ///
    /// # Errors
    /// When the folder holds no index.html or no port is free.
    pub async fn serve(folder: &Path) -> Outcome<Site> {
        if !folder.join("index.html").is_file() {
            return Err(format!("{} holds no index.html: run `cargo xtask build` first", folder.display()));
        }
        let (listener, address) = listen().await?;
        let record = Record::default();
        let app = Router::new()
            .fallback_service(ServeDir::new(folder))
            .layer(from_fn_with_state(Arc::clone(&record), keep_record));
        let server = tokio::spawn(async move {
            // The task is stopped from outside; an error here shows as a page that does not load.
            let _ = axum::serve(listener, app).await;
        });
        Ok(Site { origin: format!("http://{address}"), record, server })
    }

    /// The paths asked for so far, in order, repeats included.
    pub fn requests(&self) -> Vec<String> {
        self.record.lock().map(|it| it.clone()).unwrap_or_default()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// The system may give a port again once it is free.
async fn listen() -> Outcome<(TcpListener, SocketAddr)> {
    static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(|error| format!("cannot listen: {error}"))?;
        let address = listener.local_addr().map_err(|error| format!("no address: {error}"))?;
        if USED.lock().unwrap_or_else(PoisonError::into_inner).insert(address.port()) {
            return Ok((listener, address));
        }
    }
}

/// The folder of the built page: ATLAS_DIST, else dist/ in the project.
pub fn built_page() -> PathBuf {
    std::env::var_os("ATLAS_DIST").map_or_else(|| project().join("dist"), PathBuf::from)
}

/// The project's root.
pub fn project() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    // A browser takes no file by a path with dots in it.
    root.canonicalize().unwrap_or(root)
}

async fn keep_record(State(record): State<Record>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    // Files that carry a digest in their name never change; the others are asked for again.
    let lasting = path.rsplit_once('.').is_some_and(|(name, _)| has_digest(name));
    if let Ok(mut paths) = record.lock() {
        paths.push(path);
    }
    let mut response = next.run(request).await;
    let policy = if lasting { "public, max-age=31536000, immutable" } else { "no-cache" };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(policy));
    response
}

fn has_digest(name: &str) -> bool {
    let last = name.rsplit('-').next().unwrap_or_default();
    last.len() == 16 && last.bytes().all(|it| it.is_ascii_hexdigit())
}
