"""The working calendar: a year is taken on, the company adds days of its own, and leaves are counted again."""
