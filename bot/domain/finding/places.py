"""Where in a text a name may begin and end, so that a word which merely contains one is not mistaken for it.

A name begins the text, or follows a sign, a space, or a word that leads to somebody: 让刘洋代我审批. It ends the text,
or is followed by a sign, a digit, or a word that goes on after a name: 张三明天上班吗. 高峰期 is not 高峰, and 李娜娜
not 李娜. All texts here are folded.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from bot.domain.finding.folding import is_han
from bot.patterns import regex

MOST: Final = 100  # places that are looked at: nobody names whom he means further behind

_LEADS: Final = "让给请叫找由把将被对和跟与及同替帮为向问查看是到在进去从归属的转调加拉托踢骂打说"
_START: Final = regex(rf"(?<![^\W_])(?=\w)|(?<=[{_LEADS}])(?=\w)")
_MENTION: Final = regex(r"(?<![a-z0-9])@\s?(?=\S)")  # an address of mail mentions nobody
_TOKEN: Final = regex(r"[\w·.-]*")
_BETWEEN: Final = regex(r"[\s·/的-]{0,2}")
_GOES_ON: Final = regex(
    r"的|在|是|有|要|会|能|可|不|没|未|已|又|再|也|都|还|就|才|刚|正|从|到|去|来|回|出差|出去|发|说|骂|打|请|让|被|把|给|向|对|跟|和|与|及"
    r"|或|代|替|帮|为|因|怎|什么|哪|何时|今|明|昨|前天|前几|后天|大前|大后|这|那|本|每|天天|一直|一个|两|三天|自|私|乱|总|经常|老是|老在|刷|迟到"
    r"|早退|旷|缺|离|转|调|入|退|加|移|禁|停|恢复|审|批|呢|吗|吧|啊|嘛|呀|上班|上周|上个|上午|上月|下班|下周|下个|下午|下月|中午|晚上|早上|周"
    r"|星期|月|号|同志|同学|同事|本人|先生|女士|等|们|做|用|传|泄|卖|借|抽|喝|睡|玩|吵|闹|违|擅|多次|屡|故意|一起|进群|进来|进入|应该|需要|申请|先(?!生|进)|执行|予以|给予|涉嫌|滥用|恶意|收|倒卖|往|辱|挑衅|警告|罚|报销|抢|占|拿|骗|欠|偷|威胁|骚扰|值班|群里"
    r"|提交|年假|病假|事假|调休|请假|情况|违规|记录|工作|提前|推迟|外出|休假|休年|休息|病好|忘了|忘记|忘打|漏打|产假|婚假|丧假|工龄|排班|取消"
)


def starts(text: str) -> Iterator[int]:
    """Places where a name may begin, in order."""
    return islice((found.end() for found in _START.finditer(text)), MOST)


def mention(text: str) -> int | None:
    """The place behind the first @."""
    found = _MENTION.search(text)
    return found.end() if found else None


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether it is a word between signs, or behind one that leads to it."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return (not before.isalnum() or before in _LEADS) and not after.isalnum()


def ends(text: str, end: int) -> bool:
    """Whether a name may end there."""
    if cuts_latin(text, end):
        return False
    after = text[end : end + 1]
    return not is_han(after) or not is_han(text[end - 1]) or bool(_GOES_ON.match(text, end))


def beyond(text: str, end: int) -> int:
    """Where a name may begin behind a department: 生产部-刘洋, 生产部的刘洋."""
    found = _BETWEEN.match(text, end)
    return found.end() if found else end


def cuts_latin(text: str, end: int) -> bool:
    """Whether a Latin word goes on there."""
    before, after = text[end - 1 : end], text[end : end + 1]
    return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()


def token(text: str, start: int) -> int:
    """Where the run of letters that begins at `start` ends."""
    found = _TOKEN.match(text, start)
    return found.end() if found else start
