"""Clauses as people read them."""

import pytest

from bot.domain.moderation.clauses import Clause, cited


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        ("D8§10.2", "《制度》第10.2条"),
        ("D3§16(二)", "《制度》第16条(二)"),
        ("D10§五.1(2)", "《制度》第五部分1(2)"),
        ("D12§五", "《制度》第五部分"),
        ("D14§篇1§8", "《制度》篇1§8"),
    ],
)
def test_a_clause_is_cited_with_its_document(clause: str, said: str) -> None:
    assert cited(Clause(clause), "制度") == said
