"""What is decided is decided alike on both databases."""

from tests.fixtures import either_database

database = either_database
