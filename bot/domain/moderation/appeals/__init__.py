"""Appeals: who looks at a case again, until when, and what came of it."""
