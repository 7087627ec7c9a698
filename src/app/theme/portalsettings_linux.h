// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/systemtheme.h"

#include <QDBusConnection>
#include <QObject>

namespace mintmark {

/// The appearance settings of the desktop portal (org.freedesktop.portal.Settings), read and
/// watched without ever waiting for an answer.
class PortalSettings : public QObject
{
    Q_OBJECT
public:
    explicit PortalSettings(const QDBusConnection &bus, QObject *parent = nullptr);
    ~PortalSettings() override;

    /// Two calls are sent; what has not come after `limitMs` counts as no opinion.
    void start(int limitMs = 300);

Q_SIGNALS:
    void appearanceChanged(const mintmark::SystemAppearance &appearance);

private:
    void read(const QString &key);
    void take(const QString &key, const QVariant &value);

    class Proxy;
    QDBusConnection m_bus;
    Proxy *m_proxy = nullptr;
    SystemAppearance m_appearance;
};

} // namespace mintmark
