//! What the book says about a practice, on a page of its own or among all others.

use leptos::prelude::*;

use crate::model::{Example, Indicator, Level, LevelGuide, Model, Practice};
use crate::ui::components::{LevelMark, RelatedReferences};
use crate::ui::state::book::at_level;
use crate::ui::text as t;

/// What a practice gives, what goes wrong without it, who knows, and what else it is called.
pub fn practice_head(practice: &Practice) -> AnyView {
    let facts = [
        (t::WHAT_IT_GIVES, practice.objective.get(t::tag()).to_owned()),
        (t::WITHOUT, practice.without.get(t::tag()).to_owned()),
        (t::SHORT_QUESTION, practice.question.get(t::tag()).to_owned()),
        (t::WHO_KNOWS, practice.who.get(t::tag()).to_owned()),
        (t::ALSO_CALLED, t::also_called(practice.aliases.all())),
    ];
    let said = facts.into_iter().filter(|(_, words)| !words.is_empty());
    let facts: Vec<_> = said.map(|(name, words)| view! { <dt>{name}</dt> <dd>{words}</dd> }).collect();
    view! { <dl class="book-facts">{facts}</dl> }.into_any()
}

/// The levels of a practice, and its examples. With `at`, as on a page of its own: each level with its cross-references, and what
/// that points to stands out. Without, as among other practices: with smaller headings.
pub fn practice_levels(model: &Model, practice: &Practice, at: Option<Signal<String>>) -> AnyView {
    let name = |level: Level| model.rung(level).map(|rung| rung.name.get(t::tag()).to_owned()).unwrap_or_default();
    let glance: Vec<_> = practice
        .levels
        .iter()
        .filter(|guide| guide.level >= model.first_level())
        .map(|guide| {
            let (level, looks) = (guide.level, guide.description.get(t::tag()).to_owned());
            view! { <tr><th scope="row" class="book-short"><LevelMark level /> " " {name(level)}</th><td>{looks}</td></tr> }
        })
        .collect();
    let levels: Vec<_> =
        practice.levels.iter().filter(|it| it.level > Level::NONE).map(|it| level(practice, it, &name(it.level), at)).collect();
    let examples: Vec<_> = practice
        .examples
        .iter()
        .map(|example| {
            let (sector, words) = (example.sector.get(t::tag()).to_owned(), example.text.get(t::tag()).to_owned());
            view! { <dt>{sector}</dt> <dd>{words}</dd> }
        })
        .collect();
    let examples = (!examples.is_empty()).then(|| {
        let heading = heading(t::BOOK_EXAMPLES.into_any(), at.is_some());
        view! { {heading} <p class="hint">{t::EXAMPLES_MADE_UP}</p> <dl class="book-facts">{examples}</dl> }
    });
    let is_described = practice.levels.iter().any(|guide| guide.description.said(t::tag()).is_some());
    view! {
        {is_described.then(|| view! { <table class="book-table">
            <caption>{t::AT_A_GLANCE}</caption>
            <thead>
                <tr>
                    <th scope="col">{t::LEVEL_COLUMN}</th>
                    <th scope="col">{t::LOOKS_LIKE}</th>
                </tr>
            </thead>
            <tbody>{glance}</tbody>
        </table> })}
        {levels}
        {examples}
    }
    .into_any()
}

/// A heading within the practice.
fn heading(words: AnyView, alone: bool) -> AnyView {
    if alone { view! { <h2>{words}</h2> }.into_any() } else { view! { <h3>{words}</h3> }.into_any() }
}

fn level(practice: &Practice, guide: &LevelGuide, name: &str, at: Option<Signal<String>>) -> AnyView {
    let (id, level) = (practice.id.clone(), guide.level);
    let actions: Vec<_> = guide.actions.iter().map(|action| view! { <li>{action.text.get(t::tag()).to_owned()}</li> }).collect();
    let actions = (!actions.is_empty()).then(|| view! { <p class="book-part">{t::TO_BE_DONE}</p> <ul>{actions}</ul> });
    let statements: Vec<_> = guide.indicators.iter().map(|it| statement(it, at)).collect();
    let heading = heading(view! { <LevelMark level /> " " {t::level_heading(level.number(), name)} }.into_any(), at.is_some());
    let references = at.map(|_| view! { <RelatedReferences practice=id.clone() level /> });
    view! {
        <section class="book-level" id=at.map(|_| at_level(&id, level)) tabindex=at.map(|_| "-1")>
            {heading}
            {guide.description.said(t::tag()).map(|words| view! { <p>{words.to_owned()}</p> })}
            {guide.example.as_ref().map(level_example)}
            {actions}
            {(!statements.is_empty()).then(|| view! { <table class="book-table">
                <caption>{t::STATEMENTS_HERE}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t::STATEMENT_COLUMN}</th>
                        <th scope="col">{t::SHOWN_BY}</th>
                        <th scope="col">{t::KIND_COLUMN}</th>
                        <th scope="col">{t::HOW_LONG}</th>
                    </tr>
                </thead>
                <tbody>{statements}</tbody>
            </table> })}
            {references}
        </section>
    }
    .into_any()
}

/// What a level looks like somewhere, made up.
fn level_example(example: &Example) -> AnyView {
    let (sector, words) = (example.sector.get(t::tag()).to_owned(), example.text.get(t::tag()).to_owned());
    view! { <p class="book-part">{t::LEVEL_EXAMPLE}</p> <p>{t::words_of(&sector, &words)}</p> }.into_any()
}

fn statement(indicator: &Indicator, at: Option<Signal<String>>) -> AnyView {
    let id = indicator.id.to_string();
    let element = at.map(|_| id.clone());
    let meant = t::meant_for(&indicator.meant_for).into_iter();
    let meant: Vec<_> = meant.map(|words| view! { " " <span class="tag quiet">{words}</span> }).collect();
    let is_found = move || at.is_some_and(|at| at.with(|at| *at == id));
    view! {
        <tr id=element class:found=is_found>
            <th scope="row">{indicator.text.get(t::tag()).to_owned()}</th>
            <td data-label=t::SHOWN_BY>{indicator.evidence.get(t::tag()).to_owned()}</td>
            <td data-label=t::KIND_COLUMN>{indicator.kind.map(t::kind)} {meant}</td>
            <td data-label=t::HOW_LONG class="book-short">{t::stays_true(indicator.lasts)}</td>
        </tr>
    }
    .into_any()
}
