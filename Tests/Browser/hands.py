"""Two ways to work a page: with a mouse, and with the keyboard alone."""

import datetime

from harness import PageTest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys


class Mouse(PageTest):
    """Points at things: the methods of `PageTest` as they are."""

    def choose(self, label):
        """A radio button or a check box."""
        field = self.field(label)
        if not field.is_selected():
            field.click()


class Keyboard(PageTest):
    """Goes from one control to the next by the Tab key, and never points at anything."""

    #: More has no page of ours.
    most_steps = 150

    def keys(self, *keys):
        ActionChains(self.browser).send_keys(*keys).perform()

    @property
    def focused(self):
        return self.browser.switch_to.active_element

    def tab_to(self, wanted):
        """Presses Tab until an element is focused; it has to be in sight then (WCAG 2.4.11)."""
        for _ in range(self.most_steps):
            if self.focused == wanted:
                shown = self.browser.execute_script("""
                    const box = arguments[0].getBoundingClientRect()
                    return box.bottom > 0 && box.top < innerHeight""", wanted)
                self.assertTrue(shown, "what has the focus is not in sight")
                return
            self.keys(Keys.TAB)
        self.fail(f"the keyboard never gets to {wanted.get_attribute('outerHTML')} at {self.browser.current_url}")

    def fill(self, label, value, within=None):
        field = self.field(label, within)
        self.tab_to(field)
        kind = field.get_attribute("type")
        if kind == "date":
            self.keys(datetime.date.fromisoformat(value).strftime("%m%d%Y"))
        elif kind == "time":
            self.keys(datetime.time.fromisoformat(value).strftime("%I%M%p"))
        else:
            ActionChains(self.browser).key_down(Keys.CONTROL).send_keys("a").key_up(Keys.CONTROL).perform()
            self.keys(Keys.DELETE, value.replace("\n", Keys.ENTER))

    def choose(self, label):
        field = self.field(label)
        if field.is_selected():
            return
        if field.get_attribute("type") == "checkbox":
            self.tab_to(field)
            self.keys(Keys.SPACE)
            return
        # Tab leads to the chosen button of a group, and the arrows from there.
        group = self.browser.find_elements(By.CSS_SELECTOR, f"input[name='{field.get_attribute('name')}']")
        chosen = next((one for one in group if one.is_selected()), None)
        self.tab_to(chosen or group[0])
        if not chosen:
            self.keys(Keys.SPACE)
        for _ in group:
            if field.is_selected():
                return
            self.keys(Keys.ARROW_DOWN)
        self.assertTrue(field.is_selected(), label)

    def press(self, name, index=0):
        page = self.browser.find_element(By.TAG_NAME, "html")
        self.tab_to(self.button(name, index))
        self.keys(Keys.ENTER)
        self.settle(page)
