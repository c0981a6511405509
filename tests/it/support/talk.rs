//! Saying things in a session, one after the other.

use std::ops::RangeInclusive;

use plumbline::model::{IndicatorId, Level, Model, PracticeId, Questionnaire, Scope};
use plumbline::session::{
    Answer, Authorship, Change, ModelRef, Origin, Part, Person, Place, QuickAnswer, Role, Round, Session, Target, Timestamp,
};
use serde_json::Map;

use super::id;

/// A session and the one who speaks in it. Every statement comes a second after the one before.
pub struct Talk {
    /// What was said so far.
    pub session: Session,
    /// In which round the next things are said.
    pub round: String,
    /// About which part; `None` for the whole system.
    pub part: Option<String>,
    /// Who says them.
    pub by: Option<String>,
    /// Which copy of the session they are said in.
    pub actor: String,
    seconds: i64,
}

impl Talk {
    /// A session about a model with the round `r1`, in which nobody said anything.
    pub fn about(model: &Model) -> Self {
        let model = ModelRef::new(model.id.clone(), model.edition.clone());
        let session = Session::new(id("s1"), model, id("r1"), &authorship(None, 0));
        Self { session, round: "r1".to_owned(), part: None, by: None, actor: "tab-1".to_owned(), seconds: 0 }
    }

    /// Makes a change and gives back the one that undoes it.
    pub fn change(&mut self, change: Change) -> Change {
        let authorship = self.next_authorship();
        self.seconds += 1;
        self.session.apply(change, &authorship)
    }

    /// Who makes the next change, and when.
    pub fn next_authorship(&self) -> Authorship {
        Authorship { actor: id(&self.actor), ..authorship(self.by.as_deref(), self.seconds + 1) }
    }

    /// Lets so many seconds pass before the next statement; fewer than none when a clock was set back.
    pub fn pass(&mut self, seconds: i64) {
        self.seconds += seconds;
    }

    /// Where a statement by the present speaker goes.
    pub fn place<Id>(&self, on: Id) -> Place<Id> {
        let (part, by) = (self.part.as_deref().map(id), self.by.as_deref().map(id));
        Place { on, round: id(&self.round), part, by }
    }

    /// Opens a round; what is said next is said in it.
    pub fn open_round(&mut self, round: &str) {
        round.clone_into(&mut self.round);
        self.change(Change::Round(id(round), Some(Round { name: String::new(), unknown: Map::new() })));
    }

    /// Names a part of the system.
    pub fn name_part(&mut self, part: &str) {
        self.change(Change::Part(
            id(part),
            Some(Part { name: part.to_owned(), context: None, technology: None, unknown: Map::new() }),
        ));
    }

    /// Adds a person.
    pub fn add_person(&mut self, person: &str) {
        let added = Person { name: person.to_owned(), role: Role::TechnologyOwner, unknown: Map::new() };
        self.change(Change::Person(id(person), Some(added)));
    }

    /// Answers an indicator.
    pub fn answer(&mut self, indicator: &str, answer: Answer) {
        let place = self.place(id::<IndicatorId>(indicator));
        self.change(Change::Answer(place, Some(answer)));
    }

    /// Answers a practice in the quick pass.
    pub fn quick(&mut self, practice: &str, answer: QuickAnswer) {
        let place = self.place(id::<PracticeId>(practice));
        self.change(Change::Quick(place, Some(answer)));
    }

    /// Sets a target of general scope.
    pub fn target(&mut self, practice: &str, level: u8) {
        let target = Target::new(Level::new(level), Scope::General, Origin::Practice);
        self.change(Change::Target(id(practice), Some(target)));
    }
}

/// The mark of a change so many seconds after an autumn morning.
pub fn authorship(by: Option<&str>, seconds: i64) -> Authorship {
    let at = Timestamp::from_second(1_795_420_800 + seconds).unwrap_or(Timestamp::UNIX_EPOCH);
    Authorship { by: by.map(id), at, actor: id("tab-1") }
}

impl Talk {
    /// Gives all indicators of a practice at these levels the same answer.
    pub fn answer_levels(&mut self, asked: &Questionnaire, practice: &str, levels: RangeInclusive<u8>, answer: &Answer) {
        let Some(found) = asked.model().practice(&id(practice)) else { return };
        for level in levels.map(Level::new) {
            for indicator in asked.indicators(found, level) {
                self.answer(indicator.indicator.id.as_str(), answer.clone());
            }
        }
    }

    /// Says in the quick pass that a practice is at this level.
    pub fn quick_level(&mut self, practice: &str, level: u8) {
        self.quick(practice, QuickAnswer::Level(Level::new(level)));
    }
}
