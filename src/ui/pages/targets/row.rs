//! A target in the overview: level, scope, minimum, state, and who decided.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use crate::analysis::{
    Assessment, Behind, Hint, Names, carried_targets, decider, hints, interview_differs, minimum_and_perhaps, rounds_in_short,
};
use crate::model::{DependencyId, Level, PracticeId};
use crate::session::{Date, Fact, List};
use crate::ui::components::LevelMark;
use crate::ui::pages::targets::interview_waits::stands_in_words;
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// What the overview says of a practice's target.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The target with the name of its scope; none while nothing is set.
    target: Option<(Level, String)>,
    /// Whether it is only proposed.
    proposed: bool,
    /// The highest level that something outside demands today, and what may be demanded beyond that, or will be.
    minimum: Option<Level>,
    perhaps: Option<(Level, Option<Date>)>,
    /// Whether two copies say it differently, so that nobody decided.
    kept_apart: bool,
    /// Who stands behind it, and how.
    pub who: Option<(Behind, String)>,
    /// What it may not fit together with, by where that stands.
    pub unfit: Vec<(DependencyId, String)>,
    /// Whether somebody said of all of that why it is right.
    answered: bool,
    /// The round that it comes from, where nobody confirmed it in this one.
    from: Option<String>,
    /// How it stands and what the interview asks for, where that is something else.
    pub otherwise: Option<String>,
}

/// All rows, worked out once for the whole page.
#[derive(Clone, Copy)]
struct Rows(Memo<BTreeMap<PracticeId, Row>>);

/// Works the rows of the overview out for all that stands on the page.
pub fn provide_rows(open_session: OpenSession) {
    provide_context(Rows(open_session.following(rows)));
}

/// The row of a practice.
pub fn row_of(practice: &PracticeId) -> Memo<Row> {
    let (Rows(rows), practice) = (expect_context::<Rows>(), practice.clone());
    Memo::new(move |_| rows.with(|rows| rows.get(&practice).cloned().unwrap_or_default()))
}

fn rows(assessment: &Assessment<'_>) -> BTreeMap<PracticeId, Row> {
    let (asked, session) = (assessment.asked(), assessment.session());
    let name = |id: &PracticeId| asked.model().practice(id).map(|it| it.name.get(t::tag()).to_owned()).unwrap_or_default();
    let mut rows = BTreeMap::new();
    for practice in asked.model().practices() {
        let fact = session.targets.get(&practice.id);
        let target = assessment.target(&practice.id);
        let scope = target.and_then(|target| asked.model().scope(target.scope)).map(|words| words.name.get(t::tag()));
        let who = target.and_then(|target| decider(target, fact.and_then(|fact: &Fact<_>| fact.by.as_ref())));
        let proposed = target.is_some_and(|target| target.origin.is_proposal());
        let kept_apart = assessment.kept_apart().has(&[List::Targets], practice.id.as_str());
        let (minimum, perhaps) = minimum_and_perhaps(assessment, &practice.id);
        let row = Row {
            kept_apart,
            target: target.map(|target| (target.level, scope.unwrap_or_default().to_owned())),
            proposed,
            minimum,
            perhaps,
            who: who.filter(|_| !kept_apart).and_then(|(how, by)| Some((how, session.person_name(by)?.to_owned()))),
            answered: true,
            ..Row::default()
        };
        rows.insert(practice.id.clone(), row);
    }
    let carried = carried_targets(assessment);
    let rounds = if carried.is_empty() { Vec::new() } else { rounds_in_short(assessment) };
    for it in carried {
        if let Some(row) = rows.get_mut(&it.practice) {
            row.from = rounds.iter().find(|round| round.round == it.round).map(t::round_called);
        }
    }
    for differs in interview_differs(assessment) {
        if let Some(row) = rows.get_mut(&differs.practice) {
            row.otherwise = Some(stands_in_words(asked.model(), Names::new(Some(asked), session, t::tag()), &differs));
        }
    }
    let mut seen = BTreeSet::new();
    for Hint { dependency, target, needed_target, answer } in hints(assessment) {
        let words = t::hint(&name(&dependency.practice), target, &name(&dependency.needs), needed_target);
        for end in [&dependency.practice, &dependency.needs] {
            if let Some(row) = rows.get_mut(end).filter(|_| seen.insert((end, &dependency.id))) {
                row.unfit.push((dependency.id.clone(), words.clone()));
                row.answered &= answer.is_some();
            }
        }
    }
    rows
}

/// What the overview says beside the name of a practice.
#[component]
pub fn RowFacts(row: Memo<Row>) -> impl IntoView {
    let level = move || {
        row.with(|row| row.target.as_ref().map(|(level, _)| *level)).map_or_else(
            || view! { <span class="level level-none" aria-hidden="true">{t::NOT_ANSWERED_SHORT}</span> }.into_any(),
            |level| view! { <span class="unseen">{t::LEVEL}</span> " " <LevelMark level /> }.into_any(),
        )
    };
    let scope = move || row.with(|row| row.target.as_ref().map(|(_, scope)| scope.clone()));
    let minimum = move || {
        row.with(|row| {
            let below = |minimum: Level| row.target.as_ref().is_some_and(|(level, _)| *level < minimum);
            let today = row.minimum.map(|minimum| (t::row_minimum(minimum, below(minimum)), below(minimum)));
            let said = today.or(row.perhaps.map(|(level, from)| (t::row_minimum_perhaps(level, from), false)));
            said.map(|(words, below)| view! { <span class:below-minimum=below>{words}</span> })
        })
    };
    let state = move || {
        row.with(|row| match (&row.target, row.proposed) {
            _ if row.kept_apart => view! { <span class="tag" title=t::KEPT_APART_MEANS>{t::KEPT_APART}</span> }.into_any(),
            (None, _) => view! { <span class="hint">{t::TARGET_UNSET}</span> }.into_any(),
            (Some(_), true) => view! { <span class="tag">{t::TARGET_PROPOSED}</span> }.into_any(),
            (Some(_), false) => view! { <span class="hint">{t::behind(row.who.as_ref().map(|(how, _)| *how))}</span> }.into_any(),
        })
    };
    let from = move || {
        row.with(|row| row.from.as_ref().map(|from| view! { <span class="hint" dir="auto">{t::target_from(from)}</span> }))
    };
    let unfit = move || row.with(|row| !row.unfit.is_empty() && !row.answered);
    view! {
        <span class="target-level">{level}</span> " "
        <span class="target-scope hint">{scope}</span> " "
        <span class="target-minimum hint">{minimum}</span> " "
        <span class="target-state">
            {state} " " {from} " " {move || unfit().then(|| view! { <span class="tag out-of-date">{t::TARGET_UNFIT}</span> })}
        </span> " "
        <span class="target-who hint" dir="auto">{move || row.with(|row| row.who.as_ref().map(|(_, name)| name.clone()))}</span>
    }
}
