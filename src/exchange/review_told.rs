//! The exchange of a review as people read it: a table for spreadsheets, and a document.

use super::csv_table::{For, csv_table};
use super::document::{Block, Chapter, Document, Entry};
use crate::analysis::{FindingStatus, Names, ReviewedFinding, Thing, thing_of};
use crate::session::{FindingAbout, FindingDecision, FindingKind, PersonId, Suggestion, Timestamp};

/// The words of both.
#[derive(Clone, Copy)]
pub struct ReviewWords {
    /// The heads of the columns: when, who, kind, about, part, what it says, what it suggests, status, decided by, decided when, why, replies.
    pub head: [&'static str; 12],
    /// A kind of finding.
    pub kind: fn(&FindingKind) -> &'static str,
    /// What a finding is about, with what that is called.
    pub about: fn(&FindingAbout, &str) -> String,
    /// What it suggests; whom it asks, by name.
    pub suggestion: fn(&Suggestion, Option<&str>) -> String,
    /// How far it is.
    pub status: fn(FindingStatus) -> &'static str,
    /// That what it is about has changed since it was made.
    pub has_changed: &'static str,
    /// That it was accepted, and that something else stands here.
    pub not_taken_over: &'static str,
    /// Somebody who did not say who they are.
    pub somebody: &'static str,
    /// Who said something when, as a line.
    pub said: fn(&str, Timestamp) -> String,
}

/// The exchange as CSV, a row for each finding, its replies in one cell. It begins with a mark, without which spreadsheets take UTF-8 for
/// another encoding. Words that they would take for a formula get an apostrophe in front.
///
/// # Errors
/// None that a session could cause; what the writer says.
pub fn review_csv(findings: &[ReviewedFinding<'_>], names: Names<'_>, words: &ReviewWords) -> Result<String, csv::Error> {
    let row = |it: &ReviewedFinding<'_>| {
        let replies: Vec<String> = it
            .replies
            .iter()
            .map(|reply| format!("{}: {}", (words.said)(&who(reply.by, names, words), reply.at), reply.text))
            .collect();
        [
            it.at.to_string(),
            who(it.by, names, words),
            (words.kind)(&it.finding.kind).to_owned(),
            about(it, names, words),
            part(it, names).unwrap_or_default(),
            it.finding.text.clone(),
            suggested(it, names, words),
            status(it, words),
            it.decision.map(|(_, fact)| who(fact.by.as_ref(), names, words)).unwrap_or_default(),
            it.decision.map(|(_, fact)| fact.at.to_string()).unwrap_or_default(),
            why(it).to_owned(),
            replies.join("\n"),
        ]
    };
    csv_table(For::Spreadsheet, words.head, findings.iter().map(row))
}

/// The exchange as a document: a chapter for each status, an entry for each finding, what was replied below it.
#[must_use]
pub fn review_document(frame: Document, findings: &[ReviewedFinding<'_>], names: Names<'_>, words: &ReviewWords) -> Document {
    let chapter = |status: FindingStatus| {
        let here = findings.iter().filter(|it| it.status == status).map(|it| entry(it, names, words)).collect::<Vec<_>>();
        let blocks = vec![Block::List(here)];
        Chapter { title: (words.status)(status).to_owned(), on_new_page: false, blocks }
    };
    let there = |status: &FindingStatus| findings.iter().any(|it| it.status == *status);
    Document { chapters: FindingStatus::ALL.into_iter().filter(there).map(chapter).collect(), ..frame }
}

fn entry(it: &ReviewedFinding<'_>, names: Names<'_>, words: &ReviewWords) -> Entry {
    let said = |by: Option<&PersonId>, at: Timestamp| (words.said)(&who(by, names, words), at);
    let mut lines = vec![[(words.kind)(&it.finding.kind), &said(it.by, it.at)].join(" · ")];
    let suggested = suggested(it, names, words);
    lines.extend(Some(suggested).filter(|words| !words.is_empty()));
    lines.extend(it.replies.iter().map(|reply| format!("{}: {}", said(reply.by, reply.at), reply.text)));
    if let Some((_, fact)) = it.decision {
        let end = [&status(it, words), &said(fact.by.as_ref(), fact.at), why(it)];
        lines.push(end.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · "));
    }
    if it.has_changed {
        lines.push(words.has_changed.to_owned());
    }
    let head = [Some(about(it, names, words)), part(it, names)].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    Entry { head, text: it.finding.text.clone(), lines }
}

/// How far it is, and what is to be known about that.
fn status(it: &ReviewedFinding<'_>, words: &ReviewWords) -> String {
    let changed = it.has_changed.then_some(words.has_changed);
    let not_here = (!it.is_taken_over).then_some(words.not_taken_over);
    [Some((words.status)(it.status)), changed, not_here].into_iter().flatten().collect::<Vec<_>>().join(". ")
}

/// The part of the system that it is about.
fn part(it: &ReviewedFinding<'_>, names: Names<'_>) -> Option<String> {
    it.finding.part.as_ref().map(|part| called(&Thing::Part(part.clone()), names))
}

fn who(by: Option<&PersonId>, names: Names<'_>, words: &ReviewWords) -> String {
    by.and_then(|id| names.session.person_name(id)).unwrap_or(words.somebody).to_owned()
}

/// What a finding is about, by what it is called now, else then.
fn about(it: &ReviewedFinding<'_>, names: Names<'_>, words: &ReviewWords) -> String {
    let about = it.about.as_ref().unwrap_or(&it.finding.about);
    let called = thing_of(about).map(|thing| called(&thing, names)).unwrap_or_default();
    (words.about)(about, &called)
}

fn suggested(it: &ReviewedFinding<'_>, names: Names<'_>, words: &ReviewWords) -> String {
    match &it.finding.kind {
        FindingKind::Suggestion(suggestion) => {
            let about = it.about.as_ref().unwrap_or(&it.finding.about);
            (words.suggestion)(suggestion, names.own_suggested(about, suggestion))
        }
        FindingKind::Question(Some(to)) => who(Some(to), names, words),
        FindingKind::Question(None) | FindingKind::Comment | FindingKind::Challenge => String::new(),
    }
}

/// Why it was declined.
fn why<'a>(it: &ReviewedFinding<'a>) -> &'a str {
    match it.decision {
        Some((FindingDecision::Declined(declined), _)) => &declined.reason,
        _ => "",
    }
}

/// What something is called, or else its id.
fn called(thing: &Thing, names: Names<'_>) -> String {
    names.of(thing).text().unwrap_or_else(|| thing.id()).to_owned()
}
