//! The words that say what a person did, by language, and the words that are never a person.

use crate::article::Person;
use crate::article::PersonRole::{
    self, Correspondent, Editor, Other, Photographer, Proofreader, Reporter, Translator, Writer,
};

/// Which of the record's lists a person goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Desk {
    Author,
    Editor,
    Contributor,
}

/// A person with the list of the record they go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) person: Person,
    pub(crate) desk: Desk,
}

impl Named {
    pub(crate) fn of(name: String, role: Option<PersonRole>, desk: Desk) -> Self {
        let person = Person {
            name,
            role,
            ..Person::default()
        };
        Self { person, desk }
    }
}

/// Where a word stands beside the names it speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Before them, with a mark between: `责任编辑：王某`, `Redaktion: Ada Quill`.
    Marked,
    /// Before them, with a mark or without: `记者 王某`, `Reporting by Ada Quill`.
    Free,
    /// A preposition: before them, without a mark, where a line or a part of one begins: `By Ada Quill`.
    Opens,
    /// The same, on a page of its language only: elsewhere the word is an article or a part of a name, as in `De Nora Vale`.
    OpensAtHome,
    /// Behind them: `王某 摄`, `김하나 기자`.
    Follows,
}

/// A word of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RoleWord {
    pub(crate) lang: &'static str,
    /// In lower case.
    pub(crate) text: &'static str,
    pub(crate) role: PersonRole,
    pub(crate) form: Form,
}

impl RoleWord {
    /// Editors are never authors; whoever took pictures, read proofs or translated is named beside both.
    pub(crate) fn desk(&self) -> Desk {
        match self.role {
            Reporter | Writer | Correspondent => Desk::Author,
            Editor => Desk::Editor,
            Photographer | Proofreader | Translator | Other => Desk::Contributor,
        }
    }
}

const fn w(lang: &'static str, text: &'static str, role: PersonRole, form: Form) -> RoleWord {
    RoleWord {
        lang,
        text,
        role,
        form,
    }
}

use Form::{Follows, Free, Marked, Opens, OpensAtHome};

/// Words of roles. Among words that begin alike the longest wins, so the order is free.
#[rustfmt::skip]
pub(crate) const ROLE_WORDS: &[RoleWord] = &[
    // Chinese, simplified.
    w("zh", "作者", Writer, Free), w("zh", "原作者", Writer, Marked), w("zh", "原创", Writer, Marked), w("zh", "文章作者", Writer, Marked), w("zh", "本文作者", Writer, Marked), w("zh", "由", Writer, Opens), w("zh", "发布者", Other, Marked), w("zh", "发布人", Other, Marked), w("zh", "报道", Reporter, Marked), w("zh-Hant", "報道", Reporter, Marked), w("zh-Hant", "報導", Reporter, Marked),
    w("zh", "撰文", Writer, Free), w("zh", "撰稿", Writer, Free), w("zh", "撰稿人", Writer, Free), w("zh", "执笔", Writer, Free), w("zh", "执笔人", Writer, Marked),
    w("zh", "供稿", Writer, Marked), w("zh", "供稿人", Writer, Marked), w("zh", "投稿", Writer, Marked), w("zh", "主笔", Writer, Free), w("zh", "特约撰稿人", Writer, Free),
    w("zh", "采写", Reporter, Free), w("zh", "采访", Reporter, Marked), w("zh", "采访人", Reporter, Marked), w("zh", "采编", Reporter, Marked), w("zh", "报道员", Reporter, Free), w("zh", "采访/撰文", Reporter, Free),
    w("zh", "文", Writer, Marked), w("zh", "文字", Writer, Marked), w("zh", "文/图", Writer, Free), w("zh", "图/文", Writer, Free), w("zh", "图/文/摄", Writer, Free), w("zh", "文/图/摄", Writer, Free), w("zh", "文、图", Writer, Free),
    w("zh", "图、文", Writer, Free), w("zh", "图文", Writer, Marked), w("zh", "文图", Writer, Marked), w("zh", "文并图", Writer, Marked), w("zh", "文|图", Writer, Free),
    w("zh", "文/摄影", Writer, Free), w("zh", "文/摄", Writer, Free), w("zh", "文/视频", Writer, Free), w("zh", "图文/视频", Writer, Free),
    w("zh", "记者", Reporter, Free), w("zh", "本报记者", Reporter, Free), w("zh", "本网记者", Reporter, Free), w("zh", "本刊记者", Reporter, Free), w("zh", "本台记者", Reporter, Free),
    w("zh", "见习记者", Reporter, Free), w("zh", "实习记者", Reporter, Free), w("zh", "实习生", Reporter, Free), w("zh", "特约记者", Reporter, Free), w("zh", "特派记者", Correspondent, Free),
    w("zh", "首席记者", Reporter, Free), w("zh", "全媒体记者", Reporter, Free), w("zh", "融媒体记者", Reporter, Free), w("zh", "融媒记者", Reporter, Free), w("zh", "通讯员", Correspondent, Free),
    w("zh", "特约通讯员", Correspondent, Free), w("zh", "驻外记者", Correspondent, Free), w("zh", "评论员", Writer, Free), w("zh", "特约评论员", Writer, Free), w("zh", "研究员", Writer, Free),
    w("zh", "摄影记者", Photographer, Free), w("zh", "图片记者", Photographer, Free), w("zh", "见习摄影记者", Photographer, Free),
    w("zh", "责任编辑", Editor, Free), w("zh", "责编", Editor, Free), w("zh", "编辑", Editor, Free), w("zh", "本文编辑", Editor, Marked), w("zh", "本文责任编辑", Editor, Marked),
    w("zh", "值班编辑", Editor, Free), w("zh", "执行编辑", Editor, Free), w("zh", "网络编辑", Editor, Free), w("zh", "实习编辑", Editor, Free), w("zh", "见习编辑", Editor, Free),
    w("zh", "新媒体编辑", Editor, Free), w("zh", "视频编辑", Editor, Marked), w("zh", "图片编辑", Editor, Marked), w("zh", "文字编辑", Editor, Free), w("zh", "栏目编辑", Editor, Marked),
    w("zh", "选稿", Editor, Marked), w("zh", "主编", Editor, Free), w("zh", "值班主编", Editor, Free), w("zh", "执行主编", Editor, Free), w("zh", "总编辑", Editor, Free), w("zh", "副主编", Editor, Free), w("zh", "值班主任", Editor, Free),
    w("zh", "值班总编", Editor, Free), w("zh", "统筹", Editor, Marked), w("zh", "策划", Editor, Marked), w("zh", "编审", Editor, Marked), w("zh", "编发", Editor, Marked), w("zh", "编校", Editor, Marked),
    w("zh", "编", Editor, Marked), w("zh", "整理", Editor, Marked), w("zh", "编译", Translator, Marked), w("zh", "翻译", Translator, Free), w("zh", "译", Translator, Marked), w("zh", "译者", Translator, Free),
    w("zh", "校对", Proofreader, Free), w("zh", "校审", Proofreader, Free), w("zh", "责任校对", Proofreader, Free), w("zh", "校", Proofreader, Marked), w("zh", "一校", Proofreader, Marked),
    w("zh", "二校", Proofreader, Marked), w("zh", "三校", Proofreader, Marked), w("zh", "审核", Other, Marked), w("zh", "审校", Proofreader, Marked), w("zh", "审签", Other, Marked), w("zh", "签发", Other, Marked),
    w("zh", "初审", Other, Marked), w("zh", "复审", Other, Marked), w("zh", "终审", Other, Marked), w("zh", "一审", Other, Marked), w("zh", "二审", Other, Marked), w("zh", "三审", Other, Marked),
    w("zh", "审稿", Other, Marked), w("zh", "监制", Other, Marked), w("zh", "总监制", Other, Marked), w("zh", "出品人", Other, Marked), w("zh", "制片人", Other, Marked), w("zh", "主持人", Other, Marked),
    w("zh", "设计", Other, Marked), w("zh", "美编", Other, Marked), w("zh", "制图", Other, Marked), w("zh", "剪辑", Other, Marked), w("zh", "摄像", Other, Marked), w("zh", "视频", Other, Marked),
    w("zh", "配音", Other, Marked), w("zh", "播音", Other, Marked), w("zh", "海报", Other, Marked), w("zh", "音频", Other, Marked), w("zh", "运营", Other, Marked), w("zh", "排版", Other, Marked),
    w("zh", "摄影", Photographer, Free), w("zh", "摄", Photographer, Marked), w("zh", "拍摄", Photographer, Marked), w("zh", "摄影/", Photographer, Free), w("zh", "图", Photographer, Marked),
    w("zh", "摄影报道", Photographer, Marked), w("zh", "图片", Photographer, Marked), w("zh", "摄", Photographer, Follows), w("zh", "摄影", Photographer, Follows), w("zh", "文", Writer, Follows),
    w("zh", "撰文", Writer, Follows), w("zh", "文/图", Writer, Follows), w("zh", "图/文", Writer, Follows), w("zh", "编辑", Editor, Follows), w("zh", "整理", Editor, Follows), w("zh", "编译", Translator, Follows),
    // Chinese, traditional.
    w("zh-Hant", "記者", Reporter, Free), w("zh-Hant", "實習記者", Reporter, Free), w("zh-Hant", "特派記者", Correspondent, Free), w("zh-Hant", "特派員", Correspondent, Free), w("zh-Hant", "駐地記者", Correspondent, Free),
    w("zh-Hant", "特約記者", Reporter, Free), w("zh-Hant", "即時中心", Reporter, Marked), w("zh-Hant", "本報記者", Reporter, Free), w("zh-Hant", "通訊員", Correspondent, Free), w("zh-Hant", "文字記者", Reporter, Free),
    w("zh-Hant", "撰文", Writer, Free), w("zh-Hant", "撰稿", Writer, Free), w("zh-Hant", "採訪", Reporter, Marked), w("zh-Hant", "採訪撰文", Reporter, Free), w("zh-Hant", "採訪/撰文", Reporter, Free), w("zh-Hant", "執筆", Writer, Free),
    w("zh-Hant", "責任編輯", Editor, Free), w("zh-Hant", "編輯", Editor, Free), w("zh-Hant", "責編", Editor, Free), w("zh-Hant", "核稿編輯", Editor, Free), w("zh-Hant", "主編", Editor, Free), w("zh-Hant", "總編輯", Editor, Free),
    w("zh-Hant", "編譯", Translator, Free), w("zh-Hant", "翻譯", Translator, Free), w("zh-Hant", "譯者", Translator, Free), w("zh-Hant", "校對", Proofreader, Free), w("zh-Hant", "審核", Other, Marked), w("zh-Hant", "整理", Editor, Marked),
    w("zh-Hant", "攝影", Photographer, Free), w("zh-Hant", "攝影記者", Photographer, Free), w("zh-Hant", "攝", Photographer, Marked), w("zh-Hant", "圖", Photographer, Marked), w("zh-Hant", "圖片", Photographer, Marked),
    w("zh-Hant", "攝", Photographer, Follows), w("zh-Hant", "攝影", Photographer, Follows), w("zh-Hant", "文/圖", Writer, Free), w("zh-Hant", "圖/文", Writer, Free), w("zh-Hant", "圖文", Writer, Marked), w("zh-Hant", "監製", Other, Marked),
    // Japanese.
    w("ja", "文", Writer, Marked), w("ja", "文・写真", Writer, Free), w("ja", "写真・文", Writer, Free), w("ja", "取材・文", Writer, Free), w("ja", "取材", Reporter, Marked), w("ja", "取材・執筆", Writer, Free),
    w("ja", "執筆", Writer, Marked), w("ja", "執筆者", Writer, Free), w("ja", "投稿者", Writer, Free), w("ja", "著者", Writer, Marked), w("ja", "筆者", Writer, Marked), w("ja", "ライター", Writer, Marked), w("ja", "構成", Writer, Marked), w("ja", "構成・文", Writer, Free),
    w("ja", "聞き手", Reporter, Free), w("ja", "記者", Reporter, Marked), w("ja", "記者", Reporter, Follows), w("ja", "編集委員", Writer, Free), w("ja", "特派員", Correspondent, Follows), w("ja", "論説委員", Writer, Free),
    w("ja", "編集", Editor, Marked), w("ja", "編集者", Editor, Marked), w("ja", "編集部", Editor, Marked), w("ja", "編集・構成", Editor, Free), w("ja", "編集長", Editor, Marked), w("ja", "校正", Proofreader, Marked), w("ja", "校閲", Proofreader, Marked),
    w("ja", "訳", Translator, Marked), w("ja", "翻訳", Translator, Marked), w("ja", "撮影", Photographer, Marked), w("ja", "写真", Photographer, Marked), w("ja", "カメラ", Photographer, Marked), w("ja", "撮影", Photographer, Follows),
    w("ja", "監修", Other, Marked), w("ja", "イラスト", Other, Marked), w("ja", "記者名", Reporter, Marked), w("ja", "文・構成", Writer, Free), w("ja", "取材・構成", Writer, Free),
    // Korean.
    w("ko", "기자", Reporter, Follows), w("ko", "특파원", Correspondent, Follows), w("ko", "선임기자", Reporter, Follows), w("ko", "인턴기자", Reporter, Follows), w("ko", "객원기자", Reporter, Follows), w("ko", "수습기자", Reporter, Follows),
    w("ko", "전문기자", Reporter, Follows), w("ko", "논설위원", Writer, Follows), w("ko", "칼럼니스트", Writer, Follows), w("ko", "통신원", Correspondent, Follows), w("ko", "시민기자", Reporter, Follows), w("ko", "사진기자", Photographer, Follows),
    w("ko", "인턴 기자", Reporter, Follows), w("ko", "선임 기자", Reporter, Follows), w("ko", "객원 기자", Reporter, Follows), w("ko", "기자", Reporter, Marked), w("ko", "글", Writer, Marked), w("ko", "글", Writer, Free), w("ko", "사진", Photographer, Free), w("ko", "취재", Reporter, Marked),
    w("ko", "글·사진", Writer, Free), w("ko", "글/사진", Writer, Free), w("ko", "편집", Editor, Marked), w("ko", "편집자", Editor, Marked), w("ko", "사진", Photographer, Marked), w("ko", "번역", Translator, Marked), w("ko", "작성자", Writer, Marked), w("ko", "영상", Other, Marked),
    // English.
    w("en", "by", Writer, Opens), w("en", "by", Writer, Marked), w("en", "written by", Writer, Free), w("en", "story by", Writer, Free), w("en", "words by", Writer, Free), w("en", "words", Writer, Marked), w("en", "text by", Writer, Free), w("en", "author", Writer, Marked),
    w("en", "authors", Writer, Marked), w("en", "author(s)", Writer, Marked), w("en", "authored by", Writer, Free), w("en", "post author by", Writer, Free), w("en", "post author", Writer, Free), w("en", "contributor", Writer, Marked), w("en", "contributors", Writer, Marked), w("en", "writer", Writer, Marked), w("en", "posted by", Writer, Free), w("en", "published by", Writer, Free), w("en", "analysis by", Writer, Free), w("en", "opinion by", Writer, Free), w("en", "commentary by", Writer, Free),
    w("en", "review by", Writer, Free), w("en", "interview by", Reporter, Free), w("en", "as told to", Writer, Free), w("en", "article by", Writer, Free), w("en", "article written by", Writer, Free), w("en", "post by", Writer, Free), w("en", "contributed by", Writer, Free), w("en", "submitted by", Writer, Free), w("en", "started by", Writer, Free), w("en", "essay by", Writer, Free),
    w("en", "reporting by", Reporter, Free), w("en", "reported by", Reporter, Free), w("en", "reporter", Reporter, Marked), w("en", "writing by", Writer, Free), w("en", "writing and reporting by", Writer, Free), w("en", "reporting and writing by", Reporter, Free), w("en", "reporting", Reporter, Marked),
    w("en", "additional reporting by", Other, Free), w("en", "additional reporting", Other, Marked), w("en", "with reporting by", Other, Free), w("en", "compiled by", Editor, Free), w("en", "curated by", Editor, Free), w("en", "reporting and editing by", Reporter, Free), w("en", "correspondent", Correspondent, Marked),
    w("en", "edited by", Editor, Free), w("en", "editing by", Editor, Free), w("en", "editor", Editor, Marked), w("en", "editors", Editor, Marked), w("en", "edit by", Editor, Free), w("en", "produced by", Other, Free), w("en", "translated by", Translator, Free), w("en", "translation by", Translator, Free),
    w("en", "translation", Translator, Marked), w("en", "translator", Translator, Marked), w("en", "proofreader", Proofreader, Marked), w("en", "fact-checked by", Other, Free), w("en", "reviewed by", Other, Free), w("en", "medically reviewed by", Other, Free), w("en", "updated by", Other, Free),
    w("en", "photography by", Photographer, Free), w("en", "photographs by", Photographer, Free), w("en", "photos by", Photographer, Free), w("en", "pictures by", Photographer, Free), w("en", "illustration by", Other, Free), w("en", "illustrations by", Other, Free), w("en", "graphics by", Other, Free),
    w("en", "video by", Other, Free), w("en", "photographer", Photographer, Marked), w("en", "staff writer", Writer, Follows), w("en", "staff reporter", Reporter, Follows),
    // German.
    w("de", "von", Writer, Opens), w("de", "ein kommentar von", Writer, Free), w("de", "ein gastbeitrag von", Writer, Free), w("de", "gastbeitrag von", Writer, Free), w("de", "kommentar von", Writer, Free), w("de", "eine analyse von", Writer, Free), w("de", "analyse von", Writer, Free),
    w("de", "eine kolumne von", Writer, Free), w("de", "kolumne von", Writer, Free), w("de", "ein essay von", Writer, Free), w("de", "eine reportage von", Writer, Free), w("de", "ein bericht von", Reporter, Free), w("de", "bericht von", Reporter, Free), w("de", "ein interview von", Reporter, Free), w("de", "von unserer redakteurin", Writer, Free), w("de", "von unserem redakteur", Writer, Free), w("de", "von unserer korrespondentin", Correspondent, Free), w("de", "von unserem korrespondenten", Correspondent, Free), w("de", "von unserer mitarbeiterin", Writer, Free), w("de", "von unserem mitarbeiter", Writer, Free),
    w("de", "interview von", Reporter, Free), w("de", "interview", Reporter, Marked), w("de", "das interview führte", Reporter, Free), w("de", "das gespräch führte", Reporter, Free), w("de", "das gespräch führten", Reporter, Free), w("de", "die fragen stellte", Reporter, Free), w("de", "die fragen stellten", Reporter, Free), w("de", "das interview führten", Reporter, Free),
    w("de", "aufgezeichnet von", Writer, Free), w("de", "protokoll", Writer, Marked), w("de", "geschrieben von", Writer, Free), w("de", "gespeichert von", Writer, Free), w("de", "eingestellt von", Writer, Free), w("de", "ein artikel von", Writer, Free), w("de", "ein beitrag von", Writer, Free), w("de", "verfasst von", Writer, Free), w("de", "veröffentlicht von", Writer, Free), w("de", "erstellt von", Writer, Free), w("de", "autor", Writer, Marked), w("de", "autorin", Writer, Marked), w("de", "autoren", Writer, Free),
    w("de", "autor/in", Writer, Marked), w("de", "autor*in", Writer, Marked), w("de", "autor:in", Writer, Marked), w("de", "text", Writer, Marked), w("de", "text von", Writer, Free), w("de", "text und fotos", Writer, Marked), w("de", "text & fotos", Writer, Marked), w("de", "text und foto", Writer, Marked), w("de", "bericht", Reporter, Marked), w("de", "beitrag von", Writer, Free), w("de", "blogbeitrag von", Writer, Free), w("de", "blog beitrag von", Writer, Free), w("de", "blogartikel von", Writer, Free), w("de", "gastartikel von", Writer, Free),
    w("de", "redaktion", Editor, Marked), w("de", "redakteur", Editor, Marked), w("de", "redakteurin", Editor, Marked), w("de", "redigiert von", Editor, Free), w("de", "bearbeitet von", Editor, Free), w("de", "lektorat", Proofreader, Marked), w("de", "korrektorat", Proofreader, Marked),
    w("de", "übersetzung", Translator, Marked), w("de", "übersetzt von", Translator, Free), w("de", "aus dem englischen von", Translator, Free), w("de", "mitarbeit", Other, Marked), w("de", "unter mitarbeit von", Other, Free), w("de", "fotos von", Photographer, Free), w("de", "foto von", Photographer, Free), w("de", "bilder von", Photographer, Free), w("de", "illustration von", Other, Free), w("de", "illustrationen von", Other, Free), w("de", "von", Writer, Marked), w("de", "fotos", Photographer, Marked), w("de", "fotograf", Photographer, Marked), w("de", "fotografin", Photographer, Marked), w("de", "kamera", Other, Marked), w("de", "illustration", Other, Marked),
    // French.
    w("fr", "par", Writer, Opens), w("fr", "par", Writer, Marked), w("fr", "auteur", Writer, Marked), w("fr", "auteure", Writer, Marked), w("fr", "auteurs", Writer, Free), w("fr", "texte", Writer, Marked), w("fr", "écrit par", Writer, Free), w("fr", "publié par", Writer, Free), w("fr", "rédigé par", Writer, Free), w("fr", "propos recueillis par", Reporter, Free), w("fr", "article de", Writer, Free),
    w("fr", "recueilli par", Reporter, Free), w("fr", "un article de", Writer, Free), w("fr", "édité par", Editor, Free), w("fr", "rédaction", Editor, Marked), w("fr", "rédacteur en chef", Editor, Marked), w("fr", "traduction", Translator, Marked), w("fr", "traduit par", Translator, Free), w("fr", "photos", Photographer, Marked), w("fr", "relecture", Proofreader, Marked), w("fr", "journaliste", Reporter, Marked),
    // Spanish.
    w("es", "por", Writer, Opens), w("es", "por", Writer, Marked), w("es", "autor", Writer, Marked), w("es", "autora", Writer, Marked), w("es", "autores", Writer, Free), w("es", "texto", Writer, Marked), w("es", "texto de", Writer, Free), w("es", "escrito por", Writer, Free), w("es", "publicado por", Writer, Free), w("es", "redacción", Editor, Marked), w("es", "editor", Editor, Marked), w("es", "editora", Editor, Marked),
    w("es", "editado por", Editor, Free), w("es", "edición", Editor, Marked), w("es", "traducción", Translator, Marked), w("es", "traducido por", Translator, Free), w("es", "fotografía", Photographer, Marked), w("es", "fotos", Photographer, Marked), w("es", "periodista", Reporter, Marked), w("es", "reportero", Reporter, Marked), w("es", "corresponsal", Correspondent, Marked), w("es", "entrevista de", Reporter, Free),
    // Portuguese.
    w("pt", "texto por", Writer, Free), w("pt", "reportagem", Reporter, Marked), w("pt", "reportagem de", Reporter, Free), w("pt", "edição", Editor, Marked), w("pt", "edição de", Editor, Free), w("pt", "redação", Editor, Marked), w("pt", "tradução", Translator, Marked), w("pt", "fotografia", Photographer, Marked), w("pt", "revisão", Proofreader, Marked), w("pt", "editado por", Editor, Free), w("pt", "autoria", Writer, Marked), w("pt", "jornalista", Reporter, Marked),
    // Italian.
    w("it", "di", Writer, Opens), w("it", "a cura di", Writer, Free), w("it", "scritto da", Writer, Free), w("it", "pubblicato da", Writer, Free), w("it", "articolo di", Writer, Free), w("it", "dal nostro inviato", Correspondent, Free), w("it", "dal nostro corrispondente", Correspondent, Free), w("it", "testo", Writer, Marked), w("it", "testo di", Writer, Free), w("it", "autore", Writer, Marked), w("it", "redazione", Editor, Marked), w("it", "intervista di", Reporter, Free),
    w("it", "traduzione di", Translator, Free), w("it", "traduzione", Translator, Marked), w("it", "foto di", Photographer, Free), w("it", "fotografie di", Photographer, Free),
    // Dutch.
    w("nl", "foto's", Photographer, Marked), w("nl", "door", Writer, Opens), w("nl", "door", Writer, Marked), w("nl", "auteur", Writer, Marked), w("nl", "geschreven door", Writer, Free), w("nl", "tekst", Writer, Marked), w("nl", "redactie", Editor, Marked), w("nl", "redacteur", Editor, Marked), w("nl", "bewerkt door", Editor, Free), w("nl", "vertaling", Translator, Marked), w("nl", "vertaald door", Translator, Free), w("nl", "eindredactie", Editor, Marked), w("nl", "interview door", Reporter, Free),
    // Polish.
    w("pl", "autor", Writer, Marked), w("pl", "autorka", Writer, Marked), w("pl", "autorzy", Writer, Free), w("pl", "tekst", Writer, Marked), w("pl", "opracowanie", Editor, Marked), w("pl", "oprac.", Editor, Free), w("pl", "opracował", Editor, Free), w("pl", "opracowała", Editor, Free), w("pl", "redakcja", Editor, Marked), w("pl", "redaktor", Editor, Marked), w("pl", "napisał", Writer, Marked), w("pl", "napisane przez", Writer, Free),
    w("pl", "rozmawiał", Reporter, Free), w("pl", "rozmawiała", Reporter, Free), w("pl", "tłumaczenie", Translator, Marked), w("pl", "korekta", Proofreader, Marked), w("pl", "przez", Writer, Opens), w("pl", "zdjęcia", Photographer, Marked),
    // Czech.
    w("cs", "autor", Writer, Marked), w("cs", "autorka", Writer, Marked), w("cs", "autoři", Writer, Marked), w("cs", "napsal", Writer, Marked), w("cs", "napsala", Writer, Marked), w("cs", "redaktor", Editor, Marked), w("cs", "redakce", Editor, Marked), w("cs", "editor", Editor, Marked), w("cs", "překlad", Translator, Marked), w("cs", "text", Writer, Marked),
    // Swedish, Norwegian, Danish.
    w("sv", "foto", Photographer, Marked), w("sv", "av", Writer, Opens), w("sv", "av", Writer, Marked), w("sv", "text", Writer, Marked), w("sv", "skribent", Writer, Marked), w("sv", "reporter", Reporter, Marked), w("sv", "redaktör", Editor, Marked), w("sv", "ansvarig utgivare", Editor, Marked), w("sv", "översättning", Translator, Marked), w("sv", "publicerad av", Writer, Free),
    w("no", "av", Writer, Opens), w("no", "tekst", Writer, Marked), w("no", "journalist", Reporter, Marked), w("no", "skrevet av", Writer, Free), w("no", "redaktør", Editor, Marked), w("no", "ansvarlig redaktør", Editor, Marked), w("no", "vaktsjef", Editor, Marked), w("no", "oversatt av", Translator, Free), w("no", "publisert av", Writer, Free),
    w("da", "af", Writer, Opens), w("da", "af", Writer, Marked), w("da", "skrevet af", Writer, Free), w("da", "redigeret af", Editor, Free), w("da", "oversat af", Translator, Free), w("da", "skribent", Writer, Marked),
    // Finnish.
    w("fi", "teksti", Writer, Marked), w("fi", "toimittaja", Reporter, Marked), w("fi", "kirjoittaja", Writer, Marked), w("fi", "kirjoittanut", Writer, Free), w("fi", "toimitus", Editor, Marked), w("fi", "päätoimittaja", Editor, Marked), w("fi", "suomennos", Translator, Marked),
    // Russian, Ukrainian.
    w("ru", "фото", Photographer, Marked), w("ru", "автор", Writer, Marked), w("ru", "автор", Writer, Opens), w("ru", "автор материала", Writer, Marked), w("ru", "автор статьи", Writer, Marked), w("ru", "корреспондент", Correspondent, Follows), w("ru", "журналист", Reporter, Follows), w("ru", "обозреватель", Writer, Follows), w("ru", "авторы", Writer, Marked), w("ru", "текст", Writer, Marked), w("ru", "автор текста", Writer, Marked), w("ru", "корреспондент", Correspondent, Marked), w("ru", "подготовил", Writer, Free), w("ru", "подготовила", Writer, Free), w("ru", "редактор", Editor, Marked), w("ru", "редакторы", Editor, Marked), w("ru", "корректор", Proofreader, Marked), w("ru", "перевод", Translator, Marked), w("ru", "журналист", Reporter, Marked), w("ru", "беседовал", Reporter, Free), w("ru", "беседовала", Reporter, Free),
    w("uk", "автор", Writer, Marked), w("uk", "автори", Writer, Marked), w("uk", "авторка", Writer, Marked), w("uk", "текст", Writer, Marked), w("uk", "підготував", Writer, Free), w("uk", "підготувала", Writer, Free), w("uk", "редактор", Editor, Marked), w("uk", "редакторка", Editor, Marked), w("uk", "переклад", Translator, Marked), w("uk", "журналіст", Reporter, Marked), w("uk", "журналістка", Reporter, Marked),
    // Hungarian, Romanian, Croatian, Slovenian, Greek, Hindi, Thai, Hebrew, Persian.
    w("hu", "szerző", Writer, Marked), w("hu", "írta", Writer, Marked), w("el", "του", Writer, Opens), w("el", "της", Writer, Opens), w("el", "των", Writer, Opens), w("el", "γράφει ο", Writer, Free), w("el", "γράφει η", Writer, Free), w("ro", "autor", Writer, Marked), w("ro", "scris de", Writer, Free), w("ro", "de", Writer, OpensAtHome), w("ca", "per", Writer, OpensAtHome), w("sq", "nga", Writer, OpensAtHome), w("bg", "от", Writer, OpensAtHome), w("ro", "redactor", Editor, Marked), w("hr", "autor", Writer, Marked), w("hr", "autorica", Writer, Marked), w("hr", "piše", Writer, Marked), w("sl", "avtor", Writer, Marked), w("sl", "napisal", Writer, Marked), w("sl", "napisala", Writer, Marked), w("el", "συντάκτης", Writer, Marked), w("el", "συντάκτρια", Writer, Marked), w("el", "γράφει ο", Writer, Free), w("el", "γράφει η", Writer, Free), w("el", "του", Writer, Marked), w("hi", "लेखक", Writer, Marked), w("hi", "लेखिका", Writer, Marked), w("hi", "रिपोर्टर", Reporter, Marked), w("hi", "संपादक", Editor, Marked), w("th", "ผู้เขียน", Writer, Marked), w("th", "โดย", Writer, Marked), w("th", "โดย", Writer, Opens), w("th", "เขียนโดย", Writer, Free), w("th", "รายงานโดย", Reporter, Free), w("th", "เรื่อง", Writer, Marked), w("th", "ภาพ", Photographer, Marked), w("he", "מאת", Writer, Free), w("fa", "نویسنده", Writer, Marked),
    // Behind a name, in brackets: `Anna Huber (Text) und Ben Maier (Fotos)`.
    w("en", "(text)", Writer, Follows), w("en", "(words)", Writer, Follows), w("de", "(text)", Writer, Follows), w("fr", "(texte)", Writer, Follows), w("es", "(texto)", Writer, Follows), w("it", "(testo)", Writer, Follows), w("nl", "(tekst)", Writer, Follows), w("fi", "(teksti)", Writer, Follows), w("en", "(photos)", Photographer, Follows), w("en", "(photo)", Photographer, Follows), w("en", "(photographs)", Photographer, Follows), w("en", "(pictures)", Photographer, Follows), w("de", "(fotos)", Photographer, Follows), w("de", "(foto)", Photographer, Follows), w("de", "(bilder)", Photographer, Follows), w("de", "(fotografie)", Photographer, Follows), w("es", "(fotografía)", Photographer, Follows), w("es", "(fotografías)", Photographer, Follows), w("nl", "(foto's)", Photographer, Follows), w("pl", "(zdjęcia)", Photographer, Follows), w("sv", "(bild)", Photographer, Follows), w("fi", "(kuva)", Photographer, Follows), w("fi", "(kuvat)", Photographer, Follows), w("en", "(video)", Other, Follows), w("en", "(graphics)", Other, Follows), w("en", "(illustration)", Other, Follows), w("de", "(grafik)", Other, Follows),
    // Turkish, Arabic, Indonesian, Vietnamese.
    w("tr", "fotoğraf", Photographer, Marked), w("tr", "yazar", Writer, Marked), w("tr", "yazan", Writer, Marked), w("tr", "haber", Reporter, Marked), w("tr", "muhabir", Reporter, Marked), w("tr", "editör", Editor, Marked), w("tr", "çeviri", Translator, Marked), w("tr", "çeviren", Translator, Marked), w("tr", "tarafından", Writer, Follows),
    w("ar", "بقلم", Writer, Free), w("ar", "كتب", Writer, Marked), w("ar", "كتبت", Writer, Marked), w("ar", "الكاتب", Writer, Marked), w("ar", "تحرير", Editor, Marked), w("ar", "ترجمة", Translator, Marked), w("ar", "إعداد", Writer, Marked), w("ar", "المحرر", Editor, Marked), w("ar", "مراسل", Correspondent, Marked),
    w("id", "oleh", Writer, Opens), w("id", "oleh", Writer, Marked), w("id", "penulis", Writer, Marked), w("id", "penulis", Writer, Free), w("id", "penulis", Writer, Follows), w("id", "reporter", Reporter, Marked), w("id", "wartawan", Reporter, Marked), w("id", "pewarta", Reporter, Marked), w("id", "editor", Editor, OpensAtHome), w("id", "editor", Editor, Marked), w("id", "editor", Editor, Follows), w("id", "redaktur", Editor, Marked), w("id", "penyunting", Editor, Marked), w("id", "penerjemah", Translator, Marked),
    w("vi", "tác giả", Writer, Marked), w("vi", "theo", Writer, Marked), w("vi", "bài", Writer, Marked), w("vi", "bài viết", Writer, Marked), w("vi", "phóng viên", Reporter, Marked), w("vi", "pv", Reporter, Marked), w("vi", "biên tập", Editor, Marked), w("vi", "biên tập viên", Editor, Marked), w("vi", "người dịch", Translator, Marked), w("vi", "dịch", Translator, Marked),
    // Rows for pages of further languages: Bengali, Persian, Hebrew, Romanian, Hungarian, Bulgarian, Croatian, Serbian.
    w("bn", "লেখা", Writer, Marked), w("bn", "লেখক", Writer, Marked), w("bn", "প্রতিবেদক", Reporter, Marked), w("bn", "প্রতিবেদন", Reporter, Marked), w("bn", "অনুবাদ", Translator, Marked), w("bn", "সম্পাদনা", Editor, Marked), w("fa", "نوشته", Writer, Marked), w("fa", "گزارش", Reporter, Marked), w("fa", "خبرنگار", Reporter, Marked), w("fa", "گزارشگر", Reporter, Marked), w("fa", "مترجم", Translator, Marked), w("fa", "ترجمه", Translator, Marked), w("fa", "ویراستار", Editor, Marked), w("fa", "دبیر", Editor, Marked), w("fa", "عکاس", Photographer, Marked),
    w("he", "מאת", Writer, Marked), w("he", "כתב", Reporter, Marked), w("he", "כתבה", Reporter, Marked), w("he", "עריכה", Editor, Marked), w("he", "תרגום", Translator, Marked), w("ro", "autoare", Writer, Marked), w("ro", "autori", Writer, Marked), w("ro", "publicat de", Writer, Free), w("ro", "articol de", Writer, Free), w("ro", "traducere", Translator, Marked),
    w("hu", "szerzők", Writer, Marked), w("hu", "szöveg", Writer, Marked), w("hu", "riporter", Reporter, Marked), w("hu", "szerkesztő", Editor, Marked), w("hu", "szerkesztette", Editor, Marked), w("hu", "fordította", Translator, Marked), w("hu", "fotós", Photographer, Marked), w("el", "επιμέλεια", Editor, Marked), w("el", "ρεπορτάζ", Reporter, Marked), w("el", "κείμενο", Writer, Marked), w("el", "συνέντευξη στον", Reporter, Free), w("el", "συνέντευξη στην", Reporter, Free), w("el", "μετάφραση", Translator, Marked),
    w("hr", "autori", Writer, Marked), w("hr", "napisao", Writer, Marked), w("hr", "urednik", Editor, Marked), w("hr", "prijevod", Translator, Marked), w("sr", "аутор", Writer, Marked), w("sr", "пише", Writer, Marked), w("hi", "द्वारा", Writer, Marked), w("ta", "எழுதியவர்", Writer, Marked), w("ta", "ஆசிரியர்", Writer, Marked), w("hi", "लेखन", Writer, Marked), w("hi", "संवाददाता", Reporter, Marked), w("hi", "अनुवाद", Translator, Marked), w("hi", "द्वारा", Writer, Follows),
    w("ru", "(фото)", Photographer, Follows), w("ru", "(текст)", Writer, Follows), w("pl", "(fot.)", Photographer, Follows), w("tr", "(fotoğraf)", Photographer, Follows), w("tr", "(metin)", Writer, Follows), w("el", "(φωτογραφίες)", Photographer, Follows), w("el", "(φωτογραφία)", Photographer, Follows), w("he", "(צילום)", Photographer, Follows), w("ar", "(تصوير)", Photographer, Follows), w("hu", "(fotó)", Photographer, Follows), w("hu", "(szöveg)", Writer, Follows), w("vi", "(ảnh)", Photographer, Follows), w("hi", "(फोटो)", Photographer, Follows), w("bn", "(ছবি)", Photographer, Follows), w("fa", "(عکس)", Photographer, Follows), w("th", "(ภาพ)", Photographer, Follows),
    // Whose material a text is made with: an agency, or colleagues.
    w("de", "mit material von", Other, Free), w("de", "mit material der", Other, Free), w("de", "mit informationen von", Other, Free), w("en", "with material from", Other, Free), w("en", "with inputs from", Other, Free), w("es", "con información de", Other, Free), w("es", "con datos de", Other, Free), w("pt", "com informações da", Other, Free), w("pt", "com informações do", Other, Free), w("pt", "com informações de", Other, Free), w("it", "con informazioni", Other, Free), w("nl", "met informatie van", Other, Free), w("pl", "na podstawie", Other, Free), w("cs", "s využitím", Other, Free), w("ru", "по материалам", Other, Free), w("uk", "за матеріалами", Other, Free), w("ro", "cu informații de la", Other, Free),
];

/// Words that part two names, by language. They stand between spaces, except the Chinese ones.
/// The flag says that the word is also found inside names (`Ortega y Gasset`): both sides must then be whole names.
#[rustfmt::skip]
pub(crate) const NAME_JOINERS: &[(&str, &str, bool)] = &[
    ("en", "and", false), ("en", "with", false), ("de", "und", false), ("de", "sowie", false), ("de", "mit", false), ("es", "con", false), ("it", "con", false), ("nl", "met", false), ("fr", "et", false), ("fr", "avec", false), ("es", "y", true), ("es", "e", true), ("pt", "e", true), ("it", "e", true), ("it", "ed", true),
    ("nl", "en", false), ("pl", "i", true), ("pl", "oraz", false), ("cs", "a", true), ("sv", "och", false), ("no", "og", false), ("da", "og", false), ("fi", "ja", false), ("ru", "и", false),
    ("uk", "і", false), ("uk", "та", false), ("tr", "ve", false), ("ar", "و", false), ("id", "dan", false), ("vi", "và", false), ("el", "και", false), ("ro", "și", false), ("hu", "és", false), ("hi", "और", false), ("hi", "एवं", false), ("bn", "ও", false), ("bn", "এবং", false), ("fa", "و", false), ("uk", "й", false), ("hr", "i", true), ("bg", "и", false), ("th", "และ", false), ("zh", "和", false), ("zh", "与", false), ("zh-Hant", "與", false), ("zh", "及", false),
];

/// Words inside a name that keep their lower case.
#[rustfmt::skip]
pub(crate) const PARTICLES: &[&str] = &[
    "von", "van", "zu", "zur", "zum", "vom", "vor", "der", "den", "dem", "de", "del", "della", "dello", "dei", "di", "da", "das", "do", "dos", "du", "des", "la", "le", "las", "los", "lo", "el", "al", "bin",
    "bint", "ibn", "abu", "ben", "ter", "ten", "te", "tot", "und", "y", "e", "i", "af", "av", "st.", "san", "d'", "d’", "'t", "’t", "op", "in't", "aan", "het", "ul", "ur", "oğlu", "kızı", "dan", "bte", "binti",
];

/// What stands where a name should and is none, in lower case; whole text only.
#[rustfmt::skip]
pub(crate) const NOT_NAMES: &[(&str, &str)] = &[
    ("en", "abu dhabi"), ("en", "addis ababa"), ("es", "buenos aires"), ("en", "cape town"), ("en", "hong kong"), ("en", "kuala lumpur"), ("en", "las vegas"), ("en", "los angeles"), ("en", "mexico city"), ("en", "new delhi"), ("en", "new york"), ("en", "new york city"), ("en", "phnom penh"), ("pt", "rio de janeiro"), ("en", "san diego"), ("en", "san francisco"), ("pt", "são paulo"), ("pt", "sao paulo"), ("en", "st. petersburg"), ("de", "st. gallen"), ("en", "tel aviv"), ("en", "washington dc"), ("en", "washington d.c."),
    ("en", "super user"), ("en", "publisher"), ("en", "no author"), ("en", "site admin"), ("en", "contact us"), ("en", "back to top"), ("en", "view more posts"), ("en", "posted"), ("en", "contents"), ("en", "insights"),
    ("de", "gesponserte inhalte"), ("en", "sponsored content"), ("de", "publiziert"), ("de", "nachricht"), ("de", "nachrichtenagentur"), ("de", "presseagentur"), ("en", "news agency"), ("fr", "agence de presse"), ("es", "agencia de noticias"), ("it", "agenzia di stampa"), ("de", "zvg"), ("de", "administrator"),
    ("en", "staff"), ("en", "admin"), ("en", "administrator"), ("en", "newsroom"), ("en", "guest"), ("en", "guest author"), ("en", "guest writer"), ("en", "contributor"), ("en", "contributors"), ("en", "guest contributor"), ("en", "editor"), ("en", "editors"), ("en", "the editors"), ("en", "author"), ("en", "authors"),
    ("en", "writer"), ("en", "reporter"), ("en", "updated"), ("en", "published"), ("en", "anonymous"), ("en", "unknown"), ("en", "user"), ("en", "webmaster"), ("en", "staff writer"), ("en", "staff writers"), ("en", "staff reporter"), ("en", "staff report"), ("en", "staff reports"), ("en", "news staff"), ("en", "news desk"), ("en", "web desk"), ("en", "online desk"), ("en", "editorial"), ("en", "editorial team"), ("en", "editorial board"), ("en", "editorial staff"), ("en", "our correspondent"), ("en", "our reporter"), ("en", "agencies"), ("en", "news agencies"), ("en", "wire reports"), ("en", "press release"), ("en", "sponsored"), ("en", "null"), ("en", "undefined"), ("en", "none"), ("en", "n/a"), ("en", "default"), ("en", "test"), ("en", "follow"), ("en", "share"), ("en", "home"), ("en", "news"), ("en", "moderator"), ("en", "team"), ("en", "the team"), ("en", "press"), ("en", "others"), ("en", "all"), ("en", "email"), ("en", "e-mail"), ("en", "comments"), ("en", "correspondent"), ("en", "photographer"), ("en", "now"), ("en", "today"), ("en", "yesterday"),
    ("en", "monday"), ("en", "tuesday"), ("en", "wednesday"), ("en", "thursday"), ("en", "friday"), ("en", "saturday"), ("en", "sunday"), ("en", "january"), ("en", "february"), ("en", "march"), ("en", "april"), ("en", "may"), ("en", "june"), ("en", "july"), ("en", "august"), ("en", "september"), ("en", "october"), ("en", "november"), ("en", "december"),
    ("de", "redaktion"), ("de", "die redaktion"), ("de", "online-redaktion"), ("de", "onlineredaktion"), ("de", "red"), ("de", "gast"), ("de", "gastautor"), ("de", "gastautorin"), ("de", "autor"), ("de", "agenturen"), ("de", "agentur"), ("de", "unbekannt"), ("de", "newsdesk"), ("de", "montag"), ("de", "dienstag"), ("de", "mittwoch"), ("de", "donnerstag"), ("de", "freitag"), ("de", "samstag"), ("de", "sonntag"),
    ("fr", "la rédaction"), ("fr", "rédaction"), ("fr", "auteur"), ("fr", "invité"), ("fr", "avec agences"), ("fr", "agences"), ("es", "redacción"), ("es", "la redacción"), ("es", "agencias"), ("es", "autor"), ("es", "invitado"), ("pt", "redação"), ("pt", "da redação"), ("pt", "a redação"), ("pt", "agências"), ("it", "redazione"), ("it", "la redazione"), ("it", "agenzie"), ("nl", "redactie"), ("nl", "de redactie"), ("nl", "onze redactie"), ("pl", "redakcja"), ("cs", "redakce"), ("sv", "redaktionen"), ("no", "redaksjonen"), ("da", "redaktionen"), ("fi", "toimitus"), ("ru", "редакция"), ("ru", "админ"), ("uk", "редакція"), ("tr", "haber merkezi"), ("tr", "editör"), ("ar", "المحرر"), ("id", "redaksi"), ("id", "tim redaksi"), ("vi", "ban biên tập"),
    ("zh", "推荐"), ("zh", "粉丝"), ("zh", "关注"), ("zh", "人气"), ("zh-Hant", "粉絲"), ("zh-Hant", "人氣"), ("zh", "佚名"), ("zh", "未知"), ("zh", "匿名"), ("zh", "网络"), ("zh", "网络整理"), ("zh", "查看更多"), ("zh", "互联网"), ("zh", "本站"), ("zh", "本站原创"), ("zh", "原创"), ("zh", "本站编辑"), ("zh", "管理员"), ("zh", "小编"), ("zh", "编辑部"), ("zh", "编辑"), ("zh", "记者"), ("zh", "作者"), ("zh", "通讯员"), ("zh", "责任编辑"), ("zh", "本报"), ("zh", "本报讯"), ("zh", "本网"), ("zh", "综合"), ("zh", "综合整理"), ("zh", "综合报道"), ("zh", "整理"), ("zh", "无"), ("zh", "暂无"), ("zh", "未填写"), ("zh", "转载"), ("zh", "不详"), ("zh", "来源"), ("zh", "全部"), ("zh", "发布"), ("zh", "有删减"), ("zh", "资料图"), ("zh", "完"), ("zh", "下同"), ("zh", "资料图片"), ("zh", "图片"), ("zh", "均为化名"), ("zh", "化名"), ("zh", "文中均为化名"), ("zh", "未完待续"),
    ("zh-Hant", "記者"), ("zh-Hant", "編輯"), ("zh-Hant", "本報訊"), ("zh-Hant", "綜合報導"), ("zh-Hant", "編輯部"), ("zh-Hant", "即時新聞"), ("zh-Hant", "資料照"), ("zh-Hant", "即時中心"), ("zh-Hant", "新聞中心"), ("zh-Hant", "資料圖片"), ("zh-Hant", "資料照片"),
    ("ja", "フォロー"), ("ja", "フォローする"), ("ja", "フォロー中"), ("zh", "倒序浏览"), ("zh", "只看该作者"), ("zh", "只看楼主"), ("ja", "編集部"), ("ja", "記者"), ("ja", "おわり"), ("ja", "終わり"), ("ja", "続く"), ("ja", "敬称略"), ("ja", "一部敬称略"), ("ja", "談"), ("ja", "仮名"), ("ja", "いずれも仮名"), ("ja", "共同通信"), ("ja", "資料写真"), ("ja", "写真"), ("ja", "写真部"), ("ja", "当時"), ("ja", "税込み"), ("ja", "税抜き"), ("ja", "一部抜粋"), ("ja", "日本時間"), ("ja", "現地時間"), ("ja", "以下同"),
    ("ko", "기자"), ("ko", "편집부"), ("ko", "온라인뉴스팀"), ("ko", "뉴스팀"), ("ko", "디지털뉴스팀"), ("ko", "관리자"), ("ko", "끝"), ("ko", "인턴"), ("ko", "선임"), ("ko", "객원"), ("ko", "사진"),
];

/// Words of kinds of text and of sections, in lower case: what holds one beside a date is no name.
#[rustfmt::skip]
pub(crate) const KIND_WORDS: &[(&str, &str)] = &[
    ("en", "article"), ("en", "analysis"), ("en", "blog"), ("en", "business"), ("en", "content"), ("en", "culture"), ("en", "education"), ("en", "feature"), ("en", "guide"), ("en", "health"), ("en", "intelligence"), ("en", "interview"), ("en", "lifestyle"), ("en", "news"), ("en", "next"), ("en", "opinion"), ("en", "politics"), ("en", "post"), ("en", "press"), ("en", "release"), ("en", "report"), ("en", "research"), ("en", "review"), ("en", "science"), ("en", "sports"), ("en", "step"), ("en", "story"), ("en", "technology"), ("en", "travel"), ("en", "update"), ("en", "world"), ("en", "this"), ("en", "your"), ("en", "strategy"),
    ("en", "bio"), ("en", "profile"), ("en", "menu"), ("en", "share"), ("en", "updated"), ("en", "library"), ("en", "navigation"), ("en", "search"), ("en", "comments"), ("en", "subscribe"), ("en", "newsletter"), ("en", "case"), ("en", "study"), ("en", "digital"), ("en", "company"), ("en", "type"), ("en", "category"), ("en", "categories"), ("en", "courses"), ("en", "events"), ("en", "products"), ("en", "weekend"), ("en", "contents"), ("en", "video"), ("en", "videos"), ("en", "podcast"), ("en", "marketing"), ("en", "design"), ("en", "personal"), ("en", "finance"), ("en", "software"), ("en", "network"), ("en", "full"), ("en", "view"), ("en", "read"), ("en", "last"), ("en", "top"), ("en", "best"), ("en", "related"), ("en", "security"), ("en", "home"), ("en", "recent"), ("en", "posts"), ("en", "more"), ("en", "advertising"), ("en", "manufacturer"), ("en", "development"), ("en", "community"), ("en", "consulting"),
    ("de", "aktuell"), ("de", "aktuelle"), ("de", "aktuelles"), ("de", "artikel"), ("de", "beitrag"), ("de", "bericht"), ("de", "deutsche"), ("de", "ehrenamt"), ("de", "interviews"), ("de", "kategorie"), ("de", "letzter"), ("de", "meldung"), ("de", "nachrichten"), ("de", "ort"), ("de", "presse"), ("de", "pressemeldung"), ("de", "pressemitteilung"), ("de", "protokoll"), ("de", "sprache"), ("de", "termin"), ("de", "thema"), ("de", "wissenschaft"), ("de", "wortlaut"), ("de", "politik"), ("de", "wirtschaft"), ("de", "sport"), ("de", "kultur"),
    ("de", "olympische"), ("de", "spiele"), ("de", "verkündung"), ("de", "markt"), ("de", "historischer"), ("de", "übersicht"), ("de", "startseite"), ("de", "kommentare"), ("de", "autor"), ("de", "inhalt"), ("de", "angebote"), ("de", "service"), ("de", "familie"), ("de", "gesundheit"), ("de", "reise"), ("de", "reisen"), ("de", "bücher"), ("de", "allgemein"), ("de", "kommentar"), ("de", "team"),
    ("fr", "actualité"), ("fr", "actualités"), ("fr", "article"), ("fr", "communiqué"), ("es", "noticias"), ("es", "artículo"), ("es", "comunicado"), ("pt", "notícias"), ("it", "notizie"), ("it", "comunicato"), ("nl", "nieuws"), ("pl", "aktualności"),
];

/// What the link to an author's other texts begins with, in lower case; the longest first.
#[rustfmt::skip]
pub(crate) const LINK_LEADS: &[(&str, &str)] = &[
    ("en", "view all articles by "), ("en", "more articles by "), ("en", "all articles by "), ("en", "view all posts by "), ("en", "see all posts by "), ("en", "read more about "), ("en", "all posts by "), ("en", "more posts by "), ("en", "more about "), ("en", "more from "), ("en", "posts by "), ("en", "about "),
    ("de", "zeige alle beiträge von "), ("de", "alle artikel von "), ("de", "weitere artikel von "), ("de", "alle beiträge von "), ("de", "alles von "), ("de", "beiträge von "), ("de", "mehr über "), ("de", "mehr von "),
    ("fr", "voir tous les articles de "), ("fr", "tous les articles de "), ("es", "ver todas las entradas de "), ("it", "vedi tutti gli articoli di "), ("nl", "bekijk alle berichten van "),
];

/// Words of a title or an office, in lower case: a part of a byline that holds one names no person.
#[rustfmt::skip]
pub(crate) const TITLE_WORDS: &[(&str, &str)] = &[
    ("en", "writer"), ("en", "writers"), ("en", "reporter"), ("en", "reporters"), ("en", "correspondent"), ("en", "correspondents"), ("en", "editor"), ("en", "editors"), ("en", "columnist"), ("en", "contributor"), ("en", "journalist"), ("en", "producer"), ("en", "anchor"), ("en", "critic"), ("en", "photographer"), ("en", "professor"), ("en", "director"), ("en", "staff"), ("en", "bureau"), ("en", "desk"), ("en", "analyst"), ("en", "fellow"), ("en", "lecturer"), ("en", "university"), ("en", "phd"), ("en", "ph.d."), ("en", "md"), ("en", "m.d."), ("en", "esq."), ("en", "ceo"), ("en", "founder"), ("en", "author"), ("en", "updated"), ("en", "published"), ("en", "chief"), ("en", "meteorologist"), ("en", "intern"), ("en", "engineer"), ("en", "manager"), ("en", "marketing"), ("en", "officer"), ("en", "president"), ("en", "consultant"), ("en", "researcher"), ("en", "scientist"), ("en", "attorney"), ("en", "strategist"), ("en", "lawyer"), ("en", "specialist"), ("en", "blogger"),
    ("en", "educator"), ("en", "expert"), ("en", "experts"), ("en", "horticulturist"), ("en", "dietitian"), ("en", "nutritionist"), ("en", "physician"), ("en", "nurse"), ("en", "therapist"), ("en", "psychologist"), ("en", "executive"), ("en", "co-founder"), ("en", "cofounder"), ("en", "editor-in-chief"), ("en", "senior"), ("en", "sr."), ("en", "associate"), ("en", "assistant"), ("en", "advisor"), ("en", "adviser"), ("en", "coordinator"), ("en", "copywriter"), ("en", "marketer"), ("en", "agronomist"), ("en", "veterinarian"), ("en", "developer"), ("en", "vp"), ("en", "cto"), ("en", "cfo"), ("en", "coo"), ("en", "cmo"), ("en", "contributors"), ("en", "certified"), ("en", "licensed"), ("en", "master"), ("en", "principal"), ("en", "managing"),
    ("de", "redakteur"), ("de", "redakteurin"), ("de", "redaktion"), ("de", "chefredakteur"), ("de", "chefredakteurin"), ("de", "korrespondent"), ("de", "korrespondentin"), ("de", "reporter"), ("de", "reporterin"), ("de", "volontär"), ("de", "volontärin"), ("de", "ressortleiter"), ("de", "ressortleiterin"), ("de", "leiter"), ("de", "leiterin"), ("de", "stv."), ("de", "autorin"), ("de", "kolumnist"), ("de", "kolumnistin"),
    ("de", "autor"), ("de", "experte"), ("de", "expertin"), ("de", "rechtsanwalt"), ("de", "rechtsanwältin"), ("de", "pressesprecher"), ("de", "pressesprecherin"), ("de", "projektleiter"), ("de", "projektleiterin"), ("de", "geschäftsführer"), ("de", "geschäftsführerin"), ("de", "vorsitzender"), ("de", "vorsitzende"), ("de", "redaktor"), ("de", "redaktorin"), ("de", "referent"), ("de", "referentin"), ("de", "gastautor"), ("de", "gastautorin"), ("de", "reporterin"),
    ("fr", "correspondant"), ("fr", "correspondante"), ("fr", "journaliste"), ("fr", "envoyé"), ("fr", "envoyée"), ("fr", "rédacteur"), ("fr", "rédactrice"), ("fr", "chroniqueur"), ("es", "corresponsal"), ("es", "periodista"), ("es", "redactor"), ("es", "redactora"), ("es", "enviado"), ("es", "enviada"), ("es", "columnista"), ("pt", "jornalista"), ("pt", "repórter"), ("pt", "correspondente"), ("it", "inviato"), ("it", "inviata"), ("it", "giornalista"), ("it", "corrispondente"), ("nl", "verslaggever"), ("nl", "correspondent"), ("nl", "redacteur"), ("pl", "dziennikarz"), ("pl", "dziennikarka"), ("pl", "redaktor"), ("cs", "redaktor"), ("cs", "redaktorka"), ("sv", "reporter"), ("sv", "krönikör"), ("no", "journalist"), ("no", "kommentator"), ("da", "journalist"), ("da", "redaktør"), ("fi", "toimittaja"), ("ru", "корреспондент"), ("ru", "редактор"), ("uk", "кореспондент"), ("tr", "muhabiri"), ("id", "wartawan"),
    ("el", "δημοσιογράφος"), ("el", "συντάκτης"), ("el", "συντάκτρια"), ("el", "ανταποκριτής"), ("el", "ανταποκρίτρια"), ("ro", "jurnalist"), ("ro", "jurnalistă"), ("ro", "corespondent"), ("hu", "újságíró"), ("hu", "szerkesztő"), ("hu", "riporter"), ("hu", "tudósító"), ("tr", "muhabir"), ("tr", "gazeteci"), ("tr", "editör"), ("ar", "مراسل"), ("ar", "مراسلة"), ("ar", "صحفي"), ("ar", "صحفية"), ("ar", "محرر"), ("ar", "محررة"), ("fa", "خبرنگار"), ("fa", "روزنامه‌نگار"), ("he", "כתב"), ("he", "כתבת"), ("he", "עיתונאי"), ("he", "עיתונאית"), ("hi", "संवाददाता"), ("hi", "पत्रकार"), ("bn", "প্রতিবেদক"), ("bn", "সাংবাদিক"), ("th", "ผู้สื่อข่าว"), ("ru", "журналист"), ("ru", "журналистка"), ("ru", "обозреватель"), ("uk", "журналіст"), ("uk", "журналістка"), ("uk", "кореспондентка"), ("uk", "редакторка"), ("pl", "reporterka"), ("pl", "korespondent"), ("pl", "korespondentka"), ("cs", "reportér"), ("cs", "reportérka"), ("cs", "novinář"), ("cs", "novinářka"), ("sv", "redaktör"), ("it", "redattore"), ("it", "redattrice"), ("nl", "redactrice"), ("nl", "verslaggeefster"), ("pt", "redator"), ("pt", "redatora"), ("fi", "päätoimittaja"), ("bg", "репортер"), ("hr", "novinar"), ("hr", "novinarka"), ("hr", "urednik"), ("hr", "urednica"),
];

/// Prepositions behind which an outlet or a place follows: `Ada Quill for The Example`, `Ada Quill in Nordhafen`.
#[rustfmt::skip]
pub(crate) const NAME_ENDS: &[(&str, &str)] = &[
    ("en", "for"), ("en", "in"), ("en", "at"), ("en", "from"), ("en", "of"), ("en", "on"), ("en", "is"), ("en", "via"), ("en", "reports"), ("de", "für"), ("de", "in"), ("de", "aus"), ("de", "im"), ("de", "am"), ("de", "bei"), ("fr", "à"), ("fr", "pour"), ("fr", "au"), ("fr", "aux"), ("fr", "en"), ("es", "en"), ("es", "para"), ("es", "desde"), ("pt", "em"), ("pt", "para"), ("pt", "no"), ("pt", "na"), ("it", "a"), ("it", "per"), ("it", "da"), ("nl", "in"), ("nl", "voor"), ("nl", "uit"), ("sv", "i"), ("sv", "för"), ("da", "i"), ("no", "i"), ("pl", "z"), ("pl", "dla"),
];

/// What a Chinese name is followed by where the byline goes on, taken off from the right: `王某报道`, `記者王某／台北報導`.
#[rustfmt::skip]
pub(crate) const NAME_TAILS: &[(&str, &str)] = &[
    ("zh", "综合报道"), ("zh", "摄影报道"), ("zh", "文/图"), ("zh", "图/文"), ("zh", "实习报道"), ("zh", "报道"), ("zh", "整合"), ("zh", "综合"), ("zh", "整理"), ("zh", "撰文"), ("zh", "采写"), ("zh", "文并摄"), ("zh", "供稿"), ("zh", "编译"), ("zh-Hant", "綜合報導"), ("zh-Hant", "即時報導"), ("zh-Hant", "報導"), ("zh-Hant", "報道"), ("zh-Hant", "綜合整理"), ("ja", "記者"),
];

/// Chinese family names of one character, by the number of bearers, both scripts. They part 记者王某 from 记者了解到.
pub(crate) const FAMILY_NAMES: &str = "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖萧蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鐘鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱侯江尹薛阎閻闫段雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔常汤湯康易乔喬赖賴龐庞樊殷施翟倪俞颜顏鲁魯牛章岳温溫芦蘆季葛詹岑焦凌柴辛管骆駱祝耿宁寧瞿项項游柳纪紀盛关關霍冉聂聶齐齊包靳欧歐裴庄莊涂塗柯甘鲍鮑华華路解梅阮兰蘭滕简簡饶饒房蒲祁尚邢卓穆苗晏谷翁车車阳陽鞠屈艾古景臧伍佟邬鄔米麦麥楚栾欒荀禤阿仲费費郎席边邊宫宮虞都原窦竇戚邝鄺燕单單全桑向敬习習时時应應桂卜苟辜敖匡巩鞏党官扈商鄢隋封师師沙娄婁储儲巫富岩佘冼植阙闕粟仇谌諶湛蔺藺蔚慕晋晉冷印栗迟遲池车畅暢皮鹿初禹丛叢";

/// Chinese family names of two characters.
#[rustfmt::skip]
pub(crate) const DOUBLE_FAMILY_NAMES: &[&str] = &[
    "欧阳", "歐陽", "上官", "司马", "司馬", "诸葛", "諸葛", "司徒", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "东方", "端木", "长孙", "宇文", "南宫", "独孤",
];

/// The most frequent Japanese family names of two characters and more, without those that are also names of prefectures and their
/// cities: `山口` stands before a university as often as before a given name.
#[rustfmt::skip]
pub(crate) const JAPANESE_FAMILY_NAMES: &[&str] = &[
    "佐藤", "鈴木", "高橋", "田中", "渡辺", "渡邊", "渡邉", "伊藤", "中村", "小林", "山本", "加藤", "吉田", "山田", "佐々木", "松本", "井上", "木村", "斎藤", "斉藤", "齋藤", "清水", "山崎", "池田",
    "阿部", "橋本", "山下", "森田", "小川", "石井", "前田", "岡田", "長谷川", "藤田", "後藤", "近藤", "村上", "遠藤", "青木", "坂本", "西村", "福田", "太田", "三浦", "岡本", "藤井", "松田", "中川",
    "中野", "原田", "小野", "田村", "竹内", "金子", "和田", "中山", "藤原", "石田", "上田", "森本", "原口", "柴田", "酒井", "工藤", "横山", "宮本", "内田", "高木", "安藤", "島田", "谷口", "大野",
    "高田", "丸山", "今井", "河野", "藤本", "村田", "武田", "上野", "杉山", "増田", "平野", "大塚", "菅原", "久保", "松井", "小山", "野口", "松尾", "千田", "菊地", "菊池", "佐野", "木下", "野村",
    "新井", "荒井", "桜井", "櫻井", "古川", "浜田", "濱田", "市川", "小松", "水野", "吉川", "山内", "西田", "西川", "飯田", "北村", "五十嵐", "安田", "中田", "川口", "平田", "関口", "川崎", "本田",
    "樋口", "永井", "辻本", "熊谷", "荒木", "大西", "松岡", "田口", "岩崎", "矢野", "大久保", "片山", "鎌田", "須藤", "早川", "吉村", "小島", "松村", "中島", "大橋", "平井", "岡崎", "小池", "浅野",
    "大島", "服部", "萩原", "栗原", "川上", "松永", "小沢", "小澤", "黒田", "星野", "桑原", "堀内", "内藤", "今村", "大石", "三宅", "永田", "児玉", "馬場", "石原", "望月", "松浦", "尾崎", "秋山",
    "土屋", "小西", "富田", "奥村", "白石", "吉岡", "榎本", "高野", "川村", "河合", "上原", "内山", "広瀬", "廣瀬", "松下", "関根", "杉本", "大谷", "田辺", "土井", "三好", "堀田", "本間", "入江",
    "川島", "西山", "成田", "宮田", "篠原", "大森", "神田", "天野", "菅野", "岸本", "津田", "植田", "浅井", "石塚", "細川", "久保田", "小田", "若林", "片岡", "杉浦", "野田", "奥田", "根本", "稲垣",
    "東海林", "金井", "金城", "比嘉", "大城", "玉城", "仲村", "宮里", "新垣", "島袋", "平良", "又吉", "喜多", "塚本", "村井", "村山", "戸田", "牧野", "田島", "田代", "畑中", "森下", "森山", "森川",
    "黒木", "古賀", "古田", "中西", "中井", "中尾", "中原", "中沢", "竹田", "竹中", "竹下", "武井", "大川", "大竹", "大山", "小原", "小倉", "坂口", "坂井", "沢田", "沢村", "澤田", "柳田", "柳沢",
    "柏木", "梅田", "梅原", "相馬", "相沢", "臼井", "江口", "江藤", "岩本", "岩田", "岩井", "福本", "福永", "藤川", "藤村", "藤沢", "藤野", "徳田", "西岡", "西尾", "西野", "平山", "平川", "平松",
    "日高", "日野", "松原", "松島", "三上", "三木", "水谷", "宮川", "宮下", "宮沢", "宮澤", "向井", "室井", "八木", "安井", "安部", "矢島", "柳原", "山岸", "山中", "山根", "山川", "山村", "横田",
    "吉野", "米田", "和泉",
];

/// Endings by which a text in Chinese, Japanese or Korean names an outlet, not a person.
#[rustfmt::skip]
pub(crate) const OUTLET_ENDINGS: &[(&str, &str)] = &[
    ("zh", "报"), ("zh", "报社"), ("zh", "网"), ("zh", "通讯社"), ("zh", "新闻社"), ("zh", "电视台"), ("zh", "广播台"), ("zh", "电台"), ("zh", "总台"), ("zh", "客户端"), ("zh", "频道"), ("zh", "新闻"), ("zh", "日报"), ("zh", "晚报"), ("zh", "周刊"), ("zh", "杂志"), ("zh", "杂志社"), ("zh", "传媒"), ("zh", "在线"), ("zh", "之家"), ("zh", "公众号"), ("zh", "微信号"), ("zh", "融媒体中心"), ("zh", "融媒"), ("zh", "财经"), ("zh", "科技"), ("zh", "快讯"), ("zh", "发布"), ("zh", "头条"), ("zh", "图库"), ("zh", "出版社"), ("zh", "观察"), ("zh", "周报"), ("zh", "时报"),
    ("zh-Hant", "報"), ("zh-Hant", "報社"), ("zh-Hant", "網"), ("zh-Hant", "新聞"), ("zh-Hant", "電視"), ("zh-Hant", "電視台"), ("zh-Hant", "週刊"), ("zh-Hant", "雜誌"), ("zh-Hant", "通訊社"), ("zh-Hant", "時報"), ("zh-Hant", "新聞網"), ("zh-Hant", "社"),
    ("ja", "新聞"), ("ja", "新聞社"), ("ja", "通信"), ("ja", "通信社"), ("ja", "放送"), ("ja", "テレビ"), ("ja", "ニュース"), ("ja", "オンライン"), ("ja", "デジタル"), ("ja", "編集部"), ("ja", "支局"), ("ja", "総局"), ("ja", "タイムズ"),
    ("ko", "뉴스"), ("ko", "일보"), ("ko", "신문"), ("ko", "방송"), ("ko", "통신"), ("ko", "타임스"), ("ko", "포스트"), ("ko", "닷컴"), ("ko", "경제"), ("ko", "저널"),
];

/// Last words by which a text in a script with case names an outlet or an organisation, not a person.
#[rustfmt::skip]
pub(crate) const OUTLET_WORDS: &[(&str, &str)] = &[
    ("en", "post"), ("en", "times"), ("en", "news"), ("en", "press"), ("en", "herald"), ("en", "tribune"), ("en", "journal"), ("en", "gazette"), ("en", "wire"), ("en", "service"), ("en", "media"), ("en", "magazine"), ("en", "agency"), ("en", "images"), ("en", "archive"), ("en", "archives"), ("en", "museum"), ("en", "police"), ("en", "university"), ("en", "observer"), ("en", "telegraph"), ("en", "chronicle"), ("en", "daily"), ("en", "weekly"), ("en", "online"), ("en", "network"), ("en", "radio"), ("en", "tv"), ("en", "television"), ("en", "pictures"), ("en", "photo"), ("en", "photos"), ("en", "office"), ("en", "department"), ("en", "institute"), ("en", "society"), ("en", "foundation"), ("en", "council"), ("en", "group"), ("en", "inc"), ("en", "inc."), ("en", "ltd"), ("en", "studios"), ("en", "films"), ("en", "faculty"), ("en", "program"), ("en", "authority"), ("en", "examiner"), ("en", "courier"), ("en", "ledger"), ("en", "sentinel"), ("en", "dispatch"), ("en", "bulletin"), ("en", "advertiser"), ("en", "inquirer"), ("en", "mail"), ("en", "today"), ("en", "review"), ("en", "globe"), ("en", "newspaper"), ("en", "newspapers"), ("en", "editorial"), ("en", "stock"), ("en", "getty"),
    ("de", "zeitung"), ("de", "kurier"), ("de", "nachrichten"), ("de", "anzeiger"), ("de", "rundschau"), ("de", "tageblatt"), ("de", "presse"), ("de", "bote"), ("de", "agentur"), ("de", "agenturen"), ("de", "fernsehen"), ("de", "gmbh"), ("de", "archiv"), ("de", "verlag"), ("de", "polizei"), ("de", "feuerwehr"), ("de", "bilderdienst"), ("fr", "presse"), ("fr", "agence"), ("fr", "magazine"), ("es", "diario"), ("es", "noticias"), ("es", "prensa"), ("it", "agenzia"), ("it", "notizie"), ("tr", "ajansı"), ("tr", "haber"), ("sv", "nyheter"), ("no", "nyheter"), ("nl", "nieuws"), ("ru", "новости"), ("id", "berita"), ("sv", "bladet"),
];

/// Agencies and other wires: what is printed, lower-case, and the name given for it. Both `dpa` and `DPA` are one row.
#[rustfmt::skip]
pub(crate) const AGENCIES: &[(&str, &str)] = &[
    ("reuters", "Reuters"), ("thomson reuters", "Reuters"), ("ロイター", "ロイター"), ("路透社", "路透社"), ("路透", "路透社"), ("로이터", "로이터"), ("рейтер", "Reuters"), ("رويترز", "رويترز"),
    ("ap", "AP"), ("associated press", "AP"), ("the associated press", "AP"), ("ap通信", "AP通信"), ("美联社", "美联社"), ("美聯社", "美聯社"), ("afp", "AFP"), ("agence france-presse", "AFP"), ("agence france presse", "AFP"), ("法新社", "法新社"), ("afp=時事", "AFP"), ("afpbb news", "AFP"),
    ("dpa", "dpa"), ("deutsche presse-agentur", "dpa"), ("dpa-afx", "dpa-AFX"), ("德新社", "德新社"), ("apa", "APA"), ("epd", "epd"), ("kna", "KNA"), ("sid", "SID"), ("keystone-sda", "Keystone-SDA"), ("sda", "SDA"), ("ats", "ATS"), ("afx", "AFX"), ("dts", "dts"),
    ("upi", "UPI"), ("pa", "PA"), ("pa media", "PA Media"), ("press association", "PA Media"), ("bloomberg", "Bloomberg"), ("彭博社", "彭博社"), ("efe", "EFE"), ("agencia efe", "EFE"), ("europa press", "Europa Press"), ("lusa", "Lusa"), ("agência lusa", "Lusa"), ("agência brasil", "Agência Brasil"), ("ansa", "ANSA"), ("adnkronos", "Adnkronos"), ("agi", "AGI"), ("belga", "Belga"), ("anp", "ANP"),
    ("pap", "PAP"), ("čtk", "ČTK"), ("ctk", "ČTK"), ("tt", "TT"), ("ntb", "NTB"), ("ritzau", "Ritzau"), ("stt", "STT"), ("tass", "TASS"), ("тасс", "ТАСС"), ("塔斯社", "塔斯社"), ("риа новости", "РИА Новости"), ("интерфакс", "Интерфакс"), ("interfax", "Interfax"), ("укринформ", "Укринформ"), ("укрінформ", "Укрінформ"), ("унiан", "УНІАН"), ("уніан", "УНІАН"),
    ("anadolu", "Anadolu"), ("anadolu agency", "Anadolu"), ("anadolu ajansı", "Anadolu"), ("aa", "AA"), ("iha", "İHA"), ("dha", "DHA"), ("antara", "Antara"), ("bernama", "Bernama"), ("ttxvn", "TTXVN"), ("vna", "VNA"), ("pti", "PTI"), ("ani", "ANI"), ("ians", "IANS"), ("xinhua", "Xinhua"), ("aap", "AAP"), ("the canadian press", "The Canadian Press"), ("canadian press", "The Canadian Press"), ("mti", "MTI"), ("bta", "BTA"), ("irna", "IRNA"), ("وكالات", "وكالات"), ("agerpres", "Agerpres"), ("mediafax", "Mediafax"), ("απε-μπε", "ΑΠΕ-ΜΠΕ"), ("αμπε", "ΑΠΕ-ΜΠΕ"), ("বাসস", "বাসস"), ("ইউএনবি", "ইউএনবি"), ("রয়টার্স", "রয়টার্স"), ("रॉयटर्स", "रॉयटर्स"), ("पीटीआई", "पीटीआई"), ("एएनआई", "एएनआई"), ("רויטרס", "רויטרס"), ("סוכנויות הידיעות", "סוכנויות הידיעות"), ("ایرنا", "ایرنا"), ("ایسنا", "ایسنا"), ("رویترز", "رویترز"), ("รอยเตอร์", "รอยเตอร์"), ("hina", "Hina"), ("tanjug", "Tanjug"), ("бта", "БТА"), ("tasr", "TASR"), ("sita", "SITA"), ("унн", "УНН"), ("الأناضول", "الأناضول"), ("أ ف ب", "أ ف ب"), ("واس", "واس"),
    ("新华社", "新华社"), ("新華社", "新華社"), ("新华网", "新华网"), ("中新社", "中新社"), ("中国新闻社", "中新社"), ("中央社", "中央社"), ("中通社", "中通社"), ("共同", "共同通信"), ("共同通信", "共同通信"), ("共同通信社", "共同通信"), ("共同社", "共同社"), ("時事", "時事通信"), ("時事通信", "時事通信"), ("時事通信社", "時事通信"), ("朝中社", "朝中社"), ("韩联社", "韩联社"), ("韓聯社", "韓聯社"),
    ("연합뉴스", "연합뉴스"), ("연합", "연합뉴스"), ("뉴시스", "뉴시스"), ("뉴스1", "뉴스1"), ("yonhap", "Yonhap"), ("yonhap news agency", "Yonhap"), ("kyodo", "Kyodo"), ("kyodo news", "Kyodo"), ("jiji press", "Jiji Press"),
];
