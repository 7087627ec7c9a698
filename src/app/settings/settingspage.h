// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/themecontroller.h"
#include "oauth/networksettings.h"
#include "oauth/trustedauthorities.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace mintmark {

class ActionButton;
class AdjustmentList;
struct BarMessage;
class ChoiceBox;
class ElidingLabel;
class FormField;
class MessageBar;
class NetworkGroup;
class NumberBox;
struct PresetAdjustment;
class TrustedList;

/// What holds for the whole program: its way to the network, the clipboard, its looks. Nothing is
/// stored before Save, except that a trusted authority or a preset adjustment is forgotten at once.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    struct Values
    {
        NetworkAccess network;
        int clearClipboardAfterS = 60;
        ThemeChoice theme = ThemeChoice::FollowSystem;
        friend bool operator==(const Values &, const Values &) = default;
    };

    explicit SettingsPage(QWidget *parent = nullptr);

    void setValues(const Values &values);
    Values values() const;
    /// Differs from what was set.
    bool isModified() const;
    /// Back to what was set.
    void revert() { setValues(Values(m_original)); }
    void setAdjustments(const QList<PresetAdjustment> &entries);
    void setTrusted(const QList<TrustedAuthorities::Entry> &entries);
    /// Why the network settings cannot be changed now; empty: they can.
    void setNetworkLocked(const QString &reason);
    void setSaving(bool saving);
    void showMessage(const BarMessage &message);
    void clearMessage();
    void focusNetwork();
    void wipeSecrets();

public Q_SLOTS:
    /// Asks for it, unless something in the fields stands in the way.
    void save();

Q_SIGNALS:
    void saveRequested();
    void leaveRequested();
    void barButton(const QString &button);
    void forgetRequested(const QString &host, const QString &sha256);
    void adjustmentForgotten(const QString &provider, const QString &field);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeBody();
    QWidget *makeFooter();
    void addTitle(QVBoxLayout *column, const QString &text);
    void showFindings();

    MessageBar *m_message;
    NetworkGroup *m_network;
    FormField *m_lockedNote;
    NumberBox *m_clear;
    ChoiceBox *m_theme;
    TrustedList *m_trusted;
    AdjustmentList *m_adjustments;
    QList<FormField *> m_rows;
    ActionButton *m_save;
    QScrollArea *m_scroll;
    QVBoxLayout *m_head;
    QVBoxLayout *m_body;
    Values m_original;
    bool m_saving = false;
};

} // namespace mintmark
