// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilefindings.h"

#include <QFileInfo>
#include <QUrl>

namespace mintmark::findings {

using namespace Qt::StringLiterals;

namespace {

/// A host alone, as a name or an address.
bool isHost(const QString &text)
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty();
}

void addFileFinding(ProfileField field, const QString &path, Findings &findings)
{
    if (!path.isEmpty() && !QFileInfo(path).isFile())
        findings.append(
            { field, FindingLevel::Warning, Text::tr("There is no such file here."), {} });
}

} // namespace

void addNetworkFindings(const NetworkSettings &network, Findings &findings)
{
    if (network.proxy.kind == ProxySettings::Kind::Http && !isHost(network.proxy.host))
        findings.append({ ProfileField::ProxyAddress, FindingLevel::BlocksSave,
                          Text::tr("The proxy needs a host, e.g. proxy.example.com, and a port."),
                          {} });
    addFileFinding(ProfileField::CaFile, network.caFile, findings);
    addFileFinding(ProfileField::ClientCertificate, network.clientCertificateFile, findings);
    addFileFinding(ProfileField::ClientKey, network.clientKeyFile, findings);
}

} // namespace mintmark::findings
