"""Check a group nickname against the directory: department and real name (D7§7), with the string to copy.

Example:
    张三> /昵称检查 生产部-张三
    机器人> 「生产部-张三」符合规范。
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.domain.nicknames.checking import check
from bot.domain.nicknames.verdicts import NicknameResult, NicknameVerdict
from bot.domain.wording import shown
from bot.errors import Defect
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

HOW_TO_CHANGE = "在群里点右上角「…」→「我在本群的昵称」粘贴即可。"
QUOTES = "「」“”\"' "  # our own answers wear them, and people copy them along


@dataclass(frozen=True, slots=True)
class Nickname:
    """What the asker calls himself, judged by the directory."""

    wanted: ClassVar[str] = "要检查哪个昵称？"

    verdict: NicknameVerdict

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        nickname = words.rest().strip(QUOTES)
        if not nickname or scene.sender is None:
            return None
        return cls(check(nickname, scene.sender, scene.company.register, scene.now))

    def explained(self) -> Mapping[str, Any]:
        verdict = self.verdict
        shown = {
            "nickname": verdict.nickname,
            "dept": verdict.dept,
            "name": verdict.name,
            "suggest": verdict.suggest,
            "result": verdict.outcome.value,
        }
        return {key: value for key, value in shown.items() if value is not None}


@command("昵称检查", aliases=("nick", "ncjc", "检查昵称"), summary="检查群昵称是否规范")
async def check_nickname(ctx: Context, nickname: Nickname | None = None) -> Reply:
    if nickname is None:
        proper = ctx.company.register.proper(ctx.sender)
        return Reply(f"你的群昵称应当是：{proper}\n{HOW_TO_CHANGE}")
    return Reply(_sentence(nickname.verdict))


def _sentence(verdict: NicknameVerdict) -> str:
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
