//! The sign-offs of a round: who confirmed it, what changed since, and signing it.

use leptos::prelude::*;

use crate::analysis::{Assessment, FigureChange, SignatureCheck, SignedRound, results, sign_offs};
use crate::session::{RoundId, SignOffOf, commands};
use crate::ui::browser::{clock, signing};
use crate::ui::components::TextField;
use crate::ui::pages::assess::rounds::key::SignedKey;
use crate::ui::pages::assess::rounds::name_of_person;
use crate::ui::pages::assess::rounds::sign::SignRound;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The sign-offs of a round, each beside what holds now. Nothing is worked out where there is none.
fn signed(assessment: &Assessment<'_>, round: &RoundId) -> Vec<SignedRound> {
    if assessment.session().sign_offs_of(round).is_empty() {
        return Vec::new();
    }
    let of_round = Assessment::of_round(assessment.asked(), assessment.session(), round);
    sign_offs(&of_round, &results(&of_round))
}

/// The sign-offs of a round, and the way to sign it.
#[component]
pub fn SignOffs(round: RoundId) -> impl IntoView {
    let open_session = open_session();
    let id = round.clone();
    let all = open_session.following(move |assessment| signed(assessment, &id));
    let rows = move || all.get().into_iter().map(|signed| view! { <Row signed /> }).collect::<Vec<_>>();
    view! {
        <div class="sign-offs">
            {move || (!all.with(Vec::is_empty)).then(|| view! { <h3>{t::SIGN_OFF}</h3> <ul>{rows}</ul> })}
            <SignRound round />
        </div>
    }
}

/// The figures that changed, with what their practices are called.
fn named(open_session: OpenSession, signed: &SignedRound) -> Vec<(String, FigureChange)> {
    open_session.asked.with_untracked(|asked| {
        let name = |change: &FigureChange| {
            let practice = asked.practice(&change.practice);
            practice.map_or_else(|| change.practice.to_string(), |practice| practice.name.get(t::tag()).to_owned())
        };
        signed.figures.iter().map(|change| (name(change), change.clone())).collect()
    })
}

/// One sign-off.
#[component]
fn Row(signed: SignedRound) -> impl IntoView {
    let open_session = open_session();
    let check = RwSignal::new(SignatureCheck::before(&signed.sign_off));
    check_soon(open_session, &signed, check);
    let by = signed.taken_back.as_ref().and_then(|(_, by)| name_of_person(open_session, by.as_ref()));
    let taken_back = t::sign_off_taken_back(&signed, by.as_deref());
    let doubts: Vec<_> =
        t::taken_back_doubts(&signed).into_iter().map(|words| view! { <p class="banner banner-warning">{words}</p> }).collect();
    let changes = t::sign_off_changes(&signed, &named(open_session, &signed));
    let changes: Vec<_> = changes.into_iter().map(|words| view! { <li dir="auto">{words}</li> }).collect();
    let changes = (!changes.is_empty()).then(|| {
        view! { <details><summary>{t::CHANGED_SINCE_SIGNED}</summary><ul>{changes}</ul></details> }
    });
    let (fit, is_over, fits) = (signed.fit, signed.is_over, signed.clone());
    let warns = move || fit.warns(is_over, check.get());
    let key = move || (check.get() == SignatureCheck::Fits).then(|| view! { <SignedKey signed=fits.clone() /> });
    let person = signed.sign_off.person.clone();
    let is_mine = signed.taken_back.is_none().then(|| Memo::new(move |_| open_session.me.get().as_ref() == Some(&person)));
    let at = StoredValue::new(signed.at.clone());
    view! {
        <li class="sign-off">
            <p dir="auto"><strong>{t::signed_by(&signed)}</strong></p>
            {taken_back.map(|words| view! { <p class="banner banner-warning" dir="auto">{words}</p> })}
            {doubts}
            <p class:banner=warns class:banner-warning=warns>{move || t::sign_off_fit(fit, check.get())}</p>
            {signed.by_another.then(|| view! { <p class="banner banner-warning">{t::SIGNED_BY_ANOTHER}</p> })}
            {changes}
            <p class="hint">{move || t::signature_words(check.get())}</p>
            {key}
            {move || is_mine.is_some_and(|is_mine| is_mine.get()).then(|| view! { <TakeBack at=at.get_value() /> })}
        </li>
    }
}

/// Checks the signature, if there is one: of what the file says, as it stands.
fn check_soon(open_session: OpenSession, signed: &SignedRound, check: RwSignal<SignatureCheck>) {
    let Some(signature) = signed.sign_off.signature.clone() else { return };
    let bytes = open_session.session.with_untracked(|session| signed.sign_off.signed_bytes(session, &signed.at));
    leptos::task::spawn_local(async move {
        let found = signing::check(&signature, &bytes).await;
        // Nobody waits for it any more where the page is left.
        check.try_set(found);
    });
}

/// Taking one's own sign-off back.
#[component]
fn TakeBack(at: SignOffOf) -> impl IntoView {
    let open_session = open_session();
    let why = RwSignal::new(String::new());
    let field = format!("take-back-{}", at.sign_off);
    let take_back = move |_| {
        let change = open_session
            .session
            .with_untracked(|session| why.with_untracked(|why| commands::take_sign_off_back(session, &at, why, clock::today())));
        if let Some(change) = change {
            open_session.change_with_undo(vec![change], t::SIGN_OFF_TAKEN_BACK.to_owned());
        }
    };
    view! {
        <details>
            <summary>{t::TAKE_SIGN_OFF_BACK}</summary>
            <TextField
                id=field
                label=t::WHY_TAKE_SIGN_OFF_BACK
                hint=t::WHY_TAKE_SIGN_OFF_BACK_HINT
                value=why
                on_type=move |words| why.set(words)
            />
            <p><button type="button" class="button small" on:click=take_back>{t::TAKE_SIGN_OFF_BACK}</button></p>
        </details>
    }
}
