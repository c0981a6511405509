//! A chart in the page, drawn from an option.

use leptos::html::Div;
use leptos::prelude::*;

use crate::ui::browser::echarts::Chart;
use crate::ui::browser::task;
use crate::ui::charts::Drawn;
use crate::ui::text as t;

/// The element that a chart is drawn into.
pub type ChartFrame = NodeRef<Div>;

/// A picture of what a table says, to a screen reader one image with a name: the table has the rest.
#[component]
pub fn ChartView(
    /// What is drawn.
    drawn: Memo<Drawn>,
    /// What the picture shows, in words.
    #[prop(into)]
    label: Signal<String>,
    /// Where it is drawn.
    #[prop(optional)]
    frame: ChartFrame,
) -> impl IntoView {
    let chart = StoredValue::new_local(None::<Chart>);
    let opened = RwSignal::new(false);
    let failed = RwSignal::new(false);
    Effect::new(move |_| {
        if let Some(element) = frame.get() {
            leptos::task::spawn_local(async move {
                // Reading the library takes longer than all else on the page: what is in words is painted first.
                task::painted().await;
                match Chart::open(&element).await {
                    // The page may be gone by now: then the chart goes as well.
                    Ok(open) if opened.is_disposed() => open.close(),
                    Ok(open) => {
                        chart.try_set_value(Some(open));
                        opened.try_set(true);
                    }
                    Err(_) => {
                        failed.try_set(true);
                    }
                }
            });
        }
    });
    Effect::new(move |_| {
        if opened.get() {
            let option = drawn.with(|drawn| drawn.option.to_string());
            let shown = chart.try_with_value(|chart| chart.as_ref().map(|chart| chart.show(&option)));
            failed.set(matches!(shown, Some(Some(Err(_)))));
        }
    });
    on_cleanup(move || {
        if let Some(open) = chart.try_update_value(Option::take).flatten() {
            open.close();
        }
    });
    let height = move || drawn.with(|drawn| format!("{}px", drawn.height));
    view! {
        <div class="chart" role="img" aria-label=label node_ref=frame style:height=height></div>
        {move || failed.get().then(|| view! { <p class="hint">{t::CHART_FAILED}</p> })}
    }
}
