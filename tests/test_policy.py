"""The policy that a page carries and the one that hosts send for it are one."""

from __future__ import annotations

import re
from html import unescape

import pytest

from site_builder import policy
from tests.exports.test_exports import files
from tests.hosts import HOSTS, Host, sent
from tests.link.test_site import with_second
from tests.projects import edited

OWN = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


@pytest.mark.parametrize("host", HOSTS)
def test_each_page_carries_the_policy_that_hosts_send_for_it(host: Host) -> None:
    made = files(
        edited(with_second(), "claims.yaml", "    actor: ann\n", "    actor: ann\n    former_ids: [old-one]\n")
    )
    headers = made["_headers"].decode()
    kinds = set()
    for name, data in made.items():
        if not name.endswith(".html"):
            continue
        head = data.decode().partition("</head>")[0]
        (own,) = OWN.findall(head)
        (said,) = sent(headers, f"/{name.removesuffix('index.html')}", host)["content-security-policy"]
        # A page cannot say who may frame it; everything else it says word for word as the header does.
        assert re.sub(r"; frame-ancestors \S+$", "", said) == unescape(own), name
        assert head.index("Content-Security-Policy") < head.index("<title")
        assert "<style" not in data.decode()
        assert re.findall(r"<script(?! src=| type=\"application/ld\+json\")", data.decode()) == []
        kinds.add(own)
    assert kinds == {policy.PAGE, policy.CARD}


def test_only_headers_speak_of_frames() -> None:
    assert "frame-ancestors" not in policy.PAGE + policy.CARD
    assert policy.PAGE_HEADER.endswith("; frame-ancestors 'none'")
    assert policy.CARD_HEADER.endswith("; frame-ancestors *")
