//! Times counted from the moment of reading: yesterday, 3 hours ago, 今(11)日.

use std::sync::LazyLock;

use jiff::{Span, ToSpan, civil::DateTime};

use super::line::Cursor;
use super::words::Words;
use super::{Clock, Hints, Stamp};

/// What "3 … ago" counts. Weeks and longer give no day, so they are not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Second,
    Minute,
    Hour,
    Day,
}

/// Days before the day of reading.
#[rustfmt::skip]
const DAYS: &[(&str, &[&str], i32)] = &[
    ("zh", &["今天", "今日"], 0), ("zh", &["昨天", "昨日"], 1), ("zh", &["前天"], 2),
    ("ja", &["今日", "本日"], 0), ("ja", &["昨日", "きのう"], 1), ("ja", &["一昨日", "おととい"], 2),
    ("ko", &["오늘"], 0), ("ko", &["어제"], 1), ("ko", &["그제", "그저께"], 2),
    ("en", &["today"], 0), ("en", &["yesterday"], 1), ("de", &["heute"], 0), ("de", &["gestern"], 1), ("de", &["vorgestern"], 2),
    ("fr", &["aujourd'hui"], 0), ("fr", &["hier"], 1), ("fr", &["avant-hier"], 2), ("es", &["hoy"], 0), ("es", &["ayer"], 1), ("es", &["anteayer"], 2),
    ("it", &["oggi"], 0), ("it", &["ieri"], 1), ("pt", &["hoje"], 0), ("pt", &["ontem"], 1), ("ca", &["avui"], 0), ("ca", &["ahir"], 1),
    ("nl", &["vandaag"], 0), ("nl", &["gisteren"], 1), ("nl", &["eergisteren"], 2), ("pl", &["dzisiaj", "dziś"], 0), ("pl", &["wczoraj"], 1), ("pl", &["przedwczoraj"], 2),
    ("cs", &["dnes"], 0), ("cs", &["včera"], 1), ("sk", &["včera"], 1), ("cs", &["předevčírem"], 2), ("sl", &["danes"], 0), ("sl", &["včeraj"], 1), ("hr", &["danas"], 0), ("hr", &["jučer"], 1), ("sr", &["juče", "јуче"], 1), ("sr", &["данас"], 0),
    ("ro", &["azi", "astăzi"], 0), ("ro", &["ieri"], 1), ("hu", &["ma"], 0), ("hu", &["tegnap"], 1), ("tr", &["bugün"], 0), ("tr", &["dün"], 1),
    ("ru", &["сегодня"], 0), ("ru", &["вчера"], 1), ("ru", &["позавчера"], 2), ("uk", &["сьогодні"], 0), ("uk", &["вчора", "учора"], 1), ("bg", &["днес"], 0), ("bg", &["вчера"], 1),
    ("el", &["σήμερα"], 0), ("el", &["χθες", "χτες"], 1), ("sv", &["idag", "i dag"], 0), ("sv", &["igår", "i går"], 1), ("no", &["i dag"], 0), ("no", &["i går"], 1), ("da", &["i dag"], 0), ("da", &["i går"], 1), ("is", &["í gær"], 1),
    ("fi", &["tänään"], 0), ("fi", &["eilen"], 1), ("et", &["täna"], 0), ("et", &["eile"], 1), ("lt", &["šiandien"], 0), ("lt", &["vakar"], 1), ("lv", &["šodien"], 0), ("lv", &["vakar"], 1),
    ("id", &["hari ini"], 0), ("id", &["kemarin"], 1), ("vi", &["hôm nay"], 0), ("vi", &["hôm qua"], 1), ("ar", &["اليوم"], 0), ("ar", &["أمس"], 1), ("fa", &["امروز"], 0), ("fa", &["دیروز"], 1),
    ("he", &["היום"], 0), ("he", &["אתמול"], 1), ("hi", &["आज"], 0), ("th", &["วันนี้"], 0), ("th", &["เมื่อวานนี้", "เมื่อวาน"], 1),
];

/// The moment of reading itself.
#[rustfmt::skip]
const NOW: &[(&str, &[&str])] = &[
    ("zh", &["刚刚", "刚才", "剛剛", "剛才"]), ("ja", &["たった今", "たったいま"]), ("ko", &["방금", "방금 전"]), ("en", &["just now", "moments ago"]), ("de", &["gerade eben", "soeben"]), ("fr", &["à l'instant"]), ("es", &["ahora mismo"]), ("ru", &["только что"]), ("uk", &["щойно"]), ("pl", &["przed chwilą"]), ("nl", &["zojuist"]), ("tr", &["az önce", "şimdi"]),
];

#[rustfmt::skip]
const UNITS: &[(&str, &[&str], Unit)] = &[
    ("zh", &["秒", "秒钟", "秒鐘"], Unit::Second), ("zh", &["分钟", "分鐘", "分"], Unit::Minute), ("zh", &["小时", "小時", "个小时", "個小時"], Unit::Hour), ("zh", &["天", "日"], Unit::Day),
    ("ja", &["秒"], Unit::Second), ("ja", &["分", "分間"], Unit::Minute), ("ja", &["時間"], Unit::Hour), ("ja", &["日"], Unit::Day),
    ("ko", &["초"], Unit::Second), ("ko", &["분"], Unit::Minute), ("ko", &["시간"], Unit::Hour), ("ko", &["일"], Unit::Day),
    ("en", &["seconds", "second", "secs", "sec"], Unit::Second), ("en", &["minutes", "minute", "mins", "min", "m"], Unit::Minute), ("en", &["hours", "hour", "hrs", "hr", "h"], Unit::Hour), ("en", &["days", "day", "d"], Unit::Day),
    ("de", &["sekunden", "sekunde"], Unit::Second), ("de", &["minuten", "minute", "min."], Unit::Minute), ("de", &["stunden", "stunde", "std.", "std"], Unit::Hour), ("de", &["tagen", "tag"], Unit::Day),
    ("fr", &["secondes", "seconde"], Unit::Second), ("fr", &["minutes", "minute", "mn"], Unit::Minute), ("fr", &["heures", "heure"], Unit::Hour), ("fr", &["jours", "jour"], Unit::Day),
    ("es", &["segundos", "segundo"], Unit::Second), ("es", &["minutos", "minuto"], Unit::Minute), ("es", &["horas", "hora"], Unit::Hour), ("es", &["días", "día"], Unit::Day),
    ("pt", &["segundos", "segundo"], Unit::Second), ("pt", &["minutos", "minuto"], Unit::Minute), ("pt", &["horas", "hora"], Unit::Hour), ("pt", &["dias", "dia"], Unit::Day),
    ("it", &["secondi", "secondo"], Unit::Second), ("it", &["minuti", "minuto"], Unit::Minute), ("it", &["ore", "ora"], Unit::Hour), ("it", &["giorni", "giorno"], Unit::Day),
    ("ca", &["minuts", "minut"], Unit::Minute), ("ca", &["hores"], Unit::Hour), ("ca", &["dies", "dia"], Unit::Day),
    ("nl", &["seconden"], Unit::Second), ("nl", &["minuten", "minuut"], Unit::Minute), ("nl", &["uur", "uren"], Unit::Hour), ("nl", &["dagen", "dag"], Unit::Day),
    ("pl", &["sekund", "sekundy"], Unit::Second), ("pl", &["minut", "minuty", "minutę"], Unit::Minute), ("pl", &["godzin", "godziny", "godzinę", "godz."], Unit::Hour), ("pl", &["dni", "dzień"], Unit::Day),
    ("cs", &["minutami", "minutou", "min"], Unit::Minute), ("cs", &["hodinami", "hodinou", "hod"], Unit::Hour), ("cs", &["dny", "dnem"], Unit::Day), ("sk", &["minútami", "minútou"], Unit::Minute), ("sk", &["hodinami", "hodinou"], Unit::Hour), ("sk", &["dňami", "dňom"], Unit::Day),
    ("hr", &["minuta", "minute", "minutu"], Unit::Minute), ("hr", &["sati", "sata", "sat"], Unit::Hour), ("hr", &["dana", "dan"], Unit::Day), ("sl", &["minutami"], Unit::Minute), ("sl", &["urami", "uro"], Unit::Hour), ("sl", &["dnevi", "dnevom"], Unit::Day),
    ("ro", &["minute", "minut"], Unit::Minute), ("ro", &["ore", "oră"], Unit::Hour), ("ro", &["zile", "zi"], Unit::Day), ("hu", &["perccel", "perce"], Unit::Minute), ("hu", &["órával", "órája"], Unit::Hour), ("hu", &["nappal", "napja"], Unit::Day),
    ("tr", &["dakika"], Unit::Minute), ("tr", &["saat"], Unit::Hour), ("tr", &["gün"], Unit::Day), ("ru", &["секунд", "секунды"], Unit::Second), ("ru", &["минут", "минуты", "минуту", "мин."], Unit::Minute), ("ru", &["часов", "часа", "час", "ч."], Unit::Hour), ("ru", &["дней", "дня", "день"], Unit::Day),
    ("uk", &["хвилин", "хвилини", "хвилину"], Unit::Minute), ("uk", &["годин", "години", "годину"], Unit::Hour), ("uk", &["днів", "дні", "день"], Unit::Day), ("bg", &["минути", "минута"], Unit::Minute), ("bg", &["часа", "час"], Unit::Hour), ("bg", &["дни", "ден"], Unit::Day),
    ("el", &["λεπτά", "λεπτό"], Unit::Minute), ("el", &["ώρες", "ώρα"], Unit::Hour), ("el", &["ημέρες", "ημέρα", "μέρες"], Unit::Day), ("sv", &["minuter", "minut"], Unit::Minute), ("sv", &["timmar", "timme", "tim"], Unit::Hour), ("sv", &["dagar", "dag"], Unit::Day),
    ("no", &["minutter", "minutt"], Unit::Minute), ("no", &["timer", "time"], Unit::Hour), ("no", &["dager", "dag"], Unit::Day), ("da", &["minutter", "minut"], Unit::Minute), ("da", &["timer", "time"], Unit::Hour), ("da", &["dage", "dag"], Unit::Day),
    ("fi", &["minuuttia", "minuutti", "min"], Unit::Minute), ("fi", &["tuntia", "tunti", "t"], Unit::Hour), ("fi", &["päivää", "päivä"], Unit::Day), ("et", &["minutit"], Unit::Minute), ("et", &["tundi"], Unit::Hour), ("et", &["päeva"], Unit::Day),
    ("lt", &["minutes", "minučių"], Unit::Minute), ("lt", &["valandas", "valandų", "val."], Unit::Hour), ("lt", &["dienas", "dienų"], Unit::Day), ("lv", &["minūtēm"], Unit::Minute), ("lv", &["stundām"], Unit::Hour), ("lv", &["dienām"], Unit::Day),
    ("id", &["menit"], Unit::Minute), ("id", &["jam"], Unit::Hour), ("id", &["hari"], Unit::Day), ("vi", &["phút"], Unit::Minute), ("vi", &["giờ", "tiếng"], Unit::Hour), ("vi", &["ngày"], Unit::Day),
    ("ar", &["دقيقة", "دقائق"], Unit::Minute), ("ar", &["ساعة", "ساعات"], Unit::Hour), ("ar", &["يوم", "أيام", "يوما"], Unit::Day), ("fa", &["دقیقه"], Unit::Minute), ("fa", &["ساعت"], Unit::Hour), ("fa", &["روز"], Unit::Day),
    ("he", &["דקות"], Unit::Minute), ("he", &["שעות"], Unit::Hour), ("he", &["ימים"], Unit::Day), ("hi", &["मिनट"], Unit::Minute), ("hi", &["घंटे", "घंटा"], Unit::Hour), ("hi", &["दिन"], Unit::Day), ("th", &["นาที"], Unit::Minute), ("th", &["ชั่วโมง"], Unit::Hour), ("th", &["วัน"], Unit::Day),
];

/// "ago" where it stands before the number.
#[rustfmt::skip]
const AGO_BEFORE: &[(&str, &str)] = &[
    ("de", "vor"), ("fr", "il y a"), ("fr", "depuis"), ("es", "hace"), ("pt", "há"), ("ca", "fa"), ("gl", "hai"), ("cs", "před"), ("sk", "pred"), ("sl", "pred"), ("hr", "prije"), ("sr", "pre"), ("sr", "пре"), ("ro", "acum"), ("ro", "în urmă cu"), ("bg", "преди"), ("el", "πριν"), ("el", "πριν από"), ("sv", "för"), ("no", "for"), ("da", "for"), ("lt", "prieš"), ("lv", "pirms"), ("ar", "قبل"), ("ar", "منذ"), ("he", "לפני"),
];

/// "ago" where it stands after the unit.
#[rustfmt::skip]
const AGO_AFTER: &[(&str, &str)] = &[
    ("zh", "前"), ("zh", "之前"), ("zh", "以前"), ("ja", "前"), ("ko", "전"), ("en", "ago"), ("it", "fa"), ("pt", "atrás"), ("nl", "geleden"), ("pl", "temu"), ("hu", "ezelőtt"), ("hu", "ezelott"), ("tr", "önce"), ("ru", "назад"), ("uk", "тому"), ("sv", "sedan"), ("no", "siden"), ("da", "siden"), ("fi", "sitten"), ("et", "tagasi"), ("id", "lalu"), ("id", "yang lalu"), ("vi", "trước"), ("fa", "پیش"), ("fa", "قبل"), ("hi", "पहले"), ("th", "ที่แล้ว"), ("th", "ที่ผ่านมา"), ("ro", "în urmă"),
];

/// One, spelled out.
#[rustfmt::skip]
const ONES: &[(&str, &[&str])] = &[
    ("en", &["a", "an", "one"]), ("de", &["einer", "einem"]), ("fr", &["une", "un"]), ("es", &["una", "un"]), ("it", &["un'", "un", "una"]), ("pt", &["uma", "um"]), ("nl", &["een"]), ("sv", &["en"]), ("no", &["en", "ett"]),
];

/// The tables, folded.
struct Tables {
    days: Words<i32>,
    now: Words<()>,
    units: Words<Unit>,
    before: Words<()>,
    after: Words<()>,
    ones: Words<()>,
}

static TABLES: LazyLock<Tables> =
    LazyLock::new(|| {
        let plain = |rows: &'static [(&'static str, &'static [&'static str])]| {
            Words::new(
                rows.iter()
                    .flat_map(|(lang, texts)| texts.iter().map(move |text| (*lang, *text, ()))),
            )
        };
        let single = |rows: &'static [(&'static str, &'static str)]| {
            Words::new(rows.iter().map(|(lang, text)| (*lang, *text, ())))
        };
        Tables {
            days: Words::new(DAYS.iter().flat_map(|(lang, texts, days)| {
                texts.iter().map(move |text| (*lang, *text, *days))
            })),
            now: plain(NOW),
            units: Words::new(UNITS.iter().flat_map(|(lang, texts, unit)| {
                texts.iter().map(move |text| (*lang, *text, *unit))
            })),
            before: single(AGO_BEFORE),
            after: single(AGO_AFTER),
            ones: plain(ONES),
        }
    });

/// Passes a word for today or a day before it and gives how many days before.
pub(super) fn day_word(cursor: &mut Cursor<'_>, language: Option<&str>) -> Option<i32> {
    TABLES.days.read(cursor, language)
}

/// Passes a word for the moment of reading.
pub(super) fn now(cursor: &mut Cursor<'_>) -> bool {
    TABLES.now.read(cursor, None).is_some()
}

/// Reads "3 hours ago" and gives the stamp counted back from `read_at`.
///
/// Minutes give a time; hours only a day, since the minutes would be made up.
pub(super) fn ago(
    cursor: &mut Cursor<'_>,
    read_at: DateTime,
    language: Option<&str>,
) -> Option<Stamp> {
    let mut c = *cursor;
    let led = TABLES.before.read(&mut c, language).is_some();
    c.space();
    let count = match c.number(1, 4) {
        Some(number) => i64::from(number.value),
        None => TABLES.ones.read(&mut c, None).map(|()| 1)?,
    };
    c.eat('+');
    c.space();
    let unit = TABLES.units.read(&mut c, language)?;
    // "för 3 timmar sedan" says it twice.
    let mut behind = c;
    behind.space();
    if TABLES.after.read(&mut behind, language).is_some() {
        c = behind;
    } else if !led {
        return None;
    }
    *cursor = c;
    counted_back(read_at, count, unit)
}

fn counted_back(read_at: DateTime, count: i64, unit: Unit) -> Option<Stamp> {
    let span: Span = match unit {
        Unit::Second => Span::new().try_seconds(count).ok()?,
        Unit::Minute => Span::new().try_minutes(count).ok()?,
        Unit::Hour => Span::new().try_hours(count).ok()?,
        Unit::Day => Span::new().try_days(count).ok()?,
    };
    let moment = read_at.checked_sub(span).ok()?;
    let timed = matches!(unit, Unit::Second | Unit::Minute);
    Some(Stamp {
        day: moment.date(),
        time: timed.then(|| Clock::of(moment)),
        offset: None,
    })
}

/// Whether 今(11)日 and the like may begin with this character.
pub(super) fn is_checked(c: char) -> bool {
    days_back(c).is_some()
}

/// The days that a character of 今(11)日 and the like counts back.
fn days_back(c: char) -> Option<i32> {
    Some(match c {
        '今' | '本' => 0,
        '昨' => 1,
        '前' => 2,
        '明' => -1,
        _ => return None,
    })
}

/// Reads 今(11)日 and the like. The number must be that of the day meant, counted from the day of publication.
pub(super) fn checked_day(cursor: &mut Cursor<'_>, hints: &Hints) -> Option<jiff::civil::Date> {
    let mut c = *cursor;
    let back = days_back(c.peek()?)?;
    c.skip(1);
    // 今天(11日) says the same.
    let mut whole = c.eat_any(&['天', '日']).is_some();
    if !c.eat('(') {
        return None;
    }
    let of_month = c.number(1, 2)?.value;
    whole &= c.eat_any(&['日', '號', '号']).is_some();
    if !c.eat(')') || !(whole || c.eat_any(&['日', '天']).is_some()) {
        return None;
    }
    let base = hints.day.or_else(|| hints.fetched_at.map(DateTime::date))?;
    let day = base.checked_sub(back.days()).ok()?;
    if u32::try_from(day.day()).ok()? != of_month {
        return None;
    }
    *cursor = c;
    Some(day)
}
