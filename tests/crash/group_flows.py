"""What people do about groups: asked for, approved, done by the app or by a person; the registry follows WeCom."""

from tests.crash.flows import Flow, presses, says

FOUND = says("m1", "周敏", "/建群 项目公司工作群 项目C")
JOIN = says("m1", "李四", "/入群 项目A工作群 要对接工艺")
BOTH_AGREE = [FOUND, presses("p1", "王强", "同意"), presses("p2", "郭涛", "同意")]

GROUP_FLOWS = (
    Flow("a group is asked for, approved and made", [FOUND, presses("p1", "王强", "同意")]),
    Flow(
        "a group that WeCom won't let the app make",
        [FOUND, presses("p1", "王强", "同意"), presses("p2", "李娜", "完成")],
        refuses=True,
    ),
    Flow(
        "two approve it at once",
        BOTH_AGREE,
        ways=(
            [*BOTH_AGREE[:2], presses("p2", "郭涛", "同意", after="p1")],
            [FOUND, presses("p1", "王强", "同意", after="p2"), BOTH_AGREE[2]],
        ),
    ),
    Flow("somebody is let in by the app", [JOIN, presses("p1", "郑群", "同意")]),
    Flow(
        "somebody is let in by hand",
        [
            says("m1", "李四", "/入群 项目B工作群 要对接工艺"),
            presses("p1", "郭涛", "同意"),
            presses("p2", "郭涛", "完成"),
        ],
    ),
    Flow(
        "somebody goes by himself from a group of the app",
        [says("m1", "欧阳静", "/退群 项目A工作群"), presses("p1", "欧阳静", "确认")],
    ),
    Flow(
        "somebody goes by himself from a group that people made",
        [says("m1", "王五", "/退群 项目B工作群"), presses("p1", "王五", "确认"), presses("p2", "王五", "完成")],
    ),
    Flow(
        "a review decides who goes",
        [
            says("m1", "郑群", "/梳理 项目A工作群"),
            says("m2", "郑群", "/梳理 项目A工作群 移出 1、2、3"),
            presses("p1", "郑群", "确认移出"),
        ],
    ),
)
