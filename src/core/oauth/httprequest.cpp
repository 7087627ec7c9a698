// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/httprequest.h"

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

int defaultPort(const QUrl &url)
{
    return url.scheme() == "https"_L1 ? 443 : 80;
}

QByteArray hostField(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']'; // RFC 3986 §3.2.2: IPv6
    if (url.port() != -1)
        host += ':' + QByteArray::number(url.port());
    return host;
}

} // namespace

HttpRequest::HttpRequest(QByteArray method, QUrl url)
    : m_method(std::move(method)), m_url(std::move(url))
{
    if (m_url.port() == defaultPort(m_url))
        m_url.setPort(-1);
    m_headers.push_back({ "Host"_ba, SecretBytes(hostField(m_url)), -1 });
    m_headers.push_back({ "Content-Length"_ba, SecretBytes("0"), -1 });
}

int HttpRequest::port() const
{
    return m_url.port(defaultPort(m_url));
}

QByteArray HttpRequest::target() const
{
    // The very steps of Qt's network code, which writes the request line.
    QUrl url = m_url;
    QUrl::FormattingOptions options = QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment;
    options |= QUrl::FullyEncoded;
    if (url.path().isEmpty())
        url.setPath(u"/"_s);
    else
        options |= QUrl::NormalizePathSegments;
    return url.toEncoded(options);
}

std::vector<HttpRequest::Header>::iterator HttpRequest::find(QByteArrayView name)
{
    return std::find_if(m_headers.begin(), m_headers.end(), [name](const Header &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

bool HttpRequest::hasHeader(QByteArrayView name) const
{
    return std::any_of(m_headers.begin(), m_headers.end(), [name](const Header &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

void HttpRequest::put(Header header)
{
    const auto found = find(header.name);
    if (found != m_headers.end())
        *found = std::move(header);
    else
        m_headers.insert(m_headers.end() - 1, std::move(header));
}

void HttpRequest::addHeader(QByteArray name, QByteArray value)
{
    put({ std::move(name), SecretBytes(value), -1 });
}

void HttpRequest::addSecretHeader(QByteArray name, SecretBytes value, qsizetype secretFrom)
{
    put({ std::move(name), std::move(value), secretFrom });
}

void HttpRequest::setBody(QByteArray contentType, SecretBytes body, QList<SecretRange> secrets)
{
    if (!hasHeader("Content-Type"))
        addHeader("Content-Type"_ba, std::move(contentType));
    m_headers.back().value = SecretBytes(QByteArray::number(body.size()));
    m_body = std::move(body);
    m_bodySecrets = std::move(secrets);
}

SecretBytes HttpRequest::bytes() const
{
    QByteArray bytes;
    bytes.reserve(size()); // grown once: no stray copies of a secret
    bytes.append(m_method).append(' ').append(target()).append(" HTTP/1.1\r\n");
    for (const Header &header : m_headers)
        bytes.append(header.name).append(": ").append(header.value.view()).append("\r\n");
    bytes.append("\r\n").append(m_body.view());
    return SecretBytes::take(bytes);
}

qsizetype HttpRequest::size() const
{
    qsizetype size = m_method.size() + 1 + target().size() + 11; // " HTTP/1.1\r\n"
    for (const Header &header : m_headers)
        size += header.name.size() + header.value.size() + 4; // ": " and line end
    return size + 2 + m_body.size();
}

QString HttpRequest::preview() const
{
    return text([](QByteArrayView) { return u"••••••••"_s; });
}

QString HttpRequest::text(const std::function<QString(QByteArrayView secret)> &shown) const
{
    QString text = QString::fromLatin1(m_method + ' ' + target() + " HTTP/1.1\r\n");
    for (const Header &header : m_headers) {
        const QByteArrayView value = header.value.view();
        const qsizetype open = header.secretFrom < 0 ? value.size() : header.secretFrom;
        text += QString::fromLatin1(header.name) + ": "_L1 + QString::fromUtf8(value.first(open));
        if (header.secretFrom >= 0)
            text += shown(value.sliced(open));
        text += "\r\n"_L1;
    }
    text += "\r\n"_L1;
    qsizetype from = 0;
    for (const SecretRange &secret : m_bodySecrets) {
        text += QString::fromUtf8(m_body.view().sliced(from, secret.offset - from));
        text += shown(m_body.view().sliced(secret.offset, secret.length));
        from = secret.offset + secret.length;
    }
    return text + QString::fromUtf8(m_body.view().sliced(from));
}

} // namespace mintmark
