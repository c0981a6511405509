//! Every practice over all rounds: a table, since each cell says more than a line could.

use crate::analysis::{RoundInShort, Trend};
use crate::model::Questionnaire;
use crate::ui::charts::Twin;
use crate::ui::text as t;

/// In each cell the level of that round, with the target and the minimum of its time; at the end what is demanded from outside today.
#[must_use]
pub fn trend_twin(asked: &Questionnaire, rounds: &[RoundInShort], all: &[Trend]) -> Twin {
    let heads = rounds.iter().map(t::round_called);
    let head = std::iter::once(t::PRACTICE.to_owned()).chain(heads).chain([t::OUTSIDE_MINIMUM.to_owned()]).collect();
    let row = |it: &Trend| {
        let name = asked.practice(&it.practice).map(|practice| practice.name.get(t::tag()).to_owned());
        let cells = it.rounds.iter().map(t::trend_cell).collect::<Vec<_>>();
        std::iter::once(name.unwrap_or_else(|| it.practice.to_string()))
            .chain(cells)
            .chain([t::trend_minimum(it.minimum_today)])
            .collect()
    };
    Twin { head, rows: all.iter().map(row).collect() }
}
