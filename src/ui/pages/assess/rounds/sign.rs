//! Signing a round off: what one confirms, and as whom.

use leptos::prelude::*;

use crate::analysis::{Assessment, results, sign_off};
use crate::session::{Person, PersonId, RoundId, SignOff, SignOffOf, commands};
use crate::ui::browser::{clock, signing};
use crate::ui::components::AnsweringAs;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// Who would sign: who answers here, with a name.
fn signer(open_session: OpenSession) -> Option<(PersonId, Person)> {
    let me = open_session.me.get()?;
    open_session.soon(|session| {
        let person = session.people.get(&me)?.value().filter(|person| !person.name.trim().is_empty())?;
        Some((me.clone(), person.clone()))
    })
}

/// What would be signed now.
fn gathered(open_session: OpenSession, at: &SignOffOf, who: &PersonId) -> Option<SignOff> {
    open_session.assessment_now(|it| {
        let of_round = Assessment::of_round(it.asked(), it.session(), &at.round);
        sign_off(&of_round, &results(&of_round), at, who, clock::today())
    })
}

/// The way to sign a round.
#[component]
pub fn SignRound(round: RoundId) -> impl IntoView {
    let opened = RwSignal::new(false);
    let round = StoredValue::new(round);
    // What would be signed is worked out once somebody wants to see it.
    view! {
        <details class="sign" on:toggle=move |_| opened.set(true)>
            <summary>{t::SIGN_OFF_ROUND}</summary>
            {move || opened.get().then(|| view! { <Sign round=round.get_value() /> })}
        </details>
    }
}

#[component]
fn Sign(round: RoundId) -> impl IntoView {
    let open_session = open_session();
    let round = StoredValue::new(round);
    let who = Memo::new(move |_| signer(open_session));
    let body = move || match who.get() {
        Some((id, person)) => view! { <Confirm round=round.get_value() id person /> }.into_any(),
        None => view! { <p>{t::SIGN_OFF_NEEDS_NAME}</p> <AnsweringAs /> }.into_any(),
    };
    view! {
        <p class="hint">{t::SIGN_OFF_HINT}</p>
        {body}
    }
}

#[component]
fn Confirm(round: RoundId, id: PersonId, person: Person) -> impl IntoView {
    let open_session = open_session();
    let (who, of) = (id.clone(), round.clone());
    let in_short = open_session.following(move |it| {
        let of_round = Assessment::of_round(it.asked(), it.session(), &of);
        let at = SignOffOf { round: of.clone(), sign_off: clock::new_id() };
        let gathered = sign_off(&of_round, &results(&of_round), &at, &who, clock::today())?;
        let known = gathered.figures.practices.iter().filter(|it| it.level.is_some() || it.not_applicable).count();
        let entries = gathered.facts.iter().map(|it| it.entries).sum();
        Some(t::would_sign(gathered.figures.practices.len(), known, entries))
    });
    let with_key = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let app_state = app_state();
    let sign = move |_| {
        let at = SignOffOf { round: round.clone(), sign_off: clock::new_id() };
        let Some(gathered) = gathered(open_session, &at, &id) else { return };
        let (slot, by_key) = (open_session.slot(), with_key.get_untracked());
        busy.set(true);
        leptos::task::spawn_local(async move {
            let bytes = open_session.session.try_with_untracked(|session| gathered.signed_bytes(session, &at));
            let signature = match bytes.filter(|_| by_key) {
                Some(bytes) => signing::sign(&bytes).await,
                None => None,
            };
            busy.try_set(false);
            // Where another assessment was opened meanwhile, nobody signs.
            if !open_session.is_at(&slot) {
                return;
            }
            if by_key && signature.is_none() {
                app_state.say(t::NO_KEY_HERE.to_owned(), None);
                return;
            }
            let change = open_session.session.with_untracked(|session| commands::sign(session, at, gathered, signature));
            match change {
                Some(change) => _ = open_session.change_with_undo(vec![change], t::SIGNED_OFF.to_owned()),
                None => app_state.say(t::NOT_SIGNED_OFF.to_owned(), None),
            }
        });
    };
    view! {
        <p dir="auto">{t::signs_as(person.name.trim(), person.role)}</p>
        <p>{move || in_short.get()}</p>
        <label class="tick-row">
            <input type="checkbox" prop:checked=with_key on:change=move |event| with_key.set(event_target_checked(&event)) />
            {t::SIGN_WITH_KEY}
        </label>
        <p class="hint">{t::SIGN_WITH_KEY_HINT}</p>
        <p><button type="button" class="button small primary" disabled=busy on:click=sign>{t::SIGN_OFF_BUTTON}</button></p>
    }
}
