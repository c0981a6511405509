//! How a bullet bar is drawn, as shapes that any page can show. What a shape means is told by its form, not by color alone: the
//! level is a solid block, a range a hollow one, the target a tall line, the minimum a triangle below.

use super::document::Bar;

/// The width of the whole picture, in its own units.
pub const BAR_WIDTH: u16 = 200;

/// Its height.
pub const BAR_HEIGHT: u16 = 28;

const LEFT: u16 = 8;
const RIGHT: u16 = BAR_WIDTH - 8;
const TOP: u16 = 8;
const THICK: u16 = 10;

/// What a shape stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BulletMark {
    /// The scale, from 0 to its top.
    Scale,
    /// A level of the scale.
    Tick,
    /// What is reached in any case.
    Reached,
    /// What may be reached, too.
    Possible,
    /// How much is enough.
    Target,
    /// What is demanded.
    Minimum,
}

impl BulletMark {
    /// Its name in styles.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Scale => "scale",
            Self::Tick => "tick",
            Self::Reached => "reached",
            Self::Possible => "possible",
            Self::Target => "target",
            Self::Minimum => "minimum",
        }
    }
}

/// A shape, in units of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// What it stands for.
    pub mark: BulletMark,
    /// Its form.
    pub form: BarForm,
}

/// The form of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarForm {
    /// A block from one side to the other.
    Block {
        /// Its left side.
        from: u16,
        /// Its right side.
        to: u16,
        /// Its upper edge.
        top: u16,
        /// How high it is.
        height: u16,
    },
    /// A line down.
    Line {
        /// Where it is.
        x: u16,
        /// Where it begins.
        top: u16,
        /// How long it is.
        height: u16,
    },
    /// A triangle on its broad side, ten wide and seven high.
    Triangle {
        /// Where its tip is.
        x: u16,
        /// How high that is.
        top: u16,
    },
}

impl Shape {
    /// It as the path of an SVG, its `d`.
    #[must_use]
    pub fn path(&self) -> String {
        match self.form {
            BarForm::Block { from, to, top, height } => format!("M{from} {top}H{to}v{height}H{from}z"),
            BarForm::Line { x, top, height } => format!("M{x} {top}v{height}"),
            BarForm::Triangle { x, top } => format!("M{x} {top}l5 7h-10z"),
        }
    }
}

/// The shapes of a bar, the lowest layer first.
#[must_use]
pub fn bar_shapes(bar: &Bar) -> Vec<Shape> {
    let at = |level: u8| LEFT + (RIGHT - LEFT) * u16::from(level.min(bar.top)) / u16::from(bar.top.max(1));
    // Tenths and whole levels stand at the same place: both are rounded down to the unit.
    let at_tenths = |tenths: u16| {
        let most = u32::from(bar.top.max(1)) * 10;
        let along = u32::from(RIGHT - LEFT) * u32::from(tenths).min(u32::from(bar.top) * 10) / most;
        LEFT + u16::try_from(along).unwrap_or_default()
    };
    let mut shapes = vec![Shape { mark: BulletMark::Scale, form: block(LEFT, RIGHT, TOP, THICK) }];
    let line = |level, top, height| BarForm::Line { x: at(level), top, height };
    let tick = |level| Shape { mark: BulletMark::Tick, form: line(level, TOP, THICK) };
    shapes.extend((0..=bar.top).map(tick));
    if let Some(low) = bar.low {
        // Level 0 is a level that was found, not the lack of one: a thin block shows it.
        let end = at_tenths(low).max(LEFT + 3);
        shapes.push(Shape { mark: BulletMark::Reached, form: block(LEFT, end, TOP + 2, THICK - 4) });
        if let Some(high) = bar.high.filter(|high| *high > low) {
            shapes.push(Shape { mark: BulletMark::Possible, form: block(end, at_tenths(high), TOP + 2, THICK - 4) });
        }
    }
    shapes.extend(bar.target.map(|level| Shape { mark: BulletMark::Target, form: line(level, TOP - 5, THICK + 10) }));
    shapes.extend(bar.minimum.map(|level| {
        let form = BarForm::Triangle { x: at(level), top: TOP + THICK + 2 };
        Shape { mark: BulletMark::Minimum, form }
    }));
    shapes
}

const fn block(from: u16, to: u16, top: u16, height: u16) -> BarForm {
    BarForm::Block { from, to, top, height }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(bar: Bar) -> Vec<(BulletMark, String)> {
        let shapes = bar_shapes(&bar).into_iter().filter(|shape| !matches!(shape.mark, BulletMark::Scale | BulletMark::Tick));
        shapes.map(|shape| (shape.mark, shape.path())).collect()
    }

    const NOTHING: Bar = Bar { low: None, high: None, target: None, minimum: None, top: 4 };

    #[test]
    fn levels_lie_evenly_between_0_and_the_top() {
        let ticks: Vec<_> =
            bar_shapes(&NOTHING).into_iter().filter(|it| it.mark == BulletMark::Tick).map(|it| it.path()).collect();
        assert_eq!(ticks, ["M8 8v10", "M54 8v10", "M100 8v10", "M146 8v10", "M192 8v10"]);
    }

    #[test]
    fn what_nobody_answered_is_not_drawn_as_level_0() {
        assert_eq!(drawn(NOTHING), []);
        let zero = drawn(Bar { low: Some(0), high: Some(0), ..NOTHING });
        assert_eq!(zero, [(BulletMark::Reached, "M8 10H11v6H8z".to_owned())]);
    }

    #[test]
    fn a_range_goes_on_where_the_block_ends() {
        let range = drawn(Bar { low: Some(10), high: Some(30), target: Some(4), minimum: Some(2), ..NOTHING });
        let paths: Vec<_> = range.iter().map(|(mark, path)| (mark.key(), path.as_str())).collect();
        let expected = [
            ("reached", "M8 10H54v6H8z"),
            ("possible", "M54 10H146v6H54z"),
            ("target", "M192 3v20"),
            ("minimum", "M100 20l5 7h-10z"),
        ];
        assert_eq!(paths, expected);
    }

    #[test]
    fn nothing_is_drawn_outside_whatever_a_file_says() {
        let odd = Bar { low: Some(2500), high: Some(2550), target: Some(9), minimum: Some(255), top: 0 };
        for shape in bar_shapes(&odd) {
            let path = shape.path();
            let numbers = path.split(|it: char| !it.is_ascii_digit()).filter_map(|it| it.parse::<u16>().ok());
            assert!(numbers.max().unwrap_or_default() <= BAR_WIDTH, "{shape:?}");
        }
    }
}
