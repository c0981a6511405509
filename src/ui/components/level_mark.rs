//! A level as a small mark: the number always, the colour beside it.

use leptos::prelude::*;

use crate::analysis::{Current, Exact};
use crate::model::Level;
use crate::ui::text as t;

fn class(level: Level) -> String {
    format!("level level-{level}")
}

/// A level.
#[component]
pub fn LevelMark(level: Level) -> impl IntoView {
    view! { <span class=class(level)>{level.number()}</span> }
}

/// A current state: a level, a range of levels, or why there is none.
#[component]
pub fn CurrentMark(
    current: Current,
    /// Whether it rests on something that is only assumed.
    #[prop(optional)]
    uncertain: bool,
) -> impl IntoView {
    match current {
        Current::Known { exact: Exact::Amount { .. } | Exact::Shares(_), .. } => {
            view! { <span class="level level-range">{t::short(current)}</span> }.into_any()
        }
        Current::Known { low, high, .. } if low == high && uncertain => {
            view! { <span class=format!("{} level-uncertain", class(low))>{low.number()}</span> }.into_any()
        }
        Current::Unanswered => view! { <span class="level level-none">{t::NOT_ANSWERED_SHORT}</span> }.into_any(),
        Current::NotApplicable => view! { <span class="level level-none">{t::NOT_APPLICABLE_SHORT}</span> }.into_any(),
        Current::Known { low, high, .. } if low == high => view! { <LevelMark level=low /> }.into_any(),
        Current::Known { low, high, .. } => view! { <span class="level level-range">{t::range(low, high)}</span> }.into_any(),
    }
}
