from __future__ import annotations

from site_builder.output.assets import collect


def test_names_carry_the_content_and_stylesheets_are_one() -> None:
    theme = {
        "base.html": b"x",
        "assets/style.css": b"a{b:url(dot.png)}",
        "assets/more.css": b"c{d:url('https://e.example/f.png')}",
        "assets/dot.png": b"png",
        "assets/site.js": b"js",
    }
    assets = collect(theme)
    assert set(assets.paths) == {"style.css", "dot.png", "site.js"}
    sheet = assets.files[assets.paths["style.css"]]
    dot = assets.paths["dot.png"].removeprefix("assets/")
    assert sheet == f"a{{b:url(\"{dot}\")}}\nc{{d:url('https://e.example/f.png')}}\n".encode()
    changed = collect({**theme, "assets/site.js": b"other"})
    assert changed.paths["site.js"] != assets.paths["site.js"]
    assert changed.paths["style.css"] == assets.paths["style.css"]


def test_cards_have_a_stylesheet_of_their_own_and_share_what_both_need() -> None:
    theme = {
        "assets/shared.css": b":root{--ink:#000}",
        "assets/style.css": b"a{}",
        "assets/card.css": b"b{background:url(dot.png)}",
        "assets/more.css": b"c{}",
        "assets/dot.png": b"png",
    }
    assets = collect(theme, hashed=False)
    assert assets.files["assets/style.css"] == b":root{--ink:#000}\na{}\nc{}\n"
    assert assets.files["assets/card.css"] == b':root{--ink:#000}\nb{background:url("dot.png")}\n'
    assert set(assets.files) == {"assets/style.css", "assets/card.css", "assets/dot.png"}


def test_comments_on_lines_of_their_own_are_not_published_and_nothing_else_is_lost() -> None:
    sheet = b"""/* The site's pages. */
a{}  /* beside */
  /* two
     lines */
b{content:"/* a string */"}
/*! A notice */
c::after{content:'\\
/* in a string */
'}
d{background:url(/x/*/y.png)}
/* 'tis all */
e{}
"""
    published = collect({"assets/style.css": sheet}, hashed=False).files["assets/style.css"]
    kept = sheet.replace(b"/* The site's pages. */\n", b"").replace(b"  /* two\n     lines */\n", b"")
    assert published == kept.replace(b"/* 'tis all */\n", b"")


def test_a_theme_without_assets() -> None:
    assert collect({"base.html": b""}).files == {}
