//! What the shipped statements are: one fact each that a stranger can check, enough of them for everybody and everywhere, and no word
//! in them that only specialists know.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use std::collections::{BTreeMap, BTreeSet};

use crate::support::talk::Talk;
use crate::support::{bytes, id, smm, smm_profile, smm_profiles};
use plumbline::analysis::{Assessment, results};
use plumbline::model::{
    Audience, Context, Indicator, IndicatorId, Lasts, Level, PracticeId, Questionnaire, SystemRole, read_glossary,
};
use plumbline::session::{Answer, NotApplicable};

/// All statements of the model and its profiles.
fn all() -> Vec<Indicator> {
    let mut all: Vec<Indicator> = of_model().into_iter().map(|(_, it)| it).collect();
    all.extend(smm_profiles().iter().flat_map(|it| it.indicators.iter().map(|it| it.indicator.clone())));
    all
}

/// The statements of the model, with the level they stand at.
fn of_model() -> Vec<(Level, Indicator)> {
    let model = smm();
    let guides = model.practices().into_iter().flat_map(|practice| &practice.levels);
    guides.flat_map(|guide| guide.indicators.iter().map(|it| (guide.level, it.clone()))).collect()
}

/// The words of a text, in small letters.
fn words(text: &str) -> Vec<String> {
    text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_lowercase).collect()
}

/// Whether one word follows right behind another one somewhere.
fn in_row(words: &[String], row: &[&str]) -> bool {
    words.windows(row.len()).any(|some| some.iter().zip(row).all(|(one, wanted)| one == wanted || *one == format!("{wanted}s")))
}

/// What says how bad something is by somebody else's published scale, not by a list of ours: whoever is asked can look it up.
const RATED_BY_OTHERS: [&str; 3] = [
    // By the scanner that found it.
    "hardening.vulnerability.assessment.l2.critical-triage",
    // By whoever published the flaw or the fix.
    "hardening.vulnerability.patching.l2.urgent-days",
    "retail-pos.patching.l2.one-month",
];

/// Why a statement does not say of how many things it holds, if it does not.
fn bare(text: &str) -> Option<&'static str> {
    let words = words(text);
    let has = |word: &str| words.iter().any(|it| it == word);
    if has("most") || has("mostly") || has("usually") {
        return Some("most of what");
    }
    if has("main") || has("mainly") {
        return Some("which are the main ones");
    }
    if matches!(words.first().map(String::as_str), Some("after" | "when" | "whenever")) {
        return Some("whoever had no such event can say yes");
    }
    let lists: [&[&str]; 3] =
        [&["critical", "list"], &["list", "of", "what", "is", "critical"], &["list", "of", "jobs", "exposed"]];
    let is_listed = lists.iter().any(|list| in_row(&words, list));
    (!is_listed && (has("critical") || has("exposed"))).then_some("on which list")
}

#[test]
fn no_statement_says_most_critical_or_exposed_without_its_list_or_begins_with_an_event() {
    let mut excused = BTreeSet::new();
    for it in all() {
        let (of, text) = (it.id.as_str(), it.text.get("en"));
        let Some(why) = bare(text) else { continue };
        assert!(RATED_BY_OTHERS.contains(&of), "{of}: {why}? {text}");
        excused.insert(of.to_owned());
    }
    let named = RATED_BY_OTHERS.map(str::to_owned).into();
    assert_eq!(excused, named, "no exception is left over");
    for (text, is_bare) in [
        ("We trained most people.", true),
        ("Main programs have a backup copy.", true),
        ("Critical parts have a spare.", true),
        ("When a device is stolen, we lock it out.", true),
        ("A list of spares names critical parts.", true),
        ("Each part on our critical list has a spare.", false),
        ("Every job on our list of jobs exposed to cyber attacks gets training.", false),
        ("Almost all have one.", false),
    ] {
        assert_eq!(bare(text).is_some(), is_bare, "{text}");
    }
}

/// What was once two facts in one sentence, and what joined them.
const ONCE_TWO: [(&str, &str); 13] = [
    ("enablement.data.policy.l1.confidential-note", "and which"),
    ("hardening.vulnerability.assessment.l2.answer-promise", "and by when"),
    ("governance.strategy.program.l3.unit-roles", "with a named"),
    ("governance.strategy.compliance.l3.full-register", "with an owner"),
    ("governance.supply.services.l1.standard-terms", "us most"),
    ("governance.supply.services.l1.support-channel", "need most"),
    ("enablement.access.identities.l3.device-provisioning", "from a named"),
    ("enablement.access.access-control.l3.zones", "from a named"),
    ("enablement.data.policy.l3.full-catalog", "from a named"),
    ("enablement.data.policy.l3.border-register", "its purpose"),
    ("enablement.data.practices.l1.storage-switch", "main"),
    ("hardening.vulnerability.patching.l3.update-test", "power cut"),
    ("hardening.response.detection.l3.severity-scheme", "time limit"),
];

#[test]
fn what_was_two_facts_or_had_no_measure_is_one_fact_under_its_old_id() {
    let model: BTreeMap<IndicatorId, Indicator> = of_model().into_iter().map(|(_, it)| (it.id.clone(), it)).collect();
    let changed: BTreeSet<String> =
        smm().changes.iter().flat_map(|edition| &edition.items).map(|it| it.id.as_str().to_owned()).collect();
    for (of, joined) in ONCE_TWO {
        let Some(it) = model.get(&id(of)) else { panic!("{of}") };
        let text = it.text.get("en");
        assert!(!text.replace(',', "").contains(joined), "{of}: {text}");
        assert!(!changed.contains(of), "{of}: it still means what it meant, so nobody is asked again");
    }
}

/// How many statements there are at least of each context.
const OF_EACH_CONTEXT: usize = 15;

#[test]
fn every_context_has_statements_of_its_own() {
    for context in Context::ALL {
        let count = of_model().iter().filter(|(_, it)| it.meant_for.contexts.contains(&context)).count();
        assert!(count >= OF_EACH_CONTEXT, "{context:?}: {count}");
    }
}

#[test]
fn for_no_role_a_level_of_a_practice_is_empty() {
    for role in SystemRole::ALL {
        let audience = Audience { roles: [role].into(), ..Audience::default() };
        let asked = Questionnaire::new(smm(), Vec::new()).for_audience(audience);
        let mut left_out = 0;
        for practice in smm().practices() {
            for guide in practice.levels.iter().filter(|guide| guide.level > Level::NONE) {
                let count = asked.indicators(practice, guide.level).len();
                left_out += guide.indicators.len() - count;
                assert!(count > 0, "{role:?}: {} level {}", practice.id, guide.level);
            }
        }
        assert!(left_out > 0, "{role:?}: what is for others only is left out");
    }
}

/// The verticals, as the sector that an example names.
const VERTICALS: [&str; 9] =
    ["Manufacturing", "Retail", "Medical", "Automotive", "Energy", "Buildings", "Consumer", "Rail", "Aviation"];

#[test]
fn each_level_of_each_practice_has_an_example_and_each_vertical_is_there_six_times() {
    let model = smm();
    let mut of: BTreeMap<&str, usize> = BTreeMap::new();
    let mut texts = BTreeSet::new();
    for practice in model.practices() {
        for guide in practice.levels.iter().filter(|guide| guide.level > Level::NONE) {
            let Some(example) = &guide.example else { panic!("{} level {}", practice.id, guide.level) };
            let sector = example.sector.get("en");
            let Some(vertical) = VERTICALS.iter().find(|name| **name == sector) else { panic!("{sector}") };
            *of.entry(*vertical).or_default() += 1;
            texts.insert(example.text.get("en").to_owned());
        }
    }
    assert_eq!((of.values().sum::<usize>(), texts.len()), (72, 72), "{of:?}");
    assert!(of.len() == VERTICALS.len() && of.values().all(|count| *count >= 6), "{of:?}");
}

/// Steps that have to hold all the time, and not only once something happened, so that they age by the calendar: what keeps malware off,
/// and the way to reach each other without the company's network.
const STEPS_THAT_AGE: [&str; 2] = ["hardening.awareness.monitoring.l2.malware-kept-off", "nis2.detection.l2.emergency-channel"];

#[test]
fn a_written_step_lasts_until_the_next_event() {
    let steps: Vec<Indicator> = all().into_iter().filter(|it| it.text.get("en").starts_with("A written step says")).collect();
    assert!(steps.len() > 20, "{}", steps.len());
    let by_calendar: BTreeSet<&str> = steps.iter().filter(|it| it.lasts != Lasts::Event).map(|it| it.id.as_str()).collect();
    assert_eq!(by_calendar, STEPS_THAT_AGE.into());
}

/// Subjects that the first edition did not have, and the statement that asks for each.
const SUBJECTS: [(&str, &str); 14] = [
    ("verified boot and firmware integrity", "enablement.assets.change.l2.boot-check"),
    ("secure development", "governance.strategy.program.l2.coding-rules"),
    ("malware", "hardening.awareness.monitoring.l2.malware-kept-off"),
    ("removable media and engineering laptops", "enablement.assets.change.l2.laptops-sticks"),
    ("wireless: reach", "enablement.assets.physical.l2.radio-reach"),
    ("wireless: keys", "enablement.data.practices.l2.radio-keys"),
    ("login lock-out", "enablement.access.identities.l2.login-lockout"),
    ("second factor", "enablement.access.access-control.l2.remote-second-factor"),
    ("offline or immutable backup", "hardening.response.recovery.l2.offline-backup"),
    ("separation from safety functions", "enablement.access.access-control.l2.safety-apart"),
    ("data minimization", "enablement.data.policy.l2.sensitive-need"),
    ("consent", "enablement.data.policy.l2.consent-first"),
    ("coordinated disclosure", "hardening.vulnerability.assessment.l2.answer-promise"),
    ("time", "hardening.awareness.monitoring.l2.common-clock"),
];

/// What is a matter of course today.
const BASELINE: [&str; 5] = [
    "hardening.vulnerability.patching.l2.signed-updates",
    "governance.supply.product.l2.own-parts-list",
    "hardening.vulnerability.patching.l2.support-end",
    "hardening.response.detection.l2.whom-to-notify",
    "enablement.access.access-control.l2.remote-second-factor",
];

#[test]
fn no_subject_is_missing_and_what_is_baseline_stands_at_level_2() {
    let levels: BTreeMap<IndicatorId, Level> = of_model().into_iter().map(|(level, it)| (it.id, level)).collect();
    for (subject, of) in SUBJECTS {
        assert!(levels.contains_key(&id::<IndicatorId>(of)), "{subject}: {of}");
    }
    for of in BASELINE {
        assert_eq!(levels.get(&id::<IndicatorId>(of)), Some(&Level::new(2)), "{of}");
    }
}

#[test]
fn a_plant_with_field_buses_and_no_encrypted_links_reaches_level_1_of_protecting_its_data() {
    const LINKS: &str = "enablement.data.practices.l1.link-encryption";
    let asked = Questionnaire::new(smm(), vec![smm_profile("manufacturing-line")]);
    let practice = id::<PracticeId>("enablement.data.practices");
    let level = |links: Answer| {
        let mut talk = Talk::about(&smm());
        talk.answer_levels(&asked, practice.as_str(), 1..=1, &Answer::Met);
        talk.answer_levels(&asked, practice.as_str(), 2..=4, &Answer::NotMet);
        talk.answer(LINKS, links);
        let found = results(&Assessment::latest(&asked, &talk.session));
        found.practice(&practice).map(|it| (it.standing.current.low(), it.standing.current.high()))
    };
    let (none, one) = (Some(Level::NONE), Some(Level::new(1)));
    let buses = "field buses in the plant alone, and they offer no encryption";
    assert_eq!(level(Answer::NotApplicable(NotApplicable::because(buses))), Some((one, one)));
    assert_eq!(level(Answer::NotMet), Some((none, none)), "whoever has such links has to answer for them");
    let of = asked.indicator(&id(LINKS)).map(|it| it.indicator.evidence.get("en").to_owned()).unwrap_or_default();
    assert!(of.contains("field buses inside the plant are not meant") && of.contains("not applicable"), "{of}");
}

/// Transmitters and valves on a field bus often take no new firmware where they stand, however many there are.
#[test]
fn a_plant_whose_wired_sensors_take_no_updates_can_still_answer_for_updates_at_level_1() {
    let model: BTreeMap<IndicatorId, Indicator> = of_model().into_iter().map(|(_, it)| (it.id.clone(), it)).collect();
    let of = |on: &str| model.get(&id(on)).map(|it| it.evidence.get("en").to_owned()).unwrap_or_default();
    let updates = of("hardening.vulnerability.patching.l1.update-in-place");
    for words in ["on a field bus or wire only if its maker offers", "Not applicable where none can be updated and a dated note"]
    {
        assert!(updates.contains(words), "{updates}");
    }
    let links = of("enablement.data.practices.l1.link-encryption");
    assert!(links.contains("an old radio of a plant that offers none"), "{links}");
}

/// Words that a plant manager may not know, as statements and what shows them write them.
const TECHNICAL: [&str; 48] = [
    "administrator",
    "antivirus",
    "attack study",
    "backup",
    "build tool",
    "certificate",
    "checksum",
    "chip",
    "cloud",
    "code review",
    "commissioning",
    "console",
    "CycloneDX",
    "database",
    "debug access",
    "device platform",
    "encryption",
    "field bus",
    "firewall",
    "firmware",
    "gateway",
    "honeypot",
    "hosting",
    "key vault",
    "log",
    "LoRaWAN",
    "malware",
    "module",
    "NTP",
    "open source",
    "operator panel",
    "patch",
    "penetration test",
    "playbook",
    "portal",
    "protocol",
    "ransomware",
    "router",
    "segment",
    "server",
    "software parts list",
    "SPDX",
    "Telnet",
    "TLS",
    "token",
    "USB stick",
    "user directory",
    "VPN",
];

#[test]
fn technical_words_of_statements_are_in_the_glossary() {
    let glossary = read_glossary(&bytes("public/models/iot-smm.glossary.json"), &smm());
    let glossary = glossary.unwrap_or_else(|problems| panic!("{problems}"));
    let texts: Vec<Vec<String>> =
        all().iter().flat_map(|it| [&it.text, &it.evidence].map(|text| words(text.get("en")))).collect();
    let mut used = BTreeSet::new();
    for word in TECHNICAL {
        let row = words(word);
        let row: Vec<&str> = row.iter().map(String::as_str).collect();
        if texts.iter().any(|text| in_row(text, &row)) {
            assert!(!glossary.words_in([word], "en").is_empty(), "{word}: it is said, nothing explains it");
            used.insert(word);
        }
    }
    for word in ["VPN", "router", "console", "device platform", "open source", "checksum", "TLS"] {
        assert!(used.contains(word), "{word}: {used:?}");
    }
    let names: Vec<&str> = glossary.terms.iter().map(|term| term.name.get("en")).collect();
    let level_1 = smm().rung(Level::new(1)).map(|it| it.name.get("en").to_owned()).unwrap_or_default();
    assert!(!names.contains(&level_1.as_str()) && names.contains(&"Outside minimum"), "{level_1}: one word for one thing");
}
