//! What Results begin with, and the slides: one finding each, every practice on one of them, and nothing claimed that nobody looked at.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use crate::support::talk::Talk;
use crate::support::{bytes, id, list, smm, smm_guided, smm_profiles};
use plumbline::analysis::{Assessment, MinimumFit, Report, ReportOptions, Section, own_indicators, report, results, to_do};
use plumbline::exchange::{Block, Chapter, read_session};
use plumbline::model::{Level, Questionnaire};
use plumbline::session::{Answer, Change, Date, DutyAnswer, OwnMinimum, ProfileDuty, Session};
use plumbline::ui::{duties_missed, falls_short, slides, urgent};
use serde_json::Map;

const TODAY: Date = Date::constant(2026, 11, 23);

fn made(asked: &Questionnaire, session: &Session, options: &ReportOptions) -> Report {
    report(&Assessment::latest(asked, session), TODAY, options, "en")
}

fn examples() -> Vec<(String, Report)> {
    let opened = |file: String| {
        let session = read_session(&bytes(&format!("public/examples/{file}"))).unwrap_or_else(|error| panic!("{file}: {error}"));
        let used: Vec<&str> = session.profiles_in_use().map(|id| id.as_str()).collect();
        assert!(smm_profiles().iter().any(|profile| used.contains(&profile.id.as_str())), "{file}");
        let asked = smm_guided(&used).with_own(own_indicators(&session));
        let made = made(&asked, &session, &ReportOptions::default());
        (file, made)
    };
    list("public/examples/index.json").into_iter().map(opened).collect()
}

/// The first cells of all tables, which name practices.
fn names(slides: &[Chapter]) -> Vec<&str> {
    let rows = slides.iter().flat_map(|slide| &slide.blocks).flat_map(|block| match block {
        Block::Table(table) if table.bars.is_some() => table.rows.as_slice(),
        _ => &[],
    });
    rows.filter_map(|row| row.cells.first().map(String::as_str)).collect()
}

#[test]
fn every_practice_is_on_a_slide_once_and_no_table_is_long() {
    for (file, report) in examples() {
        let slides = slides(&report);
        let all: Vec<&str> = report.domains.iter().flat_map(|domain| &domain.practices).map(|(name, _)| name.as_str()).collect();
        assert_eq!(names(&slides), all, "{file}");
        for table in slides.iter().flat_map(|slide| &slide.blocks).filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        }) {
            assert!(table.rows.len() <= 6, "{file}: {} rows", table.rows.len());
            assert!(table.rows.iter().all(|row| row.cells.len() == table.head.len()), "{file}");
        }
    }
}

#[test]
fn each_slide_has_a_title_of_its_own_and_that_of_a_domain_counts_right() {
    for (file, report) in examples() {
        let slides = slides(&report);
        let mut titles: Vec<&str> = slides.iter().map(|slide| slide.title.as_str()).collect();
        titles.sort_unstable();
        let all = titles.len();
        titles.dedup();
        assert_eq!(titles.len(), all, "{file}: {titles:?}");
        for domain in &report.domains {
            let short = domain
                .practices
                .iter()
                .filter(|(_, result)| result.gap.is_some_and(|gap| gap.least > 0) || result.below_minimum() > 0);
            let begins = match short.count() {
                0 => format!("{}: none of 6 practices is known to fall short", domain.name),
                1 => format!("{}: 1 of 6 practices falls short", domain.name),
                count => format!("{}: {count} of 6 practices fall short", domain.name),
            };
            assert!(titles.iter().any(|title| title.starts_with(&begins)), "{file}: {begins} not in {titles:?}");
        }
    }
}

#[test]
fn what_is_open_stands_on_one_slide_or_two_each_kind_with_its_number() {
    for (file, report) in examples() {
        let all = slides(&report);
        let open: Vec<_> = all.iter().filter(|slide| slide.title.starts_with("Open questions")).collect();
        assert!((1..=2).contains(&open.len()), "{file}: {}", open.len());
        let words = format!("{open:?}");
        for (kind, count) in
            [("Not answered, or not to the end", report.open.unanswered.len()), ("Only assumed", report.open.assumed.len())]
        {
            assert_eq!(words.contains(&format!("{kind} ({count}):")), count > 0, "{file}: {words}");
        }
    }
}

#[test]
fn the_slide_of_decisions_names_the_latest_and_no_log_that_slides_do_not_have() {
    for (file, report) in examples() {
        let slides = slides(&report);
        let lists = slides.iter().flat_map(|slide| &slide.blocks).collect::<Vec<_>>();
        let taken = report.decisions.iter().filter(|it| it.is_taken() && !it.decision.is_as_proposed()).count();
        let more =
            format!("And {} more that were changed or have a reason of their own; the full report has them all.", taken - 3);
        let at = lists.iter().position(|block| matches!(block, Block::Words(words) if *words == more));
        let Some(Block::List(latest)) = at.and_then(|at| lists.get(at.checked_sub(1)?)) else { panic!("{file}: {lists:?}") };
        assert_eq!(latest.len(), 3, "{file}");
        assert!(!format!("{lists:?}").contains("the decision log"), "{file}");
    }
}

#[test]
fn what_is_left_out_of_the_report_is_left_out_of_the_slides() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let talk = Talk::about(&smm());
    let bare = ReportOptions { sections: [Section::Practices].into(), ..ReportOptions::default() };
    assert_eq!(slides(&made(&asked, &talk.session, &bare)).len(), 1, "what was assessed, and no annex");
}

fn first(asked: &Questionnaire, talk: &Talk) -> (String, String) {
    let assessment = Assessment::latest(asked, &talk.session);
    let results = results(&assessment);
    (urgent(&results, &to_do(&assessment, &results, "en")), falls_short(&results))
}

#[test]
fn the_first_sentence_names_the_most_urgent_and_claims_nothing_that_nobody_looked_at() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(&smm());
    let (program, patches) = ("governance.strategy.program", "hardening.vulnerability.patching");
    assert_eq!(
        first(&asked, &talk),
        (
            "Whether this is enough can’t be said yet: nobody said how much is needed. 18 practices are not answered, or not to the end; 18 practices have no target.".to_owned(),
            "None of 18 practices is known to fall short of what is needed. 18 practices are not answered, or not to the end; 18 practices have no target.".to_owned()
        )
    );
    talk.target(program, 3);
    assert_eq!(
        first(&asked, &talk),
        (
            "No practice is known to be below its target or below an outside minimum. 18 practices are not answered, or not to the end; 17 practices have no target."
                .to_owned(),
            "None of 18 practices is known to fall short of what is needed. 18 practices are not answered, or not to the end; 17 practices have no target."
                .to_owned()
        )
    );
    talk.quick_level(program, 1);
    let (sentence, counts) = first(&asked, &talk);
    assert_eq!(sentence, "Most urgent: Security program management. It is at level 1, and level 3 is needed.");
    assert_eq!(
        counts,
        "1 of 18 practices falls short of what is needed. 17 practices are not answered, or not to the end; 17 practices have no target."
    );

    talk.target(patches, 1);
    talk.quick_level(patches, 1);
    let minimum = OwnMinimum { level: Level::new(2), source: "A law".to_owned(), unknown: Map::new() };
    talk.change(Change::Minimum(id(patches), Some(minimum)));
    let (sentence, counts) = first(&asked, &talk);
    assert_eq!(sentence, "Most urgent: Patch management. It is at level 1; the outside minimum is 2.");
    assert_eq!(
        counts,
        "2 of 18 practices fall short of what is needed, 1 of these below an outside minimum. 16 practices are not answered, or not to the end; 16 practices have no target."
    );
}

/// As urgent is what lies as far below what is needed, where as much is at stake.
#[test]
fn where_several_are_as_urgent_the_first_sentence_says_so() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(&smm());
    for (practice, level) in
        [("governance.strategy.program", 2), ("hardening.vulnerability.patching", 2), ("enablement.assets.change", 3)]
    {
        talk.target(practice, level);
        talk.quick_level(practice, level - 1);
    }
    talk.target("enablement.assets.physical", 2);
    let (sentence, _) = first(&asked, &talk);
    assert_eq!(sentence, "Most urgent: Asset, change and configuration management. It is at level 2, and level 3 is needed.");
    talk.quick_level("enablement.assets.change", 3);
    let (sentence, _) = first(&asked, &talk);
    let alike = "It is at level 1, and level 2 is needed. One more practice is as urgent.";
    assert_eq!(sentence, format!("Most urgent: Security program management. {alike}"), "what nobody answered is none of them");
    talk.target("governance.strategy.compliance", 2);
    talk.quick_level("governance.strategy.compliance", 1);
    let (sentence, _) = first(&asked, &talk);
    assert!(sentence.ends_with("2 more practices are as urgent; they stand in the order of the model."), "{sentence}");
}

#[test]
fn what_is_said_of_duties_tells_what_rests_on_the_quick_pass_what_begins_later_and_whom_the_list_leaves_out() {
    let asked = smm_guided(&["manufacturing-line"]);
    let mut talk = Talk::about(&smm());
    let found = |talk: &Talk| results(&Assessment::latest(&asked, &talk.session).on(TODAY));
    // Nobody said yet whether any applies: some of them begin only later, as the profile says.
    let profile = asked.profiles().first().unwrap_or_else(|| panic!("a profile"));
    let later = profile.minimums.iter().filter(|it| it.applies.as_ref().and_then(|it| it.from).is_some_and(|from| from > TODAY));
    let (all, later) = (found(&talk).perhaps_duties(), later.count());
    assert_eq!(found(&talk).perhaps_later(), later);
    assert!(0 < later && later < all, "{later} of {all}");
    let words = duties_missed(&found(&talk)).unwrap_or_default();
    assert!(words.ends_with(&format!("{all} duties may apply to you, {later} of these only from a later day.")), "{words}");
    // All of NIS2 applies, and the quick pass says that nothing is there.
    let nis2: Vec<_> = profile.minimums.iter().filter(|it| it.source.get("en").starts_with("NIS2")).collect();
    for duty in &nis2 {
        let on = ProfileDuty { profile: profile.id.clone(), duty: duty.id.clone() };
        talk.change(Change::Duty(on, Some(DutyAnswer::Applies)));
    }
    smm().practices().iter().for_each(|practice| talk.quick_level(practice.id.as_str(), 0));
    let unshown = found(&talk).unshown_duties();
    assert!(unshown > 5, "{unshown}");
    assert_eq!(found(&talk).missed_duties(), 0, "nobody answered a statement");
    let words = duties_missed(&found(&talk)).unwrap_or_default();
    assert!(words.starts_with(&format!("{unshown} duties are in force and not shown to be met")), "{words}");
    // A statement is said not to hold: its duty is missed.
    let needed = nis2.iter().find_map(|duty| duty.needs.first()).unwrap_or_else(|| panic!("a statement"));
    talk.answer(needed.as_str(), Answer::NotMet);
    let (missed, rest) = (found(&talk).missed_duties(), found(&talk).unshown_duties());
    assert!(missed > 0 && missed + rest == unshown, "{missed} {rest}");
    // The list has five; whoever else lies below a minimum is named below it.
    let results = found(&talk);
    let things = to_do(&Assessment::latest(&asked, &talk.session).on(TODAY), &results, "en");
    let below: Vec<_> =
        results.practices.iter().filter(|it| it.minimum_fit() == MinimumFit::Missed).map(|it| &it.practice).collect();
    let told: Vec<_> = things.iter().map(|thing| thing.practice.clone()).collect();
    let also: Vec<_> = results.also_below_minimum(&told).map(|it| &it.practice).collect();
    assert!(!also.is_empty());
    assert!(below.iter().all(|id| told.contains(id) != also.contains(id)), "each of them once: {told:?} {also:?}");
}
