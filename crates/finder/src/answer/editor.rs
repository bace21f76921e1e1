//! Controls of an answer that ask it anew: what is chosen, each with a button that takes it out, fields that add to it, and
//! a field for a pasted list. The panel hears them by their attributes: `data-edit`, `data-pick`, `data-paste`.

use crate::data::Data;
use crate::dom::{El, button, el, svg_el};
use crate::glyph::glyph;
use crate::question::Question;
use find::item::Found;
use reach::id::RegionId;
use reach::region_list::Unread;
use reach::sku::Sku;
use words::{say, say_with};

const CROSS: &str = "M5 5l6 6M11 5l-6 6";
/// How many names of a list are told that are not known; of more the number.
const TOLD: usize = 8;

/// Chosen regions, each with a button that asks the question which `without` makes of the others. `label` says what they
/// are for.
pub fn chips(data: &Data, label: &str, chosen: &[RegionId], without: impl Fn(&[RegionId]) -> Question) -> El {
    let chip = |id: &RegionId| {
        let row = data.catalog.region(*id);
        let others: Vec<RegionId> = chosen.iter().filter(|it| *it != id).copied().collect();
        let mark = glyph(data.catalog, Found::Region(*id));
        el("li").class("chosen").child(mark).child(el("span").text(&row.name)).child(out(&row.name, &without(&others)))
    };
    el("ul").class("chosen-list").attr("aria-label", label).children(chosen.iter().map(chip))
}

/// The button that takes something out of a question, and leaves this one.
pub fn out(name: &str, without: &Question) -> El {
    let cross = svg_el("svg").attr("viewBox", "0 0 16 16").attr("aria-hidden", "true");
    let cross = cross.child(svg_el("path").attr("d", CROSS));
    let button = button("take-out", "data-edit", &without.written());
    button.attr("aria-label", &say_with("Remove {name}", &[("name", name)])).child(cross)
}

/// A field that finds things of one kind by name, to add them: a combobox. The panel fills its list.
pub fn field(kind: &str, label: &str) -> El {
    named_field(kind, label, label)
}

/// A field whose name stands beside it, with other words in it while it is empty.
pub fn named_field(kind: &str, label: &str, hint: &str) -> El {
    let list = ["picks-", kind].concat();
    let input = el("input")
        .attr("type", "text")
        .attr("role", "combobox")
        .attr("data-pick", kind)
        .attr("aria-label", label)
        .attr("placeholder", hint)
        .attr("aria-expanded", "false")
        .attr("aria-controls", &list)
        .attr("aria-autocomplete", "list")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false");
    let list = el("div").class("picks found-list").attr("id", &list).attr("role", "listbox").attr("hidden", "");
    // A list that scrolls is a stop of its own in Firefox: there the focus would be lost, as the list closes without it.
    let list = list.attr("tabindex", "-1");
    el("div").class("pick").child(input).child(list.attr("aria-label", label))
}

/// A control for a SKU: its name tells the panel what it belongs to.
pub fn sku(name: &str, label: &str, chosen: Sku) -> El {
    let option = |sku: &Sku| {
        let option = el("option").attr("value", sku.as_str()).text(sku.name());
        if *sku == chosen { option.attr("selected", "") } else { option }
    };
    el("select").attr("name", name).attr("aria-label", label).children(Sku::ALL.iter().map(option))
}

/// The field for a pasted list of regions.
pub fn paste() -> El {
    let label = say("Regions, one a line or with commas between them");
    let text = el("textarea").attr("rows", "4").attr("aria-label", &label).attr("placeholder", &label);
    let add = button("act", "data-paste", "").text(&say("Add these regions"));
    let told = el("ul").class("unread").attr("role", "status");
    let fold = el("details").class("paste").child(el("summary").text(&say("Paste a list")));
    fold.child(text.attr("spellcheck", "false")).child(add).child(told)
}

/// What of an address is not known.
pub fn unread(list: &[Unread]) -> Option<El> {
    (!list.is_empty()).then(|| el("ul").class("unread").children(notes(list, false)))
}

/// What of a list is not known, with its lines where it has such as a person sees them.
pub fn notes(list: &[Unread], with_lines: bool) -> Vec<El> {
    let note = |it: &Unread| {
        let (line, name, near) = (it.line.to_string(), it.error.value(), it.error.near().join(", "));
        let values = [("line", line.as_str()), ("name", name), ("near", near.as_str())];
        el("li").text(&match (with_lines, near.is_empty()) {
            (true, true) => say_with("Line {line}: no region is called “{name}”.", &values),
            (true, false) => say_with("Line {line}: no region is called “{name}”. Near it: {near}.", &values),
            (false, true) => say_with("No region is called “{name}”.", &values),
            (false, false) => say_with("No region is called “{name}”. Near it: {near}.", &values),
        })
    };
    let more = list.len().saturating_sub(TOLD);
    let rest = (more > 0).then(|| el("li").text(&say_with("And {count} more.", &[("count", &more.to_string())])));
    list.iter().take(TOLD).map(note).chain(rest).collect()
}
