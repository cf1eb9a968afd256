"""What was reported to whom and when, in the order in which people say it."""

import pytest

from bot.arguments.accident_filings import Filed
from bot.arguments.accident_numbers import AccidentNumber
from bot.errors import Code
from tests.arguments.reading import FILE, read, refused


@pytest.mark.parametrize(
    "words",
    [
        "9:20 区应急管理局 李科长",
        "9:20 已报区应急管理局，接报人 李科长",
        "今天9点20报给区应急管理局 李科长",
        "上午9:20 上报了区应急管理局，李科长。",
    ],
)
def test_when_to_whom_and_who_took_it(words: str) -> None:
    found, _ = read(Filed, words)
    filing = found.filing
    assert (filing.at, filing.authority, filing.taker) == (
        FILE.now.replace(hour=9, minute=20),
        "区应急管理局",
        "李科长",
    )


def test_without_a_time_it_is_now() -> None:
    found, _ = read(Filed, "区应急管理局 李科长")
    assert found.filing.at == FILE.now.replace(second=0, microsecond=0)


def test_what_is_missing_is_asked_for() -> None:
    assert refused(Filed, "9:20").missing == ("authority",)
    assert refused(Filed, "9:20 区应急管理局").missing == ("taker",)
    assert refused(Filed, f"9:20 {'长' * 50} 李科长").code is Code.LIMIT


def test_whether_it_needs_to_be() -> None:
    no, _ = read(Filed, "不需上报 垃圾桶冒烟，自己灭了")
    yes, _ = read(Filed, "需上报")
    assert (no.filing, no.needed, no.why) == (None, False, "垃圾桶冒烟，自己灭了")
    assert (yes.filing, yes.needed) == (None, True)


def test_the_number_however_it_is_typed() -> None:
    for typed in ("SG-20261122-001", "sg20261122001", "SG－20261122－001"):
        found, left = read(AccidentNumber, f"{typed} 死亡0")
        assert (found.number, left) == ("SG-20261122-001", "死亡0")
    assert read(AccidentNumber, "YH-20261122-001") == (None, "YH-20261122-001")
