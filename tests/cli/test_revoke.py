# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""revoke: the kept token and one from stdin, with a server written by others."""

import json
import os
import unittest
import urllib.parse
import urllib.request
from pathlib import Path

from program import run, said
from canary import ArgvWatch, in_files
from servers import SECRET, OidcServer, cli

HOME = Path(os.environ['MINTMARK_KEYRING_FOLDER'])


class Revokes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = OidcServer().__enter__()
        for name, target in (('acme/kept', '/opaque'), ('acme/jwt', '')):
            cli('profile', 'add', name, '--provider', 'generic', '--token-endpoint', cls.server.token_endpoint,
                '--body', 'form', '--client-id', cls.server.clients['post'], '--client-auth', 'client_secret_post',
                '--resource', cls.server.audience + target, '--issuer', cls.server.issuer, '--secret-stdin',
                secret=SECRET)

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()

    def token(self, name, *options):
        process = run('token', name, *options)
        self.assertEqual(process.returncode, 0, said(process))
        return process.stdout.strip()

    def is_active(self, token):
        body = urllib.parse.urlencode({'token': token, 'client_id': self.server.clients['post'],
                                       'client_secret': SECRET}).encode()
        with urllib.request.urlopen(self.server.issuer + '/token/introspection', body, timeout=20) as answer:
            return json.load(answer)['active']

    def test_the_kept_one(self):
        token = self.token('acme/kept', '--fresh')
        self.assertTrue(self.is_active(token))
        process = run('revoke', 'acme/kept')
        self.assertEqual(process.returncode, 0, said(process))
        self.assertIn('127.0.0.1 answered 200 to the request to revoke it', process.stdout)
        self.assertFalse(self.is_active(token))
        # It is forgotten, too.
        self.assertNotEqual(self.token('acme/kept'), token)

    def test_one_from_stdin(self):
        token = self.token('acme/kept', '--fresh')
        kept = self.token('acme/kept', '--fresh')
        with ArgvWatch(token) as watch:
            process = run('revoke', 'acme/kept', '--token-stdin', stdin=f'Authorization: Bearer {token}\n')
        self.assertEqual(process.returncode, 0, said(process))
        self.assertFalse(self.is_active(token))
        self.assertTrue(self.is_active(kept))
        self.assertEqual(self.token('acme/kept'), kept)
        self.assertNotIn(token, process.stdout + process.stderr)
        self.assertEqual(watch.hits, set())
        self.assertEqual(in_files(token, HOME), [])

    def test_one_the_server_keeps_no_record_of(self):
        # oidc-provider answers 200 to what it does not know (RFC 7009 section 2.2), its own JWTs among them.
        self.token('acme/jwt', '--fresh')
        process = run('revoke', 'acme/jwt')
        self.assertEqual(process.returncode, 0, said(process))
        self.assertIn('answered 200', process.stdout)
        self.assertIn('APIs that do not ask the server may accept it until', process.stdout)

    def test_nothing_to_revoke(self):
        self.assertEqual(run('revoke', 'acme/kept', '--token-stdin').returncode, 7)
        self.assertEqual(run('revoke', 'nobody').returncode, 3)
        self.assertEqual(run('revoke').returncode, 2)
        # The demo begins without tokens.
        first = json.loads(run('--demo', 'profiles', '--json').stdout)[0]
        process = run('--demo', 'revoke', first['full_name'])
        self.assertEqual((process.returncode, process.stdout), (7, ''), said(process))
        self.assertIn('There is no token', process.stderr)


if __name__ == '__main__':
    unittest.main()
