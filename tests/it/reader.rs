//! What stands behind the figures shows for whoever did not answer, all of it: who said what and why, how they know, what shows it, and
//! what speaks against it.

use std::error::Error;

use plumbline::analysis::{Assessment, Names, reader, results};
use plumbline::exchange::Block;
use plumbline::model::{IndicatorId, Level, PracticeId, Questionnaire, Scope};
use plumbline::session::commands::{withdraw_finding, write_finding};
use plumbline::session::{
    Answer, Change, Confidence, Date, Evidence, EvidenceKind, EvidenceUse, FindingAbout, FindingKind, NotApplicable, QuickAnswer,
    Session, Shown, Yes,
};
use plumbline::ui::reader_blocks;
use serde_json::Map;

use crate::support::talk::Talk;
use crate::support::{id, smm};

const PATCHES: &str = "hardening.vulnerability.patching";
const TODAY: Date = Date::constant(2026, 11, 23);

/// All words about a practice, one line for each block.
fn told(asked: &Questionnaire, session: &Session, practice: &str) -> String {
    let assessment = Assessment::latest(asked, session);
    let names = Names::new(Some(asked), session, "en");
    let practices = reader(&assessment, &results(&assessment), TODAY, "en");
    let here = practices.iter().filter(|it| it.sheet.result.practice.as_str() == practice);
    let said = |by: &plumbline::analysis::Speaker<'_>| {
        format!("said by {}", by.by.and_then(|by| session.person_name(by)).unwrap_or("nobody"))
    };
    here.flat_map(|it| reader_blocks(it, names, said)).map(|block| words(&block)).collect::<Vec<_>>().join("\n")
}

fn words(block: &Block) -> String {
    match block {
        Block::Heading(words) | Block::Subheading(words) | Block::Words(words) | Block::Lead(words) => words.clone(),
        Block::Facts(facts) => facts.iter().map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>().join("\n"),
        Block::List(entries) | Block::Steps(entries) => {
            let entry = |it: &plumbline::exchange::ListEntry| format!("{} {} {}", it.head, it.text, it.lines.join(" | "));
            entries.iter().map(entry).collect::<Vec<_>>().join("\n")
        }
        Block::Table(table) => table.caption.clone(),
    }
}

#[test]
fn whoever_did_not_answer_sees_all_that_a_figure_rests_on() -> Result<(), Box<dyn Error>> {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(asked.model());
    talk.add_person("ada");
    talk.add_person("bo");
    talk.by = Some("ada".to_owned());
    let practice: PracticeId = id(PATCHES);
    talk.answer_levels(&asked, PATCHES, 1..=1, &Answer::Met);
    talk.quick_level(PATCHES, 4);
    talk.target(PATCHES, 3);
    let of_level = |level| -> Vec<IndicatorId> {
        let practice = asked.model().practice(&practice);
        practice
            .map(|it| asked.indicators(it, Level::new(level)).into_iter().map(|it| it.indicator.id.clone()).collect())
            .unwrap_or_default()
    };
    let mut lowest = of_level(1).into_iter();
    let (first, second) = lowest.next().zip(lowest.next()).ok_or("no statements")?;
    let higher = of_level(2).into_iter().next().ok_or("no statement")?;
    talk.answer(higher.as_str(), Answer::NotApplicable(NotApplicable { reason: "REASON-NA".to_owned(), unknown: Map::new() }));
    for change in [
        Change::Confidence(talk.place(first.clone()), Some(Confidence::Seen)),
        Change::Note(talk.place(first.clone()), Some("NOTE-OF-STATEMENT".to_owned())),
        Change::PracticeNote(talk.place(practice.clone()), Some("NOTE-OF-PRACTICE".to_owned())),
        Change::Against(talk.place(first.clone()), Some("WHAT-SPEAKS-AGAINST".to_owned())),
        Change::Shown(talk.place(second), Some(Shown::NotShown)),
        Change::Scope(talk.place(practice.clone()), Some(Scope::Industry)),
        Change::Evidence(
            id("e1"),
            Some(Evidence {
                location: "cabinet 4".to_owned(),
                author: "Cy".to_owned(),
                ..Evidence::new("LOG-OF-UPDATES", EvidenceKind::Document)
            }),
        ),
        Change::EvidenceUse(EvidenceUse { indicator: first.clone(), part: None, evidence: id("e1") }, Some(Yes)),
    ] {
        talk.change(change);
    }
    talk.by = Some("bo".to_owned());
    talk.answer(first.as_str(), Answer::NotMet);
    for (name, text) in [("f1", "FINDING-THAT-STANDS"), ("f2", "FINDING-TAKEN-BACK")] {
        let about = (FindingAbout::Practice(practice.clone()), None);
        let written =
            write_finding(&talk.session, id(name), &id(&talk.round), FindingKind::Challenge, about, text).ok_or("none")?;
        talk.change(written);
    }
    let back = withdraw_finding(&talk.session, &id("f2"), &talk.next_authorship()).ok_or("it stays")?;
    talk.change(back);

    let told = told(&asked, &talk.session, PATCHES);
    for seen in [
        "REASON-NA",
        "NOTE-OF-STATEMENT",
        "NOTE-OF-PRACTICE",
        "WHAT-SPEAKS-AGAINST",
        "LOG-OF-UPDATES",
        "cabinet 4",
        "by Cy",
        "FINDING-THAT-STANDS",
        "Quick answer 4: said by ada",
        "said by ada",
        "ada: met",
        "bo: not met",
        "seen",
        "The evidence does not show it: FINDING-THAT-STANDS",
        "said by bo",
        "Different answers from different people",
        "Met, but the evidence does not show it",
        "Quick pass and statements far apart",
    ] {
        assert!(told.contains(seen), "“{seen}” does not show in:\n{told}");
    }
    assert!(!told.contains("FINDING-TAKEN-BACK"), "what its author took back speaks against nothing:\n{told}");
    Ok(())
}

#[test]
fn where_nothing_was_noticed_that_is_no_praise_and_nothing_of_another_practice_shows() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(asked.model());
    talk.add_person("ada");
    talk.by = Some("ada".to_owned());
    talk.quick("governance.strategy.program", QuickAnswer::Level(Level::new(2)));
    let quiet = told(&asked, &talk.session, PATCHES);
    assert!(quiet.contains("Nothing was noticed. That is no proof"), "{quiet}");
    assert!(!quiet.contains("Quick answer"), "{quiet}");
    let assessment = Assessment::latest(&asked, &talk.session);
    let all = reader(&assessment, &results(&assessment), TODAY, "en");
    let expected: Vec<_> = asked.model().practices().into_iter().map(|it| it.id.clone()).collect();
    assert_eq!(all.iter().map(|it| it.sheet.result.practice.clone()).collect::<Vec<_>>(), expected);
}
