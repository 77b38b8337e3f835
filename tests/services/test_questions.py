"""What a citizen asks counts after a confirmation, is public after a moderator, and leaves nothing private behind."""

from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.permissions import Actor, Role
from register.domain.public_records import PublicChangeKind
from register.domain.questions import MOST_UNCONFIRMED, ForwardedAs, QuestionState, RefusalGround
from register.domain.standard.vocabularies import Language
from register.domain.standard.words import field_words
from register.errors import Conflict, Invalid, NotAllowed, NotFound, Stale, WrongState
from register.models import Mail, Organisation, PublicChange, PublicQuestion, Question
from register.ports import SearchIndex
from register.queries import public_state, verification
from register.queries import questions as read
from register.rendering.mail_links import MailLinks
from register.services import erasures, moderation, outbox, questions, rebuilding, restrictions
from register.services.questions import Asked
from tests import factories
from tests.factories import NOON, actor, organisation, published, published_all_the_same, submitted, withdrawn
from tests.factories.questions import ASKED
from tests.factories.world import FixedClock

LINKS = MailLinks("https://register.example", b"secret")
MODERATOR = actor(Role.MODERATOR)


@pytest.fixture
def body(session: Session) -> Organisation:
    made = organisation(session)
    made.contact = "algoritmes@body.example"
    return made


@pytest.fixture
def number(session: Session, search: SearchIndex, body: Organisation) -> str:
    return published(session, body, search).entry.number


def received(session: Session, number: str, what: Asked = ASKED) -> Question:
    return factories.received(session, number, what, links=LINKS)


def accepted(session: Session, number: str, what: Asked = ASKED) -> Question:
    return factories.accepted(session, number, what, links=LINKS)


def answered(session: Session, number: str, by: Actor, what: Asked = ASKED) -> Question:
    question = accepted(session, number, what)
    return questions.answer(session, question.number, "Een medewerker.", Language.NL, revision=question.revision, actor=by, now=NOON)


def answer_published(session: Session, number: str, by: Actor, what: Asked = ASKED) -> Question:
    question = answered(session, number, by, what)
    return moderation.publish_answer(session, question.number, revision=question.revision, links=LINKS, actor=MODERATOR, now=NOON)


def letters_to(session: Session, recipient: str) -> list[Mail]:
    return list(session.scalars(select(Mail).where(Mail.recipient == recipient).order_by(Mail.id)))


class TestAsk:
    def test_keeps_it_unconfirmed_and_writes_a_letter_with_the_link(self, session: Session, number: str) -> None:
        question = questions.ask(session, number, ASKED, links=LINKS, now=NOON)

        assert question.state is QuestionState.UNCONFIRMED
        [letter] = letters_to(session, "burger@post.example")
        assert LINKS.question(question.number, "nl") in letter.body

    def test_carries_the_words_of_nobody_to_an_address(self, session: Session, number: str) -> None:
        questions.ask(session, number, ASKED, links=LINKS, now=NOON)

        [letter] = letters_to(session, "burger@post.example")
        assert ASKED.text not in letter.body
        assert "Meldingen verdelen over teams" in letter.body
        assert "20 november 2026" in letter.body

    @pytest.mark.parametrize(("name", "told"), [({"nl": "Een", "en": "One"}, "“One”"), ({"nl": "Een"}, "“Een”")])
    def test_names_the_registration_in_the_language_of_the_letter(
        self, session: Session, search: SearchIndex, body: Organisation, name: dict[str, str], told: str
    ) -> None:
        number = published(session, body, search, name=name).entry.number

        questions.ask(session, number, replace(ASKED, language="en"), links=LINKS, now=NOON)

        [letter] = letters_to(session, "burger@post.example")
        assert told in letter.body

    @pytest.mark.parametrize(
        ("changes", "rule"),
        [
            ({"text": " "}, "nothing-written"),
            ({"text": "a" * 2001}, "too-long"),
            ({"text": "Mijn nummer is 111222333."}, "citizen-number"),
            ({"text": "a\x00b"}, "forbidden-character"),
            ({"email": "geen adres"}, "email-needed"),
            ({"email": "a@b.example\nBcc: c@d.example"}, "email-needed"),
        ],
    )
    def test_refuses_with_the_reason(self, session: Session, number: str, changes: dict[str, str], rule: str) -> None:
        with pytest.raises(Invalid) as refused:
            questions.ask(session, number, replace(ASKED, **changes), links=LINKS, now=NOON)  # type: ignore[arg-type]  # texts only

        assert rule in [problem.rule for problem in refused.value.problems]
        assert session.scalars(select(Mail)).all() == []

    def test_says_everything_that_is_wrong_at_once(self, session: Session, number: str) -> None:
        with pytest.raises(Invalid) as refused:
            questions.ask(session, number, replace(ASKED, text="", email=""), links=LINKS, now=NOON)

        assert [problem.pointer for problem in refused.value.problems] == ["/text", "/email"]

    def test_fills_nobodys_box(self, session: Session, number: str) -> None:
        for nth in range(MOST_UNCONFIRMED):
            questions.ask(session, number, replace(ASKED, text=f"Vraag {nth}?"), links=LINKS, now=NOON)

        for email in ("burger@post.example", "Burger@post.example", "BURGER@POST.EXAMPLE"):
            with pytest.raises(Conflict):
                questions.ask(session, number, replace(ASKED, email=email), links=LINKS, now=NOON)
        questions.ask(session, number, replace(ASKED, email="ander@post.example"), links=LINKS, now=NOON)

    @pytest.mark.parametrize("changes", [{}, {"email": " BURGER@post.example "}, {"text": f" {ASKED.text}\r\n"}])
    def test_is_one_question_when_it_is_sent_twice(self, session: Session, number: str, changes: dict[str, str]) -> None:
        first = questions.ask(session, number, replace(ASKED, may_pass_on=True), links=LINKS, now=NOON)

        second = questions.ask(session, number, replace(ASKED, **changes), links=LINKS, now=NOON)  # type: ignore[arg-type]  # texts only

        assert second is first
        assert not second.may_pass_on, "what was chosen last holds"
        assert len(session.scalars(select(Mail)).all()) == 1

    def test_is_another_question_once_the_first_counts_or_is_too_old(self, session: Session, number: str, clock: FixedClock) -> None:
        first = received(session, number)
        second = questions.ask(session, number, ASKED, links=LINKS, now=NOON)
        third = questions.ask(session, number, ASKED, links=LINKS, now=clock.move(hours=49))

        assert len({first.id, second.id, third.id}) == 3

    def test_is_another_question_about_another_registration(
        self, session: Session, search: SearchIndex, body: Organisation, number: str
    ) -> None:
        other = published(session, body, search).entry.number

        asked = {questions.ask(session, each, ASKED, links=LINKS, now=NOON).id for each in (number, other)}

        assert len(asked) == 2

    def test_knows_no_draft(self, session: Session, body: Organisation) -> None:
        with pytest.raises(NotFound):
            questions.ask(session, submitted(session, body).number, ASKED, links=LINKS, now=NOON)

    def test_takes_a_number_of_this_register_for_no_citizen_service_number(self, session: Session, number: str) -> None:
        question = questions.ask(session, number, replace(ASKED, text=f"Hoort dit bij {number}?"), links=LINKS, now=NOON)

        assert number in question.text


class TestConfirm:
    def test_lets_it_count_once(self, session: Session, number: str) -> None:
        question = received(session, number)

        again = questions.confirm(session, question.number, now=NOON)

        assert again.state is QuestionState.RECEIVED
        assert again.received_at == NOON
        assert len(read.events(session, question)) == 1

    def test_is_too_late_after_two_days(self, session: Session, number: str, clock: FixedClock) -> None:
        asked = questions.ask(session, number, ASKED, links=LINKS, now=NOON)

        with pytest.raises(NotFound):
            questions.confirm(session, asked.number, now=clock.move(hours=48, seconds=1))


class TestTakeBack:
    def test_leaves_nothing(self, session: Session, number: str) -> None:
        question = received(session, number)

        questions.take_back(session, question.number, now=NOON)

        assert session.scalars(select(Question)).all() == []

    def test_leaves_no_letter_either(self, session: Session, number: str) -> None:
        question = received(session, number)
        other = received(session, number)

        questions.take_back(session, question.number, now=NOON)

        [letter] = letters_to(session, "burger@post.example")
        assert letter.headers[outbox.ABOUT] == outbox.of_question(other.number)

    def test_is_too_late_once_it_is_public(self, session: Session, number: str) -> None:
        question = accepted(session, number)

        with pytest.raises(WrongState):
            questions.take_back(session, question.number, now=NOON)


class TestAccept:
    def test_makes_it_public_in_the_words_that_are_left(self, session: Session, number: str) -> None:
        question = received(session, number, replace(ASKED, text="Ik ben Jan Jansen. Wie kijkt dit na?"))
        before = public_state.state(session).sequence

        moderation.accept(
            session, question.number, "[…] Wie kijkt dit na?", revision=question.revision, days=28, links=LINKS, actor=MODERATOR, now=NOON
        )

        [shown] = read.public(session, number)
        assert shown["text"] == "[…] Wie kijkt dit na?"
        assert shown["dueOn"] == "2026-12-18"
        assert "answer" not in shown
        assert public_state.state(session).sequence == before + 1
        assert (
            session.scalars(select(PublicChange.kind).where(PublicChange.sequence == before + 1)).one() is PublicChangeKind.QUESTION_ASKED
        )

    def test_is_refused_when_the_registration_is_out_of_sight(self, session: Session, search: SearchIndex, body: Organisation) -> None:
        number = published_all_the_same(session, body, search).entry.number
        question = received(session, number)
        restrictions.ask(session, number, "Opsporing", actor=actor(Role.REVIEWER, body), now=NOON)
        restrictions.confirm(session, number, search=search, actor=actor(Role.REVIEWER, body), now=NOON)
        before = len(letters_to(session, "burger@post.example"))

        with pytest.raises(WrongState):
            moderation.accept(session, question.number, "Wie?", revision=question.revision, days=28, links=LINKS, actor=MODERATOR, now=NOON)

        assert question.state is QuestionState.RECEIVED
        assert len(letters_to(session, "burger@post.example")) == before

    def test_is_refused_when_the_registration_was_withdrawn(self, session: Session, search: SearchIndex, body: Organisation) -> None:
        entry = published(session, body, search).entry
        question = received(session, entry.number)
        withdrawn(session, entry, search, now=NOON)

        with pytest.raises(WrongState):
            moderation.accept(session, question.number, "Wie?", revision=question.revision, days=28, links=LINKS, actor=MODERATOR, now=NOON)

    def test_tells_both_sides_and_gives_no_address_without_consent(self, session: Session, number: str) -> None:
        accepted(session, number)

        [_confirm, told] = letters_to(session, "burger@post.example")
        [waiting] = letters_to(session, "algoritmes@body.example")
        assert f"https://register.example/r/{number}" in told.body
        assert "burger@post.example" not in waiting.body

    def test_tells_the_body_which_part_it_is_about_and_until_when(self, session: Session, number: str) -> None:
        accepted(session, number)

        [waiting] = letters_to(session, "algoritmes@body.example")
        assert f"Over: {field_words('human_intervention', 'nl').show}" in waiting.body
        assert "uiterlijk op 18 december 2026" in waiting.body

    def test_tells_the_body_of_no_part_where_it_is_about_the_whole(self, session: Session, number: str) -> None:
        accepted(session, number, replace(ASKED, about=""))

        [waiting] = letters_to(session, "algoritmes@body.example")
        assert "Over:" not in waiting.body

    def test_passes_the_address_on_where_that_was_allowed(self, session: Session, number: str) -> None:
        accepted(session, number, replace(ASKED, may_pass_on=True))

        [waiting] = letters_to(session, "algoritmes@body.example")
        assert "burger@post.example" in waiting.body

    def test_is_for_moderators_only(self, session: Session, number: str, body: Organisation) -> None:
        question = accepted(session, number)

        with pytest.raises(NotAllowed):
            moderation.hide(session, question.number, "Weg", revision=question.revision, actor=actor(Role.EDITOR, body), now=NOON)

    def test_loses_to_whoever_was_first(self, session: Session, number: str) -> None:
        question = received(session, number)

        with pytest.raises(Stale):
            moderation.accept(
                session, question.number, "Wie?", revision=question.revision - 1, days=28, links=LINKS, actor=MODERATOR, now=NOON
            )


class TestRead:
    def test_hides_from_the_body_what_no_moderator_let_through(self, session: Session, number: str, body: Organisation) -> None:
        question = received(session, number)

        with pytest.raises(NotFound):
            read.readable(session, question.number, actor(Role.EDITOR, body))
        assert read.waiting(session, actor(Role.EDITOR, body)) == []
        assert read.waiting(session, MODERATOR) == [question]

    def test_hides_from_another_body_what_is_not_for_it(self, session: Session, number: str) -> None:
        question = accepted(session, number)

        with pytest.raises(NotFound):
            read.readable(session, question.number, actor(Role.EDITOR, organisation(session)))

    def test_shows_the_public_what_held_on_a_day(self, session: Session, number: str) -> None:
        accepted(session, number)

        assert read.public(session, number, NOON.date()) != []
        assert read.public(session, number, NOON.date().replace(day=19)) == []


class TestAnswer:
    def test_waits_for_a_moderator(self, session: Session, number: str, body: Organisation) -> None:
        question = answered(session, number, actor(Role.EDITOR, body))

        assert question.state is QuestionState.ANSWERED
        assert "answer" not in read.public(session, number)[0]
        assert read.waiting(session, MODERATOR) == [question]

    def test_comes_back_with_what_to_mend(self, session: Session, number: str, body: Organisation) -> None:
        editor = actor(Role.EDITOR, body)
        question = answered(session, number, editor)

        moderation.send_back(session, question.number, "Noem geen namen.", revision=question.revision, actor=MODERATOR, now=NOON)

        assert question.state is QuestionState.ACCEPTED
        assert question.note == "Noem geen namen."
        assert question.answer == "Een medewerker."
        assert read.waiting(session, editor) == [question]

    def test_becomes_public_and_is_sent(self, session: Session, number: str, body: Organisation) -> None:
        answer_published(session, number, actor(Role.REVIEWER, body))

        [shown] = read.public(session, number)
        assert shown["answer"] == "Een medewerker."
        assert shown["answeredOn"] == "2026-11-20"
        assert shown["answerLanguage"] == "nl"
        assert "Een medewerker." in letters_to(session, "burger@post.example")[-1].body

    def test_is_never_public_with_a_citizen_service_number(self, session: Session, number: str, body: Organisation) -> None:
        question = answered(session, number, actor(Role.EDITOR, body))
        question.answer = "Uw nummer is 123456782, en verder niets."  # as an earlier release kept it
        session.flush()

        with pytest.raises(Invalid):
            moderation.publish_answer(session, question.number, revision=question.revision, links=LINKS, actor=MODERATOR, now=NOON)

    def test_is_for_the_body_only(self, session: Session, number: str) -> None:
        question = accepted(session, number)

        with pytest.raises(NotAllowed):
            questions.answer(session, question.number, "Ik weet het.", Language.NL, revision=question.revision, actor=MODERATOR, now=NOON)


class TestRefuseAndForward:
    def test_tells_why_and_shows_nothing(self, session: Session, number: str) -> None:
        question = received(session, number)

        moderation.refuse(
            session, question.number, RefusalGround.PERSONAL_DATA, "", revision=question.revision, links=LINKS, actor=MODERATOR, now=NOON
        )

        assert read.public(session, number) == []
        assert "over de zaak of de gegevens van een persoon" in letters_to(session, "burger@post.example")[-1].body

    def test_sends_on_with_the_day_of_receipt_and_no_address_without_consent(
        self, session: Session, number: str, clock: FixedClock
    ) -> None:
        question = received(session, number)

        moderation.forward(
            session, question.number, ForwardedAs.COMPLAINT, "", revision=question.revision, links=LINKS, actor=MODERATOR,
            now=clock.move(days=5),
        )  # fmt: skip

        [sent_on] = letters_to(session, "algoritmes@body.example")
        assert "20 november 2026" in sent_on.body
        assert f"Over: {field_words('human_intervention', 'nl').show}" in sent_on.body
        assert "burger@post.example" not in sent_on.body
        assert ASKED.text in sent_on.body
        assert read.public(session, number) == []

    def test_takes_off_the_public_side_what_turns_out_to_be_something_else(self, session: Session, number: str) -> None:
        question = accepted(session, number)
        before = public_state.state(session).sequence

        moderation.forward(
            session, question.number, ForwardedAs.OBJECTION, "", revision=question.revision, links=LINKS, actor=MODERATOR, now=NOON
        )

        assert question.state is QuestionState.FORWARDED
        assert (question.public_text, question.text) == ("", ASKED.text)
        assert read.public(session, number) == []
        assert public_state.state(session).sequence == before + 1
        [sent_on] = letters_to(session, "algoritmes@body.example")
        assert "bezwaar" in sent_on.subject.lower()
        [told] = letters_to(session, "burger@post.example")
        assert "Het is niet openbaar" in told.body

    @pytest.mark.parametrize(
        ("may_pass_on", "body_reads", "sender_reads"),
        [(True, "is bereikbaar op", "kan u om"), (False, "om u zelf te schrijven", "Schrijf haar zelf")],
    )
    def test_tells_both_who_writes_to_whom(
        self, session: Session, number: str, *, may_pass_on: bool, body_reads: str, sender_reads: str
    ) -> None:
        question = received(session, number, replace(ASKED, may_pass_on=may_pass_on))

        moderation.forward(
            session, question.number, ForwardedAs.COMPLAINT, "", revision=question.revision, links=LINKS, actor=MODERATOR, now=NOON
        )

        [sent_on] = letters_to(session, "algoritmes@body.example")
        assert body_reads in sent_on.body
        assert any(sender_reads in letter.body for letter in letters_to(session, "burger@post.example"))

    def test_does_not_promise_a_letter_of_who_can_be_reached_no_more(self, session: Session, number: str) -> None:
        question = accepted(session, number)
        questions.forget_sender(session, question.number, now=NOON)

        moderation.forward(
            session, question.number, ForwardedAs.OBJECTION, "", revision=question.revision, links=LINKS, actor=MODERATOR, now=NOON
        )

        assert any("Ook wij kunnen" in letter.body for letter in letters_to(session, "algoritmes@body.example"))

    def test_sends_nothing_on_to_nowhere(self, session: Session, number: str, body: Organisation) -> None:
        body.contact = ""
        question = received(session, number)
        question.entry.published_document = {}

        with pytest.raises(Invalid):
            moderation.forward(
                session, question.number, ForwardedAs.COMPLAINT, "", revision=question.revision, links=LINKS, actor=MODERATOR, now=NOON
            )


class TestPublicSide:
    def test_forgets_what_is_hidden(self, session: Session, number: str, body: Organisation) -> None:
        question = answer_published(session, number, actor(Role.EDITOR, body))

        moderation.hide(session, question.number, "Er stond een naam in.", revision=question.revision, actor=MODERATOR, now=NOON)

        assert read.public(session, number) == []
        kinds = session.scalars(select(PublicChange.kind).order_by(PublicChange.sequence.desc()).limit(3)).all()
        assert kinds == [PublicChangeKind.REMOVED] * 3

    def test_goes_with_its_registration(self, session: Session, search: SearchIndex, body: Organisation) -> None:
        entry = published_all_the_same(session, body, search).entry
        question = accepted(session, entry.number)
        restrictions.ask(session, entry.number, "Opsporing", actor=actor(Role.REVIEWER, body), now=NOON)
        restrictions.confirm(session, entry.number, search=search, actor=actor(Role.REVIEWER, body), now=NOON)
        before = public_state.state(session).sequence

        questions.answer(
            session, question.number, "Nee.", Language.NL, revision=question.revision, actor=actor(Role.EDITOR, body), now=NOON
        )
        moderation.publish_answer(session, question.number, revision=question.revision, links=LINKS, actor=MODERATOR, now=NOON)

        assert "Iedereen kan het hier lezen" not in letters_to(session, "burger@post.example")[-1].body
        assert session.scalars(select(PublicQuestion)).all() == []
        assert public_state.state(session).sequence == before

    def test_is_made_anew_byte_for_byte(self, session: Session, search: SearchIndex, number: str, body: Organisation) -> None:
        editor = actor(Role.EDITOR, body)
        answer_published(session, number, editor)
        gone = answer_published(session, number, editor)
        moderation.hide(session, gone.number, "Weg", revision=gone.revision, actor=MODERATOR, now=NOON)
        other = accepted(session, number)
        moderation.forward(
            session, other.number, ForwardedAs.OBJECTION, "", revision=other.revision, links=LINKS, actor=MODERATOR, now=NOON
        )
        accepted(session, number)
        before = [list(rows(session)) for _name, rows in verification._TABLES]  # what `verify` compares

        rebuilding.rebuild(session, search)

        assert [list(rows(session)) for _name, rows in verification._TABLES] == before


class TestErase:
    def test_deletes_what_was_never_confirmed(self, session: Session, number: str, clock: FixedClock) -> None:
        questions.ask(session, number, ASKED, links=LINKS, now=NOON)

        assert erasures.run(session, now=clock.move(hours=47)) == 0
        assert erasures.run(session, now=clock.move(hours=2)) == 1
        assert session.scalars(select(Question)).all() == []

    def test_forgets_the_sender_thirty_days_after_the_end(
        self, session: Session, number: str, body: Organisation, clock: FixedClock
    ) -> None:
        question = answer_published(session, number, actor(Role.EDITOR, body))

        assert erasures.run(session, now=clock.move(days=29)) == 0
        assert erasures.run(session, now=clock.move(days=2)) == 1
        assert (question.email, question.text) == ("", "")
        assert read.public(session, number)[0]["answer"] == "Een medewerker."

    def test_forgets_the_sender_at_once_when_asked(self, session: Session, number: str) -> None:
        question = accepted(session, number, replace(ASKED, may_pass_on=True))

        questions.forget_sender(session, question.number, now=NOON)

        assert question.email == ""
        assert letters_to(session, "burger@post.example") == []
        [waiting] = letters_to(session, "algoritmes@body.example")
        assert "burger@post.example" not in waiting.body
        assert ASKED.text in waiting.body

    def test_leaves_nothing_of_what_was_hidden(self, session: Session, number: str, body: Organisation, clock: FixedClock) -> None:
        question = answer_published(session, number, actor(Role.EDITOR, body))
        moderation.hide(session, question.number, "Een naam.", revision=question.revision, actor=MODERATOR, now=NOON)

        erasures.run(session, now=clock.move(days=31))

        session.refresh(question)
        assert (question.text, question.public_text, question.answer) == ("", "", "")

    def test_leaves_nothing_of_what_was_hidden_long_after_its_end(
        self, session: Session, number: str, body: Organisation, clock: FixedClock
    ) -> None:
        question = answer_published(session, number, actor(Role.EDITOR, body))
        erasures.run(session, now=clock.move(days=31))
        session.refresh(question)
        moderation.hide(session, question.number, "Een naam.", revision=question.revision, actor=MODERATOR, now=clock.move(days=9))

        assert erasures.run(session, now=clock.move(days=29)) == 0
        assert erasures.run(session, now=clock.move(days=331)) == 1
        session.refresh(question)
        assert (question.public_text, question.answer, question.note) == ("", "", "")
        assert erasures.run(session, now=clock.move(days=1)) == 0

    def test_keeps_no_address_longer_because_something_was_hidden(
        self, session: Session, number: str, body: Organisation, clock: FixedClock
    ) -> None:
        question = answer_published(session, number, actor(Role.EDITOR, body))
        moderation.hide(session, question.number, "Een naam.", revision=question.revision, actor=MODERATOR, now=clock.move(days=29))

        assert erasures.run(session, now=clock.move(days=2)) == 1
        session.refresh(question)
        assert (question.email, question.text) == ("", "")

    def test_forgets_what_a_moderator_said(self, session: Session, number: str, clock: FixedClock) -> None:
        question = received(session, number)
        moderation.refuse(
            session, question.number, RefusalGround.PERSONAL_DATA, "Het gaat over uw zus.", revision=question.revision, links=LINKS,
            actor=MODERATOR, now=NOON,
        )  # fmt: skip

        erasures.run(session, now=clock.move(days=31))

        session.refresh(question)
        assert question.note == ""

    def test_deletes_the_letter_of_what_was_never_confirmed(self, session: Session, number: str, clock: FixedClock) -> None:
        questions.ask(session, number, ASKED, links=LINKS, now=NOON)

        erasures.run(session, now=clock.move(hours=49))

        assert letters_to(session, "burger@post.example") == []
