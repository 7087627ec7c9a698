// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/secretbytes.h"
#include "jose/compactserialization.h"
#include "jose/tokenproblem.h"
#include "json/reader.h"

#include <QStringList>

#include <array>
#include <optional>

namespace mintmark {

enum class TokenKind {
    Jws,       ///< three parts of base64url, a header that is a JSON object
    Jwe,       ///< five parts, a header with `enc`: header shown, nothing decrypted
    Opaque,    ///< no JOSE structure: only the server can read it
    Malformed, ///< meant to be a JWS or JWE, but damaged; what could be read is here
};
/// `jws`, `jwe`, `opaque`, `malformed`.
QLatin1StringView tokenKindName(TokenKind kind);

/// A token taken apart. parse() never throws, never fails silently and never stops early. The text
/// is kept as a shared secret; header and payload alone authorize nobody. Copies are cheap and
/// share.
class Token
{
public:
    /// Longer input is not read.
    static constexpr qsizetype maximumSize = 4 * 1024 * 1024;

    Token() = default; ///< the empty token: Malformed, no problems said
    /// `input` is UTF-8 and may carry what cleanTokenText() takes away. Of a JSON serialization
    /// with several signatures or recipients the one at `index` is read, see signatureCount().
    static Token parse(QByteArrayView input, qsizetype index = 0);
    /// A token that is known to be opaque from where it stood, whatever dots are in it.
    static Token opaque(QByteArrayView text, const QList<Cleaning> &cleaned);

    TokenKind kind() const { return m_kind; }
    const QList<Cleaning> &cleaned() const { return m_cleaned; }
    const QList<TokenProblem> &problems() const { return m_problems; }

    /// The cleaned text: a secret. Of a JSON serialization the same parts in compact form, without
    /// the members of unprotected headers, if its shape is right.
    QByteArrayView text() const { return m_text ? m_text->view() : QByteArrayView(); }
    const SharedSecret &sharedText() const { return m_text; }
    /// RFC 7515 §5.1: header and payload as encoded, with the dot; empty unless there are three
    /// parts.
    QByteArrayView signingInput() const;
    QByteArray signatureBytes() const; ///< decoded third part of three

    const QByteArray &headerBytes() const { return m_header.bytes(); } ///< decoded
    /// Decoded, or as it stands where the header says b64 = false (RFC 7797). Empty for a JWE.
    const QByteArray &payloadBytes() const { return m_payload.bytes(); }
    /// Sizes of the encoded parts, in order.
    const QList<qsizetype> &partSizes() const { return m_partSizes; }
    /// Signatures of a JWS or recipients of a JWE in JSON serialization; else 1.
    qsizetype signatureCount() const { return m_signatureCount; }

    /// The JOSE header as far as it could be read; see header(). Of a JSON serialization the
    /// unprotected members stand behind the protected ones, in one object (RFC 7515 §4).
    const JsonDocument &headerDocument() const { return m_header; }
    const JsonDocument &payloadDocument() const { return m_payload; }
    /// The header; Missing unless it is a JSON object without a grammar error. Views: keep the
    /// token.
    JsonValue header() const &;
    void header() const && = delete;
    /// The JWT claims set; Missing unless the payload is a JSON object without a grammar error.
    JsonValue claims() const &;
    void claims() const && = delete;

    QString algorithm() const;  ///< alg
    QString encryption() const; ///< enc
    QString keyId() const;      ///< kid
    QString type() const;       ///< typ
    /// alg is none in any spelling.
    bool isUnsecured() const;

    QString issuer() const;
    QString subject() const;
    /// aud, a string or an array of strings, as a list; other elements are left out.
    QStringList audience() const;
    /// exp, nbf, iat: milliseconds since 1970, rounded down; nullopt when missing or not a
    /// NumericDate.
    std::optional<qint64> expiresAtMs() const;
    std::optional<qint64> notBeforeMs() const;
    std::optional<qint64> issuedAtMs() const;

    /// Same text and same cleaning: parse() is a pure function.
    friend bool operator==(const Token &a, const Token &b)
    {
        return a.m_kind == b.m_kind && a.m_cleaned == b.m_cleaned && a.m_header == b.m_header
            && sameSecret(a.m_text, b.m_text);
    }

private:
    friend class TokenParser;

    TokenKind m_kind = TokenKind::Malformed;
    SharedSecret m_text;
    JsonDocument m_header;
    JsonDocument m_payload;
    QList<qsizetype> m_partSizes;
    qsizetype m_signatureCount = 1;
    QList<Cleaning> m_cleaned;
    QList<TokenProblem> m_problems;
};

/// A NumericDate (RFC 7519 §2) in milliseconds, rounded down; nullopt when `value` is not a number
/// or does not fit. "1700000000" in quotes is not a NumericDate.
std::optional<qint64> numericDateMs(const JsonValue &value);

} // namespace mintmark
