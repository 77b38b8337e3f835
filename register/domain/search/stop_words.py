"""Small words that are in nearly every text, in both languages: they tell nothing apart."""

_WORDS = """
de het een van in op voor met en te door bij aan om uit naar over tot als dat die dit deze is zijn wordt worden
wie wat waar hoe welke mijn ons onze hun haar ik u we wij er ook niet of
the a an of in on for with and to by at from about as that this these is are be which who what where how my our their it or not
"""

STOP_WORDS = frozenset(_WORDS.split())
