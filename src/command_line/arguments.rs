//! What somebody asks for on the command line.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use lexopt::{Arg, Parser};

use super::condition::Condition;
use super::convert::Form;
use crate::exchange::Made;
use crate::session::{Date, day, day_of};
use crate::ui::text as t;

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    Check,
    Results,
    Compare,
    Merge,
    Report,
    Convert,
    Redact,
    Take,
    Fleet,
}

impl Command {
    const ALL: [Self; 9] = [
        Self::Check,
        Self::Results,
        Self::Compare,
        Self::Merge,
        Self::Report,
        Self::Convert,
        Self::Redact,
        Self::Take,
        Self::Fleet,
    ];

    /// Its name as an argument.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Results => "results",
            Self::Compare => "compare",
            Self::Merge => "merge",
            Self::Report => "report",
            Self::Convert => "convert",
            Self::Redact => "redact",
            Self::Take => "take",
            Self::Fleet => "fleet",
        }
    }

    /// Whether it makes a file, which has no other form for programs.
    const fn makes_a_file(self) -> bool {
        matches!(self, Self::Merge | Self::Report | Self::Convert | Self::Redact | Self::Take)
    }

    /// Of how many files it is made: of one, of one or two, of any number.
    const fn most(self) -> usize {
        match self {
            Self::Report | Self::Convert | Self::Redact => 1,
            Self::Compare | Self::Take => 2,
            Self::Check | Self::Results | Self::Merge | Self::Fleet => usize::MAX,
        }
    }

    /// Whether it can be asked to fail on a condition.
    fn can_fail_on(self, condition: Condition) -> bool {
        match self {
            Self::Check | Self::Results | Self::Fleet => condition.is_of_one(),
            Self::Compare => condition == Condition::Fell,
            Self::Merge => condition == Condition::Conflict,
            Self::Report | Self::Convert | Self::Redact | Self::Take => false,
        }
    }
}

/// A form that a report can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportAs {
    /// A page for browsers.
    Html,
    /// Markdown.
    Markdown,
    /// A file for word processors.
    Word,
}

impl ReportAs {
    const ALL: [Self; 3] = [Self::Html, Self::Markdown, Self::Word];

    /// Its name as an argument, which is how the names of its files end.
    const fn key(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Word => "docx",
        }
    }
}

/// An option that only some commands and forms use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Narrow {
    WithoutNames,
    Short,
    As,
    To,
    By,
    Today,
    Firm,
    Logo,
    Signatures,
}

impl Narrow {
    const ALL: [Self; 9] =
        [Self::WithoutNames, Self::Short, Self::As, Self::To, Self::By, Self::Today, Self::Firm, Self::Logo, Self::Signatures];

    /// Its name, without the dashes.
    const fn key(self) -> &'static str {
        match self {
            Self::WithoutNames => "without-names",
            Self::Short => "short",
            Self::As => "as",
            Self::To => "to",
            Self::By => "by",
            Self::Today => "today",
            Self::Firm => "firm",
            Self::Logo => "logo",
            Self::Signatures => "signatures",
        }
    }

    /// Whether what a command makes depends on it.
    const fn is_used(self, command: Command, form: Form, report: ReportAs) -> bool {
        match (self, command) {
            (Self::Short | Self::As | Self::WithoutNames, Command::Report)
            | (Self::To, Command::Convert)
            | (Self::By, Command::Take) => true,
            (Self::WithoutNames, Command::Convert) => match form {
                Form::Workbook => true,
                Form::Trade(form) => form.has_names(),
                _ => false,
            },
            (Self::By, Command::Convert) => matches!(form, Form::AnswerSheet | Form::AnswerTable),
            (Self::Today, Command::Convert) => {
                !matches!(form, Form::Json | Form::Encrypted | Form::AnswerSheet | Form::AnswerTable)
            }
            (Self::Today, _) => !matches!(command, Command::Merge | Command::Redact | Command::Take),
            (Self::Firm | Self::Logo | Self::Signatures, Command::Report) => matches!(report, ReportAs::Word),
            (
                Self::WithoutNames | Self::Short | Self::As | Self::To | Self::By | Self::Firm | Self::Logo | Self::Signatures,
                _,
            ) => false,
        }
    }
}

/// A file that was named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// What comes by standard input.
    Input,
    /// A file.
    File(PathBuf),
}

impl Source {
    /// What it is called in messages.
    pub fn name(&self) -> String {
        match self {
            Self::Input => "-".to_owned(),
            Self::File(path) => path.to_string_lossy().into_owned(),
        }
    }
}

/// All that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub command: Command,
    pub files: Vec<Source>,
    /// Whether what is told is for programs.
    pub json: bool,
    /// The moment, and the day as of which everything is looked at.
    pub made: Made,
    pub models: Vec<PathBuf>,
    pub profiles: Vec<PathBuf>,
    pub fail_on: BTreeSet<Condition>,
    pub out: Option<PathBuf>,
    pub form: Form,
    pub report: ReportAs,
    pub is_short: bool,
    pub names: bool,
    /// The name of the firm on a report; may be empty.
    pub firm: String,
    /// Where its logo is.
    pub logo: Option<PathBuf>,
    /// Whether a report has a place for signatures.
    pub signatures: bool,
    /// Whose answers a sheet has.
    pub by: Option<String>,
    /// Where the passphrase of encrypted files stands.
    pub passphrase_from: Option<Source>,
}

/// What somebody wants.
pub enum Wanted {
    Help,
    Version,
    Work(Box<Asked>),
}

/// Reads the arguments; or says what is wrong with them.
pub fn wanted(arguments: impl IntoIterator<Item = OsString>, now: Timestamp) -> Result<Wanted, String> {
    let mut parser = Parser::from_args(arguments);
    let mut named = None;
    let mut given = BTreeSet::new();
    let mut asked = Asked {
        command: Command::Check,
        files: Vec::new(),
        json: false,
        made: Made { at: now, on: day_of(now) },
        models: Vec::new(),
        profiles: Vec::new(),
        fail_on: BTreeSet::new(),
        out: None,
        form: Form::Json,
        report: ReportAs::Html,
        is_short: false,
        names: true,
        firm: String::new(),
        logo: None,
        signatures: false,
        by: None,
        passphrase_from: None,
    };
    while let Some(argument) = parser.next().map_err(|error| t::argument_wrong(&error.to_string()))? {
        if let Arg::Long(option) = argument {
            given.extend(Narrow::ALL.into_iter().filter(|it| it.key() == option));
        }
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Wanted::Help),
            Arg::Short('V') | Arg::Long("version") => return Ok(Wanted::Version),
            Arg::Value(word) if named.is_none() => named = Some(word),
            Arg::Value(file) if file == "-" => asked.files.push(Source::Input),
            Arg::Value(file) => asked.files.push(Source::File(file.into())),
            Arg::Long("json") => asked.json = true,
            Arg::Long("signatures") => asked.signatures = true,
            Arg::Long("firm") => asked.firm = word(&mut parser)?,
            Arg::Long("logo") => asked.logo = Some(path(&mut parser)?),
            Arg::Long("short") => asked.is_short = true,
            Arg::Long("without-names") => asked.names = false,
            Arg::Long("today") => asked.made.on = day_named(&word(&mut parser)?)?,
            Arg::Long("model") => asked.models.push(path(&mut parser)?),
            Arg::Long("profile") => asked.profiles.push(path(&mut parser)?),
            Arg::Short('o') | Arg::Long("out") => asked.out = Some(path(&mut parser)?),
            Arg::Long("fail-on") => asked.fail_on.extend(conditions(&word(&mut parser)?)?),
            Arg::Long("passphrase-from") => asked.passphrase_from = Some(source(&mut parser)?),
            Arg::Long("by") => asked.by = Some(word(&mut parser)?),
            Arg::Long("to") => asked.form = form(&word(&mut parser)?)?,
            Arg::Long("as") => asked.report = report_form(&word(&mut parser)?)?,
            other => return Err(t::argument_wrong(&other.unexpected().to_string())),
        }
    }
    let Some(named) = named else { return Ok(Wanted::Help) };
    if named == "help" {
        return Ok(Wanted::Help);
    }
    let command = Command::ALL.into_iter().find(|command| named == command.key());
    asked.command = command.ok_or_else(|| t::no_command(&named.to_string_lossy()))?;
    checked(asked, &given).map(|asked| Wanted::Work(Box::new(asked)))
}

/// What fits together. An option that would change nothing is refused: whoever gave it counts on what it says.
fn checked(asked: Asked, given: &BTreeSet<Narrow>) -> Result<Asked, String> {
    let command = asked.command;
    if let Some(option) = given.iter().find(|option| !option.is_used(command, asked.form, asked.report)) {
        let form = (command == Command::Convert && *option != Narrow::As).then(|| asked.form.key());
        return Err(t::no_such_option(command.key(), form, option.key()));
    }
    let inputs = asked.files.iter().chain(&asked.passphrase_from).filter(|file| **file == Source::Input).count();
    if asked.files.is_empty() {
        return Err(t::no_files(command.key()));
    }
    if asked.files.len() > command.most() {
        return Err(t::too_many_files(command.key(), command.most()));
    }
    // Whoever calls a file so counts on its being encrypted.
    let is_named_encrypted =
        asked.out.as_ref().and_then(|path| path.extension()).is_some_and(|ending| ending.eq_ignore_ascii_case("age"));
    if is_named_encrypted && !(command == Command::Convert && asked.form == Form::Encrypted) {
        return Err(t::NOT_ENCRYPTED_THERE.to_owned());
    }
    if inputs > 1 {
        return Err(t::INPUT_TWICE.to_owned());
    }
    if asked.json && command.makes_a_file() {
        return Err(t::no_json(command.key()));
    }
    match asked.fail_on.iter().find(|condition| !command.can_fail_on(**condition)) {
        Some(condition) => Err(t::no_such_failing(command.key(), condition.key())),
        None => Ok(asked),
    }
}

fn path(parser: &mut Parser) -> Result<PathBuf, String> {
    parser.value().map(PathBuf::from).map_err(|error| t::argument_wrong(&error.to_string()))
}

fn source(parser: &mut Parser) -> Result<Source, String> {
    path(parser).map(|path| if path == Path::new("-") { Source::Input } else { Source::File(path) })
}

fn word(parser: &mut Parser) -> Result<String, String> {
    let value = parser.value().map_err(|error| t::argument_wrong(&error.to_string()))?;
    Ok(value.to_string_lossy().into_owned())
}

fn day_named(word: &str) -> Result<Date, String> {
    day(word).ok_or_else(|| t::no_day(word))
}

fn conditions(words: &str) -> Result<Vec<Condition>, String> {
    let known = || Condition::ALL.map(Condition::key);
    words.split(',').map(|word| Condition::of_key(word).ok_or_else(|| t::not_among(word, &known()))).collect()
}

fn form(word: &str) -> Result<Form, String> {
    let known: Vec<&str> = Form::all().map(Form::key).collect();
    Form::all().find(|form| form.key() == word).ok_or_else(|| t::not_among(word, &known))
}

fn report_form(word: &str) -> Result<ReportAs, String> {
    let known = ReportAs::ALL.map(ReportAs::key);
    ReportAs::ALL.into_iter().find(|form| form.key() == word).ok_or_else(|| t::not_among(word, &known))
}
