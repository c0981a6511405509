//! Commands: what becomes of what people do on the screen, as pure functions from that and from what was said so far to the
//! changes that follow. Whoever calls them has the changes made; time, ids and people come in as arguments.
//!
//! A command that gives back nothing has nothing to alter: what it is about was withdrawn in the meantime.

mod answers;
mod characteristics;
mod evidence;
mod plan;
mod review;
mod rounds;
mod set_up;
mod sign_off;
mod targets;

pub use answers::{
    begun_with_answer, compensate, explained, know, not_applicable_quick, open_again, scope, settle, still_true, withdraw_quick,
    write_against, write_note, write_practice_note,
};
pub use characteristics::{
    add_conflict, alter_conflict, decide_conflict, explain_characteristic_target, explain_decision, explain_priority,
    move_characteristic, note_characteristic_state, prioritize, set_characteristic_state, set_characteristic_target,
    take_conflict_out,
};
pub use evidence::{add_evidence, alter_evidence, forget_file, give_evidence, give_new_evidence, note_file, take_evidence_away};
pub use plan::{
    ActionEdit, add_action, alter_action, confirm_met, drop_action, edit_actions, finish, forget_order, keep_what_if,
    move_action, plan_action, serve, set_days, set_state, take_action_out, wait_for, wait_no_longer,
};
pub use review::{
    accept_finding, accepting_changes, answer_finding, change_finding, decline_finding, is_author, reopen_finding,
    reply_to_finding, with_reply, withdraw_finding, write_finding,
};
pub use rounds::{
    NewRound, ask_for_round, close_round, confirm_answer, confirm_evidence, confirm_practice, confirm_target, drop_answer,
    drop_practice, end_evidence, keep_notes, keep_practice_notes, name_round, open_round, plan_round, reopen_round,
};
pub use set_up::{
    add_part, add_part_in, add_person, alter_person, ask, assign, assign_all, be, describe_system, place_part, rename_part,
    say_technology_of_part, toggle_way, use_profile,
};
pub use sign_off::{sign, take_sign_off_back};
pub use targets::{
    add_own_indicator, alter_override, alter_own_indicator, alter_target, answer_hint, minimum_needs, reason_holds, set_level,
    set_minimum, set_unset, settle_quick, source_of_minimum, unset_in,
};

/// Words as they stand in a field: a field that was emptied says nothing any more.
fn typed(words: String) -> Option<String> {
    (!words.is_empty()).then_some(words)
}
