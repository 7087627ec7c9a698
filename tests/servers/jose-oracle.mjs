// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// Tokens signed by another implementation, with fresh keys: one JSON object a line,
// {"alg", "token", "kid", "jwk", "pem"}, then {"jwks"} with the public keys of all lines.
// "thumbprint" is RFC 7638's, null for a secret, as is "pem".
//
// With --verify it reads lines {"token", "jwks"} and prints how many there were, all of them valid.
//
//   node jose-oracle.mjs [--verify]

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CompactSign, calculateJwkThumbprint, exportJWK, exportSPKI, generateKeyPair, generateSecret,
         compactVerify, createLocalJWKSet } from 'jose';

if (process.argv[2] === '--verify') {
    const lines = readFileSync(0, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
    for (const { token, jwks } of lines)
        await compactVerify(token, createLocalJWKSet(jwks));
    process.stdout.write(`${lines.length}\n`);
    process.exit(0);
}

const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const keys = [];

async function sign(alg, privateKey, publicKey, more = {}) {
    const kid = randomUUID();
    const secret = privateKey === publicKey;
    const jwk = { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' };
    const payload = new TextEncoder().encode(JSON.stringify({ sub: kid, text: 'Grüße, 世界' }));
    const header = { alg, kid, typ: 'at+jwt', ...more };
    const token = await new CompactSign(payload).setProtectedHeader(header).sign(privateKey);
    await compactVerify(token, publicKey);
    keys.push(jwk);
    say({ alg, token, kid, jwk, pem: secret ? null : await exportSPKI(publicKey),
          thumbprint: secret ? null : await calculateJwkThumbprint(jwk) });
}

for (const alg of ['HS256', 'HS384', 'HS512']) {
    const secret = await generateSecret(alg, { extractable: true });
    await sign(alg, secret, secret);
}
for (const modulusLength of [2048, 3072]) {
    const pair = await generateKeyPair('RS256', { modulusLength, extractable: true });
    for (const alg of ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'])
        await sign(alg, pair.privateKey, pair.publicKey);
}
for (const alg of ['ES256', 'ES384', 'ES512']) {
    for (let i = 0; i < 8; ++i) {
        const pair = await generateKeyPair(alg, { extractable: true });
        await sign(alg, pair.privateKey, pair.publicKey);
    }
}
for (const crv of ['Ed25519', 'Ed448']) {
    const pair = await generateKeyPair('EdDSA', { crv, extractable: true });
    await sign('EdDSA', pair.privateKey, pair.publicKey);
}
say({ jwks: { keys } });
