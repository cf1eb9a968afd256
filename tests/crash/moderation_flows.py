"""What people do about who breaks a group's rules: he is muted, in the client too, for a time; he appeals."""

from dataclasses import replace

from bot.shapes.incoming import Via
from tests.crash.flows import COMPANY, Flow, every_job, presses, says

_RULES = COMPANY.moderation
STEPPING_OUT = replace(COMPANY, moderation=replace(_RULES, mute=replace(_RULES.mute, steps_out=True)))

MUTE = Flow(
    "somebody is muted, in the client too, and it is over in time",
    [
        says("m1", "郑群", "/禁言 @张三 10分钟 刷广告", at="项目A工作群"),
        presses("p1", "郑群", "已做"),
        presses("p2", "郑群", "已做", sees="解除禁言"),
    ],
    jobs=every_job,
    quiet_after=11 * 60.0,
)
STEP_OUT = Flow(
    "somebody is muted, put out of the group meanwhile, and brought back in time",
    [says("m1", "郑群", "/禁言 @张三 10分钟 刷广告", at="项目A工作群")],
    jobs=every_job,
    quiet_after=11 * 60.0,
    company=STEPPING_OUT,
)
APPEAL = Flow(
    "somebody appeals, more is said, another one takes it back: count, group and both sides hear of it once",
    [
        says("m1", "郑群", "/警告 @张三 刷广告", at="项目A工作群"),
        says("m2", "张三", "/申诉 WG-20261122-001 我没刷广告", sees="WG-20261122-001"),
        says("m3", "郑群", "/陈述 WG-20261122-001 看错了人", sees="提出了申诉"),
        says("m4", "王强", "/裁定 WG-20261122-001 撤销 看错了人", sees="看错了人"),
    ],
    quiet_after=60.0,
)
LEAK = Flow(
    "a password is seen, its author told, and a human says what it is",
    [
        says("m1", "张三", "客户库的密码是 Kx83hd92", at="项目A工作群", via=Via.BOT),
        presses("p1", "吴管", "成立，不处理"),
        presses("p2", "吴管", "不是"),
    ],
)
INSULT = Flow(
    "an insult is seen, and a human charges its author: one case with what he wrote as evidence",
    [
        says("m1", "张三", "李四你个傻逼", at="项目A工作群", via=Via.BOT),
        presses("p1", "郑群", "成立"),
        presses("p2", "郑群", "不是"),
    ],
)
PRAISE = Flow(
    "somebody is praised: his head says yes, he and the group read it once",
    [
        says("m1", "李四", "/表彰 @张三 连夜修好了冲床", at="项目A工作群"),
        presses("p1", "王强", "同意"),
    ],
)
MEDIATION = Flow(
    "two talk with somebody who is neither, and both read what came of it",
    [
        says("m1", "张三", "/调解 @李四 他总抢我的料车"),
        presses("p1", "李四", "愿意谈"),
        says("m2", "王强", "/调解结果 TJ-20261122-001 达成一致 轮流用", sees="双方都愿意谈"),
    ],
)
MODERATION_FLOWS = (MUTE, STEP_OUT, APPEAL, LEAK, INSULT)
BETWEEN_TWO = (PRAISE, MEDIATION)  # `make soak` takes them
