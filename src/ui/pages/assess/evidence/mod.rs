//! All evidence: what there is, what it is given for, and whether it is out of date.

mod chosen;
mod files;
mod form;
pub mod here;
mod line;
mod pack;

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::model::{AskedIndicator, IndicatorId, Questionnaire};
use crate::session::{Change, EvidenceId, commands};
use crate::ui::browser::{clock, page};
use crate::ui::components::PageHead;
use crate::ui::pages::assess::evidence::chosen::Chosen;
use crate::ui::pages::assess::evidence::files::FilesOf;
use crate::ui::pages::assess::evidence::form::{EvidenceForm, close, edit_button};
use crate::ui::pages::assess::evidence::line::EvidenceLine;
use crate::ui::pages::assess::evidence::pack::EvidencePack;
use crate::ui::pages::assess::nav::AssessNav;
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// What each piece of evidence is given for.
type Uses = Memo<BTreeMap<EvidenceId, Vec<IndicatorId>>>;

/// All evidence.
#[component]
pub fn EvidencePage() -> impl IntoView {
    let open_session = open_session();
    let ids = Memo::new(move |_| {
        open_session.session.with(|session| {
            session.evidence.iter().filter(|(_, fact)| fact.value().is_some()).map(|(id, _)| id.clone()).collect::<Vec<_>>()
        })
    });
    // For all pieces at once: each would look through all that is given.
    let uses: Uses = Memo::new(move |_| {
        open_session.session.with(|session| {
            let mut uses: BTreeMap<EvidenceId, Vec<IndicatorId>> = BTreeMap::new();
            for (given, _) in session.evidence_uses.iter().filter(|(_, fact)| fact.value().is_some()) {
                uses.entry(given.evidence.clone()).or_default().push(given.indicator.clone());
            }
            uses
        })
    });
    let chosen = Chosen::none();
    let editing = RwSignal::new(None::<EvidenceId>);
    let add = Callback::new(move |()| {
        let new: EvidenceId = clock::new_id();
        open_session.change(commands::add_evidence(new.clone()));
        editing.set(Some(new.clone()));
        page::focus_soon(format!("evidence-title-{new}"));
    });
    view! {
        <PageHead title=t::title(SessionPage::Evidence).to_owned() above=t::ASSESS_ABOVE.to_owned() />
        <AssessNav />
        <p class="hint">{t::EVIDENCE_WORDS}</p>
        // While one is being filled in, its own buttons say what there is to do.
        {move || editing.with(Option::is_none).then(|| view! { <button type="button" class="button" on:click=move |_| add.run(())>{t::ADD_EVIDENCE}</button> })}
        {move || ids.with(Vec::is_empty).then(|| view! { <p class="card empty">{t::NO_EVIDENCE}</p> })}
        <ul class="evidence-all">
            <For each=move || ids.get() key=Clone::clone children=move |id| view! { <Piece id uses editing add chosen /> } />
        </ul>
        {move || (!ids.with(Vec::is_empty)).then(|| view! { <EvidencePack chosen /> })}
    }
}

/// One piece, with what it is given for.
#[component]
fn Piece(id: EvidenceId, uses: Uses, editing: RwSignal<Option<EvidenceId>>, add: Callback<()>, chosen: Chosen) -> impl IntoView {
    let open_session = open_session();
    let id = StoredValue::new(id);
    let is_edited = Memo::new(move |_| editing.with(|editing| id.with_value(|id| editing.as_ref() == Some(id))));
    let edit = move |_| editing.set((!is_edited.get_untracked()).then(|| id.get_value()));
    let delete = move |_| {
        close(editing, id);
        open_session.change_with_undo(vec![Change::Evidence(id.get_value(), None)], t::EVIDENCE_DELETED.to_owned());
    };
    let given = Memo::new(move |_| {
        open_session.asked.with(|asked| uses.with(|uses| id.with_value(|id| uses.get(id).map(|uses| given_for(asked, uses)))))
    });
    let uses = move || {
        let uses: Vec<_> = given
            .get()
            .into_iter()
            .flatten()
            .map(|use_of| {
                let href = open_session.link(use_of.address);
                view! { <li><A href=href>{use_of.practice}</A> " " <span class="hint">{use_of.statement}</span></li> }
            })
            .collect();
        if uses.is_empty() {
            view! { <p class="hint">{t::GIVEN_FOR_NOTHING}</p> }.into_any()
        } else {
            view! { <ul>{uses}</ul> }.into_any()
        }
    };
    view! {
        <li class="card">
            <EvidenceLine id=id.get_value() />
            {uses}
            <FilesOf id=id.get_value() chosen />
            <div class="actions">
                <button type="button" class="button small" id=edit_button(&id.get_value()) aria-expanded=move || is_edited.get().to_string() on:click=edit>
                    {move || if is_edited.get() { t::CLOSE.get() } else { t::EDIT.get() }}
                </button>
                <button type="button" class="button plain small" on:click=delete>{t::DELETE}</button>
            </div>
            {move || is_edited.get().then(|| view! { <EvidenceForm id=id.get_value() editing add /> })}
        </li>
    }
}

/// A statement that a piece of evidence is given for.
#[derive(Clone, PartialEq)]
struct GivenFor {
    practice: String,
    statement: String,
    address: Address,
}

fn given_for(asked: &Questionnaire, indicators: &[IndicatorId]) -> Vec<GivenFor> {
    let of_one = |it: AskedIndicator<'_>| GivenFor {
        practice: it.practice.name.get(t::tag()).to_owned(),
        statement: it.indicator.text.get(t::tag()).to_owned(),
        address: Address::of_indicator(&it.practice.id, &it.indicator.id),
    };
    asked.in_order(indicators).into_iter().map(of_one).collect()
}
