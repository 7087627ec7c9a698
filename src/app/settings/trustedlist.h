// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/settings/takebacklist.h"
#include "oauth/trustedauthorities.h"

namespace mintmark {

/// The authorities a person trusts beside those of the system, each with a button that takes it
/// back.
class TrustedList : public TakeBackList
{
    Q_OBJECT
public:
    explicit TrustedList(QWidget *parent = nullptr);

    void setEntries(const QList<TrustedAuthorities::Entry> &entries);

Q_SIGNALS:
    void forgetRequested(const QString &host, const QString &sha256);
};

} // namespace mintmark
