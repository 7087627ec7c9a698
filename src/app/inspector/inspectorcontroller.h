// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/inspector/inspectorkeys.h"
#include "app/inspector/inspectorpage.h"
#include "app/inspector/inspectorprofile.h"
#include "app/widgets/messagebar.h"
#include "session/revokeflow.h"

#include <QObject>
#include <QPointer>

namespace mintmark {

class ClipboardKeeper;
class Workspace;

/// Between the inspector and the core: whose token it is, whether its signature holds, and what can
/// be done about one that others have. Nothing is sent without a press.
class InspectorController : public QObject
{
    Q_OBJECT
public:
    InspectorController(Workspace &workspace, ClipboardKeeper &clipboard,
                        QObject *parent = nullptr);

    void setPage(InspectorPage *page);
    /// A text from outside, before the page is shown.
    void inspect(const QString &text);
    /// The keychain was unlocked, a profile was saved: look again.
    void refresh();
    /// Esc: the question or message that stands there. False when there was none.
    bool closeMessage();
    /// What was copied out of the field and is no longer on the clipboard; false when it was not
    /// the inspector's.
    bool copyAgain();

Q_SIGNALS:
    void profileRequested(const QUuid &id);
    void unlockRequested();
    /// It went to the clipboard as it is.
    void textCopied(const QString &text);

private:
    enum class Bar { None, Shared, KeyConsent, RevokeQuestion, Revoking, Revoked };

    void onTick();
    void onTokenChanged();
    void update();
    void fillProfiles();
    void onLink(const QString &link);
    void onButton(const QString &button);
    void showBar(Bar bar, const BarMessage &message);
    void showSharedBar();
    void revoke();
    void openKeys();
    void copySecret(const SharedSecret &text);
    void copyReply();
    void copyForTicket();
    qint64 remainingMs() const;

    Workspace &m_workspace;
    ClipboardKeeper &m_clipboard;
    InspectorProfile m_profile;
    InspectorKeys m_keys;
    InspectorPage *m_page = nullptr;
    Bar m_bar = Bar::None;
    bool m_dismissed = false; ///< the warning of this token was read
    QPointer<RevokeFlow> m_revoking;
    SharedSecret m_copied; ///< of this token, the last that was copied out of the field
};

} // namespace mintmark
