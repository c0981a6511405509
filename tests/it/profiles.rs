//! The profiles that are shipped, to the number.

use crate::support::{marks, smm, smm_profiles};
use plumbline::model::{Level, PracticeId, Profile};
use std::collections::BTreeSet;

/// Each profile with its targets, and below them its minimums, in the model's order:
/// program, compliance, threat modeling, risk attitude, product supply chain, services,
/// identities, access control, change, physical, data policy, data practices,
/// vulnerability assessment, patching, monitoring, sharing, detection, recovery.
/// A target is a level with the first letter of its scope; minimums are the highest level and how many there are.
#[rustfmt::skip]
const PROFILES: &[(&str, &str, &str)] = &[
    (
        "retail-pos",
        "2i 3i 2i 1g 2i 3i 2i 3i 3i 4i 2i 3i 3i 3i 3i 1g 3i 2i",
        "2×3 3×2 - - 2×1 2×1 2×3 2×3 2×4 3×1 2×3 2×3 2×3 2×1 2×5 - 2×5 -",
    ),
    (
        "manufacturing-line",
        "3g 2i 2s 3i 2i 3i 2i 3i 3s 2g 1g 2s 2i 2s 3i 1g 3i 4s",
        "2×4 2×3 2×2 2×1 2×1 2×1 2×1 2×3 2×3 - - 2×1 2×1 2×1 - - 2×4 2×1",
    ),
    (
        "medical-devices",
        "3i 3i 4s 3i 3i 2i 3i 3s 3i 2i 2i 3s 4i 3s 3i 3i 3i 3s",
        "2×7 3×5 3×1 3×3 3×5 2×2 2×2 2×5 2×4 2×1 2×3 2×3 3×5 2×3 2×1 2×2 3×9 3×2",
    ),
    (
        "automotive-ota",
        "3i 3i 3s 3i 3i 2i 3i 3s 4i 2i 2i 3s 3i 4s 3i 3i 3i 2i",
        "3×7 3×12 3×4 2×3 3×7 2×4 2×3 2×5 3×4 2×2 2×3 2×5 3×6 3×8 2×3 2×2 2×7 2×1",
    ),
    (
        "consumer-cameras",
        "2g 3i 2i 2g 2i 3i 3i 3i 2g 2i 3i 4s 3i 3i 2i 2i 2i 2i",
        "2×4 2×9 2×1 2×2 2×3 2×2 2×6 2×5 2×4 2×2 2×4 2×5 3×6 3×6 2×1 2×2 2×6 2×4",
    ),
    (
        "energy-utilities",
        "3i 3i 3s 3i 2i 3i 3i 4s 3i 3i 2i 2s 3i 2s 3i 3i 3i 4s",
        "3×8 3×7 - 2×4 2×2 2×2 2×3 2×4 2×4 3×4 2×4 2×4 2×3 2×2 3×8 2×1 2×10 2×4",
    ),
    (
        "building-automation",
        "2g 2g 2s 2i 2i 3i 2i 3i 2i 3i 2i 2g 2i 2i 2g 1g 2i 3s",
        "2×4 2×2 2×1 2×1 2×1 2×1 2×1 2×2 2×1 - 2×3 2×2 2×1 2×1 - - 2×5 2×2",
    ),
    (
        "digital-twin",
        "2s 1g 3s 2s 2s 3i 3s 3s 4s 1g 3i 3s 2s 2s 3s 1g 2s 2s",
        "2×1 - - 2×1 - 2×1 - 2×1 2×1 - 2×1 2×1 2×1 2×1 2×1 - 2×1 2×1",
    ),
    (
        "industrial-components",
        "3i 3i 3s 2i 3i 2g 3i 3i 3s 2i 2i 3i 3i 3s 2i 3i 3i 2s",
        "3×5 2×7 3×3 2×1 3×4 2×1 2×5 3×5 3×6 2×1 2×4 3×6 3×6 3×7 2×2 3×2 2×4 2×5",
    ),
    (
        "hospital-operator",
        "3i 3i 2s 3i 2i 3i 2i 3i 3i 3i 3i 2i 2i 2i 3i 2i 3i 4s",
        "3×9 2×9 - 2×4 2×1 2×4 2×2 2×5 2×3 1×2 2×4 2×4 2×2 2×1 2×3 - 2×10 2×2",
    ),
    (
        "charging-metering",
        "3i 3i 3s 2i 2i 3i 3i 4s 3s 3i 3i 3i 3i 3s 3i 3i 3i 2s",
        "2×6 2×12 2×1 2×1 2×3 2×2 2×8 2×3 2×6 3×3 2×7 3×9 3×7 2×9 2×4 3×2 2×6 2×4",
    ),
];

fn practices() -> Vec<PracticeId> {
    smm().practices().into_iter().map(|practice| practice.id.clone()).collect()
}

/// A profile's targets and minimums, as in the table.
fn numbers(profile: &Profile) -> (String, String) {
    let targets = practices().into_iter().filter_map(|it| profile.targets.iter().find(|target| target.practice == it));
    let minimum = |practice: &PracticeId| {
        let found: Vec<Level> = profile.minimums.iter().filter(|it| it.practice == *practice).map(|it| it.level).collect();
        found.iter().max().map_or_else(|| "-".to_owned(), |highest| format!("{highest}×{}", found.len()))
    };
    let minimums: Vec<_> = practices().iter().map(minimum).collect();
    (marks(targets.map(|it| (it.level, it.scope))), minimums.join(" "))
}

#[test]
fn every_profile_has_the_targets_and_minimums_it_is_known_for() {
    let profiles = smm_profiles();
    assert_eq!(profiles.len(), PROFILES.len());
    for (profile, (id, targets, minimums)) in profiles.iter().zip(PROFILES) {
        assert_eq!(profile.id.as_str(), *id);
        assert_eq!(numbers(profile), ((*targets).to_owned(), (*minimums).to_owned()), "{id}");
    }
}

#[test]
fn a_profile_proposes_one_target_for_each_practice_and_names_demands_once() {
    for profile in smm_profiles() {
        let (targets, minimums) = numbers(&profile);
        assert_eq!(targets.split_whitespace().count(), 18, "{}", profile.id);
        assert_eq!(minimums.split_whitespace().count(), 18, "{}", profile.id);
        // Several demands may concern a practice, one for each law and duty; each has a name of its own.
        let names: BTreeSet<&str> = profile.minimums.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(names.len(), profile.minimums.len(), "{}", profile.id);
    }
}

#[test]
fn profiles_differ_from_each_other() {
    let all: Vec<String> = smm_profiles().iter().map(|profile| numbers(profile).0).collect();
    for (at, one) in all.iter().enumerate() {
        assert!(!all.iter().take(at).any(|other| other == one), "{one}");
    }
}
