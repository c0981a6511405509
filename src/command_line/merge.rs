//! Copies of one assessment brought together.

use super::condition::Condition;
use super::opening::Desk;
use crate::analysis::Names;
use crate::exchange::{merge, write_session};
use crate::ui::text as t;

/// Brings all files together, in their order. What both sides changed is told; until somebody decides, what stands is the same in whatever
/// order they come.
pub fn merge_all(desk: &mut Desk<'_>) -> Result<Vec<u8>, String> {
    let files = &desk.asked.files;
    let Some((first, others)) = files.split_first() else { return Ok(Vec::new()) };
    let first = desk.open(first)?;
    let mut together = first.plain;
    for source in others {
        let theirs = desk.open(source)?;
        let merged = merge(&together, &theirs.plain).map_err(|error| t::about_file(&theirs.file, &t::merge_error(&error)))?;
        desk.tell(t::about_file(&theirs.file, &t::came_with(merged.taken.len(), merged.conflicts.len())));
        let names = Names::new(Some(&theirs.asked), &merged.session, t::tag());
        for conflict in &merged.conflicts {
            desk.tell(t::both_changed(&t::subject(&conflict.mine, names)));
        }
        desk.fail_on(Condition::Conflict, merged.conflicts.len(), &theirs.file);
        together = merged.session;
    }
    write_session(&together).map(String::into_bytes).map_err(|error| error.to_string())
}
