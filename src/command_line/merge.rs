//! Copies of one assessment brought together.

use super::actor::actor;
use super::condition::Condition;
use super::opening::Desk;
use crate::analysis::Names;
use crate::exchange::{Keep, merge, write_session, write_session_compact};
use crate::session::{ActorId, Authorship, Session};
use crate::ui::text as t;

/// Brings all files together, in their order. What both sides changed is told and kept on both sides, to be talked about; until somebody
/// decides, what stands is the same in whatever order they come.
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
        let actor = actor_of([&together, &theirs.plain], desk)?;
        let authorship = Authorship { by: None, at: desk.asked.made.at, actor };
        // What does not stand is kept, too, until somebody decides.
        let both = vec![Keep::Both; merged.conflicts.len()];
        let decided = if both.is_empty() { Ok(merged.session) } else { merged.decided(&both, &authorship) };
        together = decided.map_err(|error| t::about_file(&theirs.file, &t::merge_error(&error)))?;
    }
    write_session(&together).map(String::into_bytes).map_err(|error| error.to_string())
}

/// Whoever keeps both sides of what two copies say: the same in whichever order they come.
fn actor_of(copies: [&Session; 2], desk: &Desk<'_>) -> Result<ActorId, String> {
    let [one, other] = copies.map(|copy| write_session_compact(copy).map_err(|error| error.to_string()));
    let mut copies = [one?, other?];
    copies.sort_unstable();
    let [first, second] = &copies;
    actor(&[first.as_bytes(), second.as_bytes(), desk.asked.made.at.to_string().as_bytes()])
}
