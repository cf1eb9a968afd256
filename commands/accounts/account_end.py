"""Until when somebody is here who isn't for good: interns, temporary workers, people from outside. By human resources.

They are reminded before that day by a card that registers his leaving or moves the day.

Example:
    李娜> /账号期限 @何苗 实习生 到2027年3月31日
    机器人> 已登记：何苗（实习生）用到 2027年3月31日(周三)，到期前 14、3 天提醒人力资源。
"""

from bot.arguments.employment import Employed, EmployedUntil
from bot.arguments.people import PersonNamed
from bot.domain.rights import Role
from bot.services.accounts.ends import note_end
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "账号期限",
    aliases=("账号延期", "用工期限", "实习期限"),
    says=("[把|将]…的(实习|合同|账号)[期|期限](延|延长|延期|改)<到>…",),
    summary="登记实习生等人员用到哪天",
    audience=frozenset({Role.HR, Role.GROUP_HR}),
    writes=True,
    private=True,
)
async def account_end(
    ctx: Context, target: PersonNamed, employment: Employed | None = None, until: EmployedUntil | None = None
) -> Reply:
    kind = employment.kind if employment else None
    return Reply(await note_end(ctx, target.person, kind, until.day if until else None), private=True)
