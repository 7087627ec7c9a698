// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/jwkset.h"
#include "oauth/documentjob.h"

namespace mintmark {

/// The keys at an address (RFC 7517 §5): one GET. Symmetric keys are refused: every reader of a
/// published one could sign with it. A text that gives no set is an error (AnswerNotJson,
/// ProfileInvalid); a set without a usable key is not.
class JwksJob : public ResultJob<JwkSet>
{
    Q_OBJECT
public:
    JwksJob(QString address, DocumentSettings settings, const Clock &clock,
            QObject *parent = nullptr);

    /// After finished().
    const ExchangeRecord &record() const { return m_record; }

protected:
    void run() override;
    void stop() override;

private:
    void judge();

    ExchangeRecord m_record;
    DocumentJob *m_document;
};

} // namespace mintmark
