//! Onward through the full pass: to the most useful unanswered statement here; then, with the result, to the practice that follows.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Asking, Assessment, Reading, next_practice, next_question};
use crate::ui::pages::assess::full::Pass;
use crate::ui::pages::practice::InOrder;
use crate::ui::pages::practice::next_question::question_link;
use crate::ui::routes::SessionPage;
use crate::ui::text as t;

/// The way on, and beside it the practices around. A request ends where its answers are sent back.
#[component]
pub fn FullOnward(here: InOrder, pass: Pass) -> impl IntoView {
    let open_session = pass.open_session;
    let open = move |assessment: &Assessment<'_>, stay| {
        let (me, part, here) = (open_session.me.get(), open_session.part.get(), pass.practice.get_value());
        let asking = Asking { me: me.as_ref(), part: part.as_ref(), here: Some(&here), stay };
        let next = next_question(assessment, asking)?;
        // Where it is not this practice, it is the one that follows: people go through them in their order.
        if next.practice == here { Some(next) } else { next_practice(assessment, asking).or(Some(next)) }
    };
    let next = open_session.following(move |assessment| open(assessment, false));
    // What is open here does not lead on where it can't move the level: one may answer it all the same, and is told why.
    let rest = open_session.following(move |assessment| {
        let elsewhere = next.with(|next| next.as_ref().is_some_and(|next| next.practice != pass.practice.get_value()));
        elsewhere.then(|| open(assessment, true)).flatten()
    });
    let rest_here = move || {
        let rest = rest.get()?;
        let why = t::why_onward(rest.settled?);
        let go = move |_| pass.go_to(rest.level, rest.indicator.clone());
        Some(view! {
            <button type="button" class="button" aria-describedby="why-onward" on:click=go>{t::ANSWER_THE_REST}</button>
            <p class="hint" id="why-onward">{why}</p>
        })
    };
    let (end, end_words, out) = if open_session.request.with_untracked(Option::is_some) {
        (SessionPage::Answer, t::NEXT_SEND_BACK, SessionPage::Answer)
    } else {
        (SessionPage::Results, t::NEXT_RESULTS, SessionPage::Assess)
    };
    let onward = move || match next.get() {
        Some(next) if next.practice == pass.practice.get_value() => {
            let go = move |_| pass.go_to(next.level, next.indicator.clone());
            view! { <button type="button" class="button primary" id="go-on" on:click=go>{t::NEXT_STATEMENT}</button> }.into_any()
        }
        Some(next) => {
            let name = open_session
                .asked
                .with(|asked| asked.model().practice(&next.practice).map(|practice| practice.name.get(t::tag()).to_owned()));
            let words = t::next_practice(&name.unwrap_or_default());
            view! { <A href=question_link(open_session, &next) attr:class="button primary" attr:id="go-on">{words}</A> }
                .into_any()
        }
        None => view! { <A href=open_session.link(end) attr:class="button primary" attr:id="go-on">{end_words}</A> }.into_any(),
    };
    // What has come out, once nothing here is asked before something else.
    let result = move || {
        let goes_on = next.with(|next| next.as_ref().is_none_or(|next| next.practice != pass.practice.get_value()));
        let result = open_session.results.with(|results| results.practice(&pass.practice.get_value()).cloned())?;
        // Also that it is not known.
        let says_something = goes_on && result.standing.reading != Reading::Untouched;
        says_something.then(|| t::pass_result(&result))
    };
    let to = |id: Option<crate::model::PracticeId>, words: &'static str| {
        id.map(|id| view! { <A href=open_session.link(SessionPage::Full.of(&id)) attr:class="button plain small">{words}</A> })
    };
    view! {
        <nav class="onward around" aria-label=t::ONWARD>
            {to(here.before, t::PRACTICE_BEFORE.get())} {to(here.after, t::PRACTICE_AFTER.get())}
            <A href=open_session.link(out) attr:class="button plain small">{t::ALL_PRACTICES}</A>
        </nav>
        <nav class="onward sticky one-hand" aria-label=t::WAY_ON>
            <p class="pass-result" role="status">{result}</p>
            {onward} {rest_here}
        </nav>
    }
}
