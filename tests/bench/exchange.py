# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""mintmark-cli against curl for the same token request, over http and TLS; and both against the smallest Qt program
that sends it, which says how much of the difference is Qt's own. Started by run.sh, in which no keyring is asked: the
profile comes from a file."""

import json

from processes import BUILD, CLI, compare, until_end
from quickserver import BODY, TokenServer


def main():
    for scheme in ('http', 'https'):
        with TokenServer(scheme) as server:
            profile = server.folder / 'profile.json'
            profile.write_text(json.dumps({
                'name': 'bench', 'token_endpoint': server.address, 'grant_type': 'client_credentials', 'body': 'form',
                'client_id': 'bench', 'client_secret': 'bench-secret', 'network': {'ca_file': str(server.authority)}}))
            ours = (CLI, 'token', '--from', profile)
            plain = (BUILD / 'tests/bench/bench-plainexchange', server.address, server.authority, BODY)
            compare(f'mintmark-cli token --from FILE, {scheme}, against curl', 1.3, until_end, ours, server.curl)
            compare('  the smallest Qt program that sends it, against curl', 1.3, until_end, plain, server.curl)
            compare('  mintmark-cli against that program', 1.2, until_end, ours, plain)


if __name__ == '__main__':
    main()
