//! Levels worked out a second time, from the plain words of the rule, slowly and without looking at how `analysis` does it.
//!
//! A level is reached when every applicable indicator of it and of all lower levels is met. *Partly* does not reach it. What
//! nobody answered leaves it open. Of several people's answers the lowest counts; an answer about a part goes before one about
//! the whole; the lowest part decides. The quick answer stands as long as the indicators leave it open.

use std::collections::BTreeSet;

use plumbline::model::{Level, Practice, Questionnaire};
use plumbline::session::{Answer, QuickAnswer};

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
    /// About a practice, in the quick pass.
    Quick(String, QuickAnswer),
}

/// Everything that was said, the last thing last. The round that counts is `r2`.
#[derive(Clone, Debug)]
pub struct Talks {
    /// The parts that the system has.
    pub parts: Vec<&'static str>,
    /// Who said what.
    pub statements: Vec<Statement>,
}

/// What one expects of a practice.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    /// Nobody said anything that counts.
    Unanswered,
    /// It makes no sense here.
    NotApplicable,
    /// Reached in any case, and at best.
    Between(u8, u8),
}

#[derive(Clone, Copy, PartialEq)]
enum Heard {
    NotMet,
    Partly,
    Met,
    NotApplicable,
    Nothing,
}

impl Talks {
    /// The last thing one person said about something, if it says something.
    fn last<T>(&self, part: Option<&str>, by: Option<&str>, pick: impl Fn(&What) -> Option<T>) -> Option<T> {
        let here = |it: &&Statement| it.round == "r2" && it.part == part && it.by == by;
        self.statements.iter().filter(here).filter_map(|it| pick(&it.what)).next_back()
    }

    fn heard_of(&self, indicator: &str, part: Option<&str>) -> Heard {
        let all: Vec<Answer> = PEOPLE
            .into_iter()
            .filter_map(|by| {
                self.last(part, by, |what| match what {
                    What::Indicator(id, answer) if id == indicator => Some(answer.clone()),
                    _ => None,
                })
            })
            .collect();
        let with_reason = |answer: &Answer| matches!(answer, Answer::NotApplicable(why) if !why.reason.trim().is_empty());
        if all.contains(&Answer::NotMet) {
            Heard::NotMet
        } else if all.contains(&Answer::Partly) {
            Heard::Partly
        } else if all.contains(&Answer::Met) {
            Heard::Met
        } else if all.iter().any(with_reason) {
            Heard::NotApplicable
        } else if part.is_some() {
            self.heard_of(indicator, None)
        } else {
            Heard::Nothing
        }
    }

    /// `Some(None)` when the practice makes no sense here.
    fn quick_of(&self, practice: &str, part: Option<&str>) -> Option<Option<u8>> {
        let mut levels = Vec::new();
        let mut not_applicable = false;
        for by in PEOPLE {
            let said = self.last(part, by, |what| match what {
                What::Quick(id, answer) if id == practice => Some(answer.clone()),
                _ => None,
            });
            match said {
                Some(QuickAnswer::Level(level)) => levels.push(level.number()),
                Some(QuickAnswer::NotApplicable(why)) if !why.reason.trim().is_empty() => not_applicable = true,
                _ => {}
            }
        }
        match levels.iter().min() {
            Some(lowest) => Some(Some(*lowest)),
            None if not_applicable => Some(None),
            None if part.is_some() => self.quick_of(practice, None),
            None => None,
        }
    }

    fn is_about(&self, ids: &[String], practice: &str, part: &str) -> bool {
        let counts = |it: &Statement| match &it.what {
            What::Indicator(id, _) => ids.contains(id) && self.last_counts(it),
            What::Quick(id, _) => id == practice && self.last_counts(it),
        };
        self.statements.iter().any(|it| it.round == "r2" && it.part == Some(part) && counts(it))
    }

    /// Whether what the same person said last about the same thing is an answer, and not a *not applicable* without a reason.
    fn last_counts(&self, of: &Statement) -> bool {
        let blank = |reason: &str| reason.trim().is_empty();
        self.last(of.part, of.by, |what| match (what, &of.what) {
            (What::Indicator(id, answer), What::Indicator(same, _)) if id == same => {
                Some(!matches!(answer, Answer::NotApplicable(why) if blank(&why.reason)))
            }
            (What::Quick(id, answer), What::Quick(same, _)) if id == same => {
                Some(!matches!(answer, QuickAnswer::NotApplicable(why) if blank(&why.reason)))
            }
            _ => None,
        })
        .unwrap_or(false)
    }
}

/// Where one part stands, or the whole: what is expected, whether the indicators alone settle it, and what every level lacks.
struct Subject {
    expected: Expected,
    settled: bool,
    lacking: Vec<Vec<String>>,
}

fn subject(talks: &Talks, asked: &Questionnaire, practice: &Practice, part: Option<&str>) -> Subject {
    let top = asked.model().top().number();
    let heard: Vec<Vec<(String, Heard)>> = (0..=top)
        .map(|level| {
            let indicators = asked.indicators(practice, Level::new(level)).into_iter();
            let ids = indicators.map(|it| it.indicator.id.to_string());
            ids.map(|id| (id.clone(), talks.heard_of(&id, part))).collect()
        })
        .collect();
    let flat = || heard.iter().flatten().map(|(_, heard)| *heard);
    // The highest level for which nothing, up to and with it, is lacking when what is open turns out this way.
    let reached = |open: Heard| {
        let fulfilled = |heard: Heard| {
            let heard = if heard == Heard::Nothing { open } else { heard };
            heard == Heard::Met || heard == Heard::NotApplicable
        };
        let holds = |level: &u8| heard.iter().take(usize::from(*level) + 1).flatten().all(|(_, heard)| fulfilled(*heard));
        (0..=top).filter(holds).max().unwrap_or(0)
    };
    let (low, high) = (reached(Heard::NotMet), reached(Heard::Met));
    let quick = talks.quick_of(practice.id.as_str(), part);
    let untouched = flat().all(|heard| heard == Heard::Nothing);
    let expected = if untouched {
        match quick {
            None => Expected::Unanswered,
            Some(None) => Expected::NotApplicable,
            Some(Some(level)) => Expected::Between(level, level),
        }
    } else if flat().all(|heard| heard == Heard::NotApplicable) {
        Expected::NotApplicable
    } else {
        match quick.flatten() {
            Some(level) if low <= level && level <= high => Expected::Between(level, level),
            _ => Expected::Between(low, high),
        }
    };
    let lacking = heard.iter().map(|level| {
        let open = level.iter().filter(|(_, heard)| !matches!(heard, Heard::Met | Heard::NotApplicable));
        open.map(|(id, _)| id.clone()).collect()
    });
    Subject { expected, settled: !untouched && low == high, lacking: lacking.collect() }
}

/// What is expected of a practice, and the one indicator by which it misses the next level, if it is one.
pub fn expected(talks: &Talks, asked: &Questionnaire, practice: &Practice) -> (Expected, Option<(u8, String)>) {
    let ids: Vec<String> = (0..=asked.model().top().number())
        .flat_map(|level| asked.indicators(practice, Level::new(level)))
        .map(|it| it.indicator.id.to_string())
        .collect();
    let apart = talks.parts.iter().any(|part| talks.is_about(&ids, practice.id.as_str(), part));
    let subjects: Vec<Subject> = if apart {
        talks.parts.iter().map(|part| subject(talks, asked, practice, Some(part))).collect()
    } else {
        vec![subject(talks, asked, practice, None)]
    };
    let known = || {
        subjects.iter().filter_map(|it| match it.expected {
            Expected::Between(low, high) => Some((it, low, high)),
            _ => None,
        })
    };
    let open = subjects.iter().any(|it| it.expected == Expected::Unanswered);
    let (Some(low), Some(high)) = (known().map(|(_, low, _)| low).min(), known().map(|(_, _, high)| high).min()) else {
        return (if open { Expected::Unanswered } else { Expected::NotApplicable }, None);
    };
    if open {
        return (Expected::Between(0, high), None);
    }
    let stuck = || known().filter(|(_, its_low, _)| *its_low == low).map(|(it, ..)| it);
    let lacking: BTreeSet<&String> = stuck().flat_map(|it| it.lacking.get(usize::from(low) + 1).into_iter().flatten()).collect();
    let near = match lacking.iter().next() {
        Some(only) if lacking.len() == 1 && stuck().all(|it| it.settled) => Some((low + 1, (*only).clone())),
        _ => None,
    };
    (Expected::Between(low, high), near)
}
