# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""A token endpoint that keeps what it is asked, a proxy before it, and the keys and certificates for both."""

import base64
import json
import select
import socket
import ssl
import subprocess
import threading
from urllib.parse import parse_qs


def openssl(*arguments, stdin=None):
    return subprocess.run(['openssl', *arguments], input=stdin, check=True, capture_output=True, text=True).stdout


class Acceptor(threading.Thread):
    """Accepts on a loopback port of its own for as long as it is a context; what a connection gets is
    accepted()."""

    def __init__(self):
        super().__init__(daemon=True)
        self.socket = socket.create_server(('127.0.0.1', 0))
        self.port = self.socket.getsockname()[1]
        self.url = f'http://127.0.0.1:{self.port}/token'

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.socket.shutdown(socket.SHUT_RDWR)
        self.join(10)
        self.socket.close()

    def run(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            self.accepted(connection)


def answer(status, members):
    """An answer with status line `status` and a JSON body."""
    body = json.dumps(members).encode()
    return (f'HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n').encode() + body


class Listener(Acceptor):
    """Keeps the requests it gets; answers each with a token, or with `self.answer`. Over TLS with the certificate
    and key in the PEM file `tls`."""

    def __init__(self, tls=None):
        super().__init__()
        self.requests = []
        self.answer = (b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 22\r\n\r\n'
                       b'{"access_token":"t0k"}')
        self.tls = tls and ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        if tls:
            self.tls.load_cert_chain(tls)

    def accepted(self, connection):
        if self.tls:
            try:
                connection = self.tls.wrap_socket(connection, server_side=True)
            except OSError:  # the certificate was refused
                return
        with connection:
            text = b''
            while b'\r\n\r\n' not in text or len(text.split(b'\r\n\r\n', 1)[1]) < length(text):
                text += connection.recv(65536)
            self.requests.append(text.decode())
            connection.sendall(self.answer)

    def form(self):
        """The parameters of the only request."""
        assert len(self.requests) == 1, self.requests
        return {name: values if len(values) > 1 else values[0]
                for name, values in parse_qs(self.requests[0].split('\r\n\r\n', 1)[1], keep_blank_values=True).items()}


class Proxy(Acceptor):
    """CONNECT to one port, whatever host is named; with a login if one is given. Another one is answered as none,
    or with the status line `refusal`."""

    def __init__(self, port, login=None, refusal=None):
        super().__init__()
        self.to, self.login, self.refusal, self.heads = port, login, refusal, []

    def accepted(self, connection):
        threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, near):
        with near:
            wanted = self.login and 'Basic ' + base64.b64encode(self.login.encode()).decode()
            while True:
                head = b''
                while b'\r\n\r\n' not in head:
                    got = near.recv(65536)
                    if not got:
                        return
                    head += got
                self.heads.append(head.decode())
                if not wanted or wanted in self.heads[-1]:
                    break
                if self.refusal and 'Proxy-Authorization' in self.heads[-1]:
                    near.sendall(f'HTTP/1.1 {self.refusal}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'.encode())
                    return
                near.sendall(b'HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm="p"\r\nContent-Length: 0\r\n\r\n')
            near.sendall(b'HTTP/1.1 200 Go\r\n\r\n')
            with socket.create_connection(('127.0.0.1', self.to)) as far:
                self.carry(near, far)

    @staticmethod
    def carry(near, far):
        while True:
            for ready in select.select([near, far], [], [])[0]:
                try:
                    got = ready.recv(65536)
                except OSError:
                    return
                if not got:
                    return
                (far if ready is near else near).sendall(got)


def length(text):
    """Of the body: what its head says."""
    _, _, rest = text.lower().partition(b'content-length: ')
    return int(rest.split(b'\r\n', 1)[0]) if rest else 0
