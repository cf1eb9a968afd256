"""XML that would blow up whoever reads it, signed with our own keys: refused in a moment each."""

import time
from typing import Final

import pytest

from tests.wecom.worlds import Signer

from .doors import knocker
from .letters import Kind

WITHIN: Final = 0.005  # seconds of processor time, the best of three
LEAF: Final = "<FromUserName>lin</FromUserName><MsgType>text</MsgType>"
LAUGHS: Final = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
BOMBS: Final = {
    "billion laughs": f'<!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]><xml>{LEAF}<Content>&l9;</Content></xml>',
    "quadratic": f'<!DOCTYPE x [<!ENTITY a "{"a" * 20_000}">]><xml>{LEAF}<Content>{"&a;" * 5_000}</Content></xml>',
    "external entity": f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml>{LEAF}<Content>&a;</Content></xml>',
    "parameter entity": f'<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1/"> %a;]><xml>{LEAF}</xml>',
    "external DTD": f'<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd"><xml>{LEAF}</xml>',
    "an empty DTD": f"<!DOCTYPE x><xml>{LEAF}</xml>",
    "a token of a megabyte": f"<xml>{LEAF}<Content>{'a' * 1_000_000}</Content></xml>",
    "an attribute without end": f"<xml {'a' * 45_000}='1'>{LEAF}" + "<" * 1_000,
    "nested without end": "<a>" * 15_000,
    "a hundred thousand deep": "<a>" * 100_000 + "</a>" * 100_000,
    "another encoding": f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]><xml>{LEAF}&a;</xml>',
    "UTF-7": '<?xml version="1.0" encoding="UTF-7"?>+ADw-xml+AD4APA-MsgType+AD4-text+ADw-/MsgType+AD4APA-/xml+AD4-',
    "CDATA that never ends": f"<xml>{LEAF}<Content><![CDATA[{']]' * 20_000}</Content></xml>",
    "comments that never end": f"<xml>{LEAF}{'<!--' * 10_000}</xml>",
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
async def test_refused_in_a_moment(bomb: str) -> None:
    door, (query, body) = knocker(Kind.APP), Signer().post(bomb)
    path = "/wecom/app?" + "&".join(f"{name}={value}" for name, value in query.items())
    best = 1.0
    for _ in range(3):
        begun = time.thread_time()
        answer = await door.knock(path, body)
        best = min(best, time.thread_time() - begun)
        assert answer.status in (403, 413)
    assert door.taken.count == 0
    assert best < WITHIN
