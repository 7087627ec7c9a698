# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""inspect: what is printed for every kind of input, and how it ends."""

import json
import time
import unittest

from program import TESTS, Terminal, encoded, jws, run, said

MEMBERS = ['kind', 'problems', 'header', 'claims', 'header_text', 'payload_text', 'times', 'checks', 'signature']
# RFC 7519 §3.1
RFC7519 = ('eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leG'
           'FtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')


class Inspect(unittest.TestCase):
    def report(self, text, *options, expect=0):
        process = run('inspect', '--json', *options, stdin=text)
        self.assertEqual(process.returncode, expect, said(process))
        report = json.loads(process.stdout)
        members = [member for member in report if member not in ('recovered', 'cleaned')]
        self.assertEqual(members, MEMBERS)
        if 'cleaned' in report:
            self.assertEqual(list(report)[-1], 'cleaned')
        if 'recovered' in report:
            self.assertEqual(report['kind'], 'malformed')
            self.assertEqual(list(report)[6], 'recovered')
            for entry in report['recovered']:
                self.assertEqual(list(entry), ['name', 'value'])
        self.assertEqual(list(report['times']), ['issued_at', 'not_before', 'expires_at', 'lifetime_s',
                                                 'remaining_s', 'state'])
        self.assertEqual(list(report['signature']), ['status', 'alg', 'kid', 'key_source'])
        for problem in report['problems']:
            self.assertEqual(list(problem), ['code', 'part', 'offset', 'message'])
            self.assertIn(problem['part'], ('token', 'header', 'payload', 'signature'))
        for check in report['checks']:
            self.assertEqual(list(check), ['code', 'severity', 'message'])
            self.assertIn(check['severity'], ('info', 'warning', 'error'))
        return report

    def codes(self, report, member='problems'):
        return [entry['code'] for entry in report[member]]

    def test_jws(self):
        report = self.report(RFC7519, '--at', '1300819370')
        self.assertEqual(report['kind'], 'jws')
        self.assertEqual(report['problems'], [])
        self.assertEqual(report['header'], {'typ': 'JWT', 'alg': 'HS256'})
        self.assertEqual(report['claims'], {'iss': 'joe', 'exp': 1300819380, 'http://example.com/is_root': True})
        self.assertEqual(report['header_text'], '{"typ":"JWT",\r\n "alg":"HS256"}')
        self.assertEqual(report['times'], {'issued_at': None, 'not_before': None, 'expires_at': 1300819380,
                                           'lifetime_s': None, 'remaining_s': 10, 'state': 'live'})
        self.assertEqual(report['signature'], {'status': 'not_checked', 'alg': 'HS256', 'kid': None,
                                               'key_source': None})

    def test_numbers_and_order_are_those_of_the_token(self):
        claims = b'{"z":1.0,"a":1e400,"m":12345678901234567890123,"z":-0}'
        process = run('inspect', '--json', stdin=jws(claims))
        self.assertEqual(process.returncode, 0, said(process))
        inside = process.stdout[process.stdout.index('"claims"'):process.stdout.index('"header_text"')]
        self.assertEqual(''.join(inside.split()),
                         '"claims":{"z":1.0,"a":1e400,"m":12345678901234567890123,"z":-0},')
        self.assertIn('duplicate_member', process.stdout)

    def test_times_and_states(self):
        claims = {'iat': 1000, 'nbf': 2000, 'exp': 5000}
        for at, state, remaining in (('1500', 'not_yet_valid', 3500), ('2000', 'live', 3000), ('4999', 'live', 1),
                                     ('5000', 'expired', 0), ('5001', 'expired', -1)):
            times = self.report(jws(claims), '--at', at)['times']
            self.assertEqual(times, {'issued_at': 1000, 'not_before': 2000, 'expires_at': 5000, 'lifetime_s': 4000,
                                     'remaining_s': remaining, 'state': state})
        # expired before not_yet_valid before no_expiry before live
        self.assertEqual(self.report(jws({'nbf': 9000, 'exp': 5000}), '--at', '6000')['times']['state'], 'expired')
        self.assertEqual(self.report(jws({'nbf': 9000}), '--at', '6000')['times']['state'], 'not_yet_valid')
        self.assertEqual(self.report(jws({'nbf': 9000}), '--at', '9000')['times']['state'], 'no_expiry')
        self.assertEqual(self.report(jws({'exp': 5000.5}), '--at', '5000')['times']['state'], 'live')
        self.assertEqual(self.report(jws({'exp': int(time.time()) + 60}))['times']['state'], 'live')

    def test_at_takes_iso_times(self):
        for at in ('1970-01-01T01:23:20Z', '1970-01-01T02:23:20+01:00', '1970-01-01T01:23:20', '5000'):
            self.assertEqual(self.report(jws({'exp': 5000}), '--at', at)['times']['remaining_s'], 0, at)
        for at in ('', 'soon', '1970-13-01', '5000s'):
            process = run('inspect', '--at', at, stdin=RFC7519)
            self.assertEqual(process.returncode, 2, said(process))
            self.assertEqual(process.stdout, '')

    def test_jwe(self):
        header = {'alg': 'RSA-OAEP-256', 'enc': 'A256GCM', 'kid': 'k1'}
        report = self.report('.'.join([encoded(header), encoded(b'key'), encoded(b'iv'), encoded(b'text'), encoded(b'tag')]))
        self.assertEqual(report['kind'], 'jwe')
        self.assertEqual(report['header'], header)
        self.assertIsNone(report['claims'])
        self.assertIsNone(report['payload_text'])
        self.assertEqual(report['signature'], {'status': 'unsupported', 'alg': 'RSA-OAEP-256', 'kid': 'k1',
                                               'key_source': None})

    def test_opaque(self):
        for text in ('abc', 'ya29.a0AfH6SMBx', 'd0a9c1f2-0000-4000-8000-000000000000', 'A' * 1048576):
            report = self.report(text)
            self.assertEqual(report['kind'], 'opaque', text[:40])
            self.assertEqual((report['header'], report['claims'], report['header_text'], report['payload_text']),
                             (None, None, None, None))
            self.assertEqual(report['signature']['status'], 'not_checked')
            self.assertEqual(report['times']['state'], 'no_expiry')

    def test_unsecured(self):
        report = self.report(jws({'sub': 'x'}, {'alg': 'none'}, b''))
        self.assertEqual(report['signature']['status'], 'unsecured')
        self.assertIn('algorithm_none', self.codes(report, 'checks'))

    def test_payload_that_is_no_object_stays_a_jws(self):
        for payload, code in ((b'[1]', 'not_an_object'), (b'hello', 'json_unexpected_character'), (b'"x"', 'not_an_object')):
            report = self.report(jws(payload))
            self.assertEqual(report['kind'], 'jws')
            self.assertIsNone(report['claims'])
            self.assertEqual(report['payload_text'], payload.decode())
            self.assertIn(code, self.codes(report))

    def test_bytes_that_are_not_text(self):
        report = self.report(jws(b'{"a":"\xff"}'))
        self.assertIsNone(report['payload_text'])
        self.assertIn('json_invalid_utf8', self.codes(report))

    def test_malformed(self):
        good = jws({'sub': 'x'})
        header, payload, signature = good.split('.')
        for text, code in (('', 'empty'), (' \n', 'empty'), (f'{header}.{payload}', 'part_count'),
                           (f'{good}.a.b.c', 'part_count'), (f'{header}.{payload}.{signature}.x', 'part_count'),
                           (f'{header}=.{payload}.{signature}', 'base64_padding'),
                           (f'{header}.{payload}*.{signature}', 'base64_invalid_character'),
                           (f'.{payload}.{signature}', 'header_empty')):
            report = self.report(text, expect=7)
            self.assertEqual(report['kind'], 'malformed', text)
            self.assertIn(code, self.codes(report), text)
            self.assertEqual(report['signature']['status'], 'malformed')

    def test_two_dots_more_keeps_what_could_be_read(self):
        good = jws({'sub': 'x'})
        report = self.report(good.rsplit('.', 1)[0], expect=7)
        self.assertEqual(report['claims'], {'sub': 'x'})

    def test_damaged_token_of_the_sage_guide(self):
        path = TESTS / 'data/jose/sage-guide-token.txt'
        process = run('inspect', '--json', path)
        self.assertEqual(process.returncode, 7, said(process))
        report = json.loads(process.stdout)
        self.assertEqual(report['kind'], 'malformed')
        self.assertIsNone(report['claims'])
        # 409 characters: a length no base64url text has; the part begins after 11 characters and a dot.
        self.assertIn(('base64_length', 'token', 12 + 408),
                      [(p['code'], p['part'], p['offset']) for p in report['problems']])
        self.assertEqual(report['header_text'], '\0' * 8)
        self.assertEqual([(entry['name'], entry['value']) for entry in report['recovered']],
                         [('sourceProduct', 'sage.brazil.one'), ('ip', '81.128.233.202'), ('iss', 'wpb-auth'),
                          ('channel', 'online-channel'), ('exp', 1556015677), ('serviceId', 'wpb-auth-service'),
                          ('iat', 1556014477)])
        self.assertIn('not a token', process.stderr)
        text = run('inspect', path).stdout
        for words in ('Not a whole token', 'Recovered, not verified', '7 claims could be recovered',
                      'exp              1556015677', '"wpb-auth"', 'Issuer'):
            self.assertIn(words, text)

    def test_recovered_values_stand_as_in_the_token(self):
        claims = b'{"z":1.0,"n":12345678901234567890123,"s":"\\u00e9\x1b","l":[1, {"z":2}],"b":true,"cut":"off'
        process = run('inspect', '--json', stdin=jws(claims.replace(b'\x1b', b'\\u001b')))
        self.assertNotIn('recovered', json.loads(process.stdout))  # three whole parts: a JWS, its payload is no JSON
        header, payload, _ = jws(claims.replace(b'\x1b', b'\\u001b')).split('.')
        process = run('inspect', '--json', stdin=f'{header}.{payload}')
        self.assertEqual(process.returncode, 7, said(process))
        inside = process.stdout[process.stdout.index('"recovered"'):process.stdout.index('"times"')]
        self.assertIn('"value": 1.0\n', inside)
        self.assertIn('"value": 12345678901234567890123\n', inside)
        self.assertEqual([tuple(entry.values()) for entry in json.loads(process.stdout)['recovered']],
                         [('z', 1), ('n', 12345678901234567890123), ('s', '\xe9\x1b'), ('l', [1, {'z': 2}]), ('b', True)])
        self.assertNotIn('\x1b', run('inspect', stdin=f'{header}.{payload}').stdout)

    def test_recovered_only_of_damaged_tokens(self):
        for text in (RFC7519, 'abc', '', 'id.example.com', 'ya29.a0AfH6SMBx'):
            report = json.loads(run('inspect', '--json', stdin=text).stdout)
            self.assertNotIn('recovered', report, text)
        folded = self.report(RFC7519.lower(), expect=7)
        self.assertEqual(folded['recovered'], [])
        self.assertIn('Everything is lower case', run('inspect', stdin=RFC7519.lower()).stdout)

    def test_cut_inside_the_header(self):
        report = self.report(encoded({'alg': 'RS256', 'kid': 'k1', 'typ': 'JWT'})[:34], expect=7)
        self.assertEqual(report['recovered'], [{'name': 'alg', 'value': 'RS256'}])
        self.assertIn('part_count', self.codes(report))

    def test_what_stands_around_a_token_is_taken_away_and_said(self):
        half = len(RFC7519) // 2
        for text, word in ((f'Bearer {RFC7519}', 'Bearer'), (f'Authorization: Bearer {RFC7519}\r\n', 'HTTP header'),
                           (f'{RFC7519[:half]}\n{RFC7519[half:]}\n', 'reak'), (f'"{RFC7519}"', 'uot'),
                           (json.dumps({'access_token': RFC7519, 'expires_in': 3600}), 'token response')):
            process = run('inspect', '--json', stdin=text)
            self.assertEqual(process.returncode, 0, said(process))
            self.assertEqual(json.loads(process.stdout)['claims']['iss'], 'joe')
            self.assertIn(word, process.stderr)
        process = run('inspect', '--json', stdin=RFC7519 + '\n')
        self.assertEqual(process.stderr, '')

    def test_checks_that_were_asked_for(self):
        token = jws({'iss': 'https://id.example.com', 'aud': ['a', 'b'], 'exp': 4102444800})
        self.report(token, '--audience', 'b', '--issuer', 'https://id.example.com')
        report = self.report(token, '--audience', 'c', expect=7)
        self.assertIn('audience_mismatch', self.codes(report, 'checks'))
        report = self.report(token, '--issuer', 'https://id.example.com/', expect=7)
        self.assertIn('issuer_mismatch', self.codes(report, 'checks'))
        # Nothing to compare with is no success.
        self.report(jws({'sub': 'x'}), '--audience', 'a', expect=7)
        self.report('opaque', '--audience', 'a', expect=7)
        # Expired is said, but was not asked for.
        self.report(token, '--at', '4102444801', '--audience', 'a')

    def test_files(self):
        self.assertEqual(json.loads(run('inspect', '--json', TESTS / 'bench/token.txt').stdout)['kind'], 'jws')
        self.assertEqual(json.loads(run('inspect', '--json', '-', stdin=RFC7519).stdout)['kind'], 'jws')
        process = run('inspect', '/nonexistent/token')
        self.assertEqual((process.returncode, process.stdout), (2, ''), said(process))
        self.assertIn('/nonexistent/token', process.stderr)

    def test_text_for_people(self):
        process = run('inspect', '--at', '1300819370', stdin=RFC7519)
        self.assertEqual(process.returncode, 0, said(process))
        for text in ('JWS, signed with HS256', 'Live, 10 s left', 'iss', '"joe"', 'Issuer', '1300819380', 'Not checked'):
            self.assertIn(text, process.stdout)
        self.assertNotIn('\x1b', process.stdout)
        self.assertEqual(process.stderr, '')


class Hostile(unittest.TestCase):
    """What a token says never becomes an order to the terminal."""

    claims = {'sub': '\x1b[31mred\x1b]0;title\x07', 'n\x1bame\r\n': '\u202egnp.exe', 'x': 'a\u200bb\x9bc\x7f'}

    def test_no_escape_reaches_a_terminal(self):
        for token in (jws(self.claims), jws({'a': 1}, {'alg': '\x1b[2J', 'kid': '\x1b[2J'}), 'a\x1b[2Jb',
                      jws(b'\x1b[2J'), jws(b'{"\x1b":1}')):
            for options in ((), ('--json',), ('--audience', '\x1b[2J')):
                process = run('inspect', *options, stdin=token)
                for text in (process.stdout, process.stderr):
                    for character in '\x1b\x07\r\u202e\u200b\x9b\x7f':
                        self.assertNotIn(character, text, said(process))

    def test_json_keeps_the_meaning(self):
        process = run('inspect', '--json', stdin=jws(self.claims))
        self.assertEqual(json.loads(process.stdout)['claims'], self.claims)

    def on_terminal(self, *options, env):
        with Terminal('inspect', *options, str(TESTS / 'bench/token.txt'), env=env) as terminal:
            self.assertEqual(terminal.wait(), (0, None))
            return terminal.seen

    def test_colours_only_on_terminals_that_want_them(self):
        self.assertIn('\x1b[', self.on_terminal(env={'NO_COLOR': ''}))
        self.assertNotIn('\x1b', self.on_terminal(env={'NO_COLOR': '1'}))
        self.assertNotIn('\x1b', self.on_terminal(env={'NO_COLOR': '', 'TERM': 'dumb'}))
        self.assertNotIn('\x1b', self.on_terminal('--json', env={'NO_COLOR': ''}))


if __name__ == '__main__':
    unittest.main()
