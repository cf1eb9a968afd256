"""Writing down what one learnt: shown without names before anybody else reads it, with photos, and taken back."""

from datetime import timedelta
from typing import Final

from bot.domain.safety.exchange.experience import (
    MOST_PHOTOS,
    PREFIX,
    Experience,
    ExperienceState,
    tells_of_near_miss,
)
from bot.domain.safety.exchange.masking import masked
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import FileId
from bot.services.photos import bared
from bot.services.safety.accidents.asking import ask
from bot.services.safety.exchange import wording
from bot.services.safety.exchange.reviewing import submit
from bot.shapes.context import Context
from bot.shapes.incoming import Incoming, Press
from bot.shapes.outgoing import Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "experience"
CHANGE: Final = "改经验"  # a command
WITHIN: Final = timedelta(minutes=30)  # photos, after its words or before them
ALONG: Final = timedelta(minutes=5)


async def share(ctx: Context, text: str, *, named: bool) -> Card:
    """A draft, shown to its author alone."""
    experience = Experience(
        number=await ctx.store.numbers.next(PREFIX, ctx.now.date()),
        author=ctx.sender.user_id,
        text=text,
        clean=masked(text, ctx.company.finder.people).text,
        written_at=ctx.now,
        near_miss=tells_of_near_miss(text),
        named=named,
    )
    await ctx.store.experiences.add(experience, by=ctx.act)
    waiting = await ctx.store.hazard_drafts.take(ctx.sender.user_id, ctx.chat.id, since=ctx.now - ALONG)
    return await draft_card(ctx, await _with_photos(ctx, experience, list(waiting)))


async def change(ctx: Context, number: str, text: str, named: bool | None) -> Card:
    """His own, as long as nobody looks it through; what was sent back is a draft again. Raises UserError."""
    experience = await own(ctx, number)
    if experience.state is ExperienceState.SENT_BACK:
        await ctx.store.experiences.settle(experience, ExperienceState.DRAFT, by=ctx.act)
    elif experience.state is not ExperienceState.DRAFT:
        how = f"先发 /撤回经验 {number}，再重新写。" if experience.state is ExperienceState.IN_REVIEW else ""
        raise UserError(Code.BAD_STATE, f"{number} {experience.state}，不能改。{how}")
    changes = {"text": text, "clean": masked(text, ctx.company.finder.people).text}
    more = {"near_miss": tells_of_near_miss(text), "named": experience.named if named is None else named}
    after = await ctx.store.experiences.change(experience, by=ctx.act, **changes, **more)
    return await draft_card(ctx, after)


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """A button of a draft, or of what waits. Raises UserError."""
    experience = await own(ctx, number)
    title = f"经验分享 {number}"
    if press.key == wording.WITHDRAW:
        return outcome(title, await withdraw(ctx, number))
    if experience.state is not ExperienceState.DRAFT:
        return outcome(title, f"{number} {experience.state}，没有改动。")
    if press.key == wording.SUBMIT:
        return Reply(await submit(ctx, experience, TOPIC))
    if press.key == wording.EDIT:
        return outcome(title, await ask(ctx, f"/{CHANGE} {number}", "改成什么？把整段写好发来。"))
    if press.key == wording.NAME and not experience.near_miss:
        after = await ctx.store.experiences.change(experience, by=ctx.act, named=not experience.named)
        return Reply(await draft_card(ctx, after))
    if press.key == wording.DROP:
        await ctx.store.experiences.settle(experience, ExperienceState.DROPPED, by=ctx.act)
        return outcome(title, "不发了，没有别人看过。")
    raise unknown_button()


async def withdraw(ctx: Context, number: str) -> str:
    """By its author, while it waits. Raises UserError."""
    experience = await own(ctx, number)
    if experience.state not in (ExperienceState.IN_REVIEW, ExperienceState.DRAFT):
        raise UserError(Code.BAD_STATE, f"{number} {experience.state}，不能撤回。")
    if not await ctx.store.experiences.settle(experience, ExperienceState.DROPPED, by=ctx.act):
        raise UserError(Code.BAD_STATE, f"{number} 刚刚有人处理过了，没有撤回。")
    return f"{number} 已撤回，不会发布。"


async def take(ctx: Context, incoming: Incoming) -> Reply | None:
    """Photos that follow; None: he has written nothing just now. Raises UserError."""
    files = [each.file for each in incoming.pictures if each.file]
    draft = await ctx.store.experiences.latest_of(ctx.sender.user_id, ExperienceState.DRAFT, ctx.now)
    if not files or draft is None or draft.written_at < ctx.now - WITHIN:
        return None
    if len(draft.photos) + len(files) > MOST_PHOTOS:
        raise UserError(
            Code.LIMIT, f"一条经验最多 {MOST_PHOTOS} 张照片，{draft.number} 已经有 {len(draft.photos)} 张。"
        )
    after = await _with_photos(ctx, draft, files)
    return Reply(f"照片已放进 {after.number}，现在 {len(after.photos)} 张。照片里别露出人脸和姓名牌。")


async def own(ctx: Context, number: str) -> Experience:
    """Raises UserError; who asks for another's hears no more than that it isn't his."""
    experience = await ctx.store.experiences.get(number, ctx.now)
    if experience is None or experience.author != ctx.sender.user_id:
        raise UserError(Code.NOT_FOUND, f"你没有编号是 {number} 的经验。请核对编号。")
    return experience


async def draft_card(ctx: Context, experience: Experience) -> Card:
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=experience.number, holder=experience.author)
    words = wording.before_and_after(experience, masked(experience.text, ctx.company.finder.people).hidden)
    if not wording.fits(words):
        ctx.tell(ToPerson(experience.author), Text(words))
        words = wording.ABOVE
    return wording.draft_card(experience, words, ctx.company, task_id)


async def _with_photos(ctx: Context, experience: Experience, files: list[FileId]) -> Experience:
    for file in files[:MOST_PHOTOS]:
        await ctx.store.experiences.show(experience.number, await bared(ctx, file), by=ctx.act)
    return await ctx.store.experiences.get(experience.number, ctx.now) or experience
