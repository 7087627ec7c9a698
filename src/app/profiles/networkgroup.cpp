// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/networkgroup.h"

#include "app/profiles/networkwords.h"
#include "app/profiles/quietinputs.h"
#include "app/widgets/secretlineedit.h"
#include "app/widgets/segmentedchoice.h"
#include "base/errorcatalogue.h"
#include "oauth/clientidentity.h"
#include "profiles/profileitemnetwork.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalBlocker>

#include <utility>

// What the group holds. How its rows are made is in networkrows.cpp.

namespace mintmark {

using namespace Qt::StringLiterals;
using Kind = ProxySettings::Kind;
using Source = ClientCertificateSource;

namespace {

SharedSecret shared(const SecretLineEdit *edit)
{
    return edit->length() > 0 ? shareSecret(edit->secret()) : SharedSecret();
}

void fill(SecretLineEdit *edit, const SharedSecret &secret)
{
    if (secret)
        edit->setSecret(*secret);
    else
        edit->wipeSecret();
}

} // namespace

bool NetworkGroup::isOwn() const
{
    return !m_source || m_source->currentIndex() == 1;
}

bool NetworkGroup::hasCertificate() const
{
    return m_keep->isChecked() || !m_certificate->text().trimmed().isEmpty();
}

void NetworkGroup::setInherited(const NetworkSettings &program)
{
    m_program = program;
    showInherited();
}

bool NetworkGroup::providesCertificate(const NetworkSettings &own) const
{
    return merged({ m_program, {}, {} }, { own, {}, {} }).settings.clientCertificate
        != Source::Inherited;
}

QString NetworkGroup::summary(const ProfileDraft &draft) const
{
    NetworkSettings own = draft.profile.client.network;
    const QString text =
        networkWords(merged({ m_program, {}, {} }, { own, {}, {} }).settings);
    own.allowHttp = false;
    return own.isInherited() ? tr("as in Settings: %1").arg(text) : text;
}

ProxySettings NetworkGroup::proxy() const
{
    ProxySettings proxy;
    proxy.kind = static_cast<Kind>(m_proxy->currentData().toInt());
    if (proxy.kind != Kind::Http)
        return proxy;
    proxy.host = m_proxyHost->text().trimmed();
    proxy.port = m_proxyPort->value();
    proxy.user = m_proxyUser->text();
    return proxy;
}

NetworkAccess NetworkGroup::access() const
{
    NetworkAccess access;
    NetworkSettings &settings = access.settings;
    if (!isOwn())
        return access;
    settings.proxy = proxy();
    if (settings.proxy.kind == Kind::Http)
        access.secrets.proxyPassword = shared(m_proxyPassword);
    settings.caFile = m_caFile->text().trimmed();
    settings.caFileAdded = !settings.caFile.isEmpty() && m_caFileAdded->isChecked();
    settings.timeoutSeconds = m_timeout->value();
    if (!hasCertificate())
        return access;
    access.secrets.keyPassphrase = shared(m_passphrase);
    settings.clientCertificate = m_keep->isChecked() ? Source::Stored : Source::Files;
    if (m_keep->isChecked()) {
        access.secrets.clientIdentity = m_identity;
    } else {
        settings.clientCertificateFile = m_certificate->text().trimmed();
        settings.clientKeyFile = m_key->text().trimmed();
    }
    return access;
}

void NetworkGroup::storeOthers(ProfileDraft &draft) const
{
    NetworkAccess own = access();
    own.settings.allowHttp = m_allowHttp && m_allowHttp->isChecked();
    draft.profile.client.network = own.settings;
    draft.secrets.client.network = own.secrets;
}

void NetworkGroup::loadOthers(const ProfileDraft &draft)
{
    NetworkSettings settings = draft.profile.client.network;
    const NetworkSecrets &secrets = draft.secrets.client.network;
    if (m_allowHttp)
        m_allowHttp->setChecked(std::exchange(settings.allowHttp, false));
    if (m_source)
        m_source->setCurrentIndex(settings.isInherited() ? 0 : 1);
    const ProxySettings &proxy = settings.proxy;
    const bool asSystem = m_of == Of::Program && proxy.kind == Kind::Inherited;
    m_proxy->setCurrentData(static_cast<int>(asSystem ? Kind::System : proxy.kind));
    m_proxyHost->setText(proxy.host);
    m_proxyPort->setValue(proxy.port);
    m_proxyUser->setText(proxy.user);
    fill(m_proxyPassword, secrets.proxyPassword);
    m_caFile->setText(settings.caFile);
    m_caFileAdded->setChecked(settings.caFileAdded);
    m_certificate->setText(settings.clientCertificateFile);
    m_key->setText(settings.clientKeyFile);
    fill(m_passphrase, secrets.keyPassphrase);
    m_identity = secrets.clientIdentity;
    m_removed.reset();
    m_isRemoved = false;
    m_keep->setChecked(settings.clientCertificate == Source::Stored);
    m_keepRow->clearMessage();
    m_timeout->setValue(settings.timeoutSeconds);
    nameSaved();
    updateRows();
}

void NetworkGroup::offerRemoved(const ProfileDraft &saved)
{
    if (saved.profile.client.network.clientCertificate != Source::Stored || hasCertificate())
        return;
    m_isRemoved = true;
    m_removed = saved.secrets.client.network.clientIdentity;
    fill(m_passphrase, saved.secrets.client.network.keyPassphrase);
    updateRows();
}

/// Before its rows are shown: a PKCS#12 takes a while to open.
void NetworkGroup::nameSaved()
{
    m_savedWords = savedCertificateWords({ {}, m_identity, shared(m_passphrase) });
}

void NetworkGroup::wipeSecrets()
{
    m_proxyPassword->wipeSecret();
    m_passphrase->wipeSecret();
    m_identity.reset();
    m_removed.reset();
}

/// A row that is hidden because all is as in Settings.
void NetworkGroup::makeReachable(EditorRow *row)
{
    if (!row->isHidden() || !m_source)
        return;
    m_source->setCurrentIndex(1);
    updateRows();
}

/// "http://proxy:8080" and "proxy:8080" are pasted as they stand in other programs.
void NetworkGroup::splitAddress()
{
    const QString text = m_proxyHost->text().trimmed();
    if (!text.contains(u':'))
        return;
    const std::optional<ProxySettings> proxy = profileitem::proxyFromText(text);
    if (!proxy)
        return;
    m_proxyHost->setText(proxy->host);
    m_proxyPort->setValue(proxy->port);
    if (!proxy->user.isEmpty())
        m_proxyUser->setText(proxy->user);
    Q_EMIT m_proxyHost->edited();
}

void NetworkGroup::keepCertificate(bool keep)
{
    const bool isBack = keep && m_isRemoved && m_certificate->text().trimmed().isEmpty();
    SharedSecret former = std::exchange(m_identity, {});
    m_keepRow->clearMessage();
    if (!keep)
        m_removed = std::move(former);
    else if (isBack)
        m_identity = std::exchange(m_removed, {});
    m_isRemoved = !keep;
    if (keep && !isBack) {
        Result<SecretBytes> read = readClientIdentity(m_certificate->text().trimmed(),
                                                      m_key->text().trimmed());
        if (read) {
            m_identity = shareSecret(std::move(read).value());
            nameSaved();
            m_certificate->setText({});
            m_key->setText({});
        } else {
            const QSignalBlocker quiet(m_keep);
            m_keep->setChecked(false);
            m_keepRow->setMessage(MessageLevel::Fault, errorText(read.error()).cause);
            return updateRows();
        }
    }
    updateRows();
    notifyChosen(m_keepRow);
}

} // namespace mintmark
