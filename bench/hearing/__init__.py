"""How cries for help are heard: the lines the second ear learns from, its training, and what both ears make of them."""
