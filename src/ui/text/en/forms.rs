//! The words about forms of the trade, in which an assessment goes to other tools, and about what they have no place for.

use crate::exchange::{TradeForm, TradeLack};

pub const FOR_OTHER_TOOLS: &str = "For other tools";
pub const FOR_OTHER_TOOLS_WORDS: &str =
    "For people whose work is kept in another tool. The plan has forms of its own, on its page. Made on this device.";
pub const TRADE_FORM: &str = "Form";
pub const TRADE_NAMES_HINT: &str = "People are then called by their role and a number. Notes, reasons and links go with the file either way, as they were typed.";
pub const TRADE_NOTES_HINT: &str = "Notes, reasons and links go with the file, as they were typed.";
pub const NOTHING_FOR_TRADE_FORM: &str = "There is nothing yet that this form could say.";

pub const TRADE_LEVEL: &str = "Level";
pub const TRADE_MINIMUM: &str = "Outside minimum";
pub const TRADE_EVIDENCE: &str = "Evidence";
pub const TRADE_AGAINST: &str = "Speaks against it";
pub const TRADE_OWNER: &str = "Owner";
pub const TRADE_NO_CONFORMITY: &str = "Where an item and a level are about related things. No evidence that either is fulfilled.";
pub const TRADE_ASSESSMENT: &str = "Assessment";
pub const TRADE_OWN: &str = "Added for this system";

/// A form, by the tool or the standard that it is for.
pub const fn trade_form(form: TradeForm) -> &'static str {
    match form {
        TradeForm::CycloneDx => "CycloneDX: attestations",
        TradeForm::CisoAudit => "CISO Assistant: the results, as an audit",
        TradeForm::CisoLibrary => "CISO Assistant: what is asked, as a library",
        TradeForm::OscalResults => "OSCAL: assessment results",
        TradeForm::OscalPlan => "OSCAL: plan of action and milestones",
        TradeForm::OscalMapping => "OSCAL: related frameworks, as a mapping",
    }
}

/// The button that saves a form.
pub fn save_trade_form(form: TradeForm) -> String {
    format!("Save for {}", trade_form(form))
}

/// How to use what is saved, and what it says that may surprise.
pub const fn trade_form_hint(form: TradeForm) -> &'static str {
    match form {
        TradeForm::CycloneDx => "Version 1.6. Claims with what shows them and what speaks against them. Nobody signs.",
        TradeForm::CisoAudit => {
            "Load the library first. Then choose this file in the data wizard, as an audit of that framework. A practice complies where it \
             reaches its target; its score is its level. The tool counts practices and their statements alike: do not read its shares as \
             results."
        }
        TradeForm::CisoLibrary => {
            "Load it under Libraries. Save it again once anything else is asked: with another profile, another role or a statement of \
             your own. It is another library then."
        }
        TradeForm::OscalResults => {
            "Version 1.2.1. What nobody knows and what does not apply is an observation without a finding."
        }
        TradeForm::OscalPlan => "Version 1.2.1. Each action is an item, with its day and its owner.",
        TradeForm::OscalMapping => {
            "Version 1.2.1. An independent cross-reference; nothing in it shows that an item is fulfilled."
        }
    }
}

/// What a form has no place for.
pub const fn trade_lack(lack: TradeLack) -> &'static str {
    match lack {
        TradeLack::Targets => "targets and gaps",
        TradeLack::Duties => "duties",
        TradeLack::Plan => "the plan",
        TradeLack::EarlierRounds => "earlier rounds",
        TradeLack::EachAnswer => "who gave which answer, and answers for parts",
        TradeLack::HowKnown => "how people know what they answered",
        TradeLack::WhetherShown => "whether evidence shows what was answered (where somebody says it does not, it is left out)",
        TradeLack::Ratings => "levels of practices that are rated as a whole",
        TradeLack::QuickPass => "the quick pass, levels set by hand, and the interview",
        TradeLack::Signatories => "who signs",
        TradeLack::NotKnown => "that somebody was asked and does not know (it stands in the words beside)",
        TradeLack::OnlyInWords => "why something does not apply, or what else does the job (it stands in the words beside)",
        TradeLack::InPart => "that an answer of the model’s own counts in part only (it stands in the words beside)",
        TradeLack::EvidenceInWords => "evidence as things of their own (it stands in the words beside)",
        TradeLack::Unanswered => "statements that nobody answered",
        TradeLack::Answers => "answers, but those that an action is for",
        TradeLack::Dropped => "actions that were dropped",
        TradeLack::Work => "how much work an action is, and what it costs",
        TradeLack::AllButModel => "anything that was answered, set or planned: it says what is asked",
        TradeLack::Examined => "whom a framework is for, and how far each reference was looked at",
    }
}
