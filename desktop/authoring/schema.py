"""The JSON Schema of the two files of a course, for editors that complete and check while one writes."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from desktop.domain.course import Course
from desktop.domain.lesson import Lesson

SAID: dict[str, str] = {
    "accepted": "Other right orders of the lines, counted from 1 without empty lines.",
    "active": "The nodes of the diagram that are at work in the step.",
    "address": "Where it can be read, beginning with https://.",
    "after": "How it is after the change.",
    "aliases": "Words of a shell command that mean the same as others.",
    "alt": "What the picture shows, for those who cannot see it.",
    "answer": "The worked answer, which opens once the question is answered.",
    "answers": "For each blank what is right there, or a list of all that is.",
    "arrange": "Derives a task that puts the solved lines in order.",
    "at": "Column and row on the grid, from 0: at most 8 columns and 6 rows.",
    "author": "Who wrote it.",
    "authors": "Who wrote the course.",
    "before": "How it was before the change.",
    "blank": "The blank where the chip is wrong for this reason; all blanks when it is left out.",
    "blanks": "For each blank a line that explains it.",
    "blocks": "Code or console output that the question is about.",
    "cases": "Real cases with their public sources, two or more.",
    "category": "The shelf on which the lesson stands, one for all.",
    "changes": "What changes once one knows it.",
    "chart": "A chart bound to values of the steps.",
    "check": "A question after the section, answered in place.",
    "chip": "The chip that is wrong; an empty text for “Leave empty”.",
    "chips": "What can be put into the blanks.",
    "choices": "What can be chosen for the blank.",
    "code": "Lines of code, kept exactly; in a fill task with blanks such as [[1]].",
    "common_mistakes": "Mistakes that many make, shown when the task ends.",
    "concept": "The id of the concept that is mistaken.",
    "concepts": "The ideas that the lesson teaches; in a task the ids of those that it is about.",
    "console": "What the program printed, or how it stopped.",
    "cost": "What the problem cost.",
    "debug": "Derives a task that finds the line with a wrong chip in it.",
    "describe": "What the diagram shows, for those who cannot see it.",
    "diagram": "A drawing made of nodes, edges and groups.",
    "difficulty": "How hard the task is: easy, medium or hard.",
    "distractors": "Lines that are not needed, each with its reason.",
    "edges": "The arrows between nodes.",
    "example": "One worked example.",
    "explanation": "Why the answer is right, shown when the task ends.",
    "faded": "Blanks within lines, such as [[1]], each with its answers and choices.",
    "family": "A name that tasks share which ask for the same thing; no two of them meet in one test.",
    "fault": "The faulty line, counted from 1 with empty lines.",
    "file": "The name of a file, as the learner sees it; for a picture the file beside the lesson.",
    "fillings": "Whole accepted fillings, where the answers of several blanks hang together.",
    "fixes": "What the faulty line could become; one of them is right.",
    "from": "The node where the arrow begins.",
    "given": "A table of what is known.",
    "groups": "Frames around nodes that belong together.",
    "highlight": "The name of a whole number: the bar, counted from 0, that the step is about.",
    "hints": "From a nudge to the idea to a solved twin.",
    "id": "A name that never changes: the learner's progress is kept by it.",
    "indentation": "Whether the learner indents the lines; else each brings its own indentation.",
    "interchangeable": "Groups of blanks whose order does not matter.",
    "intro": "A few words before the first step.",
    "kind": "The kind of task.",
    "label": "The words on a node, beside an arrow or on a frame.",
    "labels": "The words under the bars, in order.",
    "ladder": "Which other tasks follow from a fill task: type, lines, arrange, debug.",
    "language": "The language of the code; for a course that of its texts, such as en.",
    "leave_empty": "Whether a chip “Leave empty” is offered.",
    "lessons": "The lessons in order; each file is named after its id.",
    "licence": "Under which terms the course may be shared.",
    "line": "A line of the code, counted from 1; of a distractor its text.",
    "lines": "For each line what it does; in a ladder a task that types the lines which hold blanks.",
    "look": "How the arrow is drawn: solid or dashed.",
    "minutes": "How long it takes, about.",
    "misconceptions": "Why a chip is wrong, everywhere or in one blank.",
    "misplaced": "For lines why they may not stand elsewhere.",
    "mistake": "The mistake in a few words.",
    "name": "A short name.",
    "needs": "For each line those that stand before it; any order that respects this is right.",
    "nodes": "The boxes of the diagram; in a group the ids of those that its frame holds.",
    "note": "A remark on the source, such as when it was read.",
    "options": "What can be chosen.",
    "picture": "A picture that is shown with the prompt.",
    "points": "What is to be noticed, one short sentence each.",
    "prompt": "What is asked.",
    "python": "The version of Python that ran the program; written by clozeline trace.",
    "question": "What is asked; in a story the question with its options.",
    "quick_check": "A question that the learner can ask to make sure.",
    "raised": "The error that the line ended in.",
    "read": "The idea of the lesson in short sections.",
    "reuse": "Whether a chip may stand in several blanks.",
    "right": "Whether the option or the fix is right.",
    "sentence": "The idea in one sentence.",
    "series": "The rows of numbers that the chart shows.",
    "several": "Whether the learner is told that more than one option is right.",
    "solution": "The way to the answer in steps.",
    "source": "Where a fact stands that cannot be run.",
    "steps": "What happens, one thing after the other.",
    "story": "The story of the problem.",
    "summary": "What the course is about, in a sentence or two.",
    "suspects": "Why a line that looks guilty is not the fault.",
    "tasks": "The tasks of practice and tests.",
    "text": "Words; in a fill task prose with blanks such as [[1]].",
    "title": "The name that the learner sees.",
    "to": "The node where the arrow ends.",
    "topics": "What it is about, in a word or two each.",
    "trace": "Says that the steps come from a real run: clozeline trace writes them.",
    "type": "Derives a task that types what belongs into the blanks.",
    "typed": "A wrong entry that many type; the nearest one answers.",
    "use": "Whether the task is for practice, for tests, or for both.",
    "value": "What is known of it.",
    "values": "Names with their values after the step.",
    "version": "The version of the course, such as 1.0.",
    "visuals": "What can be stepped through.",
    "why": "Why the option or the fix is right or wrong; in a lesson the story behind the problem.",
    "year": "When it was published.",
}
"""What each field is for."""

_FOR_LISTS = {"minLength": "minItems", "maxLength": "maxItems"}
_FOR_TABLES = {"minLength": "minProperties", "maxLength": "maxProperties"}


def lesson_schema() -> dict[str, Any]:
    """One object with the schemas of a course file and of a lesson file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Clozeline course files",
        "description": "`course` describes course.toml, `lesson` each lesson file beside it.",
        "course": _schema(Course),
        "lesson": _schema(Lesson),
    }


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    # Its own $id, so that "#/$defs" means the definitions within.
    tidied: dict[str, Any] = {"$id": f"{model.__name__.lower()}.json", **_tidied(model.model_json_schema())}
    for table in (tidied, *tidied.get("$defs", {}).values()):
        for name, schema in table.get("properties", {}).items():
            schema["description"] = SAID[name]
    return tidied


def _tidied(schema: Any) -> Any:
    """A schema without what TOML has not (null) and with the right words for the sizes of lists."""
    if isinstance(schema, list):
        return [_tidied(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    new = {name: _tidied(value) for name, value in schema.items()}
    if new.get("default", ...) is None:
        del new["default"]
    kinds = [one for one in new.get("anyOf", []) if one.get("type") != "null"]
    if len(kinds) == 1:
        del new["anyOf"]
        new |= kinds[0]
    if isinstance(new.get("title"), str) and new.get("type") != "object":
        del new["title"]
    if kinds[1:]:
        sizes = {name: new.pop(name) for name in _FOR_LISTS if name in new}
        new["anyOf"] = [
            one | _renamed(sizes, _FOR_LISTS) if one.get("type") == "array" else one for one in kinds
        ]
    match new.get("type"):
        case "array":
            return _renamed(new, _FOR_LISTS)
        case "object":
            return _renamed(new, _FOR_TABLES)
    return new


def _renamed(schema: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    return {names.get(name, name): value for name, value in schema.items()}
