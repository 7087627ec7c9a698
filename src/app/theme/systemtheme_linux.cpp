// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/theme/systemtheme.h"

#include "app/theme/portalsettings_linux.h"

#include <QFileInfo>

namespace mintmark {

using namespace Qt::StringLiterals;

void SystemTheme::watch()
{
    // Without an address libdbus would start a bus of its own, which takes time and helps nobody.
    const bool hasBus = qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s);
    if (!hasBus)
        return;
    auto *portal = new PortalSettings(QDBusConnection::sessionBus(), this);
    connect(portal, &PortalSettings::appearanceChanged, this, &SystemTheme::setAppearance);
    portal->start();
}

} // namespace mintmark
