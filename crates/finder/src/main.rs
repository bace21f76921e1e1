//! The finder: takes over the search box of the page that loads it.

fn main() {
    expressroute_finder::start::start();
}
