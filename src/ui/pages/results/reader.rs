//! Everything behind the figures of each practice, without a click: for somebody who did not answer, and for paper.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Names, PracticeResult, reader};
use crate::exchange::{Block, page_rules};
use crate::model::PracticeId;
use crate::session::{FindingAbout, SystemField};
use crate::ui::browser::{clock, page, paper, task};
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
#[derive(PartialEq)]
struct Told {
    practice: PracticeId,
    name: String,
    result: PracticeResult,
    blocks: Vec<Block>,
    speaks_against: bool,
}

/// What is told, and how many times it became something else: only then it is made anew.
type Row = (u32, Arc<Told>);

/// Everything behind the figures.
#[component]
pub fn ReaderPage() -> impl IntoView {
    let open_session = open_session();
    let told = open_session.following(move |assessment| {
        let session = assessment.session();
        let asked = open_session.asked.get();
        let names = Names::new(Some(&asked), session, t::tag());
        let told = open_session.results.with(|results| reader(assessment, results, clock::today(), t::tag()));
        let told = told.into_iter().map(|it| Told {
            practice: it.sheet.result.practice.clone(),
            name: it.sheet.name.clone(),
            result: it.sheet.result.clone(),
            blocks: t::reader_blocks(&it, names, |by| speaker(session, by)),
            speaks_against: !it.against().is_empty(),
        });
        told.map(Arc::new).collect::<Vec<_>>()
    });
    let rows = Memo::new(move |before: Option<&Vec<Row>>| {
        let times = |at: usize, now: &Arc<Told>| match before.and_then(|before| before.get(at)) {
            Some((times, then)) if then == now => *times,
            Some((times, _)) => times + 1,
            None => 0,
        };
        told.with(|told| told.iter().enumerate().map(|(at, now)| (times(at, now), Arc::clone(now))).collect::<Vec<Row>>())
    });
    let only_against = RwSignal::new(false);
    let wanted = Memo::new(move |_| {
        let is_wanted = |row: &&Row| !only_against.get() || row.1.speaks_against;
        rows.with(|rows| rows.iter().filter(is_wanted).cloned().collect::<Vec<Row>>())
    });
    // On paper, and where somebody goes to one of them, all have to be there.
    let (turn, all_at_once) = (turns(TURNS), RwSignal::new(false));
    let made = Memo::new(move |_| {
        let wanted = wanted.with(Vec::len);
        let is_last = all_at_once.get() || turn.get() == TURNS;
        if is_last { wanted } else { wanted.min((usize::from(turn.get()) + 1) * AT_ONCE) }
    });
    let shown = move || wanted.with(|wanted| wanted.iter().take(made.get()).cloned().collect::<Vec<Row>>());
    let options = move || {
        let option = |(_, it): &Row| view! { <option value=it.practice.to_string()>{it.name.clone()}</option> };
        wanted.with(|wanted| wanted.iter().map(option).collect::<Vec<_>>())
    };
    let only = move || only_against.get().then(|| t::reader_only(wanted.with(Vec::len), rows.with(Vec::len)));
    paper::lay_out(move || {
        let system = open_session.session.with(|session| t::system_name(session.system(SystemField::Name)));
        page_rules(&t::reader_running(&system, clock::today()), t::PAGE.get())
    });
    let print = move |_| {
        all_at_once.set(true);
        leptos::task::spawn_local(async {
            task::painted().await;
            // Whoever can't print from here uses the browser's own way.
            drop(page::print());
        });
    };
    let chosen = NodeRef::<leptos::html::Select>::new();
    let go = move |_| {
        all_at_once.set(true);
        if let Some(chosen) = chosen.get_untracked() {
            page::focus_soon(chosen.value());
        }
    };
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
            <div class="actions">
                <select id="reader-practice" node_ref=chosen>{options}</select>
                <button type="button" class="button" on:click=go>{t::READER_GO}</button>
            </div>
        </div>
        <p role="status">{only}</p>
        <For each=shown key=|(times, it)| (it.practice.clone(), *times) children=move |(_, it)| practice(open_session, &it) />
    }
}

fn practice(open_session: OpenSession, told: &Told) -> impl IntoView + use<> {
    let (id, about) = (told.practice.to_string(), FindingAbout::Practice(told.practice.clone()));
    view! {
        <section class="card reader-practice report-preview" id=id tabindex="-1">
            <h2 dir="auto">{told.name.clone()}</h2>
            {told.result.target.is_some().then(|| view! { <p>{levels(&told.result)}</p> })}
            {blocks_view(&told.blocks)}
            <p class="no-print"><A href=open_session.link(SessionPage::Full.of(&told.practice))>{t::READER_TO_ANSWERS}</A></p>
            <WriteFindingLink about />
        </section>
    }
}
