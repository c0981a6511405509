//! An assessment as attestations of `CycloneDX` 1.6: the model as a standard with levels and requirements; what people answered as claims,
//! with what shows them and what speaks against them.
//!
//! Only what the form has a meaning for is written: a statement that is met has the score 1 and one that is not met 0. *Partly* and what
//! does not apply, and answers of a model's own that are worth a part, are no numbers and stand as words. Nobody signs: the form takes no signatory without a signature. What it
//! has no place for is listed in [`AttestationLack`].

use serde_json::{Map, Value, json};

use crate::analysis::{Assessment, Verdict};
use crate::model::{AskedIndicator, Fraction, IndicatorId, Level, Profile};
use crate::session::{Answer, Date, Evidence, Fact, Shown, Timestamp, said_of};

/// What attestations have no place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttestationLack {
    /// Targets, gaps and what is more than needed.
    Targets,
    /// What is demanded from outside.
    Duties,
    /// The plan.
    Plan,
    /// Rounds but the one that is looked at.
    EarlierRounds,
    /// Who answered what, and answers of parts: the answer that counts for the whole is there.
    EachAnswer,
    /// How people know what they answered: whether they saw it, were told, or assume it.
    HowKnown,
    /// Whether evidence shows what is answered. What was judged to show nothing is not given as evidence.
    WhetherShown,
    /// Levels of practices that are rated as a whole.
    Ratings,
    /// The quick pass, levels set by hand, and the interview.
    QuickPass,
    /// Who stands behind it: that would be a signature.
    Signatories,
}

impl AttestationLack {
    /// All.
    pub const ALL: [Self; 10] = [
        Self::Targets,
        Self::Duties,
        Self::Plan,
        Self::EarlierRounds,
        Self::EachAnswer,
        Self::HowKnown,
        Self::WhetherShown,
        Self::Ratings,
        Self::QuickPass,
        Self::Signatories,
    ];
}

/// The words that stand in the file.
#[derive(Clone, Copy, Debug)]
pub struct AttestationWords {
    /// What counts about a statement.
    pub verdict: fn(Verdict) -> String,
    /// What the system is called that has no name.
    pub unnamed: fn(&str) -> String,
}

/// The attestations of an assessment. `language` is that of the model's words.
#[must_use]
pub fn attestation(assessment: &Assessment<'_>, made: Timestamp, language: &str, words: &AttestationWords) -> Value {
    let mut found = Found { assessment, language, words, claims: Vec::new(), evidence: Map::new(), map: Vec::new() };
    let asked = assessment.asked();
    for practice in asked.model().practices() {
        asked.indicators_of(practice).for_each(|it| found.take(&it));
    }
    let Found { claims, evidence, map, .. } = found;
    let system = (words.unnamed)(assessment.session().system(crate::session::SystemField::Name).trim());
    let evidence: Vec<Value> = evidence.into_iter().map(|(_, piece)| piece).collect();
    json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "timestamp": made.to_string() },
        "definitions": { "standards": standards(assessment, language, &system) },
        "declarations": {
            "attestations": [{ "summary": system, "map": map }],
            "claims": claims,
            "evidence": evidence,
            "targets": { "components": [{ "bom-ref": SYSTEM, "type": "platform", "name": system }] },
        },
    })
}

/// The reference of the system that claims are about.
const SYSTEM: &str = "system";

fn statement_ref(id: &IndicatorId) -> String {
    format!("statement:{id}")
}

/// The model as a standard, then each profile that asks more, then what people ask of themselves: nobody is said to ask what another asks.
fn standards(assessment: &Assessment<'_>, language: &str, system: &str) -> Vec<Value> {
    let asked = assessment.asked();
    let added = || asked.model().practices().into_iter().flat_map(|practice| asked.indicators_of(practice));
    let mut profiles: Vec<(&Profile, Vec<Value>)> = Vec::new();
    for it in added() {
        let Some(profile) = it.profile else { continue };
        let written = requirement(&it, language);
        match profiles.iter_mut().find(|(known, _)| known.id == profile.id) {
            Some((_, all)) => all.push(written),
            None => profiles.push((profile, vec![written])),
        }
    }
    let own: Vec<Value> = added().filter(|it| it.is_own).map(|it| requirement(&it, language)).collect();
    let own = (!own.is_empty()).then(|| json!({ "bom-ref": "own", "name": system, "requirements": own }));
    let of_profile = |(profile, requirements): (&Profile, Vec<Value>)| {
        json!({
            "bom-ref": format!("profile:{}", profile.id),
            "name": profile.name.get(language),
            "version": profile.edition.as_str(),
            "requirements": requirements,
        })
    };
    std::iter::once(standard(assessment, language)).chain(profiles.into_iter().map(of_profile)).chain(own).collect()
}

/// A statement that the model does not ask itself, with its practice as its title.
fn requirement(it: &AskedIndicator<'_>, language: &str) -> Value {
    json!({
        "bom-ref": statement_ref(&it.indicator.id),
        "identifier": it.indicator.id.as_str(),
        "title": it.practice.name.get(language),
        "text": it.indicator.text.get(language),
    })
}

/// The model as a standard: practices, with their statements below them; a level asks for its own statements.
fn standard(assessment: &Assessment<'_>, language: &str) -> Value {
    let (asked, model) = (assessment.asked(), assessment.asked().model());
    let mut requirements = Vec::new();
    let mut of_level: Vec<(Level, Vec<String>)> = model.rungs().map(|rung| (rung.level, Vec::new())).collect();
    for practice in model.practices() {
        let parent = format!("practice:{}", practice.id);
        requirements.push(json!({ "bom-ref": parent, "identifier": practice.id.as_str(), "title": practice.name.get(language) }));
        for it in asked.indicators_of(practice).filter(|it| it.profile.is_none() && !it.is_own) {
            let reference = statement_ref(&it.indicator.id);
            requirements.push(json!({
                "bom-ref": reference,
                "identifier": it.indicator.id.as_str(),
                "text": it.indicator.text.get(language),
                "parent": parent,
            }));
            of_level.iter_mut().filter(|(level, _)| *level == it.level).for_each(|(_, all)| all.push(reference.clone()));
        }
    }
    let levels = model.rungs().zip(of_level).map(|(rung, (level, requirements))| {
        json!({
            "bom-ref": format!("level:{level}"),
            "identifier": level.to_string(),
            "title": rung.name.get(language),
            "description": rung.meaning.get(language),
            "requirements": requirements,
        })
    });
    json!({
        "bom-ref": format!("model:{}", model.id),
        "name": model.title.get(language),
        "version": model.edition.as_str(),
        "requirements": requirements,
        "levels": levels.collect::<Vec<_>>(),
    })
}

/// What is found, statement by statement.
struct Found<'a, 's> {
    assessment: &'a Assessment<'s>,
    language: &'a str,
    words: &'a AttestationWords,
    claims: Vec<Value>,
    /// Each piece once, by its reference.
    evidence: Map<String, Value>,
    map: Vec<Value>,
}

impl Found<'_, '_> {
    /// Takes in a statement, if anybody said anything of it.
    fn take(&mut self, it: &AskedIndicator<'_>) {
        let verdict = self.assessment.said().together(it.indicator);
        let Some(round) = self.assessment.round().filter(|_| verdict != Verdict::Unanswered) else { return };
        let (session, id) = (self.assessment.session(), &it.indicator.id);
        let reasons: Vec<&str> = said_of(&session.answers, id, round).filter_map(|(_, fact)| reason(fact.value()?)).collect();
        let notes: Vec<&str> =
            said_of(&session.notes, id, round).filter_map(|(_, fact)| fact.value().map(String::as_str)).collect();
        let is_shown = said_of(&session.shown, id, round).all(|(_, fact)| fact.value() != Some(&Shown::NotShown));
        let shows = if is_shown { self.evidence_for(id) } else { Vec::new() };
        let against = self.against(id, said_of(&session.against, id, round).map(|(_, fact)| fact));
        let claim = format!("claim:{id}");
        self.claims.push(without_empty(json!({
            "bom-ref": claim,
            "target": SYSTEM,
            "predicate": it.indicator.text.get(self.language),
            "reasoning": reasons.iter().chain(&notes).copied().collect::<Vec<_>>().join("\n"),
            "evidence": shows,
            "counterEvidence": against,
        })));
        let (claims, counter) = match verdict.kind() {
            Verdict::NotMet => (Vec::new(), vec![claim]),
            Verdict::Partly
            | Verdict::Met
            | Verdict::Compensated
            | Verdict::NotApplicable
            | Verdict::NotKnown
            | Verdict::Unanswered
            | Verdict::Own(_) => (vec![claim], Vec::new()),
        };
        // An answer of the model's own that passes may be worth less than all of it: conformance is not whole then.
        let is_part = matches!(verdict, Verdict::Own(own) if own.worth != Fraction::ONE && own.worth != Fraction::ZERO);
        let score = match verdict.kind() {
            _ if is_part => None,
            Verdict::Met => Some(1),
            Verdict::NotMet => Some(0),
            Verdict::Partly
            | Verdict::Compensated
            | Verdict::NotApplicable
            | Verdict::NotKnown
            | Verdict::Unanswered
            | Verdict::Own(_) => None,
        };
        let mut conformance = json!({ "rationale": (self.words.verdict)(verdict) });
        if let (Some(score), Some(members)) = (score, conformance.as_object_mut()) {
            members.insert("score".to_owned(), score.into());
        }
        self.map.push(without_empty(json!({
            "requirement": statement_ref(id),
            "claims": claims,
            "counterClaims": counter,
            "conformance": conformance,
        })));
    }

    /// The references of what shows a statement.
    fn evidence_for(&mut self, id: &IndicatorId) -> Vec<String> {
        let session = self.assessment.session();
        let mut references = Vec::new();
        for given in session.evidence_uses_for(id) {
            let Some(piece) = session.evidence(&given.evidence) else { continue };
            let reference = format!("evidence:{}", given.evidence);
            if !references.contains(&reference) {
                self.evidence.entry(reference.clone()).or_insert_with(|| written(&reference, piece));
                references.push(reference);
            }
        }
        references
    }

    /// The references of what speaks against a statement.
    fn against<'f>(&mut self, id: &IndicatorId, said: impl Iterator<Item = &'f Fact<String>>) -> Vec<String> {
        let said = said.filter_map(Fact::value).filter(|words| !words.trim().is_empty());
        let all: Vec<(String, &String)> =
            said.zip(1..).map(|(words, number)| (format!("against:{id}:{number}"), words)).collect();
        for (reference, words) in &all {
            self.evidence.insert(reference.clone(), json!({ "bom-ref": reference, "description": words }));
        }
        all.into_iter().map(|(reference, _)| reference).collect()
    }
}

/// The reason of an answer that needs one.
fn reason(answer: &Answer) -> Option<&str> {
    match answer {
        Answer::NotApplicable(why) => Some(why.reason.as_str()),
        Answer::Compensated(by) => Some(by.reason.as_str()),
        Answer::Met | Answer::Partly | Answer::NotMet | Answer::DontKnow | Answer::Own(_) => None,
    }
}

/// A piece of evidence. Where it is stands as an address only where it is one; else as a name.
fn written(reference: &str, piece: &Evidence) -> Value {
    let day = |day: Date| format!("{day}T00:00:00Z");
    let is_plain = |link: &&str| link.chars().all(|sign| sign.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(sign));
    let url = piece.link().filter(is_plain);
    let data = without_empty(json!({ "name": piece.location.trim(), "contents": url.map(|url| json!({ "url": url })) }));
    let author = piece.author.trim();
    // It shows something to the end of its last day.
    without_empty(json!({
        "bom-ref": reference,
        "description": piece.title.trim(),
        "data": if piece.location.trim().is_empty() { Value::Null } else { json!([data]) },
        "created": piece.dated.map(day),
        "expires": piece.valid_until.map(|last| day(last.tomorrow().unwrap_or(last))),
        "author": if author.is_empty() { Value::Null } else { json!({ "name": author }) },
    }))
}

/// The same without members that say nothing.
fn without_empty(value: Value) -> Value {
    let says_something = |it: &Value| match it {
        Value::Null => false,
        Value::String(words) => !words.trim().is_empty(),
        Value::Array(all) => !all.is_empty(),
        Value::Object(members) => !members.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    };
    match value {
        Value::Object(members) => Value::Object(members.into_iter().filter(|(_, it)| says_something(it)).collect()),
        other => other,
    }
}
