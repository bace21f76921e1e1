//! The Markdown of the facts: tables below a heading, and the source tags in brackets.

/// The cells of every row of the first table below the heading that starts with `heading`, header row left out.
///
/// `## 4` finds "## 4. Title"; the search stops at the next heading of the same or a higher level.
pub fn table(text: &str, heading: &str) -> Result<Vec<Vec<String>>, String> {
    tables(text, heading)?.into_iter().next().ok_or_else(|| format!("no table below {heading:?}"))
}

/// Every table below a heading, in order.
pub fn tables(text: &str, heading: &str) -> Result<Vec<Vec<Vec<String>>>, String> {
    let level = heading.chars().take_while(|letter| *letter == '#').count();
    let mut lines = text.lines().skip_while(|line| !line.starts_with(heading));
    lines.next().ok_or_else(|| format!("no heading {heading:?}"))?;
    let depth = |line: &str| line.chars().take_while(|letter| *letter == '#').count();
    let mut found: Vec<Vec<Vec<String>>> = Vec::new();
    let mut inside = false;
    for line in lines.take_while(|line| depth(line) == 0 || depth(line) > level) {
        if !line.starts_with('|') {
            inside = false;
        } else if !inside {
            inside = true;
            found.push(Vec::new());
        } else if let (Some(table), false) = (found.last_mut(), line.starts_with("| ---")) {
            table.push(cells(line));
        }
    }
    Ok(found)
}

fn cells(line: &str) -> Vec<String> {
    line.trim().trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
}

/// The tags in brackets, each once, in order: `[FAQ][LIM]` gives FAQ and LIM.
pub fn tags(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for part in text.split('[').skip(1) {
        let Some((tag, _)) = part.split_once(']') else { continue };
        if is_tag(tag) && !found.iter().any(|it| it == tag) {
            found.push(tag.to_owned());
        }
    }
    found
}

/// The text without its tags.
pub fn without_tags(text: &str) -> String {
    replace_tags(text, |_| String::new())
}

/// The text with `words` in place of each tag; the space before a tag goes when there are no words.
pub fn replace_tags(text: &str, words: impl Fn(&str) -> String) -> String {
    let mut result = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        result.push_str(before);
        match after.split_once(']') {
            Some((tag, after)) if is_tag(tag) => {
                let words = words(tag);
                if words.is_empty() {
                    result.truncate(result.trim_end().len());
                }
                result.push_str(&words);
                rest = after;
            }
            _ => {
                result.push('[');
                rest = after;
            }
        }
    }
    result.push_str(rest);
    result
}

/// The text with its dates as `2026-04-28` where it had `04/28/2026`.
pub fn iso_dates(text: &str) -> String {
    let date = |word: &str| {
        let parts: Vec<&str> = word.split('/').collect();
        let [month, day, year] = parts[..] else { return None };
        let number = |part: &str, width| part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
        (number(month, 2) && number(day, 2) && number(year, 4)).then(|| format!("{year}-{month}-{day}"))
    };
    let in_date = |letter: char| letter.is_ascii_digit() || letter == '/';
    let mut result = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|letter| !in_date(letter)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        result.push_str(&date(word).unwrap_or_else(|| word.to_owned()));
        let next = after.find(in_date).unwrap_or(after.len());
        result.push_str(&after[..next]);
        rest = &after[next..];
    }
    result
}

fn is_tag(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_found_below_its_heading() {
        let text = "## 1. One\n\n| a | b |\n| --- | --- |\n| 1 | 2 [FAQ] |\n\n## 2. Two\n\n| c |\n| --- |\n| 3 |\n";
        assert_eq!(table(text, "## 1."), Ok(vec![vec!["1".to_owned(), "2 [FAQ]".to_owned()]]));
        assert_eq!(table(text, "## 2."), Ok(vec![vec!["3".to_owned()]]));
        assert!(table(text, "## 3.").is_err());
    }

    #[test]
    fn dates_are_rewritten_and_nothing_else_is() {
        assert_eq!(iso_dates("seen (11/02/2025); ME1/2, 1/2/3"), "seen (2025-11-02); ME1/2, 1/2/3");
    }

    #[test]
    fn tags_are_told_from_text() {
        assert_eq!(tags("x [FAQ][LIM], [FAQ] [not this]"), ["FAQ", "LIM"]);
        assert_eq!(without_tags("the same only [FAQ]; [x] stays [LOC][FAQ]"), "the same only; [x] stays");
    }
}
