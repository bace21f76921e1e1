//! The map's pixels: its canvases as they stand on the screen, top over bottom.

use serde_json::{Value, json};

use crate::Outcome;
use crate::page::Page;

/// Red, green, blue and alpha.
pub type Pixel = [u8; 4];

/// Gives, for every point, the pixels of the screen around it: all canvases, top over bottom.
const AROUND: &str = "const [points, reach] = arguments;
    const layers = [...document.querySelectorAll('canvas')];
    if (layers.length === 0) return null;
    const box = layers[0].getBoundingClientRect(), ratio = layers[0].width / box.width;
    const whole = new OffscreenCanvas(layers[0].width, layers[0].height).getContext('2d', { willReadFrequently: true });
    for (const layer of layers) {
      // Each layer is moved by itself.
      const { left, top } = layer.getBoundingClientRect();
      whole.drawImage(layer, (left - box.left) * ratio, (top - box.top) * ratio);
    }
    const side = 2 * Math.floor(reach * ratio) + 1;
    const first = (css, edge) => Math.floor((css - edge) * ratio) - (side - 1) / 2;
    return points.map(([x, y]) => [...whole.getImageData(first(x, box.left), first(y, box.top), side, side).data]);";

/// Notes in every frame the pixels at points of the map, until `return window.noted` asks for them.
const NOTE: &str = "const [points] = arguments;
    const row = new OffscreenCanvas(points.length, 1).getContext('2d', { willReadFrequently: true });
    const noted = (window.noted = []);
    const note = () => {
      row.clearRect(0, 0, points.length, 1);
      for (const layer of document.querySelectorAll('canvas')) {
        const box = layer.getBoundingClientRect(), ratio = layer.width / box.width;
        const there = (css, edge) => Math.floor((css - edge) * ratio);
        points.forEach(([x, y], i) => row.drawImage(layer, there(x, box.left), there(y, box.top), 1, 1, i, 0, 1, 1));
      }
      noted.push([...row.getImageData(0, 0, points.length, 1).data]);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);";

/// Learns which pixels around each point have the color of text, and notes from then on, for every frame, which of
/// these texts are missing: at no place to which the hand has taken them within the last three frames. A frame is seen
/// before or after the page has drawn it, so one place is not enough.
const NOTE_TEXTS: &str = "const [points, ink] = arguments, [wide, high] = [innerWidth, innerHeight];
    const screen = new OffscreenCanvas(wide, high).getContext('2d', { willReadFrequently: true });
    const look = () => {
      screen.clearRect(0, 0, wide, high);
      for (const layer of document.querySelectorAll('canvas')) {
        const { left, top, width, height } = layer.getBoundingClientRect();
        screen.drawImage(layer, left, top, width, height);
      }
      const { data } = screen.getImageData(0, 0, wide, high);
      return (x, y) => ink.every((channel, i) => Math.abs(data[4 * (y * wide + x) + i] - channel) <= 30);
    };
    const first = look();
    const texts = points.map(([x, y]) => {
      const found = [];
      for (let down = y - 20; down < y + 20; down += 1)
        for (let along = x - 90; along < x + 90; along += 1) if (first(along, down)) found.push([along, down]);
      return found;
    });
    const noted = (window.notedTexts = { sizes: texts.map((it) => it.length), frames: 0, moved: 0, missing: texts.map(() => []) });
    let start = null, held = false, hand = [[0, 0, 0]];
    addEventListener('pointerdown', (it) => { start = [it.clientX, it.clientY]; }, true);
    addEventListener('pointermove', (it) => {
      if (!start || !it.buttons) return;
      const x = it.clientX - start[0], y = it.clientY - start[1];
      // Within 6 px it is still a click, and the map stays.
      held ||= Math.hypot(x, y) > 6;
      if (held) hand.push([x, y, noted.frames]);
    }, true);
    const note = () => {
      noted.frames += 1;
      noted.moved += hand.at(-1)[2] === noted.frames - 1;
      while (hand.length > 1 && hand[1][2] < noted.frames - 3) hand.shift();
      const inked = look();
      texts.forEach((text, i) => {
        const seen = ([x, y]) => text.filter((at) => inked(at[0] + x, at[1] + y)).length >= text.length * 0.7;
        if (!hand.some(seen)) noted.missing[i].push(noted.frames);
      });
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);";

/// What became of the texts beside some points while the map was dragged.
#[derive(Debug)]
pub struct NotedTexts {
    /// How many frames were seen.
    pub frames: u64,
    /// In how many of them the hand had moved.
    pub moved: u64,
    /// For each point, how many pixels of text were around it at first.
    pub sizes: Vec<u64>,
    /// For each point, the frames in which its text was missing.
    pub missing: Vec<Vec<u64>>,
}

impl Page {
    /// The map at a CSS pixel of the viewport.
    ///
    /// # Errors
    /// When no canvas lies there.
    pub async fn pixel(&self, x: i32, y: i32) -> Outcome<Pixel> {
        let around = self.pixels_around(&[(f64::from(x), f64::from(y))], 0.0).await?;
        around.concat().first().copied().ok_or_else(|| format!("no canvas lies at {x}, {y}"))
    }

    /// The map around each point of the viewport, up to `reach` CSS pixels to every side.
    ///
    /// # Errors
    /// When there is no canvas. Outside of it pixels are transparent.
    pub async fn pixels_around(&self, points: &[(f64, f64)], reach: f64) -> Outcome<Vec<Vec<Pixel>>> {
        let value = self.script(AROUND, vec![json!(points), json!(reach)]).await?;
        let squares = value.as_array().ok_or("the page has no canvas")?;
        Ok(squares.iter().map(pixels).collect())
    }

    /// Begins to note the map's color at these points in every frame; see `noted_frames`.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn note_colors(&self, points: &[(i32, i32)]) -> Outcome<()> {
        self.script(NOTE, vec![json!(points)]).await.map(|_| ())
    }

    /// For every frame since `note_colors`, the color at each of its points.
    ///
    /// # Errors
    /// When nothing was noted.
    pub async fn noted_frames(&self) -> Outcome<Vec<Vec<Pixel>>> {
        let noted = self.script("return window.noted;", Vec::new()).await?;
        Ok(noted.as_array().ok_or("no frame was noted")?.iter().map(pixels).collect())
    }

    /// Begins to note whether the text beside each of these points is on the map, while one drag moves it.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn note_texts(&self, points: &[(i32, i32)], ink: Pixel) -> Outcome<()> {
        self.script(NOTE_TEXTS, vec![json!(points), json!(ink[..3])]).await.map(|_| ())
    }

    /// What was noted since `note_texts`.
    ///
    /// # Errors
    /// When nothing was noted.
    pub async fn noted_texts(&self) -> Outcome<NotedTexts> {
        let noted = self.script("return window.notedTexts;", Vec::new()).await?;
        let count = |name: &str| noted[name].as_u64().ok_or("no frame was noted");
        let numbers = |list: &Value| list.as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
        let missing = noted["missing"].as_array().into_iter().flatten().map(numbers).collect();
        Ok(NotedTexts { frames: count("frames")?, moved: count("moved")?, sizes: numbers(&noted["sizes"]), missing })
    }

    /// The color of a token of the style sheet, such as `standard`.
    ///
    /// # Errors
    /// When it is no color of the form `#rrggbb`.
    pub async fn token(&self, name: &str) -> Outcome<Pixel> {
        let body = "return getComputedStyle(document.documentElement).getPropertyValue('--' + arguments[0]).trim();";
        let value = self.script(body, vec![json!(name)]).await?;
        let text = value.as_str().unwrap_or_default();
        let channel = |from: usize| text.get(from..from + 2).and_then(|it| u8::from_str_radix(it, 16).ok());
        match (text.len(), channel(1), channel(3), channel(5)) {
            (7, Some(red), Some(green), Some(blue)) => Ok([red, green, blue, 255]),
            _ => Err(format!("--{name} is {text:?}, no color of the form #rrggbb")),
        }
    }
}

/// Whether two colors are the same but for rounding.
pub fn alike(a: Pixel, b: Pixel) -> bool {
    a.iter().zip(b).all(|(a, b)| a.abs_diff(b) <= 3)
}

fn pixels(square: &Value) -> Vec<Pixel> {
    let byte = |it: &Value| it.as_u64().and_then(|it| u8::try_from(it).ok());
    let bytes: Vec<u8> = square.as_array().into_iter().flatten().filter_map(byte).collect();
    bytes.as_chunks().0.to_vec()
}
