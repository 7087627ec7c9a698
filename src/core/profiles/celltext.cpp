// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/celltext.h"

#include "profiles/environmentwords.h"
#include "profiles/fieldlabels.h"
#include "profiles/foldedwords.h"
#include "profiles/labelledvalue.h"
#include "profiles/requesttext.h"

#include <algorithm>

namespace mintmark::paste {

using namespace Qt::StringLiterals;

namespace {

using Cells = std::vector<QStringView>;

QStringView bare(QStringView cell)
{
    while (!cell.isEmpty()
           && (isBlank(cell.front()) || cell.front() == u'*' || cell.front() == u'`'))
        cell = cell.sliced(1);
    while (!cell.isEmpty() && (isBlank(cell.back()) || cell.back() == u'*' || cell.back() == u'`'))
        cell.chop(1);
    return cell;
}

QStringView unquoted(QStringView cell)
{
    cell = cell.trimmed();
    return cell.size() >= 2 && cell.front() == u'"' && cell.back() == u'"'
        ? cell.sliced(1, cell.size() - 2)
        : cell;
}

/// RFC 4180, without line breaks in cells.
Cells splitCsv(QStringView line, QChar delimiter)
{
    Cells cells;
    bool quoted = false;
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= line.size(); ++i) {
        if (i < line.size() && line[i] == u'"')
            quoted = !quoted;
        if (i == line.size() || (!quoted && line[i] == delimiter)) {
            cells.push_back(unquoted(line.sliced(begin, i - begin)));
            begin = i + 1;
        }
    }
    return cells;
}

Cells splitWide(QStringView line)
{
    Cells cells;
    qsizetype begin = 0;
    for (qsizetype i = 0; i + 1 < line.size(); ++i) {
        if (!line[i].isSpace() || !line[i + 1].isSpace())
            continue;
        cells.push_back(bare(line.sliced(begin, i - begin)));
        while (i + 1 < line.size() && line[i + 1].isSpace())
            ++i;
        begin = i + 1;
    }
    cells.push_back(bare(line.sliced(begin)));
    return cells;
}

Cells splitMarked(QStringView line, QChar mark)
{
    Cells cells;
    line = mark == u'|' ? line.trimmed() : line;
    if (mark == u'|' && line.startsWith(mark))
        line = line.sliced(1);
    if (mark == u'|' && line.endsWith(mark))
        line.chop(1);
    for (const QStringView cell : line.split(mark))
        cells.push_back(bare(cell));
    return cells;
}

bool isRule(QStringView line)
{
    line = line.trimmed();
    return line.size() > 2 && std::all_of(line.begin(), line.end(), [](QChar c) {
               return QStringView(u"-|:+= _").contains(c);
           });
}

using Labels = std::vector<std::optional<Label>>;

class Table
{
public:
    Table(QString &text, Findings &findings) : m_text(text), m_findings(findings) { }

    void read()
    {
        qsizetype begin = 0;
        while (begin < m_text.size() && !m_findings.isFull()) {
            qsizetype end = m_text.indexOf(u'\n', begin);
            end = end < 0 ? m_text.size() : end;
            const QStringView line = QStringView(m_text).sliced(begin, end - begin);
            constexpr qsizetype longest = 20000;
            const bool blank = line.trimmed().isEmpty();
            if (line.size() > 4 && line.size() < longest && !isRule(line) && readLine(line, begin))
                blankOut(m_text, begin, end);
            else if (!blank && !isRule(line))
                reset();
            begin = end + 1;
        }
    }

private:
    void reset()
    {
        m_header.clear();
        m_columnEnvironments.clear();
        m_delimiter = {};
    }

    bool readLine(QStringView line, qsizetype position)
    {
        if (m_header.empty() && m_columnEnvironments.empty() && !mayHoldLabel(line))
            return false;
        if (line.contains(u'\t'))
            return readRow(splitMarked(line, u'\t'), position);
        if (line.contains(u'|') && (line.count(u'|') > 1 || line.contains(u" | ")))
            return readRow(splitMarked(line, u'|'), position);
        if (!m_header.empty() && !m_delimiter.isNull())
            return readRow(m_delimiter == u' ' ? splitWide(line.trimmed())
                                               : splitCsv(line, m_delimiter),
                           position);
        for (const QChar delimiter : { u',', u';' }) {
            const qsizetype count = line.count(delimiter);
            if (count == 0 || count > 60)
                continue;
            const Cells cells = splitCsv(line, delimiter);
            if (isHeader(labelsOf(cells), cells)) {
                m_delimiter = delimiter;
                return readRow(cells, position);
            }
            if (cells.size() == 2 && !cells[0].contains(u':') && !cells[0].contains(u'=')
                && !cells[1].contains(u' '))
                return readRow(cells, position);
        }
        if (!line.trimmed().contains(u"  ") || line.contains(u": "))
            return false;
        const Cells cells = splitWide(line.trimmed());
        if (cells.size() < 2 || cells[0].endsWith(u':') || cells[0].endsWith(u'='))
            return false;
        if (isHeader(labelsOf(cells), cells))
            m_delimiter = u' ';
        return readRow(cells, position);
    }

    static Labels labelsOf(const Cells &cells)
    {
        Labels labels;
        for (const QStringView cell : cells)
            labels.push_back(mayEndLabel(cell) && !cell.contains(u'=') ? readLabel(cell)
                                                                       : std::nullopt);
        return labels;
    }

    /// Labels of different fields, and not each beside its value.
    static bool isHeader(const Labels &labels, const Cells &cells)
    {
        std::vector<Field> fields;
        bool beside = cells.size() % 2 == 0;
        for (size_t i = 0; i < labels.size(); ++i) {
            if (labels[i] && (i % 2 == 1 || cells.size() > 40))
                beside = false;
            if (labels[i]
                && std::find(fields.begin(), fields.end(), labels[i]->field) == fields.end())
                fields.push_back(labels[i]->field);
        }
        for (const QStringView cell : cells) {
            if (cell.size() > 60)
                return false;
        }
        const bool empty = std::any_of(cells.begin(), cells.end(),
                                       [](QStringView cell) { return cell.isEmpty(); });
        return fields.size() >= 2 && (!beside || empty);
    }

    /// Entra ID lists "Description, Expires, Value, Secret ID": the value is the secret.
    static void nameEntraSecret(const Cells &cells, Labels &labels)
    {
        size_t value = cells.size();
        bool secretId = false;
        for (size_t i = 0; i < cells.size(); ++i) {
            const QList<FoldedWord> words = foldedWords(cells[i]);
            QString joined;
            for (const FoldedWord &word : words)
                joined += word.text;
            if (joined == u"value" || joined == u"wert" || joined == u"valeur" || joined == u"valor"
                || joined == u"valore")
                value = i;
            secretId = secretId || joined == u"secretid" || joined.contains(u"geheim")
                || joined.contains(u"idsecret") || joined.contains(u"segret")
                || joined.contains(u"secretoid");
        }
        if (secretId && value < cells.size()) {
            Label label;
            label.field = Field::ClientSecret;
            labels[value] = label;
        }
    }

    bool readRow(const Cells &cells, qsizetype position)
    {
        if (cells.size() < 2 || cells.size() > 60)
            return false;
        Labels labels = labelsOf(cells);
        m_findings.countTry();
        if (cells.size() > 2 && (m_header.empty() || isHeader(labels, cells)))
            nameEntraSecret(cells, labels);
        const bool entra =
            std::count_if(labels.begin(), labels.end(), [](const auto &l) { return l.has_value(); })
                == 1
            && cells.size() >= 3 && !labels[0] && m_header.empty()
            && !hasValueBeside(cells, labels);
        if (isHeader(labels, cells) || entra) {
            m_header = std::move(labels);
            m_columnEnvironments.clear();
            return true;
        }
        if (!m_header.empty() && cells.size() == m_header.size())
            return readValues(cells, position);
        if (cells.size() > 2 && readColumnEnvironments(cells, labels))
            return true;
        return readBeside(cells, labels, position);
    }

    static bool hasValueBeside(const Cells &cells, const Labels &labels)
    {
        for (size_t i = 0; i + 1 < cells.size(); ++i) {
            if (labels[i] && !cells[i + 1].contains(u' ') && cells[i + 1].size() > 20)
                return true;
        }
        return false;
    }

    /// "", "Sandbox", "Production" over rows of label and values.
    bool readColumnEnvironments(const Cells &cells, const Labels &labels)
    {
        std::vector<std::optional<EnvironmentMention>> found;
        size_t count = 0;
        for (size_t i = 0; i < cells.size(); ++i) {
            found.push_back(i > 0 && !labels[i] && cells[i].size() < 40
                                ? environmentOfValue(cells[i])
                                : std::nullopt);
            count += found.back() ? 1 : 0;
        }
        if (count < 2 || count + 1 < cells.size()
            || (labels[0] && labels[0]->field != Field::Environment))
            return false;
        m_columnEnvironments = std::move(found);
        return true;
    }

    bool readValues(const Cells &cells, qsizetype position)
    {
        std::optional<EnvironmentMention> environment;
        for (size_t i = 0; i < cells.size(); ++i) {
            const bool names =
                m_header[i] ? m_header[i]->field == Field::Environment : cells[i].size() < 40;
            if (names && !environment)
                environment = environmentOfValue(cells[i]);
        }
        for (size_t i = 0; i < cells.size(); ++i) {
            if (!m_header[i] || (m_header[i]->field == Field::Environment && !environment))
                continue;
            Label label = *m_header[i];
            if (environment && !label.environment) {
                label.environment = environment->environment;
                label.environmentWord = environment->word;
            }
            add(label, cells[i], position);
        }
        return true;
    }

    bool readBeside(const Cells &cells, const Labels &labels, qsizetype position)
    {
        bool any = false;
        for (size_t i = 0; i < cells.size(); ++i) {
            if (!labels[i])
                continue;
            size_t k = i + 1;
            for (; k < cells.size() && !labels[k]; ++k) {
                Label label = *labels[i];
                if (k < m_columnEnvironments.size() && m_columnEnvironments[k]
                    && !label.environment) {
                    label.environment = m_columnEnvironments[k]->environment;
                    label.environmentWord = m_columnEnvironments[k]->word;
                }
                any = add(label, cells[k], position + static_cast<qsizetype>(k)) || any;
            }
            i = k - 1;
        }
        return any;
    }

    bool add(const Label &label, QStringView cell, qsizetype position)
    {
        if (cell.isEmpty())
            return false;
        QString copy = cell.toString();
        if (m_delimiter == u',' || m_delimiter == u';')
            copy.replace(u"\"\""_s, u"\""_s);
        const QStringView value = m_findings.keep(std::move(copy));
        if (label.field == Field::TokenEndpoint)
            return addAddress(label, value, position, m_findings);
        return m_findings.add(label, value, position);
    }

    QString &m_text;
    Findings &m_findings;
    Labels m_header;
    QChar m_delimiter;
    std::vector<std::optional<EnvironmentMention>> m_columnEnvironments;
};

} // namespace

void readTables(QString &text, Findings &findings)
{
    Table(text, findings).read();
}

} // namespace mintmark::paste
