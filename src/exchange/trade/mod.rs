//! An assessment in the forms of the trade: those that other tools for the same work read.
//!
//! What an assessment says is gathered once, as plain values ([`Dossier`]); each form is made of these. So the forms are no part of the app: it
//! hands the values to a program beside it. Each form says beforehand what it has no place for ([`TradeForm::lacks`]).

mod ciso;
mod cyclonedx;
mod dossier;
mod gather;
mod oscal;
mod oscal_mapping;
mod oscal_plan;
mod oscal_results;

pub use dossier::{Dossier, TradeLabels};
pub use gather::{TradeWords, dossier, with_frameworks};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::exchange::csv_table::{For, csv_table};
use dossier::Progress;

/// A form of the trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TradeForm {
    /// Attestations of `CycloneDX` 1.6.
    CycloneDx,
    /// Results, as CISO Assistant imports an audit.
    CisoAudit,
    /// What is asked, as a library of CISO Assistant.
    CisoLibrary,
    /// Assessment results of OSCAL.
    OscalResults,
    /// A plan of action and milestones of OSCAL.
    OscalPlan,
    /// The cross-references as a mapping collection of OSCAL.
    OscalMapping,
}

/// What a form may have no place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TradeLack {
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
    /// That somebody was asked and does not know: it stands as words, beside what nobody answered.
    NotKnown,
    /// That something does not apply, or that something else does the job: it stands as words.
    OnlyInWords,
    /// That an answer of a model's own counts in part only: it stands as words.
    InPart,
    /// Evidence as things of their own: they stand as words.
    EvidenceInWords,
    /// Statements that nobody answered.
    Unanswered,
    /// Everything that was answered.
    Answers,
    /// What was dropped.
    Dropped,
    /// How much work actions are, and what they cost.
    Work,
    /// The rest of the assessment: it tells of the model alone.
    AllButModel,
    /// Which role a framework is for, and how far references were examined.
    Examined,
}

impl TradeForm {
    /// All.
    pub const ALL: [Self; 6] =
        [Self::CycloneDx, Self::CisoAudit, Self::CisoLibrary, Self::OscalResults, Self::OscalPlan, Self::OscalMapping];

    /// Its name, as an argument and in the names of files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::CycloneDx => "cyclonedx",
            Self::CisoAudit => "ciso-assistant-audit",
            Self::CisoLibrary => "ciso-assistant-library",
            Self::OscalResults => "oscal-results",
            Self::OscalPlan => "oscal-plan",
            Self::OscalMapping => "oscal-mapping",
        }
    }

    /// The ending of its file.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::CisoAudit => "csv",
            Self::CisoLibrary => "yaml",
            Self::CycloneDx | Self::OscalResults | Self::OscalPlan | Self::OscalMapping => "json",
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::CisoAudit => "text/csv",
            Self::CisoLibrary => "application/yaml",
            Self::CycloneDx | Self::OscalResults | Self::OscalPlan | Self::OscalMapping => "application/json",
        }
    }

    /// Whether it says who does what, so that people may be left without names in it.
    #[must_use]
    pub const fn has_names(self) -> bool {
        matches!(self, Self::CycloneDx | Self::OscalResults | Self::OscalPlan)
    }

    /// Whether it has what people typed.
    #[must_use]
    pub const fn has_notes(self) -> bool {
        !matches!(self, Self::CisoLibrary | Self::OscalMapping)
    }

    /// What it has no place for.
    #[must_use]
    pub const fn lacks(self) -> &'static [TradeLack] {
        use TradeLack as L;
        match self {
            Self::CycloneDx => &[
                L::Targets,
                L::Duties,
                L::Plan,
                L::EarlierRounds,
                L::EachAnswer,
                L::HowKnown,
                L::WhetherShown,
                L::Ratings,
                L::QuickPass,
                L::Signatories,
            ],
            Self::CisoAudit => &[
                L::Targets,
                L::NotKnown,
                L::OnlyInWords,
                L::InPart,
                L::EvidenceInWords,
                L::Duties,
                L::Plan,
                L::EarlierRounds,
                L::EachAnswer,
                L::HowKnown,
                L::WhetherShown,
                L::QuickPass,
                L::Signatories,
            ],
            Self::CisoLibrary => &[L::AllButModel],
            Self::OscalResults => &[
                L::Unanswered,
                L::OnlyInWords,
                L::InPart,
                L::Duties,
                L::Plan,
                L::EarlierRounds,
                L::EachAnswer,
                L::HowKnown,
                L::WhetherShown,
                L::QuickPass,
                L::Signatories,
            ],
            Self::OscalPlan => {
                &[L::Answers, L::InPart, L::Targets, L::Duties, L::Dropped, L::Work, L::EarlierRounds, L::Signatories]
            }
            Self::OscalMapping => &[L::AllButModel, L::Examined],
        }
    }

    /// Whether it would say anything.
    #[must_use]
    pub fn has_content(self, dossier: &Dossier) -> bool {
        match self {
            Self::OscalPlan => dossier.actions.iter().any(|it| it.progress != Progress::Dropped),
            Self::OscalMapping => !dossier.frameworks.is_empty(),
            Self::CisoAudit | Self::CisoLibrary | Self::OscalResults => !dossier.practices.is_empty(),
            Self::CycloneDx => true,
        }
    }
}

/// A form of an assessment, as a file.
///
/// # Errors
/// None that an assessment could cause; what the writer says.
pub fn trade_file(form: TradeForm, dossier: &Dossier) -> Result<String, String> {
    let json = |made: Value| Ok(format!("{made:#}\n"));
    match form {
        TradeForm::CycloneDx => json(cyclonedx::attestation(dossier)),
        TradeForm::CisoAudit => {
            csv_table(For::Tool, ciso::COLUMNS, ciso::rows(dossier).into_iter()).map_err(|error| error.to_string())
        }
        TradeForm::CisoLibrary => Ok(as_yaml(&ciso::library(dossier))),
        TradeForm::OscalResults => json(oscal_results::results(dossier)),
        TradeForm::OscalPlan => json(oscal_plan::plan(dossier)),
        TradeForm::OscalMapping => json(oscal_mapping::mapping(dossier)),
    }
}

/// A value as YAML, which takes JSON once all is escaped that not each reader of it takes for a letter.
fn as_yaml(value: &Value) -> String {
    let mut text = String::new();
    for sign in format!("{value:#}\n").chars() {
        match sign {
            '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {
                text.push_str(&format!("\\u{:04x}", u32::from(sign)));
            }
            _ => text.push(sign),
        }
    }
    text
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

/// Words in one line.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
