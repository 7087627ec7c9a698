// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/clientconfiguration.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace mintmark {

class ActionButton;
class NameValueRow;

/// Names with values, some of them secret: extra parameters or extra headers of a request.
class NameValueList : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Parameters, Headers };
    explicit NameValueList(Kind kind, QWidget *parent = nullptr);

    using Secrets = std::map<QString, SecretBytes>;
    void setParameters(const QList<ExtraParameter> &parameters, const Secrets &secrets);
    void setHeaders(const QList<ExtraHeader> &headers, const Secrets &secrets);
    /// Rows without name and value do not count.
    QList<ExtraParameter> parameters() const;
    QList<ExtraHeader> headers() const;
    Secrets secrets() const;
    /// Types matter in JSON; in a form everything is text.
    void setTypesVisible(bool visible);
    void wipeSecrets();

Q_SIGNALS:
    void edited();

private:
    NameValueRow *addRow(const ExtraParameter &entry, const SecretBytes &secret);
    void removeRow(NameValueRow *row);
    void clear();
    void number();
    void updateFocus();

    Kind m_kind;
    QVBoxLayout *m_column;
    QWidget *m_rowsArea;
    ActionButton *m_add;
    QList<NameValueRow *> m_rows;
    bool m_typesVisible = false;
};

} // namespace mintmark
