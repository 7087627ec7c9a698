# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""Every method of client authentication, through files and stored profiles; where keys lie, and where not."""

import base64
import json
import os
import unittest
from pathlib import Path

from program import Terminal, run, said
from canary import ArgvWatch, in_files
from listener import Listener, openssl
from servers import SECRET, OidcServer

HOME = Path(os.environ['MINTMARK_KEYRING_FOLDER'])
KEYS = HOME / 'keys-of-this-test'
ALGORITHMS = ('RS256', 'PS256', 'ES256', 'ES384', 'ES512', 'EdDSA')
JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer'


def decoded(part):
    return json.loads(base64.urlsafe_b64decode(part + '=' * (-len(part) % 4)))


def setUpModule():
    KEYS.mkdir(exist_ok=True)


def tearDownModule():
    for path in KEYS.iterdir():
        path.unlink()
    KEYS.rmdir()


def from_file(stdin, **members):
    return run('token', '--from', '-', stdin=json.dumps(stdin | members))


class AtARealServer(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = OidcServer().__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()

    def good(self, process):
        self.assertEqual(process.returncode, 0, said(process))
        self.assertEqual((process.stdout.count('.'), process.stderr), (2, ''))

    def test_from_a_file(self):
        base = {'token_endpoint': self.server.token_endpoint}
        cases = [{'client_id': self.server.clients['post'], 'client_secret': SECRET, 'client_authentication': 'client_secret_post'},
                 {'client_id': self.server.clients['odd'], 'client_secret': SECRET, 'client_authentication': 'client_secret_basic'}]
        cases += [{'client_id': f'mintmark-{alg}', 'client_secret': SECRET, 'client_authentication': 'client_secret_jwt',
                   'assertion': {'algorithm': alg}} for alg in ('HS256', 'HS384', 'HS512')]
        cases += [{'client_id': f'mintmark-{alg}', 'private_key': self.server.private_keys[alg],
                   'client_authentication': 'private_key_jwt', 'assertion': {'algorithm': alg, 'key_id': f'key-{alg}'}}
                  for alg in ALGORITHMS]
        for case in cases:
            with self.subTest(case['client_id']):
                before = len(self.server.posts)
                self.good(from_file(base | case))
                self.good(from_file(base | case))
                self.assertEqual(len(self.server.posts), before + 2)

    def test_a_key_is_kept_in_the_keyring_only(self):
        plain = self.server.private_keys['RS256']
        canary = plain.splitlines()[5]
        encrypted = openssl('pkcs8', '-topk8', '-v2', 'aes256', '-passout', 'pass:hunter2', stdin=plain)
        (KEYS / 'key.pem').write_text(encrypted)
        read, write = os.pipe()
        os.write(write, b'hunter2\n')
        os.close(write)
        with ArgvWatch(canary) as watch:
            process = run('profile', 'add', 'keys/rs256', '--token-endpoint', self.server.token_endpoint, '--client-id',
                          'mintmark-RS256', '--client-auth', 'private_key_jwt', '--key-file', KEYS / 'key.pem',
                          '--key-passphrase-fd', read, '--assertion-audience', 'issuer', '--issuer', self.server.issuer,
                          '--assertion-lifetime', '60', pass_fds=[read])
            os.close(read)
            self.assertEqual(process.returncode, 0, said(process))
            self.good(run('token', 'keys/rs256'))
            self.good(run('token', 'keys/rs256', '--fresh'))
            shown = run('profile', 'show', 'keys/rs256')
        self.assertIn('RSA with 2048 bits, thumbprint', shown.stdout)
        as_json = json.loads(run('profile', 'show', 'keys/rs256', '--json').stdout)
        self.assertEqual(as_json['assertion'], {'audience_is_issuer': True, 'lifetime_s': 60})
        self.assertNotIn('private_key', as_json)
        self.assertEqual(watch.hits, set())
        self.assertNotIn(canary, shown.stdout + shown.stderr)
        self.assertEqual(in_files(canary, HOME), [])
        self.assertEqual(in_files('hunter2', HOME), [])

    def test_the_audience_follows_the_issuer(self):
        (KEYS / 'follows.pem').write_text(self.server.private_keys['ES256'])
        add = ('profile', 'add', 'keys/follows', '--token-endpoint', self.server.token_endpoint, '--client-id',
               'mintmark-ES256', '--client-auth', 'private_key_jwt', '--key-file', KEYS / 'follows.pem',
               '--assertion-audience', 'issuer')
        process = run(*add)
        self.assertEqual(process.returncode, 2, said(process))
        self.assertIn('has no issuer yet', process.stderr)
        process = run(*add, '--issuer', 'https://elsewhere.example.com')
        self.assertEqual(process.returncode, 0, said(process))
        self.assertEqual(run('token', 'keys/follows').returncode, 6)
        process = run('profile', 'edit', 'keys/follows', '--issuer', self.server.issuer)
        self.assertEqual(process.returncode, 0, said(process))
        self.good(run('token', 'keys/follows'))
        process = run('profile', 'edit', 'keys/follows', '--assertion-audience', 'https://elsewhere.example.com')
        self.assertEqual(process.returncode, 0, said(process))
        self.assertEqual(run('token', 'keys/follows', '--fresh').returncode, 6)

    def test_a_passphrase_is_asked_for(self):
        (KEYS / 'asked.pem').write_text(openssl('pkcs8', '-topk8', '-v2', 'aes256', '-passout', 'pass:hunter2',
                                                stdin=self.server.private_keys['ES256']))
        with Terminal('profile', 'add', 'keys/asked', '--token-endpoint', self.server.token_endpoint, '--client-id',
                      'mintmark-ES256', '--client-auth', 'private_key_jwt', '--key-file', str(KEYS / 'asked.pem')) as terminal:
            terminal.read_until('Passphrase of the private key: ')
            self.assertFalse(terminal.shows_typing())
            terminal.type('hunter2\n')
            self.assertEqual(terminal.wait(), (0, None), terminal.seen)
            self.assertNotIn('hunter2', terminal.seen)
        self.good(run('token', 'keys/asked'))

    def test_two_questions_one_after_the_other(self):
        (KEYS / 'two.pem').write_text(openssl('pkcs8', '-topk8', '-v2', 'aes256', '-passout', 'pass:hunter2',
                                              stdin=self.server.private_keys['ES256']))
        with Terminal('profile', 'add', 'keys/two', '--token-endpoint', self.server.token_endpoint, '--client-id', 'c',
                      '--grant-type', JWT_BEARER, '--key-file', str(KEYS / 'two.pem')) as terminal:
            terminal.read_until('Passphrase of the private key: ')
            terminal.type('hunter2\n')
            terminal.read_until('Client secret of keys/two: ')
            terminal.type(SECRET + '\n')
            self.assertEqual(terminal.wait(), (0, None), terminal.seen)
            self.assertNotIn(SECRET, terminal.seen)
        shown = run('profile', 'show', 'keys/two').stdout
        self.assertIn('30 characters', shown)
        self.assertIn('EC P-256', shown)

    def test_edit_changes_what_is_given(self):
        process = run('profile', 'add', 'edit/me@test', '--token-endpoint', self.server.token_endpoint, '--client-id',
                      self.server.clients['basic'], '--secret-stdin', '--scope', 'payments:read', '--param', 'a=1',
                      '--param', 'b:=2', '--header', 'X-A: 1', stdin='not-the-secret')
        self.assertEqual(process.returncode, 0, said(process))
        self.assertEqual(run('token', 'edit/me').returncode, 6)
        process = run('profile', 'edit', 'edit/me', '--secret-stdin', '--scope', '', '--param', 'a=3', '--remove-param', 'b',
                      stdin=SECRET)
        self.assertEqual(process.returncode, 0, said(process))
        self.good(run('token', 'edit/me'))
        shown = json.loads(run('profile', 'show', 'edit/me', '--json').stdout)
        self.assertEqual([(p['name'], p['value']) for p in shown['extra_parameters']], [('a', '3')])
        self.assertEqual([h['name'] for h in shown['headers']], ['X-A'])
        self.assertNotIn('scope', shown)
        # From a secret to a key, under another name.
        (KEYS / 'es384.pem').write_text(self.server.private_keys['ES384'])
        process = run('profile', 'edit', 'edit/me', '--rename', 'edit/key@sandbox', '--client-id', 'mintmark-ES384', '--client-auth',
                      'private_key_jwt', '--key-file', KEYS / 'es384.pem', '--remove-secret')
        self.assertEqual(process.returncode, 0, said(process))
        self.good(run('token', 'edit/key@sandbox'))
        self.assertRegex(run('profile', 'show', 'edit/key').stdout, r'client_secret +none')
        self.assertEqual(run('token', 'edit/me').returncode, 3)


class WhatIsSent(unittest.TestCase):
    def token(self, listener, **members):
        process = from_file({'token_endpoint': listener.url, 'client_id': 'c'}, **members)
        self.assertEqual((process.returncode, process.stdout), (0, 't0k\n'), said(process))

    def test_tls_methods_need_a_certificate(self):
        for method in ('tls_client_auth', 'self_signed_tls_client_auth'):
            with Listener() as listener:
                process = from_file({'token_endpoint': listener.url, 'client_id': 'c'}, client_authentication=method)
                self.assertEqual((process.returncode, process.stdout), (2, ''), said(process))
                self.assertIn('no client certificate', process.stderr)
                self.assertEqual(listener.requests, [])

    def test_service_account_file(self):
        key = openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048')
        with Listener() as listener:
            account = {'type': 'service_account', 'project_id': 'p', 'private_key_id': 'id-1', 'private_key': key,
                       'client_email': 'robot@p.iam.gserviceaccount.com', 'token_uri': listener.url}
            (KEYS / 'account.json').write_text(json.dumps(account))
            process = run('profile', 'add', 'google/robot', '--key-file', KEYS / 'account.json', '--scope', 'a b',
                          '--assertion-subject', 'user@example.com')
            self.assertEqual(process.returncode, 0, said(process))
            process = run('token', 'google/robot')
            self.assertEqual((process.returncode, process.stdout), (0, 't0k\n'), said(process))
            form = listener.form()
            self.assertEqual(form.keys(), {'grant_type', 'assertion', 'scope'})
            self.assertEqual(form['grant_type'], JWT_BEARER)
            header, claims, _ = form['assertion'].split('.')
            self.assertEqual(decoded(header), {'alg': 'RS256', 'typ': 'JWT', 'kid': 'id-1'})
            claims = decoded(claims)
            self.assertEqual({name: claims[name] for name in ('iss', 'sub', 'scope', 'aud')},
                             {'iss': account['client_email'], 'sub': 'user@example.com', 'scope': 'a b', 'aud': listener.url})
            self.assertEqual(claims['exp'] - claims['iat'], 300)
        with Listener() as listener:
            self.token(listener, client_id='other', private_key=account | {'token_uri': 'https://unused.example.com/'})
            self.assertEqual(decoded(listener.form()['assertion'].split('.')[1])['iss'], 'other')

    def test_key_of_a_set(self):
        """The assertion's key id says which of several keys signs."""
        # RFC 8037 appendix A.1 and RFC 7515 appendix A.3
        keys = [{'kty': 'OKP', 'crv': 'Ed25519', 'kid': 'ed', 'd': 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
                 'x': '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'},
                {'kty': 'EC', 'crv': 'P-256', 'kid': 'ec', 'x': 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
                 'y': 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0', 'd': 'jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI'}]
        chosen = {'ed': 'EdDSA', 'ec': 'ES256'}
        (KEYS / 'set.json').write_text(json.dumps({'keys': keys}))

        def signed(listener):
            header = decoded(listener.form()['client_assertion'].split('.')[0])
            return header['kid'], header['alg']

        with Listener() as listener:
            base = {'token_endpoint': listener.url, 'client_id': 'c', 'client_authentication': 'private_key_jwt',
                    'private_key': {'keys': keys}}
            for key_id, algorithm in chosen.items():
                self.assertEqual(from_file(base, assertion={'key_id': key_id}).stdout, 't0k\n')
                self.assertEqual(signed(listener), (key_id, algorithm))
                listener.requests.clear()
            options = ('--token-endpoint', listener.url, '--client-id', 'c', '--client-auth', 'private_key_jwt',
                       '--key-file', KEYS / 'set.json')
            for process in (from_file(base), from_file(base, assertion={'key_id': 'other'}),
                            run('profile', 'add', 'set/unsaid', *options)):
                self.assertEqual(process.returncode, 2, said(process))
                self.assertIn('(kid): "ed", "ec"', process.stderr)
            self.assertEqual(listener.requests, [])
            process = run('profile', 'add', 'set/said', *options, '--assertion-key-id', 'ed')
            self.assertEqual(process.returncode, 0, said(process))
            process = run('profile', 'edit', 'set/said', '--assertion-key-id', 'ec')
            self.assertEqual(process.returncode, 0, said(process))
            self.assertIn('EC P-256', run('profile', 'show', 'set/said').stdout)
            self.assertEqual(run('token', 'set/said').stdout, 't0k\n')
            self.assertEqual(signed(listener), ('ec', 'ES256'))
            self.assertEqual(run('profile', 'edit', 'set/said', '--assertion-key-id', '').returncode, 2)

    def test_audience_of_an_assertion(self):
        """RFC 7519 §4.1.3: a text, or a list of texts."""
        key = openssl('genpkey', '-algorithm', 'ed25519')
        (KEYS / 'audience.pem').write_text(key)
        lists = (['https://a.example.com', 'b c'], ['https://a.example.com'])

        def audience(listener):
            claims = decoded(listener.form()['client_assertion'].split('.')[1])
            listener.requests.clear()
            return claims['aud']

        with Listener() as listener:
            base = {'token_endpoint': listener.url, 'client_id': 'c', 'client_authentication': 'private_key_jwt'}
            for aud in lists:
                self.assertEqual(from_file(base, private_key=key, assertion={'audience': aud}).stdout, 't0k\n')
                self.assertEqual(audience(listener), aud)
            for aud in ([], ['a', 1], ['a', ''], 7):
                process = from_file(base, private_key=key, assertion={'audience': aud})
                self.assertEqual((process.returncode, listener.requests), (2, []), said(process))
                self.assertIn('assertion.audience', process.stderr)
            process = run('profile', 'add', 'audience/list', '--token-endpoint', listener.url, '--client-id', 'c', '--client-auth',
                          'private_key_jwt', '--key-file', KEYS / 'audience.pem', '--assertion-audience', lists[0][0],
                          '--assertion-audience', lists[0][1])
            self.assertEqual(process.returncode, 0, said(process))
            self.assertEqual(run('token', 'audience/list').stdout, 't0k\n')
            self.assertEqual(audience(listener), lists[0])
            shown = json.loads(run('profile', 'show', 'audience/list', '--json').stdout)
            self.assertEqual(shown['assertion']['audience'], lists[0])
            self.assertEqual(from_file(shown, private_key=key).stdout, 't0k\n')
            self.assertEqual(audience(listener), lists[0])
            for other in ('issuer', 'token-endpoint', ''):
                process = run('profile', 'edit', 'audience/list', '--assertion-audience', 'a', '--assertion-audience', other)
                self.assertEqual(process.returncode, 2, said(process))
            run('profile', 'edit', 'audience/list', '--assertion-audience', 'token-endpoint')
            self.assertEqual(run('token', 'audience/list', '--fresh').stdout, 't0k\n')
            self.assertEqual(audience(listener), listener.url)

    def test_everything_else(self):
        reads = []
        for text in (b's3cret param\n', b's3cret-header'):
            read, write = os.pipe()
            os.write(write, text)
            os.close(write)
            reads.append(read)
        with Listener() as listener:
            process = run('profile', 'add', 'everything/else', '--token-endpoint', listener.url, '--client-id', 'c', '--client-auth',
                          'none', '--body', 'json', '--resource', 'https://r1', '--resource', 'https://r2', '--param', 's=1',
                          '--param', 'n:=1.50', '--param', 'b:=true', '--param', 'j:={"a":[1]}', '--param', 'empty=',
                          '--secret-param', f'pin={reads[0]}', '--secret-header', f'X-Key={reads[1]}', '--header', 'X-Trace: on',
                          pass_fds=reads)
            self.assertEqual(process.returncode, 0, said(process))
            self.assertEqual(run('token', 'everything/else').stdout, 't0k\n')
            head, body = listener.requests[0].split('\r\n\r\n', 1)
            self.assertEqual(body, '{"grant_type":"client_credentials","client_id":"c","resource":["https://r1","https://r2"],"s":"1",'
                                   '"n":1.50,"b":true,"j":{"a":[1]},"pin":"s3cret param"}')
            self.assertIn('X-Trace: on\r\n', head)
            self.assertIn('X-Key: s3cret-header\r\n', head)
            self.assertNotIn('s3cret', run('profile', 'show', 'everything/else').stdout)
        for read in reads:
            os.close(read)
        process = run('profile', 'add', 'not/json', '--token-endpoint', listener.url, '--client-id', 'c', '--client-auth', 'none',
                      '--param', 'n:=1a')
        self.assertEqual(process.returncode, 2, said(process))


class Refused(unittest.TestCase):
    """Before anything is sent, each with its own words."""

    def refused(self, words, key, **members):
        with Listener() as listener:
            process = from_file({'token_endpoint': listener.url, 'client_id': 'c', 'client_authentication': 'private_key_jwt',
                                 'private_key': key}, **members)
            self.assertEqual((process.returncode, process.stdout), (2, ''), said(process))
            self.assertIn(words, process.stderr)
            self.assertEqual(listener.requests, [])
            for line in [line for line in key.splitlines() if len(line) > 40]:
                self.assertNotIn(line, process.stderr)

    def test_keys(self):
        rsa = openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048')
        other = openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256')
        encrypted = openssl('pkcs8', '-topk8', '-passout', 'pass:hunter2', stdin=rsa)
        (KEYS / 'other.pem').write_text(other)
        certificate = openssl('req', '-x509', '-key', str(KEYS / 'other.pem'), '-subj', '/CN=x')
        self.refused('no private key', '')
        self.refused('private key cannot be read', 'swordfish')
        self.refused('private key is encrypted', encrypted)
        self.refused('passphrase does not open', encrypted, private_key_passphrase='hunter3')
        self.refused('public key or a certificate', openssl('pkey', '-pubout', stdin=rsa))
        self.refused('public key or a certificate', certificate)
        self.refused('only 1024 bits', openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024'))
        self.refused('ES256 cannot be signed with this key', rsa, assertion={'algorithm': 'ES256'})
        self.refused('belongs to another private key', rsa, assertion={'certificate': certificate})
        self.refused('certificate cannot be read', rsa, assertion={'certificate': 'x'})
        self.refused('No private key signs with "none"', rsa, assertion={'algorithm': 'none'})


if __name__ == '__main__':
    unittest.main()
