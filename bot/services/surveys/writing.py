"""What is asked for, as its author said it: kept as a draft, and shown to him before anybody else sees it."""

from dataclasses import replace

from bot.arguments.activities import ActivitySaid
from bot.arguments.surveys import SurveySaid
from bot.domain.surveys import activity as of_activity
from bot.domain.surveys import survey as of_survey
from bot.domain.surveys.activity import Activity
from bot.domain.surveys.survey import Survey
from bot.services.surveys import faces
from bot.services.surveys.reaching import ensure_may_ask, steps
from bot.services.surveys.topics import DRAFT_TOPIC
from bot.shapes.context import Context
from bot.shapes.outgoing import Card


async def write_survey(ctx: Context, said: SurveySaid) -> Card:
    """Raises UserError."""
    author = ctx.sender.user_id
    ensure_may_ask(ctx, said.audience, " ".join([said.question, *said.options]))
    number = await ctx.store.numbers.next(of_survey.PREFIX, ctx.now.date())
    survey = Survey(number, author, said.question, said.audience, said.closes_at, ctx.now, said.options, said.anonymous)
    await ctx.store.surveys.add(survey, by=ctx.act)
    needs_review = bool(steps(ctx, author, said.audience))
    return await _issued(ctx, number, faces.survey_preview(survey, ctx, needs_review=needs_review))


async def write_activity(ctx: Context, said: ActivitySaid) -> Card:
    """Raises UserError."""
    author = ctx.sender.user_id
    ensure_may_ask(ctx, said.audience, f"{said.title} {said.place}")
    number = await ctx.store.numbers.next(of_activity.PREFIX, ctx.now.date())
    activity = Activity(
        number,
        author,
        said.title,
        said.audience,
        said.starts,
        said.closes_at,
        ctx.now,
        said.place,
        said.places,
    )
    await ctx.store.activities.add(activity, by=ctx.act)
    needs_review = bool(steps(ctx, author, said.audience))
    return await _issued(ctx, number, faces.activity_preview(activity, ctx, needs_review=needs_review))


async def _issued(ctx: Context, number: str, card: Card) -> Card:
    task_id = await ctx.store.cards.issue(topic=DRAFT_TOPIC, subject=number, holder=ctx.sender.user_id)
    return replace(card, task_id=task_id)
