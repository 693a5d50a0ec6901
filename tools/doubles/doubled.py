"""Doubled forms of one page: where its article stands, and the ways in which it may stand there twice.

Needs lxml. See modes.py, which makes and scores them.
"""
import collections
import copy
import html
import json
import re

from lxml import etree
from lxml import html as markup

COVER = 0.9      # share of the truth's words that the article's element holds
DENSITY = 0.6    # share of the element's words that are the truth's: below it a copy would be mostly furniture
TORN_FRONT = 0.1  # ragged: share of the paragraphs that a copy may lack at its beginning …
TORN_BACK = 0.25  # … and at its end
EXCERPT = 0.2    # share of the paragraphs that stand in front of a wall, at least two
LEAST = 5        # paragraphs from which on a page can be torn or walled

UNREAD = {'script', 'style', 'noscript', 'template', 'textarea', 'select', 'svg', 'head', 'iframe', 'object', 'title'}
BLOCKS = set('address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 '
             'h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split())
INNER = {'td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'table', 'li', 'dd', 'dt', 'p', 'span', 'a', 'font', 'b', 'strong', 'em', 'i',
         'h1', 'h2', 'h3', 'h4', 'pre', 'form'}
WORD = re.compile(r'[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|[^\W\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+')
PROMOTION = {
    'zh': '本报新版应用已经上线,扫一扫页面下方的图案即可安装,每天清晨为您送上当日要闻。',
    'en': 'Our new app is out now: scan the code at the foot of this page to install it and get the headlines every morning.',
}
CLASSES = ['hidden', 'd-none', 'hide-desktop', 'visually-hidden', 'mobile-view']
STYLES = ['display:none', 'visibility: hidden', 'display: none !important;', 'position:absolute;left:-9999px']


def words(text):
    return [word.lower() for word in WORD.findall(text or '')]


def fold(text):
    return ''.join(c for c in (text or '').casefold() if c.isalnum())


# ---------------------------------------------------------------- reading a tree
def text_of(element):
    """The text that a reader sees, a line for each block."""
    if not isinstance(element.tag, str) or element.tag in UNREAD:
        return ''
    parts = [element.text or '']
    for child in element:
        edge = '\n' if child.tag in BLOCKS or child.tag == 'br' else ''
        parts += [edge, text_of(child), edge, child.tail or '']
    return ''.join(parts)


def line_of(element):
    return ' '.join(text_of(element).split())


def leaves(root):
    """The blocks with text and without blocks inside, in order."""
    for element in root.iter(etree.Element):
        inside = (child for child in element.iterdescendants(etree.Element))
        read = all(up.tag not in UNREAD for up in [element, *element.iterancestors()])
        if read and element.tag in BLOCKS and not any(child.tag in BLOCKS for child in inside) and line_of(element):
            yield element


def article_of(body, truth):
    """The smallest element that holds the truth, or None where there is none, or it holds much else."""
    want = collections.Counter(words(truth))
    total = sum(want.values())

    def cover(element):
        have = collections.Counter(words(text_of(element)))
        return sum((want & have).values()) / max(1, total), sum(have.values())

    here = body
    while True:
        inside = [(cover(child), child) for child in here if isinstance(child.tag, str)]
        inside = [(size, child) for (share, size), child in inside if share >= COVER]
        if not inside:
            break
        here = min(inside, key=lambda found: found[0])[1]
    while here is not None and here.tag in INNER:
        here = here.getparent()
    if here is None or here.tag in ('body', 'html'):
        return None
    share, size = cover(here)
    return here if share >= COVER and share * total >= DENSITY * size else None


class Page:
    """A page, its article's element, and which of its blocks are the truth's."""

    def __init__(self, text, row):
        self.source = text.replace('\0', '\ufffd').encode('utf-8', 'replace')
        self.row = row
        self.lang = 'zh' if (row.get('lang') or '').startswith('zh') else 'en'
        self.told = fold(row['body'])
        self.parse()
        self.article = None if self.body is None else article_of(self.body, row['body'])
        self.place = None if self.article is None else self.article.getroottree().getpath(self.article)

    def parse(self):
        self.tree = markup.document_fromstring(self.source, parser=markup.HTMLParser(encoding='utf-8', huge_tree=True))
        self.body = next(self.tree.iter('body'), None)
        self.other_truth = self.row['body']

    def again(self):
        """Undoes what a form did to the page."""
        self.parse()
        self.article = self.tree.getroottree().xpath(self.place)[0]

    def paragraphs(self, root):
        """The blocks of an element that are the truth's."""
        return [leaf for leaf in leaves(root) if len(fold(line_of(leaf))) >= 10 and fold(line_of(leaf)) in self.told]

    def lines(self):
        """The page as text without markup: a line for each block, a blank line between parts."""
        told = (' '.join(line.split()) for line in text_of(self.body).split('\n'))
        return re.sub(r'\n{2,}', '\n\n', '\n'.join(told)).strip()

    def bytes(self):
        for declared in list(self.tree.iter('meta')):
            if declared.get('charset') or (declared.get('http-equiv') or '').lower() == 'content-type':
                declared.getparent().remove(declared)
        head = next(self.tree.iter('head'), None)
        if head is not None:
            head.insert(0, new('meta', charset='utf-8'))
        return b'<!DOCTYPE html>\n' + etree.tostring(self.tree, method='html', encoding='utf-8')


# ------------------------------------------------------------------ changing a tree
def new(tag, text=None, **attributes):
    element = markup.Element(tag)
    element.text = text
    for name, value in attributes.items():
        element.set(name.rstrip('_'), value)
    return element


def twin(element):
    double = copy.deepcopy(element)
    double.tail = None
    for each in double.iter(etree.Element):
        each.attrib.pop('id', None)
    return double


def drop(element):
    """Takes an element out and leaves the text behind it."""
    element.drop_tree()


def place(page, added, rng):
    """Beside the article, or at an end of the page."""
    spot = rng.randrange(4)
    if spot == 0:
        page.article.addnext(added)
    elif spot == 1:
        page.article.addprevious(added)
    elif spot == 2:
        page.body.insert(0, added)
    else:
        page.body.append(added)


def boxed(inside, tag='div', **attributes):
    box = new(tag, **attributes)
    box.append(inside)
    return box


def second(page, **attributes):
    """A second article, in a box of its own."""
    return boxed(twin(page.article), **attributes)


def written(element):
    return etree.tostring(element, method='html', encoding='unicode', with_tail=False)


def edited(text, rng):
    """The text with one letter of a longer word changed; no digit, no capital, no short word, which may be a negation."""
    spots = [found.start() + 2 for found in re.finditer(r'(?<![^\W\d_])[a-zà-ÿа-я]{7,}(?![^\W\d_])', text)]
    if not spots:  # of Han, a particle that carries neither number, name nor negation
        spots = [at for at, char in enumerate(text) if char in '的了在着和与将']
    if not spots:
        return None
    at = rng.choice(spots)
    swapped = {'的': '地', '了': '啦', '在': '于', '着': '著', '和': '与', '与': '和', '将': '要'}.get(text[at], text[at] * 2)
    return text[:at] + swapped + text[at + 1:]


def edit(page, block, rng):
    """Changes a letter of a block, and says so in the page's other truth: a record has the one wording or the other."""
    before = line_of(block)
    spots = [(each, part) for each in block.iter(etree.Element) for part in ('text', 'tail')
             if getattr(each, part) and (part == 'text' or each is not block)]
    rng.shuffle(spots)
    for each, part in spots:
        changed = edited(getattr(each, part), rng)
        if changed:
            setattr(each, part, changed)
            page.other_truth = page.other_truth.replace(before, line_of(block), 1)
            return


def torn(page, double, rng):
    """Takes paragraphs off both ends."""
    told = page.paragraphs(double)
    if len(told) < LEAST:
        return
    front = rng.randrange(1 + int(TORN_FRONT * len(told)))
    back = max(1, rng.randrange(1 + int(TORN_BACK * len(told))))
    for leaf in told[:front] + told[len(told) - back:]:
        drop(leaf)


def restyled(double):
    """Other addresses of pictures, other tags for emphasis, links without their tags, classes of another template."""
    other = {'strong': 'b', 'b': 'strong', 'em': 'i', 'i': 'em'}
    for at, each in enumerate(list(double.iter(etree.Element))):
        if each.tag in other:  # a tag that is no name can't be set, not even to itself
            each.tag = other[each.tag]
        if each.get('class'):
            each.set('class', 'amp-' + each.get('class').split()[0] if each.get('class').split() else 'amp')
        if each.tag == 'img':
            for name in [name for name in each.attrib if 'src' in name]:
                del each.attrib[name]
            each.set('src', f'https://static.example.net/w640/{at}.jpg')
        elif each.tag == 'a' and each is not double:
            each.drop_tag()


def in_lines(double):
    """All paragraphs in one element, parted by two breaks."""
    box = new('div', class_='text')
    for line in text_of(double).split('\n'):
        if line.split():
            box.append(new('br'))
            box.append(new('br'))
            box[-1].tail = ' '.join(line.split())
    return box


def in_soup(double):
    """Every paragraph in elements that mean nothing."""
    for leaf in list(leaves(double)):
        if leaf.tag in ('p', 'h2', 'h3', 'h4', 'blockquote') and leaf is not double:
            leaf.tag = 'div'
            leaf.attrib.clear()
            around = new('span')
            around.text, leaf.text = leaf.text, None
            around.extend(list(leaf))
            leaf.append(around)
    return double


def with_promotion(page, double, rng):
    told = page.paragraphs(double)
    if told:
        rng.choice(told).addnext(new('p', PROMOTION[page.lang]))


# -------------------------------------------------------------- the article, as data
def lines(page):
    return [line_of(leaf) for leaf in page.paragraphs(page.article)]


def as_json_ld(page, turn):
    body = ['\n\n', '\n', ' '][turn % 3].join(lines(page))
    if turn % 4 == 3:
        body = ''.join(f'<p>{html.escape(line)}</p>' for line in lines(page))
    data = {'@context': 'https://schema.org', '@type': 'NewsArticle', 'articleBody': body}
    if page.row.get('title'):
        data['headline'] = page.row['title']
    return script(data, type_='application/ld+json')


def as_state(page, turn):
    told = lines(page)
    inner = ''.join(f'<p>{html.escape(line)}</p>' for line in told)
    if turn % 3 == 0:
        return script({'props': {'pageProps': {'story': {'id': 71, 'content': inner}}}}, type_='application/json')
    blocks = [{'type': 'paragraph', 'data': {'text': line}} for line in told]
    if turn % 3 == 1:
        return script({'story': {'blocks': blocks}}, before='window.__INITIAL_STATE__ = ', after=';')
    return script([1, '7:' + json.dumps({'blocks': blocks})], before='self.__next_f.push(', after=')')


def script(data, before='', after='', **attributes):
    inner = json.dumps(data, ensure_ascii=False).replace('</', '<\\/')
    return new('script', before + inner + after, **attributes)


# ----------------------------------------------------------------------- the modes
# Each takes a page of its own, the number of the page in its mode, and a source of chance; it changes the page, or returns False.
def once(page, turn, rng):
    pass


def side(page, turn, rng):
    place(page, second(page, class_=rng.choice(['amp-story', 'reader', 'col-xs'])), rng)


def textarea(page, turn, rng):
    place(page, new('textarea', written(twin(page.article))), rng)


def template(page, turn, rng):
    place(page, second(page, tag='template'), rng)


def noscript(page, turn, rng):
    place(page, second(page, tag='noscript'), rng)


def by_class(page, turn, rng):
    place(page, second(page, class_=CLASSES[turn % len(CLASSES)]), rng)


def by_style(page, turn, rng):
    place(page, second(page, style=STYLES[turn % len(STYLES)]), rng)


def by_attribute(page, turn, rng):
    attributes = [{'hidden': ''}, {'aria-hidden': 'true'}, {'hidden': 'until-found'}][turn % 3]
    place(page, second(page, **attributes), rng)


def json_ld(page, turn, rng):
    page.body.append(as_json_ld(page, turn))


def state(page, turn, rng):
    page.body.append(as_state(page, turn))


def excerpt(page):
    """The first paragraphs, the last of them cut; None where there is little to cut."""
    told = page.paragraphs(page.article)
    if len(told) < LEAST:
        return None
    shown = [line_of(leaf) for leaf in told[:max(2, int(EXCERPT * len(told)))]]
    shown[-1] = shown[-1][:max(12, int(len(shown[-1]) * 0.6))].rstrip() + '…'
    box = new('div', class_='preview faded')
    box.extend(new('p', line) for line in shown)
    return box


def walled(page, turn, rng):
    """An excerpt that is seen, before the whole text, which is hidden."""
    shown = excerpt(page)
    if shown is None:
        return False
    page.article.addprevious(shown)
    whole = page.article
    around = [{'style': 'display:none'}, {'hidden': ''}, {'class': 'd-none premium'}][turn % 3]
    box = new('div', **around)
    box.tail, whole.tail = whole.tail, None
    whole.addprevious(box)
    box.append(whole)


def walled_data(page, turn, rng):
    """An excerpt that is seen; the whole text stands in JSON-LD or in the page's state only."""
    shown = excerpt(page)
    if shown is None:
        return False
    data = as_json_ld(page, turn // 2 * 2) if turn % 2 else as_state(page, turn // 2 % 2)
    told = page.paragraphs(page.article)
    told[0].addprevious(shown)
    for leaf in told:
        drop(leaf)
    page.body.append(data)


def three(page, turn, rng):
    side(page, turn, rng)
    [by_style, by_class, textarea, noscript, side][turn % 5](page, turn, rng)


def edits(page, turn, rng):
    double = second(page)
    for leaf in page.paragraphs(double):
        edit(page, leaf, rng)
    place(page, double, rng)


def promotion(page, turn, rng):
    double = second(page)
    with_promotion(page, double, rng)
    place(page, double, rng)


def pictures(page, turn, rng):
    double = second(page)
    restyled(double)
    place(page, double, rng)


def breaks(page, turn, rng):
    place(page, boxed(in_lines(twin(page.article))), rng)


def soup(page, turn, rng):
    place(page, in_soup(second(page)), rng)


def ragged(page, turn, rng):
    double = second(page)
    torn(page, double, rng)
    place(page, double, rng)


def worn(page, turn, rng):
    """Torn, edited, with a promotion, in another markup."""
    double = second(page)
    torn(page, double, rng)
    for leaf in page.paragraphs(double)[::3]:
        edit(page, leaf, rng)
    with_promotion(page, double, rng)
    restyled(double)
    place(page, in_soup(double) if turn % 2 else double, rng)


MODES = {
    'once': once, 'side': side, 'textarea': textarea, 'template': template, 'noscript': noscript, 'class': by_class, 'style': by_style,
    'attribute': by_attribute, 'json-ld': json_ld, 'state': state, 'walled': walled, 'walled-data': walled_data, 'three': three,
    'edits': edits, 'promotion': promotion, 'pictures': pictures, 'breaks': breaks, 'soup': soup, 'ragged': ragged, 'worn': worn,
}

# The modes of which a reader sees both copies: the ones that are left of a page without its markup.
SEEN = {'side', 'edits', 'promotion', 'breaks', 'ragged', 'worn'}
