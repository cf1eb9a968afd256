"""Killed with -9 between the calls of a tree: the next one has his card in his turn, and nobody has it twice."""

from collections import Counter
from pathlib import Path

from tests.pipeline.processes import Town, town, until

NUMBER = "SG-20261122-001"


def test_killed_before_each_of_the_next_calls(tmp_path: Path) -> None:
    with town(tmp_path) as here:
        here.start_bot()
        here.await_bot()
        here.register()
        here.say("zhangsan", "仓库着火了")
        until(lambda: len(called(here)) == 2 and said(here, "chenan", "现场要做的"))
        for many in (3, 4):
            here.kill_bot()
            here.ask("/sandbox/clock", {"advance": 61})
            here.start_bot()
            until(lambda many=many: len(called(here)) == many)
        here.await_bot()
        here.say("chenan", f"收到 {NUMBER}")
        until(lambda: said(here, "zhangsan", "已收到"))
        here.kill_bot()
        here.ask("/sandbox/clock", {"advance": 28 * 60})  # half of its hour is over, and nobody was there
        here.start_bot()
        until(lambda: len(said(here, "chenan", "事故快报")) == 2)
        here.ask("/sandbox/clock", {"advance": 60})
        assert set(called(here).values()) == {1}
        assert [len(said(here, "chenan", words)) for words in ("事故快报", "现场要做的")] == [2, 1]


def called(here: Town) -> Counter[str]:
    return Counter(user for user, text in here.answers() if text.startswith("紧急！"))


def said(here: Town, user: str, words: str) -> list[str]:
    return [text for to, text in here.answers() if to == user and words in text]
