//! What most targets do without: the decision in detail, an own minimum, own statements. Made once it is opened.

use leptos::prelude::*;

use crate::model::PracticeId;
use crate::session::{FindingAbout, Target};
use crate::ui::components::WriteFindingLink;
use crate::ui::pages::targets::decision::{Alter, TargetDecision};
use crate::ui::pages::targets::minimum::TargetMinimum;
use crate::ui::pages::targets::own_indicators::OwnIndicators;
use crate::ui::pages::targets::row::Row;
use crate::ui::text as t;

/// The decision in detail, an own minimum, own statements.
#[component]
pub fn TargetMore(
    practice: PracticeId,
    #[prop(into)] name: String,
    target: Memo<Option<Target>>,
    row: Memo<Row>,
    alter: Alter,
) -> impl IntoView {
    let opened = RwSignal::new(false);
    let is_set = Memo::new(move |_| target.with(Option::is_some));
    let of = StoredValue::new((practice, name.clone()));
    let not_named = Signal::derive(move || row.with(|row| row.who.as_ref().and_then(|(how, name)| t::not_named(*how, name))));
    let content = move || {
        opened.get().then(|| {
            let (practice, name) = of.get_value();
            let key = practice.to_string();
            view! {
                {move || is_set.get().then(|| view! { <TargetDecision key=key.clone() target not_named alter /> })}
                <TargetMinimum practice=practice.clone() name />
                <OwnIndicators practice=practice.clone() />
                <WriteFindingLink about=FindingAbout::Target(practice) />
            }
        })
    };
    view! {
        <details class="more" on:toggle=move |_| opened.set(true)>
            <summary>{t::MORE_ABOUT_TARGET} <span class="unseen">" " {name.clone()}</span></summary>
            <fieldset class="more-content">
                <legend class="unseen">{t::decision_about(&name)}</legend>
                {content}
            </fieldset>
        </details>
    }
}
