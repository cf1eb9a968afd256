"""Whoever asks somebody about what is a fraud or a stolen account reads at once what to do, whoever answers him."""

from bot.domain.security.incident import Incident, told_by
from bot.domain.security.officers import officers
from bot.services.security.wording import named
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson
from bot.understanding.security.hearing import hear_incident


def advise(ctx: Context, text: str) -> bool:
    """In private, beside the answer; nothing of `text` is in it. False: it is about something else."""
    heard = hear_incident(text)
    if heard is None or not ctx.chat.private_way:
        return False
    incident = Incident("", heard.kind, "", ctx.sender.user_id, ctx.now)
    who = named(officers(incident, ctx.company), ctx.company)
    now = (each.format(officers=who) for each in ctx.company.security.runbook(incident).now)
    steps = "\n".join(f"{place}. {each}" for place, each in enumerate(now, 1))
    words = f"先这样做：\n{steps}\n要马上有人处理，把刚才的话前面换成「/{told_by(heard.kind)}」再发一次。"
    ctx.tell(ToPerson(ctx.sender.user_id), Text(words))
    return True
