"""The command line, `register …`: one file for each group of commands."""
