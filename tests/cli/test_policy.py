"""`qunwu policy` as whoever writes a company's rules sees it."""

import asyncio
import json
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.cli import main
from bot.cli._table import table
from bot.domain.moderation.cases.case import Case
from bot.domain.moderation.categories import Severity
from bot.domain.moderation.pack import StepKind
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.moderation.cases import CaseTable
from bot.storage.privacy.data_views import DataViewTable
from bot.storage.schema.upgrading import upgrade
from tests.domain.moderation.test_reading import OWN

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 22, 10, tzinfo=ZONE)
CASES = [
    {"person": "张三", "number": "WG-1", "category": "C15", "confirmed_at": "2026-10-01T10:00"},
    {
        "person": "张三",
        "number": "WG-2",
        "category": "C15",
        "confirmed_at": "2026-11-01T10:00+08:00",
        "severity": "mild",
    },
    {
        "person": "张三",
        "category": "C15",
        "confirmed_at": "2026-11-02",
        "state": "overturned",
        "acted_at": "2026-11-01",
    },
    {"person": "李四", "number": "WG-4", "category": "C12", "confirmed_at": "2026-11-01T10:00", "pack": "D12"},
]


@pytest.fixture
def stricter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """D8, but that a second mild one leads out of the group."""
    assert main(["policy", "show", "D8"]) == 0
    text = capsys.readouterr().out
    file = tmp_path / "stricter.toml"
    file.write_text(
        text.replace('mild = ["warning", "mute", "remove"]', 'mild = ["warning", "remove"]'), encoding="utf-8"
    )
    return str(file)


@pytest.fixture
def cases(tmp_path: Path) -> str:
    file = tmp_path / "cases.jsonl"
    file.write_text("\n".join(json.dumps(each, ensure_ascii=False) for each in CASES) + "\n\n", encoding="utf-8")
    return str(file)


def test_a_sound_file(stricter: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policy", "check", stricter]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"{stricter}：《企业微信社群管理制度》可以用。有 3 处值得再看一眼："
    assert said[1].startswith("  第 1 行：还没有职工讨论")
    assert said[-1] == "  说明：禁言多久，原文只写「一定时间」：由群管理员定，公司设上下限。"


def test_all_that_is_wrong_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "own.toml"
    file.write_text(OWN.replace('"education"', '"talk"').replace("ack = 96", "ack = 960"), encoding="utf-8")
    assert main(["policy", "check", str(file)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert said[0] == f"{file}：有 2 处要改，改完再检查一次："
    assert [line.partition("：")[0].strip() for line in said[1:]] == ["第 11 行", "第 19 行"]
    assert main(["policy", "check", str(file), "--json"]) == 1
    assert [each["line"] for each in json.loads(capsys.readouterr().out)] == [11, 19]


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policy", "check", "none.toml"]) == 1
    assert capsys.readouterr().err == "none.toml 没有这个文件\n"
    assert main(["policy", "show", "D7"]) == 1
    assert capsys.readouterr().err.startswith("没有 D7 这份制度，自带的有 D2、D3")


def test_what_changes_and_for_whom(stricter: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policy", "diff", stricter]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "从 D8《企业微信社群管理制度》版本 1，到 D8《企业微信社群管理制度》版本 1："
    assert said[-1].split() == ["轻微，第", "2", "次", "禁言", "移出群聊", "闲聊和私事、广告和刷屏、账号和昵称"]
    assert main(["policy", "diff", stricter, "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert found["what"] == "轻微，第 2 次"


def test_nothing_changes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policy", "diff", "D12", "D12"]) == 0
    assert capsys.readouterr().out.endswith("没有变化。\n")


def test_a_new_pack_is_compared_with_the_usual_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "own.toml"
    file.write_text(OWN, encoding="utf-8")
    assert main(["policy", "diff", str(file)]) == 0
    assert capsys.readouterr().out.startswith(
        "从 D8《企业微信社群管理制度》版本 1，到 SC《员工手册（2026）》版本 2026："
    )


def test_the_company_decides_what_it_is_compared_with(
    stricter: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "config.toml"
    config.write_text(
        '[wecom.bot]\nid = "a"\nsecret = "s"\n[moderation]\nwindow_days = 90\n'
        "[moderation.adopted.D8]\npublished = 2026-01-20\n",
        encoding="utf-8",
    )
    assert main(["policy", "diff", stricter, "--config", str(config)]) == 0
    said = capsys.readouterr().out
    assert "版本 1@2026-01-20，到" in said
    assert "再犯看多久" not in said


def test_who_would_stand_where(stricter: str, cases: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policy", "simulate", stricter, "--cases", cases, "--on", "2026-11-22"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "看了 2 人的 3 起，1 人会不一样。过去的处理不变，这里只是试算。"
    assert said[-1].split()[:4] == ["张三", "WG-2", "广告和刷屏", "2026-11-01"]
    assert "第 2 次，禁言（D8§10.2）" in said[-1]
    assert "第 2 次，移出群聊（D8§10.3）" in said[-1]


def test_all_of_them_and_one_more(cases: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["policy", "simulate", "D2", "--instead-of", "D8", "--cases", cases, "--on", "2026-11-22", "--all"]) == 0
    )
    said = capsys.readouterr().out
    assert "李四" in said
    assert "今天再有一次：" in said
    assert main(["policy", "simulate", "D12", "--instead-of", "D8", "--cases", cases, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [each["number"] for each in found["past"] if each["changes"]] == ["WG-2"]
    assert {each["person"] for each in found["next"]} == {"张三", "李四"}
    assert found["past"][1]["after"] | {"advisory": None} == {
        "pack": "D12",
        "version": "1",
        "count": 2,
        "step": "remove",
        "name": "移出群聊",
        "clause": "D12§五",
        "proposal": False,
        "advisory": None,
    }


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "不是一个 JSON 对象"),
        ("[]", "不是一个 JSON 对象"),
        ('{"who": 1}', "不认识 who，可以写 person"),
        ('{"person": "张三"}', "没有写 category、confirmed_at，补上"),
        ('{"person": "张三", "category": "C77", "confirmed_at": "2026-01-01"}', "category 写了 C77"),
        (
            '{"person": "张三", "category": "C15", "confirmed_at": "昨天"}',
            "confirmed_at 写了 昨天，写成 2026-11-22T10:00",
        ),
        ('{"person": "张三", "category": "C15", "confirmed_at": "2026-01-01", "state": "new"}', "state 写了 new"),
        ('{"person": "张三", "category": "C15", "confirmed_at": "2026-01-01", "severity": 3}', "severity 写了 3"),
    ],
)
def test_lines_that_are_no_cases(line: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text(f"{json.dumps(CASES[0])}\n{line}\n", encoding="utf-8")
    assert main(["policy", "simulate", "D8", "--cases", str(file)]) == 1
    assert f"cases.jsonl 第 2 行：{said}" in capsys.readouterr().err


def test_a_file_of_cases_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policy", "simulate", "D8", "--cases", "none.jsonl"]) == 1
    assert "none.jsonl 没有这个文件" in capsys.readouterr().err


def test_a_file_without_cases(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "none.jsonl").write_text("\n", encoding="utf-8")
    assert main(["policy", "simulate", "D8", "--cases", str(tmp_path / "none.jsonl")]) == 0
    assert capsys.readouterr().out == "没有可以试算的记录。\n"


def test_without_cases_it_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as refused:
        main(["policy", "simulate", "D8"])
    assert refused.value.code == 2


async def kept(url: str, *cases: Case) -> None:
    database = await Database.open(url)
    try:
        await upgrade(database)
        for each in cases:
            await CaseTable().add(each, "刷广告", by=Act("zhengqun", "警告", "群管理员", "test", each.acted_at))
    finally:
        await database.close()


async def views(url: str) -> list[tuple[str, str]]:
    database = await Database.open(url)
    try:
        return [(each.viewer, each.why) for each in await DataViewTable().of(UserId("zhangsan"), NOW, most=9)]
    finally:
        await database.close()


def test_the_cases_of_the_bot(stricter: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url, config = f"sqlite:///{tmp_path}/qunwu.sqlite3", tmp_path / "config.toml"
    config.write_text(f'[database]\nurl = "{url}"\n[wecom.bot]\nid = "a"\nsecret = "s"\n', encoding="utf-8")
    first = datetime(2026, 10, 1, 10, tzinfo=ZONE)
    asyncio.run(kept(url, *(case_of(number, first + timedelta(days=number)) for number in (1, 2))))
    assert main(["policy", "simulate", stricter, "--config", str(config), "--on", "2026-11-22"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "看了 1 人的 2 起，1 人会不一样。过去的处理不变，这里只是试算。"
    assert said[-1].split()[:2] == ["zhangsan", "WG-2"]
    assert asyncio.run(views(url)) == [("cli", "试算制度")]


def case_of(number: int, at: datetime) -> Case:
    judged = ("C15", Severity.MILD, "D8", "1", number)
    return Case(f"WG-{number}", UserId("zhangsan"), UserId("zhengqun"), None, StepKind.WARNING, *judged, at, at, at)


def test_columns_stand_under_each_other() -> None:
    assert list(table(("谁", "n"), [("张三丰", "1"), ("Li", "22")])) == [
        "谁      n",
        "──────  ──",
        "张三丰  1",
        "Li      22",
    ]
    assert list(table(("谁",), [])) == []
