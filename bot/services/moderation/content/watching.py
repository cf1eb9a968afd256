"""What is said to the bot in a group is looked at; what is said in private is nobody's business but who said it.

Exempt is whatever tells of a danger or an accident (安全生产法 art. 54), and what is said to keep order or to report
somebody: whoever quotes an insult insults nobody.
"""

from typing import Final

import structlog

from bot.domain.company import Company
from bot.domain.moderation.content.repeats import Repeats
from bot.errors import Overtaken, UserError
from bot.patterns import regex
from bot.services.moderation.content.looking import checks_of
from bot.services.moderation.content.raising import Seen, put_before_a_human
from bot.services.talking.acting import UNNAMED, scene_of
from bot.shapes.command import CommandBook
from bot.shapes.context import Context
from bot.shapes.incoming import Incoming
from bot.understanding.emergency.heed import heed
from bot.understanding.hazards.sentences import speaks_of_hazard
from bot.understanding.normalise import normalise
from bot.understanding.understand import Understood, understand

log = structlog.get_logger()

_SAFETY: Final = frozenset({"事故", "隐患", "账号异常", "钓鱼举报", "泄露", "安全问答"})
_ORDER: Final = frozenset(
    {"举报", "申诉", "批评教育", "警告", "禁言", "解除禁言", "移出", "停用", "恢复", "通报", "调解", "罚款"}
)
_ABOUT_WORDS: Final = frozenset({"解除劳动合同", "求证", "昵称检查", "改昵称"})
_TYPED: Final = regex(r"/([一-鿿]+)")
EXEMPT: Final = _SAFETY | _ORDER | _ABOUT_WORDS | UNNAMED


class ContentWatch:
    """One for the process: it remembers what was just said."""

    def __init__(self, book: CommandBook) -> None:
        self._book = book
        self._repeats = Repeats()

    async def see(self, ctx: Context, incoming: Incoming) -> None:
        """After the message was answered. What fails here fails by itself."""
        rules = ctx.company.moderation.content
        if not (rules.on and ctx.chat.group and incoming.text.strip()):
            return
        try:
            await ctx.store.attempt(lambda: self._see(ctx, incoming))
        except Overtaken:
            raise
        except Exception as error:
            log.warning("content.failed", why=type(error).__name__)

    async def _see(self, ctx: Context, incoming: Incoming) -> None:
        found = (await checks_of(ctx.company)).look(incoming.text)
        again = self._repeats.see(incoming.sender, str(ctx.chat.id), incoming.text, incoming.key, ctx.now)
        if not (found or again) or ctx.chat.group is None or tells_of_danger(incoming.text):
            return
        command = self._command(ctx, incoming)
        if again and command is None:  # who sends a command again has heard no answer
            found = (*found, again)
        if found and command not in EXEMPT:
            seen = Seen(ctx.sender.user_id, ctx.chat.group, incoming.text, ctx.now)
            await put_before_a_human(ctx, seen, found)

    def _command(self, ctx: Context, incoming: Incoming) -> str | None:
        """Which command it was understood as, or meant to be."""
        try:
            understood = understand(incoming.text, scene_of(ctx, quote=incoming.quote), self._book)
        except UserError as error:
            return error.command or typed_command(incoming.text, ctx.company)
        return understood.command.name if isinstance(understood, Understood) else None


def typed_command(text: str, company: Company) -> str | None:
    """Behind a slash, whether there is such a command or not."""
    typed = _TYPED.match(normalise(text, company.bot_name))
    return typed[1] if typed else None


def tells_of_danger(text: str) -> bool:
    return heed(text) is not None or speaks_of_hazard(text)
