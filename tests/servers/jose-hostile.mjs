// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// Tokens made with Node's own crypto, good and bad, with fresh keys: one JSON object a line,
// {"name", "token", "keys", "expected"}; `keys` is the text of the file of keys, `expected` the
// status of the signature.
//
//   node jose-hostile.mjs

import { constants, createHmac, generateKeyPairSync, randomBytes,
         sign as cryptoSign } from 'node:crypto';

const b64 = (bytes) => Buffer.from(bytes).toString('base64url');
const row = (name, token, keys, expected) =>
    process.stdout.write(`${JSON.stringify({ name, token, keys: typeof keys === 'string' ? keys : JSON.stringify(keys), expected })}\n`);
const inputOf = (header, payload = '{"sub":"1"}') =>
    `${b64(typeof header === 'string' ? header : JSON.stringify(header))}.${b64(payload)}`;

/// Makes the signature by the letter of `alg`, whatever the header says.
function signature(alg, key, input, more = {}) {
    const hash = `sha${alg.slice(2)}`;
    const text = Buffer.from(input);
    if (alg.startsWith('HS'))
        return createHmac(hash, key).update(text).digest();
    if (alg.startsWith('Ed'))
        return cryptoSign(null, text, key);
    if (alg.startsWith('ES'))
        return cryptoSign(hash, text, { key, dsaEncoding: 'ieee-p1363', ...more });
    if (alg.startsWith('PS'))
        return cryptoSign(hash, text, { key, padding: constants.RSA_PKCS1_PSS_PADDING,
                                        saltLength: constants.RSA_PSS_SALTLEN_DIGEST, ...more });
    return cryptoSign(hash, text, key);
}
const tokenOf = (header, alg, key, more) => {
    const input = inputOf(header);
    return `${input}.${b64(signature(alg, key, input, more))}`;
};
const jwkOf = (pair, more = {}) => ({ ...pair.publicKey.export({ format: 'jwk' }), ...more });
const pemOf = (pair) => pair.publicKey.export({ type: 'spki', format: 'pem' });

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const rsa1024 = generateKeyPairSync('rsa', { modulusLength: 1024 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const p521 = generateKeyPairSync('ec', { namedCurve: 'P-521' });
const koblitz = generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
const ed25519 = generateKeyPairSync('ed25519');
const ed448 = generateKeyPairSync('ed448');
const secret = randomBytes(64);
const oct = (bytes, more = {}) => ({ kty: 'oct', k: b64(bytes), ...more });
const es256 = tokenOf({ alg: 'ES256' }, 'ES256', ec.privateKey);
const rs256 = tokenOf({ alg: 'RS256' }, 'RS256', rsa.privateKey);
const privateJwk = ec.privateKey.export({ format: 'jwk' });

// Keys in every form they are found in.
row('one JWK', es256, jwkOf(ec), 'valid');
row('JWK Set', es256, { keys: [jwkOf(ec)] }, 'valid');
row('array of JWKs', es256, [jwkOf(ec)], 'no_key');
row('JWK Set with strangers', es256,
    { keys: [{ kty: 'AKP', alg: 'ML-DSA-44', pub: 'AA' }, 1, null, {}, jwkOf(koblitz), jwkOf(ec)], more: {} }, 'valid');
row('private JWK', es256, privateJwk, 'valid');
row('SPKI', rs256, pemOf(rsa), 'valid');
row('PKCS#1 public', rs256, rsa.publicKey.export({ type: 'pkcs1', format: 'pem' }), 'valid');
row('PKCS#8', rs256, rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }), 'valid');
row('PKCS#1 private', rs256, rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }), 'valid');
row('SEC1', es256, ec.privateKey.export({ type: 'sec1', format: 'pem' }), 'valid');
row('PKCS#8, encrypted', es256, ec.privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }), 'no_key');
row('with CRLF', es256, pemOf(ec).replaceAll('\n', '\r\n'), 'valid');
row('with a byte order mark', es256, `\ufeff${JSON.stringify(jwkOf(ec))}`, 'valid');
row('two PEM blocks', es256, pemOf(rsa) + pemOf(ec), 'valid');
row('x5c that is not the key', es256, jwkOf(ec, { x5c: ['AAAA'] }), 'valid');

// What a key says of itself.
row('alg as in the token', es256, jwkOf(ec, { alg: 'ES256' }), 'valid');
row('alg of another', es256, jwkOf(ec, { alg: 'ES384' }), 'no_key');
row('RS256 with a key for PS256', rs256, jwkOf(rsa, { alg: 'PS256' }), 'no_key');
row('key for RSA-OAEP', rs256, jwkOf(rsa, { alg: 'RSA-OAEP' }), 'no_key');
row('use enc', es256, jwkOf(ec, { use: 'enc' }), 'no_key');
row('key_ops verify', es256, jwkOf(ec, { key_ops: ['verify'] }), 'valid');
row('key_ops encrypt', es256, jwkOf(ec, { key_ops: ['encrypt'] }), 'no_key');
row('key_ops sign of a public key', es256, jwkOf(ec, { key_ops: ['sign'] }), 'no_key');
row('kty in other case', es256, jwkOf(ec, { kty: 'ec' }), 'no_key');
row('kty OKP', es256, jwkOf(ec, { kty: 'OKP' }), 'no_key');
const named = tokenOf({ alg: 'ES256', kid: 'a' }, 'ES256', ec.privateKey);
row('kid', named, { keys: [jwkOf(other, { kid: 'b' }), jwkOf(ec, { kid: 'a' })] }, 'valid');
row('kid of the other key', named, { keys: [jwkOf(other, { kid: 'a' }), jwkOf(ec, { kid: 'b' })] }, 'invalid');
row('kid twice', named, { keys: [jwkOf(other, { kid: 'a' }), jwkOf(ec, { kid: 'a' })] }, 'no_key');
row('kid unknown', named, { keys: [jwkOf(ec, { kid: 'b' })] }, 'no_key');
row('member twice', es256, JSON.stringify(jwkOf(ec)).replace('{', '{"kty":"EC",'), 'no_key');

// Keys that no check should use.
const point = jwkOf(ec);
const flipped = Buffer.from(point.y, 'base64url');
flipped[31] ^= 1;
row('point off the curve', es256, { ...point, y: b64(flipped) }, 'no_key');
row('coordinate with a zero before', es256, { ...point, x: b64(Buffer.concat([Buffer.alloc(1), Buffer.from(point.x, 'base64url')])) }, 'no_key');
row('infinity', es256, { ...point, x: b64(Buffer.alloc(32)), y: b64(Buffer.alloc(32)) }, 'no_key');
row('P-384 said of P-256', es256, { ...point, crv: 'P-384' }, 'no_key');
row('RSA of 1024 bits', tokenOf({ alg: 'RS256' }, 'RS256', rsa1024.privateKey), jwkOf(rsa1024), 'no_key');
row('RSA of 1024 bits, PEM', tokenOf({ alg: 'RS256' }, 'RS256', rsa1024.privateKey), pemOf(rsa1024), 'no_key');
for (const e of ['AQ', 'Ag', 'AA', 'AAEAAQ', 'AQAA', '', b64(Buffer.alloc(300, 255))])
    row(`exponent ${e.slice(0, 8)}`, rs256, jwkOf(rsa, { e }), 'no_key');
const modulus = Buffer.from(jwkOf(rsa).n, 'base64url');
row('modulus with a zero before', rs256, jwkOf(rsa, { n: b64(Buffer.concat([Buffer.alloc(1), modulus])) }), 'no_key');
row('modulus padded', rs256, jwkOf(rsa, { n: `${jwkOf(rsa).n}==` }), 'no_key');
row('modulus in plain base64', rs256, jwkOf(rsa, { n: `${modulus.toString('base64')}` }), 'no_key');
row('secp256k1', tokenOf({ alg: 'ES256K' }, 'ES256', koblitz.privateKey), jwkOf(koblitz), 'unsupported');
row('secp256k1 as ES256', tokenOf({ alg: 'ES256' }, 'ES256', koblitz.privateKey), jwkOf(koblitz), 'no_key');
for (const y of [0, 1]) {
    const small = Buffer.alloc(32);
    small[0] = y;
    row(`Ed25519, y = ${y}`, `${inputOf({ alg: 'EdDSA' })}.${b64(Buffer.concat([small, Buffer.alloc(32)]))}`,
        { kty: 'OKP', crv: 'Ed25519', x: b64(small) }, 'no_key');
}

// RFC 8725 §2.1: one kind of key used as another.
for (const [name, text] of [['PEM', pemOf(rsa)], ['PEM without its end', pemOf(rsa).trimEnd()], ['JWK', JSON.stringify(jwkOf(rsa))],
                            ['DER', rsa.publicKey.export({ type: 'spki', format: 'der' })]]) {
    const forged = tokenOf({ alg: 'HS256' }, 'HS256', text);
    row(`HS256 with the ${name}`, forged, pemOf(rsa), 'no_key');
    row(`HS256 with the ${name}, JWK`, forged, jwkOf(rsa), 'no_key');
    row(`HS256 with the ${name} as oct`, forged, oct(Buffer.from(text)), 'no_key');
}
row('RS256 said of HS256', tokenOf({ alg: 'RS256' }, 'HS256', secret), oct(secret), 'no_key');
const header = { alg: 'ES256', jwk: jwkOf(other), jku: 'http://127.0.0.1:9/' };
row('key in the header', tokenOf(header, 'ES256', other.privateKey), jwkOf(ec), 'invalid');
row('key in the header, no keys', tokenOf(header, 'ES256', other.privateKey), { keys: [] }, 'no_key');
for (const bytes of [0, 1, 16, 31])
    row(`HS256 with ${bytes} bytes`, tokenOf({ alg: 'HS256' }, 'HS256', secret.subarray(0, bytes)), oct(secret.subarray(0, bytes)), 'no_key');
row('HS256 with 32 bytes', tokenOf({ alg: 'HS256' }, 'HS256', secret.subarray(0, 32)), oct(secret.subarray(0, 32)), 'valid');
row('HS512 with 63 bytes', tokenOf({ alg: 'HS512' }, 'HS512', secret.subarray(1)), oct(secret.subarray(1)), 'no_key');
row('HS384 with 48 bytes', tokenOf({ alg: 'HS384' }, 'HS384', secret.subarray(0, 48)), oct(secret.subarray(0, 48)), 'valid');

// RFC 7518 §3.1, RFC 8037 §3.1, RFC 9864 §2.2.
for (const [alg, pair] of [['ES256', ec], ['ES384', p384], ['ES512', p521], ['RS256', rsa], ['RS384', rsa], ['RS512', rsa],
                           ['PS256', rsa], ['PS384', rsa], ['PS512', rsa], ['EdDSA', ed25519], ['Ed25519', ed25519], ['EdDSA', ed448], ['Ed448', ed448]]) {
    const good = tokenOf({ alg }, alg, pair.privateKey);
    row(alg, good, jwkOf(pair), 'valid');
    row(`${alg}, SPKI`, good, pemOf(pair), 'valid');
    const [head, body, mark] = good.split('.');
    const raw = Buffer.from(mark, 'base64url');
    const bad = (name, bytes) => row(`${alg}, ${name}`, `${head}.${body}.${b64(bytes)}`, jwkOf(pair), 'invalid');
    bad('one byte less', raw.subarray(0, -1));
    bad('one byte more', Buffer.concat([raw, Buffer.alloc(1)]));
    bad('a zero before', Buffer.concat([Buffer.alloc(1), raw]));
    bad('zeros', Buffer.alloc(raw.length));
    bad('ones', Buffer.alloc(raw.length, 255));
    bad('half', raw.subarray(0, raw.length / 2));
    row(`${alg}, empty`, `${head}.${body}.`, jwkOf(pair), 'invalid');
    row(`${alg}, other payload`, `${head}.${b64('{"sub":"2"}')}.${mark}`, jwkOf(pair), 'invalid');
    row(`${alg}, no payload`, `${head}..${mark}`, jwkOf(pair), 'invalid');
    row(`${alg}, padded`, `${head}.${body}.${mark}=`, jwkOf(pair), 'malformed');
}
row('ES256 in DER', tokenOf({ alg: 'ES256' }, 'ES256', ec.privateKey, { dsaEncoding: 'der' }), jwkOf(ec), 'invalid');
row('Ed25519 with Ed448', tokenOf({ alg: 'Ed25519' }, 'EdDSA', ed448.privateKey), jwkOf(ed448), 'no_key');
row('ES256 with P-384', tokenOf({ alg: 'ES256' }, 'ES256', p384.privateKey), jwkOf(p384), 'no_key');
row('ES384 with P-256', tokenOf({ alg: 'ES384' }, 'ES384', ec.privateKey), jwkOf(ec), 'no_key');
for (const saltLength of [0, 20, 31, 33])
    row(`PS256, salt of ${saltLength}`, tokenOf({ alg: 'PS256' }, 'PS256', rsa.privateKey, { saltLength }), jwkOf(rsa), 'invalid');
row('PS256 said of RS256', tokenOf({ alg: 'PS256' }, 'RS256', rsa.privateKey), jwkOf(rsa), 'invalid');
row('RS256 said of PS256', tokenOf({ alg: 'RS256' }, 'PS256', rsa.privateKey), jwkOf(rsa), 'invalid');

// Headers. RFC 7515 §4, §4.1.11; RFC 7797 §6.
for (const [text, expected] of [
    ['{"alg":"none"}', 'unsecured'], ['{"alg":"None"}', 'unsecured'], ['{"alg":"NONE"}', 'unsecured'],
    ['{"alg":"nOnE"}', 'unsecured'], ['{"alg":"none "}', 'unsupported'], ['{"alg":""}', 'unsupported'],
    ['{"alg":"es256"}', 'unsupported'], ['{"alg":"ES256\\u0000"}', 'unsupported'], ['{"alg":null}', 'malformed'],
    ['{"alg":["ES256"]}', 'malformed'], ['{"alg":256}', 'malformed'], ['{}', 'malformed'], ['{"typ":"JWT"}', 'malformed'],
    ['{"alg":"ES256","alg":"ES256"}', 'malformed'], ['{"alg":"none","alg":"ES256"}', 'malformed'],
    ['{"alg":"ES256","\\u0061lg":"none"}', 'malformed'], ['{"alg":"ES256","kid":1}', 'malformed'],
    ['{"alg":"ES256","crit":["exp"],"exp":1}', 'unsupported'], ['{"alg":"ES256","crit":["x"]}', 'malformed'],
    ['{"alg":"ES256","crit":[]}', 'malformed'], ['{"alg":"ES256","crit":["alg"]}', 'malformed'],
    ['{"alg":"ES256","b64":false}', 'malformed'], ['{"alg":"ES256","b64":true,"crit":["b64"]}', 'valid'],
    ['{"alg":"ES256","typ":"JWT"}', 'valid'], [' {"alg" : "ES256"}\r\n', 'valid'], ['{"alg":"ES256","kid":""}', 'valid'],
    ['{"alg":"ES256"}x', 'malformed'], ['{"alg":"ES256"', 'malformed'], ['["ES256"]', 'malformed'],
])
    row(`header ${text}`, tokenOf(text, 'ES256', ec.privateKey), jwkOf(ec), expected);
const unsecured = inputOf({ alg: 'none' });
row('none, no signature', `${unsecured}.`, jwkOf(ec), 'unsecured');
row('none, no keys', `${unsecured}.`, { keys: [] }, 'unsecured');
