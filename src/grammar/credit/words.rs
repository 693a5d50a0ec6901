//! The words that mark a caption's credit, by language.

/// How a label of a credit stands before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// With a colon, a slash, an equals sign, a comma: `Foto:`, `写真＝`.
    Marked,
    /// With nothing: `Photo by`, `©`.
    Bare,
}

/// Whom a label names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Whom {
    Photographer,
    Supplier,
}

use Lead::{Bare, Marked};
use Whom::{Photographer, Supplier};

/// Language, text in lower case, how it stands, whom it names.
pub(super) type LabelRow = (&'static str, &'static str, Lead, Whom);

/// Labels before a credit: language, text in lower case.
#[rustfmt::skip]
pub(super) const LABELS: &[LabelRow] = &[
    ("en", "photo", Marked, Photographer), ("en", "photos", Marked, Photographer), ("en", "photo by", Bare, Photographer), ("en", "photos by", Bare, Photographer), ("en", "photograph", Marked, Photographer), ("en", "photograph by", Bare, Photographer), ("en", "photographs by", Bare, Photographer), ("en", "photography by", Bare, Photographer), ("en", "photography", Marked, Photographer), ("en", "photographer", Marked, Photographer), ("en", "photo credit", Marked, Photographer), ("en", "photo courtesy of", Bare, Supplier), ("en", "photo courtesy", Marked, Supplier), ("en", "courtesy of", Bare, Supplier), ("en", "courtesy", Marked, Supplier),
    ("en", "image", Marked, Supplier), ("en", "images", Marked, Supplier), ("en", "image by", Bare, Photographer), ("en", "image credit", Marked, Photographer), ("en", "image credits", Marked, Photographer), ("en", "image source", Marked, Supplier), ("en", "image courtesy of", Bare, Supplier), ("en", "picture", Marked, Photographer), ("en", "picture by", Bare, Photographer), ("en", "pictures", Marked, Photographer), ("en", "picture credit", Marked, Photographer), ("en", "pic", Marked, Photographer), ("en", "pics", Marked, Photographer), ("en", "credit", Marked, Photographer), ("en", "credits", Marked, Photographer), ("en", "credit…", Bare, Photographer), ("en", "credit...", Bare, Photographer), ("en", "photo illustration by", Bare, Supplier), ("en", "illustration by", Bare, Supplier), ("en", "illustration", Marked, Supplier), ("en", "source", Marked, Supplier), ("en", "copyright", Marked, Supplier), ("en", "©", Bare, Supplier), ("en", "ⓒ", Bare, Supplier), ("en", "(c)", Bare, Supplier), ("en", "file photo", Marked, Supplier), ("en", "screengrab", Marked, Supplier), ("en", "screenshot", Marked, Supplier), ("en", "graphic", Marked, Supplier), ("en", "video", Marked, Supplier),
    ("de", "foto", Marked, Photographer), ("de", "fotos", Marked, Photographer), ("de", "foto von", Bare, Photographer), ("de", "bild", Marked, Photographer), ("de", "bilder", Marked, Photographer), ("de", "bildquelle", Marked, Supplier), ("de", "bildnachweis", Marked, Supplier), ("de", "bildrechte", Marked, Supplier), ("de", "fotograf", Marked, Photographer), ("de", "fotografin", Marked, Photographer), ("de", "quelle", Marked, Supplier), ("de", "symbolbild", Marked, Supplier), ("de", "symbolfoto", Marked, Supplier), ("de", "archivbild", Marked, Supplier), ("de", "archivfoto", Marked, Supplier), ("de", "grafik", Marked, Supplier), ("en", "copyright ©", Bare, Supplier),
    ("fr", "crédit photo", Marked, Photographer), ("fr", "crédits photo", Marked, Photographer), ("fr", "crédit", Marked, Photographer), ("fr", "crédits", Marked, Photographer), ("fr", "photo d'archives", Marked, Supplier), ("fr", "photographie", Marked, Photographer), ("fr", "photo de", Bare, Photographer),
    ("es", "fotografía", Marked, Photographer), ("es", "fotografía de", Bare, Photographer), ("es", "foto de", Bare, Photographer), ("es", "imagen", Marked, Supplier), ("es", "crédito", Marked, Photographer), ("es", "créditos", Marked, Photographer), ("es", "fuente", Marked, Supplier), ("es", "cortesía", Marked, Supplier), ("pt", "fotografia", Marked, Photographer), ("pt", "imagem", Marked, Supplier), ("pt", "crédito", Marked, Photographer), ("pt", "reprodução", Marked, Supplier), ("pt", "divulgação", Marked, Supplier), ("it", "immagine", Marked, Supplier), ("it", "foto di", Bare, Photographer), ("it", "fonte", Marked, Supplier), ("it", "crediti", Marked, Supplier),
    ("nl", "beeld", Marked, Photographer), ("nl", "beeld door", Bare, Photographer), ("nl", "foto door", Bare, Photographer), ("nl", "bron", Marked, Supplier), ("pl", "fot.", Bare, Photographer), ("pl", "fot", Marked, Photographer), ("pl", "zdjęcie", Marked, Photographer), ("pl", "autor", Marked, Photographer), ("pl", "źródło", Marked, Supplier), ("cs", "zdroj", Marked, Supplier), ("cs", "fotografie", Marked, Photographer), ("cs", "snímek", Marked, Photographer), ("sv", "bild", Marked, Photographer), ("sv", "fotograf", Marked, Photographer), ("no", "bilde", Marked, Photographer), ("da", "billede", Marked, Photographer), ("da", "arkivfoto", Marked, Photographer), ("fi", "kuva", Marked, Photographer), ("fi", "kuvat", Marked, Photographer), ("fi", "kuvaaja", Marked, Photographer),
    ("ru", "фото", Marked, Photographer), ("ru", "источник фото", Marked, Supplier), ("ru", "фотография", Marked, Photographer), ("uk", "фото", Marked, Photographer), ("uk", "джерело", Marked, Supplier), ("uk", "світлина", Marked, Photographer), ("tr", "fotoğraf", Marked, Photographer), ("tr", "görsel", Marked, Supplier), ("ar", "تصوير", Marked, Photographer), ("ar", "الصورة", Marked, Supplier), ("ar", "صورة", Marked, Supplier), ("ar", "المصدر", Marked, Supplier), ("id", "foto", Marked, Photographer), ("id", "sumber", Marked, Supplier), ("vi", "ảnh", Marked, Photographer), ("vi", "nguồn", Marked, Supplier), ("vi", "hình", Marked, Photographer),
    ("he", "צילום", Marked, Photographer), ("he", "צילומים", Marked, Photographer), ("he", "קרדיט", Marked, Supplier), ("hi", "फोटो", Marked, Photographer), ("hi", "फ़ोटो", Marked, Photographer), ("hi", "तस्वीर", Marked, Photographer), ("bn", "ছবি", Marked, Photographer), ("ta", "படம்", Marked, Photographer), ("ta", "புகைப்படம்", Marked, Photographer), ("th", "ภาพ", Marked, Photographer), ("th", "เครดิตภาพ", Marked, Supplier), ("th", "ที่มาภาพ", Marked, Supplier), ("th", "ภาพจาก", Bare, Supplier), ("el", "φωτογραφία", Marked, Photographer), ("el", "φωτογραφίες", Marked, Photographer), ("el", "φωτό", Marked, Photographer), ("el", "φωτο", Marked, Photographer), ("el", "πηγή", Marked, Supplier), ("hu", "fotó", Marked, Photographer), ("hu", "fotók", Marked, Photographer), ("hu", "kép", Marked, Photographer), ("hu", "forrás", Marked, Supplier), ("hu", "fotó forrása", Marked, Supplier), ("fa", "عکس", Marked, Photographer), ("fa", "عکاس", Marked, Photographer), ("fa", "منبع", Marked, Supplier), ("ro", "sursa foto", Marked, Supplier), ("ro", "sursă foto", Marked, Supplier), ("ro", "sursa", Marked, Supplier), ("bg", "снимка", Marked, Photographer), ("bg", "снимки", Marked, Photographer), ("bg", "източник", Marked, Supplier), ("hr", "izvor", Marked, Supplier), ("ru", "источник", Marked, Supplier), ("ru", "фотограф", Marked, Photographer), ("tr", "fotoğraflar", Marked, Photographer), ("tr", "kaynak", Marked, Supplier), ("uk", "фотограф", Marked, Photographer), ("sv", "källa", Marked, Supplier), ("no", "kilde", Marked, Supplier), ("fi", "lähde", Marked, Supplier), ("pl", "zdj.", Bare, Photographer), ("vi", "nguồn ảnh", Marked, Supplier),
    ("zh", "图片来源", Marked, Supplier), ("zh", "图源", Marked, Supplier), ("zh", "图片", Marked, Supplier), ("zh", "来源", Marked, Supplier), ("zh", "摄影", Marked, Photographer), ("zh", "摄", Marked, Photographer), ("zh", "供图", Marked, Supplier), ("zh", "图", Marked, Supplier), ("zh", "制图", Marked, Supplier), ("zh", "数据来源", Marked, Supplier), ("zh", "资料来源", Marked, Supplier), ("zh", "视频来源", Marked, Supplier), ("zh", "图据", Bare, Supplier), ("zh", "摄影师", Marked, Photographer), ("zh", "图片提供", Marked, Supplier), ("zh", "图自", Bare, Supplier), ("zh", "图片来自", Bare, Supplier), ("zh", "图片源自", Bare, Supplier), ("zh", "图源", Bare, Supplier), ("zh", "图片来源", Bare, Supplier),
    ("zh-Hant", "圖", Marked, Supplier), ("zh-Hant", "圖片來源", Marked, Supplier), ("zh-Hant", "圖源", Marked, Supplier), ("zh-Hant", "攝影", Marked, Photographer), ("zh-Hant", "攝", Marked, Photographer), ("zh-Hant", "圖片", Marked, Supplier), ("zh-Hant", "照片", Marked, Supplier), ("zh-Hant", "翻攝", Marked, Supplier), ("zh-Hant", "資料照", Marked, Supplier), ("zh-Hant", "資料來源", Marked, Supplier), ("zh-Hant", "翻攝自", Bare, Supplier), ("zh-Hant", "取自", Bare, Supplier),
    ("ja", "撮影", Marked, Photographer), ("ja", "写真", Marked, Photographer), ("ja", "写真提供", Marked, Supplier), ("ja", "提供", Marked, Supplier), ("ja", "画像", Marked, Supplier), ("ja", "画像提供", Marked, Supplier), ("ja", "出典", Marked, Supplier), ("ja", "カメラ", Marked, Photographer), ("ja", "クレジット", Marked, Supplier),
    ("ko", "사진", Marked, Photographer), ("ko", "사진제공", Marked, Supplier), ("ko", "사진 제공", Marked, Supplier), ("ko", "사진출처", Marked, Supplier), ("ko", "사진 출처", Marked, Supplier), ("ko", "출처", Marked, Supplier), ("ko", "자료", Marked, Supplier), ("ko", "자료사진", Marked, Supplier), ("ko", "제공", Marked, Supplier), ("ko", "이미지", Marked, Supplier), ("ko", "촬영", Marked, Photographer),
];

/// Words that also begin a caption: with a colon and nothing before them they are a credit only when a name or an outlet follows. By
/// language.
pub(super) const DOUBTFUL: &[(&str, &str)] = &[
    ("en", "image"),
    ("en", "images"),
    ("en", "picture"),
    ("en", "video"),
    ("en", "photo"),
    ("en", "source"),
    ("en", "illustration"),
    ("en", "graphic"),
    ("en", "screenshot"),
    ("de", "bild"),
    ("de", "foto"),
    ("pl", "autor"),
    ("hu", "kép"),
    ("hu", "fotó"),
    ("zh", "图"),
    ("zh", "图片"),
    ("zh", "来源"),
    ("zh", "资料图"),
    ("zh-Hant", "圖"),
    ("zh-Hant", "圖片"),
    ("zh-Hant", "照片"),
    ("zh-Hant", "資料照"),
    ("ja", "写真"),
    ("ja", "画像"),
    ("ko", "사진"),
    ("ar", "صورة"),
    ("ar", "الصورة"),
    ("fa", "عکس"),
    ("hi", "फोटो"),
    ("bn", "ছবি"),
    ("th", "ภาพ"),
];

/// Words behind a credit.
#[rustfmt::skip]
pub(super) const ENDINGS: &[(&str, &str, Whom)] = &[
    ("zh", "摄", Photographer), ("zh", "摄影", Photographer), ("zh", "拍摄", Photographer), ("zh", "供图", Supplier), ("zh", "提供", Supplier), ("zh", "资料图", Supplier), ("zh", "资料图片", Supplier), ("zh", "制图", Supplier), ("zh", "资料", Supplier), ("zh", "截图", Supplier), ("zh", "视频截图", Supplier), ("zh", "/图", Supplier), ("zh-Hant", "/圖", Supplier), ("zh-Hant", "資料圖", Supplier), ("zh-Hant", "資料圖片", Supplier), ("ko", "자료사진", Supplier),
    ("zh-Hant", "攝", Photographer), ("zh-Hant", "攝影", Photographer), ("zh-Hant", "提供", Supplier), ("zh-Hant", "資料照", Supplier), ("zh-Hant", "資料照片", Supplier), ("zh-Hant", "翻攝", Supplier), ("zh-Hant", "供圖", Supplier), ("ja", "撮影", Photographer), ("ja", "提供", Supplier), ("ko", "제공", Supplier), ("ko", "촬영", Photographer), ("ko", "캡처", Supplier),
];

/// Endings that say by themselves that a picture is from an archive, by language.
pub(super) const FROM_STOCK: &[(&str, &str)] = &[
    ("zh", "资料图"),
    ("zh", "资料图片"),
    ("zh-Hant", "資料照"),
    ("zh-Hant", "資料照片"),
    ("zh-Hant", "資料圖"),
    ("zh-Hant", "資料圖片"),
    ("ko", "자료사진"),
];

/// What stands before the name of who gave a picture, by language: `图片由受访者提供`.
pub(super) const GIVEN_BY: &[(&str, &str)] = &[
    ("zh", "图片由"),
    ("zh", "照片由"),
    ("zh", "图由"),
    ("zh-Hant", "圖片由"),
];

/// Parts of the names of an element inside a caption that holds the credit, by language.
pub(super) const CREDIT_NAMES: &[(&str, &str)] = &[
    ("en", "credit"),
    ("en", "copyright"),
    ("en", "photographer"),
    ("de", "fotograf"),
    ("en", "photo-by"),
    ("en", "rights"),
    ("de", "quelle"),
    ("en", "source"),
    ("de", "autor"),
    ("en", "author"),
    ("en", "attribution"),
    ("en", "byline"),
    ("en", "agency"),
];

/// Suppliers of pictures, in lower case: names, which are of no language.
pub(super) const SUPPLIERS: &[&str] = &[
    "getty images",
    "getty",
    "istock",
    "istockphoto",
    "shutterstock",
    "adobe stock",
    "unsplash",
    "pixabay",
    "pexels",
    "imago",
    "imago images",
    "picture alliance",
    "alamy",
    "zuma press",
    "ap photo",
    "wikimedia commons",
    "flickr",
    "depositphotos",
    "123rf",
    "dreamstime",
    "xinhua",
    "screengrab",
    "screenshot",
    "视觉中国",
    "東方ic",
    "东方ic",
    "ic photo",
    "cfp",
    "scanpix",
    "keystone",
    "epa",
    "epa-efe",
    "iwitness",
    "lehtikuva",
    "nurphoto",
    "handout",
];

/// Marks and words that open a caption.
pub(super) const OPENINGS: &[(&str, &str)] = &[
    ("", "△"),
    ("", "▲"),
    ("", "↑"),
    ("", "▼"),
    ("", "⬆"),
    ("", "▽"),
    ("zh", "图为"),
    ("zh", "图："),
    ("zh", "图:"),
    ("zh", "图说："),
    ("zh", "图片说明："),
    ("zh", "上图为"),
    ("zh", "下图为"),
    ("zh", "图①"),
    ("zh", "图片为"),
    ("zh", "资料图："),
    ("zh", "资料图片："),
    ("zh-Hant", "圖為"),
    ("zh-Hant", "圖說："),
    ("zh-Hant", "圖："),
    ("zh-Hant", "▲"),
];
