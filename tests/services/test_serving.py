import re
from pathlib import Path
from typing import Any, cast

from bot import services
from bot.domain.moderation.reports.report import OWN_CARDS
from bot.services.approvals.approvals import Approvals
from bot.services.notices.looking_through.pressing import Deciding
from bot.services.serving import capabilities, takers
from bot.services.upkeep.system import System

OF_THE_ROUTER = {"confirm", "choose", "accident"}  # it makes who serves these, for each message needs them
NEVER_ASKED = System(*[cast("Any", None)] * 3)
_TOPIC = re.compile(r'^(?:[A-Z]+_)?TOPIC(?:: Final)? = "(.+)"', re.MULTILINE)


def test_each_topic_has_its_cards_and_each_card_somebody_who_serves_it() -> None:
    topics = [found for file in _files() for found in _TOPIC.findall(file.read_text(encoding="utf-8"))]
    assert sorted(topics) == sorted(set(topics)), "two services would be handed each other's presses"
    _, presses = capabilities(NEVER_ASKED)
    assert set(topics) - OF_THE_ROUTER | {OWN_CARDS} == set(presses)


def test_what_commands_may_name_is_of_the_type_by_which_they_name_it() -> None:
    named, _ = capabilities(NEVER_ASKED)
    assert set(named) == {Approvals, Deciding, System}
    assert all(isinstance(each, kind) for kind, each in named.items())


def test_nobody_is_offered_the_same_picture_twice() -> None:
    assert len(set(takers())) == len(takers())


def _files() -> list[Path]:
    return sorted(Path(*services.__path__).rglob("*.py"))
