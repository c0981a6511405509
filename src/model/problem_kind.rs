//! The kinds of problems that files of models, profiles and what belongs to them can have.

use super::{BadId, Level};

/// What is wrong in a place of a file. Ids are those that stand in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// It could not be read, for a reason that is not known.
    Unreadable,
    /// The file is empty.
    EmptyFile,
    /// It is no JSON.
    NotJson {
        /// Where it stops being JSON, from 1.
        line: usize,
        /// Where it stops being JSON, from 1.
        column: usize,
        /// What the reader of JSON says, in its own words.
        says: String,
    },
    /// It has so many bytes, more than [`super::LARGEST_MODEL`].
    ModelTooLarge {
        /// How many bytes it has.
        bytes: usize,
    },
    /// It is nested too deep.
    TooDeep {
        /// How deep it may be nested.
        deepest: usize,
    },
    /// The title of the model is too long.
    TitleTooLong {
        /// How many characters it has.
        length: usize,
        /// How many it may have.
        longest: usize,
    },
    /// It is JSON, but no object.
    NotAnObject,
    /// The file says that it is something else.
    OtherFormat {
        /// What it says.
        found: String,
        /// What it should be.
        expected: String,
    },
    /// The file does not say what it is.
    NoFormat {
        /// What it should be.
        expected: String,
    },
    /// The file is of a version that came after this Plumbline.
    Newer {
        /// Its version.
        version: u64,
        /// The newest version that is known.
        newest: u64,
    },
    /// The version is missing, or none.
    NoVersion,
    /// A member of that name is missing.
    Missing(String),
    /// It is no list.
    NotAList,
    /// It is a list of nothing.
    EmptyList,
    /// It is no string.
    NotAString,
    /// It is an empty string.
    EmptyString,
    /// It is no id.
    BadId(BadId),
    /// The id stands at two things in the file.
    IdTwice(String),
    /// It is no whole number of a range.
    NotInRange {
        /// The lowest number of the range.
        lowest: u8,
        /// The highest number of the range.
        highest: u8,
    },
    /// It is none of a few words.
    NotOneOf {
        /// What it is.
        found: String,
        /// What it could be.
        known: Vec<String>,
    },
    /// It is no day.
    NotADay,
    /// It is neither true nor false.
    NotTrueOrFalse,
    /// It is no object from names to strings.
    NotStrings,
    /// It is no object from languages to words.
    NotAText,
    /// It is no object from languages to lists of names.
    NotAliases,
    /// The file names no language.
    NoLanguage,
    /// The words in the file's first language are missing.
    TextMissing {
        /// The file's first language.
        language: String,
    },
    /// A language that the file does not name.
    UnknownLanguage {
        /// The language.
        language: String,
    },
    /// The file is for another model.
    OtherModel {
        /// What kind of file it is.
        file: FileKind,
        /// The model it is for.
        found: String,
        /// The model it should be for.
        expected: String,
    },
    /// The model has no such practice.
    UnknownPractice {
        /// The model.
        model: String,
        /// The practice.
        practice: String,
    },
    /// It is no plain name of a JSON file.
    NotAFileName(String),

    /// The model has no practice.
    NoPractice,
    /// The scale is too short or too long.
    ScaleSize {
        /// How many levels it has.
        found: usize,
    },
    /// A level stands in the place of another.
    LevelOutOfOrder {
        /// The level that stands there.
        found: u8,
        /// The level that should.
        expected: usize,
    },
    /// The group holds neither groups nor practices.
    EmptyGroup,
    /// The practice has more or fewer levels than the scale.
    LevelCount {
        /// How many it has.
        found: usize,
        /// How many the scale has.
        expected: usize,
    },
    /// It is no part of a whole.
    NotAFraction,
    /// It is no weight.
    NotAWeight,
    /// It belongs to the rule `cumulative` alone.
    OnlyCumulative,
    /// A level would need nothing.
    NoShare,
    /// A statement passes whatever is answered.
    PassesFromNothing,
    /// From which worth on a statement passes is said, but the answers are not those of the model.
    PassesWithoutAnswers,
    /// There are too few answers, or too many.
    AnswerCount {
        /// How many there are.
        found: usize,
    },
    /// No answer is worth 1.
    NoFullAnswer,
    /// The model has no such answer.
    UnknownAnswer(String),
    /// Shares are to be added up.
    SharesAddedUp,

    /// There are too few characteristics, or too many.
    CharacteristicCount {
        /// How many there are.
        found: usize,
    },
    /// The model has no such characteristic.
    UnknownCharacteristic(String),
    /// The practice names a characteristic twice.
    CharacteristicTwice(String),
    /// A characteristic is said to do something to itself.
    StandsAgainstItself,

    /// Level 0 has indicators.
    IndicatorsAtNone,
    /// How long an answer stays true is said in months and in words.
    LastsTwice,
    /// The model has no such statement.
    UnknownStatement(String),
    /// The statement rests on itself, directly or by way of others.
    RestsOnItself,

    /// Something became of an id that neither the model nor a later edition has.
    UnknownItem(String),
    /// What changed or went is still asked.
    StillAsked(String),
    /// What became of something is said twice.
    BecameTwice(String),
    /// There are words about what became of an id of which the model says nothing.
    NotChanged(String),
    /// It became something, but not one thing.
    OneExpected,
    /// It was split, but not into several.
    SeveralExpected,
    /// Nothing came of it, and yet something is named.
    NoneExpected,

    /// The profile proposes two targets for a practice.
    TargetTwice(String),
    /// A profile adds an indicator of general scope.
    GeneralIndicator,
    /// The model has an indicator of that id.
    IndicatorOfModel(String),

    /// What is demanded from outside ends before it begins.
    EndsBeforeItBegins,
    /// It is no address of the web.
    NotAWebAddress,
    /// Neither the model nor the profile asks the statement for that practice.
    UnknownNeed {
        /// The statement.
        statement: String,
        /// The practice.
        practice: String,
    },

    /// The model does not have the statement at that level of the practice.
    StatementElsewhere {
        /// The statement.
        statement: String,
        /// The level.
        level: Level,
        /// The practice.
        practice: String,
    },

    /// The question has fewer than two options.
    TooFewOptions,
    /// The question has two options of that id.
    OptionTwice(String),
    /// The interview has two bases for a practice.
    BaseTwice(String),
    /// The rule has no condition.
    NoCondition,
    /// The rule says how much at least and how much at most.
    LevelAndAtMost,
    /// The rule says neither how much at least nor how much at most.
    NeitherLevelNorAtMost,
    /// The rule is for no practice.
    RuleForNothing,
    /// The interview has no such question.
    UnknownQuestion(String),
    /// The question has no such option.
    UnknownOption {
        /// The question.
        question: String,
        /// The option.
        option: String,
    },
    /// The practice needs itself.
    NeedsItself,

    /// The glossary explains no word.
    NoTerm,
    /// The glossary does not explain a word that it refers to.
    UnknownTerm(String),
    /// A word refers to itself.
    RefersToItself,

    /// The framework is for nobody.
    NoRole,
    /// The titles of the framework may not be shown, and yet are there.
    HiddenTitles,
    /// There is no such framework.
    UnknownFramework(String),
    /// The same reference is there twice.
    ReferenceTwice {
        /// The item of the framework.
        item: String,
        /// The framework.
        framework: String,
        /// The level.
        level: Level,
        /// The practice.
        practice: String,
    },
}

impl From<BadId> for ProblemKind {
    fn from(bad: BadId) -> Self {
        Self::BadId(bad)
    }
}

/// A kind of file that is for a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A profile.
    Profile,
    /// An interview.
    Interview,
    /// Dependencies between practices.
    Dependencies,
    /// A glossary.
    Glossary,
    /// Words about what became of older questions.
    Changes,
    /// Cross-references to frameworks.
    Crossrefs,
}
