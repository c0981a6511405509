//! What is open, with the names of what it is about and of who said it.

use std::collections::{BTreeMap, HashSet};

use super::who::{Cast, Name};
use crate::analysis::{
    About, Assessment, Count, KeptApart, Names, OpenKind, OpenLevel, OpenPoints, OpenPractice, OpenTarget, Results, Rule,
    SpeaksAgainst, Thing, consistency, open_points,
};
use crate::model::{IndicatorId, Level, PracticeId};
use crate::session::{Date, Fact, List, PartId};

/// What nobody knows for sure. All of it is a part of [`OpenPoints`], but for what else stands out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpenQuestions {
    /// The statements that are answered, of all that are asked.
    pub statements: Count,
    /// Everything of which there is any, with how many there are.
    pub counts: Vec<(OpenKind, usize)>,
    /// Practices that are not answered, or not to the end.
    pub unanswered: Vec<UnansweredPractice>,
    /// Practices of which only the quick pass speaks.
    pub quick_alone: Vec<UnansweredPractice>,
    /// Practices without a target, by name.
    pub without_target: Vec<String>,
    /// Practices whose target is a proposal that nobody confirmed, by name.
    pub unconfirmed: Vec<String>,
    /// Practices, or parts of them, that people answered differently in the quick pass: who answered which level.
    pub quick_differs: Vec<QuickDisagreement>,
    /// What people answered differently and nobody settled, with who did.
    pub disputed: Vec<(OpenIndicator, Vec<Name>)>,
    /// What two copies say differently.
    pub kept_apart: Vec<OpenConflict>,
    /// What something speaks against, with what it is.
    pub contradicted: Vec<(OpenIndicator, SpeaksAgainst)>,
    /// What may no longer be true, since when, and whose answer it is.
    pub stale: Vec<(OpenIndicator, Date, Name)>,
    /// What those who were asked do not know.
    pub not_known: Vec<OpenIndicator>,
    /// What is only assumed.
    pub assumed: Vec<OpenIndicator>,
    /// What else stands out, by rule.
    pub checks: Vec<OpenChecks>,
}

impl OpenQuestions {
    /// Whether nothing is open.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty() && self.checks.is_empty()
    }
}

/// A practice of which it is not known where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnansweredPractice {
    /// Its name.
    pub name: String,
    /// The names of the parts because of which it is not known, with why, where parts are told apart.
    pub parts: Vec<(String, OpenLevel)>,
    /// How many statements nobody answered that could still matter, up to its target or, where it is higher, to what something outside
    /// demands; of all levels where there is no target.
    pub statements: usize,
    /// Whether nobody said anything about it that counts.
    pub entirely: bool,
    /// Whether somebody said something that does not count, because nobody says why.
    pub lacks_reason: bool,
}

/// A practice, or a part of it, that people answered differently in the quick pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuickDisagreement {
    /// The practice's name.
    pub practice: String,
    /// The name of the part.
    pub part: Option<String>,
    /// Who answered which level; `None` for *not applicable*.
    pub answers: Vec<(Name, Option<Level>)>,
}

/// A statement with its practice, and the part it is about where it is not the whole system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenIndicator {
    /// The practice's name.
    pub practice: String,
    /// The statement.
    pub text: String,
    /// The name of the part.
    pub part: Option<String>,
}

/// Something that two copies say differently.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenConflict {
    /// What is kept apart.
    pub kept: KeptApart,
    /// What it is about, by name; nothing where that has none.
    pub about: Option<String>,
    /// The name of the part.
    pub part: Option<String>,
    /// Whose it is, where each person says it for themselves.
    pub by: Option<Name>,
    /// Whether what the sides say may be shown: it does not say who somebody is, or people are named.
    pub shows_sides: bool,
}

/// What one rule found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenChecks {
    /// The rule.
    pub rule: Rule,
    /// Where: names of practices and titles of evidence, each once.
    pub places: Vec<String>,
    /// How often.
    pub count: usize,
}

/// Gathers what is open.
pub(super) fn open_questions(
    assessment: &Assessment<'_>,
    results: &Results,
    today: Date,
    cast: &Cast<'_>,
    language: &str,
) -> OpenQuestions {
    let points = open_points(assessment, results, today);
    let named = OpenContext { assessment, results, cast, language };
    let levels = |is: &dyn Fn(OpenLevel) -> bool| -> Vec<UnansweredPractice> {
        let open = points.practices.iter().filter(|open| open.level.is_some_and(is));
        open.map(|open| named.unanswered(open)).collect()
    };
    let targets = |target: OpenTarget| -> Vec<String> {
        let open = points.practices.iter().filter(|open| open.target == Some(target));
        open.map(|open| named.practice(&open.practice)).collect()
    };
    OpenQuestions {
        statements: points.statements,
        counts: points.counts().collect(),
        unanswered: levels(&|level| matches!(level, OpenLevel::Unanswered | OpenLevel::NotKnown | OpenLevel::Unfinished)),
        quick_alone: levels(&|level| level == OpenLevel::QuickAlone),
        without_target: targets(OpenTarget::NotSet),
        unconfirmed: targets(OpenTarget::NotConfirmed),
        quick_differs: named.quick_differs(&points),
        disputed: named.disputed(&points),
        kept_apart: points.kept_apart.iter().map(|kept| named.kept_apart(kept)).collect(),
        contradicted: points
            .contradicted
            .iter()
            .map(|it| (named.statement(&it.indicator, it.part.as_ref()), it.what.clone()))
            .collect(),
        stale: points
            .stale
            .iter()
            .map(|aged| (named.statement(&aged.at.on, aged.at.part.as_ref()), aged.since, cast.name(aged.at.by.as_ref())))
            .collect(),
        not_known: points.not_known.iter().map(|it| named.statement(&it.indicator, it.part.as_ref())).collect(),
        assumed: points.assumed.iter().map(|it| named.statement(&it.indicator, it.part.as_ref())).collect(),
        checks: named.checks(today),
    }
}

struct OpenContext<'g, 'a> {
    assessment: &'g Assessment<'a>,
    results: &'g Results,
    cast: &'g Cast<'g>,
    language: &'g str,
}

impl OpenContext<'_, '_> {
    fn practice(&self, id: &PracticeId) -> String {
        super::practice_name(self.assessment.asked, id, self.language)
    }

    fn part(&self, part: Option<&PartId>) -> Option<String> {
        part.and_then(|part| self.assessment.session.parts.get(part)?.value()).map(|part| part.name.clone())
    }

    fn unanswered(&self, open: &OpenPractice) -> UnansweredPractice {
        UnansweredPractice {
            name: self.practice(&open.practice),
            parts: open.parts.iter().filter_map(|(part, level)| Some((self.part(Some(part))?, *level))).collect(),
            statements: open.statements.len(),
            entirely: open.level == Some(OpenLevel::Unanswered),
            lacks_reason: self.results.practice(&open.practice).is_some_and(|result| result.lacks_reason),
        }
    }

    fn quick_differs(&self, points: &OpenPoints) -> Vec<QuickDisagreement> {
        let named = |it: &crate::analysis::QuickDifference| QuickDisagreement {
            practice: self.practice(&it.practice),
            part: self.part(it.part.as_ref()),
            answers: it.answers.iter().map(|(by, level)| (self.cast.name(by.as_ref()), *level)).collect(),
        };
        points.quick_differs.iter().map(named).collect()
    }

    fn disputed(&self, points: &OpenPoints) -> Vec<(OpenIndicator, Vec<Name>)> {
        let named = |dispute: &crate::analysis::Dispute| {
            let people = dispute.answers.iter().map(|(by, _)| self.cast.name(by.as_ref())).collect();
            (self.statement(&dispute.at.on, dispute.at.part.as_ref()), people)
        };
        points.disputed.iter().map(named).collect()
    }

    fn kept_apart(&self, kept: &KeptApart) -> OpenConflict {
        let names = Names::new(Some(self.assessment.asked), self.assessment.session, self.language);
        let list = kept.list.map(List::name).unwrap_or_default();
        let is_named = self.cast.is_by_name() || kept.list != Some(List::People);
        let about = Thing::in_list(list, &kept.on).filter(|_| is_named);
        OpenConflict {
            about: about.and_then(|thing| names.of(&thing).text().map(str::to_owned)),
            part: self.part(kept.part.as_ref()),
            by: kept.by.as_ref().map(|by| self.cast.name(Some(by))),
            shows_sides: is_named,
            kept: kept.clone(),
        }
    }

    fn statement(&self, id: &IndicatorId, part: Option<&PartId>) -> OpenIndicator {
        let found = self.assessment.placed_indicator(id);
        let (practice, text) = found.map_or_else(
            || (String::new(), id.to_string()),
            |it| (it.practice.name.get(self.language).to_owned(), it.asked.indicator.text.get(self.language).to_owned()),
        );
        OpenIndicator { practice, text, part: self.part(part) }
    }

    /// What stands out, without what is listed on its own.
    fn checks(&self, today: Date) -> Vec<OpenChecks> {
        let mut checks: BTreeMap<Rule, OpenChecks> = BTreeMap::new();
        let mut seen = HashSet::new();
        for finding in consistency(self.assessment, today) {
            let rule = finding.rule();
            if rule.is_open_point() {
                continue;
            }
            let place = self.place(&finding.about);
            let check = checks.entry(rule).or_insert_with(|| OpenChecks { rule, places: Vec::new(), count: 0 });
            check.count += 1;
            if seen.insert((rule, place.clone())) {
                check.places.push(place);
            }
        }
        checks.into_values().collect()
    }

    fn place(&self, about: &About) -> String {
        match about {
            About::Practice(practice) | About::Indicator(practice, _) => self.practice(practice),
            About::Evidence(id) => self
                .assessment
                .session
                .evidence
                .get(id)
                .and_then(Fact::value)
                .map(|it| it.title.trim().to_owned())
                .unwrap_or_default(),
        }
    }
}
