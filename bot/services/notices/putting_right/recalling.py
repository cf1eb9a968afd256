"""Messages of a notice are taken back in WeCom, outside of any transaction, and its author hears how many.

Whose message can't be taken back gets a correction. WeCom refuses what was taken back before; so who died between its
answer and our note sends a correction too many, and no mistake stands uncorrected.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.identifiers import UserId
from bot.services.notices.faces import called
from bot.services.notices.publishing.posting import tell_people
from bot.services.notices.putting_right.cancelling import JOB, correction_of
from bot.services.notices.receipts.confirming import notice_of
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Text, ToPerson, Verdict
from bot.shapes.ports import Sources
from bot.shapes.records.receipts import Recall
from bot.shapes.store import Store

AT_ONCE: Final = 50
AGAIN: Final = timedelta(minutes=1)
MOST_TRIES: Final = 10
_AGAIN: Final = (Verdict.RETRY, Verdict.UNKNOWN, Verdict.MISCONFIGURED)


@dataclass(frozen=True, slots=True)
class Asked:
    """What WeCom said of each recall, by its number."""

    verdicts: Mapping[int, Verdict]


async def ask_wecom(sources: Sources, store: Store) -> Asked:
    """Without an app nothing can be taken back."""
    verdicts: dict[int, Verdict] = {}
    for recall in await store.recalls.waiting(AT_ONCE):
        said = (await sources.recaller.recall(recall.msgid)).verdict if sources.recaller else Verdict.REFUSED
        verdicts[recall.id] = said
        if said is Verdict.MISCONFIGURED:
            break
    return Asked(verdicts)


async def write_down(ctx: JobContext, asked: Asked) -> None:
    waiting = [each for each in await ctx.store.recalls.waiting(AT_ONCE) if each.id in asked.verdicts]
    for recall in waiting:
        await _settle(ctx, recall, asked.verdicts[recall.id])
    for posting in dict.fromkeys(each.posting for each in waiting):
        await _close(ctx, posting)
    if await ctx.store.recalls.waiting(1):
        later = any(verdict in _AGAIN for verdict in asked.verdicts.values())
        await ctx.store.jobs.hasten(JOB, ctx.now + (AGAIN if later else timedelta(0)))


async def _settle(ctx: JobContext, recall: Recall, verdict: Verdict) -> None:
    if verdict in _AGAIN and recall.tries < MOST_TRIES:
        await ctx.store.recalls.tried(recall)
    else:
        done = verdict is Verdict.DONE or (verdict is Verdict.REFUSED and recall.tries)
        await ctx.store.recalls.settle(recall, "done" if done else "refused")


async def _close(ctx: JobContext, number: int) -> None:
    """All of a posting is settled: who still has it gets the correction, its author the figures."""
    recalls = await ctx.store.recalls.of(number)
    posting = await ctx.store.postings.get(number)
    notice = await notice_of(ctx.store, posting) if posting else None
    if posting is None or notice is None or any(each.state == "waiting" for each in recalls):
        return
    left = _users(recalls, "refused")
    gone = _users(recalls, "done") - left
    await tell_people(ctx, posting, sorted(left), [correction_of(notice)])
    parts = [f"{len(gone)} 人的消息已撤回"] if gone else []
    parts += [f"{len(left)} 人的撤不回，已补发更正"] if left else []
    if ctx.company.is_here(notice.author):
        ctx.tell(ToPerson(notice.author), Text(f"{called(notice)}：{'，'.join(parts)}。"))


def _users(recalls: Sequence[Recall], state: str) -> frozenset[UserId]:
    return frozenset(user for each in recalls if each.state == state for user in each.users)
