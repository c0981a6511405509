//! The reports of a workspace say nothing of what is not in it.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use crate::support::any::cases;
use crate::support::{id, tiny_asked};
use crate::workspaces::{after, check, happens};
use plumbline::analysis::{Assessment, ReportOptions, report};
use plumbline::exchange::{ReportForm, fingerprint, report_in_zip, zip};
use plumbline::session::Date;
use proptest::prelude::*;

const TODAY: Date = Date::constant(2026, 11, 29);

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn the_reports_of_a_workspace_have_nothing_of_what_is_not_in_it(all in proptest::collection::vec(happens(), 0..24), words in 0..4_usize) {
        let (store, places) = after(&all, words);
        for (workspace, form) in (0..3).zip([ReportForm::Html, ReportForm::Markdown, ReportForm::Html]) {
            let entries = store.in_workspace(&id(&format!("w{workspace}"))).unwrap();
            let made = entries.iter().map(|entry| {
                let (session, options) = (entry.session.as_ref().unwrap(), ReportOptions::default());
                let code = fingerprint(session, &options).unwrap();
                let asked = tiny_asked();
                let report = report(&Assessment::latest(&asked, session), TODAY, &options, "de");
                report_in_zip(session, &plumbline::ui::report_document(&report, &code), form, TODAY, "report")
            });
            let files: Vec<_> = made.collect();
            let ending = format!("-report.{}", form.ending());
            let are_named = files.iter().all(|file| file.name.ends_with(&ending));
            prop_assert!(are_named);
            check(&files, workspace, &places);
            prop_assert_eq!(zip(files.clone()).unwrap(), zip(files).unwrap(), "the same bytes");
        }
    }
}
