# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""token: cached or fetched, in every form, and one exit code for each cause."""

import json
import os
import shlex
import signal
import subprocess
import threading
import time
import unittest
from pathlib import Path

from program import CLI, jws, run, said
from canary import ArgvWatch, in_files
from listener import Acceptor
from servers import SECRET, OidcServer, add_profile

HOME = Path(os.environ['MINTMARK_KEYRING_FOLDER'])


class Server(Acceptor):
    """A server of few words: each connection gets `answer`, or nothing ever."""

    def __init__(self, answer=None):
        super().__init__()
        self.answer = answer
        self.asked = threading.Event()
        self.kept = []

    def __exit__(self, *_):
        super().__exit__()
        for one in self.kept:
            one.close()

    def accepted(self, connection):
        connection.recv(65536)
        self.kept.append(connection)
        self.asked.set()
        if self.answer is not None:
            body = self.answer.encode()
            connection.sendall(b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n' % len(body)
                               + body)
            connection.close()


def profile(url, **more):
    return json.dumps({'provider': 'generic', 'token_endpoint': url, 'client_id': 'c', 'client_secret': SECRET} | more)


class Fetches(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = OidcServer().__enter__()
        add_profile(cls.server, 'acme/payments@test')
        add_profile(cls.server, 'acme/basic@test', method='basic')

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()

    def token(self, name, *options, expect=0):
        process = run('token', name, *options)
        self.assertEqual(process.returncode, expect, said(process))
        return process

    def test_one_request_then_the_cache(self):
        before = len(self.server.posts)
        first = self.token('acme/basic')
        again = self.token('acme/basic@test')
        self.assertEqual(first.stdout, again.stdout)
        self.assertEqual(first.stderr + again.stderr, '')
        self.assertEqual(first.stdout.count('.'), 2)
        self.assertEqual(first.stdout.count('\n'), 1)
        self.assertEqual(len(self.server.posts), before + 1)
        fresh = self.token('acme/basic', '--fresh')
        self.assertNotEqual(fresh.stdout, first.stdout)
        self.assertEqual(self.token('acme/basic').stdout, fresh.stdout)
        self.assertEqual(len(self.server.posts), before + 2)

    def test_min_valid_is_kept(self):
        self.token('acme/payments')
        before = len(self.server.posts)
        self.token('acme/payments', '--min-valid', '3000')
        self.assertEqual(len(self.server.posts), before)
        # Longer than the server gives: one try, then said, and nothing on stdout.
        process = self.token('acme/payments', '--min-valid', '4000', expect=6)
        self.assertEqual(process.stdout, '')
        self.assertIn('4000 s were asked for', process.stderr)
        self.assertEqual(len(self.server.posts), before + 1)

    def test_forms(self):
        token = self.token('acme/payments', '--fresh').stdout.strip()
        self.assertEqual(self.token('acme/payments', '--as', 'token').stdout, token + '\n')
        self.assertEqual(self.token('acme/payments', '--as', 'header').stdout, f'Authorization: Bearer {token}\n')
        began = time.time()
        answer = json.loads(self.token('acme/payments', '--as', 'json').stdout)
        ended = time.time()
        self.assertEqual((answer['access_token'], answer['token_type']), (token, 'Bearer'))
        self.assertTrue(3500 < answer['expires_in'] <= 3600, answer['expires_in'])
        said_at = answer['expires_at'] - answer['expires_in']
        self.assertTrue(began - 1 <= said_at <= ended + 1, (began, said_at, ended))
        command = shlex.split(self.token('acme/payments', '--as', 'curl').stdout)
        self.assertEqual(command[0], 'curl')
        self.assertIn(f'Authorization: Bearer {token}', command)
        env = self.token('acme/payments', '--as', 'env').stdout
        shell = subprocess.run(['sh', '-c', f'{env}\nprintf %s "$ACCESS_TOKEN"'], stdout=subprocess.PIPE, text=True, check=True)
        self.assertEqual(shell.stdout, token)

    def test_secret_and_token_lie_nowhere_in_the_clear(self):
        with ArgvWatch(SECRET) as watch:
            token = self.token('acme/payments', '--fresh').stdout.strip()
        self.assertEqual(watch.hits, set())
        self.assertEqual(in_files(SECRET, HOME), [])
        self.assertEqual(in_files(token, HOME), [])

    def test_wrong_secret_is_refused_by_the_server(self):
        add_profile(self.server, 'acme/wrong@test', secret='not-the-secret-of-this-client')
        process = self.token('acme/wrong', expect=6)
        self.assertEqual(process.stdout, '')
        self.assertIn('does not accept this client id and secret', process.stderr)
        self.assertIn('invalid_client', process.stderr)
        self.assertNotIn('not-the-secret', process.stderr)

    def test_reader_that_goes_is_no_fault(self):
        self.token('acme/payments')
        read, write = os.pipe()
        os.close(read)
        process = subprocess.run([CLI, 'token', 'acme/payments'], stdout=write, stderr=subprocess.PIPE, check=False, timeout=30)
        os.close(write)
        self.assertEqual((process.returncode, process.stderr), (0, b''))


class FileCase(unittest.TestCase):
    """Whatever comes of it: nothing is stored."""

    def setUp(self):
        self.before = self.stored()

    def tearDown(self):
        self.assertEqual(self.stored(), self.before, 'token --from stored something')

    @staticmethod
    def stored():
        folders = (Path(os.environ['XDG_CONFIG_HOME']) / 'mintmark', Path(os.environ['XDG_CACHE_HOME']) / 'mintmark',
                   Path(os.environ['XDG_DATA_HOME']) / 'keyrings')
        return {str(path): path.read_bytes() for folder in folders for path in folder.rglob('*') if path.is_file()}

    def token(self, text, *options, expect=0, env=None):
        process = run('token', '--from', '-', *options, stdin=text, env=env)
        self.assertEqual(process.returncode, expect, said(process))
        self.assertNotIn(SECRET, process.stdout + process.stderr)
        return process


class FromFile(FileCase):
    def test_stores_nothing_and_needs_no_keyring(self):
        with OidcServer() as server:
            text = profile(server.token_endpoint, client_id=server.clients['post'], audience=server.audience,
                           client_authentication='client_secret_post')
            first = self.token(text, env={'DBUS_SESSION_BUS_ADDRESS': 'unix:path=/nonexistent'})
            second = self.token(text)
            self.assertEqual(first.stdout.count('.'), 2)
            self.assertNotEqual(first.stdout, second.stdout)
            self.assertEqual(first.stderr, '')
            self.assertEqual(len(server.posts), 2)

    def test_file_with_a_name_and_what_profile_show_writes(self):
        with Server('{"access_token":"t0ken","token_type":"bearer"}') as server:
            path = HOME / 'profile.json'
            path.write_text(profile(server.url, version=1, id='2b04903c-844c-4a8c-8ee1-dfc9f2f637ee',
                                    name={'customer': 'Acme', 'name': 'x', 'environment': 'test'}))
            process = run('token', '--from', path)
            path.unlink()
            self.assertEqual((process.returncode, process.stdout), (0, 't0ken\n'), said(process))

    def test_defaults_are_those_of_the_provider(self):
        with Server('{"access_token":"t0ken"}') as server:
            self.token(json.dumps({'token_endpoint': server.url, 'client_id': 'c', 'client_secret': SECRET}))
            self.assertEqual(self.token(profile(server.url, provider='sage-id'), expect=2).stdout, '')
            self.token(profile(server.url, provider='sage-id', audience='a'))

    def test_answers_of_another_shape(self):
        with Server('{"data":[{"token":"t0ken"}]}') as server:
            for path in ('data.0.token', 'data[0].token'):
                text = profile(server.url, response_mapping={'access_token': path})
                self.assertEqual(self.token(text).stdout, 't0ken\n')
            process = self.token(profile(server.url, response_mapping={'access_token': 'data.1.token'}), expect=6)
            self.assertIn('"data.1": the length of the list "data" is 1', process.stderr)
        expires = int(time.time()) + 3599
        with Server(json.dumps({'access_token': 't0ken', 'expires_on': str(expires)})) as server:
            shown = json.loads(self.token(profile(server.url), '--as', 'json').stdout)
            self.assertAlmostEqual(shown['expires_at'], expires, delta=3)

    def test_members_that_mean_nothing_are_said(self):
        with Server('{"access_token":"t0ken"}') as server:
            process = self.token(profile(server.url, client_secert='x', scopes='y'))
            self.assertIn('"client_secert"', process.stderr)
            self.assertIn('"scopes"', process.stderr)

    def test_what_is_no_profile(self):
        for text, word in (('', 'JSON'), ('{', 'JSON'), ('[]', 'object'), ('{"client_id":"a","client_id":"b"}', 'twice'),
                           (profile('https://id.example.com/', body='xml'), 'body')):
            process = self.token(text, expect=2)
            self.assertEqual(process.stdout, '')
            self.assertIn(word, process.stderr)

    def test_a_token_that_is_too_short_lived(self):
        now = int(time.time())
        with Server(json.dumps({'access_token': jws({'exp': now + 30}), 'expires_in': 3600})) as server:
            self.token(profile(server.url))
            self.assertEqual(self.token(profile(server.url), '--min-valid', '60', expect=6).stdout, '')

    def test_forms_need_no_listing(self):
        with Server('{"access_token":"t0ken","scope":"a b"}') as server:
            self.assertEqual(json.loads(self.token(profile(server.url), '--as', 'json').stdout),
                             {'access_token': 't0ken', 'token_type': 'Bearer', 'scope': 'a b'})
            self.assertIn('Bearer t0ken', self.token(profile(server.url), '--as', 'curl').stdout)


class Ends(FileCase):
    """One exit code for each cause."""

    def test_network(self):
        with Server() as server:
            url = server.url
        process = self.token(profile(url), expect=5)
        self.assertIn('cannot be reached', process.stderr)
        self.assertIn('Nothing was sent', process.stderr)
        self.token(profile('https://nowhere.invalid/token'), expect=5)

    def test_timed_out(self):
        with Server() as server:
            began = time.monotonic()
            process = self.token(profile(server.url, network={'timeout_s': 1}), expect=8)
            self.assertLess(time.monotonic() - began, 20)  # by itself it is 30 s
            self.assertIn('did not answer within 1 s', process.stderr)
            self.assertTrue(server.asked.wait(20))  # its thread may come to it only now
            self.assertEqual(len(server.kept), 1)

    def test_refused(self):
        for answer in ('{"error":"invalid_scope"}', '<html><title>Sign in</title></html>', '', '{"token":"x"}'):
            with Server(answer) as server:
                process = self.token(profile(server.url), expect=6)
                self.assertEqual(process.stdout, '')

    def test_words_of_a_server_are_made_safe(self):
        answer = json.dumps({'error': 'x\x1b[2J', 'error_description': 'y\u202e\r\nmintmark-cli: fine\x9b'})
        with Server(answer) as server:
            process = self.token(profile(server.url), expect=6)
            for character in '\x1b\u202e\r\x9b':
                self.assertNotIn(character, process.stderr)
            self.assertNotIn('\nmintmark-cli: fine', process.stderr)

    def test_interrupted_while_the_server_thinks(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with Server() as server, subprocess.Popen([CLI, 'token', '--from', '-'], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                                      stderr=subprocess.PIPE, text=True) as process:
                process.stdin.write(profile(server.url))
                process.stdin.close()
                self.assertTrue(server.asked.wait(20))
                process.send_signal(number)
                self.assertEqual(process.wait(10), -number)
                self.assertEqual((process.stdout.read(), process.stderr.read()), ('', ''))


if __name__ == '__main__':
    unittest.main()
