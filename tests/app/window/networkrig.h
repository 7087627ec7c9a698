// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/profilelistpane.h"
#include "app/window/windowrig.h"
#include "support/testcertificates.h"
#include "support/testmain.h"

#include <QAbstractButton>

namespace mintmark::test {

using namespace Qt::StringLiterals;

/// The window, a TLS server with an authority nobody knows, and files to choose.
class NetworkRig : public WindowRig
{
public:
    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no file");
        return file.fileName();
    }

    /// `clients`: the server takes nobody without a certificate of theirs.
    void serve(const TestCertificate *clients = nullptr)
    {
        QSslConfiguration tls = authority.issue({}).configuration();
        if (clients) {
            tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
            tls.setCaCertificates({ clients->certificate() });
        }
        if (!tlsServer.listenTls(tls))
            qFatal("no port");
    }

    ProfileId saveProfile(ClientAuthenticationMethod method)
    {
        LoadedProfile loaded = profileFor(server);
        loaded.profile.listing.environment = Environment::Sandbox;
        loaded.profile.client.tokenEndpoint =
            u"https://127.0.0.1:%1/token"_s.arg(tlsServer.port());
        loaded.profile.client.authentication = method;
        return save(std::move(loaded));
    }

    void openProfile()
    {
        open();
        window->findChild<ProfileListPane *>()->selectNext(1);
    }

    template <class Widget> Widget *part(const QString &name) const
    {
        for (auto *found : window->findChildren<Widget *>()) {
            if (found->accessibleName() == name)
                return found;
        }
        return nullptr;
    }
    /// A button that was just made is shown from the event loop.
    void press(const QString &text) const
    {
        const auto found = [this, &text]() -> QAbstractButton * {
            for (auto *button : window->findChildren<QAbstractButton *>()) {
                if (button->text() == text && button->isVisible())
                    return button;
            }
            return nullptr;
        };
        QTRY_VERIFY2(found(), qPrintable(text));
        found()->click();
    }

    const TestCertificate authority = TestCertificate::authority(u"Acme Root"_s);
    LoopbackServer tlsServer { [this](const ServedRequest &) {
        return TokenServer::token("token-" + QByteArray::number(tlsServer.requests().size()));
    } };
};

} // namespace mintmark::test
