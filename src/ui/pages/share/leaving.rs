//! What leaves with a copy, entry by entry, before it does.

use leptos::prelude::*;

use crate::analysis::Names;
use crate::exchange::{Leaving, leaving};
use crate::session::Session;
use crate::ui::browser::clock;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// How much leaves and how much stays; once it is opened, all of it.
#[component]
pub fn LeavingList(
    copy: Session,
    /// Whether it was opened; what leaves is then shown of another copy as well.
    opened: RwSignal<bool>,
) -> impl IntoView {
    let all = open_session().session.with_untracked(|session| leaving(session, &copy).unwrap_or_default());
    let leaves = all.iter().map(|list| list.leaves.len()).sum();
    let stays = all.iter().map(|list| list.stays).sum();
    let title = copy.own_model.as_ref().map(|brought| brought.0.model.title.get(t::tag()).to_owned());
    let model = title.map(|title| view! { <p class="hint" dir="auto">{t::model_goes_along(&title)}</p> });
    let left_behind = (copy.model.own.is_some() && copy.own_model.is_none())
        .then(|| view! { <p class="hint" dir="auto">{t::model_stays(copy.model.id.as_str())}</p> });
    let lists = StoredValue::new((all, copy));
    let inside = move || {
        opened.get().then(|| lists.with_value(|(all, copy)| all.iter().map(|list| of_list(list, copy)).collect::<Vec<_>>()))
    };
    view! {
        <details class="leaving" on:toggle=move |_| opened.set(true)>
            <summary>{t::leaving_in_all(leaves, stays)}</summary>
            {inside}
        </details>
        {model}
        {left_behind}
    }
}

/// A list: what of it leaves, as it will stand in the file.
fn of_list(list: &Leaving, copy: &Session) -> impl IntoView + use<> {
    let asked = open_session().asked.get_untracked();
    let names = Names::new(Some(&asked), copy, t::tag());
    let rows: Vec<_> = list
        .leaves
        .iter()
        .map(|entry| {
            let who = entry.by().and_then(|by| copy.person_name(&by).map(str::to_owned));
            let when = entry.at().map(clock::in_words).unwrap_or_default();
            let words = t::leaving_entry(&t::subject(entry, names), entry, who.as_deref(), &when, copy);
            view! { <li dir="auto">{words}</li> }
        })
        .collect();
    view! {
        <h3>{t::leaving_of(&list.list, list.leaves.len(), list.stays)}</h3>
        <ul>{rows}</ul>
    }
}
