// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/widgets/pane.h"
#include "session/verdict.h"

#include <QList>

namespace mintmark {

class VerdictLine;

/// A Verdict in two columns of lines, its headline the first of them: flat, because under it are the
/// claims, which somebody who inspects a token came for.
class VerdictCard : public Card
{
    Q_OBJECT
public:
    explicit VerdictCard(QWidget *parent = nullptr);

    /// Only what differs from what stands there repaints.
    void setVerdict(const Verdict &verdict);
    const Verdict &verdict() const { return m_verdict; }
    /// Headline first, then those of the verdict.
    QList<VerdictLine *> lines() const { return m_lines; }

Q_SIGNALS:
    void linkClicked(const QString &linkId);

private:
    Verdict m_verdict;
    QList<VerdictLine *> m_lines;
};

} // namespace mintmark
