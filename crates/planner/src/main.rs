//! The planner: mounts itself into the page that loads it.

fn main() {
    expressroute_planner::start::start();
}
