// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/startup.h"
#include "support/testmain.h"

#include <QDir>
#include <QTemporaryFile>

#include <cstdio>
#include <unistd.h>

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestStartup : public QObject
{
    Q_OBJECT
private:
    QtMessageHandler m_handler = nullptr;

private Q_SLOTS:
    void init() { m_handler = qInstallMessageHandler(nullptr); }
    void cleanup() { qInstallMessageHandler(m_handler); }

    void takesWhatWouldHarmFromTheEnvironment()
    {
        qputenv("QT_NO_GLIB", "1");
        qputenv("SSLKEYLOGFILE", "/tmp/keys");
        const QString folder = QDir::currentPath();
        prepareProcess();
        QVERIFY(!qEnvironmentVariableIsSet("QT_NO_GLIB"));
        QVERIFY(!qEnvironmentVariableIsSet("SSLKEYLOGFILE"));
        QCOMPARE(QDir::currentPath(), folder);
    }

    void logsWithoutSecrets()
    {
        QTemporaryFile log;
        QVERIFY(log.open());
        prepareProcess();
        std::fflush(stderr);
        const int former = dup(STDERR_FILENO);
        dup2(log.handle(), STDERR_FILENO);
        qWarning("sent client_secret=hush-hush to the server");
        std::fflush(stderr);
        dup2(former, STDERR_FILENO);
        close(former);
        QVERIFY(log.seek(0));
        const QByteArray line = log.readAll();
        QVERIFY(line.contains("to the server"));
        QVERIFY(!line.contains("hush"));
    }
};

MINTMARK_TEST(tst_startup, TestStartup)
#include "tst_startup.moc"
