// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/savedsecret.h"

#include "app/theme/metrics.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/secretedit.h"
#include "app/widgets/secretlineedit.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>

namespace mintmark {

using namespace Qt::StringLiterals;

SavedSecret::SavedSecret(QWidget *parent)
    : QWidget(parent),
      m_text(new ElidingLabel(this)),
      m_secret(new SecretLineEdit(this)),
      m_show(new ActionButton(tr("Show"), ButtonRole::Ghost, this)),
      m_replace(new ActionButton(tr("Replace…"), ButtonRole::Secondary, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space1);
    m_text->setTextStyle(
        TextStyle::Caption); // as under a new one, and it has to fit beside the buttons
    row->addWidget(m_text, 1);
    row->addWidget(m_secret, 1);
    row->addWidget(m_replace); // first, so that the tab key, which begins here, comes to the other
    row->addWidget(m_show);
    m_secret->setReadOnly(true);
    m_secret->setFocusPolicy(Qt::NoFocus);
    m_secret->setAccessibleName(tr("Client secret"));
    m_secret->hide();
    m_show->setGlyph(Icon::Eye);
    m_show->setIconOnly(true);
    m_show->setAccessibleName(tr("Show while pressed"));
    m_show->setToolTip(tr("Show while pressed"));
    m_replace->setAccessibleName(tr("Replace client secret"));
    setFocusProxy(m_replace);
    connect(m_show, &QAbstractButton::pressed, this, [this] { showSecret(true); });
    connect(m_show, &QAbstractButton::released, this, [this] { showSecret(false); });
    connect(m_replace, &QAbstractButton::clicked, this, &SavedSecret::replaceClicked);
}

void SavedSecret::setSaved(const SecretSummary &summary, std::optional<qint64> savedAtMs,
                           qint64 nowMs)
{
    m_summary = summary;
    m_saved = tr("Saved");
    if (savedAtMs) {
        const QDate day = QDateTime::fromMSecsSinceEpoch(*savedAtMs).date();
        const bool thisYear = day.year() == QDateTime::fromMSecsSinceEpoch(nowMs).date().year();
        m_saved = tr("Saved %1")
                      .arg(QLocale().toString(
                          day, thisYear ? tr("d MMMM", "date") : tr("d MMMM yyyy", "date")));
    }
    updateText();
}

void SavedSecret::setSource(std::function<QByteArrayView()> source)
{
    m_source = std::move(source);
}

void SavedSecret::setConcealed(bool concealed)
{
    m_concealed = concealed;
    showSecret(false);
    updateText();
}

QString SavedSecret::text() const
{
    return m_text->text();
}

void SavedSecret::updateText()
{
    const QString details = m_concealed ? tr("hidden") : secretSummaryText(m_summary);
    m_text->setText(u"%1 · %2"_s.arg(m_saved, details));
    m_show->setVisible(!m_concealed);
}

void SavedSecret::showSecret(bool shown)
{
    if (shown)
        m_secret->setSecret(SecretBytes(m_source()));
    else
        m_secret->wipeSecret();
    m_secret->setRevealed(shown);
    m_secret->setVisible(shown);
    m_text->setVisible(!shown);
}

} // namespace mintmark
