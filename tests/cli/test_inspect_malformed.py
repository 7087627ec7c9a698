# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""inspect --json: each way in which a token can be wrong has its own code, part, byte and sentence."""

import json
import time
import unittest

from program import encoded, jws, run, said

GOOD = jws({'sub': 'x'})
HEADER, PAYLOAD, SIGNATURE = GOOD.split('.')
HEAD, BODY = len(HEADER) + 1, len(HEADER) + 1 + len(PAYLOAD) + 1  # where payload and signature begin
SECONDS = 5  # what takes 0.2 s in a release build; sanitizers and other tests need their time


def report(text, *options):
    process = run('inspect', '--json', *options, stdin=text if isinstance(text, bytes) else text.encode())
    return json.loads(process.stdout), process


class Malformed(unittest.TestCase):
    def check(self, text, kind, *problems):
        seen, process = report(text)
        label = repr(text[:80])
        self.assertEqual(seen['kind'], kind, label)
        self.assertEqual(process.returncode, 7 if kind == 'malformed' else 0, label)
        self.assertEqual([(p['code'], p['part'], p['offset']) for p in seen['problems']], list(problems), label)
        for problem in seen['problems']:
            self.assertRegex(problem['message'], r'^[A-Z+].*\.$')
        return seen

    def test_base64url(self):
        even = encoded(b'{"alg":"RS256"}')  # 20 characters, 15 bytes
        for text, *problems in (
                (f'{even}=.{PAYLOAD}.{SIGNATURE}', ('base64_padding', 'token', 20)),
                (f'{GOOD}==', ('base64_padding', 'token', len(GOOD))),
                (f'{even}.{encoded(b"{}")}.ab+/', ('base64_standard_alphabet', 'token', 21 + 3 + 1 + 2)),
                (f'{even}.{PAYLOAD}.{SIGNATURE}*', ('base64_invalid_character', 'token', len(GOOD) - HEAD + 1 + 20)),
                (f'{even}.{PAYLOAD}.a\0bc', ('base64_invalid_character', 'token', 21 + len(PAYLOAD) + 2)),
                (f'{even}A.{PAYLOAD}.{SIGNATURE}', ('base64_length', 'token', 20)),
                (f'{even}.{PAYLOAD}.abcde', ('base64_length', 'token', 21 + len(PAYLOAD) + 1 + 4))):
            self.check(text, 'malformed', *problems)
        # Bits that mean nothing: another text for the same bytes.
        self.check(f'{even}.{PAYLOAD}.AB', 'jws', ('base64_trailing_bits', 'token', 21 + len(PAYLOAD) + 1 + 1))
        self.check(f'{even}.{PAYLOAD}.AA', 'jws')

    def test_parts(self):
        self.check(f'{HEADER}.{PAYLOAD}', 'malformed', ('part_count', 'token', BODY - 1))
        self.check(f'{GOOD}.', 'malformed', ('part_count', 'token', len(GOOD) + 1))
        self.check(f'{GOOD}.YQ.YQ', 'malformed', ('encryption_missing', 'header', 0))
        self.check(f'{GOOD}.YQ.YQ.YQ', 'malformed', ('part_count', 'token', len(GOOD) + 9))
        self.check('..', 'malformed', ('header_empty', 'token', 0), ('payload_empty', 'payload', 0),
                   ('signature_missing', 'signature', 0))
        self.check('....', 'malformed', ('header_empty', 'token', 0))
        for dots in (5, 6):
            self.check('.' * dots, 'malformed', ('part_count', 'token', dots), ('header_empty', 'token', 0),
                       ('payload_empty', 'payload', 0))
        self.check(f'.{PAYLOAD}.{SIGNATURE}', 'malformed', ('header_empty', 'token', 0))
        self.check(f'{HEADER}..{SIGNATURE}', 'jws', ('payload_empty', 'payload', 0))
        self.check(f'{HEADER}.{PAYLOAD}.', 'jws', ('signature_missing', 'signature', 0))

    def test_what_stands_around(self):
        for text in (f'Bearer {GOOD}', f'"{GOOD}"', f'\u201c{GOOD}\u201d', f"'{GOOD}'", f'\ufeff{GOOD}',
                     f'{GOOD[:50]}\n{GOOD[50:]}', f'#access_token={GOOD}&token_type=Bearer', f'{GOOD[:9]}\t{GOOD[9:]}',
                     f'https://app.example/cb#access_token={GOOD}', f'{GOOD[:30]}\u200b{GOOD[30:]}'):
            seen = self.check(text, 'jws')
            self.assertEqual(seen['claims'], {'sub': 'x'})
        self.assertEqual(self.check(('\ufeff' + GOOD).encode('utf-16-le'), 'jws')['claims'], {'sub': 'x'})

    def test_json(self):
        for payload, code, offset in (
                (b'\xef\xbb\xbf{}', 'json_byte_order_mark', 0), ('\ufeff{}'.encode('utf-16-le'), 'json_byte_order_mark', 0),
                ('{"a":1}'.encode('utf-16-le'), 'json_unexpected_character', 1), (b'{"a":"\xe9"}', 'json_invalid_utf8', 6),
                (b'{"a":"\xc0\xaf"}', 'json_invalid_utf8', 6), (b'{"a":"\xed\xa0\x80"}', 'json_invalid_utf8', 6),
                (b'{"a":"\xf4\x90\x80\x80"}', 'json_invalid_utf8', 6), (b'{"a":NaN}', 'json_unexpected_character', 5),
                (b'{"a":Infinity}', 'json_unexpected_character', 5), (b'{"a":-Infinity}', 'json_invalid_number', 6),
                (b'{"a":0x1F}', 'json_unexpected_character', 6), (b'{"a":01}', 'json_invalid_number', 6),
                (b'{"a":"\x01"}', 'json_control_character', 6), (b'{"a":"\\x"}', 'json_invalid_escape', 6),
                (b"{'a':1}", 'json_unexpected_character', 1), (b'{"a":1,}', 'json_unexpected_character', 7),
                (b'{"a":1', 'json_unexpected_end', 6), (b'{"a":1} x', 'json_trailing_characters', 8),
                (b'{"a":1}{"a":2}', 'json_trailing_characters', 7), (b'  ', 'json_empty', 2),
                (b'hello', 'json_unexpected_character', 0), (b'\x00\xff', 'json_unexpected_character', 0),
                (b'[1]', 'not_an_object', 0), (b'"x"', 'not_an_object', 0), (b' 1', 'not_an_object', 1),
                (b'null', 'not_an_object', 0), (b'[' * 100000 + b']' * 100000, 'json_too_deep', 128)):
            seen = self.check(jws(payload), 'jws', (code, 'payload', offset))
            self.assertIsNone(seen['claims'])
            self.assertNotIn('recovered', seen)
            try:
                self.assertEqual(seen['payload_text'], payload.decode())
            except UnicodeDecodeError:
                self.assertIsNone(seen['payload_text'])
        for header, code, offset in ((b'{"alg":"RS256"}x', 'json_trailing_characters', 15), (b'["alg"]', 'not_an_object', 0),
                                     (b'{"alg":"RS256"', 'json_unexpected_end', 14)):
            seen = self.check(jws({}, header), 'malformed', (code, 'header', offset))
            self.assertIsNone(seen['header'])
            self.assertEqual(seen['header_text'], header.decode())

    def test_json_that_programs_read_differently(self):
        for depth in (65, 127):  # one more is the object itself
            payload = b'{"a":' + b'[' * depth + b']' * depth + b'}'
            self.assertIsNotNone(self.check(jws(payload), 'jws')['claims'])
        numbers = ['1e300', '1e400', '1E-999', '-0', '9007199254740991', '9007199254740993', '9223372036854775808',
                   '18446744073709551616', '1' * 100, '1.0', '0.10']
        process = run('inspect', '--json', stdin=jws(('{"n":[' + ','.join(numbers) + ']}').encode()))
        claims = process.stdout[process.stdout.index('"claims"'):process.stdout.index('"header_text"')]
        self.assertEqual(''.join(claims.split()), '"claims":{"n":[' + ','.join(numbers) + ']},')
        process = run('inspect', '--json', stdin=jws(b'{"a":{"b":[{"c":1,"c":2}]},"s":"\\ud800","z":"\\u0000"}'))
        claims = process.stdout[process.stdout.index('"claims"'):process.stdout.index('"header_text"')]
        self.assertEqual(''.join(claims.split()),
                         '"claims":{"a":{"b":[{"c":1,"c":2}]},"s":"\\ud800","z":"\\u0000"},')
        self.assertIn('duplicate_member', process.stdout)
        self.assertIn('unsafe_text', process.stdout)

    def test_times(self):
        for exp, expires, state, code in (
                ('"1700000000"', None, 'no_expiry', 'no_expiry'), ('1700000000.5', 1700000000, 'expired', 'expired'),
                ('1.7e9', 1700000000, 'expired', 'expired'), ('-5', -5, 'expired', 'expired'), ('-0.5', -1, 'expired', 'expired'),
                ('0', 0, 'expired', 'expired'), ('1700000000000', 1700000000000, 'live', 'expiry_in_milliseconds'),
                ('253402300800', 253402300800, 'live', 'expiry_in_milliseconds'), ('1e400', None, 'no_expiry', 'no_expiry'),
                ('null', None, 'no_expiry', 'no_expiry'), ('[1]', None, 'no_expiry', 'no_expiry'),
                ('true', None, 'no_expiry', 'no_expiry')):
            seen, _ = report(jws(f'{{"exp":{exp}}}'.encode()), '--at', '1800000000')
            self.assertEqual((seen['times']['expires_at'], seen['times']['state']), (expires, state), exp)
            self.assertEqual([check['code'] for check in seen['checks']], [code], exp)
            self.assertEqual([p['code'] for p in seen['problems']], ['not_a_numeric_date'] if expires is None else [], exp)
        self.assertEqual(report(jws({}))[0]['times']['state'], 'no_expiry')

    def test_large_inputs_end_soon(self):
        mebibyte = 1024 * 1024
        many = b'{' + b','.join(b'"%x":1' % i for i in range(100000)) + b'}'
        for text, kind in ((b'A' * mebibyte, 'opaque'), (jws(b'{"a":"' + b'x' * mebibyte + b'"}'), 'jws'), (jws(many), 'jws'),
                           (b'.' * mebibyte, 'malformed'), (b'{' * mebibyte, 'malformed'), (b'eyJ.' * 262144, 'malformed'),
                           (b'Bearer ' * 150000, 'malformed'), (b'a\n' * 524288, 'malformed'),
                           (jws(b'{' + b','.join(b'"%x":1' % i for i in range(10 ** 6)) + b'}'), 'malformed'),
                           (jws(b'{"a":1,' + b'"b":"c",' * 60000).replace('A', '\u2026', 1), 'malformed')):
            begun = time.monotonic()
            self.assertEqual(report(text)[0]['kind'], kind)
            self.assertLess(time.monotonic() - begun, SECONDS, text[:40])
        process = run('inspect', '--json', stdin='A' * (4 * mebibyte + 1))
        self.assertEqual(process.returncode, 7, said(process))
        self.assertEqual(json.loads(process.stdout)['problems'][0]['code'], 'too_large')


if __name__ == '__main__':
    unittest.main()
