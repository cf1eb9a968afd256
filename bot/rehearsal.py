"""A few lines of each kind are read right after the start, so that whoever writes first doesn't wait for the patterns,
lists and sentences that are made when they are first needed."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Final

import structlog

from bot.domain.company import Company
from bot.errors import UserError
from bot.shapes.arguments import Scene
from bot.shapes.command import CommandBook
from bot.shapes.incoming import Via
from bot.understanding.understand import understand

log = structlog.get_logger()

SLICE: Final = 0.0005  # seconds for which a thread goes on before others get their turn
_LINES: Final = (
    "二车间着火了，有人被压住，快来人",
    "上个月的事故听说是演习，仓库那边好像冒烟",
    "食堂门口的地上有油，容易滑倒",
    "昨天点了同事发来的链接，输了密码",
    "我想请明天下午半天年假，去医院复查",
    "张三昨天在群里骂人，给他记个警告",
    "这个月的安全检查什么时候做",
)


async def rehearse(company: Company, book: CommandBook, now: datetime, give_way: Callable[[], Awaitable[None]]) -> None:
    """Nothing comes of it. Takes a third of a second of the processor, in a thread, and stands back for a rush."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(SLICE)
    try:
        for in_group in (False, True):
            for line in _LINES:
                await give_way()
                await asyncio.to_thread(_read, line, Scene(None, company, now, Via.APP, in_group=in_group), book)
    finally:
        sys.setswitchinterval(usual)


def _read(line: str, scene: Scene, book: CommandBook) -> None:
    try:
        understand(line, scene, book)
    except UserError:
        return
    except Exception:  # whoever says it will get a ticket for it; the others are served
        log.exception("rehearsing failed", line=_LINES.index(line))
