//! The mark of each kind of part, as on the map.

use crate::parts::PartList;
use leptos::prelude::*;

/// The mark of a part.
#[component]
pub fn PartMark(
    /// What it is.
    list: PartList,
) -> impl IntoView {
    const DISC: &str = "M7 3.500a3.500 3.500 0 1 1 0 7a3.500 3.500 0 1 1 0-7z";
    let (filled, lined) = match list {
        PartList::Sites => ("", "M7 2l5 5-5 5-5-5z"),
        PartList::Workloads => ("M3 3h8v8H3z", ""),
        PartList::Circuits => (DISC, ""),
        PartList::Connections => ("", "M1 7h12M10 4l3 3-3 3"),
        PartList::Links => ("", "M1 5h12M1 9h12"),
        PartList::Gateways => ("", "M3 3h8v8H3zM5.500 7h3"),
        PartList::DirectPorts => ("", "M2 4h10v6H2zM5 10v2M9 10v2"),
    };
    let class = if list == PartList::Links { "part-mark ink-reach" } else { "part-mark" };
    view! {
        <svg class=class viewBox="0 0 14 14" aria-hidden="true">
            <path d=filled fill="currentColor" stroke="none"/><path d=lined/>
        </svg>
    }
}
