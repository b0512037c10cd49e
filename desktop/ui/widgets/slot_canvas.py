"""A sheet of code or prose with slots that chips are put into."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.drag import ChipLoad, load_of
from desktop.ui.widgets.neighbours import ARROWS, neighbour
from desktop.ui.widgets.sheet import Place, Sheet, SheetLine
from desktop.ui.widgets.sheet_canvas import SheetCanvas
from desktop.ui.widgets.slot_look import SlotState
from desktop.ui.widgets.slot_painter import SlotPainter
from desktop.ui.widgets.slot_place import SlotPlace
from desktop.ui.widgets.slot_size import SlotSize
from desktop.ui.widgets.slot_stops import SlotStops

_REACH = 4.0  # pixels above and below a slot that belong to it when a chip is dropped


@dataclass(frozen=True, slots=True)
class SlotFace:
    """What a blank shows: its chip's text in a type style, and a mark ("right", "wrong")."""

    text: str | None = None
    style: str = "code"
    mark: str = ""
    open: bool = True
    """Whether a chip may be put there."""


@dataclass(frozen=True, slots=True)
class InHand:
    """The chip that hangs on the pointer, and the blank it comes from."""

    text: str
    style: str
    origin: int = 0


class SlotCanvas(SheetCanvas):
    """Paints a sheet, and only what changed of it; tells what is done to its slots.

    Every slot is an accessible child that takes the keyboard focus in turn: Tab stops here once.

    Signals:
        slot_clicked: a slot was clicked, or pressed by a screen reader (its place).
        slot_reached: arrows or Tab lead to a slot (its place).
        drag_wanted: the pointer has pulled at the chip in a blank.
        targeted: a dragged chip is over a blank, or over none (0).
        dropped: a chip was dropped on a blank (ChipLoad, number).
        emptied: Delete was pressed on a blank.
        submitted: Enter was pressed.
    """

    slot_clicked = Signal(int)
    slot_reached = Signal(int)
    drag_wanted = Signal(int)
    targeted = Signal(int)
    dropped = Signal(object, int)
    emptied = Signal()
    submitted = Signal()

    def __init__(
        self,
        theme: Theme,
        owner: str,
        in_hand: Callable[[ChipLoad], InHand | None],
        *,
        mirrors: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._owner, self._in_hand_of, self._mirrors = theme, owner, in_hand, mirrors
        self.slots = SlotPainter(theme)
        self._faces: dict[int, SlotFace] = {}
        self._stops = SlotStops(self)
        self._stops.pressed.connect(self.slot_clicked)
        self._stops.focus_moved.connect(self._take_focus)
        self._active: int | None = None
        self._hovered = 0
        self._held: InHand | None = None
        self._dragging = False
        self._target: Place | None = None
        self._landing: frozenset[int] = frozenset()
        self._press: tuple[QPoint, Place] | None = None
        self._picking = False
        self.setMouseTracking(True)
        self.setAcceptDrops(True)

    # --- what it shows

    def set_sheet(self, sheet: Sheet, size: SlotSize, badges: Mapping[int, str]) -> None:
        """Show another sheet."""
        self.sheet, self._target = sheet, None
        self.slots.take(size, badges, rtl=self._mirrored())
        self._stops.take_places(sheet.places)
        self._stops.lead_tab_to(0 if self._active is None else self._active)
        self.update()

    def set_faces(self, faces: Mapping[int, SlotFace]) -> None:
        """Show what the blanks hold; only those that changed are painted again."""
        for number, face in faces.items():
            if self._faces.get(number) != face:
                self._faces[number] = face
                self._repaint(number)

    def face(self, number: int) -> SlotFace:
        """What a blank shows."""
        return self._faces.get(number, SlotFace())

    def set_names(self, names: Sequence[str]) -> None:
        """Name the slots for a screen reader, in the order of their places."""
        self._stops.take_names(names)

    @property
    def active(self) -> int | None:
        """The place that a chip would go to."""
        return self._active

    def set_active(self, place: int | None) -> None:
        """Make one slot the one that a chip would go to."""
        if place == self._active:
            return
        before, self._active = self._active, place
        for index in (before, place):
            if index is not None and index < len(self.sheet.places):
                self._repaint(self.sheet.places[index].number)
        if place is not None:
            self._stops.lead_tab_to(place)
            if self._stops.has_focus():
                self._stops.give_focus(place)

    def set_picking(self, picking: bool) -> None:
        """Show that a chip waits for a blank: every open slot is a goal."""
        if picking != self._picking:
            self._picking = picking
            self.update()

    def set_landing(self, numbers: frozenset[int]) -> None:
        """Leave these blanks without text while their chip is still on its way."""
        touched = numbers | self._landing
        self._landing = numbers
        for number in touched:
            self._repaint(number)

    def begin_drag(self, held: InHand) -> None:
        """A chip hangs on the pointer from now on."""
        self._held, self._dragging = held, True
        self.update()

    def end_drag(self) -> None:
        """No chip hangs on the pointer any more."""
        self._held, self._dragging, self._target = None, False, None
        self.update()

    def aim_at(self, pointer: QPoint) -> None:
        """The sheet has moved under a dragged chip: look again what it is over."""
        if self._dragging:
            self._aim(self._goal(QPointF(self.mapFromGlobal(pointer))))

    def state_of(self, place: Place) -> SlotState:
        """How a slot looks now."""
        face = self.face(place.number)
        if self._held is not None and face.open:
            return self._drag_state(place)
        if face.mark:
            return SlotState.RIGHT if face.mark == "right" else SlotState.WRONG
        if not face.open:
            return SlotState.FILLED if face.text is not None else SlotState.DISABLED
        if self._active is not None and self._number(self._active) == place.number:
            return SlotState.ACTIVE if self._active == place.index else SlotState.TWIN
        if place.number == self._hovered:
            return SlotState.HOVER
        if self._picking:
            return SlotState.OPEN
        return SlotState.FILLED if face.text is not None else SlotState.EMPTY

    def stop(self, place: int) -> SlotPlace:
        """The accessible child of a slot."""
        return self._stops.stop(place)

    def focus_slot(self, place: int) -> None:
        """Give a slot the keyboard."""
        self._stops.give_focus(place)

    def text_at(self, place: int) -> QPoint:
        """Where, on the screen, the text of a slot begins, in the middle of its first line."""
        corner = self.sheet.places[place].rect.topLeft()
        return self.mapToGlobal(corner + self.slots.text_inset()).toPoint()

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        # The region, not its bounds: two slots far apart may have changed, and nothing between them.
        parts = [QRectF(part) for part in event.region()]  # type: ignore[attr-defined]
        drawn: set[int] = set()
        for part in parts:
            for line in self.sheet.lines_between(part.top(), part.bottom()):
                if line.number not in drawn:
                    drawn.add(line.number)
                    self._draw_line(painter, line, parts)

    def _draw_line(self, painter: QPainter, line: SheetLine, parts: Sequence[QRectF]) -> None:
        painter.setPen(self._theme.color("text"))
        line.layout.lineAt(line.row).draw(painter, line.at)
        if line.bullet:
            self._draw_bullet(painter, line.bullet, line.top, line.height)
        for place in line.places:
            room = place.rect.adjusted(-4, -4, 4, 4)
            if any(room.intersects(part) for part in parts):
                self._draw_place(painter, place)

    def _draw_place(self, painter: QPainter, place: Place) -> None:
        state = self.state_of(place)
        text, style = self._shown(place, state)
        self.slots.draw(painter, place, state, text, style)
        pointed_out = place.index == self._active and state in (SlotState.WRONG, SlotState.RIGHT)
        if pointed_out and (self._open_any() or self.stop(place.index).hasFocus()):
            self.slots.draw_ring(painter, place)

    def _draw_bullet(self, painter: QPainter, bullet: str, top: float, height: float) -> None:
        theme = self._theme
        painter.setFont(theme.font("read"))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        room = QRectF(0, top, self.sheet.width, height)
        side = Qt.AlignmentFlag.AlignRight if self._mirrored() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, bullet)

    def _shown(self, place: Place, state: SlotState) -> tuple[str | None, str]:
        """The text of a slot: its chip's, or a preview of the one in hand."""
        face, held = self.face(place.number), self._held
        if place.number in self._landing:
            return None, face.style
        if held is not None and state in (SlotState.TARGET, SlotState.TWIN):
            return held.text, held.style
        if held is not None and held.origin == place.number:
            there = self.face(self._target.number) if self._target is not None else SlotFace()
            return there.text, there.style
        return face.text, face.style

    def _drag_state(self, place: Place) -> SlotState:
        target = self._target
        if target is not None and target.number == place.number:
            return SlotState.TARGET if target.index == place.index else SlotState.TWIN
        return SlotState.OPEN

    def _repaint(self, number: int) -> None:
        for place in self.sheet.places:
            if place.number == number:
                self.update(place.rect.adjusted(-4, -4, 4, 4).toAlignedRect())

    # --- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.sheet.place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._press = (event.position().toPoint(), place)
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second half of a double click is not a second click."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.sheet.place_at(event.position())
        self._hover(place)
        if self._press is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        start, pressed = self._press
        far = (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance()
        face = self.face(pressed.number)
        if far and face.open and face.text is not None:
            self._press = None
            self.drag_wanted.emit(pressed.number)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._press is None or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        place, self._press = self._press[1], None
        if place == self.sheet.place_at(event.position()):
            self.slot_clicked.emit(place.index)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, place: Place | None) -> None:
        number = place.number if place is not None and self.face(place.number).open else 0
        if number == self._hovered:
            return
        before, self._hovered = self._hovered, number
        for one in (before, number):
            self._repaint(one)
        if not number:
            self.unsetCursor()
        else:
            filled = self.face(number).text is not None
            self.setCursor(Qt.CursorShape.OpenHandCursor if filled else Qt.CursorShape.PointingHandCursor)

    # --- drag

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        load = load_of(event.mimeData(), self._owner)
        held = None if load is None else self._in_hand_of(load)
        if held is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        if self._held != held:
            self._held = held
            self.update()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        place = self._goal(event.position())
        self._aim(place)
        if place is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(None)
        if not self._dragging:
            self.end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        place, load = self._goal(event.position()), load_of(event.mimeData(), self._owner)
        self._aim(None)
        if not self._dragging:
            self.end_drag()
        if place is None or load is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.dropped.emit(load, place.index)

    def _goal(self, point: QPointF) -> Place | None:
        """The slot that a chip let go here would fall into."""
        place = self.sheet.place_at(point) or self.sheet.place_at(point, _REACH)
        return place if place is not None and self.face(place.number).open else None

    def _aim(self, place: Place | None) -> None:
        if place == self._target:
            return
        touched = {one.number for one in (self._target, place) if one is not None}
        if self._held is not None and self._held.origin:
            touched.add(self._held.origin)
        self._target = place
        for number in touched:
            self._repaint(number)
        self.targeted.emit(0 if place is None else place.number)

    # --- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in ARROWS:
            self.step(key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.emptied.emit()
        else:
            event.ignore()

    def step(self, key: Qt.Key) -> None:
        """Follow an arrow to the next slot."""
        if not self.sheet.places:
            return
        if self._active is None:
            self.slot_reached.emit(0)
            return
        rects = [place.rect for place in self.sheet.places]
        self.slot_reached.emit(neighbour(rects, self._active, key, rtl=self._mirrored()))

    def _take_focus(self, place: int, got: bool) -> None:
        self._repaint(self._number(place))
        if got and place != self._active:
            self.slot_reached.emit(place)

    def _number(self, place: int) -> int:
        return self.sheet.places[place].number if place < len(self.sheet.places) else 0

    def _open_any(self) -> bool:
        """Whether the task still goes on; when all is locked no slot is pointed out."""
        return any(face.open for face in self._faces.values())

    def _mirrored(self) -> bool:
        return self._mirrors and self.layoutDirection() == Qt.LayoutDirection.RightToLeft
