//! The quick pass: one screen per practice, choose the description that fits; then the next one follows.

use leptos::prelude::*;

use crate::ui::browser::page;
use crate::ui::components::{KeptApartMark, NoName, OF_PRACTICE};
use crate::ui::pages::assess::quick_answers::Descriptions;
use crate::ui::pages::assess::quick_beside::FromIndicators;
use crate::ui::pages::assess::quick_onward::{LastAnswer, QuickOnward};
use crate::ui::pages::assess::quick_way::{QuickWay, listen_to_keys};
use crate::ui::pages::practice::former::{Again, FormerlySaid};
use crate::ui::pages::practice::scale_help::ScaleHelp;
use crate::ui::pages::practice::{InOrder, PracticeHelp, PracticeNote, PracticePage, ScopeQuestion};
use crate::ui::text as t;

/// The quick pass of the practice that the address names.
#[component]
pub fn QuickPage() -> impl IntoView {
    page::say_kind("quick");
    QuickWay::provide();
    view! { <PracticePage above=t::quick_above screen=|here| view! { <QuickScreen here /> }.into_any() /> }
}

/// One practice of the quick pass.
#[component]
fn QuickScreen(here: InOrder) -> impl IntoView {
    let practice = here.practice.clone();
    let way = QuickWay::at(&here);
    listen_to_keys(way.clone(), here.practice.clone());
    view! {
        <LastAnswer way=way.clone() />
        <div class="quick">
            <div class="quick-asked">
                {practice.question.said(t::tag()).map(|words| view! { <p class="question">{words.to_owned()}</p> })}
                <FormerlySaid practice=practice.id.clone() again=Again::Quick />
                <KeptApartMark lists=OF_PRACTICE on=practice.id.as_str() />
                <Descriptions practice=practice.clone() way=way.clone() />
                <ScopeQuestion practice=practice.id.clone() is_optional=true />
            </div>
            <div class="quick-beside">
                <FromIndicators practice=practice.id.clone() />
                <PracticeNote practice=practice.id.clone() />
                <NoName />
                {practice.who.said(t::tag()).map(|who| view! { <p class="hint">{t::who_knows(who)}</p> })}
                <PracticeHelp practice=practice.clone() />
                <ScaleHelp />
            </div>
        </div>
        <QuickOnward here way />
    }
}
