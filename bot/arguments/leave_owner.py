"""Whose leave it is that is looked at, changed or counted; one's own, where nobody is named."""

from typing import Final, Self

from bot.arguments.people import PersonNamed
from bot.domain.leave.seeing.sight import is_of_the_office
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.understanding.understand import unknown_sentence

_LOOK: Final = regex(r"^(?:[帮给替]我|麻烦|请)?(?:查询|查看|[查看][查看]?)(?:一下|下)?(?=[^一下])")
_OWN_ALONE: Final = regex("(?:我|本人|自己)?(?:的|今天|明天|后天|这周|本周|下周|这个月|本月|下个月)*")
_OWN: Final = regex(r"(?<![帮给替])我(?!们)|本人|自己")


class OwnerNamed(PersonNamed):
    """Oneself, where nobody is named. What a sentence names is a colleague: 公司的排班 is nobody's."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if _OWN_ALONE.fullmatch(words.narrow):
            words.rest()
            return None
        spotted = scene.company.finder.people.spot(words.left) if words.guessed and words.left else None
        if words.guessed and words.left and not (spotted and not spotted.guessed):
            raise UserError(Code.UNKNOWN_COMMAND, unknown_sentence(words.left))
        return super().read(words, scene)


class LeaveOwner(PersonNamed):
    """Nobody is looked for in what somebody says of himself: 王经理说我还有年假, 我还有几天年假."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        words.take(_LOOK)
        if _OWN.search(words.narrow) or (words.guessed and not scene.company.finder.people.spot(words.left)):
            return None
        return super().read(words, scene)


def ensure_may_see(scene: Scene, owner: Person | None) -> None:
    """Raises UserError."""
    if owner is None or owner == scene.sender:
        return
    if scene.sender and is_of_the_office(scene.sender, scene.company):
        return
    raise UserError(Code.NO_PERMISSION, "别人的假期余额只有本人和人力资源能看。发 /假期余额 看你自己的。")
