//! Who signed a round, as a report tells it.

use super::who::{Cast, Name};
use crate::analysis::{Assessment, FigureChange, Results, SignedRound, sign_offs};

/// A sign-off of the round that a report is about.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportSignOff {
    /// How whoever signed is called: by the name that they had then, where people are named.
    pub name: Name,
    /// What was signed, beside what holds now.
    pub signed: SignedRound,
    /// Who took it back, if somebody did.
    pub taken_back_by: Option<Name>,
    /// The practices whose figures are others now, by name.
    pub figures: Vec<(String, FigureChange)>,
}

pub(super) fn report_sign_offs(
    assessment: &Assessment<'_>,
    results: &Results,
    cast: &Cast<'_>,
    language: &str,
) -> Vec<ReportSignOff> {
    let of = |signed: SignedRound| {
        let person = Some(&signed.sign_off.person);
        ReportSignOff {
            name: if cast.is_by_name() { Name::Named(signed.sign_off.name.clone()) } else { cast.name(person) },
            taken_back_by: signed.taken_back.as_ref().map(|(_, by)| cast.name(by.as_ref())),
            figures: signed
                .figures
                .iter()
                .map(|it| (super::practice_name(assessment.asked, &it.practice, language), it.clone()))
                .collect(),
            signed,
        }
    };
    sign_offs(assessment, results).into_iter().map(of).collect()
}
