//! The evidence for one statement: what is given, a new piece, or one that is there already.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::model::{IndicatorId, Lasts};
use crate::session::{Evidence, EvidenceId, EvidenceUse, Fact, commands};
use crate::ui::browser::{clock, page};
use crate::ui::components::ChooseThen;
use crate::ui::pages::assess::evidence::form::{EvidenceForm, close, edit_button};
use crate::ui::pages::assess::evidence::line::EvidenceLine;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The evidence for a statement. `lasts` is how long an answer to it usually stays true.
#[component]
pub fn EvidenceHere(id: IndicatorId, lasts: Lasts) -> impl IntoView {
    let open_session = open_session();
    let select_id = format!("again-{id}");
    let id = StoredValue::new(id);
    let editing = RwSignal::new(None::<EvidenceId>);
    let given = Memo::new(move |_| {
        let part = open_session.part.get();
        open_session.session.with(|session| {
            id.with_value(|id| {
                session.evidence_given(id, part.as_ref()).map(|(evidence, _)| evidence.clone()).collect::<Vec<_>>()
            })
        })
    });
    let add = Callback::new(move |()| {
        let new: EvidenceId = clock::new_id();
        open_session.change(commands::give_new_evidence(use_of(open_session, id.get_value(), new.clone())));
        editing.set(Some(new.clone()));
        page::focus_soon(format!("evidence-title-{new}"));
    });
    let again = Callback::new(move |chosen: String| {
        if let Ok(evidence) = EvidenceId::try_from(chosen) {
            open_session.change(commands::give_evidence(use_of(open_session, id.get_value(), evidence)));
        }
    });
    let others = Memo::new(move |_| {
        let here: BTreeSet<EvidenceId> = given.get().into_iter().collect();
        let titled = |(id, fact): (&EvidenceId, &Fact<Evidence>)| {
            let evidence = fact.value().filter(|evidence| evidence.says_something())?;
            Some((id.clone(), t::evidence_title(&evidence.title)))
        };
        let all = open_session.session.with(|session| session.evidence.iter().filter_map(titled).collect::<Vec<_>>());
        all.into_iter().filter(|(evidence, _)| !here.contains(evidence)).collect::<Vec<_>>()
    });
    view! {
        <ul class="evidence-list">
            <For
                each=move || given.get()
                key=Clone::clone
                children=move |evidence| view! { <Given evidence indicator=id.get_value() lasts editing add /> }
            />
        </ul>
        <div class="actions">
            // While one is being filled in, its own buttons say what there is to do.
            {move || editing.with(Option::is_none).then(|| view! { <button type="button" class="button small" on:click=move |_| add.run(())>{t::ADD_EVIDENCE}</button> })}
            {move || (!others.with(Vec::is_empty)).then(|| {
                let choices = others.get().into_iter().map(|(evidence, title)| (evidence.to_string(), title)).collect();
                view! {
                    <label class="unseen" for=select_id.clone()>{t::USE_AGAIN}</label>
                    <ChooseThen id=select_id.clone() nothing=t::USE_AGAIN.to_owned() choices words=t::USE_IT act=again />
                }
            })}
        </div>
    }
}

/// That a piece of evidence is given for a statement, for the whole system or the part being answered.
fn use_of(open_session: OpenSession, indicator: IndicatorId, evidence: EvidenceId) -> EvidenceUse {
    EvidenceUse { indicator, part: open_session.part.get_untracked(), evidence }
}

/// One piece of evidence that is given: what it is, changing it, taking it away from here.
#[component]
fn Given(
    evidence: EvidenceId,
    indicator: IndicatorId,
    lasts: Lasts,
    editing: RwSignal<Option<EvidenceId>>,
    add: Callback<()>,
) -> impl IntoView {
    let open_session = open_session();
    let id = StoredValue::new(evidence);
    let indicator = StoredValue::new(indicator);
    let is_edited = Memo::new(move |_| editing.with(|editing| id.with_value(|id| editing.as_ref() == Some(id))));
    let edit = move |_| editing.set((!is_edited.get_untracked()).then(|| id.get_value()));
    let take_away = move |_| {
        close(editing, id);
        let given = use_of(open_session, indicator.get_value(), id.get_value());
        let change = open_session.session.with_untracked(|session| commands::take_evidence_away(session, given));
        open_session.change_with_undo(vec![change], t::EVIDENCE_TAKEN_AWAY.to_owned());
    };
    view! {
        <li>
            <EvidenceLine id=id.get_value() lasts />
            <div class="actions">
                <button type="button" class="button plain small" id=edit_button(&id.get_value()) aria-expanded=move || is_edited.get().to_string() on:click=edit>
                    {move || if is_edited.get() { t::CLOSE.get() } else { t::EDIT.get() }}
                </button>
                <button type="button" class="button plain small" on:click=take_away>{t::TAKE_AWAY}</button>
            </div>
            {move || is_edited.get().then(|| view! { <EvidenceForm id=id.get_value() editing add /> })}
        </li>
    }
}
