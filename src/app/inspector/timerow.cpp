// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/timerow.h"

#include "app/theme/metrics.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/elidinglabel.h"

#include <QDateTimeEdit>
#include <QEvent>
#include <QHBoxLayout>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 secondMs = 1000;

/// Tab leaves it, as it leaves any field; from year to month lead the arrow keys.
class TimeEdit final : public QDateTimeEdit
{
public:
    using QDateTimeEdit::QDateTimeEdit;

protected:
    bool focusNextPrevChild(bool next) override { return QWidget::focusNextPrevChild(next); }
};

} // namespace

TimeRow::TimeRow(QWidget *parent)
    : QWidget(parent),
      m_field(new TimeEdit(this)),
      m_utc(new ElidingLabel(this)),
      m_now(new ActionButton(tr("Now"), ButtonRole::Ghost, this))
{
    auto *label = new ElidingLabel(tr("Checked at"), this);
    label->setColorRole(&Theme::text2);
    label->setHugging(true);
    label->setBuddy(m_field);
    m_field->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss"_s);
    m_field->setAccessibleName(tr("Check at this local time"));
    m_field->setFixedHeight(metrics::fieldHeight);
    m_field->setMinimumWidth(m_field->sizeHint().width() + metrics::space5); // the style's margins
    m_field->installEventFilter(this);
    m_utc->setTextStyle(TextStyle::Caption);
    m_utc->setColorRole(&Theme::text2);
    m_now->setAccessibleName(tr("Check now again"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space2);
    row->addWidget(label);
    row->addWidget(m_field);
    row->addWidget(m_utc, 1);
    row->addWidget(m_now);
    setVisible(false);
    connect(m_field, &QDateTimeEdit::dateTimeChanged, this, [this] {
        showUtc();
        Q_EMIT timeChanged();
    });
    connect(m_now, &QAbstractButton::clicked, this, &TimeRow::close);
}

void TimeRow::open(qint64 atMs)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(atMs / secondMs * secondMs);
    const bool same = at == m_field->dateTime();
    setVisible(true);
    m_field->setDateTime(at);
    m_field->setFocus(Qt::OtherFocusReason);
    showUtc();
    if (same)
        Q_EMIT timeChanged();
}

void TimeRow::close()
{
    if (isHidden())
        return;
    setVisible(false);
    Q_EMIT timeChanged();
}

std::optional<qint64> TimeRow::atMs() const
{
    if (isHidden())
        return {};
    return m_field->dateTime().toMSecsSinceEpoch();
}

void TimeRow::showUtc()
{
    m_utc->setText(tr("local, %1 UTC")
                       .arg(m_field->dateTime().toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s)));
    m_field->setAccessibleDescription(m_utc->text());
}

/// The wheel goes to the page, which scrolls.
bool TimeRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace mintmark
