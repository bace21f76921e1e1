//! The page: mounts the app.

fn main() {
    expressroute_atlas::app::start();
}
