"""What was changed in chat goes over the file: whoever edits the file should know, and both must go together."""

from typing import Final

from bot.config.configured import Configured
from bot.doctor._finding import Area, Finding, fail, ok, warn
from bot.doctor._patient import Patient
from bot.domain.upkeep.configuration import Origin, Overlay
from bot.errors import ConfigError

AREA: Final = Area.SETUP
NAME: Final = "聊天里改的设置"
DROP: Final = "要让文件算数，运行 qunwu config drop 名字"
MOST: Final = 5


async def check(patient: Patient) -> list[Finding]:
    overlay = patient.overlay
    if not overlay:
        return []
    try:
        configured = Configured.at_start(patient.file, overlay)
    except ConfigError as error:
        return [fail(NAME, f"和配置文件对不上：{each}", DROP) for each in error.problems]
    return [_stands(configured, overlay)]


def _stands(configured: Configured, overlay: Overlay) -> Finding:
    names = list(overlay)
    shown = f"{'、'.join(names[:MOST])}{f' 等 {len(names)} 项' if len(names) > MOST else ''}"
    without = Configured(configured.file)
    hidden = [each for each in names if without.origin(each) is Origin.FILE]
    beaten = [each for each in names if without.origin(each) is Origin.VARIABLE]
    if beaten:
        return warn(NAME, f"{'、'.join(beaten)} 被环境变量盖住了，聊天里改的不算", DROP)
    if hidden:
        return warn(NAME, f"{shown}；其中 {'、'.join(hidden)} 文件里也写了，文件里的不算", DROP)
    return ok(NAME, shown)
