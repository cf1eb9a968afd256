"""Charts with Chinese words, drawn here: values become SVG (pure), SVG becomes PNG (`png.render`).

Nothing of the machine is used: the font lies in `font/` with its licence.
"""
