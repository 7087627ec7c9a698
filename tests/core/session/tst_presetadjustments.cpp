// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/presetadjustments.h"

#include "support/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

PresetAdjustment grantType(const QString &from, const QString &to)
{
    return { u"sage-id"_s, from, { u"grant_type"_s, to } };
}

} // namespace

class TestPresetAdjustments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keptInTheirFile()
    {
        const PresetAdjustment body { u"auth0"_s, u"json"_s, { u"body"_s, u"form"_s } };
        {
            PresetAdjustments adjustments(m_folder->path());
            QVERIFY(adjustments.all().isEmpty());
            QSignalSpy changed(&adjustments, &PresetAdjustments::changed);
            QVERIFY(adjustments.keep(grantType(u"a"_s, u"b"_s)).ok());
            QVERIFY(adjustments.keep(body).ok());
            QCOMPARE(changed.size(), 2);
        }
        QCOMPARE(PresetAdjustments(m_folder->path()).all(),
                 QList({ grantType(u"a"_s, u"b"_s), body }));
        QCOMPARE(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        PresetAdjustments again(m_folder->path());
        QVERIFY(again.forget(u"sage-id"_s, u"grant_type"_s).ok());
        QCOMPARE(PresetAdjustments(m_folder->path()).all(), QList({ body }));
    }

    /// A new profile starts with what the preset says, so that is what each entry goes by.
    void chainsBeginAtThePreset()
    {
        PresetAdjustments adjustments(m_folder->path());
        QVERIFY(adjustments.keep(grantType(u"a"_s, u"b"_s)).ok());
        QVERIFY(adjustments.keep(grantType(u"b"_s, u"c"_s)).ok());
        QCOMPARE(adjustments.all(), QList({ grantType(u"a"_s, u"c"_s) }));
        QVERIFY(adjustments.keep(grantType(u"c"_s, u"a"_s)).ok());
        QVERIFY(adjustments.all().isEmpty());
    }

    void twoProcesses()
    {
        PresetAdjustments one(m_folder->path());
        PresetAdjustments other(m_folder->path());
        QVERIFY(one.all().isEmpty());
        QVERIFY(other.keep(grantType(u"a"_s, u"b"_s)).ok());
        const PresetAdjustment body { u"sage-id"_s, u"json"_s, { u"body"_s, u"form"_s } };
        QVERIFY(one.keep(body).ok());
        QCOMPARE(PresetAdjustments(m_folder->path()).all(),
                 QList({ grantType(u"a"_s, u"b"_s), body }));
    }

    void damagedFileIsLeftAlone()
    {
        write("{\"adjustments\":7}");
        PresetAdjustments adjustments(m_folder->path());
        QVERIFY(adjustments.all().isEmpty());
        QCOMPARE(adjustments.fault()->code, ErrorCode::FileUnreadable);
        QVERIFY(!adjustments.keep(grantType(u"a"_s, u"b"_s)).ok());
        QFile kept(file());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), "{\"adjustments\":7}");
    }

    void whatNobodyKnowsIsPassedOver()
    {
        write(R"({"version":1,"adjustments":[
            {"provider":"sage-id","field":"client_secret","from":"","to":"x"},
            {"provider":"sage-id","field":"body","from":"json","to":"xml"},
            {"field":"body","from":"json","to":"form"}, 7,
            {"provider":"sage-id","field":"grant_type","from":"a","to":"b"}]})");
        QCOMPARE(PresetAdjustments(m_folder->path()).all(),
                 QList({ grantType(u"a"_s, u"b"_s) }));
    }

    void withoutAFolderForThisSession()
    {
        PresetAdjustments adjustments { QString() };
        QVERIFY(adjustments.keep(grantType(u"a"_s, u"b"_s)).ok());
        QCOMPARE(adjustments.all().size(), 1);
        QVERIFY(adjustments.forget(u"sage-id"_s, u"grant_type"_s).ok());
        QVERIFY(adjustments.all().isEmpty());
    }

private:
    QString file() const { return m_folder->filePath(u"presets.json"_s); }
    void write(const QByteArray &text)
    {
        QFile file(this->file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

MINTMARK_TEST(tst_presetadjustments, TestPresetAdjustments)
#include "tst_presetadjustments.moc"
