//! What goes into the report; remembered in this browser.

use leptos::prelude::*;

use crate::analysis::{Length, ReportOptions, Section};
use crate::ui::components::{Choice, Segmented};
use crate::ui::state::report_options::remember;
use crate::ui::text as t;

const SHORT: &str = "short";
const FULL: &str = "full";
const NAMES: &str = "names";
const NAMELESS: &str = "nameless";

/// Chooses sections, length, and whether people are named.
#[component]
pub fn ReportChoices(options: RwSignal<ReportOptions>) -> impl IntoView {
    let alter = move |change: Box<dyn FnOnce(&mut ReportOptions)>| {
        options.update(change);
        options.with_untracked(remember);
    };
    let sections: Vec<_> = Section::ALL
        .into_iter()
        .map(|section| {
            let shown = move || options.with(|options| options.shows(section));
            let toggle = move |event| {
                let is_on = event_target_checked(&event);
                alter(Box::new(move |options| {
                    if is_on {
                        options.sections.insert(section)
                    } else {
                        options.sections.remove(&section)
                    };
                }));
            };
            view! {
                <label class="choice">
                    <input type="checkbox" prop:checked=shown on:change=toggle />
                    <span>{t::section_title(section)} " " <span class="hint">{t::section_hint(section)}</span></span>
                </label>
            }
        })
        .collect();
    let lengths = vec![Choice::new(SHORT, t::length(Length::Short), ""), Choice::new(FULL, t::length(Length::Full), "")];
    let length = Signal::derive(move || {
        Some(options.with(|options| if options.length == Length::Short { SHORT } else { FULL }).to_owned())
    });
    let choose_length = move |key: String| {
        let length = if key == SHORT { Length::Short } else { Length::Full };
        // The annex is most of the pages: whoever wants it short does without, unless they choose it again.
        alter(Box::new(move |options| {
            options.length = length;
            match length {
                Length::Short => options.sections.remove(&Section::Practices),
                Length::Full => options.sections.insert(Section::Practices),
            };
        }));
    };
    let naming = vec![Choice::new(NAMES, t::WITH_NAMES, ""), Choice::new(NAMELESS, t::WITHOUT_NAMES, "")];
    let names = Signal::derive(move || Some(options.with(|options| if options.names { NAMES } else { NAMELESS }).to_owned()));
    let choose_names = move |key: String| alter(Box::new(move |options| options.names = key == NAMES));
    view! {
        <section class="card report-choices">
            <h2>{t::REPORT_OPTIONS}</h2>
            <fieldset class="choices">
                <legend>{t::REPORT_SECTIONS}</legend>
                {sections}
            </fieldset>
            <Segmented legend=t::REPORT_LENGTH name="report-length" choices=lengths chosen=length on_choose=choose_length show_legend=true />
            <Segmented legend=t::REPORT_NAMES name="report-names" choices=naming chosen=names on_choose=choose_names show_legend=true />
            <p class="hint">{t::NAMES_HINT}</p>
        </section>
    }
}
