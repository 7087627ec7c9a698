// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/networksettings.h"

namespace mintmark {

/// "system proxy", "no proxy", "proxy proxy.acme.local:8080"
QString proxyWords(const ProxySettings &proxy);
/// "system certificates", "only acme-ca.pem", "system certificates and acme-ca.pem"
QString authorityWords(const NetworkSettings &settings);
/// "no client certificate", "client certificate client.p12", "client certificate in the keychain"
QString clientCertificateWords(const NetworkSettings &settings);
/// "Saved certificate · acme-client · ends 3 March 2027"; of PKCS#12 with its passphrase.
QString savedCertificateWords(const NetworkSecrets &secrets);
/// "30 s"
QString timeLimitWords(const NetworkSettings &settings);
/// All of them in one line, without what is not used: "system proxy · system certificates · 30 s".
QString networkWords(const NetworkSettings &settings);

} // namespace mintmark
