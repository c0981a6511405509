//! What somebody is about to be asked.

use crate::model::PracticeId;
use crate::session::PersonId;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What is going to be asked.
#[derive(Clone, Copy)]
pub struct Draft {
    /// Who should answer.
    pub to: RwSignal<Option<PersonId>>,
    /// Which practices.
    pub practices: RwSignal<BTreeSet<PracticeId>>,
    /// The message.
    pub message: RwSignal<String>,
}
