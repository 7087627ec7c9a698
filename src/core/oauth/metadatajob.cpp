// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/metadatajob.h"

#include "base/cure.h"
#include "base/errorcatalogue.h"

#include <QCoreApplication>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MetadataJob)
};

/// The catalogue speaks of tokens where a server has nothing to say at an address.
Error ofIssuer(Error error)
{
    if (error.hint.isEmpty() && error.code != ErrorCode::ProfileInvalid
        && exitCode(error.code) == ExitCode::Refused) {
        error.hint = Text::tr("Check the issuer: it is what stands before /.well-known in the address "
                              "of its metadata.");
        error.hintCure = Cure::EditProfile;
    }
    return error;
}

/// The server is there and answered: the document may stand at the other address.
bool isAnswer(const ExchangeRecord &record)
{
    return record.status > 0;
}

} // namespace

MetadataJob::MetadataJob(QString issuer, DocumentSettings settings, const Clock &clock,
                         QObject *parent)
    : ResultJob(parent),
      m_issuer(issuer.trimmed()),
      m_settings(std::move(settings)),
      m_clock(clock)
{ }

void MetadataJob::run()
{
    const Result<QStringList> addresses = metadataAddresses(m_issuer);
    if (!addresses)
        return finish(addresses.error());
    m_addresses = *addresses;
    next();
}

void MetadataJob::stop()
{
    if (m_running == nullptr)
        return;
    m_running->cancel();
    m_records << m_running->record();
    disconnect(m_running, nullptr, this, nullptr);
}

void MetadataJob::next()
{
    m_running = new DocumentJob({ m_addresses.takeFirst(), u"discovery"_s }, m_settings, m_clock,
                                this);
    connect(m_running, &Job::finished, this, &MetadataJob::judge);
    m_running->start();
}

void MetadataJob::judge()
{
    m_records << m_running->record();
    Result<ServerMetadata> metadata = m_running->result().ok()
        ? ServerMetadata::parse(*m_running->result(), m_issuer)
        : Result<ServerMetadata>(m_running->result().error());
    m_running = nullptr; // stays a child until the end
    if (metadata)
        return finish(std::move(metadata));
    m_records.last().error = metadata.error();
    onRefused(metadata.error());
}

void MetadataJob::onRefused(const Error &error)
{
    // "Not found" at the second address says less than what the first one had.
    if (!m_refusal || m_refusal->code == ErrorCode::HttpStatus)
        m_refusal = error;
    if (m_addresses.isEmpty() || !isAnswer(m_records.last()))
        return finish(ofIssuer(*m_refusal));
    next();
}

} // namespace mintmark
