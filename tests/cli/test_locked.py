# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""A keyring that is locked, or none, on a machine without a desktop: said at once, nothing is stored.

Which of the two classes is run is the argument; with-keyring.sh makes the condition.
"""

import json
import os
import subprocess
import time
import unittest
from pathlib import Path

from program import run, said
from servers import SECRET

ADD = ('profile', 'add', 'a/b@test', '--token-endpoint', 'https://id.example.com/token', '--client-id', 'c', '--secret-stdin')
UNLOCK = 'read -rs p && printf %s "$p" | gnome-keyring-daemon --replace --unlock'


class Locked(unittest.TestCase):
    def refused(self, *arguments):
        began = time.monotonic()
        process = run(*arguments, stdin=SECRET)
        self.assertLess(time.monotonic() - began, 9)  # a keyring that is waited for has 10 s, a person 120
        self.assertEqual((process.returncode, process.stdout), (4, ''), said(process))
        self.assertNotIn(SECRET, process.stderr)
        return process.stderr

    def listed(self, name):
        index = Path(os.environ['XDG_CONFIG_HOME']) / 'mintmark/profiles.json'
        index.parent.mkdir(parents=True, exist_ok=True)
        entry = {'id': '00000000-0000-4000-8000-000000000001', 'customer': 'a', 'name': name}
        index.write_text(json.dumps({'version': 1, 'profiles': [entry]}))
        self.addCleanup(index.unlink)

    def test_says_what_to_do(self):
        self.assertEqual(self.refused(*ADD), 'mintmark-cli: the keyring is locked and there is no desktop here to unlock it.\n'
                         f'Unlock it:  {UNLOCK}   (then type the password and Enter)\n'
                         'or use a profile from a file:  mintmark-cli token --from FILE\n')
        self.listed('known')
        self.assertIn('locked', self.refused('token', 'known'))
        self.assertIn('locked', self.refused('profile', 'show', 'known'))
        self.assertEqual(run('profiles').returncode, 0)

    def test_what_it_says_works(self):
        self.refused(*ADD)
        subprocess.run(['bash', '-c', UNLOCK], input=os.environ['MINTMARK_KEYRING_PASSWORD'] + '\n', text=True, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        process = run(*ADD, stdin=SECRET)
        self.assertEqual(process.returncode, 0, said(process))


class Absent(unittest.TestCase):
    def test_says_what_to_do(self):
        process = run(*ADD, stdin=SECRET)
        self.assertEqual((process.returncode, process.stdout), (4, ''), said(process))
        self.assertIn('this computer has no keyring running', process.stderr)
        self.assertIn('token --from', process.stderr)
        self.assertEqual(run('profiles', '--json').stdout, '[]\n')


if __name__ == '__main__':
    unittest.main()
