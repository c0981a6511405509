//! The review: what somebody who looks at the assessment found, what was replied, and what became of it.

mod asked;
mod card;
mod decide;
mod out;
mod snippets;
mod write;

use leptos::prelude::*;

use crate::analysis::{count_findings, review};
use crate::ui::components::{AnsweringAs, Choice, PageHead, Segmented};
use crate::ui::pages::share::review::card::{Card, FindingCard, cards};
use crate::ui::pages::share::review::out::ReviewOut;
use crate::ui::pages::share::review::write::WriteFinding;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

const ALL: &str = "all";
const UNDECIDED: &str = "undecided";
const MINE: &str = "mine";

/// What takes the focus once a finding left the list.
pub const LIST: &str = "findings";

/// The review.
#[component]
pub fn ReviewPage() -> impl IntoView {
    let open_session = open_session();
    let me = Memo::new(move |_| open_session.answering());
    let all = {
        let cards = open_session.following(cards);
        Memo::new(move |_| cards.get())
    };
    let counted = open_session.following(|assessment| t::findings_counted(&count_findings(&review(assessment))));
    let shows = RwSignal::new(ALL.to_owned());
    let shown = Memo::new(move |_| {
        let me = me.get();
        let is_shown = |card: &Card| match shows.get().as_str() {
            UNDECIDED => card.status.is_undecided(),
            MINE => me.as_ref().is_some_and(|me| card.people.contains(me)),
            _ => true,
        };
        all.with(|all| all.iter().filter(|card| is_shown(card)).cloned().collect::<Vec<_>>())
    });
    let choices = move || {
        let mine = me.with(Option::is_some).then(|| Choice::new(MINE, t::MY_FINDINGS, ""));
        let always = [Choice::new(ALL, t::ALL_FINDINGS, ""), Choice::new(UNDECIDED, t::UNDECIDED_FINDINGS, "")];
        always.into_iter().chain(mine).collect::<Vec<_>>()
    };
    let is_any = Memo::new(move |_| all.with(|all| !all.is_empty()));
    let filter = move || {
        is_any.get().then(|| {
            let chosen = Signal::derive(move || Some(shows.get()));
            view! {
                <p role="status">{counted}</p>
                <Segmented
                    legend=t::SHOW_FINDINGS
                    name="shown-findings"
                    choices=choices()
                    chosen
                    on_choose=move |key: String| shows.set(key)
                    show_legend=true
                />
            }
        })
    };
    let none = move || {
        let words = if is_any.get() { t::NONE_OF_THESE } else { t::NO_FINDINGS };
        shown.with(Vec::is_empty).then(|| view! { <p class="hint">{words}</p> })
    };
    view! {
        <PageHead title=t::title(SessionPage::Review).to_owned() above=t::REVIEW_ABOVE.to_owned() />
        <p class="lead">{t::REVIEW_LEAD}</p>
        <AnsweringAs />
        <WriteFinding />
        <section class="card" id=LIST tabindex="-1">
            <h2>{t::REVIEW}</h2>
            {filter}
            {none}
            <ul class="review-findings">
                <For each=move || shown.get() key=Card::key children=move |card| view! { <FindingCard card /> } />
            </ul>
        </section>
        {move || is_any.get().then(|| view! { <ReviewOut /> })}
    }
}
