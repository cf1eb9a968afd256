"""Who is praised, and what for."""

from typing import ClassVar, Final, Self

from bot.arguments.people import PersonNamed
from bot.arguments.reason import Reason
from bot.arguments.removed import names_another
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_AROUND: Final = regex(r"^(?:一下|把|将|对|给|了)+(?=[@＠\s\w])")
_AS: Final = regex(
    r"^(?:同学|同事|师傅)?[\s，,]*(?:为|当|做|成为)?(?:本月|月度|年度|优秀|安全)\S{0,6}?(?:之星|员工|标兵|个人)[，,\s]*"
)


ONLY_ONE: Final = "一次表彰一位，每位写一件具体的事，还没有提交。例如：/表彰 @张三 连续三个月零差错"
_THUMBS: Final = regex(r"(?:点个?大?赞|记一?[个次])(?=[，,\s]|$)[，,\s]*")


class Praised(PersonNamed):
    wanted = "表彰谁？@ 对方，或写上姓名。"

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        words.take(_AROUND)
        words.left = _THUMBS.sub(" ", words.left, count=1)
        return super().read(words, scene)


class WhyPraised(Reason):
    wanted: ClassVar[str] = "表彰什么？写一件具体的事。"

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if names_another(words, scene):
            raise UserError(Code.CLARIFY, ONLY_ONE)
        words.left = _AS.sub("", words.left.strip("，,。：: "))
        return super().read(words, scene)
