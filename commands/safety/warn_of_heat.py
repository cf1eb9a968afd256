"""It is hot: what the law wants at that temperature goes to the groups at once. The bot never makes up a temperature;
somebody who answers for safety says what the weather service has published.

Example:
    陈安> /高温预警 38 项目A工地
    机器人→集团工作群> 【紧急·高温 38℃】项目A工地
    今天最高气温 38℃，以当地气象台发布的为准。
    1. 室外露天作业全天累计不超过 6 小时，气温最高的 3 小时内不安排。
    2. 室外露天作业的人不加班。
    3. 不安排怀孕的女职工室外露天作业。
    4. 多喝水，互相看着；头晕恶心就停，到阴凉处，重的打 120。
    依据：防暑降温措施管理办法第八条等（安监总安健〔2012〕89号）
    陈安 10:00 发布。
    机器人→项目A工作群> 【紧急·高温 38℃】项目A工地…
    机器人→项目B工作群> 【紧急·高温 38℃】项目A工地…
    机器人> 高温 38℃（项目A工地）已发到 3 个群：集团工作群、项目A工作群、项目B工作群。
"""

from bot.arguments.weather import Degrees, WeatherPlace
from bot.domain.rights import Role
from bot.domain.safety.calendar.weather import HOT, HOTTEST
from bot.services.safety.calendar.warning import warn_of_heat
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

DEGREES = "|".join(map(str, range(HOT, HOTTEST + 1)))  # 高温 38 is a warning, 高温补贴 is none


@command(
    "高温预警",
    aliases=("heat", "高温通知"),
    says=(f"[今天|今日][最高][气温]高温[预警|通知]<{DEGREES}>[度|℃|摄氏度][…]",),
    summary="按气温发高温作业的规定",
    audience=frozenset({Role.SAFETY_ADMIN}),
    writes=True,
)
async def tell_of_heat(ctx: Context, degrees: Degrees, place: WeatherPlace | None = None) -> Reply:
    return await warn_of_heat(ctx, degrees.number, place.text if place else "")
