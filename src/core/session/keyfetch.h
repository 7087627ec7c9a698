// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/documentjob.h"
#include "jose/jwkset.h"

namespace mintmark {

/// The way to an issuer's keys: its JWKS address, else discovery and the address found there. One GET,
/// or at most four.
class KeyFetch : public ResultJob<JwkSet>
{
    Q_OBJECT
public:
    /// `issuer` counts where `jwksUri` is empty.
    KeyFetch(QString issuer, QString jwksUri, DocumentSettings settings, const Clock &clock,
             QObject *parent = nullptr);

Q_SIGNALS:
    /// What was sent, as soon as it is over.
    void recorded(const mintmark::ExchangeRecord &record);

protected:
    void run() override;
    void stop() override;

private:
    void discover();
    void fetch(const QString &address);
    void record(const ExchangeRecord &record);

    const QString m_issuer;
    const QString m_jwksUri;
    const DocumentSettings m_settings;
    const Clock &m_clock;
    Job *m_running = nullptr;
};

} // namespace mintmark
