"""What stands beside the text leaves it; days and moments are read as anywhere."""

from datetime import date, datetime

import pytest

from bot.arguments.notice_grounds import read_grounds
from bot.domain.notices.grounds import Grounds
from bot.errors import UserError
from bot.files.company import load
from bot.shapes.arguments import Scene
from tests.chat import SAMPLE_COMPANY

FILE = load(SAMPLE_COMPANY)
NOW = FILE.now
SCENE = Scene(FILE.company.person("zhangsan"), FILE.company, NOW)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "grounds", "left"),
    [
        ("明天停电 来源：供电公司通知", Grounds("供电公司通知"), "明天停电"),
        ("考勤规定改了 生效：1月1日", Grounds("", date(2027, 1, 1)), "考勤规定改了"),
        (
            "依据：集团办〔2026〕12号，1月1日起生效",
            Grounds("集团办〔2026〕12号", date(2027, 1, 1)),
            "",
        ),
        ("依据：安全生产法第四十一条", Grounds("安全生产法第四十一条"), ""),
        (
            "2号门积水请绕行 事发：今天9:40",
            Grounds("", None, datetime(2026, 11, 22, 9, 40, tzinfo=NOW.tzinfo)),
            "2号门积水请绕行",
        ),
        ("请各部门按要求明天执行", Grounds(), "请各部门按要求明天执行"),
        ("新规定 生效：即日起", Grounds("", NOW.date()), "新规定"),
        ("检修 执行：张三，监护：李四", Grounds(), "检修 执行：张三，监护：李四"),
        ("生效：看通知", Grounds(), "生效：看通知"),
        ("消息来源要核对清楚", Grounds(), "消息来源要核对清楚"),
    ],
)
def test_what_is_said_beside_it(text: str, grounds: Grounds, left: str) -> None:
    assert read_grounds(text, SCENE) == (grounds, left)


@pytest.mark.parametrize("text", ["停电 事发：明天9点", "停电 来源：" + "很长" * 40])
def test_what_cannot_be_is_said(text: str) -> None:
    with pytest.raises(UserError):
        read_grounds(text, SCENE)
