"""Whether somebody who reports wants not to be named: 匿名, 别说是我. The wish is no part of what was found."""

from typing import Final

from bot.patterns import regex

HIDDEN_NAME: Final = "已隐去"  # what people read in place of the name

_ME: Final = "(?:我的?(?:名字?|姓名)|是?我|是谁(?:说的|报的|反映的)?|报告人)"
_NOT: Final = "(?:别|不要|不想|请勿|千万别|可别|勿|不)"
_WISH: Final = regex(
    f"(?:我?(?<![想要请])[想要请]*)?(?:匿名|不记名|不具名)(?:反映|报告|举报|上报|提交|处理|哈|啊|吧|一下)*"
    f"|{_NOT}(?:让(?:别人|人家?|他们?|她们?|大家|对方|领导|任何人|[他她])?(?:知道|晓得)|跟?(?:别人)?说(?:出去)?|告诉(?:别人|他们|领导)?|透露|提|公开|写|留|署)"
    f"{_ME}(?:说|报|讲|反映|发|提)?的?"
    "|(?:帮我|替我|给我|请)?(?:隐去|保密|隐藏)(?:一下)?(?:我的?)?(?:名字|姓名|身份)"
    "|(?:我的?)?(?:名字|姓名|身份)(?:要|请|帮我|得|需要)?(?:保密|隐去|隐藏)(?:一下)?"
    "|(?:请|帮我|替我)(?:保密|隐名)"
)
_EDGES: Final = " ，,。.;；、（）()【】[]:：!！~～"


def without_wish(text: str) -> tuple[str, bool]:
    """(what was said without the wish, whether it was said). Nobody says 匿名 idly."""
    found = _WISH.search(text)
    if found is None:
        return text, False
    before, after = text[: found.start()].rstrip(_EDGES), text[found.end() :].lstrip(_EDGES)
    return f"{before} {after}".strip(_EDGES), True
