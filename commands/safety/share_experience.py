"""Share what you learnt about safety, in your own words, with photos if you like. You see first what others will read:
names and numbers give way. Somebody who answers for safety looks it through; then it goes to the groups that want to
hear of safety, without your name unless you write 署名. What was nearly an accident is always told without names.

Example:
    张三> /经验分享 换灯管没断电，李四提醒了我一句。以后先拉闸挂牌再换。
    机器人> [卡片] 经验分享 JY-20261122-001 原文：换灯管没断电，李四提醒了我一句。以后先拉闸挂牌再换。
    发出去的：换灯管没断电，某同事提醒了我一句。以后先拉闸挂牌再换。
    隐去了「李四」。
    不署名。有照片就在半小时内私聊发我，最多 6 张。 [发给安全管理员审核] [改] [署上我的名字] [算了]
    张三> 按 [发给安全管理员审核]
    机器人→陈安> [卡片] 这条经验发布吗？（JY-20261122-001） 换灯管没断电，某同事提醒了我一句。…
    机器人> [卡片] 经验分享 JY-20261122-001 已请陈安看，发布或退回都告诉你。 [撤回]
"""

from bot.arguments.experiences import StoryTold
from bot.services.safety.exchange.writing import share
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "经验分享",
    aliases=("experience", "jyfx", "分享经验", "安全经验分享"),
    says=(
        "[我](要|想|来|想要)[跟大家|和大家|给大家]分享[一个|一条|一下|个|条]…(经验|经历|教训|心得)…",
        "[我](要|想|来|想要)[跟大家|和大家|给大家]分享[一个|一条|一下|个|条](经验|经历|教训|心得)…",
        "分享(一个|一条|一下|个|条)[安全|小](经验|经历|教训|心得)…",
    ),
    writes=True,
    private=True,
    summary="分享安全经验，审核后发给大家",
)
async def share_experience(ctx: Context, text: StoryTold) -> Reply:
    return Reply(await share(ctx, text.text, named=bool(text.named)), private=True)
