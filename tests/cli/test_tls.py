# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""Over TLS: every method of client authentication, client certificates in every form, proxies and time limits."""

import base64
import json
import os
import shutil
import socket
import time
import unittest
from pathlib import Path

from program import run, said
from canary import in_files
from certificates import make_certificates
from listener import Listener, Proxy
from servers import OidcServer

FOLDER = Path(os.environ['MINTMARK_KEYRING_FOLDER']) / 'tls-of-this-test'
ODD_SECRET = 'pass:word 100%+&=/?~<"\\> of the odd one'
# No such host: only the proxy knows the way.
FAR = 'https://token.example.test/token'


def setUpModule():
    FOLDER.mkdir()
    make_certificates(FOLDER)


def tearDownModule():
    shutil.rmtree(FOLDER)


def pipe(text):
    """The end to read from, of a pipe that holds the text."""
    read, write = os.pipe()
    os.write(write, text.encode())
    os.close(write)
    return read


class WithServer(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = OidcServer('--tls', str(FOLDER), secret=ODD_SECRET).__enter__()
        cls.port = int(cls.server.issuer.rsplit(':', 1)[1])

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()

    def good(self, process):
        self.assertEqual(process.returncode, 0, said(process))
        self.assertEqual((process.stdout.count('.'), process.stderr), (2, ''), said(process))

    def from_file(self, network=None, **members):
        profile = {'token_endpoint': self.server.token_endpoint, 'body': 'form', 'grant_type': 'client_credentials'} | members
        profile['network'] = {'ca_file': str(FOLDER / 'ca.pem')} | (network or {})
        return run('token', '--from', '-', stdin=json.dumps(profile))

    def add(self, name, *options, stdin='', **more):
        endpoint = () if '--token-endpoint' in options else ('--token-endpoint', self.server.token_endpoint)
        return run('profile', 'add', name, *endpoint, '--ca-file', FOLDER / 'ca.pem', *options, stdin=stdin, **more)


class Methods(WithServer):
    """Id and secret need encoding wherever a method puts them."""

    def cases(self):
        secret = {'client_secret': ODD_SECRET}
        yield {'client_id': self.server.clients['post'], 'client_authentication': 'client_secret_post'} | secret
        yield {'client_id': self.server.clients['basic'], 'client_authentication': 'client_secret_basic'} | secret
        yield {'client_id': self.server.clients['odd'], 'client_authentication': 'client_secret_basic',
               'basic_encoding': 'form'} | secret
        for alg in ('HS256', 'HS384', 'HS512'):
            yield {'client_id': f'mintmark-{alg}', 'client_authentication': 'client_secret_jwt',
                   'assertion': {'algorithm': alg}} | secret
        for alg, key in self.server.private_keys.items():
            yield {'client_id': f'mintmark-{alg}', 'client_authentication': 'private_key_jwt', 'private_key': key,
                   'assertion': {'algorithm': alg, 'key_id': f'key-{alg}', 'audience': self.server.issuer, 'claims': {'x': 1}}}

    def test_from_a_file(self):
        for case in self.cases():
            with self.subTest(case['client_id']):
                self.good(self.from_file(**case))

    def test_stored(self):
        for number, case in enumerate(self.cases()):
            with self.subTest(case['client_id']):
                options = ['--client-id', case['client_id'], '--client-auth', case['client_authentication']]
                if 'private_key' in case:
                    key = FOLDER / 'assertion.key'
                    key.write_text(case['private_key'])
                    options += ['--key-file', key]
                else:
                    options += ['--secret-stdin']
                if 'assertion' in case:
                    options += ['--assertion-algorithm', case['assertion']['algorithm']]
                process = self.add(f'methods/m{number}', *options, stdin=case.get('client_secret', ''))
                self.assertEqual(process.returncode, 0, said(process))
                self.good(run('token', f'methods/m{number}'))

    def test_a_wrong_secret_is_refused(self):
        process = self.from_file(client_id=self.server.clients['odd'], client_secret=ODD_SECRET + 'x',
                                 client_authentication='client_secret_basic')
        self.assertEqual((process.returncode, process.stdout), (6, ''), said(process))

    def test_members_that_shape_the_request(self):
        common = {'client_id': 'a:b c', 'client_secret': 'p%q', 'resource': ['https://r1', 'https://r2'],
                  'headers': [{'name': 'X-One', 'value': '1'}], 'extra_parameters': [{'name': 'n', 'value': '7', 'type': 'number'}]}
        with Listener() as listener:
            self.assertEqual(self.from_file(token_endpoint=listener.url, client_authentication='client_secret_basic',
                                            basic_encoding='raw', **common).stdout, 't0k\n')
            self.assertIn('Basic ' + base64.b64encode(b'a:b c:p%q').decode() + '\r\n', listener.requests[0])
            self.assertIn('X-One: 1\r\n', listener.requests[0])
            self.assertEqual(listener.form(), {'grant_type': 'client_credentials', 'resource': common['resource'], 'n': '7'})
        with Listener() as listener:
            shorter = {'body': 'json', 'headers': {'X-One': '1'}, 'extra_parameters': {'n': 7}}
            self.assertEqual(self.from_file(token_endpoint=listener.url, client_authentication='client_secret_post',
                                            **common | shorter).stdout, 't0k\n')
            head, body = listener.requests[0].split('\r\n\r\n', 1)
            self.assertIn('X-One: 1\r\n', head)
            self.assertEqual(json.loads(body), {'grant_type': 'client_credentials', 'client_id': 'a:b c', 'client_secret': 'p%q',
                                                'resource': common['resource'], 'n': 7})


class ClientCertificates(WithServer):
    def test_from_a_file(self):
        def path(name):
            return str(FOLDER / name)

        def text(name):
            return (FOLDER / name).read_text()

        packed = base64.b64encode((FOLDER / 'client.p12').read_bytes()).decode()
        forms = [{'client_certificate': path('client.pem')},
                 {'client_certificate': text('client.pem')},
                 {'client_certificate': path('client.crt'), 'client_key': path('client.key')},
                 {'client_certificate': text('client.crt'), 'client_key': text('client.key')},
                 {'client_certificate': path('open.p12')},
                 {'client_certificate': path('client.p12'), 'client_key_passphrase': 'hunter2'},
                 {'client_certificate': {'file': path('client.pem')}},
                 {'client_certificate': {'file': path('client.crt'), 'key_file': path('client.key')}},
                 {'client_certificate': {'certificate': path('client.crt'), 'key': path('client.key')}},
                 {'client_certificate': {'cert': path('client.crt'), 'key': path('locked.key'), 'passphrase': 'hunter2'}},
                 {'client_certificate': {'certificate': text('client.crt'), 'key': text('client.key')}},
                 {'client_certificate': {'pem': text('client.pem')}},
                 {'client_certificate': {'pkcs12': path('client.p12'), 'passphrase': 'hunter2'}},
                 {'client_certificate': {'pkcs12': packed, 'passphrase': 'hunter2'}}]
        for number, network in enumerate(forms):
            with self.subTest(f'{number}: {network.keys()}'):
                self.good(self.from_file(network, client_id='mintmark-tls', client_authentication='tls_client_auth'))
        self.good(self.from_file({'client_certificate': path('self-signed.pem')}, client_id='mintmark-self-signed',
                                 client_authentication='self_signed_tls_client_auth'))

    def test_not_these(self):
        for network, code in (({'client_certificate': str(FOLDER / 'stranger.pem')}, 6),
                              ({'client_certificate': str(FOLDER / 'client.p12'), 'client_key_passphrase': 'wrong'}, None),
                              ({'client_certificate': {'unheard_of': 'x'}}, 2),
                              ({'client_certificate': str(FOLDER / 'no-such-file.pem')}, None)):
            with self.subTest(network):
                before = len(self.server.posts)
                process = self.from_file(network, client_id='mintmark-tls', client_authentication='tls_client_auth')
                self.assertNotEqual(process.returncode, 0, said(process))
                self.assertEqual(process.stdout, '')
                if code is not None:
                    self.assertEqual(process.returncode, code, said(process))
                self.assertEqual(len(self.server.posts), before + (code == 6))

    def test_stored(self):
        forms = {'pem': ['--client-cert', FOLDER / 'client.pem'],
                 'two': ['--client-cert', FOLDER / 'client.crt', '--client-key', FOLDER / 'client.key'],
                 'locked': ['--client-cert', FOLDER / 'client.crt', '--client-key', FOLDER / 'locked.key'],
                 'p12': ['--client-cert', FOLDER / 'client.p12']}
        for name, options in forms.items():
            with self.subTest(name):
                passphrase = pipe('hunter2\n')
                if name in ('locked', 'p12'):
                    options = [*options, '--client-key-passphrase-fd', passphrase]
                process = self.add(f'certificate/{name}', '--client-id', 'mintmark-tls', '--client-auth', 'tls_client_auth',
                                   *options, pass_fds=[passphrase])
                os.close(passphrase)
                self.assertEqual(process.returncode, 0, said(process))
                self.good(run('token', f'certificate/{name}'))
        process = self.add('certificate/self', '--client-id', 'mintmark-self-signed', '--client-auth', 'self_signed_tls_client_auth',
                           '--client-cert', FOLDER / 'self-signed.pem')
        self.assertEqual(process.returncode, 0, said(process))
        self.good(run('token', 'certificate/self'))
        canary = (FOLDER / 'client.key').read_text().splitlines()[1]
        self.assertEqual(in_files(canary, FOLDER.parent, but=[FOLDER]), [])

    def test_refused_before_it_is_stored(self):
        for options in (['--client-cert', FOLDER / 'client.crt'],
                        ['--client-cert', FOLDER / 'client.crt', '--client-key', FOLDER / 'self-signed.key'],
                        ['--client-cert', FOLDER / 'client.p12'],
                        ['--client-key', FOLDER / 'client.key'],
                        ['--client-cert', FOLDER / 'no-such-file.pem']):
            process = self.add('certificate/refused', '--client-id', 'c', '--client-auth', 'tls_client_auth', *options)
            self.assertIn(process.returncode, (2, 5), said(process))
            self.assertNotEqual(process.stderr, '')
            self.assertEqual(run('token', 'certificate/refused').returncode, 3)


class OnTheWay(WithServer):
    def post(self):
        return {'client_id': self.server.clients['post'], 'client_secret': ODD_SECRET,
                'client_authentication': 'client_secret_post'}

    def test_a_server_nobody_vouches_for(self):
        before = len(self.server.posts)
        process = self.from_file({'ca_file': ''}, **self.post())
        self.assertEqual((process.returncode, process.stdout), (5, ''), said(process))
        self.assertEqual(len(self.server.posts), before)

    def test_proxy_from_a_file(self):
        with Proxy(self.port) as proxy:
            self.good(self.from_file({'proxy': f'http://127.0.0.1:{proxy.port}'}, token_endpoint=FAR, **self.post()))
            self.good(self.from_file({'proxy': f'127.0.0.1:{proxy.port}'}, token_endpoint=FAR, **self.post()))
            self.assertEqual({head.split('\r\n')[0] for head in proxy.heads}, {'CONNECT token.example.test:443 HTTP/1.1'})
        with Proxy(self.port, login='me:p@ss:word') as proxy:
            for form in (f'http://me:p%40ss:word@127.0.0.1:{proxy.port}',
                         {'host': '127.0.0.1', 'port': proxy.port, 'user': 'me', 'password': 'p@ss:word'}):
                self.good(self.from_file({'proxy': form}, token_endpoint=FAR, **self.post()))
            process = self.from_file({'proxy': f'http://me:wrong@127.0.0.1:{proxy.port}'}, token_endpoint=FAR, **self.post())
            self.assertEqual((process.returncode, process.stdout), (5, ''), said(process))
            self.assertNotIn('wrong', process.stderr)

    def test_proxies_that_answer_a_wrong_login_otherwise(self):
        for refusal in ('401 Unauthorized', '502 Bad Gateway'):  # tinyproxy says 401
            with Proxy(self.port, login='me:right', refusal=refusal) as proxy:
                process = self.from_file({'proxy': f'http://me:wrong@127.0.0.1:{proxy.port}'}, token_endpoint=FAR, **self.post())
                self.assertEqual((process.returncode, process.stdout), (5, ''), said(process))
                self.assertIn('does not open the way', process.stderr)
                self.assertIn('got that of "me"', process.stderr)
                self.assertIn('name and password', process.stderr)
                self.assertNotIn('wrong', process.stderr)

    def test_proxy_stored(self):
        with Proxy(self.port, login='me:p@ss:word') as proxy:
            password = pipe('p@ss:word')
            process = self.add('way/proxy', '--token-endpoint', FAR, '--client-id', self.server.clients['post'], '--client-auth',
                               'client_secret_post', '--secret-stdin', '--proxy', f'me@127.0.0.1:{proxy.port}',
                               '--proxy-password-fd', password, stdin=ODD_SECRET, pass_fds=[password])
            os.close(password)
            self.assertEqual(process.returncode, 0, said(process))
            self.good(run('token', 'way/proxy'))
            self.assertTrue(proxy.heads)
            self.assertEqual(in_files('p@ss:word', FOLDER.parent), [])

    def test_proxy_of_the_environment(self):
        with Proxy(self.port) as proxy:
            profile = {'token_endpoint': FAR, 'network': {'ca_file': str(FOLDER / 'ca.pem')}} | self.post()
            self.good(run('token', '--from', '-', stdin=json.dumps(profile),
                          env={'https_proxy': f'http://127.0.0.1:{proxy.port}'}))
            self.assertEqual(len(proxy.heads), 1)

    def test_time_limit(self):
        with socket.create_server(('127.0.0.1', 0)) as silent:
            endpoint = f'http://127.0.0.1:{silent.getsockname()[1]}/token'
            process = self.add('way/slow', '--token-endpoint', endpoint, '--client-id', 'c', '--client-auth', 'none', '--timeout', '1')
            self.assertEqual(process.returncode, 0, said(process))
            for process_of in (lambda: run('token', 'way/slow'),
                               lambda: self.from_file({'timeout_s': 1}, token_endpoint=endpoint, client_id='c',
                                                      client_authentication='none')):
                began = time.monotonic()
                process = process_of()
                self.assertEqual((process.returncode, process.stdout), (8, ''), said(process))
                self.assertLess(time.monotonic() - began, 20)  # by itself it is 30 s

    def test_http_is_for_this_computer(self):
        far = {'token_endpoint': 'http://token.example.test/token', 'client_id': 'c', 'client_authentication': 'none'}
        process = self.from_file(**far)
        self.assertEqual((process.returncode, process.stdout), (2, ''), said(process))
        with Listener() as listener, Proxy(int(listener.url.split(':')[2].split('/')[0])) as proxy:
            process = self.from_file({'allow_http': True, 'proxy': f'127.0.0.1:{proxy.port}'}, **far)
            self.assertEqual((process.returncode, process.stdout), (0, 't0k\n'), said(process))
            self.assertEqual(len(listener.requests), 1)


if __name__ == '__main__':
    unittest.main()
