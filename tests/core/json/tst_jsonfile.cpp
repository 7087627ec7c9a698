// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "json/jsonfile.h"

#include "support/testmain.h"

#include <QFile>
#include <QTemporaryDir>

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestJsonFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothing()
    {
        for (const QString &file : { QString(), m_folder.filePath(u"absent"_s) }) {
            const auto read = readJsonFile(file);
            QVERIFY(read.ok());
            QVERIFY(!read->has_value());
        }
    }
    void json()
    {
        const auto read = readJsonFile(written(R"({"a":[1.50]})"));
        QVERIFY(read.ok() && read->has_value());
        QCOMPARE((*read)->root().member("a").at(0).raw(), QByteArrayView("1.50"));
    }
    void notJson_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut off") << "{\"a\":"_ba;
        QTest::newRow("two") << "{}{}"_ba;
    }
    void notJson()
    {
        QFETCH(const QByteArray, bytes);
        const QString file = written(bytes);
        const auto read = readJsonFile(file);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, ErrorCode::FileUnreadable);
        QCOMPARE(read.error().argument(u"file"), file);
        QCOMPARE(read.error().argument(u"said"), u"It is not JSON."_s);
    }
    void folder()
    {
        QCOMPARE(readJsonFile(m_folder.path()).error().code, ErrorCode::FileUnreadable);
    }

private:
    QString written(const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(u"file.json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

MINTMARK_TEST(tst_jsonfile, TestJsonFile)

#include "tst_jsonfile.moc"
