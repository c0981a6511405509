//! A level is reached exactly when the rule says so, and never rises because something got worse.

use crate::support::any::cases;
use crate::support::consolidated::{Statement, Talks, What};
use crate::support::oracle::{Expected, State, expected};
use crate::support::talk::Talk;
use crate::support::{id, smm_asked, tiny_asked};
use plumbline::analysis::{Assessment, Basis, Current, PracticeResult, Results, results};
use plumbline::model::{Level, PracticeId, Questionnaire};
use plumbline::session::{
    Answer, Change, Compensated, Confidence, NotApplicable, Override, QuickAnswer, Session, Settlement, Subject,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Map;

fn not_applicable(reason: &str) -> Answer {
    Answer::NotApplicable(NotApplicable::because(reason))
}

fn compensated(reason: &str) -> Answer {
    Answer::Compensated(Compensated::because(reason))
}

/// Answers, mostly good ones, so that levels above the lowest come up.
fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        8 => Just(Answer::Met),
        1 => Just(Answer::Partly),
        1 => Just(Answer::NotMet),
        2 => Just(not_applicable("no wires")),
        1 => Just(not_applicable(" ")),
        2 => Just(compensated("a guard stands beside it")),
        1 => Just(compensated("")),
        2 => Just(Answer::DontKnow),
    ]
}

fn quick(top: u8) -> impl Strategy<Value = QuickAnswer> {
    let level = (0..=top).prop_map(|level| QuickAnswer::Level(Level::new(level)));
    let reasons = select(vec!["", "we have none"]);
    prop_oneof![5 => level, 1 => reasons.prop_map(|reason| QuickAnswer::NotApplicable(NotApplicable::because(reason)))]
}

fn part() -> impl Strategy<Value = Option<&'static str>> {
    option::of(select(vec!["cloud", "device", "removed"]))
}

fn person() -> impl Strategy<Value = Option<&'static str>> {
    option::of(select(vec!["ana", "bo"]))
}

fn whole(what: What) -> Statement {
    Statement { what, part: None, by: None, round: "r2" }
}

/// Nobody in particular answers most indicators for the whole, some of them without being sure.
fn groundwork(ids: Vec<String>) -> impl Strategy<Value = Vec<Statement>> {
    let one = (option::weighted(0.85, answer()), option::weighted(0.1, select(Confidence::ALL.to_vec())));
    (any::<bool>(), vec(one, ids.len())).prop_map(move |(touched, said)| {
        let about = |(id, (answer, confidence)): (&String, (Option<Answer>, Option<Confidence>))| {
            let answer = answer.map(|answer| whole(What::Indicator(id.clone(), answer)));
            answer.into_iter().chain(confidence.map(|confidence| whole(What::Sureness(id.clone(), confidence))))
        };
        ids.iter().filter(|_| touched).zip(said).flat_map(about).collect()
    })
}

/// Anybody says anything about any of these, in this round or the one before.
fn anything(ids: Vec<String>, practices: Vec<String>, top: u8) -> impl Strategy<Value = Vec<Statement>> {
    let reason = select(vec!["", "I saw it"]);
    let what = prop_oneof![
        6 => (select(ids.clone()), answer()).prop_map(|(id, answer)| What::Indicator(id, answer)),
        1 => select(ids.clone()).prop_map(What::Withdrawn),
        2 => (select(ids.clone()), select(Confidence::ALL.to_vec())).prop_map(|(id, sure)| What::Sureness(id, sure)),
        1 => (select(ids), answer()).prop_map(|(id, answer)| What::Settled(id, answer)),
        2 => (select(practices.clone()), quick(top)).prop_map(|(id, answer)| What::Quick(id, answer)),
        1 => (select(practices), 0..=top, reason).prop_map(|(id, level, reason)| What::Set(id, level, reason)),
    ];
    let round = prop_oneof![5 => Just("r2"), 1 => Just("r1")];
    (what, part(), person(), round).prop_map(|(what, part, by, round)| vec![Statement { what, part, by, round }])
}

/// Two people answer the same, somebody settles it, and one of them may think again.
fn dispute(ids: Vec<String>) -> impl Strategy<Value = Vec<Statement>> {
    let again = option::of((select(vec!["ana", "bo", "zoe"]), option::weighted(0.7, answer())));
    (select(ids), part(), [answer(), answer(), answer()], again).prop_map(|(id, part, [ana, bo, settled], again)| {
        let say = |by, what| Statement { what, part, by, round: "r2" };
        let again = again.map(|(by, answer)| {
            say(Some(by), answer.map_or(What::Withdrawn(id.clone()), |answer| What::Indicator(id.clone(), answer)))
        });
        let said = [("ana", ana), ("bo", bo)].map(|(by, answer)| say(Some(by), What::Indicator(id.clone(), answer)));
        said.into_iter().chain([say(None, What::Settled(id.clone(), settled))]).chain(again).collect()
    })
}

/// Talks about these practices: most indicators answered for the whole, then some more said about parts, by others, in the
/// round before, or over again.
fn talks(asked: &Questionnaire, practices: &[&str]) -> impl Strategy<Value = Talks> + use<> {
    let top = asked.model().top();
    let practices: Vec<PracticeId> = practices.iter().map(|practice| id(practice)).collect();
    let found = practices.iter().filter_map(|practice| asked.model().practice(practice));
    let levels = found.flat_map(|practice| Level::NONE.up_to(top).flat_map(|level| asked.indicators(practice, level)));
    let ids: Vec<String> = levels.map(|it| it.indicator.id.to_string()).collect();
    let practices = practices.iter().map(ToString::to_string).collect();
    let more = prop_oneof![6 => anything(ids.clone(), practices, top.number()), 1 => dispute(ids.clone())];
    let parts = select(vec![vec![], vec!["cloud"], vec!["cloud", "device"]]);
    (parts, groundwork(ids), vec(more, 0..12)).prop_map(|(parts, mut statements, more)| {
        statements.extend(more.into_iter().flatten());
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
        say(&mut talk, what);
    }
    talk.session
}

fn say(talk: &mut Talk, what: &What) {
    match what {
        What::Indicator(id, answer) => talk.answer(id, answer.clone()),
        What::Quick(id, answer) => talk.quick(id, answer.clone()),
        What::Withdrawn(about) => {
            talk.change(Change::Answer(talk.place(id(about)), None));
        }
        What::Sureness(about, confidence) => {
            talk.change(Change::Confidence(talk.place(id(about)), Some(*confidence)));
        }
        What::Settled(about, answer) => {
            let at: Subject<_> = talk.place(id(about)).subject();
            let here = talk.session.answers.iter().filter(|(place, _)| (*place).clone().subject() == at);
            let among = here.map(|(_, fact)| fact.stamp.clone()).collect();
            let settlement = Settlement { answer: answer.clone(), among, reason: String::new(), unknown: Map::new() };
            talk.change(Change::Settlement(at, Some(settlement)));
        }
        What::Set(about, level, reason) => {
            let set = Override { level: Level::new(*level), reason: (*reason).to_owned(), unknown: Map::new() };
            talk.change(Change::Override(talk.place(id(about)).subject(), Some(set)));
        }
    }
}

fn state(current: Current) -> State {
    match current {
        Current::Unanswered => State::Unanswered,
        Current::NotApplicable => State::NotApplicable,
        Current::Known { low, high, .. } => State::Between(low.number(), high.number()),
    }
}

fn found(result: &PracticeResult) -> Expected {
    let standing = &result.standing;
    Expected {
        current: state(standing.current),
        by_rule: state(standing.by_rule),
        sure: standing.sure.map(Level::number),
        near_miss: standing.near_miss.as_ref().map(|near| (near.level.number(), near.indicator.to_string())),
    }
}

fn follows_the_rule(asked: &Questionnaire, talks: &Talks) -> Result<(), TestCaseError> {
    let results = results(&Assessment::latest(asked, &session_of(talks, asked)));
    for practice in asked.model().practices() {
        let result = results.practice(&practice.id);
        prop_assert_eq!(result.map(found), Some(expected(talks, asked, practice)), "{}", practice.id);
        let by_rule = result.map(|result| result.standing.by_rule);
        prop_assert!(!matches!(by_rule, Some(Current::Known { basis: Basis::Override, .. })), "{}: {by_rule:?}", practice.id);
    }
    Ok(())
}

/// No level is higher after than before.
fn nothing_rose(before: &Results, after: &Results) -> Result<(), TestCaseError> {
    for (before, after) in before.practices.iter().zip(&after.practices) {
        let (now, before) = (found(after), found(before));
        for (before, now) in [(before.current, now.current), (before.by_rule, now.by_rule)] {
            if let State::Between(low, high) = before {
                let fell = matches!(now, State::Between(now_low, now_high) if now_low <= low && now_high <= high);
                prop_assert!(fell, "{}: from {low} to {high}, then {now:?}", after.practice);
            }
        }
        if let (Some(before), Some(now)) = (before.sure, now.sure) {
            prop_assert!(now <= before, "{}: sure of {before}, then of {now}", after.practice);
        }
    }
    Ok(())
}

/// The answers that say less than this one.
fn worse(answer: &Answer) -> Vec<Answer> {
    match answer {
        Answer::Met | Answer::Compensated(_) => vec![Answer::Partly, Answer::NotMet],
        Answer::Partly | Answer::NotApplicable(_) | Answer::DontKnow => vec![Answer::NotMet],
        Answer::NotMet | Answer::Own(_) => Vec::new(),
    }
}

/// Picks an answer among the statements and one that says less.
fn worsened(talks: &Talks, which: &Index, how: &Index) -> Option<(usize, Statement)> {
    let can_be = |statement: &Statement| match &statement.what {
        What::Indicator(id, answer) => worse(answer).into_iter().map(|answer| What::Indicator(id.clone(), answer)).collect(),
        _ => Vec::new(),
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
    let before = results(&Assessment::latest(asked, &session_of(talks, asked)));

    let mut beside = talks.clone();
    beside.statements.push(Statement { by: Some("zoe"), ..statement.clone() });
    nothing_rose(&before, &results(&Assessment::latest(asked, &session_of(&beside, asked))))?;

    // Who had settled something would have settled it otherwise if another answer had been given before.
    let mut unsettled = talks.clone();
    unsettled.statements.retain(|statement| !matches!(statement.what, What::Settled(..)));
    let mut instead = unsettled.clone();
    let after = talks.statements.iter().skip(index).filter(|statement| !matches!(statement.what, What::Settled(..))).count();
    let index = unsettled.statements.len() - after;
    instead.statements.splice(index..=index, [statement]);
    nothing_rose(
        &results(&Assessment::latest(asked, &session_of(&unsettled, asked))),
        &results(&Assessment::latest(asked, &session_of(&instead, asked))),
    )
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
