"""Somebody answers: by a button, in a list, or in words; the last answer counts until the end."""

from bot.domain.notices.checks.finding import ensure_none_stops
from bot.domain.notices.checks.secrets import secrets
from bot.domain.surveys.stage import Stage
from bot.domain.surveys.survey import LETTERS, LONGEST_OPINION, MOST_OPTIONS, Survey, option_named
from bot.domain.wording import shown, without_marks
from bot.errors import Code, UserError, unknown_button
from bot.services.surveys import faces
from bot.services.surveys.reaching import ensure_reader, missing
from bot.services.talking.listening import listen
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Card
from bot.shapes.replies import Reply


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """One press is one vote; the card stays, so that he can change his mind. Raises UserError."""
    survey = await _open(ctx, number)
    await _forget_soon(ctx, survey)
    if press.key == faces.SAY:
        return Reply(await _ask(ctx, survey))
    place = press.selected.get(faces.WHICH, ("",))[0] if press.key == faces.VOTE else press.key[len(faces.VOTE) :]
    if not place.isdecimal() or int(place) >= min(len(survey.options), MOST_OPTIONS):
        raise unknown_button()
    return Reply(faces.survey_card(survey, ctx, await _vote(ctx, survey, int(place))))


async def answer(ctx: Context, number: str, words: str) -> str:
    """The same in words. Raises UserError."""
    survey = await _open(ctx, number)
    if survey.anonymous and ctx.chat.is_group:
        raise UserError(Code.UNSUPPORTED, f"{number} 是匿名的，别在群里答。请按我发你的卡片，或私聊我。", private=True)
    await _forget_soon(ctx, survey)
    if not survey.options:
        return await _say(ctx, survey, words)
    place = option_named(survey, words)
    if place is None:
        options = "；".join(faces.listed(survey))
        raise UserError(Code.CLARIFY, f"「{shown(words)}」不在选项里。选一个：{options}。")
    return await _vote(ctx, survey, place)


async def _vote(ctx: Context, survey: Survey, place: int) -> str:
    changed = await ctx.store.surveys.answer(survey, ctx.sender.user_id, place, "", by=ctx.act)
    words = f"{LETTERS[place]} {without_marks(survey.options[place])}"
    return f"{'改成了' if changed else '你选了'}：{words}。"


async def _say(ctx: Context, survey: Survey, words: str) -> str:
    if len(words) > LONGEST_OPINION:
        raise UserError(Code.LIMIT, f"最多 {LONGEST_OPINION} 个字，这里有 {len(words)} 个。请写要紧的。")
    ensure_none_stops(secrets(words))
    changed = await ctx.store.surveys.answer(survey, ctx.sender.user_id, None, words, by=ctx.act)
    whose = "，不会有人知道是你写的" if survey.anonymous else ""
    return f"{'换成新的意见了' if changed else '记下了'}（{survey.number}）{whose}。截止前再发一次就是改。"


async def _ask(ctx: Context, survey: Survey) -> Card:
    """What he says here next is his opinion."""
    await listen(ctx, f"/{faces.ANSWER_COMMAND} {survey.number}", "你的意见？")
    return faces.survey_card(survey, ctx, "直接回我一段话就行；不说了回「算了」。")


async def _open(ctx: Context, number: str) -> Survey:
    """Raises UserError."""
    survey = await ctx.store.surveys.get(number, ctx.now)
    if survey is None or survey.stage not in (Stage.OPEN, Stage.CLOSED):
        raise UserError(Code.NOT_FOUND, missing(number))
    ensure_reader(ctx, survey.audience, number)
    if not survey.is_open(ctx.now):
        raise UserError(Code.BAD_STATE, f"{number} 已经结束，不能再答。看结果发 /征集结果 {number}。")
    return survey


async def _forget_soon(ctx: Context, survey: Survey) -> None:
    """What he pressed or wrote would say it by itself, beside a table that doesn't."""
    if survey.anonymous:
        await ctx.store.private_words.note(ctx.act.cause, ctx.sender.user_id, ctx.now)
        await ctx.store.private_words.unsay(ctx.act.cause)
