"""Articles of the AI Act as people read them: 6(3)(a) is “artikel 6, lid 3, onder a”, or “Article 6(3)(a)”."""

import re

from register.translations import Language

_ARTICLE = re.compile(r"(\d+)(?:\((\d+[a-z]?)\))?(?:\(([a-z]+)\))?")
_DUTCH = {"Annex": "bijlage", "recital": "overweging"}


def cite(article: str, language: Language) -> str:
    """Write out one or more articles, separated by commas; what is no single article, paragraph or point stays as it is."""
    parts = [_cited(part, language) for part in article.split(", ") if part]
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {'en' if language == 'nl' else 'and'} {parts[-1]}"


def _cited(part: str, language: Language) -> str:
    if part == "NL":
        return "landelijke indeling" if language == "nl" else "national classification"
    word, _, rest = part.partition(" ")
    if word in _DUTCH:
        return f"{_DUTCH[word]} {rest}" if language == "nl" else part
    if language == "en":
        return f"Article {part}"
    found = _ARTICLE.fullmatch(part)
    if found is None:
        return f"artikel {part}"
    article, paragraph, point = found.groups()
    return f"artikel {article}" + (f", lid {paragraph}" if paragraph else "") + (f", onder {point}" if point else "")
