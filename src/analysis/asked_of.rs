//! Who is asked what, by what was said about the system: our role decides what is asked at all, the place of a part what is asked of it.

use std::collections::BTreeMap;

use crate::model::{Audience, Context, Indicator, order};
use crate::session::{PartId, Session};

/// What people said of their role and of the places of the parts. A part of which nobody said where it is may be anywhere.
#[must_use]
pub fn audience(session: &Session) -> Audience {
    let places: Option<Vec<Context>> = session.named_parts().map(|(_, part)| part.context).collect();
    Audience { roles: order::set(session.roles_in_system()), contexts: order::set(places.unwrap_or_default()) }
}

/// Where in the system its parts are, as far as somebody said so.
#[derive(Default)]
pub(super) struct PartContexts(BTreeMap<PartId, Context>);

/// What a statement is asked of, where a part is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedOf {
    /// Of what is looked at.
    This,
    /// Of the whole system: it is about the way from one end to the other, which no part has alone.
    Whole,
    /// Of other parts only.
    Others,
}

impl PartContexts {
    pub(super) fn of(session: &Session) -> Self {
        Self(order::map(session.named_parts().filter_map(|(id, part)| Some((id.clone(), part.context?)))))
    }

    /// What a statement is asked of, where a part or the whole system (`None`) is looked at.
    pub(super) fn asked_of(&self, indicator: &Indicator, part: Option<&PartId>) -> AskedOf {
        let meant = &indicator.meant_for.contexts;
        match part.and_then(|part| self.0.get(part)) {
            Some(here) if !meant.is_empty() && !meant.contains(here) => {
                if meant.contains(&Context::EndToEnd) {
                    AskedOf::Whole
                } else {
                    AskedOf::Others
                }
            }
            _ => AskedOf::This,
        }
    }
}
