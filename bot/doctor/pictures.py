"""Whether pictures with Chinese words can be drawn on this machine."""

import asyncio
from pathlib import Path
from typing import Final

from bot.doctor._finding import Area, Finding, fail, ok
from bot.doctor._patient import Patient
from bot.pictures.png import FONT, render
from bot.pictures.svg import document, text

AREA: Final = Area.SETUP
NAME: Final = "图片字体"
AGAIN: Final = "重新运行 make install"


async def check(_patient: Patient) -> list[Finding]:
    return [await drawn_by(FONT)]


async def drawn_by(font: Path) -> Finding:
    if not await asyncio.to_thread(font.is_file):
        return fail(NAME, f"{font} 不见了", AGAIN)
    drawn = await asyncio.gather(*(asyncio.to_thread(_glyph, character) for character in "群务\U000f0000"))
    if len(set(drawn)) < len(drawn):
        return fail(NAME, "汉字画出来是方框", AGAIN)
    return ok(NAME, "汉字画得出来")


def _glyph(character: str) -> bytes:
    return render(document([text(character, 4, 30, size=24)], width=40, height=40))
