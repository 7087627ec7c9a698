// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/editorgroups.h"
#include "app/widgets/segmentedchoice.h"

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// Nothing that changes anything at the API (the protocol's words, not translated).
const QStringList &methods()
{
    static const QStringList names { u"GET"_s, u"HEAD"_s };
    return names;
}

} // namespace

ApiGroup::ApiGroup(QWidget *parent)
    : EditorGroup(parent), m_method(new SegmentedChoice(methods()))
{
    EditorRow *method = addRow(ProfileField::ApiMethod, tr("Method"), m_method);
    connect(m_method, &SegmentedChoice::chosen, this, [this, method] { notifyChosen(method); });
    TextRow *address = addText(ProfileField::ApiUrl, tr("Address of the API"),
                               [](Profile &profile) -> QString & { return profile.apiUrl; },
                               u"https://…"_s);
    address->setQuietHelper(tr("One request with the token shows whether the API takes it."));
}

QString ApiGroup::summary(const ProfileDraft &draft) const
{
    const QString &address = draft.profile.apiUrl;
    if (address.isEmpty())
        return tr("none");
    return u"%1 %2"_s.arg(methods().value(qMax(0, m_method->currentIndex())), address);
}

void ApiGroup::loadOthers(const ProfileDraft &draft)
{
    m_method->setCurrentIndex(draft.profile.apiMethod == methods().last() ? 1 : 0);
}

void ApiGroup::storeOthers(ProfileDraft &draft) const
{
    const QString method = methods().value(m_method->currentIndex());
    // GET is what an empty method means; only a choice is a change.
    if (!(draft.profile.apiMethod.isEmpty() && method == methods().first()))
        draft.profile.apiMethod = method;
}

} // namespace mintmark
