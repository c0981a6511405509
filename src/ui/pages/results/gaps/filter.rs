//! Which gaps one wants to see, and in which order.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use crate::analysis::{Effort, GapFilter, GapOrder, Grade, PracticeOverview};
use crate::model::Level;
use crate::session::Role;
use crate::ui::pages::results::gaps::address::{
    CONFIDENCE, DOMAIN, EFFORT, ROLE, SIZE, SORT, STAKE, from_address, grade_key, role_key, to_address, value, with,
};
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// What the address asks for, and how to ask for something else.
#[derive(Clone, Copy)]
pub struct Wanted {
    /// Which gaps.
    pub filter: Memo<GapFilter>,
    choose: Callback<GapFilter>,
}

impl Wanted {
    /// What the address of the page asks for.
    pub fn of_address() -> Self {
        let (query, navigate, open_session) = (use_query_map(), use_navigate(), open_session());
        let filter = Memo::new(move |_| query.with(|query| from_address(|name| query.get(name))));
        let choose = Callback::new(move |filter: GapFilter| {
            let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            navigate(&format!("{}?{}", open_session.link(SessionPage::Results), to_address(&filter)), options);
        });
        Self { filter, choose }
    }

    fn set(self, name: &str, value: &str) {
        self.choose.run(with(self.filter.get_untracked(), name, value));
    }

    fn show_all(self) {
        self.choose.run(GapFilter { order: self.filter.with_untracked(|filter| filter.order), ..GapFilter::default() });
    }
}

/// The choices.
#[component]
pub fn GapChoices(wanted: Wanted, facts: Memo<Vec<PracticeOverview>>) -> impl IntoView {
    let open_session = open_session();
    let has_roles = Memo::new(move |_| facts.with(|facts| facts.iter().any(|it| !it.roles.is_empty())));
    let leaves_out = Memo::new(move |_| wanted.filter.with(GapFilter::leaves_out));
    let order = GapOrder::ALL.map(|it| (it.key().to_owned(), t::gap_order(it).to_owned())).to_vec();
    let sizes = (1..=3).map(|it: i16| (it.to_string(), t::at_least_levels(it))).collect();
    let efforts = Effort::ALL.map(|it| (it.key().to_owned(), t::effort(it).to_owned())).to_vec();
    let grades = Grade::ALL.map(|it| (grade_key(it).to_owned(), t::grade(it).to_owned())).to_vec();
    let roles = || Role::ALL.map(|it| (role_key(it).to_owned(), t::answered_by_role(it).to_owned())).to_vec();
    view! {
        <details class="gap-choices" open=leaves_out.get_untracked()>
            <summary>{t::FILTER_GAPS}</summary>
            <div class="gap-selects">
                {select(wanted, SORT, t::SORT_BY.get(), None, order)}
                {select(wanted, SIZE, t::BY_SIZE.get(), Some(t::ANY.get()), sizes)}
                {select(wanted, DOMAIN, t::BY_DOMAIN.get(), Some(t::ANY.get()), domains(open_session))}
                {move || has_roles.get().then(|| select(wanted, ROLE, t::BY_ROLE.get(), Some(t::ANY.get()), roles()))}
                {select(wanted, STAKE, t::BY_STAKE.get(), Some(t::ANY.get()), consequences(open_session))}
                {select(wanted, EFFORT, t::BY_EFFORT.get(), Some(t::ANY.get()), efforts)}
                {select(wanted, CONFIDENCE, t::BY_CONFIDENCE.get(), Some(t::ANY.get()), grades)}
            </div>
            <p class="hint">{t::MINIMUM_FIRST} " " {t::EFFORT_MEANS} " " {t::WHAT_STAKE_IS}</p>
        </details>
        {move || leaves_out.get().then(|| view! {
            <p><button type="button" class="button small" on:click=move |_| wanted.show_all()>{t::SHOW_ALL_GAPS}</button></p>
        })}
    }
}

fn domains(open_session: OpenSession) -> Vec<(String, String)> {
    let asked = open_session.asked.get_untracked();
    asked.model().groups.iter().map(|group| (group.id.to_string(), group.name.get(t::tag()).to_owned())).collect()
}

fn consequences(open_session: OpenSession) -> Vec<(String, String)> {
    let top = open_session.asked.with_untracked(|asked| asked.model().top());
    Level::NONE.up_to(top).map(|level| (level.to_string(), t::at_least_consequence(level))).collect()
}

/// One choice. `any` stands for all, where that can be chosen.
fn select(
    wanted: Wanted,
    name: &'static str,
    label: &'static str,
    any: Option<&'static str>,
    options: Vec<(String, String)>,
) -> AnyView {
    let field = format!("gaps-{name}");
    let options = any.map(|any| (String::new(), any.to_owned())).into_iter().chain(options);
    let default = if any.is_none() { GapOrder::default().key() } else { "" };
    let options: Vec<_> = options
        .map(|(key, words)| {
            let own = key.clone();
            let is_chosen = move || {
                let chosen = wanted.filter.with(|filter| value(filter, name));
                own == chosen || (chosen.is_empty() && own == default)
            };
            view! { <option value=key prop:selected=is_chosen>{words}</option> }
        })
        .collect();
    view! {
        <div class="field">
            <label for=field.clone()>{label}</label>
            <select id=field on:change=move |event| wanted.set(name, &event_target_value(&event))>{options}</select>
        </div>
    }
    .into_any()
}
