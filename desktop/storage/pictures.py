"""Looks at a picture's head before anything draws it: its kind, its size, its name."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

MOST_BYTES = 5_000_000
MOST_PIXELS = 4096
"""A side; more costs memory and shows nothing more."""

_HEAD = 65_536
_KINDS = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "webp": "WebP"}


@dataclass(frozen=True, slots=True)
class PictureTrouble:
    """Why a picture cannot be used: a template and its values."""

    message: str
    values: dict[str, object]


def trouble_with_picture(folder: Path, name: str) -> PictureTrouble | None:
    """What is wrong with the picture `name` in `folder`; `None` when it can be shown."""
    path = folder / name
    try:
        names = {one.name for one in folder.iterdir()}
        if name not in names:
            near = next((one for one in sorted(names) if one.lower() == name.lower()), None)
            if near:
                return _trouble("the picture is named {near}; write it in the same case", near=near)
            return _trouble("there is no picture {name} beside the lesson", name=name)
        if not path.is_file():
            return _trouble("{name} is not a file", name=name)
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        return _trouble("the picture cannot be read: {reason}", reason=error.strerror or "unknown")
    if size > MOST_BYTES:
        return _trouble("the picture has more than {most} MB", most=MOST_BYTES // 1_000_000)
    return _trouble_in_head(head, _KINDS.get(name.rpartition(".")[2], ""))


def _trouble_in_head(head: bytes, kind: str) -> PictureTrouble | None:
    sides = {"PNG": _png, "JPEG": _jpeg, "WebP": _webp}
    found = next((one for one, read in sides.items() if read(head)), None)
    if found != kind:
        return _trouble(
            "expected a {kind} picture, found {found}", kind=kind, found=found or "something else"
        )
    width, height = sides[kind](head) or (0, 0)
    if not (0 < width <= MOST_PIXELS and 0 < height <= MOST_PIXELS):
        return _trouble(
            "the picture has {width} × {height} pixels; at most {most} a side",
            width=width, height=height, most=MOST_PIXELS,
        )  # fmt: skip
    return None


def _trouble(message: str, **values: object) -> PictureTrouble:
    return PictureTrouble(message, values)


def _png(head: bytes) -> tuple[int, int] | None:
    """Width and height, as the first chunk of a PNG tells them."""
    if len(head) < 24 or head[:8] != b"\x89PNG\r\n\x1a\n" or head[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", head[16:24])
    return width, height


def _jpeg(head: bytes) -> tuple[int, int] | None:
    """Width and height from the first frame header; other segments are stepped over."""
    if head[:3] != b"\xff\xd8\xff":
        return None
    at = 2
    while at + 9 <= len(head) and head[at] == 0xFF:
        marker = head[at + 1]
        if marker == 0xFF:  # padding
            at += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", head[at + 5 : at + 9])
            return width, height
        at += 2 + struct.unpack(">H", head[at + 2 : at + 4])[0]
    return None


def _webp(head: bytes) -> tuple[int, int] | None:
    """Width and height of the three forms of WebP."""
    if len(head) < 30 or head[:4] != b"RIFF" or head[8:12] != b"WEBP":
        return None
    form = head[12:16]
    if form == b"VP8X":
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    if form == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8 ":
        width, height = struct.unpack("<HH", head[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None
