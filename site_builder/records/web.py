"""Web addresses in records: which are sound, which readers can open, and what to write instead of one that is not."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import quote, urlsplit

from site_builder.addresses import instead_of, link_fault, mail_meant, web_meant
from site_builder.records.characters import no_text

HOST = r"(?:[^\s<>\"/?#@:\[\]\\]+|\[[0-9a-fA-F:.]+\])(?::\d{0,5})?"
PATTERN = rf"[hH][tT][tT][pP][sS]?://(?:[^\s<>\"/?#@\[\]\\]*@)?{HOST}(?:[/?#][^\s<>\"]*)?"
_URL = re.compile(PATTERN)
# Signs that an address (RFC 3987) has in percent-encoded form only, and a percent sign that encodes nothing.
_UNENCODED = re.compile(r"[\\^`{|}]|%(?![0-9A-Fa-f]{2})")
_STEPS = re.compile(r"/\.\.?(?=/|$)")
"""Steps up, and to the same place: browsers take them before they ask."""
_PATTERN_OR_HIDDEN = re.compile(r"//|\*|(?<=/):|;|%(?:[01][0-9A-Fa-f]|2[EeFf]|5[Cc]|7[Ff])")
"""In a path: patterns of hosts' ``_headers`` and ``_redirects``, and dots, slashes and controls in disguise."""
_FILE = re.compile(r"[^/]+\.(?:x?html?|php\d?|aspx?|jsp|cgi|xml|json|md)/*$", re.IGNORECASE)
"""A file's name at the end of a path."""
_BARE = "write only the site's address, such as https://example.org/checks/"
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_LINKED = re.compile(r"\[[^\[\]]*\]\((.+)\)")
_SPACED_HOST = re.compile(r"\w+://[^/]*\s")


class NoAddress(ValueError):
    """A text is no web address; ``why`` says what is wrong, ``help`` what to write."""

    def __init__(self, why: str, help: str) -> None:
        super().__init__(why)
        self.why = why
        self.help = help


def public(value: str) -> str:
    """The address ``value``, percent-encoded where it must be.

    Raises :class:`NoAddress` where readers cannot open it.
    """
    made = _sound(value)
    host = (urlsplit(made).hostname or "").rstrip(".")
    if not _is_public(host):
        why = f'"{value}" leads to {host}, which only your own machine or network knows'
        raise NoAddress(why, "write the address at which readers can open the page, or leave the key out")
    return made


def base(value: str) -> str:
    """An absolute address in its one form: host in ASCII and small letters, path percent-encoded, a slash at the end.

    Raises :class:`NoAddress` when it cannot be a site's address.
    """
    if "?" in (value := _sound(value)) or "#" in value:
        raise NoAddress("base_url must not have a query (?) or a fragment (#)", _BARE)
    parts = urlsplit(value)
    if _STEPS.search(parts.path):
        raise NoAddress("base_url has a step up (..) or to nowhere (.) in it", _BARE)
    if odd := _PATTERN_OR_HIDDEN.search(parts.path.rstrip("/")):
        raise NoAddress(f"the path of base_url has {odd[0]}, which hosts and browsers read in ways of their own", _BARE)
    if "@" in parts.netloc:
        raise NoAddress("base_url has no user and no password: every page shows it", _BARE)
    if file := _FILE.search(parts.path):
        folder = value[: value.rstrip("/").rindex("/") + 1]
        raise NoAddress(f"base_url ends with a file, {file[0].rstrip('/')}, and not with a folder", f"write {folder}")
    try:
        host = (
            (parts.hostname or "").encode("idna").decode("ascii") if not parts.netloc.startswith("[") else parts.netloc
        )
        port = f":{parts.port}" if parts.port not in (None, {"http": 80, "https": 443}[parts.scheme]) else ""
    except ValueError:
        raise NoAddress(f'"{value}" is not a web address', _BARE) from None
    # As RFC 3986 and the maps of sites want it: letters of other scripts in their ASCII form.
    path = quote(parts.path.rstrip("/"), safe="/%:@!$&'()*+,;=-._~")
    return f"{parts.scheme}://{host}{'' if '[' in host else port}{path}/"


def _sound(value: str) -> str:
    if not _is_sound(value):
        raise NoAddress(f'"{value}" is not a web address (https://…)', _advice(value))
    return _UNENCODED.sub(lambda sign: f"%{ord(sign[0]):02X}", value)


def _is_sound(value: str) -> bool:
    try:
        written = _URL.fullmatch(value) and not no_text(value) and urlsplit(value).hostname
        return bool(written and not link_fault(value)[0])
    except ValueError:
        return False


def _advice(value: str) -> str:
    """What to write in place of ``value``, which is no address."""
    if mail_meant(value):
        return instead_of(value)
    alone = value.strip().strip("<>\"'“”„«»‹›‘’")
    if linked := _LINKED.fullmatch(alone):
        alone = linked[1].strip("<>")
    if _WIKIDATA.fullmatch(alone):
        alone = f"https://www.wikidata.org/wiki/{alone}"
    elif (meant := web_meant(alone)) and _is_sound(meant):
        return f"write {meant}"
    spaced = alone if _SPACED_HOST.match(alone) else re.sub(r"\s", "%20", alone)
    better = spaced.replace('"', "%22").replace("<", "%3C").replace(">", "%3E")
    if _is_sound(better):
        return f"write {better}{': a space in an address is %20' if spaced != alone else ''}"
    return instead_of(value)


def _is_public(host: str) -> bool:
    """True unless the name or number ``host`` means a machine that the public network cannot find."""
    try:
        return ipaddress.ip_address(host).is_global or host == "" or _is_documentation(host)
    except ValueError:
        name = host.casefold()
        return "." in name and not name.endswith((".localhost", ".local", ".lan", ".internal"))


def _is_documentation(host: str) -> bool:
    """True for an address that RFC 3849 and RFC 5737 keep for examples: it is as good as ``example.org``."""
    kept = ("2001:db8::/32", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24")
    address = ipaddress.ip_address(host)
    return any(address in ipaddress.ip_network(each) for each in kept)
