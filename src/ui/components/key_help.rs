//! Which key does what, and whether single keys do anything.

use leptos::html::Dialog;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use crate::model::Questionnaire;
use crate::session::{Answer, NotApplicable};
use crate::ui::browser::keys::Command;
use crate::ui::browser::{keyboard, page};
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The setting of this browser that switches single keys off, for those who press keys by accident or by voice.
const SETTING: &str = "keys";
const OFF: &str = "off";

/// Whether single keys do anything in this browser.
pub fn single_keys_are_on(app_state: AppState) -> bool {
    app_state.store().setting(SETTING).as_deref() != Some(OFF)
}

/// Where the digits stand in the list: for answers, and for levels in the quick pass.
const ANSWERS: usize = 0;
const LEVELS: usize = 4;

const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// Which digits do what in this model, where it is other than in the list: the keys and the words.
fn digits(asked: &Questionnaire) -> [Option<(Vec<&'static str>, String)>; 2] {
    let scale = &asked.model().scoring.answers;
    let own = scale.own.iter().map(|own| own.text.get(t::tag()).to_owned());
    let usual = [Answer::Met, Answer::Partly, Answer::NotMet].into_iter().filter(|_| scale.is_usual());
    let nowhere = scale.not_applicable.then(|| Answer::NotApplicable(NotApplicable::because("")));
    let rest = |all: &[Answer]| all.iter().map(t::answer_to_choose).collect::<Vec<_>>();
    let usual: Vec<_> = usual.collect();
    let nowhere: Vec<_> = nowhere.into_iter().collect();
    let answers: Vec<String> = rest(&usual).into_iter().chain(own).chain(rest(&nowhere)).take(DIGITS.len() - 1).collect();
    let keys: Vec<_> = DIGITS.iter().skip(1).take(answers.len()).copied().collect();
    let is_listed = scale.is_usual() && scale.not_applicable;
    let top = usize::from(asked.model().top().number());
    let levels = DIGITS.iter().take(top + 1).copied().chain(["D"]).collect();
    let (_, words) = t::key_list().into_iter().nth(LEVELS).unwrap_or_default();
    [(!is_listed).then(|| (keys, t::answers_by_digit(&answers))), (top != 4).then(|| (levels, words.to_owned()))]
}

/// A button that shows which key does what; so does `?`.
#[component]
pub fn KeyHelp() -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let open = move || {
        if let Some(dialog) = dialog.get_untracked() {
            page::open_dialog(&dialog);
        }
    };
    let close = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let app_state = app_state();
    let on = RwSignal::new(single_keys_are_on(app_state));
    let toggle = move |_| {
        on.update(|on| *on = !*on);
        app_state.store().set_setting(SETTING, if on.get_untracked() { "on" } else { OFF });
    };
    let open_session = open_session();
    let navigate = use_navigate();
    keyboard::listen(move |command| {
        if !on.get_untracked() {
            return false;
        }
        match command {
            Command::Help => open(),
            Command::Search => {
                navigate(
                    &Address::from(SessionPage::Search).path_in(&open_session.slot()),
                    leptos_router::NavigateOptions::default(),
                );
                page::focus_soon("search".to_owned());
            }
            _ => return false,
        }
        true
    });
    let rows = move || {
        let [answers, levels] = open_session.asked.with(|asked| digits(asked));
        t::key_list()
            .into_iter()
            .enumerate()
            .map(|(at, (keys, words))| {
                let own = match at {
                    ANSWERS => answers.clone(),
                    LEVELS => levels.clone(),
                    _ => None,
                };
                let (keys, words) = own.unwrap_or_else(|| (keys.to_vec(), words.to_owned()));
                let keys: Vec<_> = keys.into_iter().map(|key| view! { <kbd>{key}</kbd> " " }).collect();
                view! { <dt>{keys}</dt> <dd dir="auto">{words}</dd> }
            })
            .collect::<Vec<_>>()
    };
    view! {
        <button type="button" class="button plain small tool icon-keys" aria-keyshortcuts="?" on:click=move |_| open()>
            <span class="words">{t::KEYS}</span>
        </button>
        <dialog node_ref=dialog class="keys" aria-labelledby="keys-title">
            <h2 id="keys-title">{t::KEYS_TITLE}</h2>
            <p class="hint">{t::KEYS_HINT}</p>
            <dl>{rows}</dl>
            <div class="actions">
                <label class="tick-row"><input type="checkbox" prop:checked=on on:change=toggle /> {t::KEYS_ON}</label>
                <button type="button" class="button" on:click=close>{t::KEYS_CLOSE}</button>
            </div>
        </dialog>
    }
}
