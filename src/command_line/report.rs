//! The report of an assessment as a file.

use super::arguments::{ReportAs, Source};
use super::opening::Desk;
use crate::analysis::{ReportOptions, report};
use crate::exchange::{Letter, Letterhead, Logo, document_html, document_markdown, fingerprint_of};
use crate::office::write_word;
use crate::ui::text as t;

/// The report, as the app saves it. That it was given out is not taken down: no file that is read is changed.
pub fn report_of(desk: &mut Desk<'_>) -> Result<Vec<u8>, String> {
    let Some(source) = desk.asked.files.first() else { return Ok(Vec::new()) };
    let opened = desk.open(source)?;
    let options = if desk.asked.is_short { ReportOptions::brief() } else { ReportOptions::default() };
    let options = ReportOptions { names: desk.asked.names, ..options };
    let assessment = opened.assessment(desk.today());
    let code = fingerprint_of(&assessment, &options).map_err(|error| t::about_file(&opened.file, &t::read_error(&error)))?;
    let document = t::report_document(&report(&assessment, desk.today(), &options, t::tag()), &code);
    let text = match desk.asked.report {
        ReportAs::Html => document_html(&document),
        ReportAs::Markdown => document_markdown(&document),
        ReportAs::Word => return write_word(&Letter { document, head: letterhead(desk)? }),
    };
    Ok(text.into_bytes())
}

/// What is put around a report for word processors.
fn letterhead(desk: &mut Desk<'_>) -> Result<Letterhead, String> {
    let asked = desk.asked;
    let logo = match &asked.logo {
        None => None,
        Some(path) => {
            let source = Source::File(path.clone());
            let bytes = desk.bytes(&source)?;
            Some(Logo::read(&bytes).map_err(|fault| t::about_file(&source.name(), t::logo_fault(fault)))?)
        }
    };
    Ok(Letterhead { firm: asked.firm.trim().to_owned(), logo, signatures: asked.signatures.then(t::signatures) })
}
