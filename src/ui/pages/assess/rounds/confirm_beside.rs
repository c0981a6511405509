//! What goes on from round to round, a target or a piece of evidence: confirm it, change it, leave it out; with the pointer or one key each.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use crate::analysis::{Carried, CarriedEvidence, CarriedTarget, Thing, rounds_in_short};
use crate::session::{Change, EvidenceId, RoundId, Session, commands};
use crate::ui::browser::keys::Command;
use crate::ui::browser::{clock, keyboard, page};
use crate::ui::components::single_keys_are_on;
use crate::ui::pages::assess::rounds::confirm_row::row_id;
use crate::ui::routes::SessionPage;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The ids of all rows of a practice that the keys go through, from the top.
pub fn rows_of(carried: &Carried) -> Vec<String> {
    let target = carried.target.iter().map(target_row);
    target.chain(carried.answers.iter().map(row_id)).chain(carried.evidence.iter().map(|it| evidence_row(&it.evidence))).collect()
}

fn target_row(it: &CarriedTarget) -> String {
    format!("carried-target-{}", it.practice)
}

fn evidence_row(id: &EvidenceId) -> String {
    format!("carried-evidence-{id}")
}

/// What becomes of a row: what changes, and what is said of it.
type Act = Callback<(), Option<(Change, String)>>;

/// Works out what changes, as of the round that is open.
fn act(words: t::Words, change: impl Fn(&Session, &RoundId) -> Option<Change> + Send + Sync + 'static) -> Act {
    let open_session = open_session();
    Callback::new(move |()| {
        let round = untrack(|| open_session.round())?;
        let change = open_session.session.with_untracked(|session| change(session, &round))?;
        Some((change, words.get().to_owned()))
    })
}

/// A target of before.
pub fn target(it: &CarriedTarget, row_at: Callback<(String, isize), String>) -> AnyView {
    let open_session = open_session();
    let round = open_session.assessment_now(|assessment| {
        rounds_in_short(assessment).iter().find(|round| round.round == it.round).map(t::round_called)
    });
    let words = t::target_earlier(it.level, &round.unwrap_or_default(), it.on);
    let (own, practice) = (it.practice.clone(), it.practice.clone());
    let confirm = act(t::TARGET_CONFIRMED, move |session, round| commands::confirm_target(session, &own, round, clock::today()));
    let leave = act(t::TARGET_CLEARED, move |_, _| Some(Change::Target(practice.clone(), None)));
    let href = open_session.link(SessionPage::Targets.at(it.practice.as_str()));
    view! { <Beside id=target_row(it) words hint=None href leave_words=t::CLEAR_TARGET confirm leave row_at /> }.into_any()
}

/// A piece of evidence of before.
pub fn evidence(it: &CarriedEvidence, row_at: Callback<(String, isize), String>) -> AnyView {
    let open_session = open_session();
    let words = t::evidence_earlier(&open_session.name_of(&Thing::Evidence(it.evidence.clone())), it.on);
    let (own, id) = (it.evidence.clone(), it.evidence.clone());
    let confirm =
        act(t::EVIDENCE_CONFIRMED, move |session, round| commands::confirm_evidence(session, &own, round, clock::today()));
    let leave = act(t::EVIDENCE_ENDED, move |session, round| commands::end_evidence(session, &id, round, clock::today()));
    let hint = it.is_out_of_date.then_some(t::EVIDENCE_IS_OUT_OF_DATE);
    let href = open_session.link(SessionPage::Evidence);
    view! { <Beside id=evidence_row(&it.evidence) words hint href leave_words=t::SHOWS_NOTHING_NOW confirm leave row_at /> }
        .into_any()
}

#[component]
fn Beside(
    id: String,
    words: String,
    hint: Option<t::Words>,
    /// Where it is changed.
    href: String,
    /// What it is called to leave it out.
    leave_words: t::Words,
    confirm: Act,
    leave: Act,
    /// Which row is so many after one, or before, by their ids; the list where there is none.
    row_at: Callback<(String, isize), String>,
) -> impl IntoView {
    let open_session = open_session();
    let own = StoredValue::new(id.clone());
    let row = move |by: isize| row_at.run((own.get_value(), by));
    let make = move |made: Act| make(open_session, made, || row(1));
    let labels = [t::CONFIRM_IT.get(), t::CHANGE_IT.get(), leave_words.get()].map(|act| t::about_answer(act, &words));
    let [confirm_label, change_label, leave_label] = labels;
    let (app_state, navigate, to_change) = (app_state(), use_navigate(), href.clone());
    let keys = move |event: KeyboardEvent| {
        let command = keyboard::command(&event).filter(|_| single_keys_are_on(app_state));
        let Some(command) = command.filter(|command| !event.repeat() || !command.answers()) else { return };
        match command {
            Command::Confirm => make(confirm),
            Command::LeaveOut => make(leave),
            Command::Change => navigate(&to_change, NavigateOptions::default()),
            Command::NextIndicator => page::focus_soon(row(1)),
            Command::PreviousIndicator => page::focus_soon(row(-1)),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <li id=id tabindex="-1" on:keydown=keys>
            <p dir="auto">{words}</p>
            {hint.map(|hint| view! { <p class="hint"><span class="tag">{hint}</span></p> })}
            <div class="actions">
                <button type="button" class="button small" aria-label=confirm_label on:click=move |_| make(confirm)>{t::CONFIRM_IT}</button>
                <A href=href attr:class="button small" attr:aria-label=change_label>{t::CHANGE_IT}</A>
                <button type="button" class="button plain small" aria-label=leave_label on:click=move |_| make(leave)>{leave_words}</button>
            </div>
        </li>
    }
}

/// Makes what a row is for, with a way back; the focus goes on to the next one, found before anything changes.
fn make(open_session: OpenSession, made: Act, next: impl FnOnce() -> String) {
    let next = next();
    if let Some((change, words)) = made.run(()) {
        open_session.change_with_undo(vec![change], words);
        page::focus_soon(next);
    }
}
