//! How far bytes of one sort go on. Whole texts are gone through so, and most of their bytes are of the sort asked for: they are looked at
//! in blocks, which a processor does at once.

/// How many bytes make a block.
const BLOCK: usize = 16;

/// How many bytes at the beginning of `bytes` are of the sort that `is` tells.
pub fn run(bytes: &[u8], is: impl Fn(u8) -> bool) -> usize {
    // Not short-circuited, so that a block is one step.
    let all = |block: &&[u8]| block.iter().fold(true, |all, byte| all & is(*byte));
    let whole = BLOCK * bytes.chunks_exact(BLOCK).take_while(all).count();
    whole + bytes.get(whole..).unwrap_or_default().iter().take_while(|byte| is(**byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_ends_at_the_first_byte_of_another_sort() {
        let letters = |text: &str| run(text.as_bytes(), |byte| byte.is_ascii_alphabetic());
        assert_eq!(letters(""), 0);
        assert_eq!(letters("abc def"), 3);
        let long = "x".repeat(100);
        assert_eq!(letters(&long), 100);
        assert_eq!(letters(&format!("{long} {long}")), 100);
        assert_eq!(letters(&format!("{} {long}", "x".repeat(BLOCK))), BLOCK);
    }
}
