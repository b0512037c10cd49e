"""A text of the interface."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from desktop.ui.theme import Theme
from desktop.ui.tooltips import plain_tooltip


class Label(QLabel):
    """Plain text in one type style with the line height of the design; never HTML, whatever it holds."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        style: str = "body",
        color: str = "text",
        *,
        wrap: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._style, self._color = theme, style, color
        self._elides = elide
        self._lines: tuple[object, QTextLayout] | None = None
        self._natural = -1
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        policy = QSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed
        )
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.set_text(text)
        theme.changed.connect(self._forget)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self.setText(text)
        self.setAccessibleName(text)
        self._forget()

    def set_color(self, token: str) -> None:
        """Take the colour of another token."""
        self._color = token
        self.update()

    def set_style(self, style: str) -> None:
        """Take another type style."""
        self._style = style
        self._forget()

    def is_cut(self) -> bool:
        """Whether the text does not fit and ends in dots."""
        return self._elides and self._natural_width() > self.contentsRect().width()

    def sizeHint(self) -> QSize:
        width = self._natural_width()
        if self.wordWrap():
            width = min(width, self._theme.measure(self._style))
            return self._with_margins(width, self._text_height(width))
        return self._with_margins(width, self._theme.line_height(self._style) * self._line_count())

    def minimumSizeHint(self) -> QSize:
        line = self._theme.line_height(self._style)
        if self.wordWrap():
            return self._with_margins(min(self._natural_width(), self._longest_word()), line)
        if self._elides:
            return self._with_margins(min(self._natural_width(), self._theme.px(48)), line)
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap():
            return -1
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._text_height(inner) + margins.top() + margins.bottom()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.color(self._color if self.isEnabled() else "disabled"))
        painter.setFont(self._theme.font(self._style))
        area = self.contentsRect()
        layout = self._laid_out(area.width())
        height = layout.lineCount() * self._theme.line_height(self._style)
        top = area.top()
        if not self.wordWrap() or self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top += max(0, (area.height() - height) // 2)
        layout.draw(painter, QPointF(area.left(), top))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._elides:
            self.setToolTip(plain_tooltip(self.text() if self.is_cut() else ""))

    def _forget(self) -> None:
        """Measure again when asked next."""
        self._lines, self._natural = None, -1
        if self._elides:
            self.setToolTip(plain_tooltip(self.text() if self.is_cut() else ""))
        self.updateGeometry()
        self.update()

    def _with_margins(self, width: int, height: int) -> QSize:
        margins = self.contentsMargins()
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def _line_count(self) -> int:
        return self.text().count("\n") + 1

    def _natural_width(self) -> int:
        if self._natural < 0:
            metrics = self._theme.metrics(self._style)
            self._natural = max(metrics.horizontalAdvance(line) for line in self.text().split("\n")) + 1
        return self._natural

    def _longest_word(self) -> int:
        metrics = self._theme.metrics(self._style)
        words = sorted(self.text().split(), key=len)[-3:]
        return max((metrics.horizontalAdvance(word) + 1 for word in words), default=0)

    def _text_height(self, width: int) -> int:
        return max(1, self._laid_out(width).lineCount()) * self._theme.line_height(self._style)

    def _laid_out(self, width: int) -> QTextLayout:
        """The lines of the text in `width`, kept until something changes."""
        key = (width, self.layoutDirection(), self.alignment())
        if self._lines is None or self._lines[0] != key:
            self._lines = (key, self._lay_out(width))
        return self._lines[1]

    def _lay_out(self, width: int) -> QTextLayout:
        text = self.text()
        if self.is_cut() and not self.wordWrap():
            mode = Qt.TextElideMode.ElideRight
            text = self._theme.metrics(self._style).elidedText(text.replace("\n", " "), mode, width)
        layout = QTextLayout(text.replace("\n", "\u2028"), self._theme.font(self._style))
        # The place follows the interface, the order of the words follows the text itself.
        option = QTextOption(QStyle.visualAlignment(self.layoutDirection(), self.alignment()))
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        wraps = self.wordWrap()
        option.setWrapMode(
            QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if wraps else QTextOption.WrapMode.ManualWrap
        )
        layout.setTextOption(option)
        line_height = self._theme.line_height(self._style)
        first = self._theme.baseline(self._style)
        layout.beginLayout()
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, count * line_height + first - line.ascent()))
            count += 1
        layout.endLayout()
        return layout
