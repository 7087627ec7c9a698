// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/clipboard/clipboardhints.h"
#include "base/secretbytes.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

class QClipboard;
class QMimeData;

namespace mintmark {

class Clock;

/// What the status bar says about the clipboard.
struct ClipboardStatus
{
    enum class State {
        Empty,        ///< nothing of ours that needs watching
        Ours,         ///< a secret of ours is on it
        Kept,         ///< … and a person wants it to stay
        Cleared,      ///< it was, and was taken off
        NotConfirmed, ///< it was, but nothing says that the clearing was heard (Wayland)
    };
    State state = State::Empty;
    QString owner; ///< "Acme · Payments Out"
    /// In Clock::bootMs(): setting the clock does not prolong it. Nothing: not by itself.
    std::optional<qint64> clearsAtBootMs;
    friend bool operator==(const ClipboardStatus &, const ClipboardStatus &) = default;
};

/// The only way to the clipboard. Secrets are marked as such for clipboard managers,
/// never fill the primary selection, and are cleared after a while, but only while the clipboard
/// is still ours: what another program put there is left alone. Clears at the end of the program
/// too, before the application dies: on X11 a clipboard manager is offered what is left then.
///
/// On Wayland only a window with the focus is heard, and only right after a key or a click; and
/// where a selection just ends, Weston and Mutter bring back the copy they made of it. So there
/// the secret is replaced by an empty text, at once and, if nobody was listening, once more with
/// the next key or click here.
class ClipboardKeeper : public QObject
{
    Q_OBJECT
public:
    explicit ClipboardKeeper(const Clock &clock, QObject *parent = nullptr);
    ~ClipboardKeeper() override;

    /// For copies from now on; 0: never by itself.
    void setClearAfter(int seconds) { m_clearAfterS = seconds; }
    int clearAfter() const { return m_clearAfterS; }
    /// Does the system listen only to the window with the focus? By default on Wayland.
    void setNeedsFocus(bool needsFocus) { m_needsFocus = needsFocus; }

    /// `owner` is whose it is, for the status bar.
    void copySecret(SecretBytes text, const QString &owner);
    /// Ordinary text: not marked, never cleared.
    void copyText(const QString &text);
    /// A person wants the secret to stay, until it is cleared by hand; also at the end.
    void keep();
    /// Takes a secret of ours off, kept or not; what is not ours stays.
    void clearNow();

    /// What can be pasted; empty when there is no text.
    QString text() const;

    const ClipboardStatus &status() const { return m_status; }
    /// Whole seconds until it clears, rounded up; nothing when it does not by itself.
    std::optional<int> secondsLeft() const;
    /// Is there a countdown to show?
    bool needsTick() const { return m_status.clearsAtBootMs.has_value(); }

public Q_SLOTS:
    /// From the ticker; the deadline does not depend on it.
    void tick();

Q_SIGNALS:
    /// Of status(); the passing of time is no change.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setStatus(const ClipboardStatus &status);
    void put(QMimeData *data);
    void checkOwner();
    void checkDeadline();
    void clearOurs();
    void takeOff();
    void retryClearing();
    void clearAtEnd();
    bool isHeard() const;

    const Clock &m_clock;
    QClipboard *m_clipboard;
    ClipboardHints m_hints;
    QTimer m_deadline;
    ClipboardStatus m_status;
    QByteArray m_fingerprint; ///< SHA-256 of the secret, to know it again
    int m_clearAfterS = 60;
    bool m_needsFocus;
    bool m_putting = false;
};

} // namespace mintmark
