//! Sorting, finding and copying rows of a small table.

use super::{About, Cell, Column, Row, Sorting, Table};
use proptest::prelude::*;

fn table() -> Table {
    let row = |name: &str, number: Option<u32>| Row {
        about: About::Provider(0),
        cells: vec![
            Cell::text(name),
            number.map_or_else(Cell::not_documented, |it| Cell::number(words::number(it as usize), it)),
        ],
    };
    Table {
        columns: vec![Column::text("Name"), Column::number("Number")],
        rows: vec![
            row("Zurich", Some(9)),
            row("São Paulo", Some(1_200)),
            row("Oslo", None),
            row("amsterdam\t2", Some(9)),
        ],
        ..Table::default()
    }
}

fn sorted(column: usize, descending: bool) -> Vec<usize> {
    table().shown("", Sorting { column, descending })
}

#[test]
fn rows_sort_by_what_they_mean() {
    assert_eq!(sorted(0, false), [3, 2, 1, 0], "by name, whatever the case and the diacritics");
    assert_eq!(sorted(0, true), [0, 1, 2, 3]);
    assert_eq!(sorted(1, false), [0, 3, 1, 2], "equal numbers keep their order, what is not known is last");
    assert_eq!(sorted(1, true), [1, 0, 3, 2], "and last the other way, too");
    assert_eq!(sorted(7, false), [0, 1, 2, 3], "a column that is not there sorts nothing");
}

#[test]
fn pressing_a_head_turns_its_column_around() {
    let first = Sorting::default().pressed(1);
    assert_eq!(first, Sorting { column: 1, descending: false });
    assert_eq!(first.pressed(1), Sorting { column: 1, descending: true });
    assert_eq!(first.pressed(1).pressed(0), Sorting { column: 0, descending: false });
}

#[test]
fn every_typed_word_must_be_in_a_row() {
    let shown = |text: &str| table().shown(text, Sorting::default());
    assert_eq!(shown("sao"), [1]);
    assert_eq!(shown("PAULO são"), [1]);
    assert_eq!(shown("o"), [2, 1], "Oslo and São Paulo");
    assert_eq!(shown("documented"), [2], "what is shown is found");
    assert_eq!(shown("sao oslo"), [0; 0]);
}

#[test]
fn what_is_copied_has_plain_numbers_and_one_line_a_row() {
    let told = [String::new(), "Data 28 Apr 2026".to_owned()];
    assert_eq!(table().tsv(&[1, 3], &told), "Name\tNumber\nSão Paulo\t1200\namsterdam 2\t9\n\nData 28 Apr 2026\n");
}

proptest! {
    #[test]
    fn sorting_loses_no_row(column in 0usize..3, descending: bool) {
        let mut shown = table().shown("", Sorting { column, descending });
        shown.sort_unstable();
        prop_assert_eq!(shown, [0, 1, 2, 3]);
    }
}
