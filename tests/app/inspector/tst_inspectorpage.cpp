// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// Which token the page shows of what was pasted or opened.

#include "app/inspector/inspectorpage.h"

#include "app/inspector/foundline.h"
#include "support/testmain.h"

#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

/// {"alg":"HS256"} over {"a":1}.
const QString compact = u"eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.YQ"_s;

} // namespace

class TestInspectorPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leavesWordsBehindATokenOut()
    {
        InspectorPage page;
        page.setText(compact + u"\nRegards, Anna"_s);
        QVERIFY(page.token());
        QCOMPARE(page.token()->text().toByteArray(), compact.toLatin1());
    }

    void opensUtf16()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"token.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QStringEncoder encode(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
        const QByteArray bytes = encode(compact + u"\r\n"_s);
        file.write(bytes);
        file.close();
        InspectorPage page;
        page.openFile(file.fileName());
        QVERIFY(page.token());
        QCOMPARE(page.token()->text().toByteArray(), compact.toLatin1());
    }

    /// RFC 7515 §7.2.1.
    void choosesASignature()
    {
        InspectorPage page;
        page.setText(uR"({"payload":"eyJhIjoxfQ","signatures":[)"
                     uR"({"protected":"eyJhbGciOiJIUzI1NiJ9","signature":"YQ"},)"
                     uR"({"protected":"eyJhbGciOiJSUzI1NiJ9","signature":"YQ"}]})"_s);
        QVERIFY(page.token());
        QCOMPARE(page.token()->algorithm(), u"HS256"_s);
        Q_EMIT page.foundLine()->stepRequested(1);
        QCOMPARE(page.token()->algorithm(), u"RS256"_s);
    }
};

MINTMARK_TEST(tst_inspectorpage, TestInspectorPage)
#include "tst_inspectorpage.moc"
