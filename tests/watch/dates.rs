//! Every date of a record is ISO 8601, in the form that the record's docs give.

use faircopy::Article;

/// Says which date of a record is none.
pub(super) fn wrong(article: &Article) -> Option<String> {
    let dates = [&article.published_at, &article.modified_at];
    let of_comments = article.comments.iter().map(|comment| &comment.at);
    dates
        .into_iter()
        .chain(of_comments)
        .flatten()
        .find(|date| read(date).is_none())
        .map(|date| format!("{date:?} is no date"))
}

/// Reads `2024-03-18`, `2024-03-18T21:07`, `2024-03-18T21:07:30`, and the latter two with `Z` or an offset.
fn read(date: &str) -> Option<()> {
    let (day, time) = match date.split_once('T') {
        Some((day, time)) => (day, Some(time)),
        None => (date, None),
    };
    let [year, month, day] = parts(day, '-')?;
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    };
    let real = (1..=12).contains(&month) && (1..=days).contains(&day);
    let Some(time) = time else {
        return real.then_some(());
    };
    let (clock, zone) = match time.find(['Z', '+', '-']) {
        Some(at) => time.split_at_checked(at)?,
        None => (time, "Z"),
    };
    let [hour, minute, second] = parts(clock, ':').or_else(|| {
        let [hour, minute] = parts(clock, ':')?;
        Some([hour, minute, 0])
    })?;
    let zoned = zone == "Z"
        || parts(zone.get(1..)?, ':')
            .is_some_and(|[hours, minutes]: [u32; 2]| hours < 24 && minutes < 60);
    (real && hour < 24 && minute < 60 && second < 60 && zoned).then_some(())
}

/// Splits into exactly so many numbers, the first of four digits in a day and all others of two.
fn parts<const N: usize>(text: &str, by: char) -> Option<[u32; N]> {
    let mut numbers = [0; N];
    let mut given = text.split(by);
    for (index, number) in numbers.iter_mut().enumerate() {
        let digits = given.next()?;
        let wanted = if by == '-' && index == 0 { 4 } else { 2 };
        if digits.len() != wanted || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *number = digits.parse().ok()?;
    }
    given.next().is_none().then_some(numbers)
}
