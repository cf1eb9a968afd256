"""Plain numbers, kept right."""

from bot.meters.instruments import Counter, Histogram, Stopwatches


def test_a_counter_tells_its_labels_apart() -> None:
    counter = Counter("sends", "", ("via", "verdict"))
    counter.add("app", "done")
    counter.add("app", "done", by=2)
    counter.add("bot", "done")
    assert counter.values == {("app", "done"): 3, ("bot", "done"): 1}


def test_a_value_on_a_bound_belongs_below_it() -> None:
    histogram = Histogram("seconds", "", (1.0, 2.0))
    for value in (0.5, 1.0, 1.5, 9.0):
        histogram.observe(value)
    assert (histogram.counts, histogram.total) == ([2, 1, 1], 12.0)


def test_a_stopwatch_stops_once() -> None:
    watches = Stopwatches()
    watches.start("a", 10.0)
    assert watches.stop("a", 12.5) == 2.5
    assert watches.stop("a", 13.0) is None


def test_a_few_stopwatches_are_kept() -> None:
    watches = Stopwatches(most=2)
    for now, key in enumerate("abc"):
        watches.start(key, now)
    assert len(watches) == 2
    assert watches.stop("a", 9) is None
    assert watches.stop("c", 9) == 7
