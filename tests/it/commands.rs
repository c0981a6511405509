//! What becomes of what people do on the screen: the changes that follow, and what is shown as mine.

use crate::support::any::{cases, session};
use crate::support::talk::{Talk, authorship};
use crate::support::{answers, id, smm, smm_guided, smm_profile};
use plumbline::analysis::{
    AnswerEffect, Assessment, Behind, answer_effect, begin, confirm, confirm_all, decider, differences, interview_answers,
    proposal, take_over, toggle_profile,
};
use plumbline::model::{Group, IndicatorId, Level, PracticeId, Scope};
use plumbline::session::{
    Answer, Because, Change, Compensated, Confidence, Date, EvidenceUse, Fact, NotApplicable, Origin, PersonId, Place,
    QuickAnswer, Role, Session, Subject, SystemField, Target, Way, commands, mine_or_first, others,
};
use proptest::prelude::*;
use serde_json::json;

type Outcome = Result<(), Box<dyn std::error::Error>>;

const PROGRAM: &str = "governance.strategy.program";
const PATCHING: &str = "hardening.vulnerability.patching";

fn domain(of: &str) -> Result<Group, &'static str> {
    smm().path_to(&id(of)).first().map(|group| (*group).clone()).ok_or("no such practice")
}

fn proposed(level: u8) -> Target {
    Target { reason: "as usual".to_owned(), ..Target::new(Level::new(level), Scope::Industry, Origin::Interview) }
}

fn made(session: &Session, changes: impl IntoIterator<Item = Change>) -> Session {
    let mut session = session.clone();
    session.apply(Change::Together(changes.into_iter().collect()), &authorship(None, 500));
    session
}

#[test]
fn confirming_all_makes_every_proposal_a_decision_and_alters_nothing_else() {
    let mut talk = Talk::about(&smm());
    talk.target(PROGRAM, 2);
    talk.change(Change::Target(id(PATCHING), Some(proposed(3))));
    talk.change(Change::Target(id("a"), Some(Target { origin: Origin::Group(id("g")), ..proposed(1) })));
    let changes = confirm_all(&smm_guided(&[]), &talk.session, None, "en");
    assert_eq!(changes, [Change::Target(id(PATCHING), Some(Target { origin: Origin::Practice, ..proposed(3) }))]);
    assert!(confirm_all(&smm_guided(&[]), &made(&talk.session, changes), None, "en").is_empty());
}

#[test]
fn who_decides_what_is_confirmed_is_named_and_who_is_named_already_stays() {
    let mut talk = Talk::about(&smm());
    talk.change(Change::Target(id(PATCHING), Some(proposed(3))));
    talk.change(Change::Target(id(PROGRAM), Some(Target { decided_by: Some(id("p2")), ..proposed(2) })));
    let (asked, who) = (smm_guided(&[]), id("p1"));
    let after = made(&talk.session, confirm_all(&asked, &talk.session, Some(&who), "en"));
    let decided_by = |practice: &str| after.target(&id(practice)).and_then(|it| it.decided_by.clone());
    assert_eq!((decided_by(PATCHING), decided_by(PROGRAM)), (Some(who.clone()), Some(id("p2"))));
    let one = confirm(&asked, &talk.session, &id(PATCHING), Some(&who), "en");
    assert_eq!(made(&talk.session, one).target(&id(PATCHING)).and_then(|it| it.decided_by.clone()), Some(who));
}

#[test]
fn behind_a_target_stands_its_decider_or_else_who_confirmed_or_set_it_and_behind_a_proposal_nobody() {
    let (decided, by): (PersonId, PersonId) = (id("p1"), id("p2"));
    let set = Target::new(Level::new(2), Scope::General, Origin::Practice);
    assert_eq!(decider(&proposed(2), Some(&by)), None);
    assert_eq!(decider(&set, None), None);
    assert_eq!(decider(&set, Some(&by)), Some((Behind::Set, &by)));
    let named = Target { decided_by: Some(decided.clone()), ..set };
    assert_eq!(decider(&named, Some(&by)), Some((Behind::Decided, &decided)));
    let asked = smm_guided(&["manufacturing-line"]);
    let mut talk = Talk::about(&smm());
    talk.change(Change::Together(take_over(&asked, &talk.session)));
    let confirmed = made(&talk.session, confirm_all(&asked, &talk.session, None, "en"));
    let targets = confirmed.targets.iter().filter_map(|(_, fact)| fact.value());
    let how: Vec<_> = targets.map(|target| decider(target, Some(&by))).collect();
    assert_eq!(how, vec![Some((Behind::Confirmed, &by)); 18]);
}

#[test]
fn a_group_is_set_where_nothing_is_set_and_nowhere_else() -> Outcome {
    let mut talk = Talk::about(&smm());
    talk.change(Change::Target(id(PROGRAM), Some(proposed(3))));
    let group = domain(PROGRAM)?;
    let unset = commands::unset_in(&group, &talk.session);
    assert_eq!(unset.len(), group.all_practices().len() - 1);
    let after = made(&talk.session, commands::set_unset(&group, Level::new(2), &talk.session));
    assert_eq!(after.target(&id(PROGRAM)), Some(&proposed(3)), "a proposal is set, too");
    for practice in &unset {
        let expected = Target::new(Level::new(2), Scope::General, Origin::Group(group.id.clone()));
        assert_eq!(after.target(practice), Some(&expected));
    }
    assert_eq!(after.targets.len(), unset.len() + 1, "no other group");
    assert!(commands::set_unset(&group, Level::new(4), &after).is_empty());
    Ok(())
}

#[test]
fn whatever_is_altered_of_a_target_it_counts_as_set_by_hand() {
    let mut talk = Talk::about(&smm());
    assert_eq!(
        commands::alter_target(&talk.session, &id(PROGRAM), &talk.next_authorship(), |_| ()),
        None,
        "there is nothing to alter"
    );
    let new = Target::new(Level::new(2), Scope::General, Origin::Practice);
    assert_eq!(
        commands::set_level(&talk.session, &id(PROGRAM), Level::new(2), &talk.next_authorship()),
        Change::Target(id(PROGRAM), Some(new))
    );
    talk.change(Change::Target(id(PROGRAM), Some(proposed(3))));
    let raised = Target { level: Level::new(4), origin: Origin::Practice, ..proposed(3) };
    assert_eq!(
        commands::set_level(&talk.session, &id(PROGRAM), Level::new(4), &talk.next_authorship()),
        Change::Target(id(PROGRAM), Some(raised))
    );
    let confirmed = Target { origin: Origin::Practice, ..proposed(3) };
    let change = commands::alter_target(&talk.session, &id(PROGRAM), &talk.next_authorship(), |_| ());
    assert_eq!(change, Some(Change::Target(id(PROGRAM), Some(confirmed.clone()))));
    let because = Target { because: Some(Because::Risk), ..confirmed.clone() };
    talk.change(Change::Target(id(PROGRAM), Some(confirmed)));
    let change = commands::alter_target(&talk.session, &id(PROGRAM), &talk.next_authorship(), |target| {
        target.because = Some(Because::Risk)
    });
    assert_eq!(change, Some(Change::Target(id(PROGRAM), Some(because))));
}

#[test]
fn a_reason_that_was_given_for_another_level_says_so_until_somebody_says_that_it_holds_or_gives_another() -> Outcome {
    let mut talk = Talk::about(&smm());
    let reason = "A stronger housing would only cost".to_owned();
    talk.change(Change::Target(
        id(PROGRAM),
        Some(Target { reason: reason.clone(), ..Target::new(Level::new(2), Scope::General, Origin::Practice) }),
    ));
    let set = |talk: &mut Talk, level| {
        let change = commands::set_level(&talk.session, &id(PROGRAM), Level::new(level), &talk.next_authorship());
        talk.change(change);
        talk.session.target(&id(PROGRAM)).cloned().ok_or("no target")
    };
    assert_eq!(set(&mut talk, 1)?.reason_for, None, "chosen in the same sitting");
    talk.pass(86_400);
    let raised = set(&mut talk, 3)?;
    assert_eq!(
        (raised.reason_for, raised.reason.as_str()),
        (Some(Level::new(1)), reason.as_str()),
        "kept, and said for what it was given"
    );
    assert!(!raised.has_reason_for_its_level());
    assert_eq!(set(&mut talk, 4)?.reason_for, Some(Level::new(1)));
    assert_eq!(set(&mut talk, 1)?.reason_for, None, "for this one it was given");
    set(&mut talk, 3)?;
    let holds = commands::reason_holds(&talk.session, &id(PROGRAM), &talk.next_authorship()).ok_or("no target")?;
    talk.change(holds);
    assert!(talk.session.target(&id(PROGRAM)).is_some_and(Target::has_reason_for_its_level));
    talk.pass(86_400);
    assert_eq!(set(&mut talk, 2)?.reason_for, Some(Level::new(3)));
    let other = commands::alter_target(&talk.session, &id(PROGRAM), &talk.next_authorship(), |target| {
        target.reason = "Anybody can reach it".to_owned()
    });
    talk.change(other.ok_or("no target")?);
    assert!(talk.session.target(&id(PROGRAM)).is_some_and(Target::has_reason_for_its_level));
    Ok(())
}

#[test]
fn who_decided_another_level_did_not_decide_this_one() -> Outcome {
    let mut talk = Talk::about(&smm());
    talk.by = Some("tomasz".to_owned());
    let day = Some("2026-10-06".parse()?);
    let decided = Target {
        decided_by: Some(id("tomasz")),
        decided_on: day,
        review_on: day,
        reason: "As the insurer asks".to_owned(),
        ..Target::new(Level::new(2), Scope::General, Origin::Practice)
    };
    talk.change(Change::Target(id(PROGRAM), Some(decided.clone())));
    let said = |change: Option<Change>| match change {
        Some(Change::Target(_, Some(target))) => Ok((target.decided_by, target.decided_on, target.review_on, target.reason)),
        other => Err(format!("{other:?}")),
    };
    let (nobody, reason) = ((None, None, None), decided.reason.clone());
    let by_tomasz = Ok((decided.decided_by.clone(), day, day, reason.clone()));
    let raised =
        |talk: &Talk, level| commands::set_level(&talk.session, &id(PROGRAM), Level::new(level), &talk.next_authorship());
    let scoped = |talk: &Talk, scope| {
        commands::alter_target(&talk.session, &id(PROGRAM), &talk.next_authorship(), |target| target.scope = scope)
    };
    // Whoever has just said that they decided it, and goes on to its scope, says so of both.
    assert_eq!(said(scoped(&talk, Scope::System)), by_tomasz);
    assert_eq!(said(Some(raised(&talk, 3))), by_tomasz);
    // So they do after a reload, which is another actor.
    talk.actor = "tab-2".to_owned();
    assert_eq!(said(Some(raised(&talk, 3))), by_tomasz);
    talk.by = None;
    assert_ne!(said(Some(raised(&talk, 3))), by_tomasz, "nobody said who that is");
    talk.by = Some("tomasz".to_owned());
    // Of what somebody else makes of it, or they themselves on another day, that is not said.
    talk.pass(86_400);
    assert_eq!(said(Some(raised(&talk, 3))), Ok((nobody.0.clone(), nobody.1, nobody.2, reason.clone())));
    assert_eq!(said(scoped(&talk, Scope::System)), Ok((nobody.0.clone(), nobody.1, nobody.2, reason.clone())));
    talk.by = Some("marta".to_owned());
    assert_eq!(said(Some(raised(&talk, 1))), Ok((nobody.0, nobody.1, nobody.2, reason)));
    // The same level, and a reason, are no other decision.
    assert_eq!(said(Some(raised(&talk, 2))), by_tomasz);
    assert_eq!(said(scoped(&talk, Scope::General)), by_tomasz);
    // What it was stays in the log, with who decided it.
    talk.change(raised(&talk, 3));
    let past: Vec<_> =
        talk.session.past_targets_of(&id(PROGRAM)).filter_map(|(_, fact)| fact.value()?.decided_by.clone()).collect();
    assert_eq!(past, [id("tomasz")]);
    Ok(())
}

#[test]
fn a_reason_alone_confirms_no_proposal_and_goes_with_it_nowhere() -> Outcome {
    let profile = smm_profile("manufacturing-line");
    let (with, without) = (smm_guided(&["manufacturing-line"]), smm_guided(&[]));
    let mut talk = Talk::about(&smm());
    talk.change(Change::Together(toggle_profile(&profile, true, Some(&with), &talk.session)));
    for words in ["Audi", "Auditors ask", "Auditors ask for it."] {
        let typed = commands::alter_target(&talk.session, &id(PROGRAM), &talk.next_authorship(), |target| {
            target.reason = words.to_owned()
        });
        talk.change(typed.ok_or("a target")?);
    }
    let kind = commands::alter_target(&talk.session, &id(PROGRAM), &talk.next_authorship(), |target| {
        target.because = Some(Because::Contract)
    });
    talk.change(kind.ok_or("a target")?);
    let target = |session: &Session| session.target(&id(PROGRAM)).cloned().ok_or("a target");
    assert_eq!(target(&talk.session)?.origin, Origin::Profile(profile.id.clone()), "still only proposed");

    // It stays with what else is proposed, and with nothing that is.
    for (question, option) in answers(
        "harm=deadly loss=existential data=critical fleet=mass life=decades touch=public updates=hardly connection=internet duties=supervised attackers=states services=outsourced",
    ) {
        talk.change(Change::Interview(question, Some(option)));
    }
    let raised = target(&made(&talk.session, take_over(&with, &talk.session)))?;
    assert_eq!((raised.level.number(), raised.reason.as_str(), raised.origin), (4, "Auditors ask for it.", Origin::Interview));
    for question in interview_answers(&talk.session).into_keys() {
        talk.change(Change::Interview(question, None));
    }
    let gone = made(&talk.session, toggle_profile(&profile, false, Some(&without), &talk.session));
    let left: Vec<_> = gone.targets.iter().filter(|(_, fact)| fact.value().is_some()).map(|(id, _)| id.to_string()).collect();
    assert_eq!(left, [PROGRAM]);
    assert_eq!(target(&gone)?.reason, "Auditors ask for it.");
    assert!(target(&gone)?.origin.is_proposal());

    let by =
        commands::alter_target(&talk.session, &id(PROGRAM), &talk.next_authorship(), |target| target.decided_by = Some(id("p1")));
    assert_eq!(target(&made(&talk.session, by))?.origin, Origin::Practice, "who says who decided it says that it is decided");
    Ok(())
}

#[test]
fn a_minimum_keeps_its_source_when_its_level_changes() -> Outcome {
    let talk = Talk::about(&smm());
    assert_eq!(commands::source_of_minimum(&talk.session, &id(PROGRAM), "Law".to_owned()), None);
    let set = made(&talk.session, [commands::set_minimum(&talk.session, &id(PROGRAM), Some(Level::new(1)))]);
    let sourced = commands::source_of_minimum(&set, &id(PROGRAM), "Law".to_owned()).ok_or("a minimum")?;
    let sourced = made(&set, [sourced]);
    let raised = made(&sourced, [commands::set_minimum(&sourced, &id(PROGRAM), Some(Level::new(3)))]);
    let minimum = raised.minimums.get(&id::<PracticeId>(PROGRAM)).and_then(Fact::value).ok_or("a minimum")?;
    assert_eq!((minimum.level, minimum.source.as_str()), (Level::new(3), "Law"));
    assert_eq!(commands::set_minimum(&raised, &id(PROGRAM), None), Change::Minimum(id(PROGRAM), None));
    Ok(())
}

#[test]
fn words_that_were_deleted_are_no_statement() {
    let at = || Talk::about(&smm()).place(id::<IndicatorId>("i"));
    let practice = || Talk::about(&smm()).place(id::<PracticeId>(PROGRAM));
    assert_eq!(commands::write_note(at(), String::new()), Change::Note(at(), None));
    assert_eq!(commands::write_note(at(), " ".to_owned()), Change::Note(at(), Some(" ".to_owned())), "as it was typed");
    assert_eq!(commands::write_against(at(), String::new()), Change::Against(at(), None));
    assert_eq!(commands::write_practice_note(practice(), String::new()), Change::PracticeNote(practice(), None));
    assert_eq!(commands::answer_hint(id("h"), String::new()), Change::Hint(id("h"), None));
    let name = commands::describe_system(SystemField::Name, "Mill".to_owned());
    assert_eq!(name, Change::System(SystemField::Name, Some("Mill".to_owned())));
}

#[test]
fn a_reason_is_altered_and_what_is_not_known_of_it_stays() {
    let before = NotApplicable { reason: "no".to_owned(), unknown: [("x".to_owned(), json!(1))].into_iter().collect() };
    let after = NotApplicable { reason: "no radio".to_owned(), ..before.clone() };
    let explained = commands::explained(Answer::NotApplicable(before.clone()), "no radio".to_owned());
    assert_eq!(explained, Some(Answer::NotApplicable(after.clone())));
    assert_eq!(commands::explained(Answer::Met, "because".to_owned()), None);
    let mut talk = Talk::about(&smm());
    talk.quick(PROGRAM, QuickAnswer::NotApplicable(before));
    let at = talk.place(id(PROGRAM));
    let change = commands::not_applicable_quick(&talk.session, at.clone(), "no radio".to_owned());
    assert_eq!(change, Change::Quick(at.clone(), Some(QuickAnswer::NotApplicable(after))));
    talk.quick_level(PROGRAM, 3);
    let change = commands::not_applicable_quick(&talk.session, at.clone(), String::new());
    assert_eq!(change, Change::Quick(at, Some(QuickAnswer::NotApplicable(NotApplicable::because("")))));
}

#[test]
fn how_somebody_knows_is_taken_back_by_saying_it_again() {
    let mut talk = Talk::about(&smm());
    let at = talk.place(id("i"));
    let told = commands::know(&talk.session, at.clone(), Confidence::Told);
    assert_eq!(told, Change::Confidence(at.clone(), Some(Confidence::Told)));
    talk.change(told);
    assert_eq!(commands::know(&talk.session, at.clone(), Confidence::Told), Change::Confidence(at.clone(), None));
    let seen = commands::know(&talk.session, at.clone(), Confidence::Seen);
    assert_eq!(seen, Change::Confidence(at.clone(), Some(Confidence::Seen)));
    let compensated = Answer::Compensated(Compensated::because(""));
    assert_eq!(commands::compensate(at.clone()), Change::Answer(at.clone(), Some(compensated)));
    let day = Date::constant(2026, 11, 27);
    assert_eq!(commands::still_true([at.clone()], day), [Change::Confirmed(at, Some(day))]);
}

#[test]
fn evidence_is_taken_away_from_where_it_was_given() {
    let mut talk = Talk::about(&smm());
    let of_whole = EvidenceUse { indicator: id("i"), part: None, evidence: id("e1") };
    let of_part = EvidenceUse { part: Some(id("cloud")), ..of_whole.clone() };
    talk.change(commands::give_new_evidence(of_whole.clone()));
    assert!(talk.session.evidence.contains_key(&id("e1")));
    let taken = commands::take_evidence_away(&talk.session, of_part.clone());
    assert_eq!(taken, Change::EvidenceUse(of_whole, None), "what is shown for a part was given for all of it");
    talk.change(commands::give_evidence(of_part.clone()));
    assert_eq!(commands::take_evidence_away(&talk.session, of_part.clone()), Change::EvidenceUse(of_part, None));
    let titled = commands::alter_evidence(&talk.session, &id("e1"), |evidence| evidence.title = "Plan".to_owned());
    assert!(matches!(titled, Some(Change::Evidence(_, Some(it))) if it.title == "Plan"));
    assert_eq!(commands::alter_evidence(&talk.session, &id("e2"), |_| ()), None);
}

#[test]
fn whoever_is_added_first_owns_the_business() {
    let mut talk = Talk::about(&smm());
    let role = |change: &Change| match change {
        Change::Person(_, Some(person)) => Some(person.role),
        _ => None,
    };
    let first = commands::add_person(&talk.session, id("ana"));
    assert_eq!(role(&first), Some(Role::BusinessOwner));
    talk.change(first);
    assert_eq!(role(&commands::add_person(&talk.session, id("bo"))), Some(Role::TechnologyOwner));
    let named = commands::alter_person(&talk.session, &id("ana"), |person| person.name = "Ana".to_owned());
    assert!(matches!(named, Some(Change::Person(_, Some(it))) if it.name == "Ana" && it.role == Role::BusinessOwner));
    talk.change(commands::add_part(id("p1"), "edge"));
    let renamed = commands::rename_part(&talk.session, &id("p1"), "Edge".to_owned());
    assert!(matches!(renamed, Some(Change::Part(_, Some(it))) if it.name == "Edge"));
    assert_eq!(commands::rename_part(&talk.session, &id("p2"), "Edge".to_owned()), None);
    let blind = commands::toggle_way(&talk.session, Way::Blind);
    assert!(!talk.session.goes(Way::Blind));
    talk.change(blind);
    assert!(talk.session.goes(Way::Blind));
    talk.change(commands::toggle_way(&talk.session, Way::Blind));
    assert!(!talk.session.goes(Way::Blind));
}

#[test]
fn a_domain_is_assigned_practice_by_practice() -> Outcome {
    let mut talk = Talk::about(&smm());
    talk.add_person("ana");
    let group = domain(PROGRAM)?;
    let assigned = made(&talk.session, commands::assign_all(&id("ana"), &group, true));
    assert!(group.all_practices().iter().all(|practice| assigned.assigned_to(&practice.id).eq([&id("ana")])));
    let without = made(&assigned, [commands::assign(&id("ana"), &id(PROGRAM), false)]);
    assert_eq!(without.assigned_to(&id(PROGRAM)).count(), 0);
    let nothing = made(&assigned, commands::assign_all(&id("ana"), &group, false));
    assert!(group.all_practices().iter().all(|practice| nothing.assigned_to(&practice.id).next().is_none()));
    Ok(())
}

#[test]
fn settling_says_which_answers_were_looked_at() {
    let mut talk = Talk::about(&smm());
    let at = Subject { on: id::<IndicatorId>("i"), round: id("r1"), part: None };
    let among: Vec<_> = talk.session.rounds.values().map(|fact| fact.stamp.clone()).collect();
    let settled = commands::settle(&talk.session, &at, Answer::Partly, among.clone(), "  Both looked. ");
    talk.change(settled);
    let settlement = talk.session.settlements.get(&at).and_then(Fact::value);
    assert!(settlement.is_some_and(|it| it.answer == Answer::Partly && it.among == among && it.reason == "Both looked."));
    talk.change(commands::open_again(at.clone()));
    assert_eq!(talk.session.settlements.get(&at).and_then(Fact::value), None);
    let on = Subject { on: id::<PracticeId>(PROGRAM), round: id("r1"), part: None };
    talk.change(commands::alter_override(&talk.session, on.clone(), |set| set.reason = "Audit".to_owned()));
    talk.change(commands::alter_override(&talk.session, on.clone(), |set| set.level = Level::new(3)));
    let set = talk.session.overrides.get(&on).and_then(Fact::value);
    assert!(set.is_some_and(|set| set.level == Level::new(3) && set.reason == "Audit"));
}

#[test]
fn an_own_statement_says_nothing_before_somebody_writes_it() {
    let mut talk = Talk::about(&smm());
    talk.change(commands::add_own_indicator(id("own.1"), id(PROGRAM)));
    assert!(plumbline::analysis::own_indicators(&talk.session).is_empty());
    let written = commands::alter_own_indicator(&talk.session, &id("own.1"), |own| own.text = "We meet.".to_owned());
    talk.session = made(&talk.session, written);
    assert_eq!(plumbline::analysis::own_indicators(&talk.session).len(), 1);
    assert_eq!(commands::alter_own_indicator(&talk.session, &id("own.2"), |_| ()), None);
}

#[test]
fn taking_over_sets_what_is_proposed_and_leaves_what_was_set_by_hand() {
    let mut talk = Talk::about(&smm());
    talk.target(PATCHING, 1);
    for (question, option) in answers("harm=serious") {
        talk.change(Change::Interview(question, Some(option)));
    }
    let asked = smm_guided(&["manufacturing-line"]);
    let after = made(&talk.session, take_over(&asked, &talk.session));
    assert!(differences(&Assessment::latest(&asked, &after), &interview_answers(&after)).is_empty(), "all of it is taken over");
    assert_eq!(after.target(&id(PATCHING)), talk.session.target(&id(PATCHING)));
    assert!(after.targets.len() > 10 && take_over(&asked, &after).is_empty());
}

#[test]
fn a_profile_comes_and_goes_with_what_it_proposes() {
    let profile = smm_profile("manufacturing-line");
    let mut talk = Talk::about(&smm());
    talk.target(PATCHING, 1);
    let (with, without) = (smm_guided(&["manufacturing-line"]), smm_guided(&[]));
    let used = made(&talk.session, toggle_profile(&profile, true, Some(&with), &talk.session));
    assert!(used.profiles_in_use().eq([&profile.id]));
    assert_eq!(used.targets.len(), 18);
    let back = made(&used, toggle_profile(&profile, false, Some(&without), &used));
    assert_eq!(back.profiles_in_use().count(), 0);
    let left: Vec<_> = back.targets.iter().filter(|(_, fact)| fact.value().is_some()).map(|(id, _)| id.to_string()).collect();
    assert_eq!(left, [PATCHING], "what was set by hand stays");
    let changes = toggle_profile(&profile, true, None, &talk.session);
    assert_eq!(changes, [commands::use_profile(&profile)], "where the model is not here, the targets stay");
}

#[test]
fn what_is_begun_with_a_profile_has_what_it_proposes_and_without_one_nothing() {
    let with = begin(id("s9"), id("r9"), &smm_guided(&["manufacturing-line"]), &authorship(None, 0));
    let profile = smm_profile("manufacturing-line");
    assert!(with.profiles_in_use().eq([&profile.id]));
    assert_eq!((with.id.as_str(), with.round().map(|round| round.as_str())), ("s9", Some("r9")));
    for proposal in &profile.targets {
        let target = with.target(&proposal.practice);
        assert!(target.is_some_and(|it| (it.level, it.scope) == (proposal.level, proposal.scope) && it.origin.is_proposal()));
    }
    let without = begin(id("s9"), id("r9"), &smm_guided(&[]), &authorship(None, 0));
    assert!(without.is_free_of_model());
}

#[test]
fn an_answer_of_the_interview_does_to_the_proposals_what_is_said_before() {
    for profiles in [&["manufacturing-line"][..], &[]] {
        an_answer_does_what_is_said_before(profiles, true);
        let taking_place = an_answer_does_what_is_said_before(profiles, false);
        assert_eq!(taking_place > 0, !profiles.is_empty(), "mild answers propose less than the profile somewhere");
    }
}

/// Answers all questions, each with its gravest answer or its mildest; how many proposals became lower.
fn an_answer_does_what_is_said_before(profiles: &[&str], gravest: bool) -> usize {
    let asked = smm_guided(profiles);
    let mut talk = Talk::about(&smm());
    let questions = asked.interview().map(|interview| interview.questions.clone()).unwrap_or_default();
    let (mut changed, mut taking_place) = (0, 0);
    for (number, question) in questions.iter().enumerate() {
        let option = if gravest { question.options.last() } else { question.options.first() };
        let option = option.map(|option| option.id.clone());
        let effect = answer_effect(&asked, &talk.session, &question.id, option.as_ref());
        let before = interview_answers(&talk.session);
        talk.change(Change::Interview(question.id.clone(), option));
        let after = interview_answers(&talk.session);
        let AnswerEffect::Changes(changes) = effect else {
            assert_eq!(number, 0, "only the first answer is the first");
            assert!(profiles.is_empty(), "what a profile proposes stood there before");
            continue;
        };
        changed += changes.len();
        for it in &changes {
            // An answer where there was none lowers a proposal only where one's own answers take the place of a profile's, or one holds
            // it back: that few people do so shows the last answer.
            let is_lower = it.after.map(|(level, _)| level) < it.before.map(|(level, _)| level);
            let holds_back = gravest && ["updates", "people"].contains(&question.id.as_str());
            assert!(is_lower == it.takes_place || (is_lower && holds_back), "{it:?}");
            taking_place += usize::from(it.takes_place);
        }
        for practice in asked.model().practices() {
            let of = |answers| proposal(&asked, answers, &practice.id).map(|it| (it.level, it.scope));
            let said = changes.iter().find(|it| it.practice == practice.id).map(|it| (it.before, it.after));
            let is = (of(&before), of(&after));
            assert_eq!(said, (is.0 != is.1).then_some(is), "{}", practice.id);
        }
    }
    assert!(changed > 0 || !gravest);
    taking_place
}

fn at(by: Option<&str>) -> Place<IndicatorId> {
    Place { on: id("i"), round: id("r1"), part: None, by: by.map(id) }
}

#[test]
fn what_is_shown_as_mine_is_mine_or_nobodys_and_never_somebody_elses() {
    let mut talk = Talk::about(&smm());
    for (by, words) in [(Some("ana"), "Ana's"), (Some("bo"), "Bo's")] {
        talk.change(Change::Note(at(by), Some(words.to_owned())));
    }
    let notes = |session: &Session, by: Option<&str>| mine_or_first(&session.notes, &at(by)).cloned();
    assert_eq!(notes(&talk.session, Some("bo")).as_deref(), Some("Bo's"));
    assert_eq!(notes(&talk.session, Some("cy")), None);
    assert_eq!(notes(&talk.session, None).as_deref(), Some("Ana's"), "who looks on sees what the first one said");
    talk.change(Change::Note(at(None), Some("nobody's".to_owned())));
    assert_eq!(notes(&talk.session, Some("cy")).as_deref(), Some("nobody's"));
    assert_eq!(notes(&talk.session, Some("bo")).as_deref(), Some("Bo's"));
    let theirs = |by: Option<&str>| {
        let at = at(by);
        others(&talk.session.notes, &at).map(|(by, words)| (by.to_string(), words.clone())).collect::<Vec<_>>()
    };
    assert_eq!(theirs(Some("bo")), [("ana".to_owned(), "Ana's".to_owned())]);
    assert_eq!(theirs(Some("cy")).len(), 2);
    assert!(theirs(None).is_empty());
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn confirming_and_setting_again_changes_nothing_more(session in session()) {
        let asked = smm_guided(&[]);
        let confirmed = made(&session, confirm_all(&asked, &session, None, "en"));
        prop_assert!(confirm_all(&asked, &confirmed, None, "en").is_empty());
        prop_assert!(confirmed.targets.values().filter_map(Fact::value).all(|target| !target.origin.is_proposal()));
        let levels = |session: &Session| -> Vec<_> {
            session.targets.values().map(|fact| fact.value().map(|it| (it.level, it.scope, it.reason.clone()))).collect()
        };
        prop_assert_eq!(levels(&confirmed), levels(&session));
    }

    #[test]
    fn mine_and_what_others_said_are_all_that_was_said(session in session()) {
        for place in session.notes.keys() {
            let nobody = Place { by: None, ..place.clone() };
            let said = session.notes.iter().filter(|(other, fact)| {
                fact.value().is_some() && (&other.on, &other.round, &other.part) == (&place.on, &place.round, &place.part)
            });
            let said: Vec<_> = said.map(|(other, _)| other.by.clone()).collect();
            prop_assert_eq!(mine_or_first(&session.notes, &nobody).is_some(), !said.is_empty());
            if place.by.is_some() {
                let theirs: Vec<_> = others(&session.notes, place).map(|(by, _)| Some(by.clone())).collect();
                let expected: Vec<_> = said.into_iter().filter(|by| by.is_some() && *by != place.by).collect();
                prop_assert_eq!(theirs, expected);
            }
        }
    }
}
