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


def test_a_theme_without_assets() -> None:
    assert collect({"base.html": b""}).files == {}
