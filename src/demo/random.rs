//! Chance that comes out the same on every machine: integers, and no function whose last bit a platform decides.

/// A stream of numbers. The generator is Sebastiano Vigna's `SplitMix64` (<https://prng.di.unimi.it/splitmix64.c>).
pub(super) struct Random(u64);

impl Random {
    /// The stream for one purpose on one day: adding a purpose moves none of the others.
    pub(super) fn new(purpose: &str, day: u32) -> Self {
        let seed = purpose.bytes().fold(0x7111_2025_u64, |seed, byte| seed.rotate_left(7) ^ u64::from(byte));
        let mut random = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ u64::from(day) << 32);
        random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 to below `limit`, which is not 0.
    pub(super) fn below(&mut self, limit: u32) -> u32 {
        // The remainder is below `limit`, which is 32 bits wide.
        u32::try_from(self.next() % u64::from(limit)).unwrap_or(0)
    }

    /// From 0 to below 1.
    pub(super) fn unit(&mut self) -> f64 {
        f64::from(self.below(1 << 31)) / f64::from(1_u32 << 31)
    }

    pub(super) fn chance(&mut self, share: f64) -> bool {
        self.unit() < share
    }

    pub(super) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// Around `typical`, seldom far above it: the shape of latencies and purchases.
    pub(super) fn skewed(&mut self, typical: f64, tail: f64) -> f64 {
        let body = typical * self.between(0.55, 1.35);
        let rare = self.unit();
        let rare = rare * rare * rare;
        body + tail * rare * rare * rare
    }

    /// The position of one of `weights`, by its weight.
    pub(super) fn weighted(&mut self, weights: &[f64]) -> usize {
        let mut left = self.unit() * weights.iter().sum::<f64>();
        for (position, weight) in weights.iter().enumerate() {
            left -= weight;
            if left < 0.0 {
                return position;
            }
        }
        weights.len() - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_the_published_one() {
        // The first outputs of the reference implementation for the seed 1234567.
        let mut random = Random(1_234_567);
        assert_eq!([random.next(), random.next()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }

    #[test]
    fn weights_are_kept() {
        let mut random = Random::new("weights", 0);
        let mut seen = [0; 3];
        (0..10_000).for_each(|_| seen[random.weighted(&[1.0, 0.0, 3.0])] += 1);
        assert_eq!(seen[1], 0);
        assert!((2_300..2_700).contains(&seen[0]), "{seen:?}");
    }
}
