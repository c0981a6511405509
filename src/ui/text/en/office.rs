//! The words of files for spreadsheets and word processors: out, and back in.

use crate::analysis::{Name, Report};
use crate::exchange::{BookFault, CantTake, LogoFault, NotASheet, NotTaken, SheetWords, Signatures};
use crate::ui::text::en::duties_counted::{duties_missed, duties_unsaid};
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::plan::day_in_words;
use crate::ui::text::en::report_document::name_in_report;
use crate::ui::text::en::results::counted;
use crate::ui::text::en::start::system_name;

pub const FILL_IN_ANSWERS: &str = "Answers";
pub const FILL_IN_HELP: &str = "How to fill it in";
pub const FILL_IN_ABOUT: &str = "From";
pub const FILL_IN_CHOOSE: &str = "Choose one of the answers in the list, or leave the cell empty.";
/// The heads of the columns of an answer sheet, in their order.
pub fn fill_in_heads() -> [&'static str; 8] {
    ["Practice", "Level", "Statement", "Answer", "Why not, or what instead", "Note", "What would show it", "Id"]
}

/// Why nothing of a sheet can be taken.
pub fn cant_take_sheet(why: &CantTake) -> String {
    match why {
        CantTake::Closed => {
            "The round is closed, and its answers stay as they are. Open it again, or begin another one.".to_owned()
        }
        CantTake::OtherRound(name) => {
            let round =
                if name.trim().is_empty() { "another round".to_owned() } else { format!("the round “{}”", name.trim()) };
            format!(
                "This sheet is about {round}, and no longer the latest one. Nothing of it is taken here. Make a new sheet, and copy over what \
                still holds."
            )
        }
        CantTake::Unwritten => "The assessment can’t be written as a file.".to_owned(),
    }
}

/// That a sheet was made for somebody who no longer takes part.
pub const SHEET_OF_SOMEBODY_GONE: &str =
    "The person for whom this sheet was made does not take part here, or no longer does. Choose whose answers these are.";
/// What somebody without a name is called in a list.
pub const NAMELESS_PERSON: &str = "Somebody without a name";

/// That a sheet is of another edition of the model than its assessment.
pub fn sheet_of_edition(sheet: &str, here: &str) -> String {
    format!(
        "The sheet has the statements of edition {sheet}, this assessment those of {here}. Statements that were renamed are found."
    )
}

/// That a column stands in a sheet more than once.
pub fn column_twice(head: &str) -> String {
    format!("The column “{head}” stands there more than once. The first of them counts.")
}

/// That a number stands where words were typed.
pub fn number_in_sheet(row: usize, number: &str) -> String {
    format!("Row {row}: the spreadsheet made a number of what was typed: “{}”. Check it.", cut(number))
}

/// How to fill in a sheet, a line each.
pub fn sheet_help(system: &str, person: &str) -> String {
    let about = if system.trim().is_empty() { "the system" } else { system.trim() };
    // On one line, whatever somebody typed.
    let person = person.split_whitespace().collect::<Vec<_>>().join(" ");
    let person = if person.is_empty() { String::new() } else { format!("For {person}\n") };
    format!(
        "{person}Each row is a statement about {about}.\n\
        Choose an answer in the yellow column. Leave it empty where you have none yet.\n\
        “Not applicable” and “Compensated” count once you say why, or what is done instead.\n\
        Say in the note how you know, and where that can be seen.\n\
        You may sort rows, and add columns. Leave the column “Id” as it is: it says which statement a row is.\n\
        An empty cell takes nothing away from what was said before."
    )
}

/// Why a file is no answer sheet, in a whole sentence.
pub fn not_a_sheet(why: NotASheet) -> String {
    let why = match why {
        NotASheet::Fault(BookFault::TooLarge) => "there is far more in it than in a sheet of ours",
        NotASheet::Fault(BookFault::OpenDocument) => "it is in the form of OpenDocument. Save it as .xlsx and open that",
        NotASheet::Fault(BookFault::TooLong) => {
            "it took more than a minute to read, and was left. Save it anew in the spreadsheet"
        }
        NotASheet::Fault(BookFault::OtherEncoding) => "it is not saved as UTF-8. Save it in the spreadsheet as “CSV UTF-8”",
        NotASheet::Fault(BookFault::Mixed) => "its rows are from several sheets. Open each sheet by itself",
        NotASheet::Fault(BookFault::Damaged) => "it is damaged, or neither a .xlsx file with our sheets nor a table",
        NotASheet::Fault(BookFault::Locked) => {
            "it has a password, or the form of before 2007. Save it in the spreadsheet as .xlsx, without a password"
        }
        NotASheet::NoColumns => "the columns “Id” and “Answer” are not in it",
    };
    format!("This is no answer sheet: {why}.")
}

/// What of a row is not taken, and why.
pub fn not_taken(row: usize, words: &str, why: NotTaken) -> String {
    let why = match why {
        NotTaken::UnknownStatement => "is left out: this statement is not, or no longer, asked",
        NotTaken::NoId => "is left out: the column “Id” is empty there",
        NotTaken::Twice => "stands in a row above, too",
        NotTaken::NoAnswer => "is no answer. Choose one of the list",
        NotTaken::ChangedSince => "is left out: this was changed in the assessment, too, since the sheet went out. Choose there",
        NotTaken::TooLong => "is left out: what stands there is longer than a cell. Change it in the app",
        NotTaken::ReasonWithoutNeed => "is a reason, and this answer has no place for one. Put it into the note",
    };
    format!("Row {row}: “{}” {why}.", cut(words))
}

/// The beginning of what somebody wrote: enough to find it.
fn cut(words: &str) -> String {
    const LONGEST: usize = 80;
    let mut signs = words.chars();
    let begin: String = signs.by_ref().take(LONGEST).collect();
    if signs.next().is_some() { begin + "…" } else { begin }
}

/// That a sheet has rows beyond those that are read; `row` is the first of them.
pub fn rows_beyond(row: usize) -> String {
    format!("Row {row} and those below are left out: no sheet of ours has as many.")
}

/// That a row of a table no longer says from where it is.
pub fn row_unmarked(row: usize) -> String {
    format!("Row {row} was left out: its last column is not as it went out. Save a new table and type into that.")
}

/// That a cell is longer than one of a spreadsheet.
pub fn words_too_long(row: usize) -> String {
    format!("Row {row}: a cell is left out. It holds more than a spreadsheet takes.")
}

pub const NOTHING_TO_FILL_IN: &str =
    "There are no statements to answer in a sheet: its practices are rated as a whole. Answer in the app.";

pub fn no_reason_yet(statement: &str) -> String {
    format!("Counts once there is a reason: {statement}")
}

pub fn book_summary() -> SheetWords<2> {
    SheetWords { name: "Summary", heads: ["What", "How it stands"] }
}

/// The sentences at the top of the summary.
pub fn book_sentences(report: &Report) -> Vec<String> {
    let mut lines = vec![system_name(&report.about.system), format!("As of {}", day_in_words(report.about.made))];
    lines.extend(counted(&report.results).into_iter().map(|counted| counted.words));
    lines.extend(duties_missed(&report.results).or_else(|| duties_unsaid(&report.results)));
    lines
}

/// Somebody, as reports call them.
pub fn called_in_report(name: &Name) -> String {
    name_in_report(name)
}

pub fn book_targets() -> SheetWords<7> {
    SheetWords {
        name: "Targets",
        heads: ["Practice", "Target", "Scope", "Reason", "Decided by", "Decided on", "Look at it again on"],
    }
}

pub fn book_answers() -> SheetWords<11> {
    SheetWords {
        name: "Answers",
        heads: [
            "Practice",
            "Level",
            "Statement",
            "What counts",
            "Who",
            "Part",
            "Answer",
            "Reason",
            "How they know",
            "Note",
            "What speaks against it",
        ],
    }
}

pub fn book_evidence() -> SheetWords<9> {
    SheetWords {
        name: "Evidence",
        heads: ["Practice", "Level", "Statement", "Evidence", "Kind", "Where", "Dated", "Valid until", "Author"],
    }
}

pub fn book_gaps() -> SheetWords<5> {
    SheetWords { name: "Gaps", heads: ["Practice", "Now", "Target", "Outside minimum", "Gap"] }
}

pub fn book_duties() -> SheetWords<6> {
    SheetWords { name: "Duties", heads: ["Law or demand", "Source", "Practice", "Level", "Whether it counts", "How it stands"] }
}

pub fn book_plan() -> SheetWords<8> {
    SheetWords { name: "Plan", heads: ["Action", "Practice", "State", "Owner", "Begins on", "Due", "Work", "Cost"] }
}

/// The end of the name of a workbook.
pub const WORKBOOK_FILE: &str = "workbook";
/// The end of the name of an answer sheet.
pub const ANSWER_SHEET_FILE: &str = "answers";

pub const OFFICE: &str = "For spreadsheets";
pub const OFFICE_WORDS: &str = "For people who work in Excel, LibreOffice or the like. Both files are made on this device.";
pub const WORKBOOK: &str = "A workbook to read and count with";
pub const WORKBOOK_WORDS: &str = "Summary, targets, answers, evidence, gaps, duties and plan, a sheet each, as of today. Levels are numbers and days are days.";
pub const WORKBOOK_NAMELESS: &str = "Without names";
pub const WORKBOOK_NAMES_HINT: &str = "People are then called by their role and a number. Notes, reasons and links go with the workbook either way, as they were typed.";
pub const SAVE_FOR_EXCEL: &str = "Save for Excel";
pub const BOOK_HAS_NAMES: &str =
    "The whole workbook: with names, notes, evidence and the plan. Without names it is saved under Share.";
pub const SAVE_WORKBOOK: &str = "Save the workbook";
pub const ANSWER_SHEET: &str = "A sheet to fill in";
pub const ANSWER_SHEET_WORDS: &str = "All statements in rows, with a list of answers to choose from. People fill it in without Plumbline. Open the filled file here, on any page: \
    you see what it says before anything is taken.";
pub const ANSWER_SHEET_FOR: &str = "Whose answers";
pub const SAVE_ANSWER_SHEET: &str = "Save the sheet to fill in";
pub const NOBODY_IN_PARTICULAR: &str = "Nobody in particular";
pub const CANT_CARRY: &str = "What it can’t carry";

/// What a workbook has no place for.
pub fn workbook_lacks() -> [&'static str; 7] {
    [
        "It is for reading: what is changed in it does not come back. The plan as a table and the sheet to fill in do.",
        "Earlier rounds, and how things came to be as they are.",
        "Statements that nobody answered and no target needs.",
        "Reviews, questions for others, and who was asked what.",
        "Levels that were set by hand, with why. Notes on practices, and where a part of the system stands.",
        "What was kept apart, and how disputes were settled.",
        "Of words that are longer than a cell, the end.",
    ]
}

/// What an answer sheet has no place for.
pub fn answer_sheet_lacks() -> [&'static str; 4] {
    [
        "Answers about one part of the system: the sheet asks about the whole.",
        "How people know, evidence, and what speaks against an answer. Say it in the note.",
        "An emptied cell takes nothing away. Take an answer back in the app.",
        "Words that are longer than a cell. They stay as they are in the app.",
    ]
}

/// What an answer sheet has no place for as a table.
pub fn answer_table_lacks() -> [&'static str; 4] {
    [
        "A list to choose from. Type an answer as it is called where you answer.",
        "The help sheet: how to fill it in, and whose answers it has.",
        "What a spreadsheet makes of numbers and days that people type. The workbook keeps them as words.",
        "What the sheet above can’t carry either.",
    ]
}

pub const ANSWER_TABLE: &str = "The same as CSV";
pub const ANSWER_TABLE_WORDS: &str =
    "For programs that open no workbooks. It comes back the same way. Save it as UTF-8, and leave the last column as it is.";
pub const SAVE_ANSWER_TABLE: &str = "Save the sheet as CSV";

pub const MAKING_FILE: &str = "Making the file…";
pub const OFFICE_NOT_HERE: &str = "The part of Plumbline for spreadsheets and documents did not load, or stopped. Nothing changed. Check the network and try again.";
pub const IS_A_WORKBOOK: &str =
    "This is a sheet of answers or a workbook, and no assessment. A filled sheet can be opened where its assessment is.";
pub const SHEET_BACK: &str = "A filled sheet";
pub const WHOSE_ANSWERS: &str = "Whose answers are these?";
pub const NO_COPY_FOR_SHEET: &str =
    "The assessment that this sheet was made from is not here. Open its file first, then this one.";
pub const SHEET_WITHOUT_ORIGIN: &str =
    "The sheet does not say from which assessment it is: somebody took that away. Save a new one and copy the answers into it.";
/// What stands in a filled sheet.
pub fn sheet_holds(rows: usize) -> String {
    format!("{} filled in.", how_many(rows, "row is", "rows are"))
}

/// How many things of a sheet can't be taken.
pub fn not_taken_from_sheet(count: usize) -> String {
    format!("{} not taken:", how_many(count, "thing is", "things are"))
}

pub const WORD: &str = "For Word";
pub const WORD_WORDS: &str = "The same report as a document that you can go on writing: with headings, tables and the bars as pictures. Made on this device.";
pub const FIRM: &str = "Name of your firm";
pub const FIRM_HINT: &str = "At the top of each page; may stay empty";
pub const LOGO: &str = "Choose a logo (PNG or JPEG)";
pub const NO_LOGO: &str = "Without a logo";
pub const WITH_SIGNATURES: &str = "With a place for signatures at the end";
pub const SAVE_WORD: &str = "Save for Word";

/// What a document for word processors has no place for.
pub fn word_lacks() -> [&'static str; 3] {
    [
        "What you change in it does not come back, and its code stands for the report as it was saved.",
        "Its pages are A4. For Letter, choose that in the word processor.",
        "The pictures of Results. Save them there as PNG and put them in.",
    ]
}

/// The logo that goes into it.
pub fn logo_chosen(name: &str) -> String {
    format!("Logo: {name}")
}

pub fn logo_fault(fault: LogoFault) -> &'static str {
    match fault {
        LogoFault::TooLarge => "The logo is larger than 2 MB. Make it smaller first.",
        LogoFault::NoPicture => "This is no picture that can be a logo. Choose a PNG or a JPEG.",
    }
}

/// The place for signatures in a report.
pub fn signatures() -> Signatures {
    Signatures {
        title: "Signatures".to_owned(),
        words: "We have read this report and stand behind what it says, as of its day.".to_owned(),
        heads: ["Name", "Role", "Place and date", "Signature"].map(str::to_owned).to_vec(),
        rows: 3,
    }
}
