# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""A keyring that is locked, absent or frozen: the window stays alive, says so and says what to do.

with-keyring.sh makes the condition: --mode locked with Locked, --mode none with Absent, else Frozen.
"""

import os
import signal
import time
import unittest

from driver import Window, clipboard
from servers import SECRET, OidcServer, add_profile, cli


def new_profile(window, server):
    window.keys('ctrl+n')
    window.choose('Provider', 'OAuth 2.0, client credentials')
    window.fill('Customer', 'Acme')
    window.fill('API or purpose', 'Payments')
    window.press('Test')
    window.fill('Token address', server.token_endpoint)
    window.fill('Client ID', server.clients['basic'])
    window.fill('Client secret', SECRET)
    window.keys('ctrl+s')


class Locked(unittest.TestCase):
    def test_says_so_and_keeps_for_the_session(self):
        with OidcServer() as server, Window() as window:
            new_profile(window, server)
            window.wait_for_text('Your keyring is locked')
            self.assertTrue(window.is_alive())
            window.press('Keep for this session only')
            window.wait(lambda: window.button('Fetch and copy token'), 'the page of the profile')
            window.keys('ctrl+shift+c')
            window.wait(clipboard, 'a token on the clipboard')
            self.assertEqual(len(server.posts), 1)

    def test_command_line_does_not_wait_for_a_prompt_nobody_sees(self):
        began = time.monotonic()
        display = os.environ.pop('DISPLAY')
        try:
            _, said = cli('profile', 'add', 'a/b@test', '--token-endpoint', 'https://id.example.com/token',
                          '--client-id', 'c', '--secret-stdin', secret=SECRET, expect=4)
        finally:
            os.environ['DISPLAY'] = display
        self.assertIn('locked', said)
        self.assertLess(time.monotonic() - began, 30)  # a person has 120 s to answer


class Absent(unittest.TestCase):
    def test_says_so_and_keeps_for_the_session(self):
        with OidcServer() as server, Window() as window:
            new_profile(window, server)
            window.wait_for_text('no keyring running')
            self.assertTrue(window.is_alive())
            window.press('Keep for this session only')
            window.wait(lambda: window.button('Fetch and copy token'), 'the page of the profile')
            window.keys('ctrl+shift+c')
            window.wait(clipboard, 'a token on the clipboard')
            self.assertEqual(len(server.posts), 1)


class Frozen(unittest.TestCase):
    def test_window_lives_while_the_keyring_does_not_answer(self):
        daemon = int(os.environ['MINTMARK_KEYRING_PID'])
        with OidcServer() as server:
            add_profile(server, 'acme/payments@test')
            with Window() as window:
                os.kill(daemon, signal.SIGSTOP)
                try:
                    window.keys('ctrl+f')
                    window.type('acme')
                    window.keys('Return', 'Return')
                    window.wait_for_text('does not answer')
                    for _ in range(20):
                        self.assertTrue(window.is_alive())
                    self.assertEqual(server.posts, [])
                finally:
                    os.kill(daemon, signal.SIGCONT)
                window.press('Try again')
                window.wait_for_live()
                window.keys('ctrl+shift+c')
                window.wait(clipboard, 'a token on the clipboard')
                self.assertEqual(len(server.posts), 1)


if __name__ == '__main__':
    unittest.main()
