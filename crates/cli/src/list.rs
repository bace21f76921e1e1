//! Tables for people: aligned, as wide as the terminal at most, and never with a name cut short.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets};
use std::io::IsTerminal;

/// A column: its head, and what its cells are.
pub struct Column {
    head: &'static str,
    cells: Cells,
}

enum Cells {
    Words,
    Ids,
    Numbers,
}

/// A column of words, which may wrap between them.
pub const fn words(head: &'static str) -> Column {
    Column { head, cells: Cells::Words }
}

/// A column of ids, which are copied and so never wrap.
pub const fn ids(head: &'static str) -> Column {
    Column { head, cells: Cells::Ids }
}

/// A column of numbers with their units.
pub const fn numbers(head: &'static str) -> Column {
    Column { head, cells: Cells::Numbers }
}

/// The rows under their heads. Long cells wrap where the terminal is narrow; into a file or pipe nothing wraps.
pub fn table(columns: &[Column], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    /// The farthest place on Earth is `≈ 20,015 km` away.
    const NUMBER_WIDTH: u16 = 13;
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_header(columns.iter().map(|it| it.head));
    table.add_rows(rows);
    for (at, column) in columns.iter().enumerate() {
        let Some(made) = table.column_mut(at) else { continue };
        match column.cells {
            Cells::Words => {}
            Cells::Ids => {
                made.set_constraint(ColumnConstraint::ContentWidth);
            }
            Cells::Numbers => {
                made.set_cell_alignment(CellAlignment::Right);
                made.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(NUMBER_WIDTH)));
            }
        }
    }
    if let Some(width) = terminal_width() {
        table.set_width(width).set_content_arrangement(ContentArrangement::Dynamic);
    }
    let mut text = String::new();
    for line in table.lines() {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn terminal_width() -> Option<u16> {
    let terminal = std::io::stdout().is_terminal();
    terminal.then(terminal_size::terminal_size).flatten().map(|(width, _)| width.0)
}
