//! How a practice fits its target, as a word with a sign.

use leptos::prelude::*;

use crate::analysis::{Fit, PracticeResult, ScopeFit};
use crate::ui::text as t;

/// How a practice's level fits its target.
#[component]
pub fn FitMark(fit: Fit, #[prop(into)] words: String) -> impl IntoView {
    let class = match fit {
        Fit::Short => "fit fit-short",
        Fit::OnTarget => "fit fit-on",
        Fit::More => "fit fit-more",
        Fit::Open => "fit fit-open",
        Fit::NoTarget | Fit::Unanswered | Fit::NotApplicable => "fit fit-unknown",
    };
    view! { <span class=class>{words}</span> }
}

/// How a practice's scope fits the scope needed.
#[component]
pub fn ScopeFitMark(result: PracticeResult) -> impl IntoView {
    let words = t::scope_fit(&result);
    let class = if result.scope_fit == ScopeFit::TooGeneral { "scope-fit fit-short" } else { "scope-fit" };
    view! { <span class=class>{words}</span> }
}
