//! What people answered differently in the quick pass, with the way to settle it.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{QuickDifference, Thing};
use crate::model::Level;
use crate::session::{Subject, commands};
use crate::ui::browser::{page, second_press};
use crate::ui::components::{Choice, Segmented, SettleButton, TextArea, person_words};
use crate::ui::pages::practice::level_choices;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// What is the same as long as nothing of a difference changes.
pub fn quick_key(it: &QuickDifference) -> String {
    let answers: Vec<String> = it.answers.iter().map(|(by, level)| format!("{by:?} {level:?}")).collect();
    format!("{}/{:?}/{}", it.practice, it.part, answers.join("/"))
}

/// A practice, or a part of it, with who answered which level in the quick pass, and the choice of what counts.
#[component]
pub fn QuickSettle(
    it: QuickDifference,
    /// What takes the focus after it was settled.
    focus: &'static str,
) -> impl IntoView {
    let open_session = open_session();
    let name = open_session.name_of(&Thing::Practice(it.practice.clone()));
    let part = it.part.as_ref().map(|part| format!(" · {}", open_session.name_of(&Thing::Part(part.clone()))));
    let words = open_session.session.with_untracked(|session| {
        let said: Vec<_> = it.answers.iter().map(|(by, level)| (person_words(session, by.as_ref()), *level)).collect();
        t::quick_answers(&said)
    });
    let key = format!("{}{}", it.practice, it.part.as_ref().map(|part| format!("/{part}")).unwrap_or_default());
    let levels = it.levels();
    let all = open_session.asked.with_untracked(|asked| level_choices(asked.model()));
    let choices: Vec<Choice> = all.into_iter().filter(|choice| levels.iter().any(|it| it.to_string() == choice.key)).collect();
    let (choices_id, missing_id) = (StoredValue::new(format!("quick-counts/{key}")), format!("quick-counts-missing/{key}"));
    let reason_id = StoredValue::new(format!("quick-counts-why/{key}"));
    let (chosen, reason) = (RwSignal::new(None::<String>), RwSignal::new(String::new()));
    let has_reason = Memo::new(move |_| reason.with(|reason| !reason.trim().is_empty()));
    let is_missing = Memo::new(move |_| chosen.with(Option::is_none) || !has_reason.get());
    let href = open_session.link(SessionPage::Full.of(&it.practice));
    let settled_name = name.clone();
    let settle = move |press: MouseEvent| {
        let level = chosen.get_untracked().and_then(|key| key.parse::<u8>().ok()).map(Level::new);
        let (Some(level), Some(round)) = (level, open_session.round()) else {
            page::focus_choice(&choices_id.with_value(Clone::clone));
            return;
        };
        if !has_reason.get_untracked() {
            page::focus_soon(reason_id.with_value(Clone::clone));
            return;
        }
        let at = Subject { on: it.practice.clone(), round, part: it.part.clone() };
        let change = open_session
            .session
            .with_untracked(|session| reason.with_untracked(|why| commands::settle_quick(session, at, level, why)));
        second_press::moves_on(&press);
        open_session.change_with_undo(vec![change], t::quick_settled(&settled_name, level));
        page::focus_soon(focus.to_owned());
    };
    view! {
        <li class="settle-form">
            <h4><A href=href>{name}</A> {part}</h4>
            <p dir="auto">{words}</p>
            <div id=choices_id.get_value()>
                <Segmented
                    legend=t::WHAT_COUNTS
                    name=format!("quick-counts/{key}")
                    choices
                    chosen
                    on_choose=move |key: String| chosen.set(Some(key))
                    show_legend=true
                />
            </div>
            <TextArea
                id=reason_id.get_value()
                label=t::QUICK_SETTLE_WHY
                value=reason
                on_type=move |typed: String| reason.set(typed)
            />
            <SettleButton missing_id is_missing missing=t::QUICK_SETTLE_MISSING settle />
        </li>
    }
}
