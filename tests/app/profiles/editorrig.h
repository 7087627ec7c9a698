// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/profileeditor.h"

#include "app/profiles/secretfield.h"
#include "app/widgets/formfield.h"
#include "app/widgets/noticebar.h"
#include "app/widgets/secretedit.h"
#include "app/widgets/secretlineedit.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>

namespace mintmark::test {

using namespace Qt::StringLiterals;

/// Finds the parts of a shown editor by their accessible names, as a person would.
class EditorRig
{
public:
    EditorRig()
    {
        qRegisterMetaType<mintmark::Profile>();
        qRegisterMetaType<mintmark::SharedProfileSecrets>();
        editor.resize(800, 674);
        editor.show();
        editor.activateWindow();
        if (!QTest::qWaitForWindowActive(&editor))
            QTest::qFail("The window did not become active.", __FILE__, __LINE__);
    }

    QLineEdit *field(const QString &name) const { return named<QLineEdit>(name); }
    QComboBox *choice(const QString &name) const { return named<QComboBox>(name); }
    QAbstractButton *button(const QString &name) const
    {
        for (auto *found : editor.findChildren<QAbstractButton *>()) {
            if ((found->text() == name || found->accessibleName() == name)
                && found->isVisibleTo(&editor))
                return found;
        }
        return nullptr;
    }
    SecretLineEdit *secret() const { return named<SecretLineEdit>(u"Client secret"_s); }
    NoticeBar *notice() const { return editor.findChild<NoticeBar *>(); }
    /// What stands under the field.
    QString message(QWidget *input) const
    {
        for (QWidget *up = input; up; up = up->parentWidget()) {
            if (auto *row = qobject_cast<FormField *>(up))
                return row->message()->isVisibleTo(&editor) ? row->message()->text() : QString();
        }
        return {};
    }

    void type(const QString &name, const QString &text) const
    {
        QLineEdit *edit = field(name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    void typeSecret(const QString &text) const
    {
        secret()->setFocus();
        QTest::keyClicks(secret(), text);
    }
    /// A whole Sage ID profile, typed.
    void fillSage(const QString &clientSecret) const
    {
        type(u"Customer"_s, u"Acme"_s);
        type(u"API or purpose"_s, u"Payments Out"_s);
        button(u"Sandbox"_s)->click();
        type(u"Client ID"_s, u"k1Jq0vWcYxM8sBt2Zr7LdPqE"_s);
        typeSecret(clientSecret);
        type(u"Audience"_s, u"s200ukipd/sage200"_s);
    }

    FakeClock clock { 1'741'597'924'000 }; // 10 March 2025
    QString clipboard;
    ProfileEditor editor { clock, [this] { return clipboard; } };

private:
    template <class Widget> Widget *named(const QString &name) const
    {
        for (auto *found : editor.findChildren<Widget *>()) {
            if (found->accessibleName() == name && !found->isHidden()
                && (!found->parentWidget() || found->isVisibleTo(&editor)))
                return found;
        }
        for (auto *found : editor.findChildren<Widget *>()) { // in a folded group
            if (found->accessibleName() == name && !found->isHidden())
                return found;
        }
        return nullptr;
    }
};

} // namespace mintmark::test
