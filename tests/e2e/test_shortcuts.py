# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""The shortcuts of the menus under xcb, with a search field, a table and a text view focused."""

import unittest

from driver import Atspi, Window, clipboard, wait_for
from servers import OidcServer, add_profile


class Shortcuts(unittest.TestCase):
    def focused(self, window, role):
        return next((node for node in window.node.walk() if node.role == role and node.is_focused), None)

    def open_profile(self, window):
        window.keys('ctrl+f')
        window.type('acme pay')
        window.keys('Return')
        window.wait_for_text('acme · payments')

    def fetch(self, window, server, key):
        """To its end: the server tells of the request before it answers, and what is asked for meanwhile is the same."""
        asked = len(server.posts)
        window.keys(key)
        wait_for(lambda: len(server.posts) == asked + 1, f'{key} to fetch')
        window.wait(lambda: window.button('Cancel') is None, 'the answer')
        window.wait_for_live()

    def check_from_here(self, window, server):
        """Every shortcut does its work wherever the focus is."""
        self.fetch(window, server, 'F5')
        self.fetch(window, server, 'ctrl+r')
        window.keys('ctrl+shift+c')
        wait_for(lambda: (clipboard() or '').count('.') == 2, 'Ctrl+Shift+C to copy')
        window.keys('ctrl+f')
        wait_for(lambda: window.field('Customer, profile or client id').is_focused, 'Ctrl+F to search')

    def test_wherever_the_focus_is(self):
        with OidcServer() as server:
            add_profile(server, 'acme/payments@test')
            add_profile(server, 'zeta/intacct@test')
            with Window() as window:
                self.open_profile(window)
                with self.subTest('search field'):
                    window.keys('ctrl+f')
                    self.check_from_here(window, server)
                with self.subTest('table'):
                    window.keys('ctrl+1')
                    table = window.wait(lambda: self.table(window), 'the claims')
                    table.act_focus()
                    self.check_from_here(window, server)
                with self.subTest('text view'):
                    window.keys('ctrl+3')
                    text = window.wait(lambda: self.text_view(window), 'the text of the token')
                    text.act_focus()
                    self.check_from_here(window, server)
                self.check_pages(window)
                window.quit()

    def check_pages(self, window):
        for number, title in enumerate(('Claims', 'Checks', 'Token', 'Requests'), 1):
            window.keys(f'ctrl+{number}')
            window.wait(lambda title=title: self.chosen_tab(window) == title, f'tab {title}')
        window.keys('ctrl+n')
        window.wait_for_text('New profile')
        window.wait(lambda: window.field('API or purpose'), 'the editor')
        window.keys('Escape')
        window.wait(lambda: window.field('API or purpose') is None, 'Escape to leave the editor')
        window.keys('F2')
        window.wait(lambda: window.field('API or purpose'), 'F2 to edit')
        window.keys('Escape')
        window.keys('F9')
        window.wait(lambda: window.field('Customer, profile or client id') is None, 'F9 to hide the list')
        window.keys('F9')
        window.wait(lambda: window.field('Customer, profile or client id'), 'F9 to show the list')

    def test_delete_stays_with_the_field(self):
        with OidcServer() as server:
            add_profile(server, 'acme/delete-me@test')
            with Window() as window:
                window.keys('ctrl+f')
                window.type('delete')
                window.keys('Home', 'Delete')
                window.wait(lambda: window.field('Customer, profile or client id').text == 'elete', 'Del in the field')
                window.quit()

    @staticmethod
    def table(window):
        return next((node for node in window.node.walk()
                     if node.name == 'Claims' and node.role in (Atspi.Role.TABLE, Atspi.Role.TREE, Atspi.Role.TREE_TABLE)), None)

    @staticmethod
    def text_view(window):
        return next((node for node in window.node.walk()
                     if node.role == Atspi.Role.TEXT and node.has(Atspi.StateType.MULTI_LINE)), None)

    @staticmethod
    def chosen_tab(window):
        """Qt 6.4 calls a tab bar by its chosen tab, and calls no tab selected."""
        return next((node.name for node in window.node.walk() if node.role == Atspi.Role.PAGE_TAB_LIST), None)


if __name__ == '__main__':
    unittest.main()
