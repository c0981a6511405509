//! The answer sheet as a workbook, and what a filled one says.

use std::collections::HashMap;

use super::answer_sheet::{AnswerRow, AnswersBack, FilledRow, Marks, WentOut, back_with};
use super::answer_words::answers_in_list;
use super::book::{Book, BookCell, BookChoices, BookColumn, BookFault, BookSheet, CellRead, SheetRead, SheetWanted};
use super::csv_table::without_sep;
use super::encoding::text_of;
use super::session_file::write_session_compact;
use crate::model::{AnswerScale, Questionnaire};
use crate::session::{ActorId, Answer, Authorship, PersonId, RoundId, Session, SystemField, Timestamp, digest};

/// The words of an answer sheet. They are what its sheets and columns are known by when it comes back.
#[derive(Clone, Copy)]
pub struct AnswerBookWords {
    /// The sheet with the statements.
    pub answers: &'static str,
    /// The sheet that says how to fill them in.
    pub help: &'static str,
    /// The sheet that says from which assessment it is.
    pub about: &'static str,
    /// The heads of the columns: practice, level, statement, answer, reason, note, what would show it, id.
    pub heads: [&'static str; 8],
    /// An answer.
    pub answer: fn(&Answer) -> String,
    /// The language of what the model calls its own answers.
    pub language: &'static str,
    /// What is said to whoever types something that is no answer.
    pub choose: &'static str,
    /// How to fill it in, a line each: for a system, and for somebody by their name, which may be empty.
    pub how: fn(&str, &str) -> String,
}

/// The columns, in their order, with how wide they are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Practice,
    Level,
    Statement,
    Answer,
    Reason,
    Note,
    ShownBy,
    Id,
}

impl Column {
    const ALL: [(Self, u8); 8] = [
        (Self::Practice, 24),
        (Self::Level, 6),
        (Self::Statement, 60),
        (Self::Answer, 16),
        (Self::Reason, 36),
        (Self::Note, 36),
        (Self::ShownBy, 40),
        (Self::Id, 24),
    ];

    /// Those that are read, in the order in which they are asked for.
    const READ: [Self; 4] = [Self::Id, Self::Answer, Self::Reason, Self::Note];

    const fn is_filled_in(self) -> bool {
        matches!(self, Self::Answer | Self::Reason | Self::Note)
    }

    fn head(self, words: &AnswerBookWords) -> &'static str {
        let [practice, level, statement, answer, reason, note, shown_by, id] = words.heads;
        match self {
            Self::Practice => practice,
            Self::Level => level,
            Self::Statement => statement,
            Self::Answer => answer,
            Self::Reason => reason,
            Self::Note => note,
            Self::ShownBy => shown_by,
            Self::Id => id,
        }
    }
}

/// A filled sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// The assessment that it was made from; may be empty where somebody took that away.
    pub session: String,
    /// Whose answers went out with it; may be empty.
    pub by: String,
    /// The round that it asks about; empty in sheets of older versions.
    pub round: String,
    /// The edition of the model whose statements it has; empty in sheets of older versions.
    pub edition: String,
    /// Its rows.
    pub rows: Vec<FilledRow>,
    /// Rows with words that are longer than a cell: cut, they would say something else.
    pub too_long: Vec<usize>,
    /// Rows of a table that no longer say from where they are: nothing of them is taken.
    pub unmarked: Vec<usize>,
    /// The first row that is beyond those that are read.
    pub beyond: Option<usize>,
    /// Heads that stand there more than once: the first counts.
    pub twice: Vec<String>,
    /// Rows with a number in a column for words, and the number: a spreadsheet may have made it of something else.
    pub numbers: Vec<(usize, String)>,
}

/// Why a file is no answer sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotASheet {
    /// It can't be read.
    Fault(BookFault),
    /// The columns by which a row is known and answered are not in it.
    NoColumns,
}

/// The workbook: the statements, with a list of answers to choose from in each row; how to fill it in; and from which assessment it is, with
/// whose answers it has and in which round.
#[must_use]
pub fn answer_book(
    (rows, scale): (&[AnswerRow], &AnswerScale),
    session: &Session,
    by: Option<&PersonId>,
    words: &AnswerBookWords,
) -> Book {
    let in_list = answers_in_list(scale, words.answer, words.language);
    let choices = || {
        let words_of = |(_, called): &(Answer, String)| called.clone();
        BookChoices { words: in_list.iter().map(words_of).collect(), otherwise: words.choose.to_owned() }
    };
    let called = |answer: &Answer| {
        let own = in_list.iter().find(|(other, _)| matches!(other, Answer::Own(_)) && other == answer);
        own.map_or_else(|| (words.answer)(answer), |(_, called)| called.clone())
    };
    let columns = Column::ALL.map(|(column, width)| BookColumn {
        width,
        is_filled_in: column.is_filled_in(),
        choices: (column == Column::Answer).then(choices),
    });
    let row = |row: &AnswerRow| {
        let [_, reason, note] = row.filled_in(words.answer);
        let answer = row.answer.as_ref().map(called).unwrap_or_default();
        let cell = |(column, _)| match column {
            Column::Practice => BookCell::text(&row.practice),
            Column::Level => BookCell::text(&row.level.to_string()),
            Column::Statement => BookCell::text(&row.statement),
            Column::Answer => BookCell::text(&answer),
            Column::Reason => BookCell::text(&reason),
            Column::Note => BookCell::text(&note),
            Column::ShownBy => BookCell::text(&row.shown_by),
            Column::Id => BookCell::text(row.id.as_str()),
        };
        Column::ALL.map(cell).to_vec()
    };
    let answers = BookSheet {
        name: words.answers.to_owned(),
        heads: Column::ALL.iter().map(|(column, _)| column.head(words).to_owned()).collect(),
        columns: columns.to_vec(),
        rows: rows.iter().map(row).collect(),
        is_hidden: false,
    };
    let person = by.and_then(|by| session.person_name(by)).unwrap_or_default();
    let help = BookSheet {
        name: words.help.to_owned(),
        columns: vec![BookColumn::wide(100)],
        rows: (words.how)(session.system(SystemField::Name), person).lines().map(|line| vec![BookCell::text(line)]).collect(),
        ..BookSheet::default()
    };
    // What stood in each row when the sheet went out, for when it comes back.
    let round = session.round().map_or("", RoundId::as_str);
    let first = [session.id.as_str(), by.map_or("", PersonId::as_str), round, session.model.edition.as_str()];
    let first = first.map(BookCell::text).to_vec();
    let marks = |row: &AnswerRow| {
        let id = std::iter::once(BookCell::text(row.id.as_str()));
        id.chain(row.went_out(words.answer).iter().map(|mark| BookCell::text(mark))).collect()
    };
    let about = BookSheet {
        name: words.about.to_owned(),
        rows: std::iter::once(first).chain(rows.iter().map(marks)).collect(),
        is_hidden: true,
        ..BookSheet::default()
    };
    Book { sheets: vec![answers, help, about] }
}

/// What is wanted of a file that may be a filled sheet. Its columns may have been moved and others added; their heads say what they are.
#[must_use]
pub fn sheets_wanted(words: &AnswerBookWords) -> [SheetWanted; 2] {
    let heads = Column::READ.map(|column| column.head(words).to_owned()).to_vec();
    [
        SheetWanted { name: words.about.to_owned(), heads: Vec::new(), first: 4 },
        SheetWanted { name: words.answers.to_owned(), heads, first: 0 },
    ]
}

/// Whether the text of a file begins as an answer sheet does that is a table: with the heads of the columns by which a row is known and answered.
#[must_use]
pub fn is_answer_table(bytes: &[u8], words: &AnswerBookWords) -> bool {
    // As many bytes as the heads have in any language, many times over: nobody reads all of a file for that.
    const LONGEST: usize = 4_000;
    let line = |from: usize| from + bytes.iter().skip(from).take(LONGEST).take_while(|byte| **byte != b'\n').count();
    let text = |to: usize| text_of(bytes.get(..to).unwrap_or_default()).unwrap_or_default();
    let first = line(0);
    let is_sep = without_sep(&format!("{}\n", text(first))).is_empty();
    let all = text(if is_sep { line(first + 1) } else { first });
    let first = without_sep(&all);
    let has = |head: &str| first.split([',', ';', '\t', '\r']).any(|cell| cell.trim().trim_matches('"') == head);
    has(Column::Id.head(words)) && has(Column::Answer.head(words))
}

/// What a filled sheet says, from what was read of its file.
///
/// # Errors
/// When it is none.
pub fn filled(read: &[SheetRead], words: &AnswerBookWords) -> Result<Filled, NotASheet> {
    let sheet = |name: &str| read.iter().find(|it| it.name == name);
    let answers = sheet(words.answers).ok_or(NotASheet::Fault(BookFault::Damaged))?;
    let is_there = |column: Column| answers.heads.iter().any(|at| Column::READ.get(*at) == Some(&column));
    if !is_there(Column::Id) || !is_there(Column::Answer) {
        return Err(NotASheet::NoColumns);
    }
    // What is no head of these is the last column of a table, which says from where a row is.
    let head = |at: &usize| Column::READ.get(*at).map_or(words.about, |column| column.head(words)).to_owned();
    let twice = answers.twice.iter().map(head);
    let mut filled =
        Filled { beyond: answers.beyond, twice: twice.collect(), unmarked: answers.unmarked.clone(), ..Filled::default() };
    let out = sheet(words.about).map(|about| went_out(&about.cells, &mut filled)).unwrap_or_default();
    for CellRead { row, column, words, is_number } in answers.cells.iter().filter(|cell| cell.row > 1) {
        let Some(words) = words else {
            if filled.too_long.last() != Some(row) {
                filled.too_long.push(*row);
            }
            continue;
        };
        if filled.rows.last().is_none_or(|last| last.row != *row) {
            filled.rows.push(FilledRow { row: *row, ..FilledRow::default() });
        }
        let (Some(last), Some(column)) = (filled.rows.last_mut(), Column::READ.get(*column)) else { continue };
        if *is_number && column.is_filled_in() {
            filled.numbers.push((*row, words.clone()));
        }
        match column {
            Column::Id => last.id.clone_from(words),
            Column::Answer => last.answer.clone_from(words),
            Column::Reason => last.reason.clone_from(words),
            Column::Note => last.note.clone_from(words),
            Column::Practice | Column::Level | Column::Statement | Column::ShownBy => {}
        }
    }
    for row in &mut filled.rows {
        row.went_out = out.get(row.id.as_str()).cloned();
    }
    Ok(filled)
}

/// What stood in each row when the sheet went out; and from which assessment it is, with whose answers.
fn went_out<'a>(cells: &'a [CellRead], filled: &mut Filled) -> HashMap<&'a str, WentOut> {
    let mut out: HashMap<&str, WentOut> = HashMap::new();
    let mut id = (0, "");
    for CellRead { row, column, words, .. } in cells {
        let words = words.as_deref().unwrap_or_default();
        match (row, column.checked_sub(1)) {
            (1, None) => words.clone_into(&mut filled.session),
            (1, Some(0)) => words.clone_into(&mut filled.by),
            (1, Some(1)) => words.clone_into(&mut filled.round),
            (1, Some(2)) => words.clone_into(&mut filled.edition),
            (1, Some(_)) => {}
            (_, None) => {
                out.entry(words).or_default();
                id = (*row, words);
            }
            (_, Some(at)) if id.0 == *row => {
                if let Some(mark) = out.get_mut(id.1).and_then(|marks| marks.get_mut(at)) {
                    words.clone_into(mark);
                }
            }
            (_, Some(_)) => {}
        }
    }
    out
}

/// A copy of an assessment with the answers of a filled sheet, to be merged like any other.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetTaken {
    /// The copy.
    pub copy: Session,
    /// What of the sheet is in it, and what is not.
    pub back: AnswersBack,
}

/// Why nothing of a sheet can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CantTake {
    /// The round is closed.
    Closed,
    /// It asks about another round than the latest; by the name of that, which is empty where it has none or is not known here.
    OtherRound(String),
    /// The assessment can't be written.
    Unwritten,
}

/// Who answers by a sheet, where nobody else is named: whose answers went out with it, as long as they take part.
#[must_use]
pub fn answers_of<'a>(filled: &Filled, session: &'a Session) -> Option<&'a PersonId> {
    session.everybody().map(|(id, _)| id).find(|id| id.as_str() == filled.by)
}

/// Whether a sheet was made for somebody who is not, or no longer, among those who take part.
#[must_use]
pub fn is_of_nobody_here(filled: &Filled, session: &Session) -> bool {
    !filled.by.is_empty() && answers_of(filled, session).is_none()
}

/// Takes the answers of a sheet as those of one person. `seal` is the file: no two files, people, assessments or moments make the same stamps for
/// different things. `word` is what an answer is called in the sheet.
///
/// # Errors
/// When nothing can be changed.
pub fn take_sheet(
    asked: &Questionnaire,
    session: &Session,
    (filled, seal): (&Filled, &[u8]),
    by: Option<&PersonId>,
    at: Timestamp,
    word: fn(&Answer) -> String,
) -> Result<SheetTaken, CantTake> {
    // Enough that no two are the same.
    const LONG: usize = 12;
    if !filled.round.is_empty() && session.round().is_none_or(|round| round.as_str() != filled.round) {
        let of = session.rounds_in_order().find(|(id, _)| id.as_str() == filled.round);
        return Err(CantTake::OtherRound(of.map(|(_, round)| round.name.clone()).unwrap_or_default()));
    }
    let marks = if by.map_or("", PersonId::as_str) == filled.by { Marks::Theirs } else { Marks::OfAnother };
    let back = back_with(asked, &session.carried_over(asked), by, (&filled.rows, marks), word);
    let before = write_session_compact(session).map_err(|_| CantTake::Unwritten)?;
    let (named, moment) = (by.map_or("", PersonId::as_str), at.to_string());
    let actor = digest(&[seal, before.as_bytes(), named.as_bytes(), moment.as_bytes()], LONG);
    let actor = ActorId::try_from(actor.as_str()).map_err(|_| CantTake::Unwritten)?;
    let authorship = Authorship { by: by.cloned(), at, actor };
    let mut copy = session.clone();
    for (_, change) in &back.changes {
        copy.make(change.clone(), &authorship).map_err(|_| CantTake::Closed)?;
    }
    Ok(SheetTaken { copy, back })
}
