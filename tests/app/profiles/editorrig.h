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
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSignalSpy>

namespace mintmark::test {

using namespace Qt::StringLiterals;

/// What the editor hands over to be saved; without secrets: nothing.
struct SavedDraft
{
    Profile profile;
    SharedProfileSecrets secrets;
};

/// By the keyboard, as a person would.
inline void paste(QWidget *into, const QByteArray &text)
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
    into->setFocus();
    QTest::keyClick(into, Qt::Key_V, Qt::ControlModifier);
}

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
    /// Shown or not.
    template <class Widget> Widget *part(const QString &name) const
    {
        for (auto *found : editor.findChildren<Widget *>()) {
            if (found->accessibleName() == name && !found->focusProxy())
                return found;
        }
        return nullptr;
    }
    /// A new profile of this preset.
    void start(const QString &provider)
    {
        editor.startNew();
        QComboBox *box = choice(u"Provider"_s);
        box->setCurrentIndex(box->findData(provider));
        Q_EMIT box->activated(box->currentIndex());
    }
    /// The entry that begins so.
    void chooseByKeys(const QString &name, const QString &entry) const
    {
        QComboBox *box = choice(name);
        box->clearFocus(); // what was typed before is over
        box->setFocus();
        QTest::keyClicks(box, entry);
    }
    SavedDraft save()
    {
        QSignalSpy requested(&editor, &ProfileEditor::saveRequested);
        editor.save();
        if (requested.isEmpty())
            return {};
        return { requested[0][0].value<Profile>(), requested[0][1].value<SharedProfileSecrets>() };
    }
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
