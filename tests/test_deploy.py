"""What docs/deploy holds fits the program: its metrics are there, its calls exist, WeCom need not wait too long."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.cli import parser
from bot.config.settings import Settings
from bot.doors import IN_TIME
from bot.meters.lag import LoopLag
from bot.storage.engine.depths import DepthTable
from bot.storage.queues.pauses import ShutWays
from bot.vitals import Vitals
from bot.wecom.aibot.callback import HELD
from tests.chat import Chat

FOLDER = Path(__file__).parent.parent / "docs" / "deploy"
UNITS = sorted(FOLDER.glob("*.service"))
_METRIC = re.compile(r"\bqunwu_[a-z_]+")
_CALL = re.compile(r"^ExecStart=\S+/qunwu (.+)$|^CMD \[(\"run\".+)\]$|^ENTRYPOINT \[\"qunwu\"\]$", re.MULTILINE)
_VARIABLE = re.compile(r"QUNWU_([A-Z_]+?)__([A-Z_]+)\b")
_TIME = re.compile(r"proxy_(\w+)_timeout (\d+)(ms|s);")
WECOM_WAITS = 5.0  # seconds


def text(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def expressions(dashboard: Any) -> Iterator[str]:
    for panel in dashboard["panels"]:
        yield from (target["expr"] for target in panel["targets"])


def rules(page: str) -> list[dict[str, str]]:
    """Of a rule file, as far as it is written here: each rule's own keys, a folded value on one line."""
    blocks = re.split(r"^ {6}- ", page, flags=re.MULTILINE)[1:]
    folded = (re.sub(r">-\n((?: {10}.*\n)+)", lambda each: " ".join(each[1].split()) + "\n", block) for block in blocks)
    return [dict(re.findall(r"^(?: {8}| {10})?(\w+): *(.+)$", block, re.MULTILINE)) for block in folded]


async def test_alarms_and_dashboard_are_built_on_metrics_that_there_are(chat: Chat) -> None:
    core = chat.core
    depths, ways = DepthTable(core.database), ShutWays(core.database)
    empty = Vitals(core.meters, depths, LoopLag(), ways, connection=lambda: None, refusals=dict)
    exposed = set(re.findall(r"^# TYPE (\w+)", await empty.page(), re.MULTILINE))
    alarms = rules(text("alerts.yml"))
    assert len(alarms) > 10
    assert len({rule["alert"] for rule in alarms}) == len(alarms)
    asked = [rule["expr"] for rule in alarms] + list(expressions(json.loads(text("grafana.json"))))
    named = {re.sub(r"_(bucket|sum|count)$", "", name) for each in asked for name in _METRIC.findall(each)}
    assert named <= exposed
    assert exposed - named == set()  # and nothing is counted that nobody looks at


def test_a_rule_file_keeps_to_what_yaml_allows() -> None:
    for name in ("alerts.yml", "compose.yml"):
        for line in text(name).splitlines():
            assert "\t" not in line
            assert (len(line) - len(line.lstrip())) % 2 == 0, line
    for rule in rules(text("alerts.yml")):
        assert rule["labels"] in ("{severity: critical}", "{severity: warning}"), rule
        assert rule["expr"].count("(") == rule["expr"].count(")")
        for said in ("summary", "action"):  # what is the matter, and the first step
            assert re.fullmatch(r"\"[^\"]+\"|[^\"#:]+(:[^ \"#][^\"#:]*)*", rule[said]), rule


def test_each_call_and_variable_is_one_of_the_program() -> None:
    pages = [*(unit.read_text(encoding="utf-8") for unit in UNITS), text("Containerfile")]
    calls = [found[0] or found[1] for page in pages for found in _CALL.findall(page) if any(found)]
    assert len(calls) == len(pages)
    for call in calls:
        parser().parse_args(re.findall(r"[^\s\",]+", call))
    for section, field in (found for page in pages for found in _VARIABLE.findall(page)):
        assert field.lower() in Settings.model_fields[section.lower()].annotation.model_fields  # type: ignore[union-attr]


def test_the_proxy_answers_within_the_time_that_wecom_gives() -> None:
    page = text("nginx.conf")
    for path, longest in {"/wecom/app": IN_TIME, "/wecom/bot": IN_TIME + sum(HELD)}.items():
        block = page.partition(f"location = {path} {{")[2].partition("}")[0]
        times = {name: int(number) / (1000 if unit == "ms" else 1) for name, number, unit in _TIME.findall(block)}
        assert times["read"] > longest  # what the bot may take by its own rules is no failure
        assert times["next_upstream"] + times["connect"] + times["read"] < WECOM_WAITS
