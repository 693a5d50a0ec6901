//! The words that label what stands beside them in a header line: people, outlets, dates, counts.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::roles::{Form, ROLE_WORDS, RoleWord};
use crate::text::letters::{is_alphanumeric, is_numeric};
use crate::text::measure::{is_hangul, is_ideograph};
use crate::text::openings::Openings;
use crate::text::trie::Trie;
use crate::text::{Letter, chars};

/// What a label says of the value beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    Person(&'static RoleWord),
    /// The outlet.
    Source,
    /// Whose a picture, a film or a table is; not the outlet.
    Credit,
    /// Belongs to the date beside it.
    Date,
    /// Speaks of how often the page was read, how long that takes, in what size.
    Count,
    /// Says nothing of the article: share, print, original.
    Aside,
}

pub(super) struct Word {
    pub(super) text: &'static str,
    pub(super) label: Label,
}

use Label::{Aside, Count, Credit, Date, Source};

/// Labels other than those of people: language, text in lower case, meaning.
#[rustfmt::skip]
const WORDS: &[(&str, &str, Label)] = &[
    ("zh", "来源", Source), ("zh", "发文机关", Source), ("zh", "发文单位", Source), ("zh", "制发机关", Source), ("zh", "信息来源", Source), ("zh", "文章来源", Source), ("zh", "新闻来源", Source), ("zh", "稿件来源", Source), ("zh", "内容来源", Source), ("zh", "消息来源", Source), ("zh", "本文来源", Source), ("zh", "稿源", Source), ("zh", "出处", Source), ("zh", "原文出处", Source), ("zh", "文章出处", Source), ("zh", "转自", Source), ("zh", "转载自", Source), ("zh", "来源于", Source), ("zh", "本文来源于", Source), ("zh", "摘自", Source), ("zh", "来自", Source), ("zh", "本文来自", Source), ("zh", "发布单位", Source), ("zh", "信息提供", Source), ("zh", "来源网站", Source), ("zh", "原载", Source), ("zh", "发布机构", Source), ("zh", "首发", Source), ("zh", "媒体", Source),
    ("zh-Hant", "來源", Source), ("zh-Hant", "資料來源", Credit), ("zh-Hant", "新聞來源", Source), ("zh-Hant", "出處", Source), ("zh-Hant", "轉載自", Source), ("zh-Hant", "轉自", Source), ("zh-Hant", "文章來源", Source), ("zh-Hant", "圖片來源", Credit), ("zh-Hant", "影片來源", Credit), ("zh-Hant", "圖源", Credit), ("zh-Hant", "原文出處", Source), ("zh-Hant", "媒體", Source),
    ("zh", "图片来源", Credit), ("zh", "数据来源", Credit), ("zh", "资料来源", Credit), ("zh", "视频来源", Credit), ("zh", "图源", Credit), ("zh", "题图", Credit), ("zh", "封面图", Credit), ("zh", "图片出处", Credit), ("zh", "配图", Credit), ("zh", "封面来源", Credit), ("zh", "头图", Credit), ("zh", "供图", Credit), ("zh", "视频", Credit), ("zh", "素材来源", Credit), ("zh", "通讯作者", Credit), ("zh", "通信作者", Credit), ("ja", "責任著者", Credit), ("ko", "교신저자", Credit),
    ("ja", "出典", Source), ("ja", "提供", Credit), ("ja", "提供元", Source), ("ja", "配信元", Source), ("ja", "引用元", Source), ("ja", "情報提供", Source), ("ja", "ソース", Source), ("ko", "출처", Source), ("ko", "자료", Credit), ("ko", "사진제공", Credit), ("ko", "자료사진", Credit), ("ko", "매체", Source), ("ko", "제공", Credit),
    ("en", "source", Source), ("en", "sources", Source), ("en", "via", Source), ("en", "originally published by", Source), ("en", "first published by", Source), ("en", "courtesy of", Source), ("en", "news source", Source), ("en", "photo", Credit), ("en", "photo by", Credit), ("en", "image", Credit), ("en", "image credit", Credit), ("en", "photo credit", Credit), ("en", "picture", Credit), ("en", "image source", Credit), ("en", "photo source", Credit), ("en", "data source", Credit), ("en", "video", Credit), ("en", "credit", Credit), ("en", "image by", Credit), ("en", "graphic", Credit), ("en", "corresponding author", Credit), ("en", "corresponding authors", Credit), ("de", "korrespondenzautor", Credit), ("de", "korrespondenzautorin", Credit), ("fr", "auteur correspondant", Credit), ("es", "autor de correspondencia", Credit), ("pt", "autor correspondente", Credit),
    ("de", "quelle", Source), ("de", "quellen", Source), ("de", "bildquelle", Credit), ("de", "foto", Credit), ("de", "bild", Credit), ("de", "datenquelle", Credit), ("de", "grafik", Credit), ("de", "titelbild", Credit), ("de", "bildnachweis", Credit), ("de", "symbolbild", Credit), ("de", "beitragsbild", Credit),
    ("fr", "source", Source), ("fr", "crédit photo", Credit), ("fr", "crédit", Credit), ("fr", "photo", Credit), ("es", "fuente", Source), ("es", "fuentes", Source), ("es", "imagen", Credit), ("pt", "fonte", Source), ("pt", "imagem", Credit), ("it", "fonte", Source), ("it", "immagine", Credit), ("nl", "bron", Source), ("nl", "beeld", Credit), ("pl", "źródło", Source), ("pl", "zdjęcie", Credit), ("pl", "fot.", Credit), ("cs", "zdroj", Source), ("sv", "källa", Source), ("sv", "bild", Credit), ("no", "kilde", Source), ("no", "bilde", Credit), ("da", "kilde", Source), ("fi", "lähde", Source), ("fi", "kuva", Credit), ("ru", "источник", Source), ("ru", "фото", Credit), ("uk", "джерело", Source), ("uk", "фото", Credit), ("tr", "kaynak", Source), ("tr", "fotoğraf", Credit), ("ar", "المصدر", Source), ("ar", "مصدر", Source), ("ar", "الصورة", Credit), ("id", "sumber", Source), ("id", "foto", Credit), ("vi", "nguồn", Source), ("vi", "theo nguồn", Source), ("vi", "ảnh", Credit),

    ("zh", "发布时间", Date), ("zh", "成文日期", Date), ("zh", "发文日期", Date), ("zh", "印发日期", Date), ("zh", "公开日期", Date), ("zh", "发布日期", Date), ("zh", "发表时间", Date), ("zh", "发表日期", Date), ("zh", "更新时间", Date), ("zh", "更新日期", Date), ("zh", "最后更新", Date), ("zh", "最后更新时间", Date), ("zh", "修改时间", Date), ("zh", "时间", Date), ("zh", "日期", Date), ("zh", "发布于", Date), ("zh", "发表于", Date), ("zh", "发布", Date), ("zh", "发表", Date), ("zh", "更新", Date), ("zh", "更新于", Date), ("zh", "编辑于", Date), ("zh", "上传时间", Date), ("zh", "创建时间", Date), ("zh", "添加时间", Date), ("zh", "录入时间", Date), ("zh", "发稿时间", Date), ("zh", "成文日期", Date), ("zh", "公开日期", Date), ("zh", "发文日期", Date), ("zh", "刊发时间", Date), ("zh", "北京时间", Date), ("zh", "新加坡时间", Date), ("zh", "当地时间", Date), ("zh-Hant", "台北時間", Date), ("zh-Hant", "香港時間", Date), ("zh-Hant", "當地時間", Date),
    ("zh-Hant", "發布時間", Date), ("zh-Hant", "發佈時間", Date), ("zh-Hant", "發布", Date), ("zh-Hant", "發佈", Date), ("zh-Hant", "發布於", Date), ("zh-Hant", "發佈於", Date), ("zh-Hant", "更新時間", Date), ("zh-Hant", "最後更新", Date), ("zh-Hant", "最後更新時間", Date), ("zh-Hant", "出版", Date), ("zh-Hant", "出版時間", Date), ("zh-Hant", "時間", Date), ("zh-Hant", "發稿時間", Date), ("zh-Hant", "上架時間", Date), ("zh-Hant", "刊登時間", Date),
    ("ja", "配信", Date), ("ja", "公開", Date), ("ja", "公開日", Date), ("ja", "更新日", Date), ("ja", "最終更新", Date), ("ja", "最終更新日", Date), ("ja", "掲載", Date), ("ja", "掲載日", Date), ("ja", "投稿日", Date), ("ja", "配信日時", Date), ("ja", "公開日時", Date), ("ja", "更新日時", Date), ("ja", "付", Date), ("ja", "付け", Date),
    ("ko", "입력", Date), ("ko", "등록", Date), ("ko", "승인", Date), ("ko", "수정", Date), ("ko", "최종수정", Date), ("ko", "최종 수정", Date), ("ko", "최초입력", Date), ("ko", "기사입력", Date), ("ko", "기사등록", Date), ("ko", "기사수정", Date), ("ko", "송고", Date), ("ko", "송고시간", Date), ("ko", "업데이트", Date), ("ko", "발행", Date), ("ko", "작성", Date), ("ko", "게재", Date), ("ko", "입력일", Date), ("ko", "등록일", Date), ("ko", "작성일", Date), ("ko", "최종입력", Date), ("ko", "최종업데이트", Date),
    ("en", "published", Date), ("en", "published on", Date), ("en", "published at", Date), ("en", "first published", Date), ("en", "date published", Date), ("en", "originally published", Date), ("en", "publication date", Date), ("en", "posted", Date), ("en", "posted on", Date), ("en", "posted at", Date), ("en", "posted in", Aside), ("en", "updated", Date), ("en", "updated on", Date), ("en", "updated at", Date), ("en", "last updated", Date), ("en", "last updated on", Date), ("en", "last updated at", Date), ("en", "last modified", Date), ("en", "last modified on", Date), ("en", "modified", Date), ("en", "created", Date), ("en", "date", Date), ("en", "release date", Date), ("en", "issued", Date), ("en", "issued on", Date), ("en", "filed", Date), ("en", "on", Date), ("en", "at", Date), ("en", "gmt", Date), ("en", "utc", Date), ("en", "bst", Date), ("en", "et", Date), ("en", "est", Date), ("en", "edt", Date), ("en", "ct", Date), ("en", "cst", Date), ("en", "cdt", Date), ("en", "mt", Date), ("en", "pt", Date), ("en", "pst", Date), ("en", "pdt", Date), ("en", "ist", Date), ("en", "aest", Date), ("en", "aedt", Date), ("en", "sgt", Date), ("en", "hkt", Date), ("en", "kst", Date), ("en", "jst", Date), ("en", "sast", Date), ("en", "am", Date), ("en", "pm", Date), ("en", "a.m.", Date), ("en", "p.m.", Date),
    ("de", "veröffentlicht", Date), ("de", "veröffentlicht am", Date), ("de", "erschienen am", Date), ("de", "erstellt", Date), ("de", "erstellt am", Date), ("de", "publiziert", Date), ("de", "publiziert am", Date), ("de", "aktualisiert", Date), ("de", "aktualisiert am", Date), ("de", "zuletzt aktualisiert", Date), ("de", "zuletzt aktualisiert am", Date), ("de", "letzte aktualisierung", Date), ("de", "stand", Date), ("de", "datum", Date), ("de", "uhr", Date), ("de", "um", Date), ("de", "am", Date), ("de", "vom", Date), ("de", "mez", Date), ("de", "mesz", Date), ("de", "cet", Date), ("de", "cest", Date), ("de", "online seit", Date), ("de", "update", Date),
    ("fr", "publié le", Date), ("fr", "publié", Date), ("fr", "mis à jour le", Date), ("fr", "mis à jour", Date), ("fr", "modifié le", Date), ("fr", "mise à jour", Date), ("fr", "à", Date), ("fr", "le", Date), ("fr", "posté le", Date), ("fr", "date de publication", Date), ("fr", "créé le", Date),
    ("es", "publicado", Date), ("es", "publicado el", Date), ("es", "publicada", Date), ("es", "actualizado", Date), ("es", "actualizado el", Date), ("es", "actualizada", Date), ("es", "actualizado a las", Date), ("es", "fecha", Date), ("es", "a las", Date), ("es", "el", Date), ("es", "creado", Date), ("es", "h.", Date), ("es", "h", Date), ("es", "última actualización", Date), ("es", "hs", Date), ("es", "hs.", Date),
    ("pt", "publicado em", Date), ("pt", "publicado a", Date), ("pt", "atualizado em", Date), ("pt", "atualizado", Date), ("pt", "atualizada em", Date), ("pt", "última atualização", Date), ("pt", "às", Date), ("pt", "em", Date), ("pt", "postado em", Date), ("pt", "data", Date), ("pt", "criado em", Date),
    ("it", "pubblicato", Date), ("it", "pubblicato il", Date), ("it", "aggiornato", Date), ("it", "aggiornato il", Date), ("it", "aggiornato alle", Date), ("it", "ultimo aggiornamento", Date), ("it", "alle", Date), ("it", "alle ore", Date), ("it", "il", Date), ("it", "ore", Date), ("it", "modificato il", Date), ("nl", "gepubliceerd", Date), ("nl", "gepubliceerd op", Date), ("nl", "geplaatst op", Date), ("nl", "geplaatst", Date), ("nl", "bijgewerkt", Date), ("nl", "bijgewerkt op", Date), ("nl", "laatst bijgewerkt", Date), ("nl", "laatste update", Date), ("nl", "laatste wijziging", Date), ("nl", "om", Date), ("nl", "op", Date), ("nl", "uur", Date), ("nl", "datum", Date),
    ("pl", "opublikowano", Date), ("pl", "data publikacji", Date), ("pl", "publikacja", Date), ("pl", "dodano", Date), ("pl", "aktualizacja", Date), ("pl", "zaktualizowano", Date), ("pl", "ostatnia aktualizacja", Date), ("pl", "data", Date), ("pl", "godz.", Date), ("pl", "utworzono", Date), ("cs", "publikováno", Date), ("cs", "vydáno", Date), ("cs", "aktualizováno", Date), ("cs", "aktualizace", Date), ("cs", "zveřejněno", Date), ("cs", "datum", Date), ("cs", "v", Date),
    ("sv", "publicerad", Date), ("sv", "publicerat", Date), ("sv", "uppdaterad", Date), ("sv", "uppdaterat", Date), ("sv", "senast uppdaterad", Date), ("sv", "kl", Date), ("sv", "kl.", Date), ("sv", "den", Date), ("sv", "skapad", Date), ("no", "publisert", Date), ("no", "oppdatert", Date), ("no", "sist oppdatert", Date), ("no", "kl.", Date), ("no", "klokken", Date), ("da", "offentliggjort", Date), ("da", "udgivet", Date), ("da", "opdateret", Date), ("da", "sidst opdateret", Date), ("da", "publiceret", Date), ("da", "d.", Date), ("fi", "julkaistu", Date), ("fi", "päivitetty", Date), ("fi", "julkaisupäivä", Date), ("fi", "klo", Date), ("fi", "muokattu", Date),
    ("ru", "опубликовано", Date), ("ru", "дата публикации", Date), ("ru", "дата", Date), ("ru", "обновлено", Date), ("ru", "изменено", Date), ("ru", "в", Date), ("ru", "мск", Date), ("ru", "добавлено", Date), ("uk", "опубліковано", Date), ("uk", "оновлено", Date), ("uk", "дата публікації", Date), ("uk", "о", Date), ("tr", "yayınlanma", Date), ("tr", "yayınlanma tarihi", Date), ("tr", "yayın tarihi", Date), ("tr", "giriş tarihi", Date), ("tr", "giriş", Date), ("tr", "güncelleme", Date), ("tr", "güncelleme tarihi", Date), ("tr", "son güncelleme", Date), ("tr", "güncellendi", Date), ("tr", "oluşturulma tarihi", Date), ("tr", "tarih", Date), ("tr", "saat", Date),
    ("ar", "نشر في", Date), ("ar", "نُشر في", Date), ("ar", "نشر", Date), ("ar", "تاريخ النشر", Date), ("ar", "آخر تحديث", Date), ("ar", "تم التحديث", Date), ("ar", "تحديث", Date), ("ar", "الساعة", Date), ("ar", "التاريخ", Date), ("id", "diterbitkan", Date), ("id", "dipublikasikan", Date), ("id", "diperbarui", Date), ("id", "terbit", Date), ("id", "tayang", Date), ("id", "pukul", Date), ("id", "wib", Date), ("id", "wita", Date), ("id", "kompas", Aside), ("vi", "đăng lúc", Date), ("vi", "cập nhật", Date), ("vi", "cập nhật lúc", Date), ("vi", "ngày đăng", Date), ("vi", "ngày", Date), ("vi", "lúc", Date), ("vi", "thứ", Date), ("vi", "xuất bản", Date),

    ("th", "เผยแพร่", Date), ("th", "เผยแพร่เมื่อ", Date), ("th", "ปรับปรุง", Date), ("th", "ปรับปรุงล่าสุด", Date), ("th", "อัปเดต", Date), ("th", "อัปเดตล่าสุด", Date), ("th", "วันที่", Date), ("th", "เวลา", Date), ("th", "น.", Date), ("th", "ที่มา", Source), ("hi", "प्रकाशित", Date), ("hi", "अपडेटेड", Date), ("hi", "अपडेट", Date), ("hi", "स्रोत", Source), ("el", "δημοσίευση", Date), ("el", "δημοσιεύτηκε", Date), ("el", "ενημέρωση", Date), ("el", "τελευταία ενημέρωση", Date), ("el", "πηγή", Source), ("hu", "forrás", Source), ("hu", "frissítve", Date), ("hu", "közzétéve", Date), ("hu", "megjelent", Date), ("ro", "publicat", Date), ("ro", "actualizat", Date), ("ro", "sursa", Source), ("bg", "източник", Source), ("bg", "публикувано", Date), ("hr", "objavljeno", Date), ("hr", "ažurirano", Date), ("hr", "izvor", Source), ("sr", "извор", Source), ("he", "פורסם", Date), ("he", "עודכן", Date), ("he", "מקור", Source), ("fa", "منبع", Source), ("fa", "تاریخ انتشار", Date),

    ("zh", "阅读", Count), ("zh", "阅读量", Count), ("zh", "阅读数", Count), ("zh", "阅读次数", Count), ("zh", "浏览", Count), ("zh", "浏览量", Count), ("zh", "浏览次数", Count), ("zh", "浏览数", Count), ("zh", "点击", Count), ("zh", "点击量", Count), ("zh", "点击数", Count), ("zh", "点击次数", Count), ("zh", "访问量", Count), ("zh", "访问次数", Count), ("zh", "人气", Count), ("zh", "热度", Count), ("zh", "评论", Count), ("zh", "评论数", Count), ("zh", "网友评论", Count), ("zh", "条评论", Count), ("zh", "跟贴", Count), ("zh", "跟帖", Count), ("zh", "回复", Count), ("zh", "参与", Count), ("zh", "人参与", Count), ("zh", "点赞", Count), ("zh", "赞", Count), ("zh", "转发", Count), ("zh", "播放", Count), ("zh", "播放量", Count), ("zh", "查看", Count), ("zh", "围观", Count), ("zh", "字号", Count), ("zh", "字体", Count), ("zh", "字体大小", Count), ("zh", "字数", Count), ("zh", "阅读时间", Count), ("zh", "阅读全文约需", Count), ("zh", "分钟阅读", Count), ("zh", "次阅读", Count), ("zh", "次浏览", Count), ("zh", "阅读时长", Count), ("zh", "收藏", Count), ("zh", "在看", Count), ("zh", "粉丝", Count), ("zh", "粉丝数", Count), ("zh", "文章", Count), ("zh", "文章数", Count),
    ("zh-Hant", "閱讀", Count), ("zh-Hant", "瀏覽", Count), ("zh-Hant", "瀏覽數", Count), ("zh-Hant", "瀏覽次數", Count), ("zh-Hant", "點閱", Count), ("zh-Hant", "點閱數", Count), ("zh-Hant", "人氣", Count), ("zh-Hant", "留言", Count), ("zh-Hant", "評論", Count), ("zh-Hant", "字級", Count), ("zh-Hant", "字體", Count), ("zh-Hant", "字號", Count), ("zh-Hant", "觀看次數", Count), ("zh-Hant", "閱讀時間", Count), ("ja", "コメント", Count), ("ja", "件のコメント", Count), ("ja", "文字サイズ", Count), ("ja", "この記事は約", Count), ("ja", "分で読めます", Count), ("ja", "分で読める", Count), ("ja", "閲覧数", Count), ("ja", "文字", Count), ("ja", "残り", Count), ("ja", "全文", Count), ("ko", "조회", Count), ("ko", "조회수", Count), ("ko", "댓글", Count), ("ko", "추천", Count), ("ko", "공감", Count), ("ko", "글자크기", Count), ("ko", "글자 크기", Count), ("ko", "분량", Count), ("ko", "읽는 시간", Count),
    ("en", "min read", Count), ("en", "mins read", Count), ("en", "minute read", Count), ("en", "minutes read", Count), ("en", "minute's read", Count), ("en", "min. read", Count), ("en", "read time", Count), ("en", "reading time", Count), ("en", "estimated reading time", Count), ("en", "views", Count), ("en", "view", Count), ("en", "reads", Count), ("en", "hits", Count), ("en", "comments", Count), ("en", "comment", Count), ("en", "shares", Count), ("en", "likes", Count), ("en", "words", Count), ("en", "minutes", Count), ("en", "mins", Count), ("en", "replies", Count), ("en", "text size", Count), ("en", "font size", Count), ("de", "lesezeit", Count), ("de", "lesedauer", Count), ("de", "minuten lesezeit", Count), ("de", "min. lesezeit", Count), ("de", "min lesezeit", Count), ("de", "aufrufe", Count), ("de", "kommentare", Count), ("de", "kommentar", Count), ("de", "min.", Count), ("de", "minuten", Count), ("de", "min", Count), ("de", "schriftgröße", Count),
    ("fr", "temps de lecture", Count), ("fr", "min de lecture", Count), ("fr", "commentaires", Count), ("fr", "vues", Count), ("fr", "partages", Count), ("es", "min de lectura", Count), ("es", "minutos de lectura", Count), ("es", "tiempo de lectura", Count), ("es", "comentarios", Count), ("es", "visitas", Count), ("pt", "min de leitura", Count), ("pt", "minutos de leitura", Count), ("pt", "tempo de leitura", Count), ("pt", "comentários", Count), ("pt", "visualizações", Count), ("it", "tempo di lettura", Count), ("it", "minuti di lettura", Count), ("it", "min di lettura", Count), ("it", "commenti", Count), ("nl", "leestijd", Count), ("nl", "min leestijd", Count), ("nl", "reacties", Count), ("nl", "minuten leestijd", Count), ("pl", "czas czytania", Count), ("pl", "komentarzy", Count), ("pl", "odsłon", Count), ("cs", "doba čtení", Count), ("cs", "komentářů", Count), ("cs", "min čtení", Count), ("sv", "lästid", Count), ("sv", "min läsning", Count), ("sv", "kommentarer", Count), ("no", "lesetid", Count), ("da", "læsetid", Count), ("da", "min. læsetid", Count), ("fi", "lukuaika", Count), ("fi", "kommenttia", Count), ("ru", "просмотров", Count), ("ru", "просмотры", Count), ("ru", "комментариев", Count), ("ru", "комментарии", Count), ("ru", "время чтения", Count), ("ru", "мин", Count), ("ru", "мин.", Count), ("ru", "минут", Count), ("uk", "переглядів", Count), ("uk", "час читання", Count), ("uk", "хв", Count), ("uk", "хв.", Count), ("uk", "коментарів", Count), ("tr", "okunma", Count), ("tr", "okunma sayısı", Count), ("tr", "yorum", Count), ("tr", "okuma süresi", Count), ("tr", "dk okuma", Count), ("ar", "مشاهدة", Count), ("ar", "تعليق", Count), ("ar", "دقائق", Count), ("id", "dibaca", Count), ("id", "kali", Count), ("id", "komentar", Count), ("id", "menit baca", Count), ("id", "waktu baca", Count), ("vi", "lượt xem", Count), ("vi", "bình luận", Count), ("vi", "phút đọc", Count),

    ("zh", "类型", Aside), ("zh", "栏目", Aside), ("zh", "分类", Aside), ("zh", "版次", Aside), ("zh", "举报", Aside), ("zh", "分享", Aside), ("zh", "分享到", Aside), ("zh", "分享至", Aside), ("zh", "我要评论", Aside), ("zh", "我来说两句", Aside), ("zh", "打印", Aside), ("zh", "打印本页", Aside), ("zh", "关闭", Aside), ("zh", "关闭窗口", Aside), ("zh", "原创", Aside), ("zh", "收听", Aside), ("zh", "听新闻", Aside), ("zh", "微信", Aside), ("zh", "微博", Aside), ("zh", "新浪微博", Aside), ("zh", "手机看", Aside), ("zh", "复制链接", Aside), ("zh", "关注", Aside), ("zh", "整理", Aside), ("zh", "投稿", Aside), ("zh", "纠错", Aside), ("zh", "我要纠错", Aside), ("zh", "语音播报", Aside), ("zh", "部分图片来源于网络", Aside), ("zh", "图片来源于网络", Aside), ("zh", "部分图片来自网络", Aside), ("zh", "图片来自网络", Aside), ("zh", "大中小", Aside), ("zh-Hant", "分享", Aside), ("zh-Hant", "列印", Aside), ("zh-Hant", "收藏", Aside), ("zh-Hant", "追蹤", Aside), ("zh-Hant", "複製連結", Aside), ("ja", "シェア", Aside), ("ja", "ツイート", Aside), ("ja", "有料会員限定", Aside), ("ja", "保存", Aside), ("ja", "印刷", Aside), ("ja", "有料記事", Aside), ("ja", "会員限定記事", Aside), ("ko", "지면", Aside), ("ko", "공유", Aside), ("ko", "인쇄", Aside), ("ko", "프린트", Aside), ("ko", "스크랩", Aside), ("ko", "북마크", Aside),
    ("en", "share", Aside), ("en", "share this", Aside), ("en", "suggest changes", Aside), ("en", "edit this page", Aside), ("en", "improve this page", Aside), ("en", "edit this post", Aside), ("en", "print", Aside), ("en", "save", Aside), ("en", "email", Aside), ("en", "e-mail", Aside), ("en", "tweet", Aside), ("en", "listen", Aside), ("en", "follow", Aside), ("en", "bookmark", Aside), ("en", "copy link", Aside), ("en", "facebook", Aside), ("en", "twitter", Aside), ("en", "whatsapp", Aside), ("en", "staff writer", Aside), ("de", "teilen", Aside), ("de", "drucken", Aside), ("de", "merken", Aside), ("de", "vorlesen", Aside), ("de", "anhören", Aside), ("fr", "partager", Aside), ("fr", "imprimer", Aside), ("es", "compartir", Aside), ("es", "guardar", Aside), ("es", "imprimir", Aside), ("pt", "compartilhar", Aside), ("pt", "partilhar", Aside), ("it", "condividi", Aside), ("it", "stampa", Aside), ("nl", "deel", Aside), ("nl", "delen", Aside), ("pl", "udostępnij", Aside), ("sv", "dela", Aside), ("ru", "поделиться", Aside), ("tr", "paylaş", Aside), ("id", "bagikan", Aside), ("vi", "chia sẻ", Aside),

    ("el", "δημοσιεύθηκε", Date), ("el", "ενημερώθηκε", Date), ("el", "τελευταία τροποποίηση", Date), ("el", "ώρα", Date), ("ro", "publicat pe", Date), ("ro", "publicat la", Date), ("ro", "publicat în", Date), ("ro", "publicată", Date), ("ro", "actualizat la", Date), ("ro", "actualizat pe", Date), ("ro", "ultima actualizare", Date), ("ro", "data publicării", Date), ("ro", "ora", Date), ("ro", "la", Date), ("hu", "létrehozva", Date), ("hu", "utolsó frissítés", Date), ("hu", "utoljára frissítve", Date), ("hu", "módosítva", Date), ("hu", "publikálva", Date), ("hu", "dátum", Date), ("he", "פורסם בתאריך", Date), ("he", "פורסם ב", Date), ("he", "עודכן בתאריך", Date), ("he", "עודכן ב", Date), ("he", "עדכון אחרון", Date), ("he", "תאריך פרסום", Date), ("he", "בשעה", Date), ("fa", "آخرین به‌روزرسانی", Date), ("fa", "آخرین بروزرسانی", Date), ("fa", "به‌روزرسانی", Date), ("fa", "بروزرسانی", Date), ("fa", "تاریخ", Date), ("fa", "ساعت", Date), ("bn", "প্রকাশ", Date), ("bn", "প্রকাশিত", Date), ("bn", "প্রকাশের সময়", Date), ("bn", "আপডেট", Date), ("bn", "সর্বশেষ আপডেট", Date), ("bn", "হালনাগাদ", Date), ("hi", "प्रकाशित तिथि", Date), ("hi", "पब्लिश्ड", Date), ("hi", "अंतिम अपडेट", Date), ("hi", "आखरी अपडेट", Date), ("hi", "अद्यतन", Date), ("hi", "ist", Date), ("th", "เผยแพร่วันที่", Date), ("th", "แก้ไขล่าสุด", Date), ("bg", "публикувана", Date), ("bg", "обновена", Date), ("bg", "обновено", Date), ("bg", "последна промяна", Date), ("sr", "објављено", Date), ("sr", "ажурирано", Date), ("hr", "objavljeno u", Date), ("hr", "zadnja izmjena", Date), ("hr", "poslednja izmena", Date), ("id", "dipublikasikan pada", Date), ("id", "diterbitkan pada", Date), ("id", "diperbarui pada", Date), ("id", "terakhir diperbarui", Date), ("vi", "ngày cập nhật", Date), ("pl", "opublikowany", Date), ("pl", "ostatnia modyfikacja", Date), ("pl", "dodane", Date), ("pl", "aktualizowano", Date), ("cs", "poslední aktualizace", Date), ("cs", "aktualizováno v", Date), ("uk", "змінено", Date), ("uk", "востаннє оновлено", Date), ("ru", "последнее обновление", Date), ("tr", "güncellenme", Date), ("tr", "güncellenme tarihi", Date), ("tr", "yayınlandı", Date), ("tr", "yayın", Date), ("pt", "publicado", Date), ("pt", "modificado em", Date), ("es", "modificado", Date), ("es", "modificado el", Date), ("es", "modificada", Date), ("nl", "gewijzigd op", Date), ("nl", "aangepast op", Date),

    ("bn", "সূত্র", Source), ("bn", "উৎস", Source), ("bn", "তথ্যসূত্র", Source), ("el", "με πληροφορίες από", Source), ("hr", "izvori", Source), ("ro", "sursă", Source), ("ro", "surse", Source), ("hu", "források", Source), ("tr", "kaynaklar", Source), ("uk", "джерела", Source), ("ru", "источники", Source), ("sk", "zdroj", Source),

    ("he", "צילום", Credit), ("he", "צילומים", Credit), ("he", "תמונה", Credit), ("hi", "फोटो", Credit), ("hi", "फ़ोटो", Credit), ("hi", "तस्वीर", Credit), ("bn", "ছবি", Credit), ("el", "φωτογραφία", Credit), ("el", "φωτό", Credit), ("el", "φωτο", Credit), ("el", "εικόνα", Credit), ("el", "πηγή φωτογραφίας", Credit), ("hu", "fotó", Credit), ("hu", "fotók", Credit), ("hu", "kép", Credit), ("hu", "képek", Credit), ("hu", "borítókép", Credit), ("hu", "nyitókép", Credit), ("fa", "عکس", Credit), ("fa", "تصویر", Credit), ("ro", "sursa foto", Credit), ("ro", "surse foto", Credit), ("bg", "снимка", Credit), ("bg", "снимки", Credit), ("hr", "fotografija", Credit), ("hr", "izvor fotografije", Credit), ("ar", "تصوير", Credit), ("ar", "مصدر الصورة", Credit), ("th", "ที่มาภาพ", Credit), ("th", "เครดิตภาพ", Credit), ("vi", "nguồn ảnh", Credit), ("tr", "görsel", Credit), ("tr", "foto", Credit), ("pl", "źródło zdjęcia", Credit), ("pl", "źródło zdjęć", Credit), ("pl", "foto", Credit), ("uk", "джерело фото", Credit), ("uk", "світлина", Credit), ("ru", "источник фото", Credit), ("cs", "zdroj foto", Credit), ("cs", "foto", Credit), ("hi", "इनपुट", Source), ("vi", "theo", Source), 

    ("ro", "min de citit", Count), ("ro", "minute de citit", Count), ("ro", "citire", Count), ("ro", "timp de citire", Count), ("ro", "vizualizări", Count), ("ro", "comentarii", Count), ("hu", "perc olvasás", Count), ("hu", "olvasási idő", Count), ("hu", "perc", Count), ("hu", "hozzászólás", Count), ("hu", "megtekintés", Count), ("he", "דקות קריאה", Count), ("he", "זמן קריאה", Count), ("he", "תגובות", Count), ("he", "צפיות", Count), ("fa", "دقیقه مطالعه", Count), ("fa", "زمان مطالعه", Count), ("fa", "بازدید", Count), ("fa", "نظر", Count), ("fa", "دقیقه", Count), ("bn", "মিনিট পড়া", Count), ("bn", "মিনিট", Count), ("bn", "মন্তব্য", Count), ("hi", "मिनट पढ़ें", Count), ("hi", "मिनट में पढ़ें", Count), ("hi", "मिनट", Count), ("hi", "टिप्पणियाँ", Count), ("hi", "व्यूज", Count), ("el", "λεπτά ανάγνωσης", Count), ("el", "χρόνος ανάγνωσης", Count), ("el", "λεπτά", Count), ("el", "σχόλια", Count), ("el", "προβολές", Count), ("th", "นาทีอ่าน", Count), ("th", "นาที", Count), ("th", "ครั้ง", Count), ("ru", "мин чтения", Count), ("ru", "минут чтения", Count), ("ru", "мин. чтения", Count), ("uk", "хв читання", Count), ("uk", "хв. читання", Count), ("uk", "хвилин читання", Count), ("uk", "коментарі", Count), ("pl", "min czytania", Count), ("pl", "minut czytania", Count), ("pl", "komentarze", Count), ("pl", "wyświetleń", Count), ("cs", "minut čtení", Count), ("cs", "komentáře", Count), ("ar", "دقائق قراءة", Count), ("ar", "دقيقة قراءة", Count), ("ar", "دقيقة", Count), ("ar", "مشاهدات", Count), ("ar", "تعليقات", Count), ("tr", "dakika okuma", Count), ("tr", "yorumlar", Count), ("tr", "dk", Count), ("it", "min. di lettura", Count), ("es", "min. de lectura", Count), ("fr", "min. de lecture", Count), ("pt", "min. de leitura", Count), ("vi", "lượt đọc", Count), ("bg", "мин. четене", Count), ("bg", "коментара", Count), ("bg", "прегледа", Count), ("hr", "min čitanja", Count), ("hr", "komentara", Count), ("hr", "pregleda", Count),

    ("en", "category", Aside), ("en", "categories", Aside), ("en", "filed under", Aside), ("de", "kategorie", Aside), ("de", "kategorien", Aside), ("de", "rubrik", Aside), ("fr", "catégorie", Aside), ("fr", "rubrique", Aside), ("es", "categoría", Aside), ("it", "categoria", Aside), ("pt", "categoria", Aside), ("nl", "categorie", Aside), ("pl", "kategoria", Aside), ("ru", "рубрика", Aside), ("ru", "категория", Aside), ("tr", "kategori", Aside), ("id", "kategori", Aside), ("vi", "chuyên mục", Aside), ("ja", "カテゴリ", Aside), ("ja", "カテゴリー", Aside), ("ko", "카테고리", Aside),
    ("ro", "distribuie", Aside), ("ro", "printează", Aside), ("hu", "megosztás", Aside), ("hu", "nyomtatás", Aside), ("he", "שתף", Aside), ("he", "שתפו", Aside), ("he", "הדפסה", Aside), ("fa", "چاپ", Aside), ("fa", "اشتراک گذاری", Aside), ("bn", "শেয়ার", Aside), ("bn", "প্রিন্ট", Aside), ("hi", "शेयर", Aside), ("hi", "शेयर करें", Aside), ("el", "κοινοποίηση", Aside), ("el", "εκτύπωση", Aside), ("th", "แชร์", Aside), ("th", "พิมพ์", Aside), ("uk", "поділитися", Aside), ("uk", "друк", Aside), ("pl", "drukuj", Aside), ("cs", "sdílet", Aside), ("cs", "tisk", Aside), ("cs", "vytisknout", Aside), ("ar", "شارك", Aside), ("ar", "طباعة", Aside), ("ar", "مشاركة", Aside), ("nl", "printen", Aside), ("sv", "skriv ut", Aside), ("sv", "lyssna", Aside), ("pt", "imprimir", Aside), ("ru", "распечатать", Aside), ("ru", "печать", Aside), ("tr", "yazdır", Aside),
];

/// Whether a word in lower case is a label of an outlet.
pub(super) fn is_source(word: &str) -> bool {
    SOURCES.contains(word)
}

/// Whether a word in lower case is a label of whom a picture is by.
pub(super) fn is_credit(word: &str) -> bool {
    CREDITS.contains(word)
}

static CREDITS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let rows = WORDS.iter().filter(|(_, _, label)| *label == Credit);
    rows.map(|&(_, text, _)| text).collect()
});

static SOURCES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let rows = WORDS.iter().filter(|(_, _, label)| *label == Source);
    rows.map(|&(_, text, _)| text).collect()
});

static TRIE: LazyLock<Trie<Word>> = LazyLock::new(|| {
    let people = ROLE_WORDS.iter().map(|row| (row.text, Label::Person(row)));
    let others = WORDS.iter().map(|&(_, text, label)| (text, label));
    let words = people.chain(others);
    Trie::new(words.map(|(text, label)| (text, Word { text, label })))
});

static OPENINGS: LazyLock<Openings> = LazyLock::new(|| Openings::of(TRIE.words()));

/// The labels with which a text in lower case and half width begins, the shortest first: their length in characters and their rows.
pub(super) fn beginning(text: &[char]) -> impl Iterator<Item = (usize, &'static [Word])> {
    TRIE.beginning(text.iter().copied())
}

/// Whether a word stands in a line that may be a label of something about the article. What is certain of a label is settled when the
/// line is cut; most blocks of a page hold none, and are not cut.
pub(super) fn may_stand_in(line: &str) -> bool {
    if line.is_ascii() {
        return holds_label(line.as_bytes(), line.to_ascii_lowercase().as_bytes());
    }
    let line: Vec<char> = line.chars().collect();
    let folded: Vec<char> = line.iter().map(|&c| fold_char(c)).collect();
    holds_label(&line, &folded)
}

/// Takes a line as it is printed, and in lower case and half width.
fn holds_label<C: Letter>(line: &[C], folded: &[C]) -> bool {
    let mut starts = OPENINGS.starts(folded);
    starts.any(|at| {
        let (before, begun) = line.split_at_checked(at).unwrap_or_default();
        let first = chars(begun).next();
        let inside = !first.is_some_and(is_cjk) && joins(chars(before).next_back(), first);
        !inside && may_stand_between(before, begun, folded.get(at..).unwrap_or_default())
    })
}

/// Whether one of the words with which the rest of a line begins may be a label.
fn may_stand_between<C: Letter>(before: &[C], begun: &[C], folded: &[C]) -> bool {
    let mut found = TRIE.beginning(chars(folded));
    found.any(|(length, words)| {
        let (printed, after) = begun.split_at_checked(length).unwrap_or_default();
        words
            .iter()
            .any(|word| may_stand(word.label, [before, printed, after]))
    })
}

/// Whether what stands before and after a label leaves it one.
fn may_stand<C: Letter>(label: Label, [before, printed, after]: [&[C]; 3]) -> bool {
    let (first, last) = (chars(printed).next(), chars(printed).next_back());
    let cjk = last.is_some_and(is_cjk);
    let whole = || !joins(chars(before).next_back(), first) && !joins(last, chars(after).next());
    let is_shown = |c: &char| !c.is_whitespace();
    let marked = || {
        chars(after).find(is_shown).is_some_and(|c| {
            // A stroke of Han writing stands for a bar.
            (!is_alphanumeric(c) || c == '丨')
                && !matches!(c, '.' | ',' | '，' | '。' | '、' | '）' | ')')
        })
    };
    let opens = || {
        let before = chars(before).rev().find(is_shown);
        before.is_none_or(|c| !is_alphanumeric(c))
    };
    match label {
        Label::Person(row) => match row.form {
            Form::Marked => marked(),
            Form::Free | Form::Follows => cjk || whole(),
            Form::Opens | Form::OpensAtHome => whole() && opens(),
        },
        Source | Credit => cjk || marked() || (whole() && opens()),
        Date => marked(),
        Count => cjk || whole(),
        // It says nothing of the article, and makes no line one of its.
        Aside => false,
    }
}

/// Characters a label of people may have before it in one run with it: `江州日报全媒体记者`.
pub(crate) const AFFIX_CHARS: usize = 14;

/// Lower case and half width, one character for one.
#[inline]
pub(crate) fn fold_char(c: char) -> char {
    // What most lines are made of is not looked up.
    match c {
        '\0'..='~' => return c.to_ascii_lowercase(),
        '\u{3000}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => return c,
        _ => {}
    }
    let half = match u32::from(c) {
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    let mut lower = half.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(lower), None) => lower,
        _ => half,
    }
}

#[inline]
pub(crate) fn is_cjk(c: char) -> bool {
    is_ideograph(c) || is_hangul(c)
}

/// Whether two neighbours belong to one word: a label may not be cut out of one.
#[inline]
pub(super) fn joins(left: Option<char>, right: Option<char>) -> bool {
    match (left, right) {
        (Some(left), Some(right)) if left.is_ascii() && right.is_ascii() => {
            left.is_ascii_alphanumeric()
                && right.is_ascii_alphanumeric()
                && left.is_ascii_digit() == right.is_ascii_digit()
        }
        (Some(left), Some(right)) => {
            is_alphanumeric(left) && is_alphanumeric(right) && {
                let script = |c: char| (is_ideograph(c), is_hangul(c), is_numeric(c));
                is_ideograph(left) || script(left) == script(right)
            }
        }
        _ => false,
    }
}
