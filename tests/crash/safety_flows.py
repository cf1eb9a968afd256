"""What people do about safety and notices: a hazard until it is closed, a notice to everybody, an accident's first half
hour, a training with its test, a round that finds something."""

from datetime import datetime

from tests.crash.flows import SUNDAY, Flow, every_job, presses, says, sends

MONDAY = datetime(2026, 11, 23, 10, 30, 5, tzinfo=SUNDAY.tzinfo)
FIXED = b"\xff\xd8\xff\xe0" + bytes(range(200))
ROUND, TRAINING, ACCIDENT = "JC-20261122-001", "PX-20261123-001", "SG-20261122-001"
HALF_AN_HOUR = 31 * 60.0

HAZARD = Flow(
    "a hazard is reported, graded, assigned, put right and verified",
    [
        says("m1", "张三", "/隐患 3号车间 配电箱门坏了"),
        presses("p1", "陈安", "属实·一般", "王强"),
        presses("p2", "王强", "收到"),
        sends("f1", "王强", FIXED),
        presses("p3", "王强", "申请验收"),
        presses("p4", "陈安", "通过"),
    ],
)
NOTICE = Flow(
    "a notice to everybody is approved by two, goes out in steps and is confirmed",
    [
        says("m1", "郑群", "/公告 全员 需确认 请看新的食堂菜单"),
        presses("p1", "郑群", "送审"),
        presses("p2", "林宓", "同意"),
        presses("p3", "钱卫东", "同意"),
        presses("p4", "张三", "我已看过"),
    ],
    begins=MONDAY,
)
CORRECTION = Flow(
    "a notice of a head is out, confirmed and put right",
    [
        says("m1", "王强", "/公告 生产部 需确认 周四下午停电，请提前存盘"),
        presses("p1", "王强", "我已看过"),
        says("m2", "王强", "/更正 GG-20261123-001 周五下午停电，请提前存盘"),
        presses("p2", "李四", "我已看过", sees="周五下午"),
    ],
    begins=MONDAY,
)
STATEMENT = Flow(
    "an accident is taken, stated and its clock rings",
    [
        says("m1", "张三", "仓库有人被叉车撞了，腿在流血"),
        presses("p1", "陈安", "收到", sees="事故快报"),
        says("m2", "陈安", f"/事故资料 {ACCIDENT} 死亡0 重伤1"),
    ],
    jobs=every_job,
    quiet_after=HALF_AN_HOUR,
)
TEST = Flow(
    "a training is told of, held and tested",
    [
        says("m1", "陈安", "/培训 新建 灭火器 对象 张三 时间 今天10:40 30分钟 地点 食堂 需考试"),
        says("m2", "陈安", f"/培训题 {TRAINING} 消防 3题"),
        presses("p1", "陈安", "通知 1 人", sees="考试 3 题"),
        presses("p2", "陈安", "点名"),
        presses("p3", "陈安", "登记到场", "张三"),
        presses("p4", "张三", "开始"),
        presses("p5", "张三", "A", sees="第 1/3 题"),
        presses("p6", "张三", "A", sees="第 2/3 题"),
        presses("p7", "张三", "A", sees="第 3/3 题"),
    ],
    begins=MONDAY,
    quiet_after=HALF_AN_HOUR * 2,
)
FOUND = Flow(
    "a round finds something, which is a hazard",
    [
        says("m1", "陈安", "/检查 3号车间 消防"),
        presses("p1", "陈安", "下一步", "通道"),
        presses("p2", "陈安", "提交"),
        presses("p3", "陈安", "属实·一般"),
    ],
)
SAFETY_FLOWS = (HAZARD, NOTICE, CORRECTION, STATEMENT, TEST, FOUND)
