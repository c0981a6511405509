//! What we are towards the system, and what that leaves of the questions.

use leptos::prelude::*;

use crate::model::SystemRole;
use crate::session::{Fact, commands};
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// One plain question, which can be passed over.
#[component]
pub fn Roles() -> impl IntoView {
    let open_session = open_session();
    let choices: Vec<_> = SystemRole::ALL.into_iter().map(|role| view! { <RoleChoice role open_session /> }).collect();
    let effect = open_session.following(|assessment| {
        let (asked, session) = (assessment.asked(), assessment.session());
        let left_out: Vec<_> = asked.left_out().map(|(it, _)| &it.indicator.id).collect();
        let answered =
            session.answers.iter().filter(|(place, fact)| Fact::value(fact).is_some() && left_out.contains(&&place.on));
        (asked.all().count(), left_out.len(), answered.count())
    });
    // Nobody has to hear of what leaves nothing out.
    let effect = move || {
        let chosen = open_session.soon(|session| session.roles_in_system().next().is_some());
        let (asked, left_out, answered) = effect.get();
        if chosen || left_out > 0 { t::audience_effect(asked, left_out, answered) } else { String::new() }
    };
    view! {
        <section class="card">
            <h2 id="system-roles">{t::SYSTEM_ROLES}</h2>
            <p class="hint" id="system-roles-hint">{t::SYSTEM_ROLES_HINT}</p>
            <div role="group" aria-labelledby="system-roles" aria-describedby="system-roles-hint"><ul class="choices">{choices}</ul></div>
            <p role="status">{effect}</p>
        </section>
    }
}

/// One thing that we can be, with what that means.
#[component]
fn RoleChoice(role: SystemRole, open_session: OpenSession) -> impl IntoView {
    let field = format!("system-role-{}", role.key());
    let is_ours = Memo::new(move |_| open_session.session.with(|session| session.roles_in_system().any(|it| it == role)));
    let toggle = move |_| {
        open_session.change(commands::be(role, !is_ours.get_untracked()));
    };
    view! {
        <li class="choice">
            <input type="checkbox" id=field.clone() prop:checked=is_ours on:change=toggle />
            <label for=field>{t::system_role(role)} " " <span class="hint">{t::system_role_means(role)}</span></label>
        </li>
    }
}
