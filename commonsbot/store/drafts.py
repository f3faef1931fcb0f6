"""A draft as JSON: in a revision, and in the columns of a resource that hold lists."""

from typing import Any

import msgspec

from commonsbot.domain.experiences import Sections
from commonsbot.domain.files import File
from commonsbot.domain.resources import Draft

_encoder = msgspec.json.Encoder()
_draft = msgspec.json.Decoder(Draft)
_sections = msgspec.json.Decoder(Sections)
_files = msgspec.json.Decoder(tuple[File, ...])


def encode(value: Any) -> str:
    """JSON of a draft, of sections or of files."""
    return _encoder.encode(value).decode()


def decode(written: str) -> Draft:
    return _draft.decode(written)


def sections(written: str) -> Sections:
    return _sections.decode(written)


def files(written: str) -> tuple[File, ...]:
    return _files.decode(written)
