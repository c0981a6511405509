//! What a caller of the core relies on, in one program: linking one is quicker than linking forty. One module per subject;
//! `cargo xtask test native NAME` runs those whose path contains NAME. Those marked `ui` need what is shown;
//! the others compile without it.

// A session file in which everything is said is one literal of JSON.
#![recursion_limit = "256"]

mod agenda;
mod answer_sheet;
mod answer_table;
mod attestation;
mod audience;
#[cfg(feature = "ui")]
mod bad_files;
mod capacity;
mod carried_targets;
mod characteristics;
#[cfg(feature = "ui")]
mod charts;
mod ciso_assistant;
mod cohort;
mod command_line;
mod commands;
mod consistency;
mod copy_for;
#[cfg(feature = "ui")]
mod copy_shown;
mod cost;
#[cfg(feature = "ui")]
mod crossrefs;
#[cfg(feature = "ui")]
mod decisions;
mod discussions;
mod disputes;
mod documents;
mod duties;
#[cfg(feature = "ui")]
mod editions;
mod encrypted;
mod evidence_pack;
mod examples;
mod explain;
mod facts;
mod faults;
mod file_link;
mod fingerprint;
mod first_edition;
mod fleet;
mod former_levels;
mod gap_list;
mod golden_cycle;
mod golden_files;
mod golden_plan;
#[cfg(feature = "ui")]
mod guidance;
#[cfg(feature = "ui")]
mod interview;
mod level_holes;
mod levels;
mod markdown;
mod merge;
mod merge_into;
mod model_files;
#[cfg(feature = "ui")]
mod model_problems;
mod model_rules;
mod naming;
mod next;
mod offered_models;
mod office;
mod open;
mod oscal;
mod own_model;
mod plan;
mod plan_back;
mod plan_calendar;
mod plan_files;
mod plan_resting;
#[cfg(feature = "ui")]
mod plan_shown;
mod plan_tools;
mod profiles;
mod purity;
mod questionnaire;
#[cfg(feature = "ui")]
mod reader;
mod reading_grade;
#[cfg(feature = "ui")]
mod report;
mod request;
#[cfg(feature = "ui")]
mod rests_on;
mod results;
mod review;
mod round_cycle;
mod rounds;
mod schemas;
#[cfg(feature = "ui")]
mod scoring;
#[cfg(feature = "ui")]
mod scoring_exact;
mod screen_words;
mod search;
#[cfg(feature = "ui")]
mod session_files;
mod shipped_duties;
mod shipped_interviews;
mod sign_off;
#[cfg(feature = "ui")]
mod sign_off_holds;
#[cfg(feature = "ui")]
mod slides;
mod stale;
mod statements;
mod store;
#[cfg(feature = "ui")]
mod stories;
mod support;
mod two_rounds;
mod undo;
mod undone_targets;
mod ways_out;
mod wins;
mod words;
#[cfg(feature = "ui")]
mod workspace_reports;
mod workspaces;
