//! A text in parts, some of them bold. Its nodes are kept: only those change whose part is another than before.

use crate::dom::{El, document, el};
use web_sys::{Element, Node, Text};

/// The text as nodes of an element.
pub struct Label {
    element: Element,
    parts: Vec<Part>,
}

struct Part {
    /// What stands in the element: the text, or the bold around it.
    node: Node,
    text: Text,
    says: String,
    strong: bool,
}

impl Label {
    /// A text that says nothing yet.
    pub fn new(element: El) -> Label {
        Label { element: element.node().clone(), parts: Vec::new() }
    }

    /// Says another text: parts, each with whether it is bold.
    pub fn say<'a>(&mut self, parts: impl IntoIterator<Item = (&'a str, bool)>) {
        let mut count = 0;
        for (says, strong) in parts {
            if self.parts.get(count).is_some_and(|it| it.strong != strong) {
                self.cut(count);
            }
            match self.parts.get_mut(count) {
                Some(part) => part.say(says),
                None => self.add(says, strong),
            }
            count += 1;
        }
        self.cut(count);
    }

    fn add(&mut self, says: &str, strong: bool) {
        let text = document().create_text_node(says);
        let node = match strong {
            true => {
                let bold = el("b").node().clone();
                let _ = bold.append_child(&text);
                bold.into()
            }
            false => text.clone().into(),
        };
        let _ = self.element.append_child(&node);
        self.parts.push(Part { node, text, says: says.to_owned(), strong });
    }

    /// Takes away all parts from the one at a place on.
    fn cut(&mut self, from: usize) {
        for part in self.parts.drain(from.min(self.parts.len())..) {
            let _ = self.element.remove_child(&part.node);
        }
    }
}

impl Part {
    fn say(&mut self, says: &str) {
        if self.says != says {
            self.text.set_data(says);
            says.clone_into(&mut self.says);
        }
    }
}
