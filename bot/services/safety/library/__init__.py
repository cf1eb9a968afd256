"""The library at work: questions are answered from it, or passed to a person whose answer may be kept."""
