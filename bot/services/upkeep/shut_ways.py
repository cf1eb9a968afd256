"""What whoever administers WeCom reads of the ways through which WeCom lets nothing pass for a while."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.domain.dates import clock_time
from bot.domain.upkeep.workings import Shut
from bot.shapes.incoming import Via

SHOWN: Final = 4
WHO: Final = {Via.APP: "应用", Via.APPCHAT: "应用在群里", Via.WEBHOOK: "群机器人", Via.BOT: "智能机器人"}
_CONVERSATIONS: Final = frozenset({Via.WEBHOOK, Via.BOT})
_CHANNELS: Final = {str(via): via for via in WHO}


def told(ways: Sequence[Shut], now: datetime) -> str:
    """Nothing where all is open."""
    if not ways:
        return ""
    named = "、".join(_way(each, now) for each in ways[:SHOWN])
    more = f"等 {len(ways)} 处" if len(ways) > SHOWN else ""
    return f"企业微信暂时不让通过：{named}{more}。要发的都留着，会自动再试；一直这样就运行 qunwu check 看怎么改。"


def _way(each: Shut, now: datetime) -> str:
    code = [f"错误码 {each.errcode}"] if each.errcode else []
    since = [f"从 {clock_time(now - timedelta(seconds=each.lasted), now)} 起"] if each.lasted else []
    return f"{_what(each)}（{'，'.join([*code, *since, f'{each.left:.0f} 秒后再试'])}）"


def _what(each: Shut) -> str:
    via = _CHANNELS.get(each.what)
    if via is None:
        return f"接口 {each.what}"
    return f"{WHO[via]}在 {each.number} 个会话里发消息" if via in _CONVERSATIONS else f"{WHO[via]}发消息"
