"""Beside others: each message must have been handled, and what isn't there is said."""

import pytest

from bench import peers


async def _idle(_: int) -> None:
    return


def test_what_is_not_installed_is_named(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: list[str]) -> None:
        raise ImportError

    monkeypatch.setitem(peers.PEERS, "aiogram", missing)
    assert list(peers.figures(0.1)) == []
    assert "peers.aiogram" in capsys.readouterr().err


def test_ours_over_theirs_and_no_message_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    async def handle(number: int) -> None:
        seen.append(number)

    monkeypatch.setitem(peers.PEERS, "aiogram", lambda _: (handle, lambda: len(seen)))
    [figure] = peers.figures(0.1)
    assert figure.name == "peers.aiogram"
    assert figure.ratio == pytest.approx(figure.value / figure.more["baseline_value"])
    assert seen == list(range(1, len(seen) + 1))


def test_messages_that_were_not_handled_give_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(peers.PEERS, "aiogram", lambda _: (_idle, lambda: 0))
    with pytest.raises(RuntimeError, match="0 of"):
        list(peers.figures(0.1))
