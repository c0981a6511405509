//! Who is asked what, by what was said about the system: our role decides what is asked at all, the place of a part what is asked of it.

use std::collections::BTreeMap;

use crate::model::{Audience, Context, Indicator, LeftOut, Technology, order};
use crate::session::{PartId, Session};

/// What people said of their role, and of places and technologies of the parts. A part of which nobody said where it is may be anywhere.
#[must_use]
pub fn audience(session: &Session) -> Audience {
    let contexts: Option<Vec<Context>> = session.named_parts().map(|(_, part)| part.context).collect();
    let technologies: Option<Vec<Technology>> = session.named_parts().map(|(_, part)| part.technology).collect();
    Audience {
        roles: order::set(session.roles_in_system()),
        contexts: order::set(contexts.unwrap_or_default()),
        technologies: order::set(technologies.unwrap_or_default()),
    }
}

/// Where in the system its parts are, and of which technology, as far as somebody said so.
#[derive(Default)]
pub(super) struct PartPlaces(BTreeMap<PartId, (Option<Context>, Option<Technology>)>);

/// What a statement is asked of, where a part is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedOf {
    /// Of what is looked at.
    This,
    /// Of the whole system: it is about the way from one end to the other, which no part has alone.
    Whole,
    /// Of other parts only, and why.
    Others(LeftOut),
}

impl PartPlaces {
    pub(super) fn of(session: &Session) -> Self {
        let placed = session.named_parts().map(|(id, part)| (id.clone(), (part.context, part.technology)));
        Self(order::map(placed))
    }

    /// What a statement is asked of, where a part or the whole system (`None`) is looked at.
    pub(super) fn asked_of(&self, indicator: &Indicator, part: Option<&PartId>) -> AskedOf {
        let meant = &indicator.meant_for;
        let (context, technology) = part.and_then(|part| self.0.get(part)).copied().unwrap_or_default();
        if meant.technology.zip(technology).is_some_and(|(meant, here)| meant != here) {
            return AskedOf::Others(LeftOut::Technology);
        }
        match context {
            Some(here) if !meant.contexts.is_empty() && !meant.contexts.contains(&here) => {
                if meant.contexts.contains(&Context::EndToEnd) { AskedOf::Whole } else { AskedOf::Others(LeftOut::Context) }
            }
            _ => AskedOf::This,
        }
    }
}
