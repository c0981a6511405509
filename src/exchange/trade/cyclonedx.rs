//! An assessment as attestations of `CycloneDX` 1.6: the model as a standard with levels and requirements; what people answered as claims,
//! with what shows them and what speaks against them.
//!
//! Only what the form has a meaning for is written: a statement that is met has the score 1 and one that is not met 0. *Partly* and what
//! does not apply, and answers of a model's own that are worth a part, are no numbers and stand as words. Nobody signs: the form takes no signatory without a signature. What it
//! has no place for is listed in [`TradeForm::lacks`](super::TradeForm::lacks).

use serde_json::{Map, Value, json};

use super::dossier::{AskedBy, Dossier, EvidenceTold, Said, StatementTold};
use super::without_empty;

/// The reference of the system that claims are about.
const SYSTEM: &str = "system";

/// The attestations of an assessment.
pub(super) fn attestation(dossier: &Dossier) -> Value {
    let mut found = Found { dossier, claims: Vec::new(), evidence: Map::new(), map: Vec::new() };
    dossier.statements.iter().for_each(|it| found.take(it));
    let Found { claims, evidence, map, .. } = found;
    let evidence: Vec<Value> = evidence.into_iter().map(|(_, piece)| piece).collect();
    json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "timestamp": dossier.made },
        "definitions": { "standards": standards(dossier) },
        "declarations": {
            "attestations": [{ "summary": dossier.system, "map": map }],
            "claims": claims,
            "evidence": evidence,
            "targets": { "components": [{ "bom-ref": SYSTEM, "type": "platform", "name": dossier.system }] },
        },
    })
}

fn statement_ref(id: &str) -> String {
    format!("statement:{id}")
}

/// The model as a standard, then each profile that asks more, then what people ask of themselves: nobody is said to ask what another asks.
fn standards(dossier: &Dossier) -> Vec<Value> {
    let asked_by = |who: &AskedBy| {
        let all = dossier.statements.iter().filter(|it| it.asked_by == *who);
        all.map(|it| requirement(dossier, it)).collect::<Vec<Value>>()
    };
    let of_profile = |profile: &super::dossier::Asker| {
        json!({
            "bom-ref": format!("profile:{}", profile.id),
            "name": profile.name,
            "version": profile.edition,
            "requirements": asked_by(&AskedBy::Profile(profile.id.clone())),
        })
    };
    let own = asked_by(&AskedBy::Own);
    let own = (!own.is_empty()).then(|| json!({ "bom-ref": "own", "name": dossier.system, "requirements": own }));
    std::iter::once(standard(dossier)).chain(dossier.profiles.iter().map(of_profile)).chain(own).collect()
}

/// A statement that the model does not ask itself, with its practice as its title.
fn requirement(dossier: &Dossier, it: &StatementTold) -> Value {
    let practice = dossier.practices.iter().find(|practice| practice.id == it.practice);
    json!({
        "bom-ref": statement_ref(&it.id),
        "identifier": it.id,
        "title": practice.map_or("", |practice| practice.name.as_str()),
        "text": it.text,
    })
}

/// The model as a standard: practices, with their statements below them; a level asks for its own statements.
fn standard(dossier: &Dossier) -> Value {
    let is_models = |it: &&StatementTold| it.asked_by == AskedBy::Model;
    let mut requirements = Vec::new();
    for practice in &dossier.practices {
        let parent = format!("practice:{}", practice.id);
        requirements.push(json!({ "bom-ref": parent, "identifier": practice.id, "title": practice.name }));
        for it in dossier.statements_of(&practice.id).filter(is_models) {
            requirements.push(json!({
                "bom-ref": statement_ref(&it.id),
                "identifier": it.id,
                "text": it.text,
                "parent": parent,
            }));
        }
    }
    let levels = dossier.levels.iter().map(|level| {
        let own = dossier.statements.iter().filter(is_models).filter(|it| it.level == level.level);
        json!({
            "bom-ref": format!("level:{}", level.level),
            "identifier": level.level.to_string(),
            "title": level.name,
            "description": level.meaning,
            "requirements": own.map(|it| statement_ref(&it.id)).collect::<Vec<_>>(),
        })
    });
    json!({
        "bom-ref": format!("model:{}", dossier.model.id),
        "name": dossier.model.name,
        "version": dossier.model.edition,
        "requirements": requirements,
        "levels": levels.collect::<Vec<_>>(),
    })
}

/// What is found, statement by statement.
struct Found<'a> {
    dossier: &'a Dossier,
    claims: Vec<Value>,
    /// Each piece once, by its reference.
    evidence: Map<String, Value>,
    map: Vec<Value>,
}

impl Found<'_> {
    /// Takes in a statement, if anybody said anything of it.
    fn take(&mut self, it: &StatementTold) {
        if it.said == Said::Nothing {
            return;
        }
        let claim = format!("claim:{}", it.id);
        let shows = self.evidence_for(it);
        let against = self.against(it);
        self.claims.push(without_empty(json!({
            "bom-ref": claim,
            "target": SYSTEM,
            "predicate": it.text,
            "reasoning": it.reasons.join("\n"),
            "evidence": shows,
            "counterEvidence": against,
        })));
        let (claims, counter) = if it.said == Said::NotMet { (Vec::new(), vec![claim]) } else { (vec![claim], Vec::new()) };
        let score = match it.said {
            _ if it.is_part => None,
            Said::Met => Some(1),
            Said::NotMet => Some(0),
            Said::Partly | Said::Compensated | Said::NotApplicable | Said::NotKnown | Said::Nothing => None,
        };
        let mut conformance = json!({ "rationale": it.words });
        if let (Some(score), Some(members)) = (score, conformance.as_object_mut()) {
            members.insert("score".to_owned(), score.into());
        }
        self.map.push(without_empty(json!({
            "requirement": statement_ref(&it.id),
            "claims": claims,
            "counterClaims": counter,
            "conformance": conformance,
        })));
    }

    /// The references of what shows a statement.
    fn evidence_for(&mut self, it: &StatementTold) -> Vec<String> {
        let mut references = Vec::new();
        for id in &it.evidence {
            let Some(piece) = self.dossier.evidence.get(id) else { continue };
            let reference = format!("evidence:{id}");
            self.evidence.entry(reference.clone()).or_insert_with(|| written(&reference, piece));
            references.push(reference);
        }
        references
    }

    /// The references of what speaks against a statement.
    fn against(&mut self, it: &StatementTold) -> Vec<String> {
        let all: Vec<(String, &String)> =
            it.against.iter().zip(1..).map(|(words, number)| (format!("against:{}:{number}", it.id), words)).collect();
        for (reference, words) in &all {
            self.evidence.insert(reference.clone(), json!({ "bom-ref": reference, "description": words }));
        }
        all.into_iter().map(|(reference, _)| reference).collect()
    }
}

/// A piece of evidence. Where it is stands as an address only where it is one; else as a name.
fn written(reference: &str, piece: &EvidenceTold) -> Value {
    let day = |day: &String| format!("{day}T00:00:00Z");
    let contents = piece.link.as_ref().map(|url| json!({ "url": url }));
    let data = without_empty(json!({ "name": piece.location, "contents": contents }));
    without_empty(json!({
        "bom-ref": reference,
        "description": piece.title,
        "data": if piece.location.is_empty() { Value::Null } else { json!([data]) },
        "created": piece.dated.as_ref().map(day),
        "expires": piece.ends.as_ref().map(day),
        "author": if piece.author.is_empty() { Value::Null } else { json!({ "name": piece.author }) },
    }))
}
