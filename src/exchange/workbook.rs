//! An assessment as a workbook: summary, targets, answers, evidence, gaps, duties and plan, a sheet each. It says what the report says, in
//! rows; levels are numbers, days are days, and what somebody typed is text.

use super::answer_sheet::reason_of;
use super::book::{Book, BookCell, BookColumn, BookSheet};
use crate::analysis::{
    Duty, DutyKind, Name, PartOf, PracticeResult, PracticeSheet, ReasonOf, Report, ReportAction, SheetEvidence, SheetIndicator,
    Verdict,
};
use crate::model::{Level, Scope};
use crate::session::{ActionState, Answer, Confidence, Date, EvidenceKind, Work};

/// How many letters a column is wide.
const WIDTH: u8 = 22;

/// The words of a workbook: the names of its sheets with the heads of their columns, and what values are called.
#[derive(Clone, Copy)]
pub struct WorkbookWords {
    /// The summary: what, how it stands.
    pub summary: SheetWords<2>,
    /// The targets: practice, target, scope, reason, decided by, decided on, look at it again on.
    pub targets: SheetWords<7>,
    /// The answers: practice, level, statement, what counts, who, part, answer, reason, how they know, note, what speaks against it.
    pub answers: SheetWords<11>,
    /// The evidence: practice, level, statement, evidence, kind, where, dated, valid until, author.
    pub evidence: SheetWords<9>,
    /// The gaps: practice, now, target, outside minimum, gap.
    pub gaps: SheetWords<5>,
    /// The duties: law, source, practice, level, whether it counts, how it stands.
    pub duties: SheetWords<6>,
    /// The plan: action, practice, state, owner, begins on, due, work, cost.
    pub plan: SheetWords<8>,
    /// The sentences of the summary.
    pub sentences: fn(&Report) -> Vec<String>,
    /// Where a practice stands.
    pub standing: fn(&PracticeResult) -> String,
    /// The level that a practice has.
    pub now: fn(&PracticeResult) -> String,
    /// How a practice fits its target.
    pub fit: fn(&PracticeResult) -> String,
    /// A scope.
    pub scope: fn(Scope) -> &'static str,
    /// Why a target is what it is, with whose words that is.
    pub reasons: fn(&[(ReasonOf, String)]) -> String,
    /// Somebody.
    pub who: fn(&Name) -> String,
    /// What counts.
    pub verdict: fn(Verdict) -> String,
    /// An answer.
    pub answer: fn(&Answer) -> String,
    /// How somebody knows.
    pub confidence: fn(Confidence) -> &'static str,
    /// A piece of evidence by its title, which may be empty.
    pub evidence_title: fn(&str) -> String,
    /// A kind of evidence.
    pub evidence_kind: fn(EvidenceKind) -> &'static str,
    /// What a duty is part of.
    pub part_of: fn(&PartOf) -> String,
    /// Whether a duty counts on a day.
    pub duty_kind: fn(DutyKind, Date) -> String,
    /// How a duty stands.
    pub duty_state: fn(&Duty) -> String,
    /// An action by its title, which may be empty.
    pub action: fn(&str) -> String,
    /// How far an action is.
    pub state: fn(&ActionState) -> &'static str,
    /// How much work it is.
    pub work: fn(Option<Work>) -> String,
}

/// A sheet: its name, and the heads of its columns.
#[derive(Clone, Copy, Debug)]
pub struct SheetWords<const COLUMNS: usize> {
    /// Its name.
    pub name: &'static str,
    /// The heads of its columns.
    pub heads: [&'static str; COLUMNS],
}

impl<const COLUMNS: usize> SheetWords<COLUMNS> {
    pub(super) fn with(self, rows: Vec<[BookCell; COLUMNS]>) -> BookSheet {
        BookSheet {
            name: self.name.to_owned(),
            heads: self.heads.map(str::to_owned).to_vec(),
            columns: vec![BookColumn::wide(WIDTH); COLUMNS],
            rows: rows.into_iter().map(Vec::from).collect(),
            is_hidden: false,
        }
    }
}

/// The workbook of what a report says.
#[must_use]
pub fn workbook(report: &Report, words: &WorkbookWords) -> Book {
    let sheets = vec![
        summary(report, words),
        targets(report, words),
        answers(report, words),
        evidence(report, words),
        gaps(report, words),
        duties(report, words),
        plan(report, words),
    ];
    Book { sheets }
}

fn text(words: impl AsRef<str>) -> BookCell {
    BookCell::text(words.as_ref())
}

fn level(level: Option<Level>) -> BookCell {
    level.map_or(BookCell::Empty, |level| BookCell::Number(level.number().into()))
}

fn summary(report: &Report, words: &WorkbookWords) -> BookSheet {
    let mut rows: Vec<_> = (words.sentences)(report).into_iter().map(|line| [text(line), BookCell::Empty]).collect();
    for domain in &report.domains {
        let row = |(name, result): &(String, _)| [text(format!("{}: {name}", domain.name)), text((words.standing)(result))];
        rows.extend(domain.practices.iter().map(row));
    }
    words.summary.with(rows)
}

fn targets(report: &Report, words: &WorkbookWords) -> BookSheet {
    let row = |sheet: &PracticeSheet| {
        let it = sheet.target.as_ref()?;
        let target = &it.target;
        Some([
            text(&sheet.name),
            level(Some(target.level)),
            text((words.scope)(target.scope)),
            text((words.reasons)(&it.reasons)),
            text(it.decided_by.as_ref().map(|(_, name)| (words.who)(name)).unwrap_or_default()),
            BookCell::day(target.decided_on),
            BookCell::day(target.review_on),
        ])
    };
    words.targets.with(report.sheets.iter().filter_map(row).collect())
}

/// Every statement that something is said of, or that is needed, with its practice and level.
fn statements(report: &Report) -> impl Iterator<Item = (&PracticeSheet, Level, &SheetIndicator)> {
    report.sheets.iter().flat_map(|sheet| {
        sheet.levels.iter().flat_map(move |level| level.statements.iter().map(move |it| (sheet, level.level, it)))
    })
}

fn answers(report: &Report, words: &WorkbookWords) -> BookSheet {
    let mut rows = Vec::new();
    for (sheet, at, it) in statements(report) {
        let first = || [text(&sheet.name), level(Some(at)), text(&it.text), text((words.verdict)(it.verdict))];
        if it.answers.is_empty() {
            let [practice, at, statement, counts] = first();
            let nothing = [const { BookCell::Empty }; 7];
            let [who, part, answer, reason, known, note, against] = nothing;
            rows.push([practice, at, statement, counts, who, part, answer, reason, known, note, against]);
        }
        for given in &it.answers {
            let [practice, at, statement, counts] = first();
            rows.push([
                practice,
                at,
                statement,
                counts,
                text((words.who)(&given.by)),
                text(given.part.as_deref().unwrap_or_default()),
                text(given.own.clone().or_else(|| given.answer.as_ref().map(words.answer)).unwrap_or_default()),
                text(given.answer.as_ref().map(reason_of).unwrap_or_default()),
                text(given.confidence.map(words.confidence).unwrap_or_default()),
                text(&given.note),
                text(&given.against),
            ]);
        }
    }
    words.answers.with(rows)
}

fn evidence(report: &Report, words: &WorkbookWords) -> BookSheet {
    let of = |(sheet, at, it): (&PracticeSheet, Level, &SheetIndicator)| {
        let row = |given: &SheetEvidence| {
            let piece = &given.evidence;
            [
                text(&sheet.name),
                level(Some(at)),
                text(&it.text),
                text((words.evidence_title)(&piece.title)),
                text((words.evidence_kind)(piece.kind)),
                text(&piece.location),
                BookCell::day(piece.dated),
                BookCell::day(piece.valid_until),
                text(&piece.author),
            ]
        };
        it.evidence.iter().map(row).collect::<Vec<_>>()
    };
    words.evidence.with(statements(report).flat_map(of).collect())
}

fn gaps(report: &Report, words: &WorkbookWords) -> BookSheet {
    let all = || report.domains.iter().flat_map(|domain| &domain.practices);
    let row = |result: &PracticeResult| {
        let name = all().find(|(_, it)| it.practice == result.practice).map(|(name, _)| name.as_str());
        [
            text(name.unwrap_or_default()),
            text((words.now)(result)),
            level(result.target),
            level(result.minimum),
            text((words.fit)(result)),
        ]
    };
    words.gaps.with(report.results.gaps().into_iter().map(row).collect())
}

fn duties(report: &Report, words: &WorkbookWords) -> BookSheet {
    let row = |duty: &Duty| {
        [
            text((words.part_of)(&duty.part_of)),
            text(&duty.source),
            text(&duty.name),
            level(Some(duty.result.level)),
            text((words.duty_kind)(duty.result.kind(), report.about.made)),
            text((words.duty_state)(duty)),
        ]
    };
    words.duties.with(report.duties.all.iter().map(row).collect())
}

fn plan(report: &Report, words: &WorkbookWords) -> BookSheet {
    let row = |it: &ReportAction| {
        [
            text((words.action)(&it.title)),
            text(it.practice.as_deref().unwrap_or_default()),
            text((words.state)(&it.state)),
            text(it.owner.as_ref().map(words.who).unwrap_or_default()),
            BookCell::day(it.start),
            BookCell::day(it.due),
            text((words.work)(it.work)),
            text(&it.cost),
        ]
    };
    words.plan.with(report.plan.iter().map(row).collect())
}
