//! What a caller of the core relies on, in one program: linking one is quicker than linking forty. One module per subject;
//! `cargo xtask test native NAME` runs those whose path contains NAME. Those marked `ui` need what is shown;
//! the others compile without it.

mod agenda;
mod bad_files;
mod capacity;
#[cfg(feature = "ui")]
mod charts;
mod crossrefs;
mod decisions;
mod discussions;
mod disputes;
mod documents;
mod editions;
mod envelope;
mod examples;
mod explain;
mod faults;
mod fingerprint;
mod gap_list;
mod golden_files;
mod guard;
mod guidance;
mod interview;
mod levels;
mod merge;
mod model_files;
mod model_problems;
mod next;
mod profiles;
mod purity;
#[cfg(feature = "ui")]
mod report;
mod results;
mod schemas;
mod search;
mod session_files;
mod stale;
mod store;
mod support;
mod ways_out;
mod wins;
mod xray;
