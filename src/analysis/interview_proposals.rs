//! What the interview proposes for each practice: from the rules that fire, and so that the proposals fit together.
//!
//! In this order, so that the same answers always lead to the same proposals:
//! 1. What holds back: the lowest *at most* of a practice. Whatever needs more of a practice than that is itself held below the level
//!    from which on it does.
//! 2. What is asked for: the highest level of the rules that fire; where a level needs two drivers, it counts as the one below
//!    until two [independent](crate::model::Rule::is_independent_of) rules ask for it; and never more than what holds back. The scope is that of the
//!    rules that win the level, not of any that fired.
//! 3. What is needed: a practice is raised to what others need of it at their levels, in general scope. After the first step that
//!    is never more than what holds it back.
//!
//! Without *at most* a worse answer never lowers a proposal: it can only add rules, and each step keeps the order of levels, and of
//! scopes at the same level.

use std::collections::BTreeMap;

use super::{Proposed, Voice};
use crate::model::{Asks, Base, Coherence, Dependency, Interview, Level, OptionId, PracticeId, QuestionId, Rule, Scope, Text};

/// What the interview proposes for each practice, in no particular order.
pub(super) type ByPractice<'a> = BTreeMap<&'a PracticeId, Proposed<'a>>;

/// What is assumed of questions that are not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Open {
    /// They ask for nothing.
    Nothing,
    /// They ask for the most that they can.
    Most,
}

/// What keeps a practice from being more.
#[derive(Clone, Default)]
struct Held<'a> {
    level: Option<Level>,
    why: Vec<&'a Text>,
    questions: Vec<&'a QuestionId>,
}

impl Held<'_> {
    fn allows(&self, level: Level) -> bool {
        self.level.is_none_or(|most| level <= most)
    }
}

/// What the interview proposes from these answers. Nothing as long as no question is answered.
pub(super) fn by_practice<'a>(
    interview: &'a Interview,
    coherence: Option<&'a Coherence>,
    answers: &BTreeMap<QuestionId, OptionId>,
    open: Open,
) -> ByPractice<'a> {
    if !interview.questions.iter().any(|question| interview.is_given(&question.id, answers)) {
        return ByPractice::new();
    }
    let mut rules: BTreeMap<&PracticeId, Vec<&Rule>> = BTreeMap::new();
    for rule in &interview.rules {
        let is_open = open == Open::Most && matches!(rule.asks, Asks::AtLeast(..));
        if if is_open { interview.may_fire(rule, answers) } else { interview.fires(rule, answers) } {
            for practice in &rule.practices {
                rules.entry(practice).or_default().push(rule);
            }
        }
    }
    let dependencies = coherence.map(|it| it.dependencies.as_slice()).unwrap_or_default();
    let held = held(interview, &rules, dependencies);
    let none = Held::default();
    let one = |base: &'a Base| {
        let rules = rules.get(&base.practice).map(Vec::as_slice).unwrap_or_default();
        (&base.practice, asked_for(interview, base, rules, held.get(&base.practice).unwrap_or(&none)))
    };
    let mut all: ByPractice<'a> = interview.base.iter().map(one).collect();
    raise(&mut all, dependencies);
    all
}

/// What holds practices back: their own rules, and what they would need of others that are held back.
fn held<'a>(
    interview: &'a Interview,
    rules: &BTreeMap<&'a PracticeId, Vec<&'a Rule>>,
    dependencies: &'a [Dependency],
) -> BTreeMap<&'a PracticeId, Held<'a>> {
    let own = |practice: &'a PracticeId| {
        let mut held = Held::default();
        for rule in rules.get(practice).into_iter().flatten() {
            let Asks::AtMost(level) = rule.asks else { continue };
            if held.level.is_none_or(|most| level < most) {
                held = Held { level: Some(level), ..Held::default() };
            }
            if held.level == Some(level) {
                held.why.push(&rule.reason);
                held.questions.extend(rule.questions());
            }
        }
        (practice, held)
    };
    let mut all: BTreeMap<_, _> = interview.base.iter().map(|base| own(&base.practice)).collect();
    // What is held back can hold back others; each turn lowers something, so it ends.
    let mut changed = true;
    while changed {
        changed = false;
        for it in dependencies {
            let Some(needed) = all.get(&it.needs).filter(|needed| !needed.allows(it.at_least)).cloned() else { continue };
            if let Some(needing) = all.get_mut(&it.practice).filter(|needing| needing.allows(it.from_level)) {
                let why = std::iter::once(&it.reason).chain(needed.why).collect();
                *needing = Held { level: Some(it.from_level.below()), why, questions: needed.questions };
                changed = true;
            }
        }
    }
    all
}

/// What rules ask for, within what holds back.
fn asked_for<'a>(interview: &'a Interview, base: &'a Base, rules: &[&'a Rule], held: &Held<'a>) -> Proposed<'a> {
    let least = |rule: &&'a Rule| match rule.asks {
        Asks::AtLeast(level, scope) => Some((level, scope, *rule)),
        Asks::AtMost(_) => None,
    };
    let asking: Vec<(Level, Scope, &'a Rule)> = rules.iter().filter_map(least).collect();
    let wanted = asking.iter().map(|(level, ..)| *level).chain([base.level]).max().unwrap_or(base.level);
    let alone = interview.two_drivers.as_ref().filter(|it| wanted >= it.level && !has_two_drivers(&asking, it.level));
    let single = alone.map(|it| it.level.below());
    let most = [held.level, single].into_iter().flatten().min().filter(|most| *most < wanted);
    let within = |level: Level| most.map_or(level, |most| level.min(most));
    let said = asking.iter().map(|(level, scope, _)| (within(*level), *scope)).chain([(within(base.level), base.scope)]);
    let (level, scope) = said.max().unwrap_or((base.level, base.scope));
    let mut proposed =
        Proposed { voice: Voice::Interview, level, scope, reasons: Vec::new(), held: Vec::new(), asked_by: Vec::new() };
    if within(base.level) == level {
        proposed.reasons.push(&base.reason);
    }
    for (_, _, rule) in asking.iter().filter(|(asked, ..)| within(*asked) == level) {
        add(&mut proposed.reasons, [&rule.reason]);
        add(&mut proposed.asked_by, rule.questions());
    }
    if most.is_some() && most == held.level {
        add(&mut proposed.held, held.why.iter().copied());
        add(&mut proposed.asked_by, held.questions.iter().copied());
    }
    if most.is_some() && most == single {
        add(&mut proposed.held, alone.map(|it| &it.reason));
    }
    proposed
}

/// Whether two of these rules ask for a level, with no question in common.
fn has_two_drivers(asking: &[(Level, Scope, &Rule)], level: Level) -> bool {
    let drivers: Vec<&Rule> = asking.iter().filter(|(asked, ..)| *asked >= level).map(|(.., rule)| *rule).collect();
    drivers.iter().zip(1..).any(|(one, after)| drivers.iter().skip(after).any(|other| one.is_independent_of(other)))
}

/// Raises practices to what others need of them.
fn raise<'a>(all: &mut ByPractice<'a>, dependencies: &'a [Dependency]) {
    // What is raised can need something in its turn; each turn raises something, so it ends.
    let mut changed = true;
    while changed {
        changed = false;
        for it in dependencies {
            let needing = all.get(&it.practice).filter(|needing| needing.level >= it.from_level);
            let Some(asked_by) = needing.map(|needing| needing.asked_by.clone()) else { continue };
            if let Some(needed) = all.get_mut(&it.needs).filter(|needed| needed.level < it.at_least) {
                let reasons = vec![&it.reason];
                *needed =
                    Proposed { level: it.at_least, scope: Scope::General, reasons, held: Vec::new(), asked_by, ..needed.clone() };
                changed = true;
            }
        }
    }
}

/// Adds what is not there yet.
fn add<T: PartialEq>(list: &mut Vec<T>, more: impl IntoIterator<Item = T>) {
    for one in more {
        if !list.contains(&one) {
            list.push(one);
        }
    }
}
