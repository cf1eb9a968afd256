"""What may be found wrong with the trail, and what was found altogether."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.audit.links import Head
from bot.domain.audit.lost import Lost, Remains


class Wrong(StrEnum):
    """As the auditor reads it."""

    CUT = "前面缺了记录，被删掉了"
    MOVED = "和前一条接不上，次序被动过，或前面的被换掉了"
    FORGED = "链条上的签名不对，被改过，或是别人插进来的"
    SINCE_LOST = "登记密钥丢失以后，它签的记录被动过"
    NO_HEADS = "配置里另存链头的文件不见了，末尾有没有被截掉看不出来"
    NO_KEY = "签名用的密钥不在这里，没法核对"
    MISSING = "审计记录本身不见了，被删掉了"
    CHANGED = "内容和当时记下的不一样，被改过"
    FOREIGN = "不是机器人写的，是别人插进来的"
    COPIED = "和另一条一模一样，是照抄插进来的"
    EMPTIED = "个人信息被抹掉了，却没有依法删除的记录"
    TAIL = "当时公布的这一条已经没有了，后面的记录被截掉了"
    REWRITTEN = "和当时公布的链头不一样，整条链被重写过"


@dataclass(frozen=True, slots=True)
class Break:
    """`seq`: the place in the chain, None of what isn't in it; `entry`: the id in the trail, None where unknown."""

    wrong: Wrong
    seq: int | None = None
    entry: int | None = None
    note: str = ""

    @property
    def said(self) -> str:
        if self.wrong is Wrong.NO_HEADS:
            return f"{self.wrong}。"
        place = f"第 {self.seq} 条" if self.seq is not None else "还没接上链的记录"
        entry = f"（记录号 {self.entry}）" if self.entry is not None else ""
        return f"{place}{entry}：{self.wrong}{f'：{self.note}' if self.note else ''}。"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`waiting`: entries that aren't linked yet; `anchors`: how many heads kept elsewhere were compared. `lost`: keys
    that were put down as gone, of which all is as it was then. `unknown`: what each key signed that isn't here.
    `taken_in`: how many were there before there was a first key, as they were found then."""

    links: int
    head: Head | None
    erased: int
    waiting: int
    anchors: int
    breaks: Sequence[Break]
    lost: Sequence[Lost] = ()
    unknown: Mapping[str, Remains] = field(default_factory=dict)
    taken_in: int = 0
