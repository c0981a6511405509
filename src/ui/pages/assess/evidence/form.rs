//! A piece of evidence: as a line, and as fields to change it.

use leptos::prelude::*;

use crate::analysis::out_of_date_from;
use crate::session::{Date, Evidence, EvidenceId, EvidenceKind, Fact, commands};
use crate::ui::browser::clock;
use crate::ui::components::{DateField, TextField};
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

fn evidence(open_session: OpenSession, id: StoredValue<EvidenceId>) -> Memo<Option<Evidence>> {
    Memo::new(move |_| {
        open_session.session.with(|session| id.with_value(|id| session.evidence.get(id).and_then(Fact::value).cloned()))
    })
}

/// What it is, where it is, from when, by whom, and whether it is out of date for a statement whose answers usually stay true for
/// so many months.
#[component]
pub fn EvidenceLine(id: EvidenceId, #[prop(optional)] months: Option<u8>) -> impl IntoView {
    let evidence = evidence(open_session(), StoredValue::new(id));
    let today = clock::today();
    move || {
        evidence.get().map(|it| {
            let title = t::evidence_title(&it.title);
            let place = it.location.trim().to_owned();
            let out_of_date = match months {
                Some(months) => out_of_date_from(&it, months).is_some_and(|day| day <= today),
                None => it.valid_until.is_some_and(|last| last < today),
            };
            // A link leads out of the app: it takes nothing of the app along.
            let named = match it.link() {
                Some(link) => {
                    view! { <a href=link.to_owned() target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">{title}</a> }.into_any()
                }
                None => view! { <strong>{title}</strong> }.into_any(),
            };
            view! {
                <p class="evidence-line" dir="auto">
                    {named} " " <span class="tag quiet">{t::evidence_kind(it.kind)}</span>
                    {out_of_date.then(|| view! { " " <span class="tag out-of-date">{t::OUT_OF_DATE}</span> })}
                    {(!it.says_something()).then(|| view! { " " <span class="hint">{t::STILL_EMPTY}</span> })}
                    <span class="hint">" " {t::evidence_facts(&it, (it.link().is_none() && !place.is_empty()).then_some(place.as_str()))}</span>
                </p>
            }
        })
    }
}

/// Everything about it, to change.
#[component]
pub fn EvidenceForm(id: EvidenceId) -> impl IntoView {
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
            <TextField
                id=format!("evidence-title-{key}")
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
        </div>
    }
}
