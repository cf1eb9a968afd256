"""A button that wants words: what its holder writes here next goes into a line, which is read as a command."""

from typing import Final

from bot.domain.dates import clock_time
from bot.domain.safety.accidents.statements import Topic
from bot.services.talking.listening import listen
from bot.shapes.context import Context

FACTS, FILING, LESSONS = "事故资料", "事故上报", "四不放过"  # commands
QUESTIONS: Final = {
    Topic.UNIT: "单位概况怎么写？名称、行业、人数，一句话。",
    Topic.WHEN: "什么时候发生的？例如：11月22日 9:40。",
    Topic.PLACE: "在哪里？",
    Topic.SCENE: "现场现在怎样？",
    Topic.COURSE: "简要经过？先写时间，再写事情，不写猜测的原因。",
    Topic.DEATHS: "死亡几人？没有就回 0，不清楚回「待核实」。",
    Topic.SERIOUS: "重伤（含急性中毒）几人？没有就回 0，不清楚回「待核实」。",
    Topic.LOSS: "直接损失大概多少？例如：3.5万；不清楚回「待核实」。",
    Topic.MEASURES: "已经采取了什么措施？",
}
FILED: Final = "几点、报给哪个单位、谁接的？例如：10:20 区应急管理局 李科长。"
WHY_NOT: Final = "为什么不需上报？写一句理由。"
LESSON_QUESTIONS: Final = {
    Topic.CAUSE: "原因查清了吗？写直接原因、管理原因和凭什么这样说。",
    Topic.PEOPLE: "责任人怎么处理的？写处理决定的编号或内容，不写姓名。",
    Topic.FIXED: "整改措施落实了吗？写措施、谁验收的。",
    Topic.TAUGHT: "谁受了教育？写时间、对象、人数。",
}


async def ask(ctx: Context, line: str, question: str) -> str:
    """What the card says meanwhile."""
    until = await listen(ctx, line, question)
    return f"{question}直接回复就记下，{clock_time(until, ctx.now)} 前有效；不写了回「算了」。"
