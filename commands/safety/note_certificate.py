"""Register a licence for special work, or its new end after a review: the last word counts. Who holds it and those in
charge of safety are reminded 60, 30 and 7 days before it ends.

Example:
    陈安> /登记特种作业证 张三 低压电工 2027-03-01
    机器人> 已登记 张三 的低压电工证，2027年3月1日(周一)到期。到期前 60、30、7 天我提醒本人和安全管理员。
"""

from bot.arguments.people import PersonNamed
from bot.arguments.training_details import CertificateKind, LastDay
from bot.domain.safety.training.audience import ASSIGNERS
from bot.services.safety.training.certificates import note
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "登记特种作业证",
    aliases=("note-certificate", "djtzzyz"),
    audience=ASSIGNERS,
    writes=True,
    summary="登记特种作业证到期日",
)
async def note_certificate(ctx: Context, person: PersonNamed, until: LastDay, *, kind: CertificateKind) -> Reply:
    return Reply(await note(ctx, person.person, kind.kind, until.day), private=True)
