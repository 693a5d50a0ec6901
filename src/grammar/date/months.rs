//! The names of months and weekdays, by language.

use std::sync::LazyLock;

use super::calendars::Calendar;
use super::words::Words;

/// A month by its number in its calendar, January and Farvardin being 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Month {
    pub(super) number: u32,
    pub(super) calendar: Calendar,
}

/// The twelve months of a language, every form (nominative, the case used in dates, short) parted by a space.
struct Year {
    lang: &'static str,
    calendar: Calendar,
    months: [&'static str; 12],
}

/// The months of a row whose names hold no spaces of their own.
#[rustfmt::skip]
const MONTHS: &[Year] = &[
    greg("en", ["january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep", "october oct", "november nov", "december dec"]),
    greg("de", ["januar jänner jan jän", "februar feber feb", "märz mär mrz", "april apr", "mai", "juni jun", "juli jul", "august aug", "september sept sep", "oktober okt", "november nov", "dezember dez"]),
    greg("fr", ["janvier janv jan", "février févr fév", "mars", "avril avr", "mai", "juin", "juillet juil", "août", "septembre sept sep", "octobre oct", "novembre nov", "décembre déc"]),
    greg("es", ["enero ene", "febrero feb", "marzo mar", "abril abr", "mayo may", "junio jun", "julio jul", "agosto ago", "septiembre setiembre sept sep", "octubre oct", "noviembre nov", "diciembre dic"]),
    greg("it", ["gennaio gen", "febbraio feb", "marzo mar", "aprile apr", "maggio mag", "giugno giu", "luglio lug", "agosto ago", "settembre sett set", "ottobre ott", "novembre nov", "dicembre dic"]),
    greg("pt", ["janeiro jan", "fevereiro fev", "março mar", "abril abr", "maio mai", "junho jun", "julho jul", "agosto ago", "setembro set", "outubro out", "novembro nov", "dezembro dez"]),
    greg("nl", ["januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul", "augustus aug", "september sep", "oktober okt", "november nov", "december dec"]),
    greg("ca", ["gener gen", "febrer febr", "març", "abril", "maig", "juny", "juliol", "agost", "setembre", "octubre", "novembre", "desembre des"]),
    greg("gl", ["xaneiro xan", "febreiro feb", "marzo mar", "abril abr", "maio", "xuño", "xullo", "agosto", "setembro", "outubro", "novembro", "decembro"]),
    greg("eu", ["urtarrila urtarrilak urtarrilaren", "otsaila otsailak otsailaren", "martxoa martxoak martxoaren", "apirila apirilak apirilaren", "maiatza maiatzak maiatzaren", "ekaina ekainak ekainaren", "uztaila uztailak uztailaren", "abuztua abuztuak abuztuaren", "iraila irailak irailaren", "urria urriak urriaren", "azaroa azaroak azaroaren", "abendua abenduak abenduaren"]),
    greg("pl", ["styczeń stycznia sty", "luty lutego lut", "marzec marca mar", "kwiecień kwietnia kwi", "maj maja", "czerwiec czerwca cze", "lipiec lipca lip", "sierpień sierpnia sie", "wrzesień września wrz", "październik października paź", "listopad listopada lis", "grudzień grudnia gru"]),
    greg("cs", ["leden ledna led", "únor února úno", "březen března bře", "duben dubna dub", "květen května kvě", "červen června čvn", "červenec července čvc", "srpen srpna srp", "září zář", "říjen října říj", "listopad listopadu lis", "prosinec prosince pro"]),
    greg("sk", ["január januára jan", "február februára feb", "marec marca mar", "apríl apríla apr", "máj mája", "jún júna", "júl júla", "august augusta aug", "september septembra", "október októbra", "november novembra", "december decembra"]),
    greg("sl", ["januar januarja", "februar februarja", "marec marca", "april aprila", "maj maja", "junij junija", "julij julija", "avgust avgusta avg", "september septembra", "oktober oktobra", "november novembra", "december decembra"]),
    greg("hr", ["siječanj siječnja sij", "veljača veljače velj", "ožujak ožujka ožu", "travanj travnja tra", "svibanj svibnja svi", "lipanj lipnja lip", "srpanj srpnja srp", "kolovoz kolovoza kol", "rujan rujna ruj", "listopad listopada lis", "studeni studenoga studenog stu", "prosinac prosinca pro"]),
    greg("sr", ["januar januara јануар јануара јан", "februar februara фебруар фебруара феб", "mart marta март марта мар", "april aprila април априла апр", "maj maja мај маја", "jun juna јун јуна", "jul jula јул јула", "avgust avgusta avg август августа авг", "septembar septembra септембар септембра сеп", "oktobar oktobra октобар октобра окт", "novembar novembra новембар новембра нов", "decembar decembra децембар децембра дец"]),
    greg("ro", ["ianuarie ian", "februarie feb", "martie", "aprilie apr", "mai", "iunie iun", "iulie iul", "august aug", "septembrie sept", "octombrie oct", "noiembrie noi", "decembrie dec"]),
    greg("hu", ["január januári jan", "február feb febr", "március márc", "április ápr", "május máj", "június jún", "július júl", "augusztus aug", "szeptember szept", "október okt", "november nov", "december dec"]),
    greg("tr", ["ocak oca", "şubat şub", "mart mar", "nisan nis", "mayıs may", "haziran haz", "temmuz tem", "ağustos ağu", "eylül eyl", "ekim eki", "kasım kas", "aralık ara"]),
    greg("az", ["yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avqust", "sentyabr", "oktyabr", "noyabr", "dekabr"]),
    greg("ru", ["январь января янв", "февраль февраля фев", "март марта мар", "апрель апреля апр", "май мая", "июнь июня июн", "июль июля июл", "август августа авг", "сентябрь сентября сент сен", "октябрь октября окт", "ноябрь ноября ноя", "декабрь декабря дек"]),
    greg("uk", ["січень січня січ", "лютий лютого лют", "березень березня бер", "квітень квітня квіт", "травень травня трав", "червень червня черв", "липень липня лип", "серпень серпня серп", "вересень вересня вер", "жовтень жовтня жовт", "листопад листопада лист", "грудень грудня груд"]),
    greg("be", ["студзень студзеня", "люты лютага", "сакавік сакавіка", "красавік красавіка", "май мая", "чэрвень чэрвеня", "ліпень ліпеня", "жнівень жніўня", "верасень верасня", "кастрычнік кастрычніка", "лістапад лістапада", "снежань снежня"]),
    greg("bg", ["януари ян", "февруари", "март", "април", "май", "юни", "юли", "август", "септември", "октомври", "ноември", "декември"]),
    greg("mk", ["јануари", "февруари", "март", "април", "мај", "јуни", "јули", "август", "септември", "октомври", "ноември", "декември"]),
    greg("el", ["ιανουάριος ιανουαρίου ιαν", "φεβρουάριος φεβρουαρίου φεβ", "μάρτιος μαρτίου μαρ", "απρίλιος απριλίου απρ", "μάιος μαΐου μαι", "ιούνιος ιουνίου ιουν", "ιούλιος ιουλίου ιουλ", "αύγουστος αυγούστου αυγ", "σεπτέμβριος σεπτεμβρίου σεπ", "οκτώβριος οκτωβρίου οκτ", "νοέμβριος νοεμβρίου νοε", "δεκέμβριος δεκεμβρίου δεκ"]),
    greg("sv", ["januari jan", "februari feb", "mars mar", "april apr", "maj", "juni jun", "juli jul", "augusti aug", "september sept sep", "oktober okt", "november nov", "december dec"]),
    greg("no", ["januar jan", "februar feb", "mars mar", "april apr", "mai", "juni jun", "juli jul", "august aug", "september sep", "oktober okt", "november nov", "desember des"]),
    greg("da", ["januar jan", "februar feb", "marts mar", "april apr", "maj", "juni jun", "juli jul", "august aug", "september sep", "oktober okt", "november nov", "december dec"]),
    greg("is", ["janúar jan", "febrúar feb", "mars mar", "apríl apr", "maí", "júní jún", "júlí júl", "ágúst ágú", "september sep", "október okt", "nóvember nóv", "desember des"]),
    greg("fi", ["tammikuu tammikuuta tammi", "helmikuu helmikuuta helmi", "maaliskuu maaliskuuta maalis", "huhtikuu huhtikuuta huhti", "toukokuu toukokuuta touko", "kesäkuu kesäkuuta kesä", "heinäkuu heinäkuuta heinä", "elokuu elokuuta elo", "syyskuu syyskuuta syys", "lokakuu lokakuuta loka", "marraskuu marraskuuta marras", "joulukuu joulukuuta joulu"]),
    greg("et", ["jaanuar jaanuari jaan", "veebruar veebruari veebr", "märts märtsi", "aprill aprilli", "mai", "juuni", "juuli", "august augusti aug", "september septembri sept", "oktoober oktoobri okt", "november novembri nov", "detsember detsembri dets"]),
    greg("lt", ["sausis sausio", "vasaris vasario", "kovas kovo", "balandis balandžio", "gegužė gegužės", "birželis birželio", "liepa liepos", "rugpjūtis rugpjūčio", "rugsėjis rugsėjo", "spalis spalio", "lapkritis lapkričio", "gruodis gruodžio"]),
    greg("lv", ["janvāris janvārī janvāra", "februāris februārī februāra", "marts martā marta", "aprīlis aprīlī aprīļa", "maijs maijā maija", "jūnijs jūnijā jūnija", "jūlijs jūlijā jūlija", "augusts augustā augusta", "septembris septembrī septembra", "oktobris oktobrī oktobra", "novembris novembrī novembra", "decembris decembrī decembra"]),
    greg("sq", ["janar", "shkurt", "mars", "prill", "maj", "qershor", "korrik", "gusht", "shtator", "tetor", "nëntor", "dhjetor"]),
    greg("id", ["januari jan", "februari feb", "maret mar", "april apr", "mei", "juni jun", "juli jul", "agustus agu agt ags", "september sept sep", "oktober okt", "november nov", "desember des"]),
    greg("ms", ["januari jan", "februari feb", "mac", "april", "mei", "jun", "julai", "ogos", "september", "oktober", "november", "disember"]),
    greg("sw", ["januari", "februari", "machi", "aprili", "mei", "juni", "julai", "agosti", "septemba", "oktoba", "novemba", "desemba"]),
    greg("ar", ["يناير جانفي", "فبراير شباط فيفري", "مارس آذار", "أبريل إبريل نيسان أفريل", "مايو أيار ماي", "يونيو يونيه حزيران جوان", "يوليو يوليه تموز جويلية", "أغسطس آب أوت", "سبتمبر أيلول شتنبر", "أكتوبر", "نوفمبر نونبر", "ديسمبر دجنبر"]),
    greg("fa", ["ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه جولای", "اوت آگوست", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"]),
    greg("ur", ["جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"]),
    greg("he", ["ינואר בינואר", "פברואר בפברואר", "מרץ במרץ מרס במרס", "אפריל באפריל", "מאי במאי", "יוני ביוני", "יולי ביולי", "אוגוסט באוגוסט", "ספטמבר בספטמבר", "אוקטובר באוקטובר", "נובמבר בנובמבר", "דצמבר בדצמבר"]),
    greg("hi", ["जनवरी जन", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर सितम्बर", "अक्टूबर अक्तूबर", "नवंबर नवम्बर", "दिसंबर दिसम्बर"]),
    greg("mr", ["जानेवारी", "फेब्रुवारी", "मार्च", "एप्रिल", "मे", "जून", "जुलै", "ऑगस्ट", "सप्टेंबर", "ऑक्टोबर", "नोव्हेंबर", "डिसेंबर"]),
    greg("bn", ["জানুয়ারি জানুয়ারি", "ফেব্রুয়ারি ফেব্রুয়ারি", "মার্চ", "এপ্রিল", "মে", "জুন", "জুলাই", "আগস্ট", "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর", "ডিসেম্বর"]),
    greg("ta", ["ஜனவரி", "பிப்ரவரி", "மார்ச்", "ஏப்ரல்", "மே", "ஜூன்", "ஜூலை", "ஆகஸ்ட்", "செப்டம்பர்", "அக்டோபர்", "நவம்பர்", "டிசம்பர்"]),
    greg("th", ["มกราคม ม.ค.", "กุมภาพันธ์ ก.พ.", "มีนาคม มี.ค.", "เมษายน เม.ย.", "พฤษภาคม พ.ค.", "มิถุนายน มิ.ย.", "กรกฎาคม ก.ค.", "สิงหาคม ส.ค.", "กันยายน ก.ย.", "ตุลาคม ต.ค.", "พฤศจิกายน พ.ย.", "ธันวาคม ธ.ค."]),
    greg("ka", ["იანვარი", "თებერვალი", "მარტი", "აპრილი", "მაისი", "ივნისი", "ივლისი", "აგვისტო", "სექტემბერი", "ოქტომბერი", "ნოემბერი", "დეკემბერი"]),
    greg("hy", ["հունվարի", "փետրվարի", "մարտի", "ապրիլի", "մայիսի", "հունիսի", "հուլիսի", "օգոստոսի", "սեպտեմբերի", "հոկտեմբերի", "նոյեմբերի", "դեկտեմբերի"]),
    greg("kk", ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"]),
    Year { lang: "fa", calendar: Calendar::SolarHijri, months: ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد امرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"] },
];

/// Months whose names hold a space.
#[rustfmt::skip]
const LONG_MONTHS: &[(&str, &str, u32)] = &[
    ("ar", "كانون الثاني", 1), ("ar", "تشرين الأول", 10), ("ar", "تشرين الثاني", 11), ("ar", "كانون الأول", 12),
    ("vi", "tháng một", 1), ("vi", "tháng giêng", 1), ("vi", "tháng hai", 2), ("vi", "tháng ba", 3), ("vi", "tháng tư", 4), ("vi", "tháng năm", 5), ("vi", "tháng sáu", 6),
    ("vi", "tháng bảy", 7), ("vi", "tháng tám", 8), ("vi", "tháng chín", 9), ("vi", "tháng mười", 10), ("vi", "tháng mười một", 11), ("vi", "tháng mười hai", 12),
];

/// Weekdays in full and short, and what stands around them. Which day it is does not matter: the date says so.
#[rustfmt::skip]
const WEEKDAYS: &[(&str, &[&str])] = &[
    ("en", &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"]),
    ("de", &["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "mo", "di", "mi", "do", "fr", "sa", "so"]),
    ("fr", &["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lun", "mer", "jeu", "ven", "sam", "dim"]),
    ("es", &["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "lun", "mar", "mié", "jue", "vie", "sáb", "dom"]),
    ("it", &["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica", "gio", "ven", "sab"]),
    ("pt", &["segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo"]),
    ("nl", &["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "ma", "wo", "vr", "za", "zo"]),
    ("ca", &["dilluns", "dimarts", "dimecres", "dijous", "divendres", "dissabte", "diumenge"]),
    ("pl", &["poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"]),
    ("cs", &["pondělí", "úterý", "středa", "čtvrtek", "pátek", "sobota", "neděle", "po", "út", "st", "čt", "pá", "so", "ne"]),
    ("sk", &["pondelok", "utorok", "streda", "štvrtok", "piatok", "nedeľa"]),
    ("sl", &["ponedeljek", "torek", "sreda", "četrtek", "petek", "nedelja"]),
    ("hr", &["ponedjeljak", "utorak", "srijeda", "četvrtak", "petak", "subota", "nedjelja"]),
    ("sr", &["ponedeljak", "sreda", "понедељак", "уторак", "среда", "четвртак", "петак", "субота", "недеља"]),
    ("ro", &["luni", "marți", "miercuri", "joi", "vineri", "sâmbătă", "duminică"]),
    ("hu", &["hétfő", "kedd", "szerda", "csütörtök", "péntek", "szombat", "vasárnap"]),
    ("tr", &["pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"]),
    ("ru", &["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье", "пн", "вт", "ср", "чт", "пт", "сб", "вс"]),
    ("uk", &["понеділок", "вівторок", "середа", "четвер", "п'ятниця", "субота", "неділя"]),
    ("bg", &["понеделник", "вторник", "сряда", "четвъртък", "петък", "събота", "неделя"]),
    ("el", &["δευτέρα", "τρίτη", "τετάρτη", "πέμπτη", "παρασκευή", "σάββατο", "κυριακή"]),
    ("sv", &["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]),
    ("no", &["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]),
    ("is", &["mánudagur", "þriðjudagur", "miðvikudagur", "fimmtudagur", "föstudagur", "laugardagur", "sunnudagur"]),
    ("fi", &["maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai", "ma", "ti", "ke", "to", "pe", "la", "su"]),
    ("et", &["esmaspäev", "teisipäev", "kolmapäev", "neljapäev", "reede", "laupäev", "pühapäev"]),
    ("lt", &["pirmadienis", "antradienis", "trečiadienis", "ketvirtadienis", "penktadienis", "šeštadienis", "sekmadienis"]),
    ("lv", &["pirmdiena", "otrdiena", "trešdiena", "ceturtdiena", "piektdiena", "sestdiena", "svētdiena"]),
    ("id", &["senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu"]),
    ("ms", &["isnin", "khamis", "jumaat", "ahad"]),
    ("vi", &["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"]),
    ("ar", &["الإثنين", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]),
    ("fa", &["دوشنبه", "سه‌شنبه", "سه شنبه", "چهارشنبه", "پنجشنبه", "پنج‌شنبه", "جمعه", "شنبه", "یکشنبه"]),
    ("he", &["יום שני", "יום שלישי", "יום רביעי", "יום חמישי", "יום שישי", "יום שבת", "שבת", "יום ראשון"]),
    ("hi", &["सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार"]),
    ("th", &["วันจันทร์", "วันอังคาร", "วันพุธ", "วันพฤหัสบดี", "วันศุกร์", "วันเสาร์", "วันอาทิตย์", "จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์"]),
    ("zh", &["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日", "星期天", "周一", "周二", "周三", "周四", "周五", "周六", "周日", "週一", "週二", "週三", "週四", "週五", "週六", "週日", "礼拜一", "礼拜二", "礼拜三", "礼拜四", "礼拜五", "礼拜六", "礼拜天"]),
    ("ja", &["月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日", "月曜", "火曜", "水曜", "木曜", "金曜", "土曜", "日曜"]),
    ("ko", &["월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"]),
];

/// Weekdays of one character, which are one only between brackets: 4日(木).
const BRACKETED_WEEKDAYS: &[char] = &[
    '月', '火', '水', '木', '金', '土', '日', '祝', '월', '화', '수', '목', '금', '토', '일', '一',
    '二', '三', '四', '五', '六',
];

const fn greg(lang: &'static str, months: [&'static str; 12]) -> Year {
    Year {
        lang,
        calendar: Calendar::Gregorian,
        months,
    }
}

/// Months by every form of their names.
pub(super) static MONTH_WORDS: LazyLock<Words<Month>> = LazyLock::new(|| {
    let short = MONTHS.iter().flat_map(|year| {
        year.months
            .iter()
            .zip(1..)
            .flat_map(move |(forms, number)| {
                forms.split(' ').map(move |form| {
                    let calendar = year.calendar;
                    (year.lang, form, Month { number, calendar })
                })
            })
    });
    let long = LONG_MONTHS.iter().map(|(lang, text, number)| {
        let calendar = Calendar::Gregorian;
        let number = *number;
        (*lang, *text, Month { number, calendar })
    });
    Words::new(short.chain(long))
});

/// Weekdays by name.
pub(super) static WEEKDAY_WORDS: LazyLock<Words<()>> = LazyLock::new(|| {
    Words::new(
        WEEKDAYS
            .iter()
            .flat_map(|(lang, days)| days.iter().map(move |day| (*lang, *day, ()))),
    )
});

/// Passes a weekday, with the brackets, the full stop or the comma it stands in. `false`, and no move, when there is none.
pub(super) fn weekday(cursor: &mut super::line::Cursor<'_>) -> bool {
    // No weekday begins with a digit, as most dates do.
    if cursor.digit_follows() {
        return false;
    }
    let mut c = *cursor;
    c.space();
    let bracket = c.eat_any(&['(', '[', '（']).is_some();
    c.space();
    let named = WEEKDAY_WORDS.read(&mut c, None).is_some()
        || (bracket && c.eat_any(BRACKETED_WEEKDAYS).is_some());
    if !named {
        return false;
    }
    if bracket {
        // 4日(木・祝)
        if c.eat_any(&['・', '·']).is_some() {
            c.eat('祝');
        }
        c.space();
        if c.eat_any(&[')', ']', '）']).is_none() {
            return false;
        }
    } else {
        c.eat('.');
    }
    *cursor = c;
    true
}
