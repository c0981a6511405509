//! What a sign-off says beside what changed since: nothing that was not compared counts as unchanged, and nobody replaces it unseen.

use std::sync::Arc;

use plumbline::analysis::{
    Assessment, FrameChange, Length, ReportOptions, Section, SignOffFit, SignedRound, report, results, sign_offs,
};
use plumbline::exchange::{document_markdown, fingerprint, fingerprint_of, merge};
use plumbline::model::{IndicatorKind, Level, Questionnaire, Scope, read_profile};
use plumbline::session::commands::{close_round, reopen_round, sign, take_sign_off_back};
use plumbline::session::{
    Authorship, Change, Fact, List, Origin, OwnIndicator, Round, Session, SignOff, SignOffOf, Signature, SignedList, Target,
};
use plumbline::ui::report_document;
use serde_json::{Map, Value};

use crate::sign_off::by_key::signed_by_key;
use crate::sign_off::{all, at, day, edited, first_practice, fit, signed, talk};
use crate::support::talk::authorship;
use crate::support::{bytes, id, tiny, tiny_asked};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn as_asked(asked: &Questionnaire, session: &Session) -> Option<SignedRound> {
    let round = id("r1");
    let assessment = Assessment::of_round(asked, session, &round);
    sign_offs(&assessment, &results(&assessment)).into_iter().next()
}

/// The session with its sign-off altered by somebody who has its digest fit again.
fn rewritten(session: &Session, which: &str, alter: impl FnOnce(&mut SignOff)) -> Result<Session, Box<dyn std::error::Error>> {
    let mut session = session.clone();
    let fact = session.sign_offs.get(&at(which)).cloned().ok_or("signed")?;
    let mut it = fact.value().cloned().ok_or("signed")?;
    alter(&mut it);
    it.digest = it.digest_of(&session, &at(which));
    session.sign_offs.insert(at(which), Fact::new(Some(it), fact.by.clone(), fact.at, fact.stamp.clone()));
    Ok(session)
}

/// The report of the round as words.
fn reported(session: &Session, names: bool) -> String {
    let (asked, round) = (tiny_asked(), id("r1"));
    let options = ReportOptions { sections: Section::ALL.into_iter().collect(), length: Length::Full, names };
    let assessment = Assessment::of_round(&asked, session, &round);
    document_markdown(&report_document(&report(&assessment, day(), &options, "en"), ""))
}

#[test]
fn an_own_statement_a_part_and_the_words_of_a_target_are_what_was_confirmed() {
    let changes = [
        Change::Indicator(
            id("own"),
            Some(OwnIndicator {
                practice: id(&first_practice()),
                level: Level::new(4),
                kind: IndicatorKind::Done,
                text: "A lock".to_owned(),
                evidence: String::new(),
                unknown: Map::new(),
            }),
        ),
        Change::Target(
            id(&first_practice()),
            Some(Target { reason: "why".to_owned(), ..Target::new(Level::new(2), Scope::General, Origin::Practice) }),
        ),
    ];
    for change in changes {
        let mut talk = talk();
        talk.change(change.clone());
        assert_eq!(fit(&talk.session), Some(SignOffFit::Changed), "{change:?}");
    }
    let mut talk = talk();
    talk.name_part("oven");
    assert_eq!(fit(&talk.session), Some(SignOffFit::Changed));
}

#[test]
fn a_profile_that_says_something_else_under_its_name_and_edition_is_another() -> Outcome {
    let session = talk().session;
    let mut file: Value = serde_json::from_slice(&bytes("tests/data/tiny-profile.json"))?;
    let with = |file: &Value| -> Result<Questionnaire, Box<dyn std::error::Error>> {
        let profile = read_profile(file.to_string().as_bytes(), &tiny()).map_err(|problems| problems.to_string())?;
        Ok(Questionnaire::new(tiny(), vec![Arc::new(profile)]))
    };
    crate::support::set(&mut file, "/about/de", Value::from("Für alle."));
    assert_eq!(as_asked(&with(&file)?, &session).map(|it| it.fit), Some(SignOffFit::Unchanged), "that asks nothing");
    crate::support::set(&mut file, "/indicators/0/text/de", Value::from("Etwas anderes."));
    let now = as_asked(&with(&file)?, &session).ok_or("signed")?;
    assert_eq!((now.fit, now.frame), (SignOffFit::Changed, vec![FrameChange::Profiles]));
    Ok(())
}

#[test]
fn where_a_profile_is_not_here_nobody_can_tell() -> Outcome {
    let mut talk = talk();
    talk.change(Change::Profile(id("torten"), Some(plumbline::session::ProfileUse { edition: id("v1"), unknown: Map::new() })));
    let change = signed(&talk.session, &tiny_asked(), "o0", "ana").ok_or("signed")?;
    talk.change(change);
    let bare = Questionnaire::new(tiny(), Vec::new());
    let here = |asked: &Questionnaire, session: &Session| -> Result<_, Box<dyn std::error::Error>> {
        let round = id("r1");
        let assessment = Assessment::of_round(asked, session, &round);
        let all = sign_offs(&assessment, &results(&assessment));
        Ok(all.into_iter().find(|it| it.at == at("o0")).ok_or("signed")?)
    };
    assert_eq!(here(&tiny_asked(), &talk.session)?.fit, SignOffFit::Unchanged);
    let now = here(&bare, &talk.session)?;
    assert_eq!((now.fit, now.frame), (SignOffFit::CantCompare, vec![FrameChange::NotHere(vec![id("torten")])]));
    assert!(now.figures.is_empty());
    talk.quick_level(&first_practice(), 2);
    assert_eq!(here(&bare, &talk.session)?.fit, SignOffFit::Changed, "what was said is known all the same");
    Ok(())
}

#[test]
fn what_a_later_version_signed_beside_it_is_neither_changed_nor_unchanged() -> Outcome {
    let session = talk().session;
    let list = SignedList { list: "x-new".to_owned(), entries: 1, digest: "00".to_owned(), unknown: Map::new() };
    let with_list = rewritten(&session, "o1", |it| it.facts.push(list))?;
    assert_eq!(fit(&with_list), Some(SignOffFit::CantCompare));
    let new = |unknown: &mut Map<String, Value>| _ = unknown.insert("x-new".to_owned(), Value::from(1));
    for (what, alter) in [
        ("itself", Box::new(|it: &mut SignOff| new(&mut it.unknown)) as Box<dyn Fn(&mut SignOff)>),
        ("figures", Box::new(|it: &mut SignOff| new(&mut it.figures.unknown))),
        ("practices", Box::new(|it: &mut SignOff| it.figures.practices.iter_mut().for_each(|it| new(&mut it.unknown)))),
        ("lists", Box::new(|it: &mut SignOff| it.facts.iter_mut().for_each(|it| new(&mut it.unknown)))),
        ("profiles", Box::new(|it: &mut SignOff| it.figures.profiles.iter_mut().for_each(|it| new(&mut it.unknown)))),
    ] {
        assert_eq!(fit(&rewritten(&session, "o1", alter)?), Some(SignOffFit::CantCompare), "{what}");
    }
    Ok(())
}

#[test]
fn no_report_gives_out_a_key_that_nobody_checked() -> Outcome {
    let session = signed_by_key(7)?;
    let (_, it, _) = session.sign_offs_of(&id("r1")).get(1).copied().ok_or("signed")?;
    let key = it.signature.as_ref().and_then(Signature::fingerprint).ok_or("a key")?;
    for names in [true, false] {
        let words = reported(&session, names);
        assert!(words.contains("confirmed this round") && !words.contains(&key), "{words}");
    }
    Ok(())
}

#[test]
fn targets_of_a_round_that_was_opened_again_are_no_sign_of_an_edited_file() -> Outcome {
    let mut talk = talk();
    let close = close_round(&talk.session, &id("r1"), id("e1"), day());
    talk.change(close);
    talk.pass(100);
    talk.target(&first_practice(), 1);
    let after = signed(&talk.session, &tiny_asked(), "o2", "bo").ok_or("signed")?;
    talk.change(after);
    assert!(!reported(&talk.session, true).contains("Target: "));
    let again = reopen_round(&id("r1"), id("e2"), "more to say", day()).ok_or("a reason")?;
    talk.change(again);
    assert_eq!(fit(&talk.session), Some(SignOffFit::Changed));
    let words = reported(&talk.session, true);
    assert!(words.contains("the round was opened or closed since") && !words.contains("Was the file edited?"), "{words}");
    Ok(())
}

#[test]
fn who_of_several_said_alike_what_is_said_but_once_does_not_matter() {
    let mut talk = talk();
    let mut others = talk.session.clone();
    talk.target(&first_practice(), 3);
    talk.target(&first_practice(), 2);
    others.apply(
        Change::Target(id(&first_practice()), Some(Target::new(Level::new(2), Scope::General, Origin::Practice))),
        &authorship(Some("bo"), 700),
    );
    for session in [&talk.session, &others] {
        assert_eq!(fit(session), Some(SignOffFit::Unchanged));
    }
    let bos = edited(&talk.session, |file| crate::support::set(file, "/targets/0/by", Value::from("bo")));
    assert_eq!(bos.ok().and_then(|it| fit(&it)), Some(SignOffFit::Unchanged));
    let answers = edited(&talk.session, |file| crate::support::set(file, "/answers/0/by", Value::from("bo")));
    assert_eq!(answers.ok().and_then(|it| fit(&it)), Some(SignOffFit::Changed), "whose answer it is does");
}

#[test]
fn another_name_of_the_round_is_told() -> Outcome {
    let mut talk = talk();
    talk.change(Change::Round(id("r1"), Some(Round { name: "Spring".to_owned(), unknown: Map::new() })));
    let now = all(&talk.session).into_iter().next().ok_or("signed")?;
    assert_eq!((now.fit, now.frame), (SignOffFit::Beside, vec![FrameChange::RoundName(String::new(), "Spring".to_owned())]));
    let forged = edited(&talk.session, |file| crate::support::set(file, "/sign_offs/0/value/round_name", Value::from("Spring")))?;
    assert_eq!(fit(&forged), Some(SignOffFit::Altered));
    Ok(())
}

#[test]
fn a_report_is_superseded_by_signing_what_it_shows() -> Outcome {
    let mut talk = talk();
    let options = ReportOptions { sections: Section::ALL.into_iter().collect(), length: Length::Full, names: true };
    let before = fingerprint(&talk.session, &options)?;
    let change = signed(&talk.session, &tiny_asked(), "o2", "bo").ok_or("signed")?;
    talk.change(change);
    let signed_code = fingerprint(&talk.session, &options)?;
    assert_ne!(signed_code, before);
    let back = take_sign_off_back(&talk.session, &at("o2"), "", day()).ok_or("taken back")?;
    talk.change(back);
    assert_ne!(fingerprint(&talk.session, &options)?, signed_code);
    let close = close_round(&talk.session, &id("r1"), id("e1"), day());
    talk.change(close);
    talk.open_round("r2");
    let (asked, round) = (tiny_asked(), id("r1"));
    let code = |session: &Session| fingerprint_of(&Assessment::of_round(&asked, session, &round), &options);
    let first = code(&talk.session)?;
    let next = SignOffOf { round: id("r2"), sign_off: id("o3") };
    let it = all(&talk.session).into_iter().next().ok_or("signed")?.sign_off;
    talk.change(Change::SignOff(next, Some(it)));
    assert_eq!(code(&talk.session)?, first, "the sign-off of another round is not in it");
    Ok(())
}

#[test]
fn no_other_value_and_no_withdrawal_replaces_a_sign_off_where_copies_meet() -> Outcome {
    let mine = signed_by_key(7)?;
    let stands = mine.sign_offs.get(&at("o2")).and_then(Fact::value).cloned();
    let eve = Authorship { actor: id("eve"), ..authorship(Some("ana"), 900) };
    let unsigned = stands.clone().map(|it| SignOff { name: "Eve".to_owned(), signature: None, ..it });
    for value in [unsigned, None] {
        let mut theirs = mine.clone();
        theirs.apply(Change::SignOff(at("o2"), value), &eve);
        for merged in [merge(&mine, &theirs)?, merge(&theirs, &mine)?] {
            assert_eq!(merged.session.sign_offs.get(&at("o2")).and_then(Fact::value), stands.as_ref());
        }
    }
    Ok(())
}

#[test]
fn what_is_said_between_gathering_and_signing_is_not_signed() -> Outcome {
    let mut talk = talk();
    let (asked, round) = (tiny_asked(), id("r1"));
    let gathered = {
        let assessment = Assessment::of_round(&asked, &talk.session, &round);
        plumbline::analysis::sign_off(&assessment, &results(&assessment), &at("o2"), &id("bo"), day()).ok_or("gathered")?
    };
    assert!(sign(&talk.session, at("o2"), gathered.clone(), None).is_some());
    talk.quick_level(&first_practice(), 2);
    assert!(sign(&talk.session, at("o2"), gathered, None).is_none());
    Ok(())
}

#[test]
fn a_round_that_somebody_signed_is_not_taken_away() -> Outcome {
    let mut talk = talk();
    talk.open_round("r2");
    assert!(talk.session.may(&Change::Round(id("r2"), None)).is_ok());
    let it = all(&talk.session).into_iter().next().ok_or("signed")?.sign_off;
    talk.change(Change::SignOff(SignOffOf { round: id("r2"), sign_off: id("o3") }, Some(it)));
    assert!(talk.session.may(&Change::Round(id("r2"), None)).is_err());
    Ok(())
}

#[test]
fn taking_back_what_was_signed_by_a_key_is_said_to_be_signed_by_nobody() -> Outcome {
    let mut session = signed_by_key(7)?;
    let back = take_sign_off_back(&session, &at("o2"), "", day()).ok_or("taken back")?;
    session.apply(back, &authorship(Some("bo"), 900));
    let words = reported(&session, true);
    assert!(words.contains("that it was taken back is signed by nobody"), "{words}");
    assert!(words.contains("Somebody else took it back than the person who signed"), "{words}");
    Ok(())
}

#[test]
fn every_list_that_the_sentence_names_is_of_the_round() {
    use plumbline::session::Signed;
    for list in [List::Targets, List::Indicators, List::Parts, List::Answers, List::Overrides, List::Settlements] {
        assert_eq!(list.signed(), Signed::InRound, "{list:?}");
    }
}
