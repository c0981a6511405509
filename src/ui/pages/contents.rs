//! The parts of the app that have pages of several steps, or of none.

use leptos::prelude::*;

use crate::ui::components::NoticeBar;
use crate::ui::pages::assess::AssessPage;
use crate::ui::pages::assess::first_question::FirstQuestion;
use crate::ui::pages::assess::quick::QuickPage;
use crate::ui::pages::{Page, about, search, settings, start};
use crate::ui::routes::SessionPage;
use crate::ui::shell::parts::Contents;
use crate::ui::shell::session_frame::SessionFrame;
use crate::ui::state::app_state::app_state;

/// The first question, before there is an assessment.
pub const FIRST: Contents =
    Contents { begin: crate::ui::state::begin, pages: &[(Page::FirstQuestion, || FirstQuestion().into_any())] };

/// What the way on from the first question needs, from several steps of the way: the state that all pages share, beginning, the frame,
/// the way to the quick pass, the quick pass.
pub const QUICK: Contents = Contents {
    begin: crate::ui::state::open,
    pages: &[
        (Page::Begin, || start::Begin().into_any()),
        (Page::BeginAnswered, || start::answered::BeginAnswered().into_any()),
        (Page::NoticeBar, || NoticeBar().into_any()),
        (Page::Session, || SessionFrame().into_any()),
        (Page::Within(SessionPage::Assess), || AssessPage().into_any()),
        (Page::Within(SessionPage::Quick), || QuickPage().into_any()),
    ],
};

/// What stands beside the way: settings, what this is, the search.
pub const BESIDE: Contents = Contents {
    begin: || app_state().clear_bin(),
    pages: &[
        (Page::Settings, || settings::SettingsPage().into_any()),
        (Page::About, || about::AboutPage().into_any()),
        (Page::Notices, || about::notices::NoticesPage().into_any()),
        (Page::Within(SessionPage::Search), || search::SearchPage().into_any()),
    ],
};

/// What is hosted beside the models, for all pages; and beginning with it.
pub const GUIDANCE: Contents =
    Contents { begin: crate::ui::state::complete, pages: &[(Page::ProfileLink, || start::named::ProfileLink().into_any())] };
