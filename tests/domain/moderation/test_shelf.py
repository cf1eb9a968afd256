"""The packs that come along, and what stands on the shelf on which day."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.moderation.categories import Severity, categories
from bot.domain.moderation.pack import Pack, StepKind, Touches
from bot.domain.moderation.shelf import in_force, shipped, with_own
from bot.domain.rights import Role

PACKS = {pack.id: pack for pack in shipped()}
D8 = PACKS["D8"]
NEW = replace(D8, version="2", since=date(2026, 3, 1))


def test_nine_texts_come_along() -> None:
    assert sorted(PACKS, key=lambda each: int(each[1:])) == ["D2", "D3", "D5", "D6", "D8", "D10", "D12", "D13", "D15"]


def test_what_is_cut_off_says_so() -> None:
    assert [each.id for each in shipped() if each.partial] == ["D5", "D8"]


@pytest.mark.parametrize("pack", shipped(), ids=lambda pack: pack.id)
class TestEachPack:
    def test_it_is_a_hint_until_somebody_has_adopted_it(self, pack: Pack) -> None:
        assert not pack.procedure.binds(date(2030, 1, 1))

    def test_it_forbids_nothing_that_nobody_is_charged_with(self, pack: Pack) -> None:
        assert all(categories()[code].on for code in pack.forbids)

    def test_every_step_is_used_or_stands_in(self, pack: Pack) -> None:
        used = {key for keys in pack.ladder.values() for key in keys}
        assert set(pack.steps) == used | {each.instead for each in pack.steps.values() if each.instead}

    def test_mild_ones_never_end_a_job(self, pack: Pack) -> None:
        assert all(each.touches is not Touches.EMPLOYMENT for each in pack.steps_for(Severity.MILD))

    def test_what_touches_pay_or_employment_is_decided_by_human_resources(self, pack: Pack) -> None:
        touching = [each for each in pack.steps.values() if each.touches is not Touches.NOTHING]
        assert all(each.is_proposal and Role.HR in each.decides for each in touching)

    def test_an_account_is_suspended_by_two(self, pack: Pack) -> None:
        kinds = [each for each in pack.steps.values() if each.kind is StepKind.SUSPEND_ACCOUNT]
        assert all(each.approvals == 2 for each in kinds)

    def test_fines_are_off_in_guangdong_and_anywhere_unless_the_company_says_so(self, pack: Pack) -> None:
        assert not any(each.fine for each in pack.settled("广东", fines=True).steps.values())
        assert not any(each.fine for each in pack.settled("上海", fines=False).steps.values())


def test_only_two_texts_fine_at_all() -> None:
    assert [each.id for each in shipped() if any(step.fine for step in each.steps.values())] == ["D5", "D6"]
    kept = PACKS["D5"].settled("上海", fines=True)
    assert [each.name for each in kept.steps_for(Severity.SERIOUS)] == ["书面通报批评", "罚款"]


def test_what_stands_in_for_a_fine_says_so() -> None:
    (_, instead) = PACKS["D5"].settled("", fines=False).steps_for(Severity.SERIOUS)
    assert (instead.name, instead.in_place_of) == ("交人力资源处理", "罚款")


def test_one_that_nothing_stands_in_for_is_left_out() -> None:
    fine = replace(PACKS["D5"].steps["fine"], instead="")
    pack = replace(PACKS["D5"], steps={**PACKS["D5"].steps, "fine": fine})
    assert [each.key for each in pack.settled("", fines=False).steps_for(Severity.CRITICAL)] == ["dismissal"]


@pytest.mark.parametrize(("on", "version"), [("2026-02-28", "1"), ("2026-03-01", "2"), ("2030-01-01", "2")])
def test_the_version_of_the_day(on: str, version: str) -> None:
    found = in_force(with_own([D8], [NEW]), "D8", date.fromisoformat(on), "")
    assert found is not None
    assert found.version == version


def test_after_its_end_the_one_before_holds_again() -> None:
    ended = replace(NEW, until=date(2026, 6, 30))
    found = in_force(with_own([D8], [ended]), "D8", date(2026, 7, 1), "")
    assert found == D8


def test_one_version_is_replaced_another_stands_beside() -> None:
    own = replace(D8, name="我们的")
    assert with_own([D8], [own]) == (own,)
    assert len(with_own([D8], [NEW])) == 2


def test_a_pack_of_one_region_holds_nowhere_else() -> None:
    local = replace(NEW, regions=("上海",))
    assert in_force([local], "D8", date(2026, 11, 22), "上海") == local
    assert in_force([local], "D8", date(2026, 11, 22), "广东") is None
