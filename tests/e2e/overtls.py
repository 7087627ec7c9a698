# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""A certified server over TLS, for tests of the window."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from authenticating import WithWindow, claims
from servers import OidcServer

sys.path.append(str(Path(__file__).resolve().parents[1] / 'cli'))
from certificates import PASSPHRASE, make_certificates  # noqa: E402  (the path must be known first)


class OverTls(WithWindow):
    """A server whose certificate was made by an authority of the test's own."""

    @classmethod
    def setUpClass(cls):
        # Outside of the home that is searched, and gone with the keyring whatever happens.
        cls.folder = Path(tempfile.mkdtemp(dir=os.environ['MINTMARK_KEYRING_FOLDER']))
        make_certificates(cls.folder, 'IP:127.0.0.1,DNS:localhost')
        # Servers send who vouches for them along.
        (cls.folder / 'server.pem').write_text((cls.folder / 'server.crt').read_text()
                                               + (cls.folder / 'ca.pem').read_text()
                                               + (cls.folder / 'server.key').read_text())
        cls.server = OidcServer('--tls', str(cls.folder)).__enter__()
        super().setUpClass()

    @classmethod
    def tearDownClass(cls):
        try:
            super().tearDownClass()
        finally:
            cls.server.__exit__()
            shutil.rmtree(cls.folder)

    def make(self, name, client_id, method):
        self.begin(name, self.server)
        self.window.fill('Client ID', client_id)
        self.prove_by(method)

    def trust_the_file(self):
        self.unfold('Network')
        self.window.press('Own')
        self.window.fill('CA file', str(self.folder / 'ca.pem'))

    def good(self, client_id, start=None):
        self.assertEqual(claims(self.fetched(self.server, start))['client_id'], client_id)
