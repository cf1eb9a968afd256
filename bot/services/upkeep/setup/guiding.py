"""Leads the administrator of WeCom through the first configuration; he may leave at any step and come back."""

from dataclasses import replace
from typing import Final

from bot.domain.upkeep.configuration import Plain
from bot.domain.upkeep.parameters import Parameter, found
from bot.domain.upkeep.setup import Progress, Step, StepState, after, is_over, next_step
from bot.domain.upkeep.typed_values import how, read, said
from bot.errors import unknown_button
from bot.services.approvals.approvals import Approvals
from bot.services.attaching import attach_file
from bot.services.talking.listening import listen
from bot.services.upkeep.changing import ensure_setter, put_back, want
from bot.services.upkeep.parameters import listed
from bot.services.upkeep.setup import cards
from bot.services.upkeep.setup.cards import Key
from bot.services.upkeep.setup.steps import settings_of
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

COMMAND: Final = "设置"
TITLE: Final = "设置"
NAME: Final = "config.toml"
AGAIN: Final = "发 /设置 再看一遍。"
NONE_CHOSEN: Final = "还没有选是哪一项。"
BELOW: Final = "发在下面了。"
OVER: Final = "第一次设置已经完成。以后看参数、改参数发 /参数；再看某一步发 /设置 和步骤名，例如 /设置 谁担任什么。"


async def open_card(ctx: Context, step: Step | None) -> Card | str:
    """Where he left off, unless he names a step. Raises UserError."""
    ensure_setter(ctx)
    progress = await ctx.store.setup.progress()
    if step is None and is_over(progress):
        return OVER
    task_id = await ctx.store.cards.issue(topic=cards.TOPIC, subject=cards.TOPIC, holder=ctx.sender.user_id)
    return cards.face(ctx, step or next_step(progress), progress, task_id)


async def put(ctx: Context, approvals: Approvals, parameter: Parameter, value: Plain | None) -> str:
    """What came of it: at once where nobody has set it yet, else by the leader's yes. Raises UserError."""
    return await want(ctx, approvals, parameter, value, setting_up=True)


class Guiding:
    def __init__(self, approvals: Approvals) -> None:
        self._approvals = approvals

    async def pressed(self, ctx: Context, _: str, press: Press) -> Reply:
        """Raises UserError."""
        ensure_setter(ctx)
        key, progress = Key.read(press.key), await ctx.store.setup.progress()
        if key is None:
            raise unknown_button(AGAIN)
        match key.verb:
            case cards.OPEN | cards.MORE:
                page = int(key.more) if key.verb == cards.MORE and key.more.isdecimal() else 0
                return Reply(cards.face(ctx, key.step, progress, press.task_id, page=page))
            case cards.LATER:
                return outcome(TITLE, "好的。想设置的时候发 /设置，从没做完的地方接着来。")
            case cards.NEXT | cards.SKIP:
                return await self._go_on(ctx, key, press)
            case cards.PICK:
                return await self._pick(ctx, key, progress, press)
            case cards.PUT:
                return await self._put(ctx, key, progress, press)
            case cards.UNDO:
                told = await put_back(ctx, [each.key for each in settings_of(key.step, ctx)])
                return await self._told(ctx, key.step, progress, press, told)
            case cards.LIST:
                words = listed(key.step, settings_of(key.step, ctx), ctx.company)
                ctx.tell(ToPerson(ctx.sender.user_id), Text(words))
                return Reply(cards.face(ctx, key.step, progress, press.task_id, note=BELOW))
            case cards.FILE:
                await hand_over(ctx)
                return Reply(cards.face(ctx, key.step, progress, press.task_id, note=BELOW))
            case cards.DONE:
                await ctx.store.setup.put(Step.RESULT, StepState.DONE, by=ctx.act)
                return outcome(TITLE, OVER)
        raise unknown_button(AGAIN)

    async def _go_on(self, ctx: Context, key: Key, press: Press) -> Reply:
        state = StepState.SKIPPED if key.verb == cards.SKIP else StepState.DONE
        await ctx.store.setup.put(key.step, state, by=ctx.act)
        return Reply(cards.face(ctx, after(key.step), await ctx.store.setup.progress(), press.task_id))

    async def _pick(self, ctx: Context, key: Key, progress: Progress, press: Press) -> Reply:
        """A list of values where there is one, else a question: the answer is the value."""
        parameter = _chosen(ctx, key.step, press)
        if parameter is None:
            return Reply(cards.face(ctx, key.step, progress, press.task_id, note=NONE_CHOSEN))
        now = said(parameter, ctx.company.configuration.value(parameter.key), ctx.company.name_of)
        if cards.options_of(parameter):
            return Reply(cards.choosing(key.step, parameter, now, press.task_id))
        question = f"谁担任{parameter.label}？" if parameter.role else f"{parameter.label}改成什么？"
        await listen(ctx, f"/{COMMAND} {parameter.label}", question, action=COMMAND)
        return outcome(
            f"{TITLE}：{parameter.label}", f"现在是 {now}。{parameter.means}。{question}直接回复，{how(parameter)}"
        )

    async def _put(self, ctx: Context, key: Key, progress: Progress, press: Press) -> Reply:
        parameter, picked = found(ctx.company, key.more), press.selected.get(cards.WHICH, ())
        if parameter is None or not picked:
            return Reply(cards.face(ctx, key.step, progress, press.task_id, note=NONE_CHOSEN))
        told = await want(ctx, self._approvals, parameter, read(parameter, picked[0]), setting_up=True)
        return await self._told(ctx, key.step, progress, press, told)

    async def _told(self, ctx: Context, step: Step, progress: Progress, press: Press, told: str) -> Reply:
        """The step again, as it is now: what was changed holds for everybody from the next moment on."""
        overlay = await ctx.store.settings.overlay()
        company = replace(ctx.company, configuration=ctx.company.configuration.changed(overlay))
        return Reply(cards.face(replace(ctx, company=company), step, progress, press.task_id, note=told))


async def hand_over(ctx: Context) -> None:
    """What was changed in chat as words, and the whole as a file: without secrets, those stay where they are."""
    configuration = ctx.company.configuration
    changed = configuration.in_words()
    words = f"聊天里改过的，写成配置文件是：\n{changed}" if changed else "聊天里还没有改过设置。"
    ctx.tell(ToPerson(ctx.sender.user_id), Text(words))
    plain = "完整的配置，密钥留在原来的文件里，没有写在这里。"
    await attach_file(ctx, NAME, configuration.as_file().encode(), plain=plain)


def _chosen(ctx: Context, step: Step, press: Press) -> Parameter | None:
    picked = press.selected.get(cards.WHICH, ("",))[0]
    return next((each for each in settings_of(step, ctx) if each.key == picked), None)
