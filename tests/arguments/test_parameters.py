"""Which setting is meant, and what it is to be, however it is typed."""

from bot.arguments.parameters import ParameterWish, SetupWish
from bot.shapes.arguments import Words
from tests.arguments.reading import scene

CASES = [
    ("静默开始 22点", {"item": "静默开始", "value": "22:00"}),
    ("静默开始改成22:00", {"item": "静默开始", "value": "22:00"}),
    ("notices.quiet_from = 22:00", {"item": "静默开始", "value": "22:00"}),
    ("静默开始", {"item": "静默开始"}),
    ("公告有效期 按文件", {"item": "公告有效期", "value": "按文件"}),
    ("人力资源 李娜、王五", {"item": "人力资源", "value": "李娜、王五"}),
    ("审批", {"area": "审批"}),
    ("撤回 pz20261122001", {"undo": "PZ-20261122-001"}),
    ("记录", {}),
]


def test_parameters() -> None:
    for text, expected in CASES:
        wish = ParameterWish.read(Words(text), scene())
        assert wish is not None
        assert wish.explained() == expected, text
        assert wish.kept is bool("value" in expected or "undo" in expected), text
    assert ParameterWish.read(Words(""), scene()) is None


def test_steps_of_the_set_up() -> None:
    for text, expected in [
        ("放假", {"item": "放假"}),
        ("packs", {"item": "违规制度"}),
        ("E1制度 d3", {"item": "E1制度", "value": "D3"}),
    ]:
        wish = SetupWish.read(Words(text), scene())
        assert wish is not None
        assert wish.explained() == expected, text
