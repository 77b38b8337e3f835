"""The register as one entry of a data catalogue: DCAT-AP-NL 3.0, as Turtle and as JSON-LD.

Everything has an address of its own and an order of its own, so that the same
register gives the same bytes in every process.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, SKOS, XSD
from rdflib.term import Node

from register.rendering.linked_data import LICENCE

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
PREFIXES = {"dcat": DCAT, "dct": DCTERMS, "foaf": FOAF, "skos": SKOS, "vcard": VCARD, "xsd": XSD}
PROFILE = URIRef("https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/")

#: The vocabularies of the European Union that the profile obliges to.
_EU = "http://publications.europa.eu/resource/authority/"
_THEMES = {
    "GOVE": {"nl": "Overheid en publieke sector", "en": "Government and public sector"},
    "TECH": {"nl": "Wetenschap en technologie", "en": "Science and technology"},
}
_LANGUAGES = {"nl": URIRef(_EU + "language/NLD"), "en": URIRef(_EU + "language/ENG")}
_PUBLIC = URIRef(_EU + "access-right/PUBLIC")
_CONTINUOUS = URIRef(_EU + "frequency/CONT")
_NETHERLANDS = URIRef(_EU + "country/NLD")
_MEDIA_TYPES = {"JSON": "application/json", "CSV": "text/csv", "ATOM": "application/atom+xml"}

Words = Mapping[str, str]
CATALOGUE: dict[str, Words] = {
    "title": {"nl": "Catalogus van het register van algoritmes en AI", "en": "Catalogue of the register of algorithms and AI"},
    "description": {
        "nl": "Beschrijft het register van algoritmes en generatieve AI van overheidsorganisaties, en waar u de gegevens kunt ophalen.",
        "en": "Describes the register of algorithms and generative AI of public bodies, and where to collect its data.",
    },
}
DATASET: dict[str, Words] = {
    "title": {"nl": "Algoritmes en AI bij de overheid", "en": "Algorithms and AI in government"},
    "description": {
        "nl": "Alle openbare registraties van algoritmes en generatieve AI van overheidsorganisaties, zoals ze nu gelden. "
        "Wat uit een ander register is overgenomen, is als overgenomen gemarkeerd.",
        "en": "All public registrations of algorithms and generative AI of public bodies, as they hold now. "
        "What was taken over from another register is marked as mirrored.",
    },
}
SERVICE: dict[str, Words] = {
    "title": {"nl": "API van het register", "en": "API of the register"},
    "description": {
        "nl": "Leest registraties, versies, organisaties, producten en wijzigingen, nu en zoals ze op een dag waren. Zonder token.",
        "en": "Reads registrations, versions, organisations, products and changes, now and as they were on a day. Without a token.",
    },
}
KEYWORDS: dict[str, tuple[str, ...]] = {
    "nl": ("algoritmes", "kunstmatige intelligentie", "generatieve AI", "AI-verordening", "transparantie"),
    "en": ("algorithms", "artificial intelligence", "generative AI", "AI Act", "transparency"),
}


@dataclass(frozen=True, slots=True)
class Form:
    """A form in which the whole register can be had. `is_file` is False where one has to ask page by page."""

    key: str
    #: The code of the European list of file types.
    type: str
    address: str
    languages: tuple[str, ...]
    title: Words
    is_file: bool = True


@dataclass(frozen=True, slots=True)
class Register:
    """What the catalogue says of this register, beside what is the same for all."""

    #: The address of the catalogue, from which its parts get theirs.
    address: str
    home: str
    api: str
    openapi: str
    documentation: str
    standard: str
    standard_version: str
    publisher: Words
    #: The permanent address of the publisher, such as its TOOI identifier; "" when it has none.
    publisher_uri: str
    email: str
    modified: datetime
    forms: tuple[Form, ...]


def graph(register: Register) -> Graph:
    """Describe the catalogue with the one dataset in it, and the service that gives it."""
    found = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        found.bind(prefix, namespace)
    part = Namespace(register.address + "#")
    publisher = URIRef(register.publisher_uri or part.publisher)
    _add_vocabularies(found, register)
    _add_publisher(found, register, publisher, part.contact)
    shared: list[tuple[URIRef, Node]] = [
        (DCTERMS.publisher, publisher),
        (DCTERMS.creator, publisher),
        (DCTERMS.license, URIRef(LICENCE)),
        (DCTERMS.modified, _moment(register.modified)),
        (DCAT.contactPoint, part.contact),
        *((DCTERMS.language, language) for language in _LANGUAGES.values()),
    ]
    themed: list[tuple[URIRef, Node]] = [
        *shared,
        (DCTERMS.accessRights, _PUBLIC),
        *((DCAT.theme, URIRef(f"{_EU}data-theme/{theme}")) for theme in _THEMES),
        *((DCAT.keyword, Literal(word, lang=language)) for language, words in KEYWORDS.items() for word in words),
        (FOAF.page, URIRef(register.documentation)),
    ]
    _add(found, URIRef(register.address), DCAT.Catalog, CATALOGUE, [*shared, *_of_catalogue(register, part)])
    _add(found, part.register, DCAT.Dataset, DATASET, [*themed, *_of_dataset(register, part)])
    _add(found, part.api, DCAT.DataService, SERVICE, [*themed, *_of_service(register, part)])
    for form in register.forms:
        _add(found, part[form.key], DCAT.Distribution, {"title": form.title}, _of_form(register, part, form))
    return found


def as_turtle(found: Graph) -> bytes:
    """Write a catalogue as Turtle."""
    return found.serialize(format="turtle", encoding="utf-8")


def as_json_ld(found: Graph) -> bytes:
    """Write a catalogue as JSON-LD, in one fixed order."""
    context = {prefix: str(namespace) for prefix, namespace in PREFIXES.items()}
    told = orjson.loads(found.serialize(format="json-ld", context=context))
    return orjson.dumps(_ordered(told), option=orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2)


def _of_catalogue(register: Register, part: Namespace) -> Iterable[tuple[URIRef, Node]]:
    yield FOAF.homepage, URIRef(register.home)
    yield DCTERMS.conformsTo, PROFILE
    yield DCTERMS.spatial, _NETHERLANDS
    yield DCAT.themeTaxonomy, URIRef(_EU + "data-theme")
    yield DCAT.dataset, part.register
    yield DCAT.service, part.api


def _of_dataset(register: Register, part: Namespace) -> Iterable[tuple[URIRef, Node]]:
    yield DCTERMS.identifier, Literal(str(part.register))
    yield DCTERMS.accrualPeriodicity, _CONTINUOUS
    yield DCTERMS.spatial, _NETHERLANDS
    yield DCTERMS.conformsTo, URIRef(register.standard)
    yield DCAT.landingPage, URIRef(register.home)
    yield from ((DCAT.distribution, part[form.key]) for form in register.forms)


def _of_service(register: Register, part: Namespace) -> Iterable[tuple[URIRef, Node]]:
    yield DCTERMS.identifier, Literal(str(part.api))
    yield DCAT.endpointURL, URIRef(register.api)
    yield DCAT.endpointDescription, URIRef(register.openapi)
    yield DCAT.landingPage, URIRef(register.documentation)
    yield DCAT.servesDataset, part.register


def _of_form(register: Register, part: Namespace, form: Form) -> Iterable[tuple[URIRef, Node]]:
    yield DCTERMS.license, URIRef(LICENCE)
    yield DCTERMS.modified, _moment(register.modified)
    yield DCTERMS.format, URIRef(f"{_EU}file-type/{form.type}")
    yield DCAT.mediaType, _media_type(form)
    yield DCAT.accessURL, URIRef(form.address)
    yield from ((DCTERMS.language, _LANGUAGES[language]) for language in form.languages)
    if form.is_file:
        yield DCAT.downloadURL, URIRef(form.address)
    else:
        yield DCAT.accessService, part.api
    if form.type != "ATOM":  # an entry of the feed leads to the document, it does not hold it
        yield DCTERMS.conformsTo, URIRef(register.standard)


def _add_publisher(found: Graph, register: Register, publisher: URIRef, contact: URIRef) -> None:
    found.add((publisher, RDF.type, FOAF.Agent))
    found.add((contact, RDF.type, VCARD.Kind))
    for language, name in register.publisher.items():
        found.add((publisher, FOAF.name, Literal(name, lang=language)))
        found.add((contact, VCARD.fn, Literal(name, lang=language)))
    found.add((contact, VCARD.hasEmail, URIRef(f"mailto:{register.email}")))
    found.add((contact, VCARD.hasURL, URIRef(register.home)))


def _add_vocabularies(found: Graph, register: Register) -> None:
    """Say of each word of a vocabulary what it is: who reads the catalogue need not fetch it."""
    scheme = URIRef(_EU + "data-theme")
    found.add((scheme, RDF.type, SKOS.ConceptScheme))
    _label(found, scheme, DCTERMS.title, {"nl": "Thema’s van datasets", "en": "Themes of datasets"})
    for theme, words in _THEMES.items():
        concept = URIRef(f"{_EU}data-theme/{theme}")
        found.add((concept, RDF.type, SKOS.Concept))
        found.add((concept, SKOS.inScheme, scheme))
        _label(found, concept, SKOS.prefLabel, words)
    kinds = {
        **dict.fromkeys(_LANGUAGES.values(), DCTERMS.LinguisticSystem),
        **{URIRef(f"{_EU}file-type/{form.type}"): DCTERMS.MediaTypeOrExtent for form in register.forms},
        **{_media_type(form): DCTERMS.MediaType for form in register.forms},
        _PUBLIC: DCTERMS.RightsStatement,
        _CONTINUOUS: DCTERMS.Frequency,
        _NETHERLANDS: DCTERMS.Location,
        URIRef(LICENCE): DCTERMS.LicenseDocument,
        PROFILE: DCTERMS.Standard,
        URIRef(register.standard): DCTERMS.Standard,
        URIRef(register.home): FOAF.Document,
        URIRef(register.documentation): FOAF.Document,
    }
    for address, kind in kinds.items():
        found.add((address, RDF.type, kind))
    found.add((URIRef(LICENCE), SKOS.exactMatch, URIRef(_EU + "licence/CC0")))
    found.add((URIRef(register.standard), DCTERMS.title, Literal(f"Register {register.standard_version}")))


def _add(found: Graph, subject: Node, kind: URIRef, words: Mapping[str, Words], facts: Iterable[tuple[URIRef, Node]]) -> None:
    found.add((subject, RDF.type, kind))
    for name, texts in words.items():
        _label(found, subject, DCTERMS[name], texts)
    for predicate, value in facts:
        found.add((subject, predicate, value))


def _label(found: Graph, subject: Node, predicate: URIRef, words: Words) -> None:
    for language, text in words.items():
        found.add((subject, predicate, Literal(text, lang=language)))


def _media_type(form: Form) -> URIRef:
    return URIRef("https://www.iana.org/assignments/media-types/" + _MEDIA_TYPES[form.type])


def _moment(moment: datetime) -> Literal:
    return Literal(moment.isoformat(timespec="seconds").replace("+00:00", "Z"), datatype=XSD.dateTime)


def _ordered(value: Any) -> Any:
    """Put lists, whose order means nothing here, in the order of what is written of them."""
    if isinstance(value, list):
        return sorted(map(_ordered, value), key=lambda each: orjson.dumps(each, option=orjson.OPT_SORT_KEYS))
    if isinstance(value, dict):
        return {key: _ordered(each) for key, each in value.items()}
    return value
