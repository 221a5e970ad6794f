"""Makes small documents of several formats, so that tests need none from anybody."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="urn:mc"'
OPEN = 'xmlns:office="urn:office" xmlns:text="urn:text" xmlns:dc="urn:dc" xmlns:meta="urn:meta"'
CORE = 'xmlns:cp="urn:cp" xmlns:dc="urn:dc" xmlns:dcterms="urn:dcterms"'


def pdf(pages: Sequence[Sequence[str]], info: Mapping[str, str] | None = None, language: str = "") -> bytes:
    """A PDF document: pages of lines in Latin letters, and what it says of itself."""
    objects: list[bytes] = []

    def add(body: str) -> int:
        objects.append(body.encode("latin-1"))
        return len(objects)

    lang = f"/Lang ({language})" if language else ""
    add(f"<< /Type /Catalog /Pages 2 0 R {lang} >>")
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    add(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for page in pages:
        font = "<< /Font << /F1 3 0 R >> >> /MediaBox [0 0 595 842]"
        content = len(objects) + 2
        add(f"<< /Type /Page /Parent 2 0 R /Resources {font} /Contents {content} 0 R >>")
        shown = " ".join(f"({_escaped(line)}) Tj T*" for line in page)
        stream = f"BT /F1 11 Tf 14 TL 60 800 Td {shown} ET"
        add(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    about = add(
        "<< " + " ".join(f"/{key} ({_escaped(value)})" for key, value in (info or {}).items()) + " >>"
    )
    return _file(objects, about)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _file(objects: Sequence[bytes], about: int) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, about)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items():
            out.writestr(name, content)
    return raw.getvalue()


def docx(
    paragraphs: Sequence[str], title: str = "", author: str = "", made: str = "", body: str = ""
) -> bytes:
    """A DOCX document; `body` is put behind its paragraphs as it is."""
    words = "".join(f"<w:p><w:r><w:t>{escape(one)}</w:t></w:r></w:p>" for one in paragraphs)
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {WORD}><w:body>{words}{body}</w:body></w:document>",
            "docProps/core.xml": f"<cp:coreProperties {CORE}><dc:title>{escape(title)}</dc:title>"
            f"<dc:creator>{escape(author)}</dc:creator><dcterms:created>{made}</dcterms:created>"
            "</cp:coreProperties>",
        }
    )


def odt(
    paragraphs: Sequence[str], title: str = "", author: str = "", language: str = "", body: str = ""
) -> bytes:
    """An ODT document."""
    words = "".join(f"<text:p>{escape(one)}</text:p>" for one in paragraphs)
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {OPEN}><office:body><office:text>{words}{body}"
            "</office:text></office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {OPEN}><office:meta><dc:title>{escape(title)}</dc:title>"
            f"<meta:initial-creator>{escape(author)}</meta:initial-creator><dc:language>{language}</dc:language>"
            "</office:meta></office:document-meta>",
            "META-INF/manifest.xml": "<manifest/>",
        }
    )
