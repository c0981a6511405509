//! The words about what is wrong in files of models, profiles and what belongs to them: each a sentence without a final stop.

use crate::model::{BadId, FileKind, LARGEST_MODEL, Problem, ProblemKind, Problems};

/// A problem with its place.
pub fn problem(problem: &Problem) -> String {
    let what = problem_kind(&problem.kind);
    if problem.path.is_empty() { what } else { format!("{}: {what}", problem.path) }
}

/// All problems of a file, each on a line.
pub fn problems(problems: &Problems) -> String {
    problems.all().iter().map(problem).collect::<Vec<_>>().join("\n")
}

pub(super) fn bad_id(bad: &BadId) -> String {
    let longest = BadId::LONGEST;
    format!("“{}” is no id: use 1 to {longest} of the characters a-z, 0-9, “.”, “-” and “_”", beginning(bad.text()))
}

pub(super) fn number_expected(lowest: u8, highest: u8) -> String {
    format!("a whole number from {lowest} to {highest} is expected here")
}

pub(super) fn missing(name: &str) -> String {
    format!("“{name}” is missing")
}

pub(super) fn not_one_of(found: &str, known: &[String]) -> String {
    format!("“{found}” is not one of {}", quoted(known))
}

/// What the reader of JSON says: it speaks English, whatever the language of the screen.
pub(super) fn reader_says(words: &str) -> String {
    format!("the reader says: “{words}”")
}

pub(super) fn list_expected() -> String {
    "a list […] is expected here".to_owned()
}

pub(super) fn string_expected() -> String {
    "a text in quotes is expected here".to_owned()
}

pub(super) fn true_or_false_expected() -> String {
    "true or false is expected here".to_owned()
}

pub(super) fn day_expected() -> String {
    "a day is expected here, as “2026-11-23”".to_owned()
}

/// The beginning of a text that may be long.
fn beginning(text: &str) -> String {
    text.chars().take(40).collect()
}

fn quoted(words: &[String]) -> String {
    words.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>().join(", ")
}

fn file_kind(file: FileKind) -> &'static str {
    match file {
        FileKind::Profile => "profile",
        FileKind::Interview => "interview",
        FileKind::Dependencies => "file of dependencies",
        FileKind::Glossary => "glossary",
        FileKind::Changes => "list of changes",
        FileKind::Crossrefs => "file of cross-references",
    }
}

fn problem_kind(kind: &ProblemKind) -> String {
    let words = match kind {
        ProblemKind::Unreadable => "the file could not be read",
        ProblemKind::EmptyFile => "the file is empty",
        ProblemKind::NotAnObject => "this is no JSON object",
        ProblemKind::NoVersion => "“version” is missing or no whole number from 1 up",
        ProblemKind::EmptyList => "this list is empty: leave it out, or name something",
        ProblemKind::StandsAgainstItself => "“from” and “to” are the same: a characteristic can't help or hinder itself",
        ProblemKind::RestsOnItself => "the statement rests on itself, directly or by way of others",
        ProblemKind::LastsTwice => {
            "“shelf_life_months” and “lasts” are both there: an answer stays true for a time, or until something"
        }
        ProblemKind::EmptyString => "this text is empty",
        ProblemKind::NotStrings => "an object from names to texts is expected here",
        ProblemKind::NotAText => "a text is expected here, as {\"language\": \"words\"}",
        ProblemKind::NotAliases => "lists of names are expected here, as {\"language\": [\"name\", \"name\"]}",
        ProblemKind::NoLanguage => "“languages” names no language",
        ProblemKind::NoPractice => "the model has no practice",
        ProblemKind::EmptyGroup => "the group holds neither groups nor practices",
        ProblemKind::NotAFraction => "a number from 0 to 1 is expected here, as 0.5 or “1/3”; at most thousandths",
        ProblemKind::NotAWeight => "a whole number from 1 to 1000 is expected here",
        ProblemKind::OnlyCumulative => "this belongs to the level rule “cumulative”; leave it out, or name that rule",
        ProblemKind::PassesFromNothing => "“passes_from” is 0, so a statement would pass whatever is answered: name a larger one",
        ProblemKind::NoShare => "“share” is 0, so a level would need nothing: name a larger one",
        ProblemKind::PassesWithoutAnswers => "“passes_from” needs “answers” of the model's own; leave it out, or name them",
        ProblemKind::NoFullAnswer => "no answer has the value 1, so no level could ever be reached in full",
        ProblemKind::SharesAddedUp => "with the level rule “share” only “lowest” and “mean” are possible here",
        ProblemKind::IndicatorsAtNone => "level 0 means that nothing is in place: it has no indicators",
        ProblemKind::OneExpected => "one id is expected in “to”",
        ProblemKind::SeveralExpected => "two ids or more are expected in “to”",
        ProblemKind::NoneExpected => "no “to” is expected",
        ProblemKind::GeneralIndicator => {
            "an indicator of general scope belongs into the model; a profile adds “industry” or “system” ones"
        }
        ProblemKind::EndsBeforeItBegins => "“until” is a day before “from”",
        ProblemKind::NotAWebAddress => "an address that begins with https:// is expected here",
        ProblemKind::TooFewOptions => "a question needs at least two options",
        ProblemKind::NoCondition => "a rule needs at least one condition in “when”",
        ProblemKind::LevelAndAtMost => "a rule has either “level” or “at_most”, not both",
        ProblemKind::NeitherLevelNorAtMost => "“level” or “at_most” is missing",
        ProblemKind::RuleForNothing => "a rule needs at least one practice in “practices”",
        ProblemKind::NeedsItself => "a practice can't need itself",
        ProblemKind::NoTerm => "the glossary explains no word",
        ProblemKind::RefersToItself => "a word can't send the reader to itself",
        ProblemKind::NoRole => "“roles” names no role",
        ProblemKind::HiddenTitles => "there are “titles”, although they may not be shown",
        ProblemKind::NotJson { line, column, says } => {
            return format!("this is no JSON: line {line}, column {column}; {}", reader_says(says));
        }
        ProblemKind::OtherFormat { found, expected } => {
            return format!("this file says that it is a “{found}”, a “{expected}” is expected");
        }
        ProblemKind::NoFormat { expected } => return format!("“format” is missing; a “{expected}” is expected"),
        ProblemKind::Newer { version, newest } => {
            return format!(
                "this file is of version {version}, newer than this Plumbline knows ({newest}): open it with a newer Plumbline"
            );
        }
        ProblemKind::ModelTooLarge { bytes } => {
            let (found, most) = (bytes.div_ceil(1_000_000), LARGEST_MODEL / 1_000_000);
            return format!("the file has {found} MB; a model has at most {most} MB");
        }
        ProblemKind::TooDeep { deepest } => return format!("things stand inside each other more than {deepest} deep"),
        ProblemKind::TitleTooLong { length, longest } => {
            return format!("the title has {length} characters; at most {longest} fit on a page");
        }
        ProblemKind::Missing(name) => return missing(name),
        ProblemKind::NotAList => return list_expected(),
        ProblemKind::NotAString => return string_expected(),
        ProblemKind::NotADay => return day_expected(),
        ProblemKind::NotTrueOrFalse => return true_or_false_expected(),
        ProblemKind::BadId(bad) => return bad_id(bad),
        ProblemKind::IdTwice(id) => return format!("the id “{id}” is used twice in this file"),
        ProblemKind::NotInRange { lowest, highest } => return number_expected(*lowest, *highest),
        ProblemKind::NotOneOf { found, known } => return not_one_of(found, known),
        ProblemKind::TextMissing { language } => {
            return format!("the text is missing in “{language}”, the file's first language");
        }
        ProblemKind::UnknownLanguage { language } => {
            return format!("the language “{}” is not among the file's languages", beginning(language));
        }
        ProblemKind::OtherModel { file, found, expected } => {
            return format!("the {} is for the model “{found}”, not for “{expected}”", file_kind(*file));
        }
        ProblemKind::UnknownPractice { model, practice } => return format!("the model “{model}” has no practice “{practice}”"),
        ProblemKind::NotAFileName(name) => return format!("“{name}” is no plain file name that ends with .json"),
        ProblemKind::ScaleSize { found } => return format!("the scale “levels” has {found} levels; 2 to 10 are expected"),
        ProblemKind::LevelOutOfOrder { found, expected } => {
            return format!("level {found} stands where level {expected} is expected: levels go from 0 or 1 up without a hole");
        }
        ProblemKind::LevelCount { found, expected } => {
            return format!("“levels” has {found} entries; the model's scale has {expected} levels");
        }
        ProblemKind::CharacteristicCount { found } => {
            return format!("“characteristics” has {found} entries; 2 to 12 are expected, or none");
        }
        ProblemKind::UnknownCharacteristic(id) => return format!("the model's “characteristics” have no “{id}”"),
        ProblemKind::CharacteristicTwice(id) => return format!("the characteristic “{id}” is named twice here"),
        ProblemKind::UnknownStatement(id) => return format!("the model has no statement “{id}”"),
        ProblemKind::AnswerCount { found } => return format!("“answers” has {found} entries; 2 to 9 are expected"),
        ProblemKind::UnknownAnswer(id) => return format!("the model's “answers” have no “{id}”"),
        ProblemKind::UnknownItem(id) => return format!("neither the model nor a later edition's changes have “{id}”"),
        ProblemKind::StillAsked(id) => {
            return format!("“{id}” is still asked: what means something else needs another id, since answers belong to ids");
        }
        ProblemKind::BecameTwice(id) => return format!("what became of “{id}” is said twice"),
        ProblemKind::NotChanged(id) => return format!("the model does not say what became of “{id}”"),
        ProblemKind::TargetTwice(practice) => return format!("there are two targets for “{practice}”"),
        ProblemKind::IndicatorOfModel(id) => return format!("the model already has an indicator “{id}”"),
        ProblemKind::UnknownNeed { statement, practice } => {
            return format!("“needs” names “{statement}”, which neither the model nor this profile asks for “{practice}”");
        }
        ProblemKind::StatementElsewhere { statement, level, practice } => {
            return format!("“statements” names “{statement}”, which the model does not have at level {level} of “{practice}”");
        }
        ProblemKind::OptionTwice(option) => return format!("there are two options “{option}”"),
        ProblemKind::BaseTwice(practice) => return format!("there are two bases for “{practice}”"),
        ProblemKind::UnknownQuestion(question) => return format!("there is no question “{question}”"),
        ProblemKind::UnknownOption { question, option } => return format!("the question “{question}” has no option “{option}”"),
        ProblemKind::UnknownTerm(term) => return format!("“see” names “{term}”, which the glossary does not explain"),
        ProblemKind::UnknownFramework(framework) => return format!("there is no framework “{framework}”"),
        ProblemKind::ReferenceTwice { item, framework, level, practice } => {
            return format!("“{item}” of “{framework}” is there twice at level {level} of “{practice}”");
        }
    };
    words.to_owned()
}
