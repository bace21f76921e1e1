use super::{Difference, Picture};

const SEA: [u8; 3] = [0x0d, 0x1a, 0x26];
const QUIET: [u8; 3] = [0x7e, 0x95, 0xa9];
const PREMIUM: [u8; 3] = [0xf5, 0xb3, 0x2c];
const INK: [u8; 3] = [0xea, 0xf0, 0xf5];
const LIGHT_SEA: [u8; 3] = [0xd8, 0xe3, 0xea];
const LIGHT_PREMIUM: [u8; 3] = [0xa6, 0x75, 0x10];

fn ground(color: [u8; 3]) -> Picture {
    Picture { width: 240, height: 150, pixels: vec![color; 240 * 150] }
}

impl Picture {
    /// Paints where `inside` says so, with edges as smooth as a browser's: 64 samples a pixel.
    fn paint(mut self, color: [u8; 3], inside: impl Fn(f64, f64) -> bool) -> Picture {
        let sample = |step: usize| (step as f64 + 0.5) / 8.0;
        for (index, pixel) in self.pixels.iter_mut().enumerate() {
            let (x, y) = ((index % self.width) as f64, (index / self.width) as f64);
            let hits = (0..64).filter(|it| inside(x + sample(it % 8), y + sample(it / 8))).count();
            let mixed = |under: u8, over: u8| (usize::from(under) * (64 - hits) + usize::from(over) * hits) / 64;
            *pixel = [0, 1, 2].map(|it| u8::try_from(mixed(pixel[it], color[it])).unwrap());
        }
        self
    }

    fn disc(self, x: f64, y: f64, radius: f64, color: [u8; 3]) -> Picture {
        self.paint(color, |a, b| (a - x).hypot(b - y) < radius)
    }

    /// A line down to the right, a third as steep as wide.
    fn line(self, width: f64, color: [u8; 3]) -> Picture {
        self.paint(color, |x, y| (y - 20.0 - x / 3.0).abs() * 0.949 < width / 2.0 && (30.0..200.0).contains(&x))
    }

    /// Something like a word of 12 stems, at an offset of a part of a pixel and as strong as a renderer makes it.
    fn word(self, offset: f64, stem: f64) -> Picture {
        self.paint(INK, |x, y| {
            let along = (x - 100.0 - offset).rem_euclid(4.3);
            (100.0..152.0).contains(&x) && (120.0 + offset..128.0 + offset).contains(&y) && along < stem
        })
    }
}

fn differ(a: &Picture, b: &Picture) -> bool {
    let (there, back) = (a.differences(b).unwrap(), b.differences(a).unwrap());
    assert_eq!(there, back, "which of two pictures comes first is no matter");
    !there.is_empty()
}

#[test]
fn a_picture_does_not_differ_from_itself() {
    let picture = ground(SEA).disc(60.0, 60.0, 5.0, PREMIUM).line(1.3, QUIET).word(0.0, 1.2);
    assert!(!differ(&picture, &picture.clone()));
}

#[test]
fn the_smallest_mark_is_missed_wherever_it_stands() {
    for (x, y) in [(16.0, 16.0), (32.0, 32.0), (40.3, 47.7), (120.5, 80.5), (235.0, 145.0)] {
        assert!(differ(&ground(SEA).disc(x, y, 2.5, QUIET), &ground(SEA)), "at {x}, {y}");
    }
}

#[test]
fn the_thinnest_arc_is_missed_in_dark_and_light() {
    assert!(differ(&ground(SEA).line(1.3, PREMIUM), &ground(SEA)));
    assert!(differ(&ground(LIGHT_SEA).line(1.3, LIGHT_PREMIUM), &ground(LIGHT_SEA)));
}

#[test]
fn a_word_is_missed() {
    assert!(differ(&ground(SEA).word(0.0, 1.2), &ground(SEA)));
}

#[test]
fn a_mark_of_another_color_is_noticed() {
    let (local, standard) = ([0x82, 0xf9, 0xbe], [0x3d, 0xa7, 0xfc]);
    assert!(differ(&ground(SEA).disc(60.0, 60.0, 4.5, local), &ground(SEA).disc(60.0, 60.0, 4.5, standard)));
}

#[test]
fn another_renderer_of_text_is_forgiven() {
    let reviewed = ground(SEA).word(0.0, 1.2);
    for (offset, stem) in [(0.0, 1.4), (0.25, 1.2), (0.5, 1.1), (0.7, 1.3)] {
        assert!(!differ(&reviewed, &ground(SEA).word(offset, stem)), "by {offset} pixels, {stem} strong");
    }
}

#[test]
fn a_mark_that_moved_by_half_a_pixel_is_forgiven_and_by_four_is_not() {
    let reviewed = ground(SEA).disc(60.0, 60.0, 3.6, PREMIUM);
    assert!(!differ(&reviewed, &ground(SEA).disc(60.5, 60.5, 3.6, PREMIUM)));
    assert!(differ(&reviewed, &ground(SEA).disc(64.0, 60.0, 3.6, PREMIUM)));
}

#[test]
fn fewer_bits_of_color_make_no_difference() {
    let picture = ground(LIGHT_SEA).disc(60.0, 60.0, 3.6, LIGHT_PREMIUM).line(1.3, QUIET).word(0.0, 1.2);
    assert!(!differ(&picture, &picture.coarser()));
}

#[test]
fn a_difference_says_where_it_is() {
    let differences = ground(SEA).disc(104.0, 72.0, 4.0, PREMIUM).differences(&ground(SEA)).unwrap();
    let around = |it: &Difference| (it.left..it.left + 32).contains(&104) && (it.top..it.top + 32).contains(&72);
    assert!(!differences.is_empty() && differences.iter().all(around), "{differences:?}");
}

#[test]
fn pictures_of_different_size_are_not_compared() {
    let small = Picture { width: 2, height: 1, pixels: vec![SEA; 2] };
    assert!(small.differences(&ground(SEA)).is_err());
}

#[test]
fn a_png_holds_the_picture_without_loss() {
    let picture = ground(SEA).disc(60.0, 60.0, 5.0, PREMIUM).word(0.3, 1.2);
    let file = std::env::temp_dir().join(format!("atlas-picture-{}.png", std::process::id()));
    picture.write(&file).unwrap();
    let read = Picture::read(&file);
    std::fs::remove_file(&file).unwrap();
    assert_eq!(read, Ok(picture));
}

#[test]
fn a_palette_keeps_the_colors_of_large_areas_and_moves_none_far() {
    let file = std::env::temp_dir().join(format!("atlas-palette-{}.png", std::process::id()));
    let few = ground(SEA).disc(60.0, 60.0, 20.0, PREMIUM);
    few.write_with_palette(&file).unwrap();
    let back = Picture::read(&file).unwrap();
    assert_eq!((back.pixels[0], back.pixels[60 * 240 + 60]), (SEA, PREMIUM));
    // More colors than a palette has, none of them twice.
    let many = (0..240 * 150_u32).map(|it| [(it % 240) as u8, (it / 240) as u8, 0]).collect();
    let many = Picture { width: 240, height: 150, pixels: many };
    many.write_with_palette(&file).unwrap();
    let back = Picture::read(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    let colors: std::collections::BTreeSet<[u8; 3]> = back.pixels.iter().copied().collect();
    assert!(colors.len() <= 256, "{}", colors.len());
    let moved = |(one, other): (&[u8; 3], &[u8; 3])| one.iter().zip(other).map(|(a, b)| a.abs_diff(*b)).max();
    // Points 16 apart in 240 by 150 are at most 211, by the area of discs around them; so none is farther from one.
    assert!(many.pixels.iter().zip(&back.pixels).filter_map(moved).all(|it| it < 16));
}
