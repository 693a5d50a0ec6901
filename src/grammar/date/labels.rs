//! What stands before a date and says which it is, by language.

use std::sync::LazyLock;

use super::DateRole;
use super::line::Cursor;
use super::months::weekday;
use super::words::Words;

/// Labels of the day a text was published.
#[rustfmt::skip]
const PUBLISHED: &[(&str, &[&str])] = &[
    ("zh", &["发布时间", "发布日期", "发布于", "发布", "发表时间", "发表日期", "发表于", "发表", "发稿时间", "发文时间", "刊发时间", "刊登时间", "刊发", "上传时间", "上线时间", "录入时间", "添加时间", "时间", "日期", "發佈時間", "發佈日期", "發佈於", "發佈", "發布時間", "發布日期", "發布於", "發布", "發表時間", "發表日期", "發表於", "發表", "刊登時間", "刊登", "出版時間", "出版", "上架時間", "上稿時間", "建立時間", "時間", "日期"]),
    ("ja", &["公開日時", "公開日", "公開", "配信日時", "配信日", "配信", "掲載日時", "掲載日", "掲載", "投稿日時", "投稿日", "投稿", "発表日", "発行日", "初公開", "登録日"]),
    ("ko", &["입력일시", "입력시간", "입력날짜", "기사입력", "최초입력", "입력", "등록일시", "등록일", "기사등록", "등록", "승인", "기사승인", "송고시간", "송고", "게재일", "발행일", "발행", "작성일", "게시일", "게시"]),
    ("en", &["published", "published on", "published at", "published date", "date published", "publication date", "publish date", "first published", "first published on", "originally published", "originally published on", "this story was originally published", "this article was originally published", "this article was originally published on", "this story was first published", "this article was first published", "this article was first published on", "this article was published on", "posted", "posted on", "posted at", "date posted", "first posted", "released", "release date", "issued", "issued on", "created", "created on", "written", "written on", "date", "filed", "submitted", "submitted on", "pub date"]),
    ("de", &["veröffentlicht", "veröffentlicht am", "veröffentlichung", "veröffentlichungsdatum", "erstveröffentlicht", "erschienen", "erschienen am", "publiziert", "publiziert am", "erstellt", "erstellt am", "online seit", "datum", "geschrieben am", "gepostet am", "verfasst am", "meldung vom", "artikel vom", "ersterscheinung", "eingestellt am"]),
    ("fr", &["publié", "publié le", "publiée le", "publication", "publié à", "mis en ligne", "mis en ligne le", "mise en ligne", "paru le", "parue le", "posté le", "écrit le", "rédigé le", "créé", "créé le", "date de publication", "diffusé le"]),
    ("es", &["publicado", "publicado el", "publicada", "publicada el", "fecha de publicación", "publicación", "creado", "creado el", "fecha", "escrito el"]),
    ("it", &["pubblicato", "pubblicato il", "pubblicata il", "data di pubblicazione", "pubblicazione", "postato il", "inserito il", "scritto il", "creato il"]),
    ("pt", &["publicado", "publicado em", "publicada em", "publicação", "data de publicação", "postado", "postado em", "criado em", "data"]),
    ("ca", &["publicat", "publicat el"]),
    ("gl", &["publicado o"]),
    ("nl", &["gepubliceerd", "gepubliceerd op", "geplaatst", "geplaatst op", "verschenen", "verschenen op", "publicatiedatum"]),
    ("pl", &["opublikowano", "opublikowany", "opublikowane", "data publikacji", "publikacja", "dodano", "data dodania", "utworzono", "data utworzenia", "dodane"]),
    ("cs", &["publikováno", "zveřejněno", "vydáno", "vloženo", "datum vydání", "vytvořeno", "vyšlo"]),
    ("sk", &["publikované", "zverejnené", "vydané", "uverejnené", "pridané"]),
    ("sl", &["objavljeno", "objavljen"]),
    ("hr", &["objavljeno", "objava", "datum objave"]),
    ("sr", &["objavljeno", "објављено"]),
    ("ro", &["publicat", "publicat la", "publicat pe", "publicat în", "data publicării", "postat"]),
    ("hu", &["megjelent", "közzétéve", "közzététel", "publikálva", "létrehozva"]),
    ("tr", &["yayınlanma", "yayınlanma tarihi", "yayın tarihi", "yayımlanma tarihi", "giriş", "giriş tarihi", "eklenme", "eklenme tarihi", "oluşturulma tarihi", "tarih"]),
    ("ru", &["опубликовано", "опубликован", "дата публикации", "публикация", "размещено", "дата", "добавлено", "создано"]),
    ("uk", &["опубліковано", "дата публікації", "публікація", "розміщено"]),
    ("be", &["апублікавана"]),
    ("bg", &["публикувано", "публикувана", "публикуван", "публикувано на"]),
    ("el", &["δημοσίευση", "δημοσιεύθηκε", "δημοσιεύτηκε", "ημερομηνία δημοσίευσης"]),
    ("sv", &["publicerad", "publicerat", "publicerades", "publiceringsdatum", "skapad"]),
    ("no", &["publisert", "opprettet", "først publisert"]),
    ("da", &["offentliggjort", "publiceret", "udgivet", "udgivet den", "oprettet"]),
    ("is", &["birt", "birtist"]),
    ("fi", &["julkaistu", "julkaisuaika", "julkaistu alun perin", "luotu"]),
    ("et", &["avaldatud"]),
    ("lt", &["paskelbta", "publikuota", "paskelbimo data"]),
    ("lv", &["publicēts", "publicēta"]),
    ("id", &["diterbitkan", "dipublikasikan", "terbit", "tayang", "diposting", "tanggal"]),
    ("ms", &["diterbitkan pada", "disiarkan pada"]),
    ("vi", &["đăng ngày", "đăng lúc", "ngày đăng", "xuất bản", "đã đăng", "ngày xuất bản"]),
    ("ar", &["نشر", "نشر في", "نُشر في", "نشرت في", "تاريخ النشر", "تم النشر في", "نشر بتاريخ", "آخر نشر", "التاريخ"]),
    ("fa", &["تاریخ انتشار", "منتشر شده", "انتشار", "تاریخ"]),
    ("he", &["פורסם", "פורסם ב", "פורסם בתאריך", "תאריך פרסום"]),
    ("hi", &["प्रकाशित", "पब्लिश", "प्रकाशित तिथि", "प्रकाशन तिथि"]),
    ("bn", &["প্রকাশ", "প্রকাশিত"]),
    ("th", &["เผยแพร่", "เผยแพร่เมื่อ", "เผยแพร่วันที่", "โพสต์เมื่อ", "ลงเมื่อ", "วันที่เผยแพร่"]),
];

/// Labels of the day a text was last changed.
#[rustfmt::skip]
const MODIFIED: &[(&str, &[&str])] = &[
    ("zh", &["最后更新时间", "最后更新日期", "最后更新于", "最后更新", "最近更新", "更新时间", "更新日期", "更新于", "更新", "最后修改时间", "最后修改", "修改时间", "修改于", "修改", "最后编辑于", "編輯於", "编辑于", "最後更新時間", "最後更新日期", "最後更新", "更新時間", "更新於", "最後修改", "修改時間"]),
    ("ja", &["最終更新日時", "最終更新日", "最終更新", "更新日時", "更新日", "更新", "改訂日", "最終改訂日"]),
    ("ko", &["최종수정", "최종 수정", "최종수정일", "수정일시", "수정일", "수정시간", "기사수정", "수정", "업데이트", "최종업데이트"]),
    ("en", &["updated", "updated on", "updated at", "last updated", "last updated on", "last updated at", "last update", "latest update", "modified", "modified on", "last modified", "last modified on", "date modified", "date updated", "edited", "last edited", "last edited on", "this article was last updated on", "revised", "last revised", "changed", "last changed", "amended", "update"]),
    ("de", &["stand", "aktualisiert", "aktualisiert am", "zuletzt aktualisiert", "zuletzt aktualisiert am", "letzte aktualisierung", "zuletzt bearbeitet", "zuletzt bearbeitet am", "zuletzt geändert", "zuletzt geändert am", "geändert am", "geändert", "bearbeitet am", "letzte änderung", "update vom", "update"]),
    ("fr", &["mis à jour", "mis à jour le", "mise à jour", "mise à jour le", "modifié", "modifié le", "dernière mise à jour", "dernière mise à jour le", "dernière modification", "actualisé", "actualisé le", "màj", "maj"]),
    ("es", &["actualizado", "actualizado el", "actualizada", "actualizada el", "última actualización", "actualización", "modificado", "modificado el", "última modificación", "act."]),
    ("it", &["aggiornato", "aggiornato il", "aggiornato alle", "aggiornamento", "ultimo aggiornamento", "ultima modifica", "modificato", "modificato il"]),
    ("pt", &["atualizado", "atualizado em", "atualizada em", "última atualização", "última atualização em", "atualização", "modificado em", "actualizado em"]),
    ("ca", &["actualitzat", "actualitzat el", "última actualització"]),
    ("nl", &["bijgewerkt", "bijgewerkt op", "laatst bijgewerkt", "laatst bijgewerkt op", "laatste update", "gewijzigd", "gewijzigd op", "laatst gewijzigd", "aangepast", "aangepast op", "bewerkt op"]),
    ("pl", &["aktualizacja", "zaktualizowano", "ostatnia aktualizacja", "data aktualizacji", "ostatnia modyfikacja", "data modyfikacji", "zmodyfikowano"]),
    ("cs", &["aktualizováno", "aktualizace", "poslední aktualizace", "upraveno", "poslední změna"]),
    ("sk", &["aktualizované", "aktualizácia", "upravené"]),
    ("sl", &["posodobljeno", "zadnja posodobitev", "zadnja sprememba"]),
    ("hr", &["ažurirano", "posljednja izmjena", "zadnja izmjena", "izmijenjeno", "osvježeno"]),
    ("sr", &["ažurirano", "poslednja izmena", "ажурирано"]),
    ("ro", &["actualizat", "actualizat la", "ultima actualizare", "actualizare", "modificat"]),
    ("hu", &["frissítve", "frissült", "módosítva", "utolsó frissítés", "legutóbb frissítve"]),
    ("tr", &["güncelleme", "güncelleme tarihi", "güncellendi", "son güncelleme", "son güncellenme tarihi", "güncellenme tarihi", "güncelleme zamanı"]),
    ("ru", &["обновлено", "обновлен", "обновление", "последнее обновление", "изменено", "дата обновления", "отредактировано"]),
    ("uk", &["оновлено", "останнє оновлення", "змінено"]),
    ("bg", &["обновено", "обновена", "последна промяна", "последна актуализация", "актуализирано"]),
    ("el", &["ενημέρωση", "ενημερώθηκε", "τελευταία ενημέρωση", "τελευταία τροποποίηση"]),
    ("sv", &["uppdaterad", "uppdaterat", "uppdaterades", "senast uppdaterad", "ändrad", "senast ändrad"]),
    ("no", &["oppdatert", "sist oppdatert", "sist endret", "endret"]),
    ("da", &["opdateret", "sidst opdateret", "senest opdateret", "ændret"]),
    ("is", &["uppfært", "síðast uppfært"]),
    ("fi", &["päivitetty", "viimeksi päivitetty", "muokattu", "muutettu"]),
    ("et", &["uuendatud", "muudetud"]),
    ("lt", &["atnaujinta", "paskutinį kartą atnaujinta"]),
    ("lv", &["atjaunots", "atjaunināts", "labots"]),
    ("id", &["diperbarui", "terakhir diperbarui", "pembaruan", "diupdate"]),
    ("ms", &["dikemas kini", "dikemaskini", "kemas kini terakhir"]),
    ("vi", &["cập nhật", "cập nhật lúc", "cập nhật ngày", "cập nhật lần cuối", "sửa đổi"]),
    ("ar", &["آخر تحديث", "تحديث", "حُدّث في", "تم التحديث", "تاريخ التحديث", "آخر تعديل"]),
    ("fa", &["به روز شده در", "آخرین به روز رسانی", "بروزرسانی", "به‌روزرسانی", "آخرین ویرایش"]),
    ("he", &["עודכן", "עודכן ב", "עדכון אחרון", "עודכן לאחרונה"]),
    ("hi", &["अपडेटेड", "अपडेट", "अंतिम अपडेट", "अद्यतन"]),
    ("bn", &["আপডেট", "সর্বশেষ আপডেট"]),
    ("th", &["อัปเดต", "อัพเดท", "อัปเดตล่าสุด", "ปรับปรุง", "แก้ไขล่าสุด", "ปรับปรุงล่าสุด"]),
];

/// What may follow the date it labels: 2021年3月4日 12:34配信.
#[rustfmt::skip]
const TRAILING: &[(&str, &str, DateRole)] = &[
    ("zh", "发布", DateRole::Published), ("zh", "發佈", DateRole::Published), ("zh", "發布", DateRole::Published), ("zh", "发表", DateRole::Published), ("zh", "發表", DateRole::Published), ("zh", "刊登", DateRole::Published), ("zh", "上传", DateRole::Published), ("zh", "更新", DateRole::Modified), ("zh", "修改", DateRole::Modified),
    ("ja", "配信", DateRole::Published), ("ja", "公開", DateRole::Published), ("ja", "掲載", DateRole::Published), ("ja", "投稿", DateRole::Published), ("ja", "最終更新", DateRole::Modified),
    ("ko", "입력", DateRole::Published), ("ko", "등록", DateRole::Published), ("ko", "승인", DateRole::Published), ("ko", "송고", DateRole::Published), ("ko", "게시", DateRole::Published), ("ko", "수정", DateRole::Modified), ("ko", "업데이트", DateRole::Modified),
];

/// Words that may stand between a label and its date, or between a day and its time.
#[rustfmt::skip]
const JOINTS: &[(&str, &[&str])] = &[
    ("en", &["at", "on", "the", "date", "time"]), ("de", &["am", "um", "den", "der", "seit", "ab", "gegen"]), ("fr", &["le", "à", "a", "vers", "du"]), ("es", &["el", "a las", "a la", "las", "al", "día", "hora"]), ("it", &["il", "alle ore", "alle", "ore", "h", "l'"]), ("pt", &["em", "às", "as", "à", "o"]), ("ca", &["a les", "el", "les"]), ("gl", &["ás", "o"]),
    ("nl", &["op", "om", "van"]), ("pl", &["o", "godz.", "godz", "godzina", "dnia", "w dniu"]), ("cs", &["v", "ve", "dne"]), ("sk", &["o", "dňa"]), ("sl", &["ob", "dne"]), ("hr", &["u", "dana"]), ("ro", &["la", "ora", "pe", "orele"]), ("hu", &["-kor"]), ("tr", &["saat", "tarih", "saati"]),
    ("ru", &["в", "от", "г."]), ("uk", &["о", "об", "від"]), ("bg", &["в", "на", "от"]), ("el", &["στις", "στην", "ώρα", "την", "τις"]), ("sv", &["kl", "kl.", "klockan", "den"]), ("no", &["kl", "kl.", "klokken", "den"]), ("is", &["kl", "kl.", "þann"]), ("fi", &["klo", "kello"]), ("et", &["kell", "kl"]), ("lt", &["val."]), ("lv", &["plkst.", "pulksten"]),
    ("id", &["pukul", "pada", "jam", "pkl"]), ("ms", &["pada", "jam"]), ("vi", &["lúc", "ngày", "vào"]), ("ar", &["الساعة", "في", "بتاريخ", "يوم"]), ("fa", &["ساعت", "در", "روز"]), ("he", &["ב", "בשעה", "ביום", "בתאריך"]), ("hi", &["को", "समय"]), ("th", &["เวลา", "เมื่อ", "วันที่"]),
    ("zh", &["于", "於", "在", "为", "時間", "时间"]), ("ja", &["日時", "時刻"]), ("ko", &["시간", "일시"]),
];

/// Labels by their words.
pub(super) static LABEL_WORDS: LazyLock<Words<DateRole>> = LazyLock::new(|| {
    let rows = |rows: &'static [(&'static str, &'static [&'static str])], role| {
        rows.iter()
            .flat_map(move |(lang, texts)| texts.iter().map(move |text| (*lang, *text, role)))
    };
    Words::new(rows(PUBLISHED, DateRole::Published).chain(rows(MODIFIED, DateRole::Modified)))
});

static TRAILING_WORDS: LazyLock<Words<DateRole>> =
    LazyLock::new(|| Words::new(TRAILING.iter().copied()));

static JOINT_WORDS: LazyLock<Words<()>> = LazyLock::new(|| {
    Words::new(
        JOINTS
            .iter()
            .flat_map(|(lang, texts)| texts.iter().map(move |text| (*lang, *text, ()))),
    )
});

/// How many marks and words may stand between a label and its date, or between a day and its time.
const JOINT_PARTS: usize = 8;

/// Reads a label and all that joins it to what follows.
pub(super) fn label(cursor: &mut Cursor<'_>, language: Option<&str>) -> Option<DateRole> {
    let mut c = *cursor;
    let role = LABEL_WORDS.read(&mut c, language)?;
    joint(
        &mut c,
        &[
            ':', '-', '|', ',', '.', '·', '•', '(', '[', '〕', '】', '/', '>', '=',
        ],
        false,
    );
    *cursor = c;
    Some(role)
}

/// Reads a label behind the date it belongs to. One that is followed by a colon belongs to what follows, and so does one before another
/// date, unless `trails` says that the label of that date stands behind it as well.
pub(super) fn trailing_label<'a>(
    cursor: &mut Cursor<'a>,
    language: Option<&str>,
    trails: impl Fn(Cursor<'a>) -> bool,
) -> Option<DateRole> {
    let mut c = *cursor;
    c.space();
    let role = TRAILING_WORDS.read(&mut c, language)?;
    let end = c;
    c.space();
    let goes_on = c.peek().is_some_and(|next| {
        matches!(
            next,
            ':' | '者' | '人' | '时' | '時' | '日' | '于' | '於' | '시' | '일'
        ) || next == '|'
    });
    if goes_on || c.digit_follows() && !trails(c) {
        return None;
    }
    *cursor = end;
    Some(role)
}

/// Passes `marks`, joining words and weekdays, in any order. Gives whether a joining word was among them.
pub(super) fn joint(cursor: &mut Cursor<'_>, marks: &[char], weekdays: bool) -> bool {
    let mut worded = false;
    for _ in 0..JOINT_PARTS {
        // Before the marks, since a weekday brings its own brackets.
        if weekdays && weekday(cursor) || cursor.space() || cursor.eat_any(marks).is_some() {
            continue;
        }
        if JOINT_WORDS.read(cursor, None).is_none() {
            break;
        }
        worded = true;
    }
    worded
}
