//! A bullet bar as a picture for documents: the same shapes as on the screen, drawn point by point, in the colours that they have on paper.

use miniz_oxide::deflate::compress_to_vec_zlib;

use crate::exchange::{BAR_HEIGHT, BAR_WIDTH, Bar, BarForm, BarMark, bar_shapes};

/// How many points a unit of the picture has: enough for print.
const FINE: usize = 4;

const WIDE: usize = BAR_WIDTH as usize * FINE;
const HIGH: usize = BAR_HEIGHT as usize * FINE;

/// The colours, each by its place.
const COLORS: [[u8; 3]; 6] = [[255, 255, 255], [234, 238, 238], [123, 141, 147], [18, 60, 82], [180, 70, 11], [22, 37, 42]];
const WHITE: u8 = 0;
const SCALE: u8 = 1;
const TICK: u8 = 2;
const REACHED: u8 = 3;
const TARGET: u8 = 4;
const MINIMUM: u8 = 5;

/// A ground to draw on: the place of a colour for each point.
struct Ground(Vec<u8>);

impl Ground {
    /// Fills a rectangle, given in points.
    fn fill(&mut self, (left, right): (usize, usize), (top, bottom): (usize, usize), color: u8) {
        for row in top..bottom.min(HIGH) {
            let line = self.0.get_mut(row * WIDE + left.min(WIDE)..row * WIDE + right.min(WIDE));
            line.into_iter().for_each(|line| line.fill(color));
        }
    }

    fn draw(&mut self, form: BarForm, mark: BarMark) {
        let points = |units: u16| usize::from(units) * FINE;
        match (form, mark) {
            (BarForm::Block { from, to, top, height }, mark) => {
                let (left, right, top, bottom) = (points(from), points(to), points(top), points(top + height));
                let color = if mark == BarMark::Scale { SCALE } else { REACHED };
                self.fill((left, right), (top, bottom), color);
                if mark == BarMark::Possible {
                    let edge = FINE;
                    self.fill((left + edge, right.saturating_sub(edge)), (top + edge, bottom.saturating_sub(edge)), WHITE);
                }
            }
            (BarForm::Line { x, top, height }, mark) => {
                let (half, color) = if mark == BarMark::Target { (3 * FINE / 2, TARGET) } else { (FINE / 2, TICK) };
                let at = points(x);
                self.fill((at.saturating_sub(half), at + half), (points(top), points(top + height)), color);
            }
            (BarForm::Triangle { x, top }, _) => {
                let (at, first) = (points(x), points(top));
                for row in 0..7 * FINE {
                    let half = row * 5 / 7;
                    self.fill((at.saturating_sub(half), at + half), (first + row, first + row + 1), MINIMUM);
                }
            }
        }
    }
}

/// The picture as a PNG.
pub fn bar_png(bar: &Bar) -> Vec<u8> {
    const LEVEL: u8 = 9;
    let mut ground = Ground(vec![WHITE; WIDE * HIGH]);
    for shape in bar_shapes(bar) {
        ground.draw(shape.form, shape.mark);
    }
    // Each row begins with the way in which it is told: as it is.
    let rows: Vec<u8> = ground.0.chunks(WIDE).flat_map(|row| std::iter::once(0).chain(row.iter().copied())).collect();
    let size = |points: usize| u32::try_from(points).unwrap_or_default().to_be_bytes();
    // Eight bits a point, each the place of a colour in a list.
    let head = [size(WIDE).as_slice(), &size(HIGH), &[8, 3, 0, 0, 0]].concat();
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, data) in
        [(b"IHDR", head), (b"PLTE", COLORS.concat()), (b"IDAT", compress_to_vec_zlib(&rows, LEVEL)), (b"IEND", Vec::new())]
    {
        let named = [name.as_slice(), &data].concat();
        png.extend(u32::try_from(data.len()).unwrap_or_default().to_be_bytes());
        png.extend(&named);
        png.extend(crc32fast::hash(&named).to_be_bytes());
    }
    png
}
