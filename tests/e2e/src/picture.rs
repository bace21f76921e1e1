//! Pictures of the page, and whether two of them show the same.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::Outcome;

/// How far a smoothed channel may be off, of 255. Smoothed text of another renderer stays below; the thinnest arc,
/// 1.3 pixels wide on the sea, does not.
const CHANNEL: i16 = 24;
/// The side of a window in pixels. Windows overlap by half, so that no mark is cut in two by all of them.
const WINDOW_PX: usize = 32;
/// How many pixels of a window may be off: 1.5 in a hundred. The smallest mark has about twenty.
const MOST_IN_WINDOW: usize = 15;
/// Smoothing reaches so many pixels to every side.
const SMOOTH_PX: usize = 2;

/// Red, green and blue of every pixel, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The width in pixels.
    pub width: usize,
    /// The height in pixels.
    pub height: usize,
    /// The pixels.
    pub pixels: Vec<[u8; 3]>,
}

/// A place where two pictures differ, in pixels from the top left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The left edge of the window.
    pub left: usize,
    /// The top edge of the window.
    pub top: usize,
    /// How many pixels in the window differ.
    pub pixels: usize,
}

impl Picture {
    /// Reads a PNG of eight bits a channel.
    ///
    /// # Errors
    /// When it is none.
    pub fn from_png(bytes: &[u8]) -> Outcome<Picture> {
        let failed = |error: png::DecodingError| format!("no picture: {error}");
        let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().map_err(failed)?;
        let mut buffer = vec![0; reader.output_buffer_size().ok_or("the picture is too large")?];
        let frame = reader.next_frame(&mut buffer).map_err(failed)?;
        let channels = match frame.color_type {
            png::ColorType::Rgb => 3,
            png::ColorType::Rgba => 4,
            other => return Err(format!("a picture in {other:?} is not expected")),
        };
        let pixels = buffer.chunks_exact(channels).filter_map(|it| it.first_chunk().copied()).collect();
        Ok(Picture { width: frame.width as usize, height: frame.height as usize, pixels })
    }

    /// Reads a PNG file.
    ///
    /// # Errors
    /// When it cannot be read, or is none.
    pub fn read(file: &Path) -> Outcome<Picture> {
        let bytes = fs::read(file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
        Picture::from_png(&bytes).map_err(|error| format!("{}: {error}", file.display()))
    }

    /// Writes a PNG file, packed as small as it goes.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, file: &Path) -> Outcome<()> {
        self.encode(file, None, self.pixels.as_flattened())
    }

    /// Writes a PNG file of at most 256 colors, in about a third of the space: a document's picture. A color that has to
    /// go becomes its nearest neighbor.
    ///
    /// # Errors
    /// As `write`.
    pub fn write_with_palette(&self, file: &Path) -> Outcome<()> {
        let mut counts: BTreeMap<[u8; 3], usize> = BTreeMap::new();
        for pixel in &self.pixels {
            *counts.entry(*pixel).or_default() += 1;
        }
        let palette = palette_of(&counts);
        let place = |color: &[u8; 3]| {
            let nearest = (0..palette.len()).min_by_key(|at| palette.get(*at).map(|it| apart(it, color)));
            (*color, nearest.and_then(|it| u8::try_from(it).ok()).unwrap_or(0))
        };
        let places: BTreeMap<[u8; 3], u8> = counts.keys().map(place).collect();
        let data: Vec<u8> = self.pixels.iter().map(|it| places.get(it).copied().unwrap_or(0)).collect();
        self.encode(file, Some(palette.concat()), &data)
    }

    fn encode(&self, file: &Path, palette: Option<Vec<u8>>, data: &[u8]) -> Outcome<()> {
        let failed = |error: String| format!("cannot write {}: {error}", file.display());
        let output = fs::File::create(file).map_err(|error| failed(error.to_string()))?;
        let (width, height) = (u32::try_from(self.width), u32::try_from(self.height));
        let (Ok(width), Ok(height)) = (width, height) else { return Err(failed("it is too large".to_owned())) };
        let mut encoder = png::Encoder::new(output, width, height);
        encoder.set_color(if palette.is_some() { png::ColorType::Indexed } else { png::ColorType::Rgb });
        if let Some(palette) = palette {
            encoder.set_palette(palette);
        }
        encoder.set_compression(png::Compression::High);
        let written = encoder.write_header().and_then(|mut it| it.write_image_data(data));
        written.map_err(|error| failed(error.to_string()))
    }

    /// The picture with five bits a channel, in a file of about half the size. `differences` does not look closer.
    pub fn coarser(&self) -> Picture {
        let coarse = |it: u8| (it & 0b1111_1000) | 0b100;
        Picture { pixels: self.pixels.iter().map(|it| it.map(coarse)).collect(), ..*self }
    }

    /// Where this picture and another of the same page differ: more than another renderer of text or a pixel's
    /// shift explains, but as little as a missing mark. Empty when they show the same.
    ///
    /// # Errors
    /// When they differ in size.
    pub fn differences(&self, other: &Picture) -> Outcome<Vec<Difference>> {
        let size = (self.width, self.height);
        if size != (other.width, other.height) {
            return Err(format!("{size:?} pixels against {} by {}", other.width, other.height));
        }
        // What is alike before smoothing is alike after it.
        if self.pixels.iter().zip(&other.pixels).all(|(ours, theirs)| alike(*ours, *theirs)) {
            return Ok(Vec::new());
        }
        let (ours, theirs) = (self.smoothed(), other.smoothed());
        let is_off = |index: usize| !ours.has_near(&theirs, index) || !theirs.has_near(&ours, index);
        let off: Vec<bool> = (0..self.pixels.len()).map(is_off).collect();
        let counted = |left: usize, top: usize| {
            let rows = top..(top + WINDOW_PX).min(self.height);
            let row = |y: usize| &off[y * self.width + left..y * self.width + (left + WINDOW_PX).min(self.width)];
            rows.map(|y| row(y).iter().filter(|it| **it).count()).sum()
        };
        let corners = |length: usize| (0..length).step_by(WINDOW_PX / 2);
        let windows = corners(self.height).flat_map(|top| corners(self.width).map(move |left| (left, top)));
        let differences = windows.map(|(left, top)| Difference { left, top, pixels: counted(left, top) });
        Ok(differences.filter(|it| it.pixels > MOST_IN_WINDOW).collect())
    }

    /// Every pixel as the mean of its surroundings: a line keeps its weight wherever its edge falls.
    fn smoothed(&self) -> Picture {
        let across = |from: &[[u8; 3]], x: usize, y: usize| {
            let row = &from[y * self.width..(y + 1) * self.width];
            mean(&row[x.saturating_sub(SMOOTH_PX)..(x + SMOOTH_PX + 1).min(self.width)])
        };
        let down = |from: &[[u8; 3]], x: usize, y: usize| {
            let rows = y.saturating_sub(SMOOTH_PX)..(y + SMOOTH_PX + 1).min(self.height);
            let column: Vec<[u8; 3]> = rows.map(|row| from[row * self.width + x]).collect();
            mean(&column)
        };
        let places = || (0..self.height).flat_map(|y| (0..self.width).map(move |x| (x, y)));
        let once: Vec<[u8; 3]> = places().map(|(x, y)| across(&self.pixels, x, y)).collect();
        let pixels = places().map(|(x, y)| down(&once, x, y)).collect();
        Picture { width: self.width, height: self.height, pixels }
    }

    /// Whether another picture has this picture's color of a pixel there or beside it.
    fn has_near(&self, other: &Picture, index: usize) -> bool {
        let color = self.pixels[index];
        if alike(color, other.pixels[index]) {
            return true;
        }
        let (x, y) = (index % self.width, index / self.width);
        let columns = || x.saturating_sub(1)..(x + 2).min(self.width);
        let rows = y.saturating_sub(1)..(y + 2).min(self.height);
        rows.into_iter().any(|y| columns().any(|x| alike(color, other.pixels[y * self.width + x])))
    }
}

fn alike(a: [u8; 3], b: [u8; 3]) -> bool {
    a.iter().zip(b).all(|(a, b)| (i16::from(*a) - i16::from(b)).abs() <= CHANNEL)
}

fn mean(pixels: &[[u8; 3]]) -> [u8; 3] {
    let count = pixels.len().max(1);
    [0, 1, 2].map(|channel| {
        let sum: usize = pixels.iter().map(|it| usize::from(it[channel])).sum();
        u8::try_from(sum / count).unwrap_or(u8::MAX)
    })
}

/// The fewest colors, at most 256, that no color is far from: the most frequent ones, as near to each other as they fit.
fn palette_of(counts: &BTreeMap<[u8; 3], usize>) -> Vec<[u8; 3]> {
    const MOST: usize = 256;
    let mut colors: Vec<([u8; 3], usize)> = counts.iter().map(|(color, count)| (*color, *count)).collect();
    colors.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut palette = Vec::new();
    // All 16 million colors fit at the latest when black and white are one.
    for step in 0..=9_u32 {
        palette.clear();
        for (color, _) in &colors {
            if palette.len() <= MOST && palette.iter().all(|it| apart(it, color) >= 1 << (2 * step)) {
                palette.push(*color);
            }
        }
        if palette.len() <= MOST {
            break;
        }
    }
    palette
}

/// How far two colors are apart: the sum of the squares.
fn apart(one: &[u8; 3], other: &[u8; 3]) -> u32 {
    one.iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(*other)).pow(2)).sum()
}

#[cfg(test)]
mod tests;
