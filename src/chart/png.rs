//! A chart as a picture, for mail: mail clients show no SVG. Drawn with the font in `assets/fonts`, so that a picture
//! looks the same on every machine.

use resvg::{tiny_skia, usvg};

/// `DejaVu` Sans, cut to Latin, Cyrillic, punctuation and currency signs.
const FONT: &[u8] = include_bytes!("../../assets/fonts/DejaVuSans-subset.ttf");
/// Pixels for each unit of the drawing, for sharp text on dense screens.
const SCALE: f32 = 2.0;

/// Why a drawing could not become a picture.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PngError {
    #[error("{0}")]
    Svg(#[from] usvg::Error),
    #[error("a picture of {0} × {1} pixels cannot be drawn")]
    Size(u32, u32),
    #[error("encoding failed")]
    Encoding,
}

/// The drawing on white, twice its size.
pub(crate) fn png(svg: &str) -> Result<Vec<u8>, PngError> {
    let mut options = usvg::Options { font_family: "DejaVu Sans".into(), ..usvg::Options::default() };
    options.fontdb_mut().load_font_data(FONT.to_vec());
    let tree = usvg::Tree::from_str(svg, &options)?;
    let size = tree.size().to_int_size().scale_by(SCALE).unwrap_or(tree.size().to_int_size());
    let (width, height) = (size.width(), size.height());
    let mut picture = tiny_skia::Pixmap::new(width, height).ok_or(PngError::Size(width, height))?;
    picture.fill(tiny_skia::Color::WHITE);
    resvg::render(&tree, tiny_skia::Transform::from_scale(SCALE, SCALE), &mut picture.as_mut());
    picture.encode_png().map_err(|_| PngError::Encoding)
}

#[cfg(test)]
mod tests {
    use super::super::bars;
    use super::super::svg::chart;
    use super::*;

    /// Pixels that are neither white nor a bar's blue: text, and the outline of the peak.
    fn dark(svg: &str) -> usize {
        let picture = tiny_skia::Pixmap::decode_png(&png(svg).unwrap()).unwrap();
        picture.pixels().iter().filter(|p| p.red() < 100 && p.blue() < 100).count()
    }

    #[test]
    fn a_picture_has_the_size_of_its_drawing_and_its_words() {
        let mut named = chart(&[Some(1.0), Some(2.0)]);
        named.points[0].name = "Алмаз ₽".into();
        let svg = bars(&named, false);
        assert!(png(&svg).unwrap().starts_with(b"\x89PNG"));
        let without = svg.replace("Алмаз ₽", "");
        assert!(dark(&svg) > dark(&without) + 50, "the font has no Cyrillic");
    }

    #[test]
    fn nothing_shines_through_a_picture() {
        let svg = bars(&chart(&[Some(1.0), Some(2.0)]), false);
        let picture = tiny_skia::Pixmap::decode_png(&png(&svg).unwrap()).unwrap();
        assert!(picture.pixels().iter().all(|pixel| pixel.alpha() == 255));
    }

    #[test]
    fn what_is_no_drawing_is_an_error() {
        assert!(png("<svg").is_err());
    }
}
