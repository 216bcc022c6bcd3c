"""Every screen that a link leads to, light and dark, narrow and wide: nothing that axe finds, nothing that scrolls aside."""

import re
import unittest

import made_up
from harness import PageTest
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By


def kind(path):
    """The screen of a path, whatever number stands in it; a query counts by its names."""
    path, _, query = path.partition("?")
    names = ",".join(sorted(re.findall(r"(?:^|&)([^=&]+)=", query)))
    return re.sub(r"/\d+", "/N", path) + ("?" + names if names else "")


class Accessibility(PageTest):
    maxDiff = None

    @classmethod
    def prepare(cls):
        made_up.fill(cls.home)

    #: Of each screen so many are looked at: a message in each of its states, say.
    most_of_a_kind = 4

    def test_every_screen(self):
        waiting, seen, kinds, failures = ["/"], {"/"}, {}, []
        while waiting:
            path = waiting.pop(0)
            if kinds.setdefault(kind(path), 0) >= self.most_of_a_kind:
                continue
            kinds[kind(path)] += 1
            try:
                self.visit(path)
            except WebDriverException:
                # A file to be saved.
                continue
            if not self.browser.find_elements(By.TAG_NAME, "h1"):
                # What the browser shows by itself, such as CSV, is no page.
                continue
            for link in self.links():
                if link not in seen:
                    seen.add(link)
                    waiting.append(link)
            failures += self.faults(path)
        self.assertEqual(failures, [])
        self.assertGreater(len(kinds), 5, sorted(kinds))
        print("\nlooked at:", ", ".join(f"{name} ({count})" for name, count in sorted(kinds.items())))

    def links(self):
        found = self.browser.find_elements(By.CSS_SELECTOR, "a[href]")
        links = [element.get_dom_attribute("href") for element in found]
        return [link.split("#")[0] for link in links if link.startswith("/") and "csv" not in link]

    def faults(self, path):
        faults = []
        for width in (1280, 320):
            for scheme in ("light", "dark"):
                self.look(width, scheme)
                faults += [(path, width, scheme, *violation) for violation in self.violations()]
            if self.browser.execute_script("return document.documentElement.scrollWidth > innerWidth"):
                faults.append((path, width, "it scrolls sideways"))
        small = self.browser.execute_script("""
            return [...document.querySelectorAll('button, .button, input, select, summary')]
                .map(e => [e, e.getBoundingClientRect()])
                .filter(([e, r]) => r.width > 0 && e.type !== 'hidden' && (r.width < 24 || r.height < 24))
                .map(([e, r]) => `${r.width} x ${r.height}: ${e.outerHTML.slice(0, 80)}`)""")
        return faults + [(path, "smaller than 24 px", element) for element in small]

    def test_refused_forms(self):
        """A form comes back with what is wrong with it, and is then as sound as before."""
        failures = []
        for path in ("/interviews/new", "/set-up"):
            self.visit(path)
            buttons = self.browser.find_elements(By.CSS_SELECTOR, "main form[method=post] button")
            if not buttons:
                continue
            # The browser's own check would stop it.
            self.browser.execute_script("document.querySelectorAll('form').forEach(form => form.noValidate = true)")
            page = self.browser.find_element(By.TAG_NAME, "html")
            buttons[-1].click()
            self.settle(page)
            failures += self.faults(path + " refused")
        self.assertEqual(failures, [])

    def test_planted_fault(self):
        """A check that can't fail is none: what is too faint is found."""
        self.visit("/")
        self.look()
        self.assertEqual(self.violations(), [])
        self.browser.execute_script("document.querySelector('h1').style.color = '#eee'")
        self.assertIn("color-contrast", [rule for rule, *_ in self.violations()])


if __name__ == "__main__":
    unittest.main()
