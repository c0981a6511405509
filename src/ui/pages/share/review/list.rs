//! The findings, some at a time, and which of them are shown.

use leptos::prelude::*;

use crate::session::{FindingAbout, FindingId};
use crate::ui::browser::page;
use crate::ui::components::{Choice, Segmented};
use crate::ui::pages::share::review::card::{FindingCard, heading_id};
use crate::ui::pages::share::review::cards::Cards;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

const ALL: &str = "all";
const UNDECIDED: &str = "undecided";
const MINE: &str = "mine";

/// The heading of the list: what takes the focus once a finding left it.
pub const LIST: &str = "findings";

/// How many findings stand on the page at first, and come with each press.
const AT_A_TIME: usize = 20;

/// The list.
#[component]
pub fn FindingList(
    all: Memo<Cards>,
    /// What somebody came from: only what was found of it is shown, until they want all.
    named: Option<FindingAbout>,
) -> impl IntoView {
    let open_session = open_session();
    let counted = move || all.with(|all| t::findings_counted(&all.counts));
    let shows = RwSignal::new(ALL.to_owned());
    let only = RwSignal::new(named);
    let most = RwSignal::new(AT_A_TIME);
    let shown = Memo::new(move |_| {
        let (me, shows) = (open_session.me.get(), shows.get());
        only.with(|only| all.with(|all| all.shown(only.as_ref(), shows == UNDECIDED, me.as_ref().filter(|_| shows == MINE))))
    });
    let is_any = Memo::new(move |_| all.with(|all| !all.is_empty()));
    let filter = move || {
        is_any.get().then(|| {
            let mine = open_session.me.with(Option::is_some).then(|| Choice::new(MINE, t::MY_FINDINGS, ""));
            let always = [Choice::new(ALL, t::ALL_FINDINGS, ""), Choice::new(UNDECIDED, t::UNDECIDED_FINDINGS, "")];
            let choices: Vec<_> = always.into_iter().chain(mine).collect();
            let chosen = Signal::derive(move || Some(shows.get()));
            view! {
                <p role="status">{counted}</p>
                <Segmented legend=t::SHOW_FINDINGS name="shown-findings" choices chosen on_choose=move |key: String| shows.set(key) show_legend=true />
            }
        })
    };
    let only_here = move || {
        only.with(Option::is_some).then(|| {
            let all = move |_| {
                only.set(None);
                page::focus_soon(LIST.to_owned());
            };
            view! { <p>{t::ONLY_ABOUT_ONE} " " <button type="button" class="button small" on:click=all>{t::SHOW_ALL_FINDINGS}</button></p> }
        })
    };
    let none = move || {
        let words = if is_any.get() { t::NONE_OF_THESE } else { t::NO_FINDINGS };
        shown.with(Vec::is_empty).then(|| view! { <p class="hint">{words}</p> })
    };
    let on_page = move || shown.with(|shown| shown.iter().take(most.get()).cloned().collect::<Vec<_>>());
    let left = Memo::new(move |_| shown.with(Vec::len).saturating_sub(most.get()));
    let more = move || {
        (left.get() > 0).then(|| {
            let more = move |_| {
                let next = shown.with_untracked(|shown| shown.get(most.get_untracked()).map(heading_id));
                most.update(|most| *most += AT_A_TIME);
                next.into_iter().for_each(page::focus_soon);
            };
            view! { <button type="button" class="button no-print" on:click=more>{t::more_findings(left.get().min(AT_A_TIME), left.get())}</button> }
        })
    };
    view! {
        <section class="card" aria-labelledby=LIST>
            <h2 id=LIST tabindex="-1">{t::FINDINGS}</h2>
            {filter}
            {only_here}
            {none}
            <ul class="review-findings">
                <For each=on_page key=FindingId::clone children=move |id| view! { <FindingCard id all /> } />
            </ul>
            {more}
        </section>
    }
}
