//! What stands beside the answer of the quick pass: what others said, and what the indicators say.

use crate::analysis::{Basis, Current, Reading};
use crate::model::PracticeId;
use crate::session::{Place, QuickAnswer, Session, Way, mine_or_first, said_of};
use crate::ui::pages::practice::theirs;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;
use leptos::prelude::*;
use leptos_router::components::A;

/// What others answered: not in a blind pass, as long as the person answering here has not. Once they have, only what differs.
#[component]
pub fn Others(practice: PracticeId, answer: Memo<Option<QuickAnswer>>) -> impl IntoView {
    let open_session = open_session();
    let of = practice.clone();
    let is_open = move || open_session.results.with(|results| results.practice(&of).is_some_and(|it| it.do_people_differ));
    let said = Memo::new(move |_| {
        let mine = answer.get();
        if mine.is_none() && open_session.soon(|session| session.goes(Way::Blind)) {
            return String::new();
        }
        let said = theirs(open_session, practice.clone(), |session| &session.quick);
        let differs = said.iter().any(|(_, theirs)| mine.as_ref().is_some_and(|mine| mine != theirs));
        let all: Vec<String> = said.iter().map(|(name, answer)| t::words_of(name, &t::quick_answer(answer))).collect();
        match mine {
            None => all.join(" · "),
            Some(_) if differs => t::quick_others_differ(&all.join(" · "), is_open()),
            Some(_) => String::new(),
        }
    });
    move || (!said.with(String::is_empty)).then(|| view! { <p class="hint" dir="auto">{said.get()}</p> })
}

/// What was answered for the whole system: it holds for a part as long as that is not answered apart.
#[component]
pub fn Inherited(practice: PracticeId, answer: Memo<Option<QuickAnswer>>) -> impl IntoView {
    let open_session = open_session();
    let whole = Memo::new(move |_| {
        open_session.part.get()?;
        let here = open_session.place(practice.clone())?;
        let place = Place { part: None, ..here.clone() };
        // Once anybody answered the part, that counts there instead.
        let is_apart = |session: &Session| {
            said_of(&session.quick, &here.on, &here.round).any(|(it, fact)| it.part == here.part && fact.value().is_some())
        };
        let whole = |session: &Session| mine_or_first(&session.quick, &place).filter(|_| !is_apart(session)).cloned();
        open_session.soon(whole).filter(|_| answer.with(Option::is_none))
    });
    move || whole.get().map(|answer| view! { <p class="hint">{t::as_the_whole(&t::quick_answer(&answer))}</p> })
}

/// What the indicators say, where some are answered.
#[component]
pub fn FromIndicators(practice: PracticeId) -> impl IntoView {
    let open_session = open_session();
    let href = open_session.link(SessionPage::Full.of(&practice));
    // What is rated as a whole has no statements that could say otherwise.
    let is_rated = open_session
        .asked
        .with_untracked(|asked| asked.practice(&practice).is_some_and(|practice| asked.model().is_rated(practice)));
    let words = move || {
        if is_rated {
            return None;
        }
        let result = open_session.results.with(|results| results.practice(&practice).cloned())?;
        let counts = matches!(result.standing.current, Current::Known { basis: Basis::Indicators, .. });
        let is_set_by_hand = matches!(result.standing.current, Current::Known { basis: Basis::Override, .. });
        match result.standing.reading {
            // Where people differ the lowest answer counts, and what is set by hand counts before any.
            Reading::Untouched | Reading::NotKnown => {
                let stands = !result.do_people_differ && !is_set_by_hand;
                stands.then(|| t::QUICK_STANDS.to_owned())
            }
            Reading::NotApplicable => Some(t::indicators_say_na()),
            Reading::Between { low, high, exact } => Some(t::indicators_say(low, high, exact, counts)),
        }
    };
    let to_indicators = (!is_rated).then(|| view! { <A href=href>{t::GO_TO_INDICATORS}</A> });
    view! {
        <p class="hint from-indicators">
            {words} " " {to_indicators}
        </p>
    }
}
