"""Whose record of violations is looked at: a colleague's, one's own, or that of somebody who has left."""

from typing import Final, Self

from bot.arguments.leave_owner import OwnerNamed
from bot.domain.company import Company
from bot.domain.moderation.cases.sight import may_look
from bot.domain.people import Person
from bot.errors import Candidate, Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_NAME: Final = regex(r"^\s*@?\s?(?P<name>[^\s@()（）,，。]{2,20})(?:[(](?P<tail>\w{2,20})[)])?\s*$")


class WhoseRecord(OwnerNamed):
    """Who is here goes before who has left; of those nobody hears who may not look at another's record anyway."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = _NAME.match(words.narrow) if scene.sender and may_look(scene.sender, scene.company) else None
        if written is None or (scene.company.named(written["name"]) and not written["tail"]):
            return super().read(words, scene)
        found = [
            each for each in scene.company.gone(written["name"]) if not written["tail"] or each.tail == written["tail"]
        ]
        if not found:
            return super().read(words, scene)
        if len(found) > 1:
            raise _several(written["name"], found, scene.company)
        words.rest()
        return cls(found[0], found[0].name)


def _several(typed: str, gone: list[Person], company: Company) -> UserError:
    names = [f"{each.name}({each.tail})" for each in gone]
    return UserError(
        Code.AMBIGUOUS_PERSON,
        f"「{typed}」已离职的有 {len(gone)} 位，是哪一位？",
        candidates=[Candidate(each) for each in names],
        typed=typed,
    )
