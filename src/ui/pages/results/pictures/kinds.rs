//! The pictures that there are, each with all that is shown of it.

use leptos::prelude::*;

use crate::analysis::most_at_stake;
use crate::ui::charts::{
    bars, bars_key, bars_twin, consequences, consequences_key, consequences_twin, levels, levels_key, levels_reached, levels_twin,
};
use crate::ui::pages::results::pictures::{BARS, LEVELS, Picture, STAKES, Scene};
use crate::ui::text as t;

/// The bars.
pub fn bars_picture(scene: Scene) -> Picture {
    Picture {
        name: BARS,
        headline: Memo::new(move |_| scene.open_session.results.with(t::falls_short)),
        drawn: Memo::new(move |_| scene.rows.with(|rows| bars(rows, scene.top(), scene.room()))),
        label: Signal::derive(move || scene.open_session.results.with(t::bars_label)),
        key: Memo::new(move |_| scene.rows.with(|rows| bars_key(rows))),
        hint: t::BARS_HINT.get(),
        twin: Memo::new(move |_| scene.rows.with(|rows| bars_twin(rows))),
        table: t::BARS_TABLE.get(),
    }
}

/// The levels.
pub fn levels_picture(scene: Scene) -> Picture {
    let reached = move || scene.rows.with(|rows| levels_reached(rows, scene.top()));
    Picture {
        name: LEVELS,
        headline: Memo::new(move |_| {
            let (reached, needed) = reached();
            t::levels_reached(reached, needed)
        }),
        drawn: Memo::new(move |_| scene.rows.with(|rows| levels(rows, scene.top(), scene.room()))),
        label: Signal::derive(move || scene.open_session.results.with(t::levels_label)),
        key: Memo::new(move |_| scene.rows.with(|rows| levels_key(rows, scene.top()))),
        hint: t::LEVELS_HINT.get(),
        twin: Memo::new(move |_| scene.rows.with(|rows| levels_twin(rows, scene.top()))),
        table: t::LEVELS_TABLE.get(),
    }
}

/// What is at stake.
pub fn consequences_picture(scene: Scene) -> Picture {
    Picture {
        name: STAKES,
        headline: Memo::new(move |_| t::stake_first(scene.rows.with(|rows| most_at_stake(rows.iter().map(|row| &row.facts))))),
        drawn: Memo::new(move |_| scene.rows.with(|rows| consequences(rows, scene.room()))),
        label: Signal::derive(move || scene.open_session.results.with(t::consequence_label)),
        key: Memo::new(move |_| scene.rows.with(|rows| consequences_key(rows))),
        hint: t::STAKE_HINT.get(),
        twin: Memo::new(move |_| scene.rows.with(|rows| consequences_twin(rows))),
        table: t::STAKE_TABLE.get(),
    }
}
