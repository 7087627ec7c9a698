// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/keychain/keyringrig.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>

#include <csignal>

namespace mintmark::test {

using namespace Qt::StringLiterals;

/// (oayays): a secret on its way, in the clear session "plain".
struct PlainSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString type;
};

static QDBusArgument &operator<<(QDBusArgument &argument, const PlainSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.type;
    argument.endStructure();
    return argument;
}

static const QDBusArgument &operator>>(const QDBusArgument &argument, PlainSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.type;
    argument.endStructure();
    return argument;
}

} // namespace mintmark::test

Q_DECLARE_METATYPE(mintmark::test::PlainSecret)

namespace mintmark::test::keyring {

namespace {

const QString specification = u"org.freedesktop.Secret.Service"_s;
const QString gnome = u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s;
const QDBusObjectPath defaultCollection(u"/org/freedesktop/secrets/aliases/default"_s);

QDBusMessage call(const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message, QDBus::Block, 5'000);
}

bool succeeded(const QDBusMessage &reply)
{
    if (reply.type() == QDBusMessage::ReplyMessage)
        return true;
    qWarning("%s", qPrintable(reply.errorMessage()));
    return false;
}

QVariant masterPassword()
{
    qDBusRegisterMetaType<PlainSecret>();
    const QDBusMessage session = call(specification, u"OpenSession"_s,
                                      { u"plain"_s, QVariant::fromValue(QDBusVariant(QString())) });
    PlainSecret secret;
    secret.session = session.arguments().value(1).value<QDBusObjectPath>();
    secret.value = qgetenv("MINTMARK_KEYRING_PASSWORD");
    secret.type = u"text/plain"_s;
    return QVariant::fromValue(secret);
}

} // namespace

pid_t daemon()
{
    return qEnvironmentVariableIntValue("MINTMARK_KEYRING_PID");
}

bool lock()
{
    return succeeded(call(specification, u"Lock"_s,
                          { QVariant::fromValue(QList<QDBusObjectPath> { defaultCollection }) }));
}

bool unlock()
{
    return succeeded(call(gnome, u"UnlockWithMasterPassword"_s,
                          { QVariant::fromValue(defaultCollection), masterPassword() }));
}

bool setDefaultCollection(const QString &name)
{
    const QDBusObjectPath path(u"/org/freedesktop/secrets/collection/"_s + name);
    return succeeded(
        call(specification, u"SetAlias"_s, { u"default"_s, QVariant::fromValue(path) }));
}

bool forgetDefaultCollection()
{
    return succeeded(call(specification, u"SetAlias"_s,
                          { u"default"_s, QVariant::fromValue(QDBusObjectPath(u"/"_s)) }));
}

Frozen::Frozen()
{
    if (daemon() <= 0 || kill(daemon(), SIGSTOP) != 0)
        qFatal("there is no daemon to freeze");
}

Frozen::~Frozen()
{
    kill(daemon(), SIGCONT);
}

QByteArray secretTool(const QStringList &arguments, const QByteArray &input)
{
    QProcess tool;
    tool.start(u"secret-tool"_s, arguments);
    tool.write(input);
    tool.closeWriteChannel();
    if (!tool.waitForFinished(10'000))
        qFatal("secret-tool does not answer");
    // "search" writes attributes to stderr.
    return tool.readAllStandardOutput() + tool.readAllStandardError();
}

QByteArray storedValue(const QString &key)
{
    const QByteArray text = secretTool({ u"lookup"_s, u"user"_s, key, u"server"_s, u"mintmark"_s });
    return QByteArray::fromBase64(text);
}

QStringList filesHolding(const QByteArray &needle)
{
    QStringList found;
    QDirIterator files(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(needle))
            found << file.fileName();
    }
    return found;
}

} // namespace mintmark::test::keyring
