"""Documents as forms that need no script: inputs, what was typed into them, and what goes wrong with it."""
