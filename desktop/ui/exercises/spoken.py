"""How a chip is said aloud: screen readers skip many symbols, so those get their names."""

from __future__ import annotations

from desktop.ui.words import tr


def _names() -> dict[str, str]:
    return {
        "<": tr("less-than"),
        ">": tr("greater-than"),
        "<=": tr("less-than or equal to"),
        ">=": tr("greater-than or equal to"),
        "==": tr("equals equals"),
        "===": tr("equals equals equals"),
        "!=": tr("not equal to"),
        "<>": tr("not equal to"),
        "=": tr("equals"),
        ":=": tr("colon equals"),
        "+": tr("plus"),
        "-": tr("minus"),
        "*": tr("asterisk"),
        "**": tr("two asterisks"),
        "/": tr("slash"),
        "//": tr("two slashes"),
        "\\": tr("backslash"),
        "%": tr("per cent"),
        "@": tr("at sign"),
        ":": tr("colon"),
        "::": tr("two colons"),
        ";": tr("semicolon"),
        ".": tr("full stop"),
        "..": tr("two full stops"),
        "...": tr("three full stops"),
        ",": tr("comma"),
        "&": tr("ampersand"),
        "&&": tr("two ampersands"),
        "|": tr("vertical bar"),
        "||": tr("two vertical bars"),
        "^": tr("caret"),
        "~": tr("tilde"),
        "!": tr("exclamation mark"),
        "?": tr("question mark"),
        "#": tr("hash"),
        "$": tr("dollar sign"),
        "_": tr("underscore"),
        "->": tr("arrow"),
        "=>": tr("double arrow"),
        "<<": tr("two less-than signs"),
        ">>": tr("two greater-than signs"),
        "+=": tr("plus equals"),
        "-=": tr("minus equals"),
        "*=": tr("asterisk equals"),
        "/=": tr("slash equals"),
        "%=": tr("per cent equals"),
        "|=": tr("vertical bar equals"),
        "(": tr("opening bracket"),
        ")": tr("closing bracket"),
        "()": tr("brackets"),
        "[": tr("opening square bracket"),
        "]": tr("closing square bracket"),
        "[]": tr("square brackets"),
        "{": tr("opening brace"),
        "}": tr("closing brace"),
        "{}": tr("braces"),
        "'": tr("apostrophe"),
        '"': tr("quotation mark"),
        '""': tr("two quotation marks"),
        "`": tr("backtick"),
        " ": tr("space"),
    }


def spoken(text: str) -> str:
    """A chip's text as it is said: symbols by their names, everything else as it is written."""
    if any(letter.isalnum() for letter in text):
        return " ".join(text.split())
    names = _names()
    stripped = text.strip() or " "
    if stripped in names:
        return names[stripped]
    return " ".join(names.get(word, word) for word in text.split())
