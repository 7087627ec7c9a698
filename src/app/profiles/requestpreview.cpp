// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/requestpreview.h"

#include "app/profiles/profiledraft.h"
#include "app/theme/metrics.h"
#include "app/widgets/wraplabel.h"
#include "base/displaytext.h"
#include "base/errorcatalogue.h"
#include "oauth/tokenrequest.h"

#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace mintmark {

namespace {

constexpr int fewestLines = 4;
constexpr int mostLines = 14;
constexpr int formHeight = 240; ///< of the page, that the form keeps at least

/// What stands in the way, without what did not happen: nothing was to be sent yet.
QString obstacle(const Error &error)
{
    const QString cause = errorText(error).cause;
    return error.code == ErrorCode::ProfileInvalid
        ? RequestPreview::tr("%1. %2", "cause and detail").arg(cause, error.argument(u"detail"))
        : RequestPreview::tr("%1.", "one sentence").arg(cause);
}

} // namespace

RequestPreview::RequestPreview(QWidget *parent)
    : Pane(&Theme::sunken, parent),
      m_headline(new WrapLabel(this)),
      m_text(new QPlainTextEdit(this))
{
    setLines(Qt::TopEdge);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::pageMargin, metrics::space2, metrics::pageMargin,
                               metrics::space2);
    column->setSpacing(metrics::space1);
    column->addWidget(m_headline);
    column->addWidget(m_text);
    m_headline->setTextStyle(TextStyle::BodyStrong);
    QFont font;
    font.setFamilies({ QFontDatabase::systemFont(QFontDatabase::FixedFont).family() });
    m_text->setFont(font);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setWordWrapMode(QTextOption::WrapAnywhere);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setAccessibleName(tr("Request as it is sent"));
    fitInto(0);
}

void RequestPreview::fitInto(int pageHeight)
{
    const int line = m_text->fontMetrics().lineSpacing();
    const int lines = qBound(fewestLines, (pageHeight - formHeight) / 2 / line, mostLines);
    m_text->setMinimumHeight(line * fewestLines + metrics::space4);
    m_text->setMaximumHeight(line * lines + metrics::space4);
}

void RequestPreview::setDraft(const ProfileDraft &draft)
{
    const Result<TokenRequest> request =
        TokenRequest::from(requestConfiguration(draft.profile), draft.secrets.client);
    if (!request)
        return setUnavailable(obstacle(request.error()));
    m_text->show();
    const HttpRequest &http = request->http();
    m_headline->setText(
        tr("Exactly these %Ln bytes are sent.", nullptr, static_cast<int>(http.size())));
    m_text->setPlainText(displayText(http.preview(), LineBreaks::Keep).text);
}

void RequestPreview::setUnavailable(const QString &reason)
{
    m_text->clear();
    m_text->hide();
    m_headline->setText(reason);
}

QString RequestPreview::headline() const
{
    return m_headline->text();
}

QString RequestPreview::text() const
{
    return m_text->toPlainText();
}

} // namespace mintmark
