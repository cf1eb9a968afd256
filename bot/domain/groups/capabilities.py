"""What the bot does in a group by itself, what it asks a person for, and what WeCom lets nobody's program do.

One table, for `/群能力` and docs/groups.md. Sources: WeCom's pages on groups of an app (90244, 98913, 98914, 90248),
on AI bots (100719, 101463), on webhooks (91770) and on customer groups (92120, 92122).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.groups.group import Group


class Way(StrEnum):
    ITSELF = "我自己办"
    CARD = "我请人办"  # by an errand: a card with a deadline, reminders, and a note of who did it
    YOURSELVES = "要你们自己办"
    NEVER = "企业微信不让任何程序办"


class Door(StrEnum):
    """What lets the bot act in a room."""

    APP = "app"  # our app made it
    BOT = "bot"  # the AI bot is in it and knows which it is
    WEBHOOK = "webhook"
    CUSTOMERS = "customers"  # a customer group: WeCom tells who is in it


class Made(StrEnum):
    """How a room came to be, by what people can see of it."""

    BY_APP = "made by the app"
    BY_PEOPLE = "made by people, with the AI bot in it"
    WITH_CUSTOMERS = "customer group"


@dataclass(frozen=True, slots=True)
class Capability:
    """`doors`: any of them lets the bot do it. `otherwise`: how it is done without one. `note`: what people should know
    of it then. `english` is for the documentation. `inside`: what can't be had in customer groups.
    """

    what: str
    english: str
    doors: frozenset[Door] = frozenset()
    otherwise: Way = Way.YOURSELVES
    note: str = ""
    inside: bool = False


_APP: Final = frozenset({Door.APP})
_BOT: Final = frozenset({Door.BOT})
_TOLD: Final = frozenset({Door.BOT, Door.APP, Door.WEBHOOK})
_READ: Final = frozenset({Door.APP, Door.CUSTOMERS})

CAPABILITIES: Final = (
    Capability("听群里 @我 的话", "hear what is said to it with @", _BOT, note="先把我加进群", inside=True),
    Capability("在群里发通知", "say something in the group unasked", _TOLD, note="请人转发"),
    Capability("拉同事进群", "add a colleague", _APP, Way.CARD),
    Capability("移人出群", "remove somebody", _APP, Way.CARD),
    Capability("改群名", "rename the group", _APP, Way.CARD),
    Capability("转让群主", "hand the group over to another owner", _APP, Way.CARD),
    Capability("解散群", "dissolve the group", otherwise=Way.CARD),
    Capability("拉外部联系人进群", "add somebody from outside", otherwise=Way.CARD),
    Capability("看谁在群里", "read who is in it", _READ, note="群管理员把名单贴给我：/群名单"),
    Capability(
        "看群昵称", "read nicknames", frozenset({Door.CUSTOMERS}), note="各人自己报，或群管理员贴给我：/昵称报告"
    ),
    Capability("设企业微信里的群管理员", "appoint administrators in WeCom's client"),
    Capability("禁言", "mute somebody"),
    Capability("发群公告和置顶", "post the group's notice (群公告), pin"),
    Capability("撤回群里的消息", "recall messages in the group", note="发消息的人自己撤回"),
    Capability("听没有 @我 的话", "hear what is said without @", otherwise=Way.NEVER),
)

DOORS: Final[Mapping[Made, frozenset[Door]]] = {
    Made.BY_APP: frozenset({Door.APP, Door.BOT}),
    Made.BY_PEOPLE: frozenset({Door.BOT}),
    Made.WITH_CUSTOMERS: frozenset({Door.CUSTOMERS}),
}
"""What each kind has when it is set up as docs/groups.md tells: an AI bot can't be in a customer group."""


def doors_of(group: Group) -> frozenset[Door]:
    has = {
        Door.APP: group.app_chat is not None,
        Door.BOT: group.bot_chat is not None,
        Door.WEBHOOK: group.webhook is not None,
        Door.CUSTOMERS: group.has_customers,
    }
    return frozenset(door for door, open_ in has.items() if open_)


def way(capability: Capability, doors: frozenset[Door]) -> Way:
    if capability.inside and Door.CUSTOMERS in doors:
        return Way.NEVER
    return Way.ITSELF if capability.doors & doors else capability.otherwise


def sorted_by_way(doors: frozenset[Door]) -> Mapping[Way, Sequence[Capability]]:
    """Every way, also one that nothing is done by."""
    return {each: [known for known in CAPABILITIES if way(known, doors) is each] for each in Way}
