"""Publish a version of a policy: what changed is computed from the text, somebody else lets it pass, everybody whom it
is for confirms it, and newcomers are asked for what is in force.

Human resources, the department of WeCom and whoever interprets the text publish it: which one, its version, from when
on, for whom, and the three steps of 劳动合同法 art. 4, each with its day or 未办. The text is the one that /制度
answers from: one that comes along, or a Markdown file of the company's own (docs/desk.md).

Example:
    李娜> /发布制度 D8 V1 12月1日起 全员 讨论11月1日 协商11月10日 公示未办
    机器人→李娜> …
    机器人> [卡片] GG-20261122-001 送审之前看一看 …
    李娜> 按 [送审]
    机器人→林宓> [卡片] 李娜 申请发公告 GG-20261122-001：…
    机器人> [卡片] GG-20261122-001 …
"""

from bot.arguments.policies import HoldsFrom, PolicyNamed, PolicyScope, PolicyVersion, ProcedureSaid
from bot.domain.rights import POLICY_WRITERS
from bot.services.policies.publishing import Wish, publish
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "发布制度",
    aliases=("publish-policy", "fbzd", "制度发布", "发布新制度", "制度新版"),
    says=("把…的(新版|新版本)(发出去|发布|发了)…<起施行|起执行|起生效>",),
    summary="发布一份制度的新版本，全员签收",
    audience=POLICY_WRITERS,
    writes=True,
    private=True,
    instead="制度由人力资源、企业微信管理部门和解释部门发布。看制度发 /制度 加问题。",
)
async def publish_policy(
    ctx: Context,
    procedure: ProcedureSaid,
    version: PolicyVersion | None = None,
    *,
    policy: PolicyNamed,
    effective: HoldsFrom,
    scope: PolicyScope,
) -> Reply:
    said = version.name if version else ""
    wish = Wish(policy.name, said, effective.day, scope.audience, procedure.procedure)
    return await publish(ctx, wish)
