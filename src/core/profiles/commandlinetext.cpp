// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/commandlinetext.h"

#include "base/secretbytes.h"
#include "profiles/fieldvalues.h"
#include "profiles/jsontext.h"
#include "profiles/requesttext.h"
#include "profiles/shellwords.h"

#include <algorithm>

namespace mintmark::paste {

using namespace Qt::StringLiterals;

namespace {

struct Option
{
    QStringView name; ///< "-d" as "--data"
    QStringView value;
};

struct ShortOption
{
    char16_t letter;
    QStringView name;
};

/// curl's short options that take a value.
constexpr ShortOption shortOptions[] = {
    { u'd', u"--data" },  { u'u', u"--user" },  { u'H', u"--header" }, { u'X', u"--request" },
    { u'F', u"--form" },  { u'U', u"--other" }, { u'x', u"--other" },  { u'A', u"--other" },
    { u'o', u"--other" }, { u'b', u"--other" }, { u'e', u"--other" },  { u'E', u"--cert" },
    { u'm', u"--other" }, { u'w', u"--other" }, { u'c', u"--other" },  { u'K', u"--other" },
    { u'T', u"--other" }, { u'D', u"--other" }, { u'r', u"--other" },  { u'y', u"--other" },
    { u'Y', u"--other" }, { u'z', u"--other" }, { u'C', u"--other" },  { u'P', u"--other" },
    { u'Q', u"--other" }, { u't', u"--other" }, { u'h', u"--other" },
};

constexpr QStringView longOptions[] = {
    u"--data",      u"--data-raw",    u"--data-ascii",  u"--data-binary",   u"--data-urlencode",
    u"--json",      u"--form",        u"--form-string", u"--user",          u"--header",
    u"--url",       u"--request",     u"--proxy",       u"--proxy-user",    u"--cert",
    u"--key",       u"--cacert",      u"--capath",      u"--max-time",      u"--connect-timeout",
    u"--output",    u"--cookie",      u"--referer",     u"--user-agent",    u"--write-out",
    u"--resolve",   u"--pass",        u"--retry",       u"--oauth2-bearer", u"--proxy-header",
    u"--interface", u"--noproxy",     u"--ciphers",     u"--tls-max",       u"--connect-to",
    u"--preproxy",  u"--dump-header", u"--cookie-jar",  u"--config",        u"--aws-sigv4",
    u"--url-query", u"--cert-type",   u"--key-type",    u"--retry-delay",   u"--limit-rate",
};

/// Options with their values, and addresses as "--url".
std::vector<Option> optionsOf(const std::vector<QStringView> &words)
{
    std::vector<Option> options;
    for (size_t i = 1; i < words.size(); ++i) {
        const QStringView word = words[i];
        const auto following = [&] { return i + 1 < words.size() ? words[++i] : QStringView(); };
        if (word.startsWith(u"--")) {
            const qsizetype equals = word.indexOf(u'=');
            const QStringView name = equals > 0 ? word.first(equals) : word;
            const bool takes = std::find(std::begin(longOptions), std::end(longOptions), name)
                != std::end(longOptions);
            if (takes)
                options.push_back({ name, equals > 0 ? word.sliced(equals + 1) : following() });
            else
                options.push_back({ name, {} });
        } else if (word.startsWith(u'-') && word.size() > 1) {
            for (qsizetype k = 1; k < word.size(); ++k) {
                const auto known =
                    std::find_if(std::begin(shortOptions), std::end(shortOptions),
                                 [&](const ShortOption &o) { return o.letter == word[k]; });
                if (known == std::end(shortOptions))
                    continue;
                options.push_back(
                    { known->name, k + 1 < word.size() ? word.sliced(k + 1) : following() });
                break;
            }
        } else if (!word.isEmpty()) {
            options.push_back({ u"--url", word });
        }
    }
    return options;
}

struct Curl
{
    QString address;
    QString form;
    QStringView json;
    QStringView user;
    QStringView basic;
    QStringView contentType;
    bool certificate = false;
};

void addToForm(QString &form, QStringView pair)
{
    if (!form.isEmpty())
        form += u'&';
    form += pair;
}

void addUrlEncoded(QString &form, QStringView value)
{
    const qsizetype equals = value.indexOf(u'=');
    if (equals <= 0)
        return;
    QString encoded = value.first(equals + 1).toString();
    for (const QChar c : value.sliced(equals + 1)) { // curl encodes it, so it stands here as it is
        if (c == u'%')
            encoded += u"%25"_s;
        else if (c == u'&')
            encoded += u"%26"_s;
        else if (c == u'+')
            encoded += u"%2B"_s;
        else
            encoded += c;
    }
    addToForm(form, encoded);
    wipe(encoded);
}

void readHeader(Curl &curl, QStringView header)
{
    const qsizetype colon = header.indexOf(u':');
    if (colon <= 0)
        return;
    const QStringView name = header.first(colon).trimmed();
    const QStringView value = header.sliced(colon + 1).trimmed();
    if (name.compare(u"content-type", Qt::CaseInsensitive) == 0)
        curl.contentType = value;
    else if (name.compare(u"authorization", Qt::CaseInsensitive) == 0
             && value.startsWith(u"Basic ", Qt::CaseInsensitive))
        curl.basic = value.sliced(6).trimmed();
}

void readAddress(Curl &curl, QStringView value)
{
    const qsizetype query = value.indexOf(u'?');
    const QStringView address = query < 0 ? value : value.first(query);
    const bool host = address.contains(u'.') || address.contains(u"localhost");
    if (!curl.address.isEmpty() || address.size() < 4 || !host)
        return;
    curl.address = address.toString();
    if (!isWebAddress(address) && !address.contains(u"://"))
        curl.address.prepend(u"https://"_s);
    if (query >= 0 && asksForToken(value.sliced(query + 1)))
        addToForm(curl.form, value.sliced(query + 1));
}

Curl curlFrom(const std::vector<QStringView> &words)
{
    Curl curl;
    curl.form.reserve(2048);
    for (const auto &[name, value] : optionsOf(words)) {
        if (name == u"--data-urlencode") {
            addUrlEncoded(curl.form, value);
        } else if (name.startsWith(u"--data") || name == u"--json") {
            if (value.trimmed().startsWith(u'{'))
                curl.json = value;
            else if (!value.startsWith(u'@'))
                addToForm(curl.form, value);
        } else if (name == u"--form" || name == u"--form-string") {
            addUrlEncoded(curl.form, value);
        } else if (name == u"--user") {
            curl.user = value;
        } else if (name == u"--header") {
            readHeader(curl, value);
        } else if (name == u"--cert") {
            curl.certificate = true;
        } else if (name == u"--url") {
            readAddress(curl, value);
        }
    }
    return curl;
}

void readCurl(Curl &curl, qsizetype position, Findings &findings)
{
    if (!isTokenAddress(curl.address) && !asksForToken(curl.form) && !asksForToken(curl.json))
        return;
    if (!curl.address.isEmpty())
        findings.add(codeLabel(Field::TokenEndpoint), findings.keep(QString(curl.address)),
                     position, true);
    if (!curl.json.isEmpty()) {
        findings.add(codeLabel(Field::Body), jsonBody, position);
        readJsonValue(curl.json, position, findings);
        if (curl.json.contains(u"client_secret"))
            findings.add(codeLabel(Field::Authentication), secretInBody, position);
    } else if (!curl.form.isEmpty()) {
        readForm(curl.form, position, findings);
        if (!asksForToken(curl.form))
            findings.add(codeLabel(Field::Body), formBody, position);
    } else if (const auto format = bodyFormatFrom(curl.contentType)) {
        findings.add(codeLabel(Field::Body), *format == BodyFormat::Json ? jsonBody : formBody,
                     position);
    }
    const bool basic = curl.user.isEmpty()
        ? !curl.basic.isEmpty() && readBasic(curl.basic, position, findings)
        : readUserAndSecret(curl.user, position, findings);
    if (basic || curl.user.contains(u':'))
        findings.add(codeLabel(Field::Authentication), basicHeader, position);
}

qsizetype nextCurl(QStringView text, qsizetype from)
{
    qsizetype at = from;
    while ((at = text.indexOf(u"curl", at, Qt::CaseInsensitive)) >= 0) {
        const bool starts = at == 0 || !text[at - 1].isLetterOrNumber();
        qsizetype end = at + 4;
        if (text.sliced(end).startsWith(u".exe", Qt::CaseInsensitive))
            end += 4;
        const QStringView rest = text.sliced(end, qMin<qsizetype>(40, text.size() - end));
        const QStringView next = rest.trimmed();
        const bool blank = !rest.isEmpty() && (rest.front().isSpace());
        if (starts && blank && !next.isEmpty()
            && (next.startsWith(u'-') || next.startsWith(u"\u2013") || next.startsWith(u'\\')
                || next.startsWith(u'^') || next.startsWith(u'`') || next.startsWith(u'\'')
                || next.startsWith(u'"') || next.startsWith(u"http") || next.startsWith(u"\u2014")
                || next.startsWith(u"\u201c") || next.startsWith(u"\u2018")))
            return at;
        at += 4;
    }
    return -1;
}

} // namespace

void readCommandLines(QString &text, Findings &findings)
{
    qsizetype at = 0;
    for (int count = 0; count < 20 && (at = nextCurl(text, at)) >= 0; ++count) {
        const ShellWords command = shellWords(text, at, findings);
        if (command.words.size() > 1) {
            Curl curl = curlFrom(command.words);
            readCurl(curl, at, findings);
            wipe(curl.form);
            blankOut(text, at, command.end);
        }
        at = qMax(at + 4, command.end);
    }
}

} // namespace mintmark::paste
