//! The answer sheet: all statements in rows, for people who answer in a spreadsheet; and what a filled one says, back in.
//!
//! Rows are values here; whoever writes and reads files of spreadsheets puts them there. A cell that is left empty says nothing: by a
//! sheet nothing is taken away. What can't be read is named with its row and stays out.
//!
//! A sheet says what stood in its cells when it went out. Only what somebody changed since is taken: an old sheet brings no old answers
//! back. What was changed in the assessment as well is refused, for somebody to decide.

use std::collections::HashMap;

use super::answer_ids::asked_as;
use super::answer_words::{answers_to_choose, folded, own_said};
use crate::model::{AnswerScale, AskedIndicator, IndicatorId, Questionnaire};
use crate::session::commands::{explained, write_note};
use crate::session::{Answer, Change, PersonId, Place, Session, digest};

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
    /// What stood there when the sheet went out; nothing where the sheet does not say.
    pub went_out: Option<WentOut>,
}

impl FilledRow {
    /// Whether nothing is filled in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.answer.is_empty() && self.reason.is_empty() && self.note.is_empty()
    }
}

/// What stood in the cells of answer, reason and note when a sheet went out, as marks by which the same words are known again.
pub type WentOut = [String; 3];

/// Why something in a row is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// No statement that is asked has this id.
    UnknownStatement,
    /// It has no id.
    NoId,
    /// The same statement stood in a row above.
    Twice,
    /// This is no answer.
    NoAnswer,
    /// There is a reason, and the answer has no place for one.
    ReasonWithoutNeed,
    /// It was changed in the assessment, too, since the sheet went out.
    ChangedSince,
    /// What stands there is longer than a cell: its end would be lost.
    TooLong,
}

impl AnswerRow {
    /// The words in the cells of answer, reason and note. What no cell holds is not offered. `word` is what an answer is called.
    #[must_use]
    pub fn filled_in(&self, word: fn(&Answer) -> String) -> [String; 3] {
        let answer = self.answer.as_ref().map(word).unwrap_or_default();
        let whole = |words: &str| if fits_in_cell(words) { as_in_cell(words) } else { String::new() };
        [answer, whole(self.answer.as_ref().map(reason_of).unwrap_or_default()), whole(&self.note)]
    }

    /// The marks of what stands there when the sheet goes out. `word` is what an answer is called.
    #[must_use]
    pub fn went_out(&self, word: fn(&Answer) -> String) -> WentOut {
        let answer = self.answer.as_ref().map(word).unwrap_or_default();
        [answer.as_str(), self.answer.as_ref().map(reason_of).unwrap_or_default(), &self.note].map(mark)
    }

    /// Whether something in it is too long for a cell and is not offered.
    #[must_use]
    pub fn is_too_long(&self) -> bool {
        !fits_in_cell(&self.note) || self.answer.as_ref().is_some_and(|answer| !fits_in_cell(reason_of(answer)))
    }
}

/// A mark of the words of a cell: the same for the same words. Of no words it is empty.
fn mark(words: &str) -> String {
    // As many bytes as tell apart what people write into one cell.
    const LONG: usize = 8;
    let words = plain(words);
    if words.trim().is_empty() {
        return String::new();
    }
    digest(&[words.trim().as_bytes()], LONG)
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

/// What an answer is called in a sheet, and which answers there are.
type Words<'a> = (fn(&Answer) -> String, &'a AnswerScale);

/// As many units of UTF-16 as a cell of Excel has room for.
pub const LONGEST_CELL: usize = 32_767;

/// Whether a cell has room for all of some words.
#[must_use]
pub fn fits_in_cell(words: &str) -> bool {
    // No text has more units than bytes.
    words.len() <= LONGEST_CELL || plain(words).trim().encode_utf16().count() <= LONGEST_CELL
}

/// The same with plain line breaks.
fn plain(words: &str) -> String {
    words.replace("\r\n", "\n").replace('\r', "\n")
}

/// Words as a cell has them: with plain line breaks, without blanks around, and no longer than a spreadsheet takes. What comes back like
/// this was not changed.
#[must_use]
pub fn as_in_cell(words: &str) -> String {
    let mut units = 0;
    let is_room = |sign: &char| {
        units += sign.len_utf16();
        units <= LONGEST_CELL
    };
    plain(words).trim().chars().take_while(is_room).collect::<String>().trim_end().to_owned()
}

/// The reason of an answer; empty where it has none.
#[must_use]
pub fn reason_of(answer: &Answer) -> &str {
    match answer {
        Answer::NotApplicable(why) => &why.reason,
        Answer::Compensated(by) => &by.reason,
        Answer::Met | Answer::Partly | Answer::NotMet | Answer::DontKnow | Answer::Own(_) => "",
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
    word: fn(&Answer) -> String,
) -> AnswersBack {
    back_with(asked, session, by, (rows, Marks::Theirs), word)
}

/// Of whom it is what stood in a sheet when it went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    /// Of those whose answers are taken.
    Theirs,
    /// Of others: it tells what was typed into the sheet since, and nothing of what these answered.
    OfAnother,
}

/// What a filled sheet would change, whoever it went out for.
pub(super) fn back_with(
    asked: &Questionnaire,
    session: &Session,
    by: Option<&PersonId>,
    (rows, marks): (&[FilledRow], Marks),
    word: fn(&Answer) -> String,
) -> AnswersBack {
    let mut back = AnswersBack::default();
    let mut seen: HashMap<IndicatorId, usize> = HashMap::new();
    for row in rows.iter().filter(|row| !row.is_empty()) {
        if row.id.is_empty() {
            let words = [&row.answer, &row.reason, &row.note].into_iter().find(|words| !words.is_empty());
            back.refuse(row, words.map_or("", String::as_str), NotTaken::NoId);
            continue;
        }
        let Some(place) = asked_as(asked, &row.id).and_then(|id| place(session, id, by)) else {
            back.refuse(row, &row.id, NotTaken::UnknownStatement);
            continue;
        };
        if seen.insert(place.on.clone(), row.row).is_some() {
            back.refuse(row, &row.id, NotTaken::Twice);
            continue;
        }
        let scale = &asked.model().scoring.answers;
        // Whatever it is called in this sheet: from here on an answer of the model's own goes by its id, as the marks know it.
        let to = asked.known_indicator(&place.on).map(|it| it.indicator);
        let own = own_said(&row.answer, scale, to, word);
        let row = &own.map_or_else(|| row.clone(), |own| FilledRow { answer: word(&own), ..row.clone() });
        back.take(session, place, (row, marks), (word, scale));
    }
    back
}

impl AnswersBack {
    fn refuse(&mut self, row: &FilledRow, words: &str, why: NotTaken) {
        self.not_taken.push((row.row, words.to_owned(), why));
    }

    /// Takes what a row says of a statement.
    fn take(
        &mut self,
        session: &Session,
        place: Place<IndicatorId>,
        (row, marks): (&FilledRow, Marks),
        (word, scale): Words<'_>,
    ) {
        let told = session.answers.get(&place).and_then(|fact| fact.value()).map(word).unwrap_or_default();
        let before = session.answers.get(&place).and_then(|fact| fact.value());
        let noted = session.notes.get(&place).and_then(|fact| fact.value());
        let stands = [told.as_str(), before.map(reason_of).unwrap_or_default(), noted.map(String::as_str).unwrap_or_default()];
        let cells = Cells { row, stands, marks };
        let said = [0, 1].into_iter().filter(|at| cells.is_said(*at)).map(|at| cells.words(at)).next();
        if cells.is_said(1) && !fits_in_cell(stands[1]) {
            self.refuse(row, &row.reason, NotTaken::TooLong);
        } else if let Some(words) = said {
            if cells.stands_otherwise(0) || cells.stands_otherwise(1) {
                self.refuse(row, words, NotTaken::ChangedSince);
            } else {
                self.take_answer(before, place.clone(), row, cells.is_said(1), (word, scale));
            }
        }
        if cells.is_said(2) {
            if !fits_in_cell(stands[2]) {
                self.refuse(row, &row.note, NotTaken::TooLong);
            } else if cells.stands_otherwise(2) {
                self.refuse(row, &row.note, NotTaken::ChangedSince);
            } else {
                self.changes.push((place.on.clone(), write_note(place, row.note.clone())));
            }
        }
    }

    /// Takes the answer of a row and its reason. `reason_said` is whether somebody wrote the reason into this sheet.
    fn take_answer(
        &mut self,
        before: Option<&Answer>,
        place: Place<IndicatorId>,
        row: &FilledRow,
        reason_said: bool,
        (word, scale): Words<'_>,
    ) {
        let said = match row.answer.as_str() {
            // A reason alone belongs to the answer that is there.
            "" if row.reason.is_empty() => None,
            "" => before.cloned(),
            words => {
                let chosen = answers_to_choose(scale).into_iter().find(|answer| folded(&word(answer)) == folded(words));
                if chosen.is_none() {
                    self.refuse(row, words, NotTaken::NoAnswer);
                }
                // Of the same kind as before: with all that is not in the sheet.
                let is_same = |it: &Answer, chosen: &Answer| {
                    it == chosen
                        || (std::mem::discriminant(it) == std::mem::discriminant(chosen) && !matches!(it, Answer::Own(_)))
                };
                let same = |chosen: &Answer| before.filter(|it| is_same(it, chosen));
                chosen.map(|chosen| same(&chosen).cloned().unwrap_or(chosen))
            }
        };
        let now = match said {
            // The reason of the answer before that was left there is no mistake, and says nothing of an answer of another kind.
            Some(answer) if reason_said && row.reason != as_in_cell(reason_of(&answer)) => {
                explained(answer.clone(), row.reason.clone()).or_else(|| {
                    self.refuse(row, &row.reason, NotTaken::ReasonWithoutNeed);
                    Some(answer)
                })
            }
            None if reason_said && row.answer.is_empty() => {
                self.refuse(row, &row.reason, NotTaken::ReasonWithoutNeed);
                None
            }
            other => other,
        };
        if let Some(answer) = now.filter(|now| before != Some(now)) {
            if !answer.counts() {
                self.without_reason.push(place.on.clone());
            }
            self.changes.push((place.on.clone(), Change::Answer(place, Some(answer))));
        }
    }
}

/// The cells of answer, reason and note of a row, with what stands in the assessment now.
struct Cells<'a> {
    row: &'a FilledRow,
    stands: [&'a str; 3],
    marks: Marks,
}

impl<'a> Cells<'a> {
    fn words(&self, at: usize) -> &'a str {
        [&self.row.answer, &self.row.reason, &self.row.note].get(at).map_or("", |words| words)
    }

    /// What stands there now.
    fn stands(&self, at: usize) -> &'a str {
        self.stands.get(at).copied().unwrap_or_default()
    }

    fn went_out(&self, at: usize) -> Option<&str> {
        self.row.went_out.as_ref()?.get(at).map(String::as_str)
    }

    /// Whether somebody wrote something into this sheet that is not said anyway.
    fn is_said(&self, at: usize) -> bool {
        let words = self.words(at);
        let is_new = self.went_out(at).is_none_or(|out| mark(words) != out);
        !words.is_empty() && is_new && words != as_in_cell(self.stands(at))
    }

    /// Whether something stands there that did not when the sheet went out.
    fn stands_otherwise(&self, at: usize) -> bool {
        let stands = self.stands(at);
        self.marks == Marks::Theirs && !stands.trim().is_empty() && self.went_out(at).is_some_and(|out| mark(stands) != out)
    }
}
