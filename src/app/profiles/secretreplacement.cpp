// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/secretreplacement.h"

#include "app/theme/metrics.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/noticebar.h"
#include "base/displaytext.h"
#include "profiles/profilename.h"

#include <QCheckBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>

#include <algorithm>

namespace mintmark {

namespace {

QHBoxLayout *rowOf(QWidget *widget)
{
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space2);
    return row;
}

} // namespace

SecretReplacement::SecretReplacement(QWidget *parent)
    : QWidget(parent),
      m_buttons(new QWidget(this)),
      m_test(new ActionButton(tr("Test and replace"), ButtonRole::Secondary, m_buttons)),
      m_untested(new ActionButton(tr("Replace without testing"), ButtonRole::Ghost, m_buttons)),
      m_progress(new QWidget(m_buttons)),
      m_running(new ElidingLabel(m_progress)),
      m_said(new NoticeBar(this)),
      m_others(new QWidget(this)),
      m_boxColumn(new QVBoxLayout(m_others)),
      m_there(new ActionButton(tr("Replace there too"), ButtonRole::Secondary, m_others)),
      m_former(new QWidget(this)),
      m_formerText(new ElidingLabel(m_former)),
      m_formerButton(
          new ActionButton(tr("Go back to the former secret"), ButtonRole::Ghost, m_former))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, metrics::space1, 0, 0);
    column->setSpacing(metrics::space2);
    for (QWidget *part : { m_buttons, static_cast<QWidget *>(m_said), m_others, m_former })
        column->addWidget(part);
    m_boxColumn->setContentsMargins(0, 0, 0, 0);
    m_boxColumn->setSpacing(metrics::space1);
    m_boxColumn->addWidget(m_there, 0, Qt::AlignLeft);
    connect(m_there, &QAbstractButton::clicked, this, [this] {
        QList<QUuid> chosen;
        for (const auto &[id, box] : std::as_const(m_boxes)) {
            if (box->isChecked())
                chosen << id;
        }
        offerOthers({});
        Q_EMIT othersChosen(chosen);
    });
    connect(m_said, &NoticeBar::dismissed, this, &SecretReplacement::updateVisibility);
    arrangeButtons();
    arrangeFormer();
    setRunning({});
    clear();
}

void SecretReplacement::arrangeButtons()
{
    m_test->setToolTip(tr("One request with the new secret; it is stored once it works."));
    auto *cancel = new ActionButton(tr("Cancel"), ButtonRole::Ghost, m_progress);
    cancel->setAccessibleName(tr("Cancel the test"));
    QHBoxLayout *progress = rowOf(m_progress);
    progress->addWidget(m_running, 1);
    progress->addWidget(cancel);
    QHBoxLayout *row = rowOf(m_buttons);
    row->addWidget(m_test);
    row->addWidget(m_untested);
    row->addWidget(m_progress, 1);
    row->addStretch(0);
    connect(m_test, &QAbstractButton::clicked, this, &SecretReplacement::testClicked);
    connect(m_untested, &QAbstractButton::clicked, this, &SecretReplacement::untestedClicked);
    connect(cancel, &QAbstractButton::clicked, this, &SecretReplacement::cancelClicked);
}

void SecretReplacement::arrangeFormer()
{
    m_formerText->setTextStyle(TextStyle::Caption);
    QHBoxLayout *row = rowOf(m_former);
    row->addWidget(m_formerText, 1);
    row->addWidget(m_formerButton);
    connect(m_formerButton, &QAbstractButton::clicked, this, &SecretReplacement::formerClicked);
}

void SecretReplacement::setReplacing(bool replacing, bool isReady)
{
    m_isReplacing = replacing;
    m_isReady = isReady;
    updateButtons();
}

void SecretReplacement::setFormer(std::optional<qint64> keptUntilMs)
{
    m_hasFormer = keptUntilMs.has_value();
    if (keptUntilMs) {
        const QDate day = QDateTime::fromMSecsSinceEpoch(*keptUntilMs).date();
        m_formerText->setText(tr("The former secret is kept until %1.")
                                  .arg(QLocale().toString(day, tr("d MMMM", "date"))));
    }
    updateButtons();
}

void SecretReplacement::setRunning(const QString &text)
{
    m_running->setText(text);
    m_progress->setVisible(!text.isEmpty());
    updateButtons();
}

void SecretReplacement::updateButtons()
{
    const bool runs = !m_running->text().isEmpty();
    m_test->setVisible(m_isReplacing && !runs);
    m_untested->setVisible(m_isReplacing && !runs);
    m_test->setEnabled(m_isReady);
    m_untested->setEnabled(m_isReady);
    m_buttons->setVisible(m_isReplacing || runs);
    m_former->setVisible(m_hasFormer && !m_isReplacing && !runs);
    updateVisibility();
}

/// Empty, it would still be given the space between two rows.
void SecretReplacement::updateVisibility()
{
    const QList<QWidget *> parts { m_buttons, m_said, m_others, m_former };
    setVisible(std::ranges::any_of(parts, [](const QWidget *part) { return !part->isHidden(); }));
}

void SecretReplacement::say(BarKind kind, const QString &text)
{
    m_said->setNotice(kind, text);
    updateVisibility();
}

void SecretReplacement::offerOthers(const QList<ProfileListing> &others)
{
    for (const auto &[id, box] : std::as_const(m_boxes))
        box->deleteLater();
    m_boxes.clear();
    for (const ProfileListing &listing : others) {
        const QString environment = environmentName(listing.environment);
        QString name = displayText(displayName(listing)).text;
        if (!environment.isEmpty())
            name += QStringLiteral(" [") + environment + u']';
        auto *box = new QCheckBox(m_others);
        box->setText(QString(name).replace(u'&', QStringLiteral("&&")));
        box->setAccessibleName(name);
        box->setChecked(true);
        m_boxColumn->insertWidget(static_cast<int>(m_boxes.size()), box);
        m_boxes.append({ listing.id, box });
        connect(box, &QCheckBox::toggled, this, [this] {
            m_there->setEnabled(std::ranges::any_of(
                m_boxes, [](const auto &one) { return one.second->isChecked(); }));
        });
    }
    m_there->setEnabled(!others.isEmpty());
    m_others->setVisible(!others.isEmpty());
    updateVisibility();
}

void SecretReplacement::clear()
{
    m_said->hide();
    offerOthers({});
}

} // namespace mintmark
