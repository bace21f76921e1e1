//! Bringing what stands in the page to what it is to be, with as few changes as that takes. What was opened, scrolled to,
//! marked or focused meanwhile stays so, because its element stays.

use crate::dom::{El, set};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// Makes the children of an element like these.
pub fn children(of: &Element, wanted: impl IntoIterator<Item = El>) {
    nodes(of, wanted.into_iter().map(|it| it.node().clone().into()));
}

fn nodes(of: &Element, wanted: impl Iterator<Item = Node>) {
    let mut next = of.first_child();
    for wanted in wanted {
        let there = next;
        next = there.as_ref().and_then(Node::next_sibling);
        match there {
            Some(there) => patch(of, &there, &wanted),
            None => drop(of.append_child(&wanted)),
        }
    }
    while let Some(left) = next {
        next = left.next_sibling();
        drop(of.remove_child(&left));
    }
}

/// Makes a node like another one, or puts that in its place.
fn patch(parent: &Element, there: &Node, wanted: &Node) {
    match (there.dyn_ref::<Element>(), wanted.dyn_ref::<Element>()) {
        (Some(there), Some(wanted)) if there.tag_name() == wanted.tag_name() => {
            attributes(there, wanted);
            let inside: Vec<Node> = {
                let list = wanted.child_nodes();
                (0..list.length()).filter_map(|at| list.item(at)).collect()
            };
            nodes(there, inside.into_iter());
        }
        (None, None) if there.node_type() == wanted.node_type() => {
            if there.text_content() != wanted.text_content() {
                there.set_text_content(wanted.text_content().as_deref());
            }
        }
        (_, _) => drop(parent.replace_child(wanted, there)),
    }
}

/// Gives an element the attributes of another. Those that only it has stay: they say what was done with it since, as
/// `open` does of a fold.
fn attributes(there: &Element, wanted: &Element) {
    let names = wanted.get_attribute_names();
    for name in names.iter().filter_map(|it| it.as_string()).filter(|it| it != "open") {
        let value = wanted.get_attribute(&name);
        if there.get_attribute(&name) != value {
            set(there, &name, &value.unwrap_or_default());
        }
    }
}
