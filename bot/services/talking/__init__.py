"""From what somebody writes or presses to its outcome: asked about, confirmed, carried out, or refused."""
