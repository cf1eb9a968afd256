"""When we have off and when a weekend is worked: a day, a holiday, a month, a year, or what comes next.

With a picture of the month or the year in private. A year whose notice isn't out says so.

Example:
    张三> /放假 12月31日
    机器人> 12月31日(周四)上班。
"""

from collections.abc import Sequence

from bot.arguments.calendar_questions import CalendarQuestion, asks_of_calendar
from bot.domain.calendar import telling
from bot.domain.calendar.calendar import Calendar
from bot.services.attaching import attach_picture
from bot.services.calendar.drawing import drawn_month, drawn_year
from bot.shapes.arguments import Scene
from bot.shapes.command import OtherSense, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

NEXT = CalendarQuestion()


def _about_somebody(line: str, words: str, scene: Scene) -> bool:
    """张三明天放假吗 asks whether he is off."""
    return not asks_of_calendar(line, scene)


@command(
    "放假",
    aliases=("holidays", "fj", "放假安排", "假期安排", "日历", "节假日"),
    whole=True,
    says=(
        "…(放|休|放假|放假放|休息)(几天|多久|多少天|几号到几号|多长时间)[假]",
        "…(什么时候|啥时候|几号|哪天|哪几天|何时)[开始]放[假]",
        "(什么时候|啥时候|几号|哪天|哪几天|何时)[开始]放假",
        "…怎么(放|休)",
        "…放不放假",
        "…[要|用|需要|得](补班吗|补班么|放假吗|放假么|放假不|调休吗)",
        "(下|下一|下次|下一个|下个|最近|最近一个)[的](调休|补班|假期|节假日|法定假|小长假|长假)[上班][日]…",
        "(下一次|下次|下回|最近一次)放假[是|在]…",
        "(哪天|哪几天|几号|什么时候|啥时候)[要|还要|需要](补班|调休上班|调休)",
        "…(哪天|哪几天|几号|什么时候|啥时候)[要|还要|需要](补班|调休上班|调休)",
        "…(放假安排|放假通知|节假日安排|假期安排|放假时间|调休安排)[是什么|怎么样|出来了吗|公布了吗|出了吗]",
        "…[还]有[哪些|什么|几个](假期|节假日|法定假|法定节假日|小长假)",
        "…有几个工作日",
        "(这个月|本月|下个月|元旦|春节|过年|清明|五一|端午|中秋|国庆)[还|一共|总共](有|放|休)(几天|多少天)假[期]",
        "(元旦|春节|清明|五一|端午|中秋|国庆)…[都](休吗|放吗|休么|放假吗|休不休)",
        "…有多少个工作日",
    ),
    other_sense=OtherSense("请假查询", _about_somebody),
    summary="看什么时候放假、哪天调休上班",
)
async def holidays(ctx: Context, question: CalendarQuestion | None = None) -> Reply:
    calendar, asked = ctx.company.schedule(ctx.sender.user_id).calendar, question or NEXT
    lines, month = _answer(calendar, asked, ctx)
    if not ctx.chat.is_group and month:
        year, number = month
        title = f"{year}年{number}月" if number else f"{year}年放假安排"
        await attach_picture(
            ctx,
            f"放假-{year}{f'-{number:02}' if number else ''}",
            lambda: drawn_month(calendar, year, number) if number else drawn_year(calendar, year),
            plain=f"{title}的月历。",
        )
    return Reply("\n".join(lines))


def _answer(calendar: Calendar, asked: CalendarQuestion, ctx: Context) -> tuple[Sequence[str], tuple[int, int] | None]:
    """The lines, and the month of the picture, 0 for a whole year; None where a line says it all."""
    today = ctx.now.date()
    if asked.day:
        return _of_day(asked, ctx), None
    if asked.holiday:
        year = asked.year or telling.nearest_year(calendar, asked.holiday, today)
        found = calendar.holiday(asked.holiday, year)
        return list(telling.about_holiday(calendar, asked.holiday, year, today)), found and (year, found[1].month)
    if asked.month and asked.year:
        return list(telling.about_month(calendar, asked.year, asked.month, today)), (asked.year, asked.month)
    if asked.year:
        return list(telling.about_year(calendar, asked.year)), (asked.year, 0)
    if asked.made_up:
        return [telling.next_made_up(calendar, today)], None
    name, year = telling.next_holiday(calendar, today)
    found = calendar.holiday(name, year)
    return list(telling.about_next(calendar, today)), found and (year, found[1].month)


def _of_day(asked: CalendarQuestion, ctx: Context) -> Sequence[str]:
    schedule, today, on = ctx.company.schedule(ctx.sender.user_id), ctx.now.date(), asked.day or ctx.now.date()
    lines = list(telling.about_day(schedule.calendar, on, today))
    if schedule.by_roster(on):
        lines.append(f"你按排班上班，这一天{'排了你的班' if schedule.is_worked(on) else '没有排你的班'}。")
    return lines
