//! Which items of other frameworks a level of a practice touches. Folded, and loaded only when somebody opens it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::related;
use crate::model::{Crossrefs, Framework, Level, LevelGuide, PracticeId, Reference};
use crate::ui::components::reference_filter::ReferenceFilter;
use crate::ui::components::when_related::WhenRelated;
use crate::ui::state::crossrefs::related_frameworks;
use crate::ui::text as t;

/// The related references of a level.
#[component]
pub fn RelatedReferences(practice: PracticeId, level: Level) -> impl IntoView {
    let room = related_frameworks();
    let opened = RwSignal::new(false);
    let open = move |_| {
        opened.set(true);
        room.load();
    };
    let practice = StoredValue::new(practice);
    let show = move |crossrefs: Arc<Crossrefs>| {
        let key = format!("{}-{level}", practice.get_value());
        let all = crossrefs.clone();
        let list = move || {
            let (practice, model) = (practice.get_value(), room.model());
            let guide = model.as_ref().and_then(|model| model.practice(&practice)?.guide(level));
            room.wanted.with(|wanted| list(related(&crossrefs, &practice, level, wanted), guide))
        };
        view! { <ReferenceFilter key crossrefs=all /> {list} }.into_any()
    };
    view! {
        <details class="related" on:toggle=open>
            <summary>{t::RELATED_REFERENCES} <span class="unseen">" " {t::of_level(level)}</span></summary>
            <div class="related-content">{move || opened.get().then(|| view! { <WhenRelated show /> })}</div>
        </details>
    }
}

fn list(found: Vec<(&Framework, Vec<&Reference>)>, guide: Option<&LevelGuide>) -> AnyView {
    if found.is_empty() {
        return view! { <p class="hint">{t::NO_REFERENCES_HERE}</p> }.into_any();
    }
    let of_framework = |(framework, references): (&Framework, Vec<&Reference>)| {
        let (name, about) = (framework.name.clone(), t::framework_about(framework));
        let items: Vec<_> = references.into_iter().map(|it| item(framework, it, guide)).collect();
        view! {
            <p class="related-name"><strong>{name}</strong> " " <span class="hint">{about}</span></p>
            <ul>{items}</ul>
        }
    };
    found.into_iter().map(of_framework).collect::<Vec<_>>().into_any()
}

fn item(framework: &Framework, reference: &Reference, guide: Option<&LevelGuide>) -> impl IntoView + use<> {
    let title = framework.titles.get(&reference.item).map(|title| format!(" {title}"));
    let asked = guide.into_iter().flat_map(|guide| &guide.indicators);
    let carried_by = asked.filter(|it| reference.statements.contains(&it.id));
    let carried_by: Vec<_> = carried_by.map(|it| view! { <li>{it.text.get(t::tag()).to_owned()}</li> }).collect();
    let carried_by =
        (!carried_by.is_empty()).then(|| view! { <ul class="carried-by" aria-label=t::CARRIED_BY>{carried_by}</ul> });
    view! {
        <li>
            <strong>{reference.item.clone()}</strong>
            {title}
            ": "
            {reference.rationale.get(t::tag()).to_owned()}
            " "
            <span class="tag quiet">{t::relationship(reference.relationship)}</span>
            {carried_by}
        </li>
    }
}
