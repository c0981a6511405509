//! Assessment results of OSCAL: what was answered as observations; what follows from it as findings.
//!
//! A finding is satisfied or not, and nothing else. So there is none where nobody knows, or where something does not apply: the observation
//! says so. What nobody answered is left out. A practice is satisfied where it reaches its target.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::dossier::{Dossier, PracticeTold, Said, StatementTold};
use super::oscal::{control, day, lines, metadata, moment, objective, property, resource, statement, title, uuid_of};
use super::without_empty;

/// The assessment results.
pub(super) fn results(dossier: &Dossier) -> Value {
    let (model, resource) = resource(&dossier.model, &dossier.about);
    let times = || dossier.statements.iter().filter_map(|it| moment(it.answered.as_deref()?));
    let begun = times().min().unwrap_or(&dossier.made);
    let about = format!("{}: {}", dossier.words.assessment, dossier.system);
    let (observations, findings) = found(dossier, None);
    let result = without_empty(json!({
        "uuid": uuid_of(dossier, "result", ""),
        "title": title(&about),
        "description": title(&dossier.model.name),
        "start": begun,
        "end": times().max(),
        "reviewed-controls": without_empty(json!({
            "control-selections": [{ "include-controls": controls(dossier) }],
            "control-objective-selections": objectives(dossier),
        })),
        "observations": observations,
        "findings": findings,
    }));
    json!({ "assessment-results": {
        "uuid": uuid_of(dossier, "assessment-results", &dossier.made),
        "metadata": metadata(dossier, &about),
        "import-ap": { "href": model },
        "results": [result],
        "back-matter": { "resources": [resource] },
    } })
}

/// The aims that findings of practices are about.
fn objectives(dossier: &Dossier) -> Vec<Value> {
    let aims = dossier.practices.iter().filter(|it| reached(it).is_some());
    let aims: Vec<Value> = aims.map(|it| json!({ "objective-id": objective(&it.id) })).collect();
    if aims.is_empty() { Vec::new() } else { vec![json!({ "include-objectives": aims })] }
}

/// Whether a practice reaches its target, where somebody said how much is enough and its level is known.
fn reached(it: &PracticeTold) -> Option<bool> {
    it.level.zip(it.target).filter(|_| !it.is_not_applicable).map(|(level, target)| level >= target)
}

fn controls(dossier: &Dossier) -> Vec<Value> {
    let one = |practice: &PracticeTold| {
        let statements: Vec<String> = dossier.statements_of(&practice.id).map(|it| statement(&it.id)).collect();
        without_empty(json!({ "control-id": control(&practice.id), "statement-ids": statements }))
    };
    dossier.practices.iter().map(one).collect()
}

/// Observations and findings: of everything, or of these statements alone.
pub(super) fn found(dossier: &Dossier, only: Option<&BTreeSet<&str>>) -> (Vec<Value>, Vec<Value>) {
    let (mut observations, mut findings) = (Vec::new(), Vec::new());
    for practice in &dossier.practices {
        if only.is_none() {
            of_practice(dossier, practice, &mut observations, &mut findings);
        }
        let is_wanted = |it: &&StatementTold| only.is_none_or(|only| only.contains(it.id.as_str()));
        for it in dossier.statements_of(&practice.id).filter(|it| it.said != Said::Nothing).filter(is_wanted) {
            observations.push(observation(dossier, it));
            findings.extend(finding(dossier, it));
        }
    }
    (observations, findings)
}

fn observation(dossier: &Dossier, it: &StatementTold) -> Value {
    let against: Vec<String> = it.against.iter().map(|words| format!("{}: {words}", dossier.words.against)).collect();
    let said = std::iter::once(it.words.as_str()).chain(it.reasons.iter().map(String::as_str));
    let pieces = || it.evidence.iter().filter_map(|id| dossier.evidence.get(id));
    let evidence = pieces().map(|piece| {
        let day = |name: &str, day: &Option<String>| property(name, day.as_deref().unwrap_or_default());
        let said = [day("dated", &piece.dated), day("expires", &piece.ends), property("author", &piece.author)];
        let location = if piece.link.is_some() { "" } else { piece.location.as_str() };
        without_empty(json!({
            "href": piece.link,
            "description": title(if piece.title.is_empty() { &piece.location } else { &piece.title }),
            "props": said.into_iter().flatten().collect::<Vec<_>>(),
            "remarks": lines([location]),
        }))
    });
    let evidence: Vec<Value> = evidence.collect();
    // Shown as long as its last piece shows it; for good where one does.
    let ends: Option<Vec<&str>> = pieces().map(|piece| piece.ends.as_deref()).collect();
    let ends = ends.and_then(|ends| ends.into_iter().max());
    without_empty(json!({
        "uuid": uuid_of(dossier, "observation", &it.id),
        "title": title(&it.text),
        "description": lines(said.chain(against.iter().map(String::as_str))),
        "props": [property("said", word(it.said)), property("statement-id", &statement(&it.id))],
        "methods": if evidence.is_empty() { json!(["INTERVIEW"]) } else { json!(["INTERVIEW", "EXAMINE"]) },
        "relevant-evidence": evidence,
        "collected": it.answered.as_deref().and_then(moment).unwrap_or(&dossier.made),
        "expires": ends.and_then(day),
    }))
}

/// What is said, as a value: these six stay apart.
const fn word(said: Said) -> &'static str {
    match said {
        Said::Nothing => "unanswered",
        Said::NotKnown => "not-known",
        Said::NotMet => "not-met",
        Said::Partly => "partly",
        Said::Met => "met",
        Said::Compensated => "compensated",
        Said::NotApplicable => "not-applicable",
    }
}

fn finding(dossier: &Dossier, it: &StatementTold) -> Option<Value> {
    let (state, reason) = match it.said {
        Said::NotMet => ("not-satisfied", "fail"),
        Said::Partly => ("not-satisfied", "other"),
        Said::Met if it.is_part => ("satisfied", "other"),
        Said::Met => ("satisfied", "pass"),
        Said::Compensated => ("satisfied", "other"),
        Said::Nothing | Said::NotKnown | Said::NotApplicable => return None,
    };
    let observation = uuid_of(dossier, "observation", &it.id);
    let target = ("statement-id", statement(&it.id));
    Some(finding_of(&uuid_of(dossier, "finding", &it.id), (&it.text, &it.words), target, (state, reason), &observation))
}

/// A finding: its id, its title and words, what it is about, how that stands and for which reason, and what it rests on.
fn finding_of(
    id: &str,
    (called, words): (&str, &str),
    (kind, target): (&str, String),
    (state, reason): (&str, &str),
    observation: &str,
) -> Value {
    json!({
        "uuid": id,
        "title": title(called),
        "description": title(words),
        "target": { "type": kind, "target-id": target, "status": { "state": state, "reason": reason } },
        "related-observations": [{ "observation-uuid": observation }],
    })
}

/// Where a practice stands: an observation where that is known, and a finding where somebody said how much is enough.
fn of_practice(dossier: &Dossier, it: &PracticeTold, observations: &mut Vec<Value>, findings: &mut Vec<Value>) {
    if it.level.is_none() && !it.is_not_applicable {
        return;
    }
    let number = |name: &str, level: Option<u8>| property(name, &level.map(|level| level.to_string()).unwrap_or_default());
    let said = it.is_not_applicable.then(|| property("said", word(Said::NotApplicable))).flatten();
    let props = [said, number("level", it.level), number("target", it.target), number("minimum", it.minimum)];
    let observation = uuid_of(dossier, "level", &it.id);
    observations.push(json!({
        "uuid": observation,
        "title": title(&it.name),
        "description": title(&it.standing),
        "props": props.into_iter().flatten().chain(property("control-id", &control(&it.id))).collect::<Vec<_>>(),
        "methods": ["INTERVIEW"],
        "collected": dossier.made,
    }));
    let Some(is_reached) = reached(it) else { return };
    let status = if is_reached { ("satisfied", "pass") } else { ("not-satisfied", "fail") };
    let target = ("objective-id", objective(&it.id));
    findings.push(finding_of(&uuid_of(dossier, "reached", &it.id), (&it.name, &it.standing), target, status, &observation));
}
