//! Who wrote which revision of a kept plan, and what follows when two windows write the same one.

/// One revision of a kept plan: its number and the window that wrote it. Two windows may write the same number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Counts from 1.
    pub revision: u64,
    /// The window: letters and digits, another for every load of the page.
    pub writer: String,
}

/// What lies on the shelf where a window looks for its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lies<'a> {
    /// Nothing: it was deleted.
    Nothing,
    /// Something that is no kept plan.
    Unreadable,
    /// A revision, with the ones that it was made from, newest first.
    Revision(&'a Stamp, &'a [Stamp]),
}

/// What a window does that wants to save its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// It writes: what lies there is what its plan was made from.
    Write,
    /// It writes, and says that the plan had been deleted elsewhere.
    WriteAgain,
    /// It must not write there, as that would lose another window's work: its plan becomes a copy.
    Aside,
}

/// What a window learns when its plan was written elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Nothing new.
    Nothing,
    /// Another window went on from what this one has saved.
    WentOn,
    /// Another window wrote over what this one has saved, without having seen it.
    WroteOver,
    /// Another window deleted it.
    Deleted,
}

/// What to do with a plan made from revision `mine`.
pub fn saving(mine: &Stamp, there: Lies<'_>) -> Saving {
    match there {
        Lies::Nothing => Saving::WriteAgain,
        Lies::Revision(stamp, _) if stamp == mine => Saving::Write,
        Lies::Revision(..) | Lies::Unreadable => Saving::Aside,
    }
}

/// What has happened to a plan of which this window saved, or opened, revision `mine`.
pub fn heard(mine: &Stamp, there: Lies<'_>) -> Heard {
    match there {
        Lies::Nothing => Heard::Deleted,
        Lies::Unreadable => Heard::WroteOver,
        Lies::Revision(stamp, _) if stamp == mine => Heard::Nothing,
        Lies::Revision(_, line) if line.contains(mine) => Heard::WentOn,
        // A line is not kept for ever: one that is too short says the worse, which costs a needless copy at most.
        Lies::Revision(..) => Heard::WroteOver,
    }
}

#[cfg(test)]
mod tests {
    use super::{Heard, Lies, Saving, Stamp, heard, saving};

    fn stamp(revision: u64, writer: &str) -> Stamp {
        Stamp { revision, writer: writer.to_owned() }
    }

    #[test]
    fn a_window_writes_over_what_it_has_seen_only() {
        let mine = stamp(5, "a");
        let line = [stamp(5, "a"), stamp(4, "b")];
        for (there, does) in [
            (Lies::Revision(&mine, &line[1..]), Saving::Write),
            (Lies::Revision(&stamp(6, "b"), &line), Saving::Aside),
            (Lies::Revision(&stamp(5, "b"), &line[1..]), Saving::Aside),
            (Lies::Unreadable, Saving::Aside),
            (Lies::Nothing, Saving::WriteAgain),
        ] {
            assert_eq!(saving(&mine, there), does, "{there:?}");
        }
    }

    #[test]
    fn a_window_tells_going_on_from_writing_over() {
        let mine = stamp(5, "a");
        let line = [stamp(6, "b"), stamp(5, "a"), stamp(4, "b")];
        for (there, learns) in [
            (Lies::Revision(&mine, &line[2..]), Heard::Nothing),
            (Lies::Revision(&stamp(6, "b"), &line[1..]), Heard::WentOn),
            // Two saves of the other window before this one looked.
            (Lies::Revision(&stamp(7, "b"), &line), Heard::WentOn),
            // Both went on from revision 4 at once, and the other was later.
            (Lies::Revision(&stamp(5, "b"), &line[2..]), Heard::WroteOver),
            (Lies::Unreadable, Heard::WroteOver),
            (Lies::Nothing, Heard::Deleted),
        ] {
            assert_eq!(heard(&mine, there), learns, "{there:?}");
        }
    }
}
