//! The tables that say what the pictures say: in the same order, with the same words.

use crate::analysis::LevelFit;
use crate::model::Level;
use crate::ui::charts::Row;
use crate::ui::text as t;

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twin {
    /// What stands above the columns.
    pub head: Vec<String>,
    /// The rows, one per practice; the first cell names it.
    pub rows: Vec<Vec<String>>,
}

fn twin(head: &[&str], rows: &[Row], cells: impl Fn(&Row) -> Vec<String>) -> Twin {
    let head = std::iter::once(&t::PRACTICE.get()).chain(head).map(|words| (*words).to_owned()).collect();
    let row = |row: &Row| std::iter::once(row.title()).chain(cells(row)).collect();
    Twin { head, rows: rows.iter().map(row).collect() }
}

/// The bars as a table.
#[must_use]
pub fn bars_twin(rows: &[Row]) -> Twin {
    twin(&[t::CURRENT.get(), t::TARGET.get(), t::MINIMUM.get(), t::GAP.get(), t::HOW_SURE.get(), t::SCOPE.get()], rows, |row| {
        let result = &row.facts.result;
        vec![
            t::current_range(result),
            t::level_or_none(result.target),
            t::minimum_words(result),
            t::fit(result),
            t::confidence_of(row.facts.ground),
            t::scope_fit(result),
        ]
    })
}

/// The levels as a table.
#[must_use]
pub fn levels_twin(rows: &[Row], top: Level) -> Twin {
    let columns: Vec<Level> = Level::NONE.up_to(top).collect();
    let heads: Vec<String> = columns.iter().map(|level| t::level_head(*level)).collect();
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    twin(&heads, rows, |row| {
        let words = |level: &Level| t::level_fit_means(LevelFit::of(&row.facts.result, *level)).to_owned();
        columns.iter().map(words).collect()
    })
}

/// What is at stake as a table.
#[must_use]
pub fn consequences_twin(rows: &[Row]) -> Twin {
    twin(&[t::GAP.get(), t::MUCH_AT_STAKE.get(), t::HOW_SURE.get()], rows, |row| {
        vec![t::fit(&row.facts.result), t::consequence_words(row.facts.consequence.as_ref()), t::confidence_of(row.facts.ground)]
    })
}
