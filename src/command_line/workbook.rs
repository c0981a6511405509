//! An assessment as a workbook: summary, targets, answers, evidence, gaps, duties and plan, a sheet each. It says what the report says, in
//! rows; levels are numbers, days are days, and what somebody typed is text.

use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

use super::opening::{Desk, Opened};
use crate::analysis::{PracticeSheet, Report, ReportOptions, SheetIndicator, report};
use crate::exchange::{as_in_cell, reason_of};
use crate::model::Level;
use crate::session::Date;
use crate::ui::text as t;

/// What stands in a cell.
enum Cell {
    Words(String),
    Level(Option<Level>),
    Day(Option<Date>),
}

use Cell::{Day, Level as At, Words};

/// A sheet: its name, its heads, and its rows.
struct Sheet {
    name: &'static str,
    heads: Vec<&'static str>,
    rows: Vec<Vec<Cell>>,
}

/// The workbook of an assessment, with the names of people or without them.
pub fn workbook(desk: &Desk<'_>, opened: &Opened) -> Result<Vec<u8>, String> {
    let options = ReportOptions { names: desk.asked.names, ..ReportOptions::default() };
    let report = report(&opened.assessment(desk.today()), desk.today(), &options, t::tag());
    let sheets =
        [summary(&report), targets(&report), answers(&report), evidence(&report), gaps(&report), duties(&report), plan(&report)];
    written(&sheets).map_err(|error| error.to_string())
}

fn words(words: impl Into<String>) -> Cell {
    Words(words.into())
}

fn summary(report: &Report) -> Sheet {
    let mut lines = vec![t::system_name(&report.about.system), t::as_of(report.about.made)];
    lines.extend(t::counted(&report.results).into_iter().map(|counted| counted.words));
    lines.extend(t::duties_missed(&report.results).or_else(|| t::duties_unsaid(&report.results)));
    let mut rows: Vec<Vec<Cell>> = lines.into_iter().map(|line| vec![words(line)]).collect();
    for domain in &report.domains {
        for (name, result) in &domain.practices {
            rows.push(vec![words(format!("{}: {name}", domain.name)), words(t::standing(result))]);
        }
    }
    Sheet { name: t::BOOK_SUMMARY.get(), heads: vec![t::BOOK_WHAT.get(), t::BOOK_STANDS.get()], rows }
}

fn targets(report: &Report) -> Sheet {
    let row = |sheet: &PracticeSheet| {
        let it = sheet.target.as_ref()?;
        let target = &it.target;
        Some(vec![
            words(&sheet.name),
            At(Some(target.level)),
            words(t::scope_cell(target.scope)),
            words(t::reasons_words(&it.reasons).join(" ")),
            words(it.decided_by.as_ref().map(|(_, name)| t::called_in_report(name)).unwrap_or_default()),
            Day(target.decided_on),
            Day(target.review_on),
        ])
    };
    let heads = [
        t::BOOK_PRACTICE,
        t::BOOK_TARGET,
        t::BOOK_SCOPE,
        t::BOOK_REASON,
        t::BOOK_DECIDED_BY,
        t::BOOK_DECIDED_ON,
        t::BOOK_REVIEW_ON,
    ];
    Sheet {
        name: t::BOOK_TARGETS.get(),
        heads: heads.map(t::Words::get).to_vec(),
        rows: report.sheets.iter().filter_map(row).collect(),
    }
}

/// Every statement that something is said of, or that is needed, with its practice and level.
fn statements(report: &Report) -> impl Iterator<Item = (&PracticeSheet, Level, &SheetIndicator)> {
    let of = |sheet: &'_ PracticeSheet| sheet.levels.len();
    report.sheets.iter().filter(move |sheet| of(sheet) > 0).flat_map(|sheet| {
        sheet.levels.iter().flat_map(move |level| level.statements.iter().map(move |it| (sheet, level.level, it)))
    })
}

fn answers(report: &Report) -> Sheet {
    let mut rows = Vec::new();
    for (sheet, level, it) in statements(report) {
        let first = || [words(&sheet.name), At(Some(level)), words(&it.text), words(t::verdict(it.verdict))];
        if it.answers.is_empty() {
            rows.push(Vec::from(first()));
        }
        for given in &it.answers {
            let mut row = Vec::from(first());
            row.extend([
                words(t::called_in_report(&given.by)),
                words(given.part.clone().unwrap_or_default()),
                words(given.answer.as_ref().map(t::answer_to_choose).unwrap_or_default()),
                words(given.answer.as_ref().map(reason_of).unwrap_or_default()),
                words(given.confidence.map(t::confidence).unwrap_or_default()),
                words(&given.note),
                words(&given.against),
            ]);
            rows.push(row);
        }
    }
    let heads = [
        t::BOOK_PRACTICE,
        t::BOOK_LEVEL,
        t::BOOK_STATEMENT,
        t::BOOK_COUNTS,
        t::BOOK_WHO,
        t::BOOK_PART,
        t::BOOK_ANSWER,
        t::BOOK_REASON,
        t::BOOK_HOW_KNOWN,
        t::BOOK_NOTE,
        t::BOOK_AGAINST,
    ];
    Sheet { name: t::BOOK_ANSWERS.get(), heads: heads.map(t::Words::get).to_vec(), rows }
}

fn evidence(report: &Report) -> Sheet {
    let of = |(sheet, level, it): (&PracticeSheet, Level, &SheetIndicator)| {
        let row = |given: &crate::analysis::SheetEvidence| {
            let piece = &given.evidence;
            vec![
                words(&sheet.name),
                At(Some(level)),
                words(&it.text),
                words(t::evidence_title(&piece.title)),
                words(t::evidence_kind(piece.kind)),
                words(&piece.location),
                Day(piece.dated),
                Day(piece.valid_until),
                words(&piece.author),
            ]
        };
        it.evidence.iter().map(row).collect::<Vec<_>>()
    };
    let heads = [
        t::BOOK_PRACTICE,
        t::BOOK_LEVEL,
        t::BOOK_STATEMENT,
        t::BOOK_TITLE,
        t::BOOK_KIND,
        t::BOOK_LOCATION,
        t::BOOK_DATED,
        t::BOOK_VALID_UNTIL,
        t::BOOK_AUTHOR,
    ];
    Sheet {
        name: t::BOOK_EVIDENCE.get(),
        heads: heads.map(t::Words::get).to_vec(),
        rows: statements(report).flat_map(of).collect(),
    }
}

fn gaps(report: &Report) -> Sheet {
    let all = || report.domains.iter().flat_map(|domain| &domain.practices);
    let row = |result: &crate::analysis::PracticeResult| {
        let name = all().find(|(_, it)| it.practice == result.practice).map(|(name, _)| name.clone());
        vec![
            words(name.unwrap_or_default()),
            words(t::level_then(result.standing.current)),
            At(result.target),
            At(result.minimum),
            words(t::fit(result)),
        ]
    };
    let heads = [t::BOOK_PRACTICE, t::BOOK_NOW, t::BOOK_TARGET, t::BOOK_MINIMUM, t::BOOK_GAP];
    Sheet {
        name: t::BOOK_GAPS.get(),
        heads: heads.map(t::Words::get).to_vec(),
        rows: report.results.gaps().into_iter().map(row).collect(),
    }
}

fn duties(report: &Report) -> Sheet {
    let row = |duty: &crate::analysis::Duty| {
        vec![
            words(t::part_of(&duty.part_of)),
            words(&duty.source),
            words(&duty.name),
            At(Some(duty.result.level)),
            words(t::duty_kind(duty.result.kind(), report.about.made)),
            words(t::duty_state(duty)),
        ]
    };
    let heads = [t::BOOK_LAW, t::BOOK_SOURCE, t::BOOK_PRACTICE, t::BOOK_LEVEL, t::BOOK_BINDS, t::BOOK_STANDS];
    Sheet {
        name: t::BOOK_DUTIES.get(),
        heads: heads.map(t::Words::get).to_vec(),
        rows: report.duties.all.iter().map(row).collect(),
    }
}

fn plan(report: &Report) -> Sheet {
    let row = |it: &crate::analysis::ReportAction| {
        vec![
            words(t::title_cell(&it.title)),
            words(it.practice.clone().unwrap_or_default()),
            words(t::state_cell(&it.state)),
            words(it.owner.as_ref().map(t::called_in_report).unwrap_or_default()),
            Day(it.start),
            Day(it.due),
            words(t::work_cell(it.work)),
            words(&it.cost),
        ]
    };
    let heads =
        [t::BOOK_ACTION, t::BOOK_PRACTICE, t::BOOK_STATE, t::BOOK_OWNER, t::BOOK_START, t::BOOK_DUE, t::BOOK_WORK, t::BOOK_COST];
    Sheet { name: t::BOOK_PLAN.get(), heads: heads.map(t::Words::get).to_vec(), rows: report.plan.iter().map(row).collect() }
}

fn written(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    const WIDTH: f64 = 22.0;
    let mut book = Workbook::new();
    let head = Format::new().set_bold().set_background_color(Color::RGB(0x00E6_ECEF)).set_text_wrap();
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let (text, day) = (plain.clone().set_num_format("@"), plain.clone().set_num_format("yyyy-mm-dd"));
    for Sheet { name, heads, rows } in sheets {
        let sheet = book.add_worksheet().set_name(*name)?;
        for (column, words) in (0_u16..).zip(heads) {
            sheet.set_column_width(column, WIDTH)?;
            sheet.write_string_with_format(0, column, *words, &head)?;
        }
        for (row, cells) in (1_u32..).zip(rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                match cell {
                    Words(words) if words.trim().is_empty() => {}
                    Words(words) => _ = sheet.write_string_with_format(row, column, as_in_cell(words), &text)?,
                    At(None) | Day(None) => {}
                    At(Some(level)) => _ = sheet.write_number_with_format(row, column, level.number(), &plain)?,
                    Day(Some(on)) => match spreadsheet_day(*on) {
                        Some(date) => _ = sheet.write_datetime_with_format(row, column, &date, &day)?,
                        None => _ = sheet.write_string_with_format(row, column, on.to_string(), &text)?,
                    },
                }
            }
        }
        sheet.set_freeze_panes(1, 0)?;
    }
    book.save_to_buffer()
}

/// A day as spreadsheets count it: they know none before 1900.
fn spreadsheet_day(day: Date) -> Option<ExcelDateTime> {
    let (year, month) = (u16::try_from(day.year()).ok()?, u8::try_from(day.month()).ok()?);
    ExcelDateTime::from_ymd(year, month, u8::try_from(day.day()).ok()?).ok()
}
