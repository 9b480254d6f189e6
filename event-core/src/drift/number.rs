//! Numbers in text, compared in const evaluation.

/// How one number compares with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Less,
    Same,
    More,
}

/// How two numbers in JSON compare; nothing for those with an exponent.
pub(super) const fn order(one: &str, other: &str) -> Option<Order> {
    let (Some(one), Some(other)) = (Decimal::of(one), Decimal::of(other)) else { return None };
    Some(match (one.is_negative, other.is_negative) {
        (false, false) => one.size(&other),
        (true, true) => other.size(&one),
        _ if one.is_zero() && other.is_zero() => Order::Same,
        (true, false) => Order::Less,
        (false, true) => Order::More,
    })
}

struct Decimal<'a> {
    is_negative: bool,
    text: &'a [u8],
    /// Where the digits begin that are not leading zeros.
    start: usize,
    /// Where the whole digits end.
    point: usize,
}

#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
impl<'a> Decimal<'a> {
    const fn of(text: &'a str) -> Option<Self> {
        let text = text.as_bytes();
        let is_negative = !text.is_empty() && text[0] == b'-';
        let mut start = is_negative as usize;
        let (mut point, mut i) = (text.len(), start);
        while i < text.len() {
            match text[i] {
                b'0'..=b'9' => {}
                b'.' if point == text.len() => point = i,
                _ => return None,
            }
            i += 1;
        }
        while start < point && text[start] == b'0' {
            start += 1;
        }
        Some(Self { is_negative, text, start, point })
    }

    const fn is_zero(&self) -> bool {
        let mut i = self.start;
        while i < self.text.len() {
            if !matches!(self.text[i], b'0' | b'.') {
                return false;
            }
            i += 1;
        }
        true
    }

    /// Without the sign.
    const fn size(&self, other: &Self) -> Order {
        let (wholes, others) = (self.point - self.start, other.point - other.start);
        if wholes != others {
            return if wholes < others { Order::Less } else { Order::More };
        }
        let mut place = 0;
        while self.start + place < self.text.len() || other.start + place < other.text.len() {
            let (digit, other) = (self.digit(place), other.digit(place));
            if digit != other {
                return if digit < other { Order::Less } else { Order::More };
            }
            place += 1;
        }
        Order::Same
    }

    /// The digit at a place, or the point; behind the last there are zeros.
    const fn digit(&self, place: usize) -> u8 {
        match self.start + place {
            i if i < self.text.len() => self.text[i],
            i if i == self.point => b'.',
            _ => b'0',
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Order, order};

    #[test]
    fn numbers_compare_by_their_values() {
        const SORTED: &[&str] = &[
            "-100",
            "-99.5",
            "-0.51",
            "-0.5",
            "0",
            "0.05",
            "0.5",
            "1",
            "9.99",
            "10",
            "18446744073709551616",
        ];
        for (i, one) in SORTED.iter().enumerate() {
            for (j, other) in SORTED.iter().enumerate() {
                let expected = match i.cmp(&j) {
                    std::cmp::Ordering::Less => Order::Less,
                    std::cmp::Ordering::Equal => Order::Same,
                    std::cmp::Ordering::Greater => Order::More,
                };
                assert_eq!(order(one, other), Some(expected), "{one} {other}");
            }
        }
        for (one, other) in [("1", "1.0"), ("-0", "0"), ("007.50", "7.5"), ("0.0", "-0.00")] {
            assert_eq!(order(one, other), Some(Order::Same), "{one} {other}");
        }
        assert_eq!(order("1e3", "5"), None);
    }
}
