"""What goes wrong, as a sentence on the terminal: never a stack trace for something that an operator can put right."""

import click
from sqlalchemy.exc import DBAPIError, IntegrityError

from register.errors import Invalid, RegisterError
from register.settings import WrongSettings

#: How a command ends that did what it could, but not all of it. 1 is a refusal or a fault that was found, 2 a wrong command.
IN_PART = 3


class Commands(click.Group):
    """A group of commands whose refusals read as sentences."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except Invalid as refusal:
            raise click.ClickException("\n".join(problems(refusal))) from refusal
        except (RegisterError, WrongSettings) as refusal:
            raise click.ClickException(_capitalised(str(refusal))) from refusal
        except IntegrityError as refusal:
            sentence = "Somebody else wrote the same thing at this moment. What was done before stays; give the command again."
            raise click.ClickException(sentence) from refusal
        except DBAPIError as refusal:
            reason = str(refusal.orig).strip().splitlines()[0]
            sentence = f"The database refuses: {reason}\n`register init` makes or upgrades it; `register doctor` says what else is wrong."
            raise click.ClickException(sentence) from refusal


def problems(refusal: Invalid) -> list[str]:
    """Say each problem in a line: where, what, and what to do."""
    return [f"{problem.pointer or 'the whole'}: {problem.message['en']} {problem.remedy['en']}" for problem in refusal.problems]


def counted(number: int, one: str, many: str) -> str:
    """Say how many there are: "1 row", "1,530 rows"."""
    return f"{number:,} {one if number == 1 else many}"


def _capitalised(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:] + ("" if sentence.endswith(".") else ".")
