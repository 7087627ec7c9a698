// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/claimspane.h"

#include "app/theme/metrics.h"
#include "app/tokens/blankpage.h"
#include "app/tokens/claimsmodel.h"
#include "app/tokens/claimsview.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/noticebar.h"
#include "app/widgets/pane.h"
#include "app/widgets/searchfield.h"
#include "base/displaytext.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QStackedLayout>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostProblems = 2;
/// So many rows are looked over faster than something is typed.
constexpr int fewClaims = 12;
constexpr int filterWidth = 320;

QString problemSentences(const Token &token)
{
    QStringList sentences;
    for (const TokenProblem &problem : token.problems()) {
        const QString sentence = tokenProblemSentence(problem);
        if (sentences.size() < mostProblems && !sentences.contains(sentence))
            sentences << sentence;
    }
    return sentences.join(u' ');
}

QString recoveredSentence(qsizetype count)
{
    if (count == 0)
        return {};
    return count == 1
        ? ClaimsPane::tr("1 claim recovered, not verified.")
        : ClaimsPane::tr("%1 claims recovered, not verified.").arg(QLocale().toString(count));
}

/// "Cut off after 409 characters. 7 claims recovered, not verified."
QString damageText(const Token &token, const TokenFragments &fragments)
{
    const JsonValue root = token.payloadDocument().root();
    QStringList parts;
    if (fragments.damage.kind == DamageKind::None)
        parts << problemSentences(token) << recoveredSentence(root.isObject() ? root.size() : 0);
    else
        parts << damageHeadline(fragments.damage) + u'.'
              << recoveredSentence(std::count_if(fragments.recovered.begin(),
                                                 fragments.recovered.end(),
                                                 [](const RecoveredMember &member) {
                                                     return member.part == TokenPart::Payload;
                                                 }));
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString opaqueSentence(const TokenContent &content)
{
    const QString size = QLocale().toString(content.token->text().size());
    return content.server.isEmpty()
        ? ClaimsPane::tr("It is a reference of %1 characters; only the server that made it knows "
                         "what it means.")
              .arg(size)
        : ClaimsPane::tr("It is a reference of %1 characters; only %2 knows what it means.")
              .arg(size, content.server);
}

} // namespace

ClaimsPane::ClaimsPane(QWidget *parent)
    : QWidget(parent),
      m_noticeRow(new QWidget),
      m_notice(new NoticeBar),
      m_filter(new SearchField(tr("Find a claim"))),
      m_filterResult(new ElidingLabel),
      m_filterRow(makeFilter()),
      m_view(new ClaimsView),
      m_blankPage(new BlankPage),
      m_stack(new QStackedLayout(this))
{
    auto *page = new Pane(&Theme::surface);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *noticeRow = new QVBoxLayout(m_noticeRow);
    noticeRow->setContentsMargins(0, metrics::space2, 0, metrics::space2);
    noticeRow->addWidget(m_notice);
    column->addWidget(m_noticeRow);
    column->addWidget(m_filterRow);
    column->addWidget(m_view, 1);
    m_notice->setClosable(false);
    m_noticeRow->hide();

    m_stack->addWidget(m_blankPage);
    m_stack->addWidget(page);
    connect(m_blankPage->state(), &EmptyState::buttonClicked, this, [this] {
        if (m_hasToken)
            Q_EMIT introspectRequested();
        else
            Q_EMIT blankClicked();
    });
    connect(m_filter, &QLineEdit::textChanged, this, &ClaimsPane::applyFilter);
    connect(m_filter, &SearchField::leftDownwards, m_view, &ClaimsView::enter);
    connect(m_filter, &SearchField::takeRequested, m_view, &ClaimsView::enter);
    connect(m_view, &ClaimsView::typed, m_filter, &SearchField::append);
    setBlank(Icon::Clock, tr("No token yet"), tr("F5 fetches one; nothing is sent before."));
}

QWidget *ClaimsPane::makeFilter()
{
    auto *filter = new QWidget;
    auto *row = new QHBoxLayout(filter);
    row->setContentsMargins(metrics::space2, metrics::space2, metrics::space2, metrics::space2);
    row->setSpacing(metrics::space3);
    m_filter->setMaximumWidth(filterWidth);
    m_filter->setTakesEscape(true);
    m_filterResult->setTextStyle(TextStyle::Caption);
    m_filterResult->setColorRole(&Theme::text2);
    row->addWidget(m_filter, 1);
    row->addWidget(m_filterResult, 1);
    filter->hide();
    return filter;
}

void ClaimsPane::showFilter()
{
    const ClaimsModel *claims = m_view->claims();
    const QModelIndex header = claims->group(RegisteredName::Place::Header);
    const int groups = header.isValid() ? 1 : 0;
    const bool needed = claims->rowCount() - groups + claims->rowCount(header) > fewClaims;
    m_filterRow->setVisible(needed);
    m_view->setTypingFilters(needed);
    if (!needed)
        m_filter->clear();
    applyFilter();
}

void ClaimsPane::applyFilter()
{
    m_view->setFilter(m_filter->text());
    const QString text = m_filter->text().trimmed();
    QString result;
    if (!text.isEmpty() && m_view->foundCount() > 0)
        result = m_view->foundCount() == 1
            ? tr("1 found")
            : tr("%1 found").arg(QLocale().toString(m_view->foundCount()));
    else if (!text.isEmpty())
        result = tr("Nothing in this token matches \"%1\".").arg(displayText(text).text);
    m_filterResult->setText(result);
    m_filter->setAccessibleDescription(result);
}

void ClaimsPane::setBlank(Icon icon, const QString &title, const QString &sentence,
                          const QString &button)
{
    m_blank = { icon, title, sentence, button };
    if (!m_hasToken)
        showEmpty(icon, title, sentence, button);
}

void ClaimsPane::showEmpty(Icon icon, const QString &title, const QString &sentence,
                           const QString &button)
{
    m_blankPage->state()->setState(icon, title, sentence, button);
    m_stack->setCurrentIndex(0);
}

EmptyState *ClaimsPane::emptyState() const
{
    return m_blankPage->state();
}

bool ClaimsPane::isBlank() const
{
    return m_stack->currentIndex() == 0;
}

void ClaimsPane::setContent(const TokenContent &content)
{
    m_hasToken = content.token != nullptr;
    m_view->setToken(content.token, content.checks, content.context, content.nowMs);
    if (!content.token) {
        showEmpty(m_blank.icon, m_blank.title, m_blank.sentence, m_blank.button);
        return;
    }
    const Token &token = *content.token;
    if (token.kind() == TokenKind::Opaque) {
        showEmpty(Icon::Lock, tr("This token cannot be read"), opaqueSentence(content),
                  content.canIntrospect ? tr("Ask the server") : QString());
        return;
    }
    if (m_view->claims()->rowCount() == 0) {
        const TokenDamage &damage = m_view->claims()->fragments().damage;
        if (damage.kind == DamageKind::None)
            showEmpty(Icon::Error, tr("Nothing in it can be read"), problemSentences(token), {});
        else
            showEmpty(Icon::Error, damageHeadline(damage), damageSentence(damage, 0), {});
        return;
    }
    showNotice(token);
    showFilter();
    m_stack->setCurrentIndex(1);
}

void ClaimsPane::showNotice(const Token &token)
{
    QString text;
    BarKind kind = BarKind::Warning;
    if (token.kind() == TokenKind::Jwe) {
        kind = BarKind::Info;
        text =
            tr("Encrypted for the API. The claims can only be read by the API that has the key.");
    } else if (token.kind() == TokenKind::Malformed || !token.claims().exists()) {
        text = damageText(token, m_view->claims()->fragments());
    }
    const bool needed = !text.isEmpty();
    if (needed && (m_notice->text() != text || m_noticeRow->isHidden()))
        m_notice->setNotice(kind, text);
    m_noticeRow->setVisible(needed);
}

} // namespace mintmark
