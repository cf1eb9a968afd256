"""Three steps of comparing, and the tables behind them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.nicknames.folding import fold, joined, simple, skeleton, squeeze
from bot.domain.nicknames.lookalikes import LOOKALIKES, SPLIT, TRADITIONAL


@pytest.mark.parametrize(
    ("left", "right", "step"),
    [
        ("ＤＡＶＩＤ　 Chen", "david chen", fold),
        ("阿卜杜拉•买买提", "阿卜杜拉·买买提", fold),
        ("生产部－张三", "生产部-张三", fold),
        ("張偉", "张伟", squeeze),
        ("O'Neil-Smith", "oneil smith", squeeze),
        ("Dаvid", "David", skeleton),
        ("张己", "张已", skeleton),
        ("弓长三", "张三", skeleton),
        ("1l0O", "IlOo", skeleton),
    ],
)
def test_what_is_one_by_each_step(left: str, right: str, step) -> None:  # type: ignore[no-untyped-def]
    steps = {
        fold: fold,
        squeeze: lambda text: squeeze(fold(text)),
        skeleton: lambda text: skeleton(squeeze(fold(text))),
    }
    assert steps[step](left) == steps[step](right)


@given(st.text(max_size=40))
def test_simple_characters_stand_where_the_others_stood(text: str) -> None:
    folded = fold(text)
    assert len(simple(folded)) == len(folded)
    assert squeeze(squeeze(folded)) == squeeze(folded)


def test_the_tables_do_not_contradict_themselves() -> None:
    old, new = TRADITIONAL[::2], TRADITIONAL[1::2]
    assert len(set(old)) == len(old)
    assert not set(old) & set(new), "what a character becomes stays as it is"
    alike = "".join(LOOKALIKES)
    assert len(set(alike)) == len(alike), "nothing looks like two different things"
    assert not set(alike) & set(old)
    assert all(len(parts) == 2 and joined(parts) == whole for parts, whole in SPLIT.items())
