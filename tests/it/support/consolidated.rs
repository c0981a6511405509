//! What was said, and what of it counts: worked out a second time from the plain words, slowly, by going through everything.
//!
//! Of one person the last word counts, of several people the worst. Where they differ and somebody settled it, that counts,
//! until one of them says something else. Who does not know is heard only where nobody knows. A *not applicable*, a *compensated* or an override without a reason says nothing.

use plumbline::session::{Answer, Confidence, QuickAnswer};

/// People who answer; the first is nobody in particular.
pub const PEOPLE: [Option<&str>; 4] = [None, Some("ana"), Some("bo"), Some("zoe")];

/// One thing that one person says.
#[derive(Clone, Debug)]
pub struct Statement {
    /// What they say.
    pub what: What,
    /// About which part.
    pub part: Option<&'static str>,
    /// Who.
    pub by: Option<&'static str>,
    /// In which round.
    pub round: &'static str,
}

/// What one can say.
#[derive(Clone, Debug)]
pub enum What {
    /// About an indicator.
    Indicator(String, Answer),
    /// That an answer to an indicator is taken back.
    Withdrawn(String),
    /// How one knows what one answers to an indicator.
    Sureness(String, Confidence),
    /// What counts of everything that was said about an indicator so far.
    Settled(String, Answer),
    /// About a practice, in the quick pass.
    Quick(String, QuickAnswer),
    /// That a practice has a level whatever the rule says, with a reason.
    Set(String, u8, &'static str),
}

/// Everything that was said, the last thing last. The round that counts is `r2`.
#[derive(Clone, Debug)]
pub struct Talks {
    /// The parts that the system has.
    pub parts: Vec<&'static str>,
    /// Who said what.
    pub statements: Vec<Statement>,
}

/// What one hears about an indicator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Consolidated {
    NotMet,
    Partly,
    Compensated,
    Met,
    NotApplicable,
    NotKnown,
    Nothing,
}

impl Consolidated {
    fn of(answer: &Answer) -> Self {
        let blank = |reason: &str| reason.trim().is_empty();
        match answer {
            Answer::NotMet => Self::NotMet,
            Answer::Partly => Self::Partly,
            Answer::Met => Self::Met,
            Answer::Compensated(why) if !blank(&why.reason) => Self::Compensated,
            Answer::NotApplicable(why) if !blank(&why.reason) => Self::NotApplicable,
            Answer::DontKnow => Self::NotKnown,
            Answer::Compensated(_) | Answer::NotApplicable(_) | Answer::Own(_) => Self::Nothing,
        }
    }

    /// Whether nobody said anything from which a level follows.
    pub fn is_open(self) -> bool {
        self == Self::NotKnown || self == Self::Nothing
    }

    pub fn is_fulfilled(self) -> bool {
        self == Self::Met || self == Self::Compensated || self == Self::NotApplicable
    }
}

impl Talks {
    /// What was said in the round that counts about a part, each with its place in the order.
    fn about(&self, part: Option<&str>) -> impl Iterator<Item = (usize, &Statement)> {
        self.statements.iter().enumerate().filter(move |(_, it)| it.round == "r2" && it.part == part)
    }

    /// A person's present answer, and since when it is that.
    fn answer_of(&self, indicator: &str, part: Option<&str>, by: Option<&str>) -> Option<(usize, Answer)> {
        let mut now: Option<(usize, Answer)> = None;
        for (at, statement) in self.about(part).filter(|(_, it)| it.by == by) {
            match &statement.what {
                // Who says the same again says nothing new.
                What::Indicator(id, answer) if id == indicator && now.as_ref().is_none_or(|(_, before)| before != answer) => {
                    now = Some((at, answer.clone()));
                }
                What::Withdrawn(id) if id == indicator => now = None,
                _ => {}
            }
        }
        now
    }

    /// The present answers that say something: whose, since when and what.
    fn answers(&self, indicator: &str, part: Option<&str>) -> Vec<(Option<&'static str>, usize, Consolidated)> {
        let one = |by| self.answer_of(indicator, part, by).map(|(since, answer)| (by, since, Consolidated::of(&answer)));
        PEOPLE.into_iter().filter_map(one).filter(|(.., heard)| *heard != Consolidated::Nothing).collect()
    }

    /// What is said about an indicator in a part, without what is said about the whole.
    pub fn heard_at(&self, indicator: &str, part: Option<&str>) -> Consolidated {
        // Who does not know differs from nobody, and is heard where nobody knows.
        let (unknown, answers): (Vec<_>, Vec<_>) =
            self.answers(indicator, part).into_iter().partition(|(.., heard)| *heard == Consolidated::NotKnown);
        let differ = answers.iter().any(|(.., one)| answers.iter().any(|(.., other)| one != other));
        let settled = self.about(part).filter_map(|(at, it)| match &it.what {
            What::Settled(id, answer) if id == indicator => Some((at, Consolidated::of(answer))),
            _ => None,
        });
        if let Some((at, settled)) = settled.last() {
            let nothing_new = answers.iter().all(|(_, since, heard)| *since < at || *heard == settled);
            if differ && nothing_new && !settled.is_open() {
                return settled;
            }
        }
        let worst_first = [
            Consolidated::NotMet,
            Consolidated::Partly,
            Consolidated::Compensated,
            Consolidated::Met,
            Consolidated::NotApplicable,
        ];
        let said = |heard: &Consolidated| answers.iter().any(|(.., it)| it == heard);
        let nobody_knows = if unknown.is_empty() { Consolidated::Nothing } else { Consolidated::NotKnown };
        worst_first.into_iter().find(said).unwrap_or(nobody_knows)
    }

    /// What is said about an indicator in a part or, where nothing is, in the whole.
    pub fn heard(&self, indicator: &str, part: Option<&str>) -> Consolidated {
        match self.heard_at(indicator, part) {
            Consolidated::Nothing if part.is_some() => self.heard_at(indicator, None),
            heard => heard,
        }
    }

    /// Whether one of those whose answers were heard only assumes it.
    pub fn is_assumed(&self, indicator: &str, part: Option<&str>) -> bool {
        let whose = if part.is_some() && self.heard_at(indicator, part) == Consolidated::Nothing { None } else { part };
        self.answers(indicator, whose).iter().filter(|(.., heard)| !heard.is_open()).any(|(by, ..)| {
            let said = self.about(whose).filter(|(_, it)| it.by == *by).filter_map(|(_, it)| match &it.what {
                What::Sureness(id, confidence) if id == indicator => Some(*confidence),
                _ => None,
            });
            said.last() == Some(Confidence::Assumed)
        })
    }

    /// What the quick pass says about a practice in a part, without what it says about the whole; `Some(None)` when the practice
    /// makes no sense there.
    pub fn quick_at(&self, practice: &str, part: Option<&str>) -> Option<Option<u8>> {
        let mut levels = Vec::new();
        let mut not_applicable = false;
        for by in PEOPLE {
            let said = self.about(part).filter(|(_, it)| it.by == by).filter_map(|(_, it)| match &it.what {
                What::Quick(id, answer) if id == practice => Some(answer),
                _ => None,
            });
            match said.last() {
                Some(QuickAnswer::Level(level)) => levels.push(level.number()),
                Some(QuickAnswer::NotApplicable(why)) if !why.reason.trim().is_empty() => not_applicable = true,
                _ => {}
            }
        }
        match levels.iter().min() {
            Some(lowest) => Some(Some(*lowest)),
            None => not_applicable.then_some(None),
        }
    }

    /// The level that was set against the rule for a practice in a part, or in the whole.
    pub fn set(&self, practice: &str, part: Option<&str>) -> Option<u8> {
        let said = self.about(part).filter_map(|(_, it)| match &it.what {
            What::Set(id, level, reason) if id == practice => Some((*level, *reason)),
            _ => None,
        });
        said.last().filter(|(_, reason)| !reason.trim().is_empty()).map(|(level, _)| level)
    }

    /// Whether a practice is looked at in parts: as soon as something counts that was said about one.
    pub fn is_apart(&self, ids: &[String], practice: &str) -> bool {
        self.parts.iter().any(|part| {
            ids.iter().any(|id| self.heard_at(id, Some(part)) != Consolidated::Nothing)
                || self.quick_at(practice, Some(part)).is_some()
                || self.set(practice, Some(part)).is_some()
        })
    }
}
