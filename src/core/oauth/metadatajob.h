// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/documentjob.h"
#include "oauth/servermetadata.h"

#include <QStringList>

namespace mintmark {

/// Discovery: the metadata of an issuer, from the first of metadataAddresses() that has them. At
/// most three GETs; the next only when the server answered the one before without them.
class MetadataJob : public ResultJob<ServerMetadata>
{
    Q_OBJECT
public:
    MetadataJob(QString issuer, DocumentSettings settings, const Clock &clock,
                QObject *parent = nullptr);

    /// After finished(): what was sent, in that order.
    const QList<ExchangeRecord> &records() const { return m_records; }

protected:
    void run() override;
    void stop() override;

private:
    void next();
    void judge();
    void onRefused(const Error &error);

    const QString m_issuer;
    const DocumentSettings m_settings;
    const Clock &m_clock;
    QStringList m_addresses; ///< not yet tried
    QList<ExchangeRecord> m_records;
    std::optional<Error> m_refusal; ///< the one that says most
    DocumentJob *m_running = nullptr;
};

} // namespace mintmark
