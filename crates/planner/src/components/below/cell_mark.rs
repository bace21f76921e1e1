//! The mark of a cell: two lines for two ways, one for one, a cross for none.

use crate::matrix::Mark;
use leptos::prelude::*;

/// The mark.
#[component]
pub fn CellMark(
    /// Which one.
    mark: Mark,
) -> impl IntoView {
    let lines: &[(&str, &str)] = match mark {
        Mark::Two => &[("way", "M1 4.500h12"), ("way", "M1 9.500h12")],
        Mark::One => &[("way", "M1 7h12")],
        Mark::Lost => &[("way", "M1 4.500h12"), ("lost", "M1 9.500h12")],
        Mark::NeedsSku => &[("need", "M3 3h8v8H3z")],
        Mark::Unsure => &[("doubt", "M3 3h8v8H3zM3 7l4-4M3 11l8-8M7 11l4-4")],
        Mark::Cross => &[("cross", "M3 3l8 8M11 3l-8 8")],
        Mark::Nothing => &[("idle", "M4 7h6")],
    };
    let lines = lines.iter().map(|(class, path)| view! { <path class=*class d=*path/> }).collect_view();
    view! { <svg class="cell-mark" viewBox="0 0 14 14" aria-hidden="true">{lines}</svg> }
}
