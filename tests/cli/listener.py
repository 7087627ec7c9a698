# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""A token endpoint that keeps what it is asked, and the keys and certificates for it."""

import socket
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


class Listener(Acceptor):
    """Keeps the requests it gets; answers each with a token."""

    def __init__(self):
        super().__init__()
        self.requests = []

    def accepted(self, connection):
        with connection:
            text = b''
            while b'\r\n\r\n' not in text or len(text.split(b'\r\n\r\n', 1)[1]) < length(text):
                text += connection.recv(65536)
            self.requests.append(text.decode())
            connection.sendall(b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 22\r\n\r\n'
                               b'{"access_token":"t0k"}')

    def form(self):
        """The parameters of the only request."""
        assert len(self.requests) == 1, self.requests
        return {name: values if len(values) > 1 else values[0]
                for name, values in parse_qs(self.requests[0].split('\r\n\r\n', 1)[1], keep_blank_values=True).items()}


def length(text):
    return int(text.lower().split(b'content-length: ', 1)[1].split(b'\r\n', 1)[0])
