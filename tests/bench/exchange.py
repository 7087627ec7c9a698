# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""mintmark-cli against curl for the same token request, over http and TLS. Started by run.sh, in which no keyring
is asked: the profile comes from a file."""

import http.server
import json
import ssl
import subprocess
import tempfile
import threading
from pathlib import Path

from processes import CLI, compare, until_end

BODY = 'grant_type=client_credentials&client_id=bench&client_secret=bench-secret'
ANSWER = json.dumps({'access_token': 'x' * 900, 'token_type': 'Bearer', 'expires_in': 3600}).encode()


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers each request with a token, in one write."""
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


def certificate(folder):
    """A certificate for loopback that vouches for itself."""
    subprocess.run(['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes',
                    '-keyout', folder / 'key.pem', '-out', folder / 'ca.pem', '-subj', '/CN=bench', '-days', '2',
                    '-addext', 'subjectAltName=IP:127.0.0.1'], check=True, stderr=subprocess.DEVNULL)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        certificate(folder)
        for scheme in ('http', 'https'):
            server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
            if scheme == 'https':
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(folder / 'ca.pem', folder / 'key.pem')
                server.socket = context.wrap_socket(server.socket, server_side=True)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            address = f'{scheme}://127.0.0.1:{server.server_port}/token'
            profile = folder / 'profile.json'
            profile.write_text(json.dumps({
                'name': 'bench', 'token_endpoint': address, 'grant_type': 'client_credentials', 'body': 'form',
                'client_id': 'bench', 'client_secret': 'bench-secret', 'network': {'ca_file': str(folder / 'ca.pem')}}))
            compare(f'mintmark-cli token --from FILE, {scheme}, against curl', 1.3, until_end,
                    (CLI, 'token', '--from', profile),
                    ('curl', '-sS', '--fail', '--cacert', folder / 'ca.pem', '--data', BODY, address))
            server.shutdown()


if __name__ == '__main__':
    main()
