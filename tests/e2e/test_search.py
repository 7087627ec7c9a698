# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""Ctrl+F, part of customer and name, Enter, Enter: one of a thousand profiles on the clipboard."""

import unittest

from driver import Window, clipboard, put_on_clipboard
from manyprofiles import add_many
from servers import OidcServer, add_profile


class Search(unittest.TestCase):
    def copy_by_keys(self, window):
        put_on_clipboard('before')
        window.keys('ctrl+f')
        window.keys('ctrl+a')
        window.type('zeta pay')
        window.keys('Return', 'Return')
        window.wait(lambda: clipboard() not in (None, 'before'), 'a token on the clipboard')
        return clipboard()

    def test_one_of_a_thousand(self):
        with OidcServer() as server:
            add_profile(server, 'zeta/payments-in@test')
            add_many(1000)
            with Window() as window:
                token = self.copy_by_keys(window)
                self.assertEqual(token.count('.'), 2)
                self.assertEqual(len(server.posts), 1)
                self.assertEqual(self.copy_by_keys(window), token)
                self.assertEqual(len(server.posts), 1)
                window.quit()


if __name__ == '__main__':
    unittest.main()
