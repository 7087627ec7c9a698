// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/clientconfiguration.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace mintmark {

class ChoiceBox;
class IconButton;
class SecretLineEdit;

/// One name with its value. A secret value is dots and never comes back as text: unmarking it shows
/// an empty field.
class NameValueRow : public QWidget
{
    Q_OBJECT
public:
    explicit NameValueRow(QWidget *parent = nullptr);

    void setEntry(const ExtraParameter &entry, const SecretBytes &secret);
    ExtraParameter entry() const;
    SecretBytes secret() const;
    bool isEmpty() const;
    void setTypeVisible(bool visible);
    void wipeSecret();
    /// "Parameter 2" before the names of its parts, for screen readers.
    void setTitle(const QString &title);
    QLineEdit *nameEdit() const { return m_name; }

Q_SIGNALS:
    void edited();
    void removeClicked();

private:
    void showValue();

    QLineEdit *m_name;
    QLineEdit *m_value;
    SecretLineEdit *m_secretValue;
    ChoiceBox *m_type;
    QCheckBox *m_secret;
    IconButton *m_remove;
};

} // namespace mintmark
