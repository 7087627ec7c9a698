// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/filterchips.h"

#include "app/theme/metrics.h"
#include "app/theme/painting.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/flowlayout.h"
#include "app/widgets/keyboardfocus.h"
#include "app/widgets/plaintooltip.h"

#include <QKeyEvent>
#include <QMenu>
#include <QRadioButton>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int side = 8; ///< left and right of the text

QString label(const FilterChoice &choice)
{
    return choice.count < 0 ? choice.name : u"%1 %2"_s.arg(choice.name).arg(choice.count);
}

} // namespace

/// A radio button in the shape of a pill.
class FilterChip : public QRadioButton
{
    Q_OBJECT
public:
    explicit FilterChip(QWidget *parent) : QRadioButton(parent)
    {
        setAutoExclusive(false); // the row sees to that
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(Look::of(this).font(TextStyle::SmallStrong));
        return { metrics.horizontalAdvance(text()) + 2 * side,
                 qMax(metrics::chipHeight, metrics.height() + 8) };
    }
    /// The beginning of a long name: the list is as wide as it was made.
    QSize minimumSizeHint() const override
    {
        const QSize whole = sizeHint();
        return { qMin(whole.width(), 2 * whole.height()), whole.height() };
    }

protected:
    bool hitButton(const QPoint &position) const override { return rect().contains(position); }
    void nextCheckState() override { setChecked(true); }
    void resizeEvent(QResizeEvent *event) override
    {
        QRadioButton::resizeEvent(event);
        const bool isElided = width() < sizeHint().width();
        setToolTip(isElided ? plainToolTip(text()) : QString());
    }

    void paintEvent(QPaintEvent *) override
    {
        const Look &look = Look::of(this);
        const Theme &theme = look.theme();
        const qreal radius = height() / 2.0;
        QPainter painter(this);
        if (isChecked())
            painting::frame(painter, rect(), { theme.selected, {}, 0, radius });
        else
            painting::frame(painter, rect(),
                            { underMouse() ? theme.hover : QColor(), theme.control,
                              qreal(theme.border), radius });
        painting::text(painter, rect().adjusted(side, 0, -side, 0), text(),
                       look.font(isChecked() ? TextStyle::SmallStrong : TextStyle::Small),
                       isChecked() ? theme.onSelected : theme.text2, Qt::AlignHCenter);
        if (showsKeyboardFocus(this))
            painting::focusRing(painter, rect(), isChecked() ? theme.focusOnSelected : theme.focus,
                                radius);
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        // Up and down would go to whatever lies there, in another part of the window.
        if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right
            || event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
            event->ignore();
        else
            QRadioButton::keyPressEvent(event);
    }
};

FilterChips::FilterChips(QWidget *parent) : QWidget(parent), m_folded(new ActionButton(this))
{
    auto *flow = new FlowLayout(metrics::space1 + 2, this);
    flow->addWidget(m_folded);
    // Not fixed: that would be the height of one line, however many there are.
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_folded->setAccessibleDescription(tr("Filter"));
    m_folded->setShrinking(true);
    auto *menu = new QMenu(this);
    m_folded->setSplitMenu(menu, tr("Choose a filter"));
    connect(m_folded, &QPushButton::clicked, m_folded->splitArrow(), &QAbstractButton::click);
    connect(menu, &QMenu::triggered, this,
            [this](const QAction *action) { choose(action->data().toString()); });
    m_folded->hide();
}

void FilterChips::setChoices(const QList<FilterChoice> &choices)
{
    if (choices == m_choices)
        return;
    const bool kept = std::any_of(choices.cbegin(), choices.cend(),
                                  [this](const auto &choice) { return choice.id == m_current; });
    m_choices = choices;
    const bool lost = !kept && !m_current.isEmpty() && !choices.isEmpty();
    if (!kept)
        m_current = choices.isEmpty() ? QString() : choices.first().id;
    rebuild();
    if (lost)
        Q_EMIT chosen(m_current);
}

void FilterChips::rebuild()
{
    while (m_chips.size() > m_choices.size())
        delete m_chips.takeLast();
    while (m_chips.size() < m_choices.size()) {
        auto *chip = new FilterChip(this);
        const qsizetype index = m_chips.size();
        connect(chip, &QAbstractButton::clicked, this,
                [this, index] { choose(m_choices[index].id); });
        layout()->addWidget(chip);
        setTabOrder(m_chips.isEmpty() ? m_folded->splitArrow() : m_chips.last(), chip);
        m_chips.append(chip);
    }
    QMenu *menu = findChild<QMenu *>();
    menu->clear();
    for (qsizetype i = 0; i < m_choices.size(); ++i) {
        m_chips[i]->setText(label(m_choices[i]));
        QAction *action = menu->addAction(label(m_choices[i]));
        action->setData(m_choices[i].id);
        action->setCheckable(true);
    }
    sync();
    updateGeometry();
}

/// Marks the current one everywhere; one stop for the tab key.
void FilterChips::sync()
{
    const QList<QAction *> actions = findChild<QMenu *>()->actions();
    for (qsizetype i = 0; i < m_choices.size(); ++i) {
        const bool chosen = m_choices[i].id == m_current;
        m_chips[i]->setChecked(chosen);
        m_chips[i]->setFocusPolicy(chosen ? Qt::StrongFocus : Qt::ClickFocus);
        m_chips[i]->setVisible(!m_isFolded);
        actions[i]->setChecked(chosen);
        if (chosen)
            m_folded->setText(label(m_choices[i]));
    }
    m_folded->setVisible(m_isFolded && !m_choices.isEmpty());
    m_folded->updateGeometry();
}

QAbstractButton *FilterChips::chip(const QString &id) const
{
    for (qsizetype i = 0; i < m_choices.size(); ++i) {
        if (m_choices[i].id == id)
            return m_chips[i];
    }
    return nullptr;
}

void FilterChips::setCurrent(const QString &id)
{
    m_current = id;
    sync();
}

void FilterChips::setFolded(bool folded)
{
    if (folded == m_isFolded)
        return;
    m_isFolded = folded;
    sync();
}

void FilterChips::choose(const QString &id)
{
    const bool news = id != m_current;
    setCurrent(id);
    if (news)
        Q_EMIT chosen(id);
}

void FilterChips::keyPressEvent(QKeyEvent *event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto count = m_choices.size();
    int step = 0;
    if (event->key() == (mirrored ? Qt::Key_Left : Qt::Key_Right))
        step = 1;
    else if (event->key() == (mirrored ? Qt::Key_Right : Qt::Key_Left))
        step = -1;
    if (step == 0 || count == 0 || m_isFolded) {
        QWidget::keyPressEvent(event);
        return;
    }
    qsizetype index = 0;
    while (index < count && m_choices[index].id != m_current)
        ++index;
    index = (index + step + count) % count;
    choose(m_choices[index].id);
    m_chips[index]->setFocus(Qt::OtherFocusReason);
}

} // namespace mintmark

#include "filterchips.moc"
