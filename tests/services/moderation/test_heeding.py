"""Whom nothing keeps from being heard in what keeps people safe, and in his own affairs; and what an office isn't."""

from typing import Any, cast

from bot.discovery import find_commands
from bot.services.moderation.heeding import ALWAYS, HIS_OWN
from bot.services.serving import capabilities
from bot.services.upkeep.system import System

COMMANDS = find_commands().by_name


def test_each_is_called_by_its_name() -> None:
    assert [name for name in ALWAYS | HIS_OWN if COMMANDS.get(name) and COMMANDS[name].name != name] == []
    assert (ALWAYS | HIS_OWN) - set(COMMANDS) <= {"账号异常"}


def test_what_is_an_offices_card_is_stopped_and_what_is_his_own_or_keeps_people_safe_is_not() -> None:
    _, presses = capabilities(System(*[cast("Any", None)] * 3))
    stopped = {topic for topic, serve in presses.items() if "unless_suspended" in serve.__qualname__}
    assert {"approval", "review", "errand", "guest-stay", "editorial-board", "moderation-task"} <= stopped
    own = {"hazard", "notice", "rules", "mediation", "report-own", "leave-proof", "leave-carry"}
    assert own <= set(presses)
    assert not stopped & own
