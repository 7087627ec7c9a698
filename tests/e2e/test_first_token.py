# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""The main job on real things: window, keyring, authorization server, clipboard, command line."""

import os
import subprocess
import unittest
from pathlib import Path

from canary import ArgvWatch, in_files
from driver import Window, clipboard, clipboard_targets, configure, wait_for
from servers import SECRET, OidcServer, add_profile, cli

CLEARED_AFTER = 15


def keyring_items():
    """What an independent reader finds: labels and attributes, the secrets cut out."""
    found = subprocess.run(['secret-tool', 'search', '--all', 'server', 'mintmark'],
                           capture_output=True, text=True, timeout=20, check=False)
    return '\n'.join(line for line in (found.stdout + found.stderr).splitlines() if not line.startswith('secret'))


class FirstToken(unittest.TestCase):
    def add_in_window(self, window, server):
        window.keys('ctrl+n')
        window.choose('Provider', 'OAuth 2.0, client credentials')
        window.fill('Customer', 'Acme')
        window.fill('API or purpose', 'Payments Out')
        window.press('Test')
        window.fill('Token address', server.token_endpoint)
        window.fill('Client ID', server.clients['basic'])
        window.fill('Client secret', SECRET)
        window.keys('ctrl+Return')

    def test_added_in_the_window(self):
        configure(clear_clipboard_after_s=CLEARED_AFTER)
        with OidcServer() as server, ArgvWatch(SECRET) as watch, Window() as window:
            self.add_in_window(window, server)
            window.wait_for_live()
            self.assertEqual([post['status'] for post in server.posts], [200])
            for claim in (server.issuer, server.audience, server.clients['basic']):
                window.wait_for_text(claim)

            window.keys('ctrl+shift+c')
            token = window.wait(clipboard, 'a token on the clipboard')
            self.assertEqual(token.count('.'), 2)
            self.assertIn('x-kde-passwordManagerHint', clipboard_targets())
            self.assertNotEqual(clipboard('primary'), token)

            # The command line uses the same profile and the same token; nobody asks the server again.
            self.assertEqual(cli('token', 'acme/payments-out@test')[0].strip(), token)
            self.assertEqual(len(server.posts), 1)
            self.assertIn('mintmark/v1/profile/', keyring_items())
            self.nothing_in_clear()

            wait_for(lambda: clipboard() is None, 'the clipboard to be cleared', CLEARED_AFTER + 5)
            window.keys('ctrl+shift+c')
            window.wait(lambda: clipboard() == token, 'the token to be copied again')
            window.quit()
            self.assertIsNone(clipboard())
        self.assertEqual(watch.hits, set())
        self.assertGreater(watch.rounds, 10)
        self.nothing_in_clear()
        cli('profile', 'remove', 'acme/payments-out@test')

    def test_added_on_the_command_line(self):
        with OidcServer() as server, ArgvWatch(SECRET) as watch:
            add_profile(server, 'globex/intacct@test', method='basic')
            token = cli('token', 'globex/intacct@test')[0].strip()
            with Window() as window:
                window.keys('ctrl+f')
                window.type('glob int')
                window.keys('Return')
                window.wait_for_live()
                window.keys('ctrl+shift+c')
                window.wait(lambda: clipboard() == token, 'the token the command line fetched')
                window.quit()
            self.assertEqual([post['authorization'] for post in server.posts], ['Basic'])
        self.assertEqual(watch.hits, set())
        self.nothing_in_clear()
        cli('profile', 'remove', 'globex/intacct@test')

    def nothing_in_clear(self):
        home = Path(os.environ['HOME'])
        self.assertEqual(in_files(SECRET, home, os.environ['XDG_RUNTIME_DIR'],
                                  but=[home / '.local/share/keyrings']), [])


if __name__ == '__main__':
    unittest.main()
