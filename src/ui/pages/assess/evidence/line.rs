//! A piece of evidence as a line.

use leptos::prelude::*;

use crate::analysis::out_of_date_from;
use crate::model::Lasts;
use crate::session::{Evidence, EvidenceId, Fact, List};
use crate::ui::browser::clock;
use crate::ui::components::KeptApartTag;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// A piece of evidence, followed.
pub fn evidence(open_session: OpenSession, id: StoredValue<EvidenceId>) -> Memo<Option<Evidence>> {
    Memo::new(move |_| {
        open_session.session.with(|session| id.with_value(|id| session.evidence.get(id).and_then(Fact::value).cloned()))
    })
}

/// What it is, where it is, from when, by whom, and whether it is out of date for a statement whose answers usually last so long.
#[component]
pub fn EvidenceLine(id: EvidenceId, #[prop(optional)] lasts: Option<Lasts>) -> impl IntoView {
    let key = id.to_string();
    let evidence = evidence(open_session(), StoredValue::new(id));
    let today = clock::today();
    move || {
        evidence.get().map(|it| {
            let title = t::evidence_title(&it.title);
            let place = it.location.trim().to_owned();
            let out_of_date = match lasts {
                Some(lasts) => out_of_date_from(&it, lasts).is_some_and(|day| day <= today),
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
                    <KeptApartTag lists=&[List::Evidence] on=key.clone() />
                    {out_of_date.then(|| view! { " " <span class="tag out-of-date">{t::OUT_OF_DATE}</span> })}
                    {(!it.says_something()).then(|| view! { " " <span class="hint">{t::STILL_EMPTY}</span> })}
                    <span class="hint">" " {t::evidence_facts(&it, (it.link().is_none() && !place.is_empty()).then_some(place.as_str()))}</span>
                </p>
            }
        })
    }
}
