"""Made-up courses for Home."""

from desktop.domain.listing import CourseRow, LessonRow, LessonState, Listing, Unfinished


def lesson(
    name: str, title: str, minutes: int = 10, state: LessonState = LessonState.NEW, **more
) -> LessonRow:
    return LessonRow("mlops", name, title, minutes, tasks=10, state=state, **more)


MLOPS = CourseRow(
    "mlops",
    "MLOps",
    "Bring models into service.",
    "1.4",
    "en",
    (
        lesson("first", "From notebook to service", 9, LessonState.STRONG, fraction=1.0),
        lesson("debt", "Technical debt in ML systems", 10, LessonState.PART, fraction=0.4),
        lesson("sofar", "Tests for data and features", 11, LessonState.STRONG_SO_FAR),
        lesson("new", "Spotting data drift", 12),
        lesson("broken", "Safe roll-outs", 14, trouble="line 42: blank 2 has no answer"),
    ),
)
TESTING = CourseRow(
    "py", "Python testing", "", "1.1", "en", (LessonRow("py", "one", "One test", 8, tasks=10),)
)
UNFINISHED = Unfinished(
    "mlops/debt", "fill", "Technical debt in ML systems", 4, ("done",) * 3 + ("now", "todo")
)
LISTING = Listing((MLOPS, TESTING), UNFINISHED, days_this_week=2)
FRESH = Listing((CourseRow("mlops", "MLOps", "", "1.0", "en", (lesson("debt", "Technical debt"),)),))
