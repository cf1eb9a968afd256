"""Appeals: somebody who had no part in a case looks at it again; what comes of it is carried out and told."""
