// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/secretbytes.h"

#include <openssl/crypto.h>

#include <QCryptographicHash>
#include <QtGlobal>

#include <cstring>
#include <utility>

#ifndef _WIN32
#    include <sys/mman.h>
#endif

namespace mintmark {

SecretBytes::SecretBytes(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    m_data = static_cast<char *>(OPENSSL_malloc(static_cast<size_t>(bytes.size())));
    if (m_data == nullptr)
        qFatal("out of memory");
    m_size = bytes.size();
    std::memcpy(m_data, bytes.data(), static_cast<size_t>(m_size));
#ifndef _WIN32
    // Best effort: the limit for locked memory is small (RLIMIT_MEMLOCK) and that is no reason to stop.
    mlock(m_data, static_cast<size_t>(m_size));
#endif
}

SecretBytes SecretBytes::fromString(QStringView text)
{
    QByteArray utf8 = text.toUtf8();
    return take(utf8);
}

SecretBytes SecretBytes::take(QByteArray &bytes)
{
    SecretBytes secret { QByteArrayView(bytes) };
    wipe(bytes);
    return secret;
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        release();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    release();
}

SecretBytes SecretBytes::clone() const
{
    return SecretBytes(view());
}

bool operator==(const SecretBytes &a, const SecretBytes &b)
{
    return a.m_size == b.m_size
        && (a.m_size == 0
            || CRYPTO_memcmp(a.m_data, b.m_data, static_cast<size_t>(a.m_size)) == 0);
}

void SecretBytes::release()
{
    if (m_data == nullptr)
        return;
    // Memory is not unlocked: locks do not nest, another secret may live in the same page.
    OPENSSL_clear_free(m_data, static_cast<size_t>(m_size));
    m_data = nullptr;
    m_size = 0;
}

SharedSecret shareSecret(SecretBytes secret)
{
    return std::make_shared<const SecretBytes>(std::move(secret));
}

bool sameSecret(const SharedSecret &a, const SharedSecret &b)
{
    static const SecretBytes none;
    return (a ? *a : none) == (b ? *b : none);
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty() && bytes.isDetached())
        OPENSSL_cleanse(bytes.data(), static_cast<size_t>(bytes.size()));
    bytes.clear();
}

void wipe(QString &text)
{
    if (!text.isEmpty() && text.isDetached())
        OPENSSL_cleanse(text.data(), static_cast<size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

SecretSummary summarize(const SecretBytes &secret)
{
    SecretSummary summary;
    QString text = QString::fromUtf8(secret.view());
    summary.characters = text.size();
    if (text.size() >= 16)
        summary.ending = text.last(4);
    wipe(text);
    if (summary.characters >= 20) {
        const QByteArray hash = QCryptographicHash::hash(secret.view().toByteArray(),
                                                         QCryptographicHash::Sha256);
        summary.fingerprint = QString::fromLatin1(hash.first(2).toHex()).toUpper();
    }
    return summary;
}

} // namespace mintmark
