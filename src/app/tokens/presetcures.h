// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/presetadjustment.h"
#include "session/manyprofiles.h"

#include <QObject>

#include <optional>

namespace mintmark {

class Workspace;

/// Keeps a cure that worked for all profiles of its preset, on disk or in memory, whichever the cured
/// one is; those on disk make it the start of new ones, too. Can be taken back once.
class PresetCures : public QObject
{
    Q_OBJECT
public:
    struct Outcome
    {
        PresetAdjustment adjustment; ///< what was done, or taken back
        ProfilesVisited visited;
        bool forNew = false;         ///< kept for new profiles
        bool takenBack = false;
        std::optional<Error> fault;  ///< why it could not be kept for them
    };

    explicit PresetCures(Workspace &workspace, QObject *parent = nullptr);

    bool isRunning() const { return m_running != nullptr; }

public Q_SLOTS:
    /// How many would be changed? Reads them all; answered by counted().
    void count(const QUuid &cured, const mintmark::PresetAdjustment &adjustment);
    void apply(const QUuid &cured, const mintmark::PresetAdjustment &adjustment);
    void stop();
    void undo();

Q_SIGNALS:
    void counted(const QUuid &cured, qsizetype count);
    void progressed(const QString &provider, qsizetype done, qsizetype total);
    void ended(const mintmark::PresetCures::Outcome &outcome);

private:
    QList<ProfileListing> besides(const ProfileId &id) const;
    void visit(const QList<ProfileListing> &listings, const PresetAdjustment &adjustment,
               bool takesBack);
    void end(const ProfilesVisited &visited, const PresetAdjustment &adjustment, bool takesBack);

    Workspace &m_workspace;
    QPointer<Job> m_counting;
    QPointer<VisitProfilesJob> m_running;
    Outcome m_last; ///< what undo() takes back
};

/// "58 Sage ID profiles now use grant type "client_credentials". …": what is said of it. The names of
/// those it could not be done for are all in it, or the first few.
QString outcomeText(const PresetCures::Outcome &outcome, bool allNames);
/// Are there more names than the short text has?
bool hasMoreNames(const PresetCures::Outcome &outcome);

} // namespace mintmark
