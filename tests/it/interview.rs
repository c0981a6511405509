//! The interview that is shipped: what it proposes, and that worse consequences never propose less.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use crate::support::any::cases;
use crate::support::interviews::{Answers, fewest, worse};
use crate::support::talk::Talk;
use crate::support::{
    answers, id, json as file, marks, remove, set, smm, smm_coherence, smm_guided, smm_interview, smm_profiles, tiny,
};
use plumbline::analysis::{
    Assessment, CombinedProposal, Proposals, Proposed, Stands, Voice, differences, interview_differs, interview_proposal,
    proposal, use_interview,
};
use plumbline::model::{
    Asks, Coherence, Interview, Level, OptionId, PracticeId, Problems, Profile, Proposal, QuestionId, Questionnaire, Scope, Text,
    read_coherence, read_interview,
};
use plumbline::session::{Change, Origin};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

// In all tables below, the 18 marks are levels with the first letter of their scope, in the model's order:
// program, compliance, threat modeling, risk attitude, product supply chain, services,
// identities, access control, change, physical, data policy, data practices,
// vulnerability assessment, patching, monitoring, sharing, detection, recovery.

/// Systems as somebody would describe them, and what comes out for them.
const CASES: &[(&str, &str, &str)] = &[
    (
        "a garden's soil moisture sensors",
        "harm=none safety=independent loss=trivial data=plain fleet=large life=short touch=staff \
         radio=none updates=auto connection=isolated duties=none attackers=chance services=own people=handful",
        "2g 0g 0g 0g 2g 0g 2g 0g 2g 0g 0g 0g 2g 2g 0g 0g 0g 0g",
    ),
    (
        "an infusion pump",
        "harm=deadly safety=same loss=costly data=critical fleet=large life=long touch=visitors \
         radio=near updates=visit connection=local duties=supervised attackers=criminals services=dependent people=many",
        "3i 4i 4i 3s 3i 3i 3s 3s 3s 3i 3i 4s 3i 4i 3i 2i 3s 3s",
    ),
    (
        "a small bottling line",
        "harm=minor safety=separate loss=costly data=plain fleet=few life=decades touch=visitors \
         radio=none updates=visit connection=remote duties=none attackers=chance services=helped people=few",
        "2g 0g 2g 2g 2g 2g 2g 3g 3s 2g 0g 1g 2g 2g 3g 1g 3g 3s",
    ),
    (
        "a home camera",
        "harm=none safety=independent loss=annoying data=private fleet=mass life=medium touch=customers \
         radio=near updates=auto connection=internet duties=general attackers=criminals services=dependent people=few",
        "2g 3i 2g 1g 2g 3i 3g 3i 2g 2g 3g 3g 3g 3g 2g 2g 2g 2g",
    ),
    (
        "the least demanding answers",
        "harm=none safety=independent loss=trivial data=plain fleet=few life=short touch=staff \
         radio=none updates=auto connection=isolated duties=none attackers=chance services=own people=many",
        "0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g",
    ),
    (
        "the most demanding answers",
        "harm=deadly safety=same loss=existential data=critical fleet=mass life=decades touch=public \
         radio=trusted updates=hardly connection=internet duties=supervised attackers=states services=outsourced people=handful",
        "2i 4i 3s 2s 4i 4s 4s 4s 4s 4s 4i 4s 4s 2i 2s 2i 3s 4s",
    ),
];

/// Every rule: the fewest answers with which it fires, what it asks for, and what is proposed with just these answers.
#[rustfmt::skip]
const RULES: &[(&str, &str, &str, &str)] = &[
    ("harm-minor-basics", "harm=minor", "1g", "1g 0g 2g 1g 1g 0g 1g 2g 1g 1g 0g 0g 1g 1g 1g 0g 2g 2g"),
    ("harm-minor-safety", "harm=minor", "2g", "1g 0g 2g 1g 1g 0g 1g 2g 1g 1g 0g 0g 1g 1g 1g 0g 2g 2g"),
    ("harm-serious-response", "harm=serious", "3i", "2i 0g 3s 3s 2i 0g 3i 3i 3i 1g 0g 0g 1g 1g 2g 0g 3i 3i"),
    ("harm-serious-commands", "harm=serious", "3i", "2i 0g 3s 3s 2i 0g 3i 3i 3i 1g 0g 0g 1g 1g 2g 0g 3i 3i"),
    ("harm-serious-analysis", "harm=serious", "3s", "2i 0g 3s 3s 2i 0g 3i 3i 3i 1g 0g 0g 1g 1g 2g 0g 3i 3i"),
    ("harm-serious-foundation", "harm=serious", "2i", "2i 0g 3s 3s 2i 0g 3i 3i 3i 1g 0g 0g 1g 1g 2g 0g 3i 3i"),
    ("safety-separate", "harm=serious safety=separate", "2i", "2i 0g 3s 3s 2i 0g 3i 3i 3i 2i 0g 0g 2i 1g 2g 0g 3i 3i"),
    ("safety-person", "harm=serious safety=person", "2i", "2i 0g 3s 3s 2i 0g 3i 3i 3i 2i 0g 0g 2i 2i 2i 0g 3i 3i"),
    ("safety-none", "harm=serious safety=same", "3i", "2i 0g 3s 3s 2i 0g 3i 3i 3i 2i 2g 3i 3i 2i 3i 0g 3i 3i"),
    ("serious-networked-basics", "harm=serious connection=local", "2i", "2i 0g 3s 3s 2i 0g 3i 3i 3i 1g 2i 2i 2i 2i 2i 1g 3i 3i"),
    ("serious-online-flaws", "harm=serious connection=internet", "3i", "2i 0g 3s 3s 2i 2g 3i 3i 3i 1g 2i 2i 3i 3i 3i 1g 3i 3i"),
    ("deadly-networked-response", "harm=deadly safety=person connection=local", "4s", "2i 0g 3s 3s 2i 0g 3s 3s 3i 2i 2i 3i 2i 2i 3i 1g 3s 3s"),
    ("deadly-networked-messages", "harm=deadly connection=local", "3i", "2i 0g 3s 3s 2i 0g 3i 3i 3i 1g 2i 3i 2i 2i 3i 1g 3i 3i"),
    ("deadly-unguarded-values", "harm=deadly safety=same connection=local", "4s", "2i 0g 3s 3s 2i 0g 3s 3s 3i 2i 2i 3s 3i 2i 3i 1g 3s 3s"),
    ("deadly-online-entry", "harm=deadly safety=person connection=remote", "4s", "2i 0g 3s 3s 2i 2g 3s 3s 3i 2i 2i 3i 3s 2i 3i 1g 3s 3s"),
    ("deadly-unguarded-entry", "harm=deadly safety=person", "4s", "2i 0g 3s 3s 2i 0g 3s 3s 3i 2i 0g 0g 2i 2i 2i 0g 3i 3i"),
    ("deadly-supervised-proof", "harm=deadly duties=supervised", "4i", "3i 3i 3s 3s 3i 2i 3i 3i 3i 1g 0g 0g 3i 3i 2g 2i 3i 3i"),
    ("deadly-fleet-fixes", "harm=deadly fleet=large connection=local", "4i", "2i 0g 3s 3s 2i 0g 3i 3i 3i 1g 2i 3i 2i 3i 3i 1g 3i 3i"),
    ("deadly-mass", "harm=deadly fleet=mass", "4i", "3i 0g 3s 3s 3i 0g 3i 3i 3i 1g 0g 0g 2g 2g 2g 0g 3i 3i"),
    ("deadly-handled", "harm=deadly touch=visitors", "3i", "2i 0g 3s 3s 2i 0g 3i 3i 3i 3i 0g 0g 1g 1g 2g 0g 3i 3i"),
    ("deadly-public", "harm=deadly touch=public", "4s", "2i 0g 3s 3s 2i 0g 3i 3i 3i 3s 0g 2g 1g 1g 2g 0g 3i 3i"),
    ("loss-annoying-restore", "loss=annoying", "2g", "1g 0g 1g 1g 1g 0g 1g 1g 2g 1g 0g 0g 1g 1g 1g 0g 1g 2g"),
    ("loss-annoying-basics", "loss=annoying", "1g", "1g 0g 1g 1g 1g 0g 1g 1g 2g 1g 0g 0g 1g 1g 1g 0g 1g 2g"),
    ("loss-costly-recovery", "loss=costly", "3s", "2g 0g 2g 2g 1g 0g 1g 2g 3s 1g 0g 0g 1g 1g 1g 0g 1g 3s"),
    ("loss-costly-leadership", "loss=costly", "2g", "2g 0g 2g 2g 1g 0g 1g 2g 3s 1g 0g 0g 1g 1g 1g 0g 1g 3s"),
    ("costly-networked-attack", "loss=costly connection=local", "3g", "2g 0g 2g 2g 1g 0g 2g 3g 3s 1g 0g 1g 2g 2g 2g 1g 3g 3s"),
    ("costly-networked-basics", "loss=costly connection=local", "2g", "2g 0g 2g 2g 1g 0g 2g 3g 3s 1g 0g 1g 2g 2g 2g 1g 3g 3s"),
    ("costly-remote-watch", "loss=costly connection=remote", "3g", "2g 0g 2g 2g 1g 2g 2g 3g 3s 1g 0g 1g 2g 2g 3g 1g 3g 3s"),
    ("costly-online-flaws", "loss=costly connection=internet", "3g", "2g 0g 2g 2g 1g 2g 2g 3g 3s 1g 0g 2g 3g 3g 3g 1g 3g 3s"),
    ("costly-services", "loss=costly services=dependent", "3g", "2g 0g 2g 2g 1g 3g 1g 2g 3s 1g 0g 0g 1g 1g 1g 0g 1g 3s"),
    ("existential-leadership", "loss=existential", "3i", "3i 0g 2g 3i 1g 0g 1g 2g 3s 1g 0g 0g 1g 1g 1g 0g 1g 3s"),
    ("existential-criminals", "loss=existential attackers=criminals", "4s", "3i 0g 2g 3i 1g 0g 1g 2g 3s 2g 0g 0g 2g 1g 3s 2g 3s 3s"),
    ("existential-online-attack", "loss=existential connection=remote attackers=criminals", "4i", "3i 0g 2g 3i 1g 2g 2g 3i 3s 2g 0g 1g 2g 2g 3s 2g 3s 3s"),
    ("existential-services", "loss=existential services=dependent", "4s", "3i 0g 2g 3i 1g 3s 1g 2g 3s 1g 0g 0g 1g 1g 1g 0g 1g 3s"),
    ("existential-sites", "loss=existential fleet=large connection=local", "4g", "3i 0g 2g 3i 2g 0g 2g 3g 3s 1g 0g 1g 2g 2g 2g 1g 3g 3s"),
    ("existential-mass-keys", "loss=existential fleet=mass attackers=criminals", "4i", "3i 0g 2g 3i 2g 0g 3i 2g 3s 2g 0g 0g 2g 2g 3s 2g 3s 3s"),
    ("existential-supervised", "loss=existential duties=supervised", "4i", "3i 3i 3i 3i 3i 2i 1g 2g 3s 1g 0g 0g 1g 1g 1g 2i 2i 3s"),
    ("data-ordinary", "data=ordinary", "2g", "1g 1g 1g 1g 1g 0g 2g 2g 0g 0g 2g 2g 1g 1g 0g 0g 1g 0g"),
    ("data-ordinary-basics", "data=ordinary", "1g", "1g 1g 1g 1g 1g 0g 2g 2g 0g 0g 2g 2g 1g 1g 0g 0g 1g 0g"),
    ("data-private", "data=private", "3g", "1g 1g 1g 1g 1g 0g 2g 2g 0g 0g 3g 3g 1g 1g 0g 0g 1g 0g"),
    ("private-online-logins", "data=private connection=internet", "3g", "1g 1g 1g 1g 1g 2g 3g 3g 2g 0g 3g 3g 2g 2g 2g 1g 2g 1g"),
    ("private-proof", "data=private duties=general fleet=some", "3i", "2g 3i 1g 1g 1g 0g 2g 2g 2g 0g 3g 3g 1g 1g 0g 0g 1g 0g"),
    ("data-critical-rules", "data=critical", "3i", "2i 3i 1g 1g 1g 0g 2g 2g 0g 0g 3i 3i 1g 1g 2i 0g 3i 0g"),
    ("data-critical-people", "data=critical", "2i", "2i 3i 1g 1g 1g 0g 2g 2g 0g 0g 3i 3i 1g 1g 2i 0g 3i 0g"),
    ("critical-coveted", "data=critical fleet=large attackers=criminals", "4i", "2i 3i 3i 1g 2g 0g 2g 2g 2g 2g 3i 3i 2g 2g 2i 2g 3i 0g"),
    ("critical-public", "data=critical touch=public", "4i", "2i 3i 1g 1g 1g 0g 2g 2g 2g 3i 3i 3i 1g 1g 2i 0g 3i 0g"),
    ("supervised-outsourced", "duties=supervised services=outsourced", "4i", "3i 3i 3i 3i 3i 3i 0g 2g 2i 0g 3i 0g 1g 0g 0g 2i 2i 0g"),
    ("fleet-some-overview", "fleet=some", "2g", "2g 0g 0g 0g 1g 0g 0g 0g 2g 0g 0g 0g 0g 0g 0g 0g 0g 0g"),
    ("fleet-some-parts", "fleet=some", "1g", "2g 0g 0g 0g 1g 0g 0g 0g 2g 0g 0g 0g 0g 0g 0g 0g 0g 0g"),
    ("fleet-large-copies", "fleet=large", "2g", "2g 0g 0g 0g 2g 0g 2g 0g 2g 0g 0g 0g 2g 2g 0g 0g 0g 0g"),
    ("fleet-large-online", "fleet=large connection=internet", "3g", "2g 0g 1g 0g 2g 2g 3g 2g 2g 0g 0g 2g 3g 3g 2g 1g 2g 1g"),
    ("fleet-mass-online", "fleet=mass connection=internet", "4g", "2g 0g 1g 0g 2g 2g 3g 2g 2g 0g 0g 2g 3g 3g 2g 1g 2g 1g"),
    ("mass-private", "data=private fleet=mass", "4i", "2g 1g 1g 1g 2g 0g 2g 3i 2g 0g 3g 3g 2g 2g 0g 0g 1g 0g"),
    ("mass-private-online", "data=private fleet=mass connection=remote", "4i", "2g 1g 1g 1g 2g 3i 2g 3i 2g 0g 3g 3g 2g 2g 1g 1g 1g 1g"),
    ("states-mass-parts", "attackers=states fleet=mass", "4i", "2g 0g 3i 0g 3i 0g 2g 2g 2g 2g 0g 0g 3i 2g 2g 0g 2g 0g"),
    ("life-medium-fixes", "life=medium", "2g", "0g 0g 0g 0g 1g 0g 0g 0g 0g 0g 0g 0g 0g 2g 0g 0g 0g 0g"),
    ("life-medium-parts", "life=medium", "1g", "0g 0g 0g 0g 1g 0g 0g 0g 0g 0g 0g 0g 0g 2g 0g 0g 0g 0g"),
    ("life-long-aging", "life=long", "2g", "0g 0g 0g 0g 2g 0g 0g 0g 2g 0g 0g 0g 2g 2g 0g 0g 0g 0g"),
    ("long-online-care", "life=long connection=internet loss=annoying", "3g", "1g 0g 1g 1g 2g 2g 3g 2g 2g 1g 0g 2g 2g 3g 2g 1g 2g 2g"),
    ("decades-contract-parts", "life=decades duties=contract", "3i", "2i 3i 0g 1g 3i 0g 0g 0g 2i 0g 0g 0g 2g 2g 0g 0g 2i 0g"),
    ("touch-visitors", "touch=visitors", "2g", "0g 0g 0g 0g 0g 0g 0g 0g 0g 2g 0g 0g 0g 0g 0g 0g 0g 0g"),
    ("touch-fenced", "touch=fenced", "1g", "0g 0g 0g 0g 0g 0g 0g 0g 1g 2g 0g 0g 0g 0g 1g 0g 0g 0g"),
    ("fenced-criminals", "touch=fenced attackers=criminals loss=costly", "3i", "2g 0g 2g 2g 1g 0g 1g 2g 3s 3i 0g 0g 2g 1g 2g 2g 2g 3s"),
    ("touch-customers", "touch=customers", "2g", "0g 0g 0g 0g 0g 0g 2g 0g 2g 2g 0g 2g 0g 0g 1g 0g 0g 0g"),
    ("public-vandals", "touch=public attackers=curious loss=annoying", "3i", "1g 0g 1g 1g 1g 0g 2g 2g 2g 3i 0g 2g 1g 1g 1g 0g 1g 2g"),
    ("public-network", "touch=public connection=local attackers=curious", "3g", "1g 0g 1g 0g 0g 0g 2g 3g 2g 2g 0g 2g 1g 1g 1g 1g 1g 1g"),
    ("radio-near", "radio=near", "2g", "0g 0g 0g 0g 0g 0g 2g 0g 0g 0g 0g 2g 0g 0g 0g 0g 0g 0g"),
    ("radio-strangers", "radio=strangers", "2g", "0g 0g 2g 0g 0g 0g 2g 2g 0g 0g 0g 2g 2g 0g 0g 0g 0g 0g"),
    ("radio-trusted", "radio=trusted", "3i", "0g 0g 2g 0g 0g 0g 2g 2g 2g 0g 2g 3i 3i 0g 0g 0g 0g 0g"),
    ("updates-started", "updates=started", "2g", "0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 2g 0g 0g 0g 0g"),
    ("updates-visit", "updates=visit", "2g", "0g 0g 0g 0g 0g 0g 0g 0g 2g 0g 0g 0g 2g 2g 0g 0g 0g 0g"),
    ("updates-hardly", "updates=hardly", "2g", "0g 0g 0g 0g 0g 0g 0g 0g 2g 2g 0g 0g 2g 2g 0g 0g 0g 2g"),
    ("hardly-little-to-patch", "updates=hardly", "≤2", "0g 0g 0g 0g 0g 0g 0g 0g 2g 2g 0g 0g 2g 2g 0g 0g 0g 2g"),
    ("hardly-costly", "updates=hardly connection=local loss=costly", "3g", "2g 0g 2g 2g 1g 0g 2g 3g 3s 2g 0g 1g 2g 2g 3g 1g 3g 3s"),
    ("hardly-harm", "updates=hardly connection=local harm=minor", "3g", "1g 0g 2g 1g 1g 0g 2g 3g 2g 2g 0g 1g 2g 2g 1g 1g 2g 2g"),
    ("hardly-serious", "updates=hardly harm=serious connection=local", "3g", "2i 0g 3s 3s 2i 0g 3i 3i 3i 2g 2i 2i 2i 2i 3g 1g 3i 3i"),
    ("hardly-public-data", "updates=hardly data=private connection=local", "3g", "1g 1g 1g 1g 1g 0g 2g 3g 2g 2g 3g 3g 2g 2g 3g 1g 1g 2g"),
    ("hardly-deadly", "updates=hardly harm=deadly connection=local", "4s", "2i 0g 3s 3s 2i 0g 3i 3i 3s 2g 2i 3i 2i 2i 3s 1g 3i 3i"),
    ("hardly-deadly-record", "updates=hardly harm=deadly", "4s", "2i 0g 3s 3s 2i 0g 3i 3i 3s 2g 0g 0g 2g 2g 2g 0g 3i 3i"),
    ("connection-local", "connection=local", "2g", "1g 0g 1g 0g 0g 0g 1g 2g 1g 0g 0g 1g 1g 1g 1g 1g 1g 1g"),
    ("connection-local-news", "connection=local", "1g", "1g 0g 1g 0g 0g 0g 1g 2g 1g 0g 0g 1g 1g 1g 1g 1g 1g 1g"),
    ("connection-local-basics", "connection=local", "1g", "1g 0g 1g 0g 0g 0g 1g 2g 1g 0g 0g 1g 1g 1g 1g 1g 1g 1g"),
    ("connection-remote", "connection=remote", "2g", "1g 0g 1g 0g 0g 2g 2g 2g 1g 0g 0g 1g 1g 1g 1g 1g 1g 1g"),
    ("connection-internet", "connection=internet", "2g", "1g 0g 1g 0g 0g 2g 2g 2g 1g 0g 0g 2g 2g 2g 2g 1g 2g 1g"),
    ("duties-general", "duties=general", "2g", "1g 2g 0g 1g 0g 0g 0g 0g 0g 0g 0g 0g 1g 0g 0g 0g 1g 0g"),
    ("duties-general-basics", "duties=general", "1g", "1g 2g 0g 1g 0g 0g 0g 0g 0g 0g 0g 0g 1g 0g 0g 0g 1g 0g"),
    ("duties-contract", "duties=contract", "3i", "2i 3i 0g 1g 2i 0g 0g 0g 2i 0g 0g 0g 1g 0g 0g 0g 2i 0g"),
    ("duties-contract-questions", "duties=contract", "2i", "2i 3i 0g 1g 2i 0g 0g 0g 2i 0g 0g 0g 1g 0g 0g 0g 2i 0g"),
    ("duties-supervised", "duties=supervised", "3i", "3i 3i 3i 3i 3i 2i 0g 0g 2i 0g 0g 0g 1g 0g 0g 2i 2i 0g"),
    ("supervised-serious-fixes", "duties=supervised harm=serious", "3i", "3i 3i 3s 3s 3i 2i 3i 3i 3i 1g 0g 0g 3i 3i 2g 2i 3i 3i"),
    ("duties-supervised-outside", "duties=supervised", "2i", "3i 3i 3i 3i 3i 2i 0g 0g 2i 0g 0g 0g 1g 0g 0g 2i 2i 0g"),
    ("supervised-deadly-online", "duties=supervised harm=deadly connection=internet", "4i", "3i 3i 3s 3s 3i 2i 3i 3i 3i 1g 2i 3i 3i 3i 3i 3i 3i 3i"),
    ("supervised-hunted", "duties=supervised attackers=criminals", "4i", "3i 3i 3i 3i 3i 2i 1g 2g 2i 2g 0g 0g 2g 3i 2g 2i 2i 0g"),
    ("attackers-curious", "attackers=curious", "2g", "0g 0g 1g 0g 0g 0g 1g 2g 0g 2g 0g 0g 0g 0g 0g 0g 1g 0g"),
    ("attackers-curious-basics", "attackers=curious", "1g", "0g 0g 1g 0g 0g 0g 1g 2g 0g 2g 0g 0g 0g 0g 0g 0g 1g 0g"),
    ("attackers-criminals", "attackers=criminals", "2g", "0g 0g 2g 0g 0g 0g 1g 2g 2g 2g 0g 0g 2g 0g 2g 0g 2g 0g"),
    ("criminals-harm", "attackers=criminals harm=minor", "2g", "1g 0g 2g 1g 1g 0g 1g 2g 2g 2g 0g 0g 2g 1g 2g 2g 2g 2g"),
    ("criminals-loss", "attackers=criminals loss=costly", "2g", "2g 0g 2g 2g 1g 0g 1g 2g 3s 2g 0g 0g 2g 1g 2g 2g 2g 3s"),
    ("criminals-data", "attackers=criminals data=ordinary", "2g", "1g 1g 2g 1g 1g 0g 2g 2g 2g 2g 2g 2g 2g 1g 2g 2g 2g 0g"),
    ("criminals-duties", "attackers=criminals duties=general", "2g", "1g 2g 2g 1g 0g 0g 1g 2g 2g 2g 0g 0g 2g 0g 2g 2g 2g 0g"),
    ("attackers-states", "attackers=states", "3i", "0g 0g 3i 0g 3i 0g 1g 2g 2g 2g 0g 0g 3i 0g 2g 0g 2g 0g"),
    ("states-harm", "attackers=states harm=minor", "3i", "1g 0g 3i 1g 3i 0g 1g 2g 2g 2g 0g 0g 3i 1g 2g 3i 2g 2g"),
    ("states-loss", "attackers=states loss=costly", "3i", "2g 0g 3i 2g 3i 0g 1g 2g 3s 2g 0g 0g 3i 1g 2g 3i 2g 3s"),
    ("states-data", "attackers=states data=ordinary", "3i", "1g 1g 3i 1g 3i 0g 2g 2g 2g 2g 2g 2g 3i 1g 2g 3i 2g 0g"),
    ("states-duties", "attackers=states duties=general", "3i", "1g 2g 3i 1g 3i 0g 1g 2g 2g 2g 0g 0g 3i 0g 2g 3i 2g 0g"),
    ("states-existential", "attackers=states loss=existential", "4i", "3i 0g 3i 3i 3i 0g 1g 2g 3s 3i 0g 0g 3i 1g 3s 3i 3s 3s"),
    ("services-helped", "services=helped", "1g", "0g 0g 0g 0g 0g 1g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g"),
    ("services-rare", "services=rare", "2g", "0g 0g 0g 0g 0g 2g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g"),
    ("services-dependent", "services=dependent", "2g", "0g 0g 0g 0g 0g 2g 0g 2g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g"),
    ("dependent-private", "services=dependent data=private", "3i", "1g 1g 1g 1g 1g 3i 2g 2g 0g 0g 3g 3g 1g 1g 0g 0g 1g 0g"),
    ("outsourced-control", "services=outsourced loss=annoying", "3g", "1g 0g 1g 1g 1g 3g 1g 2g 2g 1g 0g 0g 1g 1g 1g 0g 1g 2g"),
    ("people-few", "people=few", "≤3", "0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g"),
    ("people-handful", "people=handful", "≤2", "0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g 0g"),
];

fn practices() -> Vec<PracticeId> {
    smm().practices().into_iter().map(|practice| practice.id.clone()).collect()
}

/// What the interview proposes with these answers, in the model's order; nothing when it proposes nothing.
fn proposed(interview: &Interview, answers: &Answers) -> Vec<(Level, Scope)> {
    with(interview, answers, |all| {
        let one = |practice: &PracticeId| all.of_interview(practice).map(|it| (it.level, it.scope));
        practices().iter().filter_map(one).collect()
    })
}

/// Looks at what follows from these answers with an interview and no profile.
fn with<T>(interview: &Interview, answers: &Answers, look: impl FnOnce(&Proposals<'_>) -> T) -> T {
    look(&Proposals::of(&asked_by(Arc::new(interview.clone())), answers))
}

/// The shipped model with an interview and no profile.
fn asked_by(interview: Arc<Interview>) -> Questionnaire {
    static DEPENDENCIES: LazyLock<Arc<Coherence>> = LazyLock::new(smm_coherence);
    Questionnaire::new(smm(), Vec::new()).with_guidance(Some(interview), Some(DEPENDENCIES.clone()))
}

/// What the shipped interview proposes for a practice.
fn of_shipped(answers: &Answers, practice: &PracticeId, look: impl FnOnce(&Proposed<'_>)) {
    with(&smm_interview(), answers, |all| match all.of_interview(practice) {
        Some(proposed) => look(proposed),
        None => panic!("{practice}"),
    });
}

/// Whether each of `more` is at least as high as its counterpart and, at the same level, at least as specific.
fn none_fell(less: &[(Level, Scope)], more: &[(Level, Scope)]) -> bool {
    less.len() == more.len() && less.iter().zip(more).all(|(less, more)| less <= more)
}

/// The interview without its rules that hold back.
fn without_at_most(interview: &Interview) -> Interview {
    let mut without = Interview::clone(interview);
    without.rules.retain(|rule| matches!(rule.asks, Asks::AtLeast(..)));
    without
}

#[test]
fn every_system_gets_what_its_consequences_support() {
    let interview = smm_interview();
    for (system, given, expected) in CASES {
        assert_eq!(answers(given).len(), interview.questions.len(), "{system}: every question is answered");
        assert_eq!(marks(proposed(&interview, &answers(given))), *expected, "{system}");
    }
}

#[test]
fn a_garden_sensor_comes_out_low_and_an_infusion_pump_high() {
    let levels = |case: usize| {
        let given = CASES.get(case).map(|(_, given, _)| answers(given)).unwrap_or_default();
        proposed(&smm_interview(), &given).iter().map(|(level, _)| level.number()).collect::<Vec<_>>()
    };
    let (garden, pump) = (levels(0), levels(1));
    assert!(garden.iter().all(|level| *level <= 2), "{garden:?}");
    assert!(garden.iter().filter(|level| **level <= 1).count() >= 12, "{garden:?}");
    assert!(pump.iter().all(|level| *level >= 2), "{pump:?}");
    assert!(pump.iter().filter(|level| **level >= 3).count() >= 14 && pump.contains(&4), "{pump:?}");
}

#[test]
fn each_rule_asks_for_what_it_is_known_to_ask_for() {
    let interview = smm_interview();
    let ids: Vec<&str> = interview.rules.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(ids, RULES.iter().map(|(rule, ..)| *rule).collect::<Vec<_>>());
    for (rule, (_, when, asks, expected)) in interview.rules.iter().zip(RULES) {
        assert_eq!(fewest(rule), answers(when), "{}", rule.id);
        let asked = match rule.asks {
            Asks::AtLeast(level, scope) => marks([(level, scope)]),
            Asks::AtMost(level) => format!("≤{level}"),
        };
        assert_eq!(asked, *asks, "{}", rule.id);
        assert_eq!(marks(proposed(&interview, &fewest(rule))), *expected, "{}", rule.id);
    }
}

/// With its fewest answers alone, or with those of one or two other rules of the same practice: a level that needs two drivers, or that
/// is held back, has to be asked for.
#[test]
fn every_rule_matters_for_each_of_its_practices() {
    let interview = smm_interview();
    let with_all = asked_by(interview.clone());
    for (at, rule) in interview.rules.iter().enumerate() {
        let mut without = Interview::clone(&interview);
        without.rules.remove(at);
        let without = asked_by(Arc::new(without));
        for practice in &rule.practices {
            let matters = |given: &Answers| {
                let of = |asked| Proposals::of(asked, given).of_interview(practice).map(|it| (it.level, it.scope));
                of(&with_all) != of(&without)
            };
            let others: Vec<Answers> =
                interview.rules_for(practice).map(|other| worse(&interview, &fewest(rule), &fewest(other))).collect();
            let pairs = || others.iter().flat_map(|one| others.iter().map(|other| worse(&interview, one, other)));
            assert!(others.iter().any(&matters) || pairs().any(|given| matters(&given)), "{} for {practice}", rule.id);
        }
    }
}

#[test]
fn every_answer_but_the_least_demanding_can_matter() {
    let interview = smm_interview();
    for question in &interview.questions {
        let used = |option: &OptionId| {
            let mut conditions = interview.rules.iter().flat_map(|rule| &rule.when);
            conditions.any(|it| it.question == question.id && it.at_least == *option)
        };
        let unused: Vec<_> = question.options.iter().skip(1).filter(|option| !used(&option.id)).collect();
        assert!(unused.is_empty(), "{}: {unused:?}", question.id);
        let least = question.options.first().map(|option| used(&option.id));
        assert_eq!(least, Some(false), "{}: the least demanding answer asks for nothing", question.id);
    }
}

#[test]
fn without_any_answer_nothing_is_proposed() {
    let interview = smm_interview();
    assert_eq!(proposed(&interview, &Answers::new()), []);
    assert_eq!(proposed(&interview, &answers("harm=no-such-option no-such-question=none")), []);
    assert_eq!(proposed(&interview, &answers("harm=none")), vec![(Level::NONE, Scope::General); 18], "and nothing is asked for");
}

#[test]
fn a_question_without_an_answer_fires_nothing() {
    let interview = smm_interview();
    for rule in &interview.rules {
        for left_out in &rule.when {
            let others = rule.when.iter().filter(|it| it.question != left_out.question);
            let given: Answers = others.map(|it| (it.question.clone(), it.at_least.clone())).collect();
            assert!(!interview.fires(rule, &given), "{} without {}", rule.id, left_out.question);
        }
    }
}

#[test]
fn a_worse_answer_lowers_no_proposal_in_any_of_the_cases_but_where_a_rule_holds_back() {
    let interview = smm_interview();
    let only_at_least = without_at_most(&interview);
    for (system, given, _) in CASES {
        for question in &interview.questions {
            let mut given = answers(given);
            given.remove(&question.id);
            let mut before = proposed(&only_at_least, &given);
            for option in &question.options {
                given.insert(question.id.clone(), option.id.clone());
                let after = proposed(&only_at_least, &given);
                assert!(none_fell(&before, &after), "{system}: {} {}", question.id, option.id);
                before = after;
            }
        }
    }
}

#[test]
fn each_proposal_has_its_reasons_each_of_them_once_and_none_that_asks_for_less() {
    let interview = smm_interview();
    let given = CASES.iter().map(|(_, given, _)| answers(given)).chain(RULES.iter().map(|(_, when, ..)| answers(when)));
    for given in given {
        for practice in practices() {
            of_shipped(&given, &practice, |proposed| {
                assert!(!proposed.reasons.is_empty(), "{practice} {given:?}");
                let words: Vec<&str> = proposed.reasons.iter().chain(&proposed.held).map(|reason| reason.get("en")).collect();
                for rule in interview.rules_for(&practice).filter(|rule| words.contains(&rule.reason.get("en"))) {
                    let decides = match rule.asks {
                        Asks::AtLeast(level, _) => level >= proposed.level,
                        Asks::AtMost(level) => level >= proposed.level && !proposed.held.is_empty(),
                    };
                    assert!(decides && interview.fires(rule, &given), "{} for {practice}", rule.id);
                }
                let said_twice = words.iter().enumerate().find(|(at, word)| words.iter().take(*at).any(|other| other == *word));
                assert_eq!(said_twice, None, "{practice} {given:?}");
            });
        }
    }
}

/// The rules whose reasons stand with a proposal, and those that keep it from being more.
fn rules_of(given: &Answers, practice: &str) -> (Vec<String>, Vec<String>) {
    let interview = smm_interview();
    let named = |texts: &[&Text]| -> Vec<String> {
        let of = |text: &&Text| interview.rules.iter().find(|rule| rule.reason == **text).map(|rule| rule.id.to_string());
        texts.iter().filter_map(of).collect()
    };
    let mut found = (Vec::new(), Vec::new());
    of_shipped(given, &id(practice), |proposed| found = (named(&proposed.reasons), named(&proposed.held)));
    found
}

#[test]
fn reasons_are_those_of_the_rules_that_win_the_level() {
    let pump = CASES.get(1).map(|(_, given, _)| answers(given)).unwrap_or_default();
    let (patching, _) = rules_of(&pump, "hardening.vulnerability.patching");
    assert_eq!(patching, ["deadly-fleet-fixes", "supervised-hunted"], "not those of level 3, which are as specific");
}

#[test]
fn a_four_needs_two_rules_that_share_no_question() {
    let (detection, top) = ("hardening.response.detection", Level::new(4));
    let level = |given: &str| {
        let mut found = None;
        of_shipped(&answers(given), &id(detection), |it| {
            found = Some((it.level, it.held.iter().map(|it| it.get("en").to_owned()).collect::<Vec<_>>()))
        });
        found.unwrap_or((Level::NONE, Vec::new()))
    };
    let missing = smm_interview().two_drivers.as_ref().map(|it| it.reason.get("en").to_owned());
    let (deadly, coveted) = ("harm=deadly safety=person connection=local", "loss=existential attackers=criminals");
    for alone in [deadly, coveted] {
        assert_eq!(level(alone), (top.below(), missing.iter().cloned().collect()), "{alone}");
    }
    assert_eq!(level(&format!("{deadly} {coveted}")), (top, Vec::new()));
    // Two rules ask for the highest level of physical protection, but strangers at the device would carry both.
    let physical = |given: &str| {
        let mut found = Level::NONE;
        of_shipped(&answers(given), &id("enablement.assets.physical"), |it| found = it.level);
        found
    };
    assert_eq!(physical("harm=deadly data=critical touch=public"), top.below());
    assert_eq!(physical("harm=deadly touch=public loss=existential attackers=states"), top);
}

#[test]
fn what_can_hardly_be_updated_is_shielded_and_watched_instead_of_patched() {
    let (patching, monitoring) = ("hardening.vulnerability.patching", "hardening.awareness.monitoring");
    let serious =
        |updates: &str| answers(&format!("harm=serious safety=separate connection=local duties=supervised updates={updates}"));
    let level = |updates: &str, practice: &str| {
        let mut found = 0;
        of_shipped(&serious(updates), &id(practice), |it| found = it.level.number());
        found
    };
    assert_eq!((level("visit", patching), level("visit", monitoring)), (3, 2));
    assert_eq!((level("hardly", patching), level("hardly", monitoring)), (2, 3));
    let (_, held) = rules_of(&serious("hardly"), patching);
    assert_eq!(held, ["hardly-little-to-patch"]);
    let (_, held) = rules_of(&serious("visit"), patching);
    assert_eq!(held, [""; 0]);
}

/// Looks wherever a profile and the interview both propose: at each profile beside each system, practice by practice.
fn where_both_propose(mut look: impl FnMut(&Questionnaire, &Profile, &Proposal, &Answers, &CombinedProposal<'_>, &str)) {
    for profile in smm_profiles() {
        let asked = smm_guided(&[profile.id.as_str()]);
        for (system, given, _) in CASES {
            let given = answers(given);
            for of_profile in &profile.targets {
                let place = format!("{} {system} {}", profile.id, of_profile.practice);
                let Some(both) = proposal(&asked, &given, &of_profile.practice) else { panic!("{place}") };
                look(&asked, &profile, of_profile, &given, &both, &place);
            }
        }
    }
}

#[test]
fn once_all_is_answered_own_answers_go_before_a_profile_but_not_before_a_demand_and_every_voice_stands_with_its_reason() {
    let (interview, coherence) = (smm_interview(), smm_coherence());
    where_both_propose(|asked, profile, of_profile, given, both, place| {
        let of_interview = interview_proposal(&interview, Some(&coherence), given, &of_profile.practice);
        let Some(of_interview) = of_interview else { panic!("{place}") };
        let demanded = asked.minimums(&of_profile.practice).map(|(_, minimum)| (minimum.level, of_profile.scope)).max();
        let own = (of_interview.level, of_interview.scope);
        assert_eq!((both.level, both.scope), demanded.map_or(own, |demanded| demanded.max(own)), "{place}");
        assert!(both.is_answered, "{place}");
        let voices: Vec<_> = both.from.iter().map(|it| (it.voice, it.level, it.scope, it.reasons.clone())).collect();
        let expected = [
            (Voice::Profile(profile), of_profile.level, of_profile.scope, vec![&of_profile.reason]),
            (Voice::Interview, of_interview.level, of_interview.scope, of_interview.reasons.clone()),
        ];
        assert_eq!(voices, expected, "{place}");
    });
}

#[test]
fn with_a_target_stand_only_reasons_of_those_who_propose_its_level_and_who_proposes_another_is_named() {
    let mut others = 0;
    where_both_propose(|_, profile, of_profile, given, both, place| {
        let why = both.rationale(given, "en");
        let argues = why.words().any(|words| words == of_profile.reason.get("en").trim());
        assert_eq!(argues, of_profile.level == both.level, "{place}");
        let of_interview = both.from.iter().find(|it| it.voice == Voice::Interview).map(|it| it.level);
        let expected = [(Some(&profile.id), Some(of_profile.level)), (None, of_interview)];
        let expected = expected.into_iter().filter_map(|(voice, level)| Some((voice, level.filter(|it| *it != both.level)?)));
        assert!(why.others().eq(expected), "{place}");
        others += why.others().count();
    });
    assert!(others > 100, "{others}");
}

#[test]
fn where_the_interview_differs_is_told_by_how_the_target_stands_and_can_be_used() {
    let asked = smm_guided(&["manufacturing-line"]);
    let mut talk = Talk::about(&smm());
    talk.change(Change::Together(plumbline::analysis::take_over(&asked, &talk.session)));
    let differs = |talk: &Talk| interview_differs(&Assessment::latest(&asked, &talk.session));
    assert!(differs(&talk).is_empty(), "nobody answered anything");
    // What the profile proposes is confirmed for one, set by hand for another, and only proposed for the others.
    let (confirmed, set) = (id("governance.strategy.program"), id("governance.strategy.compliance"));
    let confirm = plumbline::analysis::confirm(&asked, &talk.session, &confirmed, None, "en");
    talk.change(Change::Together(confirm.into_iter().collect()));
    talk.change(plumbline::session::commands::set_level(&talk.session, &set, Level::new(3), &talk.next_authorship()));
    talk.change(Change::Interview(id("harm"), Some(id("none"))));
    assert!(differs(&talk).iter().all(|it| it.stands == Stands::Undecided), "one answer does not speak against a decision");
    talk.change(Change::Interview(id("harm"), Some(id("deadly"))));
    assert!(differs(&talk).iter().any(|it| !it.is_answered), "where more is asked, not one's own answers alone propose");
    for (question, option) in answers(CASES.first().map_or("", |(_, given, _)| *given)) {
        talk.change(Change::Interview(question, Some(option)));
    }
    let found = differs(&talk);
    let stands = |practice: &PracticeId| found.iter().find(|it| it.practice == *practice).map(|it| it.stands.clone());
    assert_eq!(stands(&confirmed), Some(Stands::Confirmed(Some(id("manufacturing-line")))));
    assert_eq!(stands(&set), Some(Stands::Set));
    assert!(found.iter().filter(|it| it.stands == Stands::Undecided).count() > 5);

    let all: Vec<PracticeId> = found.iter().map(|it| it.practice.clone()).collect();
    talk.change(Change::Together(use_interview(&asked, &talk.session, &all)));
    assert!(differs(&talk).is_empty());
    assert!(all.iter().all(|it| talk.session.target(it).is_some_and(|target| target.origin.is_proposal())), "to be confirmed");
    talk.change(Change::Together(plumbline::analysis::confirm_all(&asked, &talk.session, None, "en")));
    let target = talk.session.target(&confirmed);
    assert_eq!(Stands::of(target), Stands::Confirmed(None), "as the interview proposes");
}

#[test]
fn a_profile_in_general_does_not_make_more_of_what_people_said_of_their_own_system() {
    let asked = smm_guided(&["manufacturing-line"]);
    let recovery = id("hardening.response.recovery");
    let level = |given: &Answers| proposal(&asked, given, &recovery).map(|it| it.level.number());
    let mut given = answers(CASES.get(2).map_or("", |(_, given, _)| given));
    assert_eq!(level(&given), Some(3), "an hour costs much, and they said so");
    given.remove(&id("people"));
    assert_eq!(level(&given), Some(3), "whatever they say to what is still open, it will not become what the profile asks for");
    assert_eq!(
        level(&answers("updates=auto")),
        Some(4),
        "nobody said what an hour costs them: what the profile takes for granted counts"
    );
    assert_eq!(level(&Answers::new()), Some(4));
}

#[test]
fn of_two_profiles_the_higher_wins_and_both_reasons_stand() {
    let asked = smm_guided(&["retail-pos", "digital-twin"]);
    let practice = id("enablement.assets.change");
    let Some(both) = proposal(&asked, &Answers::new(), &practice) else { panic!("two profiles") };
    assert_eq!(marks([(both.level, both.scope)]), "4s");
    let voices: Vec<_> = both.from.iter().map(|it| (it.voice, marks([(it.level, it.scope)]), it.reasons.len())).collect();
    let [retail, twin] = asked.profiles() else { panic!("two profiles") };
    assert_eq!(voices, [(Voice::Profile(retail), "3i".to_owned(), 1), (Voice::Profile(twin), "4s".to_owned(), 1)]);
    assert_eq!(both.target(&Answers::new()).origin, Origin::Profile(id("digital-twin")));
}

#[test]
fn a_target_says_whose_proposal_decided_its_level() {
    // The twin's profile asks for 2 · system, the interview for 3 · general.
    let asked = smm_guided(&["digital-twin"]);
    let patching = id("hardening.vulnerability.patching");
    let given = answers("fleet=large connection=internet");
    let target = proposal(&asked, &given, &patching).map(|it| it.target(&given));
    let found = target.map(|target| (marks([(target.level, target.scope)]), target.origin));
    assert_eq!(found, Some(("3g".to_owned(), Origin::Interview)));

    let given = answers("fleet=few");
    let target = proposal(&asked, &given, &patching).map(|it| it.target(&given));
    let found = target.map(|target| (marks([(target.level, target.scope)]), target.origin));
    assert_eq!(found, Some(("2s".to_owned(), Origin::Profile(id("digital-twin")))));
}

#[test]
fn a_worse_answer_never_lowers_what_profiles_and_interview_propose_together() {
    let only_at_least = Arc::new(without_at_most(&smm_interview()));
    for profile in smm_profiles() {
        let asked =
            Questionnaire::new(smm(), vec![profile.clone()]).with_guidance(Some(only_at_least.clone()), Some(smm_coherence()));
        let together = |given: &Answers| -> Vec<(Level, Scope)> {
            let all = Proposals::of(&asked, given);
            practices().iter().filter_map(|it| all.together(it).map(|it| (it.level, it.scope))).collect()
        };
        for rule in &only_at_least.rules {
            let least = |question: &QuestionId| only_at_least.question(question)?.options.first().map(|it| it.id.clone());
            let harmless: Answers = rule.questions().filter_map(|it| Some((it.clone(), least(it)?))).collect();
            assert!(none_fell(&together(&harmless), &together(&fewest(rule))), "{} and {}", profile.id, rule.id);
        }
    }
}

/// What would change, as `practice: level now > level proposed`.
fn would_change(asked: &Questionnaire, given: &Answers, talk: &Talk) -> Vec<String> {
    let level = |target: Option<plumbline::session::Target>| target.map_or("-".to_owned(), |it| it.level.to_string());
    let shown = |it: plumbline::analysis::Difference| format!("{}: {} > {}", it.practice, level(it.now), level(it.proposed));
    differences(&Assessment::latest(asked, &talk.session), given).into_iter().map(shown).collect()
}

fn take_over(asked: &Questionnaire, given: &Answers, talk: &mut Talk) {
    for difference in differences(&Assessment::latest(asked, &talk.session), given) {
        talk.change(Change::Target(difference.practice, difference.proposed));
    }
}

#[test]
fn taking_proposals_over_leaves_what_was_set_by_hand_and_nothing_to_take_over() {
    let asked = smm_guided(&["manufacturing-line"]);
    let mut talk = Talk::about(asked.model());
    talk.target("hardening.response.recovery", 1);
    let bottling = CASES.get(2).map(|(_, given, _)| answers(given)).unwrap_or_default();

    let first = would_change(&asked, &bottling, &talk);
    assert_eq!(first.len(), 17, "all but the one set by hand: {first:#?}");
    assert_eq!(first.first().map(String::as_str), Some("governance.strategy.program: - > 2"), "as their own answers say, not 3");
    take_over(&asked, &bottling, &mut talk);
    assert_eq!(would_change(&asked, &bottling, &talk), [""; 0]);
    let recovery = talk.session.target(&id("hardening.response.recovery"));
    assert_eq!(recovery.map(|target| (target.level.number(), &target.origin)), Some((1, &Origin::Practice)));
    let open = talk.session.targets.values().filter_map(|fact| fact.value()).filter(|target| target.origin.is_proposal());
    assert_eq!(open.count(), 17);
}

#[test]
fn a_changed_answer_shows_what_changes_and_only_that() {
    let asked = smm_guided(&[]);
    let mut talk = Talk::about(asked.model());
    let camera = CASES.get(3).map(|(_, given, _)| answers(given)).unwrap_or_default();
    take_over(&asked, &camera, &mut talk);
    // Somebody decided about one of those which would change, and took another one away.
    talk.target("hardening.vulnerability.patching", 4);
    let smaller = {
        let mut given = camera.clone();
        given.insert(id("fleet"), id("large"));
        given.insert(id("data"), id("ordinary"));
        given
    };
    assert_eq!(
        would_change(&asked, &smaller, &talk),
        [
            "governance.strategy.compliance: 3 > 2",
            "governance.supply.services: 3 > 2",
            "enablement.access.access-control: 3 > 2",
            "enablement.data.policy: 3 > 2",
            "enablement.data.practices: 3 > 2",
        ]
    );
    take_over(&asked, &smaller, &mut talk);
    assert_eq!(would_change(&asked, &smaller, &talk), [""; 0]);
    assert_eq!(would_change(&asked, &Answers::new(), &talk).len(), 17, "without answers nothing is proposed any more");
    take_over(&asked, &Answers::new(), &mut talk);
    let left: Vec<_> =
        talk.session.targets.iter().filter(|(_, fact)| fact.value().is_some()).map(|(id, _)| id.as_str()).collect();
    assert_eq!(left, ["hardening.vulnerability.patching"]);
}

/// Any answers of the shipped interview, some of them missing: one place among the options per question.
fn some_answers() -> impl Strategy<Value = Vec<Option<usize>>> {
    vec(option::weighted(0.8, 0..5_usize), 14)
}

fn chosen(interview: &Interview, places: &[Option<usize>]) -> Answers {
    let of = |(question, place): (&plumbline::model::Question, &Option<usize>)| {
        let option = question.options.get((*place)?)?;
        Some((question.id.clone(), option.id.clone()))
    };
    interview.questions.iter().zip(places).filter_map(of).collect()
}

/// The shipped model with each of the shipped profiles, and no rule that holds back.
static WITH_ONE_PROFILE: LazyLock<Vec<Questionnaire>> = LazyLock::new(|| {
    let only_at_least = Arc::new(without_at_most(&smm_interview()));
    let asked =
        |profile| Questionnaire::new(smm(), vec![profile]).with_guidance(Some(only_at_least.clone()), Some(smm_coherence()));
    smm_profiles().into_iter().map(asked).collect()
});

/// Whether no hint speaks against these levels.
fn fits_together(levels: &BTreeMap<PracticeId, Level>) -> bool {
    let level = |practice: &PracticeId| levels.get(practice).copied().unwrap_or(Level::NONE);
    smm_coherence().dependencies.iter().all(|it| level(&it.practice) < it.from_level || level(&it.needs) >= it.at_least)
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_worse_answer_never_lowers_a_proposal_but_where_a_rule_holds_back(
        places in some_answers(), question in 0..14_usize, profile in 0..WITH_ONE_PROFILE.len(),
    ) {
        let interview = without_at_most(&smm_interview());
        let Some(asked) = WITH_ONE_PROFILE.get(profile) else { panic!("a profile") };
        let Some(options) = interview.questions.get(question).map(|it| it.options.len()) else { panic!("fourteen questions") };
        let mut before: Option<(Vec<_>, Vec<_>)> = None;
        for place in std::iter::once(None).chain((0..options).map(Some)) {
            let mut places = places.clone();
            if let Some(it) = places.get_mut(question) {
                *it = place;
            }
            let given = chosen(&interview, &places);
            let all = Proposals::of(asked, &given);
            let of_interview = |it: &PracticeId| all.of_interview(it).map(|it| (it.level, it.scope));
            let alone: Vec<_> = practices().iter().filter_map(of_interview).collect();
            let together: Vec<_> = practices().iter().filter_map(|it| all.together(it)).map(|it| (it.level, it.scope)).collect();
            if let Some((before_alone, before_together)) = &before {
                prop_assert!(before_alone.is_empty() || none_fell(before_alone, &alone), "{:?} {:?}", places, question);
                // Until it is answered, what a profile takes for granted may count; of two answers the worse never proposes less.
                let is_first_answer = place == Some(0);
                prop_assert!(is_first_answer || none_fell(before_together, &together), "{:?} {:?}", places, question);
            }
            before = Some((alone, together));
        }
    }

    #[test]
    fn what_the_interview_proposes_fits_together_and_is_never_more_than_what_holds_it_back(places in some_answers()) {
        let interview = smm_interview();
        let given = chosen(&interview, &places);
        with(&interview, &given, |all| {
            let of_interview = |it: PracticeId| all.of_interview(&it).map(|proposed| (it.clone(), proposed.level));
            let levels: BTreeMap<PracticeId, Level> = practices().into_iter().filter_map(of_interview).collect();
            prop_assert!(fits_together(&levels), "{:?} {:?}", given, levels);
            for rule in interview.rules.iter().filter(|rule| interview.fires(rule, &given)) {
                let Asks::AtMost(most) = rule.asks else { continue };
                prop_assert!(rule.practices.iter().all(|it| levels.get(it).is_none_or(|level| *level <= most)), "{}", rule.id);
            }
            Ok(())
        })?;
    }

    #[test]
    fn a_rule_that_holds_back_never_raises_anything(places in some_answers()) {
        let interview = smm_interview();
        let given = chosen(&interview, &places);
        let (held, free) = (proposed(&interview, &given), proposed(&without_at_most(&interview), &given));
        prop_assert!(held.iter().zip(&free).all(|(held, free)| held.0 <= free.0), "{:?}", given);
    }

    #[test]
    fn who_has_nothing_at_stake_gets_at_least_three_zeros_or_ones_whoever_attacks(
        places in some_answers(), loss in 0..2_usize, attackers in 0..5_usize,
    ) {
        let interview = smm_interview();
        let mut given = chosen(&interview, &places);
        given.extend(answers("harm=none data=plain duties=none"));
        // What can be made good within a day or two: much money every hour is harm too.
        given.insert(id("loss"), id(["trivial", "annoying"].get(loss).copied().unwrap_or_default()));
        // All of them, and nobody knows.
        let attackers = interview.question(&id("attackers")).and_then(|it| it.options.get(attackers));
        match attackers {
            Some(option) => given.insert(id("attackers"), option.id.clone()),
            None => given.remove(&id::<QuestionId>("attackers")),
        };
        let low = proposed(&interview, &given).iter().filter(|(level, _)| *level <= Level::new(1)).count();
        prop_assert!(low >= 3, "{} {:?}", low, given);
    }
}

/// The systems and sectors of `tests/data/interview-systems.json`.
fn described(list: &str) -> Vec<Value> {
    let file = file("tests/data/interview-systems.json");
    file.get(list).and_then(Value::as_array).cloned().unwrap_or_default()
}

fn words<'a>(of: &'a Value, member: &str) -> &'a str {
    of.get(member).and_then(Value::as_str).unwrap_or_default()
}

fn levels_of(given: &Answers) -> Vec<u8> {
    proposed(&smm_interview(), given).iter().map(|(level, _)| level.number()).collect()
}

#[test]
fn ten_systems_come_out_within_one_level_of_an_assessor_and_with_few_fours() {
    let (mut near, mut cells) = (0, 0);
    let systems = described("systems");
    assert_eq!(systems.len(), 10);
    for system in &systems {
        let (name, given) = (words(system, "system"), answers(words(system, "answers")));
        assert_eq!(given.len(), smm_interview().questions.len(), "{name}: every question is answered");
        let expert: Vec<u8> = words(system, "expert").chars().filter_map(|it| it.to_digit(10)?.try_into().ok()).collect();
        let found = levels_of(&given);
        cells += found.len().min(expert.len());
        near += found.iter().zip(&expert).filter(|(found, expert)| found.abs_diff(**expert) <= 1).count();
        let is = |question: &str, option: &str| given.get(&id(question)) == Some(&id(option));
        let fours = found.iter().filter(|level| **level == 4).count();
        assert!(fours <= 4 || (is("harm", "deadly") && is("attackers", "states")), "{name}: {fours} fours");
    }
    assert_eq!(cells, 180);
    assert!(near >= 170, "{near} of {cells}");
}

#[test]
fn answers_from_a_sector_seldom_propose_more_than_its_profile() {
    let mut above = Vec::new();
    let sectors = described("sectors");
    assert_eq!(sectors.len(), 8);
    for sector in &sectors {
        let asked = smm_guided(&[words(sector, "profile")]);
        let given = answers(words(sector, "answers"));
        let all = Proposals::of(&asked, &given);
        for (profile, proposal) in practices().iter().flat_map(|it| asked.profile_proposals(it)) {
            if all.of_interview(&proposal.practice).is_some_and(|it| it.level > proposal.level) {
                above.push(format!("{} {}", profile.id, proposal.practice));
            }
        }
    }
    assert!(above.len() <= 36, "a quarter of 144: {} {above:#?}", above.len());
}

#[test]
fn a_session_of_before_the_newest_questions_has_its_proposals_and_what_is_not_answered_claims_nothing() {
    let interview = smm_interview();
    let mut old = answers(CASES.get(1).map_or("", |(_, given, _)| given));
    for question in ["safety", "radio", "people"] {
        old.remove(&id(question));
    }
    assert_eq!(proposed(&interview, &old).len(), 18);
    let asked = smm_guided(&["medical-devices"]);
    let all = Proposals::of(&asked, &old);
    for practice in practices() {
        let (Some(own), Some(together)) = (all.of_interview(&practice), all.together(&practice)) else { panic!("{practice}") };
        assert!(!together.is_answered, "{practice}");
        assert!(own.asked_by.iter().all(|question| old.contains_key(*question)), "{practice}");
        let most = together.own_at_most.unwrap_or(Level::NONE);
        let demanded = asked.minimums(&practice).map(|(_, it)| it.level).max().unwrap_or(Level::NONE);
        assert!(together.level <= most.max(demanded), "{practice}: a profile does not go beyond what was answered");
    }
}

/// An interview for the tiny model that has nothing wrong.
fn tiny_file() -> Value {
    let text = |words: &str| json!({"de": words});
    let options = json!([{"id": "wenig", "text": text("Wenig")}, {"id": "viel", "text": text("Viel")}]);
    json!({
        "format": "plumbline-interview", "version": 1, "model": "backstube", "edition": "1", "languages": ["de"],
        "about": text("Fragt."),
        "questions": [
            {"id": "milch", "text": text("Wieviel Milch?"), "why": text("Sie verdirbt."), "options": options},
            {"id": "gaeste", "text": text("Wieviele Gäste?"), "why": text("Sie werden krank."), "options": options},
        ],
        "base": {"level": 0, "scope": "general", "reason": text("Nichts verlangt mehr.")},
        "base_for": [{"practice": "haende.waschen", "level": 1, "scope": "general", "reason": text("Immer.")}],
        "rules": [{
            "id": "kalt", "when": [{"question": "milch", "at_least": "viel"}], "practices": ["lager.kalt.kuehlen"],
            "level": 2, "scope": "general", "reason": text("Milch verdirbt."),
        }],
    })
}

/// What is said about the tiny interview after a change.
fn said_after(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut file = tiny_file();
    change(&mut file);
    said(read_interview(file.to_string().as_bytes(), &tiny()))
}

fn said<T>(result: Result<T, Problems>) -> Vec<String> {
    result.err().iter().flat_map(Problems::all).map(plumbline::ui::problem).collect()
}

#[test]
fn an_interview_for_another_model_works_like_the_shipped_one() {
    let Ok(interview) = read_interview(tiny_file().to_string().as_bytes(), &tiny()) else { panic!("the tiny interview") };
    let levels = |given: &str| -> Vec<u8> {
        let practices = tiny().practices().into_iter().map(|it| it.id.clone()).collect::<Vec<_>>();
        let of = |practice| interview_proposal(&interview, None, &answers(given), practice).map(|it| it.level.number());
        practices.iter().filter_map(of).collect()
    };
    assert_eq!(levels("milch=wenig"), [0, 0, 1]);
    assert_eq!(levels("milch=viel gaeste=wenig"), [2, 0, 1]);
    assert_eq!(levels("gaeste=viel"), [0, 0, 1]);
}

#[test]
fn all_problems_of_an_interview_are_reported_at_once_in_the_order_of_the_file() {
    let problems = said_after(|file| {
        set(file, "/model", json!("iot-smm"));
        set(file, "/questions/0/options/1/id", json!("wenig"));
        set(file, "/questions/1/options", json!([{"id": "viel", "text": {"de": "Viel"}}]));
        set(file, "/base/level", json!(3));
        set(file, "/base_for/0/practice", json!("haende.putzen"));
        set(file, "/rules/0/when/0/question", json!("butter"));
        set(file, "/rules/0/practices/0", json!("lager.kalt"));
        set(file, "/rules/0/level", json!("2"));
        set(file, "/rules/0/scope", json!("local"));
    });
    assert_eq!(
        problems,
        [
            "the interview is for the model “iot-smm”, not for “backstube”",
            "questions[0]: there are two options “wenig”",
            "questions[1]: a question needs at least two options",
            "base.level: a whole number from 0 to 2 is expected here",
            "base_for[0]: the model “backstube” has no practice “haende.putzen”",
            "rules[0].when[0]: there is no question “butter”",
            "rules[0].practices[0]: the model “backstube” has no practice “lager.kalt”",
            "rules[0].level: a whole number from 0 to 2 is expected here",
            "rules[0].scope: “local” is not one of “general”, “industry”, “system”",
        ]
    );
}

#[test]
fn a_condition_needs_a_question_and_an_option_that_there_are() {
    let question = said_after(|file| set(file, "/rules/0/when/0/question", json!("butter")));
    assert_eq!(question, ["rules[0].when[0]: there is no question “butter”"]);
    let option = said_after(|file| set(file, "/rules/0/when/0/at_least", json!("sehr-viel")));
    assert_eq!(option, ["rules[0].when[0]: the question “milch” has no option “sehr-viel”"]);
    let other = said_after(|file| set(file, "/rules/0/when/0/at_least", json!(2)));
    assert_eq!(other, ["rules[0].when[0].at_least: a text in quotes is expected here"]);
}

#[test]
fn a_rule_without_a_condition_would_always_hold() {
    let none = said_after(|file| set(file, "/rules/0/when", json!([])));
    assert_eq!(none, ["rules[0]: a rule needs at least one condition in “when”"]);
    let missing = said_after(|file| remove(file, "/rules/0/when"));
    assert_eq!(missing, ["rules[0]: “when” is missing"]);
}

#[test]
fn a_rule_is_about_practices_and_levels_that_there_are() {
    let practice = said_after(|file| set(file, "/rules/0/practices/0", json!("lager.kalt")));
    assert_eq!(practice, ["rules[0].practices[0]: the model “backstube” has no practice “lager.kalt”"]);
    let none = said_after(|file| set(file, "/rules/0/practices", json!([])));
    assert_eq!(none, ["rules[0]: a rule needs at least one practice in “practices”"]);
    let level = said_after(|file| set(file, "/rules/0/level", json!(3)));
    assert_eq!(level, ["rules[0].level: a whole number from 0 to 2 is expected here"]);
    let scope = said_after(|file| set(file, "/rules/0/scope", json!("local")));
    assert_eq!(scope, ["rules[0].scope: “local” is not one of “general”, “industry”, “system”"]);
}

#[test]
fn a_rule_says_how_much_at_least_or_how_much_at_most() {
    let at_most = said_after(|file| {
        remove(file, "/rules/0/level");
        remove(file, "/rules/0/scope");
        set(file, "/rules/0/at_most", json!(1));
    });
    assert_eq!(at_most, [""; 0]);
    let both = said_after(|file| set(file, "/rules/0/at_most", json!(1)));
    assert_eq!(both, ["rules[0]: a rule has either “level” or “at_most”, not both"]);
    let neither = said_after(|file| remove(file, "/rules/0/level"));
    assert_eq!(neither, ["rules[0]: “level” or “at_most” is missing"]);
    let too_much = said_after(|file| {
        remove(file, "/rules/0/level");
        set(file, "/rules/0/at_most", json!(3));
    });
    assert_eq!(too_much, ["rules[0].at_most: a whole number from 0 to 2 is expected here"]);
}

#[test]
fn two_drivers_are_for_a_level_that_there_is() {
    let two = |level: u8| said_after(|file| set(file, "/two_drivers", json!({"level": level, "reason": {"de": "Nur einer."}})));
    assert_eq!(two(2), [""; 0]);
    assert_eq!(two(3), ["two_drivers.level: a whole number from 1 to 2 is expected here"]);
    assert_eq!(two(0), ["two_drivers.level: a whole number from 1 to 2 is expected here"]);
}

#[test]
fn a_practice_that_is_held_back_holds_back_what_needs_it_and_what_is_needed_is_raised() {
    let file = |at_most: Option<u8>| {
        let mut file = tiny_file();
        let text = |words: &str| json!({"de": words});
        if let Some(most) = at_most {
            let when = json!([{"question": "gaeste", "at_least": "viel"}]);
            let rule =
                json!({"id": "wenig", "when": when, "practices": ["lager.mehl"], "at_most": most, "reason": text("Kein Platz.")});
            if let Some(rules) = file.pointer_mut("/rules").and_then(Value::as_array_mut) {
                rules.push(rule);
            }
        }
        read_interview(file.to_string().as_bytes(), &tiny())
    };
    let coherence = json!({
        "format": "plumbline-coherence", "version": 1, "model": "backstube", "edition": "1", "languages": ["de"],
        "all_top": {"de": "Wirklich alles?"},
        "dependencies": [{
            "id": "kalt-braucht-mehl", "practice": "lager.kalt.kuehlen", "from_level": 2, "needs": "lager.mehl", "at_least": 1,
            "reason": {"de": "Ohne Mehl kein Teig."},
        }],
    });
    let Ok(coherence) = read_coherence(coherence.to_string().as_bytes(), &tiny()) else { panic!("the dependencies") };
    let said = |at_most: Option<u8>, practice: &str| {
        let Ok(interview) = file(at_most) else { panic!("the interview") };
        let proposed = interview_proposal(&interview, Some(&coherence), &answers("milch=viel gaeste=viel"), &id(practice));
        let words = |texts: &[&Text]| texts.iter().map(|it| it.get("de").to_owned()).collect::<Vec<_>>().join(" ");
        proposed.map(|it| (it.level.number(), words(&it.reasons), words(&it.held)))
    };
    let is = |level: u8, reasons: &str, held: &str| Some((level, reasons.to_owned(), held.to_owned()));
    assert_eq!(said(None, "lager.kalt.kuehlen"), is(2, "Milch verdirbt.", ""));
    assert_eq!(said(None, "lager.mehl"), is(1, "Ohne Mehl kein Teig.", ""), "as much as is needed, and for that");
    assert_eq!(said(Some(0), "lager.kalt.kuehlen"), is(1, "Milch verdirbt.", "Ohne Mehl kein Teig. Kein Platz."));
    assert_eq!(said(Some(0), "lager.mehl"), is(0, "Nichts verlangt mehr.", ""));
    assert_eq!(said(Some(1), "lager.mehl"), is(1, "Ohne Mehl kein Teig.", ""), "not more than holds it back");
}

#[test]
fn options_are_at_least_two_and_all_different() {
    let twice = said_after(|file| set(file, "/questions/0/options/0/id", json!("viel")));
    assert_eq!(twice, ["questions[0]: there are two options “viel”"]);
    let one = said_after(|file| set(file, "/questions/1/options", json!([{"id": "viel", "text": {"de": "Viel"}}])));
    assert_eq!(one, ["questions[1]: a question needs at least two options"]);
    let missing = said_after(|file| remove(file, "/questions/1/options"));
    assert_eq!(missing, ["questions[1]: “options” is missing"]);
}

#[test]
fn questions_and_rules_have_ids_of_their_own() {
    let question = said_after(|file| set(file, "/questions/1/id", json!("milch")));
    assert_eq!(question, ["questions[1]: the id “milch” is used twice in this file"]);
    let rule = said_after(|file| set(file, "/rules/0/id", json!("gaeste")));
    assert_eq!(rule, ["rules[0]: the id “gaeste” is used twice in this file"]);
}

#[test]
fn a_base_is_about_practices_and_levels_that_there_are_once_each() {
    let practice = said_after(|file| set(file, "/base_for/0/practice", json!("haende.putzen")));
    assert_eq!(practice, ["base_for[0]: the model “backstube” has no practice “haende.putzen”"]);
    let level = said_after(|file| set(file, "/base_for/0/level", json!(3)));
    assert_eq!(level, ["base_for[0].level: a whole number from 0 to 2 is expected here"]);
    let of_all = said_after(|file| set(file, "/base/level", json!(-1)));
    assert_eq!(of_all, ["base.level: a whole number from 0 to 2 is expected here"]);
    let twice = said_after(|file| {
        let base = file.pointer("/base_for/0").cloned().unwrap_or_default();
        set(file, "/base_for", json!([base, base]));
    });
    assert_eq!(twice, ["base_for[1]: there are two bases for “haende.waschen”"]);
    let none = said_after(|file| remove(file, "/base"));
    assert_eq!(none, ["“base” is missing"]);
}

#[test]
fn a_dependency_is_between_two_practices_and_levels_that_there_are() {
    let dependency = |from: u8, at_least: u8, practice: &str, needs: &str| {
        let file = json!({
            "format": "plumbline-coherence", "version": 1, "model": "backstube", "edition": "1", "languages": ["de"],
            "all_top": {"de": "Wirklich alles?"},
            "dependencies": [{
                "id": "kalt-braucht-mehl", "practice": practice, "from_level": from, "needs": needs, "at_least": at_least,
                "reason": {"de": "Ohne Mehl kein Teig."},
            }],
        });
        said(read_coherence(file.to_string().as_bytes(), &tiny()))
    };
    let (cold, flour) = ("lager.kalt.kuehlen", "lager.mehl");
    assert_eq!(dependency(2, 1, cold, flour), [""; 0]);
    assert_eq!(dependency(2, 1, cold, cold), ["dependencies[0]: a practice can't need itself"]);
    assert_eq!(dependency(2, 1, "lager", flour), ["dependencies[0]: the model “backstube” has no practice “lager”"]);
    assert_eq!(dependency(2, 1, cold, "lager"), ["dependencies[0]: the model “backstube” has no practice “lager”"]);
    assert_eq!(dependency(3, 1, cold, flour), ["dependencies[0].from_level: a whole number from 1 to 2 is expected here"]);
    assert_eq!(dependency(2, 0, cold, flour), ["dependencies[0].at_least: a whole number from 1 to 2 is expected here"]);
}

#[test]
fn a_file_of_dependencies_without_its_question_about_all_tops_is_not_read() {
    let mut shipped = file("public/models/iot-smm.coherence.json");
    remove(&mut shipped, "/all_top");
    set(&mut shipped, "/dependencies/1/id", json!("program-needs-risk"));
    set(&mut shipped, "/model", json!("backstube"));
    let said = said(read_coherence(shipped.to_string().as_bytes(), &smm()));
    assert_eq!(
        said,
        [
            "the file of dependencies is for the model “backstube”, not for “iot-smm”",
            "“all_top” is missing",
            "dependencies[1]: the id “program-needs-risk” is used twice in this file",
        ]
    );
}
