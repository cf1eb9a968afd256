"""The button of the card that asks somebody to agree to rules."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.groups.rules import Consent, ConsentState, Way
from bot.errors import unknown_button
from bot.services.groups.rules.wording import AGREE
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.replies import Reply, outcome

ACTION = "同意"


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """Raises UserError for a button that is none."""
    if press.key != AGREE:
        raise unknown_button("发 /群规 看现在的群规。")
    asked = await ctx.store.consents.of_card(press.task_id)
    valid = [each for each in asked if each.state is not ConsentState.VOID]
    title = _title(ctx, asked)
    if not valid:
        return outcome(title, "这张卡片过期了：群规又更新了，或者你已经不在群里。现在的群规发 /群规 看。")
    act = replace(ctx.act, action=ACTION)
    for consent in valid:
        version = await ctx.store.rules.get(consent.group, consent.version)
        if version:
            await ctx.store.consents.agree(ctx.sender.user_id, version, Way.BUTTON, by=act)
    if all(each.is_explicit for each in valid):
        return outcome(title, "你已经同意过了，不用再按。")
    return outcome(title, f"已记下：{ctx.now:%H:%M} 你同意了。")


def _title(ctx: Context, asked: Sequence[Consent]) -> str:
    groups = [group for each in asked if (group := ctx.company.group(each.group))]
    return f"{groups[0].name}的群规" if len(groups) == 1 else f"{len(groups)} 个群的群规"
