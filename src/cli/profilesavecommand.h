// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/profileoptions.h"
#include "cli/workspacecommand.h"
#include "oauth/keyinput.h"

namespace mintmark {

/// What `profile add` and `profile edit` have in common: secrets are read, what is still missing is
/// asked for on the terminal, everything that can be judged without sending is judged, then saved.
class ProfileSaveCommand : public WorkspaceCommand
{
    Q_OBJECT
protected:
    ProfileSaveCommand(Output &output, const GlobalOptions &options, ProfileOptions fields);

    bool prepare() final;
    /// After all was read that does not come from the terminal, before the workspace is opened.
    virtual Result<void> judgeEarly() { return {}; }
    /// Goes on with this profile as it was: an empty one, or one from the keyring.
    void change(LoadedProfile base);
    /// Name, alias and environment. Errors: Usage, ProfileInvalid.
    virtual Result<void> nameIt(ProfileListing &listing) const = 0;
    virtual QString savedNote(const QString &name) const = 0;

    /// `base` with the options and secrets on top, as far as they are known. Errors: those of the
    /// options and of keyFromInput().
    Result<LoadedProfile> changed(const LoadedProfile &base) const;
    /// What a fetch would refuse before it sends anything.
    static std::optional<Error> fault(const LoadedProfile &loaded);
    static bool needsSecret(const LoadedProfile &loaded);
    const ProfileOptions &fields() const { return m_fields; }
    /// An encrypted key waits for its passphrase, to be typed.
    bool waitsForPassphrase() const;

private:
    Result<void> readAll();
    void proceed();
    void ask(const QString &question, SharedSecret &into);
    void save();

    const ProfileOptions m_fields;
    GivenCredentials m_given;
    ClientCredentials m_givenParameters;
    NetworkSecrets m_givenNetwork;
    LoadedProfile m_base;
    LoadedProfile m_wanted;
};

} // namespace mintmark
