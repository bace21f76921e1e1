//! What the parsers of JSON and XML stop at. They say it in English; `*_in` says it in the language of whoever asks.

use crate::phrase::{Say, english, phrase};
use quick_xml::errors::IllFormedError;

/// The longest English text that is passed on from a parser, in characters.
const LONGEST: usize = 160;

/// What a parser says in the same words whatever it reads. Anything else is quoted.
const SAID: [&str; 30] = [
    phrase("EOF while parsing a list"),
    phrase("EOF while parsing an object"),
    phrase("EOF while parsing a string"),
    phrase("EOF while parsing a value"),
    phrase("expected `:`"),
    phrase("expected `,` or `]`"),
    phrase("expected `,` or `}`"),
    phrase("expected ident"),
    phrase("expected value"),
    phrase("expected `\"`"),
    phrase("invalid escape"),
    phrase("invalid number"),
    phrase("number out of range"),
    phrase("invalid unicode code point"),
    phrase("control character (\\u0000-\\u001F) found while parsing a string"),
    phrase("key must be a string"),
    phrase("lone leading surrogate in hex escape"),
    phrase("trailing comma"),
    phrase("trailing characters"),
    phrase("unexpected end of hex escape"),
    phrase("recursion limit exceeded"),
    phrase("syntax error: unknown or missed symbol in markup"),
    phrase("syntax error: processing instruction not closed: `?>` not found before end of input"),
    phrase("syntax error: XML declaration not closed: `?>` not found before end of input"),
    phrase("syntax error: comment not closed: `-->` not found before end of input"),
    phrase("syntax error: DOCTYPE not closed: `>` not found before end of input"),
    phrase("syntax error: CDATA not closed: `]]>` not found before end of input"),
    phrase("syntax error: tag not closed: `>` not found before end of input"),
    phrase("syntax error: attribute value not closed: `'` not found before end of input"),
    phrase("syntax error: attribute value not closed: `\"` not found before end of input"),
];

/// What the JSON parser stops at, without the place.
pub fn json_problem(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.rsplit_once(" at line ").map_or(message.as_str(), |(problem, _)| problem).to_owned()
}

/// The same, said by `say`.
pub fn problem_in(problem: &str, say: Say) -> String {
    match SAID.contains(&problem) {
        true => say(problem, &[]),
        false => say(phrase("{quoted}"), &[("quoted", problem)]),
    }
}

/// What the XML parser stops at.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.told_in(english))]
pub enum XmlProblem {
    /// There is no tag at all.
    NoTag,
    /// A tag is closed that is not the last opened.
    OtherTag {
        /// The one that was opened.
        expected: String,
        /// The one that is closed.
        found: String,
    },
    /// A tag is closed that was not opened.
    Unopened(String),
    /// Something else, in the words of the parser.
    Said(String),
}

impl XmlProblem {
    /// What it is that the parser says.
    pub fn of(error: &quick_xml::Error) -> XmlProblem {
        match error {
            quick_xml::Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
                XmlProblem::OtherTag { expected: shortened(expected), found: shortened(found) }
            }
            quick_xml::Error::IllFormed(IllFormedError::UnmatchedEndTag(tag)) => XmlProblem::Unopened(shortened(tag)),
            other => XmlProblem::Said(shortened(&other.to_string())),
        }
    }

    /// What is wrong, said by `say`.
    pub fn told_in(&self, say: Say) -> String {
        match self {
            XmlProblem::NoTag => say(phrase("the text ends before its first tag"), &[]),
            XmlProblem::OtherTag { expected, found } => say(
                phrase("ill-formed document: expected `</{expected}>`, but `</{found}>` was found"),
                &[("expected", expected), ("found", found)],
            ),
            XmlProblem::Unopened(tag) => {
                say(phrase("ill-formed document: close tag `</{tag}>` does not match any open tag"), &[("tag", tag)])
            }
            XmlProblem::Said(words) => problem_in(words, say),
        }
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}
