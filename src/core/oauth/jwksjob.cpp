// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/jwksjob.h"


#include <QCoreApplication>
#include <QUrl>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JwksJob)
};

/// JSON that has no keys comes from an address that is not the one of keys.
Error notKeys(const QString &host, KeySetFault fault)
{
    const QString sentence = keySetFaultSentence(fault);
    if (fault == KeySetFault::InvalidJson)
        return { ErrorCode::AnswerNotJson,
                 { { u"host"_s, host }, { u"status"_s, u"200"_s }, { u"said"_s, sentence } },
                 keySetFaultName(fault) };
    return { ErrorCode::ProfileInvalid,
             { { u"field"_s, Text::tr("address of keys") },
               { u"detail"_s, Text::tr("What %1 answered: %2").arg(host, sentence) } },
             keySetFaultName(fault) };
}

} // namespace

JwksJob::JwksJob(QString address, DocumentSettings settings, const Clock &clock, QObject *parent)
    : ResultJob(parent),
      m_document(new DocumentJob({ std::move(address), u"keys"_s,
                                   "application/jwk-set+json, application/json"_ba },
                                 std::move(settings), clock, this))
{ }

void JwksJob::run()
{
    connect(m_document, &Job::finished, this, &JwksJob::judge);
    m_document->start();
}

void JwksJob::stop()
{
    disconnect(m_document, nullptr, this, nullptr);
    m_document->cancel();
    m_record = m_document->record();
}

void JwksJob::judge()
{
    m_record = m_document->record();
    const Result<QByteArray> &body = m_document->result();
    if (!body)
        return finish(body.error());
    JwkSet set = JwkSet::parse(*body, SymmetricKeys::Refuse);
    if (!set.fault)
        return finish(std::move(set));
    m_record.error = notKeys(QUrl(m_record.url).host(), *set.fault);
    finish(*m_record.error);
}

} // namespace mintmark
