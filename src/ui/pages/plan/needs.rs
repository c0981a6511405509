//! What has to be done before an action, to add and to take out.

use leptos::prelude::*;

use crate::analysis::Thing;
use crate::session::{ActionId, commands};
use crate::ui::components::ChooseThen;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// What an action waits for. What waits for it itself can't be chosen: none of them could begin.
#[component]
pub fn Needs(id: ActionId) -> impl IntoView {
    let open_session = open_session();
    let field = format!("action-needs-{id}");
    let id = StoredValue::new(id);
    let needs = Memo::new(move |_| {
        open_session.session.with(|session| id.with_value(|id| session.needs_of(id).cloned().collect::<Vec<_>>()))
    });
    let rows = move || {
        let row = |need: ActionId| {
            let words = open_session.name_of(&Thing::Action(need.clone()));
            let about = t::no_longer_serves(&words);
            let take_out = move |_| {
                open_session.change(commands::wait_no_longer(&id.get_value(), &need));
            };
            view! {
                <li>
                    <span dir="auto">{words}</span> " "
                    <button type="button" class="button plain small" aria-label=about on:click=take_out>{t::REMOVE}</button>
                </li>
            }
        };
        needs.get().into_iter().map(row).collect::<Vec<_>>()
    };
    let choices = Memo::new(move |_| {
        open_session.soon(|session| {
            let can_wait = |other: &ActionId| id.with_value(|id| commands::wait_for(session, id, other).is_some());
            let others = session.planned().filter(|(other, it)| it.is_ahead() && can_wait(other));
            let new = others.filter(|(other, _)| needs.with(|needs| !needs.contains(other)));
            new.map(|(other, it)| (other.to_string(), t::action_title(&it.title))).collect::<Vec<_>>()
        })
    });
    let add = Callback::new(move |chosen: String| {
        let Ok(other) = ActionId::try_from(chosen) else { return };
        let change = open_session.session.with_untracked(|session| commands::wait_for(session, &id.get_value(), &other));
        if let Some(change) = change {
            open_session.change(change);
        }
    });
    view! {
        <div class="plan-serves">
            <p class="plan-legend" id=format!("{field}-list")>{t::ACTION_NEEDS}</p>
            <ul aria-labelledby=format!("{field}-list")>{rows}</ul>
            {move || {
                let field = field.clone();
                (!choices.with(Vec::is_empty)).then(|| view! {
                    <div class="field">
                        <label class="unseen" for=field.clone()>{t::CHOOSE_ACTION}</label>
                        <ChooseThen id=field nothing=t::CHOOSE_ACTION.to_owned() choices=choices.get() words=t::ADD_NEED act=add />
                    </div>
                })
            }}
        </div>
    }
}
