//! Lists of options, by the keyboard: what a click opens is the system's own list and no part of the page.

use crate::Outcome;
use crate::atlas::Atlas;
use crate::input::key;
use serde_json::json;

impl Atlas {
    /// Chooses an option of a select by its first letters, as a person with a keyboard does.
    ///
    /// # Errors
    /// When there is no such select or option.
    pub async fn choose_option(&self, select: &str, words: &str) -> Outcome<()> {
        let element = self.page.find("combobox", select).await?;
        element.focus().await.map_err(|error| format!("cannot get to {select:?}: {error}"))?;
        self.choose_in_focus(select, words).await
    }

    /// Chooses an option of the select that has the keyboard; `select` is its name for the message.
    ///
    /// The list takes what is typed for the beginning of an option, each engine in its own way; from there the arrows lead
    /// to the option.
    ///
    /// # Errors
    /// When no option begins with these words, or the arrows do not lead there.
    pub async fn choose_in_focus(&self, select: &str, words: &str) -> Outcome<()> {
        let body = "const [words] = arguments;
            const list = document.activeElement;
            const texts = [...(list.options ?? [])].map((it) => it.text);
            const exact = texts.indexOf(words);
            const wanted = exact < 0 ? texts.findIndex((it) => it.startsWith(words)) : exact;
            return wanted < 0 ? null : wanted - list.selectedIndex;";
        let steps = async || Ok::<_, String>(self.page.script(body, vec![json!(words)]).await?.as_i64());
        self.page.type_text(words).await?;
        let away = steps().await?.ok_or_else(|| format!("{select} has no {words}"))?;
        let arrow = if away > 0 { key::DOWN } else { key::UP };
        for _ in 0..away.unsigned_abs() {
            self.page.press(&[arrow]).await?;
        }
        let chosen = async || Ok((steps().await? == Some(0)).then_some(()));
        self.page.until(&format!("{select} says {words}"), chosen).await?;
        self.drawn().await
    }
}
