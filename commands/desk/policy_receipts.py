"""Who has confirmed which version of a policy: figures and a table for those who may see it, one's own for everybody.

Whoever looks after the policy sees everybody, heads of departments their own people; it is answered in private.

Example:
    张三> /制度签收
    机器人> 还没有用 /发布制度 发布过制度。
"""

from bot.arguments.policies import PolicyNamed
from bot.services.policies.acknowledging import of_policy, overview
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "制度签收",
    aliases=("policy-receipts", "zdqs", "签收情况", "制度签收情况"),
    says=(
        "[还有](谁|哪些人|多少人|几个人)[还](没有|没)签[收]…制度",
        "…制度[还有](谁|哪些人|多少人|几个人)[还](没有|没)签[收]",
        "我[都](签|签收)[了|过][哪些|什么]制度",
        "我[还]有[哪些|什么|哪份|哪几份|几份]制度(没签|没签收|要签|要签收)",
    ),
    summary="看制度签收到哪里了",
)
async def policy_receipts(ctx: Context, policy: PolicyNamed | None = None) -> Reply:
    return Reply(await of_policy(ctx, policy.name) if policy else await overview(ctx), private=True)
