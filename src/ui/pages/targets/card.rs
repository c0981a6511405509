//! All there is to the target of one practice: level, scope, reason, and where it comes from.

use leptos::prelude::*;

use crate::analysis::confirm;
use crate::model::{Level, Practice, Scope};
use crate::session::{Change, FindingAbout, Session, Target, commands};
use crate::ui::browser::page;
use crate::ui::components::{Findings, KeptApartMark, OF_PRACTICE, Segmented, TextArea, ToBook};
use crate::ui::pages::practice::former::{Again, FormerlySaid};
use crate::ui::pages::practice::{level_choices, scope_choices};
use crate::ui::pages::targets::decision::Alter;
use crate::ui::pages::targets::entry::heading;
use crate::ui::pages::targets::interview_waits::Otherwise;
use crate::ui::pages::targets::more::TargetMore;
use crate::ui::pages::targets::obligations::Obligations;
use crate::ui::pages::targets::origin::OriginNote;
use crate::ui::pages::targets::per_characteristic::TargetsPerCharacteristic;
use crate::ui::pages::targets::reason::ReasonOfAnotherLevel;
use crate::ui::pages::targets::row::Row;
use crate::ui::pages::targets::unfit::Unfit;
use crate::ui::pages::targets::words::TargetWords;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// All there is to a target.
#[component]
pub fn TargetBody(practice: Practice, row: Memo<Row>) -> impl IntoView {
    let open_session = open_session();
    let id = StoredValue::new(practice.id.clone());
    let name = practice.name.get(t::tag()).to_owned();
    let target = Memo::new(move |_| open_session.session.with(|session| id.with_value(|id| session.target(id).cloned())));
    let level = Signal::derive(move || target.get().map(|target| target.level.to_string()));
    let scope = Signal::derive(move || target.get().map(|target| target.scope.key().to_owned()));
    let reason = Signal::derive(move || target.get().map(|target| target.reason).unwrap_or_default());
    let alter = move |alter: Box<dyn FnOnce(&mut Target) + Send + Sync>| {
        let change = open_session
            .session
            .with_untracked(|session| commands::alter_target(session, &id.get_value(), &open_session.authorship(), alter));
        change.is_some_and(|change| {
            open_session.change(change);
            true
        })
    };
    let set_level = move |key: String| {
        if let Ok(number) = key.parse() {
            let authorship = open_session.authorship();
            let set = |session: &Session| commands::set_level(session, &id.get_value(), Level::new(number), &authorship);
            open_session.change(open_session.session.with_untracked(set));
        }
    };
    let set_scope = move |key: String| {
        if let Some(scope) = Scope::from_key(&key) {
            alter(Box::new(move |target| target.scope = scope));
        }
    };
    let set_reason = move |typed: String| {
        alter(Box::new(move |target| target.reason = typed));
    };
    let proposed = Memo::new(move |_| target.with(|target| target.as_ref().is_some_and(|it| it.origin.is_proposal())));
    let confirm = move |_| {
        let asked = open_session.asked.get_untracked();
        let decider = open_session.decider();
        let confirmed = |session: &Session| confirm(&asked, session, &id.get_value(), decider.as_ref(), t::tag());
        let change = open_session.session.with_untracked(confirmed);
        if let Some(change) = change {
            open_session.change(change);
            // The button is gone then: whoever uses the keyboard goes on from the row.
            page::focus_soon(heading(id.get_value().as_str()));
        }
    };
    let alter_it: Alter = Callback::new(move |change| {
        alter(change);
    });
    let clear = move |_| {
        open_session.change_with_undo(vec![Change::Target(id.get_value(), None)], t::TARGET_CLEARED.to_owned());
    };
    let (levels, scopes) =
        open_session.asked.with_untracked(|asked| (level_choices(asked.model()), scope_choices(asked.model())));
    let scope_meaning = move || {
        let scope = target.with(|target| target.as_ref().map(|target| target.scope))?;
        open_session.asked.with(|asked| {
            asked.model().scope(scope).map(|words| t::scope_means(words.name.get(t::tag()), words.meaning.get(t::tag())))
        })
    };
    let names = StoredValue::new((name.clone(), scopes, practice.id.to_string()));
    let below = move || {
        let (name, scopes, key) = names.get_value();
        let scope_choice = (!scopes.is_empty()).then(|| {
                view! {
                    <Segmented legend=t::target_scope_of(&name) name=format!("target-scope-{key}") choices=scopes chosen=scope on_choose=set_scope show_legend=true />
                }
            });
        view! {
            {scope_choice}
            <p class="hint">{scope_meaning}</p>
            <TextArea id=format!("reason-{key}") label=t::reason_of(&name) value=reason on_type=set_reason />
            <ReasonOfAnotherLevel practice=id.get_value() target />
            <div class="actions">
                <button type="button" class="button plain small" aria-label=t::clear_target_of(&name) on:click=clear>
                    {t::CLEAR_TARGET}
                </button>
                {move || proposed.get().then(|| view! {
                    <button type="button" class="button small" aria-label=names.with_value(|(name, ..)| t::confirm_target_of(name)) on:click=confirm>
                        {t::CONFIRM}
                    </button>
                })}
            </div>
        }
    };
    let meaning = move || {
        let level = target.with(|target| target.as_ref().map(|target| target.level))?;
        open_session.asked.with(|asked| {
            asked.model().rung(level).map(|rung| t::level_means(level, rung.name.get(t::tag()), rung.meaning.get(t::tag())))
        })
    };
    let is_set = Memo::new(move |_| target.with(Option::is_some));
    view! {
        <div class="target-body">
            <div class="target-words">
                <TargetWords practice=practice.clone() target />
                <ToBook practice=practice.id.clone() name=name.clone() />
            </div>
            <div class="target-choice">
                <Segmented legend=t::target_of(&name) name=format!("target-{}", practice.id) choices=levels chosen=level on_choose=set_level show_legend=true />
                <p class="hint">{meaning}</p>
                <KeptApartMark lists=OF_PRACTICE on=practice.id.as_str() />
                <Findings about=FindingAbout::Target(practice.id.clone()) />
                <Unfit row />
                <Otherwise row practice=practice.id.clone() />
                <FormerlySaid practice=practice.id.clone() again=Again::Target />
                <OriginNote practice=practice.id.clone() />
                {move || is_set.get().then(below)}
                <Obligations practice=practice.clone() />
                <TargetsPerCharacteristic practice=practice.clone() />
                <TargetMore practice=practice.id name target row alter=alter_it />
            </div>
        </div>
    }
}
