//! The words about asking somebody: making a request, printing it, answering it.

use crate::analysis::Statements;
use crate::model::{AnswerScale, Level};
use crate::session::{Answer, Date};
use crate::ui::text::en::assess::{answer_to_choose, not_known_too};
use crate::ui::text::en::exact::answer_of;
use crate::ui::text::en::frame::of;
use crate::ui::text::en::frame::{form, how_many};
use crate::ui::text::intl::list;

pub const ASK_SOMEBODY: &str = "Ask somebody";
pub const ASK_SOMEBODY_WORDS: &str = "A colleague or supplier answers the practices that they know best. They get a small file with \
    those questions only: no targets, no answers of others. Their answers come back as a file, too.";
pub const ASK_SOMEBODY_LINK: &str = "Choose whom to ask what";
pub const ENVELOPE_ABOVE: &str = "Share · Questions for somebody else";
pub const ENVELOPE_LEAD: &str = "Choose who should answer which practices. The file holds those questions, your message and what \
    they answered themselves so far. Nothing else.";
pub const NOBODY_TO_ASK: &str = "Nobody is named in this assessment yet. Answers carry the name of whoever gave them, so add the \
    person first.";
pub const WHO_IS_ASKED: &str = "Who should answer?";
pub const CHOOSE_PERSON: &str = "Choose a person";
pub const WHAT_IS_ASKED: &str = "Which practices?";
pub const WHAT_IS_ASKED_HINT: &str = "What is assigned to the person is chosen already. Beside each practice \
    stands how many open statements can still change its result. The file holds the others as well.";
pub const MESSAGE: &str = "Message";
pub const MESSAGE_HINT: &str = "By when, where the papers are, whom to ask back. They see it above the questions.";
pub const SAVE_QUESTIONS: &str = "Save the file";
pub const PRINT_QUESTIONS: &str = "Print it";
pub const CANT_PRINT: &str = "The browser did not print. Try again, or use its own menu.";
pub const CHOOSE_PERSON_FIRST: &str = "Choose who should answer.";
pub const CHOOSE_PRACTICES_FIRST: &str = "Choose at least one practice.";
pub const QUESTIONS_FILE: &str = "plumbline-questions";
pub const ANSWERS_FILE: &str = "plumbline-answers";

pub const ENVELOPE_STEPS: &str = "The questions for you";
pub const YOUR_QUESTIONS: &str = "Your questions";
pub const ANSWER_LEAD: &str = "Say for each statement whether it holds. You need not know everything: answer what you can, say where you don’t know, go on \
    later, and send back what you have. Everything is saved in this browser.";
pub const BEGIN_ANSWERS: &str = "Begin";
pub const CONTINUE_ANSWERS: &str = "Go on with the next open statement";
pub const ALL_ANSWERED: &str = "Everything is answered.";
/// Where nothing is left to ask, and something of it is not known.
pub const ALL_SAID: &str = "You have said something to everything. Whoever asked you sees what you don’t know.";
pub const WHAT_YOU_ARE_ASKED: &str = "What you are asked";
pub const LOOK_AT_STATEMENTS: &str = "Statements";
pub const SEND_BACK: &str = "Send the answers back";
pub const SEND_BACK_HINT: &str = "Saves a file. Send it to whoever asked you: they open it with their Plumbline, which adds your \
    answers to theirs. You can send it again later, with more answers.";
pub const NEXT_SEND_BACK: &str = "Review and send back";
pub const ANSWER_IT: &str = "Answer it";
pub const A_COLLEAGUE: &str = "a colleague";

const SHEET_HOW: &str = "Tick one box per statement: Met, Partly, Not met, n/a where it makes no sense here (say why), or Don’t know. Beside it, say what shows it \
    and where that is, and whether you saw it yourself.";
const SHEET_BESIDE: &str = " Beside it, say what shows it and where that is, and whether you saw it yourself.";
pub const SHEET_STATEMENT: &str = "Statement";
pub const SHEET_SHOWN: &str = "What shows it, where; notes";
pub const SHEET_DATE: &str = "Filled in by, on:";

/// What stands above the box of an answer.
pub fn sheet_box(said: &Answer, scale: &AnswerScale, tag: &str) -> String {
    match said {
        Answer::NotApplicable(_) => "n/a".to_owned(),
        Answer::DontKnow => "Don’t know".to_owned(),
        Answer::Own(_) => answer_of(said, scale, None, tag),
        _ => answer_to_choose(said),
    }
}

/// How to fill in the sheet, with the answers that have a box there.
pub fn sheet_how(answers: &[Answer], scale: &AnswerScale, tag: &str) -> String {
    if scale.is_usual() && scale.not_applicable {
        return SHEET_HOW.to_owned();
    }
    let all: Vec<_> = answers.iter().map(|answer| format!("“{}”", sheet_box(answer, scale, tag))).collect();
    let why = if scale.not_applicable { " “n/a” is for what makes no sense here: say why." } else { "" };
    format!("Tick one box per statement: {}.{why}{SHEET_BESIDE}", all.join(" · "))
}

/// The line above the statements of a level.
pub fn sheet_level(level: Level, name: &str) -> String {
    if name.is_empty() { format!("Level {level}") } else { format!("Level {level} · {name}") }
}

pub fn questions_about(system: &str) -> String {
    format!("Questions about {system}")
}

pub fn for_and_from(to: &str, from: &str) -> String {
    format!("For {to}, from {from}")
}

pub fn for_somebody(to: &str) -> String {
    format!("Questions for {to}")
}

pub fn indicators_asked_of(practice: &str) -> String {
    format!("Statements of {practice}")
}

/// What becomes of the file, and where the other opens it.
pub fn save_questions_hint(address: &str) -> String {
    format!(
        "Send it as you like, with this address: {address} – there they choose “Open a file…”, answer, and send you a file back. \
        Any other copy of Plumbline opens it as well."
    )
}

pub fn questions_saved(file: &str, person: &str, practices: usize) -> String {
    let what = form(practices, "Its practice is", "Its practices are");
    format!("“{file}” is in your downloads. {what} now for {person} to answer, and noted as asked today.")
}

/// The same of a link, which is not sent by making it.
pub fn questions_linked(person: &str, practices: usize) -> String {
    let what = form(practices, "The practice is", "The practices are");
    format!("The link is made: send it yourself. {what} now for {person} to answer, and noted as asked today.")
}

/// How much of a practice is open, and who was asked about it.
pub fn open_and_asked(statements: usize, asked: &[String]) -> String {
    let open = match statements {
        0 => "nothing open that matters".to_owned(),
        _ => how_many(statements, "open statement matters", "open statements matter"),
    };
    std::iter::once(open).chain(asked.iter().cloned()).collect::<Vec<_>>().join(" · ")
}

/// Of whom it was asked, and when.
pub fn asked_already(person: &str, on: Date) -> String {
    format!("{person} was asked on {on}")
}

/// When somebody was asked about how much, of which nothing came back yet.
pub fn asked_about(days: &[(Date, usize)]) -> String {
    let day = |(on, practices): &(Date, usize)| format!("on {on} about {}", how_many(*practices, "practice", "practices"));
    format!("asked {}, no answers yet", list(&days.iter().map(day).collect::<Vec<_>>()))
}

pub fn practices_chosen(count: usize, statements: usize, minutes: usize) -> String {
    match (count, statements) {
        (0, _) => "No practice chosen".to_owned(),
        (_, 0) => format!("{}, nothing open that matters", how_many(count, "practice chosen", "practices chosen")),
        _ => format!(
            "{}: {}, about {}",
            how_many(count, "practice chosen", "practices chosen"),
            how_many(statements, "open statement matters", "open statements matter"),
            how_many(minutes, "minute", "minutes")
        ),
    }
}

pub fn indicators_answered(statements: Statements) -> String {
    format!("{} statements answered{}", of(statements.answered), not_known_too(statements.not_known))
}

/// What a request is, before it is opened.
pub fn request_lines(to: &str, from: &str, made: &str, practices: usize, message: &str) -> Vec<(&'static str, String)> {
    let lines = vec![
        ("For", to.to_owned()),
        ("From", from.to_owned()),
        ("Made", made.to_owned()),
        ("Practices", practices.to_string()),
        ("Message", message.to_owned()),
    ];
    lines.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}
