"""What a person is told of his step, as he reads it."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.moderation.categories import Severity, category
from bot.domain.moderation.explaining import clauses, coming, why
from bot.domain.moderation.history import Past, PastState
from bot.domain.moderation.ladder import Standing, step_for
from bot.domain.moderation.pack import Procedure, Repeat
from bot.domain.moderation.rules import ModerationRules

NOW = datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
DAY = NOW.date()
PACKS = {pack.id: replace(pack, procedure=Procedure(DAY, DAY, DAY, 100)) for pack in ModerationRules().packs(NOW)}
BEFORE = [
    Past("WG-20261001-003", "C15", NOW - timedelta(days=52)),
    Past("WG-20261101-001", "C15", NOW - timedelta(days=21)),
]


def standing(pack: str, code: str, severity: Severity, *history: Past) -> Standing:
    return step_for(history, category(code), severity, NOW, PACKS[pack])


def test_the_first_time() -> None:
    first = standing("D8", "C15", Severity.MILD)
    assert why(first) == ("180 天内第 1 次「广告和刷屏」。按轻微处理：警告（《企业微信社群管理制度》第10.1条）。")
    assert coming(first) == "2027年5月21日(周五)前（含当天）再有一次同样轻重的，就是禁言。"
    assert clauses(first) == "《企业微信社群管理制度》第9.3条、第10.1条"


def test_the_third_time_and_after() -> None:
    third = standing("D8", "C15", Severity.MILD, *BEFORE)
    assert why(third) == (
        "180 天内第 3 次「广告和刷屏」（之前：WG-20261001-003 10月1日(周四)确认、WG-20261101-001 11月1日(周日)确认）。"
        "按轻微处理：移出群聊（《企业微信社群管理制度》第10.3条）。"
    )
    assert coming(third) == "2027年5月21日(周五)前（含当天）再有一次同样轻重的，还是移出群聊。"


def test_a_long_history_is_cut_short() -> None:
    many = [Past(f"WG-{n}", "C15", NOW - timedelta(days=n)) for n in range(1, 6)]
    assert "第 6 次" in why(standing("D8", "C15", Severity.MILD, *many))
    assert "还有 2 次" in why(standing("D8", "C15", Severity.MILD, *many))


def test_a_proposal_says_whose_it_is() -> None:
    proposal = standing("D5", "C12", Severity.SERIOUS, Past("WG-1", "C12", NOW - timedelta(days=1)))
    assert why(proposal).endswith(
        "按较重处理：交人力资源处理（《员工微信使用管理制度》第12条）。"
        "这里不用「罚款」，改为这一步。这只是建议，由人力资源决定和办理。"
    )
    assert coming(standing("D2", "C02", Severity.CRITICAL)) == (
        "2027年5月21日(周五)前（含当天）再有一次同样轻重的，还是建议人力资源、法务处理（解除劳动合同）。"
    )


def test_without_procedure_it_says_what_is_missing() -> None:
    hint = step_for([], category("C15"), Severity.MILD, NOW, replace(PACKS["D8"], procedure=Procedure(published=DAY)))
    assert why(hint).endswith("这份制度还没有职工讨论、征求工会意见、员工签收，只作提示，不算处分。")


def test_an_open_appeal_is_named() -> None:
    contested = standing("D8", "C15", Severity.MILD, replace(BEFORE[0], state=PastState.APPEALED))
    assert why(contested).endswith("WG-20261001-003 还在申诉，改判了这一次重新算。")


def test_where_nobody_can_say() -> None:
    assert why(standing("D8", "C99", Severity.HUMAN)) == "180 天内第 1 次「其他」。轻重要由人来定，定了才知道怎么处理。"
    assert why(standing("D8", "C10", Severity.MILD)).endswith("这一条不执行。")
    nothing = standing("D13", "C07", Severity.MILD)
    assert why(nothing).endswith("按轻微算，《企业微信安全管理制度（奖惩版）》没有写怎么处理，由人来定。")
    assert coming(nothing) == ""
    assert clauses(nothing) == "《企业微信安全管理制度（奖惩版）》第四部分3(2)、第四部分3(3)"
    assert clauses(standing("D3", "C12", Severity.SERIOUS)) == ""


def test_merits_weigh_where_the_text_says_so() -> None:
    leak = standing("D13", "C02", Severity.SERIOUS)
    assert why(leak).endswith("受过表彰的，定的时候可以从轻（《企业微信安全管理制度（奖惩版）》第五部分1）。")


def test_any_violation_counts_where_the_pack_says_so() -> None:
    pack = replace(PACKS["D8"], repeat=Repeat.ANY)
    assert why(step_for([], category("C15"), Severity.MILD, NOW, pack)).startswith("180 天内第 1 次违规。")
