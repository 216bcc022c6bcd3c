"""Takes the pictures; Scripts/screenshots prepares it.

usage: screenshots.py FOLDER
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
LARGEST = 150 * 1024
WIDTH = 1100

#: The name of each picture, and the screen on it.
PICTURES = {
    "today": "/",
    "new-interview": "/interviews/new",
    "review": "/interviews/1/messages",
    "message": "/messages/1",
    "queue": "/queue",
    "recruitment": "/recruitments/1",
    "heard": "/heard/1",
    "people": "/people",
    "person": "/people/1",
    "audit": "/audit",
    "audit-print": "/audit/print",
    "statistics": "/statistics",
    "set-up": "/set-up",
}


def take(browser, file):
    """The whole of a page, in one picture."""
    height = browser.execute_script("return document.documentElement.scrollHeight")
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": WIDTH, "height": min(height, 1500), "deviceScaleFactor": 1, "mobile": False})
    browser.save_screenshot(str(file))
    # Few colours are enough for a page of text.
    subprocess.run(["pngquant", "--force", "--strip", "--output", file, "64", file], check=True)
    if file.stat().st_size > LARGEST:
        sys.exit(f"Scripts/screenshots: {file} has {file.stat().st_size >> 10} KB, and may have {LARGEST >> 10}")


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    home = Home(CONFIGURATION, clock=NOW.strftime("%Y-%m-%d %H:%M:%S"))
    home.environment["TZ"] = "UTC"
    made_up.fill(home, NOW)
    browser = chromium(width=WIDTH)
    try:
        browser.get(home.serve())
        WebDriverWait(browser, PATIENCE).until(lambda browser: browser.current_url.endswith(f":{home.port}/"))
        for name, path in PICTURES.items():
            browser.get(f"http://afterword.localhost:{home.port}{path}")
            heading = browser.find_element(By.TAG_NAME, "h1").text
            if re.match("Not found", heading):
                sys.exit(f"Scripts/screenshots: nothing is at {path}")
            take(browser, folder / f"{name}.png")
            print(f"{folder / name}.png: {heading}")
    finally:
        browser.quit()
        home.close()


main(pathlib.Path(sys.argv[1]))
