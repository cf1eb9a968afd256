"""What was set aside for a human to look at."""

from typing import Final

from bot.doctor._finding import Area, Finding, ok, warn
from bot.doctor._patient import Patient

AREA: Final = Area.DATABASE
NAME: Final = "没办成的消息"
STATES: Final = {"parked": "搁置", "unknown": "不知道有没有送到"}


async def check(patient: Patient) -> list[Finding]:
    """Nothing where the database has its own trouble."""
    if patient.diagnosis is None:
        return []
    try:
        depths = await patient.diagnosis.depths()
    except Exception:  # the check of the database says what is wrong with it
        return []
    counts = {words: sum(each.number for each in depths if each.state == state) for state, words in STATES.items()}
    says = "，".join(f"{number} 条{words}" for words, number in counts.items() if number)
    return [warn(NAME, says, "运行 qunwu parked 查看原因") if says else ok(NAME, "没有")]
