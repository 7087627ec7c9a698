// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/foldgroup.h"

#include "app/theme/metrics.h"
#include "app/theme/painting.h"
#include "app/widgets/keyboardfocus.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QStyle>
#include <QVBoxLayout>

namespace mintmark {

class FoldHeader : public QAbstractButton
{
    Q_OBJECT
public:
    FoldHeader(const QString &title, QWidget *parent) : QAbstractButton(parent)
    {
        setText(title);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }

    QString summary;
    bool problem = false;

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(Look::of(this).font(TextStyle::BodyStrong));
        return { metrics.horizontalAdvance(text()) + metrics::iconLarge + metrics::space4,
                 qMax(metrics::foldHeight, metrics.height() + metrics::space2) };
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        if (event->key() == (mirrored ? Qt::Key_Left : Qt::Key_Right))
            setChecked(true);
        else if (event->key() == (mirrored ? Qt::Key_Right : Qt::Key_Left))
            setChecked(false);
        else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            toggle();
        else
            QAbstractButton::keyPressEvent(event);
    }

    void paintEvent(QPaintEvent *) override
    {
        const Look &look = Look::of(this);
        const Theme &theme = look.theme();
        QPainter painter(this);
        if (underMouse() && isEnabled())
            painting::frame(painter, rect(), { theme.hover, {}, 0, metrics::controlRadius });
        const auto place = [this](int x, int width) {
            return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, height()));
        };
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const Icon folded = mirrored ? Icon::Left : Icon::Right;
        painting::icon(painter, look, place(0, metrics::icon), isChecked() ? Icon::Down : folded,
                       theme.text2, metrics::iconSmall, this);
        int x = metrics::iconLarge;
        if (problem) {
            painting::icon(painter, look, place(x, metrics::iconSmall), Icon::Error, theme.err,
                           metrics::iconSmall, this);
            x += metrics::icon;
        }
        const QFont font = look.font(TextStyle::BodyStrong);
        const int titleWidth = QFontMetrics(font).horizontalAdvance(text()) + 1;
        painting::text(painter, place(x, qMin(titleWidth, width() - x)), text(), font, theme.text,
                       mirrored ? Qt::AlignRight : Qt::AlignLeft);
        // Summaries of neighbouring groups stand in one column, behind the longest usual title.
        constexpr int column =
            metrics::formLabelWidth + metrics::labelSpacing + metrics::space4;
        x = qMax(x + titleWidth + metrics::space2, column);
        if (!isChecked() && x < width())
            painting::text(painter, place(x, width() - x), summary, look.font(TextStyle::Caption),
                           theme.text2, mirrored ? Qt::AlignRight : Qt::AlignLeft);
        if (showsKeyboardFocus(this))
            painting::focusRing(painter, rect(), theme.focus, metrics::controlRadius);
    }
};

FoldGroup::FoldGroup(const QString &title, QWidget *parent)
    : QWidget(parent), m_header(new FoldHeader(title, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space1);
    column->addWidget(m_header);
    connect(m_header, &QAbstractButton::toggled, this, [this](bool expanded) {
        if (m_content)
            m_content->setVisible(expanded);
        Q_EMIT expandedChanged(expanded);
    });
}

void FoldGroup::setContent(QWidget *content)
{
    delete m_content;
    m_content = content;
    layout()->addWidget(content);
    content->setVisible(isExpanded());
}

void FoldGroup::setSummary(const QString &summary)
{
    m_header->summary = summary;
    m_header->setAccessibleDescription(summary);
    m_header->update();
}

QString FoldGroup::summary() const
{
    return m_header->summary;
}

bool FoldGroup::isExpanded() const
{
    return m_header->isChecked();
}

void FoldGroup::setExpanded(bool expanded)
{
    m_header->setChecked(expanded);
}

void FoldGroup::setProblem(bool problem)
{
    m_header->problem = problem;
    if (problem)
        setExpanded(true);
    m_header->update();
}

QAbstractButton *FoldGroup::header() const
{
    return m_header;
}

} // namespace mintmark

#include "foldgroup.moc"
