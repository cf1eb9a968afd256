"""The words after the number are the way; what becomes of it is with the services."""

from bot.explaining import Utterance, explain
from tests.commands.members.comings import BOOK, FILE


def test_how_it_is_understood() -> None:
    said = explain(Utterance("/报告渠道 WG-20261122-001 打安全管理员的电话", sender="李娜"), FILE, BOOK)
    assert said["args"] == {"id": "WG-20261122-001", "reason": "打安全管理员的电话"}
