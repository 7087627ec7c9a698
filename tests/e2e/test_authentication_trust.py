# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""A server nobody vouches for, until the person does: for today or always."""

import ssl
import unittest
from hashlib import sha256

from authenticating import IN_BODY
from driver import Atspi, Window
from overtls import OverTls
from servers import SECRET


class NobodyVouches(OverTls):
    def ask(self, name, host):
        self.guard(SECRET)
        self.make(name, self.server.clients['post'], IN_BODY)
        self.window.fill('Token address', self.server.token_endpoint.replace('127.0.0.1', host))
        self.window.fill('Client secret', SECRET)
        self.not_sent(self.server, f'The certificate of {host} is not trusted')
        self.window.wait_for_text('authority of this test')

    def fetched_again(self):
        """Without a question."""
        before = len(self.server.posts)
        self.window.keys('F5')
        self.window.wait(lambda: len(self.server.posts) > before, 'the next request')
        self.assertEqual([post['status'] for post in self.server.posts[before:]], [200])

    def fingerprint(self):
        der = ssl.PEM_cert_to_DER_cert((self.folder / 'ca.pem').read_text())
        text = sha256(der).hexdigest().upper()
        return ':'.join(text[i:i + 2] for i in range(0, len(text), 2))

    def certificates(self):
        field = self.window.node.find(Atspi.Role.TEXT, 'Certificates')
        return field.text if field else ''

    def test_for_today(self):
        self.ask('today', '127.0.0.1')
        self.window.press('Show certificate')
        chain = self.window.wait(self.certificates, 'the chain')
        self.assertIn('Subject: server', chain)
        self.assertIn('Subject: authority of this test', chain)
        self.assertIn(self.fingerprint(), chain)
        self.window.press('Trust for today…')
        self.window.wait_for_text('Trust “authority of this test” for 127.0.0.1 until the end of today?')
        self.window.wait_for_text(self.fingerprint())
        self.good(self.server.clients['post'], lambda: self.window.press('Trust it for today'))
        self.fetched_again()

    def test_not_at_all(self):
        self.ask('not', 'localhost')
        self.window.press('Trust for today…')
        self.window.wait_for_text('Trust “authority of this test” for localhost until the end of today?')
        before = len(self.server.posts)
        self.window.press('Do not trust it')
        self.window.wait_for_text('The certificate of localhost is not trusted')
        self.assertEqual(len(self.server.posts), before)

    def test_not_yet_always(self):
        """Named so that it comes last: what is trusted always is so in the next start."""
        self.ask('always', 'localhost')
        self.window.press('Trust always…')
        self.window.wait_for_text('Trust “authority of this test” for localhost from now on?')
        self.good(self.server.clients['post'], lambda: self.window.press('Trust it always'))
        self.window.quit()
        type(self).window = Window().__enter__()
        self.window.keys('ctrl+f')
        self.window.type('always')
        self.window.keys('Return')
        self.window.wait_for_text('always – Mintmark')
        self.fetched_again()


if __name__ == '__main__':
    unittest.main()
