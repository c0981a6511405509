//! One practice in the table of results.

use leptos::prelude::*;

use crate::analysis::{Grade, Ground, PracticeOverview};
use crate::ui::components::{CurrentMark, FitMark, KeptApartTag, LevelMark, OF_PRACTICE, ScopeFitMark};
use crate::ui::pages::results::figure::{Explained, Figure, FigureButton};
use crate::ui::pages::results::former::RoundNames;
use crate::ui::pages::results::table::COLUMNS;
use crate::ui::pages::results::why::WhyRow;
use crate::ui::text as t;

/// A class for how far a level can be relied on.
fn confidence_class(ground: Ground) -> &'static str {
    match ground.grade() {
        Some(Grade::Strong) => "sure sure-strong",
        Some(Grade::Fair) => "sure sure-fair",
        Some(Grade::Weak) => "sure sure-weak",
        None => "hint",
    }
}

/// One practice, and below it the figure that is explained.
#[component]
pub fn PracticeRow(name: String, facts: PracticeOverview, explained: Explained, rounds: RoundNames) -> impl IntoView {
    let result = facts.result.clone();
    let (of, called) = (result.practice.to_string(), name.clone());
    let figure = move |figure: Figure, what: &'static str, words: String, inside: AnyView| {
        let (of, name, is_first) = (of.clone(), called.clone(), figure == Figure::Current);
        view! { <FigureButton explained of name figure=Some(figure) is_first words=(what, words)>{inside}</FigureButton> }
    };
    let minimum = result.minimum.map(|level| {
        let below = result.target.is_some_and(|target| target < level);
        let inside = view! { <span class="hint" class:below-minimum=below>{t::minimum_short(level)}</span> }.into_any();
        figure(Figure::Minimum, t::MINIMUM.get(), t::minimum_short(level), inside)
    });
    let current = view! { <CurrentMark current=result.standing.current uncertain=result.is_assumed() /> }.into_any();
    let former = facts.former.clone().map(|it| {
        let words = move || rounds.with(|names| names.get(&it.round).map(|name| t::former_beside(name)));
        view! { <p class="hint former-level" dir="auto"><CurrentMark current=it.level /> " " {words}</p> }
    });
    let target = match result.target {
        Some(level) => view! { <LevelMark level /> }.into_any(),
        None => view! { <span class="hint">{t::NO_TARGET}</span> }.into_any(),
    };
    let target_words = result.target.map_or_else(|| t::NO_TARGET.to_owned(), |level| level.to_string());
    let fit = view! { <FitMark fit=result.fit words=t::fit(&result) /> }.into_any();
    let scope = view! { <ScopeFitMark result=result.clone() /> }.into_any();
    let sure = t::confidence_of(facts.ground);
    let sure_inside = view! { <span class=confidence_class(facts.ground)>{sure.clone()}</span> }.into_any();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span class="number">{facts.number}</span> " " {name} <KeptApartTag lists=OF_PRACTICE on=result.practice.as_str() />
            </th>
            <td role="cell" data-label=t::CURRENT>
                {figure(Figure::Current, t::CURRENT.get(), t::current_range(&result), current)} " " <span class="hint">{t::basis(&result)}</span>
                {former}
            </td>
            <td role="cell" data-label=t::TARGET>{figure(Figure::Target, t::TARGET.get(), target_words, target)} " " {minimum}</td>
            <td role="cell" data-label=t::GAP>{figure(Figure::Gap, t::GAP.get(), t::fit(&result), fit)}</td>
            <td role="cell" data-label=t::SCOPE>{figure(Figure::Scope, t::SCOPE.get(), t::scope_fit(&result), scope)}</td>
            <td role="cell" data-label=t::HOW_SURE>{figure(Figure::Confidence, t::HOW_SURE.get(), sure, sure_inside)}</td>
        </tr>
        <WhyRow explained facts columns=COLUMNS />
    }
}
