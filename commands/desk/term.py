"""What a word means here (D15§三). Alone it lists the words; a company adds its own in a file (docs/desk.md).

Example:
    张三> /术语 五落实
    机器人> 五落实：整改一条隐患要定下的五件事：责任人、措施、资金、时限、预案。
    张三> /术语 天狼星
    机器人> 没有「天狼星」的解释。发 /术语 看有哪些词，也可以发 /求助 问人。
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.domain.desk.knowledge.passage import GLOSSARY
from bot.domain.wording import quote_user, shown
from bot.services.desk.knowledge_book import index_of
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@dataclass(frozen=True, slots=True)
class Term:
    wanted: ClassVar[str] = "哪个词？"

    word: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        word = words.rest().strip(' ，,。？?：:「」“”"')
        return cls(word) if word else None

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.word}


@command(
    "术语",
    aliases=("glossary", "名词解释"),
    says=("(解释|说明)[一下]术语…", "术语[里]…(是什么意思|什么意思|怎么讲)"),
    summary="看一个词在这里是什么意思",
)
async def explain_term(ctx: Context, text: Term | None = None) -> Reply:
    known = [each for each in (await index_of(ctx.company)).passages if each.source.id == GLOSSARY]
    if text is None:
        return Reply(f"有这些：{quote_user('、'.join(each.heading for each in known))}。发 /术语 加一个词看解释。")
    found = [each for each in known if each.heading == text.word] or [
        each for each in known if text.word in each.heading
    ]
    if not found:
        return Reply(f"没有「{shown(text.word)}」的解释。发 /术语 看有哪些词，也可以发 /求助 问人。")
    return Reply("\n".join(quote_user(f"{each.heading}：{each.body}") for each in found[:5]))
