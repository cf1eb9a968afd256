"""A stolen account from the first word to its end, by cards."""

from tests.crash.flows import Flow, presses, says

INCIDENT = Flow(
    "somebody's account is stolen, somebody takes it and it is closed",
    [
        says("m1", "张三", "我企业微信显示新设备登录 不是我啊"),
        presses("p1", "吴管", "我来处理"),
        says("m2", "张三", "/账号异常 WA-20261122-001 又有一条 密码是 Kx83hd92"),
        says("m4", "吴管", "/安全办结 WA-20261122-001 误报 是本人"),
    ],
)
