//! The words about forms of others in which an assessment can leave, and about what they have no place for. No
//! page says them yet.

#![cfg(not(target_arch = "wasm32"))]

use crate::exchange::AttestationLack;
use crate::ui::text::intl::list;

/// What attestations have no place for.
pub const fn attestation_lack(lack: AttestationLack) -> &'static str {
    match lack {
        AttestationLack::Targets => "targets and gaps",
        AttestationLack::Duties => "duties",
        AttestationLack::Plan => "the plan",
        AttestationLack::EarlierRounds => "earlier rounds",
        AttestationLack::EachAnswer => "who gave which answer, and answers for parts",
        AttestationLack::HowKnown => "how people know what they answered",
        AttestationLack::WhetherShown => {
            "whether evidence shows what was answered (where somebody says it does not, it is left out)"
        }
        AttestationLack::Ratings => "levels of practices that are rated as a whole",
        AttestationLack::QuickPass => "the quick pass, levels set by hand, and the interview",
        AttestationLack::Signatories => "who signs",
    }
}

/// That a form leaves something out.
pub fn leaves_out(what: &[&str]) -> String {
    format!("This form has no place for: {}.", list(what))
}
