//! An assessment as the plain values that forms of other tools are made of.

use super::dossier::{
    ActionTold, AskedBy, Asker, Dossier, EvidenceTold, FrameworkTold, GroupTold, LevelTold, PracticeTold, Progress,
    ReferenceTold, Said, StatementTold, TradeLabels,
};
use crate::analysis::{Assessment, Cast, Current, Name, PlannedAction, PracticeResult, Results, Verdict, planned, results};
use crate::exchange::answer_sheet::reason_of;
use crate::model::{AskedIndicator, Crossrefs, Fraction, Group, IndicatorId, Relationship};
use crate::session::{ActionState, Evidence, Owner, RoundId, Shown, SystemField, Timestamp, said_of};

/// The words that stand in files of other tools.
#[derive(Clone)]
pub struct TradeWords {
    /// What counts about a statement.
    pub verdict: fn(Verdict) -> String,
    /// What the system is called that has no name.
    pub unnamed: fn(&str) -> String,
    /// Where a practice stands.
    pub standing: fn(&PracticeResult) -> String,
    /// An action by its title, which may be empty.
    pub action: fn(&str) -> String,
    /// Why an action is in the plan.
    pub why: fn(&PlannedAction) -> String,
    /// What somebody is called where people are not named.
    pub name: fn(&Name) -> String,
    /// The others.
    pub labels: TradeLabels,
}

/// What an assessment says, for the forms of other tools. `language` is that of the model's words. Where people are not named, they are called
/// by role and number, as in a report; what they typed stays as it is.
#[must_use]
pub fn dossier(assessment: &Assessment<'_>, made: Timestamp, language: &str, names: bool, words: &TradeWords) -> Dossier {
    let (asked, session) = (assessment.asked(), assessment.session());
    let model = asked.model();
    let found = results(assessment);
    let mut dossier = Dossier {
        session: session.id.to_string(),
        round: assessment.round().map(RoundId::to_string).unwrap_or_default(),
        system: (words.unnamed)(session.system(SystemField::Name).trim()),
        made: made.to_string(),
        language: language.to_owned(),
        model: Asker { id: model.id.to_string(), edition: model.edition.to_string(), name: model.title.get(language).to_owned() },
        about: model.about.get(language).to_owned(),
        licence: model.licence.clone().unwrap_or_default(),
        words: words.labels.clone(),
        ..Dossier::default()
    };
    let rung = |rung: &crate::model::Rung| LevelTold {
        level: rung.level.number(),
        name: rung.name.get(language).to_owned(),
        meaning: rung.meaning.get(language).to_owned(),
    };
    dossier.levels = model.rungs().map(rung).collect();
    let mut gathered = Gathering { assessment, results: &found, language, words, dossier };
    model.groups.iter().for_each(|group| gathered.group(group, "", 0));
    let planned = planned(assessment, &found, false);
    gathered.dossier.actions = planned.iter().map(|it| action(it, &Cast::of(session, names), words)).collect();
    if !names {
        gathered.dossier.evidence.values_mut().for_each(|piece| piece.author.clear());
    }
    gathered.dossier
}

/// Adds where a model touches other frameworks.
#[must_use]
pub fn with_frameworks(mut dossier: Dossier, crossrefs: &Crossrefs) -> Dossier {
    let language = dossier.language.clone();
    let reference = |it: &crate::model::Reference| ReferenceTold {
        practice: it.practice.to_string(),
        level: it.level.number(),
        statements: it.statements.iter().map(IndicatorId::to_string).collect(),
        item: it.item.clone(),
        supports: it.relationship == Relationship::Supports,
        rationale: it.rationale.get(&language).to_owned(),
    };
    let framework = |it: &crate::model::Framework| FrameworkTold {
        framework: Asker { id: it.id.to_string(), edition: it.edition.clone(), name: it.name.clone() },
        publisher: it.publisher.clone(),
        references: crossrefs.references.iter().filter(|other| other.framework == it.id).map(reference).collect(),
    };
    dossier.frameworks = crossrefs.frameworks.iter().map(framework).filter(|it| !it.references.is_empty()).collect();
    dossier
}

/// What is found, group by group.
struct Gathering<'a, 's> {
    assessment: &'a Assessment<'s>,
    results: &'a Results,
    language: &'a str,
    words: &'a TradeWords,
    dossier: Dossier,
}

impl Gathering<'_, '_> {
    fn group(&mut self, group: &Group, within: &str, depth: u8) {
        self.dossier.groups.push(GroupTold {
            id: group.id.to_string(),
            within: within.to_owned(),
            depth,
            name: group.name.get(self.language).to_owned(),
            about: group.about.get(self.language).to_owned(),
        });
        let id = group.id.as_str();
        group.groups.iter().for_each(|inside| self.group(inside, id, depth.saturating_add(1)));
        for practice in &group.practices {
            let result = self.results.practices.iter().find(|it| it.practice == practice.id);
            let level = |level: crate::model::Level| level.number();
            self.dossier.practices.push(PracticeTold {
                id: practice.id.to_string(),
                within: id.to_owned(),
                name: practice.name.get(self.language).to_owned(),
                objective: practice.objective.get(self.language).to_owned(),
                standing: result.map(self.words.standing).unwrap_or_default(),
                level: result.and_then(|it| it.standing.current.settled()).map(level),
                is_not_applicable: result.is_some_and(|it| it.standing.current == Current::NotApplicable),
                target: result.and_then(|it| it.target).map(level),
                minimum: result.and_then(|it| it.minimum).map(level),
            });
            let assessment = self.assessment;
            assessment.asked().indicators_of(practice).for_each(|it| self.statement(&it));
        }
    }

    fn statement(&mut self, it: &AskedIndicator<'_>) {
        let verdict = self.assessment.said().together(it.indicator);
        let said = match verdict.kind() {
            Verdict::NotMet => Said::NotMet,
            Verdict::Partly | Verdict::Own(_) => Said::Partly,
            Verdict::Compensated => Said::Compensated,
            Verdict::Met => Said::Met,
            Verdict::NotApplicable => Said::NotApplicable,
            Verdict::NotKnown => Said::NotKnown,
            Verdict::Unanswered => Said::Nothing,
        };
        let asked_by = match it.profile {
            Some(profile) => {
                if self.dossier.profiles.iter().all(|known| known.id != profile.id.as_str()) {
                    self.dossier.profiles.push(Asker {
                        id: profile.id.to_string(),
                        edition: profile.edition.to_string(),
                        name: profile.name.get(self.language).to_owned(),
                    });
                }
                AskedBy::Profile(profile.id.to_string())
            }
            None if it.is_own => AskedBy::Own,
            None => AskedBy::Model,
        };
        let mut told = StatementTold {
            id: it.indicator.id.to_string(),
            practice: it.practice.id.to_string(),
            level: it.level.number(),
            text: it.indicator.text.get(self.language).to_owned(),
            shown_by: it.indicator.evidence.get(self.language).to_owned(),
            asked_by,
            said,
            // An answer of the model's own that passes may be worth less than all of it.
            is_part: matches!(verdict, Verdict::Own(own) if own.worth != Fraction::ONE && own.worth != Fraction::ZERO),
            words: (self.words.verdict)(verdict),
            reasons: Vec::new(),
            evidence: Vec::new(),
            against: Vec::new(),
            answered: None,
        };
        // What nobody answered has nothing behind it that counts.
        if let Some(round) = self.assessment.round().filter(|_| verdict != Verdict::Unanswered) {
            self.behind(&mut told, &it.indicator.id, round);
        }
        self.dossier.statements.push(told);
    }

    /// What stands behind an answer: reasons, notes, evidence, what speaks against it.
    fn behind(&mut self, told: &mut StatementTold, id: &IndicatorId, round: &RoundId) {
        let session = self.assessment.session();
        let answers = || said_of(&session.answers, id, round).map(|(_, fact)| fact);
        let notes = said_of(&session.notes, id, round).filter_map(|(_, fact)| fact.value().map(String::as_str));
        let reasons = answers().filter_map(|fact| fact.value().map(reason_of));
        told.reasons = reasons.chain(notes).filter(|words| !words.trim().is_empty()).map(str::to_owned).collect();
        told.answered = answers().filter(|fact| fact.value().is_some()).map(|fact| fact.at).max().map(|at| at.to_string());
        let against = said_of(&session.against, id, round).filter_map(|(_, fact)| fact.value());
        told.against = against.filter(|words| !words.trim().is_empty()).cloned().collect();
        if said_of(&session.shown, id, round).any(|(_, fact)| fact.value() == Some(&Shown::NotShown)) {
            return;
        }
        for given in session.evidence_uses_for(id) {
            let Some(piece) = session.evidence(&given.evidence) else { continue };
            let id = given.evidence.to_string();
            if !told.evidence.contains(&id) {
                self.dossier.evidence.entry(id.clone()).or_insert_with(|| evidence(piece));
                told.evidence.push(id);
            }
        }
    }
}

fn evidence(piece: &Evidence) -> EvidenceTold {
    let is_plain = |link: &&str| link.chars().all(|sign| sign.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(sign));
    EvidenceTold {
        title: piece.title.trim().to_owned(),
        location: piece.location.trim().to_owned(),
        link: piece.link().filter(is_plain).map(str::to_owned),
        dated: piece.dated.map(|day| day.to_string()),
        // It shows something to the end of its last day.
        ends: piece.valid_until.map(|last| last.tomorrow().unwrap_or(last).to_string()),
        author: piece.author.trim().to_owned(),
    }
}

fn action(it: &PlannedAction, cast: &Cast<'_>, words: &TradeWords) -> ActionTold {
    let (progress, reason) = match &it.action.state {
        ActionState::Open => (Progress::Open, ""),
        ActionState::UnderWay => (Progress::UnderWay, ""),
        ActionState::Done(_) => (Progress::Done, ""),
        ActionState::Dropped(why) => (Progress::Dropped, why.reason.trim()),
    };
    let owner = match &it.action.owner {
        Some(Owner::Person(person)) => match cast.name(Some(person)) {
            Name::Named(name) => Some((name, format!("person {person}"))),
            name @ Name::Numbered(..) => Some(((words.name)(&name), format!("person {person}"))),
            Name::Somebody => None,
        },
        Some(Owner::Named(typed)) if cast.is_by_name() => Some((typed.trim().to_owned(), format!("name {}", typed.trim()))),
        Some(Owner::Named(_)) | None => None,
    };
    let (owner, owner_id) = owner.unwrap_or_default();
    let note = [reason, it.action.note.trim()].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n");
    ActionTold {
        id: it.id.to_string(),
        title: (words.action)(&it.action.title),
        progress,
        why: (words.why)(it),
        owner,
        owner_id,
        start: it.action.start.map(|day| day.to_string()),
        due: it.action.due.map(|day| day.to_string()),
        done: if let ActionState::Done(done) = &it.action.state { done.on.map(|day| day.to_string()) } else { None },
        note,
        statements: it.statements.iter().map(|(id, _)| id.to_string()).collect(),
        waits_for: it.waits_for.iter().map(ToString::to_string).collect(),
    }
}
