"""Numbers along a line of time, as columns of a drawing: places and sizes are numbers of the drawing, never styles."""

from collections.abc import Sequence
from dataclasses import dataclass

#: The drawings for a wide and for a narrow screen: how many months, and the width and height of the drawing.
WIDE, NARROW = (24, 760, 280), (12, 340, 260)
_LEFT, _TOP, _BOTTOM = 40, 12, 32
_GAP = 0.3
#: So many columns a label takes at each side.
_ROOM = 3
#: So many lines a scale has at most.
_LINES = 4


@dataclass(frozen=True, slots=True)
class Month:
    """A month and how many there were, none included."""

    month: str
    count: int


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the drawing. `label` is what stands under it: its `month`, its `year`, or nothing."""

    month: str
    count: int
    label: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Columns with a scale: each line of it has its number and its height in the drawing."""

    width: int
    height: int
    floor: int
    columns: Sequence[Column]
    lines: Sequence[tuple[int, float]]


def drawn(every: Sequence[Month], form: tuple[int, int, int]) -> Drawing:
    """Draw the newest months in a form."""
    count, width, height = form
    shown = every[-count:]
    step = _step(max((each.count for each in shown), default=0))
    top = step * -(-max((each.count for each in shown), default=1) // step)
    floor, high = height - _BOTTOM, height - _BOTTOM - _TOP
    slot = (width - _LEFT) / max(1, len(shown))

    def y(number: int) -> float:
        return round(floor - high * number / top, 1) if top else float(floor)

    def column(place: int, each: Month) -> Column:
        x, top_of_it = _LEFT + slot * (place + _GAP / 2), y(each.count)
        return Column(
            each.month, each.count, _label(place, shown), round(x, 1), top_of_it, round(slot * (1 - _GAP), 1), round(floor - top_of_it, 1)
        )

    columns = [column(place, each) for place, each in enumerate(shown)]
    return Drawing(width, height, floor, columns, [(number, y(number)) for number in range(0, top + 1, step)])


def _label(place: int, shown: Sequence[Month]) -> str:
    """Say what stands under a column: the year under each January, and the month under the first and last where there is room."""
    if shown[place].month.endswith("-01"):
        return "year"
    is_end = place in {0, len(shown) - 1}
    beside = shown[max(0, place - _ROOM) : place + _ROOM + 1]
    has_room = len(shown) > 2 * _ROOM or place == 0
    return "month" if is_end and has_room and not any(each.month.endswith("-01") for each in beside) else ""


def _step(most: int) -> int:
    """Return the distance of the lines of a scale: 1, 2 or 5, with noughts."""
    power = 1
    while True:
        for digit in (1, 2, 5):
            if digit * power * _LINES >= most:
                return digit * power
        power *= 10
