//! Reading a session file step by step, so that whoever shows how far it is can do other things in between. A large file takes too
//! long for a page that has to react.

use std::collections::VecDeque;

use serde_json::{Map, Value};

use super::ReadError;
use super::checksum::Checksum;
use super::migrate::migrate;
use super::session_file::{Opened, deserialized, fits_again, open_session, parse, session_of, version_of, within_reason};
use crate::session::{List, Session};

/// How many records are read in one step.
const AT_ONCE: usize = 4_000;

/// Lists that are no longer than this are read with the rest of the file.
const SHORT: usize = 500;

/// A session file that is being read. What comes of it is what [`open_session`] says.
pub struct SessionSteps<'a> {
    bytes: &'a [u8],
    state: State,
}

enum State {
    Begun,
    Parsed(Value, u64),
    Checked(Value, Checksum),
    Split { whole: Box<Session>, parts: VecDeque<Value>, of: usize, checksum: Checksum },
    Over,
}

impl<'a> SessionSteps<'a> {
    /// Begins to read a file. Nothing is done yet.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, state: State::Begun }
    }

    /// How far it is, from 0 to 1.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "the parts of a file are few")]
    pub fn done(&self) -> f64 {
        match &self.state {
            State::Begun => 0.0,
            State::Parsed(..) => 0.3,
            State::Checked(..) => 0.4,
            State::Split { parts, of, .. } => 1.0 - 0.5 * (parts.len() as f64 / (*of).max(1) as f64),
            State::Over => 1.0,
        }
    }

    /// Takes the next step; gives the session with the last one.
    ///
    /// # Errors
    /// As [`open_session`].
    pub fn step(&mut self) -> Result<Option<Opened>, ReadError> {
        self.state = match std::mem::replace(&mut self.state, State::Over) {
            State::Begun => {
                let value = parse(self.bytes)?;
                let version = version_of(&value)?;
                State::Parsed(value, version)
            }
            State::Parsed(mut value, version) => {
                let checksum = Checksum::taken_off(&mut value);
                migrate(&mut value, version);
                State::Checked(value, checksum)
            }
            State::Checked(mut value, checksum) => {
                let parts = split(&mut value);
                let Ok(whole) = session_of(value) else { return self.at_once() };
                State::Split { whole: Box::new(whole), of: parts.len(), parts, checksum }
            }
            State::Split { mut whole, mut parts, of, checksum } => {
                let Some(part) = parts.pop_front() else {
                    whole.see_its_own_facts();
                    fits_again(&whole, self.bytes.len())?;
                    within_reason(&whole)?;
                    return Ok(Some(Opened { session: *whole, checksum }));
                };
                if !deserialized(part).is_ok_and(|part| whole.absorb(part)) {
                    return self.at_once();
                }
                State::Split { whole, parts, of, checksum }
            }
            State::Over => return self.at_once(),
        };
        Ok(None)
    }

    /// Something is wrong in a part: where it is in the whole file is known when that is read.
    fn at_once(&self) -> Result<Option<Opened>, ReadError> {
        open_session(self.bytes).map(Some)
    }
}

/// Takes the long lists out of a file, as files of their own with some records each.
fn split(file: &mut Value) -> VecDeque<Value> {
    let mut parts = VecDeque::new();
    let Some(members) = file.as_object_mut() else { return parts };
    // A model that the session brings is read once, with the rest.
    let head = Session::HEAD.into_iter().filter(|name| *name != "own_model");
    let head: Map<String, Value> = head.map(|name| (name.to_owned(), members.get(name).cloned().unwrap_or_default())).collect();
    for name in List::ALL.iter().filter(|list| list.can_be_read_in_parts()).map(|list| list.name()) {
        let Some(Value::Array(list)) = members.get_mut(name) else { continue };
        if list.len() <= SHORT {
            continue;
        }
        let mut records = std::mem::take(list).into_iter().peekable();
        while records.peek().is_some() {
            let mut part = head.clone();
            part.insert(name.to_owned(), records.by_ref().take(AT_ONCE).collect());
            parts.push_back(Value::Object(part));
        }
    }
    parts
}
