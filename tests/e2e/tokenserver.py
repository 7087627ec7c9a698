# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""A token endpoint that takes one way of proof and refuses every other; what it reads, and how it verifies,
is Python's and OpenSSL's."""

import base64
import json
import secrets
import subprocess
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, unquote_plus

JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
FORM = 'application/x-www-form-urlencoded'


class Refused(Exception):
    """error, error_description"""


def demand(is_so, error, description):
    if not is_so:
        raise Refused(error, description)


class TokenServer:
    """Every POST goes to `accepts(request)`, which raises Refused or returns. Opaque tokens."""

    def __init__(self, accepts):
        self.posts, self.tokens = [], []
        self._server = ThreadingHTTPServer(('127.0.0.1', 0), handler_of(self, accepts))
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self.token_endpoint = f'http://127.0.0.1:{self._server.server_port}/token'

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._thread.join(10)
        self._server.server_close()


def handler_of(owner, accepts):
    class Handler(BaseHTTPRequestHandler):
        """One request."""

        def do_POST(self):  # pylint: disable=C0103  (named by the base class)
            self.body = self.rfile.read(int(self.headers['Content-Length'])).decode()
            try:
                accepts(self)
                token = secrets.token_urlsafe(32)
                owner.tokens.append(token)
                self.answer(200, {'access_token': token, 'token_type': 'Bearer', 'expires_in': 3600})
            except Refused as refused:
                error, description = refused.args
                self.answer(401 if error == 'invalid_client' else 400,
                            {'error': error, 'error_description': description})

        def answer(self, status, members):
            owner.posts.append({'status': status})
            body = json.dumps(members).encode()
            self.send_response(status)
            self.send_header('Content-Type', 'application/json')
            self.send_header('Content-Length', str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def form(self):
            demand(self.headers['Content-Type'] == FORM, 'invalid_request', 'not a form')
            pairs = parse_qsl(self.body, keep_blank_values=True, strict_parsing=True, errors='strict')
            demand(len(dict(pairs)) == len(pairs), 'invalid_request', 'doubled parameters')
            return dict(pairs)

        def basic(self):
            """What stands in the header, still encoded."""
            kind, _, text = (self.headers['Authorization'] or '').partition(' ')
            demand(kind == 'Basic', 'invalid_client', 'no Basic header')
            return base64.b64decode(text, validate=True).decode()

        def log_message(self, *_):
            pass

    return Handler


# --- what a server may accept ---------------------------------------------------------------------------

def post_form(client_id, secret):
    def accepts(request):
        demand('Authorization' not in request.headers, 'invalid_client', 'in the header as well')
        demand(request.form() == {'grant_type': 'client_credentials', 'client_id': client_id,
                                  'client_secret': secret}, 'invalid_client', 'another client')
    return accepts


def post_json(client_id, secret):
    def accepts(request):
        demand('Authorization' not in request.headers, 'invalid_client', 'in the header as well')
        demand(request.headers['Content-Type'] == 'application/json', 'invalid_request', 'not JSON')
        demand(json.loads(request.body) == {'grant_type': 'client_credentials', 'client_id': client_id,
                                            'client_secret': secret}, 'invalid_client', 'another client')
    return accepts


def basic_encoded(client_id, secret):
    """RFC 6749 §2.3.1"""
    def accepts(request):
        pair = request.basic()
        demand(pair.isascii() and pair.count(':') == 1, 'invalid_client', 'not encoded')
        name, _, password = pair.partition(':')
        demand((unquote_plus(name), unquote_plus(password)) == (client_id, secret), 'invalid_client', 'another client')
        demand(request.form() == {'grant_type': 'client_credentials'}, 'invalid_request', 'more than one proof')
    return accepts


def basic_raw(client_id, secret):
    """RFC 7617, as servers have it that decode nothing."""
    def accepts(request):
        demand(request.basic() == f'{client_id}:{secret}', 'invalid_client', 'another client')
        demand(request.form() == {'grant_type': 'client_credentials'}, 'invalid_request', 'more than one proof')
    return accepts


def public(client_id):
    def accepts(request):
        demand('Authorization' not in request.headers, 'invalid_client', 'public clients have no secret')
        demand(request.form() == {'grant_type': 'client_credentials', 'client_id': client_id},
               'invalid_client', 'another client')
    return accepts


def jwt_bearer(public_key, issuer, audience, scope, key_id):
    """RFC 7523 §2.1 and §3, as Google has it: the scope stands in the assertion."""
    def accepts(request):
        form = request.form()
        demand(form.get('grant_type') == JWT_BEARER, 'unsupported_grant_type', 'only assertions')
        demand('Authorization' not in request.headers and 'client_secret' not in form,
               'invalid_request', 'more than one proof')
        signed, _, signature = form['assertion'].rpartition('.')
        header, claims = (json.loads(decoded(part)) for part in signed.split('.'))
        demand(header == {'alg': 'RS256', 'typ': 'JWT', 'kid': key_id}, 'invalid_grant', f'header {header}')
        demand(is_rs256(public_key, signed, decoded(signature)), 'invalid_grant', 'Invalid JWT Signature.')
        for name, value in (('iss', issuer), ('aud', audience), ('scope', scope)):
            demand(claims.get(name) == value, 'invalid_grant', f'{name} is {claims.get(name)!r}')
        now = time.time()
        demand(claims['iat'] - 5 <= now < claims['exp'] <= claims['iat'] + 3600, 'invalid_grant', 'times')
    return accepts


def decoded(part):
    return base64.urlsafe_b64decode(part + '=' * (-len(part) % 4))


def is_rs256(public_key, signed, signature):
    with tempfile.TemporaryDirectory() as folder:
        key, proof = Path(folder, 'key.pem'), Path(folder, 'signature')
        key.write_text(public_key, encoding='utf-8')
        proof.write_bytes(signature)
        done = subprocess.run(['openssl', 'dgst', '-sha256', '-verify', key, '-signature', proof],
                              input=signed.encode(), capture_output=True, check=False, timeout=20)
    return done.returncode == 0
