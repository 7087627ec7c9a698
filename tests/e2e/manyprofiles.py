# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""A list as long as a support team's, in the index file only: listing needs no keychain."""

import json
import os
import uuid
from pathlib import Path

_NAMES = ('Payments Out', 'Provider API', 'Consumer API', 'Intacct', 'Accounting')
_ENVIRONMENTS = ('production', 'sandbox', 'test', 'development')


def index_file():
    return Path(os.environ['XDG_CONFIG_HOME']) / 'mintmark' / 'profiles.json'


def add_many(total):
    """Fills the index up to `total` profiles, in the form of the one that is there already."""
    index = json.loads(index_file().read_text())
    pattern = index['profiles'][0]
    for number in range(total - len(index['profiles'])):
        index['profiles'].append(pattern | {
            'id': str(uuid.UUID(int=number + 1, version=4)),
            'customer': f'Customer {number // 20:03}',
            'name': _NAMES[number % len(_NAMES)],
            'environment': _ENVIRONMENTS[number // len(_NAMES) % len(_ENVIRONMENTS)],
        })
    index_file().write_text(json.dumps(index))
