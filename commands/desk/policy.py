"""Answers a question about the company's policies: the clause, where it stands, and who says what it means.

It looks in the texts that the company uses, and in its own (docs/desk.md). What isn't there is not made up: the
question can be passed to a person. D2§13, S331.

Example:
    张三> /制度 谁能拉人进群
    机器人> 《企业微信工作群管理办法（试行）》第6条　进群和请出
    进群和请出只由群管理员办理，其他人不得自行邀请人进群。
    解释：集团行政人事部
    这是条文大意，以公司发的原文为准。
    张三> /制度 打印机没墨了找谁
    机器人> [卡片] 没有找到 制度里没有找到「打印机没墨了找谁」，我不乱说。要转给吴管吗？ [转给人] [不用了]
"""

from bot.arguments.enquiries import PolicyQuestion
from bot.services.desk.asking import answer_policy
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.policy_questions import asks_about_policy


@command(
    "制度",
    aliases=("policy", "查制度", "问制度", "规章制度"),
    summary="问制度，答案带条款",
    says=(
        "(查|查询|查一下|问|问一下|请教)[一下|下]制度[里|上]…",
        "[公司|咱们|我们]制度[里|上](怎么说|怎么规定|怎么写|有没有规定|有规定)…",
        "…(违反|违不违反|符合|符不符合)[公司](规定|制度)[吗|么|呀]",
        "…(制度|规定)[里|上](怎么说|怎么规定|怎么写|有没有规定|有没有写)的",
    ),
    recognises=asks_about_policy,
)
async def ask_policy(ctx: Context, question: PolicyQuestion) -> Reply:
    return await answer_policy(ctx, question.question)
