"""What people do with the page, from beginning to end: by mouse, by keyboard alone, and with scripts switched off."""

import base64
import datetime
import json
import subprocess
import tempfile
import time
import unittest

from hands import Keyboard, Mouse
from selenium.webdriver.common.by import By


class Uses:
    """The uses; how things are pointed at is the business of the other ancestor."""

    def queue(self):
        return json.loads(self.home.run("queue", "--all", "--json"))

    def interview(self, ended, organisation="City Library"):
        """Tells the page about an interview with two people."""
        self.visit("/")
        self.press("New interview")
        self.fill("Organisation", organisation)
        self.fill("Role", "Data Analyst")
        self.fill("It ended on", ended.strftime("%Y-%m-%d"))
        self.fill("at", ended.strftime("%H:%M"))
        self.fill("Name", "Jane Okafor")
        self.fill("Email", "jane.okafor@example.org")
        self.fill("What did you talk about", "the open-data portal")
        self.press("Show me the messages")

    def approve_all(self):
        """Approves one message after the other, each of them seen."""
        seen = []
        for _ in range(5):
            if not self.browser.find_elements(By.CSS_SELECTOR, ".letter"):
                break
            seen.append(self.text)
            self.press("Approve")
        return seen

    def test_1_a_thank_you_at_the_end_of_an_interview(self):
        begun = time.monotonic()
        ended = datetime.datetime.now() - datetime.timedelta(minutes=5)
        self.interview(ended)
        seen = self.approve_all()
        # Two minutes for somebody who types; this is the part of it that the page takes.
        self.assertLess(time.monotonic() - begun, 60)
        self.assertIn("Dear Jane", " ".join(seen), self.text)
        states = {(message["kind"], message["state"]) for message in self.queue()}
        self.assertIn(("thank-you", "queued"), states)
        self.assertNotIn("draft", {state for _, state in states})

    def test_2_the_question_after_two_weeks(self):
        ended = datetime.datetime.now() - datetime.timedelta(days=15)
        self.interview(ended, "Harbour Trust")
        self.visit("/")
        self.assertIn("Harbour Trust", self.text)
        question = next(
            message for message in self.queue() if message["kind"] == "decision-status" and message["recruitment"] == 2)
        self.visit(f"/messages/{question['id']}")
        self.assertIn("Data Analyst", self.text)
        self.visit("/")
        self.press("They wrote")
        self.press("Data Analyst, Harbour Trust")
        self.press("Show me what it changes")
        self.assertIn("What will change", self.text)
        self.press("Save it")
        after = next(message for message in self.queue() if message["id"] == question["id"])
        self.assertEqual(after["state"], "held")

    def test_3_the_record_on_paper(self):
        self.visit("/")
        self.press("Audit")
        self.assertIn("Harbour Trust", self.text)
        self.visit("/audit/print")
        self.assertIn("Harbour Trust", self.text)
        printed = base64.b64decode(self.browser.execute_cdp_cmd("Page.printToPDF", {})["data"])
        with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
            file.write(printed)
            file.flush()
            text = subprocess.check_output(["pdftotext", "-layout", file.name, "-"], text=True)
        self.assertIn("Harbour Trust", text)
        self.assertNotIn("New interview", text)

    def test_4_what_was_typed_is_not_lost(self):
        self.visit("/interviews/new")
        self.fill("Organisation", "Quay Museum")
        self.fill("Name", "Siobhán O'Neill")
        self.fill("Email", "siobhan at example")
        # Another organisation's name is wanted, too: the browser's own check would stop the form here.
        self.browser.execute_script("document.querySelectorAll('form').forEach(form => form.noValidate = true)")
        self.press("Show me the messages")
        self.assertEqual(self.field("Organisation").get_attribute("value"), "Quay Museum")
        self.assertEqual(self.field("Email").get_attribute("value"), "siobhan at example")
        links = self.browser.find_elements(By.CSS_SELECTOR, ".problems a[href^='#']")
        self.assertGreater(len(links), 0)
        for link in links:
            name = link.get_dom_attribute("href").removeprefix("#")
            self.assertTrue(self.browser.find_elements(By.ID, name), name)


class ByMouse(Uses, Mouse):
    pass


class ByKeyboard(Uses, Keyboard):
    pass


class WithoutScripts(Uses, Mouse):
    scripts = False


class FromNothing(Uses, Mouse):
    """A first visit, without any configuration and without a password: the same uses, after the set-up."""

    configuration = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        test = cls()
        test.visit("/")
        test.fill("Your name", "Ada Example")
        test.fill("Your email address", "ada@example.org")
        test.fill("Your time zone", "Europe/London")
        test.press("Go on")
        box = test.browser.find_element(By.ID, "by-hand")
        if not box.is_selected():
            box.click()
        test.press("Save")


if __name__ == "__main__":
    unittest.main()
