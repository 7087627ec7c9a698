// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/exchangeview.h"

#include "app/theme/look.h"
#include "app/theme/metrics.h"
#include "app/tokens/attemptsmodel.h"
#include "app/tokens/certificatetext.h"
#include "app/tokens/waterfall.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/pane.h"
#include "app/widgets/wraplabel.h"
#include "base/displaytext.h"
#include "base/errorcatalogue.h"

#include <QCoreApplication>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTimer>
#include <QVBoxLayout>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewestLines = 2;
constexpr int mostLines = 18;

QString safe(const QString &text)
{
    return displayText(text, LineBreaks::Keep).text;
}

/// "200 OK · 231 ms", and what went wrong or was odd.
QString outcome(const ExchangeRecord &record)
{
    QStringList parts;
    if (record.status > 0)
        parts << u"%1 %2"_s.arg(record.status).arg(record.reason).trimmed();
    parts << millisecondsText(record.timings.totalMs);
    if (record.error)
        parts << errorText(*record.error).cause;
    parts << record.notes;
    parts.removeAll(QString());
    return safe(parts.join(u" · "_s));
}

QString tlsText(const TlsDetails &tls)
{
    QStringList lines { tls.protocol + u" · "_s + tls.cipher };
    if (!tls.clientCertificate.isEmpty())
        lines << QCoreApplication::translate("ExchangeView", "Shown to the server: %1")
                     .arg(tls.clientCertificate);
    return safe(lines.join(u'\n'));
}

/// As many lines as the text takes in that width, about: nobody scrolls in three lines.
void fit(QPlainTextEdit *edit, int width)
{
    const QFontMetrics font = edit->fontMetrics();
    const int columns = qMax(20, width / qMax(1, font.horizontalAdvance(u'0')));
    int lines = 0;
    for (QTextBlock block = edit->document()->begin(); block.isValid(); block = block.next())
        lines += 1 + qMax(0, block.length() - 2) / columns;
    lines = qBound(fewestLines, lines, mostLines);
    edit->setFixedHeight(font.lineSpacing() * lines + 2 * metrics::space3);
}

} // namespace

ExchangeView::ExchangeView(QWidget *parent)
    : QScrollArea(parent),
      m_content(new Pane(&Theme::surface)),
      m_title(new ElidingLabel(m_content)),
      m_outcome(new WrapLabel(m_content)),
      m_waterfall(new Waterfall(m_content)),
      m_tls(new WrapLabel(m_content)),
      m_certificatesBox(new QWidget(m_content))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_title->setTextStyle(TextStyle::BodyStrong);
    m_outcome->setColorRole(&Theme::text2);
    m_tls->setTextStyle(TextStyle::Caption);
    m_tls->setColorRole(&Theme::text2);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(metrics::space4, metrics::space2, metrics::space2, metrics::space2);
    column->setSpacing(metrics::space1);
    column->addWidget(m_title);
    column->addWidget(m_outcome);
    column->addSpacing(metrics::space1);
    column->addWidget(m_waterfall);
    column->addSpacing(metrics::space1);
    m_request = addText(column, tr("Request, secrets replaced"), tr("Request"));
    m_answer = addText(column, tr("Answer, secrets replaced"), tr("Answer"));
    column->addWidget(m_tls);
    auto *box = new QVBoxLayout(m_certificatesBox);
    box->setContentsMargins(0, metrics::space1, 0, 0);
    box->setSpacing(metrics::space1);
    m_certificates = addText(box, tr("Certificates the server sent"), tr("Certificates"));
    column->addWidget(m_certificatesBox);
    column->addStretch(1);
    setWidget(m_content);
}

QPlainTextEdit *ExchangeView::addText(QVBoxLayout *column, const QString &title,
                                      const QString &name)
{
    auto *label = new ElidingLabel(title, m_content);
    label->setTextStyle(TextStyle::TableHead);
    label->setColorRole(&Theme::text2);
    auto *edit = new QPlainTextEdit(m_content);
    edit->setAccessibleName(name);
    edit->setReadOnly(true);
    edit->setUndoRedoEnabled(false);
    edit->setTabChangesFocus(true);
    edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    edit->setFont(Look::of(this).font(TextStyle::Code));
    column->addWidget(label);
    column->addWidget(edit);
    column->addSpacing(metrics::space1);
    return edit;
}

void ExchangeView::setRecord(const ExchangeRecord &record)
{
    m_title->setText(safe(u"%1 %2"_s.arg(record.method, record.url)));
    m_outcome->setText(outcome(record));
    m_waterfall->setTimings(record.timings);
    m_tls->setText(record.tls ? tlsText(*record.tls) : QString());
    m_tls->setVisible(record.tls.has_value());
    const bool hasChain = record.tls && !record.tls->chain.isEmpty();
    m_certificates->setPlainText(hasChain ? chainText(record.tls->chain) : QString());
    m_certificatesBox->setVisible(hasChain);
    m_request->setPlainText(safe(record.request));
    QStringList answer { record.answerHead, record.answerBody };
    answer.removeAll(QString());
    m_answer->setPlainText(safe(answer.isEmpty() ? tr("No answer came.") : answer.join(u"\n\n"_s)));
    m_waterfall->setVisible(record.timings != ExchangeTimings {});
    fitTexts();
}

void ExchangeView::showCertificates()
{
    m_certificates->setFocus(Qt::OtherFocusReason);
    // Its page scrolls, too, and has no size to go by until the tab is laid out.
    QTimer::singleShot(0, m_certificates, [this] {
        for (QWidget *up = this; up; up = up->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(up))
                area->ensureWidgetVisible(m_certificates, 0, metrics::space4);
        }
    });
}

void ExchangeView::fitTexts()
{
    constexpr int around = metrics::space4 + metrics::space2 + 24; // margins, frame and bar
    for (QPlainTextEdit *edit : { m_request, m_answer, m_certificates })
        fit(edit, viewport()->width() - around);
}

void ExchangeView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fitTexts();
}

} // namespace mintmark
