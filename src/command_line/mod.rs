//! Plumbline by words, for pipelines and for people with many files: the same core, the same files, the same sentences.
//!
//! [`run`] is a pure function but for the files that are named and those that are made: what comes in by standard input, the moment, a
//! passphrase and chance are given; what goes out is given back. So it is tested as it is.

mod actor;
mod answers;
mod arguments;
mod compare;
mod condition;
mod convert;
mod files;
mod fleet;
mod library;
mod merge;
mod opening;
mod report;
mod results;
mod shipped;
mod signatures;
mod told;

pub use condition::Condition;
pub use convert::Form;
pub use signatures::check_signature;

use std::ffi::OsString;
use std::io::Read;

use jiff::Timestamp;

use crate::exchange::Chance;
use crate::ui::text as t;
use arguments::{Asked, Command, Wanted, wanted};
use opening::Desk;

/// The exit code when everything was done and every condition that was asked for holds.
pub const FINE: u8 = 0;

/// The exit code when a condition that was asked for does not hold.
pub const NOT_HELD: u8 = 1;

/// The exit code when something that was given can't be used: an argument, a file, a place to write to.
pub const BAD_INPUT: u8 = 2;

/// What the machine gives beside the files that are named.
#[derive(Clone, Default)]
pub struct Machine {
    /// The moment. The day is that of UTC unless an argument says another.
    pub now: Timestamp,
    /// What the passphrase of encrypted files stands in, where one was given: its first line is it.
    pub passphrase: Option<Vec<u8>>,
    /// What makes one encrypted file differ from all others.
    pub chance: Option<Chance>,
}

impl Machine {
    /// One with nothing but the moment.
    #[must_use]
    pub fn at(now: Timestamp) -> Self {
        Self { now, ..Self::default() }
    }
}

/// The variable that the passphrase of encrypted files is in.
pub const PASSPHRASE: &str = "PLUMBLINE_PASSPHRASE";

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// What goes to standard output.
    pub out: Vec<u8>,
    /// What is told beside it, for standard error.
    pub told: String,
    /// The exit code.
    pub code: u8,
}

impl Outcome {
    fn bad(why: &str) -> Self {
        Self { out: Vec::new(), told: told::message(why), code: BAD_INPUT }
    }
}

/// Does what the arguments ask for, without the name of the program.
pub fn run(arguments: impl IntoIterator<Item = OsString>, input: &mut dyn Read, machine: Machine) -> Outcome {
    match wanted(arguments, machine.now) {
        Ok(Wanted::Help) => Outcome { out: t::COMMAND_LINE_HELP.to_owned().into_bytes(), ..Outcome::default() },
        Ok(Wanted::Version) => Outcome { out: t::command_line_version().into_bytes(), ..Outcome::default() },
        Ok(Wanted::Work(asked)) => work(&asked, input, machine),
        Err(why) => Outcome::bad(&format!("{why}\n{}", t::COMMAND_LINE_SEE_HELP)),
    }
}

fn work(asked: &Asked, input: &mut dyn Read, machine: Machine) -> Outcome {
    let mut desk = match Desk::new(asked, input, machine) {
        Ok(desk) => desk,
        Err(why) => return Outcome::bad(&why),
    };
    let made = match asked.command {
        Command::Check => Ok(results::check(&mut desk)),
        Command::Results => Ok(results::results_of_all(&mut desk)),
        Command::Compare => compare::compare(&mut desk),
        Command::Merge => merge::merge_all(&mut desk),
        Command::Report => report::report_of(&mut desk),
        Command::Convert => convert::convert(&mut desk),
        Command::Redact => convert::redact(&mut desk),
        Command::Take => answers::take(&mut desk),
        Command::Fleet => Ok(fleet::side_by_side(&mut desk)),
    };
    let out = match made.and_then(|out| desk.put(out)) {
        Ok(out) => out,
        Err(why) => {
            desk.refuse(&why);
            Vec::new()
        }
    };
    desk.outcome(out)
}
