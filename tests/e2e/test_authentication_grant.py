# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""The JWT bearer grant of a service account, from the file its owner was given."""

import json
import sys
import unittest
from pathlib import Path

from authenticating import WithWindow, canaries_of
from tokenserver import TokenServer, jwt_bearer

sys.path.append(str(Path(__file__).resolve().parents[1] / 'cli'))
from listener import openssl  # noqa: E402  (the path must be known first)


class ServiceAccount(WithWindow):
    """As Google has it, at a server that checks what Google checks."""

    EMAIL = 'robot@acme-payments.iam.gserviceaccount.com'
    SCOPE = 'https://www.googleapis.com/auth/cloud-platform'

    def account(self, server, key):
        return {'type': 'service_account', 'project_id': 'acme-payments', 'private_key_id': '5a0c', 'private_key': key,
                'client_email': self.EMAIL, 'client_id': '1009', 'token_uri': server.token_endpoint}

    def server_for(self, key):
        """Its token address is known only when it runs, and is the audience."""
        public = openssl('pkey', '-pubout', stdin=key)

        def accepts(request):
            jwt_bearer(public, self.EMAIL, server.token_endpoint, self.SCOPE, '5a0c')(request)

        server = TokenServer(accepts)
        return server

    def make(self, server, key):
        self.guard(*canaries_of(key))
        self.begin(self._testMethodName, server, 'Google service account')
        self.window.paste('Private key', json.dumps(self.account(server, key), indent=2))
        self.window.wait_for_text(' · thumbprint ')
        self.window.wait(lambda: self.window.field('Service account').text == self.EMAIL, 'the account from the file')
        self.window.fill('Scope', self.SCOPE)

    def test_a_service_account_file(self):
        key = openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048')
        with self.server_for(key) as server:
            self.make(server, key)
            self.assertEqual(self.fetched(server), server.tokens[-1])

    def test_a_key_that_was_deleted(self):
        keys = [openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048') for _ in range(2)]
        with self.server_for(keys[0]) as server:
            self.make(server, keys[1])
            self.refused(server, 'It answered invalid_grant', 'Google does not accept the signature', status=400)
            self.assertEqual(server.tokens, [])


if __name__ == '__main__':
    unittest.main()
