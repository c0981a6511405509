//! What belongs to a statement: what would show it, the evidence, whether that is enough, what speaks against, a note.

use leptos::prelude::*;

use crate::model::{Indicator, IndicatorId};
use crate::session::{Change, FindingAbout, Shown, commands, mine_or_first};
use crate::ui::browser::page;
use crate::ui::components::{Choice, Segmented, TextArea, TextField, WriteFindingLink};
use crate::ui::pages::assess::evidence::here::EvidenceHere;
use crate::ui::pages::assess::full::Pass;
use crate::ui::pages::practice::answers::statement_id;
use crate::ui::pages::practice::{OthersWords, mine, theirs};
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// How much there is of it.
fn counts(open_session: OpenSession, id: &IndicatorId) -> (usize, Option<String>, bool) {
    open_session.me.track();
    let part = open_session.part.get();
    open_session.soon(|session| {
        let place = open_session.place(id.clone());
        let note = place.as_ref().and_then(|place| mine_or_first(&session.notes, place)).map(|note| note.to_owned());
        let against = place.as_ref().and_then(|place| mine_or_first(&session.against, place)).is_some();
        (session.evidence_for(id, part.as_ref()).count(), note, against)
    })
}

/// Opens and closes it, and says what there is.
#[component]
pub fn MoreButton(id: IndicatorId, pass: Pass) -> impl IntoView {
    let (controls, button) = (more_id(&id), format!("more-of-{id}"));
    let named = format!("{button} {}", statement_id(&id));
    let id = StoredValue::new(id);
    let is_open = Memo::new(move |_| pass.more.with(|more| id.with_value(|id| more.as_ref() == Some(id))));
    let words = Memo::new(move |_| id.with_value(|id| counts(pass.open_session, id)));
    let toggle = move |_| toggle_more(pass, id.get_value());
    view! {
        <button
            type="button"
            class="button plain small"
            id=button
            aria-labelledby=named
            aria-expanded=move || is_open.get().to_string()
            aria-controls=controls
            on:click=toggle
        >
            {move || words.with(t::more_of_indicator)}
        </button>
    }
}

/// Opens what belongs to a statement, so that it can be seen, or closes it.
pub fn toggle_more(pass: Pass, id: IndicatorId) {
    if pass.more.with_untracked(|more| more.as_ref() == Some(&id)) {
        pass.more.set(None);
        return;
    }
    page::uncover_soon(more_id(&id));
    pass.more.set(Some(id));
}

fn more_id(id: &IndicatorId) -> String {
    format!("more-{id}")
}

/// All that belongs to a statement, when it is open.
#[component]
pub fn More(indicator: Indicator, pass: Pass) -> impl IntoView {
    let id = StoredValue::new(indicator.id.clone());
    let is_open = Memo::new(move |_| pass.more.with(|more| id.with_value(|id| more.as_ref() == Some(id))));
    let named = id.with_value(|id| format!("more-of-{id} {}", statement_id(id)));
    let indicator = StoredValue::new(indicator);
    view! {
        <div class="more" id=more_id(&id.get_value()) role="group" aria-labelledby=named>
            {move || is_open.get().then(|| view! { <MoreBody indicator=indicator.get_value() open_session=pass.open_session /> })}
        </div>
    }
}

#[component]
fn MoreBody(indicator: Indicator, open_session: OpenSession) -> impl IntoView {
    let enough = t::evidence(indicator.evidence.get(t::tag()), indicator.lasts);
    let id = indicator.id.clone();
    view! {
        <div class="more-evidence">
            <h3>{t::EVIDENCE}</h3>
            {(!enough.is_empty()).then(|| view! { <p class="hint">{enough}</p> })}
            <EvidenceHere id=id.clone() lasts=indicator.lasts />
            <ShownChoice id=id.clone() open_session />
        </div>
        <div class="more-words">
            <AgainstField id=id.clone() open_session />
            <NoteField id=id.clone() open_session />
            <WriteFindingLink about=FindingAbout::Statement(id) />
        </div>
    }
}

/// Whether the evidence is enough: a judgement of its own beside whether it is done.
#[component]
fn ShownChoice(id: IndicatorId, open_session: OpenSession) -> impl IntoView {
    let (name, about) = (format!("shown-{id}"), Some(statement_id(&id)));
    let id = StoredValue::new(id);
    let chosen =
        Memo::new(move |_| mine(open_session, id.get_value(), |session| &session.shown).map(|shown| shown.key().to_owned()));
    let choose = move |key: String| {
        let shown = Shown::ALL.into_iter().find(|one| one.key() == key);
        if let Some(place) = open_session.place(id.get_value()) {
            open_session.change(Change::Shown(place, shown));
        }
    };
    let choices = Shown::ALL.into_iter().map(|one| Choice::new(one.key(), t::shown(one), "")).collect();
    view! { <Segmented legend=t::IS_IT_SHOWN about name choices chosen on_choose=choose show_legend=true /> }
}

/// What speaks against the answer, in one line.
#[component]
fn AgainstField(id: IndicatorId, open_session: OpenSession) -> impl IntoView {
    let (field, about) = (format!("against-{id}"), Some(statement_id(&id)));
    let id = StoredValue::new(id);
    let value = Signal::derive(move || mine(open_session, id.get_value(), |session| &session.against).unwrap_or_default());
    let on_type = move |typed: String| {
        if let Some(place) = open_session.place(id.get_value()) {
            open_session.change(commands::write_against(place, typed));
        }
    };
    let said = Signal::derive(move || theirs(open_session, id.get_value(), |session| &session.against));
    view! {
        <TextField id=field label=t::AGAINST hint=t::AGAINST_HINT value on_type about />
        <OthersWords said />
    }
}

/// A note on the statement.
#[component]
fn NoteField(id: IndicatorId, open_session: OpenSession) -> impl IntoView {
    let (field, about) = (format!("note-{id}"), Some(statement_id(&id)));
    let id = StoredValue::new(id);
    let note = Signal::derive(move || mine(open_session, id.get_value(), |session| &session.notes).unwrap_or_default());
    let on_type = move |typed: String| {
        if let Some(place) = open_session.place(id.get_value()) {
            open_session.change(commands::write_note(place, typed));
        }
    };
    let said = Signal::derive(move || theirs(open_session, id.get_value(), |session| &session.notes));
    view! {
        <TextArea id=field label=t::NOTE_HERE hint=t::NOTE_HERE_HINT value=note on_type about />
        <OthersWords said />
    }
}
