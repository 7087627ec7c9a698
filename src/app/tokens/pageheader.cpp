// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/pageheader.h"

#include "app/theme/metrics.h"
#include "app/tokens/copylabel.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/environmenttag.h"
#include "base/displaytext.h"
#include "oauth/provider.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QUrl>
#include <QVBoxLayout>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// "Sage ID · id.sage.com"
QString origin(const Profile &profile)
{
    QStringList parts { providerById(profile.provider).name,
                        QUrl(profile.client.tokenEndpoint).host() };
    parts.removeAll(QString());
    return displayText(parts.join(u" · "_s)).text;
}

} // namespace

QString profileTitle(const ProfileListing &listing)
{
    QStringList parts { listing.customer, listing.name };
    parts.removeAll(QString());
    return displayText(parts.join(u" · "_s)).text;
}

PageHeader::PageHeader(QAction *edit, QMenu *more, QWidget *parent)
    : Pane(&Theme::window, parent),
      m_title(new ElidingLabel(this)),
      m_tag(new EnvironmentTag(TagSize::Header, this)),
      m_caption(new ElidingLabel(this)),
      m_clientId(new CopyLabel(this)),
      m_edit(new ActionButton({}, ButtonRole::Ghost, this)),
      m_more(new ActionButton({}, ButtonRole::Ghost, this))
{
    m_title->setTextStyle(TextStyle::Title);
    m_title->setHugging(true);
    m_caption->setTextStyle(TextStyle::Caption);
    m_caption->setColorRole(&Theme::text2);
    m_caption->setHugging(true);
    m_edit->setGlyph(Icon::Edit);
    if (edit)
        m_edit->setAction(edit);
    m_edit->setHintVisible(false);
    m_more->setGlyph(Icon::More);
    m_more->setText(tr("More"));
    m_more->setIconOnly(true);
    m_more->setVisible(more);
    if (more)
        connect(m_more, &QAbstractButton::clicked, more,
                [this, more] { more->popup(m_more->mapToGlobal(QPoint(0, m_more->height()))); });

    auto *first = new QHBoxLayout;
    first->setSpacing(metrics::space3);
    first->addWidget(m_title);
    first->addWidget(m_tag);
    first->addStretch(1);
    auto *second = new QHBoxLayout;
    second->setSpacing(0);
    second->addWidget(m_caption);
    second->addWidget(m_clientId);
    second->addStretch(1);
    auto *text = new QVBoxLayout;
    text->setSpacing(0);
    text->addLayout(first);
    text->addLayout(second);
    auto *row = new QHBoxLayout(this);
    row->setSpacing(metrics::space1);
    row->addLayout(text, 1);
    row->addWidget(m_edit, 0, Qt::AlignTop);
    row->addWidget(m_more, 0, Qt::AlignTop);
    // The caption's height is kept when there is nothing to say.
    m_clientId->setMinimumHeight(metrics::smallestTarget);
    second->addStrut(metrics::smallestTarget);
    setNarrow(false);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(m_clientId, &CopyLabel::copyRequested, this, &PageHeader::copyTextRequested);
}

void PageHeader::setProfile(const ProfileListing &listing, const std::optional<Profile> &profile)
{
    m_title->setText(profileTitle(listing));
    m_tag->setEnvironment(listing.environment);
    const bool production = listing.environment == Environment::Production;
    setGround(production ? &Theme::prodBg : &Theme::window);
    setBand(production ? &Theme::prod : nullptr);
    QString caption = profile ? origin(*profile) : QString();
    const QString clientId = profile ? profile->client.clientId : QString();
    if (!caption.isEmpty() && !clientId.isEmpty())
        caption += u" ·"_s; // the rest of the gap is the margin of what follows
    m_caption->setText(caption);
    m_clientId->setContent(tr("client id"), clientId);
}

void PageHeader::setNarrow(bool narrow)
{
    const int side = narrow ? metrics::pageMarginNarrow : metrics::pageMargin;
    const int top = metrics::bandHeight + (narrow ? metrics::space2 : metrics::space3);
    layout()->setContentsMargins(side, top, metrics::space4, metrics::space2);
    m_edit->setIconOnly(narrow);
}

void PageHeader::setHintsVisible(bool visible)
{
    m_edit->setHintVisible(visible);
}

} // namespace mintmark
