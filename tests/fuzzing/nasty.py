"""Texts that have broken programs: what mutations put in the place of what editors write."""

from __future__ import annotations

YAML = (
    *("---", "...", "~", "null", "no", "0", "-1", "1e400", "0x1F", ".inf", "1:30", "2020-13-45", "<<", "=", "?", "- ", "|", ">"),
    *(">-\n", "&a x", "*a", "!!python/object/apply:os.system [id]", "%YAML 1.1", "[", "{", "]", "}", "[[]]", "{}", "[]", ","),
    *("'", '"', "''", '"\\u0000"', '"\\ud800"', '"\\x85"', '"\\N"', "# x", " #x", ": ", ":", "a: b: c", "<<<<<<< HEAD", "\t"),
)  # fmt: skip
"""What means something in YAML."""
MARKDOWN = (
    *("# ", "> ", ">" * 200, "- " * 200, "1. ", "```", "~~~", "    ", "***", "*" * 3000, "_" * 3000, "`" * 3000, "[" * 3000),
    *("](", "![x](y)", "[x](javascript:alert(1))", "[x](<>)", "[^1]", "[^1]: x", "[x]: y", "<b>", "</b>", "<script>", "<!--"),
    *("&amp;", "&#0;", "&#xD800;", "|a|b|\n|-|-|\n|c|d|", "\\", "\\\n", "---\n", "===\n", "<a1>", "[[claim:", "[[claim:x]]"),
    *("[[actor:ann]]", "[[page:method]]", "[[article:x]]", "[[topic:roads]]", "[[", "]]", "[…]", "[...]", "…", "“", "”", "„"),
    *("«", "»", "‘", "’", "– ", "— ", "-\n", "\u00ad\n", "(" * 500, "<a" * 500, "~~", "||", "$$", "{{ x }}", "{% x %}"),
)  # fmt: skip
"""What means something in Markdown, in articles or in templates."""
LETTERS = (
    *("\x00", "\x01", "\x07", "\x0b", "\x0c", "\r", "\r\n", "\x1b[31m", "\x1b]0;x\x07", "\x7f", "\x85", "\xa0", "\u00ad", "\u200b"),
    *("\u200d", "\u200e", "\u202e", "\u2028", "\u2029", "\u2066", "\ufeff", "\ufffd", "\ufffe", "\uffff", "\U0010ffff", "\U000e0041"),
    *("e\u0301", "\u0301" * 300, "ﬁ", "ß", "İ", "ı", "ſ", "ǅ", "Ω", "Å", "각", "ㄱ", "שלום", "مرحبا", "ไทย", "中文", "😀", "👩\u200d👩\u200d👧"),
    *("Ｆｕｌｌ", "½", "①", "Ⅷ", "٣", "𝟘", "а", "ο", "𝐚", "ﷺ", "\u1e9b\u0323", "\ud800", "\udcff"),
)  # fmt: skip
"""Single characters, and a few of them, that are taken for something else or for nothing."""
VALUES = (
    *("", " ", "x", "-", ".", "..", "/", "//", "\\", "a-b", "A", "a_b", "a--b", "-a", "a" * 81, "a" * 300, "constructor", "__proto__"),
    *("index.html", "con", "nul", "404", "assets", "data", "claims", "pagefind", "../../etc/passwd", "%2e%2e%2f", "%", "%zz", "C:\\"),
    *("https://example.org/", "http://", "https://", "https://[::1", "https://[x]/", "https://a@b:99999/", "https://é.example/ü?ä#ö"),
    *("https://example.org:port/", "javascript:x", "data:text/html,x", "//example.org", "mailto:a@b.example", "https://a.example/\n"),
    *("https://exa mple.org/", "https://example.org/a.pdf#page=2", "https://example.org/#:~:text=x", "a@b", "@", "a@b.c, d@e.f"),
    *("2020", "2020-02", "2020-02-30", "2020-02-29", "0000", "9999-12-31", "-0001", "2020~", "2020?", "2020%", "2019/2020", "../2020"),
    *("2020/..", "2020-05-03T00:00:00Z", "Y17E7", "2020-21", "19XX", "5/3/2020", "3. Mai 2020", "٢٠٢٠", "99999", "20200503", "2020-1-1"),
    *("en", "EN", "en-GB-oxendict", "x", "zh-Hant", "tlh", "de-", "ru", "he", "fa", "und", "i-klingon", "true", "false", "yes", "1"),
    *("5", "1.5", "1e9", "999999999999999999999999", "NaN", "Infinity", "١", "draft", "withdrawn", "published", "direct", "claim"),
    *("BY", "XX", "by", "group", "person", "denial", "evidence", "mixed", "full", "denies", "<img src=x onerror=alert(1)>", "' or 1=1"),
    *("x" * 10_001, "a " * 6_000, "{" * 2_000, "[" * 2_000, "\n" * 2_000, "ab\n\ncd", "=1+1", "@SUM(A1)", "]]>", "?>", "</script>"),
)  # fmt: skip
"""Values of keys: ids, dates, addresses, numbers, words of the record format in wrong places."""
DEEP = (
    "{% set t, u = 'a' * 2000000, 'ab' ~ 'a' * 1000000 %}{% set w = range(20000)|list %}{% set m = [t[:20]] * 20000 %}"
    "{% set ns = namespace(x=(1, 1)) %}{% for i in range(18) %}{% set ns.x = (ns.x, ns.x) %}{% endfor %}{% set x = ns.x %}"
)
"""Long texts, long lists, and a value with 18 levels that is a quarter of a million parts when written out."""
NESTED = tuple("[" * depth + "1" + "]" * depth for depth in (30, 90, 3000))
CALLS = (
    *(f"{{}}.get({value})" for value in (*NESTED, "x", "[x]", "t")), *(f"[x].{name}({value})" for name in ("index", "count") for value in NESTED),
    *(f"'{{}} {{0[a]}}'.format({value})" for value in (*NESTED, "x", "{}", "t")), *(f"'%s' | format({value})" for value in (*NESTED, "x", "t")),
    *(f"u.{name}(t)" for name in ("count", "find", "index", "split", "rsplit", "partition", "startswith", "join", "removeprefix", "translate")),
    *(f"t.{name}(u, u)" for name in ("replace", "split", "count", "index", "maketrans", "startswith", "join")), "t.replace('a', u)", "t.replace('', u)",
    *(f"u.join({value})" for value in ("m", "t", "w", "x", *NESTED)), *(f"{value} | join(u)" for value in ("m", "t", "w", "x")), "t.split('a') | length",
    *(f"m | map(attribute={value}) | list | length" for value in ("'0.0.0.0'", "'a.' * 9000", "t", "x", "9 ** 999", *NESTED)),
    *(f"m | map('{name}', u) | join | length" for name in ("default", "replace", "format", "join", "indent", "center", "round", "batch", "attr")),
    *(f"{name}({value})" for name in ("t.zfill", "t.expandtabs", "t.ljust", "t.center", "t | truncate", "t | indent") for value in ("10 ** 9", "x", "t")),
    *(f"[x, x] | {name} | string | length" for name in ("sort", "unique | list", "max", "groupby(0) | list", "tojson", "lower", "sum(start=x)")),
    *(f"t | {name} | string | length" for name in ("groupby(u) | list", "unique | list", "sort", "batch(9) | list", "urlize", "striptags", "title")),
    *("m | select('in', m) | list | length", "w | reject('in', w) | list | length", "{'a': t} | xmlattr | length", "m | sort(attribute='x.y')"),
)  # fmt: skip
"""Calls of methods and filters with deep, long and wrong arguments."""
TEMPLATES = (
    *("{{ view }}", "{{ view.nothing }}", "{{ page.path }}", "{{ site }}", "{{ view.claims[99] }}", "{{ 1 / 0 }}", "{{ 'x' * 99999999 }}"),
    *("{{ [[1] * 9999] * 9999 }}", "{{ 10 ** 100000 }}", "{% for i in range(100000000) %}{% endfor %}", "{% include 'base.html' %}"),
    *("{% extends 'base.html' %}", "{% include 'nothing.html' %}", "{% include view %}", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"),
    *("{{ view.__class__ }}", "{{ ''.__class__.__mro__ }}", "{{ self }}", "{{ self.body() }}", "{{ super() }}", "{{ loop }}", "{{ caller() }}"),
    *("{{ _('x') }}", "{{ _(view) }}", "{{ plurals }}", "{{ remember(1, 2) }}", "{{ remember }}", "{{ x | date }}", "{{ 'x' | date }}"),
    *("{{ 1 | absolute }}", "{{ view | tojson }}", "{{ '%999d' % 1 }}", "{{ '{:999}'.format(1) }}", "{{ 'a' | center(999999999) }}"),
    *("{% block body %}", "{% endblock %}", "{% if %}", "{% endfor %}", "{% raw %}", "{#", "{{", "{%", "%}", "}}", "{% set x = view %}"),
    *("{% set view = 1 %}", "{% call %}", "{% trans %}", "{% trans x %}y{% endtrans %}", "{{ namespace }}", "{{ dict(a=1) | xmlattr }}"),
    *("{{ view | groupby('x') }}", "{{ 'x' | map }}", "{{ view | sort }}", "{{ '<' | safe }}", "{{ assets['x'] }}", "{{ root[999] }}"),
    *("{% import 'parts/claim.html' as c %}{{ c.nothing() }}", "{% from 'parts/claim.html' import nothing %}", "{{ site.title.upper() }}"),
    *("{{ 'x'.format_map(view) }}", "{{ '{0.__class__}'.format(view) }}", "{% with %}", "{{ [] | first }}", "{{ range(3) | random }}"),
    *(f"{DEEP}{{{{ {call} }}}}" for call in CALLS),
    *("{{ view.name | striptags | wordwrap(0) }}", "{{ 'a b' | truncate(-1) }}", "{{ 'x' | indent(-5) }}", "{{ () | batch(0) | list }}"),
)  # fmt: skip
"""Pieces of templates."""
KEYS = (
    *("actors", "claims", "id", "name", "kind", "members", "passages", "article", "quote", "role", "speech", "speaker", "prefix", "suffix"),
    *("translation", "note", "relations", "claim", "status", "published", "corrections", "date", "change", "was", "statement", "verdict"),
    *("summary", "assessment", "topics", "about", "accuses", "attribution", "reviewed_by", "former_ids", "title", "language", "base_url"),
    *("publisher", "verdicts", "label", "definition", "value", "requires", "tone", "policies", "methodology", "licence", "url", "images"),
    *("archive", "pages", "captions", "rights", "source", "archived", "menu", "description", "nothing", "", "<<", "é", "a b", "__class__"),
)  # fmt: skip
"""Keys of records, and some that are none."""
IDS = frozenset(
    ("id", "actor", "about", "accuses", "topics", "verdict", "article", "speaker", "claim", "members", "former_ids")
)
"""Keys whose values are ids."""
NEW_IDS = (
    "a",
    "0",
    "404",
    "index",
    "page",
    "con",
    "constructor",
    "a1-b2",
    "a" * 80,
    "1-2-3",
    "data",
    "all",
    "new",
    "x" * 40 + "-y",
)
"""Ids, each as the record format wants them."""
_DATES = (
    "2020",
    "2020-02",
    "2020-02-29",
    "0001-01-01",
    "9999-12-31",
    "2020~",
    "2020-05?",
    "../2020",
    "2020/..",
    "2019/2020",
    "1999%",
)
FITTING = {
    **dict.fromkeys(("date", "published"), (*_DATES, "2020-05-03", "2020-06-01", "2020-06-01", "2020-07-01")),
    **dict.fromkeys(("url", "same_as"), ("https://example.org/?a=1&b='\"<>", "https://пример.example/ü", "http://example.org:8080/x.pdf",
                     "https://example.org/a%20b#c", "https://example.org/(a)", "https://web.archive.org/web/1/https://x.example/")),
    "base_url": ("https://example.org/", "https://example.org/a/b/", "http://127.0.0.1:8000/", "https://пример.example/", "https://e.org/é/"),
    "language": ("en", "ru", "de", "he", "zh-Hant", "pt-BR", "tr", "x-klingon", "und", "uk"),
    "country": ("BY", "XK", "ZZ", "AQ"), "kind": ("person", "organisation", "state", "group", "contradicts", "denies", "differs",
               "qualifies", "supports", "repeats", "resembles", "newsroom"),
    "role": ("claim", "denial", "evidence", "context", "A role"), "speech": ("direct", "reported"),
    "status": ("draft", "published", "withdrawn"), "attribution": ("statement", "position"), "rights": ("full", "excerpt"),
    "tone": ("positive", "mixed", "negative", "neutral"), "source": ("independent", "state", "agency", "official", "other"),
    "value": ("1", "5", "0", "-1", "0.5", "100"), "menu": ("0", "1", "99"), "images": ("false",), "archive": ("true", "false"),
    "requires": ("claim", "evidence", "denial"), "email": ("a@b.example", "x+y@sub.example.org"),
}  # fmt: skip
"""What keys take, by key; a few take only some of it."""
NAMES = (
    *("claims.yaml", "claims/more.yaml", "claims/deep/er/x.yaml", "claims/x.yml", "claims/x.txt", "content/site.yaml", "content/x.md"),
    *("content/articles/x.md", "content/articles/X.md", "content/articles/a b.md", "content/articles/é.md", "content/articles/.md"),
    *("content/articles/sub/x.md", "content/articles/x.markdown", "content/articles/a--b.md", "content/articles/one.md", "content/articles/x"),
    *("content/pages/x.md", "content/pages/method.md", "content/pages/claims.md", "content/pages/404.md", "content/pages/sub/method.md"),
    *("static/index.html", "static/CNAME", "static/a/b.txt", "static/claims/x", "static/_headers", "static/_redirects", "static/ü.txt"),
    *("static/pagefind/x.js", "static/robots.txt", "static/.well-known/x", "static/.nojekyll", "static/site.zip", "static/a", "static/data"),
    *("templates/base.html", "templates/claim.html", "templates/new.html", "templates/assets/style.css", "templates/assets/x.svg"),
    *("templates/parts/claim.html", "templates/parts/x.html", "templates/assets/site.js", "templates/home.html", "templates/x/y/z.txt"),
    *("static/" + "a" * 200, "content/articles/" + "a" * 81 + ".md", "static/con", "static/a?b#c", "static/%2e%2e", "static/a b"),
)  # fmt: skip
"""Names that files get."""
EVERY = (*YAML, *MARKDOWN, *LETTERS, *VALUES)
