"""What other pages, other names and other programs on this computer may not do, as Chromium does it."""

import http.server
import threading
import unittest

import made_up
from harness import PATIENCE, PageTest, chromium
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait


class Stranger:
    """Another program's page on another port of 127.0.0.1."""

    def __init__(self, page):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):  # noqa: N802 the library's name
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(page.encode())

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Door(PageTest):
    browser_arguments = ("--host-resolver-rules=MAP rebound.example 127.0.0.1",)

    @classmethod
    def prepare(cls):
        made_up.fill(cls.home)

    def states(self):
        return self.home.run("queue", "--all", "--json")

    def test_the_address_that_stays_has_no_token(self):
        self.enter(self.home.run("open", "--no-browser").strip())
        self.assertEqual(self.path, "/")
        self.assertNotIn("token", self.browser.execute_script("return document.referrer"))

    def test_rebound_name(self):
        self.browser.get(f"http://rebound.example:{self.home.port}/")
        self.assertIn("not at this address", self.heading)
        self.assertNotIn("Okafor", self.browser.page_source)

    def test_without_session(self):
        other = chromium()
        self.addCleanup(other.quit)
        for path in ("/", "/queue", "/people", "/audit"):
            other.get(self.address + path)
            self.assertIn("afterword open", other.page_source)
            self.assertNotIn("Okafor", other.page_source)

    def test_redirect_file_works_once(self):
        entrance = self.home.run("open", "--no-browser").strip()
        first, second = chromium(), chromium()
        self.addCleanup(first.quit)
        self.addCleanup(second.quit)
        first.get(entrance)
        WebDriverWait(first, PATIENCE).until(lambda browser: browser.current_url == self.address + "/")
        second.get(entrance)
        self.assertNotEqual(second.current_url, self.address + "/")

    def foreign_form(self, host):
        """A form on another port that posts to the page by one of its names."""
        before = self.states()
        stranger = Stranger(
            f'<form method="post" action="http://{host}:{self.home.port}/messages/1/approve">'
            '<input name="form-token" value="1"><button>Win</button></form>')
        self.addCleanup(stranger.close)
        self.browser.get(f"http://{'127.0.0.1' if host == '127.0.0.1' else 'localhost'}:{stranger.port}/")
        page = self.browser.find_element(By.TAG_NAME, "html")
        self.browser.find_element(By.TAG_NAME, "button").click()
        self.settle(page)
        self.assertEqual(self.browser.current_url.count(str(self.home.port)), 1)
        self.assertNotIn("Okafor", self.browser.page_source)
        self.assertEqual(self.states(), before)

    def test_form_from_another_port_of_the_same_name(self):
        # The cookie of 127.0.0.1 goes to every port of it: this browser has one there.
        self.visit("/")
        cookie = self.browser.get_cookies()[0]
        self.browser.get(f"http://127.0.0.1:{self.home.port}/")
        self.browser.add_cookie({"name": cookie["name"], "value": cookie["value"], "path": "/", "sameSite": "Strict"})
        self.browser.get(f"http://127.0.0.1:{self.home.port}/queue")
        self.assertIn("Okafor", self.browser.page_source)
        self.foreign_form("127.0.0.1")
        self.assertIn("came from somewhere else", self.browser.page_source)

    def test_form_from_another_name(self):
        self.foreign_form("afterword.localhost")

    def test_not_framed(self):
        stranger = Stranger(f'<iframe src="{self.address}/" width="600" height="400"></iframe>')
        self.addCleanup(stranger.close)
        self.browser.get(f"http://127.0.0.1:{stranger.port}/")
        self.browser.switch_to.frame(0)
        self.assertNotIn("Okafor", self.browser.page_source)
        self.browser.switch_to.default_content()

    def test_cookie_is_nothing_to_scripts(self):
        self.visit("/")
        cookie = self.browser.get_cookies()[0]
        self.assertEqual((cookie["httpOnly"], cookie["sameSite"], cookie["path"]), (True, "Strict", "/"))
        self.assertEqual(self.browser.execute_script("return document.cookie"), "")


class NothingFromElsewhere(PageTest):
    """A proxy refuses every address but ours: all is there, and styled."""

    browser_arguments = ("--proxy-server=127.0.0.1:9", "--proxy-bypass-list=afterword.localhost")

    @classmethod
    def prepare(cls):
        made_up.fill(cls.home)

    def test_nothing_is_missing(self):
        for path in ("/", "/queue", "/people", "/audit", "/statistics", "/interviews/new", "/set-up"):
            self.visit(path)
            self.assertTrue(self.heading)
            resources = self.browser.execute_script("return performance.getEntriesByType('resource').map(e => e.name)")
            self.assertEqual([name for name in resources if not name.startswith(self.address + "/")], [], path)
            self.assertIn(self.address + "/style.css", resources)
            complaints = [entry for entry in self.browser.get_log("browser") if entry["level"] == "SEVERE"]
            self.assertEqual(complaints, [], path)


if __name__ == "__main__":
    unittest.main()
