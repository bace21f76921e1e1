//! Enough of Rust and of JavaScript to tell calls and literals from comments.

/// A piece of a source that matters for finding texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A name or a number.
    Word(String),
    /// What a string literal says.
    Text(String),
    /// Any other sign.
    Sign(char),
}

/// The tokens of a Rust source.
pub fn rust(source: &str) -> Vec<Token> {
    Lexer::new(source, true).tokens()
}

/// The tokens of a JavaScript source. A regular expression with a quotation mark in it would mislead it.
pub fn javascript(source: &str) -> Vec<Token> {
    Lexer::new(source, false).tokens()
}

struct Lexer {
    letters: Vec<char>,
    at: usize,
    is_rust: bool,
}

impl Lexer {
    fn new(source: &str, is_rust: bool) -> Lexer {
        Lexer { letters: source.chars().collect(), at: 0, is_rust }
    }

    fn peek(&self, ahead: usize) -> char {
        self.letters.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn tokens(mut self) -> Vec<Token> {
        let mut found = Vec::new();
        while self.at < self.letters.len() {
            match (self.peek(0), self.peek(1)) {
                ('/', '/') => self.skip_past("\n"),
                ('/', '*') => self.skip_past("*/"),
                ('r', '"' | '#') if self.is_rust && self.is_raw() => found.push(Token::Text(self.raw())),
                ('"', _) => found.push(Token::Text(self.quoted('"'))),
                ('\'', _) if self.is_rust => self.skip_letter_or_lifetime(),
                ('\'', _) => found.push(Token::Text(self.quoted('\''))),
                ('`', _) if !self.is_rust => drop(self.quoted('`')),
                (letter, _) if letter.is_alphanumeric() || letter == '_' => found.push(Token::Word(self.word())),
                (letter, _) => {
                    if !letter.is_whitespace() {
                        found.push(Token::Sign(letter));
                    }
                    self.at += 1;
                }
            }
        }
        found
    }

    fn skip_past(&mut self, end: &str) {
        let end: Vec<char> = end.chars().collect();
        while self.at < self.letters.len() && !self.letters[self.at..].starts_with(&end) {
            self.at += 1;
        }
        self.at += end.len();
    }

    fn word(&mut self) -> String {
        let from = self.at;
        while self.peek(0).is_alphanumeric() || self.peek(0) == '_' {
            self.at += 1;
        }
        self.letters[from..self.at].iter().collect()
    }

    /// A letter such as `'"'` or `'\n'`, or the mark of a lifetime.
    fn skip_letter_or_lifetime(&mut self) {
        match (self.peek(1), self.peek(2)) {
            ('\\', _) => {
                self.at += 3;
                self.skip_past("'");
            }
            (_, '\'') => self.at += 3,
            _ => self.at += 1,
        }
    }

    fn is_raw(&self) -> bool {
        let marks = self.letters[self.at + 1..].iter().take_while(|it| **it == '#').count();
        self.peek(1 + marks) == '"'
    }

    fn raw(&mut self) -> String {
        let marks = self.letters[self.at + 1..].iter().take_while(|it| **it == '#').count();
        self.at += marks + 2;
        let from = self.at;
        let end = ["\"", &"#".repeat(marks)].concat();
        self.skip_past(&end);
        self.letters[from..self.at - marks - 1].iter().collect()
    }

    fn quoted(&mut self, end: char) -> String {
        self.at += 1;
        let mut text = String::new();
        while self.at < self.letters.len() && self.peek(0) != end {
            match self.peek(0) {
                '\\' => self.escaped(&mut text),
                letter => {
                    text.push(letter);
                    self.at += 1;
                }
            }
        }
        self.at += 1;
        text
    }

    fn escaped(&mut self, text: &mut String) {
        let letter = self.peek(1);
        self.at += 2;
        match letter {
            'n' => text.push('\n'),
            't' => text.push('\t'),
            'u' => {
                let digits: String = self.letters[self.at..].iter().take_while(|it| **it != '}').skip(1).collect();
                self.skip_past("}");
                text.extend(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32));
            }
            // The line goes on after the next one's indent.
            '\n' => {
                while self.peek(0).is_whitespace() {
                    self.at += 1;
                }
            }
            other => text.push(other),
        }
    }
}
