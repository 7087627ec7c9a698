// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// The editor page of every preset: its own few fields stand above the folded groups, all in view
// without scrolling. With MINTMARK_SCREENSHOTS the pictures are kept in that folder.

#include "app/window/presetpage.h"
#include "app/window/renderchecks.h"

#include <QAbstractButton>
#include <QLayout>

using namespace mintmark;
using namespace mintmark::test;

class TestPresetPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// What the page asks for below who it is for, in this order: design, and what each server
    /// wants.
    void ownFields_data()
    {
        QTest::addColumn<QString>("fields");
        QTest::newRow("sage-id") << u"Client ID, Client secret, Audience"_s;
        QTest::newRow("sage-intacct") << u"Client ID, Client secret, User@Company"_s;
        QTest::newRow("sage-dmo") << u"Client ID, Client secret, Tenant"_s;
        QTest::newRow("generic") << u"Token address, Client ID, Client secret, Scope"_s;
        QTest::newRow("auth0") << u"Domain, Client ID, Client secret, Audience"_s;
        QTest::newRow("entra-id") << u"Tenant, Client ID, Client secret, Resource"_s;
        QTest::newRow("okta") << u"Domain, Server id, Client ID, Client secret, Scope"_s;
        QTest::newRow("okta-org") << u"Domain, Client ID, Private key, Scope"_s;
        QTest::newRow("cognito") << u"Domain, Client ID, Client secret, Scope"_s;
        QTest::newRow("keycloak") << u"Base address, Realm, Client ID, Client secret"_s;
        QTest::newRow("pingfederate")
            << u"Base address, Client ID, Client secret, Scope, Token manager"_s;
        QTest::newRow("salesforce") << u"My Domain, Consumer key, Consumer secret"_s;
        QTest::newRow("google") << u"Service account, Private key, Scope"_s;
    }
    void ownFields()
    {
        const QString id = QString::fromLatin1(QTest::currentDataTag());
        PresetPage page;
        page.open(id);
        QVERIFY(page.editor);
        QStringList labels;
        for (const EditorRow *row : page.rows())
            labels << labelOf(row);
        QFETCH(QString, fields);
        QCOMPARE(labels.join(u", "_s),
                 u"Provider, Customer, API or purpose, Environment, "_s + fields);
        for (const QSize size : { usual, smallest }) {
            page.resize(size);
            for (const NamedTheme &theme : themes) {
                page.rig.services->theme().setChoice(theme.choice);
                settle();
                const QImage picture = page.rig.window->grab().toImage();
                keep(picture, u"preset-%1-%2-%3"_s.arg(id, theme.name).arg(size.width()));
                const QStringList faults = theme.choice == ThemeChoice::Light
                    ? faultsOf(*page.rig.window, picture)
                    : invisibleTexts(*page.rig.window, picture); // the rest is the same
                QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
            }
            inOrder(page);
            endsWithItsLast(page);
            if (QTest::currentTestFailed())
                return;
        }
        page.resize(usual);
        allInView(page);
    }

    void everyPresetIsLookedAt()
    {
        for (const Provider &provider : providers()) {
            const QStringList ids { u"sage-id"_s, u"sage-intacct"_s, u"sage-dmo"_s, u"generic"_s,
                                    u"auth0"_s, u"entra-id"_s, u"okta"_s, u"okta-org"_s,
                                    u"cognito"_s, u"keycloak"_s, u"pingfederate"_s,
                                    u"salesforce"_s, u"google"_s };
            QVERIFY2(ids.contains(provider.id), qPrintable(provider.id));
        }
    }

private:
    /// Who it is for, the preset's own fields, the folded groups: none over another, none cut.
    static void inOrder(const PresetPage &page)
    {
        const QList<EditorRow *> rows = page.rows();
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QRect place = page.place(rows[i]);
            const QByteArray name = labelOf(rows[i]).toUtf8();
            const char *label = name.constData();
            QVERIFY2(place.left() >= 0 && place.right() < page.area->viewport()->width(), label);
            QVERIFY2(rows[i]->height() >= rows[i]->heightForWidth(rows[i]->width()), label);
            QVERIFY2(rows[i]->field()->height() >= rows[i]->field()->minimumSizeHint().height(),
                     label);
            for (qsizetype j = 0; j < i; ++j)
                QVERIFY2(!place.intersects(page.place(rows[j])), label);
            for (FoldGroup *fold : page.folds())
                QVERIFY2(place.bottom() < page.place(fold->header()).top(), label);
        }
        for (const QString &text : { u"Save"_s, u"Save and fetch"_s }) {
            const QWidget *button = nullptr;
            for (const auto *found : page.editor->findChildren<QAbstractButton *>()) {
                if (found->accessibleName() == text || found->text() == text)
                    button = found;
            }
            QVERIFY2(button && button->isVisible(), qPrintable(text));
            const QRect place(button->mapTo(page.rig.window.get(), QPoint()), button->size());
            QVERIFY(page.rig.window->rect().contains(place));
            QVERIFY(button->mapTo(page.editor, QPoint()).y()
                    >= page.area->mapTo(page.editor, QPoint(0, page.area->height())).y());
        }
    }

    /// Nothing is scrolled to below the last group.
    static void endsWithItsLast(const PresetPage &page)
    {
        const QWidget *form = page.area->widget();
        int end = 0;
        for (const FoldGroup *fold : page.folds())
            end = qMax(end, fold->mapTo(form, QPoint(0, fold->height())).y());
        const int below = form->height() - end - form->layout()->contentsMargins().bottom();
        QVERIFY2(page.area->verticalScrollBar()->maximum() == 0 || below <= 0,
                 qPrintable(QString::number(below)));
    }

    static void allInView(const PresetPage &page)
    {
        int usualHeight = 0;
        for (const EditorRow *row : page.rows()) {
            QVERIFY2(page.isInView(row), qPrintable(labelOf(row)));
            if (row->id() == ProfileField::ClientId)
                usualHeight = row->field()->height();
            else if (row->id() == ProfileField::ClientSecret) // nothing is to be replaced yet
                QCOMPARE(row->field()->height(), usualHeight);
        }
        QVERIFY(page.folds().size() >= 6);
        for (FoldGroup *fold : page.folds()) {
            QVERIFY(!fold->isExpanded());
            QVERIFY2(page.isInView(fold->header()), qPrintable(fold->header()->text()));
        }
    }
};

MINTMARK_TEST(tst_presetpages, TestPresetPages)

#include "tst_presetpages.moc"
