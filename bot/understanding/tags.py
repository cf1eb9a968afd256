"""Tags in plain sentences: to give one, to take one, who bears one, what somebody bears. Pure."""

import re
from typing import Final

from bot.patterns import regex
from bot.shapes.arguments import Scene

_ASK: Final = "(?:请|麻烦|帮忙|你)*"
_TAG: Final = r"(?P<tag>[^\s，,。、@的]{1,16}?)"
_WHO: Final = r"(?P<who>[^，,。]{1,60}?)"
_OFF: Final = "(?:都|也|给)?(?:去掉|去了|摘掉|摘了|摘|取消掉?|删掉|删了|删|移除|拿掉|撤掉|撤了)(?:吧|了|一下)?"
_GIVES: Final = (
    regex(rf"^{_ASK}[给为帮]{_WHO}(?:打上?|加上?|贴上?)(?:一个|个)?{_TAG}的?标签(?:吧|一下)?$"),
    regex(rf"^{_ASK}把{_WHO}(?:标记?|打上?)[成为]{_TAG}(?:标签)?(?:吧)?$"),
)
_TAKES: Final = (
    regex(rf"^(?P<before>[^，,]{{1,30}}[，,]\s*)?{_ASK}[把将]?{_WHO}(?:身上)?的{_TAG}(?:这个|那个)?的?标签{_OFF}$"),
    regex(rf"^{_ASK}(?:去掉|取消|删掉|摘掉|移除|拿掉|撤掉){_WHO}(?:身上)?的{_TAG}(?:这个|那个)?的?标签(?:吧)?$"),
    regex(rf"^{_ASK}{_WHO}的{_TAG}(?:已经|都)?(?:过期|到期|作废|失效|没有?|不用)了?[，,]\s*(?:把)?标签{_OFF}$"),
)
_WHO_HAS: Final = (
    regex(rf"^(?:现在)?(?:谁|哪些人|哪几个人|都有谁)有{_TAG}(?:这个)?的?标签$"),
    regex(rf"^{_TAG}(?:这个|那个)?的?标签(?:现在)?(?:都|在)?(?:有谁|都有谁|有哪些人|有几个人|是谁|打给了?谁|谁有)$"),
)
_HAS_WHAT: Final = regex(rf"^(?:看看|看一下|查一下|查查|查)?{_WHO}(?:身上|现在)*(?:都)?有(?:哪些|什么|啥)标签$")
_HIM: Final = regex("^[他她]$")
_MARKS: Final = regex("[。！!？?～~]+$")


def speaks_of_tags(line: str, scene: Scene) -> str | None:
    """As it would be typed: `加 电工证 @李四`. Nobody whom the company doesn't know is given any."""
    if line.startswith("/"):
        return None
    said = _MARKS.sub("", line).strip()
    for deed, ways in (("加", _GIVES), ("去", _TAKES)):
        if found := next((each for way in ways if (each := way.match(said))), None):
            who = _people(found, said, scene)
            return f"{deed} {found['tag']} {who}" if who else None
    if found := next((each for way in _WHO_HAS if (each := way.match(said))), None):
        return f"谁 {found['tag']}"
    found = _HAS_WHAT.match(said)
    return _people(found, said, scene) if found else None


def _people(found: re.Match[str], said: str, scene: Scene) -> str | None:
    """他 is whoever was named before."""
    who = found["who"].strip()
    if who in ("我", "我自己"):
        return "@我"
    people = scene.company.finder.people
    if _HIM.match(who):
        spotted = people.spot(said[: found.start("who")])
        return f"@{said[spotted.start : spotted.end].strip()}" if spotted and spotted.people else None
    spotted = people.spot(who)
    return f"@{who.lstrip('@')}" if spotted and spotted.people and not who[: spotted.start].strip("@") else None
