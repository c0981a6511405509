//! Backups: copies of a session as it was stored, made before anything that destroys, and now and then while people work.

use super::keys::{self, BACKUPS};
use super::{Label, OpenError, SaveError, SessionStore, Slot, StorageError, Stored, Summary, When, opened, summarized};
use crate::model::order;
use crate::session::Timestamp;

/// How many backups of a session are kept in all.
const IN_ALL: usize = 10;

/// How many of those that were made while people worked today are kept.
const OF_TODAY: usize = 3;

/// How long people work until the next backup, in milliseconds.
const PAUSE: i64 = 30 * 60_000;

/// How long after the last backup a clock is believed, in milliseconds; there may be a night between.
const STEADY: i64 = 24 * 3_600_000;

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Because it was time.
    Time,
    /// Because something was about to take the place of what was there.
    Before,
}

/// A copy of a session as it was stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where the session is, or was.
    pub slot: Slot,
    /// The revision of the session that was copied. Backups of a session are in this order: clocks may be set back.
    pub revision: u64,
    /// When it was made, by that machine's clock.
    pub at: Timestamp,
    /// Why it was made.
    pub cause: Cause,
}

impl Backup {
    pub(super) fn key(&self) -> String {
        let cause = match self.cause {
            Cause::Time => "t",
            Cause::Before => "b",
        };
        format!("{BACKUPS}{}.{}.{}.{cause}", self.slot, self.revision, self.at.as_millisecond())
    }

    pub(super) fn of_key(key: &str) -> Option<Self> {
        // From the right, since a slot may have dots.
        let mut parts = key.strip_prefix(BACKUPS)?.rsplitn(4, '.');
        let cause = match parts.next()? {
            "t" => Cause::Time,
            "b" => Cause::Before,
            _ => return None,
        };
        let at = Timestamp::from_millisecond(parts.next()?.parse().ok()?).ok()?;
        let revision = parts.next()?.parse().ok()?;
        Some(Self { slot: Slot::try_from(parts.next()?).ok()?, revision, at, cause })
    }
}

/// Which backups of one session go: three of today's and one of each other day stay, and those made today before something was
/// destroyed, ten in all. They are given with the newest first.
fn superfluous(backups: &[Backup], when: When) -> Vec<&Backup> {
    let (mut kept, mut of_today, mut days) = (0, 0, Vec::new());
    let stays = |backup: &&Backup| {
        let day = when.day(backup.at);
        let wanted =
            if day != when.day(when.at) { !days.contains(&day) } else { backup.cause == Cause::Before || of_today < OF_TODAY };
        let stays = wanted && kept < IN_ALL;
        if stays {
            kept += 1;
            of_today += usize::from(backup.cause == Cause::Time && day == when.day(when.at));
            days.push(day);
        }
        !stays
    };
    backups.iter().filter(stays).collect()
}

impl SessionStore {
    /// All backups, the newest first.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn backups(&self) -> Result<Vec<Backup>, StorageError> {
        let mut backups: Vec<Backup> = self.0.keys()?.iter().filter_map(|key| Backup::of_key(key)).collect();
        order::by_key(&mut backups, |backup| std::cmp::Reverse((backup.at, backup.revision, backup.key())));
        Ok(backups)
    }

    /// The backups of a session, the newest first, whatever the clock said.
    fn backups_of(&self, slot: &Slot) -> Result<Vec<Backup>, StorageError> {
        let mut backups = self.backups()?;
        backups.retain(|backup| backup.slot == *slot);
        order::by_key(&mut backups, |backup| std::cmp::Reverse(backup.revision));
        Ok(backups)
    }

    /// Copies a session as it is stored, before something else takes its place. What can't be read is not copied.
    ///
    /// # Errors
    /// When there is no room for it, even without older backups.
    pub fn back_up(&self, slot: &Slot, when: When) -> Result<Option<Backup>, StorageError> {
        let Some((backup, stored)) = self.to_back_up(slot, Cause::Before, when)? else { return Ok(None) };
        self.put(&backup.key(), &stored)?;
        self.thin_out(slot, when)?;
        Ok(Some(backup))
    }

    /// Copies a session as it is stored, if it is time for that. Where there is no room for it, the work goes on without.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn back_up_in_time(&self, slot: &Slot, when: When) -> Result<(), StorageError> {
        // Where the clock was set back, it is time.
        let is_recent = |last: &Backup| (0..PAUSE).contains(&when.since(last.at));
        // Another tab may have removed the one that is remembered.
        if let Some(known) = self.1.backup(slot).filter(is_recent)
            && self.0.get(&known.key())?.is_some()
        {
            return Ok(());
        }
        if let Some(last) = self.backups_of(slot)?.first() {
            self.1.found_backup(last);
            if is_recent(last) {
                return Ok(());
            }
        }
        let Some((backup, stored)) = self.to_back_up(slot, Cause::Time, when)? else { return Ok(()) };
        match self.0.set(&backup.key(), &stored) {
            Err(StorageError::Full) => Ok(()),
            Err(other) => Err(other),
            Ok(()) => {
                self.1.found_backup(&backup);
                self.thin_out(slot, when)
            }
        }
    }

    fn to_back_up(&self, slot: &Slot, cause: Cause, when: When) -> Result<Option<(Backup, String)>, StorageError> {
        let Some(stored) = self.raw(slot)? else { return Ok(None) };
        let Ok(revision) = Label::read(&stored).map(|label| label.revision) else { return Ok(None) };
        Ok(Some((Backup { slot: slot.clone(), revision, at: when.at, cause }, stored)))
    }

    /// Removes what is superfluous. In the first half hour after the clock jumped, or after a day without work, nobody believes which
    /// day it is: then only what is too many goes.
    fn thin_out(&self, slot: &Slot, when: When) -> Result<(), StorageError> {
        let backups = self.backups_of(slot)?;
        let ago = backups.iter().map(|backup| when.since(backup.at)).find(|ago| !(0..PAUSE).contains(ago));
        let has_jumped = ago.is_some_and(|ago| !(0..=STEADY).contains(&ago));
        let gone = if has_jumped { backups.iter().skip(IN_ALL).collect() } else { superfluous(&backups, when) };
        gone.into_iter().try_for_each(|backup| self.drop_backup(backup))
    }

    /// What is in a backup.
    ///
    /// # Errors
    /// When it is not there any more or can't be read.
    pub fn open_backup(&self, backup: &Backup) -> Result<Stored, OpenError> {
        opened(self.0.get(&backup.key()).map_err(OpenError::Storage)?)
    }

    /// What is in a backup, in short, with the number of answers, which tells backups apart.
    ///
    /// # Errors
    /// When it is not there any more or can't be read.
    pub fn summary_of_backup(&self, backup: &Backup) -> Result<Summary, OpenError> {
        let stored = self.0.get(&backup.key()).map_err(OpenError::Storage)?;
        match summarized(stored.clone())? {
            Summary { answers: None, .. } => opened(stored).map(|stored| Summary::of(&stored.session)),
            summary => Ok(summary),
        }
    }

    /// Removes a backup.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn drop_backup(&self, backup: &Backup) -> Result<(), StorageError> {
        self.0.remove(&backup.key())
    }

    /// Puts a session back as it was when the backup was made. What is there now is copied first, or put in quarantine where it can't be
    /// read; the copy is given back, so that this can be undone.
    ///
    /// # Errors
    /// When the backup can't be read, or the storage fails; then what is there now stays.
    pub fn restore(&self, backup: &Backup, when: When) -> Result<Option<Backup>, RestoreError> {
        let Stored { mut session, .. } = self.open_backup(backup).map_err(RestoreError::Open)?;
        let failed = |error| RestoreError::Save(SaveError::Storage(error));
        let mut revision = 0;
        match self.open(&backup.slot) {
            Ok(now) => {
                // Who has the present state open learns that it was seen, and given up.
                session.seen.include_all(&now.session.seen);
                revision = now.revision;
            }
            Err(OpenError::Nothing) => {}
            Err(OpenError::Newer) => return Err(RestoreError::Save(SaveError::Unreadable)),
            Err(OpenError::Storage(error)) => return Err(failed(error)),
            Err(OpenError::Damaged | OpenError::Unreadable(_)) => {
                self.put_in_quarantine(&keys::of_session(&backup.slot)).map_err(failed)?
            }
        }
        let chosen = self.0.get(&backup.key()).map_err(failed)?;
        let copy = self.to_back_up(&backup.slot, Cause::Before, when).map_err(failed)?;
        copy.iter().try_for_each(|(copy, stored)| self.put(&copy.key(), stored)).map_err(failed)?;
        let copy = copy.map(|(copy, _)| copy);
        if let Err(error) = self.save(&backup.slot, &session, revision) {
            // What is there stays, so there is no need for its copy, which may have taken the room of what was chosen.
            let _ = copy.map(|copy| self.drop_backup(&copy));
            let _ = chosen.map(|chosen| self.0.set(&backup.key(), &chosen));
            return Err(RestoreError::Save(error));
        }
        // What is too many goes with the next backup, if it can't go now.
        let _ = self.thin_out(&backup.slot, when);
        Ok(copy)
    }
}

/// Why a backup was not put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RestoreError {
    /// It can't be opened.
    Open(OpenError),
    /// It can't be saved in its place.
    Save(SaveError),
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000;

    fn at(hours: i64) -> Timestamp {
        Timestamp::from_millisecond(1_780_000_000_000 / (24 * HOUR) * 24 * HOUR + hours * HOUR).unwrap_or_default()
    }

    fn when(hours: i64) -> When {
        When { at: at(hours), ahead: 0 }
    }

    #[allow(clippy::unwrap_used, reason = "a fixed id")]
    fn backup(revision: u64, hours: i64, cause: Cause) -> Backup {
        Backup { slot: "s.1".try_into().unwrap(), revision, at: at(hours), cause }
    }

    fn gone(backups: &[Backup], when: When) -> Vec<u64> {
        superfluous(backups, when).into_iter().map(|backup| backup.revision).collect()
    }

    #[test]
    fn a_key_says_what_a_backup_is() {
        for cause in [Cause::Time, Cause::Before] {
            let backup = backup(7, 10, cause);
            assert_eq!(Backup::of_key(&backup.key()), Some(backup));
        }
        for key in ["plumbline.session.s1", "plumbline.backup.s1", "plumbline.backup.s1.1.2.x", "plumbline.backup.1.2.t"] {
            assert_eq!(Backup::of_key(key), None, "{key}");
        }
    }

    #[test]
    fn three_of_today_stay_and_one_of_each_other_day() {
        let hours = [20, 19, 18, 17, -2, -3, -26, -27, -28];
        let backups: Vec<Backup> =
            hours.into_iter().zip((1..10).rev()).map(|(hours, revision)| backup(revision, hours, Cause::Time)).collect();
        assert_eq!(gone(&backups, when(21)), [6, 4, 2, 1]);
    }

    #[test]
    fn ten_stay_in_all() {
        let backups: Vec<Backup> = (0..14).map(|day| backup(20 - day, -24 * day as i64, Cause::Time)).collect();
        assert_eq!(gone(&backups, when(1)), [10, 9, 8, 7]);
        let of_today: Vec<Backup> = (0..14).map(|number| backup(20 - number, 12, Cause::Before)).collect();
        assert_eq!(gone(&of_today, when(13)).len(), 4, "those made before something was destroyed, too");
    }

    #[test]
    fn the_day_is_that_of_the_user() {
        let backups = [backup(3, 5, Cause::Time), backup(2, 1, Cause::Time), backup(1, -1, Cause::Time)];
        assert!(gone(&backups, when(6)).is_empty(), "in London two of today and one of yesterday");
        let at_night = [backup(3, 5, Cause::Time), backup(2, -7, Cause::Time), backup(1, -8, Cause::Time)];
        assert_eq!(gone(&at_night, when(6)), [1], "in London two of yesterday");
        assert!(gone(&at_night, When { ahead: 9 * 60, ..when(6) }).is_empty(), "in Tokyo all of today");
    }
}
