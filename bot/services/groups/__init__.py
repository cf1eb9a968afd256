"""Work groups: asked for and founded, what is to be done to them in WeCom, who comes and goes."""
