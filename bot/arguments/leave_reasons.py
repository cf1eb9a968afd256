"""Why somebody asks for leave: what is left of the line once the wish itself is taken out of it."""

import re
from typing import ClassVar, Final, Self

from bot.arguments.reason import Reason
from bot.shapes.arguments import Scene, Words

_WISH: Final = re.compile(
    r"(?:我|俺)?(?:那个)?(?:想要|想|要|得|需要|打算|准备|还|再|就)*+(?:请|休|补)(?:个|一个|一下|下|一次)?假(?!条)(?:一下)?[啊吧呢哈了呀嘛]*"
    r"|(?:想要|想|要|得|需要|打算|准备)++(?:请|休|补)(?:个|一下)?(?=$|[\s，,。])"
    r"|(?<![申邀聘宴恳敬提不午退公轮倒调双])(?:请|补|休)(?:的|个|一个|一下)?(?=$|[\s，,。])|[，,。\s]*(?:谢谢|多谢|麻烦了|辛苦了?|可以吗|行吗|好吗)[您你了]?[。！!？?]*$"
)
_PIECES: Final = re.compile(r"[\s，,、。]+")
_ADDRESS: Final = re.compile(
    "(?:小?助手|机器人|那一?天|(?:夜|白|早|中|晚)班|(?:领导|经理|老板|各位)?(?:好|您好|你好)|我|俺|那个|这个|就是|然后|的假?|是|啊|想|要|需要|申请|请|麻烦|[帮给替]|准备|打算|领导|经理"
    "|[跟向和](?:您|你|领导|公司|经理)?|提交|一个|一下|补)++"
)
_LEFT_OVER: Final = re.compile("(?:[\\s，,。、]+(?:我|想|要|就|然后|呢))+$|然后呢?$")


class LeaveReason(Reason):
    wanted: ClassVar[str] = "为什么请假？"

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        told = _without_address(_WISH.sub(" ", words.rest()).strip(" ，,。、"))
        told = _LEFT_OVER.sub("", told)
        return super().read(Words(told if len(told) > 1 else ""), scene)


def _without_address(text: str) -> str:
    """Without what only leads up to it: 领导好，我想跟您 …"""
    while piece := _PIECES.split(text, maxsplit=1)[0]:
        if not _ADDRESS.fullmatch(piece):
            break
        text = text[len(piece) :].lstrip(" ，,、。")
    return text
