"""With `[notices] collect_on`: on that day at 09:00 heads of departments are asked what others should know; who hasn't
answered by the next working morning is asked once more, and listed to who edits."""

from datetime import time, timedelta

from bot.services.notices.editorial.collecting import ask_and_list
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job("dept-news", schedule=Daily(time(9)), catch_up=timedelta(hours=8))
async def dept_news(ctx: JobContext, _: None) -> None:
    await ask_and_list(ctx)
