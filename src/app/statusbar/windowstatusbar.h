// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/clipboard/clipboardkeeper.h"
#include "app/statusbar/keychaintext.h"
#include "app/widgets/pane.h"
#include "keychain/keychainbackend.h"

namespace mintmark {

class ElidingLabel;
class IconLabel;
class StatusButton;

/// The line at the bottom of the window: keychain at the left, work in the background in the
/// middle, clipboard at the right.
class WindowStatusBar : public Pane
{
    Q_OBJECT
public:
    explicit WindowStatusBar(QWidget *parent = nullptr);

    /// `known` as Keychain::isStatusKnown().
    void setKeychain(const KeychainStatus &status, bool known);
    /// While a prompt is open, "Unlock…" rests.
    void setUnlocking(bool unlocking);
    /// `secondsLeft` as ClipboardKeeper::secondsLeft(); to be called with each tick too.
    void setClipboard(const ClipboardStatus &status, std::optional<int> secondsLeft);
    /// "Checking 137 of 212"; empty for none.
    void setWork(const QString &text);

Q_SIGNALS:
    void unlockRequested();
    void keepRequested();
    void clearRequested();
    void copyAgainRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showKeychain();

    KeychainLine m_line;
    IconLabel *m_keychainIcon;
    ElidingLabel *m_keychain;
    StatusButton *m_unlock;
    ElidingLabel *m_work;
    IconLabel *m_clipboardIcon;
    ElidingLabel *m_clipboard;
    StatusButton *m_keep;
    StatusButton *m_clear;
    StatusButton *m_copyAgain;
};

/// "Clipboard: token of Acme · Payments Out, clears in 54 s"; empty for nothing to say.
QString clipboardText(const ClipboardStatus &status, std::optional<int> secondsLeft);

} // namespace mintmark
