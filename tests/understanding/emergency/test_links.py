"""A link is no cry for help, and neither is a word in Latin letters that stands in a command."""

import pytest

from bot.domain.safety.accidents.reports import AccidentKind
from bot.understanding.emergency.heed import Cry, heed


@pytest.mark.parametrize(
    "line",
    [
        "/改培训 PX-20261122-001 资料 https://example.com/fire",
        "改培训 PX-20261122-001 资料 www.example.com/a?b=sos",
        "/改培训 PX-20261122-001 主题 AED 使用",
        "/改期 QJ-20261122-001 fire drill 那天",
        "资料在 https://example.com/fire",
    ],
)
def test_a_link_and_a_latin_word_after_a_command_are_no_signs(line: str) -> None:
    assert heed(line) is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("fire!", AccidentKind.FIRE),
        ("/求助 fire", AccidentKind.FIRE),
        ("https://example.com/a.jpg 3号车间着火了", AccidentKind.FIRE),
        ("/补卡 fire 3号车间着火了快来人", AccidentKind.FIRE),
        ("谁会用 AED", AccidentKind.OTHER),
    ],
)
def test_beside_a_link_a_real_one_is_heard(line: str, kind: AccidentKind) -> None:
    heard = heed(line)
    assert heard is not None
    assert heard.cry is Cry.ALARM
    assert heard.kind is kind
