"""Rich text: its plain form and its HTML turn into one another without loss, and hold only what is ours."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from register.domain.standard.rich_text import canonical, from_html, from_plain, to_html, to_plain, visible_text

SIGNS = "ab *\\[]()-1.\n<&é https://x.nl/"
TEXTS = st.text(alphabet=SIGNS, max_size=40)
PIECES = TEXTS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;"))
TAGS = st.sampled_from(["p", "ul", "ol", "li", "strong", "em", "div", "b", "script", "table"])
HTML = st.recursive(
    PIECES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map("".join),
        st.tuples(TAGS, inner).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"),
        inner.map(lambda text: f'<a href="https://a.nl/(x)">{text}</a>'),
        inner.map(lambda text: f'<a href="javascript:alert(1)" onclick="x">{text}</a>'),
    ),
    max_leaves=12,
)
OURS = re.compile(r'</?(?:p|ul|ol|li|strong|em)>|<a href="https://[^"<>]*">|</a>')


class TestRoundTrip:
    @settings(max_examples=400, deadline=None)
    @given(HTML)
    def test_from_html_to_plain_and_back_loses_nothing(self, html: str) -> None:
        kept = canonical(html)

        assert canonical(kept) == kept
        assert to_html(from_plain(to_plain(from_html(kept)))) == kept

    @settings(max_examples=400, deadline=None)
    @given(TEXTS)
    def test_from_plain_to_html_and_back_loses_nothing(self, text: str) -> None:
        kept = to_html(from_plain(text))

        assert to_html(from_plain(to_plain(from_html(kept)))) == kept

    @settings(max_examples=400, deadline=None)
    @given(HTML)
    def test_keeps_only_our_marks(self, html: str) -> None:
        assert "<" not in OURS.sub("", canonical(html))


class TestPlain:
    @pytest.mark.parametrize(
        ("plain", "html"),
        [
            ("Een.\n\nTwee.", "<p>Een.</p><p>Twee.</p>"),
            ("Dit:\n- een\n- twee", "<p>Dit:</p><ul><li>een</li><li>twee</li></ul>"),
            ("1. een\n2. twee", "<ol><li>een</li><li>twee</li></ol>"),
            ("**Let op** en *denk na*", "<p><strong>Let op</strong> en <em>denk na</em></p>"),
            ("Zie https://a.nl/b.", '<p>Zie <a href="https://a.nl/b">https://a.nl/b</a>.</p>'),
            ("Zie [de wet](https://a.nl/wet)", '<p>Zie <a href="https://a.nl/wet">de wet</a></p>'),
            ("5 * 3 * 2 = 30", "<p>5 * 3 * 2 = 30</p>"),
            ("a < b & c", "<p>a &lt; b &amp; c</p>"),
            ("", ""),
        ],
    )
    def test_is_read_as_people_mean_it(self, plain: str, html: str) -> None:
        assert to_html(from_plain(plain)) == html

    def test_links_to_https_only(self) -> None:
        assert "href" not in to_html(from_plain("http://a.nl en [x](javascript:alert)"))


class TestVisibleText:
    def test_has_no_marks(self) -> None:
        assert visible_text('<p>Een <strong>twee</strong></p><ul><li><a href="https://a.nl">drie</a></li></ul>') == "Een twee\ndrie"
