//! Share: the session as a file to keep and to send.

mod copy_for;
mod forms;
mod leaving;
mod office;
pub mod request;
mod review;
mod send_file;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{count_findings, review};
use crate::exchange::copy_name;
use crate::ui::browser::{clock, page};
use crate::ui::components::{FileAsLink, PageHead, SaveEncrypted, export, times_changed};
use crate::ui::pages::Page;
use crate::ui::pages::import::discussions::Discussions;
use crate::ui::pages::import::{FilesAnywhere, ImportPanel};
use crate::ui::pages::share::copy_for::CopyForOthers;
use crate::ui::pages::share::forms::ForOtherTools;
use crate::ui::pages::share::office::ForSpreadsheets;
use crate::ui::pages::share::send_file::SendFile;
use crate::ui::routes::SessionPage;
use crate::ui::shell::parts::Contents;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The part of the app for this step.
pub const PART: Contents = Contents::of(&[
    (Page::Within(SessionPage::Share), || SharePage().into_any()),
    (Page::Within(SessionPage::Request), || request::new::RequestNewPage().into_any()),
    (Page::Within(SessionPage::Answer), || request::answer::RequestAnswerPage().into_any()),
    (Page::Within(SessionPage::Review), || review::ReviewPage().into_any()),
    (Page::Files, || FilesAnywhere().into_any()),
]);

/// Share.
#[component]
pub fn SharePage() -> impl IntoView {
    let open_session = open_session();
    let name = Memo::new(move |_| {
        let me = open_session.me.get();
        open_session.session.with(|session| copy_name(session, me.as_ref(), clock::today()))
    });
    let findings = open_session.following(|assessment| {
        let findings = review(assessment);
        (!findings.is_empty()).then(|| t::findings_counted(&count_findings(&findings)))
    });
    let then = StoredValue::new(None);
    let make = Callback::new(move |()| {
        then.set_value(Some(open_session.session.with_untracked(|session| session.seen.clone())));
        open_session.file().map(|file| (name.get_untracked(), file))
    });
    let of = times_changed(move || open_session.session.track());
    let on_saved = Callback::new(move |()| then.with_value(|then| then.iter().for_each(|then| open_session.exported_as(then))));
    view! {
        <PageHead title=t::title(SessionPage::Share).to_owned() above=t::SHARE_ABOVE.to_owned() />
        <section class="card">
            <h2>{t::EXPORT}</h2>
            <p>{t::export_words(&page::whole_address())}</p>
            <p class="file-name"><code dir="auto">{name}</code></p>
            <div class="actions">
                <button type="button" class="button primary" on:click=move |_| export(open_session)>{t::EXPORT_BUTTON}</button>
                <SendFile name />
            </div>
            <p class="hint">{t::NOTHING_LEAVES}</p>
            <SaveEncrypted id="session-encrypted" make on_saved />
            <FileAsLink id="session-as-link" make of />
        </section>
        <CopyForOthers />
        <ForSpreadsheets />
        <ForOtherTools />
        <section class="card">
            <h2>{t::REPORT}</h2>
            <p>{t::REPORT_WORDS}</p>
            <p>
                <A href=open_session.link(SessionPage::Report) attr:class="button">{t::REPORT_LINK}</A>
            </p>
        </section>
        <section class="card">
            <h2>{t::ASK_SOMEBODY}</h2>
            <p>{t::ASK_SOMEBODY_WORDS}</p>
            <p>
                <A href=open_session.link(SessionPage::Request) attr:class="button">{t::ASK_SOMEBODY_LINK}</A>
            </p>
        </section>
        <section class="card">
            <h2>{t::REVIEW}</h2>
            <p>{t::REVIEW_CARD}</p>
            {move || findings.get().map(|counted| view! { <p>{counted}</p> })}
            <p>
                <A href=open_session.link(SessionPage::Review) attr:class="button">{t::REVIEW_LINK}</A>
            </p>
        </section>
        <Discussions />
        <section class="card">
            <h2>{t::IMPORT}</h2>
            <p>{t::IMPORT_WORDS}</p>
            <div class="actions"><ImportPanel /></div>
        </section>
    }
}
