//! The statements that an action will satisfy, to add and to take out.

use leptos::prelude::*;

use crate::analysis::{Thing, missing, missing_needs};
use crate::model::IndicatorId;
use crate::session::{ActionId, commands};
use crate::ui::components::ChooseThen;
use crate::ui::pages::plan::Plan;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// How many characters of a statement stand in a choice.
const SHORT: usize = 110;

/// The statements of an action. Those that its practice misses can be added.
#[component]
pub fn Serves(id: ActionId) -> impl IntoView {
    let open_session = open_session();
    let plan = expect_context::<Plan>();
    let key = id.to_string();
    let id = StoredValue::new(id);
    let planned = plan.action(id);
    let statements = move || planned.with(|it| it.as_ref().map(|it| it.statements.clone()).unwrap_or_default());
    let serve = move |indicator: IndicatorId, on: bool| {
        open_session.change(commands::serve(&id.get_value(), indicator, on));
    };
    let rows = move || {
        let row = |(indicator, verdict): (IndicatorId, _)| {
            let words = open_session.name_of(&Thing::Indicator(indicator.clone()));
            let about = t::no_longer_serves(&words);
            view! {
                <li>
                    <span>{words}</span> " " <span class="tag quiet">{t::verdict(verdict)}</span> " "
                    <button type="button" class="button plain small" aria-label=about on:click=move |_| serve(indicator.clone(), false)>
                        {t::REMOVE}
                    </button>
                </li>
            }
        };
        statements().into_iter().map(row).collect::<Vec<_>>()
    };
    let practice = Memo::new(move |_| planned.with(|it| it.as_ref().and_then(|it| it.practice.clone())));
    let there = Memo::new(move |_| statements().into_iter().map(|(it, _)| it).collect::<Vec<_>>());
    // What a practice misses or, where the action is for none, what all of them do.
    let choices = open_session.following(move |assessment| {
        open_session.results.with(|results| {
            let of = practice.get();
            let all = results.practices.iter().filter(|it| it.is_gap() && of.as_ref().is_none_or(|of| *of == it.practice));
            let all = all.flat_map(|result| {
                let levels = missing(assessment, result).into_iter().flat_map(|it| it.indicators);
                levels.chain(missing_needs(assessment, result)).map(|it| it.asked.indicator.clone()).collect::<Vec<_>>()
            });
            let new = all.filter(|it| there.with(|there| !there.contains(&it.id)));
            new.map(|it| (it.id.to_string(), it.text.get(t::tag()).chars().take(SHORT).collect::<String>())).collect::<Vec<_>>()
        })
    });
    let field = format!("action-serves-{key}");
    let add = Callback::new(move |chosen: String| {
        if let Ok(indicator) = IndicatorId::try_from(chosen) {
            serve(indicator, true);
        }
    });
    view! {
        <div class="plan-serves">
            <p class="plan-legend" id=format!("{field}-list")>{t::ACTION_SERVES}</p>
            {move || statements().is_empty().then(|| view! { <p class="hint">{t::ACTION_SERVES_NONE}</p> })}
            <ul aria-labelledby=format!("{field}-list")>{rows}</ul>
            {move || {
                let field = field.clone();
                (!choices.with(Vec::is_empty)).then(|| view! {
                    <div class="field">
                        <label for=field.clone()>{t::ADD_STATEMENT}</label>
                        <ChooseThen id=field nothing=t::CHOOSE_STATEMENT.to_owned() choices=choices.get() words=t::ADD_STATEMENT act=add />
                    </div>
                })
            }}
        </div>
    }
}
