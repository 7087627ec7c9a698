// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/exchangerecord.h"

#include <QScrollArea>

class QPlainTextEdit;
class QVBoxLayout;

namespace mintmark {

class ElidingLabel;
class Waterfall;
class WrapLabel;

/// One exchange as it was sent and answered: address, outcome, timings, TLS, and both texts.
class ExchangeView : public QScrollArea
{
    Q_OBJECT
public:
    explicit ExchangeView(QWidget *parent = nullptr);

    void setRecord(const ExchangeRecord &record);
    QPlainTextEdit *request() const { return m_request; }
    QPlainTextEdit *answer() const { return m_answer; }
    QPlainTextEdit *certificates() const { return m_certificates; }
    /// Scrolls to the chain the server sent and gives it the focus.
    void showCertificates();

    QSize minimumSizeHint() const override { return { 160, 90 }; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitTexts();
    QPlainTextEdit *addText(QVBoxLayout *column, const QString &title, const QString &name);

    QWidget *m_content;
    ElidingLabel *m_title;
    WrapLabel *m_outcome;
    Waterfall *m_waterfall;
    WrapLabel *m_tls;
    QPlainTextEdit *m_request;
    QPlainTextEdit *m_answer;
    QWidget *m_certificatesBox; ///< hidden when none came
    QPlainTextEdit *m_certificates;
};

} // namespace mintmark
