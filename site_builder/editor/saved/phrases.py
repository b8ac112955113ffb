"""Stock phrases of news pages: those that are never part of the story, and those that always are.

Only whole blocks are judged; a phrase inside a paragraph is the story's. So is a publisher's correction, wherever it
is.
"""

from __future__ import annotations

import re

_FURNITURE = re.compile(
    r"(?:advertisements?|adverti[sz]ing|sponsored(?: content)?|promoted|story continues below.*|continue reading.*|"
    r"article continues (?:below|after).*|share(?: this)?(?: (?:story|article|post|page))?"
    r"(?: (?:on|via|with) .{1,20})?|"
    r"(?:tweet|email|e-mail|print|copy link|facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|vk|save|"
    r"bookmark|like|follow|menu|search|close|skip to .{1,30}|back to top|top|home|comments?|\d+ comments?|"
    r"loading\.*|view (?:comments|gallery)|show comments|leave a comment|reply|log ?in|sign (?:in|up)|"
    r"subscribe(?: now)?)|"
    r"read (?:more|next|also|full story).{0,120}|related(?: (?:stories|articles|posts|topics|content|coverage))?:?|"
    r"(?:sign up|subscribe) (?:for|to) .{1,160}|follow (?:us|me|him|her|@).{0,80}|"
    r"(?:posted|filed) (?:in|under):?.{0,80}|tags?:.{0,200}|all rights reserved.*|(?:©|copyright (?:©|\d{4})).{0,200}|"
    r"читайте (?:также|ещё|еще).{0,160}|поделиться.{0,40}|реклама|комментарии.{0,10}|подпис(?:ывайтесь|аться).{0,120}|"
    r"чытайце (?:таксама|яшчэ).{0,160}|падзяліцца.{0,40}|рэклама|читайте нас.{0,120}|"
    r"anzeige|werbung|teilen|lesen sie auch.{0,160}|publicité|partager|lire aussi.{0,160}|à lire aussi.{0,160}|"
    r"publicidad|compartir|reklama|udostępnij|czytaj (?:też|także|więcej).{0,160})[\s:.…»>→]*",
    re.IGNORECASE,
)
_CORRECTION = re.compile(
    r"[\W_]{0,4}(?:(?:an? )?(?:correction|corrections|clarification|erratum|errata|editor['’]?s['’]? note|"
    r"editors['’] note|"
    r"for the record|amendment|retraction|"
    r"исправление|уточнение|поправка|от редакции|выпраўленне|удакладненне|ад рэдакцыі|виправлення|уточнення|"
    r"korrektur|berichtigung|richtigstellung|anmerkung der redaktion|rectificatif|correctif|erratum|"
    r"corrección|fe de erratas|rectificación|sprostowanie|korekta|rättelse|oikaisu|correctie|rectificatie|correzione|"
    r"rettelse|oprava|helyesbítés|corecție|διόρθωση|düzeltme|تصحيح|תיקון|訂正|更正|정정)"
    r"(?=\s*(?:[:：.,;)\]–—-]|\d|$|(?:and|to|of|from|on|made|appended|vom|du|de|от|ад|від)\b))"
    r"|this (?:article|story|piece|post|report) (?:was|has been) (?:amended|corrected|updated|"
    r"edited|changed|clarified)|"
    r"(?:a|an) (?:previous|earlier) version of this)",
    re.IGNORECASE,
)


def is_furniture(words: str) -> bool:
    """True when the whole of a block is a standing phrase beside the story."""
    return len(words) < 240 and _FURNITURE.fullmatch(words) is not None


def is_correction(words: str) -> bool:
    """True when a block is the publisher's correction, clarification or note on a change."""
    return _CORRECTION.match(words) is not None and len(words) > 25
