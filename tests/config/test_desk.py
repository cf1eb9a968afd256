"""Whose which questions are, and how soon, as an operator says it."""

from pathlib import Path

import pytest

from bot.config import loading
from bot.domain.desk.rules import DeskRules
from bot.domain.desk.topics import topic_in
from bot.domain.rights import Role
from bot.errors import ConfigError
from bot.identifiers import UserId
from tests.config.test_settings import MINIMAL


def rules(tmp_path: Path, written: str) -> DeskRules:
    config = tmp_path / "config.toml"
    config.write_text(f"{MINIMAL}\n[desk]\n{written}\n", encoding="utf-8")
    return loading.load(config).configured_company().desk


def test_without_a_word_it_is_what_the_rules_say(tmp_path: Path) -> None:
    assert rules(tmp_path, "") == DeskRules()


def test_a_company_of_its_own(tmp_path: Path) -> None:
    found = rules(
        tmp_path,
        f'folder = "{tmp_path.as_posix()}"\ntexts = ["D2", "D7"]\nanswer_minutes = 240\n[desk.topics]\n'
        '"车队" = {to = ["gaofeng", "ops"], words = ["班车"], private = true}',
    )
    topic = topic_in("班车晚点", found.topics)
    assert (topic.name, topic.people, topic.roles, topic.private) == ("车队", (UserId("gaofeng"),), (Role.OPS,), True)
    assert (found.folder, found.texts, found.answer) == (tmp_path, ("D2", "D7"), 240)


@pytest.mark.parametrize(
    "written",
    [
        'folder = "/nowhere/at/all"',
        'texts = ["D99"]',
        "take_minutes = 0",
        '[desk.topics]\n"车队" = {to = ["ops"]}',
        '[desk.topics]\n"名字太长的一个类别啊啊" = {to = ["ops"], words = ["车"]}',
        '[desk.topics]\n"技术" = {words = [" "]}',
    ],
)
def test_what_can_not_be(tmp_path: Path, written: str) -> None:
    with pytest.raises(ConfigError):
        rules(tmp_path, written)
