"""Groups and notices that nobody seems to need any more: found, asked about, cleared up (S300, D2§9.2)."""
