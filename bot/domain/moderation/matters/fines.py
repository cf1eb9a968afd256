"""Whether a fine may even be proposed here: by default not, and never is one carried out (D5§12(3), S177)."""

from bot.domain.moderation.pack import Pack
from bot.domain.moderation.rules import ModerationRules


def why_no_fine(rules: ModerationRules, pack: Pack) -> str:
    """Why not, as a clause; empty where one may be proposed. `pack`: in force for the act, settled for the region."""
    if not rules.fines:
        return "公司没有开启罚款建议"
    if not any(step.fine for step in pack.steps.values()):
        return f"{rules.region}按《{pack.document}》不能罚款"
    return ""
