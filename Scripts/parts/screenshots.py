"""Takes the pictures; Scripts/screenshots prepares it.

usage: screenshots.py FOLDER            (those of the documentation)
       screenshots.py --every FOLDER    (every screen, narrow and wide, light and dark)
"""

import datetime
import pathlib
import re
import subprocess
import sys

import made_up
from harness import CONFIGURATION, PATIENCE, Home, chromium
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

#: A Friday morning, by UTC.
NOW = datetime.datetime(2026, 12, 4, 9, 0, tzinfo=datetime.timezone.utc)
LARGEST = 120 * 1024
WIDTH = 1100
#: What people have: a telephone, or the page enlarged to four times its size, and a screen.
WIDTHS = (320, 1280)
LOOKS = ("light", "dark")

#: The name of each picture, and the screen on it.
PICTURES = {
    "today": "/",
    "new-interview": "/interviews/new",
    "message": "/messages/1",
    "recruitment": "/recruitments/1",
    "person": "/people/1",
    "audit-print": "/audit/print",
    "statistics": "/statistics",
}
#: What else there is to look at.
FURTHER = {
    "review": "/interviews/1/messages",
    "editor": "/messages/1/edit",
    "raw": "/messages/1/raw",
    "card": "/messages/3/card",
    "queue": "/queue",
    "interview": "/interviews/1",
    "interview-edit": "/interviews/1/edit",
    "import": "/interviews/import",
    "heard": "/heard/1",
    "whom-heard": "/heard",
    "people": "/people",
    "person-edit": "/people/1/edit",
    "everything": "/people/1/everything",
    "forget": "/people/1/forget",
    "audit": "/audit",
    "audit-check": "/audit/check",
    "audit-nothing": "/audit?organisation=nobody",
    "set-up": "/set-up",
    "not-found": "/nowhere",
}


def stretch(browser, width, highest):
    """As much of the screen as there is; a window that is too high would show emptiness."""
    for height in (lambda: 300, lambda: browser.execute_script("return document.documentElement.scrollHeight")):
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": min(height(), highest), "deviceScaleFactor": 1, "mobile": False})


def take(browser, file):
    """The whole of a page, in one picture."""
    stretch(browser, WIDTH, 1500)
    browser.save_screenshot(str(file))
    # Few colours are enough for a page of text.
    subprocess.run(["pngquant", "--force", "--strip", "--output", file, "64", file], check=True)
    if file.stat().st_size > LARGEST:
        sys.exit(f"Scripts/screenshots: {file} has {file.stat().st_size >> 10} KB, and may have {LARGEST >> 10}")


def take_every(browser, folder, name):
    """One screen in each width and look; what is wider than its window is told."""
    for width in WIDTHS:
        for look in LOOKS:
            browser.execute_cdp_cmd(
                "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": look}]})
            stretch(browser, width, 4000)
            browser.save_screenshot(str(folder / f"{name}-{width}-{look}.png"))
        wide = browser.execute_script("return document.documentElement.scrollWidth")
        if wide > width:
            print(f"{name}: {wide} px wide in a window of {width}")


def main(folder, every):
    folder.mkdir(parents=True, exist_ok=True)
    home = Home(CONFIGURATION, clock=NOW.strftime("%Y-%m-%d %H:%M:%S"))
    home.environment["TZ"] = "UTC"
    made_up.fill(home, NOW)
    browser = chromium("--hide-scrollbars", width=WIDTH)
    try:
        browser.get(home.serve())
        WebDriverWait(browser, PATIENCE).until(lambda browser: browser.current_url.endswith(f":{home.port}/"))
        for name, path in (PICTURES | FURTHER if every else PICTURES).items():
            browser.get(f"http://afterword.localhost:{home.port}{path}")
            heading = browser.find_element(By.TAG_NAME, "h1").text
            if re.match("Not found", heading) and name in PICTURES:
                sys.exit(f"Scripts/screenshots: nothing is at {path}")
            if every:
                take_every(browser, folder, name)
            else:
                take(browser, folder / f"{name}.png")
            print(f"{folder / name}: {heading}")
    finally:
        browser.quit()
        home.close()


main(pathlib.Path(sys.argv[-1]), every=sys.argv[1] == "--every")
