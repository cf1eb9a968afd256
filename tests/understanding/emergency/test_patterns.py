from bot.understanding.emergency.patterns import compiled, gathered


def test_lines_are_alternatives_and_pieces_are_groups() -> None:
    assert gathered("# who\n  <WHO>落水\n救命", {"WHO": "人|狗"}) == "(?:人|狗)落水|救命"


def test_a_piece_stays_together() -> None:
    assert compiled("<WHO>落水", {"WHO": "人|狗"}).fullmatch("狗落水")
