//! The present targets as a profile of one's own, to keep and to send.

use serde_json::{Map, Value, json};

use crate::analysis::{Proposals, interview_answers, own_indicators};
use crate::model::{Edition, IndicatorKind, Lasts, Level, Practice, ProfileId, Questionnaire};
use crate::session::{Fact, Session, Target};

/// What a profile of one's own is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileName {
    /// Its id.
    pub id: ProfileId,
    /// Its edition, as a date.
    pub edition: Edition,
    /// Its name.
    pub name: String,
    /// The language of the words in the session.
    pub language: String,
    /// What stands for a reason that nobody gave, and for a source.
    pub no_reason: String,
    /// Whose proposals these are.
    pub notice: String,
}

/// The present targets, minimums and own indicators of a session as a profile file. Practices without a target are left out; a
/// target as it was proposed keeps the reason for which it was proposed, unless people gave one of their own.
///
/// # Errors
/// None that a session could cause; what the serializer says.
pub fn write_profile(session: &Session, asked: &Questionnaire, called: &ProfileName) -> Result<String, serde_json::Error> {
    let model = asked.model();
    let answers = interview_answers(session);
    let text = |words: &str| -> Value {
        let words = if words.trim().is_empty() { called.no_reason.as_str() } else { words };
        json!({ called.language.clone(): words })
    };
    let (practices, proposals) = (model.practices(), Proposals::of(asked, &answers));
    let targets: Vec<Value> = practices
        .iter()
        .filter_map(|practice| {
            let target = session.target(&practice.id)?;
            Some(json!({
                "practice": practice.id,
                "level": target.level,
                "scope": target.scope,
                "reason": text(&reason(&proposals, practice, target, &called.language)),
            }))
        })
        .collect();
    let minimums: Vec<Value> = session
        .minimums
        .iter()
        .filter(|(practice, _)| model.practice(practice).is_some())
        .filter_map(|(practice, fact)| Some((practice, Fact::value(fact)?)))
        .filter(|(_, minimum)| minimum.level > Level::NONE)
        .map(|(practice, minimum)| json!({ "practice": practice, "level": minimum.level, "source": text(&minimum.source) }))
        .collect();
    let indicators: Vec<Value> = own_indicators(session)
        .into_iter()
        .filter(|extra| model.practice(&extra.practice).is_some())
        .map(|extra| {
            let mut written = json!({
                "practice": extra.practice,
                "level": extra.level,
                "scope": extra.scope,
                "id": extra.indicator.id,
                "text": text(extra.indicator.text.get(&called.language)),
                "evidence": text(extra.indicator.evidence.get(&called.language)),
            });
            let lasts = match extra.indicator.lasts {
                Lasts::Months(months) => Some(("shelf_life_months", json!(months))),
                Lasts::Release => Some(("lasts", json!("release"))),
                Lasts::Event => Some(("lasts", json!("event"))),
                Lasts::NotSaid => None,
            };
            let kind = extra.indicator.kind.map(|kind| match kind {
                IndicatorKind::Done => ("kind", json!("done")),
                IndicatorKind::Assured => ("kind", json!("assured")),
            });
            let answers = &extra.indicator.answers;
            let answers: Map<String, Value> =
                answers.iter().map(|(id, words)| (id.to_string(), text(words.get(&called.language)))).collect();
            let answers = (!answers.is_empty()).then(|| ("answers", Value::Object(answers)));
            if let Some(members) = written.as_object_mut() {
                members.extend(kind.into_iter().chain(lasts).chain(answers).map(|(name, value)| (name.to_owned(), value)));
            }
            written
        })
        .collect();
    let profile = json!({
        "format": "plumbline-profile",
        "version": 1,
        "id": called.id,
        "edition": called.edition,
        "languages": [called.language],
        "model": model.id,
        "name": text(&called.name),
        "about": text(&called.notice),
        "notice": text(&called.notice),
        "targets": targets,
        "minimums": minimums,
        "indicators": indicators,
    });
    serde_json::to_string_pretty(&profile).map(|text| text + "\n")
}

fn reason(proposals: &Proposals<'_>, practice: &Practice, target: &Target, language: &str) -> String {
    let why = target.why();
    if !why.is_empty() {
        return why.join(" ");
    }
    let as_proposed =
        proposals.together(&practice.id).filter(|proposal| (proposal.level, proposal.scope) == (target.level, target.scope));
    let voices = as_proposed.iter().flat_map(|proposal| &proposal.from).filter(|voice| voice.level == target.level);
    let reasons: Vec<&str> =
        voices.flat_map(|voice| voice.reasons.iter().chain(&voice.held)).map(|reason| reason.get(language)).collect();
    reasons.join(" ")
}

/// An id for a profile of that name: its letters and digits in lower case, the rest as hyphens.
#[must_use]
pub fn profile_id(name: &str) -> Option<ProfileId> {
    const LONGEST: usize = 60;
    let mut id = String::new();
    for character in name.trim().chars().flat_map(char::to_lowercase).take(LONGEST) {
        if character.is_ascii_alphanumeric() {
            id.push(character);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    ProfileId::try_from(id.trim_end_matches('-')).ok()
}
