"""What imports what, where import-linter's contracts in pyproject.toml do not look."""

import json
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

from tests.architecture.sources import PROGRAM, ROOT, files, imported, modules

OURS = {"register", "schemas", "public_site"}
#: Needed without being imported by name: the database driver, which SQLAlchemy loads by the address of the database.
LOADED_BY_NAME = {"psycopg"}
#: Flask and flask-smorest ask for these by version, and their own pages tell people to import from them.
PARTS_OF_FLASK = {"itsdangerous", "jinja2", "markupsafe", "webargs", "werkzeug"}


def layered() -> set[str]:
    """Name the modules that the contract of the layers gives a place."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = (each for each in pyproject["tool"]["importlinter"]["contracts"] if each["type"] == "layers")
    return {module.strip(" ()") for layer in contract["layers"] for module in layer.split("|")}


def required(name: str) -> set[str]:
    """Name the packages that a requirements file asks for."""
    lines = (ROOT / f"requirements/{name}.in").read_text(encoding="utf-8").splitlines()
    return {line.split(">")[0].split("[")[0].strip() for line in lines if line and not line.startswith(("#", "-"))}


class TestLayers:
    def test_give_every_part_of_the_program_a_place(self) -> None:
        parts = {
            path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in modules("register/") if path.count("/") == 1
        }
        parts |= {"register." + path.split("/")[1] for path in modules("register/") if path.count("/") > 1} | {"schemas", "public_site"}

        assert parts - layered() == {"register", "register.dev_idp"}, "a part without a layer is checked by no contract"

    def test_name_only_parts_that_exist(self) -> None:
        assert [module for module in sorted(layered()) if not (path_of(module) & set(files()))] == []


def path_of(module: str) -> set[str]:
    """Give the two files that a module can be."""
    path = module.replace(".", "/")
    return {f"{path}.py", f"{path}/__init__.py"}


class TestDomain:
    def test_needs_nothing_but_the_standard_library(self) -> None:
        foreign = {
            f"{path}: {name}"
            for path in [*modules("register/domain/"), "register/errors.py"]
            for name in imported(path)
            if name.split(".")[0] not in sys.stdlib_module_names | {"register"}
        }

        assert foreign == set()


class TestRequirements:
    def test_name_every_package_that_the_program_imports_and_no_other(self) -> None:
        names = {name.split(".")[0] for path in modules(*PROGRAM) for name in imported(path)} - sys.stdlib_module_names - OURS
        provided_by = packages_distributions()
        used = {distribution.lower().replace("_", "-") for name in names for distribution in provided_by[name]}

        assert used - PARTS_OF_FLASK | LOADED_BY_NAME == required("run")

    def test_name_every_package_that_the_tests_and_scripts_import(self) -> None:
        names = {name.split(".")[0] for path in modules("tests/", "scripts/") for name in imported(path)}
        provided_by = packages_distributions()
        used = {
            each.lower().replace("_", "-")
            for name in names - sys.stdlib_module_names - OURS - {"tests", "scripts"}
            for each in provided_by[name]
        }

        assert used - PARTS_OF_FLASK - required("run") - required("build") - required("test") == set()

    def test_have_a_reason_each(self) -> None:
        page = (ROOT / "docs/decisions/0002-dependencies.md").read_text(encoding="utf-8")
        explained = set(re.findall(r"^\| `([^`]+)`", page, re.MULTILINE))
        package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
        asked = required("run") | required("build") | required("test") | package["dependencies"].keys() | package["devDependencies"].keys()

        assert {"@utrecht/*-css" if name.startswith("@utrecht/") else name for name in asked} == explained
