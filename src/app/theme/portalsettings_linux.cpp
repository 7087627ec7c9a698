// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/theme/portalsettings_linux.h"

#include <QDBusAbstractInterface>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr auto portalService = "org.freedesktop.portal.Desktop"_L1;
constexpr auto portalPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto appearanceGroup = "org.freedesktop.appearance"_L1;
constexpr auto colorScheme = "color-scheme"_L1;
constexpr auto contrast = "contrast"_L1;

/// "Read" wraps its answer in a variant of a variant; "SettingChanged" and newer portals do not.
uint number(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

} // namespace

/// Only its signal matters: connecting to it subscribes on the bus.
class PortalSettings::Proxy : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    Proxy(const QDBusConnection &bus, QObject *parent)
        : QDBusAbstractInterface(portalService, portalPath, "org.freedesktop.portal.Settings", bus,
                                 parent)
    { }

Q_SIGNALS:
    // The name is that of the portal's signal.
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

PortalSettings::PortalSettings(const QDBusConnection &bus, QObject *parent)
    : QObject(parent), m_bus(bus)
{ }

PortalSettings::~PortalSettings() = default;

void PortalSettings::start(int limitMs)
{
    if (!m_bus.isConnected() || m_proxy)
        return;
    m_proxy = new Proxy(m_bus, this);
    m_proxy->setTimeout(limitMs);
    connect(m_proxy, &Proxy::SettingChanged, this,
            [this](const QString &group, const QString &key, const QDBusVariant &value) {
                if (group == appearanceGroup)
                    take(key, value.variant());
            });
    read(colorScheme);
    read(contrast);
}

void PortalSettings::read(const QString &key)
{
    auto *watcher = new QDBusPendingCallWatcher(
        m_proxy->asyncCall(u"Read"_s, QString(appearanceGroup), key), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        if (!reply.isError())
            take(key, reply.value().variant());
    });
}

void PortalSettings::take(const QString &key, const QVariant &value)
{
    const uint answer = number(value);
    // color-scheme: 0 no preference, 1 dark, 2 light; contrast: 0 no preference, 1 high
    if (key == colorScheme)
        m_appearance.dark = answer == 1 ? std::optional(true)
            : answer == 2               ? std::optional(false)
                                        : std::nullopt;
    else if (key == contrast)
        m_appearance.highContrast = answer == 1 ? std::optional(true) : std::nullopt;
    else
        return;
    Q_EMIT appearanceChanged(m_appearance);
}

} // namespace mintmark

#include "portalsettings_linux.moc"
