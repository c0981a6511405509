//! A reason that was given for another level than the target has now.

use leptos::prelude::*;

use crate::model::PracticeId;
use crate::session::{Session, Target, commands};
use crate::ui::browser::page;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// Says for which level the reason was given, and asks whether it holds for the one that was chosen since.
#[component]
pub fn ReasonOfAnotherLevel(practice: PracticeId, target: Memo<Option<Target>>) -> impl IntoView {
    let open_session = open_session();
    let practice = StoredValue::new(practice);
    let levels = Memo::new(move |_| target.with(|it| it.as_ref().and_then(|it| Some((it.reason_for?, it.level)))));
    let holds = move |_| {
        let authorship = open_session.authorship();
        let holds = |session: &Session| commands::reason_holds(session, &practice.get_value(), &authorship);
        let change = open_session.session.with_untracked(holds);
        if let Some(change) = change {
            open_session.change(change);
            // The button is gone then.
            page::focus_soon(format!("reason-{}", practice.get_value()));
        }
    };
    move || {
        levels.get().map(|(given_for, now)| {
            view! {
                <div class="actions" role="status">
                    <p>{t::reason_of_another_level(given_for, now)}</p>
                    <button type="button" class="button small" on:click=holds>{t::REASON_HOLDS}</button>
                </div>
            }
        })
    }
}
