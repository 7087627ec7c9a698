# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""profile show: everything but the secrets."""

import json
import unittest

from program import run, said
from servers import SECRET


class Show(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        process = run('profile', 'add', 'Acme/Payments Out@sandbox', '--alias', 'pay', '--token-endpoint',
                      'https://id.example.com/token', '--client-id', 'c1', '--audience', 'a\u202eb', '--secret-stdin',
                      stdin=SECRET)
        assert process.returncode == 0, said(process)

    def test_text(self):
        for name in ('acme/payments-out@sandbox', 'payments out', 'PAY', 'acme/payments out'):
            process = run('profile', 'show', name)
            self.assertEqual((process.returncode, process.stderr), (0, ''), said(process))
            self.assertTrue(process.stdout.startswith('acme/payments-out@sandbox\n'))
            self.assertIn('https://id.example.com/token', process.stdout)
            # Enough to tell two secrets apart, too little to use one.
            self.assertIn('30 characters, ends in …Qx9A, fingerprint ', process.stdout)
            self.assertNotIn(SECRET[:-4], process.stdout)
            self.assertNotIn('\u202e', process.stdout)

    def test_json_is_what_token_from_reads_without_secrets(self):
        process = run('profile', 'show', 'pay', '--json')
        self.assertEqual((process.returncode, process.stderr), (0, ''), said(process))
        profile = json.loads(process.stdout)
        self.assertEqual(profile['audience'], 'a\u202eb')
        self.assertNotIn('\u202e', process.stdout)
        self.assertNotIn('client_secret', profile)
        self.assertEqual(profile['name'], {'customer': 'Acme', 'name': 'Payments Out', 'environment': 'sandbox'})
        by_id = run('profile', 'show', profile['id'], '--json')
        self.assertEqual(by_id.stdout, process.stdout)

    def test_unknown(self):
        process = run('profile', 'show', 'nobody')
        self.assertEqual((process.returncode, process.stdout), (3, ''), said(process))
        self.assertIn('"nobody" (mintmark-cli profiles lists all).', process.stderr)


if __name__ == '__main__':
    unittest.main()
