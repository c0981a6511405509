//! The decision about a target: what kind of reason, who decided, when, until when.

use leptos::prelude::*;

use crate::session::{Because, Date, PersonId, Target};
use crate::ui::components::DateField;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// What of a target is altered.
pub type Alter = Callback<Box<dyn FnOnce(&mut Target) + Send + Sync>>;

/// The decision about a target.
#[component]
pub fn TargetDecision(
    /// A name for the fields that no other card on the page has.
    #[prop(into)]
    key: String,
    target: Memo<Option<Target>>,
    /// Who stands behind it, where nobody is named as its decider.
    #[prop(into)]
    not_named: Signal<Option<String>>,
    alter: Alter,
) -> impl IntoView {
    let open_session = open_session();
    let people = move || {
        open_session.session.with(|session| {
            let named = session.everybody().filter_map(|(id, _)| Some((id.clone(), session.person_name(id)?.to_owned())));
            named.collect::<Vec<_>>()
        })
    };
    let because = move || target.with(|target| target.as_ref().and_then(|target| target.because));
    let decided_by = move || target.with(|target| target.as_ref().and_then(|target| target.decided_by.clone()));
    let set_because = move |event| {
        let key = event_target_value(&event);
        let because = Because::ALL.into_iter().find(|one| one.key() == key);
        alter.run(Box::new(move |target| target.because = because));
    };
    let set_decided_by = move |event| {
        let by = PersonId::try_from(event_target_value(&event)).ok();
        alter.run(Box::new(move |target| target.decided_by = by));
    };
    let decided_on = Signal::derive(move || shown(target.with(|target| target.as_ref().and_then(|target| target.decided_on))));
    let review_on = Signal::derive(move || shown(target.with(|target| target.as_ref().and_then(|target| target.review_on))));
    let set_decided_on = move |date: Option<Date>| alter.run(Box::new(move |target| target.decided_on = date));
    let set_review_on = move |date: Option<Date>| alter.run(Box::new(move |target| target.review_on = date));
    let because_id = format!("because-{key}");
    let by_id = format!("decided-by-{key}");
    view! {
        <div class="decision">
            <div class="field">
                <label for=because_id.clone()>{t::KIND_OF_REASON}</label>
                <select id=because_id on:change=set_because>
                    <option value="" selected=move || because().is_none()>{t::NOT_SAID}</option>
                    {Because::ALL
                        .into_iter()
                        .map(|one| view! { <option value=one.key() selected=move || because() == Some(one)>{t::because(one)}</option> })
                        .collect::<Vec<_>>()}
                </select>
            </div>
            <div class="field">
                <label for=by_id.clone()>{t::DECIDED_BY}</label>
                <select id=by_id on:change=set_decided_by>
                    <option value="" selected=move || decided_by().is_none()>{t::NOT_SAID}</option>
                    {move || {
                        let chosen = decided_by();
                        let option = |(id, name): (PersonId, String)| {
                            view! { <option value=id.to_string() selected=chosen.as_ref() == Some(&id)>{name}</option> }
                        };
                        people().into_iter().map(option).collect::<Vec<_>>()
                    }}
                </select>
                {move || not_named.get().map(|words| view! { <p class="hint" dir="auto">{words}</p> })}
            </div>
            <DateField id=format!("decided-on-{key}") label=t::DECIDED_ON.get() value=decided_on on_choose=set_decided_on />
            <DateField id=format!("review-on-{key}") label=t::REVIEW_ON.get() value=review_on on_choose=set_review_on />
        </div>
    }
}

fn shown(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}
