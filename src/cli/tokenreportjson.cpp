// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/tokenreport.h"
#include "json/writer.h"

#include <QStringDecoder>

namespace mintmark {

namespace {

/// Seconds, rounded down also before 1970.
qint64 wholeSeconds(qint64 ms)
{
    return ms / 1000 - (ms % 1000 < 0 ? 1 : 0);
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return !decoder.hasError();
}

class ReportWriter
{
public:
    explicit ReportWriter(const TokenReport &report) : m_report(report), m_token(report.token) { }

    QByteArray write()
    {
        m_json.beginObject();
        m_json.member("kind").string(tokenKindName(m_token.kind()));
        writeProblems();
        m_json.member("header").value(m_token.header());
        m_json.member("claims").value(m_token.claims());
        const qsizetype parts = m_token.partSizes().size();
        decodedText("header_text", m_token.headerBytes(), parts > 0);
        decodedText("payload_text", m_token.payloadBytes(), parts > 1 && parts != 5);
        writeRecovered();
        writeTimes();
        writeChecks();
        writeSignature();
        writeCleaned();
        return m_json.endObject().take();
    }

private:
    void writeCleaned()
    {
        if (m_report.cleaned.isEmpty())
            return;
        m_json.member("cleaned").beginArray();
        for (const Cleaning cleaning : m_report.cleaned) {
            m_json.beginObject().member("code").string(cleaningCode(cleaning));
            m_json.member("message").string(cleaningSentence(cleaning)).endObject();
        }
        m_json.endArray();
    }

    void writeProblems()
    {
        m_json.member("problems").beginArray();
        for (const TokenProblem &problem : m_token.problems()) {
            m_json.beginObject().member("code").string(tokenProblemName(problem.code));
            m_json.member("part").string(tokenPartName(problem.part));
            m_json.member("offset").integer(problem.offset);
            m_json.member("message").string(tokenProblemSentence(problem)).endObject();
        }
        m_json.endArray();
    }

    void decodedText(const char *name, const QByteArray &bytes, bool exists)
    {
        m_json.member(name);
        if (exists && isUtf8(bytes))
            m_json.string(QUtf8StringView(bytes.constData(), bytes.size()));
        else
            m_json.null();
    }

    void writeRecovered()
    {
        if (m_report.fragments.damage.kind == DamageKind::None)
            return;
        m_json.member("recovered").beginArray();
        for (const RecoveredMember &member : m_report.fragments.recovered) {
            m_json.beginObject().member("name").string(member.name);
            m_json.member("value").raw(member.value).endObject();
        }
        m_json.endArray();
    }

    void seconds(const char *name, std::optional<qint64> ms)
    {
        m_json.member(name);
        if (ms)
            m_json.integer(wholeSeconds(*ms));
        else
            m_json.null();
    }

    void writeTimes()
    {
        std::optional<qint64> remainingMs = m_token.expiresAtMs();
        if (remainingMs)
            *remainingMs -= m_report.nowMs;
        m_json.member("times").beginObject();
        seconds("issued_at", m_token.issuedAtMs());
        seconds("not_before", m_token.notBeforeMs());
        seconds("expires_at", m_token.expiresAtMs());
        seconds("lifetime_s", m_report.lifetimeMs);
        seconds("remaining_s", remainingMs);
        m_json.member("state").string(stateName(m_report.state)).endObject();
    }

    void writeChecks()
    {
        m_json.member("checks").beginArray();
        for (const TokenCheck &check : m_report.checks) {
            m_json.beginObject().member("code").string(checkName(check.code));
            m_json.member("severity").string(severityName(check.severity));
            m_json.member("message").string(check.message).endObject();
        }
        m_json.endArray();
    }

    void stringOrNull(const char *name, const QString &text)
    {
        m_json.member(name);
        if (text.isNull())
            m_json.null();
        else
            m_json.string(text);
    }

    void writeSignature()
    {
        m_json.member("signature").beginObject();
        m_json.member("status").string(signatureStatusName(m_report.signature));
        stringOrNull("alg", m_token.algorithm());
        stringOrNull("kid", m_report.keyId);
        stringOrNull("key_source", m_report.keySource);
        m_json.endObject();
    }

    const TokenReport &m_report;
    const Token &m_token;
    JsonWriter m_json { JsonWriter::Format::Indented };
};

} // namespace

QByteArray reportJson(const TokenReport &report)
{
    return terminalSafeJson(ReportWriter(report).write());
}

} // namespace mintmark
