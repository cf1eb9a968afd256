"""`qunwu top`: one page from two looks, and what is said where no bot runs."""

from pathlib import Path

import pytest

from bot.cli import main
from bot.cli._top_page import Looks, page, quantile
from bot.doctor._running import Running, _samples

BEFORE = """
qunwu_messages_received_total{via="bot",new="true"} 10
qunwu_sends_total{via="bot",verdict="done"} 10
"""
NOW = """
qunwu_messages_received_total{via="bot",new="true"} 30
qunwu_messages_received_total{via="bot",new="false"} 9
qunwu_sends_total{via="bot",verdict="done"} 14
qunwu_sends_total{via="app",verdict="unknown"} 1
qunwu_wecom_errcodes_total{via="app",errcode="45009"} 2
qunwu_queue_rows{queue="inbox",state="waiting"} 3
qunwu_queue_rows{queue="inbox",state="parked"} 1
qunwu_queue_rows{queue="outbox",state="waiting"} 0
qunwu_queue_oldest_seconds{queue="inbox"} 7.2
qunwu_ack_seconds_bucket{le="0.005"} 20
qunwu_ack_seconds_bucket{le="0.01"} 39
qunwu_ack_seconds_bucket{le="+Inf"} 40
qunwu_long_connection{state="up"} 1
qunwu_limit_used_ratio{via="webhook"} 0.8
qunwu_loop_lag_seconds 0.012
qunwu_commands_total{command="请假",outcome="done"} 3
qunwu_commands_total{command="请假",outcome="refused"} 1
qunwu_commands_total{command="帮助",outcome="done"} 40
qunwu_command_seconds_total{command="请假"} 0.1
qunwu_command_seconds_total{command="帮助"} 0.1
qunwu_job_runs_total{job="tag-sync",state="failed"} 2
qunwu_job_runs_total{job="ok",state="ran"} 2
"""
READY = {"ready": True, "database": True, "connection": False}


def look(text: str) -> Running:
    return Running(READY, _samples(text))


def test_a_page() -> None:
    said = page(Looks(look(BEFORE), look(NOW), 2.0), "http://here")
    assert said[0] == "http://here · ready · no connection · connection up"
    assert said[2] == "in      10.0/s  waiting 3  parked 1  oldest 7 s  ack p50 ≤ 5 ms p99 > 60 s"
    assert said[3] == "out      2.5/s  waiting 0  oldest 0 s  reply p50 – p99 –"
    assert "loop 12 ms late at worst in the last minute" in said
    assert "limits  webhook 80%" in said
    assert "errors of WeCom: 45009 2" in said
    assert [line.split() for line in said if "请假" in line or "帮助" in line] == [
        ["25.0", "4", "请假"],
        ["2.5", "40", "帮助"],
    ]
    assert said[-1] == "jobs: tag-sync failed 2"


def test_what_lies_on_the_local_disk() -> None:
    away = look('qunwu_queue_rows{queue="spool",state="waiting"} 12\nqunwu_queue_oldest_seconds{queue="spool"} 9')
    assert any("LOCAL DISK" in line and "12  oldest 9 s" in line for line in page(Looks(away, away, 2.0), "bot"))
    assert not any("LOCAL DISK" in line for line in page(Looks(look(NOW), look(NOW), 2.0), "bot"))


def test_where_wecom_lets_nothing_pass() -> None:
    shut = look(
        'qunwu_wecom_shut_seconds{what="app",errcode="60020"} 312.4\n'
        'qunwu_wecom_shut_left_seconds{what="app"} 42\n'
        'qunwu_wecom_shut_seconds{what="user/list",errcode="0"} 0\n'
        'qunwu_wecom_shut_left_seconds{what="user/list"} 5'
    )
    assert [line for line in page(Looks(shut, shut, 2.0), "bot") if "SHUT" in line] == [
        "SHUT BY WECOM: app (60020) for 312 s, asked again in 42 s",
        "SHUT BY WECOM: user/list for 0 s, asked again in 5 s",
    ]


def test_the_first_page_has_no_rates_yet() -> None:
    assert page(Looks(look(NOW), look(NOW), 0.0), "x")[2].split()[1] == "0.0/s"


def test_quantiles_are_bounds_of_buckets() -> None:
    assert [quantile(look(NOW), "qunwu_ack_seconds", share) for share in (0.5, 0.9)] == [0.005, 0.01]
    assert quantile(look(""), "qunwu_ack_seconds", 0.5) is None


def test_no_bot_runs_here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[server]\nport = 9\n[wecom.bot]\nid = "a"\nsecret = "s"\n', encoding="utf-8")
    assert main(["top", "--once", "--config", str(config)]) == 1
    assert ":9 没有机器人在运行" in capsys.readouterr().err
    assert main(["top", "--once", "--port", "10", "--config", str(config)]) == 1
    assert ":10 没有机器人在运行" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["top", "--port", "0", "--config", str(config)])
    assert "'0' is no port" in capsys.readouterr().err
