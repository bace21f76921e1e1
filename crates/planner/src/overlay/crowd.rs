//! A crowd of sites as pixels: many thousand paths would take a browser seconds, this takes it one picture.

/// Half the width of a small diamond in CSS pixels, and how far the ground's color reaches beyond it.
const HALF_PX: f64 = 2.5;
const GAP_PX: f64 = 1.0;

/// A picture of small filled diamonds on nothing.
pub struct Crowd {
    width: usize,
    height: usize,
    /// Red, green, blue and alpha, row by row from the top left.
    pub pixels: Vec<u8>,
}

/// The colors of a crowd: red, green and blue.
#[derive(Clone, Copy)]
pub struct Inks {
    /// Of the diamonds.
    pub ink: [u8; 3],
    /// Around them.
    pub gap: [u8; 3],
}

impl Crowd {
    /// A picture of this many pixels with nothing on it.
    pub fn new(width: usize, height: usize) -> Crowd {
        Crowd { width, height, pixels: vec![0; 4 * width * height] }
    }

    /// Puts a diamond around a pixel; what lies outside of the picture is left out.
    pub fn put(&mut self, x: f64, y: f64, pixel_ratio: f64, inks: Inks) {
        // Written so that what is not a number is left out, too.
        let near = |at: f64, size: usize| (-1e3..size as f64 + 1e3).contains(&at);
        if !near(x, self.width) || !near(y, self.height) {
            return;
        }
        let (x, y) = (x.round() as i64, y.round() as i64);
        let half = (HALF_PX * pixel_ratio).round() as i64;
        let all = half + (GAP_PX * pixel_ratio).round() as i64;
        for down in -all..=all {
            let across = all - down.abs();
            for along in -across..=across {
                let inside = down.abs() + along.abs() <= half;
                self.set(x + along, y + down, if inside { inks.ink } else { inks.gap });
            }
        }
    }

    fn set(&mut self, x: i64, y: i64, [red, green, blue]: [u8; 3]) {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { return };
        if x < self.width
            && y < self.height
            && let Some(pixel) = self.pixels.get_mut(4 * (y * self.width + x)..4 * (y * self.width + x) + 4)
        {
            pixel.copy_from_slice(&[red, green, blue, 255]);
        }
    }
}

/// The parts of a color that a canvas names, such as `#eaf0f5`; white for any other text.
pub fn rgb(color: &str) -> [u8; 3] {
    let part = |from: usize| color.get(from..from + 2).and_then(|it| u8::from_str_radix(it, 16).ok());
    match (color.len(), part(1), part(3), part(5)) {
        (7, Some(red), Some(green), Some(blue)) => [red, green, blue],
        _ => [255; 3],
    }
}

#[cfg(test)]
mod tests {
    use super::{Crowd, Inks, rgb};

    const INKS: Inks = Inks { ink: [200, 0, 0], gap: [0, 0, 9] };

    fn at(crowd: &Crowd, x: usize, y: usize) -> [u8; 4] {
        crowd.pixels.as_chunks().0[y * 20 + x]
    }

    #[test]
    fn a_diamond_is_ink_within_a_gap() {
        let mut crowd = Crowd::new(20, 20);
        crowd.put(10.2, 9.8, 1.0, INKS);
        // Half a width of 2.5 is rounded to 3 pixels.
        assert_eq!(at(&crowd, 10, 10), [200, 0, 0, 255]);
        assert_eq!(at(&crowd, 13, 10), [200, 0, 0, 255]);
        assert_eq!(at(&crowd, 14, 10), [0, 0, 9, 255]);
        assert_eq!(at(&crowd, 15, 10), [0; 4]);
        assert_eq!(at(&crowd, 12, 12), [0, 0, 9, 255], "it narrows to its tips");
        assert_eq!(at(&crowd, 13, 12), [0; 4]);
    }

    #[test]
    fn what_lies_outside_is_left_out() {
        let mut crowd = Crowd::new(20, 20);
        for (x, y) in [(-100.0, 5.0), (5.0, 1e12), (f64::NAN, -1e300), (19.0, 19.0)] {
            crowd.put(x, y, 2.0, INKS);
        }
        assert_eq!(at(&crowd, 19, 19), [200, 0, 0, 255]);
        assert_eq!(crowd.pixels.len(), 1600);
    }

    #[test]
    fn a_color_is_read_as_a_canvas_names_it() {
        assert_eq!(rgb("#eaf0f5"), [234, 240, 245]);
        assert_eq!(rgb("rgba(0, 0, 0, 0.5)"), [255; 3]);
    }
}
