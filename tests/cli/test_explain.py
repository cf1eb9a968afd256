"""`qunwu explain`: one message or many, for people and for scripts; what is wrong with the question is said clearly."""

import json
from pathlib import Path

import pytest

from bot.cli import main

Captured = pytest.CaptureFixture[str]


def test_for_people(capsys: Captured) -> None:
    assert main(["explain", "/退订 安全提醒", "--as", "郑群", "--in", "项目A群"]) == 0
    assert capsys.readouterr().out == "/退订\n  topic = 安全提醒\n  (asks for confirmation first)\n"
    main(["explain", "谢谢"])
    assert capsys.readouterr().out == "nothing to do: thanks, a greeting or a nod\n"
    main(["explain", "/没影的", "--as", "zhangsan"])
    assert capsys.readouterr().out.startswith("E_UNKNOWN_COMMAND\n没有「没影的」这个命令。")


def test_for_scripts(capsys: Captured) -> None:
    main(["explain", "/帮助 昵称检查", "--json"])
    assert json.loads(capsys.readouterr().out) == {
        "command": "帮助",
        "args": {"topic": "昵称检查"},
        "needs_confirm": False,
    }


@pytest.mark.parametrize(
    ("text", "by"),
    [("2号线老赵触电了 快来人", "both"), ("/事故 2号线老赵触电了", None), ("/帮助", None)],
)
def test_of_a_cry_it_says_who_heard_it(text: str, by: str | None, capsys: Captured) -> None:
    main(["explain", text, "--json"])
    assert json.loads(capsys.readouterr().out).get("heard_by") == by


@pytest.mark.parametrize(
    ("text", "command"), [("/撤回", "撤回"), ("同意", "同意申请"), ("ok", "同意申请"), ("/同意申请", "同意申请")]
)
def test_nothing_has_been_asked_for_in_a_company_file(text: str, command: str, capsys: Captured) -> None:
    main(["explain", text, "--as", "王强", "--json"])
    answer = json.loads(capsys.readouterr().out)
    assert (answer["error"], answer["command"]) == ("E_BAD_STATE", command)


@pytest.mark.parametrize("text", ["/培训", "/我的培训", "我还有哪些安全培训没做"])
def test_half_of_a_command_is_called_as_the_whole_is(text: str, capsys: Captured) -> None:
    """The catalogue has one 培训, for who is to come to some; planning them is the other half of it."""
    main(["explain", text, "--as", "zhangsan", "--json"])
    assert json.loads(capsys.readouterr().out) == {"command": "培训", "args": {}, "needs_confirm": False}
    main(["explain", text])
    assert "\n".join(capsys.readouterr().out.split()[:1]) == "E_NO_PERMISSION"


def test_a_number_is_not_looked_up(capsys: Captured) -> None:
    main(["explain", "/撤回 RQ-20261122-001", "--as", "王强", "--json"])
    assert json.loads(capsys.readouterr().out)["args"] == {"id": "RQ-20261122-001"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--as", "没这人"], "没这人: nobody has this name or userid"),
        (["--as", "刘洋"], "刘洋: more than one person has this name: 刘洋(0086), 刘洋(0213)"),
        (["--in", "没这群"], "没这群: there is no such group; the groups: 集团高管工作群, "),
        (["--company", "/nowhere.json"], "/nowhere.json: No such file or directory"),
    ],
)
def test_a_question_that_names_nobody(arguments: list[str], said: str, capsys: Captured) -> None:
    assert main(["explain", "/帮助", *arguments]) == 1
    assert capsys.readouterr().err.startswith(said)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "either TEXT or --jsonl FILE"),
        (["/帮助", "--now", "noon"], "'noon' is no moment; write it like 2026-11-22T10:00"),
        (["/帮助", "--company", "a", "--config", "b"], "not allowed with"),
    ],
)
def test_wrong_usage(arguments: list[str], said: str, capsys: Captured) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["explain", *arguments])
    assert stopped.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("text", ["[]", "{}", '{"people": []}', '{"people": 1}', "not JSON"])
def test_a_company_that_is_none(text: str, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "company.json").write_text(text, encoding="utf-8")
    assert main(["explain", "/帮助", "--company", str(tmp_path / "company.json")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_many_at_once(tmp_path: Path, capsys: Captured) -> None:
    asked = [
        '{"id": "a", "sender": "张三", "text": "/帮助"}',
        "",
        "not JSON",
        "[1]",
        '{"sender": "张三"}',
        '{"sender": 5, "text": "/帮助"}',
        '{"sender": "刘洋", "text": "/帮助"}',
        '{"sender": "郑群", "channel": "group", "text": "谢谢\u2028"}',
    ]
    file = tmp_path / "asked.jsonl"
    file.write_text("\n".join(asked), encoding="utf-8")
    assert main(["explain", "--jsonl", str(file)]) == 1
    captured = capsys.readouterr()
    answers = [json.loads(line) for line in captured.out.splitlines()]
    assert [(each["id"], each["command"]) for each in answers] == [("a", "帮助"), (8, "noop")]
    assert captured.err.splitlines() == [
        f"{file}:3: not a JSON object",
        f"{file}:4: not a JSON object",
        f"{file}:5: `text` is missing",
        f"{file}:6: `sender` is not a string",
        f"{file}:7: 刘洋: more than one person has this name: 刘洋(0086), 刘洋(0213)",
    ]


def test_among_many_whom_nobody_knows_is_a_stranger(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "asked.jsonl"
    asked = [
        {"id": 1, "sender": "客户李总", "text": "/昵称检查"},
        {"id": 2, "sender": "张三", "channel": "group", "group": "没登记的群", "text": "/订阅"},
    ]
    file.write_text("\n".join(json.dumps(each) for each in asked), encoding="utf-8")
    assert main(["explain", "--jsonl", str(file)]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(each["id"], each["error"]) for each in answers] == [(1, "E_NO_PERMISSION"), (2, "E_NO_PERMISSION")]


def test_an_empty_file_has_no_answers(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "asked.jsonl").write_bytes(b"")
    assert main(["explain", "--jsonl", str(tmp_path / "asked.jsonl")]) == 0
    assert capsys.readouterr().out == ""


def test_a_file_that_is_not_text(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "asked.jsonl").write_bytes(b"\xff\xfe")
    assert main(["explain", "--jsonl", str(tmp_path / "asked.jsonl")]) == 1
    assert capsys.readouterr().err == f"{tmp_path}/asked.jsonl: not UTF-8\n"
