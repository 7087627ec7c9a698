# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""profile remove: out of the list at once, the keyring entry stays for a while."""

import json
import os
import subprocess
import unittest
from pathlib import Path

from program import run, said
from servers import SECRET, OidcServer, add_profile


class Remove(unittest.TestCase):
    def test_takes_the_token_along_and_keeps_the_entry(self):
        tokens = Path(os.environ['XDG_CACHE_HOME']) / 'mintmark/tokens'
        with OidcServer() as server:
            add_profile(server, 'remove/me@test')
            self.assertEqual(run('token', 'remove/me').returncode, 0)
        token = tokens / json.loads(run('profile', 'show', 'remove/me', '--json').stdout)['id']
        self.assertTrue(token.is_file())
        process = run('profile', 'remove', 'remove/me')
        self.assertEqual((process.returncode, process.stdout), (0, ''), said(process))
        self.assertIn('removed remove/me@test', process.stderr)
        self.assertIn('7 days', process.stderr)
        self.assertEqual(run('profiles').stdout, '')
        self.assertFalse(token.exists())
        self.assertEqual(run('token', 'remove/me').returncode, 3)
        self.assertEqual(run('profile', 'remove', 'remove/me').returncode, 3)
        kept = subprocess.run(['secret-tool', 'search', '--all', 'server', 'mintmark'], check=True, text=True,
                              capture_output=True).stdout
        self.assertIn('label = remove · me [Test]', kept)

    def test_name_is_free_again(self):
        for _ in range(2):
            process = run('profile', 'add', 'again/x', '--token-endpoint', 'https://id.example.com/', '--client-id', 'c',
                          '--secret-stdin', stdin=SECRET)
            self.assertEqual(process.returncode, 0, said(process))
            self.assertEqual(run('profile', 'remove', 'again/x').returncode, 0)

    def test_unknown(self):
        self.assertEqual(run('profile', 'remove', 'nobody').returncode, 3)
        self.assertEqual(run('profile', 'remove').returncode, 2)


if __name__ == '__main__':
    unittest.main()
