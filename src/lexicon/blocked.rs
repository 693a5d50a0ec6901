//! What stands in an article's place when the page was not given out: log-in and consent walls, captchas, shells, error pages.

use std::sync::LazyLock;

use super::matcher::Matcher;
use super::{At, Phrase};
use crate::article::Reason;
use crate::text::measure::Measure;

/// A text that says more than this many English words is a story, whatever it speaks of: the notices of walls and error pages have
/// one to four sentences.
const MAX_WEIGHT: f32 = 60.0;
/// The same as a bound for the search, in characters: twice 60 words of the longest language.
const MAX_CHARS: usize = 1000;

/// Rows by language; a line says where they stand.
macro_rules! rows {
    ($($lang:literal $at:ident: $($text:literal),+ $(,)?;)+) => {
        static ROWS: &[Phrase] = &[$($(Phrase { lang: $lang, text: $text, marks: Reason::Other, at: At::$at }),+),+];
    };
}

rows! {
    // Are you human?
    "zh" Within: "请输入验证码", "访问过于频繁", "操作过于频繁", "请求过于频繁", "访问太频繁", "请完成安全验证", "请完成验证", "请进行安全验证",
        "拖动滑块", "滑块完成拼图", "向右滑动", "人机验证", "正在进行安全检测", "证明您不是机器人", "异常访问请求", "检测到您的访问异常", "您的访问出现异常", "网络环境存在异常", "当前环境异常", "完成验证后即可继续访问", "点击验证后继续";
    "zh" Start: "安全验证", "验证码", "访问验证", "系统检测到您";
    "en" Within: "verify you are human", "verify that you are human", "confirm you are human", "you're not a robot", "you are not a robot",
        "checking your browser before", "checking if the site connection is secure", "complete the security check", "unusual traffic from your", "unusual activity from your", "enter the characters you see", "solve the captcha", "complete the captcha", "press & hold to confirm", "needs to review the security of your connection", "please wait while we verify", "ray id:";
    "en" Start: "just a moment", "one moment, please", "attention required", "robot check", "security check", "are you a robot", "are you human", "pardon our interruption", "too many requests", "rate limit exceeded";
    "de" Within: "bestätigen sie, dass sie ein mensch sind", "dass sie kein roboter sind", "ungewöhnlichen datenverkehr", "sicherheitsüberprüfung abschließen", "zu viele anfragen";
    "fr" Within: "vérifiez que vous êtes humain", "vérifier que vous êtes humain", "que vous n'êtes pas un robot", "trafic inhabituel";
    "es" Within: "verifica que eres humano", "verifique que usted es humano", "que no eres un robot", "que no es un robot", "tráfico inusual";
    "pt" Within: "verifique se você é humano", "que você não é um robô", "que não é um robô", "tráfego incomum";
    "it" Within: "verifica di essere umano", "che non sei un robot", "di non essere un robot", "traffico insolito";
    "ru" Within: "подтвердите, что вы не робот", "что вы не робот", "запросы похожи на автоматические", "слишком много запросов";
    "ja" Within: "ロボットではないことを確認", "人間であることを確認", "画像認証を入力", "アクセスが集中して";
    "ko" Within: "로봇이 아님을 확인", "로봇이 아닙니다", "자동입력 방지", "비정상적인 접근";
    // A page that only a script fills.
    "zh" Within: "请开启javascript", "请启用javascript", "需要启用javascript", "javascript已禁用", "未启用javascript", "您的浏览器不支持javascript", "請啟用javascript", "請開啟javascript", "正在跳转,请稍候", "页面正在跳转";
    "en" Within: "please enable javascript", "you need to enable javascript", "javascript is disabled", "javascript is required", "javascript is not enabled", "javascript to run this app", "requires javascript", "turn on javascript", "enable js and disable any ad blocker", "enable cookies to continue", "enable javascript and cookies", "your browser is not supported", "you are being redirected", "if you are not redirected";
    "de" Within: "bitte aktivieren sie javascript", "javascript ist deaktiviert", "aktivieren sie javascript", "javascript muss aktiviert";
    "fr" Within: "veuillez activer javascript", "activer javascript", "javascript est désactivé", "activez javascript";
    "es" Within: "habilite javascript", "habilita javascript", "active javascript", "activar javascript", "javascript está desactivado", "necesita javascript";
    "pt" Within: "habilite o javascript", "ative o javascript", "ativar o javascript", "habilitar javascript";
    "it" Within: "abilita javascript", "abilitare javascript", "attiva javascript", "javascript è disabilitato";
    "nl" Within: "schakel javascript in", "javascript is uitgeschakeld", "javascript inschakelen";
    "pl" Within: "włącz obsługę javascript", "włącz javascript", "wymaga javascript";
    "ru" Within: "включите javascript", "включить javascript", "javascript отключен";
    "tr" Within: "javascript'i etkinleştirin", "javascripti etkinleştirin", "javascript'i etkinleştirmeniz";
    "ja" Within: "javascriptを有効に", "javascriptが無効";
    "ko" Within: "자바스크립트를 활성화", "javascript를 활성화", "자바스크립트를 사용";
    // Log in, pay, agree.
    "zh" Within: "请先登录后", "登录后查看全文", "登录后阅读全文", "登录后即可阅读", "登录后可继续阅读", "您需要登录才", "需要登录后才", "请在微信客户端打开", "该内容仅限会员", "本文为付费内容", "付费后可阅读", "開通會員後", "登入後即可閱讀", "限訂戶閱讀";
    "zh" Start: "请登录", "请先登录";
    "en" Within: "log in to continue", "sign in to continue", "login to continue", "you must be logged in", "you must log in to", "you need to be logged in", "subscribe to continue reading", "subscribe to read the full", "register to continue reading", "create a free account to continue", "this content is for subscribers", "this article is for subscribers only", "you have reached your limit of free", "you've reached your limit of free", "you've reached your free article limit", "already a subscriber? log in", "already a subscriber? sign in", "consent to the use of cookies to", "accept cookies to continue", "before you continue to";
    "de" Within: "melden sie sich an, um", "jetzt abonnieren und weiterlesen", "weiterlesen mit abo", "mit werbung weiterlesen", "mit werbung und cookies nutzen", "zustimmen und weiter", "werbefrei lesen", "im abo ohne werbung", "weiter mit werbung", "bitte stimmen sie der nutzung";
    "fr" Within: "connectez-vous pour lire", "connectez-vous pour continuer", "article réservé aux abonnés", "contenu réservé aux abonnés", "abonnez-vous pour lire la suite", "abonnez-vous pour continuer", "continuer sans accepter", "accepter les cookies pour";
    "es" Within: "inicia sesión para continuar", "inicie sesión para continuar", "suscríbete para seguir leyendo", "suscríbase para seguir leyendo", "contenido exclusivo para suscriptores", "regístrate para seguir leyendo", "acepta las cookies para";
    "pt" Within: "faça login para continuar", "assine para continuar lendo", "conteúdo exclusivo para assinantes", "cadastre-se para continuar", "inicie sessão para continuar";
    "it" Within: "accedi per continuare", "abbonati per continuare", "contenuto riservato agli abbonati", "articolo riservato agli abbonati", "accetta i cookie per", "rifiuta e abbonati", "accetta e continua";
    "nl" Within: "log in om verder te lezen", "word abonnee om verder te lezen", "alleen voor abonnees", "accepteer cookies om";
    "pl" Within: "zaloguj się, aby", "wykup dostęp", "artykuł dostępny tylko dla prenumeratorów", "dostępne tylko dla subskrybentów";
    "ru" Within: "войдите, чтобы продолжить", "материал доступен только подписчикам", "доступно только подписчикам", "оформите подписку, чтобы";
    "ja" Within: "続きを読むには会員登録", "続きを読むにはログイン", "有料会員限定記事です", "ログインが必要です";
    "ko" Within: "로그인이 필요한 서비스", "로그인 후 이용", "유료회원 전용", "회원 전용 기사";
    // Not for you.
    "zh" Start: "访问被拒绝", "拒绝访问", "禁止访问", "没有访问权限", "您没有权限", "访问受限", "抱歉,您没有权限", "您的请求已被拦截", "您的ip已被";
    "zh" Within: "您的访问被阻断", "该请求已被网站管理员", "访问被网站管理员", "由于您访问的url有可能对网站造成安全威胁";
    "en" Start: "access denied", "access to this page has been denied", "forbidden", "unauthorized", "permission denied", "sorry, you have been blocked", "request blocked", "this content is not available in your", "not available in your country", "unavailable for legal reasons";
    "en" Within: "you don't have permission to access", "you do not have permission to access", "you have been blocked", "is not available in your region", "is not available in your country", "unavailable due to legal reasons", "error code 1020", "the request could not be satisfied", "your access to this site has been limited";
    "de" Start: "zugriff verweigert", "zugriff nicht gestattet", "kein zugriff";
    "fr" Start: "accès refusé", "accès interdit";
    "es" Start: "acceso denegado", "acceso prohibido";
    "pt" Start: "acesso negado";
    "it" Start: "accesso negato";
    "nl" Start: "toegang geweigerd";
    "pl" Start: "dostęp zabroniony", "odmowa dostępu";
    "ru" Start: "доступ запрещен", "доступ ограничен";
    "tr" Start: "erişim engellendi", "erişim reddedildi";
    "ja" Start: "アクセスが拒否", "アクセス拒否", "アクセス権がありません";
    "ko" Start: "접근이 거부", "접근 권한이 없습니다", "접속이 차단";
    // Not there.
    "zh" Start: "页面不存在", "页面没有找到", "页面未找到", "找不到页面", "页面已删除", "文章不存在", "文章已删除", "文章已下线", "内容不存在", "内容已删除", "该内容已被", "该文章已", "该页面不存在", "该内容已", "抱歉,您访问的页面", "对不起,您访问的页面", "很抱歉,您访问的页面", "很抱歉,您要访问的页面", "您访问的页面", "您要访问的页面", "您查看的页面", "抱歉,页面", "对不起,页面", "找不到網頁", "頁面不存在", "找不到頁面", "找不到您要的", "此文章已", "该新闻已", "此内容因违规", "该内容已被发布者删除", "访问的内容不存在", "您所访问的页面", "您所浏览的页面";
    "zh" Within: "访问的页面不存在", "访问的页面已", "查找的页面不存在", "页面不存在或已删除", "页面可能已被删除", "秒后自动跳转", "秒后自动返回首页", "您要找的页面", "内容已被发布者删除", "因违规无法查看";
    "en" Start: "page not found", "not found", "file not found", "article not found", "error 404", "404 not found", "404 page not found", "404 error", "oops! page not found", "oops! that page", "this page isn't available", "this page is not available", "this page does not exist", "this page doesn't exist", "this page can't be found", "sorry, this page", "sorry, the page", "sorry, we couldn't find", "we can't find the page", "we couldn't find the page", "we're sorry, the page", "the page you requested", "the page you were looking for", "the page you are looking for", "the requested url", "this story is no longer available", "this article is no longer available", "no longer available", "internal server error", "bad gateway", "service unavailable", "service temporarily unavailable", "gateway timeout", "bad request", "database error", "error establishing a database connection", "server error";
    "en" Within: "page you requested could not be found", "page you are looking for", "page you were looking for", "page you're looking for", "page cannot be found", "page could not be found", "page can't be found", "requested url was not found on this server", "page may have been moved", "no longer exists or has been moved", "that page can't be found", "server encountered an internal error", "server is temporarily unable to service";
    "de" Start: "seite nicht gefunden", "seite wurde nicht gefunden", "diese seite existiert nicht", "die seite wurde nicht gefunden", "diese seite konnte nicht gefunden", "die angeforderte seite", "die gewünschte seite", "dieser artikel ist nicht mehr", "dieser inhalt ist nicht mehr";
    "de" Within: "seite konnte nicht gefunden", "seite existiert nicht", "gesuchte seite", "seite ist leider nicht";
    "fr" Start: "page introuvable", "page non trouvée", "cette page n'existe pas", "cette page n'existe plus", "cette page est introuvable", "la page que vous", "la page demandée", "erreur 404";
    "es" Start: "página no encontrada", "la página no existe", "la página que buscas", "la página que busca", "la página solicitada", "esta página no existe", "no se ha encontrado la página", "error 404";
    "pt" Start: "página não encontrada", "página não existe", "a página que procura", "a página que você", "esta página não existe", "erro 404";
    "it" Start: "pagina non trovata", "la pagina che stai cercando", "la pagina richiesta", "la pagina cercata", "questa pagina non esiste", "errore 404";
    "nl" Start: "pagina niet gevonden", "deze pagina bestaat niet", "de pagina die je zoekt", "de pagina die u zoekt", "de opgevraagde pagina";
    "pl" Start: "strona nie istnieje", "nie znaleziono strony", "strona nie została znaleziona", "strona, której szukasz", "podana strona nie istnieje", "błąd 404";
    "ru" Start: "страница не найдена", "страница не существует", "запрашиваемая страница", "такой страницы нет", "ошибка 404", "материал не найден";
    "tr" Start: "sayfa bulunamadi", "aradiğiniz sayfa", "böyle bir sayfa";
    "ar" Start: "الصفحة غير موجودة", "لم يتم العثور على الصفحة", "الصفحة المطلوبة غير", "الصفحة التي تبحث";
    "sv" Start: "sidan hittades inte", "sidan kunde inte hittas", "sidan finns inte";
    "no" Start: "siden finnes ikke", "fant ikke siden", "siden ble ikke funnet";
    "da" Start: "siden findes ikke", "siden blev ikke fundet";
    "fi" Start: "sivua ei löydy", "sivua ei löytynyt";
    "cs" Start: "stránka nenalezena", "stránka nebyla nalezena", "stránka neexistuje";
    "uk" Start: "сторінку не знайдено", "сторінка не знайдена", "доступ заборонено";
    "id" Start: "halaman tidak ditemukan", "halaman yang anda cari";
    "vi" Start: "không tìm thấy trang", "trang không tồn tại";
    "hi" Start: "पेज नहीं मिला", "पृष्ठ नहीं मिला";
    "ja" Start: "ページが見つかりません", "お探しのページ", "ご指定のページ", "指定されたページ", "このページは存在しません", "ページが存在しません", "記事が見つかりません";
    "ko" Start: "페이지를 찾을 수 없습니다", "요청하신 페이지", "존재하지 않는 페이지", "찾으시는 페이지", "삭제된 기사", "존재하지 않는 기사", "페이지가 존재하지";
}

static MATCHER: LazyLock<Matcher> = LazyLock::new(|| Matcher::new(&ROWS.iter()));

/// Returns the row by which a text, with what was measured on it, is no story but a notice in its place.
///
/// `None` for texts that say more than [`MAX_WEIGHT`] words: a report on captchas is a report.
pub(crate) fn blocked(text: &str, measure: &Measure) -> Option<&'static Phrase> {
    if measure.weight() > MAX_WEIGHT {
        return None;
    }
    MATCHER.first(text, MAX_CHARS)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::ROWS;
    use crate::lexicon::Phrase;
    use crate::lexicon::fold::folded;
    use crate::text::measure::Measure;

    fn blocked(text: &str) -> Option<&'static Phrase> {
        super::blocked(text, &Measure::of(text))
    }

    #[test]
    fn rows_are_folded_stand_once_and_find_themselves() {
        let mut seen = HashSet::new();
        for row in ROWS {
            assert_eq!(folded(row.text), row.text, "{}", row.label());
            assert!(seen.insert((row.lang, row.text)), "{}", row.label());
            assert!(blocked(row.text).is_some(), "{}", row.label());
        }
    }

    #[test]
    fn walls_and_error_pages_are_no_stories() {
        for text in [
            "安全验证\n为了您的账号安全，请拖动滑块完成拼图",
            "您的访问过于频繁，请输入验证码后继续。",
            "抱歉，您访问的页面不存在或已删除！5秒后自动跳转到首页。",
            "404 - Page not found",
            "Access Denied\nYou don't have permission to access this server.",
            "Please enable JavaScript and cookies to continue.",
            "Just a moment...\nVerify you are human by completing the action below.",
            "Log in to continue reading this story.",
            "Seite nicht gefunden",
            "Diese Website: mit Werbung weiterlesen oder im Abo ohne Werbung.",
            "Page introuvable",
            "Доступ запрещён",
            "Sayfa bulunamadı",
            "お探しのページは見つかりませんでした。",
            "요청하신 페이지를 찾을 수 없습니다.",
        ] {
            assert!(blocked(text).is_some(), "{text}");
        }
    }

    #[test]
    fn stories_are_stories() {
        for text in [
            "",
            "渡船昨天恢复通航，码头上排起了长队。",
            "The council denied access to the pier after the storm.",
            "The last page of the log was not found until the ferry had been scrapped.",
            "Der Zugriff auf den Hafen bleibt den Fischern vorbehalten.",
        ] {
            assert!(blocked(text).is_none(), "{text}");
        }
        let report = "Readers who open the site are asked to verify you are human. ".to_owned()
            + &"The harbour office says the queue of boats is longer than last year. ".repeat(8);
        assert!(blocked(&report).is_none());
    }
}
