//! The assessment that rules look at: what is asked and what was said, joined once for one round.
//!
//! Every rule takes it, so that any round can be looked at as it was, and several beside each other.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::consolidated::is_there;
use super::disputes::found_disputes;
use super::practice_answers::PracticeAnswers;
use super::{About, AskedOf, ConsolidatedAnswers, Dispute, KeptApartIndex, Proposals, interview_answers};
use crate::model::{AnswerScale, AskedIndicator, IndicatorId, Level, OptionId, Practice, PracticeId, QuestionId, Questionnaire};
use crate::session::{
    Answer, Date, Fact, Facts, Override, PartId, Place, RoundId, Session, Stamp, Target, Timestamp, said_of, said_once_of,
};

/// One round of a session, beside what is asked.
///
/// What belongs to a round is that of this round alone: answers, notes, what was settled or set by hand. Targets belong to none;
/// of a round that is over those count that stood when it was closed or the next one opened ([`Assessment::target`]). Everything else (parts,
/// people, evidence, minimums, the interview) is as it is now: its history is not kept.
///
/// What is gathered in it is worked out when it is first asked for, and once.
pub struct Assessment<'a> {
    pub(super) asked: &'a Questionnaire,
    pub(super) session: &'a Session,
    pub(super) round: Option<&'a RoundId>,
    pub(super) said: Arc<ConsolidatedAnswers>,
    /// The day as of which it is looked at; `None` where it is not known, and whatever has a date counts as if it had come.
    pub(super) on: Option<Date>,
    /// Where the end of the round stands in the history: that it was closed or the next one opened, whichever came first; `None` while it
    /// is open.
    over_since: Option<&'a Stamp>,
    statements: OnceCell<Indicators<'a>>,
    disputes: OnceCell<Disputes>,
    kept_apart: OnceCell<KeptApartIndex>,
    interview: OnceCell<BTreeMap<QuestionId, OptionId>>,
    proposals: OnceCell<Proposals<'a>>,
}

/// What people answered differently, in the model's order, and where each stands in it.
struct Disputes {
    all: Vec<Dispute>,
    /// The first about each statement.
    by_indicator: HashMap<IndicatorId, usize>,
    /// How many of each practice nobody settled.
    open: HashMap<PracticeId, usize>,
}

/// A statement that is asked, and where.
#[derive(Clone, Copy)]
pub(super) struct PlacedIndicator<'a> {
    pub(super) practice: &'a Practice,
    pub(super) level: Level,
    pub(super) id: &'a IndicatorId,
    pub(super) asked: AskedIndicator<'a>,
}

impl PlacedIndicator<'_> {
    pub(super) fn about(&self) -> About {
        About::Indicator(self.practice.id.clone(), self.id.clone())
    }
}

/// Everything that is asked, in the model's order, and where each statement stands in it.
struct Indicators<'a> {
    all: Vec<PlacedIndicator<'a>>,
    by_id: HashMap<&'a IndicatorId, usize>,
}

impl<'a> Assessment<'a> {
    /// The round that is being answered.
    #[must_use]
    pub fn latest(asked: &'a Questionnaire, session: &'a Session) -> Self {
        Self::sharing(asked, session, Self::gathered(asked, session))
    }

    /// What was said in the round that is being answered, to be shared.
    #[must_use]
    pub fn gathered(asked: &Questionnaire, session: &Session) -> Arc<ConsolidatedAnswers> {
        Self::gathered_in(asked, session, session.round())
    }

    /// The round that is being answered, with what was [gathered](Self::gathered) from this very session before: for who asks
    /// often between two changes.
    #[must_use]
    pub fn sharing(asked: &'a Questionnaire, session: &'a Session, said: Arc<ConsolidatedAnswers>) -> Self {
        Self::joined(asked, session, session.round(), said)
    }

    /// A round, whether it is the latest or over. Of a round that the session does not have, nothing was said.
    #[must_use]
    pub fn of_round(asked: &'a Questionnaire, session: &'a Session, round: &'a RoundId) -> Self {
        Self::joined(asked, session, Some(round), Self::gathered_in(asked, session, Some(round)))
    }

    /// A round of which it is known where its end stands in the history ([`Session::ends`]); `None` while it is open.
    pub(super) fn of_round_until(
        asked: &'a Questionnaire,
        session: &'a Session,
        round: &'a RoundId,
        end: Option<&'a Stamp>,
    ) -> Self {
        Self::joined_until(asked, session, Some(round), Self::gathered_in(asked, session, Some(round)), end)
    }

    fn gathered_in(asked: &Questionnaire, session: &Session, round: Option<&RoundId>) -> Arc<ConsolidatedAnswers> {
        Arc::new(ConsolidatedAnswers::of(session, round, &asked.model().scoring.answers))
    }

    fn joined(
        asked: &'a Questionnaire,
        session: &'a Session,
        round: Option<&'a RoundId>,
        said: Arc<ConsolidatedAnswers>,
    ) -> Self {
        Self::joined_until(asked, session, round, said, round.and_then(|round| session.end_of(round)))
    }

    fn joined_until(
        asked: &'a Questionnaire,
        session: &'a Session,
        round: Option<&'a RoundId>,
        said: Arc<ConsolidatedAnswers>,
        over_since: Option<&'a Stamp>,
    ) -> Self {
        Self {
            asked,
            session,
            round,
            said,
            on: None,
            over_since,
            statements: OnceCell::new(),
            disputes: OnceCell::new(),
            kept_apart: OnceCell::new(),
            interview: OnceCell::new(),
            proposals: OnceCell::new(),
        }
    }

    /// The same as of a day: what is demanded from outside is in force on some days and on others not.
    #[must_use]
    pub fn on(self, day: Date) -> Self {
        Self { on: Some(day), ..self }
    }

    /// What is asked.
    #[must_use]
    pub const fn asked(&self) -> &'a Questionnaire {
        self.asked
    }

    /// What can be answered to a statement, and what it is worth.
    #[must_use]
    pub fn scale(&self) -> &'a AnswerScale {
        &self.asked.model().scoring.answers
    }

    /// The session, with all its rounds.
    #[must_use]
    pub const fn session(&self) -> &'a Session {
        self.session
    }

    /// The round; `None` where the session has none.
    #[must_use]
    pub const fn round(&self) -> Option<&'a RoundId> {
        self.round
    }

    /// What was said in the round.
    #[must_use]
    pub fn said(&self) -> &ConsolidatedAnswers {
        &self.said
    }

    /// The target of a practice in this round. Of a round that is over: the one that stood when it was closed, or the next one opened.
    ///
    /// What came before that is told by stamps, since clocks are not trusted: a target stood when its stamp is less than that of the
    /// closing, and of everything that is said of the next round or in it. Of two people who knew nothing of each other, one setting a
    /// target and one opening a round, either may come first, but in all copies the same one does.
    #[must_use]
    pub fn target(&self, practice: &PracticeId) -> Option<&'a Target> {
        self.target_fact(practice).and_then(Fact::value)
    }

    /// What was last said about the target of a practice in this round, also that there is to be none.
    #[must_use]
    pub fn target_fact(&self, practice: &PracticeId) -> Option<&'a Fact<Target>> {
        let present = self.session.targets.get(practice);
        match self.over_since {
            Some(end) if present.is_some_and(|fact| fact.stamp >= *end) => {
                let before = self.session.past_targets.before(&(practice.clone(), end.clone())).next_back();
                before.filter(|((on, _), _)| on == practice).map(|(_, fact)| fact)
            }
            _ => present,
        }
    }

    /// Whether a fact that belongs to no round was stated before this round was over.
    pub(super) fn is_of_its_time<V>(&self, fact: &Fact<V>) -> bool {
        self.over_since.is_none_or(|opened| fact.stamp < *opened)
    }

    /// When anything was last changed before this round was over, as far as it still stands.
    pub(super) fn last_change(&self) -> Timestamp {
        self.session.last_change_before(self.over_since)
    }

    /// Whether something is said in this round.
    pub(super) fn is_of_round(&self, round: &RoundId) -> bool {
        self.round == Some(round)
    }

    /// Whether something is said in this round, about the whole system or a part that is still there.
    pub(super) fn is_here<Id>(&self, place: &Place<Id>) -> bool {
        self.is_of_round(&place.round) && is_there(self.session, place.part.as_ref())
    }

    /// Everybody's answers to an indicator in this round, also those that were withdrawn.
    pub fn answers_to(
        &self,
        indicator: &IndicatorId,
    ) -> impl Iterator<Item = (&'a Place<IndicatorId>, &'a Fact<Answer>)> + use<'a> {
        let (session, indicator) = (self.session, indicator.clone());
        self.round.into_iter().flat_map(move |round| session.answers_to(&indicator, round))
    }

    /// What everybody says about an item of the model in this round, about the whole system or a part that is still there; also what
    /// was withdrawn.
    pub(super) fn said_here<Id: Ord + Clone, V>(
        &self,
        facts: &'a Facts<Place<Id>, V>,
        on: &Id,
    ) -> impl Iterator<Item = (&'a Place<Id>, &'a Fact<V>)> + use<'a, Id, V> {
        let (session, on) = (self.session, on.clone());
        let here = self.round.into_iter().flat_map(move |round| said_of(facts, &on, round));
        here.filter(move |(place, _)| is_there(session, place.part.as_ref()))
    }

    /// The levels that somebody set against the rule for a practice, with a reason: for the whole system (`None`) first, then for
    /// the parts that are still there.
    pub fn set_by_hand(
        &self,
        practice: &PracticeId,
    ) -> impl Iterator<Item = (Option<&'a PartId>, &'a Override, &'a Fact<Override>)> + use<'a> {
        let session = self.session;
        let all = self.round.into_iter().flat_map({
            let practice = practice.clone();
            move |round| said_once_of(&session.overrides, &practice, round)
        });
        let here = all.filter(move |(at, _)| is_there(session, at.part.as_ref()));
        here.filter_map(|(at, fact)| Some((at.part.as_ref(), fact.value().filter(|set| set.has_reason())?, fact)))
    }

    /// Everything that is asked, in the model's order.
    pub(super) fn placed_indicators(&self) -> &[PlacedIndicator<'a>] {
        &self.gathered_indicators().all
    }

    /// Where a statement stands in the model's order, if it is asked.
    pub(super) fn order_of(&self, id: &IndicatorId) -> Option<usize> {
        self.gathered_indicators().by_id.get(id).copied()
    }

    /// The statement of that id, if it is asked.
    pub(super) fn placed_indicator(&self, id: &IndicatorId) -> Option<&PlacedIndicator<'a>> {
        self.order_of(id).and_then(|order| self.placed_indicators().get(order))
    }

    fn gathered_indicators(&self) -> &Indicators<'a> {
        self.statements.get_or_init(|| {
            let practices = self.asked.model().practices().into_iter();
            let of_practice = |practice| {
                let stated = move |asked: AskedIndicator<'a>| PlacedIndicator {
                    practice,
                    level: asked.level,
                    id: &asked.indicator.id,
                    asked,
                };
                self.asked.indicators_of(practice).map(stated)
            };
            let all: Vec<PlacedIndicator<'a>> = practices.flat_map(of_practice).collect();
            let by_id = all.iter().enumerate().map(|(order, statement)| (statement.id, order)).collect();
            Indicators { all, by_id }
        })
    }

    /// Whether a statement is asked of a part, or of the whole system: what is said where it is not asked does not count.
    pub(super) fn is_asked_of(&self, it: &PlacedIndicator<'_>, part: Option<&PartId>) -> bool {
        self.said.asked_of(it.asked.indicator, part) == AskedOf::This
    }

    /// What is asked and said about a practice.
    pub(super) fn hearing(&self, practice: &'a Practice) -> PracticeAnswers<'a, '_> {
        PracticeAnswers::of(self.asked, practice, &self.said)
    }

    /// What people answered differently, settled or not.
    pub(super) fn disputes(&self) -> &[Dispute] {
        &self.gathered_disputes().all
    }

    /// The first of what people answered differently about a statement: about the whole system, if that is among it.
    pub(super) fn dispute_about(&self, id: &IndicatorId) -> Option<&Dispute> {
        let disputes = self.gathered_disputes();
        disputes.by_indicator.get(id).and_then(|first| disputes.all.get(*first))
    }

    /// How much of what people answered differently in a practice nobody settled.
    pub(super) fn open_disputes_of(&self, practice: &PracticeId) -> usize {
        self.gathered_disputes().open.get(practice).copied().unwrap_or_default()
    }

    fn gathered_disputes(&self) -> &Disputes {
        self.disputes.get_or_init(|| {
            let all = found_disputes(self);
            let (mut by_indicator, mut open) = (HashMap::new(), HashMap::new());
            for (order, dispute) in all.iter().enumerate() {
                by_indicator.entry(dispute.at.on.clone()).or_insert(order);
                if dispute.settled.is_none() {
                    *open.entry(dispute.practice.clone()).or_default() += 1;
                }
            }
            Disputes { all, by_indicator, open }
        })
    }

    /// What is kept apart, by what it is about.
    #[must_use]
    pub fn kept_apart(&self) -> &KeptApartIndex {
        self.kept_apart.get_or_init(|| KeptApartIndex::of(self.session))
    }

    /// The answers of the interview.
    pub(super) fn interview_answers(&self) -> &BTreeMap<QuestionId, OptionId> {
        self.interview.get_or_init(|| interview_answers(self.session))
    }

    /// What profiles and the interview propose.
    pub(super) fn proposals(&self) -> &Proposals<'a> {
        self.proposals.get_or_init(|| Proposals::of(self.asked, self.interview_answers()))
    }
}
