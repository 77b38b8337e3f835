"""Settings are read once, refused with every reason at once, and listed in `.env.example` as they are."""

from dataclasses import asdict, fields
from pathlib import Path

import pytest

from register.settings import PREFIX, Environment, Settings, WrongSettings, read

EXAMPLE = Path(__file__).parent.parent / ".env.example"

SAFE_PRODUCTION = {
    "REGISTER_ENVIRONMENT": "production",
    "REGISTER_SECRET_KEY": "a" * 32,
    "REGISTER_BASE_URL": "https://register.example",
    "REGISTER_OIDC_ISSUER": "https://login.example",
    "REGISTER_OIDC_PRIVATE_KEY": str(EXAMPLE),  # any file: whether it holds a key is seen when it is used
}


def refusals(environ: dict[str, str]) -> list[str]:
    """Return the lines with which an environment is refused."""
    with pytest.raises(WrongSettings) as refused:
        read(environ)
    return str(refused.value).splitlines()


class TestRead:
    def test_takes_the_defaults_from_an_empty_environment(self) -> None:
        assert read({}) == Settings()

    def test_takes_a_variable_that_is_empty_as_left_out(self) -> None:
        assert read({"REGISTER_PORT": "", "REGISTER_ENVIRONMENT": ""}) == Settings()

    def test_reads_text_numbers_and_choices(self) -> None:
        settings = read(SAFE_PRODUCTION | {"REGISTER_PORT": " 8010 ", "REGISTER_CONTACT_EMAIL": "wij@register.example"})

        assert settings.port == 8010
        assert settings.environment is Environment.PRODUCTION
        assert settings.contact_email == "wij@register.example"

    def test_drops_the_slash_at_the_end_of_an_address(self) -> None:
        settings = read({"REGISTER_BASE_URL": "https://register.example/"})

        assert settings.base_url == "https://register.example"
        assert settings.is_https

    def test_leaves_variables_of_others_and_of_the_tests_alone(self) -> None:
        assert read({"PORT": "x", "REGISTER_TEST_DATA": "/data", "REGISTER_TEST_POSTGRES": "x"}) == Settings()

    def test_refuses_a_setting_that_does_not_exist_so_that_a_slip_of_the_pen_is_seen(self) -> None:
        assert refusals({"REGISTER_PROT": "8010"}) == ["REGISTER_PROT: there is no such setting."]

    def test_says_everything_that_is_wrong_at_once(self) -> None:
        wrong = {"REGISTER_PORT": "eight", "REGISTER_ENVIRONMENT": "test", "REGISTER_WHAT": "x"}

        assert [line.split(":")[0] for line in refusals(wrong)] == ["REGISTER_ENVIRONMENT", "REGISTER_PORT", "REGISTER_WHAT"]

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("BASE_URL", "register.example"),
            ("PORT", "0"),
            ("PORT", "65536"),
            ("DEV_IDP_PORT", "-1"),
            ("WORKERS", "0"),
            ("WORKERS", "65"),
            ("SESSION_IDLE_MINUTES", "0"),
            ("SESSION_HOURS", "-1"),
            ("MAX_REQUEST_KILOBYTES", "0"),
            ("MAX_IMPORT_MEGABYTES", "0"),
            ("TRUSTED_PROXIES", "-1"),
            ("LOG_LEVEL", "LOUD"),
            ("RATE_LIMIT_PUBLIC", "many"),
            ("RATE_LIMIT_LOGIN", "0/minute"),
        ],
    )
    def test_refuses_what_cannot_work(self, name: str, value: str) -> None:
        (line,) = refusals({PREFIX + name: value})

        assert line.startswith(f"{PREFIX}{name}: ")


class TestProduction:
    def test_accepts_what_is_safe(self) -> None:
        assert read(SAFE_PRODUCTION).is_production

    def test_refuses_every_default_that_is_only_safe_on_ones_own_machine(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)  # where no earlier start left a key

        refused = {line.split(":")[0] for line in refusals({"REGISTER_ENVIRONMENT": "production"})}

        assert refused == SAFE_PRODUCTION.keys() - {"REGISTER_ENVIRONMENT"}

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("REGISTER_SECRET_KEY", "a" * 31),
            ("REGISTER_BASE_URL", "http://register.example"),
            ("REGISTER_OIDC_ISSUER", "http://localhost:8001"),
            ("REGISTER_OIDC_PRIVATE_KEY", "no/such/file"),
        ],
    )
    def test_refuses_each_unsafe_value(self, name: str, value: str) -> None:
        (line,) = refusals(SAFE_PRODUCTION | {name: value})

        assert line.startswith(f"{name}: ")


class TestListed:
    def test_gives_the_parts_without_spaces_and_empty_ones(self) -> None:
        assert Settings(oidc_algorithms="RS256, ES256,").listed("oidc_algorithms") == ["RS256", "ES256"]


class TestEnvExample:
    def test_names_every_setting_in_order_with_its_default(self) -> None:
        lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
        written = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))

        assert list(written.items()) == [(PREFIX + name.upper(), str(value)) for name, value in asdict(Settings()).items()]

    def test_says_in_a_sentence_what_each_is_for(self) -> None:
        blocks = EXAMPLE.read_text(encoding="utf-8").strip().split("\n\n")[1:]

        assert len(blocks) == len(fields(Settings))
        for block in blocks:
            *sentence, setting = block.splitlines()
            assert sentence, f"{setting} has no sentence"
            assert all(line.startswith("# ") for line in sentence)
            assert sentence[-1].endswith(".")
