//! What a practice means to who reads: consequences for a business owner, what is to be in place for a technology owner.

use leptos::prelude::*;

use crate::model::{Level, Practice, Text};
use crate::session::Target;
use crate::ui::components::{Choice, LevelMark, Segmented};
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// Whether the page speaks to a technology owner; else to a business owner.
#[derive(Clone, Copy)]
pub struct Technical(pub RwSignal<bool>);

const SETTING: &str = "targets-for";
const BUSINESS: &str = "business";
const TECHNOLOGY: &str = "technology";

/// Chooses to whom the page speaks; remembered on this device.
#[component]
pub fn WhoReads() -> impl IntoView {
    let Technical(technical) = expect_context::<Technical>();
    let choices = vec![Choice::new(BUSINESS, t::FOR_BUSINESS, ""), Choice::new(TECHNOLOGY, t::FOR_TECHNOLOGY, "")];
    let chosen = Signal::derive(move || Some(if technical.get() { TECHNOLOGY } else { BUSINESS }.to_owned()));
    let on_choose = move |key: String| {
        technical.set(key == TECHNOLOGY);
        app_state().store_after_saving().set_setting(SETTING, &key);
    };
    view! { <Segmented legend=t::WHO_READS name="who-reads" choices chosen on_choose show_legend=true /> }
}

/// Begins with what was chosen last on this device.
pub fn provide_technical() {
    let technical = app_state().store_after_saving().setting(SETTING).as_deref() == Some(TECHNOLOGY);
    provide_context(Technical(RwSignal::new(technical)));
}

/// What the practice means to who reads.
#[component]
pub fn TargetWords(practice: Practice, target: Memo<Option<Target>>) -> impl IntoView {
    let Technical(technical) = expect_context::<Technical>();
    let practice = StoredValue::new(practice);
    let level = Memo::new(move |_| target.with(|target| target.as_ref().map(|target| target.level)));
    let asked = open_session().asked;
    let of_technology = move |practice: &Practice| {
        asked.with(|asked| for_technology(practice, level.get(), &|level| asked.actions(practice, level)))
    };
    move || practice.with_value(|practice| if technical.get() { of_technology(practice) } else { for_business(practice) })
}

fn for_business(practice: &Practice) -> AnyView {
    view! {
        {practice.objective.said(t::tag()).map(|words| view! { <p>{words.to_owned()}</p> })}
        {practice.without.said(t::tag()).map(|words| {
            view! { <p class="hint"><strong>{t::WITHOUT_IT}</strong> " " {words.to_owned()}</p> }
        })}
    }
    .into_any()
}

/// The description of the target's level and what needs to be done for it; without a target, the descriptions of all levels.
fn for_technology<'a>(practice: &'a Practice, target: Option<Level>, actions: &dyn Fn(Level) -> Vec<&'a Text>) -> AnyView {
    let shown = practice.levels.iter().filter(|guide| target.is_none_or(|target| guide.level == target));
    let levels: Vec<_> = shown
        .map(|guide| {
            let actions = target.map(actions).unwrap_or_default();
            let actions: Vec<_> = actions.into_iter().map(|it| view! { <li>{it.get(t::tag()).to_owned()}</li> }).collect();
            view! {
                {guide.description.said(t::tag()).map(|words| {
                    view! { <p class="hint"><LevelMark level=guide.level /> " " {words.to_owned()}</p> }
                })}
                {(!actions.is_empty()).then(|| view! { <p class="hint"><strong>{t::TO_BE_DONE}</strong></p> <ul class="hint">{actions}</ul> })}
            }
        })
        .collect();
    view! { {levels} }.into_any()
}
