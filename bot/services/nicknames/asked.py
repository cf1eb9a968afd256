"""A nickname that somebody asks about or declares: reading it, and saying how it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.domain.nicknames.checking import check
from bot.domain.nicknames.verdicts import NicknameResult, NicknameVerdict
from bot.domain.wording import shown
from bot.errors import Defect
from bot.services.nicknames.wording import HOW_TO_CHANGE
from bot.shapes.arguments import Scene, Words

QUOTES: Final = "「」“”\"' "  # our own answers wear them, and people copy them along


@dataclass(frozen=True, slots=True)
class Nickname:
    """What the asker calls himself, judged by the directory."""

    wanted: ClassVar[str] = "昵称是什么？"

    verdict: NicknameVerdict

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        nickname = words.rest().strip(QUOTES)
        if not nickname or scene.sender is None:
            return None
        return cls(check(nickname, scene.sender, scene.company.register, scene.now))

    def explained(self) -> Mapping[str, Any]:
        verdict = self.verdict
        said = {
            "nickname": verdict.nickname,
            "dept": verdict.dept,
            "name": verdict.name,
            "suggest": verdict.suggest,
            "result": verdict.outcome.value,
        }
        return {key: value for key, value in said.items() if value is not None}


def judged(verdict: NicknameVerdict) -> str:
    """To the person himself, with the string to copy."""
    copy, nickname = f"请改成：{verdict.suggest}\n{HOW_TO_CHANGE}", shown(verdict.nickname)
    match verdict.outcome:
        case NicknameResult.OK:
            return f"「{nickname}」符合规范。"
        case NicknameResult.EXECUTIVE:
            return f"「{nickname}」符合规范，集团高管直接用姓名。"
        case NicknameResult.NORMALIZED:
            return f"「{nickname}」能认出来，规范写法是：{verdict.suggest}"
        case NicknameResult.HINT:
            return f"「{nickname}」不算违规。集团高管可以直接用姓名：{verdict.suggest}"
        case NicknameResult.MISSING_DEPT:
            return f"「{nickname}」缺少部门。{copy}"
        case NicknameResult.NOT_REAL_NAME:
            return f"「{nickname}」不是你的真实姓名。{copy}"
        case NicknameResult.DUPLICATE_NAME:
            return f"部门里有同名同事，「{nickname}」分不清是谁。{copy}"
        case fault:
            raise Defect(f"a nickname that is {fault} was not refused")
