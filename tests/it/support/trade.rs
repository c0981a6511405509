//! Assessments in the forms of the trade.

use plumbline::analysis::{Assessment, Verdict};
use plumbline::exchange::{Dossier, TradeForm, TradeLabels, TradeWords, dossier, trade_file};
use plumbline::model::Questionnaire;
use plumbline::session::Session;

/// Words that tell apart what they are about.
pub fn words() -> TradeWords {
    TradeWords {
        verdict: |verdict| if let Verdict::Own(_) = verdict { "own".to_owned() } else { format!("{verdict:?}") },
        unnamed: |name| if name.is_empty() { "unnamed".to_owned() } else { name.to_owned() },
        standing: |result| format!("stands at {:?}", result.standing.current.settled().map(|level| level.number())),
        action: |title| if title.trim().is_empty() { "action".to_owned() } else { title.to_owned() },
        why: |planned| format!("{} missing", planned.missing()),
        name: |name| format!("{name:?}"),
        labels: TradeLabels {
            level: "Level".to_owned(),
            minimum: "Minimum".to_owned(),
            evidence: "Evidence".to_owned(),
            against: "Against".to_owned(),
            owner: "Owner".to_owned(),
            no_conformity: "No conformity.".to_owned(),
            assessment: "Assessment".to_owned(),
            own: "Own".to_owned(),
        },
    }
}

/// What is told of an assessment.
pub fn told(asked: &Questionnaire, session: &Session) -> Dossier {
    dossier(&Assessment::latest(asked, session), "2026-11-23T10:00:00Z".parse().unwrap(), "en", true, &words())
}

/// An assessment in a form.
pub fn traded(form: TradeForm, asked: &Questionnaire, session: &Session) -> String {
    trade_file(form, &told(asked, session)).unwrap()
}
