"""Whether a line tells of a stolen account, a leak or a fraud: asked before commands are looked up."""
