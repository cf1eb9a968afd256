"""Add a sentence to the month's figures before they go to the management; the picture that they get has it.

Example:
    吴管> /月报附言 11月新上了隐患上报，用的人多了一倍。
    机器人> 现在没有等着发的月报。2026年10月的数据发 /统计 上月 看。
    张三> /月报附言 大家辛苦了
    机器人> 「月报附言」由企业微信管理员使用。发 /帮助 看看你能用什么。
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.domain.rights import Role
from bot.errors import Code, UserError
from bot.services.figures.reports import add_words
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class ReportWords:
    wanted: ClassVar[str] = "想在月报里加哪句话？"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        text = words.rest()
        if len(text) > LONGEST:
            raise UserError(Code.LIMIT, f"附言最多 {LONGEST} 个字，现在 {len(text)} 个。缩短一点再发。")
        return cls(text) if text else None

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.text}


@command(
    "月报附言",
    aliases=("report-note", "ybfy"),
    audience=frozenset({Role.WECOM_ADMIN}),
    private=True,
    writes=True,
    summary="给管理月报加一句话",
)
async def report_note(ctx: Context, text: ReportWords) -> Reply:
    return Reply(await add_words(ctx, text.text), private=True)
