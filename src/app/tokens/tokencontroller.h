// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/profilefield.h"
#include "app/tokens/copyguard.h"
#include "app/tokens/curememory.h"
#include "app/tokens/tokenpage.h"
#include "base/errorcatalogue.h"
#include "oauth/trustedauthorities.h"
#include "session/copyformat.h"
#include "session/sessionstate.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace mintmark {

class ClipboardKeeper;
class Workspace;

/// Between the token page and the core: which profile is shown, fetching, copying, and what is said
/// when that fails.
class TokenController : public QObject
{
    Q_OBJECT
public:
    TokenController(Workspace &workspace, ClipboardKeeper &clipboard, QObject *parent = nullptr);

    /// The page is made after the first frame; it outlives the controller's use of it.
    void setPage(TokenPage *page);

    /// Shows a profile: what is cached and known of it, without any request. Null: none.
    void show(const ProfileId &id);
    /// A copy: what is done about it may show another one.
    ProfileId current() const { return m_current; }
    /// Null when no profile is shown.
    std::optional<CopyContext> copyContext() const;

    /// From the ticker.
    void tick();
    /// Something on the page changes with time.
    bool needsTick() const;
    /// Esc: the running request, else the message. False when there was neither.
    bool cancelOrClose();

public Q_SLOTS:
    void fetch();
    void renew();
    void forget();
    void copy(mintmark::CopyForm form);
    /// What was copied last, of the same profile, after the clipboard was cleared.
    void copyAgain();
    /// The ticket text of the error that is shown, else of the token.
    void copyForTicket();
    /// The keychain was unlocked, a profile was saved: look again.
    void refresh();
    /// Repeats what failed last.
    void tryAgain();
    /// So many profiles would take over what helped this one.
    void setCureCount(const QUuid &id, qsizetype count);

Q_SIGNALS:
    void editRequested(const QUuid &id, mintmark::ProfileField field);
    void replaceSecretRequested(const QUuid &id);
    /// Its page is wanted on the screen.
    void profileRequested(const QUuid &id);
    void unlockRequested();
    /// What worked once is to be kept in the profile.
    void keepRequested(const QUuid &id, const mintmark::RequestChange &change);
    /// Something helped that others of the preset may need: how many? See setCureCount().
    void cureFound(const QUuid &id, const mintmark::PresetAdjustment &adjustment);
    void keepForAllRequested(const QUuid &id, const mintmark::PresetAdjustment &adjustment);
    /// A person vouches for the issuer the token names.
    void keepIssuerRequested(const QUuid &id, const QString &issuer);
    /// The program's; those of the profile are in its editor.
    void networkSettingsRequested();
    void tickNeeded();

private:
    void update();
    void showMessage();
    void ask(const TokenDemand &demand, std::optional<CopyForm> copyAfter);
    void onAnswer(const ProfileId &id, const Result<TokenSet> &result, const TokenDemand &demand,
                  std::optional<CopyForm> copyAfter);
    void onFailed(const ProfileId &id, const Error &error, std::optional<CopyForm> copyAfter);
    /// What helped, if anything, can be kept.
    void offerToKeep(const ProfileId &id, const TokenDemand &demand);
    void noteRefused(const ProfileId &id, const Error &error, const TokenDemand &demand);
    /// Where the profile opens for a cure of its last error.
    ProfileField fieldToEdit(Cure cure) const;
    void tryOtherWays();
    /// True when it was a button about a cure that worked, or is to be tried.
    bool applyCureButton(const QString &button);
    void put(CopyForm form);
    void setMessage(const ProfileId &id, const BarMessage &message);
    void clearMessage(const ProfileId &id);
    void onBarButton(const QString &button);
    void apply(Cure cure);
    /// True when it was a button about certificates and proxies.
    bool applyNetworkButton(const QString &button);
    void openNetworkSettings();
    void askForTrust(bool always);
    void trust(TrustedAuthorities::Until until);
    void onVerdictLink(const QString &link);
    bool isKeyringLocked() const;
    std::optional<ProfileListing> listing() const;

    struct Attempt
    {
        TokenDemand demand;
        std::optional<CopyForm> copyAfter;
        bool opened = false; ///< not a request: the profile was only looked at
    };

    Workspace &m_workspace;
    ClipboardKeeper &m_clipboard;
    CopyGuard m_guard;
    TokenPage *m_page = nullptr;
    ProfileId m_current;
    TokenPage::Content m_content; ///< what the page shows
    QHash<ProfileId, BarMessage> m_messages;
    QHash<ProfileId, Error> m_errors; ///< what the messages are about, for tickets
    QHash<ProfileId, qint64> m_askAgainAtMs; ///< of those whose server asked to wait; wall clock
    QHash<ProfileId, Attempt> m_attempts;
    CureMemory m_cures;
    QHash<ProfileId, PresetAdjustment> m_offered; ///< what a message offers to keep
    std::pair<ProfileId, CopyForm> m_copied; ///< the last secret that was copied
};

} // namespace mintmark
