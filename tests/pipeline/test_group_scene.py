"""Five people in the sandbox, the bot a process of its own: by the app, by hand, by a deputy, with WeCom refusing."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.pipeline.processes import Town, town, until
from tests.pipeline.test_groups import UPDATE, finger, press, registered, roster, started, told

A, B = "项目A工作群", "项目B工作群"
JOIN_A = "/入群 项目A工作群 要对接工艺"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Town]:
    """王强 looks after 项目A工作群 too."""
    with town(tmp_path) as here:
        config = here.folder / "bot.toml"
        text = config.read_text(encoding="utf-8")
        assert 'admins = ["zhengqun"]' in text
        config.write_text(text.replace('admins = ["zhengqun"]', 'admins = ["zhengqun", "wangqiang"]'), encoding="utf-8")
        started(here)
        yield here


def agrees(here: Town, name: str) -> bool:
    """WeCom's list and the registry."""
    return roster(here, name) == registered(here, name)


def test_two_approve_at_once_and_the_app_adds_him_once(here: Town) -> None:
    here.say("lisi", JOIN_A)
    fingers = [finger(here, user, "同意") for user in ("zhengqun", "wangqiang")]
    with ThreadPoolExecutor(2) as both:
        list(both.map(lambda each: here.ask("/sandbox/press", each), fingers))
    until(lambda: "lisi" in registered(here, A))
    until(lambda: told(here, "你已进项目A工作群，由应用办的") == {"lisi": 1}, 10)
    time.sleep(0.5)
    assert told(here, "已同意（").total() == 1 + len(["zhengqun", "wangqiang"])  # the applicant, and both cards
    assert agrees(here, A)
    assert here.rows("SELECT count(*) FROM errand") == [(1,)]


@pytest.mark.parametrize("errcode", [60011, 86001])
def test_what_wecom_refuses_a_person_does(errcode: int, here: Town) -> None:
    here.ask("/sandbox/faults", {"path": UPDATE, "errcode": errcode})
    here.say("lisi", JOIN_A)
    press(here, "zhengqun", "同意")
    press(here, "zhengqun", "完成")
    until(lambda: "lisi" in registered(here, A))
    assert not agrees(here, A), "he said so, and did not do it"
    here.ask("/sandbox/rooms", {"group": "projecta", "add": ["lisi"]})
    assert agrees(here, A)
    assert told(here, "由应用办的").total() == 0


def test_a_deputy_decides_and_a_person_adds_him_to_a_group_that_people_made(here: Town) -> None:
    here.say("guotao", "/委托 11.22-11.27 @王强")
    press(here, "wangqiang", "接受")
    until(lambda: told(here, "接受").total() > 0, 10)
    here.say("zhangsan", "/入群 项目B工作群 要对接工艺")
    press(here, "wangqiang", "同意")
    here.ask("/sandbox/rooms", {"group": "projectb", "add": ["zhangsan"]})
    until(lambda: told(here, "已请").total() > 0, 10)
    doer = "wangqiang" if here.rows("SELECT 1 FROM card WHERE topic = 'errand' AND holder = 'wangqiang'") else "guotao"
    press(here, doer, "完成")
    until(lambda: "zhangsan" in registered(here, B))
    assert agrees(here, B)
    assert told(here, "由应用办的").total() == 0
