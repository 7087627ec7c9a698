# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""Drives the real window as a person would: keys and text through xdotool, what stands on the screen
through AT-SPI, the clipboard through xclip. Widgets are found by role and accessible name.

Runs inside tests/support/with-display.sh and with-keyring.sh --display, which give it a screen, a home
folder, a session bus and a keyring of its own and end all of them.
"""

import os
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402  (the version must be said first)

# In seconds; ends what hangs and judges nothing: under sanitizers, on a busy machine, all takes ten times as long.
PATIENCE = 30
# In ms. By itself it gives up after 800, and a window that is only slow would pass for one without widgets.
Atspi.set_timeout(PATIENCE * 1000, PATIENCE * 1000)

# Never searched through: a thousand rows are a thousand questions over D-Bus.
_LONG = {Atspi.Role.LIST, Atspi.Role.TABLE, Atspi.Role.TREE, Atspi.Role.TREE_TABLE}

_FIELDS = {Atspi.Role.TEXT, Atspi.Role.PASSWORD_TEXT, Atspi.Role.ENTRY, Atspi.Role.SPIN_BUTTON}
# QApplication::keyboardInputInterval(), in seconds.
_PAUSE = 0.4

_BUTTONS = {Atspi.Role.PUSH_BUTTON, Atspi.Role.RADIO_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX}


def wait_for(question, what, timeout=PATIENCE):
    """The first true answer of question(); fails after `timeout` seconds."""
    ends = time.monotonic() + timeout
    while True:
        answer = question()
        if answer:
            return answer
        if time.monotonic() > ends:
            raise AssertionError(f'after {timeout:g} s still waiting for {what}')
        time.sleep(0.03)


def configure(**settings):
    """Settings of the window, written before it starts."""
    folder = os.path.join(os.environ['XDG_CONFIG_HOME'], 'mintmark')
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, 'window.ini'), 'w', encoding='utf-8') as file:
        print('[General]', *(f'{key}={value}' for key, value in settings.items()), sep='\n', file=file)


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE, **options).stdout


def _active_window(*question):
    """Its id, or the answer to xdotool's question; nothing while the focus is on its way."""
    return subprocess.run(['xdotool', 'getactivewindow', *question], capture_output=True, text=True, timeout=PATIENCE,
                          check=False).stdout.strip()


def _answer(question, fallback=None):
    """A widget that has gone meanwhile answers with an error."""
    try:
        return question()
    except GLib.Error:
        return fallback


class Node:
    """A widget as assistive technology sees it."""

    def __init__(self, accessible):
        self._accessible = accessible

    @property
    def name(self):
        return _answer(self._accessible.get_name, '')

    @property
    def description(self):
        return _answer(self._accessible.get_description, '')

    @property
    def role(self):
        return _answer(self._accessible.get_role, Atspi.Role.INVALID)

    @property
    def text(self):
        """What can be read in it: of a field its content, else its name."""
        text = _answer(self._accessible.get_text_iface)
        if text is None:
            return self.name
        return _answer(lambda: Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)), '')

    @property
    def length(self):
        """In characters; of a secret that is all there is to know."""
        text = _answer(self._accessible.get_text_iface)
        return _answer(lambda: Atspi.Text.get_character_count(text), 0) if text else 0

    def has(self, state):
        states = _answer(self._accessible.get_state_set)
        return states is not None and states.contains(state)

    @property
    def is_showing(self):
        return self.has(Atspi.StateType.SHOWING)

    @property
    def is_enabled(self):
        return self.has(Atspi.StateType.ENABLED)

    @property
    def is_focused(self):
        return self.has(Atspi.StateType.FOCUSED)

    @property
    def is_checked(self):
        return self.has(Atspi.StateType.CHECKED)

    def children(self):
        self._accessible.clear_cache()
        for index in range(_answer(self._accessible.get_child_count, 0)):
            child = _answer(lambda index=index: self._accessible.get_child_at_index(index))
            if child is not None:
                yield Node(child)

    def walk(self, into_lists=False):
        """Itself and everything in it that shows."""
        yield self
        if self.role in _LONG and not into_lists:
            return
        for child in self.children():
            if child.is_showing:
                yield from child.walk(into_lists)

    def find(self, role, name=None):
        """The first showing widget of that role and name, or None."""
        return next((node for node in self.walk()
                     if node.role == role and (name is None or node.name == name)), None)

    @property
    def label(self):
        """The text of the label it belongs to. Qt calls a combo box by its content, not by its name."""
        for relation in _answer(self._accessible.get_relation_set, []) or []:
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY and relation.get_n_targets():
                return Node(relation.get_target(0)).name
        return ''

    def texts(self):
        """All names and contents that show, for looking a sentence up."""
        return [text for node in self.walk(into_lists=True)
                for text in dict.fromkeys((node.name, node.text)) if text]

    def entries(self):
        """Of a combo box, folded or open."""
        entries = next((child for child in self.children() if child.role == Atspi.Role.LIST), None)
        return list(entries.children()) if entries else []

    def act(self, *wanted):
        """Does the first of these actions that it offers: Press, SetFocus, Toggle, ShowMenu…"""
        action = self._accessible.get_action_iface()
        names = [Atspi.Action.get_action_name(action, index)
                 for index in range(Atspi.Action.get_n_actions(action))]
        found = next((name for name in wanted if name in names), None)
        if found is None:
            raise AssertionError(f'"{self.name}" offers {names}, not {wanted}')
        Atspi.Action.do_action(action, names.index(found))

    def act_focus(self):
        """Gives it the keyboard, and waits until it has it."""
        if _answer(self._accessible.get_action_iface) is None:
            self.click()  # tables offer no action in Qt 6.4
        else:
            self.act('SetFocus')
        wait_for(lambda: self.is_focused, f'focus in "{self.name}"')

    def click(self):
        """With the mouse, in its middle."""
        where = Atspi.Component.get_extents(self._accessible.get_component_iface(), Atspi.CoordType.SCREEN)
        run('xdotool', 'mousemove', '--sync', str(where.x + where.width // 2), str(where.y + where.height // 2),
            'click', '1')

    def cells(self):
        """Rows of texts of a table or tree, as far as it is open."""
        table = _answer(self._accessible.get_table_iface)
        if table is None:
            return []
        rows = _answer(lambda: Atspi.Table.get_n_rows(table), 0)
        columns = _answer(lambda: Atspi.Table.get_n_columns(table), 0)
        return [[Node(cell).name if cell is not None else '' for cell in
                 (_answer(lambda row=row, column=column: Atspi.Table.get_accessible_at(table, row, column))
                  for column in range(columns))] for row in range(rows)]


class Window:
    """A running mintmark. Use it with `with`: it is ended whatever happens."""

    def __init__(self, *arguments, environment=None):
        self._log = open(os.path.join(os.environ['HOME'], 'window.log'), 'ab')  # pylint: disable=R1732
        self.process = subprocess.Popen(  # pylint: disable=R1732
            [os.environ['MINTMARK_WINDOW'], *arguments], stdout=self._log, stderr=self._log,
            env=os.environ | {'QT_LINUX_ACCESSIBILITY_ALWAYS_ON': '1', 'QT_QPA_PLATFORM': 'xcb'}
            | (environment or {}))

    def __enter__(self):
        self.window_id = wait_for(self._look_for_window, 'the window to show')
        self.node = wait_for(self._look_for_node, 'the window in the accessibility tree')
        self.activate()
        return self

    def __exit__(self, kind, _value, _trace):
        folder = os.environ.get('MINTMARK_SCREENSHOTS')
        if kind and folder and self.process.poll() is None:
            self.screenshot(os.path.join(folder, f'failed-{os.getpid()}.png'))
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(PATIENCE)
        self._log.close()

    def _look_for_window(self):
        if self.process.poll() is not None:
            raise AssertionError(f'mintmark ended with {self.process.returncode}: {self.log()[-2000:]}')
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                               capture_output=True, text=True, check=False).stdout.split()
        return found[0] if found else None

    def _look_for_node(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for application in Node(desktop).children():
            if _answer(application._accessible.get_process_id) == self.process.pid:  # pylint: disable=W0212
                return next((child for child in application.children() if child.is_showing), None)
        return None

    def log(self):
        self._log.flush()
        with open(self._log.name, encoding='utf-8', errors='replace') as log:
            return log.read()

    # --- what a person does -----------------------------------------------------------------------

    def activate(self):
        run('xdotool', 'windowactivate', '--sync', self.window_id)

    def wait_for_dialog(self, title):
        """Keys go to it from here on."""
        self.wait(lambda: _active_window('getwindowname').startswith(title), f'the dialog "{title}"')

    def wait_for_focus(self):
        """Once the window manager has given it back, after a dialog."""
        self.wait(lambda: _active_window() == self.window_id, 'the window to have the focus again')

    def keys(self, *combinations):
        """Presses each: 'ctrl+f', 'Return'."""
        run('xdotool', 'key', '--clearmodifiers', '--delay', '12', *combinations)

    def type(self, text, delay=12):
        """ASCII only: for other characters xdotool changes the key map, which loses some on a busy
        machine. The text goes in through stdin: an argv can be read by everybody."""
        assert text.isascii(), text
        run('xdotool', 'type', '--clearmodifiers', '--delay', str(delay), '--file', '-', input=text.encode())

    def fill(self, name, text):
        """Focuses the field of that name, replaces what is in it and waits until it is there: what is asked through
        AT-SPI next does not wait for keys that are still on their way."""
        field = self.wait(lambda: self.field(name), f'field "{name}"')
        field.act_focus()
        self.keys('ctrl+a')
        self.type(text)
        if field.role == Atspi.Role.PASSWORD_TEXT:
            wait_for(lambda: field.length == len(text), f'"{name}" to hold what was typed')
            return
        try:
            wait_for(lambda: field.text == text, f'"{name}" to hold what was typed')
        except AssertionError as error:
            raise AssertionError(f'{error}; it holds "{field.text}"') from None

    def paste(self, name, text):
        """As fill(), but from the clipboard: keys, and what has other characters than ASCII."""
        field = self.wait(lambda: self.field(name), f'field "{name}"')
        put_on_clipboard(text)
        field.act_focus()
        self.keys('ctrl+a', 'ctrl+v')
        wait_for(lambda: field.length == len(text), f'"{name}" to hold what was pasted')

    def press(self, name):
        """Presses the button of that name."""
        button = self.wait(lambda: self.button(name), f'button "{name}"')
        wait_for(lambda: button.is_enabled, f'button "{name}" to be enabled')
        button.act('Press', 'Toggle')  # what stays set offers no Press

    def choose(self, label, item):
        """Chooses an entry of the combo box with that label, by typing its name. Letters that come further apart than
        Qt's pause begin another word, which happens on a busy machine; a box that was left begins another one, too."""
        box = self.wait(lambda: self.combo_box(label), f'choice "{label}"')
        took = _PAUSE
        while took >= _PAUSE:
            if box.is_focused:
                self.keys('Tab')
                wait_for(lambda: not box.is_focused, f'"{label}" to be left')
            box.act_focus()
            began = time.monotonic()
            self.type(item.split(' · ')[0], delay=0)
            took = time.monotonic() - began
        wait_for(lambda: box.name == item, f'"{label}" to be "{item}"')

    def quit(self):
        """As a person quits; fails when the program does not end well."""
        self.keys('ctrl+q')
        code = self.process.wait(PATIENCE)
        if code != 0:
            raise AssertionError(f'mintmark ended with {code}: {self.log()[-3000:]}')

    def combo_box(self, label):
        return next((node for node in self.node.walk()
                     if node.role == Atspi.Role.COMBO_BOX and node.label == label), None)

    def field(self, name):
        """The text field of that name or label; of an editable combo box the field inside."""
        for node in self.node.walk():
            if node.role in _FIELDS and name in (node.name, node.label):
                return node
        box = self.combo_box(name)
        return box and next((child for child in box.walk() if child.role in _FIELDS), None)

    def button(self, name):
        return next((node for node in self.node.walk() if node.role in _BUTTONS and node.name == name), None)

    # --- what a person sees -----------------------------------------------------------------------

    def wait(self, question, what, timeout=PATIENCE):
        def asked():
            if self.process.poll() is not None:
                raise AssertionError(f'mintmark ended with {self.process.returncode} while waiting for {what}')
            return question()
        return wait_for(asked, what, timeout)

    def wait_for_text(self, part, timeout=PATIENCE):
        """The first text on the screen that contains `part`."""
        def question():
            return next((text for text in self.node.texts() if part in text), None)
        try:
            return self.wait(question, f'"{part}" on the screen', timeout)
        except AssertionError as error:
            raise AssertionError(f'{error}; it shows {self.node.texts()}') from None

    def rows(self, name):
        """The list, table or tree of that name."""
        return next((node for node in self.node.walk() if node.name == name and node.role in _LONG), None)

    def claims(self):
        """[(name, value)] of the claims that are shown."""
        tree = self.rows('Claims')
        return [(row[0], row[1]) for row in tree.cells() if len(row) > 1 and row[1]] if tree else []

    def wait_for_live(self, timeout=PATIENCE):
        """The page's reading: "59 min 58 s left"."""
        self.wait(lambda: any(text.endswith(' left') for text in self.node.texts()), 'time left', timeout)

    def shows(self, part):
        return any(part in text for text in self.node.texts())

    def is_alive(self, within=5.0):
        """Answers a question of assistive technology, which its event loop must do. One that waits for a keyring that
        stands still does so for 10 s."""
        asked = time.monotonic()
        self.node._accessible.clear_cache()  # pylint: disable=W0212
        self.node._accessible.get_child_count()  # pylint: disable=W0212
        return time.monotonic() - asked <= within

    def screenshot(self, path):
        run('import', '-window', self.window_id, path)
        return path


def put_on_clipboard(text):
    """Returns once it is there: xclip ends before the part of it that stays behind has told the X server. That part
    ends with the next owner."""
    subprocess.run(['xclip', '-selection', 'clipboard'], input=text.encode(), check=True, timeout=PATIENCE,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for(lambda: clipboard() == text, 'the text on the clipboard')


def clipboard(selection='clipboard'):
    """The text on the clipboard, or None when there is none."""
    done = subprocess.run(['xclip', '-selection', selection, '-o'], capture_output=True, timeout=PATIENCE, check=False)
    return done.stdout.decode() if done.returncode == 0 and done.stdout else None


def clipboard_targets():
    done = subprocess.run(['xclip', '-selection', 'clipboard', '-o', '-t', 'TARGETS'],
                          capture_output=True, text=True, timeout=PATIENCE, check=False)
    return done.stdout.split()
