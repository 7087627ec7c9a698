// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QObject>
#include <QVariantMap>

namespace mintmark::test {

/// One collection, locked at first.
class FakeCollection : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Collection")
    Q_PROPERTY(bool Locked MEMBER locked)
public:
    bool locked = true;
};

/// A dialog the test answers.
class FakePrompt : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Prompt")
public:
    bool shown = false;
    bool withdrawn = false;

public Q_SLOTS:
    void Prompt(const QString &) { shown = true; }
    void Dismiss() { withdrawn = true; }

Q_SIGNALS:
    void Completed(bool dismissed, const QDBusVariant &result);
};

/// The service: no items, only doors.
class FakeSecretService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Service")
public:
    QDBusObjectPath defaultCollection { QStringLiteral(
        "/org/freedesktop/secrets/collection/login") };
    QDBusObjectPath prompt { QStringLiteral("/org/freedesktop/secrets/prompt/1") };
    QString createdAs; ///< alias given to CreateCollection

public Q_SLOTS:
    QDBusObjectPath ReadAlias(const QString &) const { return defaultCollection; }
    QList<QDBusObjectPath> Unlock(const QList<QDBusObjectPath> &, QDBusObjectPath &needed)
    {
        needed = prompt;
        return {};
    }
    QDBusObjectPath CreateCollection(const QVariantMap &, const QString &alias,
                                     QDBusObjectPath &needed)
    {
        createdAs = alias;
        needed = prompt;
        return QDBusObjectPath(QStringLiteral("/"));
    }
};

} // namespace mintmark::test
