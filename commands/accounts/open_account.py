"""Ask for an account in WeCom for somebody who is coming: name, department, position and mobile, in any order.

Human resources for everybody, heads for their own department. It may say what kind of employment it is (`正式`,
`临时工`, `实习生`, `外部`); all but the first need the last day, and somebody from outside needs a colleague who
answers for him (`负责人 @李四`). Human resources agree, never whoever asked; then the account is made by the bot where
the company lets it (`[accounts] write`), else the administrator gets a card with what to type. Nobody is ever asked for
a password.

Example:
    李娜> /申请账号 王小明 生产部 操作工 13800001111
    机器人→周敏> [卡片] 李娜 申请开通账号：王小明（生产部 操作工） ZH-20261122-001 类型：正式 …
    机器人> 已提交 ZH-20261122-001：给王小明（生产部 操作工）开通账号，等 周敏 审批。
    周敏> 按 [同意]
    机器人→李娜> ZH-20261122-001 开通账号：王小明（生产部 操作工）：已同意（周敏，10:00）。接下来开通，结果马上告诉你。
    机器人> [卡片] 李娜 申请开通账号：王小明（生产部 操作工） 已同意（周敏，10:00）。
    ⏰ 2026-11-22 10:00
    机器人→吴管> [卡片] 开通账号：王小明 …
    机器人→李娜> ZH-20261122-001 开通账号：王小明：已请 吴管 在管理后台办，办好了告诉你。
    吴管> 按 [已建好]
    机器人> [卡片] ZH-20261122-001 开通账号：王小明 收到，我去通讯录里核对，结果马上告诉你。
"""

from bot.arguments.employment import Employed, EmployedUntil, Sponsor
from bot.arguments.newcomers import Mobile, NewDepartment, NewName, Position
from bot.domain.accounts.newcomer import Employment, Newcomer
from bot.domain.rights import Role
from bot.errors import Code, UserError
from bot.services.accounts.applying import apply, ensure_may_apply
from bot.services.approvals.approvals import Approvals
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

APPLICANTS = frozenset({Role.HR, Role.GROUP_HR, Role.DEPT_HEAD})


def _rules(
    scene: Scene,
    mobile: Mobile,
    dept: NewDepartment,
    name: NewName,
    position: Position,
    employment: Employed | None = None,
    until: EmployedUntil | None = None,
    sponsor: Sponsor | None = None,
) -> None:
    if scene.sender:
        ensure_may_apply(scene.sender, dept.department.id, scene.company)
    kind = employment.kind if employment else Employment.REGULAR
    if kind.ends and until is None:
        raise UserError(Code.MISSING_ARG, f"{kind}{EmployedUntil.wanted}", missing=("until",))
    if kind is Employment.EXTERNAL and sponsor is None:
        raise UserError(Code.MISSING_ARG, Sponsor.wanted, missing=("sponsor",))


@command(
    "申请账号",
    aliases=("sqzh", "account", "开通账号", "开账号", "申请企业微信账号", "新员工账号"),
    says=(
        "[请|麻烦|帮我|帮忙][给|帮|为]…(开|开通|申请|建|办)[一下|一个|个|一下个](企业微信|企微|微信)[的](账号|帐号|号)…",
        "[请|麻烦|帮我|帮忙][给|帮|为]…(开|开通|申请|建|办)[一下|一个|个](账号|帐号)…",
        "[请|麻烦|帮我|帮忙][给|帮|为]…(开|开通|申请|建|办)[一下|一个|个](企业微信|企微|账号|帐号)",
        "[我][要|想|帮忙|帮我](开|开通|申请|建|办)[一下|一个|个](企业微信|企微)[的](账号|帐号|号)…",
        "[我部门|我们部门|我们|我这][要|想|需要](开|办|申请)[个|一个](号|账号|帐号|企业微信)[，|：|:]…",
        "…(开通|申请|开|办)[企业微信](账号|帐号)[：|:]…",
        "[来了|来][一个|一位|个|位]新(人|员工|同事)…[要|需要](开|开通|申请|建|办)[一下|一个|个](账号|帐号|企业微信)",
    ),
    summary="给新同事申请企业微信账号",
    audience=APPLICANTS,
    writes=True,
    private=True,
    rules=_rules,
    instead="新同事的账号由人力资源或部门负责人申请，请把姓名、部门、职位告诉他们。",
)
async def open_account(
    ctx: Context,
    approvals: Approvals,
    mobile: Mobile,
    employment: Employed | None = None,
    until: EmployedUntil | None = None,
    sponsor: Sponsor | None = None,
    *,
    dept: NewDepartment,
    name: NewName,
    position: Position,
) -> Reply:
    newcomer = Newcomer(
        name=name.name,
        department=dept.department.id,
        position=position.title,
        mobile=mobile.number,
        employment=employment.kind if employment else Employment.REGULAR,
        until=until.day if until and employment else None,
        sponsor=sponsor.person.person.user_id if sponsor else None,
    )
    return Reply(await apply(ctx, approvals, newcomer), private=True)
