"""A job seeker's home, the page served from it, and Chromium to look at it with."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

import axe_playwright_python
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

PROGRAM = os.environ["AFTERWORD_PROGRAM"]
AXE = next(pathlib.Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text()
#: Nothing that a test waits for takes longer, in seconds.
PATIENCE = 20

CONFIGURATION = """\
me:
  name: Ada Example
  email: ada@example.org
  time_zone: Europe/London
smtp:
  url: smtp://127.0.0.1:1
  tls: 'off'
etiquette:
  hours: 00:00-24:00
  weekends: all
"""


class Home:
    """A folder with everything of one user, and the program at work in it."""

    def __init__(self, configuration, clock=None):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="afterword-browser-"))
        self.environment = {
            "AFTERWORD_HOME": str(self.folder / "home"), "HOME": str(self.folder), "PATH": "/usr/bin:/bin",
            "LANG": "C.UTF-8", "TZ": "Europe/London", "NO_FAKE_STAT": "1", "AFTERWORD_NAME_SERVER": "127.0.0.1:9",
        }
        self.clock = clock
        self.serving = None
        (self.folder / "home").mkdir(mode=0o700)
        if configuration:
            (self.folder / "home" / "config.yaml").write_text(configuration)
            (self.folder / "home" / "config.yaml").chmod(0o600)

    def command(self, *arguments):
        clock = ["/usr/bin/faketime", "--exclude-monotonic", "-f", self.clock] if self.clock else []
        return [*clock, PROGRAM, *arguments]

    def run(self, *arguments, status=0):
        """What a command prints; status None for whatever it ends with."""
        ran = subprocess.run(
            self.command(*arguments), env=self.environment, capture_output=True, text=True, timeout=60)
        assert status is None or ran.returncode == status, ran
        return ran.stdout

    def serve(self):
        """Serves the page until the end; the address of the file that opens it."""
        self.serving = subprocess.Popen(
            self.command("open", "--no-browser"), env=self.environment, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        return self.serving.stdout.readline().strip()

    def kill(self):
        """Ends what serves as if the power had failed."""
        self.serving.kill()
        self.serving.wait()

    def close(self):
        if self.serving:
            self.serving.terminate()
            self.serving.wait(timeout=PATIENCE)
            self.serving.stdout.close()
            self.serving = None
        shutil.rmtree(self.folder)

    @property
    def port(self):
        return int(next(self.folder.glob(".local/state/afterword/page-*/port")).read_text())


def chromium(*arguments, scripts=True, width=1280, height=900):
    """A headless browser with nothing of the tester's own."""
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in (
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=en-US",
            f"--window-size={width},{height}", *arguments):
        options.add_argument(argument)
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    # The one language that Debian's Chromium always has: dates are typed in its order.
    environment = {**os.environ, "LANGUAGE": "en_US", "LC_ALL": "C.UTF-8"}
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver", env=environment))


class PageTest(unittest.TestCase):
    """One home and one browser for the tests of a class."""

    configuration = CONFIGURATION
    browser_arguments = ()
    scripts = True

    @classmethod
    def setUpClass(cls):
        cls.home = Home(cls.configuration)
        cls.addClassCleanup(cls.home.close)
        cls.prepare()
        entrance = cls.home.serve()
        cls.browser = chromium(*cls.browser_arguments, scripts=cls.scripts)
        cls.addClassCleanup(cls.browser.quit)
        cls.enter(entrance)

    @classmethod
    def prepare(cls):
        """Fills the home before the page is served."""

    @classmethod
    def enter(cls, entrance):
        """Comes in by a redirect file, as `afterword open` does it."""
        cls.browser.get(entrance)
        WebDriverWait(cls.browser, PATIENCE).until(
            lambda browser: re.fullmatch(r"http://afterword\.localhost:\d+/(set-up)?", browser.current_url))

    @property
    def address(self):
        return f"http://afterword.localhost:{self.home.port}"

    def visit(self, path):
        self.browser.get(self.address + path)

    # What people do

    @property
    def path(self):
        return self.browser.current_url.removeprefix(self.address)

    @property
    def heading(self):
        headings = self.browser.find_elements(By.TAG_NAME, "h1")
        self.assertEqual(len(headings), 1, self.browser.current_url)
        return headings[0].text

    @property
    def text(self):
        return self.browser.find_element(By.TAG_NAME, "body").text

    def field(self, label, within=None):
        """The control that a label names, as somebody finds it who reads the page."""
        scope = within or self.browser
        for found in scope.find_elements(By.CSS_SELECTOR, "label"):
            if found.text.strip().startswith(label) and found.is_displayed():
                name = found.get_attribute("for")
                if name:
                    return self.browser.find_element(By.ID, name)
                return found.find_element(By.CSS_SELECTOR, "input, textarea, select")
        self.fail(f"no field is called {label!r} at {self.browser.current_url}:\n{self.text}")

    def fill(self, label, value, within=None):
        field = self.field(label, within)
        if field.tag_name == "select":
            Select(field).select_by_visible_text(value)
        elif field.get_attribute("type") in ("date", "time"):
            # Typing into these goes by the browser's language.
            self.browser.execute_script("arguments[0].value = arguments[1]", field, value)
        else:
            field.clear()
            field.send_keys(value)

    def button(self, name, index=0):
        """A button or a link by its words."""
        found = [
            element for element in self.browser.find_elements(
                By.CSS_SELECTOR, "button:not([aria-hidden]), a, summary, input[type=submit]")
            if element.text.strip().startswith(name) and element.is_displayed()]
        self.assertGreater(len(found), index, f"no {name!r} at {self.browser.current_url}:\n{self.text}")
        return found[index]

    def press(self, name, index=0):
        """Presses a button or a link, and waits for the page that comes."""
        page = self.browser.find_element(By.TAG_NAME, "html")
        self.button(name, index).click()
        self.settle(page)

    def settle(self, page):
        """Waits until a page is gone and the next is there."""

        def is_gone(_):
            try:
                return not page.is_enabled()
            except Exception:  # noqa: BLE001 whatever says that it is stale
                return True

        WebDriverWait(self.browser, PATIENCE).until(is_gone)
        WebDriverWait(self.browser, PATIENCE).until(
            lambda browser: browser.execute_script("return document.readyState") == "complete")

    # Looks

    def look(self, width=1280, scheme="light"):
        """Shows the page in a window of that width, in light or dark."""
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": scheme}]})

    def violations(self):
        """What axe finds of WCAG 2.0 to 2.2, A and AA: the rule, and where."""
        if not self.browser.execute_script("return typeof axe === 'object'"):
            self.browser.execute_script(AXE)
        found = self.browser.execute_async_script("""
            const done = arguments[arguments.length - 1]
            axe.run(document, {
                runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']},
                resultTypes: ['violations']
            }).then(result => done(result.violations.map(v => [v.id, v.nodes.map(n => n.html).slice(0, 3)])),
                error => done([['axe failed', String(error)]]))
        """)
        return [(rule, *nodes) for rule, nodes in found]
