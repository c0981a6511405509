//! Whether what is said in a session can be compared with others, or why not.

use std::collections::BTreeSet;

use crate::model::{IndicatorId, ModelId, PracticeId, Questionnaire, order};
use crate::session::{Fact, Session};

/// Why a session can't be compared with others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotComparable {
    /// It is about another model than the others.
    OtherModel(ModelId),
    /// Its model is not here.
    UnknownModel(ModelId),
    /// It was answered under an edition of which nothing is told here: so many of the things that it speaks of are not known.
    UnknownEdition {
        /// The edition.
        edition: String,
        /// How many statements and practices of it are not known.
        unknown: usize,
    },
    /// It holds questions for somebody, and not an assessment.
    Questions,
}

/// Whether a session can be compared under these questions, after what older editions said was carried over.
///
/// # Errors
/// Why it can't be.
pub fn comparable(session: &Session, asked: &Questionnaire) -> Result<(), NotComparable> {
    let model = asked.model();
    if session.request.is_some() {
        return Err(NotComparable::Questions);
    }
    if !session.model.is(model) {
        return Err(NotComparable::OtherModel(session.model.id.clone()));
    }
    if session.model.edition == model.edition {
        return Ok(());
    }
    match not_told_of(session, asked) {
        0 => Ok(()),
        unknown => Err(NotComparable::UnknownEdition { edition: session.model.edition.to_string(), unknown }),
    }
}

/// Of how much that a session of another edition speaks of nothing is told here: it is not asked, and no change leads to what is.
fn not_told_of(session: &Session, asked: &Questionnaire) -> usize {
    let known: BTreeSet<&IndicatorId> = order::set(asked.all_indicators());
    let practices: BTreeSet<&PracticeId> = order::set(asked.model().practices().into_iter().map(|practice| &practice.id));
    let is_told = |id: &str| !asked.became(id).is_empty() || asked.is_removed(id);
    let answered = session.answers.iter().filter(|(_, fact)| stands(fact)).map(|(place, _)| &place.on);
    let statements = order::set(answered.filter(|id| !known.contains(id) && !is_told(id.as_str())));
    let quick = session.quick.iter().filter(|(_, fact)| stands(fact)).map(|(place, _)| &place.on);
    let targets = session.targets.iter().filter(|(_, fact)| stands(fact)).map(|(practice, _)| practice);
    let spoken_of = order::set(quick.chain(targets).filter(|id| !practices.contains(id) && !is_told(id.as_str())));
    statements.len() + spoken_of.len()
}

fn stands<V>(fact: &Fact<V>) -> bool {
    fact.value().is_some() && !fact.is_carried()
}
