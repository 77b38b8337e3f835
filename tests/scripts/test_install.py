"""Set-up does a step when what it is made from changed, and says what a person can do when it cannot go on."""

import sys
from pathlib import Path

import pytest

from scripts import install


class TestDigest:
    def test_follows_what_a_file_holds_and_what_it_is_for(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(install, "ROOT", tmp_path)
        file = tmp_path / "run.txt"
        file.write_text("flask==3.1")
        before = install.digest([file], "run")

        assert install.digest([file], "run") == before
        assert install.digest([file], "test") != before
        file.write_text("flask==3.2")
        assert install.digest([file], "run") != before


class TestIsStamped:
    def test_accepts_what_was_done_for_a_larger_use(self, tmp_path: Path) -> None:
        stamp = tmp_path / "stamp"
        assert not install.is_stamped(stamp, ["run", "test"])

        stamp.write_text("test")

        assert install.is_stamped(stamp, ["run", "test"])
        assert not install.is_stamped(stamp, ["run"])


class TestRun:
    def test_says_what_it_did_and_how_long_that_took(self, capsys: pytest.CaptureFixture[str]) -> None:
        install.run("Nothing", [sys.executable, "-c", "print('noise')"])

        assert capsys.readouterr().out == "Nothing … 0 s\n"

    def test_shows_the_programs_own_messages_when_it_fails(self) -> None:
        with pytest.raises(install.SetUpError, match=r"(?s)no room.*Set-up stopped at: Packages\."):
            install.run("Packages", [sys.executable, "-c", "import sys; sys.exit('no room')"])


class TestRequire:
    def test_is_content_with_what_is_there(self) -> None:
        install.require(install.DebianNeed(("nothing",), "for nothing", lambda: True))

    def test_names_everything_that_is_missing_to_who_may_not_install_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(install, "administrator", lambda: None)
        pango, chromium = (install.DebianNeed(need.packages, need.reason, lambda: False) for need in (install.PANGO, install.CHROMIUM))

        with pytest.raises(install.SetUpError) as refused:
            install.require(pango, chromium)

        assert str(refused.value).splitlines() == [
            "Missing to make PDFs: libpango-1.0-0, libpangoft2-1.0-0, libharfbuzz-subset0.",
            "Missing to test pages in a real browser: chromium, libatomic1.",
            "Install that and start again: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 chromium libatomic1",
        ]
