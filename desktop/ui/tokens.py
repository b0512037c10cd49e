"""The colours and type styles of the design: the one place where they are written."""

from __future__ import annotations

from dataclasses import dataclass

# Each token in light and in dark.
COLOURS: dict[str, tuple[str, str]] = {
    "text": ("#1B1C21", "#ECEDF0"),
    "text-2": ("#4E515C", "#B4B7C1"),
    "text-3": ("#656873", "#9497A3"),
    "disabled": ("#9A9CA6", "#646772"),
    "accent": ("#3F4EC2", "#9DA9FB"),
    "fill": ("#3F4EC2", "#5563D8"),
    "fill-hover": ("#3441A8", "#4B59CC"),
    "on-fill": ("#FFFFFF", "#FFFFFF"),
    "accent-soft": ("#EEF0FB", "#262A45"),
    "accent-tint": ("#DDE1F7", "#30365E"),
    "accent-line": ("#BCC3EE", "#434B86"),
    "right": ("#17704A", "#63CB95"),
    "right-soft": ("#E9F4EE", "#182A21"),
    "right-line": ("#A5D1BA", "#2F5F48"),
    "wrong": ("#B4301F", "#FF9482"),
    "wrong-soft": ("#FBEEEB", "#331E1A"),
    "wrong-line": ("#E9B8AF", "#743B30"),
    "notice": ("#855600", "#E2B355"),
    "control": ("#83858F", "#7A7D88"),
    "line": ("#E4E4E9", "#2E3036"),
    "line-strong": ("#CFD0D7", "#40424A"),
    "window": ("#F7F7F8", "#17181B"),
    "sidebar": ("#F0F0F2", "#121316"),
    "surface": ("#FFFFFF", "#1F2024"),
    "sunken": ("#FAFAFB", "#1A1B1F"),
    "hover": ("#EDEDF0", "#292A2F"),
    "pressed": ("#E3E3E8", "#33353B"),
    "heat-0": ("#EDEDF0", "#292A2F"),
    "heat-1": ("#CDD3F3", "#333A6B"),
    "heat-2": ("#9DA7E6", "#4A55A8"),
    "heat-3": ("#6C79D6", "#6B78D9"),
    "heat-4": ("#3F4EC2", "#9DA9FB"),
    "kw": ("#3F4EC2", "#9DA9FB"),
    "st": ("#0F6B74", "#6CC7CF"),
    "nu": ("#8A5208", "#E0AE6A"),
    "co": ("#666974", "#9497A3"),
    "fn": ("#6B3FA0", "#C5A3F2"),
}

# What a token becomes under a high-contrast theme: the name of a role of the system's palette.
HIGH_CONTRAST: dict[str, str] = {
    **dict.fromkeys(COLOURS, "WindowText"),
    **dict.fromkeys(("window", "sidebar", "surface", "sunken", "hover", "pressed"), "Window"),
    **dict.fromkeys(("accent-soft", "accent-tint", "right-soft", "wrong-soft", "heat-0"), "Window"),
    **dict.fromkeys(("accent", "fill", "fill-hover", "heat-4"), "Highlight"),
    "on-fill": "HighlightedText",
    "disabled": "PlaceholderText",
}


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """One style of type: family, weight, size and line height in design pixels, tracking in em."""

    family: str
    size: int
    line: int
    weight: int = 400
    tracking: float = 0.0


TEXT_FAMILY, TITLE_FAMILY, CODE_FAMILY = "Inter", "Inter Display", "JetBrains Mono"

TYPE: dict[str, TypeStyle] = {
    "h1": TypeStyle(TITLE_FAMILY, 28, 36, 600, -0.01),
    "h2": TypeStyle(TITLE_FAMILY, 20, 28, 600, -0.005),
    "h3": TypeStyle(TEXT_FAMILY, 15, 20, 600),
    "read": TypeStyle(TEXT_FAMILY, 15, 24),
    "note": TypeStyle(TEXT_FAMILY, 14, 22),
    "body": TypeStyle(TEXT_FAMILY, 14, 20),
    "body-strong": TypeStyle(TEXT_FAMILY, 14, 20, 500),
    "title": TypeStyle(TEXT_FAMILY, 14, 20, 600),
    "small": TypeStyle(TEXT_FAMILY, 13, 20),
    "small-strong": TypeStyle(TEXT_FAMILY, 13, 20, 500),
    "caption": TypeStyle(TEXT_FAMILY, 12, 16, 500),
    "caption-strong": TypeStyle(TEXT_FAMILY, 12, 16, 600),
    "key": TypeStyle(TEXT_FAMILY, 11, 16, 500),
    "brand": TypeStyle(TITLE_FAMILY, 16, 24, 600),
    "code": TypeStyle(CODE_FAMILY, 14, 28),
    "code-tight": TypeStyle(CODE_FAMILY, 13, 24),
    "code-number": TypeStyle(CODE_FAMILY, 12, 16),
    "code-caption": TypeStyle(CODE_FAMILY, 12, 16, 500),
}
