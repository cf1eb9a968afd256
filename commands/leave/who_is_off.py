"""Who is off, and when: one colleague, or a department. Whether, never why.

Colleagues of one department see whether somebody is off. Whoever leads him sees which kind of leave it is, unless that
kind is private (sickness, birth), and what still waits to be decided. The human resources see every kind.

Example:
    王强> 张三明天上班吗
    机器人> 张三 11月23日(周一)该上班，没有请假。
"""

from itertools import islice
from typing import Final

from bot.arguments.leave_queries import LeaveQuery, names_nobody
from bot.domain.company import Company
from bot.domain.leave.seeing.sight import Seen, is_of_the_office, listed, may_list, seen_of
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.services.leave.seeing.who_is_off import NOT_YOURS, seen_person, seen_team
from bot.shapes.arguments import Scene
from bot.shapes.command import OtherSense, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

NOT_WHY: Final = "不能查看他人请假原因，只能看在不在。例如：/请假查询 张三 明天"
NOT_HERE: Final = "查询里不显示请假原因。请用编号看，例如：/请假原因 QJ-20261122-001，每次查看都会记下。"
NOT_THE_KIND: Final = "不能查看他人请的是什么假，只能看在不在。例如：/请假查询 张三 明天"

FEW: Final = 20  # of a team that are looked at for what its asker may see


def _rules(scene: Scene, asked: LeaveQuery) -> None:
    if scene.sender is None:
        return
    if asked.why and asked.person != scene.sender:
        office = is_of_the_office(scene.sender, scene.company)
        raise UserError(Code.NO_PERMISSION, NOT_HERE if office else NOT_WHY)
    if asked.kind and _sees(asked, scene.sender, scene.company) < Seen.KIND:
        raise UserError(Code.NO_PERMISSION, NOT_THE_KIND)
    if asked.person and seen_of(asked.person, scene.sender, scene.company) is Seen.NOTHING:
        raise UserError(Code.NO_PERMISSION, NOT_YOURS)
    if asked.team and not may_list(asked.team, scene.sender, scene.company):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS)


def _sees(asked: LeaveQuery, asker: Person, company: Company) -> Seen:
    """Of whom it is about; of a team, what he sees of the others in it."""
    if asked.person:
        return seen_of(asked.person, asker, company)
    others = (each for each in listed(asked.team, asker, company) if each != asker)
    return min((seen_of(each, asker, company) for each in islice(others, FEW)), default=Seen.ALL)


def _of_everybody(line: str, words: str, scene: Scene) -> bool:
    """明天上班吗 names nobody: it asks when work is at all."""
    return names_nobody(line, scene)


@command(
    "请假查询",
    aliases=("whoisoff", "qjcx", "谁请假"),
    whole=True,
    private=True,
    rules=_rules,
    says=(
        "请假查询…",
        "…[要|会|来|去|正常|到底|用]上班(吗|么|嘛|不|没|没有|没上)",
        "…(在不在|在吗|在么|在没在|来不来|来没来|来吗|来了吗|来了没|来了没有|上不上班|上班没|在岗吗|到岗了吗|不在吗|没来吗)[公司|单位|上班|办公室|岗]",
        "…在(公司|单位|办公室|岗)(吗|么|嘛|不|没)",
        "…(休息|休假|请假|休年假|请年假|请病假|请事假|出差|外出)(吗|么|嘛|没|没有|了吗|了没|了没有|不)",
        "…(是不是|有没有|请没请|休没休)[在|要|又]…(请假|假|休假|休息|不在|没来|上班|来)[了]",
        "…(是不是|有没有)(请假|休假|休息|不在|没来|上班|请了假)[了]",
        "…(什么时候|啥时候|几号|哪天|何时|多久)[才|能|会](回来|上班|回公司|来上班|回来上班|休完|销假)",
        "…[请|休]假到(什么时候|几号|哪天|啥时候)",
        "…(谁|哪些人|哪几个人|有人|哪些同事|几个人|多少人|哪几位)…(不在|没来上班|没上班|没来|不来|不上班|请假|休假|请年假|请病假|请事假|休年假|休病假|休产假|休婚假|休陪产假|没在|休息|缺勤|请了假|调休|出差|外出)[了|吗|的]",
        "(谁|哪些人|哪几个人|有谁|都有谁|有人|哪些同事|几个人|多少人)…(不在|没来上班|没上班|没来|不来|不上班|请假|休假|请年假|请病假|请事假|休年假|休病假|休产假|休婚假|休陪产假|没在|休息|缺勤|请了假|调休|出差|外出)[了|吗|的]",
        "…(谁|哪些人|哪几个人|有谁|都有谁|有人|哪些同事|几个人|多少人|有没有人)[都|要|会|又](不在|没来上班|没上班|没来|不来|不上班|请假|休假|请年假|请病假|请事假|休年假|休病假|休产假|休婚假|休陪产假|没在|休息|缺勤|请了假|调休|出差|外出)[了|吗|的]",
        "(谁|哪些人|有谁|都有谁|有没有人|几个人|多少人)[都|要|会](不在|没来上班|没上班|没来|不来|不上班|请假|休假|休息|请了假|调休|出差|外出)[了|吗|的]",
        "…(谁|哪些人|有谁|都有谁|哪几个人)[都|在](请了|休了|请|休|在休|在请)(病假|事假|年假|调休|婚假|产假|陪产假)[了]",
        "…(请假|休假|不在|不上班)的(人|同事|员工)[都]有(谁|哪些|哪几个|多少|几个)",
        "…(请假|休假|不在|不上班)的(人|同事|员工)[名单]",
        "…(请假|休假|考勤|出勤|在岗)[的](情况|状态|名单|安排|动态|记录|统计)",
        "…[一共|总共](请|休)了(几天|多少天|几次|多少次)[的]假",
        "…(请|休)的[是](什么|啥|哪种)假",
        "…(为什么|为啥|为何|怎么)[又|还|老|总是|要]…(假|不在|没来|不来|没上班|休息)[了]",
        "…(为什么|为啥|为何|怎么)[又|还|老|总是|要](请假|请病假|请事假|休假|不来上班|没来上班|不上班|不在|没来|不来|没上班|休息|请了假)[了]",
        "(为什么|为啥|为何|怎么)…(请病假|请事假|请了假|又请假|不来上班|没来上班|没上班|没来|不来|不在)[了]",
        "…(请假|病假|事假|休假|年假|产假|婚假|丧假)[的](原因|理由|事由|诊断|病历|证明|缘故)[…]",
        "…(请假|请病假|请事假|休假|休病假|请了假)[是](干嘛|干什么|做什么|为什么|为啥|因为什么|去哪)[去]了",
        "…(得|生)[了|的][是](什么|啥)病[才|要|了][请的假|请假|请病假|请的病假|没来|不来]",
        "…[是不是]生病了(吗|么|嘛|没|没有)",
    ),
    other_sense=OtherSense("放假", _of_everybody),
    summary="看谁请假、谁在不在",
)
async def who_is_off(ctx: Context, asked: LeaveQuery) -> Reply:
    days = (asked.days.first, asked.days.last)
    if asked.person:
        return Reply(await seen_person(ctx, asked.person, *days), private=True)
    return Reply(await seen_team(ctx, asked.team, *days), private=True)
