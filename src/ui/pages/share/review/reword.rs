//! Saying a finding of one's own in other words.

use std::sync::Arc;

use leptos::prelude::*;

use crate::session::{FindingId, commands};
use crate::ui::browser::page;
use crate::ui::components::TextArea;
use crate::ui::pages::share::review::card::heading_id;
use crate::ui::pages::share::review::cards::Card;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{Draft, open_session};
use crate::ui::text as t;

/// A field with the words as they are, to be changed as long as nothing became of the finding.
#[component]
pub fn Reword(id: FindingId, card: Memo<Option<Arc<Card>>>) -> impl IntoView {
    let open_session = open_session();
    let draft = Draft::of(open_session, format!("reword/{id}"));
    let (heading, field) = (heading_id(&id), format!("reword-{id}"));
    let said = Memo::new(move |_| card.with(|card| card.as_ref()?.fact.value().map(|it| it.text.clone())).unwrap_or_default());
    // As long as nothing was typed, the words are those of the finding.
    let shown = Signal::derive(move || draft.words.with(|words| if words.is_empty() { said.get() } else { words.clone() }));
    let save = {
        let heading = heading.clone();
        move |_| {
            let words = shown.get_untracked().trim().to_owned();
            let authorship = open_session.authorship();
            let change = open_session.session.with_untracked(|session| {
                commands::change_finding(session, &id, &authorship, |finding| finding.text.clone_from(&words))
            });
            let Some(change) = change.filter(|_| !words.is_empty()) else {
                return app_state().say(t::FINDING_NEEDS_WORDS.to_owned(), None);
            };
            if open_session.change_with_undo(vec![change], t::FINDING_REWORDED.to_owned()) {
                draft.clear();
                page::focus_soon(heading.clone());
            }
        }
    };
    view! {
        <TextArea id=field label=t::REWORD about=heading.clone() value=shown on_type=move |typed: String| draft.set(typed) />
        <div class="actions">
            <button type="button" class="button" aria-describedby=heading on:click=save>{t::SAVE_REWORDED}</button>
        </div>
    }
}
