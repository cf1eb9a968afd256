"""How a length is written: 2小时, 三天, 两天半, 一周, 半个月, 一个半小时."""

import re
from typing import Final

from bot.errors import Code
from bot.patterns import regex
from bot.when.results.duration import LONGEST, Duration, SaidDuration
from bot.when.results.outcomes import Impossible, Vague
from bot.when.written.numerals import HAN, is_about, number

_UNITS: Final = {  # minutes, half days, months
    "分": (1, 0, 0),
    "刻": (15, 0, 0),
    "时": (60, 0, 0),
    "天": (0, 2, 0),
    "工": (0, 2, 0),
    "周": (0, 14, 0),
    "月": (0, 0, 1),
    "年": (0, 0, 12),
}
_UNIT: Final = regex(
    r"(?P<分>分钟|min(?:ute)?s?(?![a-z]))|(?P<刻>刻钟)"
    r"|(?P<时>个?(?:小时|钟头)|个钟(?!头)|h(?:ours?|rs?)?(?![a-z]))"
    r"|(?P<工>个?工作日)"
    r"|(?P<天>个?(?:整天|全天)|天(?![天气花津然空才下生窗桥台车线平])|日(?=内|假)|d(?:ays?)?(?![a-z0-9]))"
    r"|(?P<周>个?(?:星期|礼拜)(?![一二三四五六日天\d])|个?周(?![年岁末边转期围会报一二三四五六日天\d]))"
    r"|(?P<月>个月(?!份)|(?<=个半)月)|(?P<年>年(?=时间|假期|整|内|$|[\s,]))",
    re.IGNORECASE,
)
_AMOUNT: Final = regex(
    rf"(?P<vague>好?几|数|\d{{1,4}}\s?[-~到至]\s?\d{{1,4}}|\d*十?多|[一二三四五六七八九两][-~到至][一二三四五六七八九两十])"
    rf"|(?P<decimal>\d{{1,4}}\.\d{{1,2}})|(?P<whole>\d{{1,6}}|[{HAN}]{{1,5}}?(?=个?半?[个天小周星礼刻分钟月年工整日]))",
)
_HALF: Final = regex(
    r"(?:大?半个?(?:小时|钟头)|半个钟)(?P<hour>)|半个?(?:工作日|天)(?!没|不|都|才|也|了还)(?P<day>)"
    r"|半个月(?P<month>)|(?<![上下])半年(?=时间|假|$)(?P<year>)"
)
_HALVES: Final = {"hour": (30, 0, 0), "day": (0, 1, 0), "month": (0, 30, 0), "year": (0, 0, 6)}
_NOT_A_HALF_DAY: Final = ("了", "老", "大", "等", "说", "找", "弄", "搞", "忙")
_SERVICE: Final = regex(r"\s?(?:不间断|全天候?)?(?:营业|热线|客服|值班|在线|开放|服务|制|无理由|待命|监控|便利)")
_AFTER_HALF: Final = regex(r"(?:又|零)?半(?!个|天|小|年|月|夜)")
_NOT_ONE_DAY: Final = ("有", "某", "那", "这", "哪", "每", "第", "前", "整", "成", "初", "周", "期")
_HALF_INSIDE: Final = regex(r"(个)?半\s?|\s")  # 一个半小时, 2 小时
_MINUTES_ALONG: Final = regex(rf"(\d{{1,2}}|[{HAN}]{{1,3}})分(?!钟)")  # 1小时30分
_LOOSE: Final = regex(r"一会儿?|一阵子?|一段时间|一些时间")


def duration_at(text: str, start: int) -> tuple[SaidDuration, int] | None:
    """The duration that begins at `start` of a folded text, and where it ends; `2小时30分钟` is one."""
    first = _one_at(text, start)
    if first is None or not isinstance(first[0], Duration) or not first[0].minutes:
        return first
    more = _one_at(text, first[1])
    if more and isinstance(more[0], Duration) and 0 < more[0].minutes < first[0].minutes:
        return first[0] + more[0], more[1]
    minutes = _MINUTES_ALONG.match(text, first[1])
    return (first[0] + Duration(number(minutes[1]) or 0), minutes.end()) if minutes else first


def _one_at(text: str, start: int) -> tuple[SaidDuration, int] | None:
    before = text[start - 1 : start]
    if found := _LOOSE.match(text, start):
        return Vague("多久呢？请写明时长，例如 2小时、3天。", Code.AMBIGUOUS_DURATION), found.end()
    if found := _HALF.match(text, start):
        kind = found.lastgroup or "day"
        if kind == "day" and before and before in _NOT_A_HALF_DAY:
            return None
        return Duration(*_HALVES[kind], by_calendar=kind in ("month", "year")), found.end()
    return _amount_at(text, start, before)


def _amount_at(text: str, start: int, before: str) -> tuple[SaidDuration, int] | None:
    amount = _AMOUNT.match(text, start)
    if amount is None or before == "第":
        return None
    inner = _HALF_INSIDE.match(text, amount.end())
    unit = _UNIT.match(text, inner.end() if inner else amount.end())
    if unit is None or _SERVICE.match(text, unit.end()):
        return None
    words, kind, end = amount[0], unit.lastgroup or "", unit.end()
    if _is_no_length(words, kind, before):
        return None
    if inner and inner[1] and kind == "天":  # 两个半天
        return Vague("是几天？请写明天数，例如 1天、2.5天。", Code.AMBIGUOUS_DURATION), end
    if half := _AFTER_HALF.match(text, end) if not (inner and inner[0].strip()) and kind in "天时周年" else None:
        end = half.end()
    extra = 0.5 if half or (inner and inner[0].strip()) else 0.0
    return _made(words, extra, kind, vague=bool(amount["vague"])), end


def _is_no_length(words: str, kind: str, before: str) -> bool:
    """有一天 is some day, 2026年 a year."""
    if kind == "年":
        return len(words) > 2
    return words in ("一", "1") and kind == "天" and bool(before) and before in _NOT_ONE_DAY


def _made(words: str, inner: float, kind: str, *, vague: bool) -> SaidDuration:
    if vague or is_about(words):
        return Vague(f"「{words}」是多少？请写明时长，例如 2小时、3天。", Code.AMBIGUOUS_DURATION)
    whole = float(words) if "." in words else number(words)
    if whole is None:
        return Vague("多久呢？请写明时长，例如 2小时、3天。", Code.AMBIGUOUS_DURATION)
    amount = whole + inner
    minutes, half_days, months = (each * amount for each in _UNITS[kind])
    if minutes / 1440 + half_days / 2 + months * 30 > LONGEST:
        return Impossible("时长太长了，最多写 400 天。请改短一些。", Code.INVALID_RANGE)
    if amount <= 0 or half_days != int(half_days):
        return Impossible("时长要大于 0，天数最小到半天，例如 0.5天、2天半。", Code.INVALID_RANGE)
    rounded = Duration(round(minutes), int(half_days), int(months), by_calendar=kind in "周月年")
    return rounded + Duration(half_days=30) if months != int(months) else rounded
