"""Hazards (隐患): taken from anybody, graded, given to somebody, fixed, looked at, and closed where all can see."""
