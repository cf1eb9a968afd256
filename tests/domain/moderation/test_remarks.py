"""What is worth a second look in a pack."""

from bot.domain.moderation.reading import read_pack
from bot.domain.moderation.remarks import remarks
from bot.domain.moderation.shelf import shipped, shipped_texts
from tests.domain.moderation.test_reading import OWN


def said(text: str) -> list[str]:
    return [each.said for each in remarks(read_pack(text), text)]


def test_a_sound_pack_still_hears_what_it_leaves_out() -> None:
    gaps = said(OWN)
    assert [line.partition("：")[0] for line in gaps] == ["第 13 行", "第 30 行", "第 30 行"]
    assert "没有点名 C01 违法违规、C02 泄露公司秘密" in gaps[0]
    assert "C15" not in gaps[0]
    assert gaps[1] == "第 30 行：没有写较重的怎么处理。由人来定；要写就加 serious = […]。"


def test_papers_that_are_missing() -> None:
    without = OWN.replace("consulted = 2026-01-12\n", "").replace("ack = 96\n", "")
    assert said(without)[0].startswith(
        "第 7 行：还没有征求工会意见、员工签收（劳动合同法第四条）。做完前这份制度只作提示"
    )
    early = OWN.replace("since = 2026-02-01", "since = 2026-01-10")
    assert said(early)[0] == "第 5 行：2026-01-10 生效，2026-01-20 才公示。把 since 改到公示以后。"
    assert "原文不全：第9条之后" in said(f'partial = "第9条之后"\n{OWN}')[0]


def test_a_step_that_nobody_takes() -> None:
    unused = OWN.replace('mild = ["talk", "out"]', 'mild = ["talk"]')
    assert "第 23 行：「移出」哪一档都没有用到。加进 [ladder]，或者删掉这一节。" in said(unused)


def test_a_second_time_that_is_lighter() -> None:
    turned = OWN.replace('["talk", "out"]', '["out", "talk"]')
    assert "第 31 行：轻微的再犯反而更轻：「移出」之后是「谈话」。核对先后。" in said(turned)


def test_what_leads_too_far() -> None:
    firing = OWN.replace('kind = "remove"', 'kind = "hr_case"\ntouches = "employment"')
    lines = "\n".join(said(firing))
    assert "「移出」动工资或劳动关系，却不由人力资源决定" in lines
    assert "轻微的数够次数就走到停职或解除" in lines


def test_fines_are_pointed_out() -> None:
    found = [
        (pack.id, each.what)
        for pack, text in zip(shipped(), shipped_texts(), strict=True)
        for each in remarks(pack, text)
        if "罚款" in each.what
    ]
    assert found == [("D5", "「罚款」不少地方不许，广东等地一律关着"), ("D6", "「罚款」不少地方不许，广东等地一律关着")]


def test_what_comes_along_leads_nowhere_it_should_not() -> None:
    whats = [each.what for pack, text in zip(shipped(), shipped_texts(), strict=True) for each in remarks(pack, text)]
    assert not [what for what in whats if "反而更轻" in what or "数够次数" in what or "没有用到" in what]
