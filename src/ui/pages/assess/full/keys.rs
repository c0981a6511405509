//! Answering with single keys.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use crate::analysis::{AskedOf, Thing};
use crate::model::{IndicatorId, Level, PracticeId};
use crate::session::{Answer, Confidence};
use crate::ui::browser::keys::Command;
use crate::ui::browser::{keyboard, page};
use crate::ui::components::single_keys_are_on;
use crate::ui::pages::assess::full::indicator::say_confidence;
use crate::ui::pages::assess::full::more::toggle_more;
use crate::ui::pages::assess::full::{Pass, answer_group};
use crate::ui::pages::practice::InOrder;
use crate::ui::pages::practice::answers::{answer_by_place, answer_key, answered, reason_field, say};
use crate::ui::routes::SessionPage;
use crate::ui::state::app_state::app_state;
use crate::ui::text as t;

/// Listens to single keys for as long as the practice is shown.
pub fn listen_to_keys(pass: Pass, here: InOrder) {
    let (navigate, app_state) = (use_navigate(), app_state());
    let go = move |to: Option<&PracticeId>| {
        let Some(id) = to else { return false };
        let open_session = pass.open_session;
        let path = SessionPage::Full.of(id).path_in(&open_session.slot());
        navigate(&path, leptos_router::NavigateOptions::default());
        true
    };
    keyboard::listen(move |command| {
        if !single_keys_are_on(app_state) {
            return false;
        }
        go_on_if_due(pass);
        match command {
            Command::Confidence(place) => mark(pass, place),
            Command::NextPractice => go(here.after.as_ref()),
            Command::PreviousPractice => go(here.before.as_ref()),
            Command::NextIndicator => step(pass, 1),
            Command::PreviousIndicator => step(pass, -1),
            Command::Onward => onward(pass),
            other => about_current(pass, other),
        }
    });
}

/// What a key does to the current statement.
fn about_current(pass: Pass, command: Command) -> bool {
    let Some(id) = pass.current.get_untracked() else { return false };
    match command {
        Command::Answer(_) | Command::DontKnow => {
            let Some(answer) = answer_of(pass, command) else { return false };
            let needs_words = matches!(answer, Answer::NotApplicable(_));
            let key = answer_key(&answer);
            if !page::choose(&answer_group(&id), &key) {
                // Said once more, it is as fresh as today; the reason given for it stays.
                let once_more = untrack(|| answered(pass.open_session, &id)).filter(|before| answer_key(before) == key);
                say(pass.open_session, id.clone(), once_more.or(Some(answer)));
            }
            if needs_words {
                // Its field is there once what follows from the answer is.
                page::after_paint(move || page::focus_soon(reason_field(&id)));
            } else {
                onward_soon(pass);
            }
            true
        }
        Command::Clear | Command::Zero => {
            say(pass.open_session, id, None);
            true
        }
        Command::More => {
            toggle_more(pass, id);
            true
        }
        _ => false,
    }
}

/// The answer that a key gives.
fn answer_of(pass: Pass, command: Command) -> Option<Answer> {
    match command {
        Command::Answer(place) => answer_by_place(pass.open_session, place),
        Command::DontKnow => Some(Answer::DontKnow),
        _ => None,
    }
}

/// Says how somebody knows what they answered, also when they have gone on since.
fn mark(pass: Pass, place: usize) -> bool {
    let (Some(id), Some(confidence)) = (pass.to_mark(), Confidence::ALL.get(place).copied()) else { return false };
    let words = pass.open_session.name_of(&Thing::Indicator(id.clone()));
    say_confidence(pass.open_session, id, Some(confidence));
    pass.marked.set(t::marked(confidence, &words));
    true
}

/// Goes on as soon as the answer shows: opening the next level may take longer than a frame.
fn onward_soon(pass: Pass) {
    pass.goes_on.set_value(true);
    page::after_paint(move || go_on_if_due(pass));
}

/// Goes on now if that is due: the next key is about the next statement, however soon it comes.
fn go_on_if_due(pass: Pass) {
    if pass.goes_on.try_get_value() == Some(true) {
        pass.goes_on.set_value(false);
        onward(pass);
    }
}

/// To the most useful unanswered statement here, or else to the way on.
fn onward(pass: Pass) -> bool {
    match untrack(move || pass.next_here()) {
        Some(next) => pass.go_to(next.level, next.indicator),
        None => page::focus("go-on"),
    }
    true
}

/// To the next or previous statement of the practice.
fn step(pass: Pass, by: isize) -> bool {
    let part = pass.open_session.part.get_untracked();
    let all: Vec<(Level, IndicatorId)> = untrack(move || {
        pass.open_session.assessment(|assessment| {
            let asked = assessment.asked();
            let practice = asked.practice(&pass.practice.get_value()).into_iter();
            let here = practice.flat_map(|practice| asked.indicators_of(practice));
            let here = here.filter(|it| assessment.said().asked_of(it.indicator, part.as_ref()) == AskedOf::This);
            here.map(|it| (it.level, it.indicator.id.clone())).collect()
        })
    });
    let now = pass.current.get_untracked().and_then(|id| all.iter().position(|(_, other)| *other == id));
    let to = match now {
        Some(index) => index.checked_add_signed(by),
        None => Some(0),
    };
    let Some((level, id)) = to.and_then(|index| all.get(index)) else { return false };
    pass.go_to(*level, id.clone());
    true
}
