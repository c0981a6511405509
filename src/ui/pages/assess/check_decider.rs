//! One name for all decided targets that have none.

use leptos::prelude::*;

use crate::analysis::{About, Noticed, name_decider};
use crate::model::PracticeId;
use crate::session::PersonId;
use crate::ui::components::ChooseThen;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The practices that findings are about.
pub fn targets_of(found: &[&Noticed]) -> Vec<PracticeId> {
    let practice = |finding: &&Noticed| match &finding.about {
        About::Practice(practice) => Some(practice.clone()),
        _ => None,
    };
    found.iter().filter_map(practice).collect()
}

/// Says of all of these targets at once who decided them; it can be undone.
#[component]
pub fn DecidedBy(practices: Vec<PracticeId>) -> impl IntoView {
    let open_session = open_session();
    let label = t::decided_by_for_all(practices.len());
    let named = open_session
        .session
        .with_untracked(|session| session.named_people().map(|(id, name)| (id.to_string(), name.to_owned())).collect::<Vec<_>>());
    let act = Callback::new(move |key: String| {
        let Ok(person) = PersonId::try_from(key) else { return };
        let (changes, name) = open_session.session.with_untracked(|session| {
            (name_decider(session, &practices, &person), session.person_name(&person).unwrap_or_default().to_owned())
        });
        let words = t::decider_named(&name, changes.len());
        open_session.change_with_undo(changes, words);
    });
    view! {
        <div class="field">
            <label for="decided-by-all">{label}</label>
            <ChooseThen id="decided-by-all".to_owned() nothing=t::CHOOSE_PERSON.to_owned() choices=named words=t::NAME_FOR_ALL act />
        </div>
    }
}
