//! The table of the plan, changed in a spreadsheet and back again: read, shown, and taken over once somebody says so.

use std::borrow::Cow;
use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::Names;
use crate::exchange::{DayOrder, LARGEST, NotAPlan, PlanBack, ReadError, plan_back, text_of};
use crate::ui::browser::{files, page};
use crate::ui::pages::plan::Plan;
use crate::ui::pages::plan::table_preview::TablePreview;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The id of what is shown of a table.
pub const SHOWN: &str = "plan-table-back";

/// A table that was chosen.
#[derive(Clone, PartialEq)]
pub struct Chosen {
    /// Its name.
    pub file: String,
    /// What it says, or why that can't be read.
    text: Result<Arc<str>, &'static str>,
}

/// What is known of the table that was chosen.
#[derive(Clone, Copy)]
pub struct Table {
    /// The file; nothing where none is looked at.
    pub chosen: RwSignal<Option<Chosen>>,
    /// How it writes days.
    pub days: RwSignal<DayOrder>,
    /// What it would change in the plan as that is now.
    pub back: Memo<Option<Result<PlanBack, NotAPlan>>>,
}

/// The button for a table, and what it would change.
#[component]
pub fn TableBack() -> impl IntoView {
    let open_session = open_session();
    let plan = expect_context::<Plan>();
    let (chosen, days) = (RwSignal::new(None::<Chosen>), RwSignal::new(DayOrder::default()));
    let back = Memo::new(move |_| {
        let text = chosen.with(|chosen| chosen.as_ref()?.text.clone().ok())?;
        let (asked, all, days) = (open_session.asked.get(), plan.in_order(), days.get());
        Some(open_session.soon(|session| {
            let names = Names::new(Some(&asked), session, t::tag());
            plan_back(&text, &all, names, &t::plan_words(), days)
        }))
    });
    let choose = move |event: web_sys::Event| {
        let Some(file) = files::chosen(&event) else { return };
        leptos::task::spawn_local(async move {
            let text = read(&file).await;
            chosen.try_set(Some(Chosen { file: file.name(), text }));
            page::focus_soon(SHOWN.to_owned());
        });
    };
    let fault = move || {
        let why = chosen.with(|chosen| chosen.as_ref().and_then(|it| it.text.as_ref().err().copied().map(str::to_owned)));
        why.or_else(|| back.with(|back| back.as_ref()?.as_ref().err().copied().map(t::not_a_plan)))
    };
    let file = move || chosen.with(|chosen| chosen.as_ref().map(|it| it.file.clone()).unwrap_or_default());
    let is_read = Memo::new(move |_| back.with(|back| back.as_ref().is_some_and(Result::is_ok)));
    view! {
        <h3>{t::TABLE_BACK}</h3>
        <p class="hint">{t::TABLE_BACK_HINT}</p>
        <p>
            <label class="button file-button">
                {t::CHOOSE_TABLE} <input type="file" class="unseen" accept=".csv,.tsv,.txt,text/csv" on:change=choose />
            </label>
        </p>
        {move || fault().map(|why| view! {
            <div class="banner banner-warning" id=SHOWN tabindex="-1" role="status">
                <p dir="auto">{t::refused(&file())} ". " {t::NOTHING_CHANGED}</p>
                <p>{why}</p>
            </div>
        })}
        {move || is_read.get().then(|| view! { <TablePreview table=Table { chosen, days, back } /> })}
    }
}

/// The text of a file, or why it can't be read.
async fn read(file: &web_sys::File) -> Result<Arc<str>, &'static str> {
    if files::size(file) > LARGEST {
        return Err(t::TABLE_TOO_LARGE.get());
    }
    let bytes = files::read(file).await.map_err(|_| t::table_not_there())?;
    text_of(&bytes).map(Cow::into_owned).map(Arc::from).map_err(|error| match error {
        ReadError::OtherEncoding => t::TABLE_OTHER_LETTERS.get(),
        _ => t::TABLE_NO_TEXT.get(),
    })
}
