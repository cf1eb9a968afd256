"""A typhoon, heavy rain, thunder and the like come: what to do goes to the groups at once, day or night. `解除` when
it is over: those who heard of it hear what to look at before they go on.

Example:
    陈安> /天气预警 台风 橙色
    机器人→集团工作群> 【紧急·台风橙色预警】
    1. 高处、吊装、露天作业停下来，塔吊按规程处置，人不留在工棚和集装箱房。
    2. 门窗、广告牌、轻的材料收好捆紧；低处的电先断。
    3. 不外出、不蹚水；值班的人在结实的屋里，电话通着。
    停不停工由负责人定，定了马上告诉大家；不等命令，觉得危险就先撤。
    陈安 10:00 发布。
    机器人→项目A工作群> 【紧急·台风橙色预警】…
    机器人→项目B工作群> 【紧急·台风橙色预警】…
    机器人> 台风橙色预警已发到 3 个群：集团工作群、项目A工作群、项目B工作群。
"""

from bot.arguments.weather import WeatherKind, WeatherOver, WeatherPlace
from bot.domain.rights import Role
from bot.domain.safety.calendar.weather import Signal, Weather
from bot.services.safety.calendar.warning import lift, warn_of_weather
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "天气预警",
    aliases=("weather", "恶劣天气"),
    says=(
        f"[发布|发]<{'|'.join(Weather)}><{'|'.join(Signal)}>[预警|警报][信号][…]",
        f"<{'|'.join(Weather)}>[预警|警报][信号]<解除|结束>[了]",
    ),
    summary="台风暴雨等来了，马上告诉各群",
    audience=frozenset({Role.SAFETY_ADMIN}),
    writes=True,
)
async def tell_of_weather(
    ctx: Context, over: WeatherOver | None = None, *, kind: WeatherKind, place: WeatherPlace | None = None
) -> Reply:
    if over:
        return await lift(ctx, kind.weather)
    return await warn_of_weather(ctx, kind.weather, kind.signal, place.text if place else "")
