//! The full pass: a practice's statements, one level at a time, with what matters first.

mod apart;
mod ask_else;
pub mod former;
pub mod indicator;
mod keys;
mod level;
mod level_hole;
mod level_override;
mod meant;
mod more;
pub mod onward;
pub mod pass;
mod per_characteristic;
mod standing;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::analysis::AskedOf;
use crate::model::{IndicatorId, Level};
use crate::ui::browser::page;
use crate::ui::components::provide_findings;
use crate::ui::pages::assess::full::keys::listen_to_keys;
use crate::ui::pages::assess::full::level::{LevelSection, LevelTab};
use crate::ui::pages::assess::full::level_override::OverrideField;
use crate::ui::pages::assess::full::onward::FullOnward;
use crate::ui::pages::assess::full::pass::{ALL, LEVELS};
pub use crate::ui::pages::assess::full::pass::{Consolidated, Pass, answer_group};
use crate::ui::pages::assess::full::per_characteristic::StatesPerCharacteristic;
use crate::ui::pages::assess::full::standing::Standing;
use crate::ui::pages::practice::{InOrder, PracticeHelp, PracticeNote, PracticePage, ScopeQuestion};
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The full pass of the practice that the address names.
#[component]
pub fn FullPage() -> impl IntoView {
    page::say_kind("full");
    view! { <PracticePage above=t::full_above screen=|here| view! { <FullScreen here /> }.into_any() /> }
}

/// One practice of the full pass.
#[component]
fn FullScreen(here: InOrder) -> impl IntoView {
    let open_session = open_session();
    let practice = here.practice.clone();
    let pass = Pass::of(open_session, practice.id.clone());
    provide_findings();
    begin(pass);
    listen_to_keys(pass, here.clone());
    let levels: Vec<_> = practice
        .levels
        .iter()
        .filter(|guide| guide.level != Level::NONE)
        .map(|guide| view! { <LevelSection guide=guide.clone() here=here.clone() pass /> })
        .collect();
    let app_state = app_state();
    // Whoever is asked answers; levels are set by those who asked.
    let tabs = practice.levels.iter().map(|guide| guide.level).filter(|level| *level != Level::NONE).collect::<Vec<_>>();
    let tabs = move || {
        (!pass.all.get()).then(|| {
            let tabs: Vec<_> = tabs.iter().map(|level| view! { <LevelTab level=*level pass /> }).collect();
            view! { <div class="level-tabs">{tabs}</div> }
        })
    };
    let override_field = open_session.request.with_untracked(Option::is_none).then(|| view! { <OverrideField pass /> });
    let toggle_all = move |_| {
        pass.all.update(|all| *all = !*all);
        app_state.store().set_setting(LEVELS, if pass.all.get_untracked() { ALL } else { "one" });
    };
    view! {
        {practice.question.said(t::tag()).map(|words| view! { <p class="question">{words.to_owned()}</p> })}
        <Standing pass />
        <p class="unseen" role="status">{pass.marked}</p>
        <div class="levels" class:all=pass.all>{tabs} {levels}</div>
        <p>
            <button type="button" class="button plain small" aria-pressed=move || pass.all.get().to_string() on:click=toggle_all>
                {move || if pass.all.get() { t::ONE_LEVEL.get() } else { t::ALL_LEVELS.get() }}
            </button>
        </p>
        <section class="card">
            <ScopeQuestion practice=practice.id.clone() />
            <PracticeNote practice=practice.id.clone() />
            <StatesPerCharacteristic practice=practice.clone() />
            {override_field}
        </section>
        {practice.who.said(t::tag()).map(|who| view! { <p class="hint">{t::who_knows(who)}</p> })}
        <PracticeHelp practice=practice.clone() />
        <FullOnward here pass />
    }
}

/// Begins at the statement that the address names, or else shows the level with the most useful unanswered one.
fn begin(pass: Pass) {
    let query = use_query_map();
    Effect::new(move |before: Option<Option<String>>| {
        let at = query.with(|query| query.get("at"));
        if before.as_ref() == Some(&at) {
            return at;
        }
        let id = at.as_deref().and_then(|at| IndicatorId::try_from(at).ok());
        let found = id.and_then(|id| Some((level_of(pass, &id)?, id)));
        match found {
            Some((level, id)) => {
                // Whoever comes to a statement that is not asked of the part being answered answers for the whole system.
                if !untrack(|| is_asked(pass, &id)) {
                    pass.open_session.part.set(None);
                }
                pass.go_to(level, id);
            }
            None => {
                let next = untrack(move || pass.next_here());
                pass.open.set(Some(next.as_ref().map_or(Level::NONE.next(), |next| next.level)));
                pass.current.set(next.map(|next| next.indicator));
            }
        }
        at
    });
}

/// Whether a statement is asked of what is being answered: of the whole system, or of a part.
fn is_asked(pass: Pass, id: &IndicatorId) -> bool {
    let part = pass.open_session.part.get_untracked();
    pass.open_session.assessment(|assessment| {
        let found = assessment.asked().indicator(id);
        found.is_some_and(|it| assessment.said().asked_of(it.indicator, part.as_ref()) == AskedOf::This)
    })
}

/// The level that a statement of this practice belongs to.
fn level_of(pass: Pass, id: &IndicatorId) -> Option<Level> {
    pass.open_session.asked.with_untracked(|asked| {
        let found = asked.indicator(id)?;
        pass.practice.with_value(|practice| found.practice.id == *practice).then_some(found.level)
    })
}
