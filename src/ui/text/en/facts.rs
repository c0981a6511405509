//! What the kinds of facts are called.

use crate::session::List;

/// What an entry of a list is called where it heads what it says.
pub(super) const fn called(list: List) -> &'static str {
    words(list).0
}

/// What a change in a list was about, within a sentence.
pub(super) const fn changed(list: List) -> &'static str {
    words(list).1
}

/// Both, for every list there is.
const fn words(list: List) -> (&'static str, &'static str) {
    match list {
        List::System => ("About the system", "what is said about the system"),
        List::SystemRoles => ("What you are to the system", "what you are to the system"),
        List::People => ("Person", "a person"),
        List::Parts => ("Part", "a part"),
        List::Profiles => ("Profile", "a profile"),
        List::Targets => ("Target", "a target"),
        List::PastTargets => ("Former target", "a former target"),
        List::Minimums => ("Outside minimum", "an outside minimum"),
        List::Places => ("Place", "where the system is sold or run"),
        List::Duties => ("Duty", "whether a duty applies"),
        List::Interview => ("Interview", "an answer of the interview"),
        List::Hints => ("Answer to a hint", "an answer to a hint"),
        List::CharacteristicTargets => ("Target for a characteristic", "a target for a characteristic"),
        List::CharacteristicStates => ("Level for a characteristic", "a level for a characteristic"),
        List::Priority => ("Order of priority", "the order of priority"),
        List::Conflicts => ("Conflict", "a conflict between characteristics"),
        List::ConflictDecisions => ("Decision about a conflict", "what was decided about a conflict"),
        List::Indicators => ("Own statement", "an own statement"),
        List::Rounds => ("Round", "a round"),
        List::RoundEvents => ("What happened to a round", "what happened to a round"),
        List::Quick => ("Quick answer", "a quick answer"),
        List::Scopes => ("How specific it is", "a scope"),
        List::Answers => ("Answer", "an answer"),
        List::PracticeNotes | List::Notes => ("Note", "a note"),
        List::Confidence => ("How sure", "how somebody knows"),
        List::Against => ("What speaks against it", "what speaks against an answer"),
        List::Confirmed => ("Looked at again", "that an answer is still true"),
        List::Shown => ("Whether it is shown", "whether something is shown"),
        List::Dropped | List::DroppedPractices => ("Not taken over", "what is not taken over from an earlier round"),
        List::ConfirmedTargets => ("Target looked at again", "that a target still holds"),
        List::ConfirmedEvidence => ("Evidence looked at again", "that a piece of evidence still holds"),
        List::Evidence => ("Evidence", "a piece of evidence"),
        List::EvidenceUses => ("Evidence given", "what evidence is given for"),
        List::Settlements => ("What counts", "a settled difference"),
        List::Overrides => ("Level set against the rule", "a level set by hand"),
        List::Assignments => ("Who answers", "who answers what"),
        List::AskedOf => ("Asked", "who was asked what"),
        List::Ways => ("Way to go about it", "how you go about it"),
        List::Reports => ("Report", "a report"),
        List::Actions => ("Action", "an action of the plan"),
        List::MinimumNeeds => {
            ("What an outside minimum of your own needs", "which statements an outside minimum of your own needs")
        }
        List::ActionStatements => ("What an action is for", "which statements an action is for"),
        List::ActionNeeds => ("What an action waits for", "what an action waits for"),
        List::Findings => ("Finding", "a finding of a review"),
        List::FindingReplies => ("Reply", "a reply to a finding"),
        List::FindingDecisions => ("What became of a finding", "what became of a finding"),
        List::SignOffs => ("Sign-off", "a sign-off"),
        List::SignOffsTakenBack => ("Sign-off taken back", "that a sign-off was taken back"),
        List::Discussions => ("To talk about", "what is to be talked about"),
    }
}
