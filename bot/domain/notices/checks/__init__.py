"""What may be wrong with a text before many read it: each check looks at one thing and says it in one sentence."""
