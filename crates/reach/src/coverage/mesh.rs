//! Which sites talk by Global Reach, and which pairs a web of links leaves apart: Global Reach is not transitive.

use crate::link::LinkVerdict;
use crate::planned::Planned;
use std::collections::{BTreeMap, BTreeSet};

/// So many pairs of sites are listed.
pub const MOST_PAIRS: usize = 10_000;

/// Which sites talk.
#[derive(Clone, Debug, Default)]
pub struct Mesh {
    /// Pairs of sites with a link, and whether a link of theirs can be made.
    pub linked: Vec<(Ends, Talks)>,
    /// Pairs of sites in one web of links that have none with each other.
    pub missing: Vec<Ends>,
    /// How many more pairs are missing than are listed.
    pub missing_left_out: usize,
}

/// Whether two sites with a link talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Talks {
    /// They do.
    Yes,
    /// No document settles it.
    Unsure,
    /// The link cannot be made.
    No,
}

impl Talks {
    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Talks::Yes => "yes",
            Talks::Unsure => "unsure",
            Talks::No => "no",
        }
    }
}

/// Two sites, or circuits that serve none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ends {
    /// Their names.
    pub names: [String; 2],
    /// The ids of the sites; none for a circuit that serves none.
    pub sites: [Option<String>; 2],
    /// The places of their circuits.
    pub circuits: [Vec<usize>; 2],
}

/// A site, or a circuit that serves none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Site(usize),
    Circuit(usize),
}

/// The sites that talk, with at most `most` missing pairs.
pub fn mesh_of(planned: &Planned<'_>, most: usize) -> Mesh {
    let plan = planned.plan;
    let node = |at: usize| {
        let site = plan.circuits.get(at).and_then(|it| planned.site_of(it));
        site.map_or(Node::Circuit(at), Node::Site)
    };
    let mut linked: BTreeMap<(Node, Node), Talks> = BTreeMap::new();
    for link in &plan.links {
        let (Some((from, _)), Some((to, _))) = (planned.circuit(&link.from), planned.circuit(&link.to)) else {
            continue;
        };
        let (a, b) = (node(from), node(to));
        if a == b {
            continue;
        }
        let talks = match planned.link(link).map(|it| it.verdict) {
            Some(LinkVerdict::Linkable) => Talks::Yes,
            Some(LinkVerdict::NotDocumented) => Talks::Unsure,
            Some(LinkVerdict::NeedsPremium | LinkVerdict::NotLinkable) | None => Talks::No,
        };
        let known = linked.entry((a.min(b), a.max(b))).or_insert(talks);
        *known = (*known).min(talks);
    }
    let mut of_node: BTreeMap<Node, Vec<usize>> = BTreeMap::new();
    for at in 0..plan.circuits.len() {
        of_node.entry(node(at)).or_default().push(at);
    }
    let ends = |a: Node, b: Node| ends(planned, &of_node, a, b);
    let with_link = linked.iter().map(|((a, b), talks)| (ends(*a, *b), *talks));
    let mut mesh = Mesh { linked: with_link.collect(), ..Mesh::default() };
    let webs = webs(linked.keys());
    let mut links_of: BTreeMap<Node, usize> = BTreeMap::new();
    for (a, _) in linked.keys() {
        *links_of.entry(*a).or_default() += 1;
    }
    for web in webs {
        // Every pair of the web but those with a link is missing.
        let with_link: usize = web.iter().filter_map(|node| links_of.get(node)).sum();
        let all = web.len() * (web.len() - 1) / 2;
        let room = most.saturating_sub(mesh.missing.len()).min(all - with_link);
        let nodes: Vec<Node> = web.into_iter().collect();
        let pairs = nodes.iter().enumerate().flat_map(|(at, a)| nodes.iter().skip(at + 1).map(move |b| (*a, *b)));
        let missing = pairs.filter(|pair| !linked.contains_key(pair)).take(room);
        mesh.missing.extend(missing.map(|(a, b)| ends(a, b)));
        mesh.missing_left_out += all - with_link - room;
    }
    mesh
}

/// The nodes that hang together by links.
fn webs<'l>(links: impl Iterator<Item = &'l (Node, Node)>) -> Vec<BTreeSet<Node>> {
    let mut neighbors: BTreeMap<Node, Vec<Node>> = BTreeMap::new();
    for (a, b) in links {
        neighbors.entry(*a).or_default().push(*b);
        neighbors.entry(*b).or_default().push(*a);
    }
    let mut seen: BTreeSet<Node> = BTreeSet::new();
    let mut webs = Vec::new();
    for start in neighbors.keys() {
        if seen.contains(start) {
            continue;
        }
        let mut web = BTreeSet::new();
        let mut open = vec![*start];
        while let Some(node) = open.pop() {
            if web.insert(node) {
                open.extend(neighbors.get(&node).into_iter().flatten());
            }
        }
        seen.extend(&web);
        webs.push(web);
    }
    webs
}

fn ends(planned: &Planned<'_>, of_node: &BTreeMap<Node, Vec<usize>>, a: Node, b: Node) -> Ends {
    let name = |node: Node| match node {
        Node::Site(at) => planned.plan.sites.get(at).map_or("", |it| it.title()).to_owned(),
        Node::Circuit(at) => planned.plan.circuits.get(at).map(|it| it.id.clone()).unwrap_or_default(),
    };
    let site = |node: Node| match node {
        Node::Site(at) => planned.plan.sites.get(at).map(|it| it.id.clone()),
        Node::Circuit(_) => None,
    };
    let circuits = |node: Node| of_node.get(&node).cloned().unwrap_or_default();
    Ends { names: [name(a), name(b)], sites: [site(a), site(b)], circuits: [circuits(a), circuits(b)] }
}
