//! What Results begins with: a sentence that names the most urgent, and the three to five things to do first; the report has the same.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Binds, Thing, ToDo, WhyToDo, demands, to_do};
use crate::model::PracticeId;
use crate::ui::components::{KeptApartTag, OF_PRACTICE};
use crate::ui::pages::results::gaps::levels;
use crate::ui::routes::{Address, FROM_RESULTS, SessionPage};
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The most urgent, the way to the report, and the few things to do first.
#[component]
pub fn First(
    /// Nothing is said yet that anything could follow from.
    nothing_yet: Memo<bool>,
) -> impl IntoView {
    let open_session = open_session();
    let things =
        open_session.following(move |assessment| open_session.results.with(|results| to_do(assessment, results, t::tag())));
    let urgent = move || open_session.results.with(|results| things.with(|things| t::urgent(results, things)));
    let short = move || open_session.results.with(t::falls_short);
    let missed = Memo::new(move |_| open_session.results.with(t::duties_missed));
    let lacks_targets =
        Memo::new(move |_| open_session.results.with(|results| results.practices.iter().all(|it| it.target.is_none())));
    let is_unsaid = Memo::new(move |_| open_session.results.with(|results| results.perhaps_duties() > 0));
    let also = move || {
        let name = |id: &PracticeId| Some(open_session.name_of(&Thing::Practice(id.clone())));
        open_session.results.with(|results| things.with(|things| t::also_below(results, things, name)))
    };
    let is_bare = Memo::new(move |_| things.with(Vec::is_empty));
    let list = move || things.get().into_iter().map(|thing| thing_view(open_session, &thing)).collect::<Vec<_>>();
    view! {
        {move || (!nothing_yet.get()).then(|| view! { <p class="lead urgent">{urgent}</p> })}
        {move || (!is_bare.get()).then(|| view! { <p>{short}</p> })}
        <p class="actions results-ways">
            {move || lacks_targets.get().then(|| view! {
                <A href=open_session.link(SessionPage::Targets) attr:class="button">{t::SAY_HOW_MUCH}</A>
            })}
            <A href=open_session.link(SessionPage::Report) attr:class="button primary">{t::REPORT_LINK}</A>
            <A href=open_session.link(SessionPage::Board.at(FROM_RESULTS)) attr:class="button">{t::SHOW_BOARD}</A>
            <A href=open_session.link(SessionPage::Agenda) attr:class="button">{t::MAKE_AGENDA}</A>
            <A href=open_session.link(SessionPage::Duties) attr:class="button">{t::DUTIES}</A>
            <A href=open_session.link(SessionPage::Plan) attr:class="button">{t::PLAN}</A>
        </p>
        {move || {
            let say = move || is_unsaid.get().then(|| view! { <A href=open_session.link(SessionPage::Duties)>{t::SAY_WHETHER}</A> });
            missed.get().map(|words| view! { <p class="duties-missed">{words} " " {say}</p> })
        }}
        {move || {
            (!is_bare.get()).then(|| view! {
                <section class="card first">
                    <h2>{t::DO_FIRST}</h2>
                    <p class="hint">{t::DO_FIRST_ORDER}</p>
                    <ol class="first-things">{list}</ol>
                    <p>{also}</p>
                </section>
            })
        }}
    }
}

fn thing_view(open_session: OpenSession, thing: &ToDo) -> AnyView {
    let to = |at: &_| Address::of_indicator(&thing.practice, at);
    let href = open_session.link(thing.at.as_ref().map_or_else(|| SessionPage::Full.of(&thing.practice), to));
    let source = matches!(thing.why, WhyToDo::BelowMinimum(_) | WhyToDo::BelowLater(..)).then(|| {
        open_session.assessment(|assessment| {
            let highest = demands(assessment, &thing.practice, t::tag()).into_iter().next()?;
            let profile = highest.profile().map(|profile| profile.name.get(t::tag()));
            t::demanded_by(&highest.source, profile, highest.binds == Binds::Confirmed)
        })
    });
    let (name, marks) = (thing.name.clone(), levels(&thing.result));
    let planned: Vec<_> =
        thing.in_plan.iter().map(|it| view! { <p class="first-planned" dir="auto">{t::in_plan(it)}</p> }).collect();
    let (next, why) = (t::thing_next(&thing.next), t::thing_why(thing));
    let before = thing.before.as_ref().map(|it| {
        let href = open_session.link(Address::of_indicator(&it.practice, &it.statement));
        let (words, name, text) = (t::thing_before(it), it.name.clone(), it.text.clone());
        view! { <p>{words} " " <A href=href>{name}</A> ": " {text}</p> }
    });
    let confirm = t::thing_confirm(thing).map(|words| view! { <p>{words}</p> });
    view! {
        <li>
            <p class="first-name">
                <A href=href>{name}</A> " " {marks} <KeptApartTag lists=OF_PRACTICE on=thing.practice.as_str() />
            </p>
            <p>{next}</p>
            {before}
            {confirm}
            {planned}
            <p class="hint">{why} " " {source.flatten()}</p>
        </li>
    }
    .into_any()
}
