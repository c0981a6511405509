//! The duties that the shipped profiles name, as a whole: what holds for all of them, and the cases that were once read too low.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use std::collections::{BTreeMap, BTreeSet};

use crate::support::talk::Talk;
use crate::support::{id, smm, smm_profile, smm_profiles};
use plumbline::analysis::{
    Assessment, Binds, DutyFit, DutyResult, InForce, PracticeResult, Results, audience, binds, places_to_ask, results, ruled_out,
};
use plumbline::model::{
    AskedIndicator, DutyRole, ExtraIndicator, IndicatorId, Level, Minimum, Profile, Questionnaire, RegionId, SystemRole, WORLD,
};
use plumbline::session::{Answer, Change, Date, DutyAnswer, ProfileDuty, QuickAnswer, Session, Yes};

/// A day after all that the profiles name has begun.
const LATE: Date = Date::constant(2035, 1, 1);

fn all() -> Vec<(std::sync::Arc<Profile>, Minimum)> {
    let profiles = smm_profiles().into_iter();
    profiles.flat_map(|profile| profile.minimums.clone().into_iter().map(move |it| (profile.clone(), it))).collect()
}

fn asked_with(profiles: &[&str]) -> Questionnaire {
    Questionnaire::new(smm(), profiles.iter().map(|id| smm_profile(id)).collect())
}

fn system_role(role: DutyRole) -> Option<SystemRole> {
    SystemRole::ALL.into_iter().find(|it| DutyRole::from(*it) == role)
}

#[test]
fn every_duty_says_what_it_needs_whom_it_binds_where_for_what_and_by_which_law() {
    let all = all();
    assert!(all.len() > 500, "{}", all.len());
    for (profile, duty) in &all {
        let name = format!("{} {}", profile.id, duty.id);
        assert!(!duty.needs.is_empty(), "{name}: a level alone carries no duty");
        let target = profile.targets.iter().find(|it| it.practice == duty.practice);
        assert!(target.is_some_and(|target| duty.level <= target.level), "{name}: the profile proposes less than is demanded");
        let levels = duty.needs.iter().filter_map(|needed| level_of(profile, needed));
        assert!(levels.max() <= Some(duty.level), "{name}: it needs a statement of a higher level than its own");
        let Some(applies) = &duty.applies else { panic!("{name}: whom it binds") };
        assert!(
            !applies.to.is_empty() && !applies.places.is_empty() && applies.what.is_some(),
            "{name}: whom, where and for what"
        );
        let law = duty.law.as_ref().and_then(|law| law.link.as_deref());
        assert!(law.is_some_and(|link| link.starts_with("https://")), "{name}: where to read it");
    }
}

/// The level of a statement that a profile or its model asks.
fn level_of(profile: &std::sync::Arc<Profile>, on: &IndicatorId) -> Option<Level> {
    Questionnaire::new(smm(), vec![profile.clone()]).indicator(on).map(|it| it.level)
}

/// What is said of a duty that has no day: of a contract we can't know it, and the rest nobody looked up.
const WITHOUT_A_DAY: [&str; 2] = ["Your contract or label says from when.", "Since when it holds was not looked up."];

#[test]
fn every_duty_has_its_first_day_or_says_why_not() {
    let mut without = BTreeSet::new();
    for (profile, duty) in all() {
        let day = duty.applies.as_ref().and_then(|it| it.from);
        let says = WITHOUT_A_DAY.iter().any(|words| duty.source.get("en").contains(words));
        assert_eq!(day.is_none(), says, "{} {}", profile.id, duty.id);
        without.extend(day.is_none().then(|| duty.law.map(|law| law.name.get("en").to_owned()).unwrap_or_default()));
    }
    assert!(without.len() < 12, "few laws have none: {without:?}");
}

#[test]
fn a_duty_with_a_statement_that_is_not_asked_of_us_is_not_shown_to_be_met_by_the_others() {
    let profile = smm_profile("consumer-cameras");
    let duty = profile.minimums.iter().find(|it| it.id.as_str() == "cra-reports").unwrap_or_else(|| panic!("its reports"));
    let everybody = Questionnaire::new(smm(), vec![profile.clone()]);
    let mut talk = reached(&profile, duty);
    duty.needs.iter().for_each(|needed| talk.answer(needed.as_str(), Answer::Met));
    let (_, it) = result(&everybody, &talk.session, &profile, duty);
    assert_eq!((it.fit, it.unasked), (DutyFit::Met, 0));
    talk.change(Change::SystemRole(SystemRole::Operator, Some(Yes)));
    let (_, it) = result(&everybody.for_audience(audience(&talk.session)), &talk.session, &profile, duty);
    assert_eq!((it.fit, it.needs.len(), it.unasked), (DutyFit::Open, 1, 1), "what makers do is not asked");
}

#[test]
fn what_a_duty_needs_is_asked_of_everybody_whom_it_binds() {
    for (profile, duty) in all() {
        let asked = Questionnaire::new(smm(), vec![profile.clone()]);
        let to = duty.applies.iter().flat_map(|it| &it.to).filter_map(|role| system_role(*role));
        for role in to {
            for needed in &duty.needs {
                let it = asked.indicator(needed).unwrap_or_else(|| panic!("{} {}: {needed}", profile.id, duty.id));
                let roles = &it.indicator.meant_for.roles;
                assert!(
                    roles.is_empty() || roles.iter().any(|meant| role.answers_for(*meant)),
                    "{} {}: {needed} is not for {role:?}",
                    profile.id,
                    duty.id
                );
                assert_eq!(it.practice.id, duty.practice, "{} {}: {needed}", profile.id, duty.id);
            }
        }
    }
}

#[test]
fn the_same_law_is_read_at_the_same_address_in_all_profiles() {
    let mut links: BTreeMap<String, BTreeSet<Option<String>>> = BTreeMap::new();
    for law in all().into_iter().filter_map(|(_, duty)| duty.law) {
        links.entry(law.name.get("en").to_owned()).or_default().insert(law.link);
    }
    let several: Vec<_> = links.into_iter().filter(|(_, links)| links.len() > 1).collect();
    assert!(several.is_empty(), "{several:#?}");
}

/// What one statement of profiles is, whoever asks it.
fn meaning(extra: &ExtraIndicator) -> String {
    format!("{:?}", ExtraIndicator { indicator: extra.indicator.clone(), ..extra.clone() })
}

#[test]
fn what_several_profiles_ask_has_one_id_and_one_meaning() {
    let (mut by_id, mut by_text) = (BTreeMap::new(), BTreeMap::new());
    let mut shared = BTreeSet::new();
    for profile in smm_profiles() {
        for extra in &profile.indicators {
            let on = extra.indicator.id.clone();
            let before = by_id.entry(on.clone()).or_insert_with(|| (meaning(extra), profile.id.clone()));
            assert_eq!(before.0, meaning(extra), "{} and {}: {on}", before.1, profile.id);
            shared.extend((before.1 != profile.id).then(|| on.clone()));
            let text = extra.indicator.text.get("en").to_owned();
            let with_text = by_text.entry(text.clone()).or_insert_with(|| on.clone());
            assert_eq!(*with_text, on, "{}: asked under two ids: {text}", profile.id);
        }
    }
    assert!(shared.contains(&id::<IndicatorId>("nis2.compliance.l1.registered")), "{shared:?}");
}

#[test]
fn two_profiles_ask_the_same_statement_once_and_the_duties_of_both_rest_on_its_answer() {
    const ON: &str = "nis2.detection.l2.emergency-channel";
    let asked = asked_with(&["manufacturing-line", "building-automation"]);
    let ids: Vec<&IndicatorId> = asked.all().map(|it| &it.indicator.id).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "each is asked once");
    let it = asked.indicator(&id(ON)).unwrap_or_else(|| panic!("{ON}"));
    assert_eq!(it.profile.map(|it| it.id.as_str()), Some("manufacturing-line"), "the first has it");
    let listed = asked.indicators(it.practice, it.level);
    assert_eq!(listed.iter().filter(|it| it.indicator.id.as_str() == ON).count(), 1);
    let mut talk = Talk::about(&smm());
    talk.answer(ON, Answer::NotMet);
    let found = results(&Assessment::latest(&asked, &talk.session).on(LATE));
    let result = found.practice(&it.practice.id).unwrap_or_else(|| panic!("its result"));
    let lacking = result.duties.iter().filter(|duty| duty.lacks().any(|(on, _)| on.as_str() == ON)).collect::<Vec<_>>();
    assert_eq!(lacking.len(), 1, "one law demands it once, whoever reads it");
    let of: BTreeSet<&str> = lacking.iter().flat_map(|duty| duty.of_profiles()).map(|it| it.profile.as_str()).collect();
    assert_eq!(of, ["building-automation", "manufacturing-line"].into());
}

/// Somebody to whom a duty applies, and who says of its practice that all is reached.
fn reached(profile: &Profile, duty: &Minimum) -> Talk {
    let mut talk = Talk::about(&smm());
    reach(&mut talk, profile, duty);
    talk
}

/// Says that a duty applies, and that all of its practice is reached.
fn reach(talk: &mut Talk, profile: &Profile, duty: &Minimum) {
    let of = ProfileDuty { profile: profile.id.clone(), duty: duty.id.clone() };
    talk.change(Change::Duty(of, Some(DutyAnswer::Applies)));
    talk.quick(duty.practice.as_str(), QuickAnswer::Level(smm().top()));
}

fn result(asked: &Questionnaire, session: &Session, profile: &Profile, duty: &Minimum) -> (PracticeResult, DutyResult) {
    pick(&results(&Assessment::latest(asked, session).on(LATE)), profile, duty)
}

/// What was found of a duty and its practice.
fn pick(found: &Results, profile: &Profile, duty: &Minimum) -> (PracticeResult, DutyResult) {
    let practice = found.practice(&duty.practice).cloned().unwrap_or_else(|| panic!("{}", duty.practice));
    let is_it = |it: &&DutyResult| it.duty.as_ref().is_some_and(|it| it.profile == profile.id && it.duty == duty.id);
    let it = practice.duties.iter().find(is_it).cloned().unwrap_or_else(|| panic!("{}", duty.id));
    (practice, it)
}

/// Answers all statements of a duty's practice with met, but one that it needs, at whatever level.
fn all_but(asked: &Questionnaire, talk: &mut Talk, duty: &Minimum, but: &IndicatorId) {
    let practice = asked.practice(&duty.practice).unwrap_or_else(|| panic!("{}", duty.practice));
    let others: Vec<String> = asked.indicators_of(practice).map(|it: AskedIndicator<'_>| it.indicator.id.to_string()).collect();
    for on in others.iter().filter(|on| *on != but.as_str()) {
        talk.answer(on, Answer::Met);
    }
}

#[test]
fn whoever_says_that_the_level_is_reached_is_not_told_that_a_duty_is_met() {
    for (profile, duty) in all() {
        let asked = Questionnaire::new(smm(), vec![profile.clone()]);
        let talk = reached(&profile, &duty);
        let (practice, it) = result(&asked, &talk.session, &profile, &duty);
        assert!(practice.standing.current.low() >= Some(duty.level), "{} {}", profile.id, duty.id);
        assert_eq!((it.fit, it.binds), (DutyFit::Open, Binds::Confirmed), "{} {}", profile.id, duty.id);
    }
}

/// What was once read too low: whoever did all else of the practice was told that they meet it.
const NAMED: [(&str, &str, &str); 33] = [
    ("manufacturing-line", "nis2-second-factor", "enablement.access.access-control.l2.remote-second-factor"),
    ("manufacturing-line", "nis2-emergency-talk", "nis2.detection.l2.emergency-channel"),
    ("manufacturing-line", "nis2-notice", "hardening.response.detection.l2.whom-to-notify"),
    ("retail-pos", "pci-outside-scan", "retail-pos.assessment.l2.approved-scan"),
    ("retail-pos", "pci-inside-scan", "retail-pos.assessment.l2.card-network-scan"),
    ("retail-pos", "pci-daily-look", "retail-pos.monitoring.l2.log-tool"),
    ("retail-pos", "pci-second-factor", "retail-pos.access-control.l2.card-second-factor"),
    ("retail-pos", "pci-lockout", "retail-pos.identities.l2.till-lockout"),
    ("retail-pos", "pci-need-to-know", "retail-pos.access-control.l2.half-year-rights"),
    ("retail-pos", "pci-own-logins", "retail-pos.identities.l2.own-logins"),
    ("hospital-operator", "hipaa-own-logins", "hospital-operator.identities.l2.patient-logins"),
    ("energy-utilities", "cip-003-policy", "energy-utilities.program.l2.policy-15-months"),
    ("energy-utilities", "cip-007-accounts", "energy-utilities.identities.l2.failed-tries"),
    ("energy-utilities", "cip-007-logging", "energy-utilities.monitoring.l2.logs-90-days"),
    ("energy-utilities", "cip-009-recovery", "energy-utilities.recovery.l2.plan-15-months"),
    ("energy-utilities", "cip-010-watch", "energy-utilities.change.l2.settings-35-days"),
    ("retail-pos", "pci-training", "retail-pos.program.l2.yearly-training"),
    ("energy-utilities", "cip-004-training", "energy-utilities.program.l2.training-15-months"),
    ("energy-utilities", "cip-009-exercise", "energy-utilities.recovery.l2.exercise-36-months"),
    ("energy-utilities", "de-detection", "de.monitoring.l2.attack-detection"),
    ("hospital-operator", "bsig-attack-detection", "de.monitoring.l2.attack-detection"),
    ("energy-utilities", "nis2-leaders", "nis2.program.l2.measures-approved"),
    ("energy-utilities", "gdpr-processors", "gdpr.services.l2.processor-contract"),
    ("industrial-components", "cra-sign-in", "cra.identities.l2.wrong-tries"),
    ("industrial-components", "62443-sign-in", "cra.identities.l2.wrong-tries"),
    ("charging-metering", "cra-sign-in", "cra.identities.l2.wrong-tries"),
    ("charging-metering", "cra-fixed-flaws", "hardening.awareness.sharing.l3.public-notice"),
    ("consumer-cameras", "psti-support", "hardening.vulnerability.patching.l2.support-end"),
    ("consumer-cameras", "cra-parts-list", "governance.supply.product.l2.own-parts-list"),
    ("consumer-cameras", "cra-reports", "hardening.response.detection.l2.whom-to-notify"),
    ("consumer-cameras", "cra-reports", "cra.detection.l2.exploited-step"),
    ("consumer-cameras", "cra-risk-study", "cra.threat-modeling.l2.model-study"),
    ("medical-devices", "524b-parts-list", "governance.supply.product.l2.own-parts-list"),
];

/// Articles that bind makers in all of these profiles.
const EVERYWHERE: [&str; 7] = [
    "NIS2, Article 21(2)(a)|NIS2, Article 21(1) and (2)(a)",
    "NIS2, Article 21(2)(b)",
    "NIS2, Article 21(2)(f)",
    "NIS2, Article 21(2)(g)",
    "NIS2, Article 21(2)(h)",
    "NIS2, Article 23",
    "NIS2, Articles 32 and 33",
];

#[test]
fn makers_of_listed_goods_are_told_of_each_article_of_nis2() {
    for profile in ["industrial-components", "automotive-ota", "medical-devices", "consumer-cameras"] {
        let profile = smm_profile(profile);
        for articles in EVERYWHERE {
            let is_it = |duty: &Minimum| articles.split('|').any(|article| duty.source.get("en").starts_with(article));
            let found = profile.minimums.iter().find(|it| is_it(it)).and_then(|it| it.applies.as_ref());
            assert!(found.is_some_and(|it| it.to.contains(&DutyRole::Maker)), "{}: {articles}", profile.id);
        }
    }
}

#[test]
fn what_was_read_too_low_needs_the_one_thing_that_the_law_asks_for() {
    for (of, duty, needed) in NAMED {
        let profile = smm_profile(of);
        let duty = profile.minimums.iter().find(|it| it.id.as_str() == duty).unwrap_or_else(|| panic!("{of} {duty}"));
        assert!(duty.needs.contains(&id(needed)), "{of} {}: {needed}", duty.id);
    }
}

/// All that the duties of a profile need, one duty and statement of each practice at a time: practices have nothing to do with each
/// other here, so many are tried out at once.
fn one_of_each_practice(profile: &Profile) -> Vec<Vec<(&Minimum, &IndicatorId)>> {
    let mut of: BTreeMap<_, usize> = BTreeMap::new();
    let mut turns: Vec<Vec<(&Minimum, &IndicatorId)>> = Vec::new();
    for duty in &profile.minimums {
        for needed in &duty.needs {
            let turn = of.entry(&duty.practice).or_default();
            if turns.len() == *turn {
                turns.push(Vec::new());
            }
            turns.get_mut(*turn).into_iter().for_each(|it| it.push((duty, needed)));
            *turn += 1;
        }
    }
    turns
}

#[test]
fn whoever_does_all_but_the_one_thing_that_a_law_asks_for_misses_its_duty() {
    let mut duties = BTreeSet::new();
    for profile in smm_profiles() {
        let asked = Questionnaire::new(smm(), vec![profile.clone()]);
        for turn in one_of_each_practice(&profile) {
            let mut talk = Talk::about(&smm());
            for (duty, needed) in &turn {
                reach(&mut talk, &profile, duty);
                all_but(&asked, &mut talk, duty, needed);
            }
            let fits = |talk: &Talk, expected: DutyFit, why: &str| {
                let found = results(&Assessment::latest(&asked, &talk.session).on(LATE));
                for (duty, needed) in &turn {
                    let (practice, it) = pick(&found, &profile, duty);
                    assert_eq!(it.fit, expected, "{} {}: {needed} {why}", profile.id, duty.id);
                    let is_named = practice.needed().contains(needed);
                    assert_eq!(is_named, expected != DutyFit::Met, "{} {}: {needed} {why}", profile.id, duty.id);
                }
            };
            fits(&talk, DutyFit::Open, "is not answered");
            turn.iter().for_each(|(_, needed)| talk.answer(needed.as_str(), Answer::NotMet));
            fits(&talk, DutyFit::Missed, "is not met");
            turn.iter().for_each(|(_, needed)| talk.answer(needed.as_str(), Answer::Met));
            fits(&talk, DutyFit::Met, "is met");
            duties.extend(turn.iter().map(|(duty, _)| (profile.id.clone(), duty.id.clone())));
        }
    }
    assert_eq!(duties.len(), all().len(), "each of them was tried");
}

#[test]
fn nothing_counts_as_missed_that_nobody_said_applies() {
    for profile in smm_profiles() {
        let asked = Questionnaire::new(smm(), vec![profile.clone()]);
        let mut talk = Talk::about(&smm());
        for practice in smm().practices() {
            talk.quick(practice.id.as_str(), QuickAnswer::Level(Level::NONE));
        }
        let found = results(&Assessment::latest(&asked, &talk.session).on(LATE));
        assert_eq!((found.missed_duties(), found.speak_of_duties()), (0, true), "{}", profile.id);
    }
}

fn is_in(talk: &mut Talk, places: &[&str]) {
    for place in places {
        talk.change(Change::Region(id(place), Some(Yes)));
    }
}

#[test]
fn german_law_may_bind_who_is_in_the_eu_and_european_law_binds_who_is_in_germany() {
    let hospital = smm_profile("hospital-operator");
    let is_of = |duty: &Minimum, place: &str| duty.applies.iter().any(|it| it.places.iter().any(|it| it.as_str() == place));
    let of = |place: &str| hospital.minimums.iter().filter(|it| is_of(it, place)).cloned().collect::<Vec<_>>();
    let how = |places: &[&str], law: &str| {
        let mut talk = Talk::about(&smm());
        is_in(&mut talk, places);
        of(law).iter().map(|duty| binds(&talk.session, &hospital.id, duty)).collect::<BTreeSet<_>>()
    };
    assert!(of("eu-de").len() > 5 && of("eu").len() > 20);
    assert_eq!(how(&["eu"], "eu-de"), [Binds::Perhaps].into(), "nobody said where in the EU");
    assert_eq!(how(&["eu-de"], "eu"), [Binds::Perhaps].into());
    assert_eq!(how(&["uk"], "eu-de"), [Binds::Elsewhere].into());
    assert_eq!(how(&["other"], "us"), [Binds::Elsewhere].into());
    let shop = smm_profile("retail-pos");
    let card = shop.minimums.iter().find(|it| it.id.as_str() == "pci-daily-look").unwrap_or_else(|| panic!("PCI"));
    let mut talk = Talk::about(&smm());
    is_in(&mut talk, &["other"]);
    assert_eq!(binds(&talk.session, &shop.id, card), Binds::Perhaps, "a contract holds wherever one is");
}

#[test]
fn a_duty_of_another_role_is_ruled_out_only_by_what_somebody_said() {
    let profile = smm_profile("charging-metering");
    let profiles = [profile.clone()];
    let mut talk = Talk::about(&smm());
    assert!(ruled_out(&talk.session, &profiles).is_empty());
    talk.change(Change::SystemRole(SystemRole::Maker, Some(Yes)));
    let out = ruled_out(&talk.session, &profiles);
    for duty in &profile.minimums {
        let to = duty.applies.as_ref().map(|it| it.to.clone()).unwrap_or_default();
        let may_be_ours = to.contains(&DutyRole::Maker);
        assert_eq!(out.contains(&(profile.id.clone(), duty.id.clone())), !may_be_ours, "{}: {to:?}", duty.id);
        let of = ProfileDuty { profile: profile.id.clone(), duty: duty.id.clone() };
        talk.change(Change::Duty(of, Some(DutyAnswer::Applies)));
        assert_eq!(binds(&talk.session, &profile.id, duty), Binds::Confirmed, "{}: what people say comes first", duty.id);
    }
}

#[test]
fn places_are_asked_about_where_profiles_in_use_depend_on_them_each_part_behind_its_whole() {
    let talk = Talk::about(&smm());
    let offered = |profiles: &[&str], session: &Session| {
        places_to_ask(&asked_with(profiles), session).iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(offered(&[], &talk.session), [] as [String; 0]);
    let of_hospital = offered(&["hospital-operator"], &talk.session);
    assert_eq!(of_hospital.get(..2), Some(&["eu".to_owned(), "eu-de".to_owned()][..]), "{of_hospital:?}");
    assert_eq!(of_hospital.last().map(String::as_str), Some("other"));
    let all = offered(&["charging-metering", "energy-utilities", "retail-pos"], &talk.session);
    let is_there = |place: &str| all.iter().any(|it| it == place);
    assert!(is_there("us-ca") && is_there("ca") && !is_there(WORLD), "{all:?}");
    let mut named = Talk::about(&smm());
    is_in(&mut named, &["jp"]);
    assert!(offered(&[], &named.session).contains(&"jp".to_owned()), "what was said can be taken back");
}

#[test]
fn the_day_on_which_the_cyber_resilience_act_applies_is_known() {
    let profile = smm_profile("consumer-cameras");
    let is_cra = |it: &&Minimum| it.law.as_ref().is_some_and(|law| law.name.get("en") == "Cyber Resilience Act");
    let duties: Vec<&Minimum> = profile.minimums.iter().filter(is_cra).collect();
    let in_force = |year, month, day| {
        let on = Date::new(year, month, day).unwrap_or(LATE);
        duties.iter().filter(|it| InForce::of(it.applies.as_ref(), Some(on)) == InForce::Now).count()
    };
    let (before, reports, after) = (in_force(2026, 9, 10), in_force(2026, 11, 28), in_force(2027, 12, 11));
    assert_eq!((before, in_force(2027, 12, 10), after), (0, reports, duties.len()));
    assert!(reports > 0 && reports < duties.len(), "reports since September 2026, the rest from December 2027");
}

#[test]
fn every_place_that_a_duty_names_is_one_that_people_can_choose_or_the_world() {
    let profiles = smm_profiles();
    let named: BTreeSet<RegionId> =
        all().into_iter().filter_map(|(_, duty)| duty.applies).flat_map(|applies| applies.places).collect();
    let asked = Questionnaire::new(smm(), profiles);
    let offered = places_to_ask(&asked, &Talk::about(&smm()).session);
    let missing: Vec<_> = named.iter().filter(|it| it.as_str() != WORLD && !offered.contains(it)).collect();
    assert!(missing.is_empty() && named.len() > 8, "{missing:?}");
}

/// Whose texts are sold, or shown only to who agrees to terms: we read about them, not them.
fn is_not_read(law: &str) -> bool {
    law.split(|it: char| !it.is_alphanumeric()).any(|word| ["IEC", "ISO", "PCI"].contains(&word))
}

#[test]
fn a_duty_out_of_a_text_that_is_sold_says_that_it_was_not_checked_or_rests_on_a_public_law() {
    let says = |duty: &Minimum| duty.source.get("en").ends_with("Not checked against the source.");
    let mut sold = BTreeSet::new();
    for (profile, duty) in all() {
        let Some(law) = &duty.law else { panic!("{} {}", profile.id, duty.id) };
        let (name, link) = (law.name.get("en"), law.link.clone().unwrap_or_default());
        if is_not_read(name) {
            assert!(says(&duty), "{} {}: {}", profile.id, duty.id, duty.source.get("en"));
            sold.insert(name.to_owned());
        } else if is_not_read(duty.source.get("en")) && !says(&duty) {
            let is_public = ["https://eur-lex.europa.eu/", "https://www.ecfr.gov/"].iter().any(|it| link.starts_with(it));
            assert!(is_public, "{} {}: where is it to be read? {link}", profile.id, duty.id);
        }
    }
    for name in ["IEC 62443-4-1", "IEC 62443-4-2", "PCI DSS 4.0.1", "ISO/SAE 21434"] {
        assert!(sold.contains(name), "{name}: {sold:?}");
    }
    assert!(!is_not_read("Machinery Regulation, PCIe") && is_not_read("ISO/IEC 27001"));
}
