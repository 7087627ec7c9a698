// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// The editor page of every preset: its own few fields stand above the folded groups, in view without
// scrolling. With MINTMARK_SCREENSHOTS the pictures are kept in that folder.

#include "app/profiles/editorgroup.h"
#include "app/profiles/profileeditor.h"
#include "app/widgets/foldgroup.h"
#include "app/widgets/formfield.h"
#include "app/window/renderchecks.h"
#include "app/window/windowrig.h"
#include "oauth/provider.h"
#include "support/testmain.h"

#include <QComboBox>
#include <QScrollArea>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

class TestPresetPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fewFieldsAboveTheFold_data()
    {
        QTest::addColumn<QString>("id");
        for (const Provider &provider : providers())
            QTest::newRow(qPrintable(provider.id)) << provider.id;
    }
    void fewFieldsAboveTheFold()
    {
        QFETCH(QString, id);
        WindowRig rig;
        rig.open();
        rig.window->resize(1120, 720);
        QVERIFY(QTest::qWaitForWindowExposed(rig.window.get()));
        (*rig.window->findChild<Actions *>())[ActionId::NewProfile]->trigger();
        auto *editor = rig.window->findChild<ProfileEditor *>();
        QTRY_VERIFY(editor && editor->isVisible());
        for (auto *box : editor->findChildren<QComboBox *>()) {
            if (box->accessibleName() != u"Provider")
                continue;
            box->setCurrentIndex(box->findData(id));
            Q_EMIT box->activated(box->currentIndex());
        }
        const Provider &provider = providerById(id);
        const auto *area = editor->findChild<QScrollArea *>();
        const auto isInView = [&](const QWidget *widget) {
            const QRect rect(widget->mapTo(area->viewport(), QPoint()), widget->size());
            return widget->isVisible() && area->viewport()->rect().contains(rect);
        };
        QStringList shown;
        for (const EditorRow *row : editor->findChildren<EditorRow *>()) {
            if (row->isVisible() && !row->field()->accessibleName().isEmpty())
                shown << row->field()->accessibleName();
        }
        // Provider, customer, name, environment; then the preset's own.
        QVERIFY2(shown.size() <= 4 + provider.fields.size(), qPrintable(shown.join(u", ")));
        for (const ProviderVariable &variable : provider.variables)
            QVERIFY2(shown.contains(variable.label), qPrintable(variable.label));
        for (const auto *fold : editor->findChildren<FoldGroup *>())
            QVERIFY(!fold->isExpanded());
        for (const EditorRow *row : editor->findChildren<EditorRow *>())
            QTRY_VERIFY2(!row->isVisible()
                             || row->field()->height() >= row->field()->minimumSizeHint().height(),
                         qPrintable(row->field()->accessibleName()));
        for (const EditorRow *row : editor->findChildren<EditorRow *>())
            QTRY_VERIFY2(!row->isVisible() || isInView(row),
                         qPrintable(row->field()->accessibleName()));
        if (const QString folder = qEnvironmentVariable("MINTMARK_SCREENSHOTS"); !folder.isEmpty())
            rig.window->grab().save(u"%1/preset-%2.png"_s.arg(folder, id));
    }
};

MINTMARK_TEST(tst_presetpages, TestPresetPages)

#include "tst_presetpages.moc"
