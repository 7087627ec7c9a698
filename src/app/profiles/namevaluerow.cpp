// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/namevaluerow.h"

#include "app/profiles/quietinputs.h"
#include "app/theme/metrics.h"
#include "app/widgets/iconbutton.h"
#include "app/widgets/secretlineedit.h"

#include <QCheckBox>
#include <QHBoxLayout>

namespace mintmark {

NameValueRow::NameValueRow(QWidget *parent)
    : QWidget(parent),
      m_name(new QLineEdit(this)),
      m_value(new QLineEdit(this)),
      m_secretValue(new SecretLineEdit(this)),
      m_type(new ChoiceBox(this)),
      m_secret(new QCheckBox(tr("Secret"), this)),
      m_remove(new IconButton(Icon::Cross, tr("Remove"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space2);
    row->addWidget(m_name, 2);
    row->addWidget(m_value, 3);
    row->addWidget(m_secretValue, 3);
    row->addWidget(m_type);
    row->addWidget(m_secret);
    row->addWidget(m_remove);
    m_name->setPlaceholderText(tr("Name"));
    m_value->setPlaceholderText(tr("Value"));
    m_secretValue->setPlaceholderText(tr("Value"));
    for (QLineEdit *edit : { m_name, m_value, static_cast<QLineEdit *>(m_secretValue) })
        edit->setMinimumWidth(64);
    m_type->setMinimumContentsLength(6);
    m_type->addItem(tr("Text"), static_cast<int>(ParameterType::String));
    m_type->addItem(tr("Number"), static_cast<int>(ParameterType::Number));
    m_type->addItem(tr("Boolean"), static_cast<int>(ParameterType::Boolean));
    m_type->addItem(tr("JSON"), static_cast<int>(ParameterType::Json));
    m_type->hide();
    showValue();
    connect(m_name, &QLineEdit::textEdited, this, &NameValueRow::edited);
    connect(m_value, &QLineEdit::textChanged, this, &NameValueRow::edited);
    connect(m_secretValue, &SecretLineEdit::secretEdited, this, &NameValueRow::edited);
    connect(m_type, &QComboBox::currentIndexChanged, this, &NameValueRow::edited);
    connect(m_secret, &QCheckBox::clicked, this, [this] {
        if (m_secret->isChecked())
            m_secretValue->setSecret(SecretBytes::fromString(m_value->text()));
        else
            m_secretValue->wipeSecret();
        m_value->clear();
        showValue();
        Q_EMIT edited();
    });
    connect(m_remove, &QAbstractButton::clicked, this, &NameValueRow::removeClicked);
}

void NameValueRow::setEntry(const ExtraParameter &entry, const SecretBytes &secret)
{
    m_name->setText(entry.name);
    m_value->setText(entry.value);
    m_type->setCurrentData(static_cast<int>(entry.type));
    m_secret->setChecked(entry.secret);
    m_secretValue->setSecret(secret);
    showValue();
}

ExtraParameter NameValueRow::entry() const
{
    const bool isSecret = m_secret->isChecked();
    return { m_name->text().trimmed(), isSecret ? QString() : m_value->text(),
             static_cast<ParameterType>(m_type->currentData().toInt()), isSecret };
}

SecretBytes NameValueRow::secret() const
{
    return m_secret->isChecked() ? m_secretValue->secret() : SecretBytes();
}

bool NameValueRow::isEmpty() const
{
    return m_name->text().trimmed().isEmpty() && m_value->text().isEmpty()
        && m_secretValue->length() == 0;
}

void NameValueRow::setTypeVisible(bool visible)
{
    m_type->setVisible(visible);
}

void NameValueRow::wipeSecret()
{
    m_secretValue->wipeSecret();
}

void NameValueRow::setTitle(const QString &title)
{
    const auto named = [&title](const QString &part) {
        return tr("%1: %2", "which entry, which part").arg(title, part);
    };
    m_name->setAccessibleName(named(tr("Name")));
    m_value->setAccessibleName(named(tr("Value")));
    m_secretValue->setAccessibleName(named(tr("Secret value")));
    m_type->setAccessibleName(named(tr("Type")));
    m_secret->setAccessibleName(named(tr("Secret")));
    m_remove->setAccessibleName(named(tr("Remove")));
}

void NameValueRow::showValue()
{
    m_value->setVisible(!m_secret->isChecked());
    m_secretValue->setVisible(m_secret->isChecked());
}

} // namespace mintmark
