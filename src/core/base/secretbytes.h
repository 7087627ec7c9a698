// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

namespace mintmark {

/// Bytes of a secret: move-only, fixed size, not shared, wiped when destroyed, locked into memory as
/// far as the system allows. It does not turn into QString, QVariant or debug output by itself; who
/// needs the bytes asks for view() and lets go at once.
class SecretBytes
{
public:
    SecretBytes() = default;
    explicit SecretBytes(QByteArrayView bytes);
    /// UTF-8 of `text`; the temporary is wiped.
    static SecretBytes fromString(QStringView text);
    /// Copies and then wipes `bytes`.
    static SecretBytes take(QByteArray &bytes);

    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;
    ~SecretBytes();

    /// A second secret with the same bytes: said, because each copy is one more place.
    SecretBytes clone() const;

    QByteArrayView view() const { return { m_data, m_size }; }
    qsizetype size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    /// Constant time for equal sizes.
    friend bool operator==(const SecretBytes &a, const SecretBytes &b);

private:
    void release();

    char *m_data = nullptr;
    qsizetype m_size = 0;
};

/// A secret that value types may share without copying its bytes.
using SharedSecret = std::shared_ptr<const SecretBytes>;
SharedSecret shareSecret(SecretBytes secret);
/// Equal bytes, or both empty or null.
bool sameSecret(const SharedSecret &a, const SharedSecret &b);

/// Overwrites the bytes and empties the container. Only for containers that were never copied.
void wipe(QByteArray &bytes);
void wipe(QString &text);

/// "48 characters · ends in …Qx9A · fingerprint 7F3A" in parts.
struct SecretSummary
{
    qsizetype characters = 0;
    QString ending; ///< last 4 characters, only from 16 characters on; else empty
    QString fingerprint; ///< first 4 hex digits of SHA-256, upper case, from 20 characters on

    friend bool operator==(const SecretSummary &, const SecretSummary &) = default;
};
SecretSummary summarize(const SecretBytes &secret);

} // namespace mintmark
