"""How much of WeCom's limits is used up, by our own ledger (D-90236, D-101463, D-91770)."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Final

from bot.delivery.limits import LIMITS
from bot.doctor._finding import Area, Finding, ok, warn
from bot.doctor._patient import Patient
from bot.shapes.incoming import Via

AREA: Final = Area.COMPANY
NAME: Final = "发送额度"
PER_ACCOUNT: Final = 200  # person-times a day that an app may send for each account of the company
NEARLY: Final = 0.8


async def check(patient: Patient) -> list[Finding]:
    """Nothing where the database has its own trouble."""
    if patient.diagnosis is None:
        return []
    now = await patient.now()
    try:
        _, people = await patient.diagnosis.directory()
        day, hour, minute = [await patient.diagnosis.sent(_ms(since)) for since in _since(now)]
    except Exception:  # the check of the database says what is wrong with it
        return []
    if patient.settings.wecom.app is None:
        return [ok(NAME, f"今天发了 {day.total()} 条"), *_windows(minute, hour)]
    return [_today(day, PER_ACCOUNT * len(people)), *_windows(minute, hour)]


def _since(now: datetime) -> tuple[datetime, datetime, datetime]:
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight, now - timedelta(hours=1), now - timedelta(minutes=1)


def _today(sent: Counter[str], most: int) -> Finding:
    by_app = sum(number for route, number in sent.items() if _via(route) == "app")
    says = (
        f"今天应用消息发了 {by_app} 人次"
        + (f"，上限约 {most}" if most else "")
        + f"；其他途径 {sent.total() - by_app} 条"
    )
    if most and by_app > NEARLY * most:
        return warn(NAME, says, "少发群发和提醒；额度按账号数每天零点恢复")
    return ok(NAME, says)


def _windows(minute: Counter[str], hour: Counter[str]) -> list[Finding]:
    full = {route for route, number in minute.items() if number >= NEARLY * LIMITS[Via(_via(route))].per_minute}
    full |= {route for route, number in hour.items() if number >= NEARLY * LIMITS[Via(_via(route))].per_hour}
    if not full:
        return []
    return [warn(NAME, f"{len(full)} 个接收方快到每分钟或每小时的上限，后面的消息会排队", "看是不是有重复的通知")]


def _via(route: str) -> str:
    return route.partition(":")[0]


def _ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)
