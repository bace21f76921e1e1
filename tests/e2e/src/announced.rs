//! What a screen reader is told without being asked: the texts that live regions come to say, one after the other.

use crate::Outcome;
use crate::atlas::Atlas;

/// Notes what live regions say. One that comes into the page together with its words does not count, since screen readers
/// hear of changes alone; those are noted apart.
const LISTEN: &str = "const LIVE = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';
    const page = window.wrappedJSObject ?? window;
    page.announced = { said: [], unheard: [] };
    const known = new Map();
    const tidy = (it) => it.textContent.replace(/\\s+/g, ' ').trim();
    const look = (first) => {
      for (const it of document.querySelectorAll(LIVE)) {
        const text = tidy(it);
        const before = known.get(it);
        known.set(it, text);
        if (first || text === before || !text || !it.checkVisibility()) continue;
        (before === undefined ? page.announced.unheard : page.announced.said).push(text);
      }
    };
    look(true);
    new MutationObserver(() => look(false)).observe(document.body, { subtree: true, childList: true, characterData: true });";

impl Atlas {
    /// Listens from now on: see [`Atlas::heard`].
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn listen(&self) -> Outcome<()> {
        self.page.script(LISTEN, Vec::new()).await.map(|_| ())
    }

    /// Waits until something is announced that holds these words, and a moment longer; gives all that was announced since
    /// the last call, and forgets it.
    ///
    /// # Errors
    /// When nothing of the kind is announced: lists what was, and what came with its words.
    pub async fn heard(&self, words: &str) -> Outcome<Vec<String>> {
        let said = "return (window.wrappedJSObject ?? window).announced;";
        let there = async || {
            let all = self.page.script(said, Vec::new()).await?;
            Ok(list(&all["said"]).iter().any(|it| it.contains(words)).then_some(()))
        };
        let waited = self.page.until(&format!("{words:?} is announced"), there).await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let all = self.page.script(said, Vec::new()).await?;
        self.page.script("(window.wrappedJSObject ?? window).announced.said.length = 0;", Vec::new()).await?;
        match waited {
            Ok(()) => Ok(list(&all["said"])),
            Err(error) => Err(format!("{error}; announced is {all}")),
        }
    }
}

fn list(value: &serde_json::Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|it| it.as_str().map(str::to_owned)).collect()
}
