# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""What is said of the command line itself, and how interrupted programs end."""

import os
import signal
import subprocess
import time
import unittest

from program import CLI, TESTS, Terminal, run, said


class Usage(unittest.TestCase):
    def refused(self, *arguments, words=()):
        process = run(*arguments)
        self.assertEqual((process.returncode, process.stdout), (2, ''), said(process))
        self.assertTrue(process.stderr.startswith('mintmark-cli: '), said(process))
        self.assertIn('--help', process.stderr)
        for word in words:
            self.assertIn(word, process.stderr)

    def test_help_and_version(self):
        for arguments in (('--help',), ('-h',), ('profiles', '--help'), ('profile', '--help'), ('token', '--help'),
                          ('profile', 'add', '--help'), ('profile', 'show', '--help'), ('inspect', '--help')):
            process = run(*arguments)
            self.assertEqual((process.returncode, process.stderr), (0, ''), said(process))
            self.assertIn('Usage: mintmark-cli', process.stdout)
        process = run('--version')
        self.assertEqual((process.returncode, process.stderr), (0, ''))
        self.assertRegex(process.stdout, r'^mintmark-cli \d+\.\d+\.\d+\n$')

    def test_manual_names_every_subcommand_and_option(self):
        manual = (TESTS.parent / 'packaging/linux/mintmark-cli.1').read_text().replace('\\-', '-')
        for arguments in ((), ('profiles',), ('token',), ('revoke',), ('inspect',), ('profile', 'add'), ('profile', 'edit'),
                          ('profile', 'show')):
            for word in run(*arguments, '--help').stdout.split():
                if word.startswith('--') and word not in ('--secret-fd)',):
                    for option in word.rstrip(',.;').replace('{false}', '').split(','):
                        self.assertIn(option, manual, arguments)

    def test_usage(self):
        self.refused()
        self.refused('profil')
        self.refused('profile')
        self.refused('--nothing', 'profiles')
        self.refused('token', words=['NAME', '--from'])
        self.refused('token', 'a', '--from', 'b')
        self.refused('token', 'a', '--as', 'yaml', words=['yaml'])
        self.refused('token', 'a', '--min-valid', '-1')
        self.refused('inspect', 'a', 'b')

    def test_words_of_others_are_made_safe(self):
        process = run('\x1b[31m\u202e')
        self.assertEqual(process.returncode, 2)
        self.assertNotIn('\x1b', process.stderr)
        self.assertNotIn('\u202e', process.stderr)


class Demo(unittest.TestCase):
    def test_shows_every_kind_of_end(self):
        names = run('--demo', 'profiles').stdout.split()
        self.assertEqual(names[0], 'demo/accounting@sandbox')
        ends = [run('--demo', 'token', name).returncode for name in names]
        self.assertEqual(ends, [0, 0, 0, 0, 6, 0])

    def test_leaves_nothing(self):
        run('--demo', 'token', 'accounting')
        for variable in ('XDG_CONFIG_HOME', 'XDG_CACHE_HOME'):
            self.assertFalse(os.path.exists(os.path.join(os.environ[variable], 'mintmark')))

    def test_demo_may_stand_after_the_subcommand(self):
        self.assertEqual(run('token', 'accounting', '--demo').returncode, 0)


class Interrupted(unittest.TestCase):
    def test_reader_that_goes_is_no_fault(self):
        for arguments in (('inspect', '--json'), ('inspect',)):
            read, write = os.pipe()
            os.close(read)
            process = subprocess.run([CLI, *arguments], input=b'opaque', stdout=write, stderr=subprocess.PIPE,
                                     check=False, timeout=30)
            os.close(write)
            self.assertEqual((process.returncode, process.stderr), (0, b''))

    def test_answer_that_cannot_be_written_is_one(self):
        with open('/dev/full', 'wb') as full:
            process = subprocess.run([CLI, 'inspect'], input=b'opaque', stdout=full, stderr=subprocess.PIPE,
                                     check=False, timeout=30)
        self.assertEqual(process.returncode, 1)
        self.assertIn(b'could not be written', process.stderr)

    def ended_by(self, number, *arguments):
        with subprocess.Popen([CLI, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as process:
            # Until it waits: asleep in the kernel, with what it was told to do first behind it.
            deadline = time.monotonic() + 20
            while 'S (sleeping)' not in self.state(process.pid) and time.monotonic() < deadline:
                pass
            process.send_signal(number)
            self.assertEqual(process.wait(10), -number)
            self.assertEqual(process.stdout.read(), b'')
            self.assertEqual(process.stderr.read(), b'')

    @staticmethod
    def state(pid):
        with open(f'/proc/{pid}/status', encoding='utf-8') as status:
            return status.read()

    def test_ends_by_the_signal(self):
        self.ended_by(signal.SIGINT, 'inspect')
        self.ended_by(signal.SIGTERM, 'inspect')
        self.ended_by(signal.SIGINT, 'token', '--from', '-')

    def test_ctrl_c_while_a_terminal_is_read(self):
        with Terminal('inspect') as terminal:
            terminal.read_until('then press Ctrl-D.')
            terminal.type('\x03')
            self.assertEqual(terminal.wait(), (None, signal.SIGINT))


if __name__ == '__main__':
    unittest.main()
