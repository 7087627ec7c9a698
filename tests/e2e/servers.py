# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""Authorization servers for the end-to-end tests, each ended with its `with` block."""

import json
import os
import queue
import subprocess
import threading
from pathlib import Path

SERVERS = Path(__file__).resolve().parents[1] / 'servers'
# A canary: what is searched for in files and argvs afterwards.
SECRET = 'Cq7-canary-Zx93-mint-Rw58-Qx9A'


class OidcServer:
    """oidc-provider, see tests/servers/oidc.mjs."""

    def __init__(self, *options, secret=SECRET):
        self._posts = []
        self._ready, self._seen = queue.Queue(), queue.Queue()
        self._process = subprocess.Popen(  # pylint: disable=R1732
            ['node', str(SERVERS / 'oidc.mjs'), *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True, env=os.environ | {'MINTMARK_TEST_SECRET': secret})
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        for line in self._process.stdout:
            told = json.loads(line)
            if 'ready' in told:
                self._ready.put(told['ready'])
            elif 'post' in told:
                self._posts.append(told['post'])
            else:
                self._seen.put(told)

    def __enter__(self):
        facts = self._ready.get(timeout=30)
        self.token_endpoint = facts['tokenEndpoint']
        self.issuer = facts['issuer']
        self.audience = facts['audience']
        self.jwks_uri = facts['jwksUri']
        self.clients = facts['clients']
        self.private_keys = facts['privateKeys']
        self.private_jwks = facts['privateJwks']
        return self

    def __exit__(self, *_):
        self._process.stdin.close()
        self._process.wait(10)
        self._reader.join(10)

    @property
    def posts(self):
        """What the token endpoint was asked so far. The server says it in its own time: all that it answered is here
        once it has said "seen"."""
        self._process.stdin.write('\n')
        self._process.stdin.flush()
        self._seen.get(timeout=30)
        return list(self._posts)


def cli(*arguments, secret=None, expect=0):
    """Runs mintmark-cli; a secret goes in through stdin. Returns (stdout, stderr)."""
    done = subprocess.run([os.environ['MINTMARK_CLI'], *arguments], input=secret, capture_output=True,
                          text=True, timeout=60, check=False)
    assert done.returncode == expect, f'{arguments} ended with {done.returncode}: {done.stderr}'
    return done.stdout, done.stderr


def add_profile(server, name, method='post', secret=SECRET):
    """Adds a profile for one of the server's clients on the command line."""
    cli('profile', 'add', name, '--token-endpoint', server.token_endpoint, '--body', 'form',
        '--client-id', server.clients[method], '--client-auth', f'client_secret_{method}',
        '--audience', server.audience, '--secret-stdin', secret=secret)
