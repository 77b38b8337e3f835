"""Rules about the code itself, which no reviewer should have to look for."""
