"""The page is what Prometheus reads."""

from bot.meters.catalogue import Meters
from bot.meters.instruments import Counter, Gauge, Histogram
from bot.meters.text import exposition


def test_each_kind() -> None:
    sends = Counter("sends_total", "Sends", ("via",))
    sends.add('a"b\\c\n')
    seconds = Histogram("seconds", "How long", (0.5, 1.0))
    seconds.observe(0.7)
    seconds.observe(3)
    up = Gauge("up", "Is it", values={(): 1.5})
    assert exposition([sends, seconds, up]).splitlines() == [
        "# HELP sends_total Sends",
        "# TYPE sends_total counter",
        'sends_total{via="a\\"b\\\\c\\n"} 1',
        "# HELP seconds How long",
        "# TYPE seconds histogram",
        'seconds_bucket{le="0.5"} 0',
        'seconds_bucket{le="1"} 1',
        'seconds_bucket{le="+Inf"} 2',
        "seconds_sum 3.7",
        "seconds_count 2",
        "# HELP up Is it",
        "# TYPE up gauge",
        "up 1.5",
    ]


def test_what_has_not_happened_is_0_where_nothing_tells_it_apart() -> None:
    assert exposition([Counter("parked_total", "Parked")]).splitlines()[-1] == "parked_total 0"
    assert exposition([Counter("sends_total", "Sends", ("via",))]).splitlines()[-1].startswith("# TYPE")


def test_every_meter_is_on_the_page() -> None:
    meters = Meters()
    assert {"qunwu_messages_received_total", "qunwu_ack_seconds"} <= {family.name for family in meters.families()}
    assert "qunwu_ack_seconds_count 0" in exposition(meters.families())
