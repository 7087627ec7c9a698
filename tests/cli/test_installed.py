# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""Installed elsewhere: what is loaded late is found from there, and when it is missing that is said."""

import os
import shutil
import subprocess
import unittest
from pathlib import Path

import program
from program import run, said
from servers import SECRET

BUILD = os.environ['MINTMARK_BUILD']
FOLDER = Path(os.environ['MINTMARK_KEYRING_FOLDER']) / 'installed here'
ADD = ('profile', 'add', 'installed', '--token-endpoint', 'https://id.example.com/token', '--client-id', 'c', '--secret-stdin')


def setUpModule():
    subprocess.run(['cmake', '--install', BUILD, '--prefix', FOLDER], check=True, stdout=subprocess.DEVNULL)
    program.CLI = str(FOLDER / 'bin/mintmark-cli')


def tearDownModule():
    shutil.rmtree(FOLDER)


class Installed(unittest.TestCase):
    def test_keeps_a_profile(self):
        self.good(run(*ADD, stdin=SECRET))
        self.good(run('profile', 'show', 'installed'))
        self.good(run('profile', 'remove', 'installed'))

    def test_is_found_through_a_link(self):
        link = FOLDER / 'link'
        link.symlink_to(program.CLI)
        self.good(subprocess.run([link, *ADD], input=SECRET, text=True, capture_output=True, check=False))
        self.good(run('profile', 'remove', 'installed'))

    def test_says_that_a_part_is_missing(self):
        self.good(run(*ADD, stdin=SECRET))
        module, = FOLDER.rglob('mintmark-keychain.so')
        away = module.rename(module.with_suffix('.away'))
        process = run('token', 'installed')
        self.assertEqual((process.returncode, process.stdout), (4, ''), said(process))
        self.assertIn(f'{module.with_suffix("")}, the part of Mintmark that speaks to it, cannot be loaded. '
                      'Install Mintmark again.', process.stderr)
        self.good(run('profiles'))
        self.good(run('inspect', '-', stdin=program.jws({'sub': 's'})))
        away.rename(module)
        self.good(run('profile', 'remove', 'installed'))

    def good(self, process):
        self.assertEqual(process.returncode, 0, said(process))


if __name__ == '__main__':
    unittest.main()
