"""A document that somebody sends in private: a table that one of the imports knows is taken up, anything else isn't."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from bot.domain.company import Company
from bot.domain.leave.seeing.sight import is_of_the_office
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.files.handed_in import handed_rows
from bot.files.table import Row
from bot.identifiers import FileId
from bot.services.accounts import drifting
from bot.services.leave.facts import facts_import
from bot.services.leave.working_time import duties_import
from bot.services.safety.equipment import noting as equipment
from bot.shapes.context import Context
from bot.shapes.incoming import Incoming
from bot.shapes.replies import Reply

Import = Callable[[Context, Sequence[Row], FileId], Awaitable[Reply | None]]
May = Callable[[Person, Company], bool]
IMPORTS: Final[tuple[tuple[May, Import], ...]] = (
    (is_of_the_office, facts_import.offered),
    (duties_import.may, duties_import.offered),
    (is_of_the_office, drifting.offered),
    (equipment.may, equipment.offered),
)
LOST: Final = "这个文件我没收到，请再发一次。"
UNKNOWN: Final = (
    "这个表格我看不出是什么，什么都没有改动。登记假期资料：第一行要有「姓名」，再加上参加工作日期、入职日期这样的列。"
    "导入排班：表头是「姓名」和 1 到 31 日，上面写上月份。"
    "核对花名册：表头要有「姓名」「部门」，再加上账号、工号、职务或手机号。"
    "安全设备：表头要有「区域」「设备」「检验到期」。"
)


def hands_in_tables(person: Person, company: Company) -> bool:
    """Whether a table of his may be for one of the imports."""
    return any(may(person, company) for may, _ in IMPORTS)


async def taken_up(ctx: Context, incoming: Incoming) -> Reply | None:
    """None: nothing is done with documents of this sender. Raises UserError."""
    mine = [each for may, each in IMPORTS if may(ctx.sender, ctx.company)]
    if not incoming.documents or not mine:
        return None
    document = incoming.documents[0]
    content = await ctx.store.files.read(document.file) if document.file else None
    if document.file is None or content is None:
        raise UserError(Code.NOT_FOUND, LOST)
    rows = await asyncio.to_thread(handed_rows, content)
    for each in mine:
        if reply := await each(ctx, rows, document.file):
            if each is facts_import.offered:  # the staff as well, it may be
                await drifting.beside(ctx, rows, document.file)
            return reply
    raise UserError(Code.UNSUPPORTED, UNKNOWN)
