"""A template of notices: which one, and whether it is to be kept or dropped."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Final, Self

from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_KEEP: Final = regex(r"^\s*(?:保存|存|添加|新增|新建|修改)(?=[\s：:])")
_DROP: Final = regex(r"^\s*(?:删除|删掉|删)(?=[\s：:])")
_PARTS: Final = regex(r"^(?P<name>[^\s：:，,]+)[\s：:]+(?P<text>.+)$", re.DOTALL)


class TemplateStep(StrEnum):
    USE = "用"
    KEEP = "保存"
    DROP = "删除"


@dataclass(frozen=True, slots=True)
class TemplateWish:
    wanted: ClassVar[str] = "哪个模板？例如：/公告模板 停电通知。"

    do: TemplateStep
    name: str
    text: str = ""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError where a template is to be kept and has no words."""
        step = TemplateStep.USE
        if words.take(_KEEP):
            step = TemplateStep.KEEP
        elif words.take(_DROP):
            step = TemplateStep.DROP
        written = words.rest().strip(" ：:")
        if step is TemplateStep.KEEP:
            if found := _PARTS.match(written):
                return cls(step, found["name"], found["text"].strip())
            sentence = "名称和内容都要写，例如：/公告模板 保存 班车通知 〔日期〕起班车改到〔几点〕。"
            raise UserError(Code.MISSING_ARG, sentence, missing=("text",))
        return cls(step, written) if written else None

    def explained(self) -> Mapping[str, Any]:
        return {"item": self.name}
