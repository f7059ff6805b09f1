//! A screenshot.

use anyhow::{Context as _, Result, ensure};
use std::collections::BTreeSet;
use std::io::Cursor;

/// A screenshot, decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The width in pixels.
    pub width: u32,
    /// The height in pixels.
    pub height: u32,
    /// The number of different colors.
    pub colours: usize,
}

impl Picture {
    /// Decodes a PNG.
    ///
    /// # Errors
    /// If it isn't a PNG.
    pub fn read(png: &[u8]) -> Result<Self> {
        let (frame, pixels) = decode(png)?;
        let colours: BTreeSet<_> =
            pixels[..frame.buffer_size()].chunks_exact(frame.color_type.samples()).map(<[u8]>::to_vec).collect();
        Ok(Self { width: frame.width, height: frame.height, colours: colours.len() })
    }

    /// Whether the whole picture has only one color.
    pub fn is_blank(&self) -> bool {
        self.colours < 2
    }
}

/// The upper left part of a PNG, as a PNG.
///
/// # Errors
/// If it isn't a PNG, or is smaller.
pub fn part(png: &[u8], width: u32, height: u32) -> Result<Vec<u8>> {
    let (frame, pixels) = decode(png)?;
    ensure!(frame.width >= width && frame.height >= height, "the screenshot has {} × {}", frame.width, frame.height);
    let kept = usize::try_from(width)? * frame.color_type.samples();
    let rows = pixels.chunks_exact(frame.line_size).take(usize::try_from(height)?);
    let pixels: Vec<u8> = rows.flat_map(|row| row[..kept].iter().copied()).collect();
    let mut written = Vec::new();
    let mut encoder = png::Encoder::new(&mut written, width, height);
    encoder.set_color(frame.color_type);
    encoder.write_header()?.write_image_data(&pixels)?;
    Ok(written)
}

/// The pixels of a PNG, with eight bits for each color.
fn decode(png: &[u8]) -> Result<(png::OutputInfo, Vec<u8>)> {
    let mut decoder = png::Decoder::new(Cursor::new(png));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().context("no PNG")?;
    let mut pixels = vec![0; reader.output_buffer_size().context("a PNG too large")?];
    let frame = reader.next_frame(&mut pixels)?;
    Ok((frame, pixels))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(pixels: &[[u8; 3]; 4]) -> Result<Vec<u8>> {
        let mut written = Vec::new();
        let mut encoder = png::Encoder::new(&mut written, 2, 2);
        encoder.set_color(png::ColorType::Rgb);
        encoder.write_header()?.write_image_data(pixels.as_flattened())?;
        Ok(written)
    }

    #[test]
    fn one_colour_is_blank_and_two_are_not() -> Result<()> {
        let white = [255; 3];
        let blank = Picture::read(&png(&[white; 4])?)?;
        assert_eq!(blank, Picture { width: 2, height: 2, colours: 1 });
        assert!(blank.is_blank());
        assert!(!Picture::read(&png(&[white, white, [0, 0, 9], white])?)?.is_blank());
        assert!(Picture::read(b"nothing").is_err());
        Ok(())
    }

    #[test]
    fn a_part_has_the_pixels_of_the_upper_left() -> Result<()> {
        let (white, dark) = ([255; 3], [0, 0, 9]);
        let whole = png(&[white, dark, white, dark])?;
        assert_eq!(decode(&part(&whole, 1, 2)?)?.1, [white, white].as_flattened());
        assert!(part(&whole, 3, 1).is_err());
        Ok(())
    }
}
