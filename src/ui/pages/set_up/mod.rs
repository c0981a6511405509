//! Set up: the system, its limits, its parts, the people, the profiles.

mod load_profile;
mod model_choice;
mod other_editions;
mod own_model;
mod part_place;
mod parts;
mod people;
mod places;
pub mod profiles;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::session::{Change, Date, List, SystemField, commands};
use crate::ui::components::{DateField, KeptApartMark, PageHead, Roles, TextArea, TextField};
use crate::ui::pages::Page;
use crate::ui::pages::set_up::other_editions::OtherEditions;
use crate::ui::pages::set_up::own_model::OwnModelHere;
use crate::ui::pages::set_up::parts::Parts;
use crate::ui::pages::set_up::people::People;
use crate::ui::pages::set_up::places::Places;
use crate::ui::pages::set_up::profiles::Profiles;
use crate::ui::routes::SessionPage;
use crate::ui::shell::parts::Contents;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The part of the app for this step.
pub const PART: Contents = Contents::of(&[(Page::Within(SessionPage::SetUp), || SetUpPage().into_any())]);

/// Set up.
#[component]
pub fn SetUpPage() -> impl IntoView {
    let open_session = open_session();
    let next = open_session.link(SessionPage::Targets);
    view! {
        <PageHead title=t::title(SessionPage::SetUp).to_owned() above=t::SET_UP_ABOVE.to_owned() />
        <section class="card">
            <h2>{t::SYSTEM}</h2>
            <SystemFieldInput field=SystemField::Name id="system-name" label=t::SYSTEM_NAME.get() hint=t::SYSTEM_NAME_HINT.get() />
            <SystemFieldInput field=SystemField::Includes id="system-includes" label=t::INCLUDES.get() hint=t::INCLUDES_HINT.get() />
            <SystemFieldInput field=SystemField::Excludes id="system-excludes" label=t::EXCLUDES.get() hint=t::EXCLUDES_HINT.get() />
            <InUseSince />
        </section>
        <Roles />
        <Parts />
        <People />
        <Profiles />
        <OwnModelHere />
        <OtherEditions />
        <Places />
        <p class="onward">
            <A href=next attr:class="button primary">{t::NEXT_TARGETS}</A>
        </p>
    }
}

/// One thing that is said about the system.
#[component]
fn SystemFieldInput(field: SystemField, id: &'static str, label: &'static str, hint: &'static str) -> impl IntoView {
    let open_session = open_session();
    let value = Memo::new(move |_| open_session.session.with(|session| session.system(field).to_owned()));
    let on_type = move |typed: String| {
        open_session.change(commands::describe_system(field, typed));
    };
    let kept = view! { <KeptApartMark lists=&[List::System] on=field.key() /> };
    if field == SystemField::Name {
        view! { <TextField id label hint value on_type /> {kept} }.into_any()
    } else {
        view! { <TextArea id label hint value on_type /> {kept} }.into_any()
    }
}

/// Since when the system is as it is.
#[component]
fn InUseSince() -> impl IntoView {
    let open_session = open_session();
    let value = Signal::derive(move || open_session.session.with(|session| session.system(SystemField::InUseSince).to_owned()));
    let on_choose = move |day: Option<Date>| {
        open_session.change(Change::System(SystemField::InUseSince, day.map(|day| day.to_string())));
    };
    view! { <DateField id="system-in-use-since" label=t::IN_USE_SINCE.get() hint=t::IN_USE_SINCE_HINT.get() value on_choose /> }
}
