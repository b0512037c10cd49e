"""The panel that a sheet of code or prose lies in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.boxes import draw_box
from desktop.ui.theme import Theme
from desktop.ui.widgets.code_panel import language_name
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.scroll_thumb import ROOM, ScrollThumb
from desktop.ui.widgets.sheet import Sheet, SheetMaker
from desktop.ui.widgets.sheet_canvas import SheetCanvas
from desktop.ui.widgets.slot_size import SlotSize, slot_size
from desktop.ui.widgets.snippet import SnippetLine

_PROSE_MARGIN, _RIGHT = 20, 16


class LineNumbers(QWidget):
    """The numbers of the lines of code, which stay when the code scrolls sideways."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[tuple[int, float, float], ...] = ()
        self._gap = 20

    def show_lines(self, sheet: Sheet, first_line: float, *, compact: bool) -> None:
        """Number the lines of a sheet; `first_line` is the height of a line without its slots."""
        self._gap = 14 if compact else 20
        self._lines = tuple((line.number, line.top, first_line) for line in sheet.lines)
        digits = QFontMetricsF(self._font()).horizontalAdvance(str(len(self._lines))) + 8
        width = 16 + self._theme.px(24) if compact else 48
        self.setFixedSize(max(width, round(digits) + self._gap), round(sheet.height))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font())
        painter.setPen(self._theme.color("text-3"))
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        for number, top, height in self._lines:
            if top <= event.rect().bottom() and top + height >= event.rect().top():
                room = QRectF(0, top, self.width() - self._gap, height)
                painter.drawText(room, align, str(number))

    def _font(self) -> QFont:
        font = QFont(self._theme.font("code-caption"))
        font.setWeight(QFont.Weight.Normal)
        return font


class _Sideways(QScrollArea):
    """Scrolls sideways only, by a thin thumb that lies over the content."""

    resized = Signal()

    def __init__(self, theme: Theme, canvas: SheetCanvas) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(canvas)
        self.viewport().setAutoFillBackground(False)
        canvas.setAutoFillBackground(False)
        self._thumb = ScrollThumb(theme, self.horizontalScrollBar(), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # arrow keys are the canvas's, and with Alt they are the page's

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._thumb.setGeometry(0, self.height() - ROOM, self.width(), ROOM)
        self._thumb.raise_()
        self.resized.emit()


class SnippetPanel(QWidget):
    """A sheet with slots in a panel: for code with a bar and line numbers, for prose without."""

    def __init__(
        self,
        theme: Theme,
        canvas: SheetCanvas,
        lines: Sequence[SnippetLine],
        texts: Callable[[], Sequence[tuple[str, QFont]]],
        badges: Mapping[int, str],
        *,
        prose: bool = False,
        title: str = "",
        language: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self.canvas, self._lines = theme, canvas, tuple(lines)
        self._texts, self._badges, self._prose = texts, dict(badges), prose
        self._compact = False
        self._forget()
        self._area = _Sideways(theme, canvas)
        self._area.resized.connect(self._keep_active_in_sight)
        self._numbers = LineNumbers(theme)
        self._bar = self._make_bar(title, language)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._arrange()
        theme.changed.connect(self._take_theme)
        self._lay_out(640)

    def set_compact(self, compact: bool) -> None:
        """Take the tighter form: lower lines, no bar."""
        if compact != self._compact:
            self._compact = compact
            self._take_theme()

    def reveal(self, place: int) -> None:
        """Scroll sideways until a slot is in view."""
        rect = self.canvas.sheet.places[place].rect
        bar, view = self._area.horizontalScrollBar(), self._area.viewport().width()
        if rect.left() - bar.value() < 8:
            bar.setValue(round(rect.left()) - 24)
        elif rect.right() - bar.value() > view - 8:
            bar.setValue(round(rect.right()) - view + 24)

    def line_of(self, place: int) -> QRect:
        """Where the line of a slot stands in this panel."""
        sheet, canvas = self.canvas.sheet, self.canvas
        line = sheet.lines[sheet.places[place].line - 1]
        top = canvas.mapTo(self, QPoint(0, round(line.top))).y()
        return QRect(0, top, self.width(), round(line.height))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._height_of(self._make_sheet(width)[0])

    def sizeHint(self) -> QSize:
        return QSize(640, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 48)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        line, width = theme.color("line"), theme.border()
        draw_box(painter, QRectF(self.rect()), 12, theme.color("sunken"), line, width=width)
        if self._bar.isVisibleTo(self):
            painter.fillRect(QRectF(0, self._bar.geometry().bottom(), self.width(), width), line)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._take_theme()

    def _make_bar(self, title: str, language: str) -> QWidget:
        bar = QWidget(self)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(Label(self._theme, title, "code-caption", "text-2", elide=True), 1)
        row.addWidget(Label(self._theme, language_name(language), "caption", "text-3"))
        return bar

    def _arrange(self) -> None:
        body = QWidget(self)
        if not self._prose:  # code is never mirrored
            body.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._numbers, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(body, 1)
        self._numbers.setVisible(not self._prose)
        self._take_bar()
        if self._prose:
            row.setContentsMargins(_PROSE_MARGIN, 0, _PROSE_MARGIN, 0)

    def _take_bar(self) -> None:
        self._bar.setFixedHeight(self._theme.px(40))
        self._bar.setVisible(not self._prose and not self._compact)

    def _rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _make_sheet(self, width: int) -> tuple[Sheet, SlotSize]:
        """The sheet for a width of the panel; kept, because layouts ask again and again."""
        room = float(self._room(width))
        if room not in self._sizes:
            self._sizes[room] = slot_size(self._theme, self._texts(), self._badges.values(), room)
        size = self._sizes[room]
        # Code does not wrap: its sheet is new only where the slots are.
        key = (size, room if self._prose else 0.0)
        if key not in self._sheets:
            mirrored = self._prose and self._rtl()
            maker = SheetMaker(self._theme, size, compact=self._compact, mirrored=mirrored)
            padding = 16.0 if self._prose else 6.0 if self._compact else 12.0
            self._sheets[key] = maker.sheet(self._lines, room, padding)
        return self._sheets[key], size

    def _room(self, width: int) -> int:
        """The width that the sheet has in a panel of this width."""
        return max(width - 2 - self._numbers_width() - (0 if self._prose else _RIGHT), 120)

    def _forget(self) -> None:
        self._sizes: dict[float, SlotSize] = {}
        self._sheets: dict[tuple[SlotSize, float], Sheet] = {}

    def _lay_out(self, width: int) -> None:
        sheet, size = self._make_sheet(width)
        if self.canvas.sheet is not sheet:
            self.canvas.set_sheet(sheet, size, self._badges)
            line = self._theme.px(25 if self._compact else 28)
            self._numbers.show_lines(sheet, line, compact=self._compact)
        content = round(sheet.width) + (0 if self._prose else _RIGHT)
        self.canvas.resize(max(width - 2 - self._numbers_width(), content), round(sheet.height))
        self.setFixedHeight(self._height_of(sheet))

    def _numbers_width(self) -> int:
        return 2 * _PROSE_MARGIN if self._prose else self._numbers.width()

    def _height_of(self, sheet: Sheet) -> int:
        bar = 0 if self._prose or self._compact else self._theme.px(40)
        thumb = ROOM - 6 if self._compact else 0
        return bar + round(sheet.height) + thumb

    def _keep_active_in_sight(self) -> None:
        if self.canvas.active is not None:
            self.reveal(self.canvas.active)

    def _take_theme(self) -> None:
        self._forget()
        self._take_bar()
        self._lay_out(self.width())
        self.updateGeometry()
        self.update()
