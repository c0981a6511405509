//! The sessions on the store.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::session::Session;
use crate::store::{Listed, Slot};
use crate::ui::browser::{clock, page};
use crate::ui::components::{ProgressBar, assessment_name};
use crate::ui::pages::start::card::{DeleteButton, assessed_before, progress_of};
use crate::ui::pages::start::other_cards::{RequestCard, UnreadableCard};
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::app_state::app_state;
use crate::ui::text as t;

/// How many sessions are shown at first, and how many more each time that is asked for: each is opened for its progress.
const AT_ONCE: usize = 20;

/// The sessions on the store, the last changed first.
#[component]
pub fn SessionList(listed: Vec<Listed>, refresh: Callback<()>) -> impl IntoView {
    let all = listed.len();
    let shown = RwSignal::new(AT_ONCE);
    let more = move || {
        let left = all.saturating_sub(shown.get());
        let show = move |_| shown.update(|shown| *shown += AT_ONCE);
        let words = t::more_assessments(left.min(AT_ONCE), left);
        (left > 0).then(|| view! { <p><button type="button" class="button" on:click=show>{words}</button></p> })
    };
    let listed = StoredValue::new(listed);
    let rows = move || listed.with_value(|listed| listed.iter().take(shown.get()).cloned().collect::<Vec<_>>());
    (all > 0).then(|| {
        view! {
            <ul class="cards">
                <For each=rows key=|listed| listed.slot.clone() let:listed>
                    <ListedCard listed refresh />
                </For>
            </ul>
            {more}
        }
    })
}

/// What is in a slot.
#[component]
fn ListedCard(listed: Listed, refresh: Callback<()>) -> impl IntoView {
    let Listed { slot, summary } = listed;
    match summary.and_then(|_| app_state().store_after_saving().open(&slot)).map(|stored| stored.session) {
        Ok(session) if session.request.is_some() => view! { <RequestCard at=slot session refresh /> }.into_any(),
        Ok(session) => view! { <SessionCard at=slot session refresh /> }.into_any(),
        Err(why) => view! { <UnreadableCard at=slot why refresh /> }.into_any(),
    }
}

/// When the next round is due, where it is planned, and whether something asks for one before that.
fn due_line(session: &Session) -> AnyView {
    let next = session.next_round_on().map(|on| {
        let is_due = on <= clock::today();
        view! { <p class="hint"><span class:tag=is_due>{t::next_round(on, is_due)}</span></p> }
    });
    let asked = !session.asking_for_round().is_empty();
    let asked = asked.then(|| view! { <p class="hint"><span class="tag">{t::ROUND_IS_ASKED_FOR}</span></p> });
    view! { {next} {asked} }.into_any()
}

/// A session with its progress, last change and what can be done with it.
#[component]
fn SessionCard(at: Slot, session: Session, refresh: Callback<()>) -> impl IntoView {
    let app_state = app_state();
    let name = assessment_name(&session);
    let place = app_state.place(&at).unwrap_or_else(|| SessionPage::SetUp.into());
    let changed = t::last_change(&clock::in_words(session.last_change()));
    let due = due_line(&session);
    app_state.want_model(&session.model.id);
    let counts = StoredValue::new(session);
    let progress = Memo::new(move |_| {
        let library = app_state.library.get()?;
        counts.with_value(|session| library.asked_in(session).map(|asked| progress_of(&asked, session)))
    });
    let before = Memo::new(move |_| {
        let library = app_state.library.get()?;
        counts.with_value(|session| library.asked_in(session).and_then(|asked| assessed_before(&asked, session)))
    });
    let gone = Memo::new(move |_| {
        let library = app_state.library.get()?;
        counts.with_value(|session| {
            let own = session.model.own.as_ref().filter(|_| library.model_of(session).is_none())?;
            Some(t::model_gone(&own.title, session.model.id.as_str(), session.model.edition.as_str()))
        })
    });
    let gone =
        move || gone.get().map(|words| view! { <p class="hint model-gone" dir="auto"><span class="tag">{words}</span></p> });
    let before = move || {
        before
            .get()
            .map(|(round, count)| view! { <p class="hint former-level" dir="auto">{t::assessed_before(count, &round)}</p> })
    };
    let targets = move || progress.get().map(|progress| progress.decided()).unwrap_or_default();
    let assessed = move || progress.get().map(|progress| progress.assessed).unwrap_or_default();
    let not_known = move || progress.get().map(|progress| progress.not_known).unwrap_or_default();
    view! {
        <li class="card session-card">
            <div>
                <h2 dir="auto">{name.clone()}</h2>
                <p class="hint">{changed}</p>
                {due}
                {gone}
            </div>
            <div class="session-progress">
                <ProgressBar label=Signal::derive(move || t::targets_set(targets())) count=Signal::derive(targets) />
                <ProgressBar label=Signal::derive(move || t::practices_assessed(assessed(), not_known())) count=Signal::derive(assessed) />
                {before}
            </div>
            <div class="actions">
                <A href=page::link(&place.path_in(&at)) attr:class="button primary" attr:aria-label=t::continue_named(&name)>
                    {t::CONTINUE}
                </A>
                <A href=page::link(&Address::from(SessionPage::Results).path_in(&at)) attr:class="button" attr:aria-label=t::results_named(&name)>
                    {t::title(SessionPage::Results)}
                </A>
                <DeleteButton at name refresh />
            </div>
        </li>
    }
}
