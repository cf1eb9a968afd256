"""Kinds of leave, as data: the law's, a region's on top, the company's own over both."""
