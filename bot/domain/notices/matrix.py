"""Whether everybody whom a notice reaches may be told of what it is about (S210, S254, D9§8)."""

from collections.abc import Mapping

from bot.domain.company import Company
from bot.domain.notices.audience import Readers
from bot.domain.notices.checks.finding import Finding
from bot.domain.notices.direct import direct_users
from bot.domain.notices.notice import Draft
from bot.domain.notices.reader_kinds import ReaderKind
from bot.errors import Code


def not_for_them(draft: Draft, found: Readers, company: Company) -> Finding | None:
    """Who is among the readers and isn't to be told of it, and who may be."""
    allowed = company.notices.matrix.allowed.get(draft.category)
    if allowed is None:
        return None
    counts = {kind: count for kind, count in _kinds(found, company).items() if count and kind not in allowed}
    if not counts:
        return None
    others = "、".join(f"{kind}（{kind.meant}，{_many(kind, count)}）" for kind, count in counts.items())
    whose = "、".join(kind for kind in ReaderKind if kind in allowed)
    may = f"只发给{whose}，请换对象" if whose else "不发公告，请单独告诉要知道的人"
    return Finding(f"「{draft.category}」这类内容{may}；这里面还有{others}。", Code.UNSUPPORTED)


def _kinds(found: Readers, company: Company) -> Mapping[ReaderKind, int]:
    """How many of each kind; of those outside, in how many rooms they read along."""
    direct = direct_users(company)
    return {
        ReaderKind.DIRECT: len(found.heads & direct),
        ReaderKind.SUPPORTING: len(found.heads - direct),
        ReaderKind.OUTSIDE: sum(room.kind in company.notices.outside for room in found.groups),
    }


def _many(kind: ReaderKind, count: int) -> str:
    return f"{count} 个群" if kind is ReaderKind.OUTSIDE else f"{count} 人"
