//! Plumbline's own commands.
fn main() {}
