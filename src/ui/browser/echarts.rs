//! The chart library, loaded when the first chart is shown.

use std::cell::RefCell;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, HtmlScriptElement, ResizeObserver};

#[wasm_bindgen]
extern "C" {
    type Instance;

    #[wasm_bindgen(catch, js_namespace = echarts, js_name = init)]
    fn init(element: &HtmlElement, theme: &JsValue, options: &JsValue) -> Result<Instance, JsValue>;

    #[wasm_bindgen(method, catch, js_name = setOption)]
    fn set_option(this: &Instance, option: &JsValue, not_merge: bool) -> Result<(), JsValue>;

    #[wasm_bindgen(method)]
    fn resize(this: &Instance);

    #[wasm_bindgen(method)]
    fn dispose(this: &Instance);

    /// A picture as PNG; see `xtask/charts/echarts.mjs`.
    #[wasm_bindgen(catch, js_namespace = echarts, js_name = png)]
    fn as_png(svg: &str, width: f64, height: f64) -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = echarts, js_name = copy)]
    fn copy_as_png(svg: &str, width: f64, height: f64) -> Result<js_sys::Promise, JsValue>;
}

/// Makes a PNG of a picture that is given as SVG.
///
/// # Errors
/// What the browser says when it can't draw it.
pub async fn png(svg: &str, width: f64, height: f64) -> Result<web_sys::Blob, JsValue> {
    JsFuture::from(as_png(svg, width, height)?).await?.dyn_into()
}

/// Copies a picture that is given as SVG, so that it can be pasted elsewhere. The browser allows it only right after a click.
///
/// # Errors
/// What the browser says when it does not let pages copy.
pub async fn copy(svg: &str, width: f64, height: f64) -> Result<(), JsValue> {
    JsFuture::from(copy_as_png(svg, width, height)?).await.map(drop)
}

/// What the library drew into an element, and how wide and high it is.
pub fn drawn(element: &HtmlElement) -> Option<(String, (f64, f64))> {
    let svg = element.query_selector("svg").ok().flatten()?;
    Some((svg.outer_html(), (element.client_width().into(), element.client_height().into())))
}

thread_local! {
    static LOADING: RefCell<Option<js_sys::Promise>> = const { RefCell::new(None) };
}

fn load() -> Result<js_sys::Promise, JsValue> {
    if let Some(loading) = LOADING.with_borrow(Clone::clone) {
        return Ok(loading);
    }
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let script: HtmlScriptElement = document.create_element("script")?.dyn_into()?;
    script.set_src("charts/echarts.js");
    let loading = js_sys::Promise::new(&mut |resolve, reject| {
        script.set_onload(Some(&resolve));
        script.set_onerror(Some(&reject));
    });
    document.head().ok_or(JsValue::NULL)?.append_child(&script)?;
    LOADING.set(Some(loading.clone()));
    Ok(loading)
}

/// A chart in an element; it follows the element's size and goes away with [`Chart::close`].
pub struct Chart {
    instance: std::rc::Rc<Instance>,
    observer: ResizeObserver,
    _on_resize: Closure<dyn FnMut()>,
}

impl Chart {
    /// Loads the chart library, if it is not there yet, and opens a chart in an element.
    ///
    /// # Errors
    /// When the library could not be loaded; a later try loads it again.
    pub async fn open(element: &HtmlElement) -> Result<Self, JsValue> {
        JsFuture::from(load()?).await.inspect_err(|_| LOADING.set(None))?;
        let options = js_sys::Object::new();
        js_sys::Reflect::set(&options, &"renderer".into(), &"svg".into())?;
        let instance = std::rc::Rc::new(init(element, &JsValue::NULL, &options)?);
        let resized = std::rc::Rc::clone(&instance);
        let on_resize = Closure::<dyn FnMut()>::new(move || resized.resize());
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref())?;
        observer.observe(element);
        Ok(Self { instance, observer, _on_resize: on_resize })
    }

    /// Shows what an option says, given as JSON.
    ///
    /// # Errors
    /// What the library says.
    pub fn show(&self, option: &str) -> Result<(), JsValue> {
        self.instance.set_option(&js_sys::JSON::parse(option)?, true)
    }

    /// Takes the chart out of its element.
    pub fn close(self) {
        self.observer.disconnect();
        self.instance.dispose();
    }
}
