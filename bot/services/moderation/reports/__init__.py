"""Reports of violations: taken in private, routed, decided by a named human; who told of it stays unseen."""
