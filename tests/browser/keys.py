"""Somebody who uses a page with the keyboard alone, and sees where the focus is at every stop."""

from collections.abc import Iterator

from playwright.sync_api import Page

#: More stops than any page has: whoever needs so many is in a trap.
MOST_STOPS = 600

#: What somebody sees of the element that has the focus: what it is, whether its focus can be seen, and whether something covers it.
_FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const labels = [...(element.labels ?? [])].map((label) => label.innerText);
  const name = element.getAttribute("aria-label") || labels.join(" ") || element.innerText || element.value || "";
  const parts = [box, ...element.getClientRects()];
  const seen = parts.some((part) => {
    const top = Math.max(part.top, 0), bottom = Math.min(part.bottom, innerHeight); // of what is higher than the window, the part in it
    const at = document.elementFromPoint(part.left + Math.min(part.width / 2, 20), (top + bottom) / 2);
    return at !== null && (element.contains(at) || at.contains(element) || [...(element.labels ?? [])].some((label) => label.contains(at)));
  });
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return {
    tag: element.tagName.toLowerCase(),
    name: name.replaceAll("\\u00ad", "").replace(/\\s+/g, " ").trim(),
    visible: outlined || style.boxShadow !== "none",
    covered: !seen,
    html: element.outerHTML.slice(0, 160),
  };
}"""


class Keys:
    """A keyboard at a page. `faults` are the stops at which the focus could not be seen, or was covered."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []

    def stops(self) -> Iterator[dict[str, str]]:
        """Go through the page with Tab, until it is left."""
        for _ in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            found = self.page.evaluate(_FOCUS)
            if found is None:
                return
            if not found["visible"]:
                self.faults.append(f"no focus to be seen on {self.page.url}: {found['html']}")
            if found["covered"]:
                self.faults.append(f"covered on {self.page.url}: {found['html']}")
            yield found
        raise AssertionError(f"the keyboard is trapped on {self.page.url}")

    def go_to(self, name: str, tag: str = "") -> "Keys":
        """Press Tab until an element with this name has the focus."""
        seen = []
        for found in self.stops():
            if name in found["name"] and tag in {"", found["tag"]}:
                return self
            seen.append(found["name"])
        raise AssertionError(f"{name!r} is not on the way through {self.page.url}: {seen}")

    def press(self, *keys: str) -> "Keys":
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def enter(self) -> "Keys":
        """Press Enter, and wait for the page that it leads to."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self

    def type(self, text: str) -> "Keys":
        """Type a text where the focus is."""
        self.page.keyboard.type(text)
        return self
