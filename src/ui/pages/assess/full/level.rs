//! The levels of a practice: how far each is, what it looks like, what needs to be done, its statements.

use leptos::prelude::*;

use crate::analysis::Verdict;
use crate::model::{Level, LevelGuide};
use crate::ui::components::{LevelMark, RelatedReferences, ToBook};
use crate::ui::pages::assess::full::Pass;
use crate::ui::pages::assess::full::indicator::Row;
use crate::ui::pages::assess::full::meant::{NotAsked, WhereAsked};
use crate::ui::pages::practice::InOrder;
use crate::ui::text as t;

/// The levels side by side, before what is open of them: so the way of the focus leads down only.
#[component]
pub fn LevelTab(level: Level, pass: Pass) -> impl IntoView {
    let is_open = Memo::new(move |_| pass.open.get() == Some(level));
    let is_beyond = Memo::new(move |_| level > pass.up_to.get());
    let toggle = move |_| pass.open.update(|open| *open = if *open == Some(level) { None } else { Some(level) });
    view! {
        <h2 class="level-head" class:open=is_open class:beyond=is_beyond id=heading(level)>
            <button type="button" aria-expanded=move || is_open.get().to_string() aria-controls=body(level) on:click=toggle>
                <Head level pass />
            </button>
        </h2>
    }
}

/// What is open of a level: all of it, or nothing.
#[component]
pub fn LevelSection(guide: LevelGuide, here: InOrder, pass: Pass) -> impl IntoView {
    let level = guide.level;
    let rows = StoredValue::new(rows(pass, &here, level));
    let is_open = Memo::new(move |_| pass.all.get() || pass.open.get() == Some(level));
    let is_beyond = Memo::new(move |_| level > pass.up_to.get());
    let guide = StoredValue::new(guide);
    let head = move || pass.all.get().then(|| view! { <h2 class="level-head" id=heading(level)><Head level pass /></h2> });
    view! {
        <section
            class="level-section"
            class:open=is_open
            class:beyond=is_beyond
            id=body(level)
            hidden=move || !is_open.get()
            aria-labelledby=heading(level)
        >
            {head} {move || is_open.get().then(|| view! { <LevelBody guide=guide.get_value() rows=rows.get_value() pass /> })}
        </section>
    }
}

fn heading(level: Level) -> String {
    format!("level-{level}")
}

fn body(level: Level) -> String {
    format!("level-{level}-body")
}

/// The name of a level, what it is to the target, and how far it is.
#[component]
fn Head(level: Level, pass: Pass) -> impl IntoView {
    let name =
        pass.open_session.asked.with_untracked(|asked| asked.model().rung(level).map(|rung| rung.name.get(t::tag()).to_owned()));
    view! {
        <LevelMark level />
        " "
        <span class="level-name">{name.unwrap_or_default()}</span>
        " "
        <Tags level pass />
        " "
        <span class="hint level-state">{move || t::level_state(&verdicts(pass, level))}</span>
    }
}

fn rows(pass: Pass, here: &InOrder, level: Level) -> Vec<Row> {
    let row = |asked: crate::model::AskedIndicator<'_>| Row {
        indicator: asked.indicator.clone(),
        profile: asked.profile.map(|profile| profile.name.get(t::tag()).to_owned()),
    };
    pass.open_session.asked.with_untracked(|asked| asked.indicators(&here.practice, level).into_iter().map(row).collect())
}

fn verdicts(pass: Pass, level: Level) -> Vec<Verdict> {
    pass.heard
        .with(|heard| heard.levels.iter().find(|(of, _)| *of == level).map(|(_, verdicts)| verdicts.clone()).unwrap_or_default())
}

/// Whether the level is the target, or beyond what matters for it.
#[component]
fn Tags(level: Level, pass: Pass) -> impl IntoView {
    let target = Memo::new(move |_| {
        let target = pass.open_session.soon(|session| session.target(&pass.practice.get_value()).map(|target| target.level));
        target.filter(|_| !pass.blind.get())
    });
    move || {
        let words = match target.get() {
            Some(target) if target == level => Some(t::TARGET),
            Some(target) if target.next() == level => Some(t::ONE_BEYOND),
            Some(target) if target < level => Some(t::BEYOND),
            _ => None,
        };
        words.map(|words| view! { <span class="tag" class:quiet=words != t::TARGET>{words}</span> })
    }
}

/// What the level looks like, what needs to be done, and its statements.
#[component]
fn LevelBody(guide: LevelGuide, rows: Vec<Row>, pass: Pass) -> impl IntoView {
    let actions = pass.open_session.asked.with(|asked| {
        let practice = asked.practice(&pass.practice.get_value()).into_iter();
        let words = practice.flat_map(|practice| asked.actions(practice, guide.level)).map(|it| it.get(t::tag()).to_owned());
        words.map(|words| view! { <li>{words}</li> }).collect::<Vec<_>>()
    });
    let rows: Vec<_> = rows.into_iter().map(|row| view! { <WhereAsked row pass /> }).collect();
    let (practice, level) = (pass.practice.get_value(), guide.level);
    // Nothing is asked for at the lowest level, so nothing refers to it.
    let has_references = level > Level::NONE;
    view! {
        <div class="level-body">
        <details class="level-about">
            <summary>{t::ABOUT_LEVEL}</summary>
            {guide.description.said(t::tag()).map(|words| view! { <p>{words.to_owned()}</p> })}
            {guide.example.as_ref().map(|example| view! {
                <h3>{t::LEVEL_EXAMPLE}</h3>
                <p>{t::words_of(example.sector.get(t::tag()), example.text.get(t::tag()))}</p>
            })}
            {(!actions.is_empty()).then(|| view! { <h3>{t::TO_BE_DONE}</h3> <ul>{actions}</ul> })}
            <ToBook practice=practice.clone() level name=t::of_level(level) />
            {has_references.then(|| view! { <RelatedReferences practice level /> })}
        </details>
        <ul class="indicators">{rows}</ul>
        <NotAsked level pass />
        </div>
    }
}
