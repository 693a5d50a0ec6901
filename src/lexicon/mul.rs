//! Names that are written alike in every language.

super::rows! { "mul";
    Whole Share: "facebook", "twitter", "x (twitter)", "whatsapp", "telegram", "linkedin", "pinterest", "reddit", "instagram", "tiktok", "messenger", "facebook messenger", "youtube", "flipboard", "tumblr", "mastodon", "bluesky", "threads", "snapchat", "viber", "xing", "vkontakte", "odnoklassniki", "weibo", "wechat", "sina weibo", "qq", "qzone", "kakaotalk", "kakaostory", "naver band", "hatena", "pocket", "digg", "evernote", "threema", "skype", "wykop", "tweet", "e-mail", "email", "copy link";
    Whole Promo: "newsletter", "newsletters", "rss", "rss feed", "podcasts", "app store", "google play", "app gallery", "google news", "apple podcasts", "spotify", "download on the app store", "get it on google play", "e-paper", "epaper";
    Whole Navigation: "menu", "login / logout", "pdf", "a-", "a+", "aa", "aaa", "a- a a+", "a a a", "sitemap", "video", "videos", "live";
    Whole Form: "login", "log in", "captcha", "recaptcha";
    Whole Advert: "ad", "ads", "advertisement", "sponsored by taboola", "outbrain", "taboola", "by taboola", "by outbrain";
    Whole Legal: "copyright", "all rights reserved.", "gdpr";
    Start Legal: "copyright ©", "© copyright", "(c) copyright";
    Within Legal: "all rights reserved";
}
