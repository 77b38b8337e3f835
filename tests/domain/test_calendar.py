"""Days and months of the register."""

from datetime import date

from register.domain.calendar import last_day_of, months


class TestMonths:
    def test_leave_none_out(self) -> None:
        assert list(months("2025-11", "2026-02")) == ["2025-11", "2025-12", "2026-01", "2026-02"]
        assert list(months("2026-02", "2026-02")) == ["2026-02"]
        assert list(months("2026-03", "2026-02")) == []


class TestLastDayOf:
    def test_knows_leap_years(self) -> None:
        assert last_day_of("2026-12") == date(2026, 12, 31)
        assert last_day_of("2028-02") == date(2028, 2, 29)
