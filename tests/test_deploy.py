"""What docs/deploy holds fits the program: its metrics are there, its calls exist, WeCom need not wait too long."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.cli import parser
from bot.config.settings import Settings
from bot.doors import IN_TIME
from bot.meters.catalogue import Meters
from bot.meters.instruments import Histogram
from bot.meters.lag import LoopLag
from bot.services.upkeep.system import OUTCOMES
from bot.shapes.outgoing import Verdict
from bot.storage.engine.depths import DepthTable
from bot.storage.queues.pauses import ShutWays
from bot.vitals import OPEN, QUEUES, Vitals
from bot.wecom.aibot.callback import HELD
from bot.wecom.aibot.long_connection import State
from bot.wecom.api.errcodes import is_known
from bot.wecom.crypto import Refusal
from tests.chat import Chat

FOLDER = Path(__file__).parent.parent / "docs" / "deploy"
UNITS = sorted(FOLDER.glob("*.service"))
_METRIC = re.compile(r"\bqunwu_[a-z_]+")
_CALL = re.compile(r"^ExecStart=\S+/qunwu (.+)$|^CMD \[(\"run\".+)\]$|^ENTRYPOINT \[\"qunwu\"\]$", re.MULTILINE)
_VARIABLE = re.compile(r"QUNWU_([A-Z_]+?)__([A-Z_]+)\b")
_ASKED = re.compile(r"\b(qunwu_[a-z_]+?)(?:_bucket|_sum|_count)?\b(?:\{([^}]*)\})?")
_BY = re.compile(r"\bby \(([^)]*)\)")
_MATCHER = re.compile(r"(\w+)(?:=~|!=|=)\"([^\"]*)\"")
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


@pytest.fixture
async def exposed(chat: Chat) -> Mapping[str, set[str]]:
    """The metrics, each with its labels."""

    async def backups() -> datetime:
        return chat.clock.now()

    core = chat.core
    depths, ways = DepthTable(core.database), ShutWays(core.database)
    vitals = Vitals(core.meters, depths, LoopLag(), ways, connection=lambda: None, refusals=dict, backups=backups)
    return {each.name: {"le"} if isinstance(each, Histogram) else set(each.labels) for each in await vitals.families()}


async def test_alarms_and_dashboard_are_built_on_metrics_that_there_are(exposed: Mapping[str, set[str]]) -> None:
    alarms = rules(text("alerts.yml"))
    assert len(alarms) > 10
    assert len({rule["alert"] for rule in alarms}) == len(alarms)
    asked = [rule["expr"] for rule in alarms] + list(expressions(json.loads(text("grafana.json"))))
    named = {re.sub(r"_(bucket|sum|count)$", "", name) for each in asked for name in _METRIC.findall(each)}
    assert named == set(exposed)  # and nothing is counted that nobody looks at


async def test_their_labels_are_there_and_may_have_what_is_asked_for(exposed: Mapping[str, set[str]]) -> None:
    panels = [target for panel in json.loads(text("grafana.json"))["panels"] for target in panel["targets"]]
    asked = [(each["expr"], each["legendFormat"]) for each in panels]
    asked += [(rule["expr"], rule["summary"].replace("$labels.", "")) for rule in rules(text("alerts.yml"))]
    for expression, said in asked:
        found = _ASKED.findall(expression)
        there = {"instance", "job"}.union(*(exposed[name] for name, _ in found))
        there |= {"exported_job"} if any("job" in exposed[name] for name, _ in found) else set()
        by = {label.strip() for labels in _BY.findall(expression) for label in labels.split(",")}
        assert by <= there, expression
        assert set(re.findall(r"\{\{ ?(\w+) ?\}\}", said)) <= (by - {"le"} or there), (expression, said)
        for name, matchers in found:
            for label, values in _MATCHER.findall(matchers):
                assert label in exposed[name] | {"job"}, expression
                for value in values.split("|"):
                    assert (label, value) == ("job", "$job") or may_be(name, label, value), (expression, value)


def may_be(name: str, label: str, value: str) -> bool:
    match name, label:
        case "qunwu_queue_rows", "state":
            return value in {*OPEN, *OUTCOMES}
        case "qunwu_queue_rows", "queue":
            return value in {*QUEUES, "spool"}
        case "qunwu_job_runs_total", "state":
            return value in Meters().jobs.about.replace(",", "").split()
        case "qunwu_sends_total", "verdict":
            return value in {*Verdict}
        case "qunwu_long_connection", "state":
            return value in {*State}
        case "qunwu_callbacks_refused", "reason":
            return value in {*Refusal}
        case "qunwu_messages_received_total", "new":
            return value in {"true", "false"}
        case _, "errcode":
            return is_known(int(value))
    return False


async def test_each_metric_is_explained_with_its_labels(exposed: Mapping[str, set[str]]) -> None:
    page = (FOLDER.parent / "operating.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"`(qunwu_[a-z_]+)(?:\{([a-z,]+)\})?`", page))
    assert set(told) == set(exposed)
    assert {name: set(filter(None, labels.split(","))) for name, labels in told.items()} == {
        name: labels - {"le"} for name, labels in exposed.items()
    }


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


def test_who_gives_up_at_his_start_is_started_again_for_as_long_as_it_takes() -> None:
    for unit in UNITS:
        head, _, service = unit.read_text(encoding="utf-8").partition("[Service]")
        assert "\nStartLimitIntervalSec=0\n" in head
        assert "\nRestart=always\n" in service


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


def test_the_proxy_always_has_somebody_to_ask() -> None:
    """A proxy that leaves alone who failed has nobody left once all three were exchanged, and refuses for them."""
    page = text("nginx.conf")
    servers = re.findall(r"^    server (.*);$", page.partition("upstream qunwu {")[2].partition("}")[0], re.MULTILINE)
    assert len(servers) == 3
    assert all("max_fails=0" in server for server in servers)
    bot = page.partition("location = /wecom/bot {")[2].partition("}")[0]
    assert "error_page 502 = @any;" in bot
    assert "proxy_pass http://qunwu;" in page.partition("location @any {")[2].partition("}")[0]
