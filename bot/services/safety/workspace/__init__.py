"""All that the safety officer has on his desk today, in one place (D4§4.1)."""
