"""How it travels: one marshmallow schema per direction, one file per noun."""
