"""What was set aside for a human to look at."""

from collections.abc import Sequence
from contextlib import closing
from typing import Final

from bot.config.settings import Settings
from bot.doctor._finding import Area, Finding, ok, warn
from bot.doctor._patient import Patient
from bot.domain.upkeep.workings import Depth
from bot.storage.engine.diagnosis import Diagnosis
from bot.storage.queues.spool import SpoolFile

AREA: Final = Area.DATABASE
NAME: Final = "没办成的消息"
STATES: Final = {"parked": "搁置", "unknown": "不知道有没有送到"}


async def check(patient: Patient) -> list[Finding]:
    """Nothing where the database has its own trouble."""
    if patient.diagnosis is None:
        return []
    try:
        depths = [*await patient.diagnosis.depths(), *await _spooled(patient.settings, patient.diagnosis)]
    except Exception:  # the check of the database says what is wrong with it
        return []
    counts = {words: sum(each.number for each in depths if each.state == state) for state, words in STATES.items()}
    says = "，".join(f"{number} 条{words}" for words, number in counts.items() if number)
    return [warn(NAME, says, "运行 qunwu parked 查看原因") if says else ok(NAME, "没有")]


async def _spooled(settings: Settings, diagnosis: Diagnosis) -> Sequence[Depth]:
    """What lies on this machine's disk."""
    if settings.spool.file is None or not diagnosis.postgres:
        return ()
    with closing(SpoolFile(settings.spool.file, bot=settings.wecom.name)) as spool:
        return await spool.depths()
