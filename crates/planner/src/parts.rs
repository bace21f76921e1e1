//! The parts of a plan as the outline shows them: their lists, their places, their words, and the edits that add,
//! repeat and remove them.

pub mod changes;
pub mod words;

use reach::phrase::phrase;
use reach::plan::Plan;

/// A list of the plan, in the order of the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartList {
    /// On-premises sites.
    Sites,
    /// What they need to reach.
    Workloads,
    /// Circuits.
    Circuits,
    /// Circuits connected to workloads and gateways.
    Connections,
    /// Global Reach links.
    Links,
    /// Gateways of VNets and Virtual WAN hubs.
    Gateways,
    /// ExpressRoute Direct port pairs.
    DirectPorts,
}

impl PartList {
    /// Every list.
    pub const ALL: &'static [PartList] = &[
        PartList::Sites,
        PartList::Workloads,
        PartList::Circuits,
        PartList::Connections,
        PartList::Links,
        PartList::Gateways,
        PartList::DirectPorts,
    ];

    /// Its name in the file, and so in JSON pointers.
    pub fn key(self) -> &'static str {
        match self {
            PartList::Sites => "sites",
            PartList::Workloads => "workloads",
            PartList::Circuits => "circuits",
            PartList::Connections => "connections",
            PartList::Links => "global_reach_links",
            PartList::Gateways => "gateways",
            PartList::DirectPorts => "direct_ports",
        }
    }

    /// Its heading.
    pub fn name(self) -> &'static str {
        match self {
            PartList::Sites => phrase("Sites"),
            PartList::Workloads => phrase("Workloads"),
            PartList::Circuits => phrase("Circuits"),
            PartList::Connections => phrase("Connections"),
            PartList::Links => phrase("Global Reach links"),
            PartList::Gateways => phrase("Gateways"),
            PartList::DirectPorts => phrase("Direct port pairs"),
        }
    }

    /// What a button that adds one says.
    pub fn add(self) -> &'static str {
        match self {
            PartList::Sites => phrase("Add a site"),
            PartList::Workloads => phrase("Add a workload"),
            PartList::Circuits => phrase("Add a circuit"),
            PartList::Connections => phrase("Add a connection"),
            PartList::Links => phrase("Add a link"),
            PartList::Gateways => phrase("Add a gateway"),
            PartList::DirectPorts => phrase("Add a Direct port pair"),
        }
    }

    /// What stands below a list that has more.
    pub fn more(self) -> &'static str {
        match self {
            PartList::Sites => phrase("Show {more} more of {all} sites"),
            PartList::Workloads => phrase("Show {more} more of {all} workloads"),
            PartList::Circuits => phrase("Show {more} more of {all} circuits"),
            PartList::Connections => phrase("Show {more} more of {all} connections"),
            PartList::Links => phrase("Show {more} more of {all} Global Reach links"),
            PartList::Gateways => phrase("Show {more} more of {all} gateways"),
            PartList::DirectPorts => phrase("Show {more} more of {all} Direct port pairs"),
        }
    }

    /// How many parts the plan has in it.
    pub fn len(self, plan: &Plan) -> usize {
        match self {
            PartList::Sites => plan.sites.len(),
            PartList::Workloads => plan.workloads.len(),
            PartList::Circuits => plan.circuits.len(),
            PartList::Connections => plan.connections.len(),
            PartList::Links => plan.links.len(),
            PartList::Gateways => plan.gateways.len(),
            PartList::DirectPorts => plan.direct_ports.len(),
        }
    }
}

/// A part of the plan by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartAt {
    /// The list.
    pub list: PartList,
    /// The place in it, counted from 0.
    pub at: usize,
}

impl PartAt {
    /// The part that a JSON pointer leads to, or into.
    pub fn of(pointer: &str) -> Option<PartAt> {
        let mut steps = pointer.strip_prefix('/')?.split('/');
        let key = steps.next()?;
        let list = PartList::ALL.iter().copied().find(|it| it.key() == key)?;
        Some(PartAt { list, at: steps.next()?.parse().ok()? })
    }

    /// Its JSON pointer, such as `/circuits/1`.
    pub fn pointer(self) -> String {
        format!("/{}/{}", self.list.key(), self.at)
    }

    /// The id of its row in the page.
    pub fn element_id(self) -> String {
        format!("part-{}-{}", self.list.key(), self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::{PartAt, PartList};

    #[test]
    fn a_pointer_into_a_part_leads_to_the_part() {
        let circuit = PartAt { list: PartList::Circuits, at: 12 };
        assert_eq!(PartAt::of("/circuits/12/peerings/0/vlan"), Some(circuit));
        assert_eq!(circuit.pointer(), "/circuits/12");
        assert_eq!(PartAt::of("/global_reach_links/0"), Some(PartAt { list: PartList::Links, at: 0 }));
    }

    #[test]
    fn a_pointer_to_something_else_leads_to_no_part() {
        for pointer in ["", "/", "/name", "/circuits", "/circuits/x", "circuits/1"] {
            assert_eq!(PartAt::of(pointer), None, "{pointer}");
        }
    }
}
