"""Witnesses meet the same town as the sandbox's own tests."""

from tests.sandbox.conftest import settings, town

__all__ = ["settings", "town"]
