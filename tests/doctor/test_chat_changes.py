"""What was changed in chat beside the file: said, and a fault where the two don't go together."""

from types import SimpleNamespace
from typing import Any, cast

from bot.config.settings import Settings
from bot.doctor._patient import Patient
from bot.doctor.chat_changes import check
from bot.domain.upkeep.configuration import Overlay

WECOM = {"bot": {"id": "a", "secret": "the-bot-secret"}}


async def lines(overlay: Overlay, **values: Any) -> list[str]:
    patient = SimpleNamespace(overlay=overlay, file=Settings(wecom=WECOM, **values))
    return [each.line for each in await check(cast("Patient", patient))]


async def test_what_it_says() -> None:
    changed = {"notices.quiet_from": "22:00"}
    assert await lines({}) == []
    assert await lines(changed) == ["✓ 聊天里改的设置：notices.quiet_from。"]
    (beaten,) = await lines(changed, notices={"quiet_from": "20:00"})
    assert beaten.startswith(
        "! 聊天里改的设置：notices.quiet_from；其中 notices.quiet_from 文件里也写了，文件里的不算。"
    )
    (unfit,) = await lines({"moderation.by_type.X1": "D3"})
    assert unfit.startswith("✗ 聊天里改的设置：和配置文件对不上：moderation：by_type 写了 X1，没有这类群")
