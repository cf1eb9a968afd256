"""After a leak: whether those it is about and the authority are told, of what, and who decided it.

个人信息保护法 art. 57: the authority and the people are told at once of the kinds, the cause, the harm that may come of
it, what was done, what they can do themselves, and whom to ask. The people need not be told where what was done keeps
all harm from them; the authority may want it nevertheless.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Self

from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.patterns import regex

LABELS: Final = ("种类", "人数", "原因", "危害", "措施", "联系", "通知本人", "报主管部门")
FORM: Final = "\n".join(f"{label}：" for label in LABELS)
ASKED: Final = (
    "照着填好发给我，一行一项：\n种类：泄露了哪些信息\n人数：涉及谁、多少人\n原因：\n危害：可能怎样\n措施：做了什么，本人能做什么\n"
    "联系：谁、电话\n通知本人：是，或者否和理由\n报主管部门：是，或者否和理由"
)
MOST: Final = 300  # characters of an item
_LABEL: Final = regex(rf"(?:^|[\s。；;，,、])({'|'.join(LABELS)})\s*[：:]")
_YES: Final = regex("^(?:是|要|通知|报|需要|已)")
_NO: Final = regex(r"^(?:否|不|无需|不用|没有必要)[要用需必报通知]*[，,：:；;。\s]*(?P<why>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Assessment:
    """`people`, `authority`: whether they are told; else why they are not. `decided_by`: nobody yet."""

    kinds: str
    concerned: str
    cause: str
    harm: str
    measures: str
    contact: str
    people: bool
    authority: bool
    why_not: str
    by: UserId
    at: datetime
    decided_by: UserId | None = None

    @classmethod
    def read(cls, written: str, by: UserId, at: datetime) -> Self:
        """Raises UserError with what is missing."""
        items = _items(written)
        if missing := [label for label in LABELS if not items.get(label)]:
            sentence = f"还差：{'、'.join(missing)}。{ASKED}"
            raise UserError(Code.MISSING_ARG, sentence, missing=tuple(missing), private=True)
        people, no_people = _decided(items["通知本人"], "通知本人")
        authority, no_authority = _decided(items["报主管部门"], "报主管部门")
        why_not = "；".join(
            f"{what}：{why}" for what, why in (("不通知本人", no_people), ("不报主管部门", no_authority)) if why
        )
        kinds, concerned, cause, harm, measures, contact = (items[label] for label in LABELS[:6])
        return cls(kinds, concerned, cause, harm, measures, contact, people, authority, why_not, by, at)

    def decided(self, by: UserId, *, all_told: bool = False) -> Self:
        if not all_told:
            return replace(self, decided_by=by)
        return replace(self, decided_by=by, people=True, authority=True, why_not="")

    @property
    def outcome(self) -> str:
        """`通知本人，不报主管部门`"""
        return f"{'' if self.people else '不'}通知本人，{'' if self.authority else '不'}报主管部门"

    @property
    def summary(self) -> str:
        lines = zip(
            LABELS[:6], (self.kinds, self.concerned, self.cause, self.harm, self.measures, self.contact), strict=True
        )
        said = [f"{label}：{words}" for label, words in lines]
        return "\n".join([*said, f"打算：{self.outcome}", *([f"理由：{self.why_not}"] if self.why_not else [])])

    @property
    def outline(self) -> str:
        """What fits on a card."""
        why = f"\n理由：{shown(self.why_not, 100)}" if self.why_not else ""
        return f"{shown(self.kinds, 60)}，涉及{shown(self.concerned, 40)}。打算：{self.outcome}{why}"

    @property
    def notice(self) -> str:
        """What the people are told, to be looked over and sent by a human."""
        return (
            f"有一件事要告诉你：你的{self.kinds}可能被不该看到的人看到了。原因是{self.cause}。可能的影响：{self.harm}。"
            f"我们已经做的和你可以做的：{self.measures}。有疑问找{self.contact}。"
        )


def _items(written: str) -> dict[str, str]:
    parts = _LABEL.split(written)
    return {label: words.strip(" \n，,；;。")[:MOST] for label, words in zip(parts[1::2], parts[2::2], strict=True)}


def _decided(said: str, label: str) -> tuple[bool, str]:
    """Raises UserError for a no without a reason: somebody will ask for it."""
    if not_told := _NO.match(said):
        if not not_told["why"].strip():
            raise UserError(
                Code.MISSING_ARG,
                f"{label}写了「否」，要写理由：做了什么，为什么不会有危害。",
                missing=(label,),
                private=True,
            )
        return False, not_told["why"].strip()
    if _YES.match(said):
        return True, ""
    raise UserError(Code.CLARIFY, f"{label}没看懂，写「是」，或者「否，理由」。", private=True)
