//! Everything about an action, to change. What is typed is kept at once.

use leptos::prelude::*;

use crate::session::{Action, ActionId, Date, Owner, Work, commands};
use crate::ui::browser::page;
use crate::ui::components::{DateField, TextArea, TextField};
use crate::ui::pages::plan::Plan;
use crate::ui::pages::plan::list::LIST;
use crate::ui::pages::plan::needs::Needs;
use crate::ui::pages::plan::owner::OwnerChoice;
use crate::ui::pages::plan::serves::Serves;
use crate::ui::pages::plan::state::DropReason;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The field of its title.
pub fn title_field(id: &ActionId) -> String {
    format!("action-title-{id}")
}

/// How much work there is to choose from, each with its word in the page.
const WORK: [(&str, Option<Work>); 5] = [
    ("", None),
    ("small", Some(Work::Small)),
    ("medium", Some(Work::Medium)),
    ("large", Some(Work::Large)),
    ("days", Some(Work::Days(1))),
];

fn is_same(one: Option<Work>, other: Option<Work>) -> bool {
    matches!((one, other), (Some(Work::Days(_)), Some(Work::Days(_)))) || one == other
}

/// An action as fields.
#[component]
pub fn ActionForm(id: ActionId) -> impl IntoView {
    let open_session = open_session();
    let plan = expect_context::<Plan>();
    let key = id.to_string();
    let id = StoredValue::new(id);
    let action = Memo::new(move |_| open_session.session.with(|session| id.with_value(|id| session.action(id).cloned())));
    let alter = move |alter: &dyn Fn(&mut Action)| {
        let change = open_session.session.with_untracked(|session| commands::alter_action(session, &id.get_value(), alter));
        if let Some(change) = change {
            open_session.change(change);
        }
    };
    let words = move |read: fn(&Action) -> &String| {
        Signal::derive(move || action.with(|it| it.as_ref().map(|it| read(it).clone()).unwrap_or_default()))
    };
    let date = move |read: fn(&Action) -> Option<Date>| {
        Signal::derive(move || action.with(|it| it.as_ref().and_then(read).map(|date| date.to_string()).unwrap_or_default()))
    };
    let work = Memo::new(move |_| action.with(|it| it.as_ref().and_then(|it| it.work)));
    let days = Memo::new(move |_| if let Some(Work::Days(days)) = work.get() { Some(days) } else { None });
    let set_work = move |event| {
        let chosen = event_target_value(&event);
        if let Some((_, work)) = WORK.into_iter().find(|(key, _)| *key == chosen) {
            alter(&|it| it.work = work);
        }
    };
    let set_days = move |event| {
        if let Ok(days) = event_target_value(&event).trim().parse() {
            alter(&|it| it.work = Some(Work::Days(days)));
        }
    };
    let sizes = WORK.into_iter().map(|(key, one)| {
        view! { <option value=key selected=move || is_same(work.get(), one)>{t::work(one)}</option> }
    });
    let sizes: Vec<_> = sizes.collect();
    let take_out = move |_| {
        let title = action.with_untracked(|it| it.as_ref().map(|it| it.title.clone()).unwrap_or_default());
        let change = open_session.session.with_untracked(|session| commands::take_action_out(session, &id.get_value()));
        plan.editing.set(None);
        open_session.change_with_undo(vec![change], t::taken_out(&title));
        page::focus_soon(LIST.to_owned());
    };
    let set_owner = move |owner: Option<Owner>| alter(&|it| it.owner.clone_from(&owner));
    let (work_id, days_id) = (format!("action-work-{key}"), format!("action-days-{key}"));
    view! {
        <div class="plan-form">
            <TextField
                id=title_field(&id.get_value())
                label=t::ACTION_TITLE
                value=words(|it| &it.title)
                on_type=move |typed: String| alter(&|it| it.title.clone_from(&typed))
            />
            <DropReason id=id.get_value() />
            <div class="evidence-row">
                <OwnerChoice id=id.get_value() action alter=set_owner />
                <DateField id=format!("action-start-{key}") label=t::ACTION_START.get() value=date(|it| it.start) on_choose=move |day| alter(&|it| it.start = day) />
                <DateField id=format!("action-due-{key}") label=t::ACTION_DUE.get() value=date(|it| it.due) on_choose=move |day| alter(&|it| it.due = day) />
                <div class="field">
                    <label for=work_id.clone()>{t::ACTION_WORK}</label>
                    <select id=work_id on:change=set_work>{sizes}</select>
                </div>
                {move || {
                    let days_id = days_id.clone();
                    days.with(Option::is_some).then(|| view! {
                        <div class="field">
                            <label for=days_id.clone()>{t::ACTION_DAYS}</label>
                            <input id=days_id type="number" min="0" step="1" inputmode="numeric" prop:value=move || days.get().map(|it| it.to_string()) on:input=set_days />
                        </div>
                    })
                }}
                <TextField
                    id=format!("action-cost-{key}")
                    label=t::ACTION_COST
                    hint=t::ACTION_COST_HINT
                    value=words(|it| &it.cost)
                    on_type=move |typed: String| alter(&|it| it.cost.clone_from(&typed))
                />
            </div>
            <TextArea
                id=format!("action-note-{key}")
                label=t::ACTION_NOTE
                value=words(|it| &it.note)
                on_type=move |typed: String| alter(&|it| it.note.clone_from(&typed))
            />
            <Serves id=id.get_value() />
            <Needs id=id.get_value() />
            <div class="actions">
                <button type="button" class="button plain" on:click=take_out>{t::TAKE_OUT}</button>
            </div>
        </div>
    }
}
