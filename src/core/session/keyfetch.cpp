// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/keyfetch.h"

#include "oauth/jwksjob.h"
#include "oauth/metadatajob.h"

#include <QCoreApplication>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KeyFetch)
};

Error withoutAddress()
{
    return { ErrorCode::ProfileInvalid,
             { { u"field"_s, Text::tr("issuer") },
               { u"detail"_s, Text::tr("The server's metadata name no address of keys.") } },
             u"no jwks_uri in the metadata"_s };
}

} // namespace

KeyFetch::KeyFetch(QString issuer, QString jwksUri, DocumentSettings settings, const Clock &clock,
                   QObject *parent)
    : ResultJob(parent),
      m_issuer(std::move(issuer)),
      m_jwksUri(std::move(jwksUri)),
      m_settings(std::move(settings)),
      m_clock(clock)
{ }

void KeyFetch::run()
{
    if (m_jwksUri.isEmpty())
        discover();
    else
        fetch(m_jwksUri);
}

void KeyFetch::stop()
{
    if (m_running == nullptr)
        return;
    disconnect(m_running, nullptr, this, nullptr);
    m_running->cancel();
}

void KeyFetch::discover()
{
    auto *metadata = new MetadataJob(m_issuer, m_settings, m_clock, this);
    m_running = metadata;
    connect(metadata, &Job::finished, this, [this, metadata] {
        for (const ExchangeRecord &sent : metadata->records())
            record(sent);
        const Result<ServerMetadata> &result = metadata->result();
        if (!result)
            return finish(result.error());
        if (result->jwksUri.isEmpty())
            return finish(withoutAddress());
        fetch(result->jwksUri);
    });
    metadata->start();
}

void KeyFetch::fetch(const QString &address)
{
    auto *keys = new JwksJob(address, m_settings, m_clock, this);
    m_running = keys;
    connect(keys, &Job::finished, this, [this, keys] {
        record(keys->record());
        finish(keys->takeResult());
    });
    keys->start();
}

void KeyFetch::record(const ExchangeRecord &record)
{
    if (!record.method.isEmpty())
        Q_EMIT recorded(record);
}

} // namespace mintmark
