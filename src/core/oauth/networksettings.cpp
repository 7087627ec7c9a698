// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/networksettings.h"

namespace mintmark {

NetworkAccess merged(const NetworkAccess &program, const NetworkAccess &own)
{
    NetworkAccess result = own;
    NetworkSettings &settings = result.settings;
    if (settings.proxy.kind == ProxySettings::Kind::Inherited) {
        settings.proxy = program.settings.proxy;
        result.secrets.proxyPassword = program.secrets.proxyPassword;
    }
    if (settings.caFile.isEmpty()) {
        settings.caFile = program.settings.caFile;
        settings.caFileAdded = program.settings.caFileAdded;
    }
    if (settings.clientCertificate == ClientCertificateSource::Inherited) {
        settings.clientCertificate = program.settings.clientCertificate;
        settings.clientCertificateFile = program.settings.clientCertificateFile;
        settings.clientKeyFile = program.settings.clientKeyFile;
        result.secrets.clientIdentity = program.secrets.clientIdentity;
        result.secrets.keyPassphrase = program.secrets.keyPassphrase;
    }
    if (settings.timeoutSeconds <= 0)
        settings.timeoutSeconds = program.settings.timeoutSeconds;
    result.trusted += program.trusted;
    return result;
}

qint64 deadlineMs(const NetworkSettings &settings)
{
    const int seconds =
        settings.timeoutSeconds > 0 ? settings.timeoutSeconds : NetworkSettings::usualTimeoutSeconds;
    return seconds * qint64(1000);
}

} // namespace mintmark
