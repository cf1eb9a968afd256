"""Why somebody asks for leave: what is left of the line once the wish itself is taken out of it."""

from dataclasses import dataclass
from typing import ClassVar, Final, Self

from bot.arguments.leave_kinds import kind_said
from bot.arguments.reason import Reason
from bot.domain.width import narrow
from bot.domain.wording import shown
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_WISH: Final = regex(
    r"(?:我|俺)?(?:那个)?(?:想要|想|要|得|需要|打算|准备|还|再|就){0,8}+(?:请|休|补)(?:个|一个|一下|下|一次)?假(?!条)(?:一下)?[啊吧呢哈了呀嘛]*"
    r"|(?:想要|想|要|得|需要|打算|准备){1,8}+(?:请|休|补)(?:个|一下)?(?=$|[\s，,。])"
    r"|(?<![申邀聘宴恳敬提不午退公轮倒调双])(?:请|补|休)(?:的|个|一个|一下)?(?=$|[\s，,。])|[，,。\s]*(?:谢谢|多谢|麻烦了|辛苦了?|可以[吗不]|行[吗不]|好吗)[您你了]?[。！!？?]*$"
)
_PIECES: Final = regex(r"[\s，,、。]+")
_ADDRESS: Final = regex(
    "(?:小?助手|我这|能不能|能否|机器人|各位|大家|那一?天|(?:夜|白|早|中|晚)班|(?:领导|经理|老板|各位)?(?:好|您好|你好)|我|俺|那个|这个|就是|然后|的假?|是|啊|想|要|需要|申请|请|麻烦|[帮给替]|准备|打算|领导|经理"
    "|[跟向和](?:您|你|领导|公司|经理)?|提交|一个|一下|补)++"
)
_ASIDE: Final = regex(rf"(?<![^\s，,、。])(?:{_ADDRESS.pattern})(?![^\s，,、。])[\s，,、。]*")
_BLANKS: Final = regex(r"[\s，,、。]+(?=[，,、。])|\s+(?=\s)")
_LEFT_OVER: Final = regex("(?:[\\s，,。、]+(?:我|想|要|就|然后|呢))+$|然后呢?$")


# What changes the wish itself, and is no reason for it: 12.1-12.5 除了12.3
_ABOUT_THE_WISH: Final = regex(
    r"除(?:了|去|外|开)|不含|不包括|至今|待定|再定|再说|取消$|^取消|作废|不[请休](?!息)|^(?:改|换)|改[成为到](?!善)|[也还再又][请休](?!息)"
    r"|(?:休息?|静养|卧床)\s?[一二两三四五六七八九十\d]+\s?(?:天|周|个月)|或者|要么|不一定|说不定|看情况|不确定|没定|暂定|(?:^|[\s，,。])(?:如果|要是|万一|等)|(?:去|前|明|后)年$|各|[单双]号|隔[天日周]|每[天日周月]"
)


@dataclass(frozen=True, slots=True)
class LeaveReason(Reason):
    """`guess`: what is left of the line perhaps meant more than a reason, so whoever asks looks at it first."""

    wanted: ClassVar[str] = "为什么请假？"

    guess: str | None = None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        told = _without_address(_WISH.sub(" ", words.rest()).strip(" ，,。、"))
        told = _BLANKS.sub("", _LEFT_OVER.sub("", _ASIDE.sub("", told))).strip(" ，,。、")
        found = Reason.read(Words(told if len(told) > 1 else ""), scene)
        if found is None:
            return None
        return cls(found.text, f"「{shown(found.text)}」只当作原因" if _means_more(found.text, scene) else None)


def _means_more(text: str, scene: Scene) -> bool:
    """Whether it speaks of the wish, of another kind, or is nothing but a colleague's name."""
    another = kind_said(text, scene.company.leave.types)
    if another is not None and not another.guessed:
        return True
    return bool(_ABOUT_THE_WISH.search(narrow(text)) or scene.company.finder.people.called(text))


def _without_address(text: str) -> str:
    """Without what only leads up to it: 领导好，我想跟您 …"""
    while piece := _PIECES.split(text, maxsplit=1)[0]:
        if not _ADDRESS.fullmatch(piece):
            break
        text = text[len(piece) :].lstrip(" ，,、。")
    return text
