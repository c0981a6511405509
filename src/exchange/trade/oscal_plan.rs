//! A plan of action and milestones of OSCAL: each action as an item, with what it is for as a risk that has a remediation and a day.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::dossier::{ActionTold, Dossier, Progress, Said};
use super::oscal::{day, end_of, id_of_names, lines, metadata, plain, property, resource, title, uuid_of};
use super::oscal_results::found;
use super::without_empty;

/// The role of whoever sees to an action.
const OWNER: &str = "owner";

/// The plan. What was dropped is left out.
pub(super) fn plan(dossier: &Dossier) -> Value {
    let about = format!("{}: {}", dossier.words.assessment, dossier.system);
    let actions: Vec<&ActionTold> = dossier.actions.iter().filter(|it| it.progress != Progress::Dropped).collect();
    let served: BTreeSet<&str> = actions.iter().flat_map(|it| &it.statements).map(String::as_str).collect();
    let (observations, findings) = found(dossier, Some(&served));
    let (_, resource) = resource(&dossier.model, &dossier.about);
    let there: BTreeSet<&str> = actions.iter().map(|it| it.id.as_str()).collect();
    let risks: Vec<Value> = actions.iter().map(|it| risk(dossier, it, &there)).collect();
    let items: Vec<Value> = actions.iter().map(|it| item(dossier, it)).collect();
    let id = plain(&dossier.session).unwrap_or_else(|| "-".to_owned());
    json!({ "plan-of-action-and-milestones": without_empty(json!({
        "uuid": uuid_of(dossier, "plan", &dossier.made),
        "metadata": with_owners(metadata(dossier, &about), dossier, &actions),
        "system-id": { "identifier-type": "https://ietf.org/rfc/rfc4122", "id": id_of_names(&["system", &id]) },
        "observations": observations,
        "risks": risks,
        "findings": findings,
        "poam-items": items,
        "back-matter": { "resources": [resource] },
    })) })
}

/// The head, with everybody who sees to an action.
fn with_owners(mut metadata: Value, dossier: &Dossier, actions: &[&ActionTold]) -> Value {
    let owners: BTreeMap<String, String> =
        actions.iter().filter_map(|it| Some((owner(dossier, it)?, plain(&it.owner)?))).collect();
    let party = |(id, name): (&String, &String)| json!({ "uuid": id, "type": "person", "name": name });
    let parties: Vec<Value> = owners.iter().map(party).collect();
    if let Some(members) = metadata.as_object_mut().filter(|_| !parties.is_empty()) {
        members.insert("roles".to_owned(), json!([{ "id": OWNER, "title": title(&dossier.words.owner) }]));
        members.insert("parties".to_owned(), parties.into());
    }
    metadata
}

/// Whoever sees to an action, within the session alone: two people of one name are two, and two of different clients are, too.
fn owner(dossier: &Dossier, it: &ActionTold) -> Option<String> {
    plain(&it.owner).map(|_| id_of_names(&[&dossier.session, "party", &it.owner_id]))
}

/// The statements of an action that have a finding.
fn findings_of<'a>(dossier: &'a Dossier, it: &'a ActionTold) -> impl Iterator<Item = &'a str> {
    let has_one = |id: &&str| {
        dossier
            .statements
            .iter()
            .any(|other| other.id == **id && !matches!(other.said, Said::Nothing | Said::NotKnown | Said::NotApplicable))
    };
    it.statements.iter().map(String::as_str).filter(has_one)
}

fn item(dossier: &Dossier, it: &ActionTold) -> Value {
    let findings: Vec<Value> =
        findings_of(dossier, it).map(|id| json!({ "finding-uuid": uuid_of(dossier, "finding", id) })).collect();
    let is_seen = |id: &&String| dossier.statements.iter().any(|other| other.id == **id && other.said != Said::Nothing);
    let seen = it.statements.iter().filter(is_seen);
    let observations = seen.map(|id| json!({ "observation-uuid": uuid_of(dossier, "observation", id) }));
    let mut item = without_empty(json!({
        "uuid": uuid_of(dossier, "item", &it.id),
        "title": title(&it.title),
        "props": days(it),
        "related-observations": observations.collect::<Vec<_>>(),
        "related-findings": findings,
        "related-risks": [{ "risk-uuid": uuid_of(dossier, "risk", &it.id) }],
        "remarks": lines([it.note.as_str()]),
    }));
    if let Some(members) = item.as_object_mut() {
        members.insert("description".to_owned(), described(dossier, it).into());
    }
    item
}

/// Its days as they were typed: OSCAL does not know each of them as a moment.
fn days(it: &ActionTold) -> Vec<Value> {
    let days = [("start", &it.start), ("due", &it.due), ("done", &it.done)];
    days.into_iter().filter_map(|(name, day)| property(name, day.as_deref()?)).collect()
}

/// Why it is in the plan, and what it is for.
fn described(dossier: &Dossier, it: &ActionTold) -> String {
    let served = dossier.statements.iter().filter(|other| it.statements.contains(&other.id)).map(|other| other.text.as_str());
    let words = lines(std::iter::once(it.why.as_str()).chain(served));
    if words.is_empty() { title(&it.title) } else { words }
}

fn risk(dossier: &Dossier, it: &ActionTold, there: &BTreeSet<&str>) -> Value {
    let (status, lifecycle) = match it.progress {
        Progress::Open => ("open", "planned"),
        Progress::UnderWay => ("remediating", "planned"),
        Progress::Done => ("closed", "completed"),
        Progress::Dropped => ("deviation-approved", "recommendation"),
    };
    let described = described(dossier, it);
    let task_of = |id: &str| uuid_of(dossier, "task", id);
    let due = it.due.as_deref().and_then(end_of);
    let timing = match (it.start.as_deref().and_then(day), &due) {
        (Some(start), Some(due)) if start <= *due => json!({ "within-date-range": { "start": start, "end": due } }),
        (_, Some(due)) => json!({ "on-date": { "date": due } }),
        (_, None) => Value::Null,
    };
    let before = it.waits_for.iter().filter(|id| there.contains(id.as_str()));
    let owners = owner(dossier, it).map(|id| json!([{ "role-id": OWNER, "party-uuids": [id] }]));
    let task = without_empty(json!({
        "uuid": task_of(&it.id),
        "type": "milestone",
        "title": title(&it.title),
        "timing": timing,
        "dependencies": before.map(|id| json!({ "task-uuid": task_of(id) })).collect::<Vec<_>>(),
        "responsible-roles": owners,
    }));
    without_empty(json!({
        "uuid": uuid_of(dossier, "risk", &it.id),
        "title": title(&it.title),
        "description": described,
        "statement": described,
        "status": status,
        "deadline": due,
        "remediations": [{
            "uuid": uuid_of(dossier, "remediation", &it.id),
            "lifecycle": lifecycle,
            "title": title(&it.title),
            "description": described,
            "tasks": [task],
        }],
    }))
}
