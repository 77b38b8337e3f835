"""Takes pictures of the kit, to be looked at beside the design."""

import sys
from itertools import product
from pathlib import Path

from scripts.build_styles import NODE_MODULES
from tests.chromium import started_browser
from tests.web.kit import PAGES, application, opened, styles

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    app = application(styles(folder / "built", Path(sys.argv[2]) if len(sys.argv) > 2 else NODE_MODULES))
    with started_browser() as started:
        for name, width, scheme, chosen in product(PAGES, (360, 768, 1280), ("light", "dark"), ("nl", "en")):
            page = opened(started, app, name, chosen=chosen, width=width, scheme=scheme)
            page.screenshot(path=folder / f"{name.replace('/', '-').removesuffix('.html')}-{width}-{scheme}-{chosen}.png", full_page=True)
            page.close()
