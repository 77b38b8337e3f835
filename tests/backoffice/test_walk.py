"""The main job from end to end, by forms alone: begin, fill in, submit, send back, publish, change, withdraw."""

from sqlalchemy import select

from register.domain.standard import SECTIONS
from register.models import Entry
from register.wiring import Wiring
from tests.backoffice.conftest import Worker
from tests.backoffice.pages import Page


class TestMainJob:
    def test_goes_from_nothing_to_a_second_version(self, editor: Worker, reviewer: Worker, wiring: Wiring) -> None:
        begun = editor.follow(editor.send(editor.page("/registrations/new").form("/new").put("name", "Brieven herschrijven")))
        form = begun.form("/sections/identification")
        assert form.one("name.nl") == "Brieven herschrijven"
        number = form.action.split("/")[3]

        form.put("summary.nl", "Herschrijft brieven in begrijpelijke taal.").put("kind", "algorithm").put("status", "in_development")
        form.put("contact", "algoritmes@waterlede.example").put("techniques", "rules").put("themes", "law")
        editor.follow(editor.send(form, ("then", "next")))
        purpose = editor.page(f"/registrations/{number}/sections/responsible_use").form("/responsible_use")
        editor.follow(editor.send(purpose.put("purpose.nl", "Brieven worden beter.\n\n- sneller\n- duidelijker")))
        question_page = editor.page(f"/registrations/{number}/ai-act/aiSystem").form("/ai-act/aiSystem").put("aiSystem", "no")
        assert "Geen AI" in editor.follow(editor.send(question_page)).words
        submitted = editor.follow(editor.send(editor.page(f"/registrations/{number}").form("/submit")))
        assert "Ingediend. Een collega kan het nu nakijken." in submitted.words

        decision = reviewer.page(f"/registrations/{number}/review").form("/review")
        decision.put("decision", "send_back").put("reason", "Noem de brieven.").put("remark.summary", "Welke brieven?")
        assert "Teruggestuurd" in reviewer.follow(reviewer.send(decision)).words

        again = editor.page(f"/registrations/{number}/sections/identification")
        assert "Welke brieven?" in again.words
        editor.follow(editor.send(again.form("/identification").put("summary.nl", "Herschrijft brieven over uitkeringen.")))
        editor.follow(editor.send(editor.page(f"/registrations/{number}").form("/submit")))
        decision = reviewer.page(f"/registrations/{number}/review").form("/review").put("decision", "publish")
        published = reviewer.follow(reviewer.send(decision))
        assert "Gepubliceerd als versie 1." in published.words

        with wiring.database.reading() as session:
            entry = session.scalars(select(Entry).where(Entry.number == number)).one()
            assert entry.published_document["purpose"]["nl"] == "<p>Brieven worden beter.</p><ul><li>sneller</li><li>duidelijker</li></ul>"

        form = editor.page(f"/registrations/{number}/sections/upkeep").form("/upkeep").put("change_note.nl", "Ook andere brieven")
        editor.follow(editor.send(form))
        editor.follow(editor.send(editor.page(f"/registrations/{number}").form("/submit")))
        decision = reviewer.page(f"/registrations/{number}/review").form("/review").put("decision", "publish")
        assert "Gepubliceerd als versie 2." in reviewer.follow(reviewer.send(decision)).words
        withdrawal = reviewer.page(f"/registrations/{number}/withdraw").form("/withdraw").put("reason.nl", "Het hoorde hier niet.")
        assert "Ingetrokken" in reviewer.follow(reviewer.send(withdrawal)).words

    def test_shows_every_section(self, editor: Worker) -> None:
        begun = editor.follow(editor.send(editor.page("/registrations/new").form("/new").put("name", "Brieven herschrijven")))
        number = begun.form("/sections/identification").action.split("/")[3]

        pages: list[Page] = []
        for section in SECTIONS:
            answer = editor.get(f"/registrations/{number}/sections/{section.value}")
            pages.append(Page(answer.text) if answer.status_code == 200 else editor.follow(answer))

        assert len(pages) == len(SECTIONS)
