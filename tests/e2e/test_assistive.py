# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""What a screen reader reads of lists and tables, and what it can choose in them."""

import base64
import json
import unittest

from driver import Atspi, Node, Window, clipboard, put_on_clipboard

SELECTED = Atspi.StateType.SELECTED
OTHER = 'OAuth 2.0, client credentials'


def part(token, number):
    """The claims of one part of a token, as they are shown."""
    text = token.split('.')[number]
    members = json.loads(base64.urlsafe_b64decode(text + '=' * (-len(text) % 4)))
    return [(name, str(value)) for name, value in members.items()]


class Assistive(unittest.TestCase):
    def test_entries_of_a_choice(self):
        with Window('--demo') as window:
            window.keys('ctrl+n')
            box = window.wait(lambda: window.combo_box('Provider'), 'the providers')
            names = [entry.name for entry in box.entries()]
            self.assertEqual(len(set(names)), len(names))
            self.assertIn(OTHER, names)
            self.assertEqual([entry.name for entry in box.entries() if entry.has(SELECTED)], [box.name])
            self.assertNotEqual(box.name, OTHER)

            box.entries()[names.index(OTHER)].act('Press')
            window.wait(lambda: box.name == OTHER, 'the other provider')
            self.assertEqual([entry.name for entry in box.entries() if entry.has(SELECTED)], [OTHER])
            window.wait(lambda: window.field('Token address'), 'what the other provider asks for')

            self.assertFalse(any(entry.is_showing for entry in box.entries()))
            box.act('ShowMenu')
            window.wait(lambda: box.entries()[0].is_showing, 'the open list')
            box.entries()[0].act('Press')
            window.wait(lambda: box.name == names[0], 'the first provider')
            window.wait(lambda: not box.entries()[0].is_showing, 'the list to close')

    def test_rows(self):
        with Window('--demo') as window:
            window.keys('ctrl+f')
            window.type('demo')
            window.keys('Return', 'F5')
            window.wait_for_live()
            put_on_clipboard('before')
            window.press('Copy token')
            token = window.wait(lambda: clipboard() != 'before' and clipboard(), 'the token')
            self.read_claims(window, part(token, 1), part(token, 0))
            window.keys('ctrl+2')
            window.press('Show all checks')
            window.wait_for_text('In order: ')
            names = [node.name for node in window.node.walk() if node.name.startswith('In order: ')]
            self.assertGreater(len(names), 1)
            self.assertEqual(len(set(names)), len(names))
            window.keys('ctrl+4')
            requests = window.wait(lambda: window.rows('Requests'), 'the requests')
            names = [row.name for row in requests.children()]
            self.assertTrue(any(' ok ' in name for name in names), names)

    def read_claims(self, window, claims, header):
        tree = window.rows('Claims')
        tree.click()
        window.keys('End', 'Right')  # unfolds the header
        count = len(claims) + 1 + len(header)
        window.wait(lambda: len(tree.cells()) == count, 'the claims and the header')
        shown = [(row[0], row[1]) for row in tree.cells()]
        self.assertEqual([name for name, _ in shown],
                         [name for name, _ in claims] + ['Header'] + [name for name, _ in header])
        for (name, value), (_, read) in zip(claims + header, shown[:len(claims)] + shown[len(claims) + 1:]):
            self.assertEqual(value, read, name)
        for row, (name, value) in list(enumerate(shown)):
            if name == 'Header':
                continue
            table = tree._accessible.get_table_iface()  # pylint: disable=W0212
            cell = Node(Atspi.Table.get_accessible_at(table, row, 0))
            cell.act('Toggle')
            window.wait(lambda cell=cell: cell.has(SELECTED), f'"{name}" to be chosen')
            put_on_clipboard('before')
            window.keys('ctrl+c')
            self.assertEqual(window.wait(lambda: clipboard() != 'before' and clipboard(), name), value)


if __name__ == '__main__':
    unittest.main()
