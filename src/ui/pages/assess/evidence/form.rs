//! A piece of evidence as fields to change it.

use leptos::prelude::*;

use crate::session::{Date, Evidence, EvidenceId, EvidenceKind, List, commands};
use crate::ui::browser::page;
use crate::ui::components::{DateField, KeptApartMark, TextField};
use crate::ui::pages::assess::evidence::line::evidence;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// Everything about it, to change. What is typed is kept at once; whoever is done says so, or goes on with another piece.
#[component]
pub fn EvidenceForm(id: EvidenceId, editing: RwSignal<Option<EvidenceId>>, #[prop(into)] add: Callback<()>) -> impl IntoView {
    let open_session = open_session();
    let key = id.to_string();
    let id = StoredValue::new(id);
    let evidence = evidence(open_session, id);
    let alter = move |alter: &dyn Fn(&mut Evidence)| {
        let change = open_session.session.with_untracked(|session| commands::alter_evidence(session, &id.get_value(), alter));
        if let Some(change) = change {
            open_session.change(change);
        }
    };
    let words = move |read: fn(&Evidence) -> &String| {
        Signal::derive(move || evidence.with(|it| it.as_ref().map(|it| read(it).clone()).unwrap_or_default()))
    };
    let date = move |read: fn(&Evidence) -> Option<Date>| {
        Signal::derive(move || evidence.with(|it| it.as_ref().and_then(read).map(|date| date.to_string()).unwrap_or_default()))
    };
    let is_empty = Memo::new(move |_| evidence.with(|it| it.as_ref().is_none_or(|it| !it.says_something())));
    let title_field = format!("evidence-title-{key}");
    let (back_to, missing) = (edit_button(&id.get_value()), title_field.clone());
    // Nothing is there to be kept while it says nothing: then it asks for what is missing.
    let done = move || {
        if is_empty.get_untracked() {
            page::focus(&missing);
            return false;
        }
        editing.set(None);
        true
    };
    let save = {
        let done = done.clone();
        move |_| {
            if done() {
                page::focus_soon(back_to.clone());
            }
        }
    };
    let save_and_add = move |_| {
        if done() {
            add.run(());
        }
    };
    let kind = move || evidence.with(|it| it.as_ref().map(|it| it.kind));
    let set_kind = move |event| {
        let key = event_target_value(&event);
        if let Some(kind) = EvidenceKind::ALL.into_iter().find(|kind| kind.key() == key) {
            alter(&|it| it.kind = kind);
        }
    };
    let kinds = EvidenceKind::ALL.into_iter();
    let kinds: Vec<_> = kinds
        .map(|one| view! { <option value=one.key() selected=move || kind() == Some(one)>{t::evidence_kind(one)}</option> })
        .collect();
    let set_dated = move |date: Option<Date>| alter(&|it| it.dated = date);
    let set_valid_until = move |date: Option<Date>| alter(&|it| it.valid_until = date);
    let kind_id = format!("evidence-kind-{key}");
    view! {
        <div class="evidence-form">
            <KeptApartMark lists=&[List::Evidence] on=key.clone() />
            <TextField
                id=title_field
                label=t::EVIDENCE_TITLE
                value=words(|it| &it.title)
                on_type=move |typed: String| alter(&|it| it.title.clone_from(&typed))
            />
            <TextField
                id=format!("evidence-location-{key}")
                label=t::EVIDENCE_LOCATION
                hint=t::EVIDENCE_LOCATION_HINT
                value=words(|it| &it.location)
                on_type=move |typed: String| alter(&|it| it.location.clone_from(&typed))
            />
            <div class="evidence-row">
                <div class="field">
                    <label for=kind_id.clone()>{t::EVIDENCE_KIND}</label>
                    <select id=kind_id on:change=set_kind>{kinds}</select>
                </div>
                <TextField
                    id=format!("evidence-author-{key}")
                    label=t::EVIDENCE_AUTHOR
                    value=words(|it| &it.author)
                    on_type=move |typed: String| alter(&|it| it.author.clone_from(&typed))
                />
                <DateField
                    id=format!("evidence-dated-{key}")
                    label=t::EVIDENCE_DATED.get()
                    value=date(|it| it.dated)
                    on_choose=set_dated
                />
                <DateField
                    id=format!("evidence-until-{key}")
                    label=t::EVIDENCE_VALID_UNTIL.get()
                    value=date(|it| it.valid_until)
                    on_choose=set_valid_until
                />
            </div>
            <div class="actions">
                <button type="button" class="button primary" on:click=save>{t::SAVE_EVIDENCE}</button>
                <button type="button" class="button" on:click=save_and_add>{t::SAVE_AND_ADD}</button>
            </div>
        </div>
    }
}

/// The id of the button that opens the form of a piece.
pub fn edit_button(id: &EvidenceId) -> String {
    format!("edit-evidence-{id}")
}

/// Shuts the form of a piece that goes away.
pub fn close(editing: RwSignal<Option<EvidenceId>>, id: StoredValue<EvidenceId>) {
    if editing.with_untracked(|editing| id.with_value(|id| editing.as_ref() == Some(id))) {
        editing.set(None);
    }
}
