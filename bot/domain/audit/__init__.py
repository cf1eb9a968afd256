"""The chain over the trail: what an entry comes to in bytes, how links hang on each other, and where one is broken."""
