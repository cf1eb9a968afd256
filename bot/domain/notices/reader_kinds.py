"""Kinds of readers, and which topics each may be told of (S209, S210, D9§7–8).

The policy names direct users (supervisors and above, and sales), supporting users (everybody below) and those outside;
who that is follows from positions and departments, so nobody keeps a list.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class ReaderKind(StrEnum):
    DIRECT = "直接用户"
    SUPPORTING = "配套用户"
    OUTSIDE = "外部"

    @property
    def meant(self) -> str:
        return {
            ReaderKind.DIRECT: "主管以上和销售",
            ReaderKind.SUPPORTING: "主管以下的同事",
            ReaderKind.OUTSIDE: "公司以外的人",
        }[self]


@dataclass(frozen=True, slots=True)
class MatrixRules:
    """`allowed`: a notice's category -> who may be told of it; of one that isn't named, everybody.

    `titles`: words of a position that make somebody a direct user; `sales`: departments whose people all are.
    """

    allowed: Mapping[str, frozenset[ReaderKind]] = field(default_factory=lambda: MappingProxyType({}))
    titles: tuple[str, ...] = ("总裁", "副总", "总监", "经理", "主管", "主任", "处长", "部长", "厂长", "负责人")
    sales: tuple[str, ...] = ("供销处", "销售部", "营销部")
