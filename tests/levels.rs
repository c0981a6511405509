//! A level is reached exactly when the rule says so, and never rises because something got worse.

mod support;

use plumbline::analysis::{Current, PracticeResult, Results, results};
use plumbline::model::{Level, PracticeId, Questionnaire};
use plumbline::session::{Answer, Change, NotApplicable, QuickAnswer, Session};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use support::any::cases;
use support::oracle::{Expected, Statement, Talks, What, expected};
use support::talk::Talk;
use support::{id, smm_asked, tiny_asked};

fn not_applicable(reason: &str) -> Answer {
    Answer::NotApplicable(NotApplicable::because(reason))
}

/// Answers, mostly good ones, so that levels above the lowest come up.
fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        8 => Just(Answer::Met),
        1 => Just(Answer::Partly),
        1 => Just(Answer::NotMet),
        2 => Just(not_applicable("no wires")),
        1 => Just(not_applicable(" ")),
    ]
}

fn quick(top: u8) -> impl Strategy<Value = QuickAnswer> {
    let level = (0..=top).prop_map(|level| QuickAnswer::Level(Level::new(level)));
    let reasons = select(vec!["", "we have none"]);
    prop_oneof![5 => level, 1 => reasons.prop_map(|reason| QuickAnswer::NotApplicable(NotApplicable::because(reason)))]
}

fn whole(what: What) -> Statement {
    Statement { what, part: None, by: None, round: "r2" }
}

/// Talks about these practices: most indicators answered for the whole, then some more said about parts, by others, in the
/// round before, or over again.
fn talks(asked: &Questionnaire, practices: &[&str]) -> impl Strategy<Value = Talks> + use<> {
    let top = asked.model().top();
    let practices: Vec<PracticeId> = practices.iter().map(|practice| id(practice)).collect();
    let found = practices.iter().filter_map(|practice| asked.model().practice(practice));
    let levels = found.flat_map(|practice| Level::NONE.up_to(top).flat_map(|level| asked.indicators(practice, level)));
    let ids: Vec<String> = levels.map(|it| it.indicator.id.to_string()).collect();

    let base = vec(option::weighted(0.85, answer()), ids.len());
    let names = ids.clone();
    let base = (any::<bool>(), base).prop_map(move |(touched, answers)| {
        let said = names.iter().zip(answers).filter_map(|(id, answer)| Some((id.clone(), answer?)));
        said.filter(|_| touched).map(|(id, answer)| whole(What::Indicator(id, answer))).collect::<Vec<_>>()
    });
    let indicator = (select(ids), answer()).prop_map(|(id, answer)| What::Indicator(id, answer));
    let practice = select(practices.iter().map(ToString::to_string).collect::<Vec<_>>());
    let what = prop_oneof![3 => indicator, 1 => (practice, quick(top.number())).prop_map(|(id, answer)| What::Quick(id, answer))];
    let part = option::of(select(vec!["cloud", "device", "removed"]));
    let by = option::of(select(vec!["ana", "bo"]));
    let round = prop_oneof![5 => Just("r2"), 1 => Just("r1")];
    let more = (what, part, by, round).prop_map(|(what, part, by, round)| Statement { what, part, by, round });
    let parts = select(vec![vec![], vec!["cloud"], vec!["cloud", "device"]]);
    (parts, base, vec(more, 0..12)).prop_map(|(parts, mut statements, more)| {
        statements.extend(more);
        Talks { parts, statements }
    })
}

fn tiny_talks() -> impl Strategy<Value = Talks> {
    talks(&tiny_asked(), &["lager.kalt.kuehlen", "lager.mehl", "haende.waschen"])
}

fn smm_talks() -> impl Strategy<Value = Talks> {
    let asked = smm_asked();
    let practices: Vec<String> = asked.model().practices().iter().map(|practice| practice.id.to_string()).collect();
    select(practices).prop_flat_map(move |practice| talks(&asked, &[&practice]))
}

/// A session in which all of this was said.
fn session_of(talks: &Talks, asked: &Questionnaire) -> Session {
    let mut talk = Talk::about(asked.model());
    for part in talks.parts.iter().chain(&["removed"]) {
        talk.name_part(part);
    }
    talk.change(Change::Part(id("removed"), None));
    talk.open_round("r2");
    for Statement { what, part, by, round } in &talks.statements {
        talk.part = part.map(str::to_owned);
        talk.by = by.map(str::to_owned);
        (*round).clone_into(&mut talk.round);
        match what {
            What::Indicator(id, answer) => talk.answer(id, answer.clone()),
            What::Quick(id, answer) => talk.quick(id, answer.clone()),
        }
    }
    talk.session
}

fn found(result: &PracticeResult) -> (Expected, Option<(u8, String)>) {
    let current = match result.standing.current {
        Current::Unanswered => Expected::Unanswered,
        Current::NotApplicable => Expected::NotApplicable,
        Current::Known { low, high, .. } => Expected::Between(low.number(), high.number()),
    };
    (current, result.standing.near_miss.as_ref().map(|near| (near.level.number(), near.indicator.to_string())))
}

fn follows_the_rule(asked: &Questionnaire, talks: &Talks) -> Result<(), TestCaseError> {
    let results = results(asked, &session_of(talks, asked));
    for practice in asked.model().practices() {
        let found = results.practice(&practice.id).map(found);
        prop_assert_eq!(found, Some(expected(talks, asked, practice)), "{}", practice.id);
    }
    Ok(())
}

/// No level is higher after than before.
fn nothing_rose(before: &Results, after: &Results) -> Result<(), TestCaseError> {
    for (before, after) in before.practices.iter().zip(&after.practices) {
        if let (Expected::Between(low, high), now) = (found(before).0, found(after).0) {
            let fell = matches!(now, Expected::Between(now_low, now_high) if now_low <= low && now_high <= high);
            prop_assert!(fell, "{}: from {low} to {high}, then {now:?}", before.practice);
        }
    }
    Ok(())
}

/// The answers that say less than this one.
fn worse(answer: &Answer) -> Vec<Answer> {
    match answer {
        Answer::Met => vec![Answer::Partly, Answer::NotMet],
        Answer::Partly | Answer::NotApplicable { .. } => vec![Answer::NotMet],
        Answer::NotMet => Vec::new(),
    }
}

/// Picks an answer among the statements and one that says less.
fn worsened(talks: &Talks, which: &Index, how: &Index) -> Option<(usize, Statement)> {
    let can_be = |statement: &Statement| match &statement.what {
        What::Indicator(id, answer) => worse(answer).into_iter().map(|answer| What::Indicator(id.clone(), answer)).collect(),
        What::Quick(..) => Vec::new(),
    };
    let all: Vec<(usize, Statement)> = talks
        .statements
        .iter()
        .enumerate()
        .flat_map(|(index, statement)| {
            can_be(statement).into_iter().map(move |what| (index, Statement { what, ..statement.clone() }))
        })
        .collect();
    let same: Vec<_> = (!all.is_empty()).then(|| which.get(&all).0).into_iter().collect();
    let choices: Vec<_> = all.into_iter().filter(|(index, _)| same.contains(index)).collect();
    (!choices.is_empty()).then(|| how.get(&choices).clone())
}

fn worse_never_raises(asked: &Questionnaire, talks: &Talks, which: &Index, how: &Index) -> Result<(), TestCaseError> {
    let Some((index, statement)) = worsened(talks, which, how) else { return Ok(()) };
    let before = results(asked, &session_of(talks, asked));

    let mut instead = talks.clone();
    instead.statements.splice(index..=index, [statement.clone()]);
    nothing_rose(&before, &results(asked, &session_of(&instead, asked)))?;

    let mut beside = talks.clone();
    beside.statements.push(Statement { by: Some("zoe"), ..statement });
    nothing_rose(&before, &results(asked, &session_of(&beside, asked)))
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn a_level_is_reached_exactly_when_the_rule_says_so(talks in tiny_talks()) {
        follows_the_rule(&tiny_asked(), &talks)?;
    }

    #[test]
    fn a_worse_answer_or_a_second_worse_opinion_never_raises_a_level(
        talks in tiny_talks(), which in any::<Index>(), how in any::<Index>(),
    ) {
        worse_never_raises(&tiny_asked(), &talks, &which, &how)?;
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn the_rule_holds_for_the_shipped_model_and_profiles(talks in smm_talks()) {
        follows_the_rule(&smm_asked(), &talks)?;
    }

    #[test]
    fn nothing_rises_by_getting_worse_in_the_shipped_model(
        talks in smm_talks(), which in any::<Index>(), how in any::<Index>(),
    ) {
        worse_never_raises(&smm_asked(), &talks, &which, &how)?;
    }
}
