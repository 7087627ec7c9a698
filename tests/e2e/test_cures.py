# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""What helped one profile is kept for all of its preset; a new secret is tested, stored, and taken over elsewhere."""

import json
import unittest

from authenticating import WithWindow
from servers import cli
from tokenserver import TokenServer, demand

FORMER = 'former-canary-7Lq2Vt-of-the-client'
NEW = 'newer-canary-3Wd8Kz-of-the-client'


class Cures(WithWindow):
    secret = FORMER

    def accepts(self, request):
        sent = json.loads(request.body)
        demand(sent['grant_type'] == 'client_credentials', 'unsupported_grant_type', 'not by the standard')
        demand(sent['client_secret'] == self.secret, 'invalid_client', 'another client')

    def add(self, server, name, *more):
        cli('profile', 'add', name, '--provider', 'sage-id', '--token-endpoint', server.token_endpoint,
            '--client-id', 'c-1', '--audience', 'a/b', '--secret-stdin', *more, secret=FORMER)

    def sent(self, server, name, grant_type, expect=0):
        """One request of the command line, and what it was answered."""
        before = len(server.posts)
        cli('token', name, '--fresh', expect=expect)
        self.assertEqual(len(server.posts), before + 1, grant_type)

    def test_a_cure_and_a_secret_for_all(self):
        window = self.window
        self.guard(FORMER, NEW)
        with TokenServer(self.accepts) as server:
            for name in 'acme/one@test', 'acme/two@test':
                self.add(server, name)
            self.add(server, 'acme/own@test', '--grant-type', 'password')
            window.wait_for_text('one')
            window.keys('ctrl+f')
            window.type('one')
            window.keys('Return', 'F5')
            window.press('Try client_credentials')
            window.press('Use it for all Sage ID profiles (2)')
            window.wait_for_text('2 Sage ID profiles now use grant type "client_credentials".')
            self.assertEqual([post['status'] for post in server.posts], [400, 200])
            self.sent(server, 'acme/two@test', 'changed')
            self.sent(server, 'acme/own@test', 'left alone', expect=6)
            self.add(server, 'acme/new@test')
            self.sent(server, 'acme/new@test', 'new ones start with it')

            type(self).secret = NEW
            window.keys('F2')
            window.press('Replace client secret')
            window.fill('Client secret', 'not-the-one')
            window.press('Test and replace')
            window.wait_for_text('The new secret was refused; the old one is kept.')
            window.fill('Client secret', NEW)
            window.press('Test and replace')
            window.wait_for_text('Works. The new secret is stored.')
            window.wait_for_text('Also used by 3 other profiles with this client id:')
            window.press('Replace there too')
            window.wait_for_text('Replaced in 3 of 3 other profiles.')
            self.sent(server, 'acme/two@test', 'with the new secret')
            window.keys('Escape')


if __name__ == '__main__':
    unittest.main()
