"""Pictures are judged by their heads, before anything draws them."""

import shutil
import struct
from pathlib import Path

import pytest

from desktop.storage.pictures import trouble_with_picture
from tests.storage.lesson_texts import EVERYTHING


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", width, height, 8, 2, 0, 0, 0)


def jpeg(width: int, height: int) -> bytes:
    comment = b"\xff\xfe" + struct.pack(">H", 2 + 500) + bytes(500)
    return b"\xff\xd8" + comment + b"\xff\xff\xc2" + struct.pack(">HBHHB", 17, 8, height, width, 3) + bytes(9)


def webp(form: bytes, body: bytes) -> bytes:
    return b"RIFF" + bytes(4) + b"WEBP" + form + bytes(4) + body + bytes(16)


SOUND = {
    "a.png": png(4096, 1),
    "a.jpg": jpeg(640, 480),
    "a.jpeg": jpeg(640, 480),
    "lossy.webp": webp(b"VP8 ", bytes(6) + struct.pack("<HH", 640, 480)),
    "lossless.webp": webp(b"VP8L", b"\x2f" + struct.pack("<I", 639 | 479 << 14)),
    "extended.webp": webp(b"VP8X", bytes(4) + (639).to_bytes(3, "little") + (479).to_bytes(3, "little")),
}


@pytest.mark.parametrize("name", SOUND)
def test_every_form_of_picture_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(SOUND[name])
    assert trouble_with_picture(tmp_path, name) is None


@pytest.mark.parametrize("name", ["loss.png", "steps.jpg", "rows.webp"])
def test_pictures_of_real_programs_are_read(name: str) -> None:
    assert trouble_with_picture(EVERYTHING, name) is None


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("big.png", png(5000, 10), "5000 × 10"),
        ("bomb.png", png(60_000, 60_000), "60000"),
        ("flat.png", png(0, 10), "0 × 10"),
        ("wide.jpg", jpeg(10, 4097), "10 × 4097"),
        ("wide.webp", webp(b"VP8L", b"\x2f" + struct.pack("<I", 4999 | 9 << 14)), "5000 × 10"),
        ("heavy.png", png(10, 10) + bytes(5_000_000), "more than 5 MB"),
        ("lie.png", jpeg(10, 10), "expected a PNG picture, found JPEG"),
        ("lie.jpg", png(10, 10), "expected a JPEG picture, found PNG"),
        ("lie.webp", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "something else"),
        ("short.png", png(10, 10)[:20], "something else"),
        ("short.jpg", jpeg(10, 10)[:40], "something else"),
        ("looped.jpg", b"\xff\xd8" + b"\xff\xe0\x00\x00" * 99, "something else"),
        ("empty.webp", b"", "something else"),
    ],
)
def test_what_cannot_be_shown_is_told(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    trouble = trouble_with_picture(tmp_path, name)
    assert trouble is not None
    assert words in trouble.message.format(**trouble.values)


def test_the_name_must_match_in_case_too(tmp_path: Path) -> None:
    shutil.copy(EVERYTHING / "loss.png", tmp_path / "Loss.png")
    trouble = trouble_with_picture(tmp_path, "loss.png")
    assert trouble is not None
    assert trouble.values == {"near": "Loss.png"}


def test_a_missing_picture_and_a_folder_of_that_name_are_told(tmp_path: Path) -> None:
    (tmp_path / "folder.png").mkdir()
    for name, words in (("none.png", "there is no picture"), ("folder.png", "is not a file")):
        trouble = trouble_with_picture(tmp_path, name)
        assert trouble is not None
        assert words in trouble.message
