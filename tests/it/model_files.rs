//! The model and the profiles that are shipped are complete, consistent and tidy.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::support::{bytes, json, list, offered, path, smm, smm_former_words, smm_profiles};
use plumbline::model::{
    Became, Group, IndicatorKind, Level, Practice, PracticeId, Scope, read_coherence, read_former_words, read_glossary,
    read_interview, read_model,
};
use serde_json::Value;

/// A sub-domain and its practices.
type SubDomain = (&'static str, &'static [&'static str]);

/// The table of the domain description: domains with their sub-domains.
const STRUCTURE: &[(&str, &[SubDomain])] = &[
    (
        "Governance",
        &[
            ("Strategy and governance", &["Security program management", "Compliance management"]),
            ("Threat modeling and risk assessment", &["Threat modeling", "Risk attitude"]),
            (
                "Supply chain and dependencies management",
                &["Product supply chain risk management", "Services third-party dependencies management"],
            ),
        ],
    ),
    (
        "Enablement",
        &[
            ("Identity and access management", &["Establishing and maintaining identities", "Access control"]),
            ("Asset protection", &["Asset, change and configuration management", "Physical protection"]),
            ("Data protection", &["Protection model and policy for data", "Implementation of data protection practices"]),
        ],
    ),
    (
        "Hardening",
        &[
            ("Vulnerability and patch management", &["Vulnerability assessment", "Patch management"]),
            ("Situational awareness", &["Monitoring practice", "Situational awareness and information sharing practice"]),
            (
                "Event and incident response, continuity of operations",
                &["Event detection and response plan", "Remediation, recovery and continuity of operations"],
            ),
        ],
    ),
];

#[test]
fn the_model_has_the_domains_sub_domains_and_practices_of_the_smm_in_their_order() {
    let practice = |practice: &Practice| practice.name.get("en").to_owned();
    let sub_domain = |group: &Group| {
        assert!(group.groups.is_empty(), "{} has no groups inside", group.id);
        (group.name.get("en").to_owned(), group.practices.iter().map(practice).collect::<Vec<_>>())
    };
    let domain = |group: &Group| {
        assert!(group.practices.is_empty(), "{} has no practices of its own", group.id);
        (group.name.get("en").to_owned(), group.groups.iter().map(sub_domain).collect::<Vec<_>>())
    };
    let found: Vec<_> = smm().groups.iter().map(domain).collect();

    let owned = |practices: &[&str]| practices.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let expected: Vec<_> = STRUCTURE
        .iter()
        .map(|(domain, inner)| {
            ((*domain).to_owned(), inner.iter().map(|(name, practices)| ((*name).to_owned(), owned(practices))).collect())
        })
        .collect();
    assert_eq!(found, expected);
    assert_eq!(smm().practices().len(), 18);
}

#[test]
fn the_scale_and_the_scopes_are_those_of_the_smm() {
    let model = smm();
    let names: Vec<_> = model.scale.iter().map(|rung| (rung.level.number(), rung.name.get("en"))).collect();
    assert_eq!(names, [(0, "None"), (1, "Minimum"), (2, "Ad hoc"), (3, "Consistent"), (4, "Formalized")]);
    let scopes: Vec<_> = model.scopes.iter().map(|words| words.scope).collect();
    assert_eq!(scopes, Scope::ALL);
}

#[test]
fn practices_are_found_under_the_other_names_some_publications_use() {
    for (practice, alias) in [
        ("enablement.data.policy", "Security model and policy for data"),
        ("enablement.data.practices", "Implementation of data protection controls"),
    ] {
        let model = smm();
        let aliases = model.practice(&crate::support::id(practice)).map(|practice| practice.aliases.get("en").to_vec());
        assert!(aliases.is_some_and(|aliases| aliases.iter().any(|name| name == alias)), "{alias}");
    }
}

#[test]
fn every_level_has_three_to_six_indicators_and_two_to_six_actions() {
    for practice in smm().practices() {
        for guide in practice.levels.iter().filter(|guide| guide.level > Level::NONE) {
            let place = format!("{} level {}", practice.id, guide.level);
            assert!((3..=6).contains(&guide.indicators.len()), "{place}: {} indicators", guide.indicators.len());
            assert!((2..=6).contains(&guide.actions.len()), "{place}: {} actions", guide.actions.len());
        }
    }
}

#[test]
fn nothing_is_assured_at_level_1_and_something_is_from_level_2_on() {
    for practice in smm().practices() {
        for guide in &practice.levels {
            let assured = guide.indicators.iter().any(|indicator| indicator.kind == Some(IndicatorKind::Assured));
            match guide.level.number() {
                1 => assert!(!assured, "{}: level 1 has no assurance activity", practice.id),
                2.. => assert!(assured, "{}: assurance rises with level {}", practice.id, guide.level),
                _ => {}
            }
        }
    }
}

#[test]
fn ids_are_used_once_across_the_model_and_all_profiles() {
    let mut seen = HashSet::new();
    let model = smm();
    for group in &model.groups {
        for id in group_ids(group) {
            assert!(seen.insert(id.clone()), "{id}");
        }
    }
    // What several profiles ask is one statement, and the same in all of them (`shipped_duties`).
    for profile in smm_profiles() {
        let ids: Vec<String> = profile.indicators.iter().map(|extra| extra.indicator.id.to_string()).collect();
        assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "{}", profile.id);
        for id in ids {
            assert!(!seen.contains(&id), "{id}");
        }
    }
}

fn group_ids(group: &Group) -> Vec<String> {
    let mut ids = vec![group.id.to_string()];
    ids.extend(group.groups.iter().flat_map(group_ids));
    for practice in &group.practices {
        ids.push(practice.id.to_string());
        ids.extend(practice.levels.iter().flat_map(|guide| &guide.indicators).map(|indicator| indicator.id.to_string()));
    }
    ids
}

#[test]
fn indicators_carry_the_practice_and_level_they_belong_to_in_their_id() {
    for practice in smm().practices() {
        for guide in &practice.levels {
            for indicator in &guide.indicators {
                let start = format!("{}.l{}.", practice.id, guide.level);
                assert!(indicator.id.as_str().starts_with(&start), "{} does not start with {start}", indicator.id);
            }
        }
    }
}

#[test]
fn no_indicator_says_the_same_as_another_also_across_profiles() {
    let mut seen: HashMap<String, String> = HashMap::new();
    let model = smm();
    let own = model.practices().into_iter().flat_map(|practice| &practice.levels).flat_map(|guide| &guide.indicators);
    let profiles = smm_profiles();
    let added = profiles.iter().flat_map(|profile| &profile.indicators).map(|extra| &extra.indicator);
    for indicator in own.chain(added) {
        let text = indicator.text.get("en").to_lowercase();
        let id = indicator.id.to_string();
        let before = seen.insert(text, id.clone());
        assert!(before.is_none_or(|before| before == id), "{id}: {}", indicator.text.get("en"));
    }
}

#[test]
fn every_profile_proposes_a_target_for_every_practice_in_the_models_order() {
    let model = smm();
    let order: Vec<&PracticeId> = model.practices().into_iter().map(|practice| &practice.id).collect();
    for profile in smm_profiles() {
        let proposed: Vec<&PracticeId> = profile.targets.iter().map(|proposal| &proposal.practice).collect();
        assert_eq!(proposed, order, "{}", profile.id);
        let reasons: HashSet<&str> = profile.targets.iter().map(|proposal| proposal.reason.get("en")).collect();
        assert_eq!(reasons.len(), order.len(), "{}: each target has a reason of its own", profile.id);
    }
}

#[test]
fn every_profile_adds_industry_indicators_to_at_least_eight_practices() {
    for profile in smm_profiles() {
        let industry = profile.indicators.iter().filter(|extra| extra.scope == Scope::Industry);
        let practices: BTreeSet<&PracticeId> = industry.map(|extra| &extra.practice).collect();
        assert!(practices.len() >= 8, "{}: {}", profile.id, practices.len());
    }
}

#[test]
fn a_profile_never_proposes_less_than_it_says_is_demanded() {
    for profile in smm_profiles() {
        for minimum in &profile.minimums {
            let proposed = profile.targets.iter().find(|proposal| proposal.practice == minimum.practice);
            assert!(
                proposed.is_some_and(|proposal| proposal.level >= minimum.level),
                "{}: {} has a minimum of {}",
                profile.id,
                minimum.practice,
                minimum.level
            );
        }
    }
}

#[test]
fn lists_name_exactly_the_files_beside_them() {
    for folder in ["public/models", "profiles"] {
        let mut listed: BTreeSet<String> = list(&format!("{folder}/index.json")).into_iter().collect();
        listed.extend(offered().into_iter().flat_map(|it| if folder == "profiles" { it.profiles } else { it.files }));
        let there: BTreeSet<String> = std::fs::read_dir(path(folder))
            .into_iter()
            .flatten()
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| !["index.json", "offered.json"].contains(&name.as_str()))
            .collect();
        assert_eq!(listed, there, "{folder}");
        assert!(!listed.is_empty(), "{folder}");
    }
}

#[test]
fn every_file_beside_the_model_is_one_that_is_read() {
    for file in list("public/models/index.json") {
        let bytes = bytes(&format!("public/models/{file}"));
        let problems = match file.split_once('.').map(|(_, kind)| kind) {
            Some("interview.json") => read_interview(&bytes, &smm()).err(),
            Some("coherence.json") => read_coherence(&bytes, &smm()).err(),
            Some("changes.json") => read_former_words(&bytes, &smm()).err(),
            Some("glossary.json") => read_glossary(&bytes, &smm()).err(),
            _ => read_model(&bytes).err(),
        };
        assert_eq!(problems, None, "{file}");
    }
}

#[test]
fn a_statement_at_level_3_has_at_most_18_words() {
    let model = smm();
    let at_3 = model.practices().into_iter().filter_map(|practice| practice.guide(Level::new(3)));
    let all: Vec<&str> = at_3.flat_map(|guide| &guide.indicators).map(|it| it.text.get("en")).collect();
    let long: Vec<_> = all.iter().filter(|text| text.split_whitespace().count() > 18).collect();
    assert!(long.is_empty(), "{long:#?}");
    assert!(all.len() > 70, "{}", all.len());
}

#[test]
fn of_all_that_became_something_else_it_is_said_what_it_was_and_why_and_not_in_the_model_itself() {
    let (model, words) = (smm(), smm_former_words());
    let changes: Vec<_> = model.changes.iter().flat_map(|edition| &edition.items).collect();
    assert!(changes.len() > 100, "{}", changes.len());
    for change in &changes {
        assert!(words.of(change.id.as_str()).is_some(), "{}", change.id);
        assert!(
            change.was.is_none() && change.why.is_none(),
            "{}: whoever comes for the first time waits for the model",
            change.id
        );
        assert_ne!(change.became, Became::New, "{}: what is new needs no entry", change.id);
    }
    assert_eq!(words.items.len(), changes.len());
    assert_eq!((words.edition.as_str(), words.model.as_str()), (model.edition.as_str(), model.id.as_str()));
}

#[test]
fn the_words_of_a_text_are_found_by_each_of_their_names_once_and_whole() {
    let glossary = read_glossary(&bytes("public/models/iot-smm.glossary.json"), &smm());
    let glossary = glossary.unwrap_or_else(|problems| panic!("{problems}"));
    let of = |text: &str| glossary.words_in([text], "en").iter().map(|term| term.name.get("en").to_owned()).collect::<Vec<_>>();
    assert_eq!(of("For each function on our critical list, an attack is written out."), ["Critical list", "Attack"]);
    assert_eq!(of("Critical lists; a CRITICAL LIST again"), ["Critical list"]);
    assert_eq!(of("A threat model names threats."), ["Attack study", "Threat"], "the longer name is what stands there");
    assert_eq!(of("People log in at the logistics desk."), ["Log"], "no word begins like a longer one");
    assert_eq!(of(""), [""; 0]);
    for practice in smm().practices() {
        let texts = practice.levels.iter().flat_map(|it| it.indicators.iter().map(|it| it.text.get("en")));
        assert!(!glossary.words_in(texts, "en").is_empty(), "{}", practice.id);
    }
}

#[test]
fn the_glossary_explains_words_of_every_practice_and_no_word_twice() {
    let glossary = read_glossary(&bytes("public/models/iot-smm.glossary.json"), &smm());
    let glossary = glossary.unwrap_or_else(|problems| panic!("{problems}"));
    let smm = smm();
    let without: Vec<_> =
        smm.practices().into_iter().filter(|it| !glossary.terms.iter().any(|term| term.practices.contains(&it.id))).collect();
    let without: Vec<_> = without.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(without, Vec::<&str>::new());
    let names: Vec<String> = glossary.terms.iter().map(|term| term.name.get("en").to_lowercase()).collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    for term in &glossary.terms {
        let twice: Vec<_> = term.aliases.all().filter(|alias| names.contains(&alias.to_lowercase())).collect();
        assert!(twice.is_empty(), "“{}”: {twice:?} has a meaning of its own", term.name.get("en"));
    }
}

#[test]
fn there_are_eleven_profiles() {
    let ids: Vec<String> = smm_profiles().iter().map(|profile| profile.id.to_string()).collect();
    assert_eq!(
        ids,
        [
            "retail-pos",
            "manufacturing-line",
            "medical-devices",
            "automotive-ota",
            "consumer-cameras",
            "energy-utilities",
            "building-automation",
            "digital-twin",
            "industrial-components",
            "hospital-operator",
            "charging-metering",
        ]
    );
}

#[test]
fn texts_are_tidy() {
    let profiles = list("profiles/index.json").into_iter().map(|file| format!("profiles/{file}"));
    let models = list("public/models/index.json").into_iter().map(|file| format!("public/models/{file}"));
    let examples = list("public/examples/index.json").into_iter().map(|file| format!("public/examples/{file}"));
    let more = offered().into_iter().flat_map(|it| {
        let models = it.files.into_iter().map(|file| format!("public/models/{file}"));
        let examples = it.examples.into_iter().map(|file| format!("public/examples/{file}"));
        let profiles = it.profiles.into_iter().map(|file| format!("profiles/{file}"));
        models.chain(profiles).chain(examples).collect::<Vec<_>>()
    });
    let mut untidy = Vec::new();
    for file in models.chain(profiles).chain(examples).chain(more) {
        each_string(&json(&file), &mut |text| {
            let placeholder = ["todo", "lorem", "fixme", "xxx"].iter().any(|word| text.to_lowercase().contains(word));
            if text.is_empty() || text.trim() != text || text.contains("  ") || text.contains(['\n', '\t']) || placeholder {
                untidy.push(format!("{file}: “{text}”"));
            }
        });
    }
    assert!(untidy.is_empty(), "{untidy:#?}");
}

fn each_string(value: &Value, look: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => look(text),
        Value::Array(list) => list.iter().for_each(|inner| each_string(inner, look)),
        Value::Object(object) => object.values().for_each(|inner| each_string(inner, look)),
        _ => {}
    }
}
