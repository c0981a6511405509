//! The files that were chosen on the page of evidence: only where they are and what their hash is. They go with the page.

use leptos::prelude::*;
use web_sys::File;

use crate::session::EvidenceId;

/// A file that was chosen.
#[derive(Clone, PartialEq)]
pub struct ChosenFile {
    /// The piece of evidence that it is.
    pub evidence: EvidenceId,
    /// Where it can be read.
    pub file: File,
    /// What it is called.
    pub name: String,
    /// How many bytes it has.
    pub size: u64,
    /// Its hash.
    pub sha256: String,
}

/// All files that were chosen.
#[derive(Clone, Copy)]
pub struct Chosen(RwSignal<Vec<ChosenFile>, LocalStorage>);

impl Chosen {
    /// None yet.
    pub fn none() -> Self {
        Self(RwSignal::new_local(Vec::new()))
    }

    /// Adds one; the same file for the same piece only once.
    pub fn add(self, file: ChosenFile) {
        self.0.update(|all| {
            all.retain(|it| (&it.evidence, &it.name, &it.sha256) != (&file.evidence, &file.name, &file.sha256));
            all.push(file);
        });
    }

    /// Those of a piece.
    pub fn of(self, evidence: &EvidenceId) -> Vec<ChosenFile> {
        self.0.with(|all| all.iter().filter(|it| it.evidence == *evidence).cloned().collect())
    }

    /// All of them.
    pub fn all(self) -> Vec<ChosenFile> {
        self.0.get_untracked()
    }

    /// How many there are, and how many bytes they have.
    pub fn counted(self) -> (usize, u64) {
        self.0.with(|all| (all.len(), all.iter().map(|it| it.size).sum()))
    }
}
