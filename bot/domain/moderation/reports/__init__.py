"""Reports of violations: what was told, who looks into it, until when; who told it is shown to nobody."""
