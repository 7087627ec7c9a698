# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""profiles: the list, without the keyring."""

import json
import os
import time
import unittest
from pathlib import Path

from program import run, said

INDEX = Path(os.environ['XDG_CONFIG_HOME']) / 'mintmark/profiles.json'
NOW = int(time.time())
LISTED = [
    {'id': '00000000-0000-4000-8000-000000000001', 'customer': 'Acme', 'name': 'Payments Out', 'environment': 'sandbox',
     'alias': 'pay', 'last_result': 'ok', 'last_used': NOW * 1000, 'token_expires': (NOW + 27_900) * 1000},
    {'id': '00000000-0000-4000-8000-000000000002', 'customer': 'Acme', 'name': 'Payments Out', 'environment': 'production',
     'last_result': 'refused'},
    {'id': '00000000-0000-4000-8000-000000000003', 'customer': 'Globex', 'name': '\x1b[31m\u202egnp'},
    {'id': '00000000-0000-4000-8000-000000000004', 'name': 'Gone', 'deleted_at': NOW * 1000},
]


class Profiles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        INDEX.parent.mkdir(parents=True, exist_ok=True)

    def setUp(self):
        INDEX.write_text(json.dumps({'version': 1, 'profiles': LISTED}))

    def test_text(self):
        process = run('profiles')
        self.assertEqual((process.returncode, process.stderr), (0, ''), said(process))
        lines = process.stdout.splitlines()
        self.assertEqual([line.split()[0] for line in lines[:2]],
                         ['acme/payments-out@production', 'acme/payments-out@sandbox'])
        self.assertRegex(lines[0], 'refused$')
        self.assertRegex(lines[1], 'live, 7 h 4[45] min$')
        self.assertEqual(len(lines), 3)
        self.assertNotIn('\x1b', process.stdout)
        self.assertNotIn('\u202e', process.stdout)

    def test_json(self):
        process = run('profiles', '--json')
        self.assertEqual((process.returncode, process.stderr), (0, ''), said(process))
        self.assertNotIn('\u202e', process.stdout)
        listed = json.loads(process.stdout)
        self.assertEqual([entry['full_name'] for entry in listed[:2]],
                         ['acme/payments-out@production', 'acme/payments-out@sandbox'])
        self.assertEqual(listed[1], {
            'full_name': 'acme/payments-out@sandbox', 'id': LISTED[0]['id'], 'customer': 'Acme', 'name': 'Payments Out',
            'environment': 'sandbox', 'alias': 'pay', 'pinned': False, 'last_result': 'ok', 'last_used': NOW,
            'token_expires': NOW + 27_900, 'secret_expires_on': None})
        self.assertEqual(listed[2]['name'], LISTED[2]['name'])

    def test_several_that_fit_are_named(self):
        process = run('token', 'payments-out')
        self.assertEqual((process.returncode, process.stdout), (3, ''), said(process))
        self.assertEqual(process.stderr, 'mintmark-cli: "payments-out" fits 2 profiles. Say which: '
                         'acme/payments-out@production, acme/payments-out@sandbox (mintmark-cli profiles lists all).\n')

    def test_needs_no_keyring(self):
        process = run('profiles', env={'DBUS_SESSION_BUS_ADDRESS': 'unix:path=/nonexistent'})
        self.assertEqual((process.returncode, process.stderr), (0, ''), said(process))

    def test_none_yet(self):
        INDEX.unlink()
        self.assertEqual(json.loads(run('profiles', '--json').stdout), [])
        process = run('profiles')
        self.assertEqual((process.returncode, process.stdout), (0, ''), said(process))
        self.assertIn('profile add', process.stderr)

    def test_list_that_cannot_be_read(self):
        """It is no file that somebody named wrongly."""
        INDEX.unlink()
        INDEX.mkdir()
        self.addCleanup(INDEX.rmdir)
        process = run('profiles')
        self.assertEqual((process.returncode, process.stdout), (1, ''), said(process))
        self.assertIn(str(INDEX), process.stderr)

    def test_list_that_is_damaged_is_said(self):
        INDEX.write_text('{')
        process = run('profiles')
        self.assertEqual(process.returncode, 0, said(process))
        self.assertTrue(process.stderr.startswith('mintmark-cli: '), said(process))


if __name__ == '__main__':
    unittest.main()
