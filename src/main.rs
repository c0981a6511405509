//! Mounts the app.

fn main() {
    plumbline::ui::start();
}
