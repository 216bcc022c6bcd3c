"""What people do with the page, from beginning to end: by mouse, by keyboard alone, and with scripts switched off."""

import base64
import datetime
import json
import subprocess
import tempfile
import time
import unittest

from hands import Keyboard, Mouse
from harness import CONFIGURATION
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
            # The next one is not there at once: a second click would approve it unseen.
            self.assertFalse(self.browser.find_elements(By.CSS_SELECTOR, ".letter"))
            if "Look at the next" in self.text:
                self.press("Look at the next")
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
        test.choose("I send each one myself")
        test.press("Continue")


class ByHand:
    """Nobody sends: a message that is due is opened with a program of the user's own, and they say whether they sent it."""

    configuration = CONFIGURATION[:CONFIGURATION.index("smtp:")] + "smtp: by-hand\n" + (
        CONFIGURATION[CONFIGURATION.index("etiquette:"):])

    @classmethod
    def prepare(cls):
        ended = datetime.datetime.now() - datetime.timedelta(hours=25)
        for organisation, who in (("City Library", "Jane Okafor"), ("Harbour Trust", "Tom Brown")):
            cls.home.run(
                "interview", "add", "--organisation", organisation, "--role", "Data Analyst", "--ended",
                ended.strftime("%Y-%m-%d %H:%M"), "--panel", f"{who} <{who.split()[0].lower()}@example.org>",
                "--talking-point", f"{who}=the open-data portal", "--yes", status=None)
            ended -= datetime.timedelta(hours=3)

    def state(self, name):
        messages = json.loads(self.home.run("queue", "--all", "--json"))
        return next(
            message["state"] for message in messages
            if message["kind"] == "thank-you" and message["to"]["name"] == name)

    def open(self, name):
        self.visit("/")
        label = "Send it yourself"
        found = [
            element for element in self.browser.find_elements(By.CSS_SELECTOR, "button:not([aria-hidden]), a")
            if element.text.strip().startswith(label)]
        self.press(label, next(
            index for index, one in enumerate(found) if one.tag_name == "button" and name in one.text))
        self.assertEqual(self.state(name), "unconfirmed", "before any link is there")
        links = [link.get_dom_attribute("href") for link in self.browser.find_elements(By.CSS_SELECTOR, "main a")]
        self.assertTrue(any(link.startswith(f"mailto:{name.split()[0].lower()}@example.org?") for link in links), links)

    def test_1_sent(self):
        self.open("Jane Okafor")
        self.assertEqual(self.violations() if self.scripts else [], [])
        self.press("Yes, I have sent it")
        self.assertEqual(self.state("Jane Okafor"), "sent")
        self.visit("/audit")
        self.assertIn("Jane Okafor", self.text)

    def test_2_not_sent(self):
        self.open("Tom Brown")
        self.visit("/")
        self.press("Did you send it?")
        self.press("No, not sent")
        self.assertEqual(self.state("Tom Brown"), "queued")


class ByHandByMouse(ByHand, Mouse):
    pass


class ByHandByKeyboard(ByHand, Keyboard):
    pass


class ByHandWithoutScripts(ByHand, Mouse):
    scripts = False


if __name__ == "__main__":
    unittest.main()
