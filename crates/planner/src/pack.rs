//! Text made small enough for an address or the browser's storage: zlib, written in base64 with the signs of addresses.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};
use reach::plan_file::MAX_BYTES;

/// Why a packed text cannot be unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.told())]
pub enum PackError {
    /// A sign that is not of the alphabet, or a wrong length.
    NotBase64,
    /// The compressed bytes are not what was written.
    Damaged,
    /// It would unpack to more than a plan file may have.
    TooLarge,
    /// What comes out is not UTF-8.
    NotText,
}

impl PackError {
    fn told(self) -> String {
        match self {
            PackError::NotBase64 => words::said("it holds signs that do not belong there, or lacks some"),
            PackError::Damaged => words::said("it is damaged or cut short"),
            PackError::TooLarge => words::say_with(
                "it unpacks to more than {most} bytes, which no plan has",
                &[("most", &MAX_BYTES.to_string())],
            ),
            PackError::NotText => words::said("what it unpacks to is not UTF-8 text"),
        }
    }
}

/// The text in letters, digits, `-` and `_`. Level 6 is the usual middle between size and time.
pub fn pack(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(text.as_bytes(), 6))
}

/// The text that was packed. Never makes more than a plan file may have, whatever it is given.
///
/// # Errors
/// When it was not packed by [`pack`], or did not arrive whole.
pub fn unpack(packed: &str) -> Result<String, PackError> {
    let small = URL_SAFE_NO_PAD.decode(packed).map_err(|_| PackError::NotBase64)?;
    let bytes = decompress_to_vec_zlib_with_limit(&small, MAX_BYTES).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => PackError::TooLarge,
        _ => PackError::Damaged,
    })?;
    String::from_utf8(bytes).map_err(|_| PackError::NotText)
}

#[cfg(test)]
mod tests {
    use super::{PackError, pack, unpack};
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use miniz_oxide::deflate::compress_to_vec_zlib;

    #[test]
    fn what_is_packed_comes_back() {
        for text in ["", "{}", "São Paulo → 東京\n", &"circuit ".repeat(10_000)] {
            let packed = pack(text);
            assert!(packed.bytes().all(|it| it.is_ascii_alphanumeric() || b"-_".contains(&it)), "{packed}");
            assert_eq!(unpack(&packed).as_deref(), Ok(text));
        }
    }

    #[test]
    fn a_text_cut_short_is_told_wherever_it_is_cut() {
        let packed = pack(r#"{ "format": "expressroute-atlas-plan", "version": 1, "name": "Two sites, one region" }"#);
        for end in 0..packed.len() {
            let told = unpack(&packed[..end]);
            assert!(matches!(told, Err(PackError::NotBase64 | PackError::Damaged)), "cut at {end}: {told:?}");
        }
    }

    #[test]
    fn signs_of_another_alphabet_are_told() {
        for packed in ["a+b/", "%20", "é", "a b", "a==="] {
            assert_eq!(unpack(packed), Err(PackError::NotBase64), "{packed}");
        }
    }

    #[test]
    fn a_bomb_does_not_go_off() {
        // A hundred million zeros in a tenth of a megabyte.
        let bomb = URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(&vec![b'0'; 100_000_000], 6));
        assert!(bomb.len() < 200_000, "{}", bomb.len());
        assert_eq!(unpack(&bomb), Err(PackError::TooLarge));
    }

    #[test]
    fn bytes_that_are_no_text_are_told() {
        let packed = URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(&[b'{', 0xFF, b'}'], 6));
        assert_eq!(unpack(&packed), Err(PackError::NotText));
    }
}
