// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/presetcures.h"

#include "base/displaytext.h"
#include "base/errorcatalogue.h"
#include "oauth/provider.h"
#include "profiles/profilename.h"
#include "session/workspace.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fewNames = 3;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PresetCures)
};

QString failedText(const QList<UnreachedProfile> &failed, bool allNames)
{
    const qsizetype shown = allNames ? failed.size() : qMin(fewNames, failed.size());
    QStringList names;
    for (const UnreachedProfile &one : failed.first(shown))
        names << displayText(displayName(one.listing)).text;
    QString list = names.join(Text::tr(", ", "between list items"));
    if (shown < failed.size())
        list = Text::tr("%1 and %2 more").arg(list).arg(failed.size() - shown);
    return Text::tr("%1 could not be changed: %2. %3.")
        .arg(QString::number(failed.size()), list, errorText(failed.constFirst().error).cause);
}

QString doneText(qsizetype count, const QString &provider, const QString &change, bool takenBack)
{
    if (count == 1)
        return (takenBack ? Text::tr("1 %1 profile is back to %2.")
                          : Text::tr("1 %1 profile now uses %2."))
            .arg(provider, change);
    return (takenBack ? Text::tr("%1 %2 profiles are back to %3.")
                      : Text::tr("%1 %2 profiles now use %3."))
        .arg(QString::number(count), provider, change);
}

} // namespace

PresetCures::PresetCures(Workspace &workspace, QObject *parent)
    : QObject(parent), m_workspace(workspace)
{ }

/// A cure that was found with a profile of the demo says nothing about real servers.
QList<ProfileListing> PresetCures::besides(const ProfileId &id) const
{
    const auto cured = m_workspace.profiles().listing(id);
    QList<ProfileListing> all = m_workspace.profiles().listings();
    all.removeIf([&cured](const ProfileListing &listing) {
        return !cured || listing.inMemory != cured->inMemory;
    });
    return all;
}

void PresetCures::count(const QUuid &cured, const PresetAdjustment &adjustment)
{
    delete m_counting;
    const auto fits = [adjustment](LoadedProfile &loaded) {
        return adjust(loaded.profile, adjustment);
    };
    m_counting = runJob(
        std::make_unique<VisitProfilesJob>(m_workspace.profiles(), besides(cured), fits,
                                           VisitProfilesJob::Then::Nothing),
        this, [this, cured](const Result<ProfilesVisited> &visited) {
            if (visited && visited->failed.size() < besides(cured).size())
                Q_EMIT counted(cured, visited->done.size());
        });
}

void PresetCures::apply(const QUuid &cured, const PresetAdjustment &adjustment)
{
    if (isRunning())
        return;
    visit(besides(cured), adjustment, false);
}

void PresetCures::undo()
{
    if (isRunning())
        return;
    const Outcome last = std::exchange(m_last, {});
    visit(last.visited.done, inverse(last.adjustment), true);
}

void PresetCures::stop()
{
    if (m_running)
        m_running->stopSoon();
}

void PresetCures::visit(const QList<ProfileListing> &listings, const PresetAdjustment &adjustment,
                        bool takesBack)
{
    const auto change = [adjustment](LoadedProfile &loaded) {
        return adjust(loaded.profile, adjustment);
    };
    auto job = std::make_unique<VisitProfilesJob>(m_workspace.profiles(), listings, change,
                                                  VisitProfilesJob::Then::Store);
    const QString provider = providerById(adjustment.provider).name;
    connect(job.get(), &VisitProfilesJob::progressed, this,
            [this, provider](qsizetype done, qsizetype total) {
                Q_EMIT progressed(provider, done, total);
            });
    m_running = runJob(std::move(job), this,
                       [this, adjustment, takesBack](const Result<ProfilesVisited> &visited) {
                           m_running.clear();
                           end(visited ? *visited : ProfilesVisited(), adjustment, takesBack);
                       });
    Q_EMIT progressed(provider, 0, listings.size());
}

void PresetCures::end(const ProfilesVisited &visited, const PresetAdjustment &adjustment,
                      bool takesBack)
{
    Outcome outcome { adjustment, visited, false, takesBack, {} };
    const auto isOnDisk = [](const ProfileListing &listing) { return !listing.inMemory; };
    const QList<ProfileListing> reached = visited.done + visited.left;
    const bool wasOnDisk = std::ranges::any_of(reached, isOnDisk);
    if (wasOnDisk && visited.notAsked == 0) {
        const Result<void> kept = m_workspace.presetAdjustments().keep(adjustment);
        outcome.forNew = kept.ok();
        if (!kept)
            outcome.fault = kept.error();
    }
    if (!takesBack)
        m_last = outcome;
    Q_EMIT ended(outcome);
}

bool hasMoreNames(const PresetCures::Outcome &outcome)
{
    return outcome.visited.failed.size() > fewNames;
}

QString outcomeText(const PresetCures::Outcome &outcome, bool allNames)
{
    const QString provider = providerById(outcome.adjustment.provider).name;
    const QString change = displayText(changeText(outcome.adjustment.change)).text;
    QStringList said { doneText(outcome.visited.done.size(), provider, change, outcome.takenBack) };
    if (outcome.forNew && !outcome.takenBack)
        said << Text::tr("New ones start with it; Settings can take that back.");
    if (outcome.fault)
        said << Text::tr("It could not be kept for new ones: %1.")
                    .arg(errorText(*outcome.fault).cause);
    if (outcome.visited.notAsked > 0)
        said << Text::tr("Stopped: %1 not looked at.").arg(outcome.visited.notAsked);
    if (!outcome.visited.failed.isEmpty())
        said << failedText(outcome.visited.failed, allNames);
    return said.join(u' ');
}

} // namespace mintmark
