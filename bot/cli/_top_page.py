"""One page of `qunwu top`, from two looks at what the running bot counts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.doctor._running import Running

COMMANDS: Final = 8  # the slowest
_QUEUES: Final = {"inbox": "in ", "outbox": "out"}


@dataclass(frozen=True, slots=True)
class Looks:
    """`seconds` lie between them; at the first look both are the same."""

    before: Running
    now: Running
    seconds: float

    def rate(self, name: str, **labels: str) -> float:
        """Per second, of a counter."""
        grown = self.now.total(name, **labels) - self.before.total(name, **labels)
        return max(0.0, grown) / self.seconds if self.seconds else 0.0


def page(looks: Looks, title: str) -> list[str]:
    now = looks.now
    connection = now.state("qunwu_long_connection")
    state = "ready" if now.ready.get("ready") else "NOT READY"
    missing = [name for name, good in now.ready.items() if good is False and name != "ready"]
    head = [title, state, *(f"no {name}" for name in missing), *([f"connection {connection}"] if connection else [])]
    return [" · ".join(head), "", *_queues(looks), *_moment(now), *_sends(now), *_commands(looks), *_jobs(now)]


def _queues(looks: Looks) -> Iterator[str]:
    taken = looks.rate("qunwu_messages_received_total", new="true")
    sent = looks.rate("qunwu_sends_total")
    times = {"inbox": ("qunwu_ack_seconds", "ack"), "outbox": ("qunwu_reply_seconds", "reply")}
    for queue, words in _QUEUES.items():
        rows = {state: _rows(looks.now, queue, state) for state in ("waiting", "sending", "parked", "unknown")}
        oldest = looks.now.total("qunwu_queue_oldest_seconds", queue=queue)
        counts = "  ".join(f"{state} {number:.0f}" for state, number in rows.items() if number or state == "waiting")
        name, what = times[queue]
        yield (
            f"{words}  {taken if queue == 'inbox' else sent:7.1f}/s  {counts}  oldest {oldest:.0f} s"
            f"  {what} p50 {_ms(quantile(looks.now, name, 0.5))} p99 {_ms(quantile(looks.now, name, 0.99))}"
        )


def _rows(now: Running, queue: str, state: str) -> float:
    return now.total("qunwu_queue_rows", queue=queue, state=state)


def quantile(now: Running, name: str, share: float) -> float | None:
    """The upper bound, in seconds, of the bucket in which it lies; None where nothing was measured."""
    buckets = now.samples.get(f"{name}_bucket", {})
    counts = sorted((float(dict(labels)["le"].replace("+Inf", "inf")), count) for labels, count in buckets.items())
    if not counts or not counts[-1][1]:
        return None
    return next(bound for bound, count in counts if count >= share * counts[-1][1])


def _ms(seconds: float | None) -> str:
    if seconds is None:
        return "–"
    return f"≤ {seconds * 1000:.0f} ms" if seconds < float("inf") else "> 60 s"


def _moment(now: Running) -> Iterator[str]:
    yield f"loop {now.total('qunwu_loop_lag_seconds') * 1000:.0f} ms late at worst in the last minute"
    used = {dict(labels)["via"]: share for labels, share in now.samples.get("qunwu_limit_used_ratio", {}).items()}
    if used:
        yield "limits  " + "  ".join(f"{via} {share:.0%}" for via, share in sorted(used.items()))
    for name, words in (
        ("qunwu_accidents_unclaimed", "ACCIDENTS THAT NOBODY HAS CONFIRMED"),
        ("qunwu_audit_behind_seconds", "seconds that the trail's chain is behind"),
    ):
        if number := now.total(name):
            yield f"{words}: {number:.0f}"
    yield from _shut(now)
    if kept := _rows(now, "spool", "waiting") + _rows(now, "spool", "parked"):
        oldest = now.total("qunwu_queue_oldest_seconds", queue="spool")
        yield f"MESSAGES ON THE LOCAL DISK, FOR THE DATABASE WAS AWAY: {kept:.0f}  oldest {oldest:.0f} s"
    yield from _named("callbacks refused", now.by("reason", "qunwu_callbacks_refused"))


def _shut(now: Running) -> Iterator[str]:
    lasted = now.samples.get("qunwu_wecom_shut_seconds", {})
    for way in sorted(map(dict, lasted), key=lambda each: each["what"]):
        left = now.total("qunwu_wecom_shut_left_seconds", what=way["what"])
        code = f" ({way['errcode']})" if way["errcode"] != "0" else ""
        seconds = now.total("qunwu_wecom_shut_seconds", **way)
        yield f"SHUT BY WECOM: {way['what']}{code} for {seconds:.0f} s, asked again in {left:.0f} s"


def _sends(now: Running) -> Iterator[str]:
    yield from _named("sends", now.by("verdict", "qunwu_sends_total"))
    yield from _named("errors of WeCom", now.by("errcode", "qunwu_wecom_errcodes_total"))


def _named(words: str, counts: Mapping[str, int]) -> Iterator[str]:
    if told := "  ".join(f"{name} {number}" for name, number in sorted(counts.items()) if number):
        yield f"{words}: {told}"


def _commands(looks: Looks) -> Iterator[str]:
    counts = looks.now.by("command", "qunwu_commands_total")
    seconds = {
        dict(labels)["command"]: value
        for labels, value in looks.now.samples.get("qunwu_command_seconds_total", {}).items()
    }
    slowest = sorted(counts, key=lambda name: (-seconds.get(name, 0.0) / counts[name], name))[:COMMANDS]
    if slowest:
        yield from ("", "slowest commands: ms each, times")
    for name in slowest:
        yield f"  {seconds.get(name, 0.0) / counts[name] * 1000:8.1f} {counts[name]:7} {name}"


def _jobs(now: Running) -> Sequence[str]:
    bad = {
        f"{label['job']} {label['state']}": int(value)
        for labels, value in now.samples.get("qunwu_job_runs_total", {}).items()
        if (label := dict(labels))["state"] != "ran"
    }
    return ["", *_named("jobs", bad)] if bad else []
