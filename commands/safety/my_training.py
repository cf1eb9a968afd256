"""One's own trainings: the hours of the year against what is wanted, what is to come, what there was and how it went,
and licences with their ends.

Example:
    张三> /我的培训
    机器人> 2026年已学 0 小时，要求 8 小时，还差 8 小时。
    还没有你的培训记录。
"""

from bot.services.safety.training.showing import own
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "我的培训",
    aliases=("my-training", "wdpx", "培训档案"),
    private=True,
    part_of="培训",
    says=(
        "(我|查一下我|看看我|看一下我)[今年|最近][的]培训(记录|档案|学时|情况|成绩)[有哪些|怎么样]",
        "我[今年|最近|这个月|这周](有|要参加|还有|参加过)…培训",
        "[我]…(还差|还要|已经学了|学了)(几|多少)(个)(学时|课时|小时)[培训]",
        "[我](还有|有)(哪些|什么|多少)[安全]培训(没做|没完成|没参加|没学|没考|要做|要参加|要学)",
        "[我][的|们|们的](培训|下次培训|下一次培训|最近的培训|这次培训)[是|在|定在](什么时候|几点|哪天|哪一天|哪里|哪儿)[开始|上课|举行|培训|开]",
        "[我][最近|今年|这个月|下个月|这周|下周|本周](有|还有|要参加)(什么|哪些)[安全]培训[要参加|要上|吗]",
        "我[今年|这学期|这个季度][的][安全][培训](学时|课时|培训时间)(够不够|够了吗|够了没|够吗|够没够|达标了吗|达标没有|达标没|还差多少|差多少|有多少|多少了)",
        "[安全]培训我[都|还](做完|完成|学完|考完|做|学|考)[了](没|没有|吗|没做|没完成)",
        "我[的][安全]培训[都](做完|完成|学完|考完)了(没|没有|吗)",
        "我[这个月|本月|今年|这周|这个季度]的[安全]培训[都](完成|做完|学完|考完)了(没|没有|吗)",
        "我[今年]的培训(够不够|够了吗|达标了吗|还差多少)",
    ),
    summary="看自己的培训和学时",
)
async def my_training(ctx: Context) -> Reply:
    return Reply(await own(ctx), private=True)
