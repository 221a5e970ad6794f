"""The words of the JSON-LD and what they mean, as a context that stands in the file itself."""

from __future__ import annotations

from typing import Any

from cstoref.attributes import NAMES
from cstoref.export import iris

EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
_PREFIXES = {
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "field": f"{iris.ROOT}field:",
    "role": f"{iris.ROOT}role:",
    "term": f"{iris.ROOT}term:",
}
_NAMED = (iris.RECORD, iris.STATEMENT, iris.DOCUMENT, iris.CONFLICT)
"""What has names of its own in the pack; each is a prefix: `record:belarus`."""
CLASSES = (
    "AdministrativeArea", "City", "Claim", "Country", "CreativeWork", "Dataset", "Event",
    "GovernmentOrganization", "Legislation", "NewsArticle", "NewsMediaOrganization", "Occupation",
    "Organization", "OrganizationRole", "Periodical", "Person", "Place", "Project", "PropertyValue",
    "ResearchOrganization", "Role", "Thing", "WebPage",
)  # fmt: skip
"""The classes of schema.org that nodes have."""
_WORDS = (
    "alternateName", "description", "inLanguage", "issueNumber", "name", "propertyID", "roleName", "text",
    "value", "version", "volumeNumber",
)  # fmt: skip
_DATES = ("startDate", "endDate", "dateCreated", "datePublished", "deathDate", "foundingDate")
_LINKS = (
    "about", "attendee", "author", "hasOccupation", "identifier", "isPartOf", "license", "location",
    "memberOf", "organizer", "parentOrganization", "publisher", "sameAs", "subjectOf", "superEvent", "url",
    "usageInfo",
)  # fmt: skip
"""Properties of schema.org whose values are nodes, or names of nodes."""
_OWN_WORDS = (
    "approx", "copyOf", "grounding", "inverseLabel", "issuedBasis", "kind", "lengthInCodePoints", "nature",
    "paragraph", "recordType", "says", "schemaVersion", "sha256", "sourceType", "topic", "unit",
)  # fmt: skip
_OWN_DATES = ("checkedUntil", "confirms", "deathWhen", "foundingWhen", "issued", "on", "read", "when")
"""Dates as EDTF; each is the whole of what is known beside a simplified one of schema.org."""
_DATED_ATTRIBUTES = ("said_on", "confirmed")
SPEAKER = "said_by"
"""The one attribute that schema.org has a word for: the author of a claim."""
ROLES = (
    "who", "for", "instead_of", "to", "with", "place", "at", "topic", "opposed_by", "condition", "outcome",
)  # fmt: skip


def word_of(attribute: str) -> str:
    """The word for an attribute of a statement: `whenText` of `when_text`."""
    first, *rest = attribute.split("_")
    return first + "".join(map(str.capitalize, rest))


def role_word(role: str) -> str:
    """The word for a role in a statement: `roleInsteadOf` of `instead_of`."""
    return word_of(f"role_{role}")


def context(pack: str) -> dict[str, Any]:
    """The context of the file of a pack."""
    return {
        "@version": 1.1,
        **_PREFIXES,
        **{what: iris.prefix(pack, what) for what in _NAMED},
        **{name: f"schema:{name}" for name in (*CLASSES, *_WORDS)},
        **{name: {"@id": f"schema:{name}", "@type": "schema:Date"} for name in _DATES},
        **{name: {"@id": f"schema:{name}", "@type": "@id"} for name in _LINKS},
        **_own(),
        **_claim(),
        **_annotation(),
    }


def _own() -> dict[str, Any]:
    """The words that no vocabulary of others has."""
    attributes = [name for name in NAMES if name != SPEAKER]
    return {
        **{name: f"term:{name}" for name in (*_OWN_WORDS, *map(word_of, attributes))},
        **{
            name: {"@id": f"term:{name}", "@type": EDTF}
            for name in (*_OWN_DATES, *map(word_of, _DATED_ATTRIBUTES))
        },
        **{role_word(name): {"@id": f"role:{name}", "@type": "@id"} for name in ROLES},
        **{name: {"@id": f"term:{name}", "@type": "xsd:decimal"} for name in ("minimum", "maximum")},
        "by": {"@id": "term:by", "@type": "@id"},
        "claims": {"@id": "term:claims", "@type": "@id"},
        "via": {"@id": "term:via", "@container": "@list"},
    }


def _claim() -> dict[str, Any]:
    """How the W3C takes a statement apart, and what it follows from."""
    return {
        "label": "rdfs:label",
        "claimSubject": {"@id": "rdf:subject", "@type": "@id"},
        "claimPredicate": {"@id": "rdf:predicate", "@type": "@id"},
        "claimObject": {"@id": "rdf:object", "@type": "@id"},
        "from": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    }


def _annotation() -> dict[str, Any]:
    """The words of the Web Annotation Vocabulary, spelt as the W3C's own context has them."""
    words = ("Annotation", "SpecificResource", "TextQuoteSelector", "TextPositionSelector")
    return {
        **{name: f"oa:{name}" for name in (*words, "exact", "prefix", "suffix")},
        "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
        "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
        "motivation": {"@id": "oa:motivatedBy", "@type": "@id"},
        "target": {"@id": "oa:hasTarget", "@type": "@id"},
        "source": {"@id": "oa:hasSource", "@type": "@id"},
        "selector": {"@id": "oa:hasSelector", "@type": "@id"},
        # The statement is the body of the annotation of a passage; it is written where the statement is.
        "citations": {"@reverse": "oa:hasBody"},
    }
