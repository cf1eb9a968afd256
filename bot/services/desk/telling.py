"""Who hears of an enquiry: whoever may answer it, whoever has taken it, and its asker; nothing of it in a group.

What is said is forgotten like what is said to a private command (`bot.storage.privacy.private_words`).
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from bot.domain.desk.enquiry import Enquiry, State, Told
from bot.domain.desk.routing import able
from bot.domain.wording import quote_user
from bot.errors import Code, Overtaken, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.desk import wording
from bot.services.desk.clock import wind
from bot.shapes.context import Context
from bot.shapes.outgoing import Card, Content, Text, ToPerson

TOPIC: Final = "enquiry"  # cards of who answers
OWN_TOPIC: Final = "enquiry-own"  # of who asks


async def find(ctx: Context, number: str) -> Enquiry:
    """For who may answer it; to anybody else there is none. Raises UserError."""
    enquiry = await ctx.store.enquiries.get(number, ctx.now)
    if enquiry is None or ctx.sender.user_id not in able(enquiry, ctx.company):
        sentence = f"没有要你处理的 {number}。发 /求助待办 看看有哪些。"
        raise UserError(Code.NOT_FOUND, sentence, denied=enquiry is not None, private=True)
    return enquiry


async def find_own(ctx: Context, number: str | None) -> Enquiry:
    """One that he asked himself; without a number the newest that is open. Raises UserError."""
    own = await ctx.store.enquiries.of(ctx.sender.user_id, ctx.now, most=50)
    fitting = [each for each in own if (each.number == number if number else each.state.is_open)]
    if not fitting:
        said = (
            f"没有你提的 {number}。发 /我的求助 看看编号。" if number else "你没有还在处理的求助。有事发 /求助 内容。"
        )
        raise UserError(Code.NOT_FOUND, said, private=True)
    return fitting[0]


async def keep(
    desk: Desk, before: Enquiry, after: Enquiry, kind: Told, text: str = "", *, ringing: Collection[str] = ()
) -> None:
    """Raises Overtaken where somebody was quicker."""
    if not await desk.store.enquiries.save(after, kind, text, was=before.version, by=desk.act):
        raise Overtaken(before.number)
    if (before.state, before.holder, before.topic) != (after.state, after.holder, after.topic):
        await wind(desk, after, ringing=ringing)


async def ask_all(desk: Desk, enquiry: Enquiry, said: str = "", but: Collection[UserId] = ()) -> Sequence[UserId]:
    """Everybody who may answer it has a card. `said`: why they have it once more."""
    users = [user for user in able(enquiry, desk.company) if user not in but]
    for user in users:
        await hand(desk, enquiry, user, said)
    return users


async def hand(desk: Desk, enquiry: Enquiry, user: UserId, said: str = "") -> None:
    """A card to answer by; what is long stands above it in full."""
    text = await whole_text(desk, enquiry)
    if len(text) > wording.LONG:
        await tell(desk, user, Text(f"{wording.called(enquiry)}：\n{quote_user(text)}"))
    card = wording.for_answerer(enquiry, text, desk.company, user, said)
    await tell(desk, user, await held(desk, card, TOPIC, enquiry.number, user))


async def whole_text(desk: Desk, enquiry: Enquiry) -> str:
    """What was asked, and what was added to it."""
    lines = await desk.store.enquiries.lines(enquiry.number)
    said = [line.text for line in lines if line.kind in (Told.FILED, Told.ADDED, Told.UNSOLVED) and line.text]
    return "\n".join(said) or wording.FORGOTTEN


async def tell_answer(desk: Desk, enquiry: Enquiry, answer: str) -> None:
    """With the buttons by which he says whether it helped."""
    whole = len(answer) <= wording.LONG
    if not whole:
        await tell(desk, enquiry.asker, Text(f"{enquiry.number} 的答复：\n{quote_user(answer)}"))
    card = wording.for_asker(enquiry, answer, desk.company, whole=whole)
    await tell_asker(desk, enquiry, card)


async def tell_asker(desk: Desk, enquiry: Enquiry, card: Card) -> None:
    await tell(desk, enquiry.asker, await held(desk, card, OWN_TOPIC, enquiry.number, enquiry.asker))


async def held(desk: Desk, card: Card, topic: str, subject: str, holder: UserId) -> Card:
    if not card.buttons:
        return card
    return replace(card, task_id=await desk.store.cards.issue(topic=topic, subject=subject, holder=holder))


async def tell(desk: Desk, user: UserId, content: Content) -> None:
    """It is forgotten in the outbox once it has arrived. Nobody is told anything who has left."""
    if desk.company.is_here(user):
        await desk.store.private_words.note(desk.act.cause, user, desk.now)
        desk.tell(ToPerson(user), content)


def names(desk: Desk, users: Sequence[UserId]) -> str:
    """`吴管`, `周敏、李娜`, `周敏等 5 人`"""
    shown = [desk.company.name_of(user) for user in users]
    return "、".join(shown) if len(shown) <= 3 else f"{shown[0]}等 {len(shown)} 人"


def ensure_open(enquiry: Enquiry) -> None:
    """Raises UserError."""
    if not enquiry.state.is_open and enquiry.state is not State.OFFERED:
        raise UserError(Code.BAD_STATE, f"{enquiry.number} {enquiry.state}，什么都没有改动。", private=True)
