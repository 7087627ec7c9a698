// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/jsontext.h"

#include "base/secretbytes.h"
#include "profiles/environmentwords.h"
#include "profiles/fieldlabels.h"
#include "profiles/requesttext.h"
#include "json/reader.h"

namespace mintmark::paste {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 12;

class Walk
{
public:
    Walk(qsizetype position, Findings &findings) : m_position(position), m_findings(findings) { }

    struct Around
    {
        QString name; ///< of the member this object is the value of
        std::optional<Environment> environment;
        QString environmentWord;
        int depth = 0;
    };

    void value(const JsonValue &value, const Around &around)
    {
        if (around.depth > deepest)
            return;
        if (value.isObject()) {
            object(value, around);
        } else if (value.isArray()) {
            for (const JsonValue &element : value) {
                if (!pair(element, around))
                    this->value(element, inside(around, around.name));
            }
        }
    }

private:
    static Around inside(Around around, const QString &name)
    {
        around.name = name;
        ++around.depth;
        if (const auto mention = environmentOfValue(name)) {
            around.environment = mention->environment;
            around.environmentWord = mention->word;
        }
        return around;
    }

    /// RFC 7519 claims or an RFC 6749 §5.1 response: tells of a token, not of a client.
    static bool tellsOfToken(const JsonValue &object)
    {
        const bool claims = object.member("exp").exists()
            && (object.member("iat").exists() || object.member("iss").exists()
                || object.member("sub").exists());
        return claims || object.member("access_token").exists()
            || object.member("token_type").exists()
            || object.member("authorization_endpoint").exists();
    }

    void object(const JsonValue &object, Around around)
    {
        if (tellsOfToken(object))
            return;
        if (!ownEnvironment(object, "environment", around)
            && !ownEnvironment(object, "env", around))
            ownEnvironment(object, "name", around);
        const bool bothWeak = object.member("id").exists() && object.member("secret").exists();
        const bool keycloak = object.member("auth-server-url").exists();
        for (const JsonValue &member : object) {
            const QString name = member.name();
            if (keycloak && name == u"resource")
                add(codeLabel(Field::ClientId), member, around);
            else if (keycloak && name == u"credentials")
                add(codeLabel(Field::ClientSecret), member.member("secret"), around);
            else if (member.isObject()
                     || (member.isArray() && !labelled(name, member, around, bothWeak)))
                value(member, inside(around, name));
            else
                labelled(name, member, around, bothWeak);
        }
    }

    bool ownEnvironment(const JsonValue &object, QAnyStringView name, Around &around)
    {
        const JsonValue member = object.member(name);
        const auto mention =
            member.isString() ? environmentOfValue(member.toString()) : std::nullopt;
        if (!mention)
            return false;
        around.environment = mention->environment;
        around.environmentWord = mention->word;
        if (object.member("values").isArray()) { // Postman's name of an environment
            EnvironmentMention heading = *mention;
            heading.position = m_position + member.offset();
            heading.strength = 2;
            m_findings.addMention(heading);
        }
        return true;
    }

    /// {"key": "client_id", "value": "…"}
    bool pair(const JsonValue &element, const Around &around)
    {
        const JsonValue key =
            element.member("key").isString() ? element.member("key") : element.member("name");
        const JsonValue value = element.member("value");
        if (!key.isString() || !value.exists())
            return false;
        if (element.member("enabled").toBool() != false
            && element.member("disabled").toBool() != true) {
            const QString name = key.toString();
            if (!labelled(name, value, around, false) && (value.isArray() || value.isObject()))
                this->value(value, inside(around, name));
        }
        return true;
    }

    bool labelled(const QString &name, const JsonValue &value, const Around &around,
                  bool weakIsFine)
    {
        std::optional<Label> label = readLabel(name);
        if ((!label || label->weak) && !around.name.isEmpty()) {
            if (const auto whole = readLabel(around.name + u' ' + name); whole && !whole->weak)
                label = whole;
        }
        if (label && label->weak && label->field != Field::TokenEndpoint && !weakIsFine)
            label.reset();
        if (!label)
            return request(value);
        label->code = true;
        return add(*label, value, around);
    }

    /// A body written into a string, as in a HAR file.
    bool request(const JsonValue &value)
    {
        if (!value.isString() || value.length() < 20 || !value.raw().contains("grant_type"))
            return false;
        const QStringView text = m_findings.keep(value.toString());
        if (text.trimmed().startsWith(u'{'))
            return readJsonValue(text, m_position + value.offset(), m_findings);
        readForm(text, m_position + value.offset(), m_findings);
        return true;
    }

    bool add(Label label, const JsonValue &value, const Around &around)
    {
        if (!label.environment) {
            label.environment = around.environment;
            label.environmentWord = around.environmentWord;
        }
        const qsizetype position = m_position + value.offset();
        if (value.isString())
            return m_findings.add(label, m_findings.keep(value.toString()), position, true), true;
        if (value.isNumber() && label.field == Field::ClientId)
            return m_findings.add(label, m_findings.keep(QString::fromLatin1(value.raw())),
                                  position, true);
        if (!value.isArray() || (label.field != Field::Scope && value.size() != 1))
            return false;
        QStringList parts;
        for (const JsonValue &element : value) {
            if (element.isString())
                parts << element.toString();
        }
        return parts.size() == value.size()
            && m_findings.add(label, m_findings.keep(parts.join(u' ')), position, true);
    }

    qsizetype m_position;
    Findings &m_findings;
};

bool parseAndWalk(QStringView json, qsizetype position, Findings &findings)
{
    const SecretBytes utf8 = SecretBytes::fromString(json);
    const QByteArray raw =
        QByteArray::fromRawData(utf8.view().data(), utf8.size()); // wiped with utf8
    const JsonDocument document = JsonDocument::parse(raw, { utf8.size() + 1, 64 });
    if (!document.isValid())
        return false;
    Walk(position, findings).value(document.root(), {});
    return true;
}

/// As it was before a mail program or a word processor had it, and without the comma JavaScript
/// forgives.
QString repaired(QStringView json)
{
    QString text;
    text.reserve(json.size());
    for (const QChar c : json) {
        if (c == u'\u201c' || c == u'\u201d' || c == u'\u201e')
            text += u'"';
        else if (c == u'\u00a0')
            text += u' ';
        else
            text += c;
        if (c == u'}' || c == u']') {
            qsizetype before = text.size() - 2;
            while (before >= 0 && text[before].isSpace())
                --before;
            if (before >= 0 && text[before] == u',')
                text[before] = u' ';
        }
    }
    return text;
}

/// One past the bracket that closes text[begin]; -1 when none does within reach.
qsizetype closing(QStringView text, qsizetype begin, qsizetype reach)
{
    int depth = 0;
    bool inString = false;
    const qsizetype end = qMin(text.size(), begin + reach);
    for (qsizetype i = begin; i < end; ++i) {
        const QChar c = text[i];
        if (inString) {
            if (c == u'\\')
                ++i;
            else if (c == u'"')
                inString = false;
        } else if (c == u'"') {
            inString = true;
        } else if (c == u'{' || c == u'[') {
            ++depth;
        } else if ((c == u'}' || c == u']') && --depth == 0) {
            return i + 1;
        }
    }
    return -1;
}

} // namespace

bool readJsonValue(QStringView json, qsizetype position, Findings &findings)
{
    if (parseAndWalk(json, position, findings))
        return true;
    constexpr qsizetype worthRepair = 65536;
    if (json.size() > worthRepair)
        return false;
    QString text = repaired(json);
    const bool read = parseAndWalk(text, position, findings);
    wipe(text);
    return read;
}

void readJsonTexts(QString &text, Findings &findings)
{
    const QStringView all = QStringView(text).trimmed();
    if (all.startsWith(u'[') && readJsonValue(all, 0, findings)) {
        blankOut(text, 0, text.size());
        return;
    }
    qsizetype budget = 4 * text.size() + 1024; // unclosed brackets must not cost a scan each
    qsizetype at = 0;
    while (budget > 0 && (at = text.indexOf(u'{', at)) >= 0) {
        qsizetype next = at + 1;
        while (next < text.size() && (text[next].isSpace()))
            ++next;
        const bool likely = next < text.size()
            && (text[next] == u'"' || text[next] == u'\u201c' || text[next] == u'\u201d'
                || text[next] == u'}');
        const qsizetype end = likely ? closing(text, at, budget) : -1;
        budget -= likely ? (end < 0 ? qMin(budget, text.size() - at) : end - at) : 0;
        if (end > at && readJsonValue(QStringView(text).sliced(at, end - at), at, findings)) {
            blankOut(text, at, end);
            at = end;
        } else {
            at = qMax(next, at + 1);
        }
    }
}

} // namespace mintmark::paste
