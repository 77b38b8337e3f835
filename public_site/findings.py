"""What each figure of the statistics shows, as one true sentence: the title over the figure.

A sentence that holds for many may be false for none, for one, for all, and
where two are equally large. So each of those has a sentence of its own.
"""

from collections.abc import Callable, Mapping
from itertools import islice

from register.domain.principles.criteria import Principle
from register.domain.principles.outcome import PrincipleOutcome
from register.queries.statistics import HIGH, Figure, Statistics
from register.translations import formats
from register.web import language
from register.web.language import _, ngettext

Texts = Mapping[str, str]
#: Growth is told over a year, or since the first month when that is less.
YEAR = 12
#: From here on "about 1 in 5" says more than the two numbers.
RARE = 5


def finding(found: Statistics, figure: Figure, texts: Texts) -> str:
    """Say what a figure shows, with its words as `texts` has them; "" when there is nothing to count."""
    if not figure.total:
        return ""
    own = OWN.get(figure.name)
    return own(found, figure) if own else _largest(found, figure, texts)


def finding_of_principles(found: Statistics) -> str:
    """Say how many of the outcomes of the four principles are substantiated; "" when there are none."""
    figures = [found.figures[principle] for principle in Principle]
    all_ = sum(figure.total for figure in figures)
    n = sum(figure.rows.get(PrincipleOutcome.SUBSTANTIATED, 0) for figure in figures)
    if not n:
        return _("No outcome is substantiated yet") if all_ else ""
    if n == all_:
        return ngettext("The only outcome is substantiated", "All %(n)s outcomes are substantiated", n, n=_number(n))
    return ngettext(
        "%(n)s of the %(all)s outcomes is substantiated",
        "%(n)s of the %(all)s outcomes are substantiated",
        n,
        n=_number(n),
        all=_number(all_),
    )


def _largest(found: Statistics, figure: Figure, texts: Texts) -> str:
    """Name the largest group with its number; two when they are as large, and how many when there are more."""
    all_ = figure.total if figure.name == "completeness" else found.registrations
    n = figure.most
    first = [texts[word] for word, count in figure.rows.items() if count == n]
    if len(first) > 2:
        return _("No group is the largest: %(count)s have %(n)s each", count=_number(len(first)), n=_number(n))
    if len(first) == 2:
        return _("‘%(a)s’ and ‘%(b)s’ are most common: %(n)s each", a=first[0], b=first[1], n=_number(n))
    if n == all_:
        return ngettext("The only registration: ‘%(what)s’", "All %(n)s registrations: ‘%(what)s’", n, n=_number(n), what=first[0])
    return _("‘%(what)s’ is most common: %(n)s of the %(all)s", what=first[0], n=_number(n), all=_number(all_))


def _risk(found: Statistics, figure: Figure) -> str:
    n, all_ = sum(figure.rows.get(category, 0) for category in HIGH), found.registrations
    if not n:
        return _("No registration is marked as high-risk")
    if n == all_:
        return ngettext("The only registration is high-risk", "All %(n)s registrations are high-risk", n, n=_number(n))
    if all_ % n == 0:
        return _("1 in %(n)s registrations is high-risk", n=_number(all_ // n))
    if all_ / n >= RARE:
        return _("About 1 in %(n)s registrations is high-risk", n=_number(round(all_ / n)))
    return _("%(n)s of the %(all)s registrations are high-risk", n=_number(n), all=_number(all_))


def _products(found: Statistics, figure: Figure) -> str:
    n = len(figure.rows)
    return ngettext("%(n)s product is used more than once", "%(n)s products are used more than once", n, n=_number(n))


def _overdue(found: Statistics, figure: Figure) -> str:
    n, all_ = found.overdue, found.registrations
    if not n:
        return _("No registration is late for its review")
    if n == all_:
        return ngettext(
            "The only registration was not reviewed in time", "None of the %(n)s registrations was reviewed in time", n, n=_number(n)
        )
    return ngettext(
        "%(n)s of the %(all)s registrations was not reviewed in time",
        "%(n)s of the %(all)s registrations were not reviewed in time",
        n,
        n=_number(n),
        all=_number(all_),
    )


def _registered(found: Statistics, figure: Figure) -> str:
    n, all_ = found.silent, figure.total
    if not n:
        return _("Every organisation has registered something")
    return ngettext(
        "%(n)s of the %(all)s organisations has registered nothing",
        "%(n)s of the %(all)s organisations have registered nothing",
        n,
        n=_number(n),
        all=_number(all_),
    )


def _growth(found: Statistics, figure: Figure) -> str:
    """Compare the total with that of a year before, or of the end of the first month."""
    *before, (last, now) = found.totals.items()
    if not before:
        month = formats.month(last, language.current())
        return ngettext("%(n)s registration, from %(month)s", "%(n)s registrations, all from %(month)s", now, n=_number(now), month=month)
    month, then = next(islice(reversed(before), min(YEAR, len(before)) - 1, None))
    told = {"then": _number(then), "now": _number(now), "month": formats.month(month, language.current())}
    if then == now:
        return ngettext(
            "As many as at the end of %(month)s: %(now)s registration",
            "As many as at the end of %(month)s: %(now)s registrations",
            now,
            **told,
        )
    return ngettext(
        "From %(then)s to %(now)s registration since the end of %(month)s",
        "From %(then)s to %(now)s registrations since the end of %(month)s",
        now,
        **told,
    )


def _number(n: int) -> str:
    return formats.number(n, language.current())


#: The figures with a sentence of their own; the others name their largest group.
OWN: Mapping[str, Callable[[Statistics, Figure], str]] = {
    "category": _risk,
    "product": _products,
    "overdue": _overdue,
    "registered": _registered,
    "month": _growth,
}
