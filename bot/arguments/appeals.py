"""Which case, why one appeals against it, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.numbers import OnlyNumbered
from bot.arguments.reason import Reason
from bot.domain.moderation.appeals.appeal import Ruling
from bot.domain.moderation.cases.case import PREFIX
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_STOLEN: Final = regex(
    r"(?:账号|帐号|号|密码|企业微信)[^，。；]{0,4}(?:被盗|被偷|被人?登|泄露|丢)|被盗号|盗了?号|不是我[^，。；]{0,4}登"
)
_LENT: Final = regex(
    r"(?:手机|电脑|账号)[^，。；]{0,6}(?:丢|借[给出走]|被[^，。；]{0,6}(?:拿|用|偷|动))|(?:别人|有人|同事)[^，。；]{0,4}(?:用|拿)了?我的?(?:手机|电脑|账号|号)"
)
ALSO: Final = "账号异常"
_BEFORE: Final = regex(
    r"^(?:一?下(?=[\s，,])|这[个次条](?:警告|禁言|处罚|处理|处分|停用)?(?=[\s，,]|$)"
    r"|对|关于|就|针对|要|想|[的，,。：:\s])+"
)


class CaseNumber(OnlyNumbered):
    wanted = f"哪一条？写上编号，例如 {PREFIX}-20261122-001；发 /违规记录 能看到。"
    called = "处理"
    prefixes = (PREFIX,)


class OwnCase(CaseNumber):
    """Left out, the handler looks which it can be."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        return super().read(words, scene) or (cls("") if scene.running else None)

    def explained(self) -> Mapping[str, Any]:
        return super().explained() if self.number else {}

    @property
    def looked_up(self) -> bool:
        return not self.number


class WhyAppealed(Reason):
    """`also`: what he tells of beside it, and had better report: that somebody else used his account."""

    wanted: ClassVar[str] = "为什么不同意？写一两句，由没有参与的同事来看。"

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        words.left = _BEFORE.sub("", words.left)
        return super().read(words, scene)

    @property
    def also(self) -> str:
        return ALSO if _STOLEN.search(self.text) or _LENT.search(self.text) else ""

    def explained(self) -> Mapping[str, Any]:
        return {"reason": self.text} | ({"also": self.also} if self.also else {})


_RULINGS: Final = (
    (Ruling.UPHELD, regex(r"维持(?:原判|原处理|不变|处理)?|驳回(?:申诉)?|不予撤销")),
    (Ruling.MITIGATED, regex(r"减轻(?:处理|为警告)?|从轻(?:处理)?|改轻")),
    (Ruling.OVERTURNED, regex(r"撤销(?:处理|处分)?|推翻|取消(?:处理|处分)")),
)


@dataclass(frozen=True, slots=True)
class RulingSaid:
    """The one that is said first; what is said later belongs to the reasons."""

    wanted: ClassVar[str] = "怎么定？维持、减轻还是撤销？"

    ruling: Ruling

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = [
            (match.start(), each, match) for each, words_of in _RULINGS if (match := words_of.search(words.narrow))
        ]
        if not found:
            return None
        _, ruling, match = min(found)
        words.cut(match.start(), match.end())
        return cls(ruling)

    def explained(self) -> Mapping[str, Any]:
        return {"ruling": self.ruling.value}
