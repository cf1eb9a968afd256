"""Complain of something that doesn't work as it should: canteen, shuttle, repairs, service. It has a deadline, and goes
up when nobody keeps it (D17§2.2, S279). What is about a person's deeds is a report: /举报.

Example:
    张三> /服务投诉 食堂的菜连着三天是凉的
    机器人→李娜> [卡片] 投诉 TS-20261122-001：行政 张三（生产部）：食堂的菜连着三天是凉的 …
    机器人→周敏> [卡片] 投诉 TS-20261122-001：行政 …
    机器人> [卡片] 已转给李娜、周敏 TS-20261122-001，类别：行政。办理结果我私聊你。 …
"""

from bot.arguments.enquiries import Complaint
from bot.domain.desk.enquiry import Kind
from bot.services.desk.asking import ask
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "服务投诉",
    aliases=("投诉服务", "complain"),
    says=(
        "[我要|我想|想|要]投诉[一下](食堂|宿舍|班车|物业|服务|餐饮|饭菜|空调|保洁|流程|网络|系统|停车|维修)…",
        "[我要|我想|想|要](对|给)…(服务|食堂|班车|宿舍|物业)[提个|提|来个]投诉",
    ),
    summary="反映服务和后勤的问题，限期答复",
    writes=True,
    whole=True,
)
async def complain(ctx: Context, text: Complaint) -> Reply:
    return await ask(ctx, text.text, Kind.COMPLAINT)
