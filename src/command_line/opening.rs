//! The desk on which files are opened: what is read, what is told beside it, and what comes of it in the end.

use std::io::Read;

use unicode_normalization::UnicodeNormalization;

use super::arguments::{Asked, Source};
use super::condition::{Condition, found};
use super::files::{bytes_of, passphrase_of, write_new};
use super::library::Library;
use super::told::message;
use super::{BAD_INPUT, FINE, Machine, NOT_HELD, Outcome};
use crate::analysis::{Assessment, Results, results};
use crate::exchange::{
    Checksum, DecryptError, Preview, ReadError, WorkFactor, decrypt, encrypt, is_encrypted, open_session, preview, spellings,
};
use crate::model::Questionnaire;
use crate::session::{Date, Session, SystemField};
use crate::ui::text as t;

/// An assessment that was opened.
pub struct Opened {
    /// What its file is called in messages.
    pub file: String,
    /// What its file says of whether it was changed.
    pub checksum: Checksum,
    /// The session as it came.
    pub plain: Session,
    /// The session with what follows from older editions.
    pub session: Session,
    /// What is asked in it.
    pub asked: Questionnaire,
    /// What it holds.
    pub preview: Preview,
}

impl Opened {
    /// The assessment as of a day.
    pub fn assessment(&self, on: Date) -> Assessment<'_> {
        Assessment::latest(&self.asked, &self.session).on(on)
    }

    /// What follows from it on a day.
    pub fn results(&self, on: Date) -> Results {
        results(&self.assessment(on))
    }

    /// What the system is called.
    pub fn name(&self) -> String {
        t::system_name(self.session.system(SystemField::Name).trim())
    }
}

fn spelled(passphrase: &str) -> Vec<String> {
    spellings(passphrase, passphrase.nfc().collect(), passphrase.nfd().collect())
}

/// Where files are opened.
pub struct Desk<'a> {
    /// What was asked for.
    pub asked: &'a Asked,
    /// The models and profiles.
    pub library: Library,
    input: &'a mut dyn Read,
    machine: Machine,
    told: Vec<String>,
    is_refused: bool,
    is_not_held: bool,
    /// Whether the passphrase was of any use.
    is_used: bool,
}

impl<'a> Desk<'a> {
    pub fn new(asked: &'a Asked, input: &'a mut dyn Read, mut machine: Machine) -> Result<Self, String> {
        if let Some(source) = &asked.passphrase_from {
            let about = |why: &str| t::about_file(&source.name(), why);
            let bytes = bytes_of(source, input).map_err(|why| about(&why))?;
            passphrase_of(&bytes).map_err(|why| about(&why))?;
            machine.passphrase = Some(bytes);
        }
        let library = Library::new(&asked.models, &asked.profiles)?;
        let is_used = false;
        Ok(Self { asked, library, input, machine, told: Vec::new(), is_refused: false, is_not_held: false, is_used })
    }

    /// The passphrase, where one was given; `missing` says that there is none.
    fn passphrase(&mut self, missing: &str) -> Result<String, String> {
        self.is_used = true;
        let given = self.machine.passphrase.as_ref().ok_or(missing)?;
        passphrase_of(given).map_err(|why| t::about_passphrase(&why))
    }

    /// The day as of which everything is looked at.
    pub fn today(&self) -> Date {
        self.asked.made.on
    }

    /// Tells something beside what comes out.
    pub fn tell(&mut self, words: String) {
        self.told.push(words);
    }

    /// Takes down that something can't be used.
    pub fn refuse(&mut self, why: &str) {
        self.told.push(why.to_owned());
        self.is_refused = true;
    }

    /// The bytes of a file; of one that is encrypted, what is in it.
    pub fn bytes(&mut self, source: &Source) -> Result<Vec<u8>, String> {
        let about = |why: &str| t::about_file(&source.name(), why);
        let bytes = bytes_of(source, self.input).map_err(|why| about(&why))?;
        if !is_encrypted(&bytes) {
            return Ok(bytes);
        }
        let passphrase = self.passphrase(t::NEEDS_PASSPHRASE.get()).map_err(|why| about(&why))?;
        let mut opened = Err(DecryptError::WrongPassphrase);
        for passphrase in spelled(&passphrase) {
            opened = decrypt(&bytes, &passphrase, WorkFactor::MOST);
            if opened != Err(DecryptError::WrongPassphrase) {
                break;
            }
        }
        opened.map_err(|why| about(&t::decrypt_error(&why)))
    }

    /// A file that only the passphrase opens.
    pub fn encrypted(&mut self, source: &Source, plain: &[u8]) -> Result<Vec<u8>, String> {
        let passphrase = self.passphrase(t::NO_PASSPHRASE_GIVEN.get())?;
        // Nobody sees them, and whoever opens the file has to type them.
        if passphrase.trim() != passphrase || passphrase.contains(char::is_control) {
            self.tell(t::PASSPHRASE_BLANKS.to_owned());
        }
        let Some(chance) = &self.machine.chance else { return Err(t::NO_CHANCE.to_owned()) };
        let passphrase = spelled(&passphrase).into_iter().next().unwrap_or_default();
        let made = encrypt(plain, &passphrase, WorkFactor::WRITTEN, chance);
        made.map_err(|why| t::about_file(&source.name(), &t::encrypt_error(&why)))
    }

    /// Opens a file as an assessment. What was changed in it and what is not here is told.
    pub fn open(&mut self, source: &Source) -> Result<Opened, String> {
        let bytes = self.bytes(source)?;
        self.opened(source, &bytes)
    }

    /// The assessment that some bytes are.
    pub fn opened(&mut self, source: &Source, bytes: &[u8]) -> Result<Opened, String> {
        let file = source.name();
        let in_words = |error: ReadError| t::about_file(&file, &t::read_error(&error));
        let read = open_session(bytes).map_err(in_words)?;
        let own = read.session.model.own.as_ref();
        let gone = own.map(|own| {
            let model = &read.session.model;
            t::about_file(&file, &t::model_gone(&own.title, model.id.as_str(), model.edition.as_str()))
        });
        let unknown = || {
            gone.unwrap_or_else(|| {
                in_words(ReadError::UnknownModel { model: read.session.model.id.to_string(), known: Vec::new() })
            })
        };
        let asked = self.library.asked_in(&read.session)?.ok_or_else(unknown)?;
        let preview = preview(&read.session, &asked).map_err(in_words)?;
        let plain = read.session;
        let session = plain.carried_over(&asked).into_owned();
        if read.checksum == Checksum::Differs {
            self.tell(t::about_file(&file, &t::CHECKSUM_DIFFERS));
        }
        for profile in &preview.missing_profiles {
            self.tell(t::about_file(&file, &t::profile_not_here(profile)));
        }
        Ok(Opened { file, checksum: read.checksum, plain, session, asked, preview })
    }

    /// Opens all files; those that can't be opened are told, the others stay.
    pub fn open_all(&mut self) -> Vec<Opened> {
        let asked = self.asked;
        let mut all = Vec::new();
        for source in &asked.files {
            match self.open(source) {
                Ok(opened) => all.push(opened),
                Err(why) => self.refuse(&why),
            }
        }
        all
    }

    /// Looks at the conditions of one assessment, and tells which of those that were asked for is not held. Gives how often each is not.
    pub fn look_at(&mut self, opened: &Opened, assessment: &Assessment<'_>, results: &Results) -> Vec<(Condition, usize)> {
        self.mind_profiles(opened);
        let all = found(assessment, results, opened.checksum, self.today());
        for (condition, count) in &all {
            self.fail_on(*condition, *count, &opened.file);
        }
        all
    }

    /// Takes down that nobody can tell whether what was asked for holds, where profiles are not here.
    pub fn mind_profiles(&mut self, opened: &Opened) {
        if self.asked.fail_on.iter().any(|condition| condition.needs_profiles()) {
            for profile in &opened.preview.missing_profiles {
                self.refuse(&t::about_file(&opened.file, &t::cant_tell_without(profile)));
            }
        }
    }

    /// Takes down that a condition is not held so many times, if that was asked for.
    pub fn fail_on(&mut self, condition: Condition, count: usize, file: &str) {
        if count > 0 && self.asked.fail_on.contains(&condition) {
            self.is_not_held = true;
            self.tell(t::about_file(file, &t::not_held(condition.key(), count)));
        }
    }

    /// Where what comes out goes: into a new file, if one was named.
    pub fn put(&mut self, out: Vec<u8>) -> Result<Vec<u8>, String> {
        let Some(path) = &self.asked.out else { return Ok(out) };
        // What could not be made is no file.
        if !out.is_empty() {
            write_new(path, &out)?;
        }
        Ok(Vec::new())
    }

    /// What came of all of it. Whoever names a passphrase counts on what comes out being encrypted.
    pub fn outcome(mut self, out: Vec<u8>) -> Outcome {
        if self.asked.passphrase_from.is_some() && !self.is_used {
            self.tell(t::PASSPHRASE_UNUSED.to_owned());
        }
        let code = match (self.is_refused, self.is_not_held) {
            (true, _) => BAD_INPUT,
            (false, true) => NOT_HELD,
            (false, false) => FINE,
        };
        let told: String = self.told.iter().map(|words| message(words)).collect();
        Outcome { out, told, code }
    }
}
