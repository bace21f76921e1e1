//! A part of the plan, as its JSON pointer names it.

use reach::plan::edit::Part as Kind;

/// A part of the plan that is drawn on the map, by its place in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A part with an id.
    Of(Kind, usize),
    /// A connection.
    Connection(usize),
    /// A Global Reach link.
    Link(usize),
}

impl Part {
    /// The part that a pointer such as `/circuits/1` names, or one into it such as `/circuits/1/family`.
    pub fn from_pointer(pointer: &str) -> Option<Part> {
        let mut steps = pointer.strip_prefix('/')?.split('/');
        let (list, at) = (steps.next()?, steps.next()?.parse().ok()?);
        match list {
            "sites" => Some(Part::Of(Kind::Site, at)),
            "workloads" => Some(Part::Of(Kind::Workload, at)),
            "circuits" => Some(Part::Of(Kind::Circuit, at)),
            "gateways" => Some(Part::Of(Kind::Gateway, at)),
            "direct_ports" => Some(Part::Of(Kind::DirectPort, at)),
            "connections" => Some(Part::Connection(at)),
            "global_reach_links" => Some(Part::Link(at)),
            _ => None,
        }
    }
}

/// The pointer of a site.
pub fn site_pointer(at: usize) -> String {
    format!("/sites/{at}")
}

#[cfg(test)]
mod tests {
    use super::{Kind, Part, site_pointer};

    #[test]
    fn a_pointer_names_a_part_or_something_in_it() {
        let check = |pointer, expected| assert_eq!(Part::from_pointer(pointer), expected, "{pointer}");
        check("/sites/0", Some(Part::Of(Kind::Site, 0)));
        check("/circuits/12/family", Some(Part::Of(Kind::Circuit, 12)));
        check("/connections/3", Some(Part::Connection(3)));
        check("/global_reach_links/1/prefix", Some(Part::Link(1)));
        check("/circuits", None);
        check("/name", None);
        check("", None);
        check("/circuits/-1", None);
        check(&site_pointer(7), Some(Part::Of(Kind::Site, 7)));
    }
}
