"""What a line tells of an incident, in few words: 自称总裁要求转账20万 rather than the whole of it. Pure."""

import re
from typing import Final

from bot.domain.width import narrow
from bot.patterns import regex
from bot.understanding.security import signs

MOST: Final = 1000  # characters
_OPENING: Final = regex(
    "^(?:你好|您好|请问|急急*|小助手|那个|救命)*[，,。！! ]*(?:我(?:的|这边)?)?(?:企业微信|企微|微信|手机|电脑)?"
    "(?:上|里)?(?:突然|刚才?|刚刚)?(?:显示|提示|弹出|收到|提醒)(?:我|说|有|了|一条|一个)*[，,： :]*"
)
_NOT_ME: Final = regex("(?:根本|真的|但|可|这)*不是我(?:本人|自己)?(?:登录的?|登的?|操作的?|弄的?|的)?")
_TAIL: Final = regex(r"[啊呀吧呢哦嘛了啦。！!？?~～\s]+$")
_AMOUNT: Final = regex(
    r"(?:转|汇|打|付|借|垫)[^\d一二三四五六七八九十]{0,6}((?:\d+(?:\.\d+)?|[一二三四五六七八九十百两几]+)(?:万|千|百|块|元|w)*)",
    re.I,
)
_LOOSE_AMOUNT: Final = regex(r"(\d+(?:\.\d+)?(?:万|千|块|元)+)")
_DEMANDS: Final = (
    (regex("安全账户"), "转到安全账户"),
    (regex("购物卡|充值卡|点卡|加油卡|礼品卡"), "买充值卡"),
    (signs.ACCOUNT_CHANGED, "换收款账号"),
    (regex("借钱|借\\d"), "借钱"),
    (signs.MONEY, "转账"),
    (signs.CODES, "要验证码"),
)


def gist(written: str) -> str:
    """Somebody's words, shorter where it is plain what they say."""
    return _demand(narrow(written)) or _trimmed(written.strip())


def _demand(said: str) -> str:
    """自称X要求Y: only where both are said in one short sentence."""
    plain = re.sub(r"\s+", "", said)
    who = signs.WHO.search(plain)
    what = next((words for pattern, words in _DEMANDS if pattern.search(plain)), "")
    if who is None or not what or len(plain) > 40 or who[0] in ("对方", "有人") or signs.PAID.search(plain):
        return ""
    found = _AMOUNT.search(plain) or _LOOSE_AMOUNT.search(plain)
    amount = found[1] if found and what in ("转账", "借钱") else ""
    return f"自称{who[0]}{'' if what == '要验证码' else '要求'}{what}{amount}"


def _trimmed(said: str) -> str:
    plain = _OPENING.sub("", said, count=1) or said
    plain = _NOT_ME.sub("不是本人", plain)
    return (_TAIL.sub("", plain) or said)[:MOST]
