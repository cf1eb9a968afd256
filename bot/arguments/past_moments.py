"""A moment or a day that is past, as somebody tells it afterwards: 9:40, 昨天 22:10, 11月22日 9:40, 11月22日."""

from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene
from bot.when.read_day import read_day
from bot.when.read_moment import read_moment
from bot.when.view import Lean

OVER_MIDNIGHT: Final = timedelta(hours=6)  # as long ago a bare time may be yesterday's
_DAY: Final = regex(r"[昨前今天月日号周]|\d\s*[.\-/]\s*\d")


def past_moment(written: str, scene: Scene) -> tuple[datetime, str] | None:
    """The moment, and the words without it; None: there is none. Raises UserError for one that can't be."""
    found = read_moment(written, scene.now, scene.calendar, lean=Lean.PAST)
    if found is None:
        return None
    if not isinstance(found.value, datetime):
        raise UserError(Code.INVALID_DATE, f"「{shown(written)}」看不出是什么时间。写成 11月22日 9:40 这样。")
    moment = found.value
    if moment > scene.now:
        raise UserError(Code.FUTURE_DATE, f"「{shown(written)}」还没到。写已经发生的时间，例如 11月22日 9:40。")
    other_day = moment.date() != scene.now.date() and scene.now - moment > OVER_MIDNIGHT
    if other_day and not _DAY.search(written):
        raise UserError(Code.AMBIGUOUS_DATE, f"「{shown(written)}」是哪一天？今天的还没到，别的日子请写上日期。")
    return moment, found.rest


def past_day(written: str, scene: Scene) -> date:
    """Today at the latest; a time that goes with it says nothing. Raises UserError."""
    found = read_day(written, scene.now, scene.calendar, lean=Lean.PAST)
    if found is None or not isinstance(found.value, date):
        raise UserError(Code.INVALID_DATE, f"「{shown(written)}」看不出是哪一天。写成 11月22日 这样。")
    if found.value > scene.now.date():
        raise UserError(Code.FUTURE_DATE, f"「{shown(written)}」还没到。写已经办完的那天，例如 11月22日。")
    return found.value
