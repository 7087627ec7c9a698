# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""The presets are data: each one fits the schema, names only what there is, and its words are in the
table that translators' tools read."""

import json
import re
import unittest
from pathlib import Path

import jsonschema

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / 'resources/providers'
SCHEMA = json.loads((FOLDER / 'schema.json').read_text())
WIRE_NAMES = {'token_endpoint', 'client_id', 'client_secret', 'private_key', 'audience', 'scope'}
MORE_NAMES = {'resource', 'grant_type', 'client_authentication', 'renewal', 'issuer', 'expected_audience'}


def presets():
    return {path.stem: json.loads(path.read_text())
            for path in sorted(FOLDER.glob('*.json')) if path.name != 'schema.json'}


def words(preset):
    yield preset['name']
    yield preset.get('renewal_note')
    for name in ('labels', 'missing'):
        yield from preset.get(name, {}).values()
    for row in (row for name in ('variables', 'checks', 'hints', 'quirks') for row in preset.get(name, [])):
        yield row.get('label')
        yield row.get('sentence')


def placeholders(preset):
    """Every {variable} outside of words and patterns."""
    for key, value in preset.items():
        if key not in ('variables', 'checks', 'hints', 'missing', 'quirks', 'labels', 'recognised_by'):
            yield from re.findall(r'\{([a-z_]+)\}', json.dumps(value))


class Presets(unittest.TestCase):
    def test_fit_the_schema(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        validator = jsonschema.Draft202012Validator(SCHEMA)
        for name, preset in presets().items():
            with self.subTest(name):
                self.assertEqual([error.message for error in validator.iter_errors(preset)], [])
                self.assertEqual(preset['id'], name)

    def test_the_schema_can_refuse(self):
        validator = jsonschema.Draft202012Validator(SCHEMA)
        good = presets()['sage-id']
        for member, value in (('body', 'xml'), ('token_endpoint', 'ftp://id.sage.com'), ('colour', 'mint'),
                              ('client_authentications', []), ('id', 'Sage ID')):
            self.assertFalse(validator.is_valid(good | {member: value}), member)

    def test_name_only_what_there_is(self):
        for name, preset in presets().items():
            variables = {variable['name'] for variable in preset.get('variables', [])}
            with self.subTest(name):
                self.assertLessEqual(set(preset['fields']), variables | WIRE_NAMES)
                self.assertLessEqual(set(preset['required']), set(preset['fields']))
                self.assertLessEqual(variables, set(preset['fields']))
                self.assertLessEqual(set(placeholders(preset)), variables)
                self.assertLessEqual(set(preset.get('labels', {})), WIRE_NAMES | MORE_NAMES)
                self.assertLessEqual({quirk['field'] for quirk in preset.get('quirks', [])},
                                     variables | WIRE_NAMES | MORE_NAMES)
                self.assertLessEqual(variables, set(placeholders(preset)))

    def test_words_can_be_translated(self):
        table = (ROOT / 'src/core/oauth/provider_words_table.cpp').read_text()
        listed = {json.loads(f'"{text}"') for text in re.findall(r'"Provider",\s*"((?:[^"\\]|\\.)*)"', table)}
        used = {word for preset in presets().values() for word in words(preset) if word}
        self.assertEqual(used - listed, set())
        self.assertEqual(listed - used, {'Repeat the request'})


if __name__ == '__main__':
    unittest.main()
