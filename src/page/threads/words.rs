//! The words by which the parts of a comment are known, as class names and ids have them.

/// Words for a comment in class names and ids, in one language or another.
#[rustfmt::skip]
pub(super) const COMMENT: &[&str] = &[
    "comment", "reply", "response", "kommentar", "antwort", "commentaire", "reponse", "comentario", "respuesta", "resposta", "commento",
    "risposta", "reactie", "komentarz", "komentar", "yorum", "pinglun", "liuyan", "gentie", "huifu", "评论", "댓글", "コメント",
];

/// Words for many: one of them is a comment only where the name goes on with what [`ITEM_REST`] has.
#[rustfmt::skip]
pub(super) const COMMENTS: &[&str] = &[
    "comments", "replies", "responses", "kommentare", "commentaires", "comentarios", "commenti", "reacties", "cmt", "cmts",
];

/// What may stand behind the word in the name of one comment, besides numbers: `comment-item`, `comment-wrap`.
#[rustfmt::skip]
pub(super) const ITEM_REST: &[&str] = &[
    "item", "items", "wrap", "wrapper", "container", "node", "article", "root", "box", "entry", "block", "group", "card", "row", "unit",
    "single", "inner", "main", "li", "view", "element", "panel", "media", "thread", "post", "full", "oneline", "cell", "id", "one",
];

/// What may not stand before it: names of forms, links and counts.
#[rustfmt::skip]
pub(super) const NO_ITEM_BEFORE: &[&str] = &[
    "no", "add", "write", "leave", "new", "recent", "recents", "latest", "last", "load", "more", "show", "view", "hide", "toggle", "can",
    "has", "have", "with", "without", "enable", "disable", "open", "close", "closed", "allow", "total", "num", "count", "form", "submit",
    "jump", "cancel", "in", "for", "to", "of", "on", "report", "quick", "your", "send", "type", "link", "popular", "top", "section",
    "first", "auto", "automated", "canned",
];

#[rustfmt::skip]
pub(super) const AUTHOR: &[&str] = &[
    "author", "user", "username", "nick", "nickname", "name", "fn", "writer", "poster", "commenter", "commentator", "autor", "auteur",
    "autore", "nutzer", "benutzer", "verfasser", "who", "byline", "by", "displayname", "uname", "yonghu", "wer",
];

#[rustfmt::skip]
pub(super) const TIME: &[&str] = &[
    "date", "time", "datetime", "timestamp", "when", "posted", "published", "datum", "zeit", "fecha", "data", "ago", "age", "timeago",
    "shijian", "created", "wann",
];

#[rustfmt::skip]
pub(super) const HEAD: &[&str] = &[
    "meta", "metadata", "header", "head", "info", "details", "byline", "top", "vcard", "title", "subtitle", "commentmetadata", "hd",
    "footer", "foot", "ft",
];

#[rustfmt::skip]
pub(super) const TEXT: &[&str] = &[
    "body", "text", "content", "contents", "message", "msg", "copy", "paragraph", "txt", "inhalt", "texte", "texto", "testo", "neirong",
    "bd", "p", "html", "markdown", "contenu", "contenido", "con", "nr",
];

#[rustfmt::skip]
pub(super) const CONTROLS: &[&str] = &[
    "action", "actions", "button", "buttons", "btn", "btns", "toolbar", "tools", "link", "links", "share", "sharing", "like", "likes",
    "vote", "votes", "voting", "score", "rating", "ratings", "count", "counter", "menu", "dropdown", "avatar", "badge", "badges", "flag",
    "report", "permalink", "moderation", "toggle", "controls", "ops", "operate", "opt", "zan", "ding", "cai", "thumb", "thumbs", "reaction",
    "reactions", "form", "signature", "says", "gravatar", "edit", "tooltip",
];

/// Elements that hold nothing a reader wrote.
#[rustfmt::skip]
pub(super) const CONTROL_TAGS: &[&str] = &[
    "button", "form", "label", "legend", "nav", "noscript", "script", "select", "style", "svg", "template", "textarea", "option", "audio",
    "video", "iframe", "head", "title", "object", "canvas",
];

/// Words for links of other sites that stand among the comments.
pub(super) const LINKED: &[&str] = &["pingback", "trackback", "pingbacks", "trackbacks"];

/// Elements that one comment may be.
#[rustfmt::skip]
pub(super) const ITEM_TAGS: &[&str] = &[
    "article", "blockquote", "dd", "details", "div", "dl", "li", "section", "table", "tbody", "tr",
];

/// A word that says by itself that a comment answers another, where all stand in one list.
#[rustfmt::skip]
pub(super) const ANSWERS: &[&str] = &[
    "reply", "child", "children", "nested", "antwort", "subcomment", "sub", "respuesta", "reponse", "risposta", "resposta", "huifu",
];

/// Words for how deep a comment stands, before the number.
#[rustfmt::skip]
pub(super) const DEPTHS: &[&str] = &[
    "depth", "level", "lvl", "ebene", "indent", "nesting", "tiefe", "nivel", "niveau",
];

/// What behind the word for many is the box of all.
#[rustfmt::skip]
pub(super) const MANY_REST: &[&str] = &[
    "wrap", "wrapper", "container", "root", "box", "block", "group", "panel", "inner", "main", "view", "thread", "post", "full", "items",
];
