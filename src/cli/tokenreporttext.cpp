// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/displaytext.h"
#include "cli/output.h"
#include "cli/tokenreport.h"
#include "jose/claimregistry.h"
#include "session/timetext.h"
#include "json/writer.h"

#include <QStringList>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

using State = TokenReport::State;

namespace {

/// Longer names and values push what follows aside instead of being cut.
constexpr int nameColumn = 16;
constexpr int valueColumn = 34;

class TextReport
{
public:
    TextReport(const TokenReport &report, const Output &output)
        : m_report(report), m_token(report.token), m_output(output)
    { }

    QString text()
    {
        m_lines << strong(kindLine()) << stateLine();
        for (const Cleaning cleaning : m_token.cleaned())
            m_lines << m_output.inked(cleaningSentence(cleaning), Ink::Dim);
        writeProblems();
        writeRecovered();
        writeMembers(u"Header"_s, m_token.header(), RegisteredName::Place::Header);
        writeMembers(u"Claims"_s, m_token.claims(), RegisteredName::Place::Claims);
        writeChecks();
        m_lines << QString() << strong(u"Signature"_s) << u"  "_s + signatureLine();
        return m_lines.join(u'\n');
    }

private:
    QString strong(const QString &text) const { return m_output.inked(text, Ink::Strong); }

    QString kindLine() const
    {
        const QString algorithm = displayText(m_token.algorithm()).text;
        switch (m_token.kind()) {
        case TokenKind::Jws:
            if (algorithm.isEmpty())
                return u"JWS that does not name its algorithm"_s;
            return m_token.isUnsecured() ? u"JWS without a signature"_s
                                         : u"JWS, signed with %1"_s.arg(algorithm);
        case TokenKind::Jwe:
            return u"JWE, encrypted (%1, %2): only the recipient can read it"_s.arg(
                algorithm, displayText(m_token.encryption()).text);
        case TokenKind::Opaque:
            return u"Opaque token, %1 characters: only the server can read it"_s.arg(
                m_token.text().size());
        case TokenKind::Malformed:
            break;
        }
        return hasProblem(TokenProblemCode::NoToken) ? u"No token"_s : u"Not a whole token"_s;
    }

    bool hasProblem(TokenProblemCode code) const
    {
        const QList<TokenProblem> &problems = m_token.problems();
        return std::any_of(problems.begin(), problems.end(),
                           [code](const TokenProblem &problem) { return problem.code == code; });
    }

    QString stateLine() const
    {
        const auto expiresMs = m_token.expiresAtMs();
        const qint64 remainingMs = expiresMs.value_or(m_report.nowMs) - m_report.nowMs;
        switch (m_report.state) {
        case State::Expired:
            return m_output.inked(u"Expired, %1"_s.arg(relativeText(*expiresMs, m_report.nowMs)),
                                  Ink::Bad);
        case State::NotYetValid:
            return m_output.inked(u"Not valid yet: starts %1"_s.arg(
                                      relativeText(*m_token.notBeforeMs(), m_report.nowMs)),
                                  Ink::Warning);
        case State::NoExpiry:
            return u"No end known"_s;
        case State::Live:
            break;
        }
        return m_output.inked(u"Live, %1 left"_s.arg(durationText(remainingMs)), Ink::Good);
    }

    void writeProblems()
    {
        if (m_token.problems().isEmpty())
            return;
        m_lines << QString() << strong(u"Problems"_s);
        for (const TokenProblem &problem : m_token.problems())
            m_lines << u"  %1 (%2, byte %3)"_s.arg(
                m_output.inked(tokenProblemSentence(problem), Ink::Bad),
                tokenPartName(problem.part), QString::number(problem.offset));
    }

    void writeMembers(const QString &title, const JsonValue &object, RegisteredName::Place place)
    {
        if (!object.exists())
            return;
        m_lines << QString() << strong(title);
        for (const JsonValue &member : object)
            m_lines << memberLine(member.name(), member, place);
    }

    QString memberLine(const QString &name, const JsonValue &value,
                       RegisteredName::Place place) const
    {
        const RegisteredName *known = registeredName(place, name);
        const QString line =
            u"  %1 %2"_s.arg(displayText(name).text, -nameColumn).arg(valueText(value));
        const QString meaning = meaningText(value, known);
        return meaning.isEmpty() ? line
                                 : line.leftJustified(nameColumn + valueColumn) + u"  "_s
                + m_output.inked(meaning, Ink::Dim);
    }

    /// Claims that are whole stand under their own title.
    void writeRecovered()
    {
        const TokenFragments &fragments = m_report.fragments;
        if (fragments.damage.kind == DamageKind::None || m_token.claims().exists())
            return;
        m_lines << QString() << strong(damageHeadline(fragments.damage))
                << u"  "_s + damageSentence(fragments.damage, fragments.recovered.size())
                << u"  "_s + damageCure(fragments.damage);
        if (fragments.recovered.isEmpty())
            return;
        m_lines << QString() << strong(u"Recovered, not verified"_s);
        for (const RecoveredMember &member : fragments.recovered) {
            const JsonDocument value =
                JsonDocument::parse(member.value, { member.value.size() + 1, JsonLimits().depth });
            m_lines << memberLine(member.name, value.root(),
                                  member.part == TokenPart::Header ? RegisteredName::Place::Header
                                                                   : RegisteredName::Place::Claims);
        }
    }

    /// As in the token, on one line.
    static QString valueText(const JsonValue &value)
    {
        const QByteArray json = JsonWriter().value(value).take();
        return QString::fromUtf8(terminalSafeJson(json));
    }

    QString meaningText(const JsonValue &value, const RegisteredName *known) const
    {
        if (known == nullptr)
            return {};
        const QString meaning = claimMeaning(*known);
        const auto timeMs = numericDateMs(value);
        if (known->value != RegisteredName::Value::NumericDate || !timeMs)
            return meaning;
        return u"%1: %2, %3"_s.arg(meaning, localAndUtcText(*timeMs, m_report.nowMs),
                                   relativeText(*timeMs, m_report.nowMs));
    }

    static Ink inkOf(Severity severity)
    {
        return severity == Severity::Error  ? Ink::Bad
            : severity == Severity::Warning ? Ink::Warning
                                            : Ink::Plain;
    }

    void writeChecks()
    {
        if (m_report.checks.isEmpty())
            return;
        m_lines << QString() << strong(u"Checks"_s);
        for (const TokenCheck &check : m_report.checks)
            m_lines << u"  %1 %2"_s.arg(
                m_output.inked(u"%1"_s.arg(severityName(check.severity), -8),
                               inkOf(check.severity)),
                check.message);
    }

    QString checkedSignatureLine() const
    {
        const QString line = u"%1 (%2, keys from %3)"_s.arg(
            displayText(m_report.signatureSentence).text, displayText(m_token.algorithm()).text,
            displayText(m_report.keySource).text);
        switch (m_report.signature) {
        case SignatureStatus::Valid:
            return m_output.inked(line, Ink::Good);
        case SignatureStatus::Invalid:
        case SignatureStatus::Unsecured:
        case SignatureStatus::Malformed:
            return m_output.inked(u"Wrong: "_s + line, Ink::Bad);
        default:
            return m_output.inked(u"Not checked: "_s + line, Ink::Warning);
        }
    }

    QString signatureLine() const
    {
        if (!m_report.keySource.isNull())
            return checkedSignatureLine();
        switch (m_report.signature) {
        case SignatureStatus::Unsecured:
            return m_output.inked(u"There is none (alg none): anybody can write such a token"_s,
                                  Ink::Bad);
        case SignatureStatus::Unsupported:
            return u"Cannot be checked: the token is encrypted"_s;
        case SignatureStatus::Malformed:
            return u"Cannot be checked: the token is damaged"_s;
        default:
            break;
        }
        const QString key = displayText(m_token.keyId()).text;
        return key.isEmpty() ? u"Not checked"_s : u"Not checked (key %1)"_s.arg(key);
    }

    const TokenReport &m_report;
    const Token &m_token;
    const Output &m_output;
    QStringList m_lines;
};

} // namespace

QString reportText(const TokenReport &report, const Output &output)
{
    return TextReport(report, output).text();
}

} // namespace mintmark
