# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""inspect --jwks: signatures checked with keys of a file or an address."""

import http.server
import json
import subprocess
import tempfile
import threading
import unittest
from pathlib import Path

from program import TESTS, encoded, jws, run, said
from listener import Listener, answer, openssl

# RFC 7515 A.1 (HS256) and A.3 (ES256): one payload, two signatures and their keys.
PAYLOAD = 'eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ'
HS256 = f'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.{PAYLOAD}.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
OCT = {'kty': 'oct',
       'k': 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow'}
ES256 = (f'eyJhbGciOiJFUzI1NiJ9.{PAYLOAD}.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKT'
         'UJqPP3-Kg6NU1Q')
EC = {'kty': 'EC', 'crv': 'P-256', 'kid': 'rfc-a3', 'x': 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
      'y': 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0'}


class Server:
    """Answers every GET in one way and keeps the paths."""

    def __init__(self, body, status=200, headers=()):
        self.paths = paths = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                paths.append(self.path)
                self.send_response(status)
                for name, value in headers:
                    self.send_header(name, value)
                self.send_header('Content-Length', str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.address = f'http://127.0.0.1:{self.server.server_port}/jwks'
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


class InspectKeys(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, keys, name='keys.json'):
        path = Path(self.folder.name, name)
        path.write_text(keys if isinstance(keys, str) else json.dumps(keys))
        return path

    def signature(self, token, jwks, expect=0):
        process = run('inspect', '--json', '--jwks', jwks, stdin=token)
        self.assertEqual(process.returncode, expect, said(process))
        return json.loads(process.stdout)['signature']

    def test_keys_of_a_file(self):
        path = self.file({'keys': [OCT, EC]})
        self.assertEqual(self.signature(ES256, path), {'status': 'valid', 'alg': 'ES256', 'kid': 'rfc-a3',
                                                       'key_source': str(path)})
        # Trusted by the caller, symmetric ones included.
        self.assertEqual(self.signature(HS256, path), {'status': 'valid', 'alg': 'HS256', 'kid': None,
                                                       'key_source': str(path)})
        self.assertEqual(self.signature(ES256, self.file(EC, 'one.json'))['status'], 'valid')

    def test_not_valid_is_7(self):
        path = self.file({'keys': [EC]})
        header, _, signature = ES256.split('.')
        forged = f'{header}.{encoded({"iss": "joe", "admin": True})}.{signature}'
        none = jws({'iss': 'joe'}, {'alg': 'none'}, b'')
        for token, status in ((forged, 'invalid'), (HS256, 'no_key'), (none, 'unsecured'), ('opaque', 'not_checked'),
                              (jws({}, {'alg': 'XY1'}), 'unsupported')):
            self.assertEqual(self.signature(token, path, expect=7)['status'], status, token)
            process = run('inspect', '--jwks', path, stdin=token)
            self.assertEqual(process.returncode, 7, said(process))
            self.assertIn('signature', process.stderr)
        for text in ('', '{}', '{"keys":[]}', '<html></html>'):
            self.assertEqual(self.signature(ES256, self.file(text), expect=7)['status'], 'no_key', text)

    def test_what_another_program_made(self):
        made = subprocess.run(['node', TESTS / 'servers/jose-hostile.mjs'], capture_output=True, text=True, check=True,
                              timeout=60)
        rows = [json.loads(line) for line in made.stdout.splitlines()]
        self.assertGreater(len(rows), 250)
        for row in rows:
            with self.subTest(row['name']):
                signature = self.signature(row['token'], self.file(row['keys']), 0 if row['expected'] == 'valid' else 7)
                self.assertEqual(signature['status'], row['expected'])
                self.assertEqual(sorted(signature), ['alg', 'key_source', 'kid', 'status'])

    def test_operations_of_a_private_key(self):
        """RFC 7517 §4.3. Private PEM says nothing of operations, and its public half verifies: so does that of a JWK
        that is meant to sign. A secret has no halves."""
        private = EC | {'d': 'jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI'}
        sign, verify, derive = ({'key_ops': [operation]} for operation in ('sign', 'verify', 'deriveKey'))
        for token, key, valid in ((ES256, private | sign, True), (ES256, private | verify, True), (ES256, EC | verify, True),
                                  (ES256, EC | sign, False), (ES256, private | derive, False),
                                  (HS256, OCT | verify, True), (HS256, OCT | sign, False)):
            signature = self.signature(token, self.file(key), 0 if valid else 7)
            self.assertEqual(signature['status'], 'valid' if valid else 'no_key', key)

    def test_an_authority_of_ones_own(self):
        folder = Path(self.folder.name)
        for name, options in (('ca', ('-addext', 'keyUsage=keyCertSign')),
                              ('server', ('-CA', str(folder / 'ca.pem'), '-CAkey', str(folder / 'ca.key'), '-addext',
                                          'basicConstraints=critical,CA:FALSE', '-addext', 'subjectAltName=IP:127.0.0.1'))):
            openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj',
                    f'/CN={name}', '-keyout', str(folder / f'{name}.key'), '-out', str(folder / f'{name}.pem'), *options)
        both = self.file((folder / 'server.pem').read_text() + (folder / 'server.key').read_text(), 'both.pem')
        with Listener(both) as server:
            server.answer = answer('200 OK', {'keys': [EC]})
            address = f'https://127.0.0.1:{server.port}/jwks'
            process = run('inspect', '--jwks', address, stdin=ES256)
            self.assertEqual((process.returncode, process.stdout), (5, ''), said(process))
            self.assertIn('made by "ca"', process.stderr)
            self.assertIn('--ca-file', process.stderr)
            self.assertEqual(server.requests, [])
            process = run('inspect', '--jwks', address, '--ca-file', folder / 'ca.pem', stdin=ES256)
            self.assertEqual(process.returncode, 0, said(process))
            self.assertEqual(len(server.requests), 1)
            process = run('inspect', '--jwks', address, '--ca-file', '/nonexistent', stdin=ES256)
            self.assertEqual(process.returncode, 2, said(process))
        process = run('inspect', '--jwks', both, '--ca-file', both, stdin=ES256)
        self.assertEqual((process.returncode, process.stdout), (2, ''), said(process))

    def test_without_keys_nothing_is_asked_for(self):
        process = run('inspect', '--json', stdin=HS256)
        self.assertEqual(process.returncode, 0, said(process))
        self.assertEqual(json.loads(process.stdout)['signature'], {'status': 'not_checked', 'alg': 'HS256', 'kid': None,
                                                                   'key_source': None})
        with Server(b'{}') as server:
            run('inspect', '--issuer', server.address, stdin=ES256)
            self.assertEqual(server.paths, [])

    def test_keys_of_an_address(self):
        with Server(json.dumps({'keys': [OCT, EC]}).encode()) as server:
            self.assertEqual(self.signature(ES256, server.address)['status'], 'valid')
            self.assertEqual(server.paths, ['/jwks'])
            # Published, so that anybody could sign with it.
            self.assertEqual(self.signature(HS256, server.address, expect=7)['status'], 'no_key')

    def test_addresses_that_give_no_keys(self):
        elsewhere = [('Location', 'http://127.0.0.1:9/jwks')]
        for body, status, headers, code in ((b'<html></html>', 200, [], 6), (b'{}', 200, [], 6), (b'', 302, elsewhere, 6),
                                            (b'{}', 404, [], 6), (b' ' * (2 << 20), 200, [], 6)):
            with Server(body, status, headers) as server:
                process = run('inspect', '--json', '--jwks', server.address, stdin=ES256)
                self.assertEqual((process.returncode, process.stdout), (code, ''), said(process))
                self.assertIn('keys could not be fetched', process.stderr)
                self.assertEqual(len(server.paths), 1)
        process = run('inspect', '--jwks', server.address, stdin=ES256)  # it is gone
        self.assertEqual((process.returncode, process.stdout), (5, ''), said(process))
        process = run('inspect', '--jwks', 'http://id.example.com/jwks', stdin=ES256)
        self.assertEqual((process.returncode, process.stdout), (2, ''), said(process))
        self.assertIn('https', process.stderr)

    def test_usage(self):
        for jwks, code in (('', 2), ('-', 2), ('/nonexistent/keys', 2)):
            process = run('inspect', '--jwks', jwks, stdin=ES256)
            self.assertEqual((process.returncode, process.stdout), (code, ''), said(process))
        token = self.file(ES256, 'token')
        process = run('inspect', '--jwks', '-', token, stdin=json.dumps(EC))
        self.assertEqual(process.returncode, 0, said(process))

    def test_people_read_which_key(self):
        path = self.file({'keys': [EC]})
        process = run('inspect', '--jwks', path, stdin=ES256)
        self.assertEqual(process.returncode, 0, said(process))
        line = process.stdout.rstrip().splitlines()[-1]
        for part in ('Verified', 'ES256', 'rfc-a3', 'keys.json'):
            self.assertIn(part, line)
        process = run('inspect', '--jwks', path, stdin=HS256)
        self.assertIn('Not checked', process.stdout.rstrip().splitlines()[-1])


if __name__ == '__main__':
    unittest.main()
