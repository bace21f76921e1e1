//! The page: mounts the app.

/// A third of the size of the standard allocator, and as quick here: the download counts.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    expressroute_atlas::app::start();
}
