# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""mintmark-cli against curl for the same token request, over http and TLS: to a server that answers at once, where all
that counts is what the client does, and to oidc-provider, which makes a token as authorization servers do. Both against
the smallest Qt program that sends the request, too: it says how much of the difference is Qt's own. Started by run.sh,
in which no keyring is asked: the profile comes from a file."""

import json
import sys
import tempfile
from pathlib import Path

from processes import BUILD, CLI, compare, until_end
from quickserver import TokenServer
from servers import OidcServer, SECRET

sys.path.append(str(Path(__file__).resolve().parents[1] / 'cli'))
from certificates import make_certificates  # noqa: E402  (the path must be known first)


def compare_at(server, folder, address, authority, client_id, secret):
    """Three lines; `server` is what they call it."""
    body = f'grant_type=client_credentials&client_id={client_id}&client_secret={secret}'
    profile = folder / 'profile.json'
    profile.write_text(json.dumps({
        'name': 'bench', 'token_endpoint': address, 'grant_type': 'client_credentials', 'body': 'form',
        'client_id': client_id, 'client_secret': secret, 'network': {'ca_file': str(authority)}}))
    ours = (CLI, 'token', '--from', profile)
    plain = (BUILD / 'tests/bench/bench-plainexchange', address, authority, body)
    curl = ('curl', '-sS', '--fail', '--cacert', authority, '--data', body, address)
    compare(f'mintmark-cli token --from FILE, {server}, against curl', 1.3, until_end, ours, curl)
    compare('  the smallest Qt program that sends it, against curl', 1.3, until_end, plain, curl)
    compare('  mintmark-cli against that program', 1.2, until_end, ours, plain)


def main():
    for scheme in ('http', 'https'):
        with TokenServer(scheme) as server:
            compare_at(f'{scheme} at once', server.folder, server.address, server.authority, 'bench', 'bench-secret')
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            make_certificates(folder)
            with OidcServer(*(('--tls', name) if scheme == 'https' else ())) as server:
                compare_at(f'{scheme} oidc-provider', folder, server.token_endpoint, folder / 'ca.pem',
                           server.clients['post'], SECRET)


if __name__ == '__main__':
    main()
