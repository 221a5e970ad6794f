"""PDF, DOCX, ODT and mail: the words, what the document says of itself, and what is refused."""

from __future__ import annotations

import sys

import pytest

from cstoref.authoring import limits
from cstoref.errors import UserError
from cstoref.intake import isolation, mail, office
from cstoref.intake import pdf as pdf_reader
from cstoref.intake.document import Document, UnreadableDocument
from cstoref.intake.formats import BY_ID
from cstoref.intake.print_lines import printed

from .documents import archive, docx, odt, pdf

NAMES = ("president", "minister", "general")
PAGES = [
    [
        f"Sound Pact Review, No. {page + 4}",
        "",
        f"The {NAMES[page]}s of all four states met in Corhaven on 7 Novem-",
        "ber 2014. Anders Holt said that the Aldmark-",
        "led force of the Aldmark-led pact would be larger than it is in this year.",
        "Nothing came of it.",
        f"Emil Sund stayed away from the {NAMES[page]}s' dinner that was given in November.",
        "",
        f"page {page + 1} of 3",
    ]
    for page in range(3)
]


def test_a_pdf_document_loses_headers_and_hyphens_of_lines() -> None:
    made = {"Title": "Review", "Author": "Ann Lee; Bo Ek", "CreationDate": "D:20141110120000Z"}
    document = pdf_reader.read(pdf(PAGES, made, "en-GB"))
    assert document.paragraphs[:2] == (
        "The presidents of all four states met in Corhaven on 7 November 2014. Anders Holt said that the "
        "Aldmark-led force of the Aldmark-led pact would be larger than it is in this year. Nothing came "
        "of it.",
        "Emil Sund stayed away from the presidents' dinner that was given in November.",
    )
    assert not any("Review" in paragraph or "page" in paragraph for paragraph in document.paragraphs)
    assert (document.title, document.authors, document.language) == ("Review", ("Ann Lee", "Bo Ek"), "en")
    assert document.issued == ""  # when its file was made is not when it was published
    assert document.remarks == (
        "left out what stands at the edge of most pages: page # of #; sound pact review, no. #",
        "joined 3 words that a line end had cut: November, November, November",
        "its file was made on 2014-11-10; if it was published then: --date 2014-11-10",
    )


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (["A heading", "The text begins here and goes on until the end of its line", "and ends."], 2),
        (["The text begins here and goes on until the end of it all.", "", "Next."], 2),
        (["• one of the points that were made at that meeting", "• two"], 2),
        (["The text begins here and goes on until the U.", "S. and Corhaven"], 1),
    ],
)
def test_where_a_paragraph_ends(lines: list[str], paragraphs: int) -> None:
    assert len(printed([lines]).paragraphs) == paragraphs


def test_without_pypdf_the_message_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(UnreadableDocument, match="pypdf is not installed: `pipx inject cstoref pypdf`"):
        pdf_reader.read(pdf(PAGES))


def test_an_encrypted_pdf_document_is_refused() -> None:
    import io

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(PAGES))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(UnreadableDocument, match="is encrypted"):
        pdf_reader.read(out.getvalue())


DELETED = (
    "<w:p><w:r><w:t>kept </w:t></w:r><w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del>"
    "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:instrText>PAGE</w:instrText></w:r></w:p>"
    "<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>frame</w:t></w:r></w:p></mc:Choice>"
    "<mc:Fallback><w:p><w:r><w:t>frame</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
)


def test_a_docx_document_has_its_words_and_not_what_was_deleted() -> None:
    raw = docx(["First & last", "Second"], "Report", "Ann Lee", "2014-11-08T10:00:00Z", DELETED)
    document = office.read(raw)
    assert document.paragraphs == ("First & last", "Second", "kept a b", "frame")
    assert (document.title, document.authors, document.issued) == ("Report", ("Ann Lee",), "")
    assert document.remarks == (
        "its file was made on 2014-11-08; if it was published then: --date 2014-11-08",
    )


NOTE = (
    "<text:h>Heading</text:h><text:p>a<text:s/>b<text:note><text:p>footnote</text:p></text:note>"
    "<office:annotation><text:p>comment</text:p></office:annotation><text:line-break/>c</text:p>"
)


def test_an_odt_document_has_its_words_and_not_its_notes() -> None:
    document = office.read(odt(["First"], "Report", "Ann Lee", "ru-RU", NOTE))
    assert document.paragraphs == ("First", "Heading", "a b c")
    assert (document.title, document.authors, document.language) == ("Report", ("Ann Lee",), "ru")


ENTITIES = '<!DOCTYPE x [<!ENTITY a "b">]><w:document><w:p><w:t>&a;</w:t></w:p></w:document>'
DEEP = "<a>" * 300 + "</a>" * 300


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (archive({"a.txt": "x"}), "an archive without a text document"),
        (b"PK\x03\x04broken", "is broken: it is no archive"),
        (archive({"word/document.xml": "<w:document>"}), "is broken and cannot be read"),
        (archive({"word/document.xml": ENTITIES}), "declares entities"),
        (archive({"content.xml": DEEP}), "the limit “depth”"),
        (archive({"content.xml": "<a/>", "META-INF/manifest.xml": "<encryption-data/>"}), "is encrypted"),
    ],
)
def test_a_hostile_archive_is_refused(raw: bytes, complaint: str) -> None:
    with pytest.raises(UnreadableDocument, match=complaint):
        office.read(raw)


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNPACKED", limits.UNPACKED._replace(most=10_000))
    with pytest.raises(UnreadableDocument, match="the limit “unpacked”"):
        office.read(archive({"word/document.xml": b" " * 1_000_000}))


MAIL = """\
From: Ann Lee <ann@herald.example>
Subject: =?utf-8?q?Talks_in_Corhav=C3=A9n?=
Date: Sat, 08 Nov 2014 23:30:00 +0300
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="x"

--x
Content-Type: multipart/alternative; boundary="y"

--y
Content-Type: text/plain; charset=koi8-r
Content-Transfer-Encoding: 8bit

{words}
--y
Content-Type: text/html; charset=utf-8

<p>As a page</p>
--y--
--x
Content-Type: application/pdf; name="a.pdf"
Content-Disposition: attachment; filename="a.pdf"

%PDF-
--x--
"""


def test_a_mail_has_its_words_subject_sender_and_day() -> None:
    document = mail.read(MAIL.format(words="Саммит.\n\nThe end.").encode("koi8-r"))
    assert document.paragraphs == ("Саммит.", "The end.")
    assert document[1:5] == ("Talks in Corhavén", ("Ann Lee",), "", "2014-11-08")
    assert document.remarks == ("left out what is attached: a.pdf",)


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (b"no headers at all", "is not a mail"),
        (b"Subject: x\nContent-Type: application/pkcs7-mime\n\nx", "is encrypted"),
        (b"Subject: x\n\n", "has no words"),
    ],
)
def test_what_is_no_mail_is_refused(raw: bytes, complaint: str) -> None:
    with pytest.raises(UnreadableDocument, match=complaint):
        mail.read(raw)


def test_a_page_of_a_mail_is_read_where_it_has_no_plain_text() -> None:
    raw = b"Subject: x\nContent-Type: text/html; charset=nonsense\n\n<p>One</p><script>x</script><p>Two</p>"
    assert mail.read(raw).paragraphs == ("One", "Two")


@pytest.mark.parametrize(
    ("format", "raw"),
    [
        ("pdf", pdf(PAGES)),
        ("docx", docx(["First", "Second"])),
        ("odt", odt(["First", "Second"])),
        ("eml", b"Subject: x\n\nFirst\n\nSecond\n"),
    ],
)
def test_each_is_read_in_a_process_of_its_own(format: str, raw: bytes) -> None:
    document = isolation.read(raw, BY_ID[format], "paper")
    assert isinstance(document, Document)
    assert len(document.paragraphs) >= 2


@pytest.mark.parametrize(
    ("format", "raw", "complaint"),
    [
        ("pdf", b"%PDF-1.4\nnothing", "is broken and cannot be read"),
        ("pdf", pdf([[""]]), "has no words, only pictures of pages"),
        ("pdf", b"plain words", "is not a PDF document"),
        ("docx", b"\xd0\xcf\x11\xe0", "older office program, or encrypted"),
        ("txt", pdf(PAGES), "is a PDF document; read it with --as pdf"),
        ("html", docx(["x"]), "is a DOCX document; read it with --as docx"),
        ("eml", b"Subject: x\n" + b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 600, ""),
    ],
)
def test_what_cannot_be_read_is_said(format: str, raw: bytes, complaint: str) -> None:
    with pytest.raises(UserError) as caught:
        isolation.read(raw, BY_ID[format], "paper")
    assert str(caught.value).startswith("paper ")
    assert complaint in str(caught.value)
