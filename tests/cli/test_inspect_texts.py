# SPDX-FileCopyrightText: 2026 The Mintmark authors
# SPDX-License-Identifier: MIT
"""inspect of tickets, mail, logs and answers: every token in them can be read, one at a time."""

import base64
import json
import time
import unittest

from program import TESTS, Terminal, encoded, jws, run, said

TICKETS = sorted((TESTS / 'data/tickets').glob('*.txt'))


def inspected(text, *options, expect=0):
    process = run('inspect', '--json', *options, stdin=text)
    if process.returncode != expect:
        raise AssertionError(said(process))
    return json.loads(process.stdout), process.stderr


def decoded(part):
    try:
        return base64.urlsafe_b64decode(part + '=' * (-len(part) % 4)).decode()
    except ValueError:
        return None


class Tickets(unittest.TestCase):
    def test_every_token_of_every_ticket(self):
        self.assertGreater(len(TICKETS), 60)
        for ticket in TICKETS:
            tokens = json.loads(ticket.with_suffix('.json').read_text())['tokens']
            for number, token in enumerate(tokens, 1):
                process = run('inspect', '--json', '--token', number, ticket)
                label = f'{ticket.name} {number}: {said(process)}'
                report = json.loads(process.stdout)
                self.assertEqual(report['kind'], token['kind'], label)
                self.assertEqual(process.returncode, 7 if token['kind'] == 'malformed' else 0, label)
                if token['kind'] == 'jws':
                    header, payload, _ = token['text'].split('.')
                    self.assertEqual((report['header_text'], report['payload_text']), (decoded(header), decoded(payload)), label)
                    self.assertEqual(report['claims'], json.loads(decoded(payload)), label)
                if len(tokens) > 1:
                    self.assertIn(f'oken {number} of {len(tokens)}, found in a text of ', process.stderr)
            process = run('inspect', '--json', '--token', max(2, len(tokens) + 1), ticket)
            self.assertEqual((process.returncode, process.stdout), (2, ''), ticket.name)

    def test_texts_without_a_token_say_so(self):
        for ticket in TICKETS:
            if ticket.name.startswith('nothing-') and ticket.stat().st_size:
                process = run('inspect', '--json', ticket)
                self.assertEqual(process.returncode, 7, said(process))
                report = json.loads(process.stdout)
                self.assertEqual([p['code'] for p in report['problems']], ['no_token'], ticket.name)
                self.assertEqual((report['kind'], report['header'], report['claims']), ('malformed', None, None))
                self.assertIn('There is no token in this text.', process.stderr)
                self.assertTrue(run('inspect', ticket).stdout.startswith('No token\n'))

    def test_what_is_said_beside_the_answer(self):
        one, two = jws({'n': 1}), jws({'n': 2})
        text = f'Hi,\n\n> {one[:45]}\n> {one[45:]}\n\nand Authorization: Bearer {two}\n\nRegards\n'
        for number, cleaned in ((1, 'Quote marks'), (2, 'Bearer')):
            report, said_beside = inspected(text, '--token', str(number))
            self.assertEqual(report['claims'], {'n': number})
            self.assertIn(f'Token {number} of 2, found in a text of 8 lines. --token N shows another.', said_beside)
            self.assertIn(cleaned, said_beside)
        self.assertIn('Token 1 of 1, found in a text of 1 line.\n', inspected(f'It is {one} .')[1])
        self.assertNotIn('--token', inspected(f'It is {one} .')[1])
        self.assertIn('There are 2 tokens: --token takes 1 to 2.', run('inspect', '--token', 3, stdin=text).stderr)
        self.assertIn('There is only one token.', run('inspect', '--token', 2, stdin=one).stderr)
        for number in ('0', '-1', 'two', '', '1.5', '99999999999'):
            self.assertEqual(run('inspect', '--token', number, stdin=text).returncode, 2, number)

    def test_what_was_taken_away_is_in_the_answer(self):
        token = jws({'n': 1})
        for text, codes in ((token, []), (token + '\n', []), (f'Bearer {token}', ['scheme']),
                            (f'Authorization: Bearer {token}', ['header_line', 'scheme']),
                            (f'"{token[:20]} \n {token[20:]}"', ['quotes', 'white_space']),
                            (json.dumps({'access_token': token}), ['json_response']), (f'> {token[:45]}\n> {token[45:]}', ['white_space', 'quote_marks']),
                            (f'It is {token} .', []), (f'It is\nAuthorization: Bearer {token}\n', ['header_line', 'scheme'])):
            report, said_beside = inspected(text)
            self.assertEqual([cleaning['code'] for cleaning in report.get('cleaned', [])], codes, text)
            self.assertEqual('cleaned' in report, bool(codes))
            for cleaning in report.get('cleaned', []):
                self.assertTrue(cleaning['message'].endswith('.'))
                self.assertIn(cleaning['message'], said_beside)

    def test_checks_of_the_chosen_token(self):
        text = f"one {jws({'aud': 'a'})} two {jws({'aud': 'b'})}"
        inspected(text, '--audience', 'a')
        inspected(text, '--audience', 'a', '--token', '2', expect=7)

    def test_live_tokens_in_shared_texts(self):
        def codes(text, *options):
            return [check['code'] for check in inspected(text, *options)[0]['checks']]
        live, over = jws({'iat': 1000, 'exp': 5000}), jws({'iat': 1000, 'exp': 2000})
        self.assertEqual(codes(f'See {live} here', '--at', '3000'), ['live_token_shared'])
        self.assertEqual(codes(f'See {over} here', '--at', '3000'), ['expired'])
        # Alone, and as an answer, it was shared with nobody.
        for text in (live, f'Bearer {live}', json.dumps({'access_token': live}),
                     json.dumps({'access_token': live, 'id_token': over}, indent=1)):
            self.assertEqual(codes(text, '--at', '3000'), [])
        # What has no signature authorizes nobody.
        report, _ = inspected(f"See {live.rsplit('.', 1)[0]}. here", '--at', '3000', expect=7)
        self.assertEqual((report['claims']['exp'], report['checks']), (5000, []))

    def test_expires_in_of_an_answer(self):
        def codes(expires_in):
            answer = {'access_token': jws({'iat': 1000, 'exp': 4600}), 'expires_in': expires_in}
            return [check['code'] for check in inspected(json.dumps(answer), '--at', '3000')[0]['checks']]
        for promise in (3600, '3600', 1600, 3650, None, 'soon', True):
            self.assertEqual(codes(promise), [], promise)
        for promise in (7200, '7200', 7200.0, 10 ** 18):
            self.assertEqual(codes(promise), ['expires_in_mismatch'], promise)

    def test_every_check_that_needs_no_profile(self):
        now = ('--at', '3000')
        good = {'iat': 1000, 'exp': 5000}
        for claims, code, *options in (
                ({'exp': 2000}, 'expired'), ({'nbf': 4000, 'exp': 5000}, 'not_yet_valid'), ({}, 'no_expiry'),
                ({'exp': 1700000000000}, 'expiry_in_milliseconds'), ({'exp': 3000 + 86401}, 'long_lifetime'),
                (good | {'aud': 'a'}, 'audience_mismatch', '--audience', 'b'),
                (good | {'iss': 'a'}, 'issuer_mismatch', '--issuer', 'b'),
                (b'{"exp":5000,"sub":"a","sub":"b"}', 'duplicate_member'), ({'iat': 3061, 'exp': 5000}, 'clock_skew'),
                (good | {'name': 'a\u202eb'}, 'unsafe_text'), (good | {'client_secret': 'hunter2'}, 'secret_like_claim')):
            report, _ = inspected(jws(claims), *now, *options, expect=7 if options else 0)
            self.assertEqual([check['code'] for check in report['checks']], [code])
            self.assertTrue(report['checks'][0]['message'].endswith('.'))
        report, _ = inspected(jws(good, {'alg': 'none'}, b''), *now)
        self.assertEqual([(check['code'], check['severity']) for check in report['checks']], [('algorithm_none', 'error')])
        self.assertEqual(inspected(jws(good), *now)[0]['checks'], [])

    def test_a_pipe_of_curl(self):
        exp = int(time.time()) + 3600
        text = ('> GET /v1/me HTTP/1.1\r\n> Host: api.example.com\r\n> Authorization: Bearer ' + jws({'exp': exp})
                + '\r\n> \r\n< HTTP/1.1 401 Unauthorized\r\n< www-authenticate: Bearer error="invalid_token"\r\n')
        report, said_beside = inspected(text)
        self.assertEqual(report['claims'], {'exp': exp})
        self.assertEqual([check['code'] for check in report['checks']], ['live_token_shared'])
        self.assertIn('Token 1 of 1, found in a text of 6 lines.', said_beside)


class JsonSerialization(unittest.TestCase):
    def test_in_a_larger_text(self):
        signatures = [{'protected': encoded({'alg': alg}), 'signature': 'YQ'} for alg in ('HS256', 'RS256')]
        general = {'payload': encoded({'n': 1}), 'signatures': signatures}
        flattened = {'payload': encoded({'n': 2})} | signatures[0]
        for text in (f'log: {json.dumps(general)}\nthen {json.dumps(flattened)} and {jws({"n": 3})}\n',
                     json.dumps([general, flattened, {'t': jws({'n': 3})}], indent=1)):
            for number, (alg, n) in enumerate((('HS256', 1), ('RS256', 1), ('HS256', 2), ('RS256', 3)), 1):
                report, said_beside = inspected(text, '--token', str(number))
                self.assertEqual((report['kind'], report['header']['alg'], report['claims']), ('jws', alg, {'n': n}))
                self.assertIn(f'Token {number} of 4, found in a text of ', said_beside)

    header = encoded({'alg': 'HS256'})
    # RFC 7797 §4.2, key of RFC 7515 A.1.
    unencoded = {'protected': 'eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19', 'payload': '$.02',
                 'signature': 'A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY'}

    def test_flattened(self):
        report, said_beside = inspected(json.dumps({'payload': encoded({'sub': 'x'}), 'protected': self.header,
                                                    'header': {'kid': 'key one'}, 'signature': 'YQ'}, indent=2))
        self.assertEqual((report['kind'], report['header'], report['claims']),
                         ('jws', {'alg': 'HS256', 'kid': 'key one'}, {'sub': 'x'}))
        self.assertEqual(report['signature'], {'status': 'not_checked', 'alg': 'HS256', 'kid': 'key one', 'key_source': None})
        self.assertEqual([p['code'] for p in report['problems']], ['json_serialization', 'unprotected_header'])
        self.assertEqual(said_beside, '')

    def test_general(self):
        text = json.dumps({'payload': encoded({'sub': 'x'}), 'signatures': [
            {'protected': encoded({'alg': alg}), 'signature': 'YQ'} for alg in ('HS256', 'ES256')]})
        for number, alg in ((1, 'HS256'), (2, 'ES256')):
            report, said_beside = inspected(text, '--token', str(number))
            self.assertEqual(report['signature']['alg'], alg)
            self.assertEqual([p['code'] for p in report['problems']], ['json_serialization', 'several_signatures'])
            self.assertIn(f'Signature or recipient {number} of 2', said_beside)
        self.assertEqual(run('inspect', '--token', 3, stdin=text).returncode, 2)

    def test_jwe(self):
        header = encoded({'alg': 'dir', 'enc': 'A128GCM'})
        report, _ = inspected(json.dumps({'protected': header, 'iv': 'YQ', 'ciphertext': encoded({'sub': 'x'}), 'tag': 'YQ'}))
        self.assertEqual((report['kind'], report['claims'], report['payload_text']), ('jwe', None, None))
        self.assertEqual(report['header'], {'alg': 'dir', 'enc': 'A128GCM'})

    def test_wrong_shapes_show_no_claims(self):
        for change in ({'payload': {'sub': 'x'}}, {'protected': {'alg': 'HS256'}}, {'signature': None},
                       {'signatures': []}, {'header': 'x'}, {'header': {'crit': ['x']}}):
            text = json.dumps({'payload': encoded({'sub': 'x'}), 'protected': self.header, 'signature': 'YQ'} | change)
            report, _ = inspected(text, expect=7)
            self.assertEqual((report['kind'], report['header'], report['claims']), ('malformed', None, None))
            self.assertEqual([p['code'] for p in report['problems']], ['json_serialization', 'json_serialization_shape'])
            self.assertNotIn('recovered', report)


class OnATerminal(unittest.TestCase):
    hostile = {'sub': '\x1b]0;t\x07', 'n\x1b[2J': '\u202e\u2066', 'tag': '\U000e0041', 'c1': '\x9b31m'}

    def test_nothing_of_a_text_reaches_it(self):
        file = TESTS / 'bench/token.txt'
        for options in ((), ('--json',), ('--audience', '\x1b]0;t\x07\u202e'), ('--token', '9'), ('--token', '\x1b[2J'),
                        ('--jwks', '/nonexistent/\x1b[2J\u202e'), ('--at', '\x1b[2J'), ('--\x1b[2J',)):
            for path in (str(file), '/nonexistent/\x1b[2J\u202e\x9b'):
                with Terminal('inspect', path, *options, env={'NO_COLOR': '1'}) as terminal:
                    terminal.wait()
                for character in '\x1b\x07\u202e\u2066\x9b\U000e0041':
                    self.assertNotIn(character, terminal.seen, (path, options))
        text = f'Look \x1b[2J {jws(self.hostile)} \u202e and {jws(self.hostile)}'
        for options in ((), ('--json',)):
            process = run('inspect', *options, stdin=text)
            for character in '\x1b\x07\u202e\u2066\x9b\U000e0041':
                self.assertNotIn(character, process.stdout + process.stderr)

    def test_says_which_token_before_the_answer(self):
        ticket = TESTS / 'data/tickets/csv.txt'
        with Terminal('inspect', str(ticket), env={'NO_COLOR': '1'}) as terminal:
            self.assertEqual(terminal.wait(), (0, None))
        self.assertLess(terminal.seen.index('Token 1 of 3'), terminal.seen.index('JWS, signed with'))


if __name__ == '__main__':
    unittest.main()
