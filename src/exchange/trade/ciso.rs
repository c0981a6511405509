//! For CISO Assistant: what is asked as a library that the tool loads, and results as it imports an audit. Which forms those are, with where that
//! was read, stands in `tests/data/tools/ciso-assistant-audit.json`.
//!
//! A practice is a requirement with a score, which is its level; the statements below it are requirements without one. A practice complies where
//! it reaches its target: without a target nobody says how much is enough, and it is not assessed. The tool knows neither that somebody was asked
//! and does not know nor that something else does the job: the observation says so.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::dossier::{AskedBy, Dossier, GroupTold, PracticeTold, Said, StatementTold};
use super::{one_line, without_empty};
use crate::session::digest;

/// The columns of an audit. The tool takes a table without the two scores for one that has them.
pub(super) const COLUMNS: [&str; 11] = [
    "urn",
    "assessable",
    "ref_id",
    "name",
    "description",
    "compliance_result",
    "requirement_progress",
    "implementation_score",
    "documentation_score",
    "score",
    "observations",
];

/// As many letters as the tool takes as a name.
const LONGEST_NAME: usize = 200;

/// As many letters as the tool takes as the id of a requirement.
const LONGEST_REF: usize = 100;

/// What tells this library apart from any other: the model in its edition, and all that the library says of it. Loaded once, a library stays as it
/// is: another one with anything else in it has to be called otherwise.
fn base(dossier: &Dossier) -> String {
    // With more, the address of a requirement could be longer than the tool takes.
    const LONGEST: usize = 60;
    const MARK: usize = 6;
    let model = format!("{}-{}", dossier.model.id, dossier.model.edition);
    let model = if model.len() > LONGEST { digest(&[model.as_bytes()], MARK * 2) } else { model };
    format!("{model}-{}", digest(&[library_called(dossier, "").to_string().as_bytes()], MARK))
}

fn node(base: &str, kind: &str, id: &str) -> String {
    format!("urn:plumbline:risk:req_node:{base}:{kind}:{id}")
}

fn name(words: &str) -> String {
    let words = one_line(words);
    if words.chars().count() <= LONGEST_NAME {
        return words;
    }
    words.chars().take(LONGEST_NAME - 1).chain(['…']).collect()
}

/// What is asked, as a library.
pub(super) fn library(dossier: &Dossier) -> Value {
    library_called(dossier, &base(dossier))
}

fn library_called(dossier: &Dossier, base: &str) -> Value {
    let score = |it: &super::dossier::LevelTold| json!({ "score": it.level, "name": it.name, "description": it.meaning });
    let refs = dossier.statements.iter().map(|it| it.id.as_str()).collect();
    let mut nodes = Nodes { dossier, base, refs, all: Vec::new() };
    nodes.groups_in("");
    without_empty(json!({
        "urn": format!("urn:plumbline:risk:library:{base}"),
        "locale": dossier.language,
        "ref_id": base,
        "name": name(&dossier.model.name),
        "description": dossier.about,
        "copyright": dossier.licence,
        "version": 1,
        "provider": "Plumbline",
        "packager": "plumbline",
        "objects": { "framework": without_empty(json!({
            "urn": format!("urn:plumbline:risk:framework:{base}"),
            "ref_id": base,
            "name": name(&dossier.model.name),
            "description": dossier.about,
            "min_score": 0,
            "max_score": dossier.levels.iter().map(|it| it.level).max().unwrap_or(1).max(1),
            "scores_definition": dossier.levels.iter().map(score).collect::<Vec<_>>(),
            "requirement_nodes": nodes.all,
        })) },
    }))
}

/// The requirements, in the order of the model.
struct Nodes<'a> {
    dossier: &'a Dossier,
    base: &'a str,
    /// The ids of statements: no practice may be known by one of them.
    refs: BTreeSet<&'a str>,
    all: Vec<Value>,
}

impl Nodes<'_> {
    fn groups_in(&mut self, within: &str) {
        let dossier = self.dossier;
        for group in dossier.groups.iter().filter(|it| it.within == within) {
            let parent = dossier.groups.iter().find(|it| it.id == group.within);
            self.put(json!({
                "urn": node(self.base, "group", &group.id),
                "assessable": false,
                "depth": group.depth.saturating_add(1),
                "parent_urn": parent.map(|it| node(self.base, "group", &it.id)),
                "name": name(&group.name),
                "description": group.about,
            }));
            self.groups_in(&group.id);
            dossier.practices.iter().filter(|it| it.within == group.id).for_each(|it| self.practice(group, it));
        }
    }

    fn practice(&mut self, group: &GroupTold, practice: &PracticeTold) {
        let urn = node(self.base, "practice", &practice.id);
        let reference = Some(&practice.id).filter(|id| id.len() <= LONGEST_REF && !self.refs.contains(id.as_str()));
        self.put(json!({
            "urn": urn,
            "assessable": true,
            "depth": group.depth.saturating_add(2),
            "parent_urn": node(self.base, "group", &group.id),
            "ref_id": reference,
            "name": name(&practice.name),
            "description": practice.objective,
        }));
        let dossier = self.dossier;
        for it in dossier.statements_of(&practice.id) {
            let added = match &it.asked_by {
                AskedBy::Model => "",
                AskedBy::Profile(id) => dossier.profiles.iter().find(|known| known.id == *id).map_or("", |it| it.name.as_str()),
                AskedBy::Own => dossier.words.own.as_str(),
            };
            self.put(json!({
                "urn": node(self.base, "statement", &it.id),
                "assessable": true,
                "depth": group.depth.saturating_add(3),
                "parent_urn": urn,
                "ref_id": Some(&it.id).filter(|id| id.len() <= LONGEST_REF),
                "name": name(&dossier.level_name(it.level)),
                "description": it.text,
                "annotation": added,
                "typical_evidence": it.shown_by,
            }));
        }
    }

    fn put(&mut self, node: Value) {
        self.all.push(without_empty(node));
    }
}

/// The rows of an audit: each practice, with its statements below it.
pub(super) fn rows(dossier: &Dossier) -> Vec<[String; 11]> {
    let base = base(dossier);
    let mut rows = Vec::new();
    for it in &dossier.practices {
        rows.push(practice(dossier, &base, it));
        rows.extend(dossier.statements_of(&it.id).map(|it| statement(dossier, &base, it)));
    }
    rows
}

/// A row. The requirement is found by its address alone: a spreadsheet may take an id for a number.
fn row(urn: String, names: [&str; 2], results: [&str; 2], score: Option<u8>, observations: Vec<String>) -> [String; 11] {
    let ([called, description], [result, progress]) = (names, results);
    let score = score.map(|score| score.to_string()).unwrap_or_default();
    let empty = String::new;
    let observations = observations.join("\n");
    let name = name(called);
    let (result, progress) = (result.to_owned(), progress.to_owned());
    [urn, "x".to_owned(), empty(), name, description.to_owned(), result, progress, empty(), empty(), score, observations]
}

fn practice(dossier: &Dossier, base: &str, it: &PracticeTold) -> [String; 11] {
    let result = match (it.level, it.target) {
        _ if it.is_not_applicable => "not_applicable",
        (Some(level), Some(target)) if level >= target => "compliant",
        (Some(0), Some(_)) => "non_compliant",
        (Some(_), Some(_)) => "partially_compliant",
        (None, _) | (_, None) => "not_assessed",
    };
    let is_begun = dossier.statements_of(&it.id).any(|it| it.said != Said::Nothing);
    let progress = match it.level {
        _ if it.is_not_applicable => "done",
        Some(_) => "done",
        None if is_begun => "in_progress",
        None => "to_do",
    };
    let minimum = it.minimum.map(|level| format!("{}: {level}", dossier.words.minimum));
    let observations = std::iter::once(it.standing.clone()).chain(minimum).collect();
    row(node(base, "practice", &it.id), [&it.name, &it.objective], [result, progress], it.level, observations)
}

fn statement(dossier: &Dossier, base: &str, it: &StatementTold) -> [String; 11] {
    let results = match it.said {
        Said::Nothing => ["not_assessed", "to_do"],
        Said::NotKnown => ["not_assessed", "in_progress"],
        Said::NotMet => ["non_compliant", "done"],
        Said::Partly => ["partially_compliant", "done"],
        Said::Met | Said::Compensated => ["compliant", "done"],
        Said::NotApplicable => ["not_applicable", "done"],
    };
    let mut observations = vec![it.words.clone()];
    observations.extend(it.reasons.iter().cloned());
    for piece in it.evidence.iter().filter_map(|id| dossier.evidence.get(id)) {
        let what: Vec<&str> =
            [&piece.title, &piece.location].into_iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
        observations.push(format!("{}: {}", dossier.words.evidence, what.join(", ")));
    }
    observations.extend(it.against.iter().map(|words| format!("{}: {words}", dossier.words.against)));
    let called = dossier.level_name(it.level);
    row(node(base, "statement", &it.id), [&called, &it.text], results, None, observations)
}
