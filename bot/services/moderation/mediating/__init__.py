"""Mediation: two are invited, somebody who is neither talks with them, and what came of it is kept."""
