"""The AI Act: facts in, reasoned outcome out. `classify` is the way in; the rules and duties are data beside it."""
