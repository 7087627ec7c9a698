// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/requesttext.h"

#include "base/secretbytes.h"
#include "profiles/fieldlabels.h"
#include "profiles/fieldvalues.h"
#include "profiles/foldedwords.h"

#include <QSet>

#include <algorithm>

namespace mintmark::paste {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPart = 16384;

bool endsChunk(QChar c)
{
    return isBlank(c)
        || QStringView(u"'\"`<>|\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb").contains(c);
}

/// Percent-decoded (RFC 3986 §2.1), "+" as it stands unless it means a space.
QString decoded(QStringView text, bool plusIsSpace)
{
    QByteArray bytes = text.toUtf8();
    if (plusIsSpace)
        bytes.replace('+', ' ');
    QByteArray plain = QByteArray::fromPercentEncoding(bytes);
    QString result = QString::fromUtf8(plain);
    wipe(bytes);
    wipe(plain);
    return result;
}

/// RFC 6749 §2.3.1 encodes both halves; many clients do not. What was encoded has nothing left that
/// needs it.
bool looksFormEncoded(QStringView text)
{
    qsizetype escapes = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const auto isHex = [&](qsizetype at) {
            return at < text.size() && QStringView(u"0123456789ABCDEFabcdef").contains(text[at]);
        };
        if (c == u'%' && isHex(i + 1) && isHex(i + 2))
            ++escapes;
        else if (!c.isLetterOrNumber() && !QStringView(u"*-._+~").contains(c))
            return false;
    }
    return escapes > 0;
}

/// Names of people and of other systems' accounts.
bool isAccountName(QStringView name)
{
    static const QSet<QString> names = {
        u"admin"_s,    u"administrator"_s, u"root"_s,   u"user"_s,      u"username"_s, u"guest"_s,
        u"postgres"_s, u"test"_s,          u"demo"_s,   u"anonymous"_s, u"sa"_s,       u"git"_s,
        u"aladdin"_s,  u"jenkins"_s,       u"deploy"_s, u"backup"_s,    u"nexus"_s,    u"elastic"_s,
    };
    return name.contains(u'@') || names.contains(name.toString().toLower());
}

struct Line
{
    qsizetype begin = 0;
    QStringView text;
};

std::vector<Line> linesFrom(QStringView text, qsizetype begin, size_t most)
{
    std::vector<Line> lines;
    while (begin < text.size() && lines.size() < most) {
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        lines.push_back({ begin, text.sliced(begin, end - begin).trimmed() });
        begin = end + 1;
    }
    return lines;
}

struct RequestLine
{
    QStringView target;
    bool complete = false; ///< with HTTP/1.1
};

std::optional<RequestLine> requestLine(QStringView line)
{
    for (const QStringView method :
         { QStringView(u"POST "), QStringView(u"GET "), QStringView(u"PUT ") }) {
        if (!line.startsWith(method))
            continue;
        const auto parts = line.sliced(method.size()).trimmed().split(u' ', Qt::SkipEmptyParts);
        const bool complete = parts.size() >= 2 && parts[1].startsWith(u"HTTP/");
        if (!parts.isEmpty() && (complete || parts.size() == 1)
            && (parts[0].startsWith(u'/') || isWebAddress(parts[0])))
            return RequestLine { parts[0], complete };
    }
    return {};
}

struct HttpHead
{
    QString host;
    QStringView contentType;
    QStringView basic;
    qsizetype basicAt = 0;
    qsizetype end = 0;
};

HttpHead readHead(QStringView text, const std::vector<Line> &lines)
{
    HttpHead head;
    head.end = lines.front().begin + lines.front().text.size();
    for (size_t i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].text.indexOf(u':');
        const QStringView name = colon > 0 ? lines[i].text.first(colon).trimmed() : QStringView();
        if (name.isEmpty() || name.contains(u' ') || name.startsWith(u'{') || name.startsWith(u'"'))
            break;
        const QStringView value = lines[i].text.sliced(colon + 1).trimmed();
        if (name.compare(u"host", Qt::CaseInsensitive) == 0)
            head.host = value.toString();
        else if (name.compare(u"content-type", Qt::CaseInsensitive) == 0)
            head.contentType = value;
        else if (name.compare(u"authorization", Qt::CaseInsensitive) == 0
                 && value.startsWith(u"Basic ", Qt::CaseInsensitive)) {
            head.basic = value.sliced(6).trimmed();
            head.basicAt = lines[i].begin;
        }
        head.end = qMin(text.size(), lines[i].begin + colon + 2 + value.size());
    }
    return head;
}

QString addressOf(const RequestLine &request, const QString &host)
{
    const QStringView target = request.target.first(
        request.target.contains(u'?') ? request.target.indexOf(u'?') : request.target.size());
    if (isWebAddress(target))
        return target.toString();
    if (host.isEmpty())
        return {};
    const bool local = host.startsWith(u"localhost") || host.startsWith(u"127.");
    return (local ? u"http://"_s : u"https://"_s) + host + target.toString();
}

/// The text up to the next empty line after the head.
QStringView bodyAfter(QStringView text, qsizetype at)
{
    while (at < text.size() && text[at].isSpace())
        ++at;
    const qsizetype end = text.indexOf(u"\n\n", at);
    return text.sliced(at, qMin(longestPart, (end < 0 ? text.size() : end) - at));
}

void readHttpRequest(QString &text, const RequestLine &request, const std::vector<Line> &lines,
                     Findings &findings)
{
    const qsizetype position = lines.front().begin;
    HttpHead head = readHead(text, lines);
    if (!request.complete && head.host.isEmpty() && head.contentType.isEmpty()
        && head.basic.isEmpty())
        return; // an address in prose; no more than that
    const QStringView body = bodyAfter(text, head.end);
    const QString address = addressOf(request, head.host);
    if (!isTokenAddress(address) && !asksForToken(body)) {
        blankOut(text, position, head.end + body.size() + 2); // of another system
        return;
    }
    if (!address.isEmpty())
        findings.add(codeLabel(Field::TokenEndpoint), findings.keep(QString(address)), position,
                     true);
    const std::optional<BodyFormat> format =
        head.contentType.isEmpty() ? std::nullopt : bodyFormatFrom(head.contentType);
    if (format == BodyFormat::Json || (!format && body.startsWith(u'{')))
        findings.add(codeLabel(Field::Body), jsonBody, position);
    else if (format == BodyFormat::Form)
        findings.add(codeLabel(Field::Body), formBody, position);
    if (!head.basic.isEmpty() && readBasic(head.basic, head.basicAt, findings))
        findings.add(codeLabel(Field::Authentication), basicHeader, position);
    else if (body.contains(u"client_secret"))
        findings.add(codeLabel(Field::Authentication), secretInBody, position);
    blankOut(text, position, head.end);
}

} // namespace

Label codeLabel(Field field)
{
    Label label;
    label.field = field;
    label.code = true;
    return label;
}

void blankOut(QString &text, qsizetype begin, qsizetype end)
{
    for (qsizetype i = begin; i < qMin(end, text.size()); ++i) {
        if (text[i] != u'\n')
            text[i] = u' ';
    }
}

bool asksForToken(QStringView body)
{
    return body.contains(u"grant_type")
        || (body.contains(u"client_id") && body.contains(u"client_secret"));
}

void readForm(QStringView form, qsizetype position, Findings &findings)
{
    bool secret = false;
    if (findings.isFull())
        return;
    for (const QStringView pair : form.split(u'&', Qt::SkipEmptyParts)) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals <= 0)
            continue;
        const QString name = decoded(pair.first(equals), true).trimmed();
        const std::optional<Label> label = readLabel(name);
        if (!label || label->weak)
            continue;
        secret = secret || label->field == Field::ClientSecret;
        findings.add(*label,
                     findings.keep(decoded(pair.sliced(equals + 1), label->field == Field::Scope)),
                     position, true);
    }
    if (asksForToken(form)) {
        findings.add(codeLabel(Field::Body), formBody, position);
        if (secret)
            findings.add(codeLabel(Field::Authentication), secretInBody, position);
    }
}

bool readUserAndSecret(QStringView pair, qsizetype position, Findings &findings)
{
    const qsizetype colon = pair.indexOf(u':');
    if (colon <= 0 || isAccountName(pair.first(colon)))
        return false;
    const QStringView id = pair.first(colon);
    const QStringView secret = pair.sliced(colon + 1);
    const bool encoded = looksFormEncoded(id) || looksFormEncoded(secret);
    const bool plain = !encoded || (!looksFormEncoded(secret) && secret.contains(u'%'));
    const bool known =
        findings.add(codeLabel(Field::ClientId),
                     findings.keep(plain ? id.toString() : decoded(id, true)), position, true);
    findings.add(codeLabel(Field::ClientSecret),
                 findings.keep(plain ? secret.toString() : decoded(secret, true)), position, true);
    return known;
}

bool readBasic(QStringView credentials, qsizetype position, Findings &findings)
{
    if (credentials.size() < 8 || credentials.size() > longestPart)
        return false;
    QByteArray encoded = credentials.toLatin1();
    auto plain = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    QString pair = plain ? QString::fromUtf8(plain.decoded) : QString();
    wipe(encoded);
    wipe(plain.decoded);
    const bool readable = !pair.isEmpty() && std::all_of(pair.begin(), pair.end(), [](QChar c) {
        return c.isPrint() && c != QChar::ReplacementCharacter;
    });
    const bool read = readable && readUserAndSecret(pair, position, findings);
    wipe(pair);
    return read;
}

void readHttpRequests(QString &text, Findings &findings)
{
    qsizetype begin = 0;
    while (begin < text.size()) {
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        const QStringView line = QStringView(text).sliced(begin, end - begin).trimmed();
        if (const auto request = requestLine(line))
            readHttpRequest(text, *request, linesFrom(text, begin, 64), findings);
        begin = end + 1;
    }
}

void readForms(QString &text, Findings &findings)
{
    for (const QStringView name : { QStringView(u"client_id="), QStringView(u"grant_type="),
                                    QStringView(u"client_secret=") }) {
        qsizetype at = 0;
        while ((at = text.indexOf(name, at)) >= 0) {
            qsizetype begin = at;
            while (begin > 0 && at - begin < longestPart && !endsChunk(text[begin - 1]))
                --begin;
            qsizetype end = at;
            while (end < text.size() && end - at < longestPart && !endsChunk(text[end]))
                ++end;
            const QStringView chunk = QStringView(text).sliced(begin, end - begin);
            at = end;
            const qsizetype query = chunk.indexOf(u'?');
            if (!chunk.contains(u'&') && query < 0)
                continue;
            if (chunk.contains(u"://")) {
                const QStringView address = chunk.first(qMax<qsizetype>(0, query));
                if (isTokenAddress(address)) {
                    findings.add(codeLabel(Field::TokenEndpoint), findings.keep(address.toString()),
                                 begin, true);
                    readForm(chunk.sliced(query + 1), begin, findings);
                }
            } else {
                readForm(chunk.sliced(query + 1), begin, findings);
            }
            blankOut(text, begin, end);
        }
    }
}

void readBasicHeaders(QString &text, Findings &findings)
{
    qsizetype at = 0;
    while ((at = text.indexOf(u"Basic "_s, at, Qt::CaseInsensitive)) >= 0) {
        qsizetype begin = at + 6;
        while (begin < text.size() && (text[begin] == u' ' || text[begin] == u'\u00a0'))
            ++begin;
        qsizetype end = begin;
        while (end < text.size() && end - begin < longestPart
               && (text[end].isLetterOrNumber() || QStringView(u"+/=_-").contains(text[end])))
            ++end;
        const QStringView nearby =
            QStringView(text).sliced(qMax<qsizetype>(0, at - 80), qMin<qsizetype>(80, at));
        const QStringView before = nearby.sliced(nearby.lastIndexOf(u'\n') + 1);
        const bool proxy = before.contains(u"proxy", Qt::CaseInsensitive);
        const bool header = before.trimmed().isEmpty()
            || before.contains(u"authorization", Qt::CaseInsensitive)
            || before.contains(u"header", Qt::CaseInsensitive);
        if (!proxy && header && end - begin >= 12
            && readBasic(QStringView(text).sliced(begin, end - begin), at, findings)) {
            findings.add(codeLabel(Field::Authentication), basicHeader, at);
            blankOut(text, at, end);
        } else if (proxy) {
            blankOut(text, at, end);
        }
        at = qMax(end, at + 6);
    }
}

} // namespace mintmark::paste
