//! Targets and evidence of before: they stay in force, and are offered to be confirmed, changed or left out.

use crate::support::talk::Talk;
use crate::support::{bytes, content, id, json, tiny, tiny_asked};
use plumbline::analysis::{Assessment, carried, carried_evidence, carried_targets, results, stale};
use plumbline::exchange::{read_session, write_session};
use plumbline::session::commands::{self, NewRound};
use plumbline::session::{Answer, Change, Date, Evidence, EvidenceKind, EvidenceUse, Origin, RoundReason, Session, Target};

type Outcome = Result<(), Box<dyn std::error::Error>>;

const DAY: i64 = 86_400;
/// The day on which talks begin.
const BEGUN: Date = Date::constant(2026, 11, 23);
const TODAY: Date = Date::constant(2027, 1, 22);
const COOLING: &str = "lager.kalt.kuehlen";
const FLOUR: &str = "lager.mehl";
const HANDS: &str = "haende.waschen";

fn open(talk: &mut Talk, fresh: &str, on: Date) -> Outcome {
    let (name, words) = (String::new(), String::new());
    let new = NewRound { fresh: fresh.to_owned(), name, reason: RoundReason::Schedule, words, on };
    talk.change(commands::open_round(&talk.session, new).ok_or("a round")?);
    talk.round = fresh.to_owned();
    Ok(())
}

fn give(talk: &mut Talk, evidence: &str, indicator: &str) {
    talk.change(Change::Evidence(id(evidence), Some(Evidence::new(evidence, EvidenceKind::Document))));
    talk.change(commands::give_evidence(EvidenceUse { indicator: id(indicator), part: None, evidence: id(evidence) }));
}

/// Targets for cooling and flour, one for hands that is only proposed; evidence for cooling and flour, and a piece without a statement. Two
/// months later another round begins.
fn second_round() -> Result<Talk, Box<dyn std::error::Error>> {
    let mut talk = Talk::about(&tiny());
    talk.target(COOLING, 2);
    talk.target(FLOUR, 1);
    let proposed = Target::new(plumbline::model::Level::new(1), plumbline::model::Scope::General, Origin::Interview);
    talk.change(Change::Target(id(HANDS), Some(proposed)));
    talk.answer("m1", Answer::Met);
    give(&mut talk, "seal", "m1");
    give(&mut talk, "photo", "k1a");
    talk.change(Change::Evidence(id("loose"), Some(Evidence::new("loose", EvidenceKind::Document))));
    talk.pass(60 * DAY);
    open(&mut talk, "r2", TODAY)?;
    Ok(talk)
}

/// Which targets and which evidence are to be confirmed, each with where and when it was last looked at.
fn offered(session: &Session) -> Vec<String> {
    let asked = tiny_asked();
    let now = Assessment::latest(&asked, session);
    let targets = carried_targets(&now).into_iter().map(|it| format!("{} {} {} {}", it.practice, it.level, it.round, it.on));
    let evidence = carried_evidence(&now, TODAY).into_iter().map(|it| format!("{} {} {}", it.evidence, it.practice, it.on));
    targets.chain(evidence).collect()
}

#[test]
fn what_was_set_before_is_offered_and_stays_in_force() -> Outcome {
    let asked = tiny_asked();
    let talk = second_round()?;
    let evidence = [format!("photo {COOLING} {BEGUN}"), format!("seal {FLOUR} {BEGUN}")];
    let targets = [format!("{COOLING} 2 r1 {BEGUN}"), format!("{FLOUR} 1 r1 {BEGUN}")];
    assert_eq!(offered(&talk.session), [targets, evidence].concat(), "proposals are to be decided anyway");
    let now = Assessment::latest(&asked, &talk.session);
    let levels: Vec<_> = results(&now).practices.iter().map(|it| it.target.map(plumbline::model::Level::number)).collect();
    assert_eq!(levels, [Some(2), Some(1), Some(1)]);
    let counts: Vec<_> = carried(&now, TODAY).iter().map(|it| (it.practice.to_string(), it.count())).collect();
    assert_eq!(counts, [(COOLING.to_owned(), 2), (FLOUR.to_owned(), 3)]);
    let first = id("r1");
    let first = Assessment::of_round(&asked, &talk.session, &first);
    assert!(carried_targets(&first).is_empty() && carried_evidence(&first, TODAY).is_empty(), "nothing comes before the first");
    Ok(())
}

#[test]
fn what_is_confirmed_changed_or_cleared_is_not_offered_again() -> Outcome {
    let mut talk = second_round()?;
    let before = talk.session.targets.clone();
    let confirmed = commands::confirm_target(&talk.session, &id(COOLING), &id("r2"), TODAY).ok_or("a target")?;
    let back = talk.change(confirmed);
    assert_eq!(talk.session.targets, before, "the decision stays whose it was");
    assert_eq!(offered(&talk.session).first(), Some(&format!("{FLOUR} 1 r1 {BEGUN}")));
    talk.change(back);
    assert_eq!(offered(&talk.session).first(), Some(&format!("{COOLING} 2 r1 {BEGUN}")), "undone");
    talk.change(commands::confirm_target(&talk.session, &id(COOLING), &id("r2"), TODAY).ok_or("a target")?);
    talk.target(FLOUR, 2);
    talk.change(commands::confirm_evidence(&talk.session, &id("photo"), &id("r2"), TODAY).ok_or("it is there")?);
    assert_eq!(offered(&talk.session), [format!("seal {FLOUR} {BEGUN}")]);
    // What shows nothing any more stays, since it did in the first round; the answer that it showed is stale then.
    let ended = commands::end_evidence(&talk.session, &id("seal"), &id("r2"), TODAY).ok_or("it is there")?;
    talk.change(ended);
    assert_eq!(offered(&talk.session), Vec::<String>::new());
    let yesterday = Date::constant(2027, 1, 21);
    assert_eq!(talk.session.evidence(&id("seal")).and_then(|it| it.valid_until), Some(yesterday));
    talk.answer("m1", Answer::Met);
    let asked = tiny_asked();
    let old: Vec<_> =
        stale(&Assessment::latest(&asked, &talk.session), TODAY).into_iter().map(|it| it.at.on.to_string()).collect();
    assert_eq!(old, ["m1"]);
    // In the third round each is offered from where it was looked at last.
    talk.pass(30 * DAY);
    open(&mut talk, "r3", Date::constant(2027, 2, 21))?;
    let third = offered(&talk.session);
    assert_eq!(third.first(), Some(&format!("{COOLING} 2 r2 {TODAY}")), "confirmed there");
    assert_eq!(third.get(1), Some(&format!("{FLOUR} 2 r2 {TODAY}")), "set there");
    talk.change(Change::Target(id(COOLING), None));
    assert!(!offered(&talk.session).iter().any(|it| it.starts_with(COOLING)), "without a target nothing is to be confirmed");
    Ok(())
}

#[test]
fn a_file_of_before_says_nothing_of_it_and_stays_as_it_is() -> Outcome {
    const GOLDEN: &str = "tests/data/golden/session-v1-rounds.json";
    let session = read_session(&bytes(GOLDEN))?;
    assert!(session.confirmed_targets.is_empty() && session.confirmed_evidence.is_empty());
    assert_eq!(content(&write_session(&session)?), json(GOLDEN), "an empty list is left out");
    assert!(offered(&session).iter().any(|it| it.starts_with(COOLING)), "its target holds, and can be confirmed");
    Ok(())
}
