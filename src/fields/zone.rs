//! The time zone of a site's land, for times that a page prints without one. Asked for only: no page says it.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday, time};
use jiff::tz::Offset;

use super::date::Stamp;

/// When clocks are put forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Summer {
    Never,
    /// From the last Sunday of March to the last of October, at one o'clock in Greenwich.
    European,
}

use Summer::{European, Never};

/// Ends of hosts and tags of languages; minutes before Greenwich; summer time; the first year of which the row holds.
type Row = (&'static [&'static str], i32, Summer, i16);

/// Lands with one zone, by the end of their sites' hosts. Lands with several (`us`, `ca`, `au`, `br`, `ru`, `mx`, `id`) have no row.
#[rustfmt::skip]
const BY_HOST: &[Row] = &[
    (&["cn", "hk", "mo", "my", "ph", "sg", "tw"], 480, Never, 1992),
    (&["jp", "kr"], 540, Never, 1990),
    (&["kh", "la", "th", "vn"], 420, Never, 1990),
    (&["mm"], 390, Never, 1990),
    (&["bd", "bt"], 360, Never, 2010),
    (&["np"], 345, Never, 1990),
    (&["in", "lk"], 330, Never, 2007),
    (&["pk"], 300, Never, 2010),
    (&["ae", "om"], 240, Never, 1990),
    (&["ir"], 210, Never, 2023),
    (&["bh", "by", "iq", "kw", "qa", "sa", "ye"], 180, Never, 2012),
    (&["et", "ke", "so", "tz", "ug"], 180, Never, 1990),
    (&["tr"], 180, Never, 2017),
    (&["bg", "cy", "ee", "fi", "gr", "lt", "lv", "ro", "ua"], 120, European, 2003),
    (&["bw", "mw", "mz", "rw", "za", "zm", "zw"], 120, Never, 1990),
    (&["ad", "al", "at", "ba", "be", "ch", "cz", "de", "dk", "fr", "hr", "hu", "it", "li", "lu", "mc", "me", "mk", "mt", "nl", "no", "pl", "rs", "se", "si", "sk", "sm", "va"], 60, European, 1996),
    (&["ao", "cm", "dz", "ng", "tn"], 60, Never, 2009),
    (&["ie", "uk"], 0, European, 1996),
    (&["ci", "gh", "is", "sn"], 0, Never, 1990),
    (&["ar"], -180, Never, 2010),
    (&["uy"], -180, Never, 2016),
    (&["bo", "do"], -240, Never, 2001),
    (&["ve"], -240, Never, 2017),
    (&["co", "pa", "pe"], -300, Never, 1995),
    (&["cr", "gt", "hn", "ni", "sv"], -360, Never, 2007),
];

/// Languages of one land, or of lands with one zone, for hosts that name no land. Those of many lands (`en`, `es`, `fr`, `pt`, `ar`, `ru`)
/// have a row with the land only.
#[rustfmt::skip]
const BY_LANGUAGE: &[Row] = &[
    (&["zh"], 480, Never, 1992),
    (&["ja", "ko"], 540, Never, 1990),
    (&["km", "lo", "th", "vi"], 420, Never, 1990),
    (&["en-in", "gu", "hi", "kn", "ml", "mr", "te"], 330, Never, 2007),
    (&["tr"], 180, Never, 2017),
    (&["bg", "el", "et", "fi", "lt", "lv", "ro", "uk"], 120, European, 2003),
    (&["cs", "da", "de", "fr-fr", "hr", "hu", "it", "mk", "nb", "nl", "nn", "no", "pl", "sk", "sl", "sq", "sr", "sv"], 60, European, 1996),
    (&["en-gb", "en-ie", "ga"], 0, European, 1996),
    (&["is"], 0, Never, 1990),
];

/// Ends of hosts that are sold as words, whatever land they are of: `.co`, `.me`, `.la` name none by themselves.
const SOLD: &[&str] = &["cm", "co", "is", "la", "li", "me", "so"];

/// Returns a stamp with the zone of the site's land, or of its language where the host names no land. `None` where it has a zone, has no
/// time, or nothing tells the zone.
pub(crate) fn infer(stamp: &Stamp, host: Option<&str>, language: Option<&str>) -> Option<Stamp> {
    let clock = stamp.time.filter(|_| stamp.offset.is_none())?;
    let &(_, minutes, summer, since) = by_host(host).or_else(|| by_language(language))?;
    if stamp.day.year() < since {
        return None;
    }
    let local = stamp.day.to_datetime(time(clock.hour, clock.minute, 0, 0));
    let ahead = match summer {
        European if is_summer(local, minutes)? => 60,
        _ => 0,
    };
    let offset = Offset::from_seconds((minutes + ahead) * 60).ok()?;
    Some(Stamp {
        offset: Some(offset),
        ..stamp.clone()
    })
}

fn by_host(host: Option<&str>) -> Option<&'static Row> {
    let host = host?.to_ascii_lowercase();
    let mut labels = host.rsplit('.');
    let land = labels.next()?;
    // `news.com.co` is Colombia's, `news.co` may be anybody's.
    let short = |label: &str| label.len() <= 3 && label != "www";
    if SOLD.contains(&land) && !labels.next().is_some_and(short) {
        return None;
    }
    BY_HOST.iter().find(|row| row.0.contains(&land))
}

fn by_language(language: Option<&str>) -> Option<&'static Row> {
    let tag = language?.to_ascii_lowercase().replace('_', "-");
    let primary = tag.split('-').next().unwrap_or_default();
    let of = |name: &str| BY_LANGUAGE.iter().find(|row| row.0.contains(&name));
    of(&tag).or_else(|| of(primary))
}

/// Whether a local time is in summer time. The hour that comes twice in autumn is taken for the first.
fn is_summer(local: DateTime, minutes: i32) -> Option<bool> {
    let change = |month, shift: i32| -> Option<DateTime> {
        let at = last_sunday(local.year(), month)?.at(1, 0, 0, 0);
        at.checked_add(i64::from(minutes + shift).minutes()).ok()
    };
    Some(local >= change(3, 0)? && local < change(10, 60)?)
}

fn last_sunday(year: i16, month: i8) -> Option<Date> {
    let first = Date::new(year, month, 1).ok()?;
    first.nth_weekday_of_month(-1, Weekday::Sunday).ok()
}

#[cfg(test)]
mod tests {
    use super::infer;
    use crate::fields::date::read_machine;

    fn inferred(text: &str, host: &str, language: &str) -> Option<String> {
        let stamp = read_machine(text)?;
        Some(infer(&stamp, Some(host), Some(language))?.to_iso())
    }

    #[test]
    fn a_land_has_its_zone_and_its_summer() {
        for (text, host, language, zoned) in [
            (
                "2023-01-11 23:25",
                "jiangzhou.cn",
                "zh-CN",
                "2023-01-11T23:25+08:00",
            ),
            (
                "2023-01-11 23:25",
                "tide.example",
                "ja",
                "2023-01-11T23:25+09:00",
            ),
            (
                "2023-03-26 01:59",
                "hafen.de",
                "de",
                "2023-03-26T01:59+01:00",
            ),
            (
                "2023-03-26 03:00",
                "hafen.de",
                "de",
                "2023-03-26T03:00+02:00",
            ),
            (
                "2023-10-29 01:30",
                "hafen.de",
                "de",
                "2023-10-29T01:30+02:00",
            ),
            (
                "2023-10-29 03:00",
                "hafen.de",
                "de",
                "2023-10-29T03:00+01:00",
            ),
            (
                "2023-07-01 12:00",
                "harbour.co.uk",
                "en",
                "2023-07-01T12:00+01:00",
            ),
            (
                "2023-07-01 12:00",
                "satama.fi",
                "fi",
                "2023-07-01T12:00+03:00",
            ),
            (
                "2023-07-01 12:00",
                "puerto.com.co",
                "es",
                "2023-07-01T12:00-05:00",
            ),
        ] {
            assert_eq!(
                inferred(text, host, language).as_deref(),
                Some(zoned),
                "{text} {host}"
            );
        }
    }

    #[test]
    fn nothing_is_inferred_that_nothing_tells() {
        for (text, host, language) in [
            ("2023-01-11", "hafen.de", "de"),
            ("2023-01-11T23:25Z", "hafen.de", "de"),
            ("2023-01-11 23:25", "harbour.com", "en-US"),
            ("2023-01-11 23:25", "harbour.ca", "en"),
            ("2023-01-11 23:25", "harbour.co", "en"),
            ("1991-07-01 12:00", "jiangzhou.cn", "zh"),
        ] {
            assert_eq!(inferred(text, host, language), None, "{text} {host}");
        }
    }
}
