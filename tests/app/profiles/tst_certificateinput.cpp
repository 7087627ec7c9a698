// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/certificateinput.h"

#include "support/testcertificates.h"
#include "support/testmain.h"

#include <QAbstractButton>
#include <QFileDialog>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

/// A certificate from a file.
class TestCertificateInput : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opened();
    void saysWhyNot_data();
    void saysWhyNot();

private:
    QString write(const QByteArray &text) const
    {
        QFile file(m_folder.filePath(u"chosen.pem"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no file");
        return file.fileName();
    }
    static void choose(CertificateInput &input, const QString &file)
    {
        input.findChild<QAbstractButton *>()->click();
        auto *dialog = input.findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(file);
        delete dialog;
    }

    QTemporaryDir m_folder;
    const TestCertificate m_own = TestCertificate::selfSigned({});
};

void TestCertificateInput::opened()
{
    CertificateInput input;
    QSignalSpy completed(&input, &CertificateInput::completed);
    choose(input, write("Bag Attributes\n" + m_own.pem() + "\n"));
    QCOMPARE(input.pem().trimmed(), QString::fromLatin1(m_own.pem()).trimmed());
    QVERIFY2(input.words().contains(u" · SHA-256 "), qPrintable(input.words()));
    QCOMPARE(completed.size(), 1);
}

void TestCertificateInput::saysWhyNot_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    const QString chosen = m_folder.filePath(u"chosen.pem"_s);
    QTest::newRow("gone") << m_folder.filePath(u"gone.pem"_s) << QByteArray()
                          << u"The file cannot be read: No such file or directory."_s;
    QTest::newRow("too long") << chosen << m_own.pem() + QByteArray(64 * 1024, ' ')
                              << u"The file is too long: it has more than 64 KiB."_s;
    QTest::newRow("something else") << chosen << QByteArray("a letter")
                                    << u"There is no certificate in this file."_s;
    QTest::newRow("empty") << chosen << QByteArray()
                           << u"There is no certificate in this file."_s;
}

void TestCertificateInput::saysWhyNot()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(QString, words);
    write(text);
    CertificateInput input;
    choose(input, file);
    QCOMPARE(input.words(), words);
    QCOMPARE(input.pem(), QString());
    // And whatever was there stays.
    choose(input, write(m_own.pem()));
    const QString pem = input.pem();
    write(text);
    choose(input, file);
    QCOMPARE(input.pem(), pem);
    QVERIFY2(input.words().startsWith(words + u' '), qPrintable(input.words()));
}

MINTMARK_TEST(tst_certificateinput, TestCertificateInput)

#include "tst_certificateinput.moc"
