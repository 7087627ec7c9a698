# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""profile add: what is stored where, what is refused before anything is stored, how secrets come in."""

import base64
import json
import os
import re
import signal
import subprocess
import unittest
from pathlib import Path

from program import Terminal, run, said, start
from canary import ArgvWatch, in_files
from servers import SECRET

ENDPOINT = 'https://id.example.com/token'
CLIENT = 'client-of-this-test'
HOME = Path(os.environ['MINTMARK_KEYRING_FOLDER'])


def add(name, *options, stdin=SECRET, **more):
    return run('profile', 'add', name, '--token-endpoint', ENDPOINT, '--client-id', CLIENT, *options, stdin=stdin, **more)


def shown(name):
    process = run('profile', 'show', name, '--json')
    assert process.returncode == 0, said(process)
    return json.loads(process.stdout)


def keyring_entries():
    """{label: document} as another program finds them; qtkeychain writes binary values as Base64."""
    found = subprocess.run(['secret-tool', 'search', '--all', 'server', 'mintmark'], check=True, text=True,
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    labels = re.findall('^label = (.*)$', found, re.M)
    secrets = re.findall('^secret = (.*)$', found, re.M)
    return {label: json.loads(base64.b64decode(secret)) for label, secret in zip(labels, secrets)}


class Stores(unittest.TestCase):
    def test_secret_is_in_the_keyring_only(self):
        with ArgvWatch(SECRET) as watch, start('profile', 'add', 'Canary/Payments@test', '--token-endpoint', ENDPOINT,
                                               '--client-id', CLIENT, '--secret-stdin') as process:
            watch.look()  # it waits for the secret
            stdout, stderr = process.communicate(SECRET, timeout=60)
        self.assertEqual((process.returncode, stdout), (0, ''), stderr)
        self.assertNotIn(SECRET, stderr)
        self.assertEqual(watch.hits, set())
        self.assertEqual(keyring_entries()['Canary · Payments [Test]']['client_secret'], SECRET)
        self.assertEqual(in_files(SECRET, HOME), [])

        index = Path(os.environ['XDG_CONFIG_HOME']) / 'mintmark/profiles.json'
        self.assertEqual(index.stat().st_mode & 0o777, 0o600)
        self.assertNotIn('id.example.com', index.read_text())
        self.assertNotIn(CLIENT, index.read_text())

    def test_a_preset_asks_for_its_own_values(self):
        process = run('profile', 'add', 'preset/okta', '--provider', 'okta', '--set', 'domain=https://acme.okta.com/',
                      '--set', 'server_id=aus1', '--scope', 'orders', '--client-id', CLIENT, '--secret-stdin', stdin=SECRET)
        self.assertEqual(process.returncode, 0, said(process))
        profile = shown('preset/okta')
        self.assertEqual(profile['token_endpoint'], 'https://acme.okta.com/oauth2/aus1/v1/token')
        self.assertEqual(profile['issuer'], 'https://acme.okta.com/oauth2/aus1')
        self.assertEqual(run('profile', 'edit', 'preset/okta', '--set', 'server_id=default').returncode, 0)
        self.assertEqual(shown('preset/okta')['jwks_uri'], 'https://acme.okta.com/oauth2/default/v1/keys')

    def test_a_value_no_preset_knows_is_refused(self):
        for values, complaint in ((['domain=acme-admin.okta.com'], 'administration'), (['tenant=a'], 'knows domain, server_id'),
                                  (['domain'], 'NAME=VALUE')):
            process = run('profile', 'add', 'preset/bad', '--provider', 'okta', *[word for value in values for word in ('--set', value)],
                          '--client-id', CLIENT, '--secret-stdin', stdin=SECRET)
            self.assertEqual(process.returncode, 2, said(process))
            self.assertIn(complaint, process.stderr)

    def test_defaults_are_those_of_the_provider(self):
        self.assertEqual(add('defaults/generic', '--secret-stdin').returncode, 0)
        profile = shown('defaults/generic')
        self.assertEqual((profile['body'], profile['grant_type'], profile['client_authentication']),
                         ('form', 'client_credentials', 'client_secret_basic'))
        process = run('profile', 'add', 'defaults/sage', '--provider', 'sage-id', '--client-id', CLIENT,
                      '--audience', 's200ukipd/sage200', '--secret-stdin', stdin=SECRET)
        self.assertEqual(process.returncode, 0, said(process))
        profile = shown('defaults/sage')
        self.assertEqual((profile['token_endpoint'], profile['body'], profile['grant_type'], profile['renewal']),
                         ('https://id.sage.com/oauth/token', 'json', 'client_credential', 'get'))

    def test_every_option_is_kept(self):
        process = add('all/options', '--environment', 'production', '--alias', 'everything', '--body', 'json',
                      '--grant-type', 'gt', '--client-auth', 'client_secret_post', '--audience', 'aud',
                      '--resource', 'https://r1', '--resource', 'https://r2', '--scope', 'a b', '--param', 'p1=v=1',
                      '--param', 'p2=', '--header', 'X-One: 1', '--renewal', 'get', '--renewal-endpoint', 'https://r.example.com/',
                      '--issuer', 'https://id.example.com', '--jwks-uri', 'https://id.example.com/jwks',
                      '--ca-file', 'ca.pem', '--timeout', '7', '--min-valid', '90', '--secret-stdin', cwd='/tmp')
        self.assertEqual(process.returncode, 0, said(process))
        profile = shown('everything')
        expected = {'body': 'json', 'grant_type': 'gt', 'client_id': CLIENT, 'client_authentication': 'client_secret_post',
                    'audience': 'aud', 'resource': ['https://r1', 'https://r2'], 'scope': 'a b', 'renewal': 'get',
                    'renewal_endpoint': 'https://r.example.com/', 'issuer': 'https://id.example.com',
                    'jwks_uri': 'https://id.example.com/jwks', 'min_valid_s': 90,
                    'network': {'ca_file': '/tmp/ca.pem', 'timeout_s': 7}}
        self.assertEqual({name: profile[name] for name in expected}, expected)
        self.assertEqual([(p['name'], p['value']) for p in profile['extra_parameters']], [('p1', 'v=1'), ('p2', '')])
        self.assertEqual([(h['name'], h['value']) for h in profile['headers']], [('X-One', '1')])
        self.assertEqual(profile['name']['environment'], 'production')

    def test_one_line_break_at_the_end_is_not_part_of_it(self):
        for name, stdin, characters in (('line/lf', SECRET + '\n', 30), ('line/crlf', SECRET + '\r\n', 30),
                                        ('line/two', SECRET + '\n\n', 31), ('line/space', SECRET + ' ', 31)):
            self.assertEqual(add(name, '--secret-stdin', stdin=stdin).returncode, 0)
            self.assertIn(f'{characters} characters', run('profile', 'show', name).stdout)

    def test_secret_from_a_descriptor(self):
        read, write = os.pipe()
        os.write(write, SECRET.encode())
        os.close(write)
        process = add('descriptor/x', '--secret-fd', str(read), stdin='', pass_fds=[read])
        os.close(read)
        self.assertEqual(process.returncode, 0, said(process))
        self.assertIn('30 characters', run('profile', 'show', 'descriptor/x').stdout)

    def test_public_clients_have_none(self):
        process = add('public/x', '--provider', 'generic', '--client-auth', 'none', stdin='')
        self.assertEqual(process.returncode, 0, said(process))
        self.assertRegex(run('profile', 'show', 'public/x').stdout, r'client_secret +none')


class Refuses(unittest.TestCase):
    def refused(self, process, code, *words):
        self.assertEqual((process.returncode, process.stdout), (code, ''), said(process))
        for word in words:
            self.assertIn(word, process.stderr)
        self.assertNotIn(SECRET, process.stderr)

    def test_secrets_in_arguments(self):
        for option in ('--client-secret', '--secret', '--password'):
            self.refused(add('refused/x', option, 'not-' + 'telling'), 2, 'not taken from arguments')
        for option in ('client_secret', 'password', 'Client_Secret', 'access_token', 'subject_token', 'api_key', 'apiKey'):
            self.refused(add('refused/x', '--param', f'{option}=x', '--secret-stdin'), 2, 'not taken from arguments')
        for option in ('Authorization', 'X-Api-Key', 'X-Auth-Token', 'Ocp-Apim-Subscription-Key', 'Set-Cookie'):
            self.refused(add('refused/x', '--header', f'{option}: x', '--secret-stdin'), 2, 'not taken from arguments')

    def test_names_about_secrets_are_none(self):
        process = add('about/secrets', '--param', 'requested_token_type=x', '--param', 'key_id=x', '--secret-stdin')
        self.assertEqual(process.returncode, 0, said(process))

    def test_what_nothing_can_be_sent_with(self):
        self.refused(add('refused/x', '--renewal', 'never', '--secret-stdin'), 2, 'never')
        self.refused(add('refused/x', '--client-auth', 'private_key_jwt', '--secret-stdin'), 2, 'private key')

    def test_what_no_server_would_take(self):
        self.refused(run('profile', 'add', 'refused/x', '--client-id', 'c', '--secret-stdin', stdin=SECRET), 2)
        self.refused(add('refused/x', '--token-endpoint', 'id.example.com', '--secret-stdin'), 2)
        self.refused(run('profile', 'add', 'refused/x', '--token-endpoint', 'http://id.example.com/', '--client-id', 'c',
                         '--secret-stdin', stdin=SECRET), 2, 'http')
        self.refused(add('refused/x', '--secret-stdin', stdin=''), 2, 'empty')
        self.refused(add('refused/x', '--secret-stdin', stdin='x' * 70000), 2, '64 KiB')
        self.refused(add('refused/x', '--header', 'Host: y', '--secret-stdin'), 2, 'Host')
        self.refused(add('refused/x', '--param', 'novalue', '--secret-stdin'), 2, 'NAME=VALUE')
        self.refused(add('refused/x', '--client-auth', 'password', '--secret-stdin'), 2)
        self.refused(add('refused/x', '--provider', 'other', '--secret-stdin'), 2, 'sage-id')

    def test_names(self):
        self.refused(add('refused/x@nowhere', '--secret-stdin'), 2, 'production')
        self.refused(add('refused/x@test', '--environment', 'sandbox', '--secret-stdin'), 2, 'two different')
        self.refused(add('', '--secret-stdin'), 2)
        self.assertEqual(add('Twice/x@test', '--secret-stdin').returncode, 0)
        self.refused(add('twice/X@test', '--secret-stdin'), 3, 'already')

    def test_both_sources_or_none(self):
        self.refused(add('refused/x', '--secret-stdin', '--secret-fd', '3'), 2)
        self.refused(add('refused/x', '--secret-fd', '987', stdin=''), 2)
        # No terminal to ask on.
        self.refused(add('refused/x', stdin=''), 2, '--secret-stdin')

    @classmethod
    def tearDownClass(cls):
        assert 'refused' not in run('profiles').stdout
        assert not any('refused' in label for label in keyring_entries())


class Prompt(unittest.TestCase):
    options = ('profile', 'add', '--token-endpoint', ENDPOINT, '--client-id', CLIENT)

    def test_asks_without_echo(self):
        with Terminal(*self.options, 'prompt/typed') as terminal:
            terminal.read_until('Client secret of prompt/typed: ')
            self.assertFalse(terminal.shows_typing())
            terminal.type(SECRET + '\n')
            self.assertEqual(terminal.wait(), (0, None), terminal.seen)
            self.assertNotIn(SECRET, terminal.seen)
        self.assertIn('30 characters', run('profile', 'show', 'prompt/typed').stdout)

    def ended(self, name, key, end):
        with Terminal(*self.options, name) as terminal:
            terminal.read_until(f'Client secret of {name}: ')
            terminal.type(SECRET[:5] if key == '\x03' else '')
            terminal.type(key)
            self.assertEqual(terminal.wait(), end, terminal.seen)
            self.assertTrue(terminal.shows_typing())
        self.assertNotIn(name, run('profiles').stdout)

    def test_ctrl_c_shows_typing_again(self):
        self.ended('prompt/ctrl-c', '\x03', (None, signal.SIGINT))

    def test_end_of_input_and_nothing(self):
        self.ended('prompt/ctrl-d', '\x04', (2, None))
        self.ended('prompt/nothing', '\n', (2, None))

    def test_stopped_and_continued(self):
        with Terminal(*self.options, 'prompt/stopped') as terminal:
            terminal.read_until('Client secret of prompt/stopped: ')
            terminal.type('\x1a')
            _, status = os.waitpid(terminal.pid, os.WUNTRACED)
            self.assertTrue(os.WIFSTOPPED(status))
            self.assertTrue(terminal.shows_typing())
            terminal.seen = ''
            os.kill(terminal.pid, signal.SIGCONT)
            terminal.read_until('Client secret of prompt/stopped: ')
            self.assertFalse(terminal.shows_typing())
            terminal.type(SECRET + '\n')
            self.assertEqual(terminal.wait(), (0, None), terminal.seen)

    def test_stdin_that_is_a_terminal_is_asked_without_echo(self):
        with Terminal(*self.options, 'prompt/stdin', '--secret-stdin') as terminal:
            terminal.read_until('Client secret of prompt/stdin: ')
            self.assertFalse(terminal.shows_typing())
            terminal.type(SECRET + '\n')
            self.assertEqual(terminal.wait(), (0, None), terminal.seen)
            self.assertNotIn(SECRET, terminal.seen)


if __name__ == '__main__':
    unittest.main()
