"""Killed with -9 between a decision and what WeCom is asked because of it: in the end all accounts agree."""

import json
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.pipeline.processes import Town, town, until

JOIN = "/入群 项目A工作群 要对接工艺"
IN = "RQ-20261122-001 你已进项目A工作群，由应用办的。"
NEW = "项目C工作群"
MADE = "项目C工作群已经由应用建好"
UPDATE, CREATE = "/cgi-bin/appchat/update", "/cgi-bin/appchat/create"


def started(here: Town) -> None:
    here.start_bot()
    here.await_bot()
    here.register()
    until(lambda: here.rows("SELECT 1 FROM person LIMIT 1"))
    time.sleep(1)  # until it is read into memory


def card(here: Town, user: str, button: str = "同意") -> dict[str, Any]:
    """The newest one with such a button that he has, once there is one."""
    found: list[dict[str, Any]] = []

    def look() -> bool:
        entries = here.ask("/sandbox/log?after=0&wait=0")["entries"]
        his = [each["card"] for each in entries if each["to"].get("user") == user and each.get("card")]
        found[:] = [each for each in his if any(one["text"] == button for one in each["buttons"])]
        return bool(found)

    until(look)
    return found[-1]


def press(here: Town, user: str, button: str) -> None:
    here.ask("/sandbox/press", finger(here, user, button))


def finger(here: Town, user: str, button: str) -> dict[str, Any]:
    """Laid on it, and not pressed yet."""
    shown = card(here, user, button)
    key = next(each["key"] for each in shown["buttons"] if each["text"] == button)
    return {"from": user, "card": shown["task_id"], "key": key}


def roster(here: Town, name: str) -> set[str]:
    """WeCom's own."""
    rooms = [each for each in here.ask("/sandbox/state")["groups"] if each["name"] == name]
    assert len(rooms) == 1
    return set(rooms[0]["members"])


def registered(here: Town, name: str) -> set[str]:
    sql = "SELECT m.user FROM membership m JOIN work_group g ON g.id = m.group_id WHERE g.name = "
    return {user for (user,) in here.rows(f"{sql}'{name}' AND g.state = '使用中'")}


def told(here: Town, words: str) -> Counter[str]:
    return Counter(user for user, text in here.answers() if words in text)


@pytest.mark.parametrize("fault", [{"delay": 3}, {"drop": "response"}, {"drop": "request"}], ids=json.dumps)
def test_killed_between_the_decision_and_the_change_in_wecom(fault: dict[str, Any], tmp_path: Path) -> None:
    with town(tmp_path) as here:
        started(here)
        here.say("lisi", JOIN)
        decided(here, "zhengqun", UPDATE, fault)
        killed_and_started(here)
        in_the_end(here, lambda: "lisi" in registered(here, "项目A工作群"))
        until(lambda: told(here, IN) == {"lisi": 1}, 10)
        time.sleep(0.5)
        assert told(here, IN) == {"lisi": 1}
        assert roster(here, "项目A工作群") == registered(here, "项目A工作群")
        joined = here.rows("SELECT details FROM trail WHERE action LIKE '%group.joined' AND details LIKE '%lisi%'")
        assert [json.loads(details)["people"] for (details,) in joined] == [["lisi"]]


@pytest.mark.parametrize("fault", [{"delay": 3}, {"drop": "response"}], ids=json.dumps)
def test_killed_while_a_group_is_made(fault: dict[str, Any], tmp_path: Path) -> None:
    with town(tmp_path) as here:
        started(here)
        here.say("zhoumin", "/建群 项目公司工作群 项目C")
        decided(here, "zhaoguoqiang", CREATE, fault)
        killed_and_started(here)
        in_the_end(here, lambda: registered(here, NEW) == {"zhaoguoqiang", "zhoumin"})
        until(lambda: told(here, MADE) == {"zhoumin": 1}, 10)
        assert roster(here, NEW) == registered(here, NEW)
        until(lambda: greetings(here) == 1, 10)


def decided(here: Town, user: str, path: str, fault: dict[str, Any]) -> None:
    """Agreed to, and WeCom about to do it."""
    card(here, user)
    here.ask("/sandbox/faults", {"path": path, "times": 1} | fault)
    press(here, user, "同意")
    until(lambda: here.rows("SELECT 1 FROM errand"), 10)
    time.sleep(1.5)  # a second at most until somebody looks


def killed_and_started(here: Town) -> None:
    here.kill_bot()
    here.start_bot()
    here.await_bot()


def in_the_end(here: Town, true: Callable[[], bool]) -> None:
    """What is in doubt is asked again after a minute; a slow machine may come to its doubts after one has passed."""
    for _ in range(5):
        here.ask("/sandbox/clock", {"advance": 70})
        with suppress(AssertionError):
            return until(true, 8)
    raise AssertionError("it does not happen")


def greetings(here: Town) -> int:
    entries = here.ask("/sandbox/log?after=0&wait=0")["entries"]
    return sum(each["via"] == "appchat" and f"{NEW}建好了" in each["text"] for each in entries)
