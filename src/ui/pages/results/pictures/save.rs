//! Taking a picture along: as a file, or copied to be pasted into slides. All of it is made in the browser.

use leptos::prelude::*;

use crate::exchange::{KeyEntry, SavedPicture, file_name, picture_file, with_ending};
use crate::session::SystemField;
use crate::ui::browser::{clock, download, echarts, page};
use crate::ui::charts::ChartFrame;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The ways to take a picture along.
#[component]
pub fn SavePicture(
    /// What it is called in a file's name.
    name: &'static str,
    headline: Memo<String>,
    key: Memo<Vec<KeyEntry>>,
    /// Where it is drawn.
    frame: ChartFrame,
) -> impl IntoView {
    let (open_session, app) = (open_session(), app_state());
    let system = move || open_session.session.with_untracked(|session| session.system(SystemField::Name).to_owned());
    // As it is on the screen just now, in the colours that it has on paper.
    let made = move || {
        let element = frame.get_untracked()?;
        let (drawn, size) = echarts::drawn(&element)?;
        let of = t::picture_of(&t::system_name(&system()), &clock::today().to_string());
        let (headline, key) = (headline.get_untracked(), key.get_untracked());
        let picture = SavedPicture { headline: &headline, of: &of, drawn: &drawn, size, key: &key, on_lines: t::on_lines };
        page::on_paper(|color| picture_file(&picture, color))
    };
    let file = move |ending: &str| with_ending(&file_name(&system(), clock::today()), &format!("-{name}.{ending}"));
    let say = move |words: String| app.say(words, None);
    let said = move |done: bool, file: &str| say(if done { t::exported(file) } else { t::CANT_DOWNLOAD.to_owned() });
    let save_svg = move |_| {
        if let Some((svg, ..)) = made() {
            let name = file("svg");
            said(download::download(&name, "image/svg+xml", &svg).is_ok(), &name);
        }
    };
    let save_png = move |_| {
        if let Some((svg, width, height)) = made() {
            let name = file("png");
            leptos::task::spawn_local(async move {
                match echarts::png(&svg, width, height).await {
                    Ok(picture) => said(download::download_blob(&name, &picture).is_ok(), &name),
                    Err(_) => say(t::CANT_DRAW.to_owned()),
                }
            });
        }
    };
    let copy = move |_| {
        if let Some((svg, width, height)) = made() {
            leptos::task::spawn_local(async move {
                let is_copied = echarts::copy(&svg, width, height).await.is_ok();
                say(if is_copied { t::COPIED.to_owned() } else { t::CANT_COPY.to_owned() });
            });
        }
    };
    view! {
        <div class="actions picture-actions">
            <button type="button" class="button small" on:click=save_png>{t::SAVE_PNG}</button>
            <button type="button" class="button small" on:click=save_svg>{t::SAVE_SVG}</button>
            <button type="button" class="button small" on:click=copy>{t::COPY_PICTURE}</button>
        </div>
    }
}
