"""Which lines report a violation, and what is left of them without the wish, and without who wrote them."""

import pytest

from bot.understanding.reports import begins_a_report, read_report, speaks_of_report, without_own_name


@pytest.mark.parametrize(
    "line",
    [
        "我要举报",
        "有人把客户名单发到外面的群了 匿名举报",
        "我想举报一个人，他天天在群里发广告",
        "有同事在群里骂人，能不能管管",
        "群里有人天天刷屏，管一管吧",
        "项目A群有人天天发广告没人管",
        "项目A群天天有人骂人也没人管管",
        "投诉一下，何苗在群里骂人",
        "匿名举报：仓库有人偷卖废料",
        "我实名举报何苗收供应商红包",
        "何苗在项目A群里骂人，能匿名举报吗",
        "何苗骚扰我，不要告诉别人是我说的",
        "李四在车间骚扰我",
    ],
)
def test_what_reports_something(line: str) -> None:
    assert speaks_of_report(line)
    assert begins_a_report(line)


@pytest.mark.parametrize(
    "line",
    [
        "举报箱在哪",
        "举报电话是多少",
        "客户投诉了怎么处理",
        "我被举报了怎么办",
        "怎么举报",
        "别举报我",
        "钓鱼举报 http://a.example",
        "有人在群里问排班",
        "今天有人请假吗",
    ],
)
def test_what_does_not(line: str) -> None:
    assert not speaks_of_report(line)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("有人把客户名单发到外面的群了 匿名举报", ("有人把客户名单发到外面的群了", True)),
        ("我要举报，何苗在群里骂人", ("何苗在群里骂人", False)),
        ("匿名举报：仓库有人偷卖废料", ("仓库有人偷卖废料", True)),
        ("何苗骂人，别说是我说的", ("何苗骂人", True)),
        ("何苗在群里骂人，能匿名举报吗", ("何苗在群里骂人", True)),
        ("何苗在群里骂人，可以举报吗？", ("何苗在群里骂人", False)),
        ("一件事", ("", False)),
    ],
)
def test_what_was_told(line: str, told: tuple[str, bool]) -> None:
    assert read_report(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("我是张三，何苗在群里骂人", "何苗在群里骂人"),
        ("你好，我是生产部的张三，何苗在群里骂人", "你好，何苗在群里骂人"),
        ("何苗在群里骂人 ——张三", "何苗在群里骂人"),
        ("何苗在群里骂人。举报人：张三", "何苗在群里骂人"),
        ("何苗在群里骂张三", "何苗在群里骂张三"),
        ("张三被何苗骂了", "张三被何苗骂了"),
    ],
)
def test_who_wrote_it_is_dropped_and_no_more(line: str, told: str) -> None:
    assert without_own_name(line, "张三") == told
