// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/trustedauthorities.h"

#include <QWidget>

class QVBoxLayout;

namespace mintmark {

/// The authorities a person trusts beside those of the system, each with a button that takes it back.
class TrustedList : public QWidget
{
    Q_OBJECT
public:
    explicit TrustedList(QWidget *parent = nullptr);

    void setEntries(const QList<TrustedAuthorities::Entry> &entries);

Q_SIGNALS:
    void forgetRequested(const QString &host, const QString &sha256);

private:
    void addEntry(const TrustedAuthorities::Entry &entry);

    QVBoxLayout *m_column;
};

} // namespace mintmark
