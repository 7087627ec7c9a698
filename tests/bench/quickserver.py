# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""A server that answers each request with a token, as fast as Python can."""

import http.server
import json
import multiprocessing
import ssl
import subprocess
import tempfile
from pathlib import Path

BODY = 'grant_type=client_credentials&client_id=bench&client_secret=bench-secret'
ANSWER = json.dumps({'access_token': 'x' * 900, 'token_type': 'Bearer', 'expires_in': 3600}).encode()


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers in one write."""
    protocol_version = 'HTTP/1.1'
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_POST(self):  # pylint: disable=C0103
        self.rfile.read(int(self.headers['Content-Length']))
        self.send_response(200)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(ANSWER)))
        self.end_headers()
        self.wfile.write(ANSWER)

    def log_message(self, *_):
        pass


def serve(folder, scheme, port):
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
    if scheme == 'https':
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / 'ca.pem', folder / 'key.pem')
        server.socket = context.wrap_socket(server.socket, server_side=True)
    port.put(server.server_port)
    server.serve_forever()


class TokenServer:
    """In a process of its own, so that it does not wait for the one that measures. Over https with a certificate
    that vouches for itself: `authority`."""

    def __init__(self, scheme):
        self._folder = tempfile.TemporaryDirectory()  # pylint: disable=R1732
        self.folder = Path(self._folder.name)
        self.authority = self.folder / 'ca.pem'
        subprocess.run(['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes',
                        '-keyout', self.folder / 'key.pem', '-out', self.authority, '-subj', '/CN=bench', '-days', '2',
                        '-addext', 'subjectAltName=IP:127.0.0.1'], check=True, stderr=subprocess.DEVNULL)
        port = multiprocessing.Queue()
        self._process = multiprocessing.Process(target=serve, args=(self.folder, scheme, port), daemon=True)
        self._process.start()
        self.address = f'{scheme}://127.0.0.1:{port.get()}/token'
        self.curl = ('curl', '-sS', '--fail', '--cacert', self.authority, '--data', BODY, self.address)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.join()
        self._folder.cleanup()
