"""Somebody asks: what is known is said first, else it goes to a person (D2§9.3, S267)."""

from datetime import timedelta
from typing import Final

from bot.domain.desk.enquiry import Enquiry, Kind, State, Told
from bot.domain.desk.routing import able, answerers, topic_of
from bot.domain.desk.topics import Topic, topic_in
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.services.desk import wording
from bot.services.desk.clock import wind
from bot.services.desk.enough import MOST_AN_HOUR, ensure_not_too_many
from bot.services.desk.telling import OWN_TOPIC, ask_all, held, keep, names
from bot.services.policies.citing import find
from bot.services.security.advising import advise
from bot.shapes.context import Context
from bot.shapes.outgoing import Card
from bot.shapes.replies import Reply

TWICE_WITHIN: Final = timedelta(minutes=10)
REPLIES: Final = "有答复我私聊你。"
OF_KIND: Final = {Kind.FACT: "有结论我私聊你，之前请先别转发。", Kind.COMPLAINT: "办理结果我私聊你。"}
NOBODY: Final = "现在没有人能接，没有转出去。请直接联系企业微信管理员。"
IN_THE_GROUP: Final = "已经转给人了，有答复我私聊你。"


async def answer_policy(ctx: Context, question: str) -> Reply:
    """What the texts say, or that nothing was found. Raises UserError."""
    hits = await find(ctx, question)
    if hits:
        return Reply(wording.found_words(hits))
    topic = topic_in(question, ctx.company.desk.topics)
    people = answerers(topic, Kind.HELP, ctx.company, but=(ctx.sender.user_id,))
    if not people:
        return Reply(f"制度里没有找到「{shown(question)}」，我不乱说。换个说法再问一次，例如：/制度 谁能拉人进群。")
    await _forgotten_soon(ctx)
    enquiry = await _opened(ctx, Kind.HELP, topic, question, State.OFFERED)
    return await _own(ctx, enquiry, wording.nothing_known(question, names(ctx, people)), private=topic.private)


async def ask(ctx: Context, text: str, kind: Kind = Kind.HELP) -> Reply:
    """Raises UserError for what was asked a moment ago, and for too much at once."""
    await _forgotten_soon(ctx)
    await _ensure_new(ctx, text, kind)
    if kind is not Kind.FACT:  # who asks whether it is true was advised before
        advise(ctx, text)
    topic = topic_in(text, ctx.company.desk.topics)
    hits = await find(ctx, text) if kind is Kind.HELP else ()
    if not hits:
        enquiry = await _opened(ctx, kind, topic, text, State.WAITING)
        return await _passed(ctx, enquiry)
    enquiry = await _opened(ctx, kind, topic, text, State.OFFERED)
    person = bool(answerers(topic, kind, ctx.company, but=(ctx.sender.user_id,)))
    return await _own(
        ctx, enquiry, wording.knowledge_card("先看看这条", wording.passage_words(hits[0].passage), person)
    )


async def pass_on(ctx: Context, enquiry: Enquiry) -> Card:
    """What was offered didn't help. Raises UserError."""
    after = enquiry.passed()
    await keep(ctx, enquiry, after, Told.PASSED)
    return await _handed(ctx, after)


async def _passed(ctx: Context, enquiry: Enquiry) -> Reply:
    card = await _handed(ctx, enquiry)
    if ctx.chat.is_group:
        private = topic_of(enquiry, ctx.company).private or enquiry.kind is Kind.FACT
        return Reply(card, private=True) if private else Reply(f"{card.title}（{enquiry.number}），有答复私聊你。")
    return Reply(card)


async def _handed(ctx: Context, enquiry: Enquiry) -> Card:
    if not able(enquiry, ctx.company):
        raise UserError(Code.UNSUPPORTED, NOBODY, private=True)
    people = await ask_all(ctx, enquiry)
    return await held(
        ctx,
        wording.receipt(enquiry, names(ctx, people), OF_KIND.get(enquiry.kind, REPLIES)),
        OWN_TOPIC,
        enquiry.number,
        enquiry.asker,
    )


async def _opened(ctx: Context, kind: Kind, topic: Topic, text: str, state: State) -> Enquiry:
    number = await ctx.store.numbers.next(kind.prefix, ctx.now.date())
    department = ctx.company.department_of(ctx.sender)
    group = ctx.chat.group.id if ctx.chat.group else None
    named = department.name if department else ""
    enquiry = Enquiry(number, kind, ctx.sender.user_id, named, topic.name, ctx.now, state, group)
    await ctx.store.enquiries.add(enquiry, text, by=ctx.act)
    await wind(ctx, enquiry)
    return enquiry


async def _own(ctx: Context, enquiry: Enquiry, card: Card, *, private: bool = False) -> Reply:
    return Reply(await held(ctx, card, OWN_TOPIC, enquiry.number, enquiry.asker), private=private)


async def _ensure_new(ctx: Context, text: str, kind: Kind) -> None:
    store, me = ctx.store.enquiries, ctx.sender.user_id
    await store.hold(me)
    await ensure_not_too_many(ctx, text)
    for each in await store.of(me, ctx.now, most=MOST_AN_HOUR):
        same = each.kind is kind and each.state.is_open and ctx.now - each.asked_at < TWICE_WITHIN
        if same and await store.text(each.number) == text:
            raise UserError(
                Code.DUPLICATE, f"这条刚刚已经收到（{each.number}），没有再转。发 /我的求助 看进展。", private=True
            )


async def _forgotten_soon(ctx: Context) -> None:
    """Words that may be anybody's own stay under seal, and nowhere else."""
    await ctx.store.private_words.note(ctx.act.cause, ctx.sender.user_id, ctx.now)
