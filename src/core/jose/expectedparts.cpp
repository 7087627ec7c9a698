// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/expectedparts.h"

#include "jose/base64url.h"
#include "json/reader.h"

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// Sizes in base64url of what RFC 7518 §3.1, RFC 8037 and RFC 8812 prescribe; of RSA keys from 2048
/// to 4096 bits.
QList<qsizetype> signatureSizes(const QString &algorithm)
{
    if (algorithm.startsWith("RS"_L1) || algorithm.startsWith("PS"_L1))
        return { 342, 512, 683 };
    if (algorithm.compare("none"_L1, Qt::CaseInsensitive) == 0)
        return { 0 };
    if (algorithm == "HS256"_L1)
        return { 43 };
    if (algorithm == "HS384"_L1)
        return { 64 };
    if (algorithm == "ES384"_L1)
        return { 128 };
    if (algorithm == "ES512"_L1)
        return { 176 };
    if (algorithm == "EdDSA"_L1)
        return { 86, 152 };
    if (algorithm == "HS512"_L1 || algorithm.startsWith("E"_L1)) // ES256, ES256K, Ed25519
        return { 86 };
    return {};
}

} // namespace

ExpectedParts expectedParts(QByteArrayView header)
{
    const QByteArray decoded = base64UrlDecode(header).bytes;
    const JsonDocument document = JsonDocument::parse(decoded, { decoded.size(), 16 });
    if (document.root().member("enc"_L1).exists())
        return { 4, { 22, 32, 43 } }; // tags of RFC 7518 §5.1
    return { 2, signatureSizes(document.root().member("alg"_L1).toString()) };
}

} // namespace mintmark
