# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""What the tests of client authentication have in common: a profile made in the window, the token it
brings, and where its secrets must not lie."""

import base64
import json
import os
import unittest
from pathlib import Path

from canary import ArgvWatch, in_files
from driver import Window, clipboard, configure
from servers import SECRET, OidcServer

GENERIC = 'OAuth 2.0, client credentials'
IN_BODY = 'In the body · client_secret_post'
BASIC = 'HTTP Basic header · client_secret_basic'
BASIC_RAW = 'Basic, not encoded (for servers that get it wrong) · client_secret_basic'
SHARED_SECRET_JWT = 'Signed JWT, shared secret · client_secret_jwt'
PRIVATE_KEY_JWT = 'Signed JWT, private key · private_key_jwt'
CERTIFICATE = 'Client certificate (mTLS) · tls_client_auth'
SELF_SIGNED = 'Self-signed client certificate (mTLS) · self_signed_tls_client_auth'
PUBLIC = 'None · none'


def claims(token):
    part = token.split('.')[1]
    return json.loads(base64.urlsafe_b64decode(part + '=' * (-len(part) % 4)))


def canaries_of(pem):
    """What tells this key from all others: its last whole line in letters, and the bytes that say."""
    lines = pem.strip().splitlines()[1:-1]
    line = next(line for line in reversed(lines) if len(line) == 64)
    return [line, base64.b64decode(line)]


class WithWindow(unittest.TestCase):
    """One window for the tests of a class. What is given to guard() may be in the keyring and nowhere else."""

    @classmethod
    def setUpClass(cls):
        configure(clear_clipboard_after_s=600)
        cls.window = Window().__enter__()

    @classmethod
    def tearDownClass(cls):
        try:
            cls.window.quit()
        finally:
            cls.window.__exit__(None, None, None)

    def run(self, result=None):
        """A picture of the window where a test failed."""
        failures = len(result.failures) + len(result.errors)
        super().run(result)
        folder = os.environ.get('MINTMARK_SCREENSHOTS')
        failed = len(result.failures) + len(result.errors) > failures
        if folder and failed and self.window.process.poll() is None:
            self.window.screenshot(os.path.join(folder, f'failed-{self.id()}.png'))

    def guard(self, *secrets):
        """From here to the end of the test none of them may stand in an argv, and at its end in no file."""
        watch = ArgvWatch(*secrets).__enter__()
        self.addCleanup(self.end_guard, watch, secrets)

    def end_guard(self, watch, secrets):
        watch.__exit__()
        self.assertEqual(watch.hits, set())
        self.assertGreater(watch.rounds, 10)
        home = Path(os.environ['HOME'])
        for secret in secrets:
            self.assertEqual(in_files(secret, home, os.environ['XDG_RUNTIME_DIR'],
                                      but=[home / '.local/share/keyrings']), [])

    # --- what a person does -----------------------------------------------------------------------

    def begin(self, name, server, provider=GENERIC):
        window = self.window
        window.keys('ctrl+n')
        window.choose('Provider', provider)
        window.fill('Customer', 'Acme')
        window.fill('API or purpose', name)
        window.press('Test')
        if provider == GENERIC:
            window.fill('Token address', server.token_endpoint)

    def enter(self, name, text):
        """Typed where it can be typed, else pasted."""
        if text.isascii() and text.isprintable():
            self.window.fill(name, text)
        else:
            self.window.paste(name, text)

    def unfold(self, title):
        header = self.window.wait(lambda: self.window.button(title), f'group "{title}"')
        if not header.is_checked:
            header.act('Press', 'Toggle')

    def prove_by(self, method):
        self.unfold('Request in detail')
        self.window.choose('Client proof', method)

    def save_and_fetch(self):
        self.window.keys('ctrl+Return')

    # --- what has to come of it -------------------------------------------------------------------

    def fetched(self, server, start=None):
        """Saves and fetches, or does what `start` does; the token, copied. It cost one request."""
        window = self.window
        before, copied_before = len(server.posts), clipboard()
        (start or self.save_and_fetch)()
        self.wait_for_time_left()
        window.keys('ctrl+shift+c')
        token = window.wait(lambda: self.copied_of(server, copied_before), 'the token on the clipboard')
        self.assertEqual([post['status'] for post in server.posts[before:]], [200])
        return token

    def wait_for_time_left(self):
        """On the page: the rows of the list have times of their own."""
        window = self.window
        try:
            window.wait(lambda: window.button('Save and fetch') is None
                        and any(node.name.endswith(' left') for node in window.node.walk()), 'time left')
        except AssertionError as error:
            raise AssertionError(f'{error}; it shows {window.node.texts()}') from None

    @staticmethod
    def copied_of(server, before):
        """The clipboard, if another token of this server is on it than before."""
        text = clipboard() or ''
        if text == before:
            return None
        if hasattr(server, 'tokens'):
            return text if text in server.tokens else None
        return text if text.count('.') == 2 and text.isascii() and claims(text)['iss'] == server.issuer else None

    def refused(self, server, *sentences, status=401):
        """Saves and fetches; one request, which the server refused, and the page says so."""
        before = len(server.posts)
        self.save_and_fetch()
        for sentence in sentences:
            self.window.wait_for_text(sentence)
        self.assertEqual([post['status'] for post in server.posts[before:]], [status])

    def not_sent(self, server, sentence):
        """Saves and fetches; the page says why nothing reaches the server."""
        before = len(server.posts)
        self.save_and_fetch()
        self.window.wait_for_text(sentence)
        self.assertEqual(len(server.posts), before)


class WithOidcServer(WithWindow):
    """A certified server beside the window, which tells what it was asked and checks each proof itself."""
    secret = SECRET

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = OidcServer(secret=cls.secret).__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()
        super().tearDownClass()
