//! The answer sheet: all statements in rows, for people who answer in a spreadsheet; and what a filled one says, back in.
//!
//! Rows are values here; whoever writes and reads files of spreadsheets puts them there. A cell that is left empty says nothing: by a
//! sheet nothing is taken away. What can't be read is named with its row and stays out.

use std::collections::HashMap;

use crate::model::{AskedIndicator, IndicatorId, Questionnaire};
use crate::session::commands::{explained, write_note};
use crate::session::{Answer, Change, Compensated, NotApplicable, PersonId, Place, Session};

/// A statement to be answered.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerRow {
    /// The statement's id, by which its row is known again.
    pub id: IndicatorId,
    /// The name of its practice.
    pub practice: String,
    /// Its level.
    pub level: u8,
    /// What it says.
    pub statement: String,
    /// What would show it; may be empty.
    pub shown_by: String,
    /// What whoever fills in the sheet answered so far.
    pub answer: Option<Answer>,
    /// Their note so far; may be empty.
    pub note: String,
}

/// A row of a filled sheet, as its cells stand there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilledRow {
    /// Which row it is in the file, from 1.
    pub row: usize,
    /// The statement's id.
    pub id: String,
    /// The answer.
    pub answer: String,
    /// Why, where the answer needs a reason.
    pub reason: String,
    /// A note.
    pub note: String,
}

/// Why something in a row is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// No statement that is asked has this id.
    UnknownStatement,
    /// The same statement stood in a row above.
    Twice,
    /// This is no answer.
    NoAnswer,
    /// There is a reason, and the answer has no place for one.
    ReasonWithoutNeed,
}

/// What a filled sheet says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnswersBack {
    /// What would change: the statement, and what is said of it.
    pub changes: Vec<(IndicatorId, Change)>,
    /// What is not taken: the row, the words, and why.
    pub not_taken: Vec<(usize, String, NotTaken)>,
    /// Statements whose answer counts only once there is a reason.
    pub without_reason: Vec<IndicatorId>,
}

/// The answers that can be chosen, in their order.
#[must_use]
pub fn answers_to_choose() -> [Answer; 6] {
    let (nowhere, otherwise) = (NotApplicable::because(""), Compensated::because(""));
    [
        Answer::Met,
        Answer::Partly,
        Answer::NotMet,
        Answer::Compensated(otherwise),
        Answer::NotApplicable(nowhere),
        Answer::DontKnow,
    ]
}

/// Words as a cell has them: with plain line breaks, without blanks around, and no longer than a spreadsheet takes. What comes back like
/// this was not changed.
#[must_use]
pub fn as_in_cell(words: &str) -> String {
    // As many units of UTF-16 as a cell of Excel has room for.
    const LONGEST: usize = 32_767;
    let plain = words.replace("\r\n", "\n").replace('\r', "\n");
    let mut units = 0;
    let is_room = |sign: &char| {
        units += sign.len_utf16();
        units <= LONGEST
    };
    plain.trim().chars().take_while(is_room).collect::<String>().trim_end().to_owned()
}

/// The reason of an answer; empty where it has none.
#[must_use]
pub fn reason_of(answer: &Answer) -> &str {
    match answer {
        Answer::NotApplicable(why) => &why.reason,
        Answer::Compensated(by) => &by.reason,
        Answer::Met | Answer::Partly | Answer::NotMet | Answer::DontKnow => "",
    }
}

/// All statements that are asked, in the model's order, with what one person said of them in the latest round.
#[must_use]
pub fn answer_sheet(asked: &Questionnaire, session: &Session, by: Option<&PersonId>, language: &str) -> Vec<AnswerRow> {
    let row = |it: AskedIndicator<'_>| {
        let place = place(session, it.indicator.id.clone(), by);
        let answer = place.as_ref().and_then(|place| session.answers.get(place)?.value().cloned());
        let note = place.as_ref().and_then(|place| session.notes.get(place)?.value().cloned());
        AnswerRow {
            id: it.indicator.id.clone(),
            practice: it.practice.name.get(language).to_owned(),
            level: it.level.number(),
            statement: it.indicator.text.get(language).to_owned(),
            shown_by: it.indicator.evidence.get(language).to_owned(),
            answer,
            note: note.unwrap_or_default(),
        }
    };
    asked.model().practices().into_iter().flat_map(|practice| asked.indicators_of(practice)).map(row).collect()
}

fn place(session: &Session, on: IndicatorId, by: Option<&PersonId>) -> Option<Place<IndicatorId>> {
    Some(Place { on, round: session.round()?.clone(), part: None, by: by.cloned() })
}

/// What a filled sheet would change in what one person said in the latest round. `word` is what an answer is called in the sheet.
#[must_use]
pub fn answers_back(
    asked: &Questionnaire,
    session: &Session,
    by: Option<&PersonId>,
    rows: &[FilledRow],
    word: fn(&Answer) -> &'static str,
) -> AnswersBack {
    let mut back = AnswersBack::default();
    let mut seen: HashMap<IndicatorId, usize> = HashMap::new();
    for row in rows.iter().filter(|row| !(row.answer.is_empty() && row.reason.is_empty() && row.note.is_empty())) {
        let known = IndicatorId::try_from(row.id.as_str()).ok().filter(|id| asked.indicator(id).is_some());
        let Some(place) = known.and_then(|id| place(session, id, by)) else {
            back.refuse(row, &row.id, NotTaken::UnknownStatement);
            continue;
        };
        if seen.insert(place.on.clone(), row.row).is_some() {
            back.refuse(row, &row.id, NotTaken::Twice);
            continue;
        }
        back.take(session, place, row, word);
    }
    back
}

impl AnswersBack {
    fn refuse(&mut self, row: &FilledRow, words: &str, why: NotTaken) {
        self.not_taken.push((row.row, words.to_owned(), why));
    }

    /// Takes what a row says of a statement.
    fn take(&mut self, session: &Session, place: Place<IndicatorId>, row: &FilledRow, word: fn(&Answer) -> &'static str) {
        let before = session.answers.get(&place).and_then(|fact| fact.value());
        let said = match row.answer.as_str() {
            // A reason alone belongs to the answer that is there.
            "" if row.reason.is_empty() => None,
            "" => before.cloned(),
            words => {
                let chosen = answers_to_choose().into_iter().find(|answer| word(answer).to_lowercase() == words.to_lowercase());
                if chosen.is_none() {
                    self.refuse(row, words, NotTaken::NoAnswer);
                }
                // Of the same kind as before: with all that is not in the sheet.
                let same = |chosen: &Answer| before.filter(|it| std::mem::discriminant(*it) == std::mem::discriminant(chosen));
                chosen.map(|chosen| same(&chosen).cloned().unwrap_or(chosen))
            }
        };
        let now = match said {
            Some(answer) if !row.reason.is_empty() && row.reason != as_in_cell(reason_of(&answer)) => {
                explained(answer.clone(), row.reason.clone()).or_else(|| {
                    self.refuse(row, &row.reason, NotTaken::ReasonWithoutNeed);
                    Some(answer)
                })
            }
            None if !row.reason.is_empty() && row.answer.is_empty() => {
                self.refuse(row, &row.reason, NotTaken::ReasonWithoutNeed);
                None
            }
            other => other,
        };
        if let Some(answer) = now.filter(|now| before != Some(now)) {
            if !answer.counts() {
                self.without_reason.push(place.on.clone());
            }
            self.changes.push((place.on.clone(), Change::Answer(place.clone(), Some(answer))));
        }
        let noted = session.notes.get(&place).and_then(|fact| fact.value());
        if !row.note.is_empty() && noted.is_none_or(|noted| as_in_cell(noted) != row.note) {
            self.changes.push((place.on.clone(), write_note(place, row.note.clone())));
        }
    }
}
