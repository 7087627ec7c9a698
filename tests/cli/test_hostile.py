# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""Texts that lie: whatever comes from tokens, servers, profiles and arguments, nothing but words reaches the terminal."""

import json
import os
import re
import sys
import threading
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from program import TESTS, Terminal, encoded, jws, run, said

sys.path.insert(0, str(TESTS / 'support'))
from hostiletexts import TEXTS, chunks, forbidden  # noqa: E402

INDEX = Path(os.environ['XDG_CONFIG_HOME']) / 'mintmark/profiles.json'
SGR = re.compile('\x1b\\[[0-9]*m')


def token(texts, header=None):
    """Lone surrogates survive as JSON escapes."""
    return jws(json.dumps(texts).encode(), json.dumps({'alg': 'RS256'} | (header or {})).encode())


class Hostile(unittest.TestCase):
    def check(self, process):
        for stream in (process.stdout, process.stderr):
            self.assertEqual(forbidden(stream), set(), said(process))
        self.assertLess(process.returncode, 100, said(process))
        return process

    def test_there_are_many(self):
        self.assertGreaterEqual(len(TEXTS), 100)

    def test_claims(self):
        claims = dict(TEXTS) | {text: name for name, text in TEXTS.items()} | {'deep': [{'a': list(TEXTS.values())}]}
        for options in ((), ('--json',)):
            process = self.check(run('inspect', *options, stdin=token(claims)))
        shown = json.loads(process.stdout)
        self.assertEqual(shown['claims'], claims)
        self.assertEqual(json.loads(shown['payload_text']), claims)

    def test_names_that_are_read(self):
        for texts in chunks():
            text = ''.join(texts)
            claims = {'iss': text, 'aud': texts, 'sub': text, 'exp': text, 'nbf': text, 'iat': text, 'scope': text}
            header = {'alg': text, 'kid': text, 'typ': text, 'cty': text, 'crit': texts, 'jku': text, 'enc': text}
            for stdin in (token(claims, {'kid': text}), token({'a': 1}, header), token(claims)[:-60]):
                self.check(run('inspect', stdin=stdin))
            self.check(run('inspect', '--json', stdin=token(claims, header)))

    def test_texts_that_are_no_tokens(self):
        for texts in chunks():
            text = ' '.join(texts).encode('utf-8', 'surrogatepass')
            for stdin in (text, text + token({'a': 1}).encode() + text, encoded(text).encode() + b'.e30.AA',
                          (encoded({'alg': 'x'}) + '.' + encoded(text) + '.AA').encode()):
                process = run('inspect', stdin=stdin)
                for stream in (process.stdout, process.stderr):
                    self.assertEqual(forbidden(stream.decode()), set(), said(process))

    def test_expectations_and_arguments(self):
        for texts in chunks():
            text = ''.join(texts).replace('\0', '')
            text = ''.join(c for c in text if not 0xD800 <= ord(c) < 0xE000)
            # The argument must be the program's own, not an option.
            for arguments in (('--audience', 'x' + text), ('--issuer', 'x' + text), ('--at', 'x' + text),
                              ('x/' + text[:100],), ('--' + text[:100],), ('--jwks', 'x' + text[:100])):
                self.check(run('inspect', *arguments, stdin=token({'aud': 'a', 'iss': 'b'})))
            self.check(run('token', 'x' + text))
            self.check(run('profile', 'show', 'x' + text))
            self.check(run('x' + text))

    def test_on_a_terminal(self):
        path = Path(os.environ['MINTMARK_KEYRING_FOLDER']) / 'hostile.txt'
        path.write_text(token(dict(TEXTS), {'kid': ''.join(TEXTS.values())}))
        for options in ((), ('--json',)):
            with Terminal('inspect', *options, str(path), env={'NO_COLOR': ''}) as terminal:
                self.assertEqual(terminal.wait(), (0, None))
                seen = terminal.seen.replace('\r\n', '\n')
                self.assertEqual('\x1b' in seen, not options)
                self.assertEqual(forbidden(SGR.sub('', seen)), set())

    def test_listed_profiles(self):
        INDEX.parent.mkdir(parents=True, exist_ok=True)
        listed = [{'id': f'00000000-0000-4000-8000-{number:012}', 'customer': text, 'name': text, 'alias': text,
                   'environment': text, 'last_result': text} for number, text in enumerate(TEXTS.values())]
        INDEX.write_text(json.dumps({'version': 1, 'profiles': listed}))
        try:
            for arguments in (('profiles',), ('profiles', '--json'), ('token', 'a'), ('profile', 'show', 'a')):
                self.check(run(*arguments))
        finally:
            INDEX.unlink()

    def test_profiles_from_files_and_what_servers_say(self):
        answers = []

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                self.rfile.read(int(self.headers.get('Content-Length', 0)))
                status, kind, body = answers[-1]
                self.send_response(status)
                self.send_header('Content-Type', kind)
                self.send_header('Content-Length', str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        with HTTPServer(('127.0.0.1', 0), Handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            path = Path(os.environ['MINTMARK_KEYRING_FOLDER']) / 'profile.json'
            for texts in chunks():
                text = ''.join(texts)
                written = {'provider': 'generic', 'token_endpoint': f'http://127.0.0.1:{server.server_port}/token',
                           'client_id': 'c', 'client_secret': 's', 'audience': text}
                path.write_text(json.dumps(written))
                html = f'<html><title>{text}</title><body>{text}'.encode('utf-8', 'surrogatepass')
                for answer in ((400, 'application/json', json.dumps({'error': text, 'error_description': text,
                                                                     'error_uri': text}).encode()),
                               (401, 'application/json', json.dumps({'error': 'invalid_client', 'error_description': text,
                                                                     'trace_id': text}).encode()),
                               (503, 'text/html', html), (200, 'text/html', html),
                               (200, 'application/json', json.dumps({'access_token': text, 'token_type': text}).encode()),
                               (200, 'application/json', b'{"' + html + b'":')):
                    answers.append(answer)
                    process = run('token', '--from', path)
                    # What a server hands out as a token is the answer; it is refused where it cannot be one.
                    self.check(process)
                for key in ('provider', 'token_endpoint', 'grant_type', 'client_authentication', text):
                    path.write_text(json.dumps(written | {key: text}))
                    self.check(run('token', '--from', path))
            server.shutdown()


if __name__ == '__main__':
    unittest.main()
