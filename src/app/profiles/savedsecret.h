// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/secretbytes.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace mintmark {

class ActionButton;
class ElidingLabel;
class SecretLineEdit;

/// Says of a saved secret what can be compared, and offers to replace it. It is shown only while
/// the button is pressed, and held only then.
class SavedSecret : public QWidget
{
    Q_OBJECT
public:
    explicit SavedSecret(QWidget *parent = nullptr);

    void setSaved(const SecretSummary &summary, std::optional<qint64> savedAtMs, qint64 nowMs);
    /// Where the secret is read from when it is shown.
    void setSource(std::function<QByteArrayView()> source);
    void setConcealed(bool concealed);
    QString text() const;

Q_SIGNALS:
    void replaceClicked();

private:
    void showSecret(bool shown);
    void updateText();

    ElidingLabel *m_text;
    SecretLineEdit *m_secret;
    ActionButton *m_show;
    ActionButton *m_replace;
    std::function<QByteArrayView()> m_source;
    SecretSummary m_summary;
    QString m_saved; ///< "Saved 3 March"
    bool m_concealed = false;
};

} // namespace mintmark
