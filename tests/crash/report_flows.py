"""What people do about who breaks a rule and is reported: who told it and who looks into it never meet."""

from tests.crash.flows import Flow, every_job, presses, says

REPORT = Flow(
    "somebody tells of a violation, is asked back, and it was so",
    [
        says("m1", "张三", "/举报 何苗 在项目A工作群发赌博链接"),
        presses("p1", "郑群", "我来处理"),
        presses("p2", "郑群", "追问"),
        says("m2", "郑群", "是哪天"),
        says("m3", "张三", "/补充举报 昨晚"),
        says("m4", "郑群", "/举报成立 JB-20261122-001 警告"),
    ],
    jobs=every_job,
    quiet_after=60.0,
)
