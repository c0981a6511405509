//! Everything behind the figures of each practice, without a click: for somebody who did not answer, and for paper.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Names, PracticeResult, reader};
use crate::exchange::{Block, page_rules};
use crate::model::PracticeId;
use crate::session::{FindingAbout, SystemField};
use crate::ui::browser::{clock, page, paper};
use crate::ui::components::{NoName, PageHead, WriteFindingLink, blocks_view};
use crate::ui::pages::results::gaps::levels;
use crate::ui::pages::results::later::turns;
use crate::ui::pages::results::why::current::speaker;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// How many practices are made in one turn, so that the page answers meanwhile.
const AT_ONCE: usize = 3;

/// The turns after which all that is left is made at once.
const TURNS: u8 = 100;

/// What is told of a practice.
#[derive(Clone, PartialEq)]
struct Told {
    practice: PracticeId,
    name: String,
    result: PracticeResult,
    blocks: Vec<Block>,
    speaks_against: bool,
}

/// Everything behind the figures.
#[component]
pub fn ReaderPage() -> impl IntoView {
    let open_session = open_session();
    let all = open_session.following(move |assessment| {
        let session = assessment.session();
        let asked = open_session.asked.get();
        let names = Names::new(Some(&asked), session, t::tag());
        let told = open_session.results.with(|results| reader(assessment, results, clock::today(), t::tag()));
        let told = told.into_iter().map(|it| Told {
            practice: it.sheet.result.practice.clone(),
            name: it.sheet.name.clone(),
            result: it.sheet.result.clone(),
            blocks: t::reader_blocks(&it, names, |by| speaker(session, by)),
            speaks_against: it.speaks_against(),
        });
        told.collect::<Vec<_>>()
    });
    let only_against = RwSignal::new(false);
    let is_shown = move |it: &&Told| !only_against.get() || it.speaks_against;
    let turn = turns(TURNS);
    let shown = move || {
        let made = if turn.get() == TURNS { usize::MAX } else { (usize::from(turn.get()) + 1) * AT_ONCE };
        all.with(|all| all.iter().filter(is_shown).take(made).cloned().collect::<Vec<_>>())
    };
    // What is told anew is made anew.
    let times = Memo::new(move |before: Option<&u64>| {
        all.track();
        before.map_or(0, |times| times + 1)
    });
    let options = move || {
        let option = |it: &Told| view! { <option value=it.practice.to_string()>{it.name.clone()}</option> };
        all.with(|all| all.iter().filter(is_shown).map(option).collect::<Vec<_>>())
    };
    let none = move || all.with(|all| all.iter().filter(is_shown).count() == 0);
    paper::lay_out(move || {
        let system = open_session.session.with(|session| t::system_name(session.system(SystemField::Name)));
        page_rules(&t::reader_running(&system, clock::today()), t::PAGE.get())
    });
    // Whoever can't print from here uses the browser's own way.
    let print = move |_| drop(page::print());
    view! {
        <PageHead title=t::title(SessionPage::Reader).to_owned() above=t::READER_ABOVE.to_owned() />
        <NoName />
        <p class="lead">{t::READER_LEAD}</p>
        <div class="actions no-print">
            <button type="button" class="button" on:click=print>{t::PRINT}</button>
            <label class="tick-row">
                <input type="checkbox" on:change=move |event| only_against.set(event_target_checked(&event)) /> {t::READER_ONLY_AGAINST}
            </label>
        </div>
        <div class="field no-print">
            <label for="reader-practice">{t::READER_PRACTICE}</label>
            <select id="reader-practice" on:change=move |event| page::focus(&event_target_value(&event))>
                <option value="">{t::READER_ALL}</option>
                {options}
            </select>
        </div>
        <For each=shown key=move |it| (it.practice.clone(), times.get_untracked()) children=move |it| practice(open_session, it) />
        {move || none().then(|| view! { <p class="hint">{t::READER_NONE_AGAINST}</p> })}
    }
}

fn practice(open_session: OpenSession, told: Told) -> impl IntoView {
    let (id, about) = (told.practice.to_string(), FindingAbout::Practice(told.practice.clone()));
    view! {
        <section class="card reader-practice report-preview" id=id tabindex="-1">
            <h2 dir="auto">{told.name}</h2>
            {told.result.target.is_some().then(|| view! { <p>{levels(&told.result)}</p> })}
            {blocks_view(&told.blocks)}
            <p class="no-print"><A href=open_session.link(SessionPage::Full.of(&told.practice))>{t::READER_TO_ANSWERS}</A></p>
            <WriteFindingLink about />
        </section>
    }
}
