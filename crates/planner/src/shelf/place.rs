//! Where kept texts lie: the browser's storage, or in tests a map that several windows share.

/// Why a text was not kept. What was kept under its name before still is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no room for it.
    Full,
    /// Nothing can be kept at all: storage is switched off.
    Off,
    /// The plan's file would be larger than one that opens again.
    TooLarge,
}

/// A place for texts by name, with what else the shelf needs from outside.
pub trait Place: Sync {
    /// The text under a name.
    fn get(&self, name: &str) -> Option<String>;
    /// Keeps a text under a name, in place of the one before.
    ///
    /// # Errors
    /// When the place takes it not.
    fn set(&self, name: &str, text: &str) -> Result<(), Refused>;
    /// Forgets the text under a name.
    fn remove(&self, name: &str);
    /// Every name.
    fn names(&self) -> Vec<String>;
    /// Notes in this window which plan is open; none for one that is not kept.
    fn note_open(&self, key: Option<&str>);
    /// The plan that was open in this window before it was loaded again.
    fn was_open(&self) -> Option<String>;
    /// Takes a shared plan out of the page's address, once it is kept or put away.
    fn forget_shared(&self);
    /// The time in milliseconds since 1970, UTC.
    fn now_ms(&self) -> u64;
    /// Eight letters and digits that nobody had before.
    fn unique(&self) -> String;
}
