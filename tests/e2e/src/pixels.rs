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
    for (const layer of layers) whole.drawImage(layer, 0, 0);
    const side = 2 * Math.floor(reach * ratio) + 1;
    const first = (css, edge) => Math.floor((css - edge) * ratio) - (side - 1) / 2;
    return points.map(([x, y]) => [...whole.getImageData(first(x, box.left), first(y, box.top), side, side).data]);";

/// Notes in every frame the pixels at points of the map, until `return window.noted` asks for them.
const NOTE: &str = "const [points] = arguments;
    const row = new OffscreenCanvas(points.length, 1).getContext('2d', { willReadFrequently: true });
    const noted = (window.noted = { frames: 0, colors: {} });
    const note = () => {
      noted.frames += 1;
      row.clearRect(0, 0, points.length, 1);
      for (const layer of document.querySelectorAll('canvas')) {
        const box = layer.getBoundingClientRect(), ratio = layer.width / box.width;
        const there = (css, edge) => Math.floor((css - edge) * ratio);
        points.forEach(([x, y], i) => row.drawImage(layer, there(x, box.left), there(y, box.top), 1, 1, i, 0, 1, 1));
      }
      const { data } = row.getImageData(0, 0, points.length, 1);
      points.forEach((point, i) => { noted.colors[data.slice(4 * i, 4 * i + 4).join()] = point; });
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);";

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

    /// Begins to note the map's color at these points in every frame; see `noted_colors`.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn note_colors(&self, points: &[(i32, i32)]) -> Outcome<()> {
        self.script(NOTE, vec![json!(points)]).await.map(|_| ())
    }

    /// How many frames were noted, and every color in them with a point where it was.
    ///
    /// # Errors
    /// When nothing was noted.
    pub async fn noted_colors(&self) -> Outcome<(u64, Vec<(Pixel, Value)>)> {
        let noted = self.script("return window.noted;", Vec::new()).await?;
        let frames = noted["frames"].as_u64().ok_or("no frame was noted")?;
        let color = |(text, at): (&String, &Value)| {
            let channels: Vec<u8> = text.split(',').filter_map(|it| it.parse().ok()).collect();
            Some((channels.try_into().ok()?, at.clone()))
        };
        Ok((frames, noted["colors"].as_object().into_iter().flatten().filter_map(color).collect()))
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
