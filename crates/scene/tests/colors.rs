//! The colors of the style sheet, held against what they promise: six meanings that people tell apart whatever their
//! color vision, text that reads, marks that show.
#![allow(clippy::unwrap_used, clippy::panic, reason = "clippy.toml allows it in test functions only")]

use std::collections::HashMap;

type Rgb = [f64; 3];

const MEANINGS: [&str; 6] = ["local", "standard", "premium", "reach", "failed", "caution"];
const GROUNDS: [&str; 8] = ["ocean", "land", "lit", "dim", "tint-1", "tint-2", "tint-3", "tint-4"];

const PLAIN: [Rgb; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
/// Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009),
/// table 1, severity 1.0; for linear light.
const PROTANOPIA: [Rgb; 3] =
    [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]];
const DEUTERANOPIA: [Rgb; 3] =
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]];

/// The tokens of a theme in linear light.
fn theme(light: bool) -> HashMap<String, Rgb> {
    let css = include_str!("../../../assets/styles/tokens.css");
    let block = |head: &str| css.split_once(head).unwrap().1.split_once('}').unwrap().0;
    let mut whole = block(":root {").to_owned();
    if light {
        whole += block(".light {");
    }
    let declared = whole.split(';').filter_map(|it| it.split_once(":"));
    let colors = declared.filter_map(|(name, value)| {
        let digits = value.trim().strip_prefix('#')?;
        let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
        Some((name.trim().trim_start_matches("--").to_owned(), [0, 2, 4].map(|at| linear(channel(at)))))
    });
    colors.collect()
}

fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

fn through(eye: [Rgb; 3], color: Rgb) -> Rgb {
    eye.map(|row| row.iter().zip(color).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0))
}

fn luminance([red, green, blue]: Rgb) -> f64 {
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The contrast of WCAG 2: 1 to 21.
fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// CIE L*a*b* under D65.
fn lab([red, green, blue]: Rgb) -> Rgb {
    let root = |it: f64| if it > 216.0 / 24389.0 { it.cbrt() } else { (24389.0 / 27.0 * it + 16.0) / 116.0 };
    let x = root((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
    let y = root(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
    let z = root((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// CIEDE2000, after Sharma, Wu and Dalal (2005).
fn difference([l1, a1, b1]: Rgb, [l2, a2, b2]: Rgb) -> f64 {
    let seventh = |chroma: f64| (chroma.powi(7) / (chroma.powi(7) + 25f64.powi(7))).sqrt();
    let stretch = 1.0 + 0.5 * (1.0 - seventh((a1.hypot(b1) + a2.hypot(b2)) / 2.0));
    let (a1, a2) = (a1 * stretch, a2 * stretch);
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let hue = |a: f64, b: f64| b.atan2(a).to_degrees().rem_euclid(360.0);
    let (h1, h2) = (hue(a1, b1), hue(a2, b2));
    let turn = match h2 - h1 {
        _ if c1 * c2 == 0.0 => 0.0,
        turn if turn > 180.0 => turn - 360.0,
        turn if turn < -180.0 => turn + 360.0,
        turn => turn,
    };
    let hue_difference = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin();
    let (l, c) = ((l1 + l2) / 2.0, (c1 + c2) / 2.0);
    let h = match h1 + h2 {
        sum if c1 * c2 == 0.0 => sum,
        sum if (h1 - h2).abs() <= 180.0 => sum / 2.0,
        sum if sum < 360.0 => (sum + 360.0) / 2.0,
        sum => (sum - 360.0) / 2.0,
    };
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(h - 30.0) + 0.24 * cos(2.0 * h) + 0.32 * cos(3.0 * h + 6.0) - 0.2 * cos(4.0 * h - 63.0);
    let for_l = (l2 - l1) / (1.0 + 0.015 * (l - 50.0).powi(2) / (20.0 + (l - 50.0).powi(2)).sqrt());
    let for_c = (c2 - c1) / (1.0 + 0.045 * c);
    let for_h = hue_difference / (1.0 + 0.015 * c * t);
    let turned = (60.0 * (-((h - 275.0) / 25.0).powi(2)).exp()).to_radians().sin();
    let rotation = -turned * 2.0 * seventh(c);
    (for_l.powi(2) + for_c.powi(2) + for_h.powi(2) + rotation * for_c * for_h).sqrt()
}

#[test]
fn the_measures_measure_what_their_authors_print() {
    // Two pairs of the table of Sharma, Wu and Dalal; one is blue, where the rotation counts.
    let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-4, "{a} is not {b}");
    near(difference([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485]), 2.0425);
    near(difference([22.7233, 20.0904, -46.6940], [23.0331, 14.9730, -42.5619]), 2.0373);
    near(contrast([0.0; 3], [1.0; 3]), 21.0);
    near(lab([1.0; 3])[0], 100.0);
}

/// The least difference between any two of these tokens, seen by this eye.
fn least(theme: &HashMap<String, Rgb>, names: &[&str], eye: [Rgb; 3]) -> (f64, String) {
    let seen = |name: &str| lab(through(eye, theme[name]));
    let pairs = names.iter().enumerate().flat_map(|(at, a)| names[at + 1..].iter().map(move |b| (*a, *b)));
    let differences = pairs.map(|(a, b)| (difference(seen(a), seen(b)), format!("{a} and {b}")));
    differences.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap()
}

#[test]
fn six_meanings_are_told_apart_whatever_the_color_vision() {
    for (light, eye, all, skus) in [
        (false, PLAIN, 18.0, 20.0),
        (false, DEUTERANOPIA, 16.5, 20.0),
        (false, PROTANOPIA, 16.5, 20.0),
        (true, PLAIN, 21.0, 17.0),
        (true, DEUTERANOPIA, 15.5, 17.0),
        (true, PROTANOPIA, 14.0, 17.0),
    ] {
        let theme = theme(light);
        let (found, pair) = least(&theme, &MEANINGS, eye);
        assert!(found >= all, "{pair} differ by {found:.1} only, light: {light}");
        let (found, pair) = least(&theme, &MEANINGS[..3], eye);
        assert!(found >= skus, "{pair} differ by {found:.1} only, light: {light}");
    }
}

#[test]
fn the_skus_differ_in_lightness_alone() {
    for light in [false, true] {
        let theme = theme(light);
        let mut steps: Vec<f64> = MEANINGS[..3].iter().map(|name| lab(theme[*name])[0]).collect();
        steps.sort_by(f64::total_cmp);
        assert!(steps.windows(2).all(|it| it[1] - it[0] >= 9.0), "{steps:?}, light: {light}");
    }
}

#[test]
fn text_and_marks_stand_out_from_every_ground_they_are_drawn_on() {
    for light in [false, true] {
        let theme = theme(light);
        let check = |inks: &[&str], grounds: &[&str], least: f64| {
            for (ink, ground) in inks.iter().flat_map(|ink| grounds.iter().map(move |it| (*ink, *it))) {
                let found = contrast(theme[ink], theme[ground]);
                assert!(found >= least, "{ink} on {ground}: {found:.2}, light: {light}");
            }
        };
        // WCAG 2.2, 1.4.3: text 4.5; 1.4.11: what must be seen to understand 3.
        check(&["text", "text-2"], &GROUNDS, 4.5);
        check(&["text", "text-2", "text-3"], &["surface", "hover", "ocean"], 4.5);
        check(&["label-land"], &["land", "dim", "lit", "tint-1", "tint-2", "tint-3", "tint-4"], 4.5);
        check(&["label-sea"], &["ocean"], 4.5);
        check(&["failed"], &["surface"], 4.5);
        check(&MEANINGS, &GROUNDS, 3.0);
        check(&["region-idle", "other", "select"], &GROUNDS, 3.0);
        check(&["control"], &["surface"], 3.0);
    }
}
