"""A tag that the bot keeps, how far WeCom has it, and what it may be called."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Final

from bot.domain.finding.folding import fold
from bot.domain.granting import Rules
from bot.domain.wording import shown
from bot.identifiers import UserId
from bot.patterns import regex

LONGEST: Final = 32  # characters (D-90210)
FEW: Final = 3  # who loses a tag with no more than so many others isn't asked about
_ODD: Final = regex(r"[\s@＠<>|/,，、:：]")
# What the law calls sensitive (个人信息保护法 art. 28), and what is said of somebody and not of his work (S307).
_PRIVATE: Final = regex(
    "病|孕|哺乳|残疾|体检|乙肝|抑郁|精神|癌|艾滋|宗教|信仰|信教|民族|少数族|婚|离异|单身|生育|二胎|恋|性取向|欠债|贷款|负债"
    "|征信|案底|前科|黑名单|刺头|难缠|离职倾向|重点关注|落后|不满|情绪|爱好|消费"
)


class TagState(StrEnum):
    """How far WeCom has it; `STOPPED`: it may not be written until somebody has looked at it."""

    NEW = "new"
    MAKING = "making"  # asked for, by whoever wrote this down before
    KEPT = "kept"
    STOPPED = "stopped"


class Trouble(StrEnum):
    """Why a tag is not written; the value is what people read."""

    NONE = ""
    TAKEN = "企业微信里已经有同名的标签，不是我建的，我不改"
    FOREIGN = "企业微信说这个标签不归我改"
    RENAMED = "它在企业微信里改了名"
    GONE = "它在企业微信里被删掉了"
    ROLE = "带着机器人里的权限，我不写"
    REFUSED = "企业微信没有接受"


@dataclass(frozen=True, slots=True)
class WorkTag:
    """`number` is ours, `wecom` is WeCom's id. `asked` and `agreed`: the digest of those whose loss of it was asked
    about, and agreed to; `told`: of what a rehearsal would have done, once somebody was told."""

    number: int
    name: str
    by_rule: bool
    state: TagState = TagState.NEW
    trouble: Trouble = Trouble.NONE
    wecom: int | None = None
    asked: str = ""
    agreed: str = ""
    told: str = ""


def digest(users: Iterable[UserId], more: Iterable[UserId] = ()) -> str:
    """Tells one set of people from another, and fits on a card."""
    text = "|".join([*sorted(users), "", *sorted(more)])
    return sha256(text.encode()).hexdigest()[:16]


def must_be_asked(removed: Collection[UserId], had: int, share: int) -> bool:
    """Whether so many would lose it that a wrong directory or a wrong rule is likelier than the truth."""
    return len(removed) > FEW and len(removed) * 100 > had * share


def gives_role(name: str, rules: Rules) -> bool:
    """Whether who bears the tag is given a right here: then nobody is given it by the bot."""
    return fold(name) in {fold(tag) for rule in rules.values() for tag in rule.tags}


def why_no_tag(name: str) -> str:
    """What is wrong with it as a tag's name, as a sentence; empty: nothing is."""
    if not name or len(name) > LONGEST:
        return f"标签的名字写 1 到 {LONGEST} 个字。"
    if _ODD.search(name):
        return f"标签的名字「{shown(name)}」里不能有空格、@ 和标点，请换一个。"
    if found := _PRIVATE.search(name):
        return f"标签只写和工作有关的事：岗位、班次、项目、证书。「{shown(name)}」里的「{found[0]}」不是，请换一个。"
    return ""
