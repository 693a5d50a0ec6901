//! Days in numbers alone, parted by full stops, slashes or hyphens.

use super::Hints;
use super::calendars::{Year, common_year};
use super::line::{Cursor, Number};
use super::written::{Order, Written};

/// 2021-03-04, 2021/3/4, 2021. 3. 4.
pub(super) fn year_first(c: &mut Cursor<'_>, hints: &Hints) -> Option<Written> {
    let year = c.number(4, 4)?.value;
    let mark = c.eat_any(&['-', '/', '.'])?;
    let spaced = mark == '.' && c.space();
    let month = c.number(1, 2)?;
    if !c.eat(mark) || spaced && !c.space() {
        return None;
    }
    let day = glued(c, 2, mark)?;
    let padded = month.digits == 2 && day.digits == 2;
    let order = if hints.speaks("fa") && year < 1500 {
        Order::SolarHijri {
            year: i16::try_from(year).ok()?,
            month: month.value,
            day: day.value,
        }
    } else {
        Order::Known {
            month: month.value,
            day: day.value,
        }
    };
    let year = Year::Full(common_year(year)?);
    Some(Written {
        like_version: mark == '.',
        ..Written::bare(year, order, padded)
    })
}

/// The last number of a day, to which the time or the next date may be glued: 2021-03-0409:30, 04.03.202105.03.2021.
fn glued(c: &mut Cursor<'_>, digits: usize, mark: char) -> Option<Number> {
    let run = c.digit_run();
    let more = run == digits + 1 || run == digits + 2;
    let next = c.ahead(run);
    if more && (next == Some(':') || digits == 4 && next == Some(mark)) {
        return c.first_digits(digits);
    }
    (run <= digits).then(|| c.number(1, digits)).flatten()
}

/// 04.03.2021, 4. 3. 2021, 04/03/2021, 04-03-21, 21-03-04, 04.03., 03-04.
pub(super) fn day_first(c: &mut Cursor<'_>, hints: &Hints) -> Option<Written> {
    let first = c.number(1, 2)?;
    let mark = c.eat_any(&['.', '/', '-'])?;
    let spaced = mark == '.' && c.space();
    let second = c.number(1, 2)?;
    let padded = first.digits == 2 && second.digits == 2;
    let mut next = *c;
    let third = (next.eat(mark) && (!spaced || next.space()))
        .then(|| glued(&mut next, 4, mark))
        .flatten();
    if let Some(third) = third {
        *c = next;
        return three_numbers([first, second, third], mark, hints);
    }
    let order = match mark {
        '.' if c.eat('.') => Order::Known {
            month: second.value,
            day: first.value,
        },
        '.' => return None,
        _ if hints.year_first() || mark == '-' && hints.language.is_none() => Order::Known {
            month: first.value,
            day: second.value,
        },
        _ => Order::Open {
            first: first.value,
            second: second.value,
        },
    };
    Some(Written::bare(Year::Missing, order, padded))
}

fn three_numbers(
    [first, second, third]: [Number; 3],
    mark: char,
    hints: &Hints,
) -> Option<Written> {
    let padded = first.digits == 2 && second.digits == 2;
    let short = |number: Number| i16::try_from(number.value).ok().map(Year::Short);
    let (year, order) = match third.digits {
        4 => {
            let year = Year::Full(common_year(third.value)?);
            (year, day_and_month(first.value, second.value, mark))
        }
        2 if padded && year_leads(first, mark, hints) => {
            let order = Order::Known {
                month: second.value,
                day: third.value,
            };
            (short(first)?, order)
        }
        2 => (
            short(third)?,
            day_and_month(first.value, second.value, mark),
        ),
        _ => return None,
    };
    Some(Written::bare(year, order, padded))
}

/// Whether the first of three two-digit numbers is the year.
fn year_leads(first: Number, mark: char, hints: &Hints) -> bool {
    hints.year_first() || first.value > 31 || mark == '-' && hints.language.is_none()
}

/// Full stops put the day first, unless it cannot be one.
fn day_and_month(first: u32, second: u32, mark: char) -> Order {
    if mark == '.' && second <= 12 {
        Order::Known {
            month: second,
            day: first,
        }
    } else {
        Order::Open { first, second }
    }
}
