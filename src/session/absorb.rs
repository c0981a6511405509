//! Bringing the parts of a session together that was read in parts.

use super::Session;

macro_rules! lists {
    ($($list:ident),* $(,)?) => {
        impl Session {
            /// The lists of facts that can be read in parts, by their names in files.
            pub(crate) const LISTS: &[&str] = &[$(stringify!($list)),*];

            /// Takes in the facts of another part of the same file. Says whether none of them was there before.
            pub(crate) fn absorb(&mut self, part: Self) -> bool {
                let mut all_new = true;
                $(for (key, fact) in part.$list {
                    all_new &= self.$list.insert(key, fact).is_none();
                })*
                all_new
            }
        }
    };
}

lists!(
    people,
    parts,
    targets,
    past_targets,
    interview,
    hints,
    indicators,
    quick,
    scopes,
    answers,
    practice_notes,
    notes,
    confidence,
    against,
    confirmed,
    shown,
    evidence,
    evidence_uses,
    settlements,
    overrides,
    assignments,
    reports,
    discussions,
);
